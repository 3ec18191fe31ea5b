"""Tên cơ quan, tổ chức viết hoa đúng chữ.

Viết hoa chữ cái đầu của từ chỉ loại hình, chức năng và lĩnh vực trong tên cơ quan: Sở Tài chính,
Ban Chỉ đạo, Hội đồng nhân dân, Mặt trận Tổ quốc.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục II
Sai: «Ban chỉ đạo 138», «sở Nội vụ», «Bộ công an», «Ủy ban Nhân dân»
Đúng: «Ban Chỉ đạo 138», «Sở Nội vụ», «Bộ Công an», «Ủy ban nhân dân»
Cách sửa: Đổi chữ theo gợi ý.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.rule import Rule, Sees, Words
from kehoach.wording.slips import slip, slips_in
from kehoach.wording.spots import is_text, place

RULE = Rule("N605", Sees.WORDS, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục II")

_FIELDS = (
    "Nội vụ|Tài chính|Tư pháp|Y tế|Xây dựng|Công Thương|Du lịch|Giáo dục và|Văn hóa,|Khoa học và"
    "|Nông nghiệp và"
)
_BELOW = "tỉnh|huyện|xã|phường|cấp|các huyện|các xã"
_NAMES = (
    slip("an chỉ đạo", f"[Bb]an chỉ đạo(?= (?:138|{_BELOW}))", "Ban Chỉ đạo"),
    slip("Ban chỉ Đạo", "Ban chỉ Đạo", "Ban Chỉ đạo"),
    slip("sở ", rf"(?<!cơ )(?<!trụ )sở(?= (?:{_FIELDS}))", "Sở"),
    slip("bộ ", rf"(?<!cán )(?<!nội )(?<!toàn )(?<!đồng )bộ(?= (?:{_FIELDS}|Công an))", "Bộ"),
    slip("Bộ công an|Bộ Công An", "Bộ công an|Bộ Công An", "Bộ Công an"),
    slip("Công An|công an", f"(?:Công An|công an)(?= (?:{_BELOW}))", "Công an"),
    slip("an Nhân dân", "[Ủủ]y ban Nhân dân", "Ủy ban nhân dân"),
    slip("y Ban |ủy ban nh", "[Ủủ]y Ban [Nn]hân [Dd]ân|ủy ban nhân dân", "Ủy ban nhân dân"),
    slip("ội đồng Nhân dân|hội đồng nh", "[Hh]ội đồng [Nn]hân dân", "Hội đồng nhân dân"),
    slip("Hội Đồng", "Hội Đồng [Nn]hân [Dd]ân", "Hội đồng nhân dân"),
    slip("ặt trận |Mặt Trận", "[Mm]ặt [Tt]rận [Tt]ổ [Qq]uốc", "Mặt trận Tổ quốc"),
    slip("Ban chấp hành", "Ban chấp hành(?= (?:Trung ương|Đảng))", "Ban Chấp hành"),
    slip("Ban bí thư|Ban Bí Thư|ban Bí thư", "Ban bí thư|Ban Bí Thư|ban Bí thư", "Ban Bí thư"),
    slip("ộ Chính |Bộ chính ", "[Bb]ộ [Cc]hính [Tt]rị", "Bộ Chính trị"),
    slip("tỉnh ủy|tỉnh uỷ", "(?:tỉnh ủy|tỉnh uỷ)(?! quyền| thác| nhiệm)", "Tỉnh ủy"),
    slip("ảng cộng sản|Cộng Sản|đảng Cộng", "[Đđ]ảng [Cc]ộng [Ss]ản", "Đảng Cộng sản"),
    slip("Công an Nhân|Công An Nhân", "Công [Aa]n Nhân [Dd]ân", "Công an nhân dân"),
    slip("hủ tướng ", "[Tt]hủ tướng [Cc]hính phủ", "Thủ tướng Chính phủ"),
)


def check(words: Words) -> Iterator[Diagnostic]:
    """Yield the names of bodies with a letter of the wrong size."""
    block = words.block
    if not is_text(block) and block.role != "noi_nhan":
        return
    for match, right in slips_in(block.text, _NAMES):
        message = N_("the name is written «{right}», not «{written}»")
        where = place(block, *match.span())
        yield RULE.found(where, message, written=match[0], right=right)
