"""Cases of the rule do_khan."""

from typing import Any

from subjects import Bad, Paper, Spot, Stroke, line, with_lines


def urgent(look: str, **more: Any) -> Paper:
    """Return a paper with an urgency below its number."""
    return with_lines(line("do_khan", "KHẨN", 13, look, **more), after="so_ky_hieu")


GOOD = {
    "a border": urgent("b", strokes=(Stroke("border"),)),
    "a text box": urgent("b", spot=Spot("box")),
    "a table": urgent("b", spot=Spot("cell", 9, 0, 0)),
}

BAD = {
    "no frame": Bad(urgent("b"), "no frame"),
    "in the head's table": Bad(urgent("b", spot=Spot("cell", 0, 2, 0)), "no frame"),
    "not bold": Bad(urgent("", strokes=(Stroke("border"),)), "bold"),
}
