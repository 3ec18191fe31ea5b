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
from itertools import pairwise

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.rule import Rule, Sees, Words
from kehoach.wording.slips import slip, slips_in
from kehoach.wording.spots import place

RULE = Rule("S108", Sees.WORDS, Severity.WARNING, "Quy ước của kehoach")

_SLIPS = (
    slip("hần đ", r"P[hH]ần đ[âầ]u(?= (?:\d|có|đến|trong|năm|xây|đạt|hoàn))", "phấn đấu"),
    slip("hần đấu|hân đấu", "[Pp]h[ầâ]n đấu", "phấn đấu"),
    slip("phần đầu ", r"phần đầu(?= (?:\d+ ?%|đơn vị|xây dựng|đạt))", "phấn đấu"),
    slip("thể trận", "thể trận", "thế trận"),
    slip("uân chúng", "[Qq]uân chúng", "quần chúng"),
    slip("tin nhiệm", "tin nhiệm", "tín nhiệm"),
    slip(" giá", r"đánh \d{1,3} giá", "đánh giá"),
    slip("tuyến biên", "tuyến biên(?=[,;.])", "tuyến biển» hoặc «tuyến biên giới"),
    slip("an nhân tỉnh", "[ỦủUu][ỷy] ban nhân tỉnh", "Ủy ban nhân dân tỉnh"),
    slip("tình mới", "tình mới", "tình hình mới"),
    slip("đã chuẩn", "đã chuẩn(?= |,)", "đạt chuẩn"),
    slip("khen thường", "khen thường", "khen thưởng"),
    slip("thi đưa|thì đua", "thi đưa|thì đua", "thi đua"),
    slip("trât tự|trật từ", "trât tự|trật từ", "trật tự"),
    slip("hi tiêu", "[Cc]hi tiêu(?= (?:thi đua|phấn đấu|kế hoạch))", "chỉ tiêu"),
    slip("điển hinh|điễn hình", "điển hinh|điễn hình", "điển hình"),
    slip("nồng cốt", "nồng cốt", "nòng cốt"),
    slip("suất sắc|xuất xắc", "suất sắc|xuất xắc", "xuất sắc"),
)
_MISPLACED = "qủa|qùa|qúa|qũa|qụa|gỉa|đựơc|lưọng|trứơc|nứơc|ngừơi|đừơng|trừơng|tòan|hòan|khỏan"
_TONES = (slip(_MISPLACED, _MISPLACED, ""),)
"""Words whose tone mark stands on a letter that cannot bear it."""

_ONCE = " các của và những được trong theo với tại về để từ có phải đối "
"""Words that nobody says twice in a row."""

_WORD = re.compile(r"\S+")


def check(words: Words) -> Iterator[Diagnostic]:
    """Yield words that can only be slips of the keyboard."""
    block, text = words.block, words.block.text
    for match, right in slips_in(text, _SLIPS):
        message = N_("«{written}»: did you mean «{right}»?")
        yield RULE.found(place(block, *match.span()), message, written=match[0], right=right)
    for match, _ in slips_in(text, _TONES):
        message = N_("«{written}»: the tone mark stands on the wrong letter")
        yield RULE.found(place(block, *match.span()), message, written=match[0])
    spoken = text.split()
    if any(one == other and f" {one} " in _ONCE for one, other in pairwise(spoken)):
        for one, other in pairwise(_WORD.finditer(text)):
            if one[0] == other[0] and f" {one[0]} " in _ONCE:
                where = place(block, one.start(), other.end())
                yield RULE.found(where, N_("«{written}» stands twice"), written=one[0])
