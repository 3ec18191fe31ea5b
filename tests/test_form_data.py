"""What forms print: rows of the registration, criteria, nominees, the summary's sums."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from form_plans import FACTS, form, forms, loaded
from kehoach.form.data import rows_of
from kehoach.form.summary import Line, add, objects, share, summary
from kehoach.words import Printer

REGISTRATION = "huyen_quynh_phu/dang-ky-thi-dua.docx"
NO_TARGETS = FACTS[: FACTS.index("targets:")] + FACTS[FACTS.index("criteria:") :]
ENTRY = "forms:\n  - {use: dang-ky-thi-dua, by: district, due: nop%s}\n"


def rows(path: str = REGISTRATION, text: str | None = None) -> list[dict[str, Any]]:
    values: Any = (form(path, text) if text else form(path)).values
    return list(values["muc"])


def told(found: list[dict[str, Any]], *names: str) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in names) for row in found]


def test_a_row_a_target_and_one_below_it_for_each_of_several_objects() -> None:
    found = rows()
    assert told(found, "id", "stt", "noi_dung", "giao", "tong_so") == [
        (
            "muc_1",
            "1",
            "Khu dân cư, xã đăng ký đạt tiêu chuẩn “An toàn về an ninh, trật tự”",
            "100%",
            "",
        ),
        ("muc_1_1", "1.1", "Khu dân cư", "", "210"),
        ("muc_1_2", "1.2", "Xã", "", "37"),
        (
            "muc_2",
            "2",
            "Khu dân cư đạt tiêu chuẩn “An toàn về an ninh, trật tự”",
            "trên 80%",
            "210",
        ),
    ]
    assert told(found, "nhom", "don_vi_tinh") == [
        (True, ""),
        (False, "khu"),
        (False, "đơn vị"),
        (False, "khu"),
    ]
    assert told(found, "han") == [
        ("tháng 12/2024",),
        ("",),
        ("",),
        ("trước ngày 15/01/2024",),
    ]


def test_a_unit_without_an_object_has_a_dash_in_every_figure() -> None:
    row = rows("huyen_vu_thu/dang-ky-thi-dua.docx")[2]
    assert [row[name] for name in ("tong_so", "nam_truoc", "dang_ky", "ty_le")] == ["-"] * 4
    assert row["ghi_chu"] == ""


def test_without_targets_the_points_of_a_section_are_registered() -> None:
    found = rows(text=NO_TARGETS + ENTRY % "")
    assert told(found, "stt", "noi_dung", "giao") == [
        ("1", "Tuyên truyền", ""),
        ("2", "Phòng ngừa tội phạm", ""),
    ]


def test_a_form_may_name_the_section_that_is_registered() -> None:
    found = rows(text=NO_TARGETS + ENTRY % ", rows: to_chuc")
    assert told(found, "noi_dung") == [("Làm ngay",)]


def test_rows_that_a_form_names_come_before_the_targets() -> None:
    found = rows(text=FACTS + ENTRY % ", rows: noi_dung")
    assert told(found, "noi_dung") == [("Tuyên truyền",), ("Phòng ngừa tội phạm",)]


def test_a_unit_registers_against_its_own_figure() -> None:
    tables = {
        "plans/thai-binh/so-lieu.csv": "unit,kdc\nhuyen_quynh_phu,90%\nhuyen_vu_thu,-\n",
        "plans/thai-binh/so-nganh.csv": "name\nSở Tư pháp\n",
    }
    jobs, _ = forms(FACTS + ENTRY % "", tables)
    by_unit: dict[str, Any] = {job.filler: job.values for job in jobs}
    own = by_unit["huyen_quynh_phu"]["muc"]
    assert [row["giao"] for row in own if not row["stt"].count(".")] == ["100%", "90%"]
    assert len([r for r in by_unit["huyen_vu_thu"]["muc"] if r["stt"] == "2"]) == 0


def test_criteria_are_those_of_the_plan_when_the_form_names_them() -> None:
    values: Any = form("huyen_quynh_phu/dang-ky-dien-hinh.docx").values
    assert [row["noi_dung"] for row in values["tieu_chi"]] == [
        "Đoàn kết, “kỷ cương” & nền nếp",
        "Không có tội phạm",
    ]


def test_nominees_have_rows_within_the_quota() -> None:
    values: Any = form("huyen_quynh_phu/khen-thuong.docx").values
    found = [
        (part["ten"], group["ten"], group["han_muc"], len(group["hang"]))
        for part in values["phan"]
        for group in part["nhom"]
    ]
    assert found == [
        ("TẬP THỂ", "Cờ thi đua của Chủ tịch UBND tỉnh", "02", 2),
        ("TẬP THỂ", "Bằng khen của Chủ tịch UBND tỉnh", "không vượt quá 5", 3),
        ("CÁ NHÂN", "Bằng khen của Chủ tịch UBND tỉnh", "không vượt quá 5", 2),
        ("CÁ NHÂN", "Giấy khen", "theo hướng dẫn", 3),
    ]
    ids = [h["id"] for part in values["phan"] for g in part["nhom"] for h in g["hang"]]
    assert len(set(ids)) == len(ids)


@given(st.integers(1, 20))
def test_the_rows_of_all_kinds_of_nominees_are_the_quota(quota: int) -> None:
    awards = f"award_forms:\n  a: {{form: X, to: [tap_the, ca_nhan, ho], quota: {quota}}}\n"
    plan, _ = loaded(awards, {})
    award = (plan.keys.award_forms or {})["a"]
    printer = Printer(plan.facts)
    shares = [rows_of(award, who, printer) for who in ("tap_the", "ca_nhan", "ho")]
    assert sum(shares) == max(quota, 3)


CELLS = st.one_of(st.integers(0, 999).map(str), st.sampled_from(["", "-"]))


@given(st.lists(st.tuples(CELLS, CELLS), max_size=6))
def test_shares_come_from_sums(cells: list[tuple[str, str]]) -> None:
    lines = [Line(f"u{n}", f"U{n}", {"xa": a}, {"xa": b}) for n, (a, b) in enumerate(cells)]
    values: Any = summary([("Nhóm", lines)], {"xa": "xã"})
    there = [(a, b) for a, b in cells if a not in ("-", "0")]
    totals = [int(a) for a, _ in there if a]
    registered = [int(b) for _, b in there if b not in ("", "-")]
    whole = values["tong"]["o"][0]
    assert whole["tong_so"] == (str(sum(totals)) if totals else "")
    assert whole["dang_ky"] == (str(sum(registered)) if registered else "")
    if totals and registered:
        percent = float(whole["ty_le"].replace(",", "."))
        assert percent == pytest.approx(100 * sum(registered) / sum(totals), abs=0.051)
    if cells:
        assert values["nhom"][0]["cong"] == values["tong"]["cong"]


def test_a_dash_where_there_is_no_object_and_a_blank_where_nothing_was_sent() -> None:
    assert share("3", "-") == "-"
    assert share("", "8") == ""
    assert share("3", "") == ""
    assert share("1", "3") == "33,3"
    assert add(["", "-"]) == ""
    assert add(["2", "", "1.000"]) == "1002"


def test_a_group_without_units_is_left_out() -> None:
    values: Any = summary([("A", []), ("B", [Line("u", "U", {}, {})])], {"xa": "xã"})
    assert [(group["stt"], group["ten"]) for group in values["nhom"]] == [("I", "B")]


def test_the_columns_are_what_targets_register_or_what_can_be_recognised() -> None:
    plan, _ = loaded(FACTS)
    assert objects(plan.keys) == ["khu_dan_cu", "xa"]
    more = (
        "  ho: {value: 100%, of: [ho], count: dang_ky}\n  h: {value: 1, of: [huyen], count: dat}\n"
    )
    plan, _ = loaded(FACTS.replace("criteria:\n", f"{more}criteria:\n", 1))
    assert objects(plan.keys) == ["khu_dan_cu", "xa", "ho"]
    bare, _ = loaded(NO_TARGETS)
    assert len(objects(bare.keys)) == 5


def test_the_summary_lists_units_and_others_with_subtotals() -> None:
    values: Any = form("dang-ky/tong-hop.docx").values
    assert values["co_quan"] == "CÔNG AN TỈNH THÁI BÌNH"
    assert [(n["stt"], len(n["don_vi"])) for n in values["nhom"]] == [("I", 8), ("II", 2)]
    assert [o["tong_so"] for o in values["nhom"][0]["o"]] == ["390", "37"]
    assert values["tong"]["cong"]["tong_so"] == "427"
