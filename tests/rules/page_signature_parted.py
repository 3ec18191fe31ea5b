"""Cases of the rule page_signature_parted."""

from printing import FOOT, first, page, printed
from subjects import Bad

GOOD = {
    "on one page": printed(),
    "named in the text too": printed(
        first("Nguyễn Văn A là Trưởng ban."), page("Hết./.", *FOOT, number="2")
    ),
}

BAD = {
    "name on the next page": Bad(
        printed(first(*FOOT[:3]), page("Nguyễn Văn A", number="2")), "begins on page 1"
    )
}
