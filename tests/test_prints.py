"""PDFs beside the Word files of a plan: printed when these changed, looked at, told of once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from kehoach import build, manifest, prints, store
from kehoach.builder import Asked
from kehoach.checking import Checker
from kehoach.diagnostic import Diagnostic, Place, error, warning
from kehoach.document import Document
from kehoach.outcome import Outcome, Status
from kehoach.pdf import office, printing
from kehoach.pdf.pages import read_pages
from kehoach.pdf.printing import Engine, Proofs, Sheet
from kehoach.printed import Printed
from kehoach.workspace import find
from workplace import PLAN, edit, kehoach, workplace

NAME = "plans/x/2024.yaml"
HOME = Path("build/x/2024")
COPIES = """\
copies:
  district:
    recipients: |
      Như trên
    closing: Nhận kế hoạch này, yêu cầu thực hiện.
    signature:
      - {for: TM. BAN CHỈ ĐẠO, as: TRƯỞNG BAN}
"""


class Press:
    """Stands for an engine: its PDFs are the Word files' hashes, and it counts what it printed."""

    def __init__(self) -> None:
        self.printed: list[str] = []
        self.broken: set[str] = set()
        self.findings: list[tuple[str, str]] = []

    def __call__(
        self,
        sheets: Mapping[str, Sheet],
        engine: Engine,
        jobs: int,
        check: object,
        proofs: Proofs,
    ) -> tuple[dict[str, bytes], list[Diagnostic]]:
        names = [name for name in sheets if name not in self.broken]
        self.printed += names
        found = [warning(c, Place(n), "{x} is odd", x=n) for n in names for c in self.codes(n)]
        found += [error("B020", Place(name), "no PDF") for name in sheets if name in self.broken]
        made = {name: store.sha256(sheets[name].data).encode() for name in names}
        return made, found

    def codes(self, name: str) -> Iterator[str]:
        return (code for end, code in self.findings if name.endswith(end))


@pytest.fixture
def press(monkeypatch: pytest.MonkeyPatch) -> Press:
    made = Press()
    monkeypatch.setattr(printing, "pdfs", made)
    return made


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return workplace(tmp_path, {NAME: PLAN})


def run(root: Path, engine: Engine | None = Engine.OFFICE) -> Outcome:
    workspace = find(root)
    assert workspace is not None
    asked = Asked(engine=engine)
    result = build.build(workspace, [NAME], root / "build", asked, lambda *_: None)
    [outcome] = result.outcomes
    assert not outcome.crash, outcome.crash
    return outcome


def listed(root: Path) -> dict[str, str]:
    made = manifest.parse((root / HOME / "manifest.json").read_bytes())
    assert made is not None
    return {entry.path: entry.kind for entry in made.files}


def test_a_pdf_stands_beside_its_word_file(root: Path) -> None:
    """By LibreOffice itself; what it prints is never the same twice, so it is printed once."""
    done = kehoach(root, "build", "--pdf")
    assert done.returncode == 0, done.stdout
    path = root / HOME / "ke-hoach.pdf"
    assert "KẾ HOẠCH" in read_pages(path.read_bytes())[0].text
    assert listed(root) == {"ke-hoach.docx": "ke-hoach", "ke-hoach.pdf": "pdf"}
    before = path.read_bytes()
    assert run(root).status is Status.UNCHANGED
    assert path.read_bytes() == before


def test_what_did_not_change_is_not_printed_again(root: Path, press: Press) -> None:
    assert (run(root).pdfs, len(press.printed)) == (1, 1)
    assert (run(root).pdfs, len(press.printed)) == (1, 1)
    edit(root / NAME, "year: 2024", "# năm\nyear: 2024")
    assert (run(root).pdfs, len(press.printed)) == (1, 1)
    edit(root / NAME, "tốt hơn", "giỏi hơn")
    assert dict(run(root).why) == {
        "ke-hoach.docx": "what it says changed",
        "ke-hoach.pdf": "its Word file changed",
    }
    assert len(press.printed) == 2
    assert run(root, Engine.FAST).why == {"ke-hoach.pdf": "another engine printed it"}
    assert len(press.printed) == 3


def test_libreoffice_is_asked_once_for_a_kind_however_many_batches(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the documents, which it prints otherwise, none is printed; what it proves stands."""
    workplace(root, {NAME: PLAN + COPIES})
    asked: list[str] = []
    real = office.Office.convert

    def convert(
        self: office.Office, files: Mapping[str, bytes], jobs: int = 1
    ) -> tuple[dict[str, bytes], list[Diagnostic]]:
        asked.extend(files)
        return real(self, files, jobs)

    monkeypatch.setattr(office.Office, "convert", convert)
    monkeypatch.setattr(prints, "BATCH_FAST", 2)
    outcome = run(root, Engine.FAST)
    assert asked == [str(HOME / "ke-hoach.pdf")]
    assert [found.code for found in outcome.findings if found.code[0] == "B"] == ["B022"]


def test_a_pdf_stays_as_long_as_its_word_file(root: Path, press: Press) -> None:
    run(root)
    assert run(root, None).pdfs == 1
    edit(root / NAME, "year: 2024", "# năm\nyear: 2024")
    assert run(root, None).pdfs == 1
    edit(root / NAME, "tốt hơn", "giỏi hơn")
    assert run(root, None).pdfs == 0
    assert not (root / HOME / "ke-hoach.pdf").exists()
    assert run(root).pdfs == 1


def test_a_pdf_that_somebody_changed_is_kept_aside(root: Path, press: Press) -> None:
    run(root)
    (root / HOME / "ke-hoach.pdf").write_bytes(b"mine")
    outcome = run(root)
    assert outcome.why == {"ke-hoach.pdf": "edited by hand"}
    assert [found.code for found in outcome.findings] == ["B011"]
    assert (root / HOME / "ke-hoach.edited-1.pdf").read_bytes() == b"mine"


def test_one_that_fails_costs_only_itself(tmp_path: Path, press: Press) -> None:
    root = workplace(tmp_path, {NAME: PLAN + COPIES})
    broken = (HOME / "huyen_vu_thu" / "ke-hoach.pdf").as_posix()
    press.broken = {broken}
    outcome = run(root)
    assert outcome.status is Status.BUILT
    assert [found.where.path for found in outcome.findings if found.code == "B020"] == [broken]
    assert outcome.documents == outcome.pdfs + 1
    press.printed, press.broken = [], set()
    assert run(root).pdfs == outcome.documents
    assert press.printed == [broken]


def test_what_many_pages_have_is_told_once_and_again(tmp_path: Path, press: Press) -> None:
    root = workplace(tmp_path, {NAME: PLAN + COPIES})
    press.findings = [("ke-hoach.pdf", "N804")]
    outcome = run(root)
    told = [
        (found.code, found.where.path)
        for found in outcome.findings
        if found.code in ("B025", "N804")
    ]
    first = (HOME / "ke-hoach.pdf").as_posix()
    assert told == [("B025", first), ("N804", first)]
    [more] = [found for found in outcome.findings if found.code == "B025"]
    assert more.args["count"] == outcome.pdfs - 1
    assert [f.message for f in run(root).findings] == [f.message for f in outcome.findings]
    assert len(press.printed) == outcome.pdfs
    assert "N804" not in {found.code for found in run(root, None).findings}


def test_a_waiver_counts_for_pages_too(tmp_path: Path, press: Press) -> None:
    waiver = "waivers:\n  - {code: N804, reason: In một mặt.}\n"
    root = workplace(tmp_path, {NAME: PLAN + waiver})
    press.findings = [("ke-hoach.pdf", "N804")]
    assert run(root).findings == ()
    assert run(root).findings == ()


def test_pages_of_which_nothing_is_known_are_looked_at(
    root: Path, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    press.findings = [("ke-hoach.pdf", "N804")]
    run(root)
    for path in (root / store.STATE / "built").iterdir():
        path.unlink()
    seen: list[bytes] = []
    monkeypatch.setattr(prints, "BATCH", 1)
    monkeypatch.setattr("kehoach.pdf.pages.read_pages", lambda data: seen.append(data) or ())
    trees: list[Document | None] = []

    def look(_: Checker, printed: Printed) -> list[Diagnostic]:
        trees.append(printed.document)
        return []

    monkeypatch.setattr(Checker, "check_pages", look)
    assert run(root).pdfs == 1
    assert [tree.blocks[0].role for tree in trees if tree] == ["co_quan_chu_quan"]
    assert seen == [(root / HOME / "ke-hoach.pdf").read_bytes()]
    assert len(press.printed) == 1


def test_a_stopped_printing_goes_on_where_it_was(
    tmp_path: Path, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = workplace(tmp_path, {NAME: PLAN + COPIES})
    monkeypatch.setattr(prints, "BATCH", 3)
    monkeypatch.setattr("kehoach.pdf.pages.read_pages", lambda data: ())

    def dying(sheets: Mapping[str, Sheet], *rest: object) -> object:
        if press.printed:
            raise KeyboardInterrupt
        return press(sheets, *rest)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(printing, "pdfs", dying)
        with pytest.raises(ValueError, match="not enough values"):
            run(root)
    assert len(press.printed) == 3
    assert sum(kind == "pdf" for kind in listed(root).values()) == 3
    outcome = run(root)
    assert outcome.pdfs == outcome.documents == len(press.printed)


def test_without_libreoffice_the_word_files_are_built(root: Path) -> None:
    done = kehoach(root, "build", "--pdf", PATH="")
    assert done.returncode == 1
    assert "error[B023]" in done.stdout
    assert (root / HOME / "ke-hoach.docx").exists()
