"""TCVN3 and VNI as Unicode: the tables themselves, and when they are used."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata

import pytest

from foreign import p, package, r, to_tcvn3, to_vni
from kehoach.ooxml.foreign import flat, read_any
from kehoach.ooxml.legacy import TCVN3, TCVN3_CAPITALS, VNI, decode, encoding_of

LETTERS = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"


def words(*runs: str) -> list[str]:
    """Return the paragraphs that are read from one of these runs."""
    items, _ = read_any(package(p(*runs)), "a.docx")
    assert items is not None
    return [paragraph.text for paragraph in flat(items)]


def font(name: str, more: str = "") -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"{more}/>'


@pytest.mark.parametrize("letter", LETTERS)
def test_letters_come_back(letter: str) -> None:
    assert decode(to_tcvn3(letter), TCVN3) == letter
    assert decode(to_tcvn3(letter), TCVN3_CAPITALS) == letter.upper()
    assert decode(to_vni(letter), VNI) == letter
    assert decode(to_vni(letter.upper()), VNI) == letter.upper()


@pytest.mark.skipif(shutil.which("iconv") is None, reason="iconv is not here")
def test_tcvn3_agrees_with_iconv() -> None:
    for letter in LETTERS:
        code = to_tcvn3(letter).encode("latin-1")
        done = subprocess.run(
            ["iconv", "-f", "TCVN", "-t", "UTF-8"], input=code, capture_output=True, check=True
        )
        assert unicodedata.normalize("NFC", done.stdout.decode()) == letter


def test_known_words() -> None:
    assert (
        decode("Céng hßa x· héi chñ nghÜa ViÖt Nam", TCVN3) == "Cộng hòa xã hội chủ nghĩa Việt Nam"
    )
    vni = "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM; Ñoäc laäp - Töï do - Haïnh phuùc; ñöôøng"
    unicode = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM; Độc lập - Tự do - Hạnh phúc; đường"
    assert decode(vni, VNI) == unicode


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        (".VnTime", TCVN3),
        (".vntimeh", TCVN3_CAPITALS),
        ("VNI-Times", VNI),
        ("Times New Roman", ""),
        ("", ""),
    ],
)
def test_font_tells_the_encoding(name: str, encoding: str) -> None:
    assert encoding_of(name) == encoding


def test_unicode_text_is_never_changed() -> None:
    assert decode("µ · © ÷ Ô", "") == "µ · © ÷ Ô"
    assert words(r("Nhiệt độ ±5 µm")) == ["Nhiệt độ ±5 µm"]


def test_marks_in_another_run_and_runs_of_two_encodings() -> None:
    assert words(r("Ñoäc la", font("VNI-Times")), r("äp", font("VNI-Times"))) == ["Độc lập"]
    assert words(r("céng ", font(".VnTime")), r("hòa")) == ["cộng hòa"]


def test_font_of_a_theme_beats_a_name() -> None:
    assert words(r("Ôn đới", font(".VnTime", ' w:asciiTheme="minorHAnsi"'))) == ["Ôn đới"]


def test_font_of_style_and_defaults_counts() -> None:
    styles = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{font('.VnTime')}</w:rPr></w:rPrDefault>"
        '</w:docDefaults><w:style w:type="paragraph" w:styleId="u"><w:name w:val="U"/>'
        f"<w:rPr>{font('Arial')}</w:rPr></w:style>"
    )
    body = p(r("céng")) + p(r("cộng"), more='<w:pStyle w:val="u"/>')
    items, findings = read_any(package(body, {"styles": styles}), "a.docx")
    assert items is not None
    assert [paragraph.text for paragraph in flat(items)] == ["cộng", "cộng"]
    assert [f.args["encoding"] for f in findings] == [TCVN3]
