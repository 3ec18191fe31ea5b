"""Word files as other offices make them, each in habits of its own, made by code.

What every one says is known: `LINES`, in the words that a plan has to print again.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from xml.sax.saxutils import escape

from kehoach.document import Block, Document, Table
from kehoach.importer.proof import shown

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MARKUP = "http://schemas.openxmlformats.org/markup-compatibility/2006"

HEAD = {
    "over": "ỦY BAN NHÂN DÂN TỈNH THÁI BÌNH",
    "name": "BAN CHỈ ĐẠO 138",
    "quoc_hieu": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "tieu_ngu": "Độc lập - Tự do - Hạnh phúc",
    "number": "Số: 15/KH-BCĐ",
    "date": "Thái Bình, ngày 05 tháng 01 năm 2024",
    "type": "KẾ HOẠCH",
    "title": "Phát động phong trào thi đua toàn dân bảo vệ an ninh Tổ quốc năm 2024",
}
PREAMBLE = (
    "Căn cứ Quyết định số 16/2022/QĐ-UBND ngày 01 tháng 8 năm 2022 của Ủy ban nhân dân tỉnh "
    "quy định tiêu chuẩn khu dân cư;",
    "Xét đề nghị của Giám đốc Công an tỉnh;",
    "Ban Chỉ đạo 138 tỉnh ban hành Kế hoạch như sau:",
)
BODY = (
    ("I.", "Mục tiêu, yêu cầu"),
    ("1.", "Nâng cao nhận thức"),
    ("-", "Tuyên truyền đến từng hộ, từng người;"),
    ("-", "Có trên 80% khu dân cư đạt tiêu chuẩn “An toàn về an ninh, trật tự”."),
    ("", "Mỗi đơn vị chọn một việc cụ thể để làm trong năm."),
    ("2.", "Phạm vi, thời gian"),
    ("2.1.", "Phạm vi: Trên toàn tỉnh, theo Quyết định số 16/2022/QĐ-UBND."),
    ("2.2.", "Thời gian: Từ tháng 01/2024 đến tháng 12/2024."),
    ("II.", "Tổ chức thực hiện"),
    ("1.", "Các huyện gửi kế hoạch về Công an tỉnh trước ngày 15/01/2024."),
    ("a)", "Công an tỉnh tổng hợp, báo cáo;"),
    ("b)", "Sở Nội vụ thẩm định, trình tặng Bằng khen của Chủ tịch UBND tỉnh."),
    ("", "Yêu cầu các đơn vị thực hiện nghiêm túc Kế hoạch này./."),
)
RECIPIENTS = ("- Như trên;", "- Công an các huyện, thành phố;", "- Lưu: VT, PV05.")
SIGNER = ("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN", "Nguyễn Văn A")

HEADINGS = {"I.", "II."}


def is_heading(marker: str, words: str) -> bool:
    """Return whether a line of `BODY` is a heading."""
    return bool(marker) and not words.endswith((".", ";", ":"))


def said() -> list[str]:
    """Return every line of the document in its words, without the dashes of recipients."""
    body = [f"{marker} {words}".strip() for marker, words in BODY]
    return [*HEAD.values(), *PREAMBLE, *body, *RECIPIENTS, *SIGNER]


def package(
    body: str,
    parts: Mapping[str, str] | None = None,
    section: str = '<w:pgSz w:w="11906" w:h="16838"/>',
) -> bytes:
    """Return a .docx around the XML of its body; `parts` are `styles`, `numbering` …, as XML."""
    inner = dict(parts or {})
    links = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>' for name in inner
    )
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{name}+xml"/>' for name in inner
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Override PartName="/word/document.xml" '
            f'ContentType="{WORD}.document.main+xml"/>{types}</Types>',
        )
        opened = "http://schemas.openxmlformats.org/package/2006/relationships"
        start = f'<Relationship Id="r" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        file.writestr("_rels/.rels", f'<Relationships xmlns="{opened}">{start}</Relationships>')
        file.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{opened}">{links}</Relationships>',
        )
        file.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{W}" xmlns:mc="{_MARKUP}"><w:body>{body}'
            f"<w:sectPr>{section}</w:sectPr></w:body></w:document>",
        )
        for name, xml in inner.items():
            file.writestr(f"word/{name}.xml", f'<w:{name} xmlns:w="{W}">{xml}</w:{name}>')
    return out.getvalue()


def r(text: str, look: str = "") -> str:
    """Return a run; `\\t` and `\\n` become tabs and line breaks."""
    pieces = escape(text).replace("\t", "</w:t><w:tab/><w:t xml:space='preserve'>")
    pieces = pieces.replace("\n", "</w:t><w:br/><w:t xml:space='preserve'>")
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{pieces}</w:t></w:r>'


def p(*runs: str, align: str = "", more: str = "") -> str:
    """Return a paragraph of runs; a text that is no XML is a run of its own."""
    inner = "".join(run if run.startswith("<") else r(run) for run in runs)
    jc = f'<w:jc w:val="{align}"/>' if align else ""
    return f"<w:p><w:pPr>{more}{jc}</w:pPr>{inner}</w:p>"


def b(text: str) -> str:
    """Return a bold run."""
    return r(text, "<w:b/>")


def table(*rows: Sequence[str], header: bool = False) -> str:
    """Return a table of cells, each the XML of its paragraphs."""
    mark = "<w:trPr><w:tblHeader/></w:trPr>" if header else ""
    grid = '<w:gridCol w:w="4500"/>' * len(rows[0])
    made = "".join(
        f"<w:tr>{mark if not number else ''}"
        f"{''.join(f'<w:tc><w:tcPr/>{cell}</w:tc>' for cell in row)}</w:tr>"
        for number, row in enumerate(rows)
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>"


def head_table() -> str:
    """Return the head as a table without borders."""
    left = p(HEAD["over"], align="center") + p(b(HEAD["name"]), align="center")
    right = p(b(HEAD["quoc_hieu"]), align="center") + p(b(HEAD["tieu_ngu"]), align="center")
    below = (p(HEAD["number"], align="center"), p(r(HEAD["date"], "<w:i/>"), align="center"))
    return table((left + p("-------"), right + p("---------------")), below)


def title() -> str:
    """Return name of the type and title."""
    return p(b(HEAD["type"]), align="center") + p(b(HEAD["title"]), align="center")


def foot_table() -> str:
    """Return recipients and signer side by side."""
    left = p(r("Nơi nhận:", "<w:b/><w:i/>")) + "".join(p(line) for line in RECIPIENTS)
    right = "".join(p(b(line), align="center") for line in (*SIGNER[:2], "", "", SIGNER[2]))
    return table((left, right))


def typed_body() -> Iterator[str]:
    """Yield the text with typed markers, headings bold."""
    for marker, words in BODY:
        text = f"{marker} {words}".strip()
        yield p(b(text) if is_heading(marker, words) else text)


def by_table() -> bytes:
    """Head and foot in tables, markers typed, headings by bold only."""
    text = "".join(p(r(line, "<w:i/>")) for line in PREAMBLE[:2]) + p(PREAMBLE[2])
    return package(head_table() + title() + text + "".join(typed_body()) + foot_table())


def by_tabs() -> bytes:
    """Head and foot by tabs, theme fonts, a space for each indent, title over two lines."""
    theme = '<w:rFonts w:asciiTheme="minorHAnsi" w:ascii=".VnTime"/>'
    first, second = HEAD["title"].split(" an ninh ", 1)
    lines = [
        p(r(f"{HEAD['over']}\t{HEAD['quoc_hieu']}", theme)),
        p(b(f"{HEAD['name']}\t\t{HEAD['tieu_ngu']}")),
        p(f"{HEAD['number']}\t      {HEAD['date']}"),
        p(b(f"{HEAD['type']}\n{first}\nan ninh {second}"), align="center"),
        *(p(f"\t{line}") for line in PREAMBLE),
        *typed_body(),
        p(f"Nơi nhận:\t\t{SIGNER[0]}"),
        p(f"{RECIPIENTS[0]}\t\t{SIGNER[1]}"),
        *(p(line) for line in RECIPIENTS[1:]),
        p(f"\t\t\t{SIGNER[2]}"),
    ]
    return package("".join(lines))


_LEVELS = (
    (0, "upperRoman", "%1."),
    (1, "decimal", "%2."),
    (2, "decimal", "%2.%3."),
    (3, "lowerLetter", "%4)"),
)


def by_numbering() -> bytes:
    """Automatic numbering, heading styles, bullets of a symbol font."""
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for i, form, text in _LEVELS
    )
    bullet = '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="2">{bullet}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
    )
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        '</w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>'
        '<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
        "<w:rPr><w:b/></w:rPr></w:style>"
    )
    body = []
    for marker, words in BODY:
        level = {"I.": 0, "II.": 0, "1.": 1, "2.": 1, "2.1.": 2, "2.2.": 2, "a)": 3, "b)": 3}
        style = '<w:pStyle w:val="Heading1"/>' if is_heading(marker, words) else ""
        number = (2, 0) if marker == "-" else (1, level.get(marker, 0))
        listed = (
            f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'
            if marker
            else ""
        )
        body.append(p(words, more=style + listed))
    text = "".join(p(line) for line in PREAMBLE)
    return package(
        head_table() + title() + text + "".join(body) + foot_table(),
        {"styles": styles, "numbering": numbering},
    )


def by_breaks() -> bytes:
    """Paragraphs made with line breaks, texts in content controls, a text box, a page header."""
    body = "\n".join(f"{marker} {words}".strip() for marker, words in BODY[:9])
    box = (
        "<w:r><mc:AlternateContent><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>MẬT</w:t>"
        "</w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    rest = "".join(list(typed_body())[9:])
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{p(box, r(PREAMBLE[0]))}</w:sdtContent></w:sdt>"
    inline = f"<w:sdt><w:sdtContent>{r(PREAMBLE[1])}</w:sdtContent></w:sdt>"
    text = control + p(inline) + p(PREAMBLE[2])
    return package(head_table() + title() + text + p(body) + rest + foot_table())


def with_old_fonts() -> bytes:
    """Text in TCVN3 and, for the recipients, in VNI."""
    tcvn = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
    capitals = '<w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/>'
    vni = '<w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/>'

    def old(text: str) -> str:
        # Capitals with tones are small letters in a font of capitals.
        parts = re.findall(r"[^\W\d_]*|.", text)
        return "".join(old_word(part) for part in parts if part)

    def old_word(part: str) -> str:
        if part == part.upper() and part.lower() != part:
            return r(to_tcvn3(part.lower()), capitals)
        if part[0].upper() == part[0] and part[:1] in "ỦỨỨÀÁỔẤ":
            return r(to_tcvn3(part[0].lower()), capitals) + r(to_tcvn3(part[1:]), tcvn)
        return r(to_tcvn3(part), tcvn)

    lines = [old(line) for line in (*HEAD.values(), *PREAMBLE)]
    lines += [old(f"{marker} {words}".strip()) for marker, words in BODY]
    lines += [old("Nơi nhận:"), *(r(to_vni(line), vni) for line in RECIPIENTS)]
    lines += [old(line) for line in SIGNER]
    return package("".join(p(line) for line in lines))


def to_tcvn3(text: str) -> str:
    """Return text in TCVN3; capitals with tones have no code there and stay small."""
    from kehoach.ooxml import legacy

    codes = {letter: chr(code) for code, letter in legacy._tcvn3().items()}
    return "".join(codes.get(c) or codes.get(c.lower(), c) for c in text)


def to_vni(text: str) -> str:
    """Return text in VNI."""
    from kehoach.ooxml import legacy

    codes: dict[str, str] = {}
    for code, letter in legacy._vni()[1].items():
        codes.setdefault(letter, code)
    return "".join(codes.get(character, character) for character in text)


def by_python_docx() -> bytes:
    """A file of python-docx: its default template, runs split in the middle of words."""
    import docx
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    document = docx.Document()

    def add(*texts: str, bold: bool = False, centre: bool = False) -> None:
        paragraph = document.add_paragraph()
        for text in texts:
            paragraph.add_run(text).bold = bold
        if centre:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER

    add(HEAD["over"])
    add(HEAD["name"], bold=True)
    for key in ("quoc_hieu", "tieu_ngu", "number", "date"):
        add(HEAD[key], centre=True)
    add(HEAD["type"], bold=True, centre=True)
    add(HEAD["title"], bold=True, centre=True)
    for line in PREAMBLE:
        add(line)
    for marker, words in BODY:
        text = f"{marker} {words}".strip()
        add(text[:3], text[3:], bold=is_heading(marker, words))
    add("Nơi nhận:", bold=True)
    for line in RECIPIENTS:
        add(line)
    for line in SIGNER:
        add(line, bold=True, centre=True)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


MAKERS = {
    "tables": by_table,
    "tabs": by_tabs,
    "numbering": by_numbering,
    "breaks": by_breaks,
    "old fonts": with_old_fonts,
    "python-docx": by_python_docx,
}
"""One file for each habit."""


def retyped(document: Document) -> bytes:
    """Return a document typed again without templates: markers typed, headings bold, no table."""
    made, listed = [], False
    for block in document.blocks:
        if block.role == "noi_nhan" and not listed:
            made.append(p(b("Nơi nhận:")))
            listed = True
        made.append(_retyped(block))
    return package("".join(made))


def _retyped(block: Block) -> str:
    if block.table:
        return _retyped_table(block.table)
    label = f"{block.marker.label} " if block.marker else ""
    words = label + block.text
    centred = block.role in ("ten_loai", "trich_yeu", "phu_luc", "phu_luc_ten", "phu_luc_kem")
    look = "<w:b/>" if block.role.endswith("_td") or centred else ""
    return p(r(words, look), align="center" if centred else "")


def _retyped_table(old: Table) -> str:
    rows = []
    for row in old.rows:
        cells = ""
        for cell in row.cells:
            words = "".join(p(r(shown(inner))) for inner in cell.blocks)
            wide = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
            cells += f"<w:tc><w:tcPr>{wide}</w:tcPr>{words}</w:tc>"
        mark = "<w:trPr><w:tblHeader/></w:trPr>" if row.header else ""
        rows.append(f"<w:tr>{mark}{cells}</w:tr>")
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"
