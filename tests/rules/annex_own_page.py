"""Cases of the rule annex_own_page."""

from typing import Any

from subjects import GOOD_LINES, Bad, Paper, line, paper


def annexed(**more: Any) -> Paper:
    """Return a paper with an annex."""
    return paper(lines=(*GOOD_LINES, line("phu_luc", "Phụ lục I", 14, "b", **more)))


GOOD = {
    "a break": annexed(new_page=True),
    "a section": annexed(section=1),
}

BAD = {
    "going on": Bad(annexed(), "page of its own"),
}
