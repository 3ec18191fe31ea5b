"""Mỗi nơi nhận một dòng, có gạch đầu dòng và dấu chấm phẩy.

Tên mỗi cơ quan, tổ chức, cá nhân nhận văn bản ghi trên một dòng riêng, đầu dòng có gạch ngang,
cuối dòng có dấu chấm phẩy; dòng cuối cùng kết thúc bằng dấu chấm.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.9
Sai: «Như trên,»; «- Lưu: VT»
Đúng: «- Như trên;»; «- Lưu: VT, CAT.»
Cách sửa: Thêm gạch đầu dòng và dấu chấm phẩy; cuối dòng «Lưu» đặt dấu chấm.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.looking import sure
from kehoach.paper import Line, Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N408", Sees.PAPER, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.9"
)
DASHES = ("-", "–", "+", "•", "*")


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield the recipients without their dash, or with another mark at the end."""
    items = _items(sure(paper, "noi_nhan"))
    for number, lines in enumerate(items, 1):
        right = "." if number == len(items) else ";"
        if not _is_dashed(lines[0]):
            yield RULE.found(lines[0].where, N_("a recipient has a dash before it"))
        if not lines[-1].text.rstrip().endswith(right):
            yield RULE.found(lines[-1].where, N_("this recipient ends in «{right}»"), right=right)


def _items(lines: list[Line]) -> list[list[Line]]:
    """Return the lines of each recipient: one without a dash or an end before it goes on."""
    items: list[list[Line]] = []
    for line in lines:
        if items and not _is_dashed(line) and items[-1][-1].text.rstrip()[-1:] not in ";.,:":
            items[-1].append(line)
        else:
            items.append([line])
    return items


def _is_dashed(line: Line) -> bool:
    return line.marker is not None or line.text.lstrip().startswith(DASHES)
