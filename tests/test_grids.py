"""Tables in print: header rows, merged cells, alignment, widths."""

from __future__ import annotations

import pytest

import cases
from kehoach.document import Table
from kehoach.values import DOTS
from plans import with_body


def table(yaml: str) -> Table:
    """Return the table of a plan, its keys given as in YAML."""
    rest = f"terms: {{at: “An toàn”}}\ntables:\n  bang: {{{yaml}}}\n"
    document = cases.document(with_body("{{ bang }}", rest))
    (found,) = [block.table for block in document.blocks if block.table]
    return found


def drawn(table: Table) -> list[list[str]]:
    """Return each row as `words columns x rows`, the size of single cells left out."""
    return [
        [
            f"{cell.blocks[0].text}{'' if size == (1, 1) else f' {size[0]}x{size[1]}'}"
            for cell in row.cells
            for size in [(cell.columns, cell.rows)]
        ]
        for row in table.rows
    ]


def test_the_titles_of_the_columns_are_the_header() -> None:
    made = table("columns: [{title: STT}, {title: Đơn vị}, {}], rows: [['1', '{{ at }}', '**x**']]")
    assert drawn(made) == [["STT", "Đơn vị", ""], ["1", "“An toàn”", "x"]]
    assert [row.header for row in made.rows] == [True, False]
    assert made.rows[1].cells[2].blocks[0].runs[0].bold


def test_header_rows_of_their_own_repeat() -> None:
    made = table(
        "columns: [{title: A}, {title: B}, {title: C}], "
        "header: [[STT, Thôn, <], [^, Tổng, Đăng ký], [(1), (2), (3)]], rows: [[a, b, c]]"
    )
    assert [row.header for row in made.rows] == [True, True, True, False]
    assert drawn(made) == [
        ["STT 1x2", "Thôn 2x1"],
        ["Tổng", "Đăng ký"],
        ["(1)", "(2)", "(3)"],
        ["a", "b", "c"],
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("[[a, <, c], [^, ^, d]]", [["a 2x2", "c"], ["d"]]),
        ("[[a, <, c], [^, <, d]]", [["a 2x2", "c"], ["d"]]),
        ("[[a, b, c], [^, b, ^], [^, b, d]]", [["a 1x3", "b", "c 1x2"], ["b"], ["b", "d"]]),
        ("[[a, <, <], [b, c, d]]", [["a 3x1"], ["b", "c", "d"]]),
        ("[['\\<', '\\^', '<']]", [["<", "^ 2x1"]]),
    ],
)
def test_merged_cells(rows: str, expected: list[list[str]]) -> None:
    made = table(f"columns: [{{title: A}}, {{title: B}}, {{title: C}}], rows: {rows}")
    assert drawn(made)[1:] == expected


def test_alignment_is_that_of_the_column() -> None:
    made = table(
        "columns: [{title: A, align: center}, {title: B, align: right}, {title: C}, "
        "{title: D, align: left}], rows: [[a, b, c, d]]"
    )
    roles = [[cell.blocks[0].role for cell in row.cells] for row in made.rows]
    assert roles == [["o_dau"] * 4, ["o_giua", "o_phai", "o", "o"]]


def test_widths_are_shares_of_the_whole() -> None:
    made = table("columns: [{title: A, width: 1}, {title: B, width: 2}, {title: C}], rows: []")
    assert made.widths == (0.25, 0.5, 0.25)


def test_a_cell_that_is_not_known_is_dots() -> None:
    rest = "tables: {bang: {columns: [{title: A}], rows: [['?']]}}\n"
    loaded, found = cases.load(with_body("{{ bang }}", rest))
    assert loaded
    assert [fault.code for fault in found] == ["P050"]
    document, _ = cases.compose(loaded)
    assert document
    (made,) = [block.table for block in document.blocks if block.table]
    assert drawn(made)[1] == [DOTS]
