"""Documents that are alike to the rules of looks, and what makes them differ."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kehoach.document import Block, Cell, Document, Marker, Row, Run, Table
from kehoach.likeness import likeness

CELLS = (Cell((Block("o", (Run("Xã Một"),)),)), Cell((Block("o_phai", (Run("12"),)),)))
TABLE = Block("bang", table=Table((Row(CELLS), Row(CELLS))))
HEAD = Block("dia_danh_ngay", (Run("Thái Bình, ngày 05 tháng 3 năm 2024"),))
LINE = Block("khoan", (Run("Có 80% xã của tỉnh Thái Bình đạt;"),), Marker("1.", "1."))


def alike(one: tuple[Block, ...], other: tuple[Block, ...]) -> bool:
    names = ["Thái Bình"], ["Nam Định"]
    made = (likeness(Document(b), n) for b, n in zip((one, other), names, strict=True))
    return len(set(made)) == 1


def said(block: Block, old: str, new: str) -> Block:
    """Return a block with other words, which it has."""
    assert old in block.text
    return replace(block, runs=tuple(replace(r, text=r.text.replace(old, new)) for r in block.runs))


OTHER = tuple(said(block, "Thái Bình", "Nam Định") for block in (HEAD, LINE))


def test_names_and_figures_do_not_count() -> None:
    assert alike((HEAD, LINE, TABLE), (*OTHER, TABLE))
    assert alike((LINE,), (said(OTHER[1], "80", "75"),))
    capital = said(LINE, "Thái Bình", "THÁI BÌNH")
    assert alike((capital,), (said(LINE, "Thái Bình", "NAM ĐỊNH"),))
    assert not alike((capital,), (OTHER[1],))
    cells = (replace(CELLS[0], blocks=(Block("o", (Run("Xã Hai"),)),)), CELLS[1])
    assert alike((TABLE,), (replace(TABLE, table=Table((Row(cells), Row(CELLS), Row(CELLS)))),))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Trần Văn Bình", "Lê Thị Ánh", True),
        ("Trần Văn Bình", "Tiến sĩ Lê Thị Ánh", False),
        ("Trần Văn Bình", "TS. Lê Thị Ánh", False),
        ("Trần Văn Bình", "Lê THỊ ÁNH", False),
        ("Trần Văn Bình", "Lê Thị Ánh, TS", False),
        ("Trần Văn Bình", "Y Blốk", False),
        ("Trần Văn Bình", "", False),
        ("Y Blốk", "Y Blốk", True),
    ],
)
def test_names_of_signers_do_not_count_where_they_are_nothing_else(
    one: str, other: str, same: bool
) -> None:
    blocks = [(Block("ky_ho_ten", (Run(name, bold=True),)),) for name in (one, other)]
    assert alike(blocks[0], blocks[1]) is same


@pytest.mark.parametrize(
    "blocks",
    [
        (said(OTHER[0], "05", "5"), OTHER[1], TABLE),
        (OTHER[0], said(OTHER[1], "80", "8"), TABLE),
        (OTHER[0], said(OTHER[1], "đạt;", "đạt./."), TABLE),
        (OTHER[0], said(OTHER[1], "Nam Định", ""), TABLE),
        (OTHER[0], replace(OTHER[1], runs=(*OTHER[1].runs, Run("x", italic=True))), TABLE),
        (OTHER[0], replace(OTHER[1], runs=(*OTHER[1].runs, Run("", note=(Run("x"),)))), TABLE),
        (OTHER[0], replace(OTHER[1], role="diem"), TABLE),
        (OTHER[0], replace(OTHER[1], marker=Marker("1.", "1.", kept=True)), TABLE),
        (*OTHER, replace(TABLE, table=Table((Row(CELLS), Row(CELLS, header=True))))),
        (*OTHER, replace(TABLE, table=Table((Row((Cell((Block("o_phai"),)), *CELLS)),)))),
        (*OTHER, replace(TABLE, table=Table((Row(CELLS),) * 20))),
        (*OTHER, replace(TABLE, landscape=True)),
        (*OTHER, TABLE, Block("phu_luc")),
    ],
)
def test_whatever_a_rule_may_look_at_counts(blocks: tuple[Block, ...]) -> None:
    assert not alike((HEAD, LINE, TABLE), blocks)
