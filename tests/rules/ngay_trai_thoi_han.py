"""Cases of the rule ngay_trai_thoi_han."""

from __future__ import annotations

from subjects import Bad, draft

DUE = "deadlines:\n  nop: {before: 2024-01-15, task: gửi kế hoạch và bản đăng ký thi đua}\n"


def saying(line: str):
    return draft(f"date: 2024-01\n{DUE}body: |\n  I. Một\n  1. {line}\n")


GOOD = {
    "by id": saying("Gửi kế hoạch và bản đăng ký thi đua {{ nop }}."),
    "the same": saying("Gửi kế hoạch và bản đăng ký thi đua trước ngày 15/01/2024."),
    "another task": saying("Báo cáo kết quả tổ chức Ngày hội trước ngày 25/8/2024."),
    "a day that is no deadline": saying("Gửi kế hoạch và bản đăng ký thi đua; ngày 19/8/2024."),
}

BAD = {
    "another day": Bad(
        saying("Các đơn vị gửi kế hoạch và bản đăng ký thi đua trước ngày 20/01/2024."), "«nop»"
    ),
}
