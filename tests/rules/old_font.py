"""Cases of the rule old_font."""

from subjects import Bad, changed

GOOD = {
    "Unicode": changed("khoan", font="Times New Roman"),
    "another fault": changed("khoan", font="Arial"),
}

BAD = {
    "TCVN3": Bad(changed("khoan", font=".VnTime"), "17 letters are in .VnTime"),
    "its capitals": Bad(changed("ten_loai", font=".VnTimeH"), ".VnTimeH"),
    "VNI": Bad(changed("khoan", font="VNI-Times"), "VNI-Times"),
}
