"""Pages made by code, for rules that look at what is printed: one good document, changed."""

from __future__ import annotations

from kehoach.document import Block, Cell, Document, Row, Run, Table
from kehoach.printed import Box, Page, Piece, Printed

FONTS = {"LiberationSerif": True, "LiberationSerif-Bold": True}
HEAD = (
    ("ỦY BAN NHÂN DÂN TỈNH", 100, 780, 240),
    ("BAN CHỈ ĐẠO 138", 110, 765, 230),
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 300, 780, 550),
    ("Độc lập - Tự do - Hạnh phúc", 345, 765, 505),
    ("KẾ HOẠCH", 280, 700, 357),
    ("Phát động phong trào thi đua", 200, 685, 440),
)
"""Words, left, bottom and right of each line."""
RULES = (Box(150, 760, 190, 761), Box(345, 761, 505, 762), Box(270, 680, 370, 681))
FOOT = ("Nơi nhận:", "TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN", "Nguyễn Văn A")


def page(
    *lines: str,
    number: str = "",
    head: tuple[tuple[str, float, float, float], ...] = (),
    rules: tuple[Box, ...] = (),
    fonts: dict[str, bool] | None = None,
) -> Page:
    """Return a page: its number, the lines of `head` where they say, `lines` below each other."""
    pieces = [Piece(words, Box(left, low, right, low + 12)) for words, left, low, right in head]
    for count, words in enumerate(lines):
        low = 650.0 - 20 * count
        pieces.append(Piece(words, Box(85, low, 85 + 6 * len(words), low + 12)))
    if number:
        pieces.insert(0, Piece(number, Box(300, 800, 306, 810)))
    text = "\r\n".join(piece.text for piece in pieces)
    return Page(595.0, 842.0, text, tuple(pieces), rules, FONTS if fonts is None else fonts)


def first(*lines: str, rules: tuple[Box, ...] = RULES) -> Page:
    """Return a first page with its head."""
    return page(*lines, head=HEAD, rules=rules)


def table(*rows: tuple[str, ...]) -> Table:
    """Return a table; the first row is its header."""
    made = [Row(tuple(Cell((Block("o", (Run(w),)),)) for w in row)) for row in rows]
    return Table((Row(made[0].cells, header=True), *made[1:]))


ROWS = table(("STT", "Đơn vị"), ("1", "Huyện Vũ Thư"), ("2", "Huyện Tiền Hải"))
DOCUMENT = Document(
    (
        Block("co_quan_ban_hanh", (Run("Ban Chỉ đạo 138"),)),
        Block("tieu_ngu", (Run("Độc lập - Tự do - Hạnh phúc"),)),
        Block("trich_yeu", (Run("Phát động phong trào thi đua"),)),
        Block("bang", table=ROWS),
        Block("ky_thay_mat", (Run("TM. BAN CHỈ ĐẠO"),)),
        Block("ky_chuc_vu", (Run("TRƯỞNG BAN"),)),
        Block("ky_ho_ten", (Run("Nguyễn Văn A"),)),
    )
)


def printed(*pages: Page) -> Printed:
    """Return a document printed on `pages`, a good one when none are given."""
    return Printed("ke-hoach.pdf", pages or GOOD_PAGES, DOCUMENT)


GOOD_PAGES = (
    first("I. MỤC TIÊU", "STT Đơn vị", "1 Huyện Vũ Thư"),
    page("STT Đơn vị", "2 Huyện Tiền Hải", "Đoạn kết./.", *FOOT, number="2"),
)
