"""Cases of the rule body_end."""

from subjects import GOOD_LINES, Bad, Spot, changed, line, paper, with_lines

GOOD = {
    "a table": with_lines(line("o", "Tổng", 13, spot=Spot("cell", 2, 0, 0)), after="ket"),
    "nobody signs": paper(lines=GOOD_LINES[:-7]),
    "a gap after it": changed("ket", "Yêu cầu các đơn vị thực hiện./. "),
}

BAD = {
    "a full stop": Bad(changed("ket", "Yêu cầu các đơn vị thực hiện."), "./."),
    "with a gap": Bad(changed("ket", "Yêu cầu các đơn vị thực hiện. /."), "./."),
}
