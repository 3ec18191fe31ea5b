"""Pieces of form templates: paragraphs, fields, tables, heads and signatures, as XML."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType
from xml.sax.saxutils import escape, quoteattr

from kehoach.metrics import width


def _base() -> ModuleType:
    """Return `make_template`, whose page, styles and parts the forms share."""
    loader = SourceFileLoader("make_template", str(Path(__file__).with_name("make_template")))
    spec = spec_from_loader("make_template", loader)
    assert spec is not None
    module = sys.modules["make_template"] = module_from_spec(spec)
    loader.exec_module(module)
    return module


base = _base()
ROOM: int = base.ROOM
WIDE_ROOM: int = base.TALL - base.LEFT - base.RIGHT
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
SIZE = 13
MOVEMENT = "phong trào thi đua “Toàn dân bảo vệ an ninh Tổ quốc” năm {{ nam }}"
SAFE = "“An toàn về an ninh, trật tự”"
PLAIN, BOLD = "", "<w:b/><w:bCs/>"
DOTS = "………"
Style, centred = base.Style, base.centred

STYLES = {
    "bieu_ten": centred(14, bold=True, caps=True, before=240, keep=True),
    "bieu_phu": centred(14, bold=True, keep=True),
    "bieu_chi_dan": centred(13, italic=True, before=40, after=120),
    "bieu_kinh_gui": centred(13, before=40, after=80),
    "bieu_ngay": Style(size=13, italic=True, align="right", before=120),
    "bieu_doan": Style(size=13, align="both", before=0, after=60, line=252, first=base.FIRST),
    "bieu_dong": Style(size=13, align="left", before=0, after=40, line=252),
    "bieu_muc": Style(size=13, bold=True, align="left", before=120, after=60, keep=True),
    "bieu_o": Style(size=12, align="left", before=30, after=30),
    "bieu_o_giua": Style("bieu_o", align="center"),
    "bieu_o_dau": Style("bieu_o", bold=True, align="center"),
    "bieu_nho": Style(size=9.5, align="left", before=30, after=30),
    "bieu_nho_giua": Style("bieu_nho", align="center"),
    "bieu_nho_dau": Style("bieu_nho", bold=True, align="center"),
    "bieu_cach": Style(size=6, align="left", before=0, after=0, keep=True),
    "bieu_ky": centred(13, bold=True, caps=True, keep=True),
    "bieu_ky_cach": centred(12, italic=True, keep=True),
    # Without keep: LibreOffice moves a table whose rows keep with the next as a whole.
    "bieu_ben": centred(13, bold=True, caps=True),
    "bieu_ben_ky": centred(12, italic=True),
    "bieu_ky_ten": centred(13, bold=True, before=760),
}
base.STYLES = {**base.STYLES, **STYLES}


def run(text: str, look: str = PLAIN) -> str:
    """Return a run of `text`, in which tags stand as they are."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(style: str, *runs: str, extra: str = "") -> str:
    """Return a paragraph; a run that is no XML yet is a text."""
    inner = "".join(r if r.startswith("<") else run(r) for r in runs)
    name = base.identity(style)
    return f'<w:p><w:pPr><w:pStyle w:val="{name}"/>{extra}</w:pPr>{inner}</w:p>'


def block(tag: str) -> str:
    """Return the paragraph of a tag that stands for a paragraph: `if x`, `for …`, `endif` …"""
    return p("bieu_dong", f"{{%p {tag} %}}")


TEXT = "<w:text/>"
DATE = (
    '<w:date><w:dateFormat w:val="{}"/><w:lid w:val="vi-VN"/>'
    '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
)
SHORT_DATE = DATE.format("dd/MM/yyyy")
LONG_DATE = DATE.format("'ngày' dd 'tháng' MM 'năm' yyyy")
SYMBOL = '<w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic"/>'
BOX = (
    f'<w14:checkbox xmlns:w14="{W14}"><w14:checked w14:val="0"/>'
    '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
    '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>'
)


def choices(*words: str) -> str:
    """Return a list to choose from, into which another word can be typed (17.5.2.5)."""
    items = "".join(
        f"<w:listItem w:displayText={quoteattr(w)} w:value={quoteattr(w)}/>" for w in words
    )
    return f"<w:comboBox>{items}</w:comboBox>"


def field(
    tag: str, title: str, value: str = "", blank: str = DOTS, kind: str = TEXT, look: str = PLAIN
) -> str:
    """Return a content control: `value` is a tag's expression, `blank` what prints without one.

    A blank of "\\t" is a dotted line up to the paragraph's tab stop.
    """
    if value:
        shown = "\\t" if blank == "\t" else blank
        content = run(f'{{{{ {value} or "{shown}" }}}}', look)
    elif blank == "\t":
        content = f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}<w:tab/></w:r>"
    else:
        content = run(blank, look)
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return (
        f"<w:sdt><w:sdtPr>{properties}<w:alias w:val={quoteattr(title)}/>"
        f"<w:tag w:val={quoteattr(tag)}/>{kind}</w:sdtPr>"
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def tick(tag: str, title: str, value: str = "") -> str:
    """Return a check box; `value` is an expression that is true when it is ticked."""
    content = f'{{{{ "☒" if {value} else "☐" }}}}' if value else "☐"
    shown = run(content, SYMBOL)
    return (
        f"<w:sdt><w:sdtPr><w:rPr>{SYMBOL}</w:rPr><w:alias w:val={quoteattr(title)}/>"
        f"<w:tag w:val={quoteattr(tag)}/>{BOX}</w:sdtPr>"
        f"<w:sdtContent>{shown}</w:sdtContent></w:sdt>"
    )


def line(*runs: str, stops: Sequence[int] = (ROOM,), keep: bool = False) -> str:
    """Return a line whose tabs are dotted up to each of `stops`, in twips."""
    kinds = ["left"] * (len(stops) - 1) + ["right"]
    tabs = "".join(
        f'<w:tab w:val="{kind}" w:leader="dot" w:pos="{stop}"/>'
        for kind, stop in zip(kinds, stops, strict=True)
    )
    with_next = "<w:keepNext/>" if keep else ""
    return p("bieu_dong", *runs, extra=f"{with_next}<w:tabs>{tabs}</w:tabs>")


def blanks(*parts: tuple[str, str, str], room: int = ROOM) -> str:
    """Return a line of blanks, each (words, field, expression), that share the room."""
    lengths = [width(words, SIZE) * 20 for words, _, _ in parts]
    each = (room - sum(lengths)) / len(parts)
    stops = [round(sum(lengths[: n + 1]) + each * (n + 1)) for n in range(len(parts))]
    runs: list[str] = []
    for words, tag, value in parts:
        runs += [words, field(tag, words.strip(" :,;"), value, "\t")]
    return line(*runs, stops=[*stops[:-1], room])


@dataclass(frozen=True)
class Cell:
    """A cell of a table: its paragraphs, how many columns it covers, `restart` or `continue`."""

    content: str
    span: int = 1
    merge: str = ""


def tag_row(tag: str) -> list[Cell]:
    """Return the row of a tag that stands for a row."""
    return [Cell(p("bieu_o", f"{{%tr {tag} %}}"), span=0)]


def tag_cell(tag: str) -> Cell:
    """Return the cell of a tag that stands for a cell."""
    return Cell(p("bieu_nho", f"{{%tc {tag} %}}"), span=-1)


def table(
    widths: Sequence[int],
    rows: Sequence[Sequence[Cell]],
    header: int = 0,
    lines: bool = True,
    whole: int = 0,
    margin: int = 60,
) -> str:
    """Return a table of columns in twips; `header` rows are repeated on every page.

    Columns that a tag repeats are fitted into `whole` when the form is filled.
    """
    body = "".join(_row(widths, row, n < header) for n, row in enumerate(rows))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    look = '<w:tblStyle w:val="KHbang"/>' if lines else ""
    margin = margin if lines else 0
    return (
        f'<w:tbl><w:tblPr>{look}<w:tblW w:w="{whole or sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{margin}" w:type="dxa"/>'
        f'<w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
    )


def _row(widths: Sequence[int], row: Sequence[Cell], header: bool) -> str:
    cells, column = [], 0
    for cell in row:
        if cell.span == 0:
            wide, covered = sum(widths), len(widths)
        elif cell.span < 0:
            wide, covered = 200, 0
        else:
            wide, covered = sum(widths[column : column + cell.span]), cell.span
        column += covered
        span = f'<w:gridSpan w:val="{covered}"/>' if covered > 1 else ""
        kind = f' w:val="{cell.merge}"' if cell.merge == "restart" else ""
        merge = f"<w:vMerge{kind}/>" if cell.merge else ""
        middle = '<w:vAlign w:val="center"/>' if header else ""
        cells.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{span}{merge}{middle}</w:tcPr>'
            f"{cell.content}</w:tc>"
        )
    repeat = "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{''.join(cells)}</w:tr>"


def kept(*cells: Cell) -> list[Cell]:
    """Return a row that stays on the page of the row below it."""
    end, with_next = '"/></w:pPr>', '"/><w:keepNext/></w:pPr>'
    return [replace(cell, content=cell.content.replace(end, with_next)) for cell in cells]


def header(*words: str, small: bool = False) -> list[Cell]:
    """Return a row of column titles; an empty one goes on from above."""
    style = "bieu_nho_dau" if small else "bieu_o_dau"
    return [Cell(p(style, text), merge="" if text else "continue") for text in words]


def top(words: str, small: bool = False) -> Cell:
    """Return a column title that covers two header rows."""
    return Cell(p("bieu_nho_dau" if small else "bieu_o_dau", words), merge="restart")


def left(*runs: str) -> Cell:
    """Return a cell of words."""
    return Cell(p("bieu_o", *runs))


def mid(*runs: str) -> Cell:
    """Return a cell of a number or a short word."""
    return Cell(p("bieu_o_giua", *runs))


def head(room: int = ROOM) -> str:
    """Return the head of an official paper: who sends it, Quốc hiệu, place and date."""
    right = 5320
    left = room - right if room == ROOM else room // 2
    right = room - left
    sender = (
        block("if co_quan_chu_quan")
        + p("co_quan_chu_quan", "{{ co_quan_chu_quan }}")
        + block("endif")
        + p("co_quan_ban_hanh", field("co_quan", "Cơ quan, đơn vị", "co_quan", "……………………"))
        + rule("ke_co_quan", left, 1500)
    )
    motto = (
        p("quoc_hieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        + p("tieu_ngu", "Độc lập - Tự do - Hạnh phúc")
        + rule("ke_tieu_ngu", right, 3150)
    )
    day = p(
        "dia_danh_ngay",
        field("dia_danh", "Địa danh", "dia_danh", "……………"),
        ", ",
        field("ngay_ky", "Ngày ký", "", "ngày …… tháng …… năm ………", LONG_DATE),
    )
    rows = [[Cell(sender), Cell(motto)], [Cell(p("bieu_dong")), Cell(day)]]
    return base.thin() + table((left, right), rows, lines=False)


def rule(style: str, room: int, length: int) -> str:
    """Return an empty paragraph that draws a line of `length` in the middle of `room`."""
    side = (room - length) // 2
    return p(style, extra=f'<w:ind w:left="{side}" w:right="{side}"/>')


def title(name: str, *below: str) -> str:
    """Return the name of a form, what it is about, and who fills it in, for whom, by when."""
    lines = "".join(p("bieu_phu", text) for text in below)
    return p("bieu_ten", name) + lines + p("bieu_chi_dan", "{{ chi_dan }}")


def gap() -> str:
    """Return the space above signers, which stays with them and with the line before."""
    return p("bieu_cach")


def signature(room: int = ROOM, notes: str = "") -> str:
    """Return who gets the paper, and the signer of the body that sends it."""
    left = room // 2
    copies = (
        p("noi_nhan_de", "Nơi nhận:")
        + p("noi_nhan", "- {{ noi_nhan }};")
        + p("noi_nhan", "- Lưu: VT.")
    )
    signer = (
        block("for dong in ky")
        + p("bieu_ky", "{{ dong }}")
        + block("endfor")
        + p("bieu_ky_cach", "(Ký, ghi rõ họ tên, đóng dấu)")
        + p("bieu_ky_ten", field("ho_ten_ky", "Họ tên người ký", "ho_ten_ky", "…………………………"))
    )
    rows = [[Cell(notes or copies), Cell(signer)]]
    return gap() + table((left, room - left), rows, lines=False) + base.thin()


def signers(people: Sequence[tuple[str, str, str]], room: int = ROOM) -> str:
    """Return people who sign side by side, each as (field, what they are, how they sign)."""
    wide = [room // len(people)] * len(people)
    titles = [Cell(p("bieu_ky", words) + p("bieu_ky_cach", how)) for _, words, how in people]
    names = [
        Cell(p("bieu_ky_ten", field(tag, f"Họ tên: {words}", "", "………………………")))
        for tag, words, _ in people
    ]
    return gap() + table(wide, [titles, names], lines=False) + base.thin()


def template(body: str, landscape: bool = False) -> bytes:
    """Return the bytes of a template with this body, on a page that stands or lies."""
    section: str = base.section()
    if landscape:
        page = f'<w:pgSz w:w="{base.WIDE}" w:h="{base.TALL}"/>'
        lying = f'<w:pgSz w:w="{base.TALL}" w:h="{base.WIDE}" w:orient="landscape"/>'
        assert page in section
        section = section.replace(page, lying)
    document = (
        f'<w:document xmlns:w="{base.W}" xmlns:r="{base.R}" xmlns:mc="{MC}" xmlns:w14="{W14}" '
        f'mc:Ignorable="w14"><w:body>{body}{section}</w:body></w:document>'
    )
    base.document = lambda: document
    made: bytes = base.template()
    return made
