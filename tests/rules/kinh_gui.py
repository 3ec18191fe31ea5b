"""Cases of the rule kinh_gui."""

from subjects import GOOD_LINES, Bad, Line, line, paper, with_lines


def replace_words(old: Line, words: str) -> Line:
    """Return the line, or the name of the type in other words."""
    return line("ten_loai", words, 14, "b") if old.role == "ten_loai" else old


GOOD = {
    "none": paper(),
    "a report": paper(
        lines=(
            *(replace_words(one, "BÁO CÁO") for one in GOOD_LINES[:8]),
            line("kinh_gui", "Kính gửi: Bộ Công an."),
        )
    ),
}

BAD = {
    "in a plan": Bad(
        with_lines(line("kinh_gui", "Kính gửi: Công an tỉnh."), after="trich_yeu"), ""
    ),
    "of another role": Bad(
        with_lines(line("doan", "Kính gửi: Công an tỉnh."), after="trich_yeu"), ""
    ),
}
