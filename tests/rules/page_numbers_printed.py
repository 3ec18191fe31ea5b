"""Cases of the rule page_numbers_printed."""

from printing import first, page, printed
from subjects import Bad

GOOD = {
    "from the second page": printed(),
    "an annex by itself": printed(
        first(), page("a", number="2"), page("Phụ lục I"), page("b", number="2")
    ),
}

BAD = {
    "on the first page": Bad(printed(page("a", number="1")), "a first page shows none"),
    "none on the second": Bad(printed(first(), page("a")), "«», not 2"),
    "one left out": Bad(printed(first(), page("a", number="3")), "«3», not 2"),
}
