"""Cases of the rule khoan_look."""

from subjects import Bad, line, with_lines

GOOD = {
    "a list without marks": with_lines(
        line("khoan_td", "Phạm vi", 14, "b"),
        line("khoan", "Công an tỉnh"),
        line("khoan", "Sở Nội vụ"),
        line("khoan", "Các huyện."),
        after="muc_td",
    ),
    "bold": with_lines(line("khoan_td", "Phạm vi", 14, "b"), after="muc_td"),
}

BAD = {
    "one among bold ones": Bad(
        with_lines(
            line("khoan_td", "Phạm vi", 14, "b"),
            line("doan", "Toàn tỉnh."),
            line("khoan", "Đối tượng"),
            line("doan", "Mọi người."),
            after="muc_td",
        ),
        "must be bold",
    ),
    "not bold": Bad(with_lines(line("khoan_td", "Phạm vi", 14), after="muc_td"), "bold"),
    "capitals": Bad(with_lines(line("khoan_td", "PHẠM VI", 14, "b"), after="muc_td"), "capitals"),
}
