"""Applies rules: to a plan and the tree composed from it, to a tree alone, to a Word file.

Pure: what is looked at goes in, findings come out, each once and in the order of their places.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from kehoach.diagnostic import Diagnostic, Place, Severity, Span, Where, in_order
from kehoach.document import FIXED, Block, Cell, Document
from kehoach.paper import Paper
from kehoach.plan import Plan
from kehoach.rule import Draft, Sees, Text, Words
from kehoach.rules import Known, every
from kehoach.tabular import TABLES
from kehoach.waivers import Waivers

if TYPE_CHECKING:
    from kehoach.printed import Printed

LAYOUT = "N"
"""First letter of the rules of Nghị định 30/2020/NĐ-CP; those of sense begin with `S`."""

MOST = 2000
"""So many paragraphs are remembered, more than a plan and one of its copies have."""

Pairs = Sequence[tuple[Block, Block]]
"""Blocks of a copy, each with what stands in its place in another one."""

_DATE = re.compile(r"(?:ngày\s*(\d{0,2})[\s.…]*)?tháng\s*(\d{1,2})\s*năm\s*(\d{4})", re.IGNORECASE)
_NUMBER = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Choice:
    """Which findings are wanted, by the beginning of their codes: `N1`, `S104`."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def keeps(self, found: Diagnostic) -> bool:
        """Return whether a finding is wanted; an error that is not a rule's always is."""
        if found.severity is Severity.ERROR and found.code not in codes():
            return True
        wanted = not self.select or found.code.startswith(self.select)
        return wanted and not (self.ignore and found.code.startswith(self.ignore))


class Checker:
    """Applies rules; the same paragraph of many copies is looked at once."""

    def __init__(self, rules: Iterable[Known] | None = None) -> None:
        """Take the rules to apply, all when none are given."""
        taken = every() if rules is None else tuple(rules)
        self._rules = {sees: [rule for rule in taken if rule.rule.sees is sees] for sees in Sees}
        self._seen: dict[tuple[Where | None, datetime.date | None, Block], list[Diagnostic]] = {}

    def check_plan(self, plan: Plan, document: Document) -> list[Diagnostic]:
        """Return what rules find in a plan, or a copy of one, and in its document."""
        day = first_day(plan)
        found = self._apply(Sees.PLAN, Draft(plan, document, day), plan.path)
        number = plan.keys.number
        draft = bool(plan.keys.draft) or number is None or number.unknown
        return in_order([*found, *self.check_tree(Text(document, plan.path, day, draft))])

    def check_drafts(
        self, drafts: Iterable[tuple[Plan, Document]], waivers: Waivers
    ) -> list[Diagnostic]:
        """Return what rules find in a plan and its copies, and no plan waives; noise left out.

        Copies of one level that are made of the same lines are one text: the first is looked at as
        a whole, of the others the words that no copy has printed yet, units' names apart.
        """
        return once(waivers.kept(plan, found) for plan, found in self._each(drafts))

    def _each(
        self, drafts: Iterable[tuple[Plan, Document]]
    ) -> Iterator[tuple[Plan, list[Diagnostic]]]:
        first: dict[str, Document] = {}
        said: set[str] = set()
        for plan, tree in drafts:
            like = first.setdefault(plan.unit.level if plan.unit else "", tree)
            new = _differing(tree.blocks, like.blocks)
            if like is tree or not _same_lines(new):
                yield plan, self.check_plan(plan, tree)
            else:
                yield plan, self._differences(plan, new or (), said)

    def _differences(self, plan: Plan, new: Pairs, said: set[str]) -> list[Diagnostic]:
        """Return what rules find in words that are new in a copy, and not in `said`."""
        day, name = first_day(plan), plan.unit.name if plan.unit else ""
        capitals = name.upper()
        found: list[Diagnostic] = []
        for block in _paragraphs(new):
            texts = {run.text.replace(name, "").replace(capitals, "") for run in block.runs}
            if not texts <= said:
                said |= texts
                found += self._words(Words(block, day), plan.path)
        return found

    def check_tree(self, text: Text) -> list[Diagnostic]:
        """Return what rules find in a document, paragraph by paragraph and as a whole."""
        found = self._apply(Sees.TEXT, text, text.path)
        for block in paragraphs(text.document.blocks):
            found += self._words(Words(block, text.date), text.path)
        return in_order(found)

    def check_paper(self, paper: Paper) -> list[Diagnostic]:
        """Return what rules find in a Word file; of a document of the Party, only its sense."""
        text = Text(paper.document, paper.path, date_of(paper), not _numbered(paper))
        found = [*self.check_looks(paper), *self.check_tree(text)]
        return in_order(f for f in found if not paper.party or not f.code.startswith(LAYOUT))

    def check_looks(self, paper: Paper) -> list[Diagnostic]:
        """Return what rules find in how a Word file looks, whatever its words are."""
        return in_order(self._apply(Sees.PAPER, paper, paper.path))

    def check_pages(self, printed: Printed) -> list[Diagnostic]:
        """Return what rules find on the pages of a PDF."""
        return in_order(self._apply(Sees.PAGES, printed, printed.path))

    def _apply(self, sees: Sees, subject: object, path: str) -> list[Diagnostic]:
        found = (one for known in self._rules[sees] for one in known.check(subject))
        return [_placed(one, path) for one in found]

    def _words(self, words: Words, path: str) -> list[Diagnostic]:
        key = (words.block.where, words.date, words.block)
        if len(self._seen) >= MOST:
            self._seen.clear()
        if key not in self._seen:
            self._seen[key] = self._apply(Sees.WORDS, words, path)
        return self._seen[key]


@cache
def codes() -> frozenset[str]:
    """Return the codes of all rules."""
    return frozenset(known.rule.code for known in every())


@cache
def looks() -> frozenset[str]:
    """Return the codes of the rules that look at Word files and at pages."""
    looking = (Sees.PAPER, Sees.PAGES)
    return frozenset(known.rule.code for known in every() if known.rule.sees in looking)


def paragraphs(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield every paragraph that holds words of the writer's, those of tables too."""
    for block in blocks:
        if block.table:
            for row in block.table.rows:
                yield from (b for cell in row.cells for b in paragraphs(cell.blocks))
        elif block.role != FIXED and block.runs:
            yield block


def _differing(blocks: Sequence[Block], others: Sequence[Block]) -> Pairs | None:
    """Return the blocks that are not the very same in another document, each with that one's.

    None when there are more or fewer of them.
    """
    if len(blocks) != len(others):
        return None
    return [(new, old) for new, old in zip(blocks, others, strict=True) if new is not old]


def _same_lines(new: Pairs | None) -> bool:
    """Return whether blocks were printed from the same lines as others, whatever the facts were.

    Only what a table gives a unit, as its signer, stands in lines of its own.
    """
    return new is not None and all(
        (block.role, block.marker) == (other.role, other.marker)
        and (_line(block.where) == _line(other.where) or _is_cell(block.where))
        for block, other in new
    )


def _line(where: Where | None) -> tuple[str, int] | None:
    return (where.path, where.line) if isinstance(where, Span) else None


def _is_cell(where: Where | None) -> bool:
    return where is not None and where.path.endswith(TABLES)


def _paragraphs(new: Pairs) -> Iterator[Block]:
    """Yield the paragraphs of blocks; of a table those in cells that the other has not."""
    for block, other in new:
        if block.table is None:
            yield from paragraphs([block])
            continue
        there = {id(cell) for cell in _cells(other)}
        for cell in _cells(block):
            yield from paragraphs(cell.blocks) if id(cell) not in there else ()


def _cells(block: Block) -> list[Cell]:
    return [cell for row in block.table.rows for cell in row.cells] if block.table else []


def first_day(plan: Plan) -> datetime.date | None:
    """Return the first day that the date of a plan can mean, or None for an unknown one."""
    day = plan.keys.date
    return datetime.date(*day.first) if day and day.known else None


def date_of(paper: Paper) -> datetime.date | None:
    """Return the date in the head of a Word file: the first of its month where the day is blank."""
    for line in paper.of("dia_danh_ngay"):
        match = _DATE.search(line.text)
        if match:
            day, month, year = int(match[1] or 1), int(match[2]), int(match[3])
            try:
                return datetime.date(year, month, day)
            except ValueError:
                return None
    return None


def once(documents: Iterable[Iterable[Diagnostic]]) -> list[Diagnostic]:
    """Return the findings of the copies of one plan: what one has said, no later one says again.

    Two findings say the same when place, code and template are, though they name other units.
    """
    said: set[tuple[Where, str, str]] = set()
    kept: list[Diagnostic] = []
    for findings in documents:
        new = [f for f in findings if (f.where, f.code, f.template) not in said]
        said |= {(f.where, f.code, f.template) for f in new}
        kept += new
    return in_order(kept)


def _numbered(paper: Paper) -> bool:
    return any(_NUMBER.search(line.text.partition("/")[0]) for line in paper.of("so_ky_hieu"))


def _placed(found: Diagnostic, path: str) -> Diagnostic:
    """Return a finding of the whole file with the file's path."""
    where = found.where
    return found if where.path else replace(found, where=Place(path))
