"""Cơ quan được giao việc ở phần tổ chức thực hiện có trong nơi nhận.

Mỗi đoạn «Sở Nội vụ thẩm định …», «Công an tỉnh: …» ở phần tổ chức thực hiện có cơ quan ấy trong
nơi nhận, bằng tên hay bằng nhóm: «các sở, ban, ngành, đoàn thể», «UBND các xã, phường», «Như
trên».

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.9
Sai: «4. Sở Nội vụ thẩm định …», nơi nhận chỉ có «UBND các huyện, thành phố»
Đúng: Nơi nhận có «Các sở, ban, ngành, đoàn thể tỉnh»
Cách sửa: Thêm cơ quan ấy vào nơi nhận.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.document import Block
from kehoach.rule import Rule, Sees, Text
from kehoach.vietnamese import fold
from kehoach.wording.duties import acting, unreached
from kehoach.wording.spots import is_typed, place

RULE = Rule(
    "S121", Sees.TEXT, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.9"
)

_SECTION = re.compile(r"tổ chức thực hiện|phân công|trách nhiệm (?:của|thực hiện)", re.IGNORECASE)


def check(text: Text) -> Iterator[Diagnostic]:
    """Yield the bodies that are told to act and are not among the recipients, each once."""
    blocks = text.document.blocks
    recipients = ";".join(block.text for block in blocks if block.role == "noi_nhan")
    issuer = fold(" ".join(b.text for b in blocks if b.role.startswith("co_quan")))
    told: set[str] = set()
    for block in _assigned(blocks) if recipients else ():
        found = acting(block.text)
        if not found or found[0] in told or not is_typed(block, found[1]):
            continue
        body, at = found
        told.add(body)
        if fold(body) not in issuer and unreached(body, recipients):
            message = N_("{body} is told to act, but is not among the recipients")
            yield RULE.found(place(block, at, at + len(body)), message, body=body)


def _assigned(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield the points below a heading that tells who does what."""
    inside = False
    for block in blocks:
        if block.role in ("phan_td", "muc_td", "muc", "phan"):
            inside = bool(_SECTION.search(block.text))
        elif inside and block.marker:
            yield block
