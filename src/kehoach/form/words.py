"""What forms print of their own: names, who fills them, criteria where a plan names none.

The criteria are a short wording after Thông tư 124/2021/TT-BCA, Điều 4 to 6; a form that names
groups of the plan (`criteria:`) prints those. No form claims to be one of that circular's.
"""

from __future__ import annotations

from collections.abc import Mapping

FORMS: Mapping[str, tuple[str, str]] = {
    "dang-ky-thi-dua": ("Bản đăng ký thi đua", "district"),
    "dang-ky-antt-kdc": ("Bản đăng ký An toàn về an ninh, trật tự: khu dân cư", "khu_dan_cu"),
    "dang-ky-antt-co-quan": ("Bản đăng ký An toàn về an ninh, trật tự: cơ quan", "co_quan"),
    "dang-ky-antt-xa": ("Bản đăng ký An toàn về an ninh, trật tự: cấp xã", "commune"),
    "giao-uoc": ("Giao ước thi đua", "district"),
    "dang-ky-dien-hinh": ("Bản đăng ký xây dựng điển hình", "district"),
    "tong-hop": ("Biểu tổng hợp đăng ký", "issuer"),
    "khen-thuong": ("Danh sách đề nghị khen thưởng", "district"),
    "danh-sach-ho": ("Danh sách hộ gia đình đăng ký", "khu_dan_cu"),
    "cam-ket": ("Danh sách ký cam kết", "co_quan"),
    "dang-ky-mo-hinh": ("Bản đăng ký xây dựng mô hình", "commune"),
}
"""Form → its name, and who fills it when the plan does not say."""

SETS: Mapping[str, tuple[str, ...]] = {
    "dang-ky-antt": ("dang-ky-antt-kdc", "dang-ky-antt-co-quan", "dang-ky-antt-xa"),
}
"""Names that stand for several forms."""

SUMMARY = ("tong-hop", "giao-uoc")
"""Forms of which there is one, for all who register."""

LEVELS: Mapping[str, str] = {"district": "Ủy ban nhân dân cấp huyện", "commune": "cấp xã"}
OWN = ("issuer", "province")
OTHERS = "others"

HANDED_ON: Mapping[str, str] = {
    "khu_dan_cu": "Trưởng khu dân cư",
    "co_quan": "Người đứng đầu cơ quan, đơn vị",
    "doanh_nghiep": "Người đứng đầu doanh nghiệp",
    "co_so_giao_duc": "Người đứng đầu cơ sở giáo dục",
    "nha_truong": "Hiệu trưởng",
    "ho": "Chủ hộ gia đình",
    "ca_nhan": "Cá nhân",
    "don_vi": "Đơn vị được lựa chọn",
}
"""Who fills a blank form that the lowest unit hands on."""

COUNTED: Mapping[str, str] = {
    "dang_ky": "đăng ký đạt tiêu chuẩn {at}",
    "dat": "đạt tiêu chuẩn {at}",
    "loai_xuat_sac": "phân loại phong trào: Xuất sắc",
    "loai_kha": "phân loại phong trào: Khá",
    "ky_giao_uoc": "ký cam kết, giao ước thi đua",
    "mo_hinh": "xây dựng, củng cố mô hình",
    "dien_hinh": "được xây dựng điển hình",
    "cung_co": "được củng cố",
    "tuyen_truyen": "được tuyên truyền",
}
AT = "“An toàn về an ninh, trật tự”"

COUNTING_UNITS: Mapping[str, str] = {
    "khu_dan_cu": "khu",
    "ho": "hộ",
    "ca_nhan": "người",
    "nguoi_dan": "người",
    "can_bo": "người",
    "hoc_sinh": "người",
    "mo_hinh": "mô hình",
    "huyen": "huyện",
}
"""Object → the unit that it is counted in; `đơn vị` for any other."""

STANDARD_OBJECTS = ("khu_dan_cu", "xa", "co_quan", "doanh_nghiep", "co_so_giao_duc")
"""What Thông tư 124/2021/TT-BCA recognises."""

CRITERIA: Mapping[str, tuple[str, ...]] = {
    "dang-ky-antt-kdc": (
        "Trong Quý I, chi bộ có nghị quyết, khu dân cư có đăng ký; 100% hộ gia đình đăng "
        "ký tham gia",
        "Chủ trương của Đảng, pháp luật của Nhà nước, quy định của địa phương về an ninh, trật tự "
        "được thực hiện đầy đủ",
        "Không có hoạt động chống Đảng, chống chính quyền; không có khiếu kiện, mâu thuẫn phức "
        "tạp, kéo dài trong Nhân dân",
        "Tội phạm, tệ nạn xã hội, vi phạm pháp luật, tai nạn, cháy, nổ được kiềm chế, giảm so với "
        "năm trước",
        "Lực lượng tham gia bảo vệ an ninh, trật tự ở khu dân cư hoàn thành nhiệm vụ, không có "
        "người vi phạm",
    ),
    "dang-ky-antt-co-quan": (
        "Trong Quý I, có nghị quyết của cấp ủy hoặc kế hoạch của người đứng đầu, có đăng ký; có "
        "nội quy, quy chế bảo vệ",
        "Chủ trương của Đảng, pháp luật của Nhà nước về an ninh, trật tự được thực hiện đầy đủ; bí "
        "mật nhà nước, tài sản được bảo vệ",
        "Nội bộ đoàn kết; không có khiếu kiện đông người, đình công trái pháp luật",
        "Không có cán bộ, người lao động, học sinh, sinh viên phạm tội, mắc tệ nạn xã hội; không "
        "để xảy ra cháy, nổ, tai nạn lao động nghiêm trọng",
        "Lực lượng bảo vệ được xây dựng đúng quy định, hoàn thành nhiệm vụ",
    ),
    "dang-ky-antt-xa": (
        "Trong Quý I, Đảng ủy có nghị quyết, Ủy ban nhân dân có kế hoạch và có đăng ký",
        "Có ít nhất 01 mô hình phong trào toàn dân bảo vệ an ninh Tổ quốc hoạt động hiệu quả",
        "Không có hoạt động chống Đảng, chống chính quyền; không có khiếu kiện, mâu thuẫn phức "
        "tạp, kéo dài",
        "Tội phạm, tệ nạn xã hội, vi phạm pháp luật, tai nạn, cháy, nổ được kiềm chế, giảm so với "
        "năm trước",
        "Công an cấp xã làm tốt việc tham mưu, không có cá nhân bị xử lý kỷ luật",
        "Có từ 70% khu dân cư trở lên được công nhận đạt tiêu chuẩn",
    ),
}

PLEDGES = (
    "Chấp hành nghiêm chủ trương của Đảng, pháp luật của Nhà nước; vận động cán bộ, Nhân dân cùng "
    "tham gia bảo vệ an ninh Tổ quốc.",
    "Chủ động phòng ngừa, phát hiện, tố giác tội phạm; không bao che, không tiếp tay cho vi phạm "
    "pháp luật, tệ nạn xã hội.",
    "Xây dựng, giữ gìn và nhân rộng mô hình, điển hình tiên tiến; giúp nhau cùng hoàn thành nhiệm "
    "vụ.",
    "Thi đua trung thực, thiết thực; gửi kết quả đúng hạn, đúng thực tế.",
)
"""What the parties of a giao ước promise beside the plan's targets."""

HEADS: Mapping[str, tuple[str, ...]] = {
    "ban chỉ đạo": ("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN"),
    "ủy ban nhân dân": ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    "công an": ("TRƯỞNG CÔNG AN",),
    "sở": ("GIÁM ĐỐC",),
    "trường": ("HIỆU TRƯỞNG",),
    "công ty": ("GIÁM ĐỐC",),
}
"""How the name of a body begins → the lines above its signer; THỦ TRƯỞNG ĐƠN VỊ for any other."""

HOUSEHOLDS, PEOPLE, MODELS, STANDARDS = 20, 25, 8, 6
"""Rows of the lists that are filled by hand."""

NOMINEES, MOST_NOMINEES = 3, 10
"""Rows for an award without a number in its quota, and the most for any."""
