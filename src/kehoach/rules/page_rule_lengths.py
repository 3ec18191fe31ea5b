"""Độ dài đường kẻ trên trang in.

Dưới Tiêu ngữ có đường kẻ dài bằng dòng chữ; dưới tên cơ quan ban hành và trích yếu có đường kẻ dài
bằng 1/3 đến 1/2 dòng chữ.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II
Sai: đường kẻ dưới Tiêu ngữ chỉ dài bằng nửa dòng chữ.
Đúng: đường kẻ dưới Tiêu ngữ dài bằng dòng «Độc lập - Tự do - Hạnh phúc».
Cách sửa: Chỉnh độ dài đường kẻ trong mẫu Word; mẫu của kehoach tự tính độ dài này.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.printed import Page, Piece, Printed, packed
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N802", Sees.PAGES, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II"
)

_SHARES = ((("tieu_ngu",), 0.95, 1.05), (("co_quan_ban_hanh", "trich_yeu"), 0.30, 0.53))
"""Roles, and the least and greatest length of the rule below as a share of the line."""


def check(printed: Printed) -> Iterator[Diagnostic]:
    """Yield each of the three rules of the head that is missing or of another length."""
    if not printed.pages or not printed.document:
        return
    first = printed.pages[0]
    for roles, least, most in _SHARES:
        for words in printed.texts(*roles):
            line = _last_line(first, words)
            if line is None:
                continue
            rule = first.rule_below(line.box)
            where = printed.place(1, line.text)
            if rule is None:
                yield RULE.found(where, N_("no rule is drawn below this line"))
            elif not least <= rule.width / line.box.width <= most:
                share = round(100 * rule.width / line.box.width)
                message = N_("the rule below is {share}% of this line")
                yield RULE.found(where, message, share=share)


def _last_line(page: Page, words: str) -> Piece | None:
    """Return the last of the lines at the top that `words` are printed on."""
    rest = words.casefold()
    found = None
    for line in page.lines:
        text = packed(line.text).casefold()
        if text and rest.startswith(text):
            found, rest = line, rest.removeprefix(text)
        if not rest:
            return found
    return None
