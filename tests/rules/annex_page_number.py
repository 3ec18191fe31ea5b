"""Cases of the rule annex_page_number."""

from dataclasses import replace
from typing import Any

from subjects import GOOD_LINES, GOOD_SECTION, Bad, Paper, line, paper


def annexed(section: int, **changes: Any) -> Paper:
    """Return a paper with an annex in a section; the last one is changed."""
    first = replace(GOOD_SECTION, numbers=changes.get("numbers", GOOD_SECTION.numbers))
    sections = (first, replace(GOOD_SECTION, **changes))
    return paper(
        lines=(*GOOD_LINES, line("phu_luc", "Phụ lục I", section=section, new_page=True)),
        sections=sections,
    )


GOOD = {
    "from 1": annexed(1, restart=1),
    "no numbers": annexed(1, numbers=()),
    "nothing above it": paper(lines=(line("phu_luc", "Phụ lục I"),)),
}

BAD = {
    "in the same section": Bad(annexed(0), "counted from 1"),
    "going on": Bad(annexed(1), "counted from 1"),
    "from another number": Bad(annexed(1, restart=2), "counted from 1"),
}
