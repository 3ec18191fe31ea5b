"""Cases of the rule ho_ten_titles."""

from dataclasses import replace

from subjects import GOOD_LINES, Bad, Line, changed, paper

SCHOOL = {"co_quan_ban_hanh": "TRƯỜNG ĐẠI HỌC", "ky_ho_ten": "TS. Nguyễn Văn A"}


def replace_words(line: Line, words: str) -> Line:
    """Return the line in other words."""
    return replace(line, pieces=(replace(line.pieces[0], text=words),))


GOOD = {
    "a rank": changed("ky_ho_ten", "Đại tá Nguyễn Văn A"),
    "a name that begins alike": changed("ky_ho_ten", "Tsan Văn A"),
    "of a school": paper(
        lines=tuple(replace_words(line, SCHOOL.get(line.role, line.text)) for line in GOOD_LINES)
    ),
}

BAD = {
    "a doctor": Bad(changed("ky_ho_ten", "TS. Nguyễn Văn A"), "«TS»"),
    "a professor": Bad(changed("ky_ho_ten", "PGS.TS Nguyễn Văn A"), "«PGS»"),
    "in full": Bad(changed("ky_ho_ten", "Thạc sĩ Nguyễn Văn A"), "«Thạc sĩ»"),
}
