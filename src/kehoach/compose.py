"""From a plan to its document: every block printed, numbered and in its role.

Three parts in the order of Nghị định 30/2020/NĐ-CP, Mẫu 1.4: the head, the text, the foot;
then the annexes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kehoach.diagnostic import Diagnostic, Span
from kehoach.document import KINDS, PLAIN, Block, Document, Run
from kehoach.expression import Literal
from kehoach.grids import table_block
from kehoach.include import expand
from kehoach.markup import Marked
from kehoach.model import Annex, Grid, Signer
from kehoach.outline import RANKS, Counter, Point, Prose, roman
from kehoach.plan import Plan
from kehoach.schema import Name, Text
from kehoach.values import DOTS, Day, two_digits
from kehoach.vocabulary import DU_THAO, END, QUOC_HIEU, TIEU_NGU, TYPES, URGENCIES
from kehoach.words import Printer

HEADED = frozenset({"A.", "I.", "1.", "1.1.", "1.1.1.", "a)", "a."})
"""Kinds of markers whose line is a heading when it ends without punctuation."""

_PUNCTUATION = tuple(".;:,!?…")
_CLOSERS = "”»\"')]"
_BASES = ("Căn cứ", "Thực hiện", "Xét", "Theo đề nghị", "Theo")
_BLANK_NUMBER = " " * 7
_BLANK_DAY = " " * 4


def compose(plan: Plan) -> tuple[Document | None, list[Diagnostic]]:
    """Return the document of a plan, and what could not be printed or counted."""
    composer = _Composer(plan)
    blocks = [*composer.head(), *composer.text(), *composer.foot(), *composer.annexes()]
    title = composer.title()
    return Document(tuple(blocks), title), composer.printer.findings


class _Composer:
    """Goes through a plan once, in the order of the page."""

    def __init__(self, plan: Plan) -> None:
        self.keys = plan.keys
        self.plan = plan
        self.printer = Printer(plan.facts)
        self.name, self.code, self.word = TYPES[plan.keys.type or "ke-hoach"]

    def title(self) -> str:
        """Return the document's title: its type and what it is about."""
        about = Printer(self.plan.facts).text(self.keys.title)
        return f"{self.word} {about[:1].lower()}{about[1:]}"

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
            blocks += self._points(self._sections(self.keys.body), self.keys.body)
        if self.keys.closing:
            closing = list(self._points(self.keys.closing.points, self.keys.closing))
            blocks += closing[:-1]
            blocks += [replace(block, role="ket") for block in closing[-1:]]
        return _ended(blocks)

    def foot(self) -> Iterator[Block]:
        """Yield the recipients, then each signer."""
        lines = self.keys.recipients.points if self.keys.recipients else ()
        for number, point in enumerate(lines, 1):
            end = "." if number == len(lines) else ";"
            runs = self.printer.runs(point.text.pieces, {})
            yield self._recipient(point, runs, end)
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
                yield from self._points(annex.body.points, annex.body)
            table = annex.table
            if isinstance(table, Name):
                table = (self.keys.tables or {}).get(table.text)
            if table:
                yield self._table(table)
            for signer in annex.signature or ():
                yield from self._signer(signer)

    def _preamble(self) -> Iterator[Block]:
        prose = self.keys.preamble
        for point in prose.points if prose else ():
            words = point.text.literal
            role = point.text.braces.words[0] if point.text.braces.words else ""
            basis = words.startswith(_BASES) and not words.rstrip().endswith(":")
            self.printer.long_dates = basis and role in ("", "can_cu")
            for block in self._points([point], prose):
                plain = block.role == PLAIN and not role
                yield replace(block, role="can_cu" if basis else "mo_dau") if plain else block
            self.printer.long_dates = False

    def _points(self, points: Iterable[Point], prose: Prose | None) -> Iterator[Block]:
        """Yield the blocks of an outline of its own: includes expanded, points numbered."""
        counter = Counter()
        notes = prose.notes if prose else {}
        for point in expand(points, self.plan.facts):
            marker = counter.mark(point)
            only = point.text.only
            grid = self.plan.facts.find(only.reads[0]) if only and only.is_path else None
            if point.gone:
                continue
            if isinstance(grid, Grid):
                yield self._table(grid)
                continue
            runs = self.printer.runs(point.text.pieces, notes)
            role, heading = _role(point, "".join(run.text for run in runs))
            if heading:
                runs = tuple(replace(run, bold=False) for run in runs)
            braces = point.text.braces
            yield Block(role, runs, marker, id=braces.id, where=point.span)
        self.printer.findings += counter.findings

    def _sections(self, body: Prose) -> list[Point]:
        """Return the points of the body with the sections that a layer replaces or drops."""
        points = list(body.points)
        for name, prose in (self.keys.sections or {}).items():
            at = next((i for i, p in enumerate(points) if p.text.braces.id == name), None)
            if at is None:
                continue
            heading, end = points[at], at + 1
            while end < len(points) and not _above(points[end], heading):
                end += 1
            points[at:end] = _replaced(heading, prose)
        return points

    def _table(self, grid: Grid) -> Block:
        return table_block(grid, self.printer)

    def _recipient(self, point: Point, runs: tuple[Run, ...], end: str) -> Block:
        span = point.span
        last = runs[-1] if runs else Run("")
        stripped = replace(last, text=last.text.rstrip(" ;."))
        dash = Run("- ", origin=Literal("- ", span, ()))
        stop = Run(end, origin=Literal(end, span, ()))
        return Block("noi_nhan", (dash, *runs[:-1], stripped, stop), where=span)

    def _signer(self, signer: Signer) -> Iterator[Block]:
        yield from self._lines("ky_thay_mat", signer.authority)
        yield from self._lines("ky_chuc_vu", signer.post)
        yield from self._lines("ky_chuc_danh", signer.own_post)
        named = list(self._lines("ky_ho_ten", signer.name))
        yield from named or [Block("ky_ho_ten", where=signer.span)]

    def _lines(self, role: str, text: Text | tuple[Text, ...] | None) -> Iterator[Block]:
        for line in text if isinstance(text, tuple) else (text,) if text else ():
            runs = self.printer.runs(line.pieces, {})
            if line.unknown:
                runs = tuple(replace(run, text=DOTS) for run in runs)
            plain = tuple(replace(run, bold=False, italic=False) for run in runs)
            yield Block(role, plain, where=line.span)

    def _plain(self, role: str, text: str, where: Span | None = None) -> Block:
        """Return a block that the programme words itself, for the facts at `where`."""
        span = where or self.keys.span
        return Block(role, (Run(text, origin=Literal(text, span, ())),), where=span)

    def _number(self) -> str:
        number = self.printer.text(self.keys.number)
        if "/" in number:
            return number
        symbol = self.printer.text(self.keys.issuer.symbol) if self.keys.issuer else ""
        padded = two_digits(int(number)) if number.isdigit() else number or _BLANK_NUMBER
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
        number = f"số {no or _BLANK_NUMBER} {date_line(attached.date)}"
        by = self.printer.text(attached.by)
        return f"(Kèm theo {kind} {number}{f' của {by}' if by else ''})"

    def _goes_with(self) -> str:
        issuer = self.keys.issuer
        by = self.printer.text(issuer.short or issuer.full or issuer.name) if issuer else ""
        return f"(Kèm theo {self.word} số {self._number()} {date_line(self.keys.date)} của {by})"


def date_line(day: Day | None) -> str:
    """Return the date as the head prints it, blanks for what is not known.

    `ngày 05 tháng 01 năm 2024`, `ngày     tháng 12 năm 2023` (Phụ lục I, phần II, mục 4).
    """
    if day is None or not day.known:
        return f"ngày{_BLANK_DAY} tháng{_BLANK_DAY} năm 20{_BLANK_DAY}"
    if not day.month:
        return f"ngày{_BLANK_DAY} tháng{_BLANK_DAY} năm {day.year}"
    return day.long() if day.day else f"ngày{_BLANK_DAY} {day.long()}"


def _role(point: Point, printed: str) -> tuple[str, bool]:
    """Return the role of a point and whether it is a heading."""
    words = point.text.braces.words
    named = [word for word in words if word not in ("td", PLAIN)]
    if named:
        return named[0], False
    if not point.kind:
        return PLAIN, False
    ends = printed.rstrip().rstrip(_CLOSERS).endswith(_PUNCTUATION)
    heading = "td" in words or (point.kind in HEADED and not ends and PLAIN not in words)
    heading = heading and point.kind in HEADED
    return KINDS[point.kind] + ("_td" if heading else ""), heading


def _above(point: Point, heading: Point) -> bool:
    """Return whether `point` ends the section that `heading` opens."""
    if not point.kind or not heading.kind:
        return bool(point.kind and not heading.kind) or bool(point.text.braces.id)
    return RANKS[point.kind] <= RANKS[heading.kind]


def _replaced(heading: Point, prose: Prose | None) -> list[Point]:
    if prose is None:
        return [replace(heading, gone=True)]
    points = list(prose.points)
    if points and points[0].kind == heading.kind:
        first = replace(points[0], typed=heading.typed)
        if not first.text.braces.id:
            first = replace(first, text=_named(first.text, heading))
        return [first, *points[1:]]
    return [heading, *points]


def _named(text: Marked, heading: Point) -> Marked:
    return replace(text, braces=replace(text.braces, id=heading.text.braces.id))


def _ended(blocks: list[Block]) -> list[Block]:
    """Return the blocks with `./.` after the last paragraph's words."""
    for index in range(len(blocks) - 1, -1, -1):
        block = blocks[index]
        if block.table or not block.text.strip():
            continue
        last = max(i for i, run in enumerate(block.runs) if run.text.strip())
        run = block.runs[last]
        bare = run.text.rstrip().removesuffix(END).rstrip(" .;,")
        span = block.where if isinstance(block.where, Span) else Span("", 0, 0)
        end = Run(END, run.bold, run.italic, origin=Literal(END, span, ()))
        runs = (*block.runs[:last], replace(run, text=bare), end, *block.runs[last + 1 :])
        return [*blocks[:index], replace(block, runs=runs), *blocks[index + 1 :]]
    return blocks


def _id(annex: Annex) -> str:
    return annex.id.text if annex.id else ""
