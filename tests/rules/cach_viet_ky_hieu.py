"""Cases of the rule cach_viet_ky_hieu."""

from __future__ import annotations

from subjects import Bad, words

GOOD = {
    "of every kind": words(
        "Quyết định số 731/QĐ-UBND; 18/2020/QĐ-UBND; Kế hoạch số 612/KH-BCA-V05; Kết luận số"
        " 44-KL/TW; Chỉ thị số 48-CT/TW; Nghị quyết số 1243/NQ-UBTVQH15; Luật số 06/2022/QH15;"
        " 07/CTrPH-BCA-MTTW;"
        " Thông tri số 17-TT/TU; Kế hoạch số 10/KH-BCĐ-CAT; Quyết định số 5-QĐ/HU;"
    ),
    "dates": words("Từ ngày 18/9/2024 đến 19/8/2025; đợt 1/2024 - UBND tỉnh."),
    "gaps in the document's own number": words("Số: 25/KH - UBND", "so_ky_hieu"),
    "a blank": words("Kế hoạch số ……/KH-UBND ngày ……"),
}

BAD = {
    "a space": Bad(words("Theo Quyết định số 731/QĐ- UBND."), "«731/QĐ-UBND»"),
    "spaces": Bad(words("Thông tư số 23/2012/TT - BCA, ngày 27/4/2012."), "«23/2012/TT-BCA»"),
    "a year with a digit too many": Bad(
        words("Quyết định số 18/20202QĐ-UBND."), "«18/2020/QĐ-UBND»"
    ),
    "the party's with two slashes": Bad(
        words("Chỉ thị số 48/CT/TW của Bộ Chính trị."), "«48-CT/TW»"
    ),
    "the party's turned round": Bad(words("Chỉ thị số 48/CT-TW."), "«48-CT/TW»"),
    "a dash for the slash": Bad(words("Kế hoạch số 55-KH/UBND."), "«55/KH-UBND»"),
}
