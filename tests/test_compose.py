"""From a plan to its blocks: each role, each way in which a line may end, each structure."""

from __future__ import annotations

import importlib

import pytest

import cases
from kehoach.document import Document
from kehoach.endings import END
from plans import outline_of, shown, text_of, with_body

STRUCTURES = {
    "1 markers of every kind, six levels, paragraphs anywhere": (
        "test_compose.test_six_levels_and_paragraphs_anywhere",
        "test_outline.test_a_list_may_begin_anew_at_any_time",
    ),
    "2 headings on a line, running in, bold or italic": (
        "test_compose.test_a_heading_or_a_text",
        "test_compose.test_looks_are_kept_apart_from_the_level",
    ),
    "3 a preamble of bases and narrative, or none": (
        "test_compose.test_roles_of_the_preamble",
        "test_compose.test_a_plan_without_bases",
    ),
    "4 an issuer under another, blanks, a draft": (
        "test_compose.test_the_head_in_its_order",
        "test_compose.test_blanks_of_number_and_day",
        "test_compose.test_a_draft_and_its_urgency",
    ),
    "5 targets with comparator, unit, object, condition, own words": (
        "test_include.test_a_collection_is_a_line_for_each_item",
        "test_include.test_an_item_in_words_of_its_own",
        "test_compose.test_targets_in_the_table_of_an_annex",
    ),
    "6 awards by level, object, form, quota and criteria": (
        "test_include.test_a_collection_is_a_line_for_each_item",
        "test_include.test_all_groups_at_once",
    ),
    "7 times of every kind, phases": ("test_words.test_a_fact_in_its_words",),
    "8 duties: who, what, with whom, product, deadline, to whom": (
        "test_include.test_a_collection_is_a_line_for_each_item",
    ),
    "9 tables with merges and sub-headers, annexes of their own": (
        "test_grids.test_header_rows_of_their_own_repeat",
        "test_compose.test_two_annexes_have_numerals",
        "test_compose.test_an_annex_with_everything",
    ),
    "10 recipients with suffixes, signers with authority": (
        "test_compose.test_recipients_end_as_the_decree_wants",
        "test_compose.test_several_signers",
    ),
}
"""What real plans do that a simple model would lose: structure → the tests that hold it."""


@pytest.mark.parametrize("structure", STRUCTURES)
def test_every_structure_has_a_test(structure: str) -> None:
    for name in STRUCTURES[structure]:
        module, _, test = name.partition(".")
        assert callable(getattr(importlib.import_module(module), test))


def roles(document: Document) -> list[str]:
    return [block.role for block in document.blocks]


def head(text: str) -> dict[str, list[str]]:
    """Return the words of the blocks before the text by their role."""
    made: dict[str, list[str]] = {}
    for block in cases.document(text).blocks:
        if block.role == "muc_td":
            return made
        made.setdefault(block.role, []).append(block.text)
    return made


# The head


def test_the_head_in_its_order() -> None:
    text = """
issuer:
  over: [Ủy ban nhân dân, tỉnh Thái Bình]
  name: Ban Chỉ đạo 138
  symbol: BCĐ
  place: Thái Bình
number: 5
date: 2024-01-05
title: Phát động **thi đua** năm {{ year }}
"""
    made = head(text)
    assert list(made.items()) == [
        ("co_quan_chu_quan", ["Ủy ban nhân dân", "tỉnh Thái Bình"]),
        ("co_quan_ban_hanh", ["Ban Chỉ đạo 138"]),
        ("so_ky_hieu", ["Số: 05/KH-BCĐ"]),
        ("quoc_hieu", ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]),
        ("tieu_ngu", ["Độc lập - Tự do - Hạnh phúc"]),
        ("dia_danh_ngay", ["Thái Bình, ngày 05 tháng 01 năm 2024"]),
        ("ten_loai", ["KẾ HOẠCH"]),
        ("trich_yeu", ["Phát động thi đua năm 2024"]),
    ]
    document = cases.document(text)
    assert document.title == "Kế hoạch phát động thi đua năm 2024"
    heading = next(block for block in document.blocks if block.role == "trich_yeu")
    assert not any(run.bold for run in heading.runs)


def test_a_title_that_begins_with_capitals_keeps_them() -> None:
    assert cases.document("title: UBND tỉnh thi đua\n").title == "Kế hoạch UBND tỉnh thi đua"


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        ("", "Số:        /KH-BCĐ"),
        ("5", "Số: 05/KH-BCĐ"),
        ("12", "Số: 12/KH-BCĐ"),
        ("138", "Số: 138/KH-BCĐ"),
        ("05", "Số: 05/KH-BCĐ"),
        ("5a", "Số: 5a/KH-BCĐ"),
        ("10/KH-BCĐ-CAT", "Số: 10/KH-BCĐ-CAT"),
        ("/KH-BCĐ-CAT", "Số:        /KH-BCĐ-CAT"),
    ],
)
def test_the_number(number: str, printed: str) -> None:
    assert head(f"number: {number}\n")["so_ky_hieu"] == [printed]


@pytest.mark.parametrize(
    ("date", "printed"),
    [
        ("2024-01-05", "ngày 05 tháng 01 năm 2024"),
        ("2024-06-29", "ngày 29 tháng 6 năm 2024"),
        ("2024-02-10", "ngày 10 tháng 02 năm 2024"),
        ("2023-12", "ngày     tháng 12 năm 2023"),
        ("2024", "ngày     tháng     năm 2024"),
    ],
)
def test_blanks_of_number_and_day(date: str, printed: str) -> None:
    made = head(f"date: {date}\nnumber:\n")
    assert made["dia_danh_ngay"] == [f"Thái Bình, {printed}"]
    assert made["so_ky_hieu"] == ["Số:        /KH-BCĐ"]


def test_a_date_that_is_not_known() -> None:
    loaded, _ = cases.load("date: '?'\nissuer: {name: A, symbol: B, place: Huế}\n")
    assert loaded
    document, found = cases.compose(loaded)
    assert document
    assert not found
    assert text_of(document, "dia_danh_ngay") == ["Huế, ngày     tháng     năm 20    "]


def test_a_draft_and_its_urgency() -> None:
    made = head("draft: true\nurgency: hoa_toc\n")
    assert list(made)[-4:] == ["do_khan", "du_thao", "ten_loai", "trich_yeu"]
    assert (made["do_khan"], made["du_thao"]) == (["HỎA TỐC"], ["(Dự thảo)"])
    assert head("urgency: thuong_khan\n")["do_khan"] == ["THƯỢNG KHẨN"]
    assert "du_thao" not in head("draft: false\n")


def test_attached_to_a_decision() -> None:
    plain = "attached: {type: Quyết định, no: 5/QĐ-UBND, date: 2024-03-01, by: UBND tỉnh}\n"
    made = head(plain)
    assert "so_ky_hieu" not in made
    assert "dia_danh_ngay" not in made
    told = "(Kèm theo Quyết định số 5/QĐ-UBND ngày 01 tháng 3 năm 2024 của UBND tỉnh)"
    assert made["kem_theo"] == [told]
    document = cases.document(plain + "annexes: [{title: Biểu}]\n")
    assert text_of(document, "phu_luc_kem") == [told]
    blank = head("attached: {type: Quyết định, no: /QĐ-UBND}\n")["kem_theo"]
    blanks = "(Kèm theo Quyết định số        /QĐ-UBND ngày     tháng     năm 20    )"
    assert blank == [blanks]


# The preamble


def test_roles_of_the_preamble() -> None:
    text = """
preamble: |
  Căn cứ Luật A;
  Thực hiện Chỉ thị B;
  Xét đề nghị của C.
  *Để phát huy* kết quả[^1];
  1. Một.
  2. Hai.
  Căn cứ vào đó. {mo_dau}
  Để rõ. {can_cu}
  Đoạn. {doan}
  Thực hiện D, ban hành Kế hoạch như sau:
  [^1]: Năm trước.
body: |
  Lời.
"""
    document = cases.document(text)
    start = roles(document).index("trich_yeu") + 1
    assert shown(list(document.blocks[start:-1])) == [
        "can_cu: Căn cứ Luật A;",
        "can_cu: Thực hiện Chỉ thị B;",
        "can_cu: Xét đề nghị của C.",
        "mo_dau: *Để phát huy* kết quả[^Năm trước.];",
        "khoan: 1. Một.",
        "khoan: 2. Hai.",
        "mo_dau: Căn cứ vào đó.",
        "can_cu: Để rõ.",
        "doan: Đoạn.",
        "mo_dau: Thực hiện D, ban hành Kế hoạch như sau:",
    ]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Căn cứ tình hình thực tế;", "can_cu"),
        ("Căn cứ Luật A như sau:", "mo_dau"),
        ("Thực hiện Chỉ thị A.", "can_cu"),
        ("Thực hiện {{ ct }};", "can_cu"),
        ("Thực hiện ý kiến của Chủ tịch tại Công văn A;", "can_cu"),
        ("Thực hiện tốt nhiệm vụ được giao.", "mo_dau"),
        ("Theo Kết luận A;", "can_cu"),
        ("Theo đề nghị của Giám đốc Công an tỉnh.", "can_cu"),
        ("Theo đó, phong trào lan rộng.", "mo_dau"),
        ("Xét đề nghị của Sở Nội vụ.", "can_cu"),
        ("Xét thấy cần thiết.", "mo_dau"),
        ("Để phát huy kết quả;", "mo_dau"),
    ],
)
def test_a_legal_basis_or_a_sentence(line: str, role: str) -> None:
    refs = "refs: {ct: {type: Chỉ thị, no: 05-CT/TW}}\n"
    document = cases.document(f"{refs}preamble: |\n  {line}\n")
    assert [b.role for b in document.blocks if b.role in ("can_cu", "mo_dau")] == [role]


def test_a_text_without_words_is_no_line() -> None:
    document = cases.document("signature: [{for: ['', B], as: '', name: ''}]\n")
    assert roles(document)[-2:] == ["ky_thay_mat", "ky_ho_ten"]


def test_a_plan_without_bases() -> None:
    document = cases.document("preamble: 'Để phát huy kết quả, ban hành Kế hoạch như sau:'\n")
    assert text_of(document, "can_cu", "mo_dau") == [
        "Để phát huy kết quả, ban hành Kế hoạch như sau:"
    ]


# The outline


def test_six_levels_and_paragraphs_anywhere() -> None:
    body = """
        Trước hết.
        A. Phần
        I. Mục
        Trước điểm.
        1. Khoản
        1.1. Khoản nhỏ
        1.1.1. Khoản nhỏ nữa
        a) Điểm;
        - Gạch;
        + Cộng;
        (1) Số;
        (i) La Mã.
        Sau điểm.
        a. Điểm chấm.
        =9. Giữ.
    """
    assert outline_of(body) == [
        "doan: Trước hết.",
        "phan_td: A. Phần",
        "muc_td: I. Mục",
        "doan: Trước điểm.",
        "khoan_td: 1. Khoản",
        "khoan_2_td: 1.1. Khoản nhỏ",
        "khoan_3_td: 1.1.1. Khoản nhỏ nữa",
        "diem: a) Điểm;",
        "gach: - Gạch;",
        "cong: + Cộng;",
        "ngoac: (1) Số;",
        "ngoac: (i) La Mã.",
        "doan: Sau điểm.",
        "diem: a. Điểm chấm.",
        "khoan: 9. Giữ",
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("1. Mục tiêu", "khoan_td: 1. Mục tiêu"),
        ("1. **Mục tiêu**", "khoan_td: 1. Mục tiêu"),
        ("1. *Mục tiêu*", "khoan_td: 1. *Mục tiêu*"),
        ("1. Mục tiêu.", "khoan: 1. Mục tiêu."),
        ("1. Mục tiêu:", "khoan: 1. Mục tiêu:"),
        ("1. Mục tiêu “An toàn.”", "khoan: 1. Mục tiêu “An toàn.”"),
        ("1. Mục tiêu “An toàn”", "khoan_td: 1. Mục tiêu “An toàn”"),
        ("1. Mục tiêu (kèm theo)", "khoan_td: 1. Mục tiêu (kèm theo)"),
        ("1. Mục tiêu (kèm theo.)", "khoan: 1. Mục tiêu (kèm theo.)"),
        ("1. Mục tiêu.[^1]", "khoan: 1. Mục tiêu.[^Ghi]"),
        ("1. Mục tiêu[^1]", "khoan_td: 1. Mục tiêu[^Ghi]"),
        ("1. Mục tiêu. {td}", "khoan_td: 1. Mục tiêu."),
        ("1. Thi đua {doan}", "khoan: 1. Thi đua"),
        ("1. {{ co }}", "khoan: 1. Có dấu."),
        ("1. {{ khong }}", "khoan_td: 1. Không dấu"),
        ("1. **Phạm vi:** toàn tỉnh", "khoan: 1. **Phạm vi:** toàn tỉnh"),
        ("1. **Phạm vi:** toàn tỉnh. {td}", "khoan_td: 1. Phạm vi: toàn tỉnh."),
        ("a) Nội dung", "diem_td: a) Nội dung"),
        ("- Gạch không dấu", "gach: - Gạch không dấu"),
        ("- Gạch {td}", "gach: - Gạch"),
        ("(1) Số không dấu", "ngoac: (1) Số không dấu"),
        ("Đoạn không dấu", "doan: Đoạn không dấu"),
        ("1. Ghi chú {mo_dau}", "mo_dau: 1. Ghi chú"),
    ],
)
def test_a_heading_or_a_text(line: str, expected: str) -> None:
    rest = "terms: {co: Có dấu., khong: Không dấu}\n"
    note = "\n[^1]: Ghi" if "[^1]" in line else ""
    assert outline_of(f"{line}\nHết.{note}", rest)[0] == expected


def test_looks_are_kept_apart_from_the_level() -> None:
    body = "- **Đậm** và *nghiêng*, ***cả hai***;\n2.000 *hộ* 2 * 3 = 6 **{{ year }}**.\nHết."
    assert outline_of(body)[:2] == [
        "gach: - **Đậm** và *nghiêng*, ***cả hai***;",
        "doan: 2.000 *hộ* 2 * 3 = 6 **2024**.",
    ]


def test_ids_and_places_of_blocks() -> None:
    document = cases.document(with_body("I. Mục {#muc}\n  - Gạch."))
    one, two = document.blocks[-2:]
    assert (one.id, two.id) == ("muc", "")
    assert one.where
    assert two.where
    assert [(b.where.line, b.where.column) for b in (one, two)] == [(2, 3), (3, 5)]


# The end of the text


@pytest.mark.parametrize(
    ("last", "printed"),
    [
        ("Hết", "doan: Hết./."),
        ("Hết.", "doan: Hết./."),
        ("Hết;", "doan: Hết./."),
        ("Hết./.", "doan: Hết./."),
        ("Hết. ./.", "doan: Hết./."),
        ("**Hết.** ./.", "doan: **Hết./.**"),
        ("**Hết.**", "doan: **Hết./.**"),
        ("*Hết*", "doan: *Hết./.*"),
        ("Theo “quy định”.", "doan: Theo “quy định”./."),
        ("Hết…", "doan: Hết…./."),
        ("{{ co }}", "doan: Có dấu./."),
        ("{{ co }}./.", "doan: Có dấu./."),
        ("Hết.[^1]", "doan: Hết[^Ghi]./."),
        ("Hết[^1].", "doan: Hết[^Ghi]./."),
        ("- Hết;", "gach: - Hết./."),
        ("I. Hết", "muc_td: I. Hết./."),
    ],
)
def test_the_text_ends_once_whatever_it_ends_with(last: str, printed: str) -> None:
    note = "\n[^1]: Ghi" if "[^1]" in last else ""
    document = cases.document(with_body(f"Đầu.\n{last}{note}", "terms: {co: Có dấu.}\n"))
    assert shown([document.blocks[-1]]) == [printed]
    assert sum(END in block.text for block in document.blocks) == 1


def test_the_closing_ends_the_text() -> None:
    text = "closing: |\n  Giao Công an tỉnh theo dõi.\n  Nhận Kế hoạch này, các đơn vị thực hiện.\n"
    document = cases.document(text)
    assert shown(list(document.blocks[-3:])) == [
        "muc_td: I. Mục tiêu",
        "doan: Giao Công an tỉnh theo dõi.",
        "ket: Nhận Kế hoạch này, các đơn vị thực hiện./.",
    ]


def test_a_closing_that_is_a_point_stays_one() -> None:
    document = cases.document("closing: |\n  - Một;\n  - Hai.\n")
    assert shown(list(document.blocks[-2:])) == ["gach: - Một;", "gach: - Hai./."]


def test_after_a_table_the_end_stands_alone() -> None:
    rest = "tables: {bang: {columns: [{title: A}], rows: [['Ô.']]}}\n"
    document = cases.document(with_body("Như sau:\n{{ bang }}", rest))
    assert shown(list(document.blocks[-3:])) == ["doan: Như sau:", "bang", "doan: ./."]


def test_the_end_does_not_reach_into_foot_or_annexes() -> None:
    text = "recipients: Lưu\nannexes: [{title: Biểu, body: Dòng cuối.}]\n"
    document = cases.document(text)
    assert [block.role for block in document.blocks if END in block.text] == ["muc_td"]


# The foot


def test_recipients_end_as_the_decree_wants() -> None:
    text = """
recipients: |
  Cục V05 (để báo cáo)
  - Các sở, ban, ngành;
  UBND huyện, thành phố.
  # ghi chú
  **Đài** Phát thanh[^1],
  + Cấp dưới;
  Lưu: VT, NCKS;
  [^1]: Để đưa tin.
"""
    document = cases.document(text)
    assert shown([b for b in document.blocks if b.role == "noi_nhan"]) == [
        "noi_nhan: - Cục V05 (để báo cáo);",
        "noi_nhan: - Các sở, ban, ngành;",
        "noi_nhan: - UBND huyện, thành phố;",
        "noi_nhan: - **Đài** Phát thanh[^Để đưa tin.];",
        "noi_nhan: + Cấp dưới;",
        "noi_nhan: - Lưu: VT, NCKS.",
    ]


def test_several_signers() -> None:
    text = """
signature:
  - for: [TM. BAN CHỈ ĐẠO, KT. TRƯỞNG BAN]
    as: PHÓ TRƯỞNG BAN
    post: GIÁM ĐỐC CÔNG AN TỈNH
    name: Nguyễn Văn A
  - as: CHÁNH VĂN PHÒNG
"""
    document = cases.document(text)
    signers = [block for block in document.blocks if block.role.startswith("ky_")]
    assert shown(signers) == [
        "ky_thay_mat: TM. BAN CHỈ ĐẠO",
        "ky_thay_mat: KT. TRƯỞNG BAN",
        "ky_chuc_vu: PHÓ TRƯỞNG BAN",
        "ky_chuc_danh: GIÁM ĐỐC CÔNG AN TỈNH",
        "ky_ho_ten: Nguyễn Văn A",
        "ky_chuc_vu: CHÁNH VĂN PHÒNG",
        "ky_ho_ten: ",
    ]


# Annexes


def test_one_annex_has_no_numeral() -> None:
    document = cases.document("annexes: [{title: Biểu giao chỉ tiêu}]\n")
    assert shown(list(document.blocks[-3:])) == [
        "phu_luc: Phụ lục",
        "phu_luc_ten: Biểu giao chỉ tiêu",
        "phu_luc_kem: (Kèm theo Kế hoạch số        /KH-BCĐ ngày 29 tháng 12 năm 2023 "
        "của Ban Chỉ đạo 138)",
    ]


def test_two_annexes_have_numerals() -> None:
    text = "number: 5\nannexes:\n- {title: Một, landscape: true, id: mot}\n- {title: [Hai, dòng]}\n"
    document = cases.document(text.replace("[Hai, dòng]", "Hai"))
    openings = [block for block in document.blocks if block.role == "phu_luc"]
    assert [(b.text, b.landscape, b.id) for b in openings] == [
        ("Phụ lục I", True, "mot"),
        ("Phụ lục II", False, ""),
    ]
    assert text_of(document, "phu_luc_kem")[0].startswith("(Kèm theo Kế hoạch số 05/KH-BCĐ ngày")


def test_an_annex_with_everything() -> None:
    text = """
annexes:
  - title: Danh sách
    body: |
      I. Mục
      1. Khoản
      a) Điểm.
    table: bang
    signature: [{as: NGƯỜI LẬP BIỂU, name: Trần B}]
tables: {bang: {columns: [{title: A}], rows: [[ô]]}}
"""
    document = cases.document(text)
    start = roles(document).index("phu_luc_kem") + 1
    assert shown(list(document.blocks[start:])) == [
        "muc_td: I. Mục",
        "khoan_td: 1. Khoản",
        "diem: a) Điểm.",
        "bang",
        "ky_chuc_vu: NGƯỜI LẬP BIỂU",
        "ky_ho_ten: Trần B",
    ]


def test_targets_in_the_table_of_an_annex() -> None:
    text = """
targets: {kdc: {value: trên 80%, of: [khu_dan_cu]}}
annexes: [{title: Biểu, table: {columns: [{title: A}], rows: [['{{ kdc }}']]}}]
"""
    table = cases.document(text).blocks[-1].table
    assert table
    assert table.rows[1].cells[0].blocks[0].text == "trên 80%"


def test_a_post_of_two_lines() -> None:
    text = (
        "signature: [{for: TM. BAN, as: [PHÓ, TRƯỞNG BAN], post: [GIÁM ĐỐC, SỞ Y TẾ], name: A}]\n"
    )
    blocks = [(b.role, b.text) for b in cases.document(text).blocks if b.role.startswith("ky_")]
    assert blocks == [
        ("ky_thay_mat", "TM. BAN"),
        ("ky_chuc_vu", "PHÓ"),
        ("ky_chuc_vu", "TRƯỞNG BAN"),
        ("ky_chuc_danh", "GIÁM ĐỐC"),
        ("ky_chuc_danh", "SỞ Y TẾ"),
        ("ky_ho_ten", "A"),
    ]
