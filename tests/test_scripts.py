"""The two commands of a newcomer: they work from anywhere, and say what is missing."""

from __future__ import annotations

import os
import shutil
import site
import subprocess
import sys
import sysconfig
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TOOLS = ("bash", "env", "cat", "cmp", "dirname", "grep", "head", "mv", "rm", "tail")
NOBODY = 65534
NO_NETWORK = {
    "PIP_CONFIG_FILE": os.devnull,
    "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
    "PIP_EXTRA_INDEX_URL": "",
    "PIP_FIND_LINKS": "",
    "PIP_NO_CACHE_DIR": "1",
}


def run(
    script: Path, *arguments: str, folder: Path, user: int | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(script), *arguments],
        cwd=folder,
        env=os.environ | {"KEHOACH_LANG": "en"} | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        user=user,
    )


@pytest.fixture
def clone() -> Iterator[Path]:
    """Yield a copy of what the commands need, in a folder with spaces and Vietnamese letters."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "Kế hoạch năm 2024"
        folder.mkdir()
        # Somebody who is not root can look into it too.
        Path(made).chmod(0o755)
        for name in ("pyproject.toml", "requirements.txt", "requirements-dev.txt"):
            shutil.copy(ROOT / name, folder)
        for name in ("scripts", "src", "plans", "templates"):
            ignore = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / name, folder / name, ignore=ignore)
        yield folder


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a folder of programs without any Python, to be used as PATH."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for tool in TOOLS:
        found = shutil.which(tool)
        assert found
        (folder / tool).symlink_to(found)
    return folder


def program(path: Path, name: str, text: str) -> None:
    file = path / name
    file.write_text(f"#!/usr/bin/env bash\n{text}\n")
    file.chmod(0o755)


def shell(clone: Path, code: str) -> bool:
    """Return whether `code`, run with the scripts' own functions, succeeds."""
    command = ["bash", "-c", f"source scripts/environment.sh; {code}"]
    return subprocess.run(command, cwd=clone, check=False).returncode == 0


def prepare(clone: Path) -> None:
    """Make the environment as a finished set-up leaves it, with the packages of this one."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", clone / ".venv"], check=True)
    library = Path(sysconfig.get_path("purelib", vars={"base": str(clone / ".venv")}))
    paths = ["../../../../src", *(path for path in site.getsitepackages() if Path(path).is_dir())]
    (library / "here.pth").write_text("\n".join(paths) + "\n", "utf-8")
    assert shell(clone, "mark_ready requirements.txt")


@pytest.mark.parametrize("script", ["build", "test"])
def test_no_python(clone: Path, path: Path, script: str) -> None:
    done = run(clone / "scripts" / script, folder=clone, PATH=str(path))
    assert done.returncode == 2
    assert f"{script}: Python 3.11 or newer is missing" in done.stderr
    assert "apt-get install python3" in done.stderr
    assert done.stdout == ""


def test_only_an_old_python(clone: Path, path: Path) -> None:
    program(path, "python3", '[[ $1 == --version ]] && echo "Python 3.9.2" || exit 1')
    done = run(clone / "scripts/build", folder=clone, PATH=str(path))
    assert done.returncode == 2
    assert "found, but not usable: python3 (Python 3.9.2)" in done.stderr


def test_a_python_without_venv(clone: Path, path: Path) -> None:
    program(path, "python3.11", "[[ $2 == *ensurepip* ]] && exit 1; exec true")
    (path / "true").symlink_to(shutil.which("true") or "")
    done = run(clone / "scripts/build", folder=clone, PATH=str(path))
    assert done.returncode == 2
    assert "python3.11 has no venv module" in done.stderr
    assert "apt-get install python3-venv" in done.stderr


def test_no_network(clone: Path) -> None:
    done = run(clone / "scripts/build", folder=clone, **NO_NETWORK)
    assert done.returncode == 2
    assert "cannot install the dependencies: no network" in done.stderr
    log = clone / ".venv" / "setup.log"
    assert f"log: {log}" in done.stderr
    assert log.is_file()
    assert not shell(clone, "is_ready requirements.txt")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ({"KEHOACH_LANG": "vi"}, "build: máy chưa có Python 3.11 trở lên"),
        ({"KEHOACH_LANG": "", "LC_ALL": "vi_VN.UTF-8"}, "build: máy chưa có Python 3.11"),
        ({"KEHOACH_LANG": "", "LC_ALL": "", "LC_MESSAGES": "", "LANG": "vi_VN"}, "máy chưa có"),
        ({"KEHOACH_LANG": "en", "LC_ALL": "vi_VN.UTF-8"}, "build: Python 3.11 or newer is missing"),
        ({"KEHOACH_LANG": "", "LC_ALL": "C"}, "build: Python 3.11 or newer is missing"),
    ],
)
def test_the_commands_speak_the_language_of_the_user(
    clone: Path, path: Path, language: dict[str, str], words: str
) -> None:
    done = run(clone / "scripts/build", folder=clone, PATH=str(path), **language)
    assert done.returncode == 2
    assert words in done.stderr


def test_no_permission_to_write(clone: Path) -> None:
    clone.chmod(0o555)
    # Root may write anywhere, so it runs as somebody who also cannot see root's own Python.
    other = {"user": NOBODY, "PATH": "/usr/local/bin:/usr/bin:/bin"} if os.geteuid() == 0 else {}
    try:
        done = run(clone / "scripts/build", folder=clone, **other)
    finally:
        clone.chmod(0o755)
    assert done.returncode == 2
    assert f"no permission to write in {clone}" in done.stderr


def test_build_from_any_folder(clone: Path, tmp_path: Path) -> None:
    prepare(clone)
    done = run(clone / "scripts/build", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "plans/thai-binh/2024.yaml" in done.stdout
    assert (clone / "build/thai-binh/2024/ke-hoach.docx").is_file()
    assert list(tmp_path.iterdir()) == []


def test_build_hands_arguments_and_exit_code_on(clone: Path, tmp_path: Path) -> None:
    prepare(clone)
    done = run(clone / "scripts/build", "--nonsense", folder=tmp_path)
    assert done.returncode == 2
    done = run(clone / "scripts/build", "plans/none.yaml", folder=tmp_path)
    assert done.returncode == 1
    assert "plans/none.yaml: error[B001]" in done.stdout


def test_what_makes_an_environment_stale(clone: Path) -> None:
    prepare(clone)
    ready = "is_ready requirements.txt"
    assert shell(clone, ready)
    assert not shell(clone, "is_ready requirements-dev.txt")
    pins = clone / "requirements.txt"
    before = pins.read_bytes()
    pins.write_bytes(before + b"# changed\n")
    assert not shell(clone, ready)
    pins.write_bytes(before)
    assert shell(clone, ready)
    moved = clone.with_name("chỗ khác")
    clone.rename(moved)
    assert not shell(moved, ready)
    moved.rename(clone)
    (clone / ".venv/bin/python").unlink()
    assert not shell(clone, ready)


def test_pins_are_exact_and_name_no_host() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text("utf-8")
        assert "://" not in text
        assert "--index" not in text
        pins = [line for line in text.splitlines() if line and line[0] not in " #"]
        assert len(pins) > 10
        assert all("==" in line for line in pins)


def test_the_two_lists_agree() -> None:
    def pins(name: str) -> set[str]:
        lines = (ROOT / name).read_text("utf-8").splitlines()
        return {line.split(" \\")[0] for line in lines if line and line[0] not in " #"}

    assert pins("requirements.txt") < pins("requirements-dev.txt")


def test_scripts_are_executable_and_parse() -> None:
    for name in ("scripts/build", "scripts/test", "scripts/lock", ".ci/run"):
        assert os.access(ROOT / name, os.X_OK), name
        subprocess.run(["bash", "-n", ROOT / name], check=True)


def test_every_direct_dependency_is_listed_with_its_licence() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    named = [*project["project"]["dependencies"]]
    for group in project["dependency-groups"].values():
        named += group
    page = (ROOT / "docs/dependencies.md").read_text("utf-8")
    assert len(named) > 15
    assert not [name for name in named if name.split(">")[0] not in page]


@pytest.mark.parametrize(("reason", "code"), [("no fonts here", 1), ("allowed", 0)])
def test_nothing_skips_in_ci(tmp_path: Path, reason: str, code: int) -> None:
    conftest = (ROOT / "tests/conftest.py").read_text("utf-8")
    before = 'MAY_SKIP = ("'
    assert before in conftest
    (tmp_path / "conftest.py").write_text(conftest.replace(before, f'{before}allowed", "'), "utf-8")
    test = f"import pytest\n\n\ndef test_x() -> None:\n    pytest.skip('{reason}')\n"
    (tmp_path / "test_x.py").write_text(test)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", "."]
    for settings, expected in (({"CI": "true"}, code), ({"CI": ""}, 0)):
        done = subprocess.run(
            command, cwd=tmp_path, env=os.environ | settings, capture_output=True, check=False
        )
        assert done.returncode == expected, done.stdout


def test_ci_installs_what_is_missing_and_runs_the_tests(clone: Path, tmp_path: Path) -> None:
    log = tmp_path / "log"
    stubs = tmp_path / "stubs"
    stubs.mkdir()
    program(stubs, "dpkg-query", "[[ ${*: -1} == git ]] && echo installed || exit 1")
    program(stubs, "id", "echo 0")
    program(stubs, "apt-get", f'echo "apt-get $*" >>"{log}"')
    program(clone / "scripts", "test", f'echo "test CI=$CI $*" >>"{log}"; exit 7')
    shutil.copytree(ROOT / ".ci", clone / ".ci")
    path = f"{stubs}{os.pathsep}{os.environ['PATH']}"
    done = run(clone / ".ci/run", "-k", "x", folder=tmp_path, PATH=path)
    assert done.returncode == 7, done.stderr
    update, install, test = log.read_text().splitlines()
    assert update == "apt-get update --quiet"
    assert "--no-install-recommends" in install
    wanted = {"fonts-liberation2", "libreoffice-writer-nogui", "poppler-utils", "python3-venv"}
    assert wanted <= set(install.split())
    assert "git" not in install.split()
    assert test == "test CI=true -k x"
