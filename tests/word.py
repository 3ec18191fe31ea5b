"""Word files for tests: the plan's own template edited, and small forms, made by code."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kehoach.document import Block, Document, Marker, Run
from kehoach.ooxml.package import unpack
from kehoach.ooxml.write import pack

TEMPLATE = Path(__file__).parents[1] / "templates" / "ke-hoach.docx"
MAIN = "word/document.xml"
STYLES = "word/styles.xml"
HEADER = "word/header2.xml"


def parts(data: bytes) -> dict[str, str]:
    """Return the parts of a Word file as text."""
    found, findings = unpack(data, "x.docx")
    assert found is not None, findings
    return {name: part.decode() for name, part in found.items()}


def packed(content: dict[str, str]) -> bytes:
    """Return a Word file of these parts."""
    return pack({name: text.encode() for name, text in content.items()})


def edited(change: Callable[[str], str], part: str = MAIN, data: bytes | None = None) -> bytes:
    """Return the plan's template, or `data`, with one part changed."""
    content = parts(TEMPLATE.read_bytes() if data is None else data)
    changed = change(content[part])
    assert changed != content[part], "the edit has found nothing to change"
    return packed(content | {part: changed})


def swap(old: str, new: str) -> Callable[[str], str]:
    """Return an edit that puts `new` in the place of the first `old`."""
    return lambda text: text.replace(old, new, 1)


def form(body: str) -> bytes:
    """Return a form template with the page and styles of the plan's and this body."""

    def change(text: str) -> str:
        start = text.index("<w:body>") + len("<w:body>")
        return text[:start] + body + text[text.index("<w:sectPr>") :]

    return edited(change)


def p(text: str, style: str = "KHdoan") -> str:
    """Return a paragraph of one run; `text` is XML already."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def split(*texts: str) -> str:
    """Return a paragraph with each text in a run of its own."""
    runs = "".join(f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' for text in texts)
    return f"<w:p>{runs}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """Return a table of one paragraph a cell."""
    cell = '<w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/></w:tcPr>{}</w:tc>'
    body = "".join(f"<w:tr>{''.join(cell.format(p(c)) for c in row)}</w:tr>" for row in rows)
    grid = '<w:gridCol w:w="900"/>' * len(rows[0])
    return (
        '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
    )


def block(role: str, text: str = "x", marker: Marker | None = None, bold: bool = False) -> Block:
    """Return a block of one run."""
    return Block(role, (Run(text, bold),) if text else (), marker)


def plan(*body: Block, **head: str) -> Document:
    """Return a plan with this body; `head` changes a line of the head, or leaves it out."""
    lines = {
        "co_quan_chu_quan": "UBND TỈNH THÁI BÌNH",
        "co_quan_ban_hanh": "BAN CHỈ ĐẠO 138",
        "so_ky_hieu": "Số: 05/KH-BCĐ",
        "quoc_hieu": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "tieu_ngu": "Độc lập - Tự do - Hạnh phúc",
        "dia_danh_ngay": "Thái Bình, ngày 05 tháng 01 năm 2024",
        "ten_loai": "Kế hoạch",
        "trich_yeu": "Phát động phong trào thi đua năm 2024",
    } | head
    top = [block(role, text) for role, text in lines.items() if text]
    foot = [
        block("noi_nhan", "- Lưu: VT."),
        block("ky_thay_mat", "TM. BAN CHỈ ĐẠO"),
        block("ky_chuc_vu", "TRƯỞNG BAN"),
        block("ky_ho_ten", "Nguyễn Văn A"),
    ]
    return Document((*top, *(body or (block("ket", "Hết./."),)), *foot))
