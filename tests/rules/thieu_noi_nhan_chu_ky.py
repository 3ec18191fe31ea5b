"""Cases of the rule thieu_noi_nhan_chu_ky."""

from __future__ import annotations

from subjects import Bad, as_text, block, text

HEAD = block("KẾ HOẠCH", "ten_loai")
KEPT = block("- Lưu: VT, NC.", "noi_nhan")
SIGNED = block("CHỦ TỊCH", "ky_chuc_vu")

GOOD = {
    "all there": text(HEAD, block("Một."), KEPT, SIGNED, block("", "ky_ho_ten")),
    "no document at all": text(block("Một.")),
    "a plan": as_text("recipients: |\n  Lưu: VT\nsignature:\n  - as: CHỦ TỊCH\n"),
}

BAD = {
    "no recipients": Bad(text(HEAD, block("Một."), SIGNED), "no recipients"),
    "nothing kept": Bad(
        text(HEAD, block("- Như trên;", "noi_nhan"), SIGNED), "where a copy is kept"
    ),
    "no signer": Bad(text(HEAD, KEPT), "who signs it"),
}
