"""Forms that are mostly a table: registration, summary, nominees, lists to sign."""

from __future__ import annotations

from form_parts import (
    BOLD,
    MOVEMENT,
    ROOM,
    SAFE,
    SHORT_DATE,
    WIDE_ROOM,
    Cell,
    base,
    blanks,
    block,
    choices,
    field,
    head,
    header,
    kept,
    left,
    mid,
    p,
    rule,
    run,
    signature,
    signers,
    table,
    tag_cell,
    tag_row,
    template,
    title,
    top,
)


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
        kept(
            mid(run("{{ m.stt }}", BOLD)),
            left(run("{{ m.noi_dung }}", BOLD)),
            *(mid(""), mid(""), mid(""), mid("{{ m.giao }}"), mid(""), mid("")),
            mid("{{ m.han }}"),
            mid(""),
        ),
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
        + table(widths, rows, header=2, whole=WIDE_ROOM, margin=20)
        + p("bieu_nho", note, extra="<w:keepNext/>")
        + signers(people, WIDE_ROOM)
    )
    return template(body, landscape=True)


def khen_thuong() -> bytes:
    """Return the list of nominees: collectives apart from persons, rows within the quota."""
    widths = (700, 3300, 2900, 1900, 3900)
    widths += (WIDE_ROOM - sum(widths),)
    awards = choices("Cờ thi đua", "Bằng khen", "Giấy khen")
    names = ("Tập thể, cá nhân", "Đơn vị, chức vụ", "Hình thức đề nghị", "Tóm tắt thành tích")
    rows = [
        header("STT", *names, "Ghi chú"),
        tag_row("for f in phan"),
        kept(mid(run("{{ f.stt }}", BOLD)), Cell(p("bieu_o", run("{{ f.ten }}", BOLD)), span=5)),
        tag_row("for g in f.nhom"),
        kept(
            mid(run("{{ g.stt }}", BOLD)),
            Cell(p("bieu_o", run("{{ g.ten }}", BOLD), " (số lượng: {{ g.han_muc }})"), span=5),
        ),
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
