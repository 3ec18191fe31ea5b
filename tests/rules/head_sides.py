"""Cases of the rule head_sides."""

from dataclasses import replace

from subjects import GOOD_LINES, Bad, Paper, Spot, changed, paper

LEFT = ("co_quan_chu_quan", "co_quan_ban_hanh")
RIGHT = ("quoc_hieu", "tieu_ngu")


def parted(left: int, right: int) -> Paper:
    """Return a paper without a table, its issuer in the paragraph `left`, Quốc hiệu in `right`."""
    places = dict.fromkeys(LEFT, left) | dict.fromkeys(RIGHT, right)
    lines = (
        replace(line, spot=Spot(), where=replace(line.where, paragraph=places[line.role]))
        if line.role in places
        else line
        for line in GOOD_LINES
    )
    return paper(lines=tuple(lines))


GOOD = {
    "rows merged at one side": changed("dia_danh_ngay", spot=Spot("cell", 0, 2, 1)),
    "parted by a tab": parted(7, 7),
    "in text boxes": changed("quoc_hieu", spot=Spot("box")),
    "nothing known of places": parted(0, 0),
}

BAD = {
    "below one another": Bad(parted(3, 7), "Quốc hiệu"),
    "the wrong way round": Bad(
        changed("so_ky_hieu", spot=Spot("cell", 0, 1, 2)), "the number must"
    ),
}
