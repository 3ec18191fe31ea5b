"""Copies: the draft handed down to each unit below."""

import pytest

from kehoach import copies, plan
from kehoach.compose import compose
from kehoach.copies import Copy
from kehoach.diagnostic import Diagnostic
from kehoach.document import Document

BOARD = """\
type: ke-hoach
unit: thai_binh
year: 2024
date: 2024-01-05
number: 7
issuer:
  over: Ủy ban nhân dân tỉnh Thái Bình
  name: Ban Chỉ đạo 138
  full: Ban Chỉ đạo phòng, chống tội phạm tỉnh
  short: Ban Chỉ đạo 138 tỉnh
  symbol: BCĐ
title: Phát động thi đua năm {{ year }}
targets:
  kdc: {value: trên 80%, of: [khu_dan_cu]}
  bien: {value: 05, of: [xa]}
award_forms:
  bk: {form: Bằng khen, by: Chủ tịch, quota: không vượt quá 15}
preamble: Ban Chỉ đạo ban hành kế hoạch như sau
body: |
  I. Chỉ tiêu {#chi_tieu}
  - Có {{ kdc }} khu dân cư;
  - Có {{ bien }} xã ven biển;
  - Giữ vững kết quả.
  II. Khen thưởng {#khen_thuong}
  - Bằng khen: {{ bk.quota }}.
  III. Tổ chức thực hiện {#to_chuc}
  1. Ban Chỉ đạo huyện báo cáo.
closing: Yêu cầu thực hiện
recipients: |
  Bộ Công an
signature:
  - {for: TM. BAN CHỈ ĐẠO, as: TRƯỞNG BAN, name: Nguyễn Văn A}
"""
OWN = """\
copies:
  district:
    recipients: |
      Ban Chỉ đạo 138 tỉnh (để báo cáo)
    signature:
      - {for: TM. BAN CHỈ ĐẠO, as: TRƯỞNG BAN}
    closing: Yêu cầu các xã, thị trấn thực hiện
    sections:
      khen_thuong:
      to_chuc: |
        1. Các xã, phường, thị trấn của {{ unit }} thực hiện.
"""
FIGURES = """\
unit,kdc,bien,khu_dan_cu,date
huyen_quynh_phu,trên 85%,-,120,
huyen_tien_hai,trên 90%,04,100,2024-02
thanh_pho_thai_binh,trên 80%,,90,
"""


def load(text: str, figures: str = "") -> tuple[plan.Plan, list[Diagnostic]]:
    """Return a plan that may have a table of figures beside it, and its findings."""
    files = {"plans/x/y.yaml": text, "plans/x/so-lieu.csv": figures}
    loaded, findings = plan.load("plans/x/y.yaml", lambda path: files[path].encode())
    assert loaded
    return loaded, findings


def made(text: str, figures: str = "", only: tuple[str, ...] = ()) -> dict[str, Copy]:
    """Return unit id → copy for a plan, which may have a table of figures beside it."""
    files = {"plans/x/y.yaml": text, "plans/x/so-lieu.csv": figures}
    loaded, findings = load(text, figures)
    assert {finding.code for finding in findings} <= {"P085"}

    def fetch(path: str) -> bytes:
        return files[path].encode()

    return {copy.unit.id: copy for copy in copies.copies(loaded, fetch, only)}


def printed(copy: Copy) -> dict[str, list[str]]:
    """Return role → paragraphs of a copy's document."""
    document, findings = compose(copy.plan)
    assert isinstance(document, Document)
    assert not findings
    found: dict[str, list[str]] = {}
    for block in document.blocks:
        found.setdefault(block.role, []).append(block.text)
    return found


def codes(findings: list[Diagnostic]) -> list[str]:
    return [finding.code for finding in findings]


def test_there_is_a_copy_for_every_district_of_the_day() -> None:
    found = made(BOARD + OWN)
    assert len(found) == 8
    assert all(not copy.findings for copy in found.values())


def test_a_board_hands_down_to_boards() -> None:
    page = printed(made(BOARD + OWN)["huyen_quynh_phu"])
    assert page["co_quan_chu_quan"] == ["Ủy ban nhân dân huyện Quỳnh Phụ"]
    assert page["co_quan_ban_hanh"] == ["Ban Chỉ đạo 138"]
    assert page["so_ky_hieu"] == ["Số:        /KH-BCĐ"]
    assert page["dia_danh_ngay"] == ["Quỳnh Phụ, ngày     tháng 01 năm 2024"]
    assert page["du_thao"] == ["(Dự thảo)"]
    assert page["mo_dau"] == [
        "Thực hiện Kế hoạch số 07/KH-BCĐ ngày 05/01/2024 của Ban Chỉ đạo 138 tỉnh về phát động thi "
        "đua năm 2024; Ban Chỉ đạo phòng, chống tội phạm huyện Quỳnh Phụ ban hành Kế hoạch phát "
        "động thi đua năm 2024 như sau:"
    ]
    assert page["noi_nhan"] == ["- Ban Chỉ đạo 138 tỉnh (để báo cáo)."]
    assert page["ky_ho_ten"] == [""]


def test_nothing_of_the_province_s_own_is_in_a_copy() -> None:
    for copy in made(BOARD + OWN).values():
        words = " ".join(text for texts in printed(copy).values() for text in texts)
        for own in ("Nguyễn Văn A", "Bộ Công an", "15", "Ban Chỉ đạo huyện báo cáo"):
            assert own not in words


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("recipients", "    recipients: |\n      Ban Chỉ đạo 138 tỉnh (để báo cáo)\n"),
        ("closing", "    closing: Yêu cầu các xã, thị trấn thực hiện\n"),
        (
            "sections.to_chuc",
            "      to_chuc: |\n        1. Các xã, phường, thị trấn của {{ unit }} thực hiện.\n",
        ),
    ],
)
def test_what_a_copy_would_carry_is_an_error(key: str, line: str) -> None:
    assert line in OWN
    for copy in made(BOARD + OWN.replace(line, "")).values():
        [fault] = copy.findings
        assert (fault.code, fault.args["key"]) == ("P070", key)


def test_a_quota_of_the_province_is_an_error() -> None:
    found = made(BOARD + OWN.replace("      khen_thuong:\n", ""))
    for copy in found.values():
        assert codes(copy.findings) == ["P071"]


@pytest.mark.parametrize("line", ["- {{ award_forms }}", "Bằng khen: {{ bk.quota }}."])
def test_a_quota_in_an_annex_or_in_a_list_of_awards_is_an_error(line: str) -> None:
    annex = f"annexes:\n  - title: Số lượng\n    body: |\n      {line}\n"
    for copy in made(BOARD + annex + OWN).values():
        assert codes(copy.findings) == ["P071"]
    told = annex + OWN + "    award_forms:\n      bk: {text: Bằng khen của Chủ tịch}\n"
    expected = [] if "award_forms" in line else ["P071"]
    assert codes(made(BOARD + told)["huyen_vu_thu"].findings) == expected


def test_a_section_given_its_own_quota_is_fine() -> None:
    own = OWN.replace("      khen_thuong:\n", "") + "    award_forms:\n      bk: {quota: 03}\n"
    page = printed(made(BOARD + own)["huyen_vu_thu"])
    assert "Bằng khen: 03." in page["gach"]


def test_a_unit_has_its_own_figures_and_loses_lines_that_do_not_apply() -> None:
    found = made(BOARD + "units: so-lieu.csv\n" + OWN, FIGURES)
    quynh_phu = found["huyen_quynh_phu"]
    assert printed(quynh_phu)["gach"] == ["Có trên 85% khu dân cư;", "Giữ vững kết quả."]
    assert codes(quynh_phu.findings) == ["P072"]
    tien_hai = found["huyen_tien_hai"]
    assert printed(tien_hai)["gach"][:2] == ["Có trên 90% khu dân cư;", "Có 04 xã ven biển;"]
    assert printed(tien_hai)["dia_danh_ngay"] == ["Tiền Hải, ngày     tháng 02 năm 2024"]


def test_a_committee_hands_down_to_committees() -> None:
    text = (BOARD + OWN).replace("  over: Ủy ban nhân dân tỉnh Thái Bình\n", "")
    text = text.replace("name: Ban Chỉ đạo 138\n", "name: Ủy ban nhân dân tỉnh Thái Bình\n")
    text = text.replace("symbol: BCĐ", "symbol: UBND")
    page = printed(made(text)["thanh_pho_thai_binh"])
    assert page["co_quan_ban_hanh"] == ["Ủy ban nhân dân thành phố Thái Bình"]
    assert "co_quan_chu_quan" not in page
    assert page["so_ky_hieu"] == ["Số:        /KH-UBND"]


@pytest.mark.parametrize("name", ["UBND TỈNH THÁI BÌNH", "Uỷ ban nhân dân tỉnh Thái Bình"])
def test_a_committee_is_known_by_each_of_its_spellings(name: str) -> None:
    text = (BOARD + OWN).replace("name: Ban Chỉ đạo 138\n", f"name: {name}\n")
    page = printed(made(text)["huyen_vu_thu"])
    assert page["co_quan_ban_hanh"] == ["Ủy ban nhân dân huyện Vũ Thư"]


def test_a_body_that_has_none_of_its_kind_below_it_needs_another_issuer() -> None:
    text = (BOARD + OWN).replace("name: Ban Chỉ đạo 138\n", "name: Hội đồng thi đua\n")
    for copy in made(text).values():
        [fault] = copy.findings
        assert (fault.code, fault.args["key"]) == ("P070", "issuer")
    own = text + "    issuer: {over: null, name: Hội đồng thi đua của huyện}\n"
    assert codes(made(own)["huyen_vu_thu"].findings) == []


def test_the_haste_of_a_plan_is_not_that_of_its_copies() -> None:
    found = made("urgency: hoa_toc\n" + BOARD + OWN)
    assert "do_khan" not in printed(found["huyen_vu_thu"])


def test_two_levels_a_commune_cites_its_district() -> None:
    commune = OWN.replace("copies:\n", "").replace("district:", "commune:")
    found = made(BOARD + OWN + commune, only=("huyen_vu_thu",))
    assert list(found) == ["huyen_vu_thu"]
    both = made(BOARD + OWN + commune)
    districts = [unit for unit, copy in both.items() if copy.unit.level == "district"]
    assert len(districts) == 8
    assert len(both) > 200
    some = next(copy for copy in both.values() if copy.unit.level == "commune")
    assert "của Ban Chỉ đạo 138 huyện" in printed(some)["mo_dau"][0]


def test_one_unit_may_have_keys_of_its_own() -> None:
    own = OWN + "  huyen_vu_thu:\n    closing: Yêu cầu riêng\n"
    found = made(BOARD + own)
    assert printed(found["huyen_vu_thu"])["ket"] == ["Yêu cầu riêng./."]
    assert printed(found["huyen_hung_ha"])["ket"] == ["Yêu cầu các xã, thị trấn thực hiện./."]


def test_the_figures_of_a_stranger_are_an_error() -> None:
    table = FIGURES.replace("huyen_tien_hai", "huyen_khong_co").replace(",kdc,", ",kdcc,")
    _, findings = load(BOARD + "units: so-lieu.csv\n" + OWN, table)
    faults = [finding for finding in findings if finding.severity == "error"]
    assert [(f.code, f.where.line, f.where.column) for f in faults] == [
        ("P081", 1, 2),
        ("P082", 3, 1),
    ]
    assert "kdc" in faults[0].advice


def test_no_copies_without_the_key() -> None:
    assert made(BOARD) == {}


def test_a_row_may_name_who_signs() -> None:
    table = "unit,signer,post\nhuyen_vu_thu,Trần Thị B,CHỦ TỊCH UBND HUYỆN\n"
    found = made(BOARD + "units: so-lieu.csv\n" + OWN, table)
    page = printed(found["huyen_vu_thu"])
    assert (page["ky_ho_ten"], page["ky_chuc_danh"]) == (["Trần Thị B"], ["CHỦ TỊCH UBND HUYỆN"])
    assert printed(found["huyen_hung_ha"])["ky_ho_ten"] == [""]


def test_a_target_is_for_the_units_and_kinds_that_it_names() -> None:
    text = BOARD.replace("of: [xa]}", "of: [xa], where: [huyen_thai_thuy, thanh_pho]}")
    found = made(text + OWN)
    kept = {unit for unit, copy in found.items() if "Có 05 xã ven biển;" in printed(copy)["gach"]}
    assert kept == {"huyen_thai_thuy", "thanh_pho_thai_binh"}


def test_a_copy_of_an_attached_plan_cites_the_decision() -> None:
    attached = "attached: {type: Quyết định, no: 25/QĐ-UBND, date: 2024-01-05, by: UBND tỉnh}\n"
    page = printed(made(BOARD + attached + OWN)["huyen_vu_thu"])
    assert page["mo_dau"][0].startswith(
        "Thực hiện Quyết định số 25/QĐ-UBND ngày 05/01/2024 của UBND tỉnh;"
    )
    assert "kem_theo" not in page


def test_what_copies_would_carry_is_told_beside_other_faults() -> None:
    text = BOARD + OWN.replace("    closing: Yêu cầu các xã, thị trấn thực hiện\n", "")
    loaded, findings = load(text + "titel: x\n")
    assert codes(findings) == ["P001"]
    assert codes([*copies.carried(loaded)]) == ["P070"]


def test_a_commune_has_its_own_row_too() -> None:
    commune = OWN.replace("copies:\n", "").replace("district:", "commune:")
    table = "unit,kdc\nhuyen_vu_thu,trên 84%\nxa_tan_lap,trên 88%\n"
    found = made(BOARD + "units: so-lieu.csv\n" + OWN + commune, table)
    assert "Có trên 84% khu dân cư;" in printed(found["huyen_vu_thu"])["gach"]
    rows = {unit: printed(copy)["gach"][0] for unit, copy in found.items() if "tan_lap" in unit}
    assert set(rows.values()) == {"Có trên 88% khu dân cư;"}


def test_a_quota_in_the_preamble_is_an_error_too() -> None:
    own = OWN.replace("  district:\n", "  district:\n    preamble: Có {{ bk.quota }} Bằng khen\n")
    for copy in made(BOARD + own).values():
        assert codes(copy.findings) == ["P071"]
