"""Cases of the rule paragraph_gap."""

from dataclasses import replace

from subjects import GOOD_LINES, Bad, Layout, Place, line, paper, with_lines

CLOSE = Layout("both", first=12.7)


GOOD = {
    "after instead of before": paper(
        lines=tuple(
            replace(line, layout=replace(line.layout, before=0, after=6)) for line in GOOD_LINES
        )
    ),
    "an empty paragraph between": with_lines(
        *(
            replace(line("doan", "Một."), layout=CLOSE, where=Place("", "document", n))
            for n in (1, 3, 5)
        ),
        after="trich_yeu",
    ),
}

BAD = {
    "none": Bad(
        with_lines(line("doan", "Một.", layout=CLOSE), after="khoan"), "0 pt above a paragraph"
    ),
    "4 pt": Bad(
        with_lines(line("doan", "Một.", layout=replace(CLOSE, before=4)), after="khoan"), "4 pt"
    ),
    "everywhere": Bad(
        with_lines(*(line("doan", "Một.", layout=CLOSE) for _ in range(5)), after="khoan"), "(×5)"
    ),
}
