"""Cases of the rule ten_co_quan."""

from __future__ import annotations

from subjects import Bad, words

GOOD = {
    "names": words(
        "Ủy ban nhân dân tỉnh, Hội đồng nhân dân, Sở Tài chính, Ban Chỉ đạo 138, Bộ Công an, Mặt"
        " trận Tổ quốc, Ban Chấp hành Trung ương, Công an tỉnh, Tỉnh ủy, Công an nhân dân."
    ),
    "ordinary words": words(
        "Lực lượng công an; cán bộ Công an; trụ sở Công an; toàn bộ Công an các đơn vị;"
        " cơ sở Y tế; sở, ban, ngành."
    ),
    "authorises": words("Chủ tịch Ủy ban nhân dân tỉnh ủy quyền cho Sở Nội vụ."),
    "a heading": words("ỦY BAN NHÂN DÂN TỈNH THÁI BÌNH"),
    "sở and Sở": words("Trụ sở Công an xã."),
}

BAD = {
    "the board": Bad(words("- Thành viên Ban chỉ đạo 138 tỉnh;", "noi_nhan"), "«Ban Chỉ đạo»"),
    "a department": Bad(words("Giao sở Nội vụ thẩm định."), "«Sở»"),
    "the ministry": Bad(words("Theo hướng dẫn của Bộ công an."), "«Bộ Công an»"),
    "the committee": Bad(words("Ủy ban Nhân dân tỉnh giao."), "«Ủy ban nhân dân»"),
    "the front": Bad(words("Ủy ban mặt trận Tổ quốc Việt Nam tỉnh."), "«Mặt trận Tổ quốc»"),
    "the party": Bad(words("Ngày thành lập Đảng cộng sản Việt Nam."), "«Đảng Cộng sản»"),
}
