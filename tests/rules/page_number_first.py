"""Cases of the rule page_number_first."""

from dataclasses import replace

from subjects import GOOD_SECTION, Bad, PageNumber, paper

GOOD = {
    "a page of its own": paper(title_page=True),
    "no numbers": paper(numbers=(), title_page=False),
    "a later section": paper(sections=(GOOD_SECTION, replace(GOOD_SECTION, title_page=False))),
}

BAD = {
    "no page of its own": Bad(paper(title_page=False), "first page"),
    "on the first too": Bad(
        paper(numbers=(*GOOD_SECTION.numbers, PageNumber("header", "first", "center"))),
        "first page",
    ),
}
