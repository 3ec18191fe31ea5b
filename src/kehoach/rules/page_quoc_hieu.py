"""Quốc hiệu in trên một dòng.

Trên trang in, Quốc hiệu phải nằm trọn trên một dòng.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.1
Sai: Quốc hiệu bị ngắt thành hai dòng vì cột phải quá hẹp.
Đúng: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM (trên một dòng)
Cách sửa: Nới cột phải của phần đầu, hoặc dùng cỡ chữ 12.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.printed import Printed, packed
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N801", Sees.PAGES, Severity.ERROR, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.1"
)
_NATION = "cộnghòaxãhộichủnghĩaviệtnam"


def check(printed: Printed) -> Iterator[Diagnostic]:
    """Yield a page on which the words of Quốc hiệu stand together on no line."""
    for number in printed.pages_with(_NATION):
        lines = printed.pages[number - 1].lines
        if not any(_NATION in packed(line.text).casefold() for line in lines):
            yield RULE.found(
                printed.place(number), N_("Quốc hiệu is printed on more than one line")
            )
