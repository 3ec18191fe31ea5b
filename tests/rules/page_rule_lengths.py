"""Cases of the rule page_rule_lengths."""

from kehoach.printed import Box
from printing import RULES, first, printed
from subjects import Bad

ISSUER, MOTTO, TITLE = RULES

GOOD = {
    "as the decree wants": printed(),
    "half of the line": printed(first(rules=(Box(140, 760, 200, 761), MOTTO, TITLE))),
}

BAD = {
    "none at all": Bad(printed(first(rules=())), "Độc lập", "BAN CHỈ ĐẠO", "Phát động"),
    "half below Tiêu ngữ": Bad(
        printed(first(rules=(ISSUER, Box(385, 761, 465, 762), TITLE))), "50%"
    ),
    "all of the title": Bad(printed(first(rules=(ISSUER, MOTTO, Box(200, 680, 440, 681)))), "100%"),
    "far below": Bad(printed(first(rules=(ISSUER, MOTTO, Box(270, 660, 370, 661)))), "no rule"),
}
