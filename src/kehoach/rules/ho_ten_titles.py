"""Trước họ tên người ký không ghi học hàm, học vị.

Trước họ tên của người ký không ghi học hàm, học vị và các danh hiệu danh dự khác. Quân hàm của
đơn vị vũ trang, và học hàm, học vị của trường, viện, bệnh viện theo quy định riêng của ngành nên
không xét.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.7
Sai: «TS. Nguyễn Văn A»
Đúng: «Nguyễn Văn A»
Cách sửa: Xóa học hàm, học vị trước họ tên.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.looking import sure
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees
from kehoach.vietnamese import fold

RULE = Rule(
    "N405", Sees.PAPER, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.7"
)
_TITLE = re.compile(
    r"\s*((?:GS|PGS|TS|ThS|TSKH|BS|DS|KS|CN|LS|NGND|NGƯT|TTND|TTƯT|AHLĐ)\b|Tiến sĩ|Thạc sĩ|Giáo sư"
    r"|Phó giáo sư|Bác sĩ|Kỹ sư|Cử nhân|Anh hùng)[\s./,]",
    re.IGNORECASE,
)
_LEARNED = ("truong", "hoc vien", "vien ", "benh vien", "dai hoc", "trung tam y te")


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield an academic or honorary title before a signer's name."""
    issuer = [fold(line.text) for line in sure(paper, "co_quan_ban_hanh")]
    if any(name.strip().startswith(_LEARNED) for name in issuer):
        return
    for line in sure(paper, "ky_ho_ten"):
        match = _TITLE.match(line.text)
        if match:
            message = N_("no title such as «{title}» stands before the signer's name")
            yield RULE.found(line.where, message, title=match[1])
