"""Heads and feet in the habits of many offices."""

from __future__ import annotations

import pytest
import yaml

import foreign
from foreign import b, p, package, table
from kehoach.importer.convert import Told, import_docx

LISTED = p("Nơi nhận:") + "".join(map(p, foreign.RECIPIENTS))
SAID = "Như trên\nCông an các huyện, thành phố\nLưu: VT, PV05\n"
HEAD = foreign.head_table() + foreign.title()


def signed(*lines: str) -> str:
    """Return the lines of one signer, bold and centred."""
    return "".join(p(b(line), align="center") for line in lines)


def keys(
    head: str = HEAD, foot: str = "", body: str = "", path: str = "plans/thai-binh/x.yaml"
) -> tuple[dict[str, object], list[str]]:
    """Return the plan of a file as YAML reads it, and the codes of what was changed in print."""
    text = p(foreign.PREAMBLE[2]) + (body or p("1. Làm."))
    made, findings = import_docx(package(head + text + foot), "cũ.docx", Told(path))
    assert made is not None
    assert made.made is not None, findings
    return yaml.safe_load(made.text), [f.code for f in findings if f.code != "I010"]


@pytest.mark.parametrize(
    ("foot", "signature"),
    [
        (
            table((LISTED, signed("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê B"))),
            [
                {
                    "for": ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"],
                    "as": "PHÓ CHỦ TỊCH",
                    "name": "Lê B",
                }
            ],
        ),
        (
            table(
                (LISTED, signed("CHỦ TỊCH", "Lê B"), signed("TM. BAN", "TRƯỞNG BAN", "", "Lê C"))
            ),
            [
                {"as": "CHỦ TỊCH", "name": "Lê B"},
                {"for": "TM. BAN", "as": "TRƯỞNG BAN", "name": "Lê C"},
            ],
        ),
        (
            table((LISTED, signed("TRƯỞNG BAN", "PHÓ CHỦ TỊCH UBND TỈNH", "(Đã ký)", "Lê Thị B"))),
            [{"as": "TRƯỞNG BAN", "post": "PHÓ CHỦ TỊCH UBND TỈNH", "name": "Lê Thị B"}],
        ),
        (
            table((LISTED, signed("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "NGUYỄN VĂN A"))),
            [{"for": "KT. GIÁM ĐỐC", "as": "PHÓ GIÁM ĐỐC", "name": "NGUYỄN VĂN A"}],
        ),
        (LISTED + signed("TRƯỞNG BAN", "Lê B"), [{"as": "TRƯỞNG BAN", "name": "Lê B"}]),
        (
            p("Nơi nhận:\tTRƯỞNG BAN") + "".join(map(p, foreign.RECIPIENTS)) + p("\t\tLê Văn B"),
            [{"as": "TRƯỞNG BAN", "name": "Lê Văn B"}],
        ),
        (table((LISTED, signed("TRƯỞNG BAN"))), [{"as": "TRƯỞNG BAN"}]),
        (LISTED, None),
    ],
)
def test_who_signs_and_who_receives(foot: str, signature: object) -> None:
    plan, changed = keys(foot=foot)
    assert plan.get("signature") == signature
    assert plan["recipients"] == SAID
    assert changed == []


def test_signer_before_the_recipients() -> None:
    body = p("1. Làm.") + p("Yêu cầu thực hiện./.")
    plan, _ = keys(foot=signed("CHỦ TỊCH", "Lê Văn B") + LISTED, body=body)
    assert plan["signature"] == [{"as": "CHỦ TỊCH", "name": "Lê Văn B"}]
    assert plan["closing"] == "Yêu cầu thực hiện.\n"


def test_recipients_without_dashes_and_below_others() -> None:
    listed = ("Như trên;", "- Thường trực:", "+ Tỉnh ủy;", "-\tLưu VT.")
    plan, _ = keys(foot=p("Nơi nhận:") + "".join(map(p, listed)))
    assert plan["recipients"] == "Như trên\nThường trực:\n+ Tỉnh ủy\nLưu VT\n"


def test_head_in_one_paragraph_and_a_date_that_the_decree_writes_otherwise() -> None:
    head = (
        p("UBND TỈNH THÁI BÌNH\nCÔNG AN TỈNH\nPHÒNG XÂY DỰNG PHONG TRÀO")
        + p("Số 12/KH-CAT")
        + p("Thái Bình, ngày 7 tháng 3 năm 2024")
        + p("KẾ HOẠCH")
        + p("V/v thi đua")
    )
    plan, changed = keys(head)
    assert plan["issuer"] == {
        "over": "UBND TỈNH THÁI BÌNH",
        "name": ["CÔNG AN TỈNH", "PHÒNG XÂY DỰNG PHONG TRÀO"],
        "symbol": "CAT",
        "place": "Thái Bình",
    }
    assert (plan["number"], str(plan["date"])) == ("12", "2024-03-07")
    assert (plan["title"], plan["unit"], plan["year"]) == ("V/v thi đua", "thai_binh", 2024)
    assert changed == ["I021", "I021"]


@pytest.mark.parametrize(
    ("lines", "over", "name"),
    [
        (("ỦY BAN NHÂN DÂN", "TỈNH THÁI BÌNH"), None, ["ỦY BAN NHÂN DÂN", "TỈNH THÁI BÌNH"]),
        (
            ("ỦY BAN NHÂN DÂN", "TỈNH THÁI BÌNH", "BAN CHỈ ĐẠO 138"),
            ["ỦY BAN NHÂN DÂN", "TỈNH THÁI BÌNH"],
            "BAN CHỈ ĐẠO 138",
        ),
        (
            ("UBND TỈNH THÁI BÌNH", "BAN CHỈ ĐẠO", "XÂY DỰNG PHONG TRÀO"),
            "UBND TỈNH THÁI BÌNH",
            ["BAN CHỈ ĐẠO", "XÂY DỰNG PHONG TRÀO"],
        ),
        (("SỞ Y TẾ",), None, "SỞ Y TẾ"),
    ],
)
def test_a_name_of_a_body_may_go_on_below(
    lines: tuple[str, ...], over: object, name: object
) -> None:
    head = "".join(p(b(line)) for line in lines) + p("KẾ HOẠCH") + p("Thi đua")
    issuer = keys(head)[0]["issuer"]
    assert isinstance(issuer, dict)
    assert (issuer.get("over"), issuer["name"]) == (over, name)


def test_blanks_of_a_draft_by_spaces() -> None:
    head = (
        p("SỞ Y TẾ          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        + p("Số:        /KH-SYT         Thái Bình, ngày     tháng 3 năm 2024")
        + p("(Dự thảo)")
        + p("KẾ HOẠCH")
        + p("Thi đua")
    )
    plan, changed = keys(head)
    assert (plan["number"], plan["date"], plan["draft"]) == (None, "2024-03", True)
    assert plan["issuer"] == {"name": "SỞ Y TẾ", "symbol": "SYT", "place": "Thái Bình"}
    assert changed == []


@pytest.mark.parametrize(
    ("name", "place", "path", "unit"),
    [
        ("ỦY BAN NHÂN DÂN HUYỆN VŨ THƯ", "Vũ Thư", "plans/x.yaml", "huyen_vu_thu"),
        ("CÔNG AN TỈNH NGHỆ AN", "Nghệ An", "plans/x.yaml", "nghe_an"),
        ("BAN CHỈ ĐẠO 138", "Bình Phước", "plans/x.yaml", "binh_phuoc"),
        ("BAN CHỈ ĐẠO 138", "", "plans/an-giang/x.yaml", "an_giang"),
    ],
)
def test_unit_by_issuer_place_or_folder(name: str, place: str, path: str, unit: str) -> None:
    date = f"{place}, ngày 05 tháng 01 năm 2024"
    head = p(name) + p(date) + p("KẾ HOẠCH") + p("Thi đua năm 2024")
    assert keys(head, path=path)[0]["unit"] == unit


def test_plan_that_goes_with_a_decision() -> None:
    with_ = "(Kèm theo Quyết định số 25/QĐ-UBND ngày 05 tháng 01 năm 2024 của UBND tỉnh Thái Bình)"
    head = p("UBND TỈNH THÁI BÌNH") + p(b("KẾ HOẠCH")) + p(b("Thi đua")) + p(with_)
    plan, changed = keys(head)
    attached = plan["attached"]
    assert isinstance(attached, dict)
    assert {"Quyết định", "25/QĐ-UBND", "UBND tỉnh Thái Bình"} <= set(attached.values())
    assert changed == []


def test_rules_of_characters_are_kept_in_comments() -> None:
    made, findings = import_docx(package(HEAD + p("1. Làm.")), "a.docx", Told("plans/x.yaml"))
    assert made is not None
    assert "# không đưa vào văn bản (70%): -------\n" in made.text
    assert sum("left out" in finding.message for finding in findings) == 2
