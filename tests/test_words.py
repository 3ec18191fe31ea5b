"""Facts in print: citations, dates, deadlines, phases, what is unknown and what never ends."""

from __future__ import annotations

import pytest

import cases
from kehoach.values import DOTS
from plans import outline_of, text_of, with_body

REFS = """
refs:
  luat:
    {type: Luật, title: 'Thi đua, khen thưởng', no: 06/2022/QH15, date: 2022-06-15, by: Quốc hội}
  nd:
    {type: Nghị định, no: 98/2023/NĐ-CP, date: 2023-12-31, by: Chính phủ, title: quy định chi tiết}
  kl: {type: Kết luận, date: 2019-01, by: Ban Bí thư, title: về phong trào}
  qd: {type: Quyết định, no: 5/QĐ, short: Quyết định số 5}
"""


def one(line: str, rest: str = "") -> str:
    """Return how a line is printed."""
    (shown,) = outline_of(line, rest)
    return shown.partition(": ")[2]


def codes(line: str, rest: str = "") -> list[str]:
    return [found.code for found in cases.findings(with_body(line, rest))]


# Legal bases


def test_a_basis_in_full_first_and_short_after() -> None:
    first, second, third = outline_of("{{ nd }}\n{{ nd }}\n{{ nd.full }} và {{ nd.brief }}", REFS)
    full = "Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ quy định chi tiết"
    assert first == f"doan: {full}"
    assert second == "doan: Nghị định số 98/2023/NĐ-CP"
    assert third == f"doan: {full} và Nghị định số 98/2023/NĐ-CP"


def test_a_law_has_neither_number_nor_body() -> None:
    assert one("{{ luat }}", REFS) == "Luật Thi đua, khen thưởng ngày 15/6/2022"
    assert one("{{ luat.brief }}", REFS) == "Luật Thi đua, khen thưởng"


def test_a_basis_without_a_number_and_one_with_a_name_of_its_own() -> None:
    assert one("{{ kl }}; {{ kl }}", REFS) == (
        "Kết luận tháng 01/2019 của Ban Bí thư về phong trào; Kết luận về phong trào"
    )
    assert one("{{ qd }}; {{ qd }}", REFS) == "Quyết định số 5/QĐ; Quyết định số 5"


def test_dates_are_long_among_the_bases_and_in_figures_elsewhere() -> None:
    preamble = (
        "preamble: |\n  Căn cứ {{ luat }};\n  Thực hiện {{ kl }};\n  Theo {{ nd }} như sau:\n"
    )
    made = cases.document(with_body("Lời.", REFS + preamble))
    assert text_of(made, "can_cu", "mo_dau") == [
        "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
        "Thực hiện Kết luận tháng 01/2019 của Ban Bí thư về phong trào;",
        "Theo Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ quy định chi tiết như sau:",
    ]


# Facts in their words


FACTS = """
issuer: {name: [Ủy ban nhân dân, tỉnh Thái Bình], full: UBND tỉnh Thái Bình, symbol: UBND}
terms:
  at: “An toàn”
  dep: rất **đẹp**
targets:
  kdc: {value: trên 80%, of: [khu_dan_cu, xa], due: nop}
  ho: {value: 1.234.567 hộ, of: [khoi]}
phases:
  dot_1: {from: 2024-01-01, to: 2024-03, theme: Ra quân}
  dot_2: {from: 2024-Q2, to: 2024-12, name: Đợt cuối, theme: '{{ at }}'}
criteria:
  nhom: {for: tap_the, title: Đối với tập thể, items: Một tiêu chuẩn.}
award_forms:
  bk: {form: Bằng khen, by: Chủ tịch tỉnh, to: [tap_the, ca_nhan], criteria: [nhom]}
  gk: {form: Giấy khen}
deadlines:
  nop: {before: 2024-01-15}
  trong: {within: 2024-01..2024-03}
  vao: {on: 2024-Q1}
  moi: {every: hằng quý}
duties:
  lam: {who: Công an tỉnh, task: hướng dẫn}
duration: 2024-01..2024-12
scope: Toàn {{ at }} tỉnh
"""


@pytest.mark.parametrize(
    ("expression", "printed"),
    [
        ("at", "“An toàn”"),
        ("dep", "rất đẹp"),
        ("year", "2024"),
        ("date", "29/12/2023"),
        ("date | ngay", "ngày 29 tháng 12 năm 2023"),
        ("type", "Kế hoạch"),
        ("duration", "từ tháng 01/2024 đến tháng 12/2024"),
        ("duration | thang_nam", "tháng 01 năm 2024"),
        ("unit", "tỉnh Thái Bình"),
        ("unit.name", "Thái Bình"),
        ("issuer.full", "UBND tỉnh Thái Bình"),
        ("issuer.name", "Ủy ban nhân dân tỉnh Thái Bình"),
        ("issuer.full | trong_cau", "UBND tỉnh Thái Bình"),
        ("issuer.full | viet_hoa", "UBND TỈNH THÁI BÌNH"),
        ("kdc", "trên 80%"),
        ("kdc.number", "80"),
        ("kdc.unit", "%"),
        ("kdc.of", "khu dân cư, xã"),
        ("kdc.due", "trước ngày 15/01/2024"),
        ("dot_1", "từ ngày 01/01/2024 đến tháng 3/2024"),
        ("dot_1.name", "Đợt 1"),
        ("dot_2.name", "Đợt cuối"),
        ("dot_2", "từ quý II/2024 đến tháng 12/2024"),
        ("dot_1.quoted", "“Ra quân”"),
        ("dot_2.quoted", "“An toàn”"),
        ("dot_1.from", "01/01/2024"),
        ("bk", "Bằng khen của Chủ tịch tỉnh"),
        ("bk.to", "tập thể, cá nhân"),
        ("bk.criteria", "Đối với tập thể"),
        ("gk", "Giấy khen"),
        ("nop", "trước ngày 15/01/2024"),
        ("nop.before | ngay", "ngày 15 tháng 01 năm 2024"),
        ("trong", "từ tháng 01/2024 đến tháng 3/2024"),
        ("vao", "quý I/2024"),
        ("moi", "hằng quý"),
        ("nhom.for", "tập thể"),
        ("lam", "hướng dẫn"),
        ("lam.who", "Công an tỉnh"),
        ("scope", "Toàn “An toàn” tỉnh"),
        ("year + 1", "2025"),
        ("'x' if year > 2000 else 'y'", "x"),
    ],
)
def test_a_fact_in_its_words(expression: str, printed: str) -> None:
    rest = FACTS.replace("[khoi]", "[ho]")
    assert one(f"Ghi: {{{{ {expression} }}}}", rest) == f"Ghi: {printed}"


def test_a_large_number_keeps_its_digits() -> None:
    printed = one("Ghi: {{ ho.number }}", FACTS.replace("[khoi]", "[ho]"))
    assert printed.replace(".", "") == "Ghi: 1234567"


def test_an_id_of_the_plan_among_what_is_counted() -> None:
    rest = "terms: {khoi: khối thi đua}\ntargets: {ho: {value: '12', of: [khoi, ca_nhan]}}\n"
    assert one("Ghi: {{ ho.of }}", rest) == "Ghi: khối thi đua, cá nhân"


@pytest.mark.parametrize("name", ["targets", "criteria.nhom.items", "bang"])
def test_what_needs_a_line_of_its_own(name: str) -> None:
    rest = FACTS.replace("[khoi]", "[ho]").replace("Một tiêu chuẩn.", "'- Một.'")
    rest += "tables: {bang: {columns: [{title: Cột}], rows: [[ô]]}}\n"
    (fault,) = cases.findings(with_body(f"Ghi {{{{ {name} }}}} vào.", rest))
    assert (fault.code, fault.args["name"]) == ("E021", name)
    assert f"«- {{{{ {name} }}}}»" in fault.advice


@pytest.mark.parametrize(
    ("name", "part"), [("issuer", "issuer.full"), ("attached", "attached.type")]
)
def test_what_has_parts_is_not_printed_whole(name: str, part: str) -> None:
    rest = FACTS.replace("[khoi]", "[ho]") + "attached: {type: Quyết định}\n"
    (fault,) = cases.findings(with_body(f"Ghi: {{{{ {name} }}}}", rest))
    assert fault.code == "E024"
    assert part in fault.advice


# What is not known


UNKNOWN = """
terms: {ai: '?'}
targets: {kdc: {value: '?'}}
deadlines: {nop: {before: '?'}}
refs: {qd: {type: Quyết định, no: '?', date: '?'}}
"""


@pytest.mark.parametrize(
    ("expression", "printed"),
    [
        ("ai", DOTS),
        ("kdc", DOTS),
        ("kdc.number", DOTS),
        ("kdc.number * 2", DOTS),
        ("ai | viet_hoa", DOTS),
        ("nop", f"trước ngày {DOTS}"),
        ("nop.before | ngay", DOTS),
        ("qd", f"Quyết định số {DOTS} ngày {DOTS}"),
    ],
)
def test_what_is_not_known_is_dots(expression: str, printed: str) -> None:
    loaded, found = cases.load(with_body(f"Ghi: {{{{ {expression} }}}}.", UNKNOWN))
    assert loaded
    assert [fault.code for fault in found] == ["P050"] * 5
    made, more = cases.compose(loaded)
    assert made
    assert not more
    assert text_of(made, "doan") == [f"Ghi: {printed}./."]


# What never ends


@pytest.mark.parametrize(
    ("terms", "chain"),
    [
        ("{a: '{{ a }}'}", "a → a"),
        ("{a: '{{ b }}', b: 'x {{ c }}', c: '{{ a }}'}", "a → b → c → a"),
    ],
)
def test_a_text_that_refers_to_itself(terms: str, chain: str) -> None:
    (fault,) = cases.findings(with_body("Ghi {{ a }}.", f"terms: {terms}\n"))
    assert (fault.code, fault.args["chain"]) == ("E022", chain)


@pytest.mark.parametrize("words", ["", "mười chữ"])
def test_texts_that_double_at_every_step_end_in_one_finding(words: str) -> None:
    steps = [f"  t{n}: '{{{{ t{n + 1} }}}}{{{{ t{n + 1} }}}}'" for n in range(40)]
    terms = "\n".join(["terms:", *steps, f"  t40: '{words}'", ""])
    assert codes("Ghi {{ t0 }}.", terms) == ["E023"]


def test_an_expression_that_cannot_be_computed() -> None:
    (fault,) = cases.findings(with_body("Ghi {{ year / 0 }} và {{ 'a' * 3 }}.", ""))[:1]
    assert fault.code == "E010"
    assert codes("Ghi {{ year / 0 }} và {{ 'a' * 3 }}.") == ["E010", "E010"]
