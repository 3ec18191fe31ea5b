"""Phông chữ trên trang in là Times New Roman.

Mọi chữ in ra phải bằng phông Times New Roman (hoặc phông cùng nét và bề rộng), đủ dấu tiếng Việt và
được nhúng trong tệp PDF.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I.2
Sai: máy không có Times New Roman nên in bằng DejaVu Serif.
Đúng: Times New Roman, Liberation Serif hoặc Tinos.
Cách sửa: Chạy kehoach doctor và cài phông được nêu tên.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.printed import TIMES, Printed
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N806", Sees.PAGES, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I.2"
)
_HINT = N_("kehoach doctor says which font to install")


def check(printed: Printed) -> Iterator[Diagnostic]:
    """Yield fonts that took the place of another, are not in the file, or lack a letter."""
    told: set[str] = set()
    for number, page in enumerate(printed.pages, start=1):
        where = printed.place(number)
        for font, embedded in sorted(page.fonts.items()):
            if font in told:
                continue
            told.add(font)
            if not font.startswith(TIMES):
                message = N_("printed with {font} in place of Times New Roman")
                yield RULE.found(where, message, hint=_HINT, font=font)
            if not embedded:
                yield RULE.found(where, N_("the font {font} is not in the file"), font=font)
        if page.unknown:
            message = N_("{count} letters are not shown")
            yield RULE.found(where, message, hint=_HINT, count=page.unknown)
