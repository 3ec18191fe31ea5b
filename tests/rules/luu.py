"""Cases of the rule luu."""

from subjects import GOOD_LINES, Bad, Paper, line, paper


def kept(*words: str) -> Paper:
    """Return a paper whose recipients end in `words`."""
    lines = (line("noi_nhan", said, 11) for said in ("- Như trên;", *words))
    return paper(lines=(*(one for one in GOOD_LINES if one.role != "noi_nhan"), *lines))


GOOD = {
    "no unit": kept("- Lưu: VT."),
    "with initials": kept("- Lưu: VT, V05 (3b)."),
    "no recipients": paper(lines=tuple(one for one in GOOD_LINES if one.role != "noi_nhan")),
    "on two lines": kept("- Lưu: VT, CAT,", "P3."),
}

BAD = {
    "no colon": Bad(kept("- Lưu VT, CAT."), "Lưu: VT"),
    "a gap before the colon": Bad(kept("- Lưu : VT, CAT."), "Lưu: VT"),
    "in small letters": Bad(kept("- lưu: vt, cat."), "Lưu: VT"),
}
