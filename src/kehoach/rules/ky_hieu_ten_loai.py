"""Chữ viết tắt tên loại trong ký hiệu đúng với tên loại văn bản.

Ký hiệu gồm chữ viết tắt tên loại và chữ viết tắt cơ quan: KẾ HOẠCH là KH, QUYẾT ĐỊNH là QĐ. Công
văn không có tên loại, ký hiệu không có chữ viết tắt tên loại.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục III
Sai: «Số: 05/QĐ-UBND» ở một KẾ HOẠCH
Đúng: «Số: 05/KH-UBND»
Cách sửa: Sửa ký hiệu theo tên loại.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.rule import Rule, Sees, Text
from kehoach.wording.spots import place
from kehoach.wording.symbols import CODES, OTHERS, PARTY

RULE = Rule("N701", Sees.TEXT, Severity.ERROR, "Nghị định 30/2020/NĐ-CP, Phụ lục III")

_SYMBOL = re.compile(r"/(?:\d{4}/)?(?P<code>[A-ZĐ][A-Za-zĐđ]*)-")


def check(text: Text) -> Iterator[Diagnostic]:
    """Yield the symbol of a document whose code is another type's."""
    types = [block.text.strip() for block in text.document.blocks if block.role == "ten_loai"]
    name = types[0].capitalize() if len(types) == 1 else ""
    codes = {**CODES, **OTHERS}.get(name)
    for block in text.document.blocks:
        match = _SYMBOL.search(block.text) if block.role == "so_ky_hieu" else None
        if not match or not codes or match["code"] in codes:
            continue
        if not any(block.text.rstrip().endswith(body) for body in PARTY):
            message = N_("the symbol has {written}, a {type} has {right}")
            where = place(block, *match.span("code"))
            words = {"written": match["code"], "type": name, "right": codes[0]}
            yield RULE.found(where, message, **words)
