"""Cases of the rule ten_don_vi_hanh_chinh."""

from __future__ import annotations

from subjects import Bad, words

GOOD = {
    "small": words("Trên địa bàn tỉnh Nam Định, huyện Quỳnh Phụ, thị xã Tân Châu."),
    "capitals": words("Tại Thành phố Hồ Chí Minh, Thủ đô Hà Nội, Quận 1, Phường 5."),
    "a sentence begins": words("Xã Quỳnh Hải làm tốt. Tỉnh Nam Định cũng vậy."),
    "bodies": words("Báo cáo Tỉnh ủy, Huyện ủy, Tỉnh đoàn, Thành ủy."),
    "a heading in capitals": words("TRÊN ĐỊA BÀN TỈNH NAM ĐỊNH"),
    "a person's name": words("Tại Phường Điện Biên Phủ, Quận Bình Thạnh."),
    "counted": words("Cả tỉnh có 12 phường 3 xã.".replace("phường 3 xã", "phường, 3 xã")),
}

BAD = {
    "a province": Bad(words("Trên địa bàn Tỉnh Nam Định."), "«tỉnh»"),
    "Ho Chi Minh": Bad(words("Tại thành phố Hồ Chí Minh."), "«Thành phố»"),
    "a number": Bad(words("Công an quận 1 và phường 5."), "«Quận»", "«Phường»"),
    "the capital": Bad(words("Ở thủ đô Hà Nội."), "«Thủ đô»"),
}
