"""Cases of the rule quoc_hieu_words."""

from subjects import Bad, changed

GOOD = {
    "the older place of the mark": changed("quoc_hieu", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    "typed small": changed("quoc_hieu", "Cộng hòa xã hội chủ nghĩa Việt Nam", caps=True),
}

BAD = {
    "another mark": Bad(
        changed("quoc_hieu", "CỘNG HÒA XÃ HỘI CHỦ NGHỈA VIỆT NAM"), "CHỦ NGHỈA VIỆT NAM"
    ),
    "no gap": Bad(changed("quoc_hieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆTNAM")),
}
