"""Cases of the rule khoan_look."""

from subjects import Bad, line, with_lines

GOOD = {
    "bold": with_lines(line("khoan_td", "Phạm vi", 14, "b"), after="muc_td"),
}

BAD = {
    "not bold": Bad(with_lines(line("khoan_td", "Phạm vi", 14), after="muc_td"), "bold"),
    "capitals": Bad(with_lines(line("khoan_td", "PHẠM VI", 14, "b"), after="muc_td"), "capitals"),
}
