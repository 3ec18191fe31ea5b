"""The forms: what each one prints, and its fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from form_parts import (
    BOLD,
    ROOM,
    SHORT_DATE,
    WIDE_ROOM,
    Cell,
    base,
    block,
    choices,
    field,
    head,
    line,
    p,
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
    return line(
        "Người theo dõi, tổng hợp: ",
        field("nguoi_theo_doi", "Người theo dõi", "", "\t"),
        " Điện thoại: ",
        field("dien_thoai", "Điện thoại", "", "\t"),
        stops=(room * 6 // 10, room),
    )


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
            mid("{{ m.don_vi_tinh }}"),
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
    widths = (450, 2300, 620, 620, 560, 650, 650, 560)
    widths += (WIDE_ROOM - sum(widths),)
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
        + table(widths, rows, header=2)
        + p("bieu_nho", note)
        + signers(people, WIDE_ROOM)
    )
    return template(body, landscape=True)


FORMS: Mapping[str, Callable[[], bytes]] = {
    "dang-ky-thi-dua": dang_ky_thi_dua,
    "tong-hop": tong_hop,
}
