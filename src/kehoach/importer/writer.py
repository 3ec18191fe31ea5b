"""A draft as the text of a plan file: keys in their order, every guess with a comment."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from kehoach.document import Run
from kehoach.importer.facts import Fact
from kehoach.importer.grid import grid_lines
from kehoach.importer.guess import Draft, Guess, Guesses
from kehoach.importer.heading import Heading
from kehoach.importer.lines import Line, escaped, guarded_space
from kehoach.vocabulary import URGENCIES

_PLAIN = re.compile(r"[^\W\d_“][^:#\\{}\[\],&*!|>'\"%@`\n\t]*")
_NOT_PLAIN = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}
UNKNOWN = "chưa rõ, cần điền"


@dataclass(frozen=True, slots=True)
class Prose:
    """The lines of every prose of a plan: preamble, body, closing, recipients, each annex."""

    preamble: Sequence[Line] = ()
    body: Sequence[Line] = ()
    closing: Sequence[Line] = ()
    recipients: Sequence[Line] = ()
    annexes: Sequence[Sequence[Line]] = ()

    @property
    def lines(self) -> list[Line]:
        """Return all lines in their order."""
        main = [*self.preamble, *self.body, *self.closing, *self.recipients]
        return [*main, *(line for annex in self.annexes for line in annex)]


@dataclass(slots=True)
class Sheet:
    """Lines of YAML as they are written; `places` says which line of prose stands where."""

    lines: list[str] = field(default_factory=list)
    places: dict[int, Line] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """Return the file."""
        return "\n".join(self.lines) + "\n"

    def add(self, *lines: str) -> None:
        """Add lines."""
        self.lines += lines

    def note(self, why: str, indent: str = "") -> None:
        """Add a comment."""
        if why:
            self.add(f"{indent}# {' '.join(why.split())}")

    def prose(self, key: str, lines: Sequence[Line], indent: str = "") -> None:
        """Add a key with paragraphs, nothing when there are none."""
        if not lines:
            return
        self.add(f"{indent}{key}: |")
        notes: list[tuple[Run, ...]] = []
        for line in lines:
            written = list(line.written(notes))
            for number, text in enumerate(written):
                if number == len(line.comments):
                    self.places[len(self.lines) + 1] = line
                self.add(f"{indent}  {text}" if text else "")


def scalar(text: str) -> str:
    """Return plan text as the value of a YAML key."""
    plain = _PLAIN.fullmatch(text) and text == text.strip() and text.lower() not in _NOT_PLAIN
    return text if plain else "'" + text.replace("'", "''") + "'"


def words(text: str) -> str:
    """Return printed words as the value of a YAML key."""
    return scalar("\\?" if text == "?" else guarded_space(escaped(text.rstrip(" \t"))))


def write(
    path: str,
    draft: Draft,
    heading: Heading,
    facts: Sequence[Fact],
    prose: Prose,
    tables: Mapping[str, Guess],
) -> Sheet:
    """Return the plan of a draft that was read from the file at `path`."""
    sheet = Sheet()
    sheet.note(f"Nhập từ {PurePath(path).name}; chỗ nào máy đoán thì có dòng # ngay phía trên.")
    sheet.add("type: ke-hoach")
    _frame(sheet, draft, heading)
    _facts(sheet, facts)
    if tables:
        sheet.add("", "tables:")
        for name, guess in tables.items():
            sheet.note(guess.why, "  ")
            if guess.block.table:
                sheet.add(f"  {name}:", *(f"    {line}" for line in grid_lines(guess.block.table)))
    for key in ("preamble", "body", "closing", "recipients"):
        if getattr(prose, key):
            sheet.add("")
            sheet.prose(key, getattr(prose, key))
    if not prose.body:
        sheet.note(UNKNOWN)
        sheet.add("body: ''")
    if draft.signers:
        sheet.add("", "signature:")
        for signer in draft.signers:
            _signer(sheet, signer, "  ")
    _annexes(sheet, draft, prose)
    for guess in draft.asides:
        sheet.note(f"{guess.why}: {guess.text}")
    return sheet


def _frame(sheet: Sheet, draft: Draft, heading: Heading) -> None:
    sheet.note("đoán theo tên cơ quan và địa danh" if heading.unit else UNKNOWN)
    sheet.add(f"unit: {heading.unit}".rstrip())
    sheet.note("đoán theo trích yếu, ngày ký" if heading.year else UNKNOWN)
    sheet.add(f"year: {heading.year}".rstrip())
    _whys(sheet, [*draft.of("co_quan_chu_quan"), *draft.of("co_quan_ban_hanh")])
    sheet.add("issuer:")
    _listed(sheet, "over", draft.of("co_quan_chu_quan"), "  ")
    if not draft.of("co_quan_ban_hanh"):
        sheet.note(UNKNOWN, "  ")
        sheet.add("  name: ''")
    _listed(sheet, "name", draft.of("co_quan_ban_hanh"), "  ")
    if heading.short is not None:
        sheet.note("đoán theo lời văn", "  ")
        sheet.add(f"  short: {words(heading.short)}")
    if not heading.symbol:
        sheet.note(UNKNOWN, "  ")
    sheet.add(f"  symbol: {words(heading.symbol) if heading.symbol else scalar('?')}")
    if heading.place:
        sheet.add(f"  place: {words(heading.place)}")
    _whys(sheet, draft.of("so_ky_hieu"))
    number = scalar("?") if heading.number == "?" else words(heading.number)
    sheet.add(f"number: {number}" if heading.number else "number:")
    _whys(sheet, draft.of("dia_danh_ngay"))
    if heading.day == "?":
        sheet.note(UNKNOWN)
    sheet.add(f"date: {heading.day if heading.day != '?' else scalar('?')}")
    urgency = draft.words("do_khan").upper()
    sheet.add(*(f"urgency: {key}" for key, said in URGENCIES.items() if said == urgency))
    sheet.add(*(["draft: true"] if draft.of("du_thao") else []))
    _whys(sheet, draft.of("trich_yeu"))
    title = draft.words("trich_yeu")
    if not title:
        sheet.note(UNKNOWN)
    sheet.add(f"title: {words(title)}")
    if heading.attached:
        sheet.add("attached:")
        known = {key: value for key, value in heading.attached.items() if value}
        date = known.pop("date", "")
        sheet.add(*(f"  {key}: {words(value)}" for key, value in known.items()))
        sheet.add(*([f"  date: {date}"] if date else []))


def _facts(sheet: Sheet, facts: Iterable[Fact]) -> None:
    groups: dict[str, list[Fact]] = {}
    for fact in facts:
        groups.setdefault(fact.collection, []).append(fact)
    for collection, members in groups.items():
        sheet.add("", f"{collection}:")
        for fact in members:
            sheet.note(fact.why, "  ")
            sheet.add(f"  {fact.id}:")
            for key, value in fact.keys.items():
                written = value if fact.is_bare(key) else words(value)
                sheet.add(f"    {key}: {written}")


def _signer(sheet: Sheet, signer: Guesses, indent: str) -> None:
    """Add a signer: what stands above the name in the keys of the model."""
    _whys(sheet, signer, indent)
    start = len(sheet.lines)
    for role, key in (
        ("ky_thay_mat", "for"),
        ("ky_chuc_vu", "as"),
        ("ky_chuc_danh", "post"),
        ("ky_ho_ten", "name"),
    ):
        _listed(sheet, key, [g for g in signer if g.role == role and g.text], f"{indent}  ")
    if len(sheet.lines) == start:
        sheet.add(f"{indent}  name:")
    sheet.lines[start] = f"{indent}- {sheet.lines[start].strip()}"


def _annexes(sheet: Sheet, draft: Draft, prose: Prose) -> None:
    if not draft.annexes:
        return
    sheet.add("", "annexes:")
    for annex, lines in zip(draft.annexes, prose.annexes, strict=True):
        _whys(sheet, annex.opening, "  ")
        title = " ".join(g.text for g in annex.opening if g.role == "phu_luc_ten")
        sheet.add(f"  - title: {words(title)}")
        if annex.opening[0].block.landscape:
            sheet.add("    landscape: true")
        if len(lines) == 1 and lines[0].table:
            sheet.add(f"    table: {lines[0].table}")
        else:
            sheet.prose("body", lines, "    ")
        if annex.signers:
            sheet.add("    signature:")
            for signer in annex.signers:
                _signer(sheet, signer, "      ")


def _listed(sheet: Sheet, key: str, guesses: Guesses, indent: str) -> None:
    """Add a key with one line of text, or a list of several."""
    if len(guesses) == 1:
        sheet.add(f"{indent}{key}: {words(guesses[0].text)}")
    elif guesses:
        sheet.add(f"{indent}{key}:", *(f"{indent}  - {words(g.text)}" for g in guesses))


def _whys(sheet: Sheet, guesses: Iterable[Guess], indent: str = "") -> None:
    for why in dict.fromkeys(guess.why for guess in guesses):
        sheet.note(why, indent)
