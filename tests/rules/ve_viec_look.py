"""Cases of the rule ve_viec_look."""

from subjects import Bad, line, with_lines

GOOD = {
    "below the number": with_lines(line("ve_viec", "V/v đăng ký thi đua", 12), after="so_ky_hieu"),
}

BAD = {
    "bold": Bad(
        with_lines(line("ve_viec", "V/v đăng ký thi đua", 13, "b"), after="so_ky_hieu"),
        "must not be bold",
    ),
    "too big": Bad(
        with_lines(line("ve_viec", "V/v đăng ký thi đua", 14), after="so_ky_hieu"), "14 pt"
    ),
}
