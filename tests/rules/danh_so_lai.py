"""Cases of the rule danh_so_lai."""

from __future__ import annotations

from dataclasses import replace

from kehoach.document import Marker
from subjects import Bad, block, text


def labels(*typed: str):
    return text(*(block("Làm tốt.", "khoan", label, "1.") for label in typed))


GOOD = {
    "goes on": labels("1.", "2.", "3.", "4."),
    "a line between": text(
        block("Một.", "khoan", "1.", "1."),
        block("Hai.", "khoan", "2.", "1."),
        block("* Đối với cá nhân"),
        block("Một.", "khoan", "1.", "1."),
    ),
    "a heading between": text(
        block("Một.", "khoan", "1.", "1."),
        block("Hai.", "khoan", "2.", "1."),
        block("HAI", "muc_td", "II.", "I."),
        block("Một.", "khoan", "1.", "1."),
    ),
}

KEPT = block("HAI", "muc_td", "VI.", "I.")
GOOD["a heading that is kept"] = text(
    block("Một.", "khoan", "1.", "1."),
    block("Hai.", "khoan", "2.", "1."),
    replace(KEPT, marker=Marker("I.", "VI.", kept=True)),
    block("Một.", "khoan", "1.", "1."),
)

BAD = {"begins again": Bad(labels("1.", "2.", "3.", "1.", "2."), "begins again at 1.")}
