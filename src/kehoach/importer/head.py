"""The head of a document of any maker: each line by what it says, what is left by its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kehoach.document import Block, Run
from kehoach.importer.guess import ASIDE, ISSUER, STRAY, TITLE, Guess
from kehoach.importer.shape import line_block
from kehoach.ooxml.foreign import Paragraph
from kehoach.roles.confidence import LIKELY, PLAUSIBLE, UNSURE
from kehoach.roles.words import ATTACHED, GOES_ON, OVER, head_role, is_rule, plain

_TYPE = re.compile(r"ke hoach\b")
_OPENING = re.compile(
    r"can cu|thuc hien|xet|theo|de |nham|ngay|trien khai|tiep tuc|phat huy|[a-z0-9ivx]{1,4}[.)] |-"
)
_TITLE_LINES = 6


def is_type(text: str) -> bool:
    """Return whether a line is the name of the type, alone or with the title after it."""
    return text.strip().startswith("KẾ") and bool(_TYPE.match(plain(text)))


def head(lines: Iterable[Paragraph]) -> list[Guess]:
    """Return what the lines above the name of the type are."""
    known: list[Guess] = []
    rest: list[Paragraph] = []
    for line in lines:
        role = head_role(line.text)
        if any(guess.role == role for guess in known):
            known.append(stray(line))
        elif role:
            known.append(Guess(line_block(role, line), LIKELY))
        elif is_rule(line.text):
            known.append(aside(line))
        else:
            rest.append(line)
    return [*_issuer(rest), *known]


def title(lines: Sequence[Paragraph]) -> tuple[list[Guess], int]:
    """Return name of type, title and what goes with it, and how many of `lines` they take."""
    first, rest = lines[0], _after_type(lines[0])
    found = [Guess(Block("ten_loai", (Run(first.text[: len(first.text) - len(rest)].strip()),)))]
    words = [rest.strip()] if rest.strip() else []
    used, looks = 1, _looks(lines)
    for line in lines[1 : 1 + _TITLE_LINES]:
        role = head_role(line.text)
        if role == "du_thao" or is_rule(line.text):
            found.append(Guess(line_block(role, line), LIKELY) if role else aside(line))
        elif ATTACHED.match(plain(line.text)):
            found.append(Guess(line_block("kem_theo", line), LIKELY))
        elif words and (_is_text(line) or not looks):
            break
        else:
            words.append(" ".join(line.text.split()))
        used += 1
    if words:
        block = Block("trich_yeu", (Run(" ".join(words)),), where=first.where)
        found.append(Guess(block, PLAUSIBLE, TITLE))
    return found, used


def aside(line: Paragraph) -> Guess:
    """Return a line that is no part of the text."""
    return Guess(line_block("doan", line), PLAUSIBLE, ASIDE, aside=True)


def stray(line: Paragraph) -> Guess:
    """Return a line of the head that nobody knows, as text before the outline."""
    return Guess(line_block("mo_dau", line), UNSURE, STRAY)


def _issuer(lines: Sequence[Paragraph]) -> list[Guess]:
    """Return the lines of the issuer: what stands over it is not bold, or comes first."""
    if not lines:
        return []
    bold = [line.bold for line in lines]
    if any(bold) and not all(bold):
        over = bold.index(True)
        sure = LIKELY
    else:
        over = _over([plain(line.text) for line in lines])
        sure = PLAUSIBLE
    reason = ISSUER if sure < LIKELY and len(lines) > 1 else None
    roles = ["co_quan_chu_quan"] * over + ["co_quan_ban_hanh"] * (len(lines) - over)
    return [
        Guess(line_block(role, line), sure, reason) for role, line in zip(roles, lines, strict=True)
    ]


def _over(names: Sequence[str]) -> int:
    """Return how many lines name the body over the issuer; a name may go on below."""
    if not names[0].startswith(OVER):
        return 0
    return next((n for n, name in enumerate(names) if n and not name.startswith(GOES_ON)), 0)


def _after_type(line: Paragraph) -> str:
    """Return what follows the two words of the type's name on its line."""
    match = re.match(r"\s*KẾ\s+HOẠCH\b\s*[:.]?", line.text)
    return line.text[match.end() :] if match else ""


def _looks(lines: Sequence[Paragraph]) -> bool:
    """Return whether the maker of the file told titles from text by their looks."""
    return any(line.bold or line.align == "center" for line in lines[:2])


def _is_text(line: Paragraph) -> bool:
    """Return whether a line below the title belongs to the text."""
    if line.label or _OPENING.match(plain(line.text)):
        return True
    return not (line.bold or line.align == "center")
