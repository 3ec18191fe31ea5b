"""Đường kẻ dài đúng quy định.

Đường kẻ dưới Tiêu ngữ dài bằng dòng chữ; đường kẻ dưới tên cơ quan ban hành và dưới trích yếu dài
từ 1/3 đến 1/2 dòng chữ. Chênh lệch nhỏ (1 mm, dưới Tiêu ngữ 5%) được bỏ qua.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.1, II.2, II.5
Sai: đường kẻ dưới Tiêu ngữ chỉ bằng một nửa dòng chữ
Đúng: đường kẻ dưới Tiêu ngữ dài bằng dòng chữ
Cách sửa: Kéo hai đầu đường kẻ cho đúng độ dài, giữ phím Shift để đường kẻ không nghiêng.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.looking import SLACK, length, millimetres, rows, sure
from kehoach.paper import Line, Paper
from kehoach.rule import Rule, Sees
from kehoach.vocabulary import TIEU_NGU

RULE = Rule(
    "N212",
    Sees.PAPER,
    Severity.WARNING,
    "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.1, II.2, II.5",
)
NAMES = {
    "tieu_ngu": "Tiêu ngữ",
    "co_quan_ban_hanh": "tên cơ quan ban hành",
    "trich_yeu": "trích yếu",
}
EASE = 0.05
"""Share of its length by which a line as long as the words may be off."""


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield each drawn line that is too short or too long for the words above it."""
    for role, name in NAMES.items():
        lines = sure(paper, role)
        strokes = [stroke for line in lines for stroke in line.strokes if stroke.drawn]
        if len(strokes) != 1 or strokes[0].length is None or not any(map(_speaks, lines)):
            continue
        found = strokes[0].length
        if role == "tieu_ngu":
            # Wrong words are another rule's: the line may be as long as the right ones.
            whole = sorted((length(lines[-1]), length(_worded(lines[-1]))))
            slack = max(SLACK, EASE * whole[1])
            low, high = whole[0] - slack, whole[1] + slack
        else:
            every = [row for line in lines for row in rows(paper, line)]
            low, high = min(every) / 3 - SLACK, max(every) / 2 + SLACK
            if any(line.room is None and line.spot.part == "cell" for line in lines):
                low = 0.0  # the words may take more rows than is known here
        if not low <= found <= high:
            message = N_("the line below {name} is {found} mm long instead of {low} to {high} mm")
            said = {"low": low, "high": high, "found": found}
            yield RULE.found(
                lines[-1].where, message, name=name, **{k: millimetres(v) for k, v in said.items()}
            )


def _speaks(line: Line) -> bool:
    """Return whether a line has words, not dots for a name that is filled in later."""
    return any(map(str.isalpha, line.text))


def _worded(line: Line) -> Line:
    """Return the line as it would read with the right words."""
    return replace(line, pieces=(replace(line.worded[0], text=TIEU_NGU),))
