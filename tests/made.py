"""Whole plans as hypothesis makes them: YAML text with everything that an officer may write.

Every text is wild: markup characters, words that begin like a marker, decomposed letters, emoji,
hard spaces. What would read as markup has its backslash, as an import would write it.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass

from hypothesis import strategies as st

from kehoach.yaml_faults import FORBIDDEN
from strategies import LIKE_MARKERS, NASTY, numbered

SPECIAL = re.compile(r"[\\*{}\[]")
STARTS = re.compile(r"[-+=#(•●▪◦–—]|\w{1,4}[.)/]|\d")
KINDS = ["A.", "I.", "1.", "1.", "1.1.", "1.1.1.", "a)", "a)", "-", "-", "+", "(1)", "(i)"]
KEPT = ["=2.2.3.", "=7.9.", "=12.", "=k)", "=IX.", "=(v)", "=b."]

_characters = st.characters(
    exclude_categories=("Cs", "Cc", "Cn", "Co", "Zl", "Zp"), exclude_characters="\ufeff\ufffc"
)
_words = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyÀỨộ  ,;:.?!()“”'\"-&<>0123456789", min_size=1)
_raw = st.one_of(
    _words,
    _words,
    st.sampled_from([text for text in NASTY if "\n" not in text]),
    st.builds(str.__add__, st.sampled_from(LIKE_MARKERS), _words),
    st.sampled_from(["\\", "{td}", "{#id}", "[^1]: x", "**", "# ghi chú", "x {{ y", "?", "^", "<"]),
    st.text(_characters, min_size=1, max_size=20),
)
texts = _raw.map(str.strip).filter(
    lambda text: bool(text) and text != "?" and not FORBIDDEN.search(text)
)
"""Any words of one line."""

_long = st.builds(lambda text: ("x" + text * 10_000)[:10_000].strip(), _words)


def escaped(text: str) -> str:
    """Return `text` as a plan writes it, so that nothing in it is markup."""
    return SPECIAL.sub(r"\\\g<0>", text)


def started(line: str) -> str:
    """Return a line as a plan writes it, so that its start is no marker and no comment."""
    return "\\" + line if STARTS.match(line) else line


def quoted(text: str) -> str:
    """Return `text` between single quotes."""
    return "'" + text.replace("'", "''") + "'"


@st.composite
def styled(draw: st.DrawFn) -> str:
    """Words that are bold, italic or both."""
    stars = draw(st.sampled_from(["*", "**", "***"]))
    words = draw(texts.filter(lambda text: text[0] not in ".,;:!?)]}»”"))
    return f"{stars}{escaped(words)}{stars}"


@st.composite
def line(draw: st.DrawFn, notes: bool = False, names: tuple[str, ...] = ()) -> str:
    """One line of plan text; `names` are the ids that it may print."""
    parts = [started(escaped(draw(texts)))]
    for kind in draw(st.lists(st.sampled_from("sbne"), max_size=3)):
        if kind == "b":
            parts += [" ", draw(styled()), " "]
        elif kind == "n" and notes:
            parts.append(f"[^n{draw(st.integers(1, 2))}]")
        elif kind == "e" and names:
            parts.append(f"{{{{ {draw(st.sampled_from(names))} }}}}")
        else:
            parts.append(escaped(draw(texts)))
    return "".join(parts).rstrip()


def short(names: tuple[str, ...] = ()) -> st.SearchStrategy[str]:
    """A text of one line, as the value of a key."""
    return st.one_of(line(names=names).map(quoted), st.just("''"))


def _block(lines: list[str]) -> str:
    """Return prose as the value of a key; footnotes get their texts."""
    called = sorted(set(re.findall(r"\[\^(n\d)\]", "\n".join(lines))))
    lines = lines + [f"[^{name}]: Ghi chú **{name}** & <{name}>" for name in called]
    return "|\n" + textwrap.indent("\n".join(lines), "  ")


def _key(name: str, value: str) -> str:
    return f"{name}: {value}\n"


NAMES = ("at", "terms.dep", "kdc", "kdc.value", "year", "duration", "nop", "qd", "unit", "dot_1")
INCLUDES = ("terms", "phases", "targets", "award_forms", "deadlines", "duties", "criteria", "m")
TABLES = ("bang", "bang_2")


@st.composite
def prose(draw: st.DrawFn, markers: bool = True, most: int = 12, tables: bool = False) -> str:
    """Several lines, with right numbers where there are `markers`."""
    anew = st.integers(0, 9).map(lambda number: number == 0)
    kinds = draw(st.lists(st.tuples(st.sampled_from(KINDS), anew), max_size=most))
    labels = [marker.label for marker in numbered(kinds)] if markers else [""] * len(kinds)
    lines = [draw(line(notes=True, names=NAMES))] if not labels or draw(st.booleans()) else []
    for label in labels:
        words = draw(line(notes=True, names=NAMES))
        if markers and draw(st.integers(0, 9)) == 0:
            lines.append(f"{draw(st.sampled_from(KEPT))} {words}")
        empty = label and draw(st.integers(0, 19)) == 0
        end = draw(st.sampled_from(["", ".", ";", " {td}", " {doan}", ":"])) if markers else ""
        lines.append(label if empty else f"{label} {words}{end}".strip())
        extra = draw(st.integers(0, 19)) if markers else 19
        if extra == 0:
            lines.append(started(escaped(draw(_long))))
        elif extra < 4:
            lines.append(f"- {{{{ {draw(st.sampled_from(INCLUDES))} }}}}")
        elif extra < 6 and tables:
            lines.append(f"{{{{ {draw(st.sampled_from((*TABLES, 'scope')))} }}}}")
    return _block(lines)


def cell() -> st.SearchStrategy[str]:
    """A cell that is no mark of a merge."""
    return short(("at", "kdc")).map(lambda text: re.sub(r"^'([<^])'$", r"'\\\1'", text))


@st.composite
def rows(draw: st.DrawFn, columns: int) -> list[list[str]]:
    """Rows of a table whose merged cells make rectangles."""
    height = draw(st.integers(1, 4))
    cells = [["" for _ in range(columns)] for _ in range(height)]
    for y in range(height):
        for x in range(columns):
            if cells[y][x]:
                continue
            free = next((i for i in range(x, columns) if cells[y][i]), columns) - x
            wide, high = draw(st.integers(1, free)), draw(st.integers(1, height - y))
            whole = draw(st.booleans()) or (wide, high) == (columns, height)
            wide, high = (1, 1) if whole else (wide, high)
            for j in range(y, y + high):
                for i in range(x, x + wide):
                    cells[j][i] = "<" if i > x else "^"
            cells[y][x] = draw(cell())
    return cells


@st.composite
def grid(draw: st.DrawFn) -> str:
    """A table as a mapping in braces."""
    columns = draw(st.integers(1, 4))
    head = ", ".join(
        f"{{title: {draw(short())}, width: {draw(st.integers(1, 4))}, "
        f"align: {draw(st.sampled_from(['left', 'center', 'right']))}}}"
        for _ in range(columns)
    )
    # A row that is whole: a column that no row shows is none, and LibreOffice drops it.
    body = _rows([*draw(rows(columns)), [draw(cell()) for _ in range(columns)]])
    header = f", header: {_rows(draw(rows(columns)))}" if draw(st.booleans()) else ""
    return f"{{columns: [{head}]{header}, rows: {body}}}"


def _rows(made: list[list[str]]) -> str:
    cells = [[c if c.startswith("'") else f"'{c}'" for c in row] for row in made]
    return "[" + ", ".join("[" + ", ".join(row) + "]" for row in cells) + "]"


@st.composite
def signer(draw: st.DrawFn) -> str:
    """One signer in braces."""
    keys = [f"as: {draw(short())}"]
    if draw(st.booleans()):
        keys.append(f"for: [{draw(short())}, {draw(short())}]")
    for name in ("post", "name"):
        if draw(st.booleans()):
            keys.append(f"{name}: {draw(short())}")
    return "{" + ", ".join(keys) + "}"


@st.composite
def facts(draw: st.DrawFn) -> str:
    """Facts under the ids that prose prints."""
    return "".join(
        [
            f"terms: {{at: {draw(short())}, dep: {draw(short(('at', 'year')))}}}\n",
            f"targets: {{kdc: {{value: {draw(short())}, of: [khu_dan_cu]}}, "
            f"xa: {{value: 5%, text: {draw(short(('xa.value',)))}}}}}\n",
            f"refs: {{qd: {{type: Quyết định, no: {draw(short())}, date: 2022-01-20}}}}\n",
            f"phases: {{dot_1: {{from: 2024-01, to: 2024-12, theme: {draw(short(('at',)))}}}}}\n",
            f"deadlines: {{nop: {{before: 2024-01-15, task: {draw(short())}, who: [huyen]}}}}\n",
            f"duties: {{lam: {{who: {draw(short())}, task: {draw(short())}, due: nop}}}}\n",
            f"award_forms: {{bk: {{form: Bằng khen, by: {draw(short())}, to: [ho]}}}}\n",
            f"criteria:\n  m:\n    title: {draw(short())}\n",
            textwrap.indent(_key("items", draw(prose(False, 3))), "    "),
            f"tables: {{bang: {draw(grid())}, bang_2: {draw(grid())}}}\n",
            "duration: 2024-01..2024-12\n",
            _key("scope", draw(prose(False, 2))),
        ]
    )


@st.composite
def annex(draw: st.DrawFn) -> str:
    """One annex, as an item of a list."""
    lines = [_key("title", draw(short(NAMES)))]
    if draw(st.booleans()):
        lines.append(_key("landscape", "true"))
    if draw(st.booleans()):
        lines.append(_key("body", draw(prose(most=5, tables=True))))
    if draw(st.booleans()):
        lines.append(_key("table", draw(st.one_of(grid(), st.just("bang")))))
    if draw(st.booleans()):
        lines.append(_key("signature", f"[{draw(signer())}]"))
    return "-" + textwrap.indent("".join(lines), "  ")[1:]


@dataclass(frozen=True)
class Made:
    """A plan that was made; hypothesis shows it by its length, since it is a long text."""

    text: str

    def __repr__(self) -> str:
        return f"<a plan of {self.text.count(chr(10))} lines>"


@st.composite
def plans(draw: st.DrawFn) -> Made:
    """A whole plan as YAML."""
    over = draw(st.sampled_from(["", "one", "two"]))
    issuer = f"name: {draw(short())}, symbol: BCĐ, short: {draw(short())}"
    if over:
        lines = [draw(short()) for _ in range(1 + (over == "two"))]
        issuer += f", over: [{', '.join(lines)}]"
    keys = [
        "type: ke-hoach\nunit: thai_binh\nyear: 2024\ndate: 2023-12\n",
        _key("issuer", f"{{{issuer}}}"),
        _key("title", draw(short(NAMES))),
        draw(facts()),
    ]
    optional = [
        _key("number", draw(st.sampled_from(["5", "05/KH-X", "", "'?'"]))),
        _key("draft", "true"),
        _key("urgency", draw(st.sampled_from(["khan", "hoa_toc"]))),
        _key("attached", f"{{type: Quyết định, no: {draw(short())}, by: {draw(short())}}}"),
        _key("preamble", draw(prose(False, 4))),
        _key("closing", draw(prose(False, 2))),
        _key("recipients", draw(prose(False, 4))),
    ]
    keys += [key for key in optional if draw(st.booleans())]
    keys.append(_key("body", draw(prose(tables=True))))
    signers = draw(st.lists(signer(), max_size=2))
    annexes = draw(st.lists(annex(), max_size=2))
    keys += [_key("signature", f"[{', '.join(signers)}]")] if signers else []
    keys += ["annexes:\n" + "".join(annexes)] if annexes else []
    return Made("".join(keys))
