"""What scripts/make_units reads from vietnamadminunits: both maps, in one spelling."""

from __future__ import annotations

import json
import re
import sqlite3
import unicodedata
from pathlib import Path
from typing import NamedTuple

KINDS = ("thành phố", "thị xã", "thị trấn", "đặc khu", "tỉnh", "huyện", "quận", "xã", "phường")
NAMED_AFTER = """
Bùi Hữu Nghĩa, Bùi Thị Xuân, Bế Văn Đàn, Cai Kinh, Cao Thắng, Chu Văn An, Châu Văn Liêm, Dương
Minh Châu, Hai Bà Trưng, Hoàng Diệu, Hoàng Hoa Thám, Hoàng Văn Thụ, Huỳnh Hữu Nghĩa, Hà Huy Tập,
Hùng Vương, Hồ Chí Minh, Hồ Thị Kỷ, Hồ Tùng Mậu, Hồ Đắc Kiện, Khúc Thừa Dụ, Kim Đồng, Lê Bình,
Lê Chân, Lê Hồng Phong, Lê Lai, Lê Lợi, Lê Minh Xuân, Lê Quý Đôn, Lê Thanh Nghị, Lê Ích Mộc, Lê
Đại Hành, Lý Bôn, Lý Thái Tổ, Lý Thường Kiệt, Lý Văn Lâm, Lưu Nghiệp Anh, Lương Thế Trân, Lương
Văn Tri, Nguyễn An Ninh, Nguyễn Bỉnh Khiêm, Nguyễn Cư Trinh, Nguyễn Du, Nguyễn Huân, Nguyễn Huệ,
Nguyễn Lương Bằng, Nguyễn Nghiêm, Nguyễn Phích, Nguyễn Thái Bình, Nguyễn Thái Học, Nguyễn Thị
Minh Khai, Nguyễn Trãi, Nguyễn Việt Khái, Nguyễn Văn Cừ, Nguyễn Văn Linh, Nguyễn Văn Thảnh,
Nguyễn Úy, Nguyễn Đại Năng, Ngô Mây, Ngô Quyền, Nùng Trí Cao, Phan Bội Châu, Phan Chu Trinh,
Phan Ngọc Hiển, Phan Sào Nam, Phan Đình Phùng, Phùng Chí Kiên, Phùng Hưng, Phạm Hồng Thái, Phạm
Ngũ Lão, Phạm Sư Mạnh, Phạm Văn Cội, Phạm Văn Hai, Phạm Đình Hổ, Quang Trung, Quách Phẩm, Thục
Phán, Triệu Việt Vương, Trưng Trắc, Trưng Vương, Trương Quang Trọng, Trương Định, Trần Hưng Đạo,
Trần Hợi, Trần Liễu, Trần Lãm, Trần Nguyên Hãn, Trần Nhân Tông, Trần Phán, Trần Phú, Trần Quang
Diệu, Trần Thành Ngọ, Trần Văn Thời, Trừ Văn Thố, Tuệ Tĩnh, Tô Hiệu, Tăng Bạt Hổ, Tạ An Khương,
Võ Thị Sáu, Yết Kiêu, Âu Cơ, Điện Biên Phủ, Đào Duy Từ, Đào Hữu Cảnh, Đặng Thùy Trâm, Đề Thám,
Đốc Binh Kiều, Đội Cấn
"""
"""Persons and events, picked by eye from the names of the table: the common noun before such a
name, or before a number, is a capital (NĐ 30/2020, Phụ lục II, III.1)."""

PERSONS = {" ".join(name.split()) for name in NAMED_AFTER.split(",")}
TONES = {
    f"{a}{b}": f"{c}{d}"
    for a, bs, cs, d in (
        ("o", "àáảãạ", "òóỏõọ", "a"),
        ("o", "èéẻẽẹ", "òóỏõọ", "e"),
        ("u", "ỳýỷỹỵ", "ùúủũụ", "y"),
    )
    for b, c in zip(bs, cs, strict=True)
}


class Unit(NamedTuple):
    """What a list says of a code: kind as it stands in a sentence, name, code of the parent."""

    kind: str
    name: str
    parent: str


State = dict[str, Unit]
"""A list on a date: code (2 digits a province, 3 a district, 5 a commune) to what it says."""


def clean(name: str) -> str:
    """Return `name` in NFC with single spaces, in one spelling of tones, whole words."""
    name = unicodedata.normalize("NFC", " ".join(name.split()))
    name = re.sub(r"^(NT|N\.T|Nông Trường) ", "Nông trường ", name)
    name = re.sub(r" ?' ?", "'", name).replace("Rang-Tháp", "Rang - Tháp")
    old = r"(?<![qQ])(" + "|".join(TONES) + r")(?!\w)"
    name = re.sub(old, lambda m: TONES[m[1]], name)
    return str(int(name)) if name.isdigit() else name


def unit(full: str, parent: str) -> Unit:
    """Return the unit of a full name such as `Phường 01`, its kind small or capital by NĐ 30."""
    full = " ".join(full.split())
    kind = next(k for k in KINDS if full.lower().startswith(k + " "))
    name = clean(full[len(kind) + 1 :])
    if name in PERSONS or re.fullmatch(r"\d+|[IVX]+", name):
        kind = kind.capitalize()
    return Unit(kind, name, parent)


def package(folder: Path) -> tuple[State, State, dict[str, list[str]]]:
    """Return the old map's last state, the new map, and old commune code to new codes."""
    base = sqlite3.connect(folder / "dataset.db")
    old: State = {}
    new: State = {}
    keys: dict[str, str] = {}
    for row in base.execute(
        "select province, district, ward, provinceCode, districtCode, wardCode,"
        " provinceKey, districtKey, wardKey from admin_units_legacy"
    ):
        province, district, ward, p, d, w = row[:6]
        old[p], old[d] = unit(province, ""), unit(district, p)
        if w:
            old[w] = unit(ward, d)
            keys["_".join(row[6:])] = w
    for province, ward, p, w, pk, wk in base.execute(
        "select province, ward, provinceCode, wardCode, provinceKey, wardKey from admin_units"
    ):
        new[p], new[w] = unit(province, ""), unit(ward, p)
        keys[f"{pk}/{wk}"] = w
        keys[pk] = p
    return old, new, conversion(folder, keys)


def conversion(folder: Path, keys: dict[str, str]) -> dict[str, list[str]]:
    """Return code of an old province (prefixed `p`) or commune to the codes of the new ones."""
    table = json.loads((folder / "converter_2025.json").read_text(encoding="utf-8"))
    went: dict[str, list[str]] = {}
    for new, olds in table["DICT_PROVINCE"].items():
        for old in olds:
            went["p" + old] = [keys[new]]
    for new, wards in table["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for ward, olds in wards.items():
            for old in olds:
                if old in keys:
                    went.setdefault(keys[old], []).append(keys[f"{new}/{ward}"])
    for new, olds in table["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old, parts in olds.items():
            for part in parts:
                went.setdefault(keys[old], []).append(keys[f"{new}/{part['newWardKey']}"])
    return went
