"""Khối chữ ký nằm trọn trên một trang.

Quyền hạn, chức vụ và họ tên người ký phải ở cùng một trang.

Căn cứ: quy ước trình bày
Sai: «TM. BAN CHỈ ĐẠO» ở cuối trang 3, họ tên ở đầu trang 4.
Đúng: cả khối chữ ký ở trang 4.
Cách sửa: Đặt các đoạn của khối chữ ký ở chế độ Keep with next.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.document import ANNEX
from kehoach.printed import Printed, packed
from kehoach.rule import Rule, Sees

RULE = Rule("N803", Sees.PAGES, Severity.ERROR, "quy ước trình bày")
_BEGINS = "ky_thay_mat"
_ENDS = ("ky_ho_ten", "ky_chuc_danh", "ky_chuc_vu")


def check(printed: Printed) -> Iterator[Diagnostic]:
    """Yield a signer's block that begins on one page and ends on another."""
    blocks = printed.document.blocks if printed.document else ()
    main = blocks[: next((i for i, b in enumerate(blocks) if b.role == ANNEX[0]), len(blocks))]
    begins = [packed(block.text) for block in main if block.role == _BEGINS]
    ends = [packed(block.text) for block in main if block.role in _ENDS and block.text.strip()]
    if len(begins) != 1 or not ends:
        return
    first, last = printed.pages_with(begins[0]), printed.pages_with(ends[-1])
    if first and last and not set(first) & set(last):
        message = N_("the signature begins on page {first} and ends on page {last}")
        yield RULE.found(printed.place(first[-1]), message, first=first[-1], last=last[-1])
