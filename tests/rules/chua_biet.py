"""Cases of the rule chua_biet."""

from __future__ import annotations

from subjects import Bad, draft

GOOD = {
    "decided": draft("targets:\n  kdc: {value: 80%, of: [xa]}\n"),
    "number and day blank": draft("number:\ndate: 2024-01\n"),
}

BAD = {
    "a target": Bad(
        draft("targets:\n  kdc: {value: '?', of: [xa]}\n"), "«kdc» is not decided: value"
    ),
    "a deadline": Bad(draft("deadlines:\n  nop: {before: '?', task: gửi}\n"), "before"),
}
