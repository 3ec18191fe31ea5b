"""Tên cơ quan, tổ chức viết hoa đúng chữ.

Viết hoa chữ cái đầu của từ chỉ loại hình, chức năng và lĩnh vực trong tên cơ quan: Sở Tài chính,
Ban Chỉ đạo, Hội đồng nhân dân, Mặt trận Tổ quốc.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục II
Sai: «Ban chỉ đạo 138», «sở Nội vụ», «Bộ công an», «Ủy ban Nhân dân»
Đúng: «Ban Chỉ đạo 138», «Sở Nội vụ», «Bộ Công an», «Ủy ban nhân dân»
Cách sửa: Đổi chữ theo gợi ý.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.rule import Rule, Sees, Words
from kehoach.wording.spots import is_text, place

RULE = Rule("N605", Sees.WORDS, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục II")

_FIELDS = (
    "Nội vụ|Tài chính|Tư pháp|Y tế|Xây dựng|Công Thương|Du lịch|Giáo dục và|Văn hóa,|Khoa học và"
    "|Nông nghiệp và"
)
_WRONG = tuple(
    (re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), right)
    for pattern, right in (
        (
            "ban chỉ đạo(?= 138)|[Bb]an chỉ đạo(?= (?:138|tỉnh|huyện|xã|cấp))|Ban chỉ Đạo",
            "Ban Chỉ đạo",
        ),
        (rf"(?<!cơ )(?<!trụ )sở(?= (?:{_FIELDS}))", "Sở"),
        (rf"(?<!cán )(?<!nội )bộ(?= (?:{_FIELDS}|Công an))", "Bộ"),
        ("Bộ công an|Bộ Công An", "Bộ Công an"),
        (
            "(?:Công An|công an)(?= (?:tỉnh|huyện|xã|phường|cấp|các huyện|các xã))",
            "Công an",
        ),
        ("[Ủủ]y ban Nhân dân|[Ủủ]y Ban [Nn]hân [Dd]ân|ủy ban nhân dân", "Ủy ban nhân dân"),
        ("Hội đồng Nhân dân|Hội Đồng [Nn]hân [Dd]ân|hội đồng nhân dân", "Hội đồng nhân dân"),
        ("[Mm]ặt trận tổ quốc|mặt trận Tổ quốc|Mặt Trận Tổ [Qq]uốc", "Mặt trận Tổ quốc"),
        ("Ban chấp hành(?= (?:Trung ương|Đảng))", "Ban Chấp hành"),
        ("Ban bí thư|Ban Bí Thư|ban Bí thư", "Ban Bí thư"),
        ("Bộ Chính Trị|Bộ chính trị|bộ Chính trị", "Bộ Chính trị"),
        ("tỉnh ủy|tỉnh uỷ", "Tỉnh ủy"),
        ("Đảng cộng sản|Đảng Cộng Sản|đảng Cộng sản", "Đảng Cộng sản"),
        ("Công an Nhân dân|Công An Nhân Dân", "Công an nhân dân"),
        ("thủ tướng Chính phủ|Thủ tướng chính phủ", "Thủ tướng Chính phủ"),
    )
)
_ANY = re.compile("|".join(pattern.pattern for pattern, _ in _WRONG))


def check(words: Words) -> Iterator[Diagnostic]:
    """Yield the names of bodies with a letter of the wrong size."""
    block = words.block
    if (not is_text(block) and block.role != "noi_nhan") or not _ANY.search(block.text):
        return
    for pattern, right in _WRONG:
        for match in pattern.finditer(block.text):
            message = N_("the name is written «{right}», not «{written}»")
            where = place(block, *match.span())
            yield RULE.found(where, message, written=match[0], right=right)
