"""The forms: what each one prints, and its fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from form_parts import (
    BOLD,
    LONG_DATE,
    ROOM,
    SHORT_DATE,
    WIDE_ROOM,
    Cell,
    base,
    blanks,
    block,
    choices,
    field,
    head,
    line,
    p,
    rule,
    run,
    signature,
    signers,
    table,
    tag_cell,
    tag_row,
    template,
    tick,
    title,
)

MOVEMENT = "phong trào thi đua “Toàn dân bảo vệ an ninh Tổ quốc” năm {{ nam }}"
SAFE = "“An toàn về an ninh, trật tự”"


def header(*words: str, small: bool = False) -> list[Cell]:
    """Return a row of column titles; an empty one goes on from above."""
    style = "bieu_nho_dau" if small else "bieu_o_dau"
    return [Cell(p(style, text), merge="" if text else "continue") for text in words]


def top(words: str, small: bool = False) -> Cell:
    """Return a column title that covers two header rows."""
    return Cell(p("bieu_nho_dau" if small else "bieu_o_dau", words), merge="restart")


def left(*runs: str) -> Cell:
    """Return a cell of words."""
    return Cell(p("bieu_o", *runs))


def mid(*runs: str) -> Cell:
    """Return a cell of a number or a short word."""
    return Cell(p("bieu_o_giua", *runs))


def contact(room: int = ROOM) -> str:
    """Return the line for who can be asked."""
    who = ("Người theo dõi, tổng hợp: ", "nguoi_theo_doi", "")
    return blanks(who, (" Điện thoại: ", "dien_thoai", ""), room=room)


def dang_ky_thi_dua() -> bytes:
    """Return the registration for the year: a row a target, or a point of the plan."""
    widths = (700, 4200, 1100, 1150, 1200, 1500, 1150, 1000, 1400)
    widths += (WIDE_ROOM - sum(widths),)
    rows = [
        [
            *(top(text) for text in ("STT", "Nội dung, chỉ tiêu", "Đơn vị tính", "Tổng số")),
            *(top(text) for text in ("Kết quả năm trước", "{{ cap_giao }}")),
            Cell(p("bieu_o_dau", "Đăng ký"), span=2),
            *(top(text) for text in ("Thời hạn", "Ghi chú")),
        ],
        header("", "", "", "", "", "", "Số lượng", "Tỷ lệ (%)", "", ""),
        tag_row("for m in muc"),
        tag_row("if m.nhom"),
        [
            mid(run("{{ m.stt }}", BOLD)),
            left(run("{{ m.noi_dung }}", BOLD)),
            *(mid(""), mid(""), mid(""), mid("{{ m.giao }}"), mid(""), mid("")),
            mid("{{ m.han }}"),
            mid(""),
        ],
        tag_row("else"),
        [
            mid("{{ m.stt }}"),
            left("{{ m.noi_dung }}"),
            mid(field("{{ m.id }}.don_vi_tinh", "Đơn vị tính", "m.don_vi_tinh", "……")),
            mid(field("{{ m.id }}.tong_so", "Tổng số", "m.tong_so", "……")),
            mid(field("{{ m.id }}.nam_truoc", "Kết quả năm trước", "m.nam_truoc", "……")),
            mid("{{ m.giao }}"),
            mid(field("{{ m.id }}.dang_ky", "Đăng ký: số lượng", "m.dang_ky", "……")),
            mid(field("{{ m.id }}.ty_le", "Đăng ký: tỷ lệ (%)", "m.ty_le", "……")),
            mid("{{ m.han }}"),
            left(field("{{ m.id }}.ghi_chu", "Ghi chú", "m.ghi_chu", "……")),
        ],
        tag_row("endif"),
        tag_row("endfor"),
    ]
    body = (
        head(WIDE_ROOM)
        + title("Bản đăng ký thi đua", f"Thực hiện {MOVEMENT}")
        + p("bieu_kinh_gui", "Kính gửi: {{ kinh_gui }}")
        + p(
            "bieu_doan",
            "Thực hiện {{ ke_hoach }}, ",
            field("don_vi", "Đơn vị đăng ký", "don_vi", "……………………"),
            " đăng ký các nội dung, chỉ tiêu thi đua năm {{ nam }} như sau:",
        )
        + table(widths, rows, header=2)
        + base.thin()
        + contact(WIDE_ROOM)
        + signature(WIDE_ROOM)
    )
    return template(body, landscape=True)


def tong_hop() -> bytes:
    """Return the summary of what was registered: units by rows, objects by columns."""
    widths = (560, 2300, 650, 650, 600, 650, 650, 600, 1000)
    small = "bieu_nho_giua"

    def figures(name: str, look: str = "") -> list[Cell]:
        parts = ("tong_so", "dang_ky", "ty_le")
        return [Cell(p(small, run(f"{{{{ {name}.{part} }}}}", look))) for part in parts]

    def whole(name: str, words: str, number: str) -> list[Cell]:
        return [
            Cell(p(small, run(number, BOLD))),
            Cell(p("bieu_nho", run(words, BOLD))),
            *(tag_cell(f"for o in {name}.o"), *figures("o", BOLD), tag_cell("endfor")),
            *(*figures(f"{name}.cong", BOLD), Cell(p(small))),
        ]

    fields = [
        Cell(p(small, field("{{ o.id }}.tong_so", "Tổng số", "o.tong_so", "…"))),
        Cell(p(small, field("{{ o.id }}.dang_ky", "Đăng ký", "o.dang_ky", "…"))),
        Cell(p(small, "{{ o.ty_le }}")),
    ]
    unit = [
        Cell(p(small, "{{ d.stt }}")),
        Cell(p("bieu_nho", "{{ d.ten }}")),
        *(tag_cell("for o in d.o"), tag_cell("if o.ap_dung"), *fields),
        *(tag_cell("else"), *figures("o"), tag_cell("endif"), tag_cell("endfor")),
        *figures("d.cong"),
        Cell(p(small, field("{{ d.id }}.ngay_nhan", "Ngày nhận", "d.ngay_nhan", "……", SHORT_DATE))),
    ]
    object_ = Cell(p("bieu_nho_dau", "{{ o.ten }}"), span=3)
    counts = header("Tổng số", "Đăng ký", "%", small=True)
    rows = [
        [
            *(top("STT", True), top("Đơn vị", True)),
            *(tag_cell("for o in doi_tuong"), object_, tag_cell("endfor")),
            *(Cell(p("bieu_nho_dau", "Cộng"), span=3), top("Ngày nhận", True)),
        ],
        [
            *header("", "", small=True),
            *(tag_cell("for o in doi_tuong"), *counts, tag_cell("endfor")),
            *(*counts, *header("", small=True)),
        ],
        tag_row("for n in nhom"),
        whole("n", "{{ n.ten }}", "{{ n.stt }}"),
        tag_row("for d in n.don_vi"),
        unit,
        tag_row("endfor"),
        tag_row("endfor"),
        whole("tong", "Tổng cộng", ""),
    ]
    people = [
        ("nguoi_lap", "Người lập biểu", "(Ký, ghi rõ họ tên)"),
        ("thu_truong", "Thủ trưởng đơn vị", "(Ký, ghi rõ họ tên, đóng dấu)"),
    ]
    note = "Ghi chú: dấu “-” là không có đối tượng; ô để trống là chưa gửi đăng ký."
    body = (
        head(WIDE_ROOM)
        + title("Biểu tổng hợp đăng ký thi đua", f"{MOVEMENT[:1].upper()}{MOVEMENT[1:]}")
        + table(widths, rows, header=2, whole=WIDE_ROOM)
        + p("bieu_nho", note, extra="<w:keepNext/>")
        + signers(people, WIDE_ROOM)
    )
    return template(body, landscape=True)


def criteria_rows() -> list[list[Cell]]:
    """Return the rows of criteria, each with boxes for met and not yet met."""
    return [
        header("STT", "Tiêu chí, tiêu chuẩn", "Đạt", "Chưa đạt", "Ghi chú"),
        tag_row("for t in tieu_chi"),
        [
            mid("{{ t.stt }}"),
            left("{{ t.noi_dung }}"),
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
        + p("bieu_ky", "{{ b.ten }}")
        + p("bieu_ky_cach", "{{ b.ky }}")
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
    kinds = choices("Khu dân cư", "Xã, phường", "Cơ quan", "Doanh nghiệp", "Cơ sở giáo dục")
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
        + table(CRITERIA_WIDTHS, criteria_rows(), header=1)
        + base.thin()
        + p("bieu_muc", "3. Biện pháp thực hiện")
        + measures()
        + signature()
    )
    return template(body)


def khen_thuong() -> bytes:
    """Return the list of nominees: collectives apart from persons, rows within the quota."""
    widths = (700, 3300, 2900, 1900, 3900)
    widths += (WIDE_ROOM - sum(widths),)
    awards = choices("Cờ thi đua", "Bằng khen", "Giấy khen")
    names = ("Tập thể, cá nhân", "Đơn vị, chức vụ", "Hình thức đề nghị", "Tóm tắt thành tích")
    rows = [
        header("STT", *names, "Ghi chú"),
        tag_row("for f in phan"),
        [mid(run("{{ f.stt }}", BOLD)), Cell(p("bieu_o", run("{{ f.ten }}", BOLD)), span=5)],
        tag_row("for g in f.nhom"),
        [
            mid(run("{{ g.stt }}", BOLD)),
            Cell(p("bieu_o", run("{{ g.ten }}", BOLD), " (số lượng: {{ g.han_muc }})"), span=5),
        ],
        tag_row("for h in g.hang"),
        [
            mid("{{ h.stt }}"),
            left(field("{{ h.id }}.ten", "Tập thể, cá nhân", "", "…………………")),
            left(field("{{ h.id }}.don_vi", "Đơn vị, chức vụ", "", "………………")),
            left(field("{{ h.id }}.hinh_thuc", "Hình thức", "h.hinh_thuc", "………", awards)),
            left(field("{{ h.id }}.thanh_tich", "Thành tích", "", "……………………")),
            left(field("{{ h.id }}.ghi_chu", "Ghi chú", "", "……")),
        ],
        *(tag_row("endfor"), tag_row("endfor"), tag_row("endfor")),
    ]
    body = (
        head(WIDE_ROOM)
        + title("Danh sách đề nghị khen thưởng", f"Trong {MOVEMENT}")
        + table(widths, rows, header=1)
        + base.thin()
        + contact(WIDE_ROOM)
        + signature(WIDE_ROOM)
    )
    return template(body, landscape=True)


def listed(columns: tuple[tuple[str, str, int, str], ...]) -> str:
    """Return a list to be filled: columns of (title, field, width, blank), the last for a name.

    A column without a field is left empty, for a signature.
    """
    row = [mid("{{ h.stt }}")]
    for words, tag, _, blank in columns:
        kind = SHORT_DATE if "/" in blank else "<w:text/>"
        cell = field(f"{{{{ h.id }}}}.{tag}", words, "", blank, kind) if tag else ""
        row.append(left(cell) if cell else left())
    widths = (600, *(width for _, _, width, _ in columns))
    titles = header("STT", *(words for words, _, _, _ in columns))
    rows = [titles, tag_row("for h in hang"), row, tag_row("endfor")]
    return table(widths, rows, header=1) + base.thin()


def danh_sach_ho() -> bytes:
    """Return the list of households that register, each with a signature."""
    columns = (
        ("Họ và tên chủ hộ", "chu_ho", 3200, "……………………"),
        ("Số nhân khẩu", "nhan_khau", 1100, "……"),
        ("Địa chỉ, tổ liên gia", "dia_chi", 2300, "………………"),
        ("Ký tên", "", 2155, ""),
    )
    people = [
        ("mat_tran", "Ban công tác Mặt trận", "(Xác nhận)"),
        ("truong_kdc", "Trưởng khu dân cư", "(Ký, ghi rõ họ tên)"),
    ]
    body = (
        p("quoc_hieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        + p("tieu_ngu", "Độc lập - Tự do - Hạnh phúc")
        + rule("ke_tieu_ngu", ROOM, 3150)
        + title("Danh sách hộ gia đình đăng ký", f"Xây dựng khu dân cư {SAFE} năm {{{{ nam }}}}")
        + blanks(("Khu dân cư: ", "khu_dan_cu", ""), (" xã, phường: ", "xa", "xa"))
        + listed(columns)
        + blanks(("Tổng số hộ: ", "tong_ho", ""), (" số hộ đăng ký: ", "ho_dang_ky", ""))
        + signers(people)
    )
    return template(body)


def cam_ket() -> bytes:
    """Return the pledge of persons, with a list to sign."""
    columns = (
        ("Họ và tên", "ho_ten", 3300, "……………………"),
        ("Chức vụ, bộ phận, lớp", "chuc_vu", 2400, "………………"),
        ("Ngày ký", "ngay", 1400, "…/…/……"),
        ("Chữ ký", "", 1655, ""),
    )
    body = (
        head()
        + title("Danh sách ký cam kết", f"Thực hiện {MOVEMENT}")
        + p("bieu_doan", "Thực hiện {{ ke_hoach }}, chúng tôi ký tên dưới đây cam kết:")
        + block("for c in cam_ket")
        + p("bieu_doan", "- {{ c }}")
        + block("endfor")
        + listed(columns)
        + blanks(("Tổng số người: ", "tong_so", ""), (" số người đã ký: ", "da_ky", ""))
        + signature()
    )
    return template(body)


def mo_hinh() -> bytes:
    """Return the registration of models of the movement."""
    widths = (700, 3200, 2600, 1900, 1300, 2300)
    widths += (WIDE_ROOM - sum(widths),)
    day = field("{{ h.id }}.ngay", "Ngày ra mắt", "", "…/…/……", SHORT_DATE)
    row = [
        mid("{{ h.stt }}"),
        left(field("{{ h.id }}.ten", "Tên mô hình", "", "…………………")),
        left(field("{{ h.id }}.dia_ban", "Địa bàn", "", "………………")),
        mid(day),
        mid(field("{{ h.id }}.thanh_vien", "Số thành viên", "", "……")),
        left(field("{{ h.id }}.phu_trach", "Người phụ trách", "", "………………")),
        left(),
    ]
    names = ("Tên mô hình", "Địa bàn, đơn vị", "Ngày ra mắt", "Số thành viên")
    titles = header("STT", *names, "Người phụ trách", "Ký tên")
    body = (
        head(WIDE_ROOM)
        + title("Bản đăng ký xây dựng mô hình", f"Trong {MOVEMENT}")
        + p("bieu_kinh_gui", "Kính gửi: {{ kinh_gui }}")
        + table(widths, [titles, tag_row("for h in hang"), row, tag_row("endfor")], header=1)
        + base.thin()
        + contact(WIDE_ROOM)
        + signature(WIDE_ROOM)
    )
    return template(body, landscape=True)


FORMS: Mapping[str, Callable[[], bytes]] = {
    "dang-ky-thi-dua": dang_ky_thi_dua,
    "dang-ky-antt-kdc": antt_kdc,
    "dang-ky-antt-co-quan": antt_co_quan,
    "dang-ky-antt-xa": antt_xa,
    "giao-uoc": giao_uoc,
    "dang-ky-dien-hinh": dien_hinh,
    "tong-hop": tong_hop,
    "khen-thuong": khen_thuong,
    "danh-sach-ho": danh_sach_ho,
    "cam-ket": cam_ket,
    "dang-ky-mo-hinh": mo_hinh,
}
