"""Phông chữ trên trang in là Times New Roman.

Mọi chữ in ra phải bằng phông Times New Roman (hoặc phông cùng nét và bề rộng), đủ dấu tiếng Việt và
được nhúng trong tệp PDF.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I.2
Sai: máy không có Times New Roman nên in bằng DejaVu Serif.
Đúng: Times New Roman, Liberation Serif hoặc Tinos.
Cách sửa: Chạy kehoach doctor và cài phông được nêu tên.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.document import Block
from kehoach.printed import TIMES, Printed
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N806", Sees.PAGES, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I.2"
)
_HINT = N_("kehoach doctor says which font to install")


def check(printed: Printed) -> Iterator[Diagnostic]:
    """Yield fonts that took the place of another, are not in the file, or lack a letter.

    A letter that no font of the machine has leaves nothing but space on the page.
    """
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
    lost = sorted(_letters(_texts(printed)) - _letters(page.text for page in printed.pages))
    if lost:
        message = N_("letters that no font has are not printed: {letters}")
        yield RULE.found(printed.place(1), message, hint=_HINT, letters=" ".join(lost))


def _texts(printed: Printed) -> Iterator[str]:
    """Yield all that is to be printed, footnotes apart."""
    waiting: list[Block] = [*(printed.document.blocks if printed.document else ())]
    while waiting:
        block = waiting.pop()
        yield block.text
        rows = block.table.rows if block.table else ()
        waiting += (inner for row in rows for cell in row.cells for inner in cell.blocks)


def _letters(texts: Iterable[str]) -> set[str]:
    """Return the letters, digits and symbols of texts in any case; engines differ in the rest."""
    signs = unicodedata.normalize("NFKC", "".join({c for text in texts for c in text})).casefold()
    return {sign for sign in signs if unicodedata.category(sign)[0] in "LNS"}
