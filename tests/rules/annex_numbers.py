"""Cases of the rule annex_numbers."""

from subjects import GOOD_LINES, Bad, Paper, line, paper

ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI"]


def annexes(*labels: str) -> Paper:
    """Return a paper with an annex for each of `labels`."""
    return paper(lines=(*GOOD_LINES, *(line("phu_luc", label, 14, "b") for label in labels)))


GOOD = {
    "one without a number": annexes("Phụ lục"),
    "one with another number": annexes("Phụ lục 1"),
    "three": annexes("Phụ lục I", "Phụ lục II", "Phụ lục III"),
    "parts": annexes("Phụ lục I", "Phụ lục IIa", "Phụ lục IIb", "Phụ lục III"),
    "eleven": annexes(*(f"Phụ lục {number}" for number in ROMAN)),
}

BAD = {
    "Arabic": Bad(
        annexes("Phụ lục 1", "Phụ lục 2"), "«Phụ lục I», not «Phụ lục 1»", "«Phụ lục II»"
    ),
    "no numbers": Bad(annexes("Phụ lục", "Phụ lục II"), "«Phụ lục I», not «Phụ lục»"),
    "one left out": Bad(annexes("Phụ lục I", "Phụ lục III"), "«Phụ lục II», not «Phụ lục III»"),
}
