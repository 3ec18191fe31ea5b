"""Documents of every shape for hypothesis: whatever a plan could compose, and then some.

Labels are right: counted as an officer counts, restarted where a list begins anew.
"""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from kehoach.document import HEAD, KINDS, PLAIN, Block, Cell, Document, Marker, Row, Run, Table
from kehoach.ooxml.numbers import format_number

LETTERS = "abcdđeghiklmnopqrstuvxy"
NASTY = (
    "& < > \" '",
    "Sở GD&ĐT",
    "]]> &amp; &#10;",
    "To\u0302\u0309 quo\u0302\u0301c",  # decomposed
    "😀 👩\u200d👩\u200d👧",
    "ngày\u00a0\u00a0\u00a0tháng",
    "\u2011 \u00ad - – — “ngoặc”",
    "  đầu và cuối  ",
    " ",
    "cột\tcột\t",
    "dòng\ndòng\n",
    "{{ x }} {% y %} {# z #}",
    "./.",
)
LIKE_MARKERS = ("- ", "+ ", "a) ", "A. ", "I. ", "1. ", "1.1. ", "(1) ", "(i) ", "đ) ", "=2.2.3. ")
_TD = ("A.", "I.", "1.", "1.1.", "1.1.1.", "a)")
_RANKS = list(KINDS)
_COUNTED = [*_RANKS, "1.", "1.1.", "a)", "-"]
_KEPT = {"1.1.1.": "2.2.3.", "1.1.": "7.9.", "1.": "12.", "a)": "k)", "(i)": "(v)", "I.": "IX."}

_odd = st.characters(
    exclude_categories=("Cs", "Cc", "Cn", "Zl", "Zp"),
    exclude_characters="\ufff9\ufffa\ufffb\ufffc",
)
_words = st.text(st.sampled_from("aăâbcdđeêghiklmnoôơpqrstuưvxyÀỨộ  ,;:.-0123456789"), min_size=1)
_long = st.builds(lambda text: (text * 10_000)[:10_000], _words)

texts = st.one_of(
    _words,
    st.sampled_from(NASTY),
    st.builds(str.__add__, st.sampled_from(LIKE_MARKERS), _words),
    st.text(_odd, min_size=1, max_size=20),
)
"""Any characters that can stand in a paragraph."""

plain_runs = st.lists(st.builds(Run, texts, st.booleans(), st.booleans()), min_size=1, max_size=3)
notes = st.builds(lambda runs: Run("", note=tuple(runs)), plain_runs)


@st.composite
def runs(draw: st.DrawFn) -> tuple[Run, ...]:
    """One paragraph's runs, some with a footnote."""
    made = draw(plain_runs)
    if draw(st.integers(0, 7)) == 0:
        made.insert(draw(st.integers(0, len(made))), draw(notes))
    return tuple(made)


def blocks(role: str | st.SearchStrategy[str]) -> st.SearchStrategy[Block]:
    """Paragraphs of `role` without a marker."""
    return st.builds(Block, st.just(role) if isinstance(role, str) else role, runs())


def label(kind: str, counts: dict[str, int]) -> str:
    """Return the label of the `counts[kind]`-th point of its list."""
    number = counts[kind]
    if kind in ("1.", "1.1.", "1.1.1."):
        return "".join(f"{counts[above]}." for above in ("1.", "1.1.", "1.1.1.")[: kind.count(".")])
    if kind in ("-", "+"):
        return kind
    if kind == "I.":
        return format_number(number, "upperRoman") + "."
    if kind in ("(1)", "(i)"):
        return f"({format_number(number, 'decimal' if kind == '(1)' else 'lowerRoman')})"
    letter = LETTERS[(number - 1) % len(LETTERS)]
    return (letter.upper() if kind == "A." else letter) + kind[1]


def numbered(kinds: Iterable[tuple[str, bool]]) -> list[Marker]:
    """Return the markers of points of these kinds, each with whether its list begins anew."""
    counts: dict[str, int] = {}
    markers = []
    for kind, anew in kinds:
        above = {"1.1.": "1.", "1.1.1.": "1.1."}.get(kind)
        if above and above not in counts:
            kind = "1."
        counts[kind] = 1 if anew and kind not in ("1.1.", "1.1.1.") else counts.get(kind, 0) + 1
        for deeper in _RANKS[_RANKS.index(kind) + 1 :]:
            counts.pop(deeper, None)
        markers.append(Marker(kind, label(kind, counts)))
    return markers


@st.composite
def points(draw: st.DrawFn) -> list[Block]:
    """An outline: points of all kinds, headings and texts, with kept labels and plain lines."""
    anew = st.integers(0, 9).map(lambda number: number == 0)
    kinds = draw(st.lists(st.tuples(st.sampled_from(_COUNTED), anew), max_size=12))
    made = []
    for marker in numbered(kinds):
        role = KINDS[marker.kind]
        if marker.kind in _TD and draw(st.booleans()):
            role += "_td"
        made.append(Block(role, draw(runs()), marker))
        made += draw(st.lists(st.one_of(extras(), tables()), max_size=1))
    return made


@st.composite
def extras(draw: st.DrawFn) -> Block:
    """A paragraph that does not count: plain, long, or with a label kept as written."""
    choice = draw(st.integers(0, 9))
    if choice == 0:
        return Block(PLAIN, (Run(draw(_long)),))
    if choice < 4:
        kind = draw(st.sampled_from(sorted(_KEPT)))
        return Block(KINDS[kind], draw(runs()), Marker(kind, _KEPT[kind], kept=True))
    return draw(blocks(PLAIN))


@st.composite
def tables(draw: st.DrawFn) -> Block:
    """A table with merged cells; one row is whole, so that every column is there to see."""
    columns = draw(st.integers(1, 5))
    header = draw(st.integers(0, 2))
    rows = header + draw(st.integers(1, 4))
    whole = draw(st.integers(0, rows - 1))
    taken: set[tuple[int, int]] = set()
    made = []
    for row in range(rows):
        bottom = min(end for end in (header, whole, rows) if end > row) if row != whole else row + 1
        cells = []
        for column in range(columns):
            if (row, column) in taken:
                continue
            wide, high = (
                (1, 1) if row == whole else draw(_span(row, bottom, column, columns, taken))
            )
            taken |= {(row + r, column + c) for r in range(high) for c in range(wide)}
            cells.append(Cell(tuple(draw(st.lists(_cell_blocks, max_size=2))), wide, high))
        made.append(Row(tuple(cells), header=row < header))
    return Block("bang", table=Table(tuple(made), (1 / columns,) * columns))


_cell_roles = st.sampled_from(("o", "o_giua", "o_phai", "o_dau"))
_cell_blocks = st.one_of(blocks(_cell_roles), st.builds(Block, _cell_roles))


def _span(
    row: int, bottom: int, column: int, columns: int, taken: set[tuple[int, int]]
) -> st.SearchStrategy[tuple[int, int]]:
    """Sizes that fit between `taken` cells."""
    free = next((c for c in range(column, columns) if (row, c) in taken), columns) - column
    return st.tuples(st.integers(1, free), st.integers(1, bottom - row))


@st.composite
def signers(draw: st.DrawFn) -> list[Block]:
    """One signer, from authority to a name that may be blank."""
    made = draw(st.lists(blocks("ky_thay_mat"), max_size=2))
    made.append(draw(blocks("ky_chuc_vu")))
    made += draw(st.lists(blocks("ky_chuc_danh"), max_size=1))
    made.append(draw(st.one_of(blocks("ky_ho_ten"), st.just(Block("ky_ho_ten")))))
    return made


@st.composite
def annexes(draw: st.DrawFn) -> list[Block]:
    """One annex, upright or on its side."""
    made = [Block("phu_luc", draw(runs()), landscape=draw(st.booleans()))]
    for role in ("phu_luc_ten", "phu_luc_kem"):
        made += draw(st.lists(blocks(role), max_size=1))
    made += draw(points()) + draw(st.lists(tables(), max_size=1))
    for signer in draw(st.lists(signers(), max_size=2)):
        made += signer
    return made


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A whole document: any head, outline, one or two signers, annexes."""
    made = [block for role in HEAD for block in draw(st.lists(blocks(role), max_size=2))]
    made += draw(st.lists(blocks("can_cu"), max_size=2))
    made += draw(st.lists(blocks("mo_dau"), max_size=2))
    made += draw(points())
    made += draw(st.lists(blocks("ket"), max_size=1))
    made += draw(st.lists(blocks("noi_nhan"), max_size=3))
    for signer in draw(st.lists(signers(), min_size=1, max_size=2)):
        made += signer
    for annex in draw(st.lists(annexes(), max_size=2)):
        made += annex
    return Document(tuple(made))


def sample(count: int, number: int) -> list[Document]:
    """Return `count` documents: the same for one seed `number` and one state of the sources."""
    found: list[Document] = []

    @seed(number)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(documents())
    def collect(document: Document) -> None:
        found.append(document)

    collect()
    return found[:count]
