"""Cases of the rule ky_hieu_ten_loai."""

from __future__ import annotations

from subjects import Bad, as_text, block, text


def head(symbol: str, name: str):
    return text(block(symbol, "so_ky_hieu"), block(name, "ten_loai"))


GOOD = {
    "a plan": head("Số: 05/KH-UBND", "KẾ HOẠCH"),
    "a blank number": head("Số:        /KH-BCĐ", "KẾ HOẠCH"),
    "several groups": head("Số: 612/KH-BCA-V05", "KẾ HOẠCH"),
    "the party": head("Số 44-KL/TW", "KẾT LUẬN"),
    "a decision": head("Số: 18/2020/QĐ-UBND", "QUYẾT ĐỊNH"),
    "an official letter": text(block("Số: 12/UBND-NC", "so_ky_hieu")),
    "our own": as_text("number: 12\n"),
    "an unknown type": head("Số: 12/ABC-UBND", "THƯ NGỎ"),
}

BAD = {
    "a decision's code": Bad(
        head("Số: 05/QĐ-UBND", "KẾ HOẠCH"),
        "QĐ",
    ),
    "a letter too many": Bad(head("Số: 05/KHH-UBND", "KẾ HOẠCH"), "KHH"),
    "a report": Bad(head("Số: 05/KH-UBND", "BÁO CÁO"), "has BC"),
}
