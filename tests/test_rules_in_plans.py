"""One change to a good plan: the rule that must speak does, at the very characters, alone."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from kehoach import plan
from kehoach.checking import Checker
from kehoach.compose import compose
from kehoach.diagnostic import Diagnostic, Span

ROOT = Path(__file__).parents[1]
PATH = "plans/thai-binh/2024.yaml"
SOURCE = (ROOT / PATH).read_text("utf-8")
BASIS = "theo {{ qd_16 }}"

CHANGES = (
    # old words, new words, code, words that the finding points at
    ("thế trận an ninh nhân dân gắn", "thể trận an ninh nhân dân gắn", "S108", "thể trận"),
    ("có tín nhiệm cao", "có tin nhiệm cao", "S108", "tin nhiệm"),
    ("Làm tốt nhiệm vụ chính trị", "Làm tốt các các nhiệm vụ chính trị", "S108", "các các"),
    ("Đề cao vai trò, trách nhiệm", "Đề cao vai trò , trách nhiệm", "S112", " "),
    ("Đề cao vai trò, trách nhiệm", "Đề cao  vai trò, trách nhiệm", "S112", "  "),
    ("an ninh Tổ quốc mà không", "an ninh tổ quốc mà không", "S107", "an ninh tổ quốc"),
    ("  V. Tổ chức thực hiện", "  =VI. Tổ chức thực hiện", "N354", "=VI."),
    (
        "Thành viên Ban Chỉ đạo 138 tỉnh\n",
        "Thành viên Ban chỉ đạo 138 tỉnh\n",
        "N605",
        "Ban chỉ đạo",
    ),
    ("trên địa bàn {{ unit }}. Chọn", "trên địa bàn Tỉnh Thái Bình. Chọn", "N601", "Tỉnh"),
    ("Ban, ngành, đoàn thể thực hiện", "Theo điều 5 Luật, các ngành thực hiện", "N603", "điều"),
    ("Nội dung, hình thức tổ chức", "Dịp quốc khánh, nội dung tổ chức", "N604", "quốc khánh"),
    ("Động viên đông đảo", "động viên đông đảo", "N606", "đ"),
    (BASIS, "theo Quyết định số 18/KH-UBND ngày 01/8/2022 của Ủy ban nhân dân tỉnh", "N702", None),
    (BASIS, "theo Quyết định số 18/20202QĐ-UBND ngày 01/8/2022", "N703", "18/20202QĐ-UBND"),
    (BASIS, "theo Chỉ thị số 5/CT/TW ngày 22/10/2010 của Bộ Chính trị", "N703", "5/CT/TW"),
    (BASIS, "theo Thông tư số 23/2012/TT-BCA ngày 27/4/2012 của Bộ Công an", "S104", None),
    (
        BASIS,
        "theo Nghị quyết số 51-NQ/TW ngày 05/9/2019 của Ban Chấp hành Trung ương",
        "S105",
        None,
    ),
    (BASIS, "theo Quyết định số 18/QĐ-UBND ngày 01/8/2025 của Ủy ban nhân dân tỉnh", "S106", None),
    (BASIS, "theo Quyết định số 18/QĐ-UBND", "S114", "Quyết định số 18/QĐ-UBND"),
    (BASIS, "theo {{ tt_23 }}", "S206", "{{ tt_23 }}"),
    (BASIS, "theo Luật 30/2023/QH15 và {{ luat_co_so }}", "S207", "{{ luat_co_so }}"),
    ("tự hòa giải ngay", "tự hoà giải ngay", "S109", "hoà"),
    ("có trách nhiệm triển khai", "liên hệ 0912 345 678 để triển khai", "S110", "0912 345 678"),
    ("  Cục V05 - Bộ Công an\n", "  Như Điều 3\n", "S113", "Điều 3"),
    ("  Lưu: VT, NCKS\n", "", "S115", None),
    (
        "Thực hiện {{ duration }}.",
        "Từ tháng 01/2024 đến tháng 12/2024; phong trào thi đua diễn ra từ tháng 01/2024 đến tháng"
        " 11/2024.",
        "S116",
        "từ tháng 01/2024 đến tháng 11/2024",
    ),
    ("Phấn đấu trong năm {{ year }}", "Phấn đấu trong năm 2023", "S117", "năm 2023"),
    ("“Thi đua xuất sắc” phong trào toàn", "“Thi đua xuất sắc phong trào toàn", "S118", "“"),
    ("mở nhiều đợt cao điểm", "mở đợt đến ngày 31/11/2024", "S120", "ngày 31/11/2024"),
    ("nghiệp vụ, mở nhiều", "nghi\u1ec7p v\u1ee5, m\u1edf nhi\u0435u", "S122", "\u0435"),
    ("before: 2024-01-15", "before: 2025-01-15", "S201", "2025-01-15"),
    ("before: 2024-01-15", "before: 2023-01-15", "S201", "2023-01-15"),
    ("before: 2024-01-15", "on: 2024-01-14", "S202", "2024-01-14"),
    ("value: 5%", "value: nhiều", "S205", "nhiều"),
    ("  Các sở, ban, ngành, đoàn thể tỉnh\n", "", "S208", None),
    ("năm {{ year }}\nduration", "năm 2023\nduration", "S209", None),
    ("{{ kdc }} thôn, tổ dân phố, xã", "trên 75% khu dân cư, xã", "S210", "75%"),
    (
        "rồi {{ nop }} gửi về",
        "rồi gửi kế hoạch và bản đăng ký thi đua trước ngày 20/01/2024 về",
        "S211",
        "ngày 20/01/2024",
    ),
    (
        "{{ bk_tinh.quota }} tập thể, cá nhân",
        "không vượt quá 20 tập thể, cá nhân",
        "S212",
        "20 tập thể, cá nhân",
    ),
)

IDS = [f"{code} {number}" for number, (_, _, code, _) in enumerate(CHANGES, 1)]


def found(source: str) -> list[Diagnostic]:
    """Return what rules find in the plan with the text `source`."""

    def fetch(path: str) -> bytes:
        return source.encode() if path == PATH else (ROOT / path).read_bytes()

    loaded, findings = plan.load(PATH, fetch)
    assert loaded, findings
    document, _ = compose(loaded)
    assert document
    return Checker().check_plan(loaded, document)


@cache
def before() -> frozenset[tuple[str, str]]:
    return frozenset((one.code, one.message) for one in found(SOURCE))


def words_at(source: str, where: Span) -> str:
    return source.split("\n")[where.line - 1][where.column - 1 : where.end_column - 1]


def test_the_plan_itself_has_no_errors_and_no_warnings() -> None:
    assert {one.severity.value for one in found(SOURCE)} <= {"style"}


@pytest.mark.parametrize(("old", "new", "code", "words"), CHANGES, ids=IDS)
def test_a_change_is_found_where_it_stands(old: str, new: str, code: str, words: str) -> None:
    assert old in SOURCE
    source = SOURCE.replace(old, new, 1)
    fresh = [one for one in found(source) if (one.code, one.message) not in before()]
    assert {one.code for one in fresh} == {code}, [one.message for one in fresh]
    where = fresh[0].where
    assert isinstance(where, Span)
    assert where.path == PATH
    if words is not None:
        assert words_at(source, where) == words
