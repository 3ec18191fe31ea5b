"""The wheel works where there is no repository."""

from __future__ import annotations

import os
import site
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from pathlib import Path

import pytest

from kehoach.initialise import COPIED

ROOT = Path(__file__).parents[1]


def run(*command: object, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KEHOACH")}
    kept.pop("PYTHONPATH", None)
    return subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=kept | {"PYTHONUTF8": "1", "KEHOACH_LANG": "en"} | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    done = run(
        *(sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation"),
        *("--no-index", "--wheel-dir", folder, ROOT),
        folder=folder,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    [made] = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the Python of an empty environment that has the wheel.

    The dependencies are those of this environment, put on its path, so that nothing is downloaded.
    """
    folder = tmp_path_factory.mktemp("môi trường")
    assert run(sys.executable, "-m", "venv", "--without-pip", folder, folder=folder).returncode == 0
    python = folder / "bin" / "python"
    done = run(
        *(sys.executable, "-m", "pip", "--python", python, "install"),
        *("--no-deps", "--no-index", wheel),
        folder=folder,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    library = Path(sysconfig.get_path("purelib", vars={"base": str(folder)}))
    dependencies = [path for path in site.getsitepackages() if Path(path).is_dir()]
    (library / "dependencies.pth").write_text("\n".join(dependencies) + "\n", "utf-8")
    return python


def test_the_wheel_holds_what_a_new_folder_needs(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for path in COPIED:
        assert any(name.startswith(f"kehoach/data/{path}") for name in names), path
    for path in ("locale/vi/LC_MESSAGES/kehoach.mo", "cli.py", "py.typed"):
        assert f"kehoach/{path}" in names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"kehoach"}
    assert not [name for name in names if name.endswith(".pyc") or "~$" in name]


def test_the_wheel_names_its_dependencies(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    [name] = [name for name in archive.namelist() if name.endswith("METADATA")]
    lines = archive.read(name).decode().splitlines()
    always = [line for line in lines if "Requires-Dist" in line and "extra ==" not in line]
    required = {line.split()[1].split(">")[0].lower() for line in always}
    named = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    assert required == {dependency.split(">")[0] for dependency in named}
    assert "docxtpl" in required


def test_init_and_build_work_without_the_repository(python: Path, tmp_path: Path) -> None:
    where = run(python, "-c", "import kehoach; print(kehoach.__file__)", folder=tmp_path)
    assert Path(where.stdout.strip()).is_relative_to(python.parents[1])

    command = python.with_name("kehoach")
    made = run(python, command, "init", "kế hoạch mới", folder=tmp_path)
    assert (made.returncode, made.stderr) == (0, "")

    folder = tmp_path / "kế hoạch mới"
    built = run(python, command, "build", folder=folder)
    assert built.returncode == 0, built.stdout + built.stderr
    assert (folder / "build/thai-binh/2024/ke-hoach.docx").is_file()
    assert (folder / "build/thai-binh/2024/manifest.json").is_file()


def test_a_folder_with_only_a_plan_takes_the_rest_from_the_package(
    python: Path, tmp_path: Path
) -> None:
    plan = tmp_path / "plans/thai-binh/2024.yaml"
    plan.parent.mkdir(parents=True)
    plan.write_bytes((ROOT / "plans/thai-binh/2024.yaml").read_bytes())
    built = run(python, "-m", "kehoach", "build", folder=tmp_path)
    assert built.returncode == 0, built.stdout + built.stderr
    assert (tmp_path / "build/thai-binh/2024/ke-hoach.docx").is_file()
