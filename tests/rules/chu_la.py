"""Cases of the rule chu_la."""

from __future__ import annotations

from subjects import Bad, words

GOOD = {
    "Vietnamese": words("Quyết định số 16/2022/QĐ-UBND; đặc khu; xã Ia H'Drai; – “…” ☐ ½ °C."),
    "a symbol font": words("\uf0a8 Có \uf0a8 Không"),
}

BAD = {
    "an eth": Bad(words("Quy định số 11-Q\u00d0i/TW."), "U+00D0"),
    "a Russian letter": Bad(words("Ủy b\u0430n nhân dân."), "U+0430"),
    "not seen": Bad(words("Công\u200b an."), "U+200B"),
}
