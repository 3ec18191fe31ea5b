"""Cases of the rule chi_tieu_thieu."""

from __future__ import annotations

from subjects import Bad, draft


def target(keys: str):
    return draft(f"targets:\n  kdc: {{{keys}}}\n")


GOOD = {
    "full": target("value: trên 80%, of: [khu_dan_cu], count: dat"),
    "unknown": target("value: '?', of: [xa]"),
}

BAD = {
    "no object": Bad(target("value: 80%"), "what is counted"),
    "no number": Bad(target("value: cao hơn năm trước, of: [xa]"), "no number"),
}
