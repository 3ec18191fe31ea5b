"""What rules look at, made by code: good papers, paragraphs, documents and plans, one change each.

A case file of a rule, `tests/rules/<rule>.py`, lists `GOOD` (name → subject without a finding)
and `BAD` (name → `Bad`: a subject, and what the message of each finding says).
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from typing import Any

import cases
from kehoach.compose import compose
from kehoach.diagnostic import Place, has_errors
from kehoach.document import Block, Document, Marker, Run
from kehoach.paper import Layout, Line, PageNumber, Paper, Piece, Section, Spot, Stroke
from kehoach.plan import day_of
from kehoach.rule import Draft, Text, Words

FILE = "ke-hoach.docx"
DAY = datetime.date(2024, 1, 5)


@dataclass(frozen=True, init=False)
class Bad:
    """A subject in which a rule finds something: one finding for each of `said`, in any order.

    A finding's message, its hint or the words it points at hold what is `said`.
    """

    subject: Any
    said: tuple[str, ...]

    def __init__(self, subject: Any, *said: str) -> None:
        """Take a subject and what is said of it; an empty text stands for any words."""
        object.__setattr__(self, "subject", subject)
        object.__setattr__(self, "said", said or ("",))


def block(text: str, role: str = "doan", label: str = "", kind: str = "") -> Block:
    """Return a paragraph; a label such as `1.` or `a)` gives it a marker of that kind."""
    marker = Marker(kind or label, label) if label else None
    return Block(role, (Run(text),), marker, where=Place(FILE, "document", 1, text))


def words(text: str, role: str = "doan", on: datetime.date | None = DAY, label: str = "") -> Words:
    """Return a paragraph by itself, for rules that see `Words`."""
    return Words(block(text, role, label), on)


def text(*blocks: Block, on: datetime.date | None = DAY, draft: bool = False) -> Text:
    """Return a document of `blocks`, for rules that see `Text`."""
    return Text(Document(blocks), FILE, on, draft)


def draft(plan: str) -> Draft:
    """Return a plan of the keys in `plan`, what is missing filled in, for rules that see `Draft`.

    A plan with errors fails the test.
    """
    loaded, found = cases.load(plan)
    assert loaded, found
    document, more = compose(loaded)
    assert document, more
    assert not has_errors([*found, *more]), [*found, *more]
    return Draft(loaded, document, day_of(loaded.keys.date))


def as_text(plan: str) -> Text:
    """Return the document of a plan, for rules that see `Text`."""
    made = draft(plan)
    return Text(made.document, cases.PATH, made.date)


BODY = Layout("both", first=12.7, before=6, spacing=1.2)
CENTRED = Layout("center")
RIGHT, LEFT = Spot("cell", 0, 0, 1), Spot("cell", 0, 0, 0)


def line(role: str, words: str, size: float = 14, look: str = "", **more: Any) -> Line:
    """Return a line in Times New Roman; `look` has `b`, `i`, `u` or `c` (caps)."""
    piece = Piece(
        words,
        "Times New Roman",
        size,
        "b" in look,
        "i" in look,
        "u" in look,
        "c" in look,
        "000000",
    )
    return Line(role, (piece,), Place(FILE, "document", 0, words), **{"layout": CENTRED, **more})


GOOD_LINES = (
    line("co_quan_chu_quan", "ỦY BAN NHÂN DÂN TỈNH THÁI BÌNH", 13, spot=LEFT),
    line(
        "co_quan_ban_hanh",
        "BAN CHỈ ĐẠO 138",
        13,
        "b",
        spot=LEFT,
        strokes=(Stroke("border", 18.0),),
    ),
    line("so_ky_hieu", "Số: 05/KH-BCĐ", 13, spot=Spot("cell", 0, 1, 0)),
    line("quoc_hieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, "b", spot=RIGHT),
    line(
        "tieu_ngu",
        "Độc lập - Tự do - Hạnh phúc",
        14,
        "b",
        spot=RIGHT,
        strokes=(Stroke("border", 61.0),),
    ),
    line(
        "dia_danh_ngay",
        "Thái Bình, ngày 05 tháng 01 năm 2024",
        14,
        "i",
        spot=Spot("cell", 0, 1, 1),
    ),
    line("ten_loai", "KẾ HOẠCH", 14, "b"),
    line(
        "trich_yeu",
        "Phát động phong trào thi đua năm 2024",
        14,
        "b",
        strokes=(Stroke("border", 40.0),),
    ),
    line(
        "can_cu", "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;", 14, "i", layout=BODY
    ),
    line("mo_dau", "Ban Chỉ đạo 138 tỉnh ban hành Kế hoạch như sau:", layout=BODY),
    line("muc_td", "MỤC TIÊU", 14, "b", layout=BODY, marker=Marker("I.", "I.")),
    line("khoan", "Làm tốt hơn năm trước.", layout=BODY, marker=Marker("1.", "1.")),
    line("gach", "Làm nhanh hơn năm trước.", layout=BODY, marker=Marker("-", "-")),
    line("ket", "Yêu cầu các đơn vị thực hiện./.", layout=BODY),
    line("noi_nhan_de", "Nơi nhận:", 12, "bi", layout=Layout(), spot=Spot("cell", 1, 0, 0)),
    line("noi_nhan", "- Như trên;", 11, layout=Layout(), spot=Spot("cell", 1, 0, 0)),
    line("noi_nhan", "- Lưu: VT, CAT.", 11, layout=Layout(), spot=Spot("cell", 1, 0, 0)),
    line("ky_thay_mat", "TM. BAN CHỈ ĐẠO", 14, "b", spot=Spot("cell", 1, 0, 1)),
    line("ky_chuc_vu", "TRƯỞNG BAN", 14, "b", spot=Spot("cell", 1, 0, 1)),
    line("ky_ho_ten", "Nguyễn Văn A", 14, "b", spot=Spot("cell", 1, 0, 1)),
)
"""A plan of one page to which the decree has nothing to say."""

GOOD_SECTION = Section(
    210,
    297,
    20,
    20,
    30,
    20,
    title_page=True,
    numbers=(PageNumber("header", "default", "center", Piece("2", "Times New Roman", 14)),),
)


def paper(*, lines: tuple[Line, ...] = GOOD_LINES, **changes: Any) -> Paper:
    """Return a good paper with `lines`, its section changed by what is named.

    `sections=(…)`, `strays`, `ours` and `party` are the paper's own; any other name is the
    section's.
    """
    own = {
        key: changes.pop(key) for key in ("sections", "ours", "party", "strays") if key in changes
    }
    blocks = tuple(_block(line) for line in lines)
    sections = own.pop("sections", (replace(GOOD_SECTION, **changes),))
    return Paper(FILE, lines, sections, Document(blocks), **own)


def changed(role: str, text: str | None = None, **changes: Any) -> Paper:
    """Return a good paper in which the line of `role`, the first of them, is another.

    `text`, and looks such as `size` and `bold`, change its words; other names its line
    (`layout`, `strokes`, `spot`, `marker`, `confidence` …).
    """
    looks = ("font", "size", "bold", "italic", "underline", "caps", "colour")
    look = {key: changes.pop(key) for key in looks if key in changes}
    at = next(index for index, line in enumerate(GOOD_LINES) if line.role == role)
    old = GOOD_LINES[at]
    [piece] = old.pieces
    said = piece.text if text is None else text
    where = replace(old.where, text=said)
    new = replace(old, pieces=(replace(piece, text=said, **look),), where=where, **changes)
    return paper(lines=(*GOOD_LINES[:at], new, *GOOD_LINES[at + 1 :]))


def without(role: str) -> Paper:
    """Return a good paper that has no line of `role`."""
    return paper(lines=tuple(line for line in GOOD_LINES if line.role != role))


def with_lines(*more: Line, after: str) -> Paper:
    """Return a good paper with `more` lines after the last one of the role `after`."""
    at = max(index for index, line in enumerate(GOOD_LINES) if line.role == after) + 1
    return paper(lines=(*GOOD_LINES[:at], *more, *GOOD_LINES[at:]))


def _block(line: Line) -> Block:
    return Block(line.role, (Run(line.text),), line.marker, where=line.where)
