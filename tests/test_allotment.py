"""Figures by unit: the table that hands them out, and whether they add up."""

import datetime

from kehoach import units
from kehoach.allotment import shares
from kehoach.compose import compose
from kehoach.document import Block
from test_copies import BOARD, OWN, load, made

ANNEX = """\
annexes:
  - {title: Biểu giao chỉ tiêu cho các huyện, table: targets_by_unit, landscape: true}
"""
PARTS = {
    "huyen_dong_hung": "-",
    "huyen_hung_ha": "-",
    "huyen_kien_xuong": "-",
    "huyen_quynh_phu": "-",
    "huyen_thai_thuy": "03",
    "huyen_tien_hai": "02",
    "huyen_vu_thu": "-",
    "thanh_pho_thai_binh": "-",
}


def figures(parts: dict[str, str]) -> str:
    rows = [f"{unit},{part},trên 81%" for unit, part in parts.items()]
    return "\n".join(["unit,bien,kdc", *rows, ""])


def annex(text: str, table: str) -> list[list[str]]:
    """Return the rows of the annex's table as texts."""
    loaded, findings = load(text, table)
    assert not findings
    document, _ = compose(loaded)
    assert document
    [block] = [block for block in document.blocks if block.table]
    assert isinstance(block, Block)
    assert block.table
    return [[cell.blocks[0].text for cell in row.cells] for row in block.table.rows]


def test_the_annex_hands_out_each_unit_s_figures() -> None:
    rows = annex(BOARD + ANNEX + "units: so-lieu.csv\n", figures(PARTS))
    assert rows[0] == ["STT", "Đơn vị", "Khu dân cư", "Xã"]
    assert rows[5] == ["5", "Thành phố Thái Bình", "trên 81%", "-"]
    assert rows[6] == ["6", "Huyện Thái Thụy", "trên 81%", "03"]
    assert len(rows) == 9


def test_a_unit_without_a_figure_has_the_plan_s_and_a_column_its_title() -> None:
    text = BOARD.replace("kdc: {", "kdc: {title: An toàn, ").replace(
        "of: [xa]}", "where: [thi_xa]}"
    )
    rows = annex(text + ANNEX, "")
    assert rows[0] == ["STT", "Đơn vị", "An toàn", ""]
    assert rows[1][2:] == ["trên 80%", "-"]


def test_sums_that_disagree_with_the_plan_are_a_finding() -> None:
    _, findings = load(BOARD + "units: so-lieu.csv\n", figures(PARTS | {"huyen_vu_thu": "1"}))
    assert [(f.code, str(f.args["total"]), str(f.args["whole"])) for f in findings] == [
        ("P086", "6", "5")
    ]


def test_nothing_is_added_up_while_a_figure_is_missing() -> None:
    rest = {unit: part for unit, part in PARTS.items() if unit != "huyen_tien_hai"}
    _, findings = load(BOARD + "units: so-lieu.csv\n", figures(rest))
    assert [finding.code for finding in findings] == ["P085"]


def test_a_copy_hands_nothing_out() -> None:
    for copy in made(BOARD + ANNEX + OWN).values():
        document, _ = compose(copy.plan)
        assert document
        assert not any(block.table or block.role == "phu_luc" for block in document.blocks)


def test_a_number_that_is_shared_out_is_never_given_whole() -> None:
    parts = {unit: part for unit, part in PARTS.items() if unit != "huyen_vu_thu"}
    loaded, _ = load(BOARD + "units: so-lieu.csv\n", figures(parts))
    assert loaded.unit
    unit = units.find("huyen_vu_thu", datetime.date(2024, 1, 5), loaded.unit)
    assert unit
    own = shares(loaded.keys, loaded.figures)(unit)
    assert {name: cell.text for name, cell in own.targets.items()} == {"bien": "?"}
    gone = shares(loaded.keys, loaded.figures, frozenset({"bien"}))(unit)
    assert (gone.targets, gone.dropped) == ({}, {"bien"})


def test_units_that_end_before_returns_are_counted_are_named() -> None:
    _, findings = load(BOARD + "report_on: 2025-12-15\n")
    assert {finding.code for finding in findings} == {"P087"}
    assert len(findings) == 8
    assert "xã Vũ Thư" in next(f.advice for f in findings if "Vũ Thư" in f.message)
    assert load(BOARD + "report_on: 2024-12-15\n")[1] == []


def test_a_figure_is_a_number() -> None:
    table = "unit,kdc,khu_dan_cu\nhuyen_vu_thu,cao,x1\nhuyen_hung_ha,?,-\n"
    _, findings = load(BOARD + "units: so-lieu.csv\n", table)
    wrong = [f for f in findings if f.code == "P088"]
    assert [(f.where.line, f.where.column) for f in wrong] == [(2, 2), (2, 3)]
