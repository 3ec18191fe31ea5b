"""Cases of the rule so_trai_chi_tieu."""

from __future__ import annotations

from subjects import Bad, draft

TARGETS = (
    "targets:\n"
    "  dang_ky: {value: 100%, of: [khu_dan_cu, xa], count: dang_ky}\n"
    "  kdc: {value: trên 80%, of: [khu_dan_cu, xa], count: dat}\n"
)


def saying(line: str):
    return draft(f"{TARGETS}body: |\n  I. Một\n  1. {line}\n")


GOOD = {
    "by id": saying("Có {{ kdc }} khu dân cư đạt tiêu chuẩn."),
    "the same": saying("Có trên 80% khu dân cư đạt tiêu chuẩn."),
    "registered and reached": saying(
        "Có 100% khu dân cư đăng ký đạt tiêu chuẩn; trên 80% khu dân cư đạt tiêu chuẩn."
    ),
    "last year": saying("Kết quả năm trước có 75% khu dân cư đạt tiêu chuẩn."),
    "other objects": saying("Có 75% doanh nghiệp đạt tiêu chuẩn."),
    "another count": saying("Có 75% khu dân cư xây dựng mô hình."),
}

BAD = {
    "reached": Bad(saying("Phấn đấu trên 75% khu dân cư đạt tiêu chuẩn."), "«kdc»"),
    "registered": Bad(saying("Có 90% khu dân cư đăng ký thi đua."), "«dang_ky»"),
}
