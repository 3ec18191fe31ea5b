"""Cases of the rule foot_missing."""

from subjects import GOOD_LINES, Bad, Paper, paper, without


def lacking(role: str) -> Paper:
    """Return a paper without the lines whose roles begin with `role`."""
    return paper(lines=tuple(line for line in GOOD_LINES if not line.role.startswith(role)))


GOOD = {
    "no name yet": without("ky_ho_ten"),
    "a form": paper(lines=GOOD_LINES[6:12]),
}

BAD = {
    "no recipients": Bad(lacking("noi_nhan"), "Nơi nhận"),
    "nobody signs": Bad(lacking("ky_"), "nobody"),
}
