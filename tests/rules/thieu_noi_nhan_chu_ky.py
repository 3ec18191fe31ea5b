"""Cases of the rule thieu_noi_nhan_chu_ky."""

from __future__ import annotations

from subjects import Bad, as_text, block, text

HEAD = block("KẾ HOẠCH", "ten_loai")
KEPT = block("- Lưu: VT, NC.", "noi_nhan")
SIGNED = block("CHỦ TỊCH", "ky_chuc_vu")
MINUTES = block("BIÊN BẢN HỌP", "ten_loai")

GOOD = {
    "all there": text(HEAD, block("Một."), KEPT, SIGNED, block("", "ky_ho_ten")),
    "no document at all": text(block("Một.")),
    "minutes need no recipients": text(MINUTES, block("Một."), block("CHỦ TỌA", "ky_chuc_vu")),
    "nor does a contract": text(block("Hợp đồng", "ten_loai"), block("Một."), SIGNED),
    "a plan": as_text("recipients: |\n  Lưu: VT\nsignature:\n  - as: CHỦ TỊCH\n"),
}

BAD = {
    "no recipients": Bad(text(HEAD, block("Một."), SIGNED), "no recipients"),
    "nothing kept": Bad(
        text(HEAD, block("- Như trên;", "noi_nhan"), SIGNED), "where a copy is kept"
    ),
    "minutes sent, none kept": Bad(
        text(MINUTES, block("- Như thành phần;", "noi_nhan"), SIGNED), "where a copy is kept"
    ),
    "minutes that nobody signs": Bad(text(MINUTES, block("Một.")), "who signs it"),
    "a plan about minutes": Bad(
        text(HEAD, block("Lập biên bản", "trich_yeu"), SIGNED), "no recipients"
    ),
    "no signer": Bad(text(HEAD, KEPT), "who signs it"),
}
