"""Words that are nearly those of a fixed form: slips of the keyboard that a checker is to find."""

from __future__ import annotations

from difflib import SequenceMatcher

from kehoach.roles.words import TYPES, is_capital, names_body, plain

_FORMS = {
    "quoc_hieu": "cong hoa xa hoi chu nghia viet nam",
    "tieu_ngu": "doc lap - tu do - hanh phuc",
    "tieu_de_dang": "dang cong san viet nam",
}
_ADDRESS = "kinh gui"
_RECIPIENTS = "noi nhan"
_LIKE = 0.8
_TYPE = 30
"""Characters of a line that may be the name of a type."""


def near_form(text: str) -> str:
    """Return the role of the fixed line of a head that a line nearly is, empty for none."""
    words = plain(text)
    return next((role for role, form in _FORMS.items() if _like(words, form)), "")


def near_type(printed: str) -> bool:
    """Return whether a line of capitals is nearly the name of a document's type."""
    text = printed.strip()
    letters = "".join(c for c in text if c.isalpha())
    if len(text) > _TYPE or not is_capital(text):
        return False
    if letters in TYPES:
        return True
    return not names_body(text) and any(_like(letters, name) for name in TYPES)


def near_address(text: str) -> bool:
    """Return whether a line nearly begins with «Kính gửi»."""
    return _like(plain(text)[: len(_ADDRESS)], _ADDRESS)


def near_recipients(text: str) -> bool:
    """Return whether a line nearly is «Nơi nhận:»."""
    return _like(plain(text).rstrip(" :.,;"), _RECIPIENTS)


def _like(text: str, form: str) -> bool:
    if abs(len(text) - len(form)) > 2 + len(form) // 10:
        return False
    match = SequenceMatcher(None, text, form, autojunk=False)
    return match.quick_ratio() >= _LIKE and match.ratio() >= _LIKE
