"""Cases of the rule page_quoc_hieu."""

from printing import HEAD, RULES, page, printed
from subjects import Bad

WRAPPED = (
    *(line for line in HEAD if "CỘNG HÒA" not in line[0]),
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA", 330, 795, 520),
    ("VIỆT NAM", 400, 782, 450),
)
PARTED = (
    *(line for line in HEAD if "CỘNG HÒA" not in line[0]),
    ("CỘNG HÒA XÃ HỘI", 300, 780, 400),
    ("CHỦ NGHĨA VIỆT NAM", 404, 780, 550),
)

GOOD = {
    "on one line": printed(),
    "on one line in two pieces": printed(page(head=PARTED, rules=RULES)),
}

BAD = {"on two lines": Bad(printed(page(head=WRAPPED, rules=RULES)), "more than one line")}
