"""When two documents say the same: what the programme counts and sets itself is left out.

That is `./.` after the last words, the dash and the end of a recipient, counted numbers, spaces at
the end of a paragraph, and roles that follow from where a paragraph stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kehoach.absorb.unfold import RECIPIENT, recipient
from kehoach.document import ANNEX, FIXED, FOOT, HEAD, PLAIN, Block, Document, Run, canonical, join
from kehoach.endings import END, reopened

LABEL = re.compile(r"Phụ lục( [IVXL]+)?")
"""What an annex is called; its number is counted."""

_BY_PLACE = ("ket", "mo_dau", "can_cu")


def settled(blocks: Sequence[Block]) -> list[object]:
    """Return what each block says, to be compared."""
    last = last_of_text(blocks)
    return [_said(block, number == last) for number, block in enumerate(blocks)]


def last_of_text(blocks: Sequence[Block]) -> int:
    """Return which block ends the text, -1 for none."""
    annex = next((i for i, block in enumerate(blocks) if block.role == ANNEX[0]), len(blocks))
    text = [
        i
        for i, block in enumerate(blocks[:annex])
        if block.role not in (*HEAD, *FOOT, FIXED) and (block.table or block.text.strip())
    ]
    return text[-1] if text else -1


def _said(block: Block, is_last: bool) -> object:
    marker = block.marker
    if marker and not marker.kept:
        marker = replace(marker, label="")
    runs = block.runs
    sign = ""
    if block.role == RECIPIENT:
        sign, rest = recipient(runs)
        sign, runs = sign.replace("–", "-").replace("—", "-") or "-", reopened(rest)
    elif is_last or block.text.rstrip().endswith(END):
        runs = reopened(runs)
    elif block.role == ANNEX[0] and LABEL.fullmatch(block.text.strip()):
        runs = ()
    role = PLAIN if block.role in _BY_PLACE else block.role
    plain = replace(block, role=role, marker=marker, runs=stripped(runs))
    return sign, canonical(Document((plain,)))


def stripped(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return runs without spaces at the end of the paragraph."""
    made = list(join(runs))
    while made and made[-1].note is None:
        text = made[-1].text.rstrip(" \t\u00a0")
        made[-1] = replace(made[-1], text=text)
        if text:
            break
        made.pop()
    return tuple(made)
