"""Cases of the rule landscape."""

from dataclasses import replace

from subjects import GOOD_LINES, GOOD_SECTION, Bad, Spot, line, paper, with_lines

GOOD = {
    "upright": paper(),
    "a table": with_lines(line("o", "Tổng", 13, spot=Spot("cell", 5, 0, 0)), after="gach"),
    "an annex": paper(
        lines=(*GOOD_LINES, line("phu_luc", "Phụ lục I", 14, "b", section=1)),
        sections=(GOOD_SECTION, replace(GOOD_SECTION, width=297, height=210)),
    ),
}

BAD = {
    "text alone": Bad(paper(width=297, height=210), "on its side"),
}
