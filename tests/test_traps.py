"""What real plans do that looks like a fault and is none: no rule speaks of it."""

from __future__ import annotations

import datetime

import pytest

from kehoach.checking import Checker
from kehoach.document import Block, Marker, Run
from kehoach.rule import Draft, Text
from subjects import block, draft, text

HEAD = (
    block("Số:        /KH-BCĐ", "so_ky_hieu"),
    block("Thái Bình, ngày     tháng 12 năm 2023", "dia_danh_ngay"),
    block("KẾ HOẠCH", "ten_loai"),
    block("Phát động phong trào thi đua toàn dân bảo vệ an ninh Tổ quốc năm 2024", "trich_yeu"),
)
FOOT = (
    block("- Bộ Công an (để báo cáo);", "noi_nhan"),
    block("- Các sở, ban, ngành, đoàn thể tỉnh (để thực hiện);", "noi_nhan"),
    block("- Lưu: VT, NCKS.", "noi_nhan"),
    block("KT. TRƯỞNG BAN", "ky_thay_mat"),
    block("PHÓ TRƯỞNG BAN", "ky_chuc_vu"),
    block("GIÁM ĐỐC CÔNG AN TỈNH", "ky_chuc_danh"),
    block("", "ky_ho_ten"),
)
KINDS = {"A.": "A.", "I.": "I.", "II.": "I.", "1.": "1.", "2.": "1."} | {
    label: "1." * label.count(".") for label in ("1.1.", "1.2.", "1.1.1.", "1.1.2.", "2.1.")
}
LATER, OLD = datetime.date(2026, 1, 5), datetime.date(2019, 1, 15)


def point(label: str, words: str) -> Block:
    kind = KINDS.get(label) or ("a)" if label.endswith(")") and label[0].isalpha() else label)
    return Block("khoan", (Run(words),), Marker(kind, label), where=block(words).where)


def points(*labels: str) -> tuple[Block, ...]:
    return tuple(point(label, "Làm tốt việc này.") for label in labels)


def document(*blocks: Block, on: datetime.date = datetime.date(2023, 12, 1)) -> Text:
    return text(*HEAD, *blocks, *FOOT, on=on, draft=True)


def saying(*lines: str, on: datetime.date = datetime.date(2023, 12, 1)) -> Text:
    return document(*(block(line) for line in lines), on=on)


TRAPS: dict[str, Text | Draft] = {
    "six levels": document(
        *points("A.", "I.", "1.", "1.1.", "1.1.1.", "1.1.2.", "1.2.", "2.", "2.1.", "a)", "b)")
    ),
    "no level is left out": document(*points("I.", "a)", "b)", "II.", "1.", "a)")),
    "lists begin again under a line without a marker": document(
        *points("1.", "2."), block("* Đối với cá nhân"), *points("1.", "2.")
    ),
    "a line before the first and after the last point": document(
        block("Nội dung như sau:"), *points("1.", "2."), block("Các đơn vị thực hiện.")
    ),
    "a title that runs in": document(point("1.", "Chỉ tiêu thi đua: Phấn đấu làm tốt.")),
    "the decree's letters, and bullets": document(
        *points("a)", "b)", "c)", "d)", "đ)", "e)", "g)", "-", "-", "+", "h)", "i)", "k)")
    ),
    "a preamble without a basis": document(
        block("Để phát huy kết quả; Ban Chỉ đạo 138 tỉnh ban hành kế hoạch như sau:", "mo_dau")
    ),
    "bases that a sentence goes on from": document(
        block("Thực hiện Kế hoạch số 612/KH-BCA-V05;", "can_cu"),
        block("Xét đề nghị của Giám đốc Công an tỉnh;", "can_cu"),
        block("Ban Chỉ đạo 138 tỉnh ban hành Kế hoạch như sau:", "mo_dau"),
    ),
    "all register, fewer reach the standard": draft(
        "recipients: |\n  Lưu: VT\nsignature:\n  - as: TRƯỞNG BAN\n"
        "targets:\n  dang_ky: {value: 100%, of: [khu_dan_cu], count: dang_ky}\n"
        "  dat: {value: trên 80%, of: [khu_dan_cu], count: dat}\n"
        "body: |\n  I. Chỉ tiêu\n  1. Phấn đấu 100% khu dân cư đăng ký đạt tiêu chuẩn; trên 80%"
        " khu dân cư đạt tiêu chuẩn.\n"
    ),
    "a quota by guidance": draft(
        "recipients: |\n  Lưu: VT\nsignature:\n  - as: TRƯỞNG BAN\n"
        "award_forms:\n  bk: {form: Bằng khen, by: Bộ Công an, quota: theo hướng dẫn}\n"
        "body: |\n  I. Khen thưởng\n  1. Bằng khen của Bộ Công an: {{ bk.quota }}.\n"
    ),
    "number and day of a draft": draft(
        "draft: true\nnumber:\ndate: 2023-12\n"
        "recipients: |\n  Lưu: VT\nsignature:\n  - {as: TRƯỞNG BAN, name: null}\n"
    ),
    "deadlines in words, quarters, recurring": draft(
        "date: 2023-12\nduration: 2024\n"
        "recipients: |\n  Lưu: VT\nsignature:\n  - as: TRƯỞNG BAN\n"
        "deadlines:\n  a: {on: 2024-Q1, task: đăng ký}\n  b: {every: hằng quý, task: báo cáo}\n"
        "  c: {before: 2024-11-30, task: phân loại}\n"
    ),
    "phases": saying(
        "Thời gian: từ ngày 18/9/2024 đến ngày 19/8/2025, chia làm 02 đợt:",
        "Đợt 1: từ ngày 18/9/2024 đến ngày 03/02/2025;",
        "Đợt 2: từ ngày 04/02/2025 đến ngày 19/8/2025.",
        on=datetime.date(2024, 9, 18),
    ),
    "days of history": saying(
        "Kỷ niệm 95 năm ngày thành lập Đảng (03/02/1930-03/02/2025), 80 năm Cách mạng tháng Tám"
        " (19/8/1945-19/8/2025) và Quốc khánh (02/9/1945-02/9/2025).",
    ),
    "last year's results": saying("Năm 2023 có 75% khu dân cư đạt; so với năm 2022 tăng 5%."),
    "symbols of the Party and of several groups": saying(
        "Kết luận số 44-KL/TW ngày 22/01/2019 của Ban Bí thư; Kế hoạch số 10/KH-BCĐ-CAT ngày"
        " 08/02/2023 của Ban Chỉ đạo 138 tỉnh; Công văn số 727-CV/TU ngày 31/3/2023 của Tỉnh ủy;"
        " Nghị quyết số 1243/NQ-UBTVQH15 ngày 24/10/2023 của Ủy ban Thường vụ Quốc hội.",
    ),
    "old names in old documents": saying(
        "Tỉnh Thái Bình có 8 huyện, thành phố; Công an các huyện, bảo vệ dân phố, Công an xã bán"
        " chuyên trách ở tỉnh Bình Phước, thị trấn Tịnh Biên.",
        on=OLD,
    ),
    "old names in new documents, as old": saying(
        "Địa bàn tỉnh Thái Bình (cũ); trước khi sáp nhập, các huyện đã bàn giao hồ sơ.",
        "Theo Quyết định số 16/2022/QĐ-UBND ngày 01/8/2022 của UBND tỉnh Thái Bình về huyện.",
        on=LATER,
    ),
    "both spellings of the movement": saying(
        "Phong trào toàn dân bảo vệ an ninh Tổ quốc; phong trào thi đua “Toàn dân bảo vệ an ninh"
        " Tổ quốc”; đạt tiêu chuẩn “An toàn về an ninh, trật tự”.",
    ),
    "a board's own name": saying(
        "Ban Chỉ đạo phòng, chống tội phạm, HIV/AIDS, tệ nạn xã hội và xây dựng phong trào toàn"
        " dân bảo vệ an ninh Tổ quốc tỉnh An Giang (Ban Chỉ đạo 138 tỉnh).",
    ),
}


@pytest.mark.parametrize("subject", TRAPS.values(), ids=TRAPS.keys())
def test_no_rule_speaks_of_a_trap(subject: Text | Draft) -> None:
    if isinstance(subject, Draft):
        found = Checker().check_plan(subject.plan, subject.document)
    else:
        found = Checker().check_tree(subject)
    assert not [f"{one.code} {one.message}" for one in found]
