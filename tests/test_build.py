"""Plans become files: all of them or none, the same bytes each time, nobody's work lost."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from kehoach import __version__, build, compose, manifest, plan, render, store, template, units
from kehoach.builder import Asked
from kehoach.diagnostic import Severity
from kehoach.document import tree_hash
from kehoach.ooxml import package
from kehoach.ooxml.parts import parts_hash
from kehoach.outcome import Outcome, Result, Status
from kehoach.workspace import find
from workplace import ABSTRACT, BROKEN, COPIES, PLAN, SOURCE, environment, kehoach, workplace

NAME = "plans/x/2024.yaml"
FILE = "build/x/2024/ke-hoach.docx"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return workplace(tmp_path / "nơi làm việc", {NAME: PLAN})


def run(root: Path, *names: str, recheck: bool = False, out: Path | None = None) -> Result:
    workspace = find(root)
    assert workspace is not None
    chosen = names or tuple(workspace.plans())
    return build.build(workspace, chosen, out or root / "build", Asked(recheck), lambda *_: None)


def only(result: Result) -> Outcome:
    [outcome] = result.outcomes
    assert not outcome.crash, outcome.crash
    return outcome


def codes(outcome: Outcome) -> list[str]:
    return [found.code for found in outcome.findings]


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def edit(path: Path, old: str, new: str) -> bytes:
    """Change a word of a Word file as somebody might; return the bytes of the edited file."""
    stream = BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(stream, "w") as target:
        for item in source.infolist():
            data = source.read(item)
            if item.filename == "word/document.xml":
                assert old.encode() in data
                data = data.replace(old.encode(), new.encode())
            target.writestr(item.filename, data)
    path.write_bytes(stream.getvalue())
    return stream.getvalue()


def many(count: int) -> dict[str, str]:
    return {f"plans/x/{n:03}.yaml": PLAN.replace("tốt hơn", f"tốt {n} lần") for n in range(count)}


def test_a_plan_becomes_a_document_and_a_manifest(root: Path) -> None:
    outcome = only(run(root))
    assert outcome.status is Status.BUILT
    assert outcome.files == ("x/2024/ke-hoach.docx",)
    assert outcome.findings == ()
    assert sorted(contents(root / "build")) == ["x/2024/ke-hoach.docx", "x/2024/manifest.json"]
    made = manifest.parse((root / "build/x/2024/manifest.json").read_bytes())
    assert made is not None
    [entry] = made.files
    assert (entry.path, entry.kind, entry.unit, entry.code) == (
        "ke-hoach.docx",
        "ke-hoach",
        None,
        None,
    )
    assert entry.sha256 == store.sha256((root / FILE).read_bytes())
    assert (made.plan, made.version) == (NAME, __version__)


def test_the_document_says_where_it_comes_from(root: Path) -> None:
    run(root)
    parts, _ = package.unpack((root / FILE).read_bytes(), FILE)
    assert parts is not None
    origin = manifest.provenance(package.properties(parts))
    workspace = find(root)
    assert origin is not None
    assert workspace is not None
    loaded, _ = plan.load(NAME, workspace.fetch)
    assert loaded is not None
    document, _ = compose.compose(loaded)
    assert document is not None
    assert origin.parts == parts_hash(parts)
    assert replace(origin, parts="") == manifest.Provenance(
        NAME,
        __version__,
        tree_hash(document),
        {
            NAME: store.sha256(PLAN.encode()),
            "templates/ke-hoach.docx": store.sha256(workspace.fetch("templates/ke-hoach.docx")),
            manifest.UNITS: units.table_hash(),
        },
    )


def test_every_source_is_kept_under_its_hash(root: Path) -> None:
    workplace(root, {"plans/base/b.yaml": ABSTRACT, NAME: f"extends: ../base/b.yaml\n{PLAN}"})
    run(root)
    made = manifest.parse((root / "build/x/2024/manifest.json").read_bytes())
    assert made is not None
    files = {NAME, "plans/base/b.yaml", "templates/ke-hoach.docx"}
    assert set(made.sources) == files | {manifest.UNITS}
    kept = contents(root / ".kehoach/sources")
    assert set(kept) == {made.sources[path] for path in files}
    assert all(store.sha256(data) == name for name, data in kept.items())


def test_neither_time_nor_plan_is_in_the_file(root: Path) -> None:
    run(root)
    with zipfile.ZipFile(root / FILE) as archive:
        assert {item.date_time for item in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"issuer" not in archive.read("docProps/custom.xml")


@pytest.mark.parametrize("recheck", [False, True])
def test_a_second_build_changes_nothing(root: Path, recheck: bool) -> None:
    run(root)
    before = contents(root / "build"), contents(root / ".kehoach/sources")
    assert only(run(root, recheck=recheck)).status is Status.UNCHANGED
    assert (contents(root / "build"), contents(root / ".kehoach/sources")) == before


def test_equal_bytes_in_any_folder_at_any_time(tmp_path: Path) -> None:
    settings: tuple[dict[str, str], ...] = (
        {"TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"},
        {"TZ": "America/New_York", "LC_ALL": "POSIX", "PYTHONHASHSEED": "2", "KEHOACH_LANG": "vi"},
    )
    built = []
    for number, setting in enumerate(settings):
        folder = workplace(tmp_path / f"thư mục {number}", {NAME: PLAN, "plans/y/1.yaml": PLAN})
        assert kehoach(folder, "build", **setting).returncode == 0
        built.append(contents(folder / "build"))
    assert len(built[0]) == 4
    assert built[0] == built[1]


def test_a_broken_plan_does_not_stop_the_others(root: Path) -> None:
    workplace(root, {"plans/a/1.yaml": BROKEN, "plans/z/1.yaml": BROKEN})
    result = run(root)
    assert [outcome.status for outcome in result.outcomes] == ["not built", "built", "not built"]
    for outcome in result.outcomes[::2]:
        assert sorted(found.where.line for found in outcome.findings) == [10, 12]
    assert set(contents(root / "build")) == {"x/2024/ke-hoach.docx", "x/2024/manifest.json"}


def test_a_broken_plan_leaves_its_older_files(root: Path) -> None:
    run(root)
    before = contents(root / "build")
    workplace(root, {NAME: BROKEN})
    assert only(run(root)).status is Status.FAILED
    assert contents(root / "build") == before


def test_an_abstract_plan_is_never_built(root: Path) -> None:
    workplace(root, {"plans/x/nen.yaml": ABSTRACT})
    result = run(root)
    assert {outcome.plan: outcome.status for outcome in result.outcomes} == {
        NAME: Status.BUILT,
        "plans/x/nen.yaml": Status.ABSTRACT,
    }


def every(root: Path, out: Path | None = None) -> dict[str, Outcome]:
    """Build all plans as the command does when none is named."""
    workspace = find(root)
    assert workspace is not None
    names, folder = workspace.plans(), out or root / "build"
    made = build.build(workspace, names, folder, Asked(), lambda *_: None, every=True)
    return {outcome.plan: outcome for outcome in made.outcomes}


def test_a_plan_in_the_folder_of_another_is_refused(root: Path) -> None:
    """What it makes would be taken for an edit of a unit's copy, and the other way round."""
    inner, base = "plans/x/2024/huyen_vu_thu.yaml", "plans/y.yaml"
    workplace(root, {NAME: PLAN + COPIES, inner: PLAN, base: ABSTRACT, "plans/y/1.yaml": PLAN})
    for _ in range(2):
        done = every(root)
        assert codes(done[inner]) == ["B026"]
        assert done[inner].status is Status.FAILED
        assert codes(done[NAME]) == codes(done["plans/y/1.yaml"]) == []
    assert not list((root / "build").rglob("*.edited-*"))


def test_what_was_built_of_a_plan_goes_with_it(root: Path) -> None:
    """Also when it only got another name; somebody's edit stays, and what others built."""
    other, renamed = "plans/x/2025.yaml", "plans/x/2024-b.yaml"
    workplace(root, {other: PLAN + COPIES, "plans/y/1.yaml": PLAN})
    elsewhere = root / "nơi khác"
    every(root)
    every(root, elsewhere)
    edited = root / "build/x/2025/huyen_vu_thu/ke-hoach.docx"
    content = edit(edited, "nhanh hơn", "mau hơn")
    (root / other).unlink()
    (root / "plans/y/1.yaml").unlink()
    (root / NAME).rename(root / renamed)
    run(root)
    assert (root / FILE).exists(), "plans were named, so the others are not looked at"
    done = every(root)
    assert {name: outcome.status for name, outcome in done.items()} == {
        renamed: Status.UNCHANGED,
        NAME: Status.REMOVED,
        other: Status.REMOVED,
        "plans/y/1.yaml": Status.REMOVED,
    }
    assert codes(done[other]) == ["B015"]
    assert contents(root / "build").keys() == {
        "x/2024-b/ke-hoach.docx",
        "x/2024-b/manifest.json",
        "x/2025/huyen_vu_thu/ke-hoach.docx",
    }
    assert edited.read_bytes() == content
    assert not (root / "build/y").exists()
    assert (elsewhere / "x/2024/ke-hoach.docx").exists()
    assert every(root).keys() == {renamed}


def test_a_template_is_compiled_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workplace(root, many(3))
    compiled: list[str] = []
    compile_template = template.compile_template

    def counting(data: bytes, path: str) -> Any:
        compiled.append(path)
        return compile_template(data, path)

    monkeypatch.setattr(template, "compile_template", counting)
    assert {outcome.status for outcome in run(root).outcomes} == {Status.BUILT}
    assert compiled == ["templates/ke-hoach.docx"]


def test_a_template_that_is_not_there(root: Path) -> None:
    workplace(root, {NAME: f"template: khong-co\n{PLAN}"})
    outcome = only(run(root))
    assert (outcome.status, codes(outcome)) == (Status.FAILED, ["B012"])
    assert outcome.findings[0].where.path == "templates/khong-co.docx"


@pytest.mark.parametrize("name", ["../secret", "/etc/passwd", "a\\b"])
def test_a_template_outside_the_folder(root: Path, name: str) -> None:
    workplace(root, {NAME: f"template: '{name}'\n{PLAN}", "secret.docx": "x"})
    outcome = only(run(root))
    assert outcome.status is Status.FAILED
    assert codes(outcome)


def test_recheck_finds_a_file_that_says_something_else(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = render.render

    def careless(made: Any, document: Any, properties: Any) -> Any:
        return real(made, replace(document, blocks=document.blocks[1:]), properties)

    assert codes(only(run(root, recheck=True))) == []
    shutil.rmtree(root / "build")
    monkeypatch.setattr(render, "render", careless)
    assert codes(only(run(root, recheck=True))) == ["B013"]
    assert codes(only(run(root, recheck=True))) == ["B013"]
    assert codes(only(run(root))) == []


def test_a_bug_is_told_apart_and_does_not_stop_the_others(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workplace(root, many(2))
    real = compose.compose

    def buggy(loaded: Any) -> Any:
        if loaded.path == "plans/x/000.yaml":
            raise RuntimeError("ours")
        return real(loaded)

    monkeypatch.setattr(compose, "compose", buggy)
    first, *others = run(root).outcomes
    assert first.status is Status.FAILED
    assert "RuntimeError: ours" in first.crash
    assert {outcome.status for outcome in others} == {Status.BUILT}


def test_an_edited_file_is_kept_aside(root: Path) -> None:
    run(root)
    edited = edit(root / FILE, "nhanh hơn", "chậm hơn")
    workplace(root, {NAME: PLAN.replace("tốt hơn", "giỏi hơn")})
    outcome = only(run(root))
    assert outcome.status is Status.BUILT
    [found] = outcome.findings
    assert (found.code, found.severity, found.where.path) == ("B011", Severity.WARNING, FILE)
    assert "ke-hoach.edited-1.docx" in found.message
    assert (root / "build/x/2024/ke-hoach.edited-1.docx").read_bytes() == edited
    assert only(run(root)).findings == ()


@pytest.mark.parametrize(("edited", "aside"), [(False, 0), (True, 1)])
def test_without_a_manifest_an_edit_shows_in_the_file(root: Path, edited: bool, aside: int) -> None:
    run(root)
    (root / "build/x/2024/manifest.json").unlink()
    if edited:
        edit(root / FILE, "nhanh hơn", "chậm hơn")
    workplace(root, {NAME: PLAN.replace("tốt hơn", "giỏi hơn")})
    assert codes(only(run(root))) == ["B011"] * aside


def test_without_a_manifest_a_file_saved_by_another_program_is_kept_aside(root: Path) -> None:
    run(root)
    (root / "build/x/2024/manifest.json").unlink()
    edit(root / FILE, "<w:titlePg/>", "")
    workplace(root, {NAME: PLAN.replace("tốt hơn", "giỏi hơn")})
    assert codes(only(run(root))) == ["B011"]


def test_a_file_open_in_word(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(root)
    before = contents(root / "build")
    workplace(root, {NAME: PLAN.replace("tốt hơn", "giỏi hơn")})
    real = os.replace

    def locked(source: Path, target: Path) -> None:
        if Path(target).suffix == ".docx":
            raise PermissionError(errno.EACCES, "The process cannot access the file")
        real(source, target)

    monkeypatch.setattr(os, "replace", locked)
    outcome = only(run(root))
    assert (outcome.status, codes(outcome)) == (Status.FAILED, ["B006"])
    assert outcome.findings[0].where.path == FILE
    assert contents(root / "build") == before


def test_an_output_folder_without_permission() -> None:
    """As somebody who is not root, where the tests run as root."""
    with tempfile.TemporaryDirectory() as made:
        folder = workplace(Path(made), {NAME: PLAN})
        (folder / "build").mkdir(mode=0o555)
        (folder / ".kehoach").mkdir()
        (folder / ".kehoach").chmod(0o777)
        folder.chmod(0o755)
        done = as_nobody(folder, "build")
        (folder / "build").chmod(0o755)
        assert done.returncode == 1, done.stderr
        assert "error[B010] no permission to write here" in done.stdout
        assert contents(folder / "build") == {}


def as_nobody(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command line as somebody who may not write everywhere.

    The process loads what it needs first: that may stand where only root can read.
    """
    code = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from kehoach import build, cli, progress\n"
        "from kehoach.builder import Asked\n"
        "from kehoach.workspace import find\n"
        "here = find(Path.cwd())\n"
        "build.build(here, here.plans(), Path('warm').absolute(), Asked(True), lambda *_: None)\n"
        "for path in Path('.kehoach').rglob('*'):\n"
        "    path.chmod(0o777)\n"
        "if os.geteuid() == 0:\n"
        "    os.setuid(65534)\n"
        "sys.argv = ['kehoach', *sys.argv[1:]]\n"
        "cli.main()\n"
    )
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_a_full_disk(root: Path) -> None:
    """A limit on the size of files stands for the full disk: the system refuses to write."""
    run(root)
    before = contents(root / "build")
    workplace(root, {NAME: PLAN.replace("Làm tốt hơn", "Làm tốt hơn nữa")})
    size = len(PLAN.encode()) + 200
    code = (
        "import resource, signal, sys\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))\n"
        "sys.argv = ['kehoach', 'build']\n"
        "from kehoach import cli\n"
        "cli.main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", code],
        cwd=root,
        env=environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert f"{FILE}: error[B007] the disk is full" in done.stdout
    assert contents(root / "build") == before


def test_the_output_can_go_elsewhere(root: Path, tmp_path: Path) -> None:
    outcome = only(run(root, out=tmp_path / "khác"))
    assert outcome.status is Status.BUILT
    assert (tmp_path / "khác/x/2024/ke-hoach.docx").is_file()
    assert not (root / "build").exists()


def test_an_output_folder_that_is_a_file(root: Path) -> None:
    workplace(root, {"build": "not a folder"})
    outcome = only(run(root))
    assert (outcome.status, codes(outcome)) == (Status.FAILED, ["B008"])


def started(root: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "kehoach", "build"],
        cwd=root,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def wait_for(condition: Callable[[], bool], process: subprocess.Popen[str]) -> None:
    while not condition():
        assert process.poll() is None, "the build ended before it could be stopped"
        time.sleep(0.005)


def whole(root: Path) -> set[str]:
    """Return the plans with a manifest; every file there is whole and as its manifest says."""
    for path in (root / "build").rglob("*.docx"):
        with zipfile.ZipFile(path) as archive:
            assert archive.testzip() is None
    done = set()
    for path in (root / "build").rglob("manifest.json"):
        made = manifest.parse(path.read_bytes())
        assert made is not None
        for entry in made.files:
            assert store.sha256((path.parent / entry.path).read_bytes()) == entry.sha256
        done.add(made.plan)
    return done


def test_one_build_waits_for_another(root: Path) -> None:
    """The second would take what the first has laid down for the rest of a killed one."""
    workplace(root, {NAME: PLAN + COPIES})
    workspace = find(root)
    assert workspace is not None
    at_work, goes_on = threading.Event(), threading.Event()

    def hold_on(_: int, file: str) -> None:
        if file.endswith("huyen_vu_thu/ke-hoach.docx"):
            at_work.set()
            assert goes_on.wait(60)

    def tell(_: int, file: str) -> None:
        if "another build" in file:
            goes_on.set()

    def second() -> Result:
        assert at_work.wait(60)
        try:
            return build.build(workspace, [NAME], root / "build", Asked(), tell)
        finally:
            goes_on.set()

    with ThreadPoolExecutor() as pool:
        other = pool.submit(second)
        outcome = only(build.build(workspace, [NAME], root / "build", Asked(), hold_on))
        assert (outcome.status, codes(outcome)) == (Status.BUILT, [])
        assert only(other.result()).status is Status.UNCHANGED


def test_ctrl_c_leaves_whole_files_and_says_what_is_done(tmp_path: Path) -> None:
    root = workplace(tmp_path, many(200))
    process = started(root)
    wait_for(lambda: len(list((root / "build").rglob("manifest.json"))) >= 3, process)
    process.send_signal(signal.SIGINT)
    shown, complaint = process.communicate()
    assert process.returncode == 130, complaint
    assert complaint == ""
    done = whole(root)
    assert 3 <= len(done) < 200
    table, undone = shown.split("Interrupted. Not built: ")
    left = set(undone.strip().split(", "))
    assert all(plan in table for plan in done - left)
    assert left | done == set(many(200))
    assert len(left & done) <= 1, "only the plan in hand may be both written and not counted"
    assert not list((root / "build").rglob(".kehoach-*"))


def test_a_killed_build_is_completed_by_the_next(tmp_path: Path) -> None:
    root = workplace(tmp_path, many(40))
    for count in (1, 5, 12):
        process = started(root)
        wait_for(lambda: len(list((root / "build").rglob("manifest.json"))) >= count, process)  # noqa: B023
        process.kill()
        process.communicate()
        whole(root)
    (root / "build/x/000/.kehoach-0123.tmp").write_text("half")
    result = run(root, recheck=True)
    assert {outcome.status for outcome in result.outcomes} <= {Status.BUILT, Status.UNCHANGED}
    assert [found for outcome in result.outcomes for found in outcome.findings] == []
    assert whole(root) == set(many(40))
    assert not [path for path in root.rglob("*") if path.name.startswith(".kehoach-")]
    assert not list((root / ".kehoach/pending").iterdir())


def test_the_source_path_is_the_one_under_test() -> None:
    assert Path(build.__file__).is_relative_to(SOURCE)


def test_every_file_of_a_plan_is_told_of(tmp_path: Path) -> None:
    here = find(workplace(tmp_path, {"plans/x/2024.yaml": PLAN}))
    assert here
    heard: list[tuple[int, str]] = []
    build.build(here, here.plans(), tmp_path / "build", Asked(), lambda *told: heard.append(told))
    assert heard == [(0, "plans/x/2024.yaml"), (0, "plans/x/2024.yaml: ke-hoach.docx")]
