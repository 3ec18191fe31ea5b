"""Values typed into text although a fact holds them."""

from kehoach import plan

PLAN = """\
type: ke-hoach
unit: thai_binh
year: 2024
date: 2024-01-05
issuer: {name: Công an tỉnh, symbol: CAT}
title: Thử
refs:
  kh_55: {type: Kế hoạch, no: 55/KH-UBND}
targets:
  kdc: {value: trên 80%, of: [khu_dan_cu]}
award_forms:
  bk: {form: Bằng khen, quota: không vượt quá 15}
  co: {form: Cờ, quota: 02}
deadlines:
  nop: {before: 2024-01-15}
body: |
  I. Một
"""


def found(line: str) -> list[tuple[str, int, int, str]]:
    text = PLAN + f"  {line}\n"
    _, findings = plan.load("plans/a/b.yaml", lambda path: text.encode())
    assert {finding.severity for finding in findings} <= {"style"}
    return [(str(f.args["words"]), f.where.column, f.where.end_column, f.advice) for f in findings]


def test_a_fact_typed_again_is_a_style_finding_at_its_place() -> None:
    [(words, first, last, advice)] = found("Nộp trước ngày 15/01/2024.")
    assert (words, first, last) == ("15/01/2024", 18, 28)
    assert "{{ nop.before | ngay_so }}" in advice


def test_dates_in_full_percentages_quotas_and_symbols_are_found() -> None:
    line = "Ngày 15 tháng 01 năm 2024, có trên 80%, không vượt quá 15, theo 55/KH-UBND."
    assert [words for words, *_ in found(line.replace("Ngày", "ngày"))] == [
        "ngày 15 tháng 01 năm 2024",
        "trên 80%",
        "không vượt quá 15",
        "55/KH-UBND",
    ]


def test_expressions_and_other_numbers_are_left_alone() -> None:
    assert found("Có {{ kdc }} trước {{ nop.before | ngay_so }}; 02 tập thể; trên 80%o.") == []
    assert found("Theo 155/KH-UBND và 55/KH-UBND-CA, ngày 15/01/20245.") == []


def test_the_place_is_right_behind_an_escape_and_decomposed_letters() -> None:
    [(_, first, last, _)] = found("\\- Nie\u0302\u0301n trên 80% hộ")
    line = "  \\- Nie\u0302\u0301n trên 80% hộ"
    assert line[first - 1 : last - 1] == "trên 80%"


def test_a_fact_without_words_is_found_nowhere() -> None:
    text = PLAN.replace("no: 55/KH-UBND", "no: ''").replace("I. Một", "\\{x")
    assert plan.load("plans/a/b.yaml", lambda path: text.encode())[1] == []
