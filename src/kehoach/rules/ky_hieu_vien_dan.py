"""Ký hiệu của văn bản được viện dẫn đúng với tên loại.

Quyết định mang ký hiệu QĐ, Kế hoạch mang KH, Thông tư mang TT …; ký hiệu của một loại khác là dấu
hiệu viện dẫn nhầm. Công văn hành chính không có chữ CV; ký hiệu của Đảng (727-CV/TU) thì có.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục III
Sai: «Quyết định số 18/KH-UBND», «Công văn số 12/CV-UBND»
Đúng: «Kế hoạch số 18/KH-UBND», «Công văn số 12/UBND-NC»
Cách sửa: Tra lại văn bản được viện dẫn.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.rule import Rule, Sees, Words
from kehoach.wording.citations import Citation, citations
from kehoach.wording.spots import place
from kehoach.wording.symbols import CODES, KNOWN, OTHERS

RULE = Rule("N702", Sees.WORDS, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục III")


def check(words: Words) -> Iterator[Diagnostic]:
    """Yield the citations whose symbol belongs to another type."""
    for found in citations(words.block.text):
        right = _right(found)
        if right:
            message = N_("«{number}» does not go with {kind}: its symbol would have {right}")
            where = place(words.block, found.start, found.number + len(found.symbol.written))
            written = found.symbol.written
            yield RULE.found(where, message, number=written, kind=found.kind, right=right)


def _right(found: Citation) -> str:
    """Return the code that the type has, empty where the symbol may be right."""
    code = found.symbol.code
    if found.kind == "Công văn":
        return N_("no code of a type") if code == "CV" and not found.symbol.party else ""
    codes = {**CODES, **OTHERS}.get(found.kind, ())
    if not codes or not code or code in codes or code not in KNOWN:
        return ""
    return codes[0]
