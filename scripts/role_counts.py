"""How many lines of labelled documents are found in their role, by half and by maker.

Labels come from the code that wrote a document. One half was at hand while the reader was made,
the other was written when it was done: `said.SEEN` and `said.HELD`, and plans of this folder.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import makers
from makers import Missing

from kehoach import make, workspace
from kehoach.compose import compose
from kehoach.copies import copies
from kehoach.document import Document
from kehoach.papers import read_paper
from kehoach.plan import load
from kehoach.render import render
from offices import Habit, Office, Said, labels, write
from roles_found import Found, compare
from said import HELD, SEEN, of_document

Row = tuple[str, str, str]
_HELD_PLANS = ("nghe-an/2024-co-so", "binh-phuoc/2019", "an-giang/2027")
_COPIES = 3
"""Copies of each plan that are read too."""
_HABITS = (
    Habit(),
    Habit("tabs", "vml", "theme"),
    Habit(rules="drawing", fonts="style"),
    Habit(rules="vml", counted=True),
)


@dataclass
class Half:
    """Counts of one half by maker, the files that were read, and what makers were not there."""

    by: dict[str, Found] = field(default_factory=dict)
    files: list[bytes] = field(default_factory=list)
    missing: set[str] = field(default_factory=set)

    def add(self, maker: str, name: str, data: bytes, wanted: Sequence[tuple[str, str]]) -> None:
        """Read a file and count its lines."""
        paper, findings = read_paper(data, name)
        found = self.by.setdefault(maker, Found())
        self.files.append(data)
        if paper is None:
            found.told += [f"{name}: {finding.message}" for finding in findings]
            found.missed.update(role for _, role in wanted)
        else:
            compare(paper, wanted, name, found)

    @property
    def total(self) -> Found:
        """Return the counts of all makers together, files of ours aside."""
        made = Found()
        for maker, found in self.by.items():
            if maker != OURS:
                made.right.update(found.right)
                made.missed.update(found.missed)
                made.wrong.update(found.wrong)
                made.told += found.told
        return made


OURS = "ours, by style"


def rows(root: Path, cache: Path) -> Iterator[Row]:
    """Yield a row for each half and maker, and for each role that is not always found.

    `cache` is where npm puts its package.
    """
    documents = dict(_documents(root))
    for claim, offices, held in (("seen", SEEN, False), ("held out", HELD, True)):
        half = Half()
        own = {n: s for n, s in documents.items() if n.startswith(_HELD_PLANS) == held}
        _count(half, offices, own, cache)
        for name, (data, document) in own.items():
            half.add(OURS, name, data, list(_labels(document)))
        found = half.total
        verdict = "" if found.recall > 0.98 and found.precision > 0.98 else "FAILED"
        yield f"roles of foreign files, {claim}", _told(found), verdict
        for maker, each in half.by.items():
            yield f"  {maker}", _told(each), ""
        for name in sorted(half.missing):
            yield f"  {name}", "not counted: the program is not there", ""
        for role in sorted({*found.missed, *found.wrong}):
            yield f"    {role}", _role(found, role), ""
        yield "  read", _speed(half.files), ""
    yield from _through([*SEEN, *HELD])


def _through(offices: Sequence[Office]) -> Iterator[Row]:
    """Yield how many roles and drawn lines are found after a way through other formats."""
    files = [office.data() for office in offices]
    drawn = sum(map(_strokes, files))
    for kind in ("doc", "odt", "rtf"):
        half = Half()
        try:
            again = makers.through(kind, files)
        except Missing:
            yield f"  through .{kind}", "not counted: the program is not there", ""
            continue
        for office, data in zip(offices, again, strict=True):
            half.add(kind, office.name, data, office.labels)
        kept = sum(map(_strokes, again))
        yield f"  through .{kind} by LibreOffice", _told(half.total), ""
        yield "    drawn lines", f"{kept} of {drawn}", ""


def _strokes(data: bytes) -> int:
    paper, _ = read_paper(data, "x.docx")
    return sum(len(line.strokes) for line in paper.lines) if paper else 0


def _count(
    half: Half,
    offices: Iterable[Office],
    own: dict[str, tuple[bytes, Document]],
    cache: Path,
) -> None:
    for office in offices:
        half.add("Word's habits, by hand", office.name, office.data(), office.labels)
    for name, (_, document) in own.items():
        said = of_document(document)
        for habit in _HABITS:
            half.add("plans, in Word's habits", name, write(said, habit), labels(said))
    for said in dict.fromkeys(office.said for office in offices):
        for maker, made in _elsewhere(said, cache):
            try:
                half.add(maker, f"{maker}: {said[0].words}", made(), labels(said))
            except Missing:
                half.missing.add(maker)


def _elsewhere(said: tuple[Said, ...], cache: Path) -> Iterator[tuple[str, Callable[[], bytes]]]:
    yield "python-docx", lambda: makers.by_python_docx(said)
    yield "npm docx", lambda: makers.by_npm_docx(said, cache)
    yield "pandoc", lambda: makers.by_pandoc(said)
    yield "LibreOffice", lambda: makers.by_libreoffice(write(said, _HABITS[2]))


def _documents(root: Path) -> Iterator[tuple[str, tuple[bytes, Document]]]:
    """Yield the documents of the plans of this folder, some copies too, and their lines."""
    folder = workspace.find(root)
    assert folder is not None
    fetch = make.Fetched(folder)
    for name in folder.plans():
        plan, _ = load(name, fetch)
        assert plan is not None
        template, _ = make.Templates().get(name, plan.type, fetch)
        assert template is not None
        some = [copy.plan for copy in islice(copies(plan, fetch), _COPIES)]
        for number, each in enumerate([plan, *some]):
            document, _ = compose(each)
            if document is not None:
                data, _ = render(template, document, {})
                key = name.removeprefix("plans/").removesuffix(".yaml")
                yield f"{key} {number}", (data or b"", document)


def _labels(document: Document) -> Iterator[tuple[str, str]]:
    """Yield words and role of each line of a tree, and those that its template adds."""
    blocks = list(document.blocks)
    if any(block.role == "noi_nhan" for block in blocks):
        yield "Nơi nhận:", "noi_nhan_de"
    for block in blocks:
        for row in block.table.rows if block.table else ():
            blocks += [inner for cell in row.cells for inner in cell.blocks]
        if block.text.strip():
            yield block.text, block.role


def _told(found: Found) -> str:
    right, missed, wrong = (c.total() for c in (found.right, found.missed, found.wrong))
    return (
        f"precision {found.precision:.2%} ({right} of {right + wrong}), "
        f"recall {found.recall:.2%} ({right} of {right + missed})"
    )


def _role(found: Found, role: str) -> str:
    right, missed, wrong = (c[role] for c in (found.right, found.missed, found.wrong))
    return f"right {right}, missed {missed}, wrong {wrong}"


def _speed(files: Sequence[bytes]) -> str:
    started = time.process_time()
    lines = 0
    for data in files:
        paper, _ = read_paper(data, "x.docx")
        lines += len(paper.lines) if paper else 0
    spent = time.process_time() - started
    return (
        f"{len(files)} files of {lines / len(files):.0f} lines, {len(files) / spent:.0f} a second"
    )
