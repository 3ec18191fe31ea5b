"""The foot of a document of any maker: recipients at the left, signers at the right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kehoach.document import FOOT, Block, Run
from kehoach.importer.guess import SIGNER, Guess
from kehoach.importer.head import aside
from kehoach.importer.shape import cells_of, line_block, lines_of
from kehoach.ooxml.foreign import Grid, Item, Paragraph
from kehoach.roles.confidence import LIKELY, PLAUSIBLE
from kehoach.roles.words import (
    RECIPIENTS,
    is_authority,
    is_capital,
    is_name,
    is_rule,
    is_signed,
    plain,
)

_DASH = re.compile(r"\s*[-+]\t")


def begins(item: Item) -> bool:
    """Return whether the foot begins with `item`: the words «Nơi nhận», or who signs."""
    if isinstance(item, Grid):
        return any(begins(line) for column in item.columns for p in column for line in lines_of(p))
    first = cells_of(item)[0].text if item.text.strip() else ""
    return bool(RECIPIENTS.fullmatch(plain(first))) or is_authority(item.text)


def foot(items: Iterable[Item]) -> list[Guess]:
    """Return recipients and signers."""
    recipients: list[Paragraph] = []
    signers: list[list[Paragraph]] = [[]]
    for item in items:
        if isinstance(item, Grid):
            for column in item.columns:
                lines = [line for p in column for line in lines_of(p)]
                if _lists_recipients(lines):
                    recipients += lines
                elif lines:
                    signers.append(lines)
        else:
            _place(item, recipients, signers)
    made = [_recipient(line) for line in recipients if not RECIPIENTS.fullmatch(plain(line.text))]
    return [*made, *(guess for lines in signers for guess in signer(lines))]


def signer(lines: Sequence[Paragraph]) -> list[Guess]:
    """Return the lines of one signer, from authority to name; a name ends each."""
    found: list[Guess] = []
    said = [line for line in lines if line.text.strip()]
    for number, line in enumerate(said):
        if is_signed(line.text) or is_rule(line.text):
            found.append(aside(line))
        elif is_authority(line.text):
            if _last_role(found) not in ("", FOOT[1], FOOT[-1]):
                found.append(Guess(Block(FOOT[-1]), PLAUSIBLE))
            found.append(Guess(line_block("ky_thay_mat", line), LIKELY))
        else:
            role = _role(line.text, found, last=number == len(said) - 1)
            block = line_block(role, line)
            if found and found[-1].role == role:
                before = found.pop().block
                block = replace(before, runs=(*before.runs, Run(" "), *block.runs))
            found.append(Guess(block, PLAUSIBLE, SIGNER))
    if any(guess.role in FOOT for guess in found) and _last_role(found) != FOOT[-1]:
        found.append(Guess(Block(FOOT[-1]), PLAUSIBLE))
    return found


def _role(text: str, before: Sequence[Guess], *, last: bool) -> str:
    if is_name(text) and (not is_capital(text) or (last and _last_role(before) != "")):
        return FOOT[-1]
    return "ky_chuc_danh" if _last_role(before) in ("ky_chuc_vu", "ky_chuc_danh") else "ky_chuc_vu"


def _last_role(found: Sequence[Guess]) -> str:
    return next((guess.role for guess in reversed(found) if not guess.aside), "")


def _place(line: Paragraph, recipients: list[Paragraph], signers: list[list[Paragraph]]) -> None:
    """Put a line that is not in a table where it belongs, its left and right parts apart."""
    for part in lines_of(line):
        cells = [part] if _DASH.match(part.text) else cells_of(part)
        left, right = cells[0], [cell for cell in cells[1:] if cell.text.strip()]
        signers[0] += right
        if not left.text.strip():
            continue
        listed = left.label is not None or left.text.lstrip().startswith(("-", "+"))
        goes_on = bool(recipients and not signers[0]) and not is_capital(left.text)
        if listed or goes_on or RECIPIENTS.fullmatch(plain(left.text)):
            recipients.append(left)
        else:
            signers[0].append(left)


def _lists_recipients(lines: Sequence[Paragraph]) -> bool:
    return any(RECIPIENTS.fullmatch(plain(line.text)) for line in lines)


def _recipient(line: Paragraph) -> Guess:
    block = line_block(FOOT[0], line)
    words = re.sub(r"^([-+])\s*", r"\1 ", block.text)
    words = words if words.startswith(("- ", "+ ")) else f"- {words}"
    return Guess(replace(block, runs=(Run(words),)), LIKELY)
