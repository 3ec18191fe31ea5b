"""Cases of the rule ky_hieu_vien_dan."""

from __future__ import annotations

from subjects import Bad, words

GOOD = {
    "types": words(
        "Quyết định số 16/2022/QĐ-UBND; Kế hoạch số 612/KH-BCA-V05; Thông tư 124/2021/TT-BCA."
    ),
    "the party": words(
        "Kết luận số 44-KL/TW; Công văn số 727-CV/TU; Thông tri số 17-TT/TU; Quy định số 5-QĐ/TW."
    ),
    "an official letter": words("Công văn số 12/UBND-NC ngày 05/3/2024."),
    "a programme": words("Chương trình phối hợp số 07/CTrPH-BCA-MTTW; Chương trình số 5/CTr-UBND."),
    "another type is near": words("Đề án theo Quyết định 731/QĐ-UBND ban hành Đề án 06."),
    "enclosed": words("Quy chế kèm theo Quyết định số 5/QĐ-BCĐ."),
}

BAD = {
    "a plan's": Bad(words("Theo Quyết định số 18/KH-UBND ngày 05/3/2024."), "QĐ"),
    "a letter's": Bad(words("Theo Công văn số 12/CV-UBND."), "12/CV-UBND"),
    "a directive's": Bad(words("Nghị định số 98/2023/TT-BCA."), "NĐ"),
}
