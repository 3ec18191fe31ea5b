"""Cases of the rule font."""

from dataclasses import replace

from subjects import Bad, Line, changed, line, with_lines


def replace_font(words: str, font: str) -> Line:
    """Return a paragraph in `font`."""
    made = line("doan", words)
    return replace(made, pieces=(replace(made.pieces[0], font=font),))


GOOD = {
    "the name of its bold": changed("khoan", font="Times New Roman Bold"),
    "not told": changed("khoan", font=""),
    "a sign": with_lines(replace_font("☐", "MS Gothic"), after="khoan"),
    "an old encoding": changed("khoan", font=".VnTime"),
}

BAD = {
    "Arial": Bad(changed("khoan", font="Arial"), "17 letters are in Arial"),
    "two fonts": Bad(
        with_lines(replace_font("Một", "Arial"), replace_font("Hai", "Calibri"), after="khoan"),
        "3 letters are in Arial",
        "Calibri",
    ),
    "Times of another maker": Bad(changed("ten_loai", font="Liberation Serif"), "Liberation Serif"),
}
