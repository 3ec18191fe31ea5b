"""Cases of the rule page_header_rows."""

from printing import FOOT, first, page, printed
from subjects import Bad

GOOD = {
    "repeated": printed(),
    "on one page": printed(
        first("STT Đơn vị", "1 Huyện Vũ Thư", "2 Huyện Tiền Hải"), page("Hết.", *FOOT, number="2")
    ),
}

BAD = {
    "not repeated": Bad(
        printed(
            first("STT Đơn vị", "1 Huyện Vũ Thư"),
            page("2 Huyện Tiền Hải", "Hết.", *FOOT, number="2"),
        ),
        "without its header row",
    )
}
