"""Pages as LibreOffice prints them: lines where the decree wants them, nothing parted."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as raw
import pytest

from kehoach.document import Block, Cell, Document, Row, Run, Table
from kehoach.metrics import width
from kehoach.render import render
from kehoach.template import compile_template
from office import convert
from word import TEMPLATE, block, plan

MOTTO = "Độc lập - Tự do - Hạnh phúc"
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
ISSUER = "BAN CHỈ ĐẠO PHÒNG, CHỐNG TỘI PHẠM, TỆ NẠN XÃ HỘI VÀ XÂY DỰNG PHONG TRÀO TOÀN DÂN"
CITY = "Thành phố Hồ Chí Minh, ngày 05 tháng 12 năm 2026"
CLOSING = "Nhận Kế hoạch này, các đơn vị nghiêm túc thực hiện./."
LINES = range(10, 28)
"""Lines of text before the closing: the signature comes to stand on page 1, then on 2."""


def long_plan(lines: int) -> Document:
    body = [block("doan", f"Dòng {number}") for number in range(lines)]
    return plan(*body, block("ket", CLOSING))


def documents() -> dict[str, Document]:
    table = Table((Row((Cell((block("o", "a"),)), Cell((block("o", "b"),)))),))
    annexes = [
        Block("phu_luc", (Run("Phụ lục I"),), landscape=True),
        Block("bang", table=table),
        Block("phu_luc", (Run("Phụ lục II"),)),
        *[block("doan", f"Hàng {number}") for number in range(40)],
    ]
    made = {f"line{lines}": long_plan(lines) for lines in LINES}
    made["issuer"] = plan(co_quan_ban_hanh=ISSUER, dia_danh_ngay=CITY, do_khan="HỎA TỐC")
    made["annexes"] = Document((*long_plan(40).blocks, *annexes))
    return made


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[pypdfium2.PdfPage]]:
    folder = tmp_path_factory.mktemp("pages")
    template, _ = compile_template(TEMPLATE.read_bytes(), "t.docx")
    assert template is not None
    paths = []
    for name, document in documents().items():
        data, findings = render(template, document, {})
        assert data is not None, findings
        paths.append(folder / f"{name}.docx")
        paths[-1].write_bytes(data)
    made = convert(paths, folder / "pdf", "pdf")
    return {path.stem: list(pypdfium2.PdfDocument(path)) for path in made}


def text(page: pypdfium2.PdfPage) -> str:
    return str(page.get_textpage().get_text_range())


def top(page: pypdfium2.PdfPage, words: str) -> tuple[float, float, float]:
    """Return left, baseline and right of the first line that holds `words`, in points."""
    content = page.get_textpage()
    found = content.search(words, match_case=True).get_next()
    assert found is not None, words
    boxes = [content.get_charbox(found[0] + i, loose=True) for i in range(found[1])]
    return min(b[0] for b in boxes), boxes[0][1], max(b[2] for b in boxes)


def rules(page: pypdfium2.PdfPage) -> Iterator[tuple[float, float, float]]:
    """Yield left, height and right of every horizontal line on `page`."""
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, upper = item.get_bounds()
        if upper - bottom < 2 < right - left:
            yield left, bottom, right


def below(page: pypdfium2.PdfPage, words: str) -> tuple[float, float]:
    """Return left and right of the first line under `words`, which overlaps them."""
    left, base, right = top(page, words)
    under = [r for r in rules(page) if r[1] <= base + 2 and r[0] < right and r[2] > left]
    assert under, words
    nearest = max(under, key=lambda rule: rule[1])
    return nearest[0], nearest[2]


Printed = dict[str, list[pypdfium2.PdfPage]]


def test_the_rule_under_the_motto_is_as_long_as_it(printed: Printed) -> None:
    page = printed["line10"][0]
    left, right = below(page, MOTTO)
    assert right - left == pytest.approx(width(MOTTO, 13, bold=True), abs=1.5)
    start, _, end = top(page, MOTTO)
    assert (left, right) == pytest.approx((start, end), abs=2)


def test_other_rules_are_a_third_to_half_of_their_line(printed: Printed) -> None:
    page = printed["line10"][0]
    for words in ("BAN CHỈ ĐẠO 138", "Phát động phong trào thi đua năm 2024"):
        start, _, end = top(page, words)
        left, right = below(page, words)
        assert 1 / 3 <= (right - left) / (end - start) <= 1 / 2
        assert (left + right) / 2 == pytest.approx((start + end) / 2, abs=2)


def test_nation_and_date_stay_on_one_line_and_level_with_the_number(printed: Printed) -> None:
    for name, date in (("line10", "Thái Bình, ngày 05 tháng 01 năm 2024"), ("issuer", CITY)):
        page = printed[name][0]
        lines = text(page).replace("\r", "").split("\n")
        assert any(NATION in line for line in lines)
        assert any(date in line for line in lines)
        assert top(page, "Số: 05/KH-BCĐ")[1] == pytest.approx(top(page, date)[1], abs=0.5)
        assert top(page, date)[2] <= (210 - 15) / 25.4 * 72 + 0.5


def test_the_head_begins_at_the_upper_margin(printed: Printed) -> None:
    page = printed["line10"][0]
    assert page.get_height() - top(page, NATION)[1] == pytest.approx(20 / 25.4 * 72 + 14, abs=4)


def test_the_signature_never_parts_from_the_last_lines(printed: Printed) -> None:
    pages = {}
    for lines in LINES:
        name = f"line{lines}"
        for number, page in enumerate(printed[name]):
            if CLOSING in text(page):
                pages[lines] = number
                assert "Nơi nhận:" in text(page), name
                assert "Nguyễn Văn A" in text(page), name
    assert set(pages.values()) == {0, 1}, "the positions tried go over the end of a page"


def test_page_numbers_begin_on_the_second_page_of_plan_and_annex(printed: Printed) -> None:
    pages = printed["annexes"]
    shown = [text(page).replace("\r", "").split("\n")[0] for page in pages]
    assert shown == ["UBND TỈNH THÁI BÌNH", "2", "Phụ lục I", "Phụ lục II", "2"]
    assert [page.get_width() > page.get_height() for page in pages] == [
        *(False, False, True, False, False)
    ]
