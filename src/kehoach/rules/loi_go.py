"""Lỗi gõ thường gặp.

Những chữ hay gõ nhầm trong văn bản của phong trào, chữ lặp hai lần, dấu đặt sai chỗ («qủa»). Chỉ
báo khi chữ ấy không thể đúng ở chỗ đó.

Căn cứ: Quy ước của kehoach
Sai: «Phần đấu 100%», «thể trận an ninh nhân dân», «quân chúng», «tin nhiệm», «đánh 5 giá», «của
của»
Đúng: «Phấn đấu 100%», «thế trận an ninh nhân dân», «quần chúng», «tín nhiệm», «đánh giá»
Cách sửa: Viết lại như gợi ý.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.rule import Rule, Sees, Words
from kehoach.wording.letters import LOWER
from kehoach.wording.spots import place

RULE = Rule("S108", Sees.WORDS, Severity.WARNING, "Quy ước của kehoach")

_SLIPS = tuple(
    (re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), right)
    for pattern, right in (
        (
            r"P[hH]ần đ[âầ]u(?= (?:\d|có|đến|trong|năm|xây|đạt|hoàn))|[Pp]h[ầâ]n đấu",
            "phấn đấu",
        ),
        (r"phần đầu(?= (?:\d+ ?%|đơn vị|xây dựng|đạt))", "phấn đấu"),
        ("thể trận", "thế trận"),
        ("[Qq]uân chúng", "quần chúng"),
        ("tin nhiệm", "tín nhiệm"),
        (r"đánh \d{1,3} giá", "đánh giá"),
        ("tuyến biên(?=[,;.])", "tuyến biển"),
        ("[ỦủUu][ỷy]? ban nhân tỉnh|Ủy ban nhân (?=tỉnh|huyện|xã)", "Ủy ban nhân dân"),
        ("tình mới", "tình hình mới"),
        ("đã chuẩn(?= |,)", "đạt chuẩn"),
        ("khen thường", "khen thưởng"),
        ("thi đưa|thì đua", "thi đua"),
        ("an ninh trât tự|trât tự|trật từ", "trật tự"),
        ("[Cc]hi tiêu(?= (?:thi đua|phấn đấu|kế hoạch))", "chỉ tiêu"),
        ("điển hinh|điễn hình", "điển hình"),
        ("nồng cốt", "nòng cốt"),
        ("xử lí", "xử lý"),
        ("sơ suất sắc|suất sắc|xuất xắc", "xuất sắc"),
    )
)
_TONES = re.compile(
    rf"(?<!\w)[{LOWER}]*(?:q[ủụùúũ]a|g[ỉịìíĩ]a(?=\b)(?<=gỉa)|[{LOWER}]*đựơc|lưọng|trứơc|nứơc|ngừơi|đừơng|trừơng|tòan|hòan|khỏan)(?!\w)"
)
_TWICE = re.compile(
    r"(?<!\w)(các|của|và|những|được|trong|theo|với|tại|về|để|từ|có|phải|đối) \1(?!\w)"
)


def check(words: Words) -> Iterator[Diagnostic]:
    """Yield words that can only be slips of the keyboard."""
    text = words.block.text
    for pattern, right in _SLIPS:
        for match in pattern.finditer(text):
            message = N_("«{written}»: did you mean «{right}»?")
            where = place(words.block, *match.span())
            yield RULE.found(where, message, written=match[0], right=right)
    for match in _TONES.finditer(text):
        message = N_("«{written}»: the tone mark stands on the wrong letter")
        yield RULE.found(place(words.block, *match.span()), message, written=match[0])
    for match in _TWICE.finditer(text):
        message = N_("«{written}» stands twice")
        yield RULE.found(place(words.block, *match.span()), message, written=match[1])
