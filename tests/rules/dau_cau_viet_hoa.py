"""Cases of the rule dau_cau_viet_hoa."""

from __future__ import annotations

from subjects import Bad, words

GOOD = {
    "capitals": words("Làm tốt. Làm nhanh.", "khoan", label="1."),
    "a number": words("100% khu dân cư đăng ký; trên 80% đạt.", "gach", label="-"),
    "abbreviations": words("Sổ, sách, v.v. được cấp."),
    "goes on": words("vệ an ninh Tổ quốc theo Quyết định."),
}

BAD = {
    "after a full stop": Bad(words("Làm tốt việc này. phát động phong trào."), "the sentence"),
    "a line": Bad(words("nâng cao trách nhiệm;", "gach", label="-"), "the line"),
}
