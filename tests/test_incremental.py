"""What is as the build before left it stays; all else is made again, and it is said why."""

from __future__ import annotations

import os
import shutil
import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

import cases
from form_plans import FACTS, TABLES
from kehoach import build, builder, in_hand, make, manifest, store, template
from kehoach import plan as plans
from kehoach.builder import Asked
from kehoach.diagnostic import Place, Span, error, warning
from kehoach.incremental import stamps, tool
from kehoach.incremental.before import Before, Why, settled
from kehoach.incremental.record import Record, Records
from kehoach.incremental.stamps import Stamp
from kehoach.outcome import Outcome, Status
from kehoach.workspace import find
from workplace import PLAN, edit, kehoach, workplace

NAME = cases.PATH
FORMS = """\
forms:
  - {use: dang-ky-thi-dua, by: district, due: nop, to: Công an tỉnh}
  - {use: tong-hop, by: issuer, to: Bộ Công an}
"""
HOME = Path("build/thai-binh") / Path(NAME).stem
UNITS = "plans/thai-binh/so-lieu.csv"
SIMPLE = "plans/x/2024.yaml"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a working folder with a plan, its copies and forms, all built."""
    root = workplace(
        tmp_path_factory.mktemp("cả tỉnh"), {NAME: cases.complete(FACTS + FORMS), **TABLES}
    )
    assert run(root).status is Status.BUILT
    return root


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    """Return a copy of it; copying changes what the system tells of files, not their content."""
    shutil.copytree(built, tmp_path / "nơi làm việc")
    return tmp_path / "nơi làm việc"


@pytest.fixture
def simple(tmp_path: Path) -> Path:
    root = workplace(tmp_path, {SIMPLE: PLAN})
    run(root)
    return root


def run(root: Path, *only: str, recheck: bool = False) -> Outcome:
    workspace = find(root)
    assert workspace is not None
    asked = Asked(recheck, only)
    result = build.build(workspace, workspace.plans(), root / "build", asked, lambda *_: None)
    [outcome] = result.outcomes
    assert not outcome.crash, outcome.crash
    return outcome


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _repacked(data: bytes) -> bytes:
    """Return a Word file with other bytes that says the same."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(stream, "w") as target:
        for item in source.infolist():
            target.writestr(item.filename, source.read(item))
    return stream.getvalue()


def without_loading(monkeypatch: pytest.MonkeyPatch) -> None:
    def load(*_: object) -> None:
        raise AssertionError("the plan was loaded")

    monkeypatch.setattr(plans, "load", load)


def test_a_units_figure_changes_its_own_files_and_the_sums(root: Path) -> None:
    before = contents(root / HOME)
    edit(root / UNITS, "huyen_quynh_phu,210", "huyen_quynh_phu,211")
    outcome = run(root)
    assert {Path(path).parts[0] for path in outcome.why} == {"huyen_quynh_phu", "dang-ky"}
    assert set(outcome.why.values()) == {Why.CONTENT}
    after = contents(root / HOME)
    changed = {
        str(Path(path).relative_to(root / HOME)) for path in after if after[path] != before[path]
    }
    assert changed == {*outcome.why, "manifest.json"}
    assert run(root).status is Status.UNCHANGED


def test_what_stays_says_the_same_as_what_a_clean_build_makes(root: Path) -> None:
    edit(root / UNITS, "huyen_quynh_phu,210", "huyen_quynh_phu,211")
    assert run(root).status is Status.BUILT
    carried = manifest.parse((root / HOME / "manifest.json").read_bytes())
    shutil.rmtree(root / "build")
    run(root)
    clean = manifest.parse((root / HOME / "manifest.json").read_bytes())
    assert carried is not None
    assert clean is not None
    assert {e.path: e.key for e in carried.files} == {e.path: e.key for e in clean.files}
    assert carried.sources == clean.sources


@pytest.mark.parametrize("is_sound", [True, False])
def test_a_template_of_forms_that_stay_is_read_only_when_there_is_something_to_say_of_it(
    root: Path, monkeypatch: pytest.MonkeyPatch, is_sound: bool
) -> None:
    compile_template, read = template.compile_template, list[str]()

    def spied(data: bytes, path: str) -> object:
        read.append(Path(path).stem)
        made, findings = compile_template(data, path)
        said = [] if is_sound or "ke-hoach" in path else [warning("T016", Place(path), "một lời")]
        return made, [*findings, *said]

    monkeypatch.setattr(template, "compile_template", spied)
    shutil.rmtree(root / store.STATE)
    first = run(root)
    assert {"ke-hoach", "dang-ky-thi-dua", "tong-hop"} == set(read)
    read.clear()
    edit(root / NAME, "I. ", "I.  ")
    second = run(root)
    assert set(read) == ({"ke-hoach"} if is_sound else {"ke-hoach", "dang-ky-thi-dua", "tong-hop"})
    told = [found.message for found in second.findings if found.code == "T016"]
    assert told == [found.message for found in first.findings if found.code == "T016"]
    assert bool(told) is not is_sound


def test_nothing_to_do_is_seen_without_reading_the_plan(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(root / "build")
    made = run(root)
    without_loading(monkeypatch)
    again = run(root)
    assert again.status is Status.UNCHANGED
    assert again.why == {}
    assert again.files == made.files
    assert (again.documents, again.units, again.forms) == (made.documents, made.units, made.forms)
    assert contents(root / "build") == before


def test_what_was_found_is_said_again(simple: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(simple / SIMPLE, "recipients:", "number: '?'\nrecipients:")
    said = run(simple).findings
    assert said
    without_loading(monkeypatch)
    assert run(simple).findings == said


@pytest.mark.parametrize("size", ["same", "other"])
def test_an_edit_is_seen_whatever_its_time_is(root: Path, size: str) -> None:
    path = root / HOME / "huyen_vu_thu" / "ke-hoach.docx"
    run(root)
    data, told = path.read_bytes(), path.stat()
    changed = bytes([data[0] ^ 1]) + data[1:] + (b"" if size == "same" else b"x")
    path.write_bytes(changed)
    os.utime(path, ns=(told.st_atime_ns, told.st_mtime_ns))
    outcome = run(root)
    assert outcome.why == {"huyen_vu_thu/ke-hoach.docx": Why.EDITED}
    assert "B011" in {found.code for found in outcome.findings}
    assert path.read_bytes() == data
    assert path.with_name("ke-hoach.edited-1.docx").read_bytes() == changed


def test_a_file_that_is_gone_is_made_again(root: Path) -> None:
    path = root / HOME / "huyen_vu_thu" / "dang-ky-thi-dua.docx"
    data = path.read_bytes()
    path.unlink()
    assert run(root).why == {"huyen_vu_thu/dang-ky-thi-dua.docx": Why.MISSING}
    assert path.read_bytes() == data


def test_each_reason_is_told(simple: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = "ke-hoach.docx"
    shutil.rmtree(simple / "build")
    assert run(simple).why == {file: Why.NEW}
    edit(simple / SIMPLE, "tốt hơn", "giỏi hơn")
    assert run(simple).why == {file: Why.CONTENT}
    workspace = find(simple)
    assert workspace is not None
    common = workspace.fetch("templates/ke-hoach.docx")
    own = simple / "templates" / "x" / "ke-hoach.docx"
    own.parent.mkdir(parents=True)
    own.write_bytes(common)
    assert run(simple).why == {}, "the province's own template is the common one"
    own.write_bytes(_repacked(common))
    assert run(simple).why == {file: Why.TEMPLATE}
    for module in (builder, in_hand, make):
        monkeypatch.setattr(module, "fingerprint", lambda: "0" * 64)
    assert run(simple).why == {file: Why.TOOL}


def test_a_template_of_its_own_is_seen_when_it_appears(simple: Path) -> None:
    run(simple)
    workplace(simple, {"templates/x/ke-hoach.docx": "no Word file"})
    assert run(simple).status is Status.FAILED


def test_a_template_that_cannot_be_read_is_seen_too(simple: Path) -> None:
    run(simple)
    (simple / "templates/x/ke-hoach.docx").mkdir(parents=True)
    outcome = run(simple)
    assert (outcome.status, [found.code for found in outcome.findings]) == (Status.FAILED, ["B012"])


def test_a_comment_makes_nothing_again(root: Path) -> None:
    before = contents(root / HOME)
    edit(root / NAME, "year: 2024", "# năm nay\nyear: 2024")
    outcome = run(root)
    assert (outcome.status, outcome.why) == (Status.UNCHANGED, {})
    after = contents(root / HOME)
    listed = str(root / HOME / "manifest.json")
    assert after.pop(listed) != before.pop(listed)
    assert after == before


def test_a_part_makes_what_changed_of_it(root: Path) -> None:
    edit(root / UNITS, "huyen_quynh_phu,210", "huyen_quynh_phu,211")
    assert run(root, "huyen_vu_thu").why == {}
    outcome = run(root, "huyen_quynh_phu")
    assert outcome.why
    assert {Path(path).parts[0] for path in outcome.why} == {"huyen_quynh_phu"}
    assert {Path(path).parts[0] for path in run(root).why} == {"dang-ky"}


def test_recheck_reads_what_stays(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(root)
    read: list[str] = []
    from kehoach.ooxml import read as reading

    real = reading.read
    monkeypatch.setattr(
        reading, "read", lambda data, path: (read.append(path), real(data, path))[1]
    )
    outcome = run(root, recheck=True)
    assert (outcome.status, outcome.why) == (Status.UNCHANGED, {})
    assert len(read) == outcome.documents


def test_a_template_is_not_compiled_for_what_stays(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(root)
    monkeypatch.setattr(template, "compile_template", None)
    assert run(root).status is Status.UNCHANGED


def test_why_is_printed(simple: Path) -> None:
    assert kehoach(simple, "build").returncode == 0
    edit(simple / SIMPLE, "tốt hơn", "giỏi hơn")
    done = kehoach(simple, "build", "--why")
    assert f"{SIMPLE}: ke-hoach.docx: what it says changed" in done.stdout.splitlines()


def test_a_stamp_of_late_is_not_trusted() -> None:
    second = 1_000_000_000
    exact, whole = Stamp(1, 5 * second + 1, 5 * second + 1, 7), Stamp(1, 5 * second, 0, 7)
    assert not exact.is_settled(5 * second + 2)
    assert exact.is_settled(6 * second)
    assert not whole.is_settled(6 * second), "the file system may count whole seconds"
    assert whole.is_settled(8 * second)
    assert settled({"a": exact, "b": Stamp(1, time.time_ns() + 1, 0, 7)}) == {"a": exact}


def test_a_stamp_tells_a_file_from_another(tmp_path: Path) -> None:
    one = tmp_path / "một"
    assert stamps.of(one) is None
    one.write_bytes(b"1")
    first = stamps.of(one)
    assert first is not None
    os.replace(one, tmp_path / "hai")
    moved = stamps.of(tmp_path / "hai")
    assert moved is not None
    assert moved.same_content(first)
    (tmp_path / "hai").write_bytes(b"22")
    assert stamps.of(tmp_path / "hai") != moved


def test_a_record_comes_back(tmp_path: Path) -> None:
    records = Records(tmp_path, tmp_path / "build")
    found = error("P1", Span("a.yaml", 1, 2, 3, 4), "{x} {y}", "hint {x}", x="một", y=Path("b"))
    other = warning("N1", Place("b.docx", "word/document.xml", 3, "lời"), "said")
    kept = Record(
        *("t", {"a": "1", "b": None}, "m", {"f": Stamp(1, 2, 3, 4)}, (found,), {"p": (other,)}),
        *(frozenset({"s"}), True),
    )
    records.save("plans/a.yaml", kept)
    again = records.load("plans/a.yaml")
    assert [one.message for one in again.findings] == ["một b"]
    assert again == Record(
        **{**{n: getattr(kept, n) for n in Record.__slots__}, "findings": again.findings}
    )
    records.begin("plans/a.yaml", again)
    assert not records.load("plans/a.yaml").whole
    assert Records(tmp_path, tmp_path / "khác").load("plans/a.yaml") == Record()


def test_a_record_that_is_not_as_it_was_written_is_none(tmp_path: Path) -> None:
    records = Records(tmp_path, tmp_path / "build")
    records.save("plans/a.yaml", Record("t", {"a": None}))
    [path] = (tmp_path / store.STATE / "built").iterdir()
    good = path.read_bytes()
    assert records.load("plans/a.yaml").tool == "t"
    for data in (b"", good[:-1], good.replace(b'{"a":null}', b"[null]    "), good.split(b"\n")[1]):
        path.write_bytes(data)
        assert records.load("plans/a.yaml") == Record()


def test_a_record_of_another_manifest_tells_nothing(simple: Path) -> None:
    run(simple)
    home = simple / "build/x/2024"
    known = Records(simple, simple / "build").load(SIMPLE)
    assert Before(home, home / "manifest.json", known).record == known
    (home / "manifest.json").write_bytes((home / "manifest.json").read_bytes() + b"\n")
    assert Before(home, home / "manifest.json", known).record == Record()


def test_the_fingerprint_is_that_of_the_code(monkeypatch: pytest.MonkeyPatch) -> None:
    tool.fingerprint.cache_clear()
    first = tool.fingerprint()
    tool.fingerprint.cache_clear()
    assert tool.fingerprint() == first
    monkeypatch.setattr(tool, "__version__", "next")
    tool.fingerprint.cache_clear()
    assert tool.fingerprint() != first
    tool.fingerprint.cache_clear()
