"""Words that the programme itself prints, and the names of what plans count."""

from __future__ import annotations

QUOC_HIEU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"
DU_THAO = "(Dự thảo)"

TYPES = {"ke-hoach": ("KẾ HOẠCH", "KH", "Kế hoạch")}
"""Type → name in capitals, code (Phụ lục III, Nghị định 30/2020/NĐ-CP), name in a sentence."""

URGENCIES = {"hoa_toc": "HỎA TỐC", "thuong_khan": "THƯỢNG KHẨN", "khan": "KHẨN"}

AWARDED = {"tap_the": "tập thể", "ca_nhan": "cá nhân", "ho": "hộ gia đình"}

OBJECTS = {
    "khu_dan_cu": "khu dân cư",
    "thon": "thôn",
    "to_dan_pho": "tổ dân phố",
    "ap": "ấp",
    "khom": "khóm",
    "ban": "bản",
    "xa": "xã",
    "phuong": "phường",
    "thi_tran": "thị trấn",
    "dac_khu": "đặc khu",
    "huyen": "huyện",
    "thi_xa": "thị xã",
    "thanh_pho": "thành phố",
    "co_quan": "cơ quan",
    "doanh_nghiep": "doanh nghiệp",
    "nha_truong": "nhà trường",
    "co_so_giao_duc": "cơ sở giáo dục",
    "co_so_ton_giao": "cơ sở tôn giáo",
    "don_vi": "đơn vị",
    "ho": "hộ gia đình",
    "nguoi_dan": "người dân",
    "can_bo": "cán bộ, công chức, viên chức, người lao động",
    "hoc_sinh": "học sinh, sinh viên",
    "mo_hinh": "mô hình",
    "cong_an_phuong": "Công an phường",
    "so_nganh": "sở, ban, ngành",
}
"""What a target counts or a deadline binds: id → words in a sentence."""
