"""From a plan to its document: every block printed, numbered and in its role.

Three parts in the order of Nghị định 30/2020/NĐ-CP, Mẫu 1.4: the head, the text, the foot;
then the annexes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial

from kehoach.diagnostic import Diagnostic, Span, in_order
from kehoach.document import KINDS, PLAIN, Block, Document, Marker, Run
from kehoach.endings import END, closed, is_closed, reopened
from kehoach.expression import Literal
from kehoach.filters import trong_cau
from kehoach.grids import table_block
from kehoach.include import expand, included
from kehoach.model import Annex, Grid, Signer
from kehoach.outline import Counter, Point, Prose, roman
from kehoach.plan import Plan
from kehoach.schema import Name, Text
from kehoach.sections import with_sections, without_targets
from kehoach.values import DOTS, Day
from kehoach.vocabulary import DU_THAO, QUOC_HIEU, TIEU_NGU, TYPES, URGENCIES
from kehoach.words import Printer

HEADED = frozenset({"A.", "I.", "1.", "1.1.", "1.1.1.", "a)", "a."})
"""Kinds of markers whose line is a heading when it ends without punctuation."""

BASIS = re.compile(r"Căn cứ|(Xét|Theo) đề nghị|(Thực hiện|Xét|Theo) ([A-ZĐ\ufffc]|.*;$)")
"""How a legal basis begins: «Theo đó, …» and «Thực hiện tốt …» are ordinary sentences."""

Sections = Mapping[str, Prose | None]
Line = tuple[Point, Marker | None]
Outline = tuple[Line, ...]

_BLANK_NUMBER = " " * 7
_BLANK_DAY = " " * 4


def compose(plan: Plan) -> tuple[Document | None, list[Diagnostic]]:
    """Return the document of a plan, and what could not be printed or counted."""
    composer = _Composer(plan)
    blocks = [*composer.head(), *composer.text(), *composer.foot(), *composer.annexes()]
    title = composer.title()
    return Document(tuple(blocks), title), in_order(composer.printer.findings)


class _Composer:
    """Goes through a plan once, in the order of the page."""

    def __init__(self, plan: Plan) -> None:
        self.keys = plan.keys
        self.plan = plan
        self.printer = Printer(plan.facts, plan.shared.memory)
        self.name, self.code, self.word = TYPES[plan.keys.type or "ke-hoach"]

    def title(self) -> str:
        """Return the document's title: its type and what it is about."""
        return f"{self.word} {trong_cau(Printer(self.plan.facts).text(self.keys.title))}"

    def head(self) -> Iterator[Block]:
        """Yield the blocks above the text."""
        issuer, keys = self.keys.issuer, self.keys
        if issuer:
            yield from self._lines("co_quan_chu_quan", issuer.over)
            yield from self._lines("co_quan_ban_hanh", issuer.name)
        if not keys.attached:
            yield self._plain("so_ky_hieu", f"Số: {self._number()}", keys.spans.get("number"))
        yield self._plain("quoc_hieu", QUOC_HIEU)
        yield self._plain("tieu_ngu", TIEU_NGU)
        if not keys.attached:
            place = f"{self._place()}, {date_line(keys.date)}"
            yield self._plain("dia_danh_ngay", place, keys.spans.get("date"))
        if keys.urgency:
            yield self._plain("do_khan", URGENCIES[keys.urgency], keys.spans.get("urgency"))
        if keys.draft:
            yield self._plain("du_thao", DU_THAO, keys.spans.get("draft"))
        yield self._plain("ten_loai", self.name, keys.spans.get("type"))
        yield from self._lines("trich_yeu", keys.title)
        if keys.attached:
            yield self._plain("kem_theo", self._attached(), keys.attached.span)

    def text(self) -> list[Block]:
        """Return the preamble, the outline and the closing, the last one ending in `./.`."""
        blocks = list(self._preamble())
        if self.keys.body:
            blocks += self._points(self.keys.body, self.keys.sections)
        if self.keys.closing:
            closing = self._points(self.keys.closing)
            blocks += [*closing[:-1], *(_kept(_as_closing, block) for block in closing[-1:])]
        return _ended(blocks)

    def foot(self) -> Iterator[Block]:
        """Yield the recipients, then each signer."""
        lines = self._marked(self.keys.recipients)
        for number, (point, marker) in enumerate(lines, 1):
            yield self._recipient(point, marker, "." if number == len(lines) else ";")
        for signer in self.keys.signature or ():
            yield from self._signer(signer)

    def annexes(self) -> Iterator[Block]:
        """Yield each annex: its label, its title, what it goes with, its text and table."""
        annexes = self.keys.annexes or ()
        for number, annex in enumerate(annexes, 1):
            label = f"Phụ lục {roman(number)}" if len(annexes) > 1 else "Phụ lục"
            opening = self._plain("phu_luc", label, annex.span)
            yield replace(opening, landscape=bool(annex.landscape), id=_id(annex))
            yield from self._lines("phu_luc_ten", annex.title)
            yield self._plain("phu_luc_kem", self._goes_with(), annex.span)
            if annex.body:
                yield from self._points(annex.body)
            table = annex.table
            if isinstance(table, Name):
                table = (self.keys.tables or {}).get(table.text)
            if table:
                yield self._table(table)
            for signer in annex.signature or ():
                yield from self._signer(signer)

    def _preamble(self) -> Sequence[Block]:
        return self.printer.series(self._marked(self.keys.preamble), "preamble", self._opening)

    def _opening(self, line: Line) -> Block:
        """Return a line of the preamble; the date of a legal basis is in full there."""
        point, _ = line
        words, named = point.text.literal.rstrip(), point.text.braces.words
        basis = bool(BASIS.match(words)) and not words.endswith(":")
        self.printer.long_dates = basis and (not named or named[0] == "can_cu")
        block = self._block(line)
        self.printer.long_dates = False
        if block.role == PLAIN and not named:
            return replace(block, role="can_cu" if basis else "mo_dau")
        return block

    def _points(self, prose: Prose, sections: Sections | None = None) -> Sequence[Block]:
        """Return the blocks of an outline of its own: includes expanded, points numbered."""
        return self.printer.series(self._marked(prose, sections), "points", self._block)

    def _marked(self, prose: Prose | None, sections: Sections | None = None) -> Outline:
        """Return what is printed of an outline, each point with its marker."""
        if prose is None:
            return ()

        def marked() -> Iterator[Line]:
            counter = Counter()
            points = with_sections(prose, sections or {})
            for point in expand(without_targets(points, self.plan.dropped), self.plan.facts):
                marker = counter.mark(point)
                if not point.gone or self._grid(point):
                    yield point, marker

        return self.printer.once(prose, (sections, self.plan.dropped), lambda: tuple(marked()))

    def _grid(self, point: Point) -> Grid | None:
        _, found = included(point, self.plan.facts)
        return found if isinstance(found, Grid) else None

    def _block(self, line: Line) -> Block:
        point, marker = line
        grid = self._grid(point)
        if grid:
            return self._table(grid)
        runs = self.printer.runs(point.text.pieces, point.notes)
        printed = "".join(run.text for run in runs)
        if point.end and (_is_left_open(printed) or not is_closed(printed)):
            runs = closed(runs, point.end, point.span)
            printed += point.end
        role, heading = role_of(point, printed, runs)
        if heading:
            runs = tuple(replace(run, bold=False) for run in runs)
        return Block(role, runs, marker, id=point.text.braces.id, where=point.span)

    def _table(self, grid: Grid) -> Block:
        return self.printer.once(grid, None, partial(table_block, grid, self.printer))

    def _recipient(self, point: Point, marker: Marker | None, end: str) -> Block:
        made = partial(self._addressed, point, marker, end)
        return self.printer.once(point, (marker, end), made)

    def _addressed(self, point: Point, marker: Marker | None, end: str) -> Block:
        runs = reopened(self.printer.runs(point.text.pieces, point.notes))
        sign = marker.label if marker else "-"
        dash = Run(f"{sign} ", origin=Literal(f"{sign} ", point.span, ()))
        return Block("noi_nhan", closed((dash, *runs), end, point.span), where=point.span)

    def _signer(self, signer: Signer) -> Iterator[Block]:
        yield from self._lines("ky_thay_mat", signer.authority)
        yield from self._lines("ky_chuc_vu", signer.post)
        yield from self._lines("ky_chuc_danh", signer.own_post)
        named = list(self._lines("ky_ho_ten", signer.name))
        yield from named or [Block("ky_ho_ten", where=signer.span)]

    def _lines(self, role: str, text: Text | tuple[Text, ...] | None) -> Iterator[Block]:
        for line in text if isinstance(text, tuple) else (text,) if text else ():
            yield from self.printer.once(line, role, partial(self._line, role, line))

    def _line(self, role: str, line: Text) -> tuple[Block, ...]:
        runs = self.printer.line(line)
        plain = tuple(replace(run, bold=False, italic=False) for run in runs)
        return (Block(role, plain, where=line.span),) if any(run.text for run in runs) else ()

    def _plain(self, role: str, text: str, where: Span | None = None) -> Block:
        """Return a block that the programme words itself, for the facts at `where`."""
        return _worded(role, text, where or self.keys.span)

    def _number(self) -> str:
        number = self.printer.text(self.keys.number)
        if "/" in number:
            return _with_blank(number)
        symbol = self.printer.text(self.keys.issuer.symbol) if self.keys.issuer else ""
        padded = number.zfill(2) if number.isdecimal() else number or _BLANK_NUMBER
        return f"{padded}/{self.code}-{symbol}"

    def _place(self) -> str:
        issuer = self.keys.issuer
        if issuer and issuer.place:
            return self.printer.text(issuer.place)
        return self.plan.unit.place if self.plan.unit else ""

    def _attached(self) -> str:
        attached = self.keys.attached
        if attached is None:
            return ""
        kind, no = self.printer.text(attached.type), self.printer.text(attached.no)
        number = f"số {_with_blank(no)} {date_line(attached.date)}"
        by = self.printer.text(attached.by)
        return f"(Kèm theo {kind} {number}{f' của {by}' if by else ''})"

    def _goes_with(self) -> str:
        if self.keys.attached:
            return self._attached()
        issuer = self.keys.issuer
        by = self.printer.text(issuer.short or issuer.full or issuer.name) if issuer else ""
        return f"(Kèm theo {self.word} số {self._number()} {date_line(self.keys.date)} của {by})"


@lru_cache(maxsize=256)
def _worded(role: str, text: str, span: Span) -> Block:
    return Block(role, (Run(text, origin=Literal(text, span, ())),), where=span)


def _is_left_open(printed: str) -> bool:
    """Return whether words end in what is not known yet, dots that close no sentence."""
    return printed.endswith(DOTS) and printed != DOTS


def _with_blank(number: str) -> str:
    """Return a number with its symbol, blanks where the number is to be written by hand."""
    return f"{_BLANK_NUMBER}{number}" if number.startswith("/") or not number else number


def date_line(day: Day | None) -> str:
    """Return the date as the head prints it, blanks for what is not known.

    `ngày 05 tháng 01 năm 2024`, `ngày     tháng 12 năm 2023` (Phụ lục I, phần II, mục 4).
    """
    if day is None or not day.known:
        return f"ngày{_BLANK_DAY} tháng{_BLANK_DAY} năm 20{_BLANK_DAY}"
    if not day.month:
        return f"ngày{_BLANK_DAY} tháng{_BLANK_DAY} năm {day.year}"
    return day.long() if day.day else f"ngày{_BLANK_DAY} {day.long()}"


def role_of(point: Point, printed: str, runs: Sequence[Run]) -> tuple[str, bool]:
    """Return the role of a point that prints these words, and whether it is a heading."""
    words = point.text.braces.words
    named = [word for word in words if word not in ("td", PLAIN)]
    if named:
        return named[0], False
    if not point.kind:
        return PLAIN, False
    title = not is_closed(printed) and not _runs_in(runs) and PLAIN not in words
    heading = point.kind in HEADED and ("td" in words or title)
    return KINDS[point.kind] + ("_td" if heading else ""), heading


def _runs_in(runs: Sequence[Run]) -> bool:
    """Return whether a line begins with a title in bold and goes on in plain words."""
    looks = [run.bold for run in runs if run.text.strip()]
    return bool(looks) and looks[0] and not all(looks)


def _ended(blocks: list[Block]) -> list[Block]:
    """Return the blocks with `./.` after the last words; after a table it stands alone."""
    for index in range(len(blocks) - 1, -1, -1):
        block = blocks[index]
        span = block.where if isinstance(block.where, Span) else Span("", 0, 0)
        if block.table:
            alone = Block(PLAIN, closed((), END, span), where=span)
            return [*blocks[: index + 1], alone, *blocks[index + 1 :]]
        if block.text.strip():
            return [*blocks[:index], _kept(_as_last, block), *blocks[index + 1 :]]
    return blocks


def _kept(change: Callable[[Block], Block], block: Block) -> Block:
    """Return a block after a change, the same one for all documents that share the block."""
    made: Block | None = block.kept.get(change)
    if made is None:
        made = block.kept[change] = change(block)
    return made


def _as_closing(block: Block) -> Block:
    return replace(block, role="ket") if block.role == PLAIN else block


def _as_last(block: Block) -> Block:
    span = block.where if isinstance(block.where, Span) else Span("", 0, 0)
    return replace(block, runs=closed(reopened(block.runs), END, span))


def _id(annex: Annex) -> str:
    return annex.id.text if annex.id else ""
