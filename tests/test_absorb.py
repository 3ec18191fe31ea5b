"""Absorb: an edit of the Word file is an edit of the line that it came from."""

from __future__ import annotations

import difflib
import os
import random
import re
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import cases
import edits as random_edits
import homecoming
from kehoach import compose, copies, plan
from kehoach.absorb.absorb import absorb, settled
from kehoach.absorb.changes import Absorbed, Base
from kehoach.absorb.edits import Edit, applied
from kehoach.diagnostic import has_errors
from kehoach.document import FIXED, Block, Cell, Document, Marker, Row, Run, canonical, join
from kehoach.layers import Fetch
from made import Made, plans

EXAMPLES = int(os.environ.get("KEHOACH_EXAMPLES", "25"))
Change = Callable[[list[Block]], None]


def base_of(files: dict[str, str], unit: str = "") -> Base:
    """Return the base of the plan among `files`, or of a unit's copy."""
    fetch = fetcher(files)
    loaded, findings = plan.load(cases.PATH, fetch)
    assert loaded
    assert not has_errors(findings), findings
    if unit:
        loaded = next(copies.copies(loaded, fetch, [unit])).plan
    document, findings = compose.compose(loaded)
    assert document
    assert not has_errors(findings)
    return Base(loaded, document, fetch, unit)


def fetcher(files: dict[str, str]) -> Fetch:
    def fetch(path: str) -> bytes:
        if path not in files:
            raise FileNotFoundError(2, "No such file or directory", path)
        return files[path].encode()

    return fetch


def edited(base: Base, change: Change) -> Document:
    """Return the document of a base, changed."""
    blocks = [replace(b, runs=join(b.runs)) for b in base.document.blocks if b.role != FIXED]
    change(blocks)
    return Document(tuple(blocks))


def written(files: dict[str, str], edits: Sequence[Edit]) -> dict[str, str]:
    """Return the files with edits in them."""
    return {
        path: applied(text, [edit for edit in edits if edit.path == path])
        for path, text in files.items()
    }


class Told:
    """What came of a change: the absorbed, and the lines of the plan that went and came."""

    def __init__(self, text: str, change: Change, unit: str = "", **more: str) -> None:
        self.files = {cases.PATH: cases.complete(textwrap.dedent(text)), **more}
        self.base = base_of(self.files, unit)
        self.document = edited(self.base, change)
        self.absorbed: Absorbed = absorb(self.base, self.document)

    def diff(self, edits: Sequence[Edit] | None = None) -> list[str]:
        """Return the lines that went (`- `) and came (`+ `), in all files."""
        new = written(self.files, self.absorbed.edits if edits is None else edits)
        lines: list[str] = []
        for path, old in self.files.items():
            found = difflib.ndiff(old.split("\n"), new[path].split("\n"))
            lines += [line for line in found if line[0] in "+-"]
        return lines

    def home(self) -> list[str]:
        """Return the lines that went and came, when every change came home."""
        assert not self.absorbed.choices
        made = base_of(written(self.files, self.absorbed.edits), self.base.unit).document
        assert canonical(made) == canonical(self.document)
        return self.diff()

    def picked(self, label: str) -> list[str]:
        """Return the lines that went and came after the option `label` of the first choice."""
        options = self.absorbed.choices[0].options
        number = next(n for n, option in enumerate(options) if option.label == label)
        return self.diff(settled(self.absorbed, {0: number}, self.base))


def at(blocks: Sequence[Block], words: str) -> int:
    """Return which block has `words`."""
    return next(n for n, block in enumerate(blocks) if words in block.text)


def swap(old: str, new: str) -> Change:
    """Return a change of words in the first block that has them, whatever runs they are in."""

    def change(blocks: list[Block]) -> None:
        number = at(blocks, old)
        block = blocks[number]
        runs = [replace(run, text=run.text.replace(old, new, 1)) for run in block.runs]
        if runs == list(block.runs):
            runs = [Run(block.text.replace(old, new, 1))]
        blocks[number] = replace(block, runs=join(runs))

    return change


def both(*changes: Change) -> Change:
    def change(blocks: list[Block]) -> None:
        for one in changes:
            one(blocks)

    return change


def put(after: str, *new: Block) -> Change:
    return lambda blocks: blocks.__setitem__(
        slice(at(blocks, after) + 1, at(blocks, after) + 1), list(new)
    )


def drop(words: str) -> Change:
    return lambda blocks: blocks.__delitem__(at(blocks, words))


def relabel(words: str, label: str) -> Change:
    def change(blocks: list[Block]) -> None:
        number = at(blocks, words)
        marker = blocks[number].marker
        assert marker
        blocks[number] = replace(blocks[number], marker=Marker(marker.kind, label))

    return change


BODY = """
    terms:
      at: “An toàn”
    targets:
      kdc: {value: trên 80%, of: [khu_dan_cu]}
    deadlines:
      nop: {before: 2024-01-15, task: nộp}
    body: |
      I. Mục tiêu
      # Vì sao có dòng này.
      1. Một hai ba.
      2. Phấn đấu {{ kdc }} thôn đạt {{ at }}.
      3. Gửi {{ nop }} về tỉnh.
      - Gạch đầu;
      - Gạch sau.
    closing: Hết.
    recipients: |
      Sở Nội vụ
      Lưu: VT
    signature:
      - for: TM. BAN CHỈ ĐẠO
        as: TRƯỞNG BAN
        name:
"""


def test_nothing_changed_is_no_edit() -> None:
    assert Told(BODY, lambda blocks: None).absorbed.edits == ()
    assert Told(BODY, lambda blocks: None).absorbed.choices == ()


def test_a_word_changes_in_its_line() -> None:
    told = Told(BODY, swap("Một hai", "Một bốn"))
    assert told.home() == ["-   1. Một hai ba.", "+   1. Một bốn ba."]
    (edit,) = told.absorbed.edits
    assert told.files[cases.PATH][edit.start : edit.end] + edit.new == "haibốn"
    assert edit.where
    assert edit.where.line == 11


def test_words_that_read_as_markup_get_a_backslash() -> None:
    told = Told(BODY, swap("Một hai", "{Một} *hai*"))
    assert told.home()[1] == "+   1. \\{Một\\} \\*hai\\* ba."


def test_a_value_changes_in_its_fact() -> None:
    told = Told(BODY, swap("trên 80%", "trên 85%"))
    assert told.home() == [
        "-   kdc: {value: trên 80%, of: [khu_dan_cu]}",
        "+   kdc: {value: trên 85%, of: [khu_dan_cu]}",
    ]


def test_a_value_and_the_words_around_it_change_apart() -> None:
    told = Told(BODY, swap("trên 80% thôn", "trên 85% xóm"))
    assert told.home()[1] == "+   kdc: {value: trên 85%, of: [khu_dan_cu]}"
    assert told.home()[3] == "+   2. Phấn đấu {{ kdc }} xóm đạt {{ at }}."


def test_a_date_is_read_back_from_its_print() -> None:
    told = Told(BODY, swap("15/01/2024", "20/02/2024"))
    assert told.home()[1] == "+   nop: {before: 2024-02-20, task: nộp}"


def test_a_date_that_would_print_otherwise_is_asked() -> None:
    told = Told(BODY, swap("15/01/2024", "20/03/2024"))
    (choice,) = told.absorbed.choices
    assert choice.args == {"made": "trước ngày 20/3/2024"}
    assert told.picked("let it be so: line {line}")[1] == "+   nop: {before: 2024-03-20, task: nộp}"


def test_a_sentence_written_anew_takes_its_value_along() -> None:
    told = Told(BODY, swap("Phấn đấu trên 80% thôn đạt “An toàn”.", "Viết lại hết cả."))
    assert told.home() == [
        "-   2. Phấn đấu {{ kdc }} thôn đạt {{ at }}.",
        "+   2. Viết lại hết cả.",
    ]


def test_a_line_made_from_a_fact_is_written_anew_in_the_fact() -> None:
    text = """
        award_forms:
          a: {form: Cờ, text: "Tặng {{ a.form }} cho tập thể"}
          b: {form: Bằng khen, text: "Tặng {{ b.form }} cho cá nhân"}
        body: |
          - {{ award_forms }}
    """

    def change(blocks: list[Block]) -> None:
        number = at(blocks, "Tặng Cờ")
        blocks[number] = replace(blocks[number], runs=(Run("Việc khác hẳn;"),))

    assert Told(text, change).home() == [
        '-   a: {form: Cờ, text: "Tặng {{ a.form }} cho tập thể"}',
        '+   a: {form: Cờ, text: "Việc khác hẳn"}',
    ]


def test_new_points_are_typed_with_their_numbers() -> None:
    new = Block("khoan", (Run("Điểm mới, 1. thử."),), Marker("1.", "2."))
    change = both(put("Một hai ba", new), relabel("Phấn đấu", "3."), relabel("Gửi", "4."))
    assert Told(BODY, change).home() == [
        "+   2. Điểm mới, 1. thử.",
        "-   2. Phấn đấu {{ kdc }} thôn đạt {{ at }}.",
        "?   ^\n"[:0] + "+   3. Phấn đấu {{ kdc }} thôn đạt {{ at }}.",
        "-   3. Gửi {{ nop }} về tỉnh.",
        "+   4. Gửi {{ nop }} về tỉnh.",
    ]


def test_a_point_put_first_begins_the_list() -> None:
    new = Block("khoan", (Run("Đứng đầu."),), Marker("1.", "1."))
    labels = [relabel("Một hai", "2."), relabel("Phấn đấu", "3."), relabel("Gửi", "4.")]
    told = Told(BODY, both(put("Mục tiêu", new), *labels))
    assert "+   1. Đứng đầu." in told.home()
    assert "+   2. Một hai ba." in told.home()


def test_a_point_without_marker_that_looks_like_one_is_guarded() -> None:
    told = Told(BODY, put("Một hai ba", Block("doan", (Run("a) không phải điểm."),))))
    assert told.home() == ["+   \\a) không phải điểm."]


def test_a_deleted_point_keeps_the_comment_above_it() -> None:
    told = Told(BODY, both(drop("Một hai"), relabel("Phấn đấu", "1."), relabel("Gửi", "2.")))
    assert told.home() == [
        "-   1. Một hai ba.",
        "-   2. Phấn đấu {{ kdc }} thôn đạt {{ at }}.",
        "+   1. Phấn đấu {{ kdc }} thôn đạt {{ at }}.",
        "-   3. Gửi {{ nop }} về tỉnh.",
        "+   2. Gửi {{ nop }} về tỉnh.",
    ]


def test_a_moved_point_takes_its_comment_along() -> None:
    text = """
        body: |
          - Một hai ba bốn năm sáu;
          - Bảy tám chín mười mười một;
          # Về mười hai.
          - Mười hai mười ba mười bốn;
          - Mười lăm mười sáu mười bảy.
    """

    def change(blocks: list[Block]) -> None:
        one = blocks.pop(at(blocks, "Mười hai"))
        blocks.insert(at(blocks, "Một hai"), one)

    assert Told(text, change).home() == [
        "+   # Về mười hai.",
        "+   - Mười hai mười ba mười bốn;",
        "-   # Về mười hai.",
        "-   - Mười hai mười ba mười bốn;",
    ]


def test_a_paragraph_cut_in_two_keeps_its_values() -> None:
    def change(blocks: list[Block]) -> None:
        number = at(blocks, "Phấn đấu")
        one = blocks[number]
        blocks[number] = replace(one, runs=(Run("Phấn đấu trên 80% thôn."),))
        second = Block("khoan", (Run("Đạt “An toàn”."),), Marker("1.", "3."))
        blocks.insert(number + 1, second)
        relabel("Gửi", "4.")(blocks)

    told = Told(BODY, change)
    assert told.home()[1:3] == ["+   2. Phấn đấu {{ kdc }} thôn.", "+   3. Đạt {{ at }}."]


def test_two_paragraphs_made_one_keep_their_values() -> None:
    def change(blocks: list[Block]) -> None:
        after = blocks.pop(at(blocks, "Gửi"))
        number = at(blocks, "Phấn đấu")
        runs = (*blocks[number].runs, Run(" "), *after.runs)
        blocks[number] = replace(blocks[number], runs=runs)

    made = Told(BODY, change).home()
    assert "+   2. Phấn đấu {{ kdc }} thôn đạt {{ at }}. Gửi {{ nop }} về tỉnh." in made


def test_another_kind_of_marker_is_typed() -> None:
    def change(blocks: list[Block]) -> None:
        number = at(blocks, "Gạch sau")
        blocks[number] = replace(blocks[number], role="cong", marker=Marker("+", "+"))

    assert Told(BODY, change).home() == ["-   - Gạch sau.", "+   + Gạch sau."]


def test_a_point_that_loses_its_stop_stays_a_point() -> None:
    told = Told(BODY, swap("Một hai ba.", "Một hai ba"))
    assert told.home() == ["-   1. Một hai ba.", "+   1. Một hai ba {doan}"]


def test_bold_words_get_stars() -> None:
    def change(blocks: list[Block]) -> None:
        number = at(blocks, "Một hai")
        runs = (Run("Một "), Run("hai", bold=True), Run(" ba."))
        blocks[number] = replace(blocks[number], runs=runs)

    assert Told(BODY, change).home()[1] == "+   1. Một **hai** ba."


def test_recipients_come_and_go() -> None:
    def change(blocks: list[Block]) -> None:
        number = at(blocks, "- Sở Nội vụ")
        blocks[number] = replace(blocks[number], runs=(Run("- Sở Tư pháp;"),))
        blocks.insert(number + 1, Block("noi_nhan", (Run("- Công an tỉnh;"),)))

    assert Told(BODY, change).home() == ["-   Sở Nội vụ", "+   Sở Tư pháp", "+   Công an tỉnh"]


def test_a_name_is_filled_in() -> None:
    def change(blocks: list[Block]) -> None:
        blocks[-1] = replace(blocks[-1], runs=(Run("Nguyễn Văn A"),))

    assert Told(BODY, change).home() == ["-     name:", "+     name: Nguyễn Văn A"]


def test_number_and_date_are_filled_in() -> None:
    text = "date: 2023-12\nnumber:\n"
    told = Told(text, both(swap("       /KH", "05/KH"), swap("ngày     tháng", "ngày 20 tháng")))
    assert told.home() == ["- date: 2023-12", "+ date: 2023-12-20", "- number:", "+ number: 05"]


def test_a_closing_of_two_paragraphs_stands_behind_a_bar() -> None:
    def change(blocks: list[Block]) -> None:
        number = at(blocks, "Hết./.")
        blocks[number] = replace(blocks[number], role="doan", runs=(Run("Hết."),))
        blocks.insert(number + 1, Block("ket", (Run("Thêm một đoạn./."),)))

    assert Told(BODY, change).home() == [
        "- closing: Hết.",
        "+ closing: |",
        "+   Hết.",
        "+   Thêm một đoạn.",
    ]


def test_quotes_are_put_where_yaml_needs_them() -> None:
    told = Told("title: Phát động phong trào\n", swap("Phát động", "Về việc: phát động"))
    assert told.home()[1] == "+ title: 'Về việc: phát động phong trào'"


def test_quotes_stay_as_they_are() -> None:
    told = Told("title: \"Phát động 'phong' trào\"\n", swap("trào", "trào lớn"))
    assert told.home()[1] == "+ title: \"Phát động 'phong' trào lớn\""


GRID = """
    tables:
      b:
        columns:
          - {title: Một, width: 1}
          - {title: Hai, width: 2}
        rows:
          # hàng đầu
          - [a, b]
          - [c, "{{ year }}"]
    body: |
      I. Mục tiêu
      {{ b }}
      1. Sau bảng.
"""


def cells(*texts: str) -> Row:
    return Row(tuple(Cell((Block("o", (Run(text),)),)) for text in texts))


def in_table(change: Callable[[list[Row]], None]) -> Change:
    def changed(blocks: list[Block]) -> None:
        number = next(n for n, block in enumerate(blocks) if block.table)
        table = blocks[number].table
        assert table
        rows = list(table.rows)
        change(rows)
        blocks[number] = replace(blocks[number], table=replace(table, rows=tuple(rows)))

    return changed


def test_a_cell_changes_in_its_row() -> None:
    told = Told(GRID, in_table(lambda rows: rows.__setitem__(1, cells("a", "x, y: z"))))
    assert told.home() == ["-       - [a, b]", "+       - [a, 'x, y: z']"]


def test_rows_come_and_go() -> None:
    told = Told(GRID, in_table(lambda rows: rows.insert(2, cells("mới", "<"))))
    assert told.home() == ["+       - [mới, \\<]"]
    told = Told(GRID, in_table(lambda rows: rows.__delitem__(1)))
    assert told.home() == ["-       - [a, b]"]


def test_a_column_goes() -> None:
    def change(rows: list[Row]) -> None:
        rows[:] = [replace(row, cells=row.cells[:1]) for row in rows]

    assert Told(GRID, in_table(change)).home() == [
        "-       - {title: Hai, width: 2}",
        "-       - [a, b]",
        "+       - [a]",
        '-       - [c, "{{ year }}"]',
        "+       - [c]",
    ]


def test_cells_of_a_csv_table_change_in_the_file() -> None:
    text = """
        tables:
          b: {columns: [{title: Một}, {title: Hai}], file: b.csv}
        body: |
          I. Mục tiêu
          {{ b }}
    """
    csv = {"plans/thai-binh/b.csv": 'a,"b, c"\nd,e\n'}

    def change(rows: list[Row]) -> None:
        rows[1] = cells("a", "b, “x”")
        rows.append(cells("f", 'g "h"'))

    told = Told(text, in_table(change), **csv)
    assert told.home() == ['- a,"b, c"', '+ a,"b, “x”"', '+ f,"g ""h"""']


PARTLY = """
    targets:
      kdc: {value: trên 80%, of: [khu_dan_cu]}
    body: |
      - Một nơi {{ kdc }} thôn;
      - Hai nơi {{ kdc }} xóm.
"""


def test_a_value_changed_in_one_of_two_places_is_asked() -> None:
    told = Told(PARTLY, swap("80% thôn", "85% thôn"))
    assert told.absorbed.edits == ()
    (choice,) = told.absorbed.choices
    assert (choice.was, choice.now) == ("trên 80%", "trên 85%")
    assert "more places" in choice.why
    assert choice.args == {"count": 1}
    assert told.picked("write the words here, without the value") == [
        "-   - Một nơi {{ kdc }} thôn;",
        "+   - Một nơi trên 85% thôn;",
    ]
    assert told.picked("change it everywhere: line {line}") == [
        "-   kdc: {value: trên 80%, of: [khu_dan_cu]}",
        "+   kdc: {value: trên 85%, of: [khu_dan_cu]}",
    ]


def test_a_value_changed_in_all_places_is_not_asked() -> None:
    told = Told(PARTLY, both(swap("80% thôn", "85% thôn"), swap("80% xóm", "85% xóm")))
    assert told.home()[1] == "+   kdc: {value: trên 85%, of: [khu_dan_cu]}"


def test_words_beside_a_refused_value_come_home() -> None:
    told = Told(PARTLY, swap("Một nơi trên 80%", "Một chỗ trên 85%"))
    assert told.diff() == ["-   - Một nơi {{ kdc }} thôn;", "+   - Một chỗ {{ kdc }} thôn;"]
    assert len(told.absorbed.choices) == 1


def test_words_of_the_programme_are_told_and_nothing_else() -> None:
    told = Told(BODY, swap("Độc lập", "Tự lập"))
    (choice,) = told.absorbed.choices
    assert (choice.was, choice.now, choice.options) == (
        "Độc lập - Tự do - Hạnh phúc",
        "Tự lập - Tự do - Hạnh phúc",
        (),
    )
    assert told.absorbed.edits == ()


def test_a_line_of_a_layer_above_is_asked() -> None:
    text = "extends: ../base/b.yaml\nbody: |\n  I. Mục tiêu\n"
    base = {"plans/base/b.yaml": "type: ke-hoach\nabstract: true\nclosing: Hết.\n"}
    told = Told(text, swap("Hết./.", "Xong./."), **base)
    assert told.absorbed.edits == ()
    assert told.picked("only this plan") == ["+ closing: Xong."]
    assert told.picked("all plans that use {path}: line {line}") == [
        "- closing: Hết.",
        "+ closing: Xong.",
    ]


COPIES = """
    body: |
      I. Mục tiêu {#mt}
      - Một hai ba.
    copies:
      district:
        closing: Hết.
"""


def test_a_units_copy_is_asked_whom_a_line_is_for() -> None:
    told = Told(COPIES, swap("Một hai ba.", "Một hai bốn."), unit="huyen_dong_hung")
    assert told.absorbed.edits == ()
    (choice,) = told.absorbed.choices
    assert choice.why == "the line belongs to all units"
    assert told.picked("all units: line {line}") == ["-   - Một hai ba.", "+   - Một hai bốn."]
    assert told.picked("only this unit") == [
        "+   huyen_dong_hung:",
        "+     sections:",
        "+       mt: |",
        "+         I. Mục tiêu {#mt}",
        "+         - Một hai bốn.",
    ]


FREE = """
    body: |
      Mở đầu phần thân.
      I. Mục tiêu
      - Một hai ba.
      II. Mục tiêu
      - Bốn năm.
    copies:
      district:
        closing: Hết.
"""


def test_a_section_without_an_id_gets_one_for_a_unit() -> None:
    told = Told(FREE, swap("Một hai ba.", "Một hai bốn."), unit="huyen_dong_hung")
    (choice,) = told.absorbed.choices
    assert choice.why == "the line belongs to all units"
    assert told.picked("only this unit") == [
        "-   I. Mục tiêu",
        "+   I. Mục tiêu {#muc_tieu}",
        "+   huyen_dong_hung:",
        "+     sections:",
        "+       muc_tieu: |",
        "+         I. Mục tiêu",
        "+         - Một hai bốn.",
    ]
    made = written(told.files, settled(told.absorbed, {0: 0}, told.base))
    assert canonical(base_of(made, told.base.unit).document) == canonical(told.document)
    assert canonical(base_of(made).document) == canonical(base_of(told.files).document)


def test_two_sections_of_one_name_get_two_ids() -> None:
    change = both(swap("Một hai ba.", "Một hai bốn."), swap("Bốn năm.", "Bốn sáu."))
    told = Told(FREE, change, unit="huyen_dong_hung")
    assert [len(choice.options) for choice in told.absorbed.choices] == [2, 2]
    made = written(told.files, settled(told.absorbed, {0: 0, 1: 0}, told.base))
    text = made[cases.PATH]
    assert "  I. Mục tiêu {#muc_tieu}\n" in text
    assert "  II. Mục tiêu {#muc_tieu_2}\n" in text
    assert canonical(base_of(made, told.base.unit).document) == canonical(told.document)


@pytest.mark.parametrize("ids", [True, False])
def test_lines_that_go_for_a_unit_leave_the_sections_below_as_they_are(ids: bool) -> None:
    text = """
        body: |
          I. Một {#a}
          - Một hai ba.
          - Bỏ dòng này.
          - Bỏ cả dòng này.
          II. Hai {#b}
          - Bốn năm.
          III. Ba {#c}
          - Sáu bảy.
        copies:
          district:
            closing: Hết.
    """
    change = both(drop("Bỏ dòng"), drop("Bỏ cả"), swap("Bốn năm.", "Bốn sáu."))
    plain = re.sub(r" \{#\w\}", "", text)
    told = Told(text if ids else plain, change, unit="huyen_dong_hung")
    picks = dict.fromkeys(range(len(told.absorbed.choices)), 0)
    assert [choice.options[0].label for choice in told.absorbed.choices] == ["only this unit"] * 3
    made = written(told.files, settled(told.absorbed, picks, told.base))
    assert canonical(base_of(made, told.base.unit).document) == canonical(told.document)
    assert canonical(base_of(made).document) == canonical(base_of(told.files).document)
    assert "III. Ba {#c}" in made[cases.PATH] or not ids
    assert made[cases.PATH].count("Sáu bảy.") == 1


def test_a_line_below_no_heading_says_why_a_unit_cannot_have_it_alone() -> None:
    told = Told(FREE, swap("Mở đầu phần thân.", "Mở đầu của thân."), unit="huyen_dong_hung")
    (choice,) = told.absorbed.choices
    assert "in no section that one could have alone" in choice.why
    assert [option.label for option in choice.options] == ["all units: line {line}"]


def test_a_units_number_is_its_own() -> None:
    told = Told(COPIES, swap("       /KH", "12/KH"), unit="huyen_dong_hung")
    assert told.home() == ["+   huyen_dong_hung:", "+     number: 12"]


def test_a_number_typed_by_hand_is_asked() -> None:
    told = Told(BODY, relabel("Gửi", "7."))
    assert told.absorbed.edits == ()
    (choice,) = told.absorbed.choices
    assert (choice.was, choice.args) == ("3.", {"counted": "3."})
    assert told.picked("keep {typed} as it was typed") == [
        "-   3. Gửi {{ nop }} về tỉnh.",
        "+   =7. Gửi {{ nop }} về tỉnh.",
    ]


def test_footnotes_change_come_and_go() -> None:
    text = """
        body: |
          1. Một[^a] hai.
          2. Ba bốn.
          [^a]: Chú thích cũ
    """

    def change(blocks: list[Block]) -> None:
        one, two = at(blocks, "Một hai"), at(blocks, "Ba bốn")
        blocks[one] = replace(
            blocks[one], runs=(Run("Một"), Run("", note=(Run("Chú thích mới"),)), Run(" hai."))
        )
        note = Run("", note=(Run("Thêm"),))
        blocks[two] = replace(blocks[two], runs=(Run("Ba"), note, Run(" bốn./.")))

    assert Told(text, change).home() == [
        "-   2. Ba bốn.",
        "+   2. Ba[^1] bốn.",
        "+   [^1]: Thêm",
        "-   [^a]: Chú thích cũ",
        "+   [^a]: Chú thích mới",
    ]


def test_windows_line_ends_stay() -> None:
    files = {cases.PATH: cases.complete("closing: Hết.\n").replace("\n", "\r\n")}
    base = base_of(files)
    new = Block("gach", (Run("Thêm;"),), Marker("-", "-"))
    got = absorb(base, edited(base, put("Mục tiêu", new)))
    assert written(files, got.edits)[cases.PATH].count("\r\n") == files[cases.PATH].count("\n") + 1


@settings(max_examples=EXAMPLES // 3)
@given(st.integers(0, 10**6))
@example(138)
def test_a_leaders_edits_come_home_or_are_asked(number: int) -> None:
    (trial,) = homecoming.trials(1, number)
    fates = homecoming.outcomes(trial, trial.document)
    assert homecoming.LOST not in {fate for _, fate in fates}, fates


@settings(
    max_examples=EXAMPLES // 3,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(
    plans(),
    st.lists(st.sampled_from(sorted(random_edits.EDITS)), min_size=1, max_size=4),
    st.integers(0, 10**6),
)
def test_whatever_is_done_to_any_plan_is_covered(made: Made, kinds: list[str], number: int) -> None:
    files = {cases.PATH: made.text}
    base = base_of(files)
    chance = random.Random(number)

    def change(blocks: list[Block]) -> None:
        for kind in kinds:
            try:
                random_edits.EDITS[kind](blocks, chance)
            except (IndexError, ValueError):
                continue

    document = edited(base, change)
    got = absorb(base, document)
    after = base_of(written(files, got.edits)).document
    if not got.choices:
        assert homecoming.same(after, document)
    else:
        assert homecoming.covered(after, document, got)


@cache
def copies_of_plans() -> list[Base]:
    """Return the first copy of each plan of the project."""
    made = []
    for base in homecoming.bases().values():
        first = next(copies.copies(base.plan, base.fetch))
        document, _ = compose.compose(first.plan)
        assert document
        made.append(Base(first.plan, document, base.fetch, first.unit.id))
    return made


@settings(max_examples=max(EXAMPLES // 6, 2))
@given(
    st.integers(0, 5),
    st.lists(st.sampled_from(sorted(random_edits.EDITS)), min_size=1, max_size=3),
    st.integers(0, 10**6),
)
def test_whatever_is_done_to_a_units_copy_is_asked(
    which: int, kinds: list[str], number: int
) -> None:
    base = copies_of_plans()[which]
    chance = random.Random(number)

    def change(blocks: list[Block]) -> None:
        for kind in kinds:
            random_edits.EDITS[kind](blocks, chance)

    document = edited(base, change)
    got = absorb(base, document)
    assert all(edit.new.lstrip().startswith(f"{base.unit}:") for edit in got.edits)
    assert got.choices or homecoming.same(base.document, document)


@pytest.mark.parametrize("text", ["", "abc", "một\nhai"])
def test_edits_that_meet_are_refused(text: str) -> None:
    from kehoach.absorb.edits import Overlap

    assert applied(text, []) == text
    with pytest.raises(Overlap):
        applied("abcdef", [Edit("p", 0, 3, "x"), Edit("p", 2, 4, "y")])


def test_a_units_own_figure_changes_in_its_row() -> None:
    text = """
        units: so-lieu.csv
        targets:
          kdc: {value: trên 80%, of: [khu_dan_cu]}
        body: |
          - Phấn đấu {{ kdc }} thôn.
        copies:
          district:
            closing: Hết.
    """
    csv = {"plans/thai-binh/so-lieu.csv": "unit,kdc\nhuyen_dong_hung,82%\nhuyen_vu_thu,83%\n"}
    told = Told(text, swap("82%", "90%"), "huyen_dong_hung", **csv)
    assert told.home() == ["- huyen_dong_hung,82%", "+ huyen_dong_hung,90%"]


def test_a_line_break_is_asked_about() -> None:
    told = Told(BODY, swap("Một hai", "Một\nhai"))
    assert told.absorbed.edits == ()
    (choice,) = told.absorbed.choices
    assert choice.why == "a paragraph of a plan is one line, without line breaks"
    told = Told(BODY, swap("Một hai", "Một\nbốn"))
    assert told.picked("put a space in the place of each line break")[1] == "+   1. Một bốn ba."


def test_a_signer_comes_with_a_second_line() -> None:
    def change(blocks: list[Block]) -> None:
        blocks.insert(at(blocks, "TM. BAN") + 1, Block("ky_thay_mat", (Run("KT. TRƯỞNG BAN"),)))

    assert Told(BODY, change).home() == [
        "-   - for: TM. BAN CHỈ ĐẠO",
        "+   - for: [TM. BAN CHỈ ĐẠO, KT. TRƯỞNG BAN]",
    ]


def test_words_above_a_name_come_and_go() -> None:
    def change(blocks: list[Block]) -> None:
        del blocks[at(blocks, "TRƯỞNG BAN")]
        blocks.insert(len(blocks) - 1, Block("ky_chuc_danh", (Run("CHỦ TỊCH"),)))

    told = Told(BODY, change)
    assert set(told.home()) >= {"-     as: TRƯỞNG BAN", "+     post: CHỦ TỊCH"}


def test_a_draft_becomes_final() -> None:
    assert Told("draft: true\n", drop("(Dự thảo)")).home() == ["- draft: true"]


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("name:   # chưa biết", "name: Nguyễn Văn A   # chưa biết"),
        ("name: ~", "name: Nguyễn Văn A"),
        ("name: '?'", "name: 'Nguyễn Văn A'"),
        ("name: ''", "name: 'Nguyễn Văn A'"),
    ],
)
def test_a_blank_is_filled_in_where_it_stands(was: str, now: str) -> None:
    def change(blocks: list[Block]) -> None:
        blocks[-1] = replace(blocks[-1], runs=(Run("Nguyễn Văn A"),))

    text = f"signature:\n  - as: TRƯỞNG BAN\n    {was}\n"
    assert Told(text, change).home() == [f"-     {was}", f"+     {now}"]


def test_a_signer_without_a_name_gets_one() -> None:
    def change(blocks: list[Block]) -> None:
        blocks[-1] = replace(blocks[-1], runs=(Run("Nguyễn Văn A"),))

    told = Told("signature: [{as: TRƯỞNG BAN}]\n", change)
    assert told.home()[1] == "+ signature: [{as: TRƯỞNG BAN, name: Nguyễn Văn A}]"


def test_a_signer_comes_and_goes() -> None:
    def change(blocks: list[Block]) -> None:
        blocks += [
            Block("ky_thay_mat", (Run("KT. GIÁM ĐỐC"),)),
            Block("ky_chuc_vu", (Run("PHÓ GIÁM ĐỐC"),)),
            Block("ky_ho_ten", (Run("Trần Văn B"),)),
        ]

    one = "signature:\n  - as: TRƯỞNG BAN\n    name: Nguyễn Văn A\n"
    assert Told(one, change).home() == [
        "+   - for: KT. GIÁM ĐỐC",
        "+     as: PHÓ GIÁM ĐỐC",
        "+     name: Trần Văn B",
    ]
    two = one + "  - as: GIÁM ĐỐC\n    name: Lê Văn C\n"

    def drop_last(blocks: list[Block]) -> None:
        del blocks[-2:]

    assert Told(two, drop_last).home() == ["-   - as: GIÁM ĐỐC", "-     name: Lê Văn C"]


ANNEXES = """
    body: |
      I. Mục tiêu
    annexes:
      - title: Một
        body: |
          - Ở phụ lục một.
      - title: Hai
        body: |
          - Ở phụ lục hai.
"""


def test_words_of_an_annex_come_home() -> None:
    change = both(swap("Hai", "Ba"), swap("lục hai", "lục ba"))
    assert Told(ANNEXES, change).home() == [
        "-   - title: Hai",
        "+   - title: Ba",
        "-       - Ở phụ lục hai.",
        "+       - Ở phụ lục ba.",
    ]


def test_an_annex_goes() -> None:
    def change(blocks: list[Block]) -> None:
        start = at(blocks, "Phụ lục II")
        del blocks[start:]
        number = at(blocks, "Phụ lục I")
        blocks[number] = replace(blocks[number], runs=(Run("Phụ lục"),))

    assert Told(ANNEXES, change).home() == [
        "-   - title: Hai",
        "-     body: |",
        "-       - Ở phụ lục hai.",
    ]
