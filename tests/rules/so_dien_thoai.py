"""Cases of the rule so_dien_thoai."""

from __future__ import annotations

from subjects import Bad, words

GOOD = {
    "an office": words("Điện thoại 0227.3831.414; đường dây nóng 113; 18001091."),
    "money": words("Kinh phí 3.912.345.678 đồng; 0,912345678."),
    "a citation": words("Quyết định số 9745/QĐ-BCA-V05 ngày 28/12/2022."),
    "a citizen's number": words("Số định danh 034098765432."),
}

BAD = {
    "plain": Bad(words("Liên hệ 0912345678."), "0912345678"),
    "in groups": Bad(
        words("Liên hệ: 0912.345.678 hoặc 0987 654 321."), "0912.345.678", "0987 654 321"
    ),
    "abroad": Bad(words("Gọi +84 912345678."), "+84 912345678"),
}
