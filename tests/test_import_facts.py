"""Facts in imported text: taken where they print the very same words, left alone elsewhere."""

from __future__ import annotations

import pytest

import foreign
from kehoach.importer.convert import Told, import_text
from kehoach.importer.proof import blocks


def imported(*lines: str, preamble: tuple[str, ...] = ()) -> tuple[str, list[str]]:
    """Return the plan of lines in an ordinary document, and what it prints."""
    head = [*foreign.HEAD.values(), *preamble, foreign.PREAMBLE[2]]
    text = "\n".join([*head, *lines, "- Hết.", "Nơi nhận:", "- Lưu: VT.", *foreign.SIGNER])
    made, findings = import_text(text, "cũ.txt", Told("plans/x.yaml"))
    assert made is not None
    assert made.made is not None, findings
    printed = blocks(made.made)
    for line in lines:
        assert line.rstrip(".") in printed, f"{line} is printed otherwise"
    return made.text, printed


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("1. Có trên 80% khu dân cư đạt.", "1. Có {{ tl_khu_dan_cu }} khu dân cư đạt."),
        ("1. Gửi trước ngày 15/01/2024.", "1. Gửi {{ han_15_01_2024 }}."),
        ("1. Trước ngày 15/01/2024 gửi.", "1. {{ han_15_01_2024 | dau_cau }} gửi."),
        ("1. Gửi trước tháng 12/2024.", "1. Gửi {{ han_12_2024 }}."),
        (
            "1. Làm từ tháng 01/2024 đến tháng 12/2024.",
            "1. Làm {{ tu_01_2024 }}.",
        ),
        (
            "1. Tặng Bằng khen của Chủ tịch UBND tỉnh cho tập thể.",
            "1. Tặng {{ bk_chu_tich_ubnd_tinh }} cho tập thể.",
        ),
        (
            "1. Giấy khen của Giám đốc Công an tỉnh: không vượt quá 15 tập thể.",
            "1. {{ gk_giam_doc_cong_an_tinh }}: {{ gk_giam_doc_cong_an_tinh.quota }} tập thể.",
        ),
        ("1. Theo Quyết định số 16/2022/QĐ-UBND.", "1. Theo {{ qd_16 }}."),
    ],
)
def test_fact_in_the_place_of_its_words(line: str, written: str) -> None:
    text, _ = imported(line)
    assert f"  {written}\n" in text


@pytest.mark.parametrize(
    "line",
    [
        "1. Gửi trước ngày 5/01/2024.",
        "1. Gửi trước ngày 15/1/2024.",
        "1. Gửi trước ngày 05/03/2024.",
        "1. Gửi trước ngày 31/02/2024.",
        "1. Theo văn bản 16/2022/QĐ-UBND.",
        "1. Bằng khen và giấy khen.",
    ],
)
def test_words_that_would_print_otherwise_stay(line: str) -> None:
    text, _ = imported(line)
    assert f"  {line}\n" in text


def test_citations_full_first_and_short_after() -> None:
    full = "Quyết định số 16/2022/QĐ-UBND ngày 01/8/2022 của Ủy ban nhân dân tỉnh"
    text, _ = imported(
        f"1. Theo {full}.",
        "2. Như Quyết định số 16/2022/QĐ-UBND.",
        f"3. Lại {full} nói rõ.",
    )
    assert (
        "  1. Theo {{ qd_16 }}.\n  2. Như {{ qd_16 }}.\n  3. Lại {{ qd_16.full }} nói rõ." in text
    )
    assert "  qd_16:\n    type: Quyết định\n" in text
    assert "    date: 2022-08-01\n    by: Ủy ban nhân dân tỉnh\n" in text


def test_citation_that_is_short_before_it_is_full() -> None:
    text, _ = imported(
        "1. Theo Quyết định số 5/QĐ-UBND.",
        "2. Theo Quyết định số 5/QĐ-UBND ngày 01/8/2022 của Ủy ban nhân dân tỉnh.",
    )
    assert "  1. Theo {{ qd_5.brief }}.\n  2. Theo {{ qd_5 }}.\n" in text


def test_basis_has_its_title_and_a_long_date() -> None:
    text, printed = imported("1. Làm.", preamble=foreign.PREAMBLE[:1])
    assert "  Căn cứ {{ qd_16 }};\n" in text
    assert "    title: quy định tiêu chuẩn khu dân cư\n" in text
    assert foreign.PREAMBLE[0] in printed


def test_one_fact_for_the_same_words_and_two_for_others() -> None:
    text, _ = imported("1. Có 80% xã đạt.", "2. Có 80% xã nộp.", "3. Có 90% xã làm.")
    assert (
        "1. Có {{ tl_xa }} xã đạt.\n  2. Có {{ tl_xa }} xã nộp.\n  3. Có {{ tl_xa_2 }} xã" in text
    )


def test_every_fact_tells_where_it_comes_from() -> None:
    text, _ = imported("1. Có trên 80% khu dân cư đạt.", "2. Gửi trước ngày 15/01/2024.")
    assert text.count("  # đoán từ: … ") == 2


def test_words_in_two_looks_are_no_fact() -> None:
    made = foreign.package(
        foreign.head_table()
        + foreign.title()
        + foreign.p(foreign.PREAMBLE[2])
        + foreign.p(foreign.b("1. Gửi trước ngày"), foreign.r(" 15/01/2024."))
        + foreign.foot_table()
    )
    from kehoach.importer.convert import import_docx

    imported, _ = import_docx(made, "a.docx", Told("plans/x.yaml"))
    assert imported is not None
    assert "1. **Gửi trước ngày** 15/01/2024." in imported.text
