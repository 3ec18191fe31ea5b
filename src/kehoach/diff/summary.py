"""A comparison as a text to read in a terminal, and as Markdown; the words are Vietnamese."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from kehoach.align import Edit
from kehoach.diff import phrases
from kehoach.diff.compare import Comparison
from kehoach.diff.facts import Fact
from kehoach.diff.phrases import ZONES, Marked
from kehoach.diff.texts import Change
from kehoach.report import plain

_LONG = 60
"""Characters up to which a fact is shown as `old → new`; a longer one has its words marked."""
_SPECIAL = re.compile(r"([\\`*_~\[\]<>#|])")


@dataclass(frozen=True, slots=True)
class _Style:
    """How the parts of a summary are written. `short` cuts what was kept."""

    escape: Callable[[str], str]
    marks: dict[str, tuple[str, str]]
    heading: Callable[[int, str], str]
    item: Callable[[str], str]
    short: bool


def _markdown_heading(level: int, words: str) -> str:
    return f"\n{'#' * level} {words}\n"


def _escaped(text: str) -> str:
    found = _SPECIAL.sub(r"\\\1", plain(text))
    # A number or a dash at the beginning would make a list of its own.
    return re.sub(r"^(\s*)([-+]|\d+[.)])(?=\s|$)", _as_text, found)


def _as_text(match: re.Match[str]) -> str:
    sign = match[2]
    return f"{match[1]}{sign[:-1]}\\{sign[-1]}"


_PLAIN = _Style(
    plain,
    {"removed": ("[-", "-]"), "added": ("{+", "+}")},
    lambda level, words: f"\n{'  ' * (level - 2)}{words}",
    lambda words: f"    {words}",
    short=True,
)
_MARKDOWN = _Style(
    _escaped,
    {"removed": ("~~", "~~"), "added": ("**", "**")},
    _markdown_heading,
    lambda words: f"- {words}",
    short=False,
)


def text(found: Comparison) -> str:
    """Return the summary for a terminal: `[-words-]` went, `{+words+}` came."""
    return "\n".join(_lines(found, _PLAIN)).strip("\n") + "\n"


def markdown(found: Comparison) -> str:
    """Return the summary as Markdown: struck words went, bold ones came."""
    joined = "\n".join(_lines(found, _MARKDOWN))
    return re.sub(r"\n{3,}", "\n\n", f"# So sánh kế hoạch\n\n{joined}").strip("\n") + "\n"


def fact_line(fact: Fact) -> str:
    """Return a changed fact on one line of plain text: `kdc: trên 80% → trên 85%`."""
    return f"{phrases.GROUPS[fact.group]} {_fact(fact, _PLAIN)}"


def _lines(found: Comparison, style: _Style) -> Iterator[str]:
    escape = style.escape
    names = [("Kế hoạch", found.title), ("Bản cũ", found.old), ("Bản mới", found.new)]
    for name, words in names:
        if words:
            yield f"{name}: {escape(words)}" + ("" if style.short else "  ")
    yield ""
    yield phrases.counts(found)
    if found.facts or phrases.of_facts(found):
        yield style.heading(2, "SỐ LIỆU")
        yield from _facts(found, style)
    if phrases.of_text(found):
        yield style.heading(2, "LỜI VĂN")
        for section, changes in groupby(phrases.of_text(found), key=lambda c: c.section):
            yield style.heading(3, escape(section))
            yield from (_change(change, style) for change in changes)
    if found.templates:
        yield style.heading(2, "MẪU WORD")
        yield from (style.item(f"{escape(path)}: trình bày thay đổi") for path in found.templates)
    if found.units and not found.empty:
        yield style.heading(2, "BẢN GỬI TỪNG ĐƠN VỊ")
        for heading, units in phrases.units(found.units):
            yield style.heading(3, heading)
            yield from (style.item(escape(name)) for name in units)


def _facts(found: Comparison, style: _Style) -> Iterator[str]:
    for group, facts in groupby(found.facts, key=lambda fact: fact.group):
        yield style.heading(3, phrases.GROUPS[group])
        yield from (style.item(_fact(fact, style)) for fact in facts)
    for zone, changes in groupby(phrases.of_facts(found), key=lambda change: change.zone):
        yield style.heading(3, ZONES[zone])
        yield from (_change(change, style) for change in changes)


def _fact(fact: Fact, style: _Style) -> str:
    name = style.escape(phrases.fact_name(fact))
    if fact.old is None:
        return f"{name}: thêm {_marked([Marked(fact.new or '……', 'added')], style)}"
    if fact.new is None:
        return f"{name}: bỏ {_marked([Marked(fact.old or '……', 'removed')], style)}"
    if max(len(fact.old), len(fact.new)) <= _LONG:
        return f"{name}: {style.escape(fact.old or '……')} → {style.escape(fact.new or '……')}"
    return f"{name}: {_edits(fact.edits, style)}"


def _change(change: Change, style: _Style) -> str:
    label = change.new_label or change.old_label
    said = phrases.happened(change)
    words = [style.escape(label)] if label else []
    words += [f"({style.escape(said)})"] if said else []
    return style.item(" ".join([*words, _edits(change.edits, style)]))


def _edits(edits: Iterable[Edit], style: _Style) -> str:
    return _marked(phrases.marked(edits, style.short), style).strip()


def _marked(stretches: Iterable[Marked], style: _Style) -> str:
    return "".join(_stretch(stretch, style) for stretch in stretches)


def _stretch(stretch: Marked, style: _Style) -> str:
    """Return a stretch between its marks; spaces stay outside of them, as Markdown wants it."""
    before, after = style.marks.get(stretch.kind, ("", ""))
    inner = stretch.text.strip()
    if not before or not inner:
        return style.escape(stretch.text)
    start = stretch.text.index(inner)
    left, right = stretch.text[:start], stretch.text[start + len(inner) :]
    return f"{plain(left)}{before}{style.escape(inner)}{after}{plain(right)}"
