"""Cases of the rule dot_ngoai_thoi_gian."""

from __future__ import annotations

from subjects import Bad, draft


def phases(*periods: str):
    lines = "".join(
        "  dot_{}: {{from: {}, to: {}, theme: Vui}}\n".format(n, *p.split(".."))
        for n, p in enumerate(periods, 1)
    )
    return draft(f"duration: 2024-09-18..2025-08-19\nphases:\n{lines}")


GOOD = {
    "as in Nghe An": phases("2024-09-18..2025-02-03", "2025-02-04..2025-08-19"),
    "months": phases("2024-09..2025-01", "2025-02..2025-08"),
    "unknown": phases("'?'..'?'"),
}

BAD = {
    "too long": Bad(phases("2024-09-18..2025-02-03", "2025-02-04..2025-08-31"), "31/8/2025"),
    "too early": Bad(phases("2024-09-01..2025-02-03"), "01/9/2024"),
    "over one another": Bad(phases("2024-09-18..2025-02-03", "2025-02-01..2025-08-19"), "is over"),
}
