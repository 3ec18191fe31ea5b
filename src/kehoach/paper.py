"""A Word file as it looks on paper: its sections, its lines, and what each line is taken for.

`ooxml` reads it from the file of any maker, effective values throughout: what defaults, theme,
styles, numbering and the paragraph itself say together (ECMA-376 part 1, 17.7.2). Lengths are in
millimetres, sizes and spacing in points. What nothing in the file says is None.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kehoach.diagnostic import Place
from kehoach.document import Document, Marker

NOWHERE = Place("")


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one look. `font` is the font's own name, the theme's looked up.

    `spread` is what is put between characters, in points, negative where they are drawn together.
    """

    text: str
    font: str = ""
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    underline: bool = False
    caps: bool = False
    colour: str = ""
    spread: float = 0.0


@dataclass(frozen=True, slots=True)
class Layout:
    """How a paragraph lies: `align` as printed (`left center right both`), lengths in mm, points.

    `align` is empty where tabs place a line that stands beside another. `spacing` is the distance
    of lines as a multiple of single spacing; None where it is fixed in points.
    """

    align: str = "left"
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    before: float = 0.0
    after: float = 0.0
    spacing: float | None = 1.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line below a paragraph: `border`, `drawing` and `vml` are drawn, the others faked.

    `made` is one of `border drawing vml typed underline`. `length` is in mm, None when unknown;
    `x` is where it begins, in mm from the left of the text or cell, None when centred or unknown.
    """

    made: str
    length: float | None = None
    x: float | None = None

    @property
    def drawn(self) -> bool:
        """Return whether it is a drawn line, not typed characters or underlined words."""
        return self.made in ("border", "drawing", "vml")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a line stands: in a part of the page (`body cell box note header footer`).

    A `cell` has the number of its table in the text, row and column of the grid, all 0-based.
    """

    part: str = "body"
    table: int = -1
    row: int = -1
    column: int = -1


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: words, marker, look, place, and the role that it is taken for.

    A paragraph of the head or foot that line breaks or tabs part is a line for each part. Lines
    that say nothing are left out; one drawn with characters is a stroke of the line above it.
    `confidence` is 0 to 1; 1 where a style of ours names the role. An `automatic` marker is
    Word's own numbering, any other was typed: its label is as typed (`1)`, `1/`, `•`), its kind
    the nearest of `document.KINDS`. A `heading` has a style for headings or an outline level.
    `room` is how wide the cell around the line is inside its padding, in mm, None when unknown or
    in no cell. A line on a `new_page` follows a break of page or section, or asks for one.

    Roles are those of the tree (see ARCHITECTURE.md) and, in files of others, `kinh_gui` (the
    addressees of a công văn), `ve_viec` (its subject below the number), `tham_quyen` and
    `quyet_dinh` («CHỦ TỊCH …», «QUYẾT ĐỊNH:»), `chuong`, `dieu`, `tieu_de_dang` (the banner of the
    Party), `dau_mat` (a secrecy mark), `noi_nhan_de`, `ky_khac` (marks by a signature: «(Đã ký)»),
    `van_ban_kem` and `van_ban_kem_ten` (type and title of a Quy chế that a decision issues).
    """

    role: str
    pieces: tuple[Piece, ...]
    where: Place
    confidence: float = 1.0
    marker: Marker | None = None
    automatic: bool = False
    layout: Layout = Layout()
    strokes: tuple[Stroke, ...] = ()
    spot: Spot = Spot()
    section: int = 0
    heading: bool = False
    room: float | None = None
    new_page: bool = False

    @property
    def text(self) -> str:
        """Return the words as written in the file, without an automatic marker."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def printed(self) -> str:
        """Return the words as printed, capitals by `caps` included."""
        return "".join(p.text.upper() if p.caps else p.text for p in self.pieces)

    @property
    def worded(self) -> tuple[Piece, ...]:
        """Return the pieces that print something."""
        return tuple(piece for piece in self.pieces if piece.text.strip())


@dataclass(frozen=True, slots=True)
class PageNumber:
    """A PAGE field: in which part (`header footer`) of which pages (`default first even`).

    Only those in force are listed: `first` needs a title page, `even` a document that tells even
    pages apart. `piece` has the look of the number and all words of its line.
    """

    part: str
    pages: str
    align: str = "left"
    piece: Piece = Piece("")
    where: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Section:
    """A section's page: sizes and margins in mm, and its page numbers.

    `title_page` says that the first page has a header of its own, `restart` the number that the
    section begins with when it does not go on counting.
    """

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    title_page: bool = False
    restart: int | None = None
    format: str = "decimal"
    numbers: tuple[PageNumber, ...] = ()
    where: Place = NOWHERE

    @property
    def landscape(self) -> bool:
        """Return whether the page is wider than high."""
        return self.width > self.height


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole file. `document` is the tree of its main text by the roles that were guessed.

    `ours` says that styles name the roles; `party` that it is a document of the Party, which
    follows other rules; `tracked` counts changes not yet accepted, which are read as accepted.
    """

    path: str
    lines: tuple[Line, ...]
    sections: tuple[Section, ...]
    document: Document
    ours: bool = False
    party: bool = False
    tracked: int = 0
    strays: tuple[Line, ...] = field(default=())
    """Lines of footnotes, text boxes, headers and footers; the last three no tree holds."""

    def of(self, *roles: str) -> tuple[Line, ...]:
        """Return the lines in any of `roles`, in reading order."""
        return tuple(line for line in self.lines if line.role in roles)
