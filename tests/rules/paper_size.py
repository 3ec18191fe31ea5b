"""Cases of the rule paper_size."""

from subjects import Bad, paper

GOOD = {
    "as Word rounds it": paper(width=209.97, height=297.04),
    "on its side": paper(width=297, height=210),
    "of the Party": paper(width=215.9, height=279.4, party=True),
}

BAD = {
    "letter": Bad(paper(width=215.9, height=279.4), "215,9 x 279,4"),
    "A5": Bad(paper(width=148, height=210), "148 x 210"),
}
