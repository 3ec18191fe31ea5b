"""Forms that are mostly words: letters with criteria, the giao ước, the model unit."""

from __future__ import annotations

from form_parts import (
    LONG_DATE,
    MOVEMENT,
    ROOM,
    SAFE,
    SHORT_DATE,
    Cell,
    base,
    blanks,
    block,
    choices,
    field,
    head,
    header,
    left,
    line,
    mid,
    p,
    rule,
    signature,
    signers,
    table,
    tag_cell,
    tag_row,
    template,
    tick,
    title,
)


def criteria_rows(typed: bool = False) -> list[list[Cell]]:
    """Return the rows of criteria with boxes for met and not yet met; `typed`: each is a field."""
    blank = field("{{ t.id }}.noi_dung", "Tiêu chí, tiêu chuẩn", "t.noi_dung", "……………………………………")
    return [
        header("STT", "Tiêu chí, tiêu chuẩn", "Đạt", "Chưa đạt", "Ghi chú"),
        tag_row("for t in tieu_chi"),
        [
            mid("{{ t.stt }}"),
            left(blank if typed else "{{ t.noi_dung }}"),
            mid(tick("{{ t.id }}.dat", "Đạt", "t.dat")),
            mid(tick("{{ t.id }}.chua", "Chưa đạt", "t.chua")),
            left(field("{{ t.id }}.ghi_chu", "Ghi chú", "", "……")),
        ],
        tag_row("endfor"),
    ]


CRITERIA_WIDTHS = (640, 5715, 700, 900, 1400)


def letter(name: str) -> str:
    """Return the head of a letter: Quốc hiệu over the whole page, place and day, the title."""
    return (
        p("quoc_hieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        + p("tieu_ngu", "Độc lập - Tự do - Hạnh phúc")
        + rule("ke_tieu_ngu", ROOM, 3150)
        + p(
            "bieu_ngay",
            field("dia_danh", "Địa danh", "dia_danh", "……………"),
            ", ",
            field("ngay_ky", "Ngày ký", "", "ngày …… tháng …… năm ………", LONG_DATE),
        )
        + title(name, f"Phấn đấu đạt tiêu chuẩn {SAFE} năm {{{{ nam }}}}")
        + p("bieu_kinh_gui", "Kính gửi: ", field("kinh_gui", "Kính gửi", "gui_den", "…………………………"))
    )


def dot_line(words: str, tag: str, name: str, value: str = "") -> str:
    """Return a line with one blank up to its end."""
    return line(words, field(tag, name, value, "\t"))


def standard(who: str, opening: str, people: list[tuple[str, str, str]]) -> bytes:
    """Return a letter that registers for the standard, criterion by criterion."""
    body = (
        letter(f"Bản đăng ký{who}")
        + opening
        + p(
            "bieu_doan",
            f"Thực hiện {{{{ ke_hoach }}}}, chúng tôi đăng ký phấn đấu đạt tiêu chuẩn {SAFE} năm "
            "{{ nam }}, với tình hình từng tiêu chí khi đăng ký như sau:",
        )
        + table(CRITERIA_WIDTHS, criteria_rows(), header=1)
        + base.thin()
        + p("bieu_muc", "Biện pháp thực hiện")
        + measures()
        + p(
            "bieu_doan",
            "Chúng tôi cam kết thực hiện đúng nội dung đã đăng ký và gửi kết quả tự chấm trước kỳ "
            "xét công nhận cuối năm.",
            extra="<w:keepNext/>",
        )
        + signers(people)
    )
    return template(body)


def measures() -> str:
    """Return room for three lines of what will be done."""
    return "".join(
        line(field(f"bien_phap_{n}", f"Biện pháp {n}", "", "\t"), keep=True) for n in (1, 2, 3)
    )


def antt_kdc() -> bytes:
    """Return the letter of the head of a khu dân cư."""
    opening = (
        blanks(("Khu dân cư: ", "khu_dan_cu", ""), (" xã, phường, thị trấn: ", "xa", "xa"))
        + dot_line("Thuộc: ", "thuoc", "Thuộc", "thuoc")
        + blanks(("Số hộ: ", "so_ho", ""), (" số nhân khẩu: ", "nhan_khau", ""))
        + dot_line("Số hộ đăng ký tham gia: ", "ho_dang_ky", "Số hộ đăng ký")
    )
    people = [
        ("chi_bo", "Bí thư chi bộ", "(Xác nhận)"),
        ("mat_tran", "Ban công tác Mặt trận", "(Xác nhận)"),
        ("truong_kdc", "Trưởng khu dân cư", "(Ký, ghi rõ họ tên)"),
    ]
    return standard(" của khu dân cư", opening, people)


def antt_co_quan() -> bytes:
    """Return the letter of an agency, enterprise or school."""
    kinds = choices("Cơ quan", "Doanh nghiệp", "Cơ sở giáo dục")
    opening = (
        dot_line(
            "Tên cơ quan, doanh nghiệp, cơ sở giáo dục: ", "ten_don_vi", "Tên đơn vị", "don_vi"
        )
        + p("bieu_dong", "Loại hình: ", field("loai", "Loại hình", "", "…………………………", kinds))
        + dot_line("Địa chỉ: ", "dia_chi", "Địa chỉ")
        + blanks(
            ("Số cán bộ, nhân viên, người lao động: ", "can_bo", ""),
            (" số học sinh, sinh viên: ", "hoc_sinh", ""),
        )
        + dot_line("Số người ký cam kết: ", "ky_cam_ket", "Số người ký cam kết")
    )
    people = [
        ("cap_uy", "Cấp ủy, công đoàn", "(Xác nhận)"),
        ("thu_truong", "Người đứng đầu", "(Ký, ghi rõ họ tên, đóng dấu)"),
    ]
    return standard(" của cơ quan, doanh nghiệp, cơ sở giáo dục", opening, people)


def antt_xa() -> bytes:
    """Return the letter of a commune."""
    opening = (
        dot_line("Xã, phường, thị trấn: ", "xa", "Xã, phường, thị trấn", "xa")
        + dot_line("Thuộc: ", "thuoc", "Thuộc", "thuoc")
        + blanks(
            ("Số khu dân cư: ", "so_khu", "khu_dan_cu"),
            (" số hộ: ", "so_ho", "ho"),
            (" nhân khẩu: ", "nhan_khau", ""),
        )
        + blanks(
            ("Khu dân cư đăng ký: ", "khu_dang_ky", ""),
            (" cơ quan, doanh nghiệp, trường đăng ký: ", "co_quan_dang_ky", ""),
        )
        + blanks(
            ("Nghị quyết của Đảng ủy số, ngày: ", "nghi_quyet", ""),
            (" kế hoạch số, ngày: ", "ke_hoach_xa", ""),
        )
    )
    people = [
        ("dang_uy", "TM. Đảng ủy", "(Xác nhận)"),
        ("chu_tich", "TM. Ủy ban nhân dân", "(Ký, ghi rõ họ tên, đóng dấu)"),
    ]
    return standard(" của xã, phường, thị trấn", opening, people)


def giao_uoc() -> bytes:
    """Return the pledge that several parties sign side by side."""
    party = Cell(
        block("if b.id")
        + p("bieu_ben", "{{ b.ten }}")
        + p("bieu_ben_ky", "{{ b.ky }}")
        + p("bieu_ky_ten", field("{{ b.id }}.ho_ten", "Họ tên người ký", "", "………………………"))
        + block("endif")
        + p("bieu_dong")
    )
    rows = [tag_row("for h in hang"), [tag_cell("for b in h"), party, tag_cell("endfor")]]
    rows.append(tag_row("endfor"))
    witness = Cell(
        p("bieu_ky", "Chứng kiến")
        + p("bieu_ky", "{{ chung_kien }}")
        + p("bieu_ky_cach", "(Ký, ghi rõ họ tên, đóng dấu)")
        + p("bieu_ky_ten", field("chung_kien", "Họ tên người chứng kiến", "", "………………………"))
    )
    body = (
        p("quoc_hieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        + p("tieu_ngu", "Độc lập - Tự do - Hạnh phúc")
        + rule("ke_tieu_ngu", ROOM, 3150)
        + p("bieu_ten", "Giao ước thi đua")
        + p("bieu_phu", f"Thực hiện {MOVEMENT}")
        + p("bieu_chi_dan", "({{ chi_dan_ky }})")
        + line(
            "Hôm nay, ",
            field("ngay_ky", "Ngày ký", "", "ngày …… tháng …… năm ………", LONG_DATE),
            ", tại ",
            field("noi_ky", "Nơi ký", "", "\t"),
        )
        + p(
            "bieu_doan",
            "Thực hiện {{ ke_hoach }}, chúng tôi gồm {{ so_ben }} đơn vị cùng ký giao ước thi đua "
            "với các nội dung sau:",
        )
        + block("for n in noi_dung")
        + p("bieu_doan", "{{ n.stt }}. {{ n.loi }}")
        + block("endfor")
        + p(
            "bieu_doan",
            "Các đơn vị tự nguyện thực hiện giao ước này; định kỳ đối chiếu kết quả với nhau và "
            "báo cáo {{ chung_kien }}.",
        )
        + p("bieu_muc", "Các đơn vị ký giao ước")
        + table((ROOM,), rows, lines=False, whole=ROOM)
        + p("bieu_dong")
        + table((ROOM,), [[witness]], lines=False)
        + base.thin()
    )
    return template(body)


def dien_hinh() -> bytes:
    """Return the registration of a unit that is to become a model for others."""
    kinds = choices("Xã", "Phường", "Thị trấn", "Cơ quan", "Doanh nghiệp", "Cơ sở giáo dục")
    body = (
        head()
        + title("Bản đăng ký xây dựng điển hình", f"Trong {MOVEMENT}")
        + p("bieu_kinh_gui", "Kính gửi: {{ kinh_gui }}")
        + p("bieu_doan", "Thực hiện {{ ke_hoach }}, chúng tôi đăng ký như sau:")
        + p("bieu_muc", "1. Đơn vị đăng ký")
        + dot_line("Tên đơn vị: ", "ten_don_vi", "Tên đơn vị", "don_vi")
        + p("bieu_dong", "Loại hình: ", field("loai", "Loại hình", "loai", "…………………………", kinds))
        + blanks(("Người phụ trách: ", "phu_trach", ""), (" chức vụ: ", "chuc_vu", ""))
        + p(
            "bieu_dong",
            "Ngày bắt đầu: ",
            field("ngay_bat_dau", "Ngày bắt đầu", "", "……/……/………", SHORT_DATE),
            "; dự kiến ra mắt: ",
            field("ngay_ra_mat", "Ngày ra mắt", "", "……/……/………", SHORT_DATE),
        )
        + p("bieu_muc", "2. Tiêu chuẩn: đã đạt, chưa đạt khi đăng ký")
        + table(CRITERIA_WIDTHS, criteria_rows(typed=True), header=1)
        + base.thin()
        + p("bieu_muc", "3. Biện pháp thực hiện")
        + measures()
        + signature()
    )
    return template(body)
