"""Sections of a body that a layer replaces or drops."""

from __future__ import annotations

import cases
from plans import outline_of, with_body

BODY = """
    I. Một {#mot}
    1. Khoản {#khoan}
    - Gạch.
    Đoạn.
    2. Hai.
    II. Hai {#hai}
    1. Khoản.
    III. Ba
    Lời {#loi}
    - Dưới lời.
"""


def shown(sections: str) -> list[str]:
    return [line.partition(": ")[2] for line in outline_of(BODY, f"sections:\n{sections}")]


def test_a_section_without_a_heading_keeps_the_old_one() -> None:
    made = shown("  hai: |\n    1. Mới.\n    2. Nữa.\n")
    assert made[5:8] == ["II. Hai", "1. Mới.", "2. Nữa."]
    assert made[8] == "III. Ba"


def test_a_section_with_a_heading_of_the_same_kind_replaces_it() -> None:
    document = cases.document(with_body(BODY, "sections:\n  hai: |\n    I. Mới\n    - Gạch.\n"))
    heading = next(block for block in document.blocks if block.text == "Mới")
    assert heading.marker
    assert (heading.marker.label, heading.id) == ("II.", "hai")


def test_a_dropped_section_leaves_the_count_right() -> None:
    assert shown("  hai:\n")[5:] == ["II. Ba", "Lời", "- Dưới lời"]
    assert shown("  khoan:\n") == [
        "I. Một", "1. Hai.", "II. Hai", "1. Khoản.", "III. Ba", "Lời", "- Dưới lời",
    ]  # fmt: skip
    assert shown("  mot: null\n")[0] == "I. Hai"


def test_a_paragraph_with_an_id_reaches_to_the_next_marker() -> None:
    assert shown("  loi: |\n    Mới.\n    - Gạch.\n")[-3:] == ["Mới.", "- Gạch.", "- Dưới lời"]


def test_several_sections_and_their_footnotes() -> None:
    made = shown("  mot: |\n    Thay[^1].\n    [^1]: Ghi.\n  hai:\n")
    assert made == ["I. Một", "Thay[^Ghi.].", "II. Ba", "Lời", "- Dưới lời"]


def test_a_section_that_is_not_there() -> None:
    (fault,) = cases.findings(with_body(BODY, "sections:\n  hay: Lời.\n"))
    assert (fault.code, fault.advice) == ("O011", "did you mean hai?")
    assert cases.found([fault])[0][1:3] == (2, 8)
