"""Cases of the rule page_number_missing."""

from subjects import GOOD_LINES, Bad, line, paper

GOOD = {
    "one page": paper(numbers=()),
    "numbered": paper(),
}

BAD = {
    "a break": Bad(
        paper(lines=(*GOOD_LINES, line("phu_luc", "Phụ lục I", new_page=True)), numbers=()),
        "no page numbers",
    ),
    "a long text": Bad(
        paper(lines=(*GOOD_LINES, *(line("doan", "Thi đua. " * 60) for _ in range(9))), numbers=()),
        "no page numbers",
    ),
}
