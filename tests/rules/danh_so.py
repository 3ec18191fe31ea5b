"""Cases of the rule danh_so."""

from __future__ import annotations

from subjects import Bad, as_text, block, text

PLAN = "body: |\n  I. Một\n  1. Đầu.\n  2. Sau.\n  II. Hai\n  1. Lại.\n"


def labels(*typed: str):
    blocks = []
    for label in typed:
        parts = label.count(".")
        kind = "1." * parts if label[0].isdigit() else "a)" if label.endswith(")") else "I."
        blocks.append(block("Làm tốt.", "khoan", label, kind))
    return text(*blocks)


def broken():
    points = [block("Làm.", "khoan", label, "1.") for label in ("1.", "2.")]
    heading = block("* Đối với cá nhân")
    return text(*points, heading, *points)


GOOD = {
    "a plan": as_text(PLAN),
    "lists that begin again under their own headings": labels("I.", "1.", "2.", "II.", "1."),
    "the decree's letters": labels(*(f"{c})" for c in "abcdđeghik")),
    "three parts": labels("1.", "1.1.", "1.1.1.", "1.1.2.", "1.2.", "2.", "2.1."),
    "begins again after a line without a marker": broken(),
    "begins again": labels("1.", "2.", "3.", "1.", "2."),
}

BAD = {
    "2.2.3 inside 1.2": Bad(
        labels("1.", "1.1.", "1.2.", "1.2.1.", "1.2.2.", "2.2.3.", "2."), "write 1.2.3."
    ),
    "a letter twice": Bad(labels("a)", "b)", "b)", "c)"), "b) stands twice"),
    "a gap": Bad(labels("1.", "2.", "4.", "5."), "write 3."),
    "no đ": Bad(labels("a)", "b)", "c)", "d)", "e)", "g)"), "write đ)"),
    "an f": Bad(labels("a)", "b)", "c)", "d)", "đ)", "e)", "f)"), "write g)"),
    "a Roman gap": Bad(labels("I.", "II.", "IV."), "write III."),
    "a list that begins late": Bad(labels("I.", "2.", "3."), "write 1."),
}
