"""Số trang bằng chữ số Ả Rập, cỡ 13-14, chữ đứng.

Số trang viết bằng chữ số Ả Rập, cỡ chữ từ 13 đến 14, kiểu chữ đứng.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I.7
Sai: số trang «ii», cỡ 10, in nghiêng
Đúng: số trang «2», cỡ 14, đứng
Cách sửa: Bấm đúp vào lề trên, chọn số trang, đặt cỡ chữ 13 hoặc 14; Format Page Numbers › 1, 2,
3.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.looking import points, sections
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N504", Sees.PAPER, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I.7"
)
ARABIC = ("decimal", "numberInDash", "")
LOW, HIGH = 13, 14


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield numbers of another script, size or slant, each fault once."""
    for section in sections(paper):
        if section.numbers and section.format not in ARABIC:
            message = N_("page numbers are counted 1, 2, 3 …, not in the form {format}")
            yield RULE.found(section.where, message, format=section.format)
            break
    numbers = [number for section in sections(paper) for number in section.numbers]
    odd = [n for n in numbers if n.piece.size and not LOW <= n.piece.size <= HIGH]
    slanted = [number for number in numbers if number.piece.italic]
    if odd:
        message = N_("the page number has {found} pt instead of 13 to 14 pt")
        yield RULE.found(odd[0].where, message, found=points(odd[0].piece.size))
    if slanted:
        yield RULE.found(slanted[0].where, N_("the page number is italic instead of upright"))
