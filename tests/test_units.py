"""The table of units: what stood when, what it is called, and where it went."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach import unit_table
from kehoach.units import (
    COMPLETE_FROM,
    Unit,
    by_code,
    children,
    find,
    parent,
    predecessors,
    provinces,
    rows,
    search,
    search_ended,
    successors,
    why_missing,
)
from kehoach.vietnamese import fold, order, slug

LAST_OLD = date(2025, 6, 30)
NEW = date(2025, 7, 1)
PLAN = date(2023, 12, 1)


def get(id: str, on: date, within: Unit | None = None) -> Unit:
    unit = find(id, on, within)
    assert unit, f"no {id} on {on}"
    return unit


def count(on: date) -> tuple[int, int, int]:
    top = provinces(on)
    return (
        len(top),
        sum(len(children(unit, "district", on)) for unit in top),
        sum(len(children(unit, "commune", on)) for unit in top),
    )


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2021, 1, 1), (63, 705)),
        (date(2023, 12, 1), (63, 705)),
        (date(2024, 9, 18), (63, 704)),
        (date(2024, 12, 1), (63, 701)),
        (date(2025, 1, 1), (63, 696)),
        (date(2025, 2, 1), (63, 696, 10035)),
        (LAST_OLD, (63, 696, 10035)),
        (NEW, (34, 0, 3321)),
    ],
)
def test_counts_of_the_levels_that_are_complete(on: date, expected: tuple[int, ...]) -> None:
    complete = [level for level in unit_table.LEVELS if COMPLETE_FROM[level] <= on]
    assert len(complete) == len(expected)
    assert count(on)[: len(expected)] == expected


@pytest.mark.parametrize(
    ("id", "on", "districts"),
    [
        ("thai_binh", PLAN, 8),
        ("an_giang", date(2023, 8, 30), 11),
        ("an_giang", date(2024, 6, 1), 11),
        ("binh_phuoc", date(2019, 2, 1), 11),
        ("nghe_an", date(2024, 9, 18), 21),
        ("nghe_an", date(2024, 12, 1), 20),
        ("ho_chi_minh", date(2020, 12, 31), 24),
        ("ho_chi_minh", date(2021, 1, 1), 22),
        ("lam_dong", date(2024, 12, 1), 10),
        ("bac_giang", date(2025, 1, 1), 10),
        ("nghe_an", NEW, 0),
    ],
)
def test_districts_of_a_province(id: str, on: date, districts: int) -> None:
    assert len(children(get(id, on), "district", on)) == districts


@pytest.mark.parametrize(
    ("id", "on", "communes"),
    [
        ("thai_binh", LAST_OLD, 242),
        ("nghe_an", LAST_OLD, 412),
        ("son_la", date(2025, 2, 1), 200),
        ("an_giang", date(2027, 1, 1), 102),
        ("nghe_an", NEW, 130),
    ],
)
def test_communes_of_a_province(id: str, on: date, communes: int) -> None:
    assert len(children(get(id, on), "commune", on)) == communes


def on_day(codes: Iterable[str], on: date) -> list[Unit]:
    found = [unit for unit in (by_code(code, on) for code in codes) if unit]
    assert found
    return found


def kinds(district: str, on: date) -> dict[str, int]:
    found = [unit.kind for unit in children(get(district, on), "commune", on)]
    return {kind: found.count(kind) for kind in set(found)}


def test_communes_that_became_phuong_with_their_district() -> None:
    day = date(2022, 10, 1)
    assert kinds("huyen_chon_thanh", day - timedelta(days=1)) == {"thị trấn": 1, "xã": 8}
    assert kinds("thi_xa_chon_thanh", day) == {"phường": 5, "xã": 4}
    day = date(2023, 4, 10)
    assert kinds("huyen_tinh_bien", day - timedelta(days=1)) == {"thị trấn": 3, "xã": 11}
    assert kinds("thi_xa_tinh_bien", day) == {"phường": 7, "xã": 7}


def test_communes_that_joined_vinh_with_cua_lo() -> None:
    before, after = date(2024, 11, 30), date(2024, 12, 1)
    city, town = get("thanh_pho_vinh", before), get("thi_xa_cua_lo", before)
    moved = {unit.code for unit in children(town, "commune", before)}
    assert len(moved) == 7
    now = {unit.code for unit in children(city, "commune", after)}
    joined = now - {unit.code for unit in children(city, "commune", before)}
    assert moved < joined
    others = on_day(joined - moved, before)
    assert {unit.name for unit in others} == {"Nghi Phong", "Nghi Thái", "Nghi Xuân", "Phúc Thọ"}
    assert {parent(unit, before) for unit in others} == {get("huyen_nghi_loc", before)}


@pytest.mark.parametrize(
    ("district", "count", "above"),
    [
        ("thi_xa_chu", 10, "huyen_luc_ngan"),
        ("quan_phu_xuan", 13, "thanh_pho_hue"),
        ("huyen_long_dat", 11, "ba_ria_vung_tau"),
        ("thanh_pho_hoa_lu", 20, "ninh_binh"),
    ],
)
def test_where_a_commune_of_a_new_district_lay(district: str, count: int, above: str) -> None:
    """In the one that it was cut from; of a merged one only the province is known."""
    before, after = date(2024, 12, 31), date(2025, 1, 1)
    codes = [unit.code for unit in children(get(district, after), "commune", after)]
    found = on_day(codes, before)
    assert len(found) == len(codes) == count
    assert {parent(unit, before) for unit in found} == {get(above, before)}


def test_a_commune_is_found_on_a_day_before_the_communes_are_complete() -> None:
    early = date(2015, 3, 1)
    assert early < COMPLETE_FROM["commune"]
    assert get("xa_quynh_hoa", early, get("huyen_quynh_phu", early)).since == date.min


def test_kinds_of_the_new_map() -> None:
    kinds = [u.kind for p in provinces(NEW) for u in children(p, "commune", NEW)]
    found = {kind: kinds.count(kind) for kind in set(kinds)}
    assert found == {"xã": 2621, "phường": 687, "đặc khu": 13}


@pytest.mark.parametrize(
    ("code", "before", "after", "day"),
    [
        ("697", "huyện Chơn Thành", "thị xã Chơn Thành", date(2022, 10, 1)),
        ("689", "thị xã Đồng Xoài", "thành phố Đồng Xoài", date(2018, 12, 1)),
        ("890", "huyện Tịnh Biên", "thị xã Tịnh Biên", date(2023, 4, 10)),
        ("46", "tỉnh Thừa Thiên Huế", "thành phố Huế", date(2025, 1, 1)),
        ("769", "Quận 2", "thành phố Thủ Đức", date(2021, 1, 1)),
        ("25432", "thị trấn Chơn Thành", "phường Hưng Long", date(2022, 10, 1)),
        ("91", "tỉnh Kiên Giang", "tỉnh An Giang", NEW),
    ],
)
def test_a_code_means_a_unit_on_a_day(code: str, before: str, after: str, day: date) -> None:
    was, now = by_code(code, day - timedelta(days=1)), by_code(code, day)
    assert was
    assert now
    assert (was.full, now.full) == (before, after)


def test_every_old_province_lands_in_exactly_one_new_one() -> None:
    landed = {}
    for old in provinces(LAST_OLD):
        [new] = [old] if old.stands(NEW) else successors(old)
        assert new.stands(NEW)
        landed[old.id] = new.id
    assert set(landed.values()) == {unit.id for unit in provinces(NEW)}
    assert landed["thai_binh"] == landed["hung_yen"] == "hung_yen"
    assert landed["an_giang"] == landed["kien_giang"] == "an_giang"
    assert landed["binh_phuoc"] == "dong_nai"
    assert landed["nghe_an"] == "nghe_an"


def test_every_old_commune_leads_into_the_province_that_took_its_own() -> None:
    for old in provinces(LAST_OLD):
        new = by_code(old.became[0] if old.became else old.code, NEW)
        for commune in children(old, "commune", LAST_OLD):
            after = successors(commune)
            assert after, commune
            assert {parent(unit, NEW) for unit in after} == {new}, commune


def test_every_new_commune_comes_from_somewhere() -> None:
    led_to = {c for u in unit_table.every("commune") if u.until == LAST_OLD for c in u.became}
    led_to |= {c for u in unit_table.every("district") if u.until == LAST_OLD for c in u.became}
    assert led_to == {u.code for p in provinces(NEW) for u in children(p, "commune", NEW)}


@pytest.mark.parametrize("level", unit_table.LEVELS)
def test_rows_of_a_code_do_not_overlap_and_have_a_parent(level: unit_table.Level) -> None:
    seen: dict[str, list[Unit]] = {}
    for unit in unit_table.every(level):
        seen.setdefault(unit.code, []).append(unit)
        for day in {unit.since, unit.until}:
            above = parent(unit, day)
            assert (above is None) == (level == "province"), unit
            assert not above or len(above.code) < len(unit.code)
    for same in seen.values():
        same.sort(key=lambda unit: unit.since)
        assert all(a.until < b.since for a, b in pairwise(same)), same


@pytest.mark.parametrize("level", unit_table.LEVELS)
def test_names_are_clean(level: unit_table.Level) -> None:
    for unit in unit_table.every(level):
        assert unit.full == unicodedata.normalize("NFC", " ".join(unit.full.split()))
        assert unit.kind in {
            *("tỉnh", "thành phố", "huyện", "quận", "thị xã"),
            *("xã", "phường", "thị trấn", "đặc khu"),
        }
        assert unit.since <= unit.until
        assert re.fullmatch(r"[a-z][a-z0-9_]*", unit.id)


@pytest.mark.parametrize("on", [PLAN, LAST_OLD, NEW, date(2027, 1, 1)])
def test_ids_lead_back_to_their_unit_and_are_unique_in_a_province(on: date) -> None:
    for province in provinces(on):
        assert find(province.id, on) == province
        inside = [*children(province, "district", on), *children(province, "commune", on)]
        assert len({unit.id for unit in inside}) == len(inside)
        for unit in random.Random(province.code).sample(inside, min(40, len(inside))):
            assert find(unit.id, on, province) == unit
        assert find(f"{inside[0].base}_{inside[0].code}", on) == inside[0]


def test_two_communes_of_one_id_need_their_code() -> None:
    dong_thap = get("dong_thap", NEW)
    inside = children(dong_thap, "commune", NEW)
    same = [unit for unit in inside if unit.base == "xa_tan_thanh"]
    assert [unit.name for unit in same] == ["Tân Thành", "Tân Thạnh"]
    assert [unit.id for unit in same] == [f"xa_tan_thanh_{unit.code}" for unit in same]
    assert find("xa_tan_thanh", NEW, dong_thap) is None
    assert find("tan_thanh", NEW, dong_thap) is None
    assert find(f"tan_thanh_{same[1].code}", NEW) == same[1]


def test_only_eight_pairs_collide_in_the_new_map() -> None:
    coded = [u for p in provinces(NEW) for u in children(p, "commune", NEW) if u.id != u.base]
    assert len(coded) == 16


def test_an_id_may_leave_out_the_kind() -> None:
    assert get("quynh_phu", PLAN).full == "huyện Quỳnh Phụ"
    assert get("quynh_phu", NEW, get("hung_yen", NEW)).full == "xã Quỳnh Phụ"
    assert get("tinh_thai_binh", PLAN) == get("thai_binh", PLAN)
    assert get("thanh_pho_thai_binh", PLAN).level == "district"
    district = get("huyen_quynh_phu", PLAN)
    assert parent(get("xa_quynh_hoa", PLAN, district), PLAN) == district


def test_an_id_of_a_province_never_slips_to_a_commune_of_its_name() -> None:
    assert find("thai_binh", NEW) is None
    assert search("phường thái bình", NEW)


def test_children_of_a_unit_that_is_not_there_are_none() -> None:
    thai_binh = get("thai_binh", PLAN)
    assert children(thai_binh, "district", NEW) == ()
    assert children(thai_binh, "province", PLAN) == ()
    district = get("huyen_quynh_phu", PLAN)
    assert children(district, "district", PLAN) == ()
    assert {parent(unit, PLAN) for unit in children(district, "commune", PLAN)} == {district}


@pytest.mark.parametrize(
    ("id", "on", "sentence", "capitals", "place"),
    [
        ("thai_binh", PLAN, "tỉnh Thái Bình", "TỈNH THÁI BÌNH", "Thái Bình"),
        ("huyen_quynh_phu", PLAN, "huyện Quỳnh Phụ", "HUYỆN QUỲNH PHỤ", "Quỳnh Phụ"),
        ("thanh_pho_thai_binh", PLAN, "thành phố Thái Bình", "THÀNH PHỐ THÁI BÌNH", "Thái Bình"),
        ("ho_chi_minh", NEW, "Thành phố Hồ Chí Minh", "THÀNH PHỐ HỒ CHÍ MINH", None),
        ("ha_noi", NEW, "thành phố Hà Nội", "THÀNH PHỐ HÀ NỘI", "Hà Nội"),
        ("quan_1", PLAN, "Quận 1", "QUẬN 1", None),
        ("quan_hai_ba_trung", PLAN, "Quận Hai Bà Trưng", "QUẬN HAI BÀ TRƯNG", None),
        ("phuong_dien_bien_phu", NEW, "Phường Điện Biên Phủ", "PHƯỜNG ĐIỆN BIÊN PHỦ", None),
        ("dac_khu_con_dao", NEW, "đặc khu Côn Đảo", "ĐẶC KHU CÔN ĐẢO", "Côn Đảo"),
        ("ba_ria_vung_tau", PLAN, "tỉnh Bà Rịa - Vũng Tàu", "TỈNH BÀ RỊA - VŨNG TÀU", None),
    ],
)
def test_names(id: str, on: date, sentence: str, capitals: str, place: str | None) -> None:
    within = get("da_nang", NEW) if id == "phuong_dien_bien_phu" else None
    unit = find(id, on, within) or search(sentence, on)[0]
    assert unit.in_sentence == sentence
    assert unit.in_capitals == capitals
    assert unit.place == (place or sentence.removeprefix("tỉnh "))


def test_a_number_is_written_without_a_leading_zero() -> None:
    numbers = [u.name for u in unit_table.every("commune") if u.name.isdigit()]
    assert numbers
    assert all(str(int(name)) == name for name in numbers)


@pytest.mark.parametrize(
    ("id", "last", "after"),
    [
        ("thi_xa_cua_lo", date(2024, 11, 30), ["thành phố Vinh"]),
        ("thua_thien_hue", date(2024, 12, 31), ["thành phố Huế"]),
        ("thanh_pho_hue", date(2024, 12, 31), ["quận Phú Xuân", "quận Thuận Hóa"]),
        ("huyen_con_dao", LAST_OLD, ["đặc khu Côn Đảo"]),
        ("huyen_loc_ha", date(2024, 12, 31), ["thành phố Hà Tĩnh", "huyện Thạch Hà"]),
        ("quan_9", date(2020, 12, 31), ["thành phố Thủ Đức"]),
        ("huyen_chon_thanh", date(2022, 9, 30), ["thị xã Chơn Thành"]),
    ],
)
def test_successors(id: str, last: date, after: list[str]) -> None:
    unit = get(id, last)
    assert unit.until == last
    assert [new.full for new in successors(unit)] == after
    for new in successors(unit):
        began = new.since == last + timedelta(days=1) and new.level == unit.level
        assert (unit in predecessors(new)) == began


def test_a_district_leads_to_the_communes_that_took_its_own() -> None:
    city = get("thanh_pho_thai_binh", LAST_OLD)
    after = [unit.name for unit in successors(city)]
    assert after == ["Thái Bình", "Trà Lý", "Trần Hưng Đạo", "Trần Lãm", "Vũ Phúc"]


def test_what_lasts_has_no_successor_and_what_was_always_there_no_predecessor() -> None:
    nghe_an = get("nghe_an", PLAN)
    assert successors(nghe_an) == predecessors(nghe_an) == ()


@pytest.mark.parametrize(
    ("id", "on", "message", "hint"),
    [
        (
            "thai_binh",
            date(2026, 1, 1),
            "tỉnh Thái Bình was there until 30/6/2025, not on 01/01/2026",
            "from 01/7/2025 it belongs to tỉnh Hưng Yên",
        ),
        (
            "thi_xa_cua_lo",
            date(2025, 2, 3),
            "thị xã Cửa Lò was there until 30/11/2024, not on 03/02/2025",
            "from 01/12/2024 it belongs to thành phố Vinh",
        ),
        (
            "huyen_chon_thanh",
            date(2024, 1, 15),
            "huyện Chơn Thành was there until 30/9/2022, not on 15/01/2024",
            "from 01/10/2022 it is thị xã Chơn Thành",
        ),
        (
            "thi_xa_tinh_bien",
            date(2022, 1, 1),
            "thị xã Tịnh Biên is there from 10/4/2023 on, not on 01/01/2022",
            "until then there was huyện Tịnh Biên",
        ),
        ("thai_bin", PLAN, "there is no unit thai_bin", "did you mean thai_binh?"),
        (
            "huyen_quynh_fu",
            PLAN,
            "there is no unit huyen_quynh_fu",
            "did you mean huyen_quynh_phu?",
        ),
        ("xa_quynh_phuu", NEW, "there is no unit xa_quynh_phuu", "did you mean xa_quynh_phu?"),
        ("%%%", PLAN, "there is no unit %%%", "look it up with: kehoach units"),
    ],
)
def test_why_missing(id: str, on: date, message: str, hint: str) -> None:
    assert find(id, on) is None
    template, advice, args = why_missing(id, on)
    assert template.format_map(args) == message
    assert advice.format_map(args) == hint


def test_why_missing_lists_what_an_id_may_mean() -> None:
    assert find("huyen_phu_tan", PLAN) is None
    template, hint, args = why_missing("huyen_phu_tan", PLAN)
    assert template.format_map(args) == "huyen_phu_tan means 2 units on 01/12/2023"
    ids = hint.format_map(args)
    assert "huyen_phu_tan_888 (tỉnh An Giang)" in ids
    assert "huyen_phu_tan_972 (tỉnh Cà Mau)" in ids
    assert get("huyen_phu_tan", PLAN, get("an_giang", PLAN)).code == "888"


@pytest.mark.parametrize("query", ["thái bình", "thai binh", "Thái Bình", "  THÁI   BÌNH "])
def test_search_puts_the_whole_name_and_the_higher_level_first(query: str) -> None:
    found = [unit.full for unit in search(query, date(2024, 1, 1))]
    assert found[:2] == ["tỉnh Thái Bình", "thành phố Thái Bình"]
    assert set(found[2:6]) == {"phường Thái Bình", "xã Thái Bình"}
    assert found[-1] == "xã Thái Bình Trung"


def test_search_by_id_and_code() -> None:
    assert search("huyen_quynh_phu", PLAN) == (get("huyen_quynh_phu", PLAN),)
    assert get("huyen_quynh_phu", PLAN) in search("338", PLAN)
    assert search("không có đâu", PLAN) == ()
    assert [unit.full for unit in search("quận 1", PLAN)] == ["Quận 1"]
    assert [unit.full for unit in search("quan 1", PLAN)] == ["Quận 1", "xã Xuân Quang 1"]
    assert search("quynh ph", PLAN)[0] == get("huyen_quynh_phu", PLAN)


def test_rows_to_print() -> None:
    city = get("thanh_pho_thai_binh", PLAN)
    assert rows([city, get("nghe_an", NEW)], PLAN) == [
        (
            "thanh_pho_thai_binh",
            "336",
            "thành phố Thái Bình",
            "tỉnh Thái Bình",
            "",
            "30/6/2025",
            "phường Thái Bình, phường Trà Lý, Phường Trần Hưng Đạo, Phường Trần Lãm, "
            "phường Vũ Phúc",
        ),
        ("nghe_an", "40", "tỉnh Nghệ An", "", "", "", ""),
    ]


def test_communes_are_read_only_when_needed() -> None:
    for cached in (unit_table._rows_in, unit_table._communes, unit_table._rows_of):
        cached.cache_clear()
    children(get("thai_binh", PLAN), "district", PLAN)
    assert unit_table._rows_in.cache_info().currsize == 0
    assert children(get("huyen_quynh_phu", PLAN), "commune", PLAN)
    assert unit_table._communes.cache_info().currsize == 1


def test_vietnamese_order() -> None:
    right = [
        *("An", "án", "ăn", "ân", "ba", "bà", "bả", "bã", "bá", "bạ", "Bà Rịa", "Ba Vì"),
        *("dê", "đa", "Đà Nẵng", "Đắk Lắk", "Đồng Nai", "em", "êm", "Nghệ An", "Phường 2"),
        *("Phường 10", "Phường An", "xa", "xe", "y"),
    ]
    mixed = random.Random(7).sample(right, len(right))
    assert sorted(mixed, key=order) == right


def test_order_takes_the_two_spellings_of_unicode_for_one() -> None:
    assert order("Đắk Lắk")[:2] == order(unicodedata.normalize("NFD", "Đắk Lắk"))[:2]


@given(st.text(max_size=20), st.text(max_size=20))
def test_order_is_total(a: str, b: str) -> None:
    assert (order(a) == order(b)) == (a == b)
    assert (order(a) < order(b)) or (order(b) <= order(a))


@given(st.text(alphabet="aăâđêôơưạếốợự ABĐ019'-_", max_size=20))
def test_slug_is_its_own_slug(text: str) -> None:
    assert slug(slug(text)) == slug(text)
    assert re.fullmatch(r"[a-z0-9_]*", slug(text))
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize("name", ["Cà Mau", "tỉnh Cà Mau", "CA MAU"])
def test_a_name_in_the_place_of_an_id_leads_to_it(name: str) -> None:
    template, advice, args = why_missing(name, NEW)
    said = template.format_map(args), advice.format_map(args)
    assert said == (f"{name} is not an id", "did you mean ca_mau?")


def test_the_name_of_a_unit_that_ended_says_so() -> None:
    template, _, args = why_missing("Kiên Giang", NEW)
    assert (
        template.format_map(args) == "tỉnh Kiên Giang was there until 30/6/2025, not on 01/7/2025"
    )


def test_right_accents_come_first_and_alone_when_the_query_has_any() -> None:
    assert [unit.name for unit in search("ca mau", PLAN)] == ["Cà Mau", "Cà Mau"]
    every = {unit.full for unit in search("huyen an", PLAN)}
    assert {"huyện An Phú", "huyện Ân Thi"} <= every
    some = {unit.full for unit in search("huyện ân", PLAN)}
    assert "huyện Ân Thi" in some
    assert "huyện An Phú" not in some
    names = [unit.full for unit in search("huyen an", PLAN) if unit.level == "district"]
    assert names.index("huyện An Phú") < names.index("huyện Ân Thi")


def test_wrong_accents_still_find_what_there_is() -> None:
    assert search("cá mâu", NEW)[0].full == "tỉnh Cà Mau"


def test_units_that_ended() -> None:
    [unit] = search_ended("Kiên Giang", NEW)
    assert (unit.full, unit.until) == ("tỉnh Kiên Giang", LAST_OLD)
    assert search_ended("Kiên Giang", LAST_OLD) == ()
    assert search_ended("tỉnh cà mau", NEW) == ()


def test_a_unit_that_ended_is_shown_where_it_lay() -> None:
    [row] = rows(search_ended("huyện Quỳnh Phụ", NEW), date(2030, 1, 1))
    assert row[3] == "tỉnh Thái Bình"
