"""Cases of the rule noi_nhan_written."""

from subjects import GOOD_LINES, Bad, Marker, Paper, line, paper


def listed(*said: tuple[str, bool]) -> Paper:
    """Return a paper with these recipients, each with or without an automatic dash."""
    lines = tuple(
        line("noi_nhan", words, 11, marker=Marker("-", "-") if dash else None, automatic=dash)
        for words, dash in said
    )
    return paper(lines=(*(one for one in GOOD_LINES if one.role != "noi_nhan"), *lines))


GOOD = {
    "an automatic dash": listed(("Như trên;", True), ("Lưu: VT, CAT.", True)),
    "on two lines": listed(
        ("- Ủy ban nhân dân", False), ("các huyện;", False), ("- Lưu: VT, CAT.", False)
    ),
}

BAD = {
    "no dash": Bad(listed(("Như trên;", False), ("- Lưu: VT, CAT.", False)), "dash"),
    "a comma": Bad(listed(("- Như trên,", False), ("- Lưu: VT, CAT.", False)), "ends in «;»"),
    "no mark": Bad(listed(("- Như trên", False), ("- Lưu: VT, CAT.", False)), "ends in «;»"),
    "no full stop": Bad(listed(("- Như trên;", False), ("- Lưu: VT, CAT", False)), "ends in «.»"),
}
