"""The maker of the first template: NĐ 30 to the letter, and never twice over the same file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from lxml import etree

from kehoach.ooxml.looks import read_looks
from kehoach.ooxml.package import parse_xml, w
from validator import faults
from word import MAIN, STYLES, TEMPLATE, parts

SCRIPT = Path(__file__).parents[1] / "scripts" / "make_template"
MM = 1440 / 25.4
SIZES = {
    "quoc_hieu": (12, 13, True, False),
    "tieu_ngu": (13, 14, True, False),
    "co_quan_chu_quan": (12, 13, False, False),
    "co_quan_ban_hanh": (12, 13, True, False),
    "so_ky_hieu": (13, 13, False, False),
    "dia_danh_ngay": (13, 14, False, True),
    "ten_loai": (13, 14, True, False),
    "trich_yeu": (13, 14, True, False),
    "can_cu": (13, 14, False, True),
    "doan": (13, 14, False, False),
    "muc_td": (13, 14, True, False),
    "khoan_td": (13, 14, True, False),
    "diem": (13, 14, False, False),
    "ky_chuc_vu": (13, 14, True, False),
    "ky_ho_ten": (13, 14, True, False),
    "noi_nhan_de": (12, 12, True, True),
    "noi_nhan": (11, 11, False, False),
    "phu_luc": (14, 14, True, False),
    "phu_luc_ten": (13, 14, True, False),
    "phu_luc_kem": (13, 14, False, True),
    "do_khan": (13, 14, True, False),
    "so_trang": (13, 14, False, False),
}


def run(target: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPT), str(target)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def tree(name: str) -> etree._Element:
    return parse_xml(parts(TEMPLATE.read_bytes())[name].encode())


def test_it_makes_a_valid_file_and_does_not_overwrite_it(tmp_path: Path) -> None:
    target = tmp_path / "mẫu.docx"
    assert run(target).returncode == 0
    made = target.read_bytes()
    assert faults(made) == []
    again = run(target)
    assert again.returncode == 1
    assert "not overwritten" in again.stderr
    assert target.read_bytes() == made


def test_sizes_and_faces_are_the_decree_s() -> None:
    looks = read_looks(tree(STYLES)).roles
    for role, (least, most, bold, italic) in SIZES.items():
        look = looks[role]
        assert least <= look.size <= most, role
        assert (look.bold, look.italic) == (bold, italic), role
    assert {look.font for look in looks.values()} == {"Times New Roman"}


def test_the_page_is_the_decree_s() -> None:
    section = tree(MAIN).find(f"{w('body')}/{w('sectPr')}")
    assert section is not None
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    assert size is not None
    assert margins is not None
    assert (size.get(w("w")), size.get(w("h"))) == ("11906", "16838")
    limits = {"top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20)}
    for side, (least, most) in limits.items():
        assert least <= int(margins.get(w(side), "")) / MM <= most, side
    assert section.find(w("titlePg")) is not None


def test_body_text_is_spaced_as_the_decree_wants() -> None:
    style = next(
        s for s in tree(STYLES).findall(w("style")) if s.get(w("styleId")) == "KHdoan"
    ).find(w("pPr"))
    assert style is not None
    spacing, indent, align = (style.find(w(name)) for name in ("spacing", "ind", "jc"))
    assert spacing is not None
    assert indent is not None
    assert align is not None
    assert int(spacing.get(w("after"), "0")) + int(spacing.get(w("before"), "0")) >= 120
    assert 240 <= int(spacing.get(w("line"), "")) <= 360
    assert indent.get(w("firstLine")) == "720"
    assert align.get(w("val")) == "both"


def test_headings_are_in_the_navigation_pane_and_texts_are_not() -> None:
    levels = {
        style.findtext(w("name")) or style.find(w("name")).get(w("val")): level.get(w("val"))
        for style in tree(STYLES).findall(w("style"))
        if (level := style.find(f"{w('pPr')}/{w('outlineLvl')}")) is not None
    }
    names = ("phan_td", "muc_td", "khoan_td", "khoan_2_td", "khoan_3_td", "diem_td")
    assert levels == {f"KH {n}": str(i) for i, n in enumerate(names)} | {"KH phu_luc": "0"}


def test_the_number_stands_in_the_top_margin_and_not_on_page_one() -> None:
    first, other = tree("word/header1.xml"), tree("word/header2.xml")
    assert "".join(first.itertext()) == ""
    assert "PAGE" in "".join(other.itertext())


def test_the_package_is_lean_and_without_a_theme() -> None:
    names = set(parts(TEMPLATE.read_bytes()))
    assert not any("theme" in name or "custom" in name or "thumb" in name for name in names)
    assert "Theme" not in parts(TEMPLATE.read_bytes())[STYLES]
    assert len(TEMPLATE.read_bytes()) < 20_000
