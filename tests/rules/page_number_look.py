"""Cases of the rule page_number_look."""

from dataclasses import replace

from subjects import Bad, PageNumber, Piece, paper


def number(**look: object) -> PageNumber:
    """Return a page number in its place that looks otherwise."""
    return PageNumber("header", "default", "center", replace(Piece("2", size=14), **look))


GOOD = {
    "13 pt": paper(numbers=(number(size=13),)),
    "not told": paper(numbers=(number(size=0.0),)),
    "letters without numbers": paper(numbers=(), format="lowerRoman"),
}

BAD = {
    "too small": Bad(paper(numbers=(number(size=11),)), "11 pt"),
    "italic": Bad(paper(numbers=(number(italic=True),)), "italic"),
    "Roman": Bad(paper(format="lowerRoman"), "lowerRoman"),
}
