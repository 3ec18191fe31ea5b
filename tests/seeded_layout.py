"""Faults of layout that are put into good documents: a look, the words of the frame, the page."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from unittest.mock import patch

from offices import LOOKS, Habit, Said, look, write
from seeded import Change, Fault, Lines, Seeder, of_plan, swapped

MAIN, HEADER = "word/document.xml", "word/header.xml"
_OUTER, _ROW = ("mo_dau", "doan", "ket", "khoan"), 95
"""Paragraphs of the text, and how many letters are more than a row."""


@dataclass(frozen=True)
class Marred:
    """Another look of a role, or other XML in a part, and the code of the rule that finds it.

    `roles` are needed in the document, so that there is something to mar, and a paragraph of
    several rows where `rows`.
    """

    name: str
    code: str
    roles: tuple[str, ...] = ()
    look: Mapping[str, Any] | None = None
    part: str = MAIN
    pattern: str = ""
    new: str = ""
    count: int = 1
    rows: bool = False

    def fits(self, lines: Lines) -> bool:
        """Return whether a document has what is marred."""
        there = {line.role for line in lines}
        long = any(line.role in _OUTER and len(line.words) > _ROW for line in lines)
        return there.issuperset(self.roles) and (long or not self.rows)

    def put(self, seeder: Seeder, lines: Lines, habit: Habit) -> bool:
        """Count the fault in a document that is written in a habit; return whether it could be."""
        if not self.fits(lines):
            return False
        marred = seeder.read(self.written(lines, habit))
        return seeder.told(self.code, self.name, seeder.found(lines), marred)

    def written(self, lines: Lines, habit: Habit) -> bytes:
        """Return the file with the fault."""
        if self.look is not None:
            marred = {role: replace(look(role), **self.look) for role in self.roles}
            with patch.dict(LOOKS, marred):
                return write(lines, habit)
        data = write(lines, habit)
        return _changed(data, self.part, self.pattern, self.new, self.count)


def looking(code: str, role: str, name: str, **changes: object) -> Marred:
    """Return a fault of how one role looks."""
    return Marred(f"{role} {name}", code, (role,), changes)


def page(code: str, name: str, pattern: str, new: str, **more: Any) -> Marred:
    """Return a fault of the page, or of anything that XML says."""
    return Marred(name, code, pattern=pattern, new=new, **more)


def inserted(role: str, line: Said) -> Change:
    """Return a change that puts a line after the last one of a role."""

    def change(lines: Lines) -> Lines | None:
        places = [at for at, one in enumerate(lines) if one.role == role]
        at = places[-1] + 1 if places else 0
        return (*lines[:at], line, *lines[at:]) if places else None

    return change


def _changed(data: bytes, part: str, pattern: str, new: str, count: int) -> bytes:
    """Return a file in which `count` places of `pattern` in a part read otherwise, 0 for all."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as made:
        for name in old.namelist():
            text = old.read(name)
            if name == part:
                xml, found = re.subn(pattern, new, text.decode(), count=count)
                assert found, pattern
                text = xml.encode()
            made.writestr(name, text)
    return out.getvalue()


LOOKING = (
    looking("N204", "quoc_hieu", "too large", size=14.0),
    looking("N204", "quoc_hieu", "not bold", bold=False),
    looking("N207", "tieu_ngu", "too small", size=12.0),
    looking("N207", "tieu_ngu", "italic", italic=True),
    looking("N208", "co_quan_chu_quan", "bold", bold=True),
    looking("N208", "co_quan_chu_quan", "too large", size=14.0),
    looking("N209", "co_quan_ban_hanh", "not bold", bold=False),
    looking("N209", "co_quan_ban_hanh", "too small", size=11.0),
    looking("N213", "so_ky_hieu", "too large", size=14.0),
    looking("N213", "so_ky_hieu", "bold", bold=True),
    looking("N216", "dia_danh_ngay", "upright", italic=False),
    looking("N216", "dia_danh_ngay", "too small", size=12.0),
    looking("N219", "ten_loai", "not bold", bold=False),
    looking("N219", "ten_loai", "too large", size=16.0),
    looking("N220", "trich_yeu", "italic", italic=True),
    looking("N220", "trich_yeu", "not bold", bold=False),
    looking("N220", "trich_yeu", "at the left", align="left"),
    looking("N301", "can_cu", "upright", italic=False),
    looking("N301", "can_cu", "too small", size=12.0),
    looking("N402", "ky_thay_mat", "not bold", bold=False),
    looking("N402", "ky_chuc_vu", "too small", size=12.0),
    looking("N404", "ky_ho_ten", "not bold", bold=False),
    looking("N404", "ky_ho_ten", "too large", size=16.0),
    looking("N406", "noi_nhan_de", "upright", italic=False),
    looking("N406", "noi_nhan_de", "too large", size=14.0),
    looking("N407", "noi_nhan", "too large", size=13.0),
    looking("N407", "noi_nhan", "italic", italic=True),
)

_PLAIN = r'(w:jc w:val="both"/></w:pPr><w:r><w:rPr>(?:(?!</w:rPr>|<w:i/>|<w:b/>).)*?)'
"""The start of the first paragraph in the look of the text."""

_SIZED = _PLAIN + r'<w:sz w:val="28"/>(</w:rPr><w:t xml:space="preserve">(?!DỰ THẢO))'
_BODY = (
    r'(<w:spacing w:before=")120(" w:after="0" w:line=")264("[^>]*><w:ind w:firstLine=")720'
    r'("/><w:jc w:val=")both'
)
"""How the first paragraph of the text lies."""

PAGE = (
    page("N304", "a small paragraph", _SIZED, r'\1<w:sz w:val="24"/>\2'),
    page("N304", "a large paragraph", _SIZED, r'\1<w:sz w:val="32"/>\2'),
    page(
        "N306",
        "a paragraph at the left",
        _BODY,
        r"\g<1>120\g<2>264\g<3>720\4left",
        count=0,
        rows=True,
    ),
    page("N307", "a far first row", _BODY, r"\g<1>120\g<2>264\g<3>1440\4both", count=0, rows=True),
    page("N308", "no gap above", _BODY, r"\g<1>0\g<2>264\g<3>720\4both", count=0),
    page("N309", "double spacing", _BODY, r"\g<1>120\g<2>480\g<3>720\4both", count=0),
    page(
        "N104",
        "another font",
        '<w:rFonts [^>]*/>(?=<w:sz w:val="28"/>)',
        '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>',
    ),
    page("N106", "red letters", f"{_PLAIN}(?=<w:sz)", r'\1<w:color w:val="FF0000"/>'),
    page("N101", "letter paper", 'w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"'),
    page("N103", "a narrow left margin", 'w:left="1701"', 'w:left="1587"'),
    page("N103", "a narrow right margin", 'w:right="851"', 'w:right="737"'),
    page("N103", "a narrow top margin", 'w:top="1134"', 'w:top="567"'),
    page("N103", "a wide bottom margin", 'w:bottom="1134"', 'w:bottom="1985"'),
    page("N502", "a number on the first page", "<w:titlePg/>", ""),
    page("N503", "a page number at the right", 'w:val="center"', 'w:val="right"', part=HEADER),
    page("N504", "a small page number", 'w:val="28"', 'w:val="20"', part=HEADER, count=0),
)

FRAME = (
    Fault("the state's name", "N205", swapped("VIỆT NAM$", "VIỆTNAM", "quoc_hieu")),
    Fault("the motto without gaps", "N202", swapped(" - ", "-", "tieu_ngu")),
    Fault("a gap before the colon", "N214", swapped("^Số:", "Số :", "so_ky_hieu")),
    Fault(
        "a month with a zero", "N217", swapped(r"tháng (\d) năm", r"tháng 0\1 năm", "dia_danh_ngay")
    ),
    Fault("a day without a zero", "N217", swapped(r"ngày 0(\d)", r"ngày \1", "dia_danh_ngay")),
    Fault("no comma after the place", "N218", swapped(", ngày", " ngày", "dia_danh_ngay")),
    Fault(
        "a plan to somebody",
        "N224",
        of_plan(inserted("trich_yeu", Said("kinh_gui", "Kính gửi: Công an tỉnh."))),
    ),
    Fault("no end", "N315", of_plan(swapped(r"\./\.$", ".", "ket"))),
    Fault(
        "an authority without a full stop",
        "N401",
        swapped(r"^(TM|KT|TL|TUQ)\.", r"\1", "ky_thay_mat"),
    ),
    Fault("a learned signer", "N405", swapped("^", "ThS. ", "ky_ho_ten")),
    Fault("recipients without a dash", "N408", swapped("^- (?!Lưu)", "", "noi_nhan")),
    Fault("recipients with a comma", "N408", swapped(";$", ",", "noi_nhan")),
    Fault("kept without a colon", "N409", swapped("^- Lưu: ", "- Lưu ", "noi_nhan")),
)

MARRED = (*LOOKING, *PAGE)
