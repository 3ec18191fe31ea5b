"""Vietnamese text of the time before Unicode: TCVN3 (fonts `.Vn…`) and VNI (fonts `VNI-…`).

Such a file holds characters of Windows-1252 that only look like Vietnamese in its font. TCVN3 is
TCVN 5712:1993, one byte a letter, its capitals with tones in fonts of their own whose names end in
H; VNI writes a letter and then its marks.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

TCVN3, TCVN3_CAPITALS, VNI = "TCVN3", "TCVN3 H", "VNI"

_TCVN3_CODES = (
    "¡Ă ¢Â £Ê ¤Ô ¥Ơ ¦Ư §Đ ¨ă ©â ªê «ô ¬ơ \u00adư ®đ µà ¶ả ·ã ¸á ¹ạ »ằ ¼ẳ ½ẵ ¾ắ Æặ Çầ Èẩ Éẫ Êấ Ëậ "
    "Ìè Îẻ Ïẽ Ðé Ñẹ Òề Óể Ôễ Õế Öệ ×ì Øỉ Üĩ Ýí Þị ßò áỏ âõ ãó äọ åồ æổ çỗ èố éộ êờ ëở ìỡ íớ îợ "
    "ïù ñủ òũ óú ôụ õừ öử ÷ữ øứ ùự úỳ ûỷ üỹ ýý þỵ"
)
_TONES = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_CIRCUMFLEX = {
    "â": "\u0302",
    **{c: f"\u0302{t}" for c, t in zip("áàåãä", _TONES.values(), strict=True)},
}
_BREVE = {"ê": "\u0306", **{c: f"\u0306{t}" for c, t in zip("éèúüë", _TONES.values(), strict=True)}}
_VNI_ALONE = {"ñ": "đ", "ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}


def encoding_of(font: str) -> str:
    """Return the encoding that goes with a font's name, empty for Unicode."""
    name = font.strip().lower()
    if name.startswith(".vn"):
        return TCVN3_CAPITALS if name.endswith("h") else TCVN3
    return VNI if name.startswith("vni") else ""


def decode(text: str, encoding: str) -> str:
    """Return `text` as Unicode in NFC; characters that the encoding does not have stay."""
    if encoding == VNI:
        pattern, letters = _vni()
        return pattern.sub(lambda match: letters.get(match[0], match[0]), text)
    if encoding in (TCVN3, TCVN3_CAPITALS):
        plain = text.translate(_tcvn3())
        return plain.upper() if encoding == TCVN3_CAPITALS else plain
    return text


def _vni_letters() -> dict[str, str]:
    """Return what each letter with its marks, in small letters and capitals, stands for."""
    marks = {"a": _CIRCUMFLEX | _BREVE, "e": _CIRCUMFLEX, "o": _CIRCUMFLEX, "u": {}, "y": {}}
    found = dict(_VNI_ALONE)
    for base, hats in marks.items():
        found |= {base + mark: base + added for mark, added in (_TONES | hats).items()}
    for base in "ôö":
        found |= {base + mark: _VNI_ALONE[base] + tone for mark, tone in _TONES.items()}
    small = {code: unicodedata.normalize("NFC", letter) for code, letter in found.items()}
    capitals = {code.upper(): letter.upper() for code, letter in small.items()}
    mixed = {code[0].upper() + code[1:]: letter.upper() for code, letter in small.items()}
    return {**mixed, **small, **capitals}


@cache
def _vni() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return a pattern of all that `_vni_letters` knows, and what it knows."""
    letters = _vni_letters()
    return re.compile("|".join(map(re.escape, sorted(letters, key=len, reverse=True)))), letters


@cache
def _tcvn3() -> dict[int, str]:
    return str.maketrans({pair[0]: pair[1] for pair in _TCVN3_CODES.split(" ")})
