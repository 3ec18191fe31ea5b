"""Who fills which form, where it goes, and what is wrong with what a plan asks for."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from form_plans import FACTS, FORMS, OTHERS, TABLES, form, forms
from kehoach.diagnostic import Diagnostic
from kehoach.form.jobs import template_paths
from kehoach.form.words import FORMS as NAMES

DISTRICTS = 8


def codes(found: list[Diagnostic]) -> list[str]:
    return [d.code for d in found]


def one(entry: str, facts: str = FACTS) -> str:
    return f"{facts}forms:\n  - {entry}\n"


def test_every_form_goes_to_everybody_who_fills_it() -> None:
    jobs, found = forms()
    assert not found
    count = Counter(job.template for job in jobs)
    assert count == {
        "dang-ky-thi-dua": DISTRICTS + 2,
        "dang-ky-antt-kdc": DISTRICTS,
        "dang-ky-antt-co-quan": DISTRICTS,
        "dang-ky-antt-xa": DISTRICTS,
        "giao-uoc": 1,
        "dang-ky-dien-hinh": 2,
        "tong-hop": 2,
        "khen-thuong": DISTRICTS,
        "danh-sach-ho": DISTRICTS,
        "cam-ket": 2,
        "dang-ky-mo-hinh": DISTRICTS,
    }
    assert set(count) == set(NAMES)


def test_a_form_stands_in_the_folder_of_who_fills_it() -> None:
    jobs, _ = forms()
    paths = [job.path.as_posix() for job in jobs]
    assert len(set(paths)) == len(paths)
    assert "huyen_quynh_phu/dang-ky-thi-dua.docx" in paths
    assert "dang-ky/so-tu-phap/dang-ky-thi-dua.docx" in paths
    assert "dang-ky/tong-hop.xlsx" in paths
    assert "dang-ky/giao-uoc.docx" in paths
    assert "dang-ky/truong-a-b/dang-ky-dien-hinh.docx" in paths


def test_a_form_carries_its_id_its_plan_and_its_unit() -> None:
    job = form("huyen_quynh_phu/dang-ky-thi-dua.docx")
    assert job.unit is not None
    assert job.unit.in_sentence == "huyện Quỳnh Phụ"
    assert job.properties == {
        "kehoach.form": "dang-ky-thi-dua",
        "kehoach.plan": "plans/thai-binh/2024.yaml",
        "kehoach.unit": "huyen_quynh_phu",
    }


def test_a_form_says_who_fills_it_for_whom_and_by_when() -> None:
    unit, other = (
        form(f"{folder}/dang-ky-thi-dua.docx").values
        for folder in ("huyen_quynh_phu", "dang-ky/so-tu-phap")
    )
    assert unit["chi_dan"] == (
        "(Ban Chỉ đạo 138 huyện Quỳnh Phụ lập, gửi Công an tỉnh trước ngày 15/01/2024)"
    )
    assert unit["co_quan"] == "BAN CHỈ ĐẠO 138"
    assert unit["co_quan_chu_quan"] == "ỦY BAN NHÂN DÂN HUYỆN QUỲNH PHỤ"
    assert unit["ky"] == ["TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN"]
    assert other["co_quan_chu_quan"] == "ỦY BAN NHÂN DÂN TỈNH THÁI BÌNH"
    assert other["ky"] == ["GIÁM ĐỐC"]
    assert str(other["ke_hoach"]) == (
        "Kế hoạch số ……/KH-BCĐ ngày ……/12/2023 của Ban Chỉ đạo 138 tỉnh về phát động phong trào "
        "thi đua"
    )


def test_a_blank_that_is_handed_on_names_the_unit_it_comes_through_only() -> None:
    blank = form("huyen_quynh_phu/dang-ky-antt-kdc.docx").values
    assert blank["chi_dan"] == "(Trưởng khu dân cư lập, gửi Công an cấp xã trước ngày 15/01/2024)"
    assert blank["co_quan"] == blank["don_vi"] == blank["xa"] == ""
    assert blank["thuoc"] == "huyện Quỳnh Phụ, tỉnh Thái Bình"


def test_what_a_commune_registers_goes_above_it() -> None:
    own = form("huyen_quynh_phu/dang-ky-antt-xa.docx").values
    assert own["kinh_gui"] == "Công an huyện Quỳnh Phụ"


def test_without_copies_forms_go_to_the_units_of_the_day() -> None:
    facts = FACTS[: FACTS.index("copies:")]
    jobs, found = forms(one("{use: dang-ky-thi-dua, by: district, due: nop}", facts))
    assert not found
    assert len(jobs) == DISTRICTS
    assert jobs[0].values["co_quan"] == "ỦY BAN NHÂN DÂN HUYỆN ĐÔNG HƯNG"


def test_blanks_without_copies_are_one_set_of_the_issuer() -> None:
    facts = FACTS[: FACTS.index("copies:")]
    jobs, _ = forms(one("{use: danh-sach-ho, due: nop}", facts))
    assert [job.path.as_posix() for job in jobs] == ["dang-ky/danh-sach-ho.docx"]


def test_a_form_asked_for_twice_gets_a_number() -> None:
    entry = "{use: giao-uoc, parties: [huyen_vu_thu, huyen_tien_hai]}"
    jobs, _ = forms(one(f"{entry}\n  - {entry}"))
    assert [job.path.name for job in jobs] == ["giao-uoc.docx", "giao-uoc-2.docx"]
    assert [job.form for job in jobs] == ["giao-uoc", "giao-uoc-2"]


def test_parties_sign_side_by_side() -> None:
    values = form("dang-ky/giao-uoc.docx").values
    rows: Any = values["hang"]
    assert [len(row) for row in rows] == [3, 3, 3]
    assert [party["ten"] for party in rows[0]] == [
        "Ban Chỉ đạo 138 huyện Đông Hưng",
        "Ban Chỉ đạo 138 huyện Hưng Hà",
        "Ban Chỉ đạo 138 huyện Kiến Xương",
    ]
    assert rows[2][2]["id"] == ""
    assert values["so_ben"] == "08"
    assert values["chung_kien"] == "Ban Chỉ đạo 138 tỉnh"


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("{use: dang-ky-thidua, by: district, due: nop}", "F001 dang-ky-thi-dua"),
        ("{use: dang-ky-thi-dua, by: distric, due: nop}", "F002 district"),
        ("{use: dang-ky-thi-dua, by: district}", "F003 due"),
        ("{use: dang-ky-thi-dua, by: district, due: nop, rows: noi_dun}", "F004 noi_dung"),
        ("{use: dang-ky-dien-hinh, due: nop, criteria: [dia_bann]}", "F004 dia_ban"),
    ],
)
def test_what_is_wrong_with_an_entry_is_told_with_a_hint(entry: str, expected: str) -> None:
    _, found = forms(one(entry))
    code, word = expected.split()
    assert codes(found) == [code]
    assert word in found[0].advice
    assert getattr(found[0].where, "line", 0) > 0


def test_all_faults_are_told_at_once() -> None:
    entry = "{use: dang-ky-thi-dua, rows: x, criteria: [y]}\n  - {use: z}"
    _, found = forms(one(entry))
    assert sorted(codes(found)) == ["F001", "F003", "F004", "F004"]


@pytest.mark.parametrize("name", ["cam-ket", "giao-uoc"])
def test_a_form_that_nobody_fills_is_told(name: str) -> None:
    facts = FACTS.replace("others: so-nganh.csv\n", "")
    jobs, found = forms(one(f"{{use: {name}, by: others, due: nop}}", facts))
    assert not jobs
    assert codes(found) == ["F005"]


def test_a_table_that_is_not_there_or_outside_is_told() -> None:
    entry = "{use: cam-ket, by: others, due: nop}"
    _, found = forms(one(entry), {})
    assert "F007" in codes(found)
    _, found = forms(one(entry, FACTS.replace("so-nganh.csv", "../../../x.csv")))
    assert "F006" in codes(found)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("ten\nSở Tư pháp\n", [("F014", 1, 1), ("F011", 1, 1)]),
        ("name,kin\nSở Tư pháp,x\n", [("F014", 1, 2)]),
        ("kind,name\nso,Sở Tư pháp\nso,\nso,Sở Tư pháp\n", [("F012", 3, 2), ("F013", 4, 2)]),
    ],
)
def test_faults_of_the_others_stand_at_their_row_and_column(
    table: str, expected: list[tuple[str, int, int]]
) -> None:
    _, found = forms(one("{use: cam-ket, by: others, due: nop}"), {**TABLES, OTHERS: table})
    own = [d for d in found if d.code.startswith("F01")]
    assert [(d.code, d.where.line, d.where.column) for d in own] == expected  # type: ignore[union-attr]
    assert all(d.where.path == OTHERS for d in own)


def test_an_office_may_have_a_form_of_its_own() -> None:
    assert template_paths("plans/thai-binh/2024.yaml", "giao-uoc") == (
        "templates/thai-binh/giao-uoc.docx",
        "templates/giao-uoc.docx",
    )


def test_a_plan_without_forms_makes_none() -> None:
    assert forms(FACTS) == ([], [])
    assert "forms:" in FORMS


def test_the_summary_has_the_units_of_the_day_when_returns_are_counted() -> None:
    jobs, _ = forms(one("{use: tong-hop, to: Bộ Công an}", "report_on: 2025-12-15\n"))
    rows = str(next(job.values for job in jobs if job.kind == "workbook"))
    assert "Xã Vũ Thư" in rows
    assert "Huyện Vũ Thư" not in rows
    jobs, _ = forms(one("{use: tong-hop, to: Bộ Công an}", "report_on: 2024-12-15\n"))
    rows = str(next(job.values for job in jobs if job.kind == "workbook"))
    assert "Huyện Vũ Thư" in rows
