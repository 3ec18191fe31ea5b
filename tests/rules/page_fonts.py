"""Cases of the rule page_fonts."""

from printing import page, printed
from subjects import Bad

GOOD = {
    "Liberation Serif": printed(),
    "Times New Roman": printed(page("Chữ.", fonts={"TimesNewRomanPS-BoldMT": True})),
}

BAD = {
    "another font": Bad(printed(page("Chữ.", fonts={"DejaVuSerif": True})), "DejaVuSerif"),
    "not in the file": Bad(
        printed(page("Chữ.", fonts={"TimesNewRomanPSMT": False})), "not in the file"
    ),
    "a letter that is not there": Bad(printed(page("Thi \ufffdua.")), "1 letters"),
}
