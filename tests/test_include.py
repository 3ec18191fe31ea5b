"""Lines that stand for more than one: collections, groups of criteria, prose."""

from __future__ import annotations

import pytest

import cases
from plans import outline_of, with_body


def codes(body: str, rest: str = "") -> list[str]:
    return [found.code for found in cases.findings(with_body(body, rest))]


@pytest.mark.parametrize(
    ("name", "items", "printed"),
    [
        ("terms", "{a: Một, b: Hai.}", ["gach: - Một;", "gach: - Hai."]),
        (
            "phases",
            "{dot_1: {from: 2024-01, to: 2024-03, theme: Ra quân}, "
            "dot_2: {from: 2024-04, to: 2024-12}}",
            [
                "gach: - **Đợt 1:** từ tháng 01/2024 đến tháng 3/2024, chủ đề “Ra quân”;",
                "gach: - **Đợt 2:** từ tháng 4/2024 đến tháng 12/2024.",
            ],
        ),
        (
            "refs",
            "{a: {type: Chỉ thị, no: 05-CT/TW}, b: {type: Luật, title: An ninh mạng}}",
            ["gach: - Chỉ thị số 05-CT/TW;", "gach: - Luật An ninh mạng."],
        ),
        (
            "targets",
            "{a: {value: trên 80%, of: [khu_dan_cu, xa], count: dat, condition: có mô hình}, "
            "b: {value: 100%, of: [ca_nhan], count: dang_ky, due: nop}}",
            [
                "gach: - Trên 80% khu dân cư, xã đạt tiêu chuẩn, có mô hình;",
                "gach: - 100% cá nhân đăng ký; thời hạn: trước ngày 15/01/2024.",
            ],
        ),
        (
            "award_forms",
            "{a: {form: Bằng khen, by: Bộ trưởng, to: [tap_the, ho], quota: không quá 15}, "
            "b: {form: Cờ}}",
            [
                "gach: - Tặng Bằng khen của Bộ trưởng cho tập thể, hộ gia đình: không quá 15;",
                "gach: - Tặng Cờ.",
            ],
        ),
        (
            "deadlines",
            "{nop: {before: 2024-01-15, who: [so_nganh, huyen], task: gửi thư, to: Sở Y tế}, "
            "ky: {every: hằng quý}}",
            [
                "gach: - Trước ngày 15/01/2024: sở, ban, ngành, huyện gửi thư; gửi về Sở Y tế;",
                "gach: - Hằng quý.",
            ],
        ),
        (
            "duties",
            "{a: {who: Sở Y tế, task: hướng dẫn, with: Sở Nội vụ, product: báo cáo, "
            "due: nop, to: UBND}}",
            [
                "gach: - **Sở Y tế:** hướng dẫn; phối hợp với Sở Nội vụ; sản phẩm: báo cáo; "
                "thời hạn: trước ngày 15/01/2024; gửi về UBND."
            ],
        ),
    ],
)
def test_a_collection_is_a_line_for_each_item(name: str, items: str, printed: list[str]) -> None:
    rest = f"{name}: {items}\n"
    if name != "deadlines":
        rest += "deadlines: {nop: {before: 2024-01-15}}\n"
    shown = outline_of(f"Lời:\n- {{{{ {name} }}}}\nHết.", rest)
    assert shown[1:-1] == printed


def test_an_item_in_words_of_its_own() -> None:
    rest = "targets: {a: {value: 5%, text: 'Có {{ a }} đơn vị'}, b: {value: 6%, text: '?'}}\n"
    loaded, _ = cases.load(with_body("- {{ targets }}\nHết.", rest))
    assert loaded
    made, _ = cases.compose(loaded)
    assert made
    assert [b.text for b in made.blocks if b.role == "gach"] == ["Có 5% đơn vị;", "……………"]


def test_punctuation_is_not_doubled() -> None:
    terms = "a: 'Một;', b: '{{ c }}', c: 'Ba.', d: 'Bốn “là bốn.”', e: 'Năm…', f: 'Sáu (sáu)'"
    rest = f"terms: {{{terms}}}\n"
    shown = outline_of("- {{ terms }}\nHết.", rest)
    words = ["Một;", "Ba.", "Ba.", "Bốn “là bốn.”", "Năm…", "Sáu (sáu)."]
    assert shown[:-1] == [f"gach: - {line}" for line in words]


def test_items_take_the_next_numbers_and_the_list_goes_on() -> None:
    rest = "terms: {a: Một, b: Hai}\n"
    body = "1. Đầu.\n2. {{ terms }}\n3. Sau.\na) {{ terms }}\nb) Điểm."
    assert [line.split()[1] for line in outline_of(body, rest)] == [
        "1.", "2.", "3.", "4.", "a)", "b)", "c)",
    ]  # fmt: skip


def test_a_collection_without_items_prints_nothing_and_disturbs_no_number() -> None:
    body = "1. Một.\n2. {{ terms }}\n3. Ba."
    assert outline_of(body, "terms: {}\n") == ["khoan: 1. Một.", "khoan: 2. Ba"]


def test_what_stands_in_braces_holds_for_the_lines() -> None:
    rest = "terms: {a: Một, b: Hai}\n"
    document = cases.document(with_body("1. {{ terms }} {td} {#muc}\nHết.", rest))
    items = [block for block in document.blocks if block.role == "khoan_td"]
    assert [(block.text, block.id) for block in items] == [("Một;", "muc"), ("Hai.", "")]


def test_an_item_stands_where_its_fact_does() -> None:
    rest = "terms:\n  a: Một\n  b: Hai\n"
    document = cases.document(with_body("- {{ terms }}\nHết.", rest))
    wheres = [block.where for block in document.blocks if block.role == "gach"]
    assert [(where.line, where.column) for where in wheres] == [(2, 6), (3, 6)]


GROUPS = """
criteria:
  mot:
    for: tap_the
    title: Đối với tập thể
    items: |
      Một {{ at }}[^1].
      - Hai.
      [^1]: Chú thích.
  hai: {for: ca_nhan, title: Đối với cá nhân, items: Ba.}
terms: {at: “An toàn”}
"""


def test_a_group_of_criteria_is_a_heading_and_its_items() -> None:
    assert outline_of("1. {{ criteria.mot }}\n2. {{ hai }}", GROUPS) == [
        "khoan_td: 1. Đối với tập thể",
        "gach: - Một “An toàn”[^Chú thích.].",
        "gach: - Hai.",
        "khoan_td: 2. Đối với cá nhân",
        "gach: - Ba",
    ]


def test_all_groups_at_once() -> None:
    shown = outline_of("1. {{ criteria }}\n2. Sau", GROUPS)
    assert [line.split()[1] for line in shown] == ["1.", "-", "-", "2.", "-", "3."]


def test_a_group_under_a_dash_has_items_under_a_plus() -> None:
    shown = outline_of("- {{ mot }}", GROUPS)
    assert [line.split()[1] for line in shown] == ["-", "+", "-"]


def test_lettered_items_begin_anew_in_each_group() -> None:
    rest = "criteria:\n" + "".join(
        f"  {name}:\n    title: Nhóm\n    items: |\n      a) Một.\n      b) Hai.\n"
        for name in ("mot", "hai")
    )
    shown = outline_of("1. {{ criteria }}", rest)
    assert [line.split()[1] for line in shown] == ["1.", "a)", "b)", "2.", "a)", "b)"]


SCOPE = """
scope: |
  Toàn tỉnh[^1].
  - Một.
  [^1]: Ghi chú.
"""


def test_prose_with_its_footnotes() -> None:
    assert outline_of("2. Đầu\n{{ scope }}".replace("2.", "1."), SCOPE) == [
        "khoan_td: 1. Đầu",
        "doan: Toàn tỉnh[^Ghi chú.].",
        "gach: - Một",
    ]
    shown = outline_of("1. {{ scope }} {#pham_vi}\n2. Sau", SCOPE)
    assert shown == ["khoan: 1. Toàn tỉnh[^Ghi chú.].", "gach: - Một.", "khoan_td: 2. Sau"]


def test_prose_that_begins_with_a_marker_after_a_marker() -> None:
    rest = "scope: |\n  a) Một.\n  b) Hai.\n"
    assert codes("{{ scope }}", rest) == []
    assert codes("1. {{ scope }}", rest) == ["C001"]


def test_prose_of_several_lines_or_with_a_footnote_stands_alone() -> None:
    assert codes("Trong {{ scope }} này.", SCOPE) == ["E021"]
    assert codes("Trong {{ scope }} này.", "scope: Toàn tỉnh\n") == []


@pytest.mark.parametrize(
    ("rest", "chain"),
    [
        ("scope: |\n  Lời.\n  {{ scope }}\n", "scope → scope"),
        (
            "scope: |\n  {{ closing }}\n  x\nclosing: |\n  {{ scope }}\n  y\n",
            "scope → closing → scope",
        ),
        (
            "criteria:\n  m:\n    title: M\n    items: |\n      x\n      - {{ m.items }}\n",
            "m.items",
        ),
    ],
)
def test_prose_that_includes_itself(rest: str, chain: str) -> None:
    faults = cases.findings(with_body("{{ scope }}" if "scope" in rest else "Lời.", rest))
    assert {fault.code for fault in faults} == {"E022"}
    assert chain in str(faults[0].args["chain"])


def test_a_table_takes_no_number() -> None:
    rest = "tables: {bang: {columns: [{title: Cột}], rows: [[ô]]}}\n"
    body = "1. Đầu:\n{{ bang }}\n2. {{ bang }}\n3. Sau."
    assert outline_of(body, rest) == ["khoan: 1. Đầu:", "bang", "bang", "khoan: 2. Sau"]
    assert outline_of("- {{ tables }}\nHết.", rest) == ["bang", "doan: Hết"]


def test_only_a_line_of_its_own_includes() -> None:
    assert codes("- {{ terms }};", "terms: {a: Một}\n") == ["E021"]
