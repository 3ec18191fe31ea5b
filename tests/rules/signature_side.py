"""Cases of the rule signature_side."""

from dataclasses import replace

from subjects import GOOD_LINES, Bad, Layout, Spot, changed, paper

GOOD = {
    "no table": changed("ky_thay_mat", spot=Spot(), layout=Layout("center", left=75)),
    "parted by a tab": changed("ky_thay_mat", spot=Spot(), layout=Layout("")),
    "in a row of its own": changed("ky_thay_mat", spot=Spot("cell", 1, 1, 0)),
}

BAD = {
    "in the middle": Bad(changed("ky_thay_mat", spot=Spot()), "in the right half"),
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
