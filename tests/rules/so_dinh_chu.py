"""Cases of the rule so_dinh_chu."""

from subjects import Bad, Marker, Paper, line, with_lines


def point(words: str, label: str = "", automatic: bool = False) -> Paper:
    """Return a paper with a point of these words."""
    marker = Marker(label, label) if label else None
    made = line("khoan" if label else "doan", words, marker=marker, automatic=automatic)
    return with_lines(made, after="khoan")


GOOD = {
    "a space": point("I. MỤC TIÊU"),
    "a tab": point("1.\tPhạm vi", "1."),
    "a date": point("19.8.2024 là ngày hội."),
    "initials": point("V.I.Lênin viết."),
    "a decimal": point("1.000 hộ gia đình đăng ký."),
    "thousands": point("2.621 xã, 687 phường."),
    "an automatic number": point("I.Lênin", "1.", automatic=True),
}

BAD = {
    "Roman": Bad(point("I.MỤC TIÊU, YÊU CẦU"), "«I.»"),
    "Arabic": Bad(point("1.Phạm vi: toàn tỉnh.", "1."), "«1.»"),
    "a letter": Bad(point("a)Đối với tập thể"), "«a)»"),
    "three parts": Bad(point("1.2.3.Cá nhân"), "«1.2.3.»"),
}
