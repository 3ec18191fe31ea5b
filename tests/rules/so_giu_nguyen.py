"""Cases of the rule so_giu_nguyen."""

from __future__ import annotations

from subjects import Bad, as_text, block, text

GOOD = {
    "counted": as_text("body: |\n  I. Một\n  1. Đầu.\n  2. Sau.\n"),
    "a Word file": text(block("Đầu.", "khoan", "1.", "1.")),
}

BAD = {"kept": Bad(as_text("body: |\n  I. Một\n  =3. Đầu.\n"), "the label 3. is kept")}
