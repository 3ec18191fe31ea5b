"""Trang cuối không chỉ có Nơi nhận và chữ ký.

Trang có chữ ký phải có ít nhất một dòng của nội dung.

Căn cứ: quy ước trình bày
Sai: trang 4 chỉ có Nơi nhận và khối chữ ký.
Đúng: đoạn kết «… thực hiện./.» cùng trang với khối chữ ký.
Cách sửa: Rút gọn nội dung, hoặc để đoạn kết ở chế độ Keep with next.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.printed import Printed
from kehoach.rule import Rule, Sees

RULE = Rule("N804", Sees.PAGES, Severity.WARNING, "quy ước trình bày")
_OPENS = "nơinhận:"


def check(printed: Printed) -> Iterator[Diagnostic]:
    """Yield a page, not the first, that begins with Nơi nhận or with the signature."""
    signers = printed.texts("ky_thay_mat", "ky_chuc_vu")
    openings = (_OPENS, *(words.casefold() for words in signers[:1]))
    for number, page in enumerate(printed.pages[1:], start=2):
        if page.words.casefold().startswith(openings):
            message = N_("this page has nothing but recipients and signature")
            yield RULE.found(printed.place(number), message)
