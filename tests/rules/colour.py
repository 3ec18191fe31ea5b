"""Cases of the rule colour."""

from subjects import Bad, changed

GOOD = {
    "not told": changed("khoan", colour=""),
    "automatic": changed("khoan", colour="auto"),
    "nearly black": changed("khoan", colour="0D0D0D"),
}

BAD = {
    "red": Bad(changed("khoan", colour="FF0000"), "17 letters are of the colour #FF0000"),
    "blue": Bad(changed("khoan", colour="0563c1"), "#0563C1"),
}
