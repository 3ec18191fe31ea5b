"""Cases of the rule page_fonts."""

from dataclasses import replace

from kehoach.document import Block, Document, Run
from kehoach.printed import Page, Printed
from printing import page, printed
from subjects import Bad


def of(words: str, *pages: Page) -> Printed:
    return replace(printed(*pages), document=Document((Block("doan", (Run(words),)),)))


GOOD = {
    "capitals by the style": of("Thi đua ﬁ 1", page("THI ĐUA FI 1")),
    "Liberation Serif": printed(),
    "Times New Roman": of("Chữ.", page("Chữ.", fonts={"TimesNewRomanPS-BoldMT": True})),
}

BAD = {
    "another font": Bad(of("Chữ.", page("Chữ.", fonts={"DejaVuSerif": True})), "DejaVuSerif"),
    "not in the file": Bad(
        of("Chữ.", page("Chữ.", fonts={"TimesNewRomanPSMT": False})), "not in the file"
    ),
    "a letter that is not there": Bad(of("Thi", page("Thi \ufffdua.")), "1 letters"),
    "a letter that no font has": Bad(of("Thi đua 漢", page("THI ĐUA")), "not printed: 漢"),
}
