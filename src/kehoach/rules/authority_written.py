"""TM., KT., TL., TUQ., Q. viết đúng.

Ký thay mặt tập thể ghi «TM.», ký thay cấp trưởng «KT.», ký thừa lệnh «TL.», ký thừa ủy quyền
«TUQ.», quyền cấp trưởng «Q.»: chữ viết tắt có dấu chấm, sau đó một khoảng cách.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.7
Sai: «T/M BAN CHỈ ĐẠO», «KT CHỦ TỊCH», «TM.ỦY BAN»
Đúng: «TM. BAN CHỈ ĐẠO», «KT. CHỦ TỊCH»
Cách sửa: Gõ lại chữ viết tắt, dấu chấm và một khoảng cách.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.looking import sure
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N401", Sees.PAPER, Severity.ERROR, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.7"
)
_SHORT = re.compile(r"(?P<letters>T\W{0,2}UQ|TUQ|T\W?M|K\W?T|T\W?L|Q)(?P<sign>\W+)(?=\w{2})")


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield an authority without its full stop, or with another gap than one space."""
    for line in sure(paper, "ky_thay_mat", "ky_chuc_vu"):
        match = _SHORT.match(line.printed.lstrip())
        if match and not (
            match["letters"].isalpha() and match["sign"].replace("\xa0", " ") == ". "
        ):
            letters = "".join(filter(str.isalpha, match["letters"]))
            message = N_("write «{right}» instead of «{written}»")
            rest = line.printed.lstrip()[match.end() :].split()[0]
            right, written = f"{letters}. {rest}", match[0] + rest
            yield RULE.found(line.where, message, right=right, written=written)
