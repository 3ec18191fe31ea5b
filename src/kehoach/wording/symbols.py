"""Number and symbol of a document: its parts, and the codes of types.

Nghị định 30/2020/NĐ-CP, Phụ lục I (phần II, mục 3) and Phụ lục III; laws, decrees, circulars and
the documents of the Party have codes of their own.
"""

from __future__ import annotations

import re
from typing import NamedTuple

CODES = {
    "Nghị quyết": ("NQ",),
    "Quyết định": ("QĐ",),
    "Chỉ thị": ("CT",),
    "Quy chế": ("QC",),
    "Quy định": ("QyĐ", "QĐ", "QĐi", "QyĐi"),
    "Thông cáo": ("TC",),
    "Thông báo": ("TB",),
    "Hướng dẫn": ("HD",),
    "Chương trình": ("CTr",),
    "Kế hoạch": ("KH",),
    "Phương án": ("PA",),
    "Đề án": ("ĐA",),
    "Dự án": ("DA",),
    "Báo cáo": ("BC",),
    "Biên bản": ("BB",),
    "Tờ trình": ("TTr",),
    "Hợp đồng": ("HĐ",),
    "Công điện": ("CĐ",),
    "Bản ghi nhớ": ("BGN",),
    "Bản thỏa thuận": ("BTT",),
    "Giấy ủy quyền": ("GUQ",),
    "Giấy mời": ("GM",),
    "Giấy giới thiệu": ("GGT",),
    "Giấy nghỉ phép": ("GNP",),
    "Phiếu gửi": ("PG",),
    "Phiếu chuyển": ("PC",),
    "Phiếu báo": ("PB",),
}
"""Type → its codes, the decree's own first."""

OTHERS = {
    "Nghị định": ("NĐ",),
    "Thông tư": ("TT",),
    "Thông tư liên tịch": ("TTLT",),
    "Nghị quyết liên tịch": ("NQLT",),
    "Kết luận": ("KL",),
    "Thông tri": ("TT",),
    "Chương trình phối hợp": ("CTPH", "CTrPH", "CT", "CTr"),
    "Văn bản hợp nhất": ("VBHN",),
}
"""Types that the decree does not list: laws and the Party have their own."""

COPIES = ("SY", "TrS", "SL")
KNOWN = frozenset(code for codes in (*CODES.values(), *OTHERS.values()) for code in codes)
PARTY = ("TW", "TU", "HU", "ĐU", "ĐUK", "QUTW", "ĐUCA", "BTGTW", "BTCTW", "BDVTW")
"""What the symbols of Party bodies end in: they are written `44-KL/TW`."""

_PART = r"[A-ZĐƯ][a-zđ]?[A-ZĐƯ][A-Za-zĐđƯ]*\d*"
_BETWEEN = r"(?:[/-] ?| /)"
_LOOSE = r" - (?=[A-ZĐ]{2,}(?![a-zà-ỹ]))"
_MORE = rf"(?:{_PART}|[A-ZĐ]\d{{1,3}}|[A-ZĐ](?!\w))"
_HEAD = rf"\d{{1,5}}[a-z]?(?:/\d{{4,6}}{_BETWEEN}?|{_BETWEEN})"
SYMBOL = rf"{_HEAD}{_PART}(?:(?:{_BETWEEN}|{_LOOSE}){_MORE})*"
"""Pattern of a number with its symbol, also of one that is written with slips."""

_YEAR = re.compile(r"(\d{1,5}[a-z]?)(?:/(\d{4,6}))?")


class Symbol(NamedTuple):
    """A number and symbol taken apart; `year` is empty where it has none.

    `parts` are the groups of letters: the type's code and the bodies.
    """

    written: str
    number: str
    year: str
    parts: tuple[str, ...]

    @property
    def party(self) -> bool:
        """Return whether it is of a body of the Party."""
        return any(part in PARTY for part in self.parts)

    @property
    def code(self) -> str:
        """Return the type's code, empty where none of the parts is one."""
        return next((part for part in self.parts if part in KNOWN or part == "CV"), "")

    @property
    def right(self) -> str:
        """Return the symbol as it is to be written: `/` and `-` without spaces."""
        if self.party and len(self.parts) > 1:
            return f"{self.number}-{'/'.join(['-'.join(self.parts[:-1]), self.parts[-1]])}"
        year = f"/{self.year[:4]}" if self.year else ""
        return f"{self.number}{year}/{'-'.join(self.parts)}"


def symbol(written: str) -> Symbol:
    """Return what `SYMBOL` matched, taken apart."""
    head = _YEAR.match(written)
    number, year = (head[1], head[2] or "") if head else ("", "")
    rest = written[head.end() if head else 0 :]
    parts = tuple(part for part in re.split(r"[/\s-]+", rest) if part)
    return Symbol(written, number, year, parts)
