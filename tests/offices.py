"""Word files as offices make them, laid out by the decree in habits of their own, made by code.

A document is said once, line by line, each with its role; a `Habit` writes it down. So what every
line is, is known: `Office.labels`. `GOOD` are documents that a checker has nothing to say about.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from xml.sax.saxutils import escape

from foreign import to_tcvn3
from kehoach import metrics

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
FONT = "Times New Roman"
Column = Sequence["Said | None"]
LEFT, RIGHT = 72.0, 93.0
"""Widths of the columns of the head, in mm; the text is 165 mm wide."""
_TWIPS = 1440 / 25.4
_EMU = 36_000


@dataclass(frozen=True)
class Said:
    """A line: its role, its words without the marker, and the marker."""

    role: str
    words: str
    marker: str = ""
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def marker_kind(self) -> str:
        """Return `I`, `1` or `-` of a marker that Word can count in one list, else nothing."""
        if self.marker == "-":
            return "-"
        if self.marker.rstrip(".").isdigit():
            return "1"
        return "I" if self.marker[:1] in ("I", "V", "X") else ""


@dataclass(frozen=True)
class Look:
    """How the decree wants lines of a role: size, bold, italic, alignment."""

    size: float = 14.0
    bold: bool = False
    italic: bool = False
    align: str = "both"


_CENTRED = Look(bold=True, align="center")
LOOKS = {
    "co_quan_chu_quan": Look(12, align="center"),
    "co_quan_ban_hanh": Look(12, bold=True, align="center"),
    "quoc_hieu": Look(12, bold=True, align="center"),
    "tieu_ngu": Look(13, bold=True, align="center"),
    "tieu_de_dang": Look(15, bold=True, align="center"),
    "so_ky_hieu": Look(13, align="center"),
    "dia_danh_ngay": Look(13, italic=True, align="center"),
    "ve_viec": Look(12, align="center"),
    "ten_loai": _CENTRED,
    "trich_yeu": _CENTRED,
    "tham_quyen": _CENTRED,
    "quyet_dinh": _CENTRED,
    "kinh_gui": Look(align="center"),
    "can_cu": Look(italic=True),
    "noi_nhan_de": Look(12, bold=True, italic=True, align="left"),
    "noi_nhan": Look(11, align="left"),
    "ky_thay_mat": _CENTRED,
    "ky_chuc_vu": _CENTRED,
    "ky_chuc_danh": _CENTRED,
    "ky_ho_ten": _CENTRED,
    "phu_luc": _CENTRED,
    "phu_luc_ten": _CENTRED,
    "phu_luc_kem": Look(italic=True, align="center"),
    "van_ban_kem": _CENTRED,
    "van_ban_kem_ten": _CENTRED,
    "chuong": _CENTRED,
    "o_dau": Look(13, bold=True, align="center"),
    "o": Look(13, align="left"),
}
HEAD_LEFT = ("co_quan_chu_quan", "co_quan_ban_hanh", "so_ky_hieu", "ve_viec")
HEAD_RIGHT = ("quoc_hieu", "tieu_ngu", "tieu_de_dang", "dia_danh_ngay")
_ANNEX = ("phu_luc", "van_ban_kem")
FOOT_LEFT = ("noi_nhan_de", "noi_nhan")
FOOT_RIGHT = ("ky_thay_mat", "ky_chuc_vu", "ky_chuc_danh", "ky_ho_ten")
LOW = ("so_ky_hieu", "dia_danh_ngay", "ve_viec")
"""Roles of the head's second row."""
RULED = ("tieu_ngu", "tieu_de_dang", "co_quan_ban_hanh", "trich_yeu")


def look(role: str) -> Look:
    """Return how lines of a role look; headings are bold."""
    plain = Look(bold=role.endswith("_td"))
    return LOOKS.get(role, plain)


def rule_length(line: Said) -> float:
    """Return how long the line under some words is to be, in mm."""
    wanted = look(line.role)
    wide = metrics.width(line.words, wanted.size, wanted.bold, wanted.italic) * 25.4 / 72
    return wide if line.role in ("tieu_ngu", "tieu_de_dang") else wide * 0.4


@dataclass(frozen=True)
class Habit:
    """How somebody writes a document down.

    `head` is `table`, `tabs` or `spaces`, `rules` `border`, `drawing` or `vml`, `fonts` `direct`,
    `theme`, `style`, `face` (a font «… Bold») or `tcvn`; `wraps` are ways to hold text: `sdt`,
    `ins`, `runs`, `breaks`, `link`.
    """

    head: str = "table"
    rules: str = "border"
    fonts: str = "direct"
    counted: bool = False
    field: str = "complex"
    wraps: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Office:
    """A document of somebody: what it says and how it is written down.

    `clean` says that the decree is kept throughout; `lost` tells the lines that are not found.
    """

    name: str
    said: tuple[Said, ...]
    habit: Habit = field(default_factory=Habit)
    clean: bool = True
    lost: tuple[str, ...] = ()
    landscape: bool = False

    def data(self) -> bytes:
        """Return the file."""
        return write(self.said, self.habit, self.landscape)

    @property
    def labels(self) -> list[tuple[str, str]]:
        """Return the words and the role of each line."""
        return labels(self.said)


def labels(said: Sequence[Said]) -> list[tuple[str, str]]:
    """Return the words and the role of each line of a document."""
    made = []
    for line in said:
        if not line.rows:
            made.append((line.words, line.role))
        for number, row in enumerate(line.rows):
            made += [(words, "o" if number else "o_dau") for words in row if words]
    return made


def annex_start(said: Sequence[Said]) -> int:
    """Return at which line annexes begin, how many there are without one."""
    found = (i for i, line in enumerate(said) if line.role.startswith(_ANNEX))
    return next(found, len(said))


def write(said: Sequence[Said], habit: Habit, landscape: bool = False) -> bytes:
    """Return a document as a .docx in a habit."""
    return _Writer(habit, landscape).file(said)


def border(line: Said) -> str:
    """Return the line under some words as the border of an empty paragraph."""
    width = 165.0 if line.role == "trich_yeu" else LEFT if line.role in HEAD_LEFT else RIGHT
    side = _twips((width - rule_length(line)) / 2)
    return (
        '<w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="6" w:space="1"/></w:pBdr>'
        '<w:spacing w:before="40" w:line="80" w:lineRule="exact"/>'
        f'<w:ind w:left="{side}" w:right="{side}"/></w:pPr></w:p>'
    )


def frame(said: Sequence[Said]) -> tuple[str, str, str]:
    """Return the XML of the head's table, of the line under the title, of the foot's table."""
    writer = _Writer(Habit(fonts="style"), False)
    head = [line for line in said if line.role in (*HEAD_LEFT, *HEAD_RIGHT)]
    foot = [line for line in said if line.role in (*FOOT_LEFT, *FOOT_RIGHT)]
    titles = [line for line in said if line.role == "trich_yeu"]
    return writer.head(head), border(titles[-1]) if titles else "", writer.foot(foot)


class _Writer:
    """Writes one document; `ids` tell its shapes apart."""

    def __init__(self, habit: Habit, landscape: bool) -> None:
        self.habit = habit
        self.landscape = landscape
        self.ids = 0
        self.lists = 1
        self.party = False

    def file(self, said: Sequence[Said]) -> bytes:
        self.party = any(line.role == "tieu_de_dang" for line in said)
        head = [line for line in said if line.role in (*HEAD_LEFT, *HEAD_RIGHT)]
        annex = annex_start(said)
        main = [line for line in said[:annex] if line not in head]
        foot = [line for line in main if line.role in (*FOOT_LEFT, *FOOT_RIGHT)]
        text = [line for line in main if line not in foot]
        body = self.head(head) + "".join(self._lines(text)) + self.foot(foot)
        if annex < len(said):
            body += _break(_section(False))
            body += "".join(self._lines(said[annex:]))
        return self._pack(
            body + f"<w:sectPr>{_section(self.landscape, annex < len(said))}</w:sectPr>"
        )

    # Parts of the page.

    def head(self, said: Sequence[Said]) -> str:
        """Return the head, empty without lines."""
        left = [line for line in said if line.role in HEAD_LEFT]
        right = [line for line in said if line.role in HEAD_RIGHT]
        if not said:
            return ""
        if self.habit.head in ("tabs", "spaces"):
            return self._side_by_side(left, right)
        # The number and the date stand on one line: a row of their own.
        rows = [
            [[s for s in side if (s.role in LOW) == low] for side in (left, right)]
            for low in (False, True)
        ]
        write = self._joined if "breaks" in self.habit.wraps else self._lines
        return _table([["".join(write(c)) for c in row] for row in rows], (LEFT, RIGHT))

    def foot(self, said: Sequence[Said]) -> str:
        """Return the foot, empty without lines."""
        left = [line for line in said if line.role in FOOT_LEFT]
        right = [line for line in said if line.role in FOOT_RIGHT]
        if not said:
            return ""
        if self.habit.head in ("tabs", "spaces"):
            return self._side_by_side(left, right)
        cells = ["".join(self._lines(left)), "".join(self._lines(right))]
        return _table([cells], (82.5, 82.5)) + "<w:p/>"

    def _side_by_side(self, left: Column, right: Column) -> str:
        """Return two columns made with tabs, drawn lines at their places."""
        left, right = _levelled(left, right)
        if self.habit.head == "spaces":
            return "".join(self._spaced_out(left, right))
        made = []
        listed = any(line.role in FOOT_LEFT for line in left if line)
        for one, other in zip_longest(left, right):
            runs, shapes = "", ""
            if one is not None:
                runs += ("" if listed else _TAB) + self._runs(one)
                shapes += self._float(one, LEFT / 2, LEFT)
            if other is not None:
                runs += _TAB + (_TAB if one is None and not listed else "") + self._runs(other)
                shapes += self._float(other, LEFT + RIGHT / 2, RIGHT)
            stops = [] if listed else [LEFT / 2]
            tabs = "".join(
                f'<w:tab w:val="center" w:pos="{_twips(at)}"/>' for at in [*stops, LEFT + RIGHT / 2]
            )
            made.append(f"<w:p><w:pPr><w:tabs>{tabs}</w:tabs></w:pPr>{runs}{shapes}</w:p>")
        return "".join(made)

    def _spaced_out(self, left: Column, right: Column) -> Iterator[str]:
        """Yield two columns made with spaces, dashes typed under what wants a line."""
        for one, other in zip_longest(left, right):
            runs = [self._runs(line) if line else "" for line in (one, other)]
            gap = self._run(" " * 14, look("doan"))
            yield f"<w:p>{runs[0]}{gap}{runs[1]}</w:p>" if other else f"<w:p>{runs[0]}</w:p>"
            under = [line for line in (one, other) if line and line.role in RULED]
            if under and under[-1] is other:
                dashes = "-" * 9 + " " * 20 + "-" * 22
                yield f"<w:p>{self._run(dashes, look('doan'))}</w:p>"

    def _joined(self, said: Sequence[Said]) -> Iterator[str]:
        """Yield one paragraph of all lines, parted by line breaks, a drawn line under the last."""
        ruled = [line for line in said if line.role in RULED]
        runs = "<w:r><w:br/></w:r>".join(map(self._runs, said))
        width = LEFT if said and said[0].role in HEAD_LEFT else RIGHT
        shape = "".join(self._float(line, width / 2, width, len(said)) for line in ruled)
        yield f"<w:p>{self._properties(said[0]) if said else ''}{runs}{shape}</w:p>"

    def _lines(self, said: Sequence[Said]) -> Iterator[str]:
        last = {line.role: line for line in said}
        for line in said:
            if line.rows:
                yield self._data(line.rows)
            elif self.party and line.role == "co_quan_ban_hanh":
                yield from self._paragraph(line, ruled=False)
                yield f"<w:p>{self._properties(line)}{self._run('*', look(line.role))}</w:p>"
            else:
                ruled = line.role in RULED and line is last[line.role]
                yield from self._paragraph(line, ruled)

    def _paragraph(self, line: Said, ruled: bool) -> Iterator[str]:
        shape = ""
        if ruled and self.habit.rules != "border":
            width = 165.0 if line.role == "trich_yeu" else None
            width = width or (LEFT if line.role in HEAD_LEFT else RIGHT)
            shape = self._float(line, width / 2, width)
        made = f"<w:p>{self._properties(line)}{self._wrapped(line)}{shape}</w:p>"
        if "sdt" in self.habit.wraps and line.role == "can_cu":
            made = f"<w:sdt><w:sdtPr/><w:sdtContent>{made}</w:sdtContent></w:sdt>"
        yield made
        if ruled and self.habit.rules == "border":
            yield border(line)

    def _properties(self, line: Said) -> str:
        wanted = look(line.role)
        made = ""
        if self.habit.fonts == "style":
            made += f'<w:pStyle w:val="S{_style(line.role)}"/>'
        if self._is_counted(line):
            # Numbers begin anew below each Roman one: each list is its own.
            self.lists += line.marker_kind == "I"
            number = self.lists if line.marker_kind == "1" else _LISTS[line.marker_kind]
            made += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        if self.habit.fonts != "style":
            made += _spaced(line.role) + f'<w:jc w:val="{wanted.align}"/>'
        made += f"<w:rPr>{self._look(wanted)}</w:rPr>" * self._is_counted(line)
        return f"<w:pPr>{made}</w:pPr>"

    def _is_counted(self, line: Said) -> bool:
        return self.habit.counted and line.marker_kind in _LISTS

    def _wrapped(self, line: Said) -> str:
        runs, wraps = self._runs(line), self.habit.wraps
        if "ins" in wraps and line.role == "doan":
            self.ids += 2
            gone = "<w:r><w:delText>bỏ đi</w:delText></w:r>"
            return (
                f'<w:ins w:id="{self.ids}" w:author="A">{runs}</w:ins>'
                f'<w:del w:id="{self.ids + 1}" w:author="A">{gone}</w:del>'
            )
        if "link" in wraps and line.role == "noi_nhan":
            return f"<w:hyperlink>{runs}</w:hyperlink>"
        if "sdt" in wraps and line.role == "so_ky_hieu":
            return f"<w:sdt><w:sdtContent>{runs}</w:sdtContent></w:sdt>"
        return runs

    def _runs(self, line: Said) -> str:
        typed = "" if self._is_counted(line) else line.marker
        text = f"{typed} {line.words}".strip()
        texts = [text]
        if "runs" in self.habit.wraps and len(text) > 12:
            texts = [text[:5], text[5:11], text[11:]]
        if self.habit.fonts == "tcvn":
            return "".join(self._old(text, look(line.role)))
        return "".join(self._run(each, look(line.role)) for each in texts)

    def _run(self, text: str, wanted: Look) -> str:
        space = '<w:t xml:space="preserve">'
        inner = escape(text).replace("\n", f"</w:t><w:br/>{space}")
        return f"<w:r><w:rPr>{self._look(wanted)}</w:rPr>{space}{inner}</w:t></w:r>"

    def _look(self, wanted: Look, font: str = "") -> str:
        fonts, size = self.habit.fonts, int(wanted.size * 2)
        if fonts == "style":
            return ""
        bold, made = wanted.bold, ""
        if font:
            made = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>'
        elif fonts == "theme":
            made = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:asciiTheme="majorHAnsi"/>'
        elif fonts == "face" and bold:
            made, bold = f'<w:rFonts w:ascii="{FONT} Bold" w:hAnsi="{FONT} Bold"/>', False
        else:
            made = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/>'
        made += ("<w:b/>" if bold else "") + ("<w:i/>" if wanted.italic else "")
        return f'{made}<w:sz w:val="{size}"/>'

    def _old(self, text: str, wanted: Look) -> Iterator[str]:
        """Yield runs in TCVN3: a word of capitals in the font of capitals."""
        for number, word in enumerate(text.split(" ")):
            capital = word.upper() == word and word.lower() != word
            font = ".VnTimeH" if capital else ".VnTime"
            words = to_tcvn3((" " if number else "") + (word.lower() if capital else word))
            made = f'<w:t xml:space="preserve">{escape(words)}</w:t>'
            yield f"<w:r><w:rPr>{self._look(wanted, font)}</w:rPr>{made}</w:r>"

    # Tables and drawn lines.

    def _data(self, rows: Sequence[Sequence[str]]) -> str:
        cells = [
            [
                f"<w:p>{self._properties(Said(role, ''))}{self._run(words, look(role))}</w:p>"
                for words in row
                for role in ["o" if number else "o_dau"]
            ]
            for number, row in enumerate(rows)
        ]
        return _table(cells, [165.0 / len(rows[0])] * len(rows[0]), borders=True)

    def _float(self, line: Said, middle: float, width: float, lines: int = 1) -> str:
        if line.role not in RULED:
            return ""
        self.ids += 1
        long = rule_length(line)
        across, down = middle - long / 2, look(line.role).size * 1.2 * 25.4 / 72 * lines
        old = (
            f'<w:pict><v:line id="l{self.ids}" style="position:absolute" '
            f'from="{across * 72 / 25.4:.1f}pt,{down * 72 / 25.4:.1f}pt" '
            f'to="{(across + long) * 72 / 25.4:.1f}pt,{down * 72 / 25.4:.1f}pt"/></w:pict>'
        )
        if self.habit.rules == "vml":
            return f"<w:r>{old}</w:r>"
        drawing = (
            '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
            'relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
            '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>'
            f"{int(across * _EMU)}</wp:posOffset></wp:positionH><wp:positionV "
            f'relativeFrom="paragraph"><wp:posOffset>{int(down * _EMU)}</wp:posOffset>'
            f'</wp:positionV><wp:extent cx="{int(long * _EMU)}" cy="0"/><wp:wrapNone/>'
            f'<wp:docPr id="{self.ids}" name="L{self.ids}"/><a:graphic><a:graphicData '
            'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
            '<wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
            f'<a:ext cx="{int(long * _EMU)}" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/>'
            '</a:prstGeom><a:ln w="9525"/></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData>'
            "</a:graphic></wp:anchor></w:drawing>"
        )
        return (
            f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice>'
            f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
        )

    # The package.

    def _pack(self, body: str) -> bytes:
        parts = {
            "styles": self._styles(),
            "numbering": _NUMBERING,
            "theme": _THEME,
            "header": self._header(),
            "first": f'<w:hdr xmlns:w="{W}"><w:p/></w:hdr>',
        }
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
            file.writestr("[Content_Types].xml", _types(parts))
            file.writestr("_rels/.rels", _rels({"officeDocument": "word/document.xml"}))
            links = {name: f"{name}.xml" for name in parts}
            file.writestr("word/_rels/document.xml.rels", _rels(links))
            main = f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>"
            file.writestr("word/document.xml", main)
            for name, xml in parts.items():
                file.writestr(f"word/{name}.xml", xml)
        return out.getvalue()

    def _styles(self) -> str:
        theme = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
        fonts = theme if self.habit.fonts != "style" else ""
        defaults = (
            f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val='22'/></w:rPr>"
            "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        )
        made = (
            '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
            "</w:style>"
            '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Chữ thường"/>'
            f'<w:basedOn w:val="Normal"/><w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}"/>'
            '<w:sz w:val="28"/></w:rPr></w:style>'
        )
        for role in dict.fromkeys([*LOOKS, *_OTHERS]):
            wanted = look(role)
            looks = "<w:b/>" * wanted.bold + "<w:i/>" * wanted.italic
            made += (
                f'<w:style w:type="paragraph" w:styleId="S{_style(role)}">'
                f'<w:name w:val="VB {_style(role)}"/><w:basedOn w:val="Base"/><w:pPr>'
                f'{_spaced(role)}<w:jc w:val="{wanted.align}"/></w:pPr><w:rPr>{looks}'
                f'<w:sz w:val="{int(wanted.size * 2)}"/></w:rPr></w:style>'
            )
        return f'<w:styles xmlns:w="{W}">{defaults}{made}</w:styles>'

    def _header(self) -> str:
        looks = f'<w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}"/><w:sz w:val="28"/></w:rPr>'
        number = f"<w:r>{looks}<w:t>2</w:t></w:r>"
        made = f'<w:fldSimple w:instr=" PAGE ">{number}</w:fldSimple>'
        if self.habit.field == "complex":
            kinds = [f'<w:r>{looks}<w:fldChar w:fldCharType="{k}"/></w:r>' for k in _FIELD]
            code = f"<w:r>{looks}<w:instrText> PAGE </w:instrText></w:r>"
            made = kinds[0] + code + kinds[1] + number + kinds[2]
        return (
            f'<w:hdr xmlns:w="{W}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr>{made}</w:p></w:hdr>'
        )


_FIELD = ("begin", "separate", "end")
_OTHERS = (
    *("doan", "ket", "mo_dau", "muc", "muc_td", "khoan", "khoan_td", "khoan_2", "khoan_2_td"),
    *("khoan_3", "khoan_3_td", "diem", "diem_td", "gach", "cong", "ngoac", "dieu", "phan_td"),
)
_LISTS = {"I": 91, "1": 0, "-": 92}
_TAB = "<w:r><w:tab/></w:r>"


def _levelled(left: Column, right: Column) -> tuple[Column, Column]:
    """Return two columns whose number and date stand in one line."""
    high = [[line for line in side if line and line.role not in LOW] for side in (left, right)]
    low = [[line for line in side if line and line.role in LOW] for side in (left, right)]
    tall = max(map(len, high))
    made = [
        [*above, *[None] * (tall - len(above)), *below]
        for above, below in zip(high, low, strict=True)
    ]
    return (made[0], made[1]) if any(low) else (left, right)


def _style(role: str) -> str:
    return role.replace("_", "")


def _spaced(role: str) -> str:
    if role in LOOKS and role != "can_cu":
        before = {"ten_loai": 240, "ky_ho_ten": 1200}.get(role, 0)
        return f'<w:spacing w:before="{before}" w:after="0" w:line="240" w:lineRule="auto"/>'
    return (
        '<w:spacing w:before="120" w:after="0" w:line="264" w:lineRule="auto"/>'
        '<w:ind w:firstLine="720"/>'
    )


def _twips(length: float) -> int:
    return round(length * _TWIPS)


def _table(rows: Sequence[Sequence[str]], widths: Sequence[float], borders: bool = False) -> str:
    grid = "".join(f'<w:gridCol w:w="{_twips(wide)}"/>' for wide in widths)
    kind = "single" if borders else "nil"
    sides = "".join(
        f'<w:{side} w:val="{kind}"/>' for side in ("top", "left", "bottom", "right", "insideH")
    )
    padding = 108 if borders else 0
    made = ""
    for row in rows:
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{_twips(wide)}" w:type="dxa"/></w:tcPr>'
            f"{cell or '<w:p/>'}</w:tc>"
            for cell, wide in zip(row, widths, strict=True)
        )
        made += f"<w:tr>{cells}</w:tr>"
    return (
        f"<w:tbl><w:tblPr><w:tblBorders>{sides}</w:tblBorders><w:tblCellMar>"
        f'<w:left w:w="{padding}" w:type="dxa"/><w:right w:w="{padding}" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>"
    )


def _section(landscape: bool, again: bool = False) -> str:
    wide, high = (16838, 11906) if landscape else (11906, 16838)
    turned = ' w:orient="landscape"' if landscape else ""
    first = '<w:headerReference w:type="first" r:id="first"/>'
    header = "" if again else f'{first}<w:headerReference w:type="default" r:id="header"/>'
    restart = '<w:pgNumType w:start="1"/>' if again else ""
    return (
        f'{header}<w:pgSz w:w="{wide}" w:h="{high}"{turned}/><w:pgMar w:top="1134" w:right="851" '
        f'w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>{restart}'
        "<w:titlePg/>"
    )


def _break(section: str) -> str:
    return f"<w:p><w:pPr><w:sectPr>{section}</w:sectPr></w:pPr></w:p>"


def _level(form: str, text: str) -> str:
    return (
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="space"/>'
        f'<w:lvlText w:val="{text}"/><w:pPr><w:ind w:left="0" w:firstLine="720"/></w:pPr></w:lvl>'
    )


_FORMS = dict.fromkeys(range(20), ("decimal", "%1.")) | {
    91: ("upperRoman", "%1."),
    92: ("bullet", "-"),
}
_NUMBERING = (
    f'<w:numbering xmlns:w="{W}">'
    + "".join(
        f'<w:abstractNum w:abstractNumId="{n}">{_level(*form)}</w:abstractNum>'
        for n, form in _FORMS.items()
    )
    + "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in _FORMS if n)
    + "</w:numbering>"
)
_COLOURS = ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_FACES = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
_THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="T">'
    '<a:themeElements><a:clrScheme name="C">'
    + "".join(f'<a:{name}><a:srgbClr val="000000"/></a:{name}>' for name in _COLOURS)
    + f'</a:clrScheme><a:fontScheme name="F"><a:majorFont>{_FACES}</a:majorFont>'
    f'<a:minorFont>{_FACES}</a:minorFont></a:fontScheme><a:fmtScheme name="S">'
    f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>"
    f"<a:lnStyleLst>{f'<a:ln>{_FILL}</a:ln>' * 3}</a:lnStyleLst>"
    f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
)


def _types(parts: dict[str, str]) -> str:
    word = "application/vnd.openxmlformats-officedocument"
    kinds = {
        "theme": f"{word}.theme+xml",
        "first": f"{word}.wordprocessingml.header+xml",
    }
    made = "".join(
        f'<Override PartName="/word/{name}.xml" '
        f'ContentType="{kinds.get(name, f"{word}.wordprocessingml.{name}+xml")}"/>'
        for name in parts
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/word/document.xml" '
        f'ContentType="{word}.wordprocessingml.document.main+xml"/>{made}</Types>'
    )


def _rels(links: dict[str, str]) -> str:
    made = "".join(
        f'<Relationship Id="{name}" Type="{R}/{name.replace("first", "header")}" '
        f'Target="{target}"/>'
        for name, target in links.items()
    )
    opened = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{opened}">{made}</Relationships>'
