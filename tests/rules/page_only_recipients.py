"""Cases of the rule page_only_recipients."""

from printing import FOOT, first, page, printed
from subjects import Bad

GOOD = {
    "with the closing": printed(),
    "all on one page": printed(first("Đoạn kết./.", *FOOT)),
}

BAD = {
    "recipients and signature alone": Bad(
        printed(first("Đoạn kết./."), page(*FOOT, number="2")), "nothing but"
    ),
    "signature alone": Bad(
        printed(first("Đoạn kết./.", FOOT[0]), page(*FOOT[1:], number="2")), "nothing but"
    ),
}
