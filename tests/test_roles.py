"""`roles`: what each line is, in ways of writing that no two offices share."""

from __future__ import annotations

import pytest

from foreign import b, p, package, r, table
from kehoach.papers import read_paper
from kehoach.roles.marks import Marks, kind_of
from kehoach.roles.near import near_address, near_form, near_recipients, near_type
from kehoach.roles.words import is_authority, is_name, is_post, plain, type_end

QUOC_HIEU, TIEU_NGU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
NUMBER, DAY = "Số: 12/KH-UBND", "Thái Bình, ngày 05 tháng 01 năm 2024"
NAME = "UBND HUYỆN VŨ THƯ"


def c(*texts: str) -> str:
    """Return centred bold paragraphs."""
    return "".join(p(b(text), align="center") for text in texts)


HEAD = table(
    (c("UBND TỈNH", "SỞ NỘI VỤ"), c(QUOC_HIEU, TIEU_NGU)), (p(NUMBER), p(r(DAY, "<w:i/>")))
)
TITLE = c("KẾ HOẠCH", "Phát động thi đua")
BODY = p("1. Các đơn vị thực hiện.") + p("Trên đây là kế hoạch./.")
FOOT = table((p("Nơi nhận:") + p("- Lưu: VT."), c("GIÁM ĐỐC", "Nguyễn Văn An")))


def roles(*parts: str) -> list[tuple[str, str]]:
    paper, _ = read_paper(package("".join(parts)), "x.docx")
    assert paper is not None
    return [(line.role, line.text) for line in paper.lines]


def of(found: list[tuple[str, str]], role: str) -> list[str]:
    return [text for named, text in found if named == role]


def test_a_head_in_one_row_of_cells() -> None:
    head = table((c("UBND TỈNH", "SỞ Y TẾ", NUMBER), c(QUOC_HIEU, TIEU_NGU, DAY)))
    assert [role for role, _ in roles(head, TITLE, BODY, FOOT)][:6] == [
        *("co_quan_chu_quan", "co_quan_ban_hanh", "so_ky_hieu"),
        *("quoc_hieu", "tieu_ngu", "dia_danh_ngay"),
    ]


def test_a_head_of_three_columns_with_one_between() -> None:
    head = table((c("UBND TỈNH", "SỞ Y TẾ"), p(), c(QUOC_HIEU, TIEU_NGU)), (p(NUMBER), p(), p(DAY)))
    found = roles(head, TITLE, BODY, FOOT)
    assert of(found, "co_quan_ban_hanh") == ["SỞ Y TẾ"]
    assert of(found, "so_ky_hieu") == [NUMBER]
    assert of(found, "dia_danh_ngay") == [DAY]


def test_the_type_and_title_inside_the_table_of_the_head() -> None:
    rows = ((c(NAME), c(QUOC_HIEU, TIEU_NGU)), (p(NUMBER), p(DAY)))
    found = roles(table(*rows), TITLE.replace("KẾ HOẠCH", "K Ế  H O Ạ C H"), BODY, FOOT)
    assert of(found, "ten_loai") == ["K Ế  H O Ạ C H"]
    assert of(found, "trich_yeu") == ["Phát động thi đua"]


def test_a_title_on_the_line_of_the_type_and_one_after_a_break() -> None:
    for title in ("KẾ HOẠCH Phát động thi đua", "KẾ HOẠCH\nPhát động thi đua"):
        found = roles(HEAD, p(b(title), align="center"), BODY, FOOT)
        assert of(found, "ten_loai") == ["KẾ HOẠCH"]
        assert of(found, "trich_yeu") == ["Phát động thi đua"]


def test_a_type_in_small_letters_and_a_title_that_is_not_bold() -> None:
    title = p(b("Kế hoạch"), align="center") + p("Triển khai phong trào", align="center")
    found = roles(HEAD, title, BODY, FOOT)
    assert of(found, "ten_loai") == ["Kế hoạch"]
    assert of(found, "trich_yeu") == ["Triển khai phong trào"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Thái Bình, ngày10 /3/2026", "dia_danh_ngay"),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHIÃ VIỆT NAM", "quoc_hieu"),
        ("Độc lập, Tự do, Hạnh phúc", "tieu_ngu"),
        ("ĐỘC LẬP - TỰ DO - HẠNH PHÚC", "tieu_ngu"),
        ("Số 12/KH-UBND", "so_ky_hieu"),
        ("Số : 5 /KH - UBND", "so_ky_hieu"),
        ("12/KH-UBND", "so_ky_hieu"),
        ("Thái Bình, ngày 5/1/2024", "dia_danh_ngay"),
        ("Thái Bình, ngày… tháng… năm 2024", "dia_danh_ngay"),
        ("DỰ THẢO LẦN 2", "du_thao"),
        ("HỎA TỐC", "do_khan"),
    ],
)
def test_a_line_of_the_head_is_known_in_spite_of_slips(text: str, role: str) -> None:
    left, right = (c(NAME, text), c("X")) if role == "so_ky_hieu" else (c(NAME), c(text))
    assert text in of(roles(table((left, right)), TITLE, BODY, FOOT), role)


@pytest.mark.parametrize(
    ("lines", "over"),
    [
        (("BỘ CÔNG AN", "CÔNG AN TỈNH BÌNH PHƯỚC"), 1),
        (("SỞ Y TẾ THÁI BÌNH", "BỆNH VIỆN ĐA KHOA"), 1),
        (("ỦY BAN NHÂN DÂN", "TỈNH THÁI BÌNH"), 0),
        (("BAN CHỈ ĐẠO PHÒNG, CHỐNG", "TỘI PHẠM, TỆ NẠN XÃ HỘI"), 0),
        (("UBND HUYỆN THOẠI SƠN",), 0),
    ],
)
def test_who_stands_over_the_issuer_where_looks_do_not_say(
    lines: tuple[str, ...], over: int
) -> None:
    found = roles(table((c(*lines), c(QUOC_HIEU, TIEU_NGU))), TITLE, BODY, FOOT)
    assert of(found, "co_quan_chu_quan") == list(lines[:over])
    assert of(found, "co_quan_ban_hanh") == list(lines[over:])


def test_a_signer_without_recipients_or_authority() -> None:
    found = roles(HEAD, TITLE, p("1. Các đơn vị thực hiện."), c("HIỆU TRƯỞNG"), p("Lô Văn Thịnh"))
    assert found[-2:] == [("ky_chuc_vu", "HIỆU TRƯỞNG"), ("ky_ho_ten", "Lô Văn Thịnh")]


def test_signers_side_by_side_with_a_mark_that_they_signed() -> None:
    left = c("CÔNG AN TỈNH", "GIÁM ĐỐC", "(Đã ký)", "Đại tá Trần Văn Bình")
    right = c("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Lê Thị Hà")
    found = roles(HEAD, TITLE, BODY, table((left, right)))
    assert of(found, "ky_ho_ten") == ["Đại tá Trần Văn Bình", "Lê Thị Hà"]
    assert of(found, "ky_thay_mat") == ["TL. CHỦ TỊCH"]
    assert of(found, "ky_khac") == ["(Đã ký)"]


def test_recipients_with_automatic_dashes_and_a_name_in_capitals() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
        '<w:lvlText w:val="-"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    left = p("Nơi nhận:") + p("Như trên;", more=listed) + p("Lưu: VT.", more=listed)
    foot = table((left, c("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "NGUYỄN VĂN AN")))
    paper, _ = read_paper(package(HEAD + TITLE + BODY + foot, {"numbering": numbering}), "x")
    assert paper is not None
    assert [line.text for line in paper.of("noi_nhan")] == ["Như trên;", "Lưu: VT."]
    assert [line.text for line in paper.of("ky_ho_ten")] == ["NGUYỄN VĂN AN"]
    told = [block.text for block in paper.document.blocks if block.role == "noi_nhan"]
    assert told == ["- Như trên;", "- Lưu: VT."]


def test_bases_with_dashes_and_points_in_other_ways() -> None:
    found = roles(
        *(HEAD, TITLE, p("Căn cứ Luật A ngày 01 tháng 01 năm 2020;"), p("Ban hành như sau:")),
        *(p(b("Phần I. MỤC ĐÍCH")), p("I/ Yêu cầu"), p("1) Một việc."), p("1.1 Hai việc.")),
        *(p("a, Không phải điểm."), p("2024 là năm đầu."), p("-Ba việc."), p("C. Mác nói vậy.")),
        FOOT,
    )
    assert [role for role, _ in found[8:17]] == [
        *("can_cu", "mo_dau", "chuong", "muc_td", "khoan", "khoan_2", "doan", "doan", "gach"),
    ]
    assert found[17] == ("ket", "C. Mác nói vậy.")


def test_an_annex_with_its_title_on_the_line_of_its_label_and_a_signer() -> None:
    sign = table((p(), c("GIÁM ĐỐC", "Nguyễn Văn An")))
    found = roles(
        *(HEAD, TITLE, BODY, FOOT, c("Phụ lục II: DANH SÁCH ĐƠN VỊ")),
        *(p(r("(Kèm theo Kế hoạch số 12/KH-UBND)", "<w:i/>"), align="center"), p("1. Sở Y tế.")),
        sign.replace("GIÁM ĐỐC", "TM. BAN TỔ CHỨC"),
    )
    assert found[-6:] == [
        ("phu_luc", "Phụ lục II:"),
        ("phu_luc_ten", "DANH SÁCH ĐƠN VỊ"),
        ("phu_luc_kem", "(Kèm theo Kế hoạch số 12/KH-UBND)"),
        ("khoan", "1. Sở Y tế."),
        ("ky_thay_mat", "TM. BAN TỔ CHỨC"),
        ("ky_ho_ten", "Nguyễn Văn An"),
    ]


def test_addressees_in_a_list_and_in_a_table_of_their_own() -> None:
    number = "Số: 12/SNV-TĐ"
    head = table((c("UBND TỈNH", "SỞ NỘI VỤ", number), c(QUOC_HIEU, TIEU_NGU, DAY)))
    listed = p("Kính gửi:", align="center") + p("- Sở Y tế;") + p("- Sở Tài chính.")
    beside = table((p("Kính gửi:"), p("Sở Y tế;") + p("Sở Tài chính.")))
    for asked in (listed, beside):
        found = roles(head, p("V/v góp ý"), asked, p("Sở Nội vụ đề nghị góp ý./."), FOOT)
        assert [text.strip("- ") for text in of(found, "kinh_gui")] == [
            *("Kính gửi:", "Sở Y tế;", "Sở Tài chính.")
        ]
        assert of(found, "ve_viec") == ["V/v góp ý"]


def test_a_text_in_a_frame_of_one_cell_is_text() -> None:
    found = roles(HEAD, TITLE, table((p("1. Các đơn vị thực hiện."),)), FOOT)
    assert ("khoan", "1. Các đơn vị thực hiện.") in found


def test_a_table_of_the_text_has_cells() -> None:
    rows = ((c("STT"), c("Tên")), (p("1", align="center"), p("TM. BAN CHỈ ĐẠO")))
    found = roles(HEAD, TITLE, p("1. Danh sách:"), table(*rows), FOOT)
    assert found[8:13] == [
        ("khoan", "1. Danh sách:"),
        ("o_dau", "STT"),
        ("o_dau", "Tên"),
        ("o_giua", "1"),
        ("o", "TM. BAN CHỈ ĐẠO"),
    ]


def test_markers_go_on_with_their_list_or_are_none() -> None:
    marks = Marks()
    said = ["A. Một", "I. Một", "B. Hai", "C. Mác", "C. Ba", "V. Năm", "1.Hai", "5.000 đồng", "-x"]
    found = [marks.typed(text) for text in said]
    kinds = [each[0].kind if each else "" for each in found]
    assert kinds == ["A.", "I.", "A.", "A.", "A.", "I.", "1.", "", ""]


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("IV.", "I."), ("IIII.", ""), ("B.", "A."), ("12.", "1."), ("3)", "1."), ("2/", "1."),
        ("12", ""), ("2.1", "1.1."), ("1.2.3.", "1.1.1."), ("đ)", "a)"), ("b.", "a."),
        ("(3)", "(1)"), ("(ii)", "(i)"), ("•", "-"), ("+", "+"), ("?", ""),
    ],
)  # fmt: skip
def test_the_kind_of_a_label(label: str, kind: str) -> None:
    assert kind_of(label) == kind


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("KẾ HOẠCH", 8),
        ("  TỜ TRÌNH: Về việc", 11),
        ("KẾ HOẠCHĐỊNH", 0),
        ("Kế hoạch", 0),
        ("K Ế  H O Ạ C H", 14),
        ("A B C D", 0),
    ],
)
def test_where_the_name_of_a_type_ends(text: str, end: int) -> None:
    assert type_end(text) == end


def test_slips_of_the_keyboard_in_fixed_lines() -> None:
    assert near_form("CỘGN HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") == "quoc_hieu"
    assert near_form("Độc lập - Tự do - Hạnh phú") == "tieu_ngu"
    assert near_form("ĐẢNG BỘ TỈNH AN GIANG") == ""
    assert near_type("KẾ  HOẠCH,")
    assert near_type("QUẾYT ĐỊNH")
    assert not near_type("HỘI ĐỒNG")
    assert not near_type("Kế hoạch")
    assert near_address("Kíhn gửi: Sở Y tế")
    assert not near_address("Kinh phí: do tỉnh cấp")
    assert near_recipients("Nơ inhận:")
    assert not near_recipients("Nội dung")


def test_a_document_keeps_its_parts_where_one_line_is_missing_or_wrong() -> None:
    asked = p("- Sở Y tế;"), p("- Lưu: VT.")
    unnamed = table(("".join(asked), c("GIÁM ĐỐC", "Nguyễn Văn An")))
    found = roles(HEAD, c("KẾ HOẠC", "Phát động thi đua"), BODY, unnamed)
    assert of(found, "ten_loai") == ["KẾ HOẠC"]
    assert of(found, "noi_nhan") == ["- Sở Y tế;", "- Lưu: VT."]
    assert of(found, "ky_ho_ten") == ["Nguyễn Văn An"]
    untitled = roles(HEAD, c("Phát động thi đua"), BODY, FOOT)
    assert of(untitled, "trich_yeu") == ["Phát động thi đua"]
    assert of(untitled, "so_ky_hieu") == [NUMBER]
    paged = '<w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr>'
    annex = roles(HEAD, TITLE, BODY, FOOT, p(more=paged), c("BIỂU GIAO CHỈ TIÊU"), p("1. Một."))
    assert annex[-2:] == [("phu_luc_ten", "BIỂU GIAO CHỈ TIÊU"), ("khoan", "1. Một.")]


def test_posts_names_and_authorities() -> None:
    assert [
        is_authority(text) for text in ("TM. UBND", "T.M. ĐẢNG ỦY", "K/T BÍ THƯ", "TMDT A")
    ] == [*(True, True, True, False)]
    assert is_name("Trần Xuân Trường")
    assert is_name("ThS. Lê Thị Chánh")
    assert not is_name("Trưởng phòng")
    assert is_post("PHÓ CHỦ TỊCH")
    assert plain("Đặng – Ế") == "dang - e"
