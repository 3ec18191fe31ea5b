"""A plan moved to another year: what moves, what is left to decide, what is marked, what stays."""

from __future__ import annotations

import io
import os
import textwrap
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kehoach import plan
from kehoach.diagnostic import Diagnostic, Span, has_errors
from kehoach.rollover.rollover import Rolled, rolled
from kehoach.rollover.span import is_stage, shifted, years
from kehoach.rollover.words import look
from kehoach.values import Day, parse_day, parse_period
from made import Made, plans
from workplace import PLAN

ROOT = Path(__file__).parents[1]
EXAMPLES = int(os.environ.get("KEHOACH_EXAMPLES", "10"))
OLD, NEW = "plans/x/2024.yaml", "plans/x/2025.yaml"
SEEDS = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("plans/[!b]*/*.yaml"))
SEEDS += ["plans/binh-phuoc/2019.yaml"]


def fetched(files: dict[str, str | bytes]) -> plan.Fetch:
    def fetch(path: str) -> bytes:
        found = files.get(path)
        if found is not None:
            return found.encode() if isinstance(found, str) else found
        return (ROOT / path).read_bytes()

    return fetch


def moved(
    changes: dict[str, str] | None = None,
    rest: str = "",
    year: int = 2025,
    files: dict[str, str | bytes] | None = None,
    path: str = NEW,
) -> tuple[str, list[Diagnostic], Rolled]:
    """Return the text of the plan of the tests with changes, moved to a year, and its findings."""
    text = PLAN
    for before, after in (changes or {}).items():
        assert before in text, before
        text = text.replace(before, after)
    text += textwrap.dedent(rest)
    made, findings = rolled(OLD, path, year, fetched({OLD: text, **(files or {})}))
    assert made is not None, findings
    return made.files[path].decode(), findings, made


def lines(text: str, of: str) -> list[str]:
    """Return the lines with `of`, each with the notes right above it, without indentation."""
    found: list[str] = []
    notes: list[str] = []
    for line in map(str.strip, text.splitlines()):
        if line.startswith("# ["):
            notes.append(line)
            continue
        found += [*notes, line] if of in line else []
        notes = []
    return found


def test_the_frame_moves() -> None:
    text, findings, _ = moved({"2023-12": "2023-12-08\nnumber: 10\nduration: 2024-01..2024-12"})
    assert lines(text, "year:") == ["year: 2025"]
    assert lines(text, "date:") == [
        "# [2025] năm 2024 ký ngày 08/12/2023; ghi ngày khi ký",
        "date: 2024-12",
    ]
    assert lines(text, "number:") == ["number:"]
    assert lines(text, "duration:") == ["duration: 2025-01..2025-12"]
    assert lines(text, "Nguyễn Văn A") == [
        "# [2025] xem lại: người ký năm 2024",
        "name: Nguyễn Văn A",
    ]
    assert not findings


def test_a_figure_is_to_be_decided_again() -> None:
    text, _, _ = moved(
        rest="""\
        targets:
          a: {value: trên 80%, of: [xa]}
          b:
            value: '?'
          c:
            value: "{{ a }}"
        award_forms:
          bk:
            form: Bằng khen
            quota: 02
          gk:
            form: Giấy khen
            quota: theo hướng dẫn của Bộ Công an
        """
    )
    assert lines(text, "a: {") == ["# [2025] năm 2024: trên 80%", "a: {value: '?', of: [xa]}"]
    assert lines(text, "value: '?'")[-1] == "value: '?'"
    assert lines(text, 'value: "') == ['value: "{{ a }}"']
    assert lines(text, "quota: '?'") == ["# [2025] năm 2024: 02", "quota: '?'"]
    assert lines(text, "quota: theo") == ["quota: theo hướng dẫn của Bộ Công an"]


@pytest.mark.parametrize(
    ("written", "year", "note", "now"),
    [
        ("before: 2024-01-15", 2025, "năm 2024: ngày 15/01/2024", "before: 2025-01-15"),
        (
            "before: 2024-11-20",
            2027,
            "năm 2024: ngày 20/11/2024; 20/11/2027 là thứ Bảy, chuyển thành 19/11/2027",
            "before: 2027-11-19",
        ),
        (
            "on: 2024-01-29",
            2025,
            "năm 2024: ngày 29/01/2024; 29/01/2025 là Tết Nguyên Đán, chuyển thành 03/02/2025",
            "on: 2025-02-03",
        ),
        ("on: 2024-02-29", 2025, "năm 2024: ngày 29/02/2024", "on: 2025-02-28"),
        (
            "within: 2024-01-27..2024-05-03",
            2025,
            "năm 2024: ngày 27/01/2024 đến ngày 03/5/2024"
            "; 27/01/2025 là 29 Tết, chuyển thành 03/02/2025"
            "; 03/5/2025 là thứ Bảy, chuyển thành 29/4/2025",
            "within: 2025-02-03..2025-04-29",
        ),
        ("within: 2024-Q1", 2025, "năm 2024: quý I/2024", "within: 2025-Q1"),
        ("on: 2024-Q1", 2025, "năm 2024: quý I/2024", "on: 2025-Q1"),
    ],
)
def test_a_deadline_is_on_a_working_day(written: str, year: int, note: str, now: str) -> None:
    text, findings, _ = moved(
        rest=f"deadlines:\n  nop:\n    {written}\n    to: Công an\n", year=year
    )
    assert lines(text, now) == [f"# [{year}] {note}", now]
    assert ("K014" in {found.code for found in findings}) is (year > 2026)


def test_a_blank_in_braces_is_a_blank() -> None:
    text, _, _ = moved(
        {"title:": "attached: {type: Quyết định, no: 12/QĐ-UBND, date: 2023-12-01, by: ''}\ntitle:"}
    )
    assert lines(text, "attached") == ["attached: {type: Quyết định, no: , date: , by: ''}"]


def test_what_is_not_known_stays_so() -> None:
    text, _, _ = moved(rest="deadlines:\n  nop:\n    before: '?'\n  moi:\n    every: hằng quý\n")
    assert lines(text, "before") == ["before: '?'"]


def test_phases_follow_one_another() -> None:
    text, _, _ = moved(
        {"2023-12": "2024-09-18\nduration: 2024-09-18..2025-08-19"},
        """\
        phases:
          mot: {from: 2024-09-18, to: 2025-02-03}
          hai:
            from: 2025-02-04
            to: 2025-08-19
        """,
    )
    assert "duration: 2025-09-18..2026-08-19" in text
    assert "mot: {from: 2025-09-18, to: 2026-02-03}" in text
    assert lines(text, "    to: 2026-08-19".strip())[0].startswith("# [2025] năm 2024")


def test_a_stage_of_several_years_stays() -> None:
    text, _, _ = moved({"2023-12": "2023-12\nduration: 2021..2025"})
    assert lines(text, "duration") == [
        "# [2025] xem lại giai đoạn 2021..2025",
        "duration: 2021..2025",
    ]


@pytest.mark.parametrize(
    ("text", "now"),
    [
        ("Trong năm 2024, các đơn vị", "Trong năm 2025, các đơn vị"),
        ("quý I/2024; tháng 01/2024.", "quý I/2025; tháng 01/2025."),
        ("trước ngày 15/01/2024", "trước ngày 15/01/2025"),
        ("ngày 15 tháng 01 năm 2024", "ngày 15 tháng 01 năm 2025"),
        ("năm học 2024-2025", "năm học 2025-2026"),
        ("từ tháng 01/2024 đến tháng 12/2024", "từ tháng 01/2025 đến tháng 12/2025"),
        ("Phong trào 2024 (năm 2024)", "Phong trào 2025 (năm 2025)"),
    ],
)
def test_a_year_in_words_moves(text: str, now: str) -> None:
    found = look(text, years(2024, 2025, None))
    made = text
    for move in reversed(found.moves):
        made = made[: move.start] + move.new + made[move.end :]
    assert made == now
    assert not found.doubts


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 16/2024/QĐ-UBND ngày 01/8/2024 của Ủy ban nhân dân tỉnh",
        "Chỉ thị số 05/CT-UBND ngày 02 tháng 01 năm 2024",
        "{{ ref_2024 }}",
        "mã 20241, số 2024a",
        "giai đoạn 2021-2030; đến năm 2030; từ năm 1945",
    ],
)
def test_a_year_that_is_not_the_plans_stays(text: str) -> None:
    found = look(text, years(2024, 2025, None))
    assert (found.moves, found.doubts) == ((), ())


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("so với năm 2023", "“năm 2023”"),
        ("Luật Đất đai năm 2024", "“năm 2024”"),
        ("Kết quả năm 2024 đã vượt", "“năm 2024”"),
        ("chủ đề “Năm an ninh 2024”", "“2024”"),
        ("giai đoạn 2020-2024", "“2020-2024”"),
        ("kỷ niệm (19/8/1945-19/8/2024)", "“19/8/1945-19/8/2024”"),
        ("theo Kế hoạch số 05/KH-UBND ngày 02/01/2024 về thi đua năm 2024", "“năm 2024”"),
        ("- Có ít nhất 05 mô hình", "con số 05"),
        ("1. Phấn đấu 80% đơn vị", "con số 80%"),
        ("chia làm 02 đợt", "con số 02"),
    ],
)
def test_what_is_doubtful_is_marked_and_stays(text: str, doubt: str) -> None:
    found = look(text, years(2024, 2025, None))
    assert (found.moves, found.doubts) == ((), (doubt,))


@pytest.mark.parametrize(
    "text",
    [
        "1. Ban Chỉ đạo 138 tỉnh",
        "2.1. Điều 4 quy định; khoản 2 điều này; báo cáo 06 tháng",
        "a) Ngày hội 19/8",
        "- Cục V05 - Bộ Công an",
        "{{ muc.number }} đơn vị",
    ],
)
def test_a_number_that_is_no_figure_is_left_alone(text: str) -> None:
    assert look(text, years(2024, 2025, None)).doubts == ()


def test_a_date_that_is_typed_on_a_day_off_is_marked() -> None:
    found = look("trước ngày 20/11/2024", years(2024, 2027, None))
    assert found.doubts == ("“ngày 20/11/2027” là thứ Bảy",)


def test_notes_stand_above_their_line_and_comments_stay() -> None:
    text, _, _ = moved({"  1. Làm tốt hơn;": "  # chú thích 2024\n  1. Làm tốt hơn năm 2024;"})
    assert lines(text, "1. Làm") == [
        "# [2025] đã chuyển: năm 2024 → năm 2025",
        "1. Làm tốt hơn năm 2025;",
    ]
    assert "  # chú thích 2024\n  # [2025]" in text


def test_a_folded_line_is_marked_only() -> None:
    text, _, _ = moved({"closing: Nhận": "closing: >\n  Trong năm 2024\n  nhận"})
    assert lines(text, "closing") == ["# [2025] xem lại: “năm 2024”", "closing: >"]
    assert "Trong năm 2024" in text


def test_a_basis_no_longer_in_force_is_told_with_what_replaced_it() -> None:
    text, findings, _ = moved(
        {
            "type: ke-hoach": "type: ke-hoach\nextends: ../base/antq.yaml",
            "Để làm": "Căn cứ {{ nd_98 }};\n  Để làm",
        },
        year=2026,
    )
    assert lines(text, "nd_98") == [
        "# [2026] Nghị định 98/2023/NĐ-CP hết hiệu lực từ 01/7/2025; thay bằng {{ nd_152 }}",
        "Căn cứ {{ nd_98 }};",
    ]
    told = [found for found in findings if found.code == "K010"]
    assert [found.advice for found in told] == ["write {{ nd_152 }} instead of {{ nd_98 }}"]
    (where,) = (found.where for found in told)
    assert isinstance(where, Span)
    assert "{{ nd_98 }}" in text.splitlines()[where.line - 1]


def test_figures_of_a_layer_below_are_told() -> None:
    layer = "abstract: true\ntargets:\n  dat: {value: 80%}\n  muc: {value: '?'}\n"
    layer += "deadlines:\n  nop: {before: 2024-01-15}\n"
    text, findings, _ = moved(
        {"type: ke-hoach": "type: ke-hoach\nextends: chung.yaml"},
        files={"plans/x/chung.yaml": layer},
    )
    assert "extends: chung.yaml" in text
    assert [(found.code, found.args["names"]) for found in findings] == [("K017", "dat, nop")]


def test_a_basis_of_the_old_year_is_marked() -> None:
    text, _, _ = moved(
        rest="""\
        refs:
          kh:
            type: Kế hoạch
            no: 12/KH-BCA
            date: 2024-01-05
            title: về thi đua năm 2024
        """
    )
    assert lines(text, "title: về") == [
        "# [2025] xem lại: văn bản riêng của năm 2024",
        "title: về thi đua năm 2024",
    ]
    assert "date: 2024-01-05" in text


def test_a_province_that_is_no_more() -> None:
    text, findings, _ = moved({"tỉnh Thái Bình": "tỉnh Thái Bình\n  place: Thái Bình"}, year=2026)
    assert lines(text, "unit:") == [
        "# [2026] tỉnh Thái Bình có đến hết 30/6/2025, nay thuộc tỉnh Hưng Yên",
        "unit: hung_yen",
    ]
    assert lines(text, "place:") == [
        "# [2026] đã chuyển: Thái Bình → Hưng Yên",
        "place: Hưng Yên",
    ]
    assert lines(text, "  name:".strip())[-1] == "name:"
    assert [found.code for found in findings] == ["K011"]


def test_a_province_that_took_in_others() -> None:
    text, findings, _ = moved({"thai_binh": "an_giang"}, year=2026)
    assert lines(text, "unit:")[0] == "# [2026] xem lại: nay gồm tỉnh An Giang, tỉnh Kiên Giang"
    assert [found.code for found in findings] == ["K012"]


def test_bodies_and_districts_that_are_no_more() -> None:
    text, findings, _ = moved(
        {"Như trên": "UBND các huyện\n  Bảo vệ dân phố", "Làm nhanh hơn": "Theo “huyện” cũ"},
        """\
        copies:
          district:
            closing: Các huyện thực hiện năm 2024.
        forms:
          - {use: giao-uoc, by: district}
        """,
        year=2026,
    )
    assert lines(text, "UBND các") == ["# [2026] huyện không còn từ 01/7/2025", "UBND các huyện"]
    assert lines(text, "Bảo vệ")[0].startswith("# [2026] Bảo vệ dân phố không còn từ 01/7/2024")
    assert lines(text, "district:") == [
        "# [2026] xem lại: không còn cấp huyện, bản gửi cấp huyện không gửi ai",
        "district:",
    ]
    assert lines(text, "Các huyện") == ["closing: Các huyện thực hiện năm 2024."]
    assert lines(text, "by: district")[0] == "# [2026] xem lại: không còn cấp huyện"
    assert sorted(found.code for found in findings) == ["K011", "K013", "K013", "K016"]


TABLE = "unit,dat,khu_dan_cu,signer,number\nhuyen_dong_hung,30%,12,Trần B,7\nthai_thuy,-,9,,\n"
TARGETS = "units: so-lieu-2024.csv\ntargets:\n  dat:\n    value: 30%\n    of: [xa]\n"


def test_the_table_of_the_units_moves_along() -> None:
    files: dict[str, str | bytes] = {"plans/x/so-lieu-2024.csv": TABLE}
    text, _, made = moved(rest=TARGETS, files=files)
    assert lines(text, "units:")[-1] == "units: so-lieu-2025.csv"
    assert list(made.files) == ["plans/x/so-lieu-2025.csv", NEW]
    assert made.files["plans/x/so-lieu-2025.csv"].decode().splitlines() == [
        "unit,dat,khu_dan_cu,signer,number",
        "huyen_dong_hung,?,12,Trần B,",
        "thai_thuy,-,9,,",
    ]


def test_rows_of_units_that_are_no_more_are_left_out() -> None:
    files: dict[str, str | bytes] = {"plans/x/so-lieu-2024.csv": TABLE}
    _, findings, made = moved(rest=TARGETS, files=files, year=2026)
    rows = made.files["plans/x/so-lieu-2026.csv"].decode().splitlines()
    assert len(rows) == 1 + 104
    assert {"K011", "K015"} <= {found.code for found in findings}


def test_files_are_named_from_the_new_folder() -> None:
    first = "# yaml-language-server: $schema=../schema.json\ntype: ke-hoach"
    changes = {"type: ke-hoach": f"{first}\nextends: ../base/antq.yaml"}
    text, _, _ = moved(changes, path="plans/x/y/2025.yaml")
    assert "extends: ../../base/antq.yaml" in text
    assert text.startswith("# yaml-language-server: $schema=../../schema.json\n# [2025] lập từ")


def test_figures_of_a_table_are_marked() -> None:
    text, _, _ = moved(
        rest="""\
        tables:
          kinh_phi:
            columns: [{title: STT}, {title: Việc}, {title: Tiền}]
            rows:
              - [1, Hội nghị năm 2024, 20.000.000]
              - [2, Khác, "{{ year }}"]
        """
    )
    assert lines(text, "Hội nghị") == [
        "# [2025] đã chuyển: năm 2024 → năm 2025",
        "# [2025] xem lại: số liệu năm 2024",
        "- [1, Hội nghị năm 2025, 20.000.000]",
    ]
    assert lines(text, "Khác") == ['- [2, Khác, "{{ year }}"]']


def test_what_was_waived_is_to_be_looked_at() -> None:
    text, _, _ = moved(
        {"1. Làm tốt hơn;": "1. Năm 2024 đạt 72%;"},
        """\
        waivers:
          - code: S104
            where: Năm 2024 đạt 72%
            reason: Kết quả năm 2023
        """,
    )
    assert lines(text, "code:") == ["# [2025] xem lại: nhận xét bỏ qua năm 2024", "- code: S104"]
    assert lines(text, "where:")[-1] == "where: Năm 2025 đạt 72%"
    assert lines(text, "reason:") == ["reason: Kết quả năm 2023"]


def test_a_workbook_of_figures_becomes_a_csv_table() -> None:
    book = openpyxl.Workbook()
    assert book.active
    for row in (("unit", "dat", "khu_dan_cu"), ("huyen_dong_hung", "30%", 12)):
        book.active.append(row)
    data = io.BytesIO()
    book.save(data)
    files: dict[str, str | bytes] = {"plans/x/so-lieu.xlsx": data.getvalue()}
    text, _, made = moved(rest=TARGETS.replace("so-lieu-2024.csv", "so-lieu.xlsx"), files=files)
    assert lines(text, "units:")[-1] == "units: so-lieu-2025.csv"
    table = made.files["plans/x/so-lieu-2025.csv"].decode("utf-8-sig")
    assert table.splitlines() == ["unit,dat,khu_dan_cu", "huyen_dong_hung,?,12"]


def test_line_ends_and_a_byte_order_mark_stay() -> None:
    data = b"\xef\xbb\xbf" + PLAN.replace("\n", "\r\n").encode()
    made, _ = rolled(OLD, NEW, 2025, fetched({OLD: data}))
    assert made
    text = made.files[NEW]
    assert text.startswith(b"\xef\xbb\xbf# [2025]")
    assert text.count(b"\n") == text.count(b"\r\n")


@pytest.mark.parametrize(
    ("text", "year", "code"),
    [
        (PLAN, 2024, "K002"),
        ("abstract: true\n", 2025, "K003"),
        (PLAN.replace("{{ year }}", "{{ yaer }}"), 2025, "E020"),
    ],
)
def test_what_cannot_be_moved(text: str, year: int, code: str) -> None:
    made, findings = rolled(OLD, NEW, year, fetched({OLD: text}))
    assert made is None
    assert [found.code for found in findings] == [code]


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("later", [1, 3])
def test_every_plan_can_be_moved(seed: str, later: int) -> None:
    old = (ROOT / seed).read_text("utf-8")
    loaded, _ = plan.load(seed, fetched({}))
    assert loaded
    year = (loaded.keys.year or 0) + later
    path = f"plans/x-y/{year}.yaml"
    made, findings = rolled(seed, path, year, fetched({}))
    assert made
    assert not has_errors(findings)
    new = made.files[path].decode()
    mark = f"# [{year}] "
    kept = [line for line in new.splitlines() if not line.lstrip().startswith(mark)]
    before = old.splitlines()
    assert len(kept) == len(before)
    assert made.notes == len(new.splitlines()) - len(kept)
    comments = [line for line in before if line.lstrip().startswith("#")]
    assert [line for line in kept if line.lstrip().startswith("#")] == comments
    keys = [line.split(":")[0] for line in before if line and line[0].isalpha()]
    assert [line.split(":")[0] for line in kept if line and line[0].isalpha()] == keys
    again, _ = plan.load(path, fetched({path: new}))
    assert again
    assert again.keys.year == year


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(plans())
def test_any_plan_stays_a_plan(made: Made) -> None:
    loaded, _ = plan.load(OLD, fetched({OLD: made.text}))
    assert loaded
    moved_on, findings = rolled(OLD, NEW, (loaded.keys.year or 0) + 1, fetched({OLD: made.text}))
    assert moved_on
    assert not has_errors(findings)


@given(st.dates(), st.integers(-5, 5))
def test_a_day_moves_by_years(day: st.DataObject, step: int) -> None:
    found = parse_day(str(day))
    assert found
    moved_day = shifted(found, step)
    assert moved_day.year == (found.year or 0) + step
    assert moved_day.month == found.month
    assert moved_day.day == found.day or (found.month, found.day) == (2, 29)


@pytest.mark.parametrize(
    ("period", "stage"),
    [
        ("2024", False),
        ("2024-01..2025-08", False),
        ("2024..2025", True),
        ("2021-01..2025-12", True),
    ],
)
def test_a_stage_is_longer_than_a_season(period: str, stage: bool) -> None:
    found = parse_period(period)
    assert found
    assert is_stage(found) is stage
    own = years(2024, 2025, found).own
    assert own == ({2024} if stage or period == "2024" else {2024, 2025})


def test_a_date_not_known_does_not_move() -> None:
    assert shifted(Day(None), 3) == Day(None)


def test_the_page_of_the_manual_says_what_is_so() -> None:
    page = (ROOT / "docs/nam-moi.md").read_text("utf-8")
    example = page.split("```yaml\n")[1].split("```")[0]
    text, _, _ = moved(
        rest="""\
        targets:
          kdc:
            value: trên 80%
        deadlines:
          nop:
            before: 2024-01-15
        """
    )
    assert text.endswith(example)
