"""Cases of the rule page_number_place."""

from subjects import Bad, PageNumber, paper

GOOD = {
    "above, in the middle": paper(),
    "none": paper(numbers=()),
}

BAD = {
    "below": Bad(paper(numbers=(PageNumber("footer", "default", "center"),)), "below the text"),
    "at the right": Bad(paper(numbers=(PageNumber("header", "default", "right"),)), "centred"),
    "both": Bad(
        paper(numbers=(PageNumber("footer", "default", "right"),)), "below the text", "centred"
    ),
}
