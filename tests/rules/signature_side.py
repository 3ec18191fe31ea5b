"""Cases of the rule signature_side."""

from dataclasses import replace

from subjects import GOOD_LINES, Bad, Spot, changed, paper

GOOD = {
    "no table": changed("ky_thay_mat", spot=Spot()),
    "in a row of its own": changed("ky_thay_mat", spot=Spot("cell", 1, 1, 0)),
}

BAD = {
    "at the left": Bad(
        paper(
            lines=tuple(
                replace(line, spot=Spot("cell", 1, 0, 2)) if "noi_nhan" in line.role else line
                for line in GOOD_LINES
            )
        ),
        "at the right",
    ),
    "in one column": Bad(changed("ky_chuc_vu", spot=Spot("cell", 1, 0, 0)), "at the right"),
}
