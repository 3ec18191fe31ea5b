"""Cases of the rule annex_goes_with."""

from subjects import GOOD_LINES, Bad, Line, Paper, line, paper

KEM = line("phu_luc_kem", "(Kèm theo Kế hoạch số 05/KH-BCĐ)", 14, "i")


def annex(*lines: Line) -> Paper:
    """Return a paper with an annex of these lines."""
    return paper(lines=(*GOOD_LINES, line("phu_luc", "Phụ lục I", 14, "b"), *lines))


GOOD = {
    "no annex": paper(),
    "said": annex(line("phu_luc_kem", "(Kèm theo Kế hoạch số 05/KH-BCĐ)", 14, "i")),
    "of another role": annex(line("doan", "(Ban hành kèm theo Quyết định số 05/QĐ-UBND)")),
}

BAD = {
    "not said": Bad(annex(line("phu_luc_ten", "BIỂU GIAO", 14, "b")), "goes with"),
    "too late": Bad(annex(*(line("doan", "Một.") for _ in range(9)), KEM), "goes with"),
}
