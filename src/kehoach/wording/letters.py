"""The letters of Vietnamese for patterns: capitals, small ones, and how tones are placed."""

from __future__ import annotations

_VOWELS = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ"
LOWER = f"bcdđfghjklmnpqrstvwxz{_VOWELS}"
"""Small letters, to stand in brackets in a pattern."""

UPPER = LOWER.upper()
"""Capital letters, to stand in brackets in a pattern."""

NAME = rf"[{UPPER}][{LOWER}{UPPER}'-]*"
"""Pattern of a word with a capital."""
