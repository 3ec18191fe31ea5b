"""Cases of the rule nam_ke_hoach."""

from __future__ import annotations

from subjects import Bad, draft


def plan(year: int, **keys: str):
    lines = "".join(f"{name}: {value}\n" for name, value in keys.items())
    return draft(f"year: {year}\n{lines}")


GOOD = {
    "the same": plan(
        2024, date="2024-01-05", duration="2024-01..2024-12", title="Thi đua năm 2024"
    ),
    "signed the year before": plan(2024, date="2023-12"),
    "over two years": plan(2024, date="2024-09-18", duration="2024-09-18..2025-08-19"),
    "no year in the title": plan(2024, date="2024-01-05", title="Phát động phong trào"),
    "a stretch": plan(
        2023, date="2023-02-08", duration="2023..2025", title="Giai đoạn 2023 - 2025"
    ),
}

BAD = {
    "duration": Bad(plan(2024, date="2024-01-05", duration="2023-01..2023-12"), "duration"),
    "date": Bad(plan(2024, date="2022-01-05"), "its date of 2022"),
    "title": Bad(plan(2024, date="2024-01-05", title="Thi đua năm 2023"), "its title of 2023"),
}
