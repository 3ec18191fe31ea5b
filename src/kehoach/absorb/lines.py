"""An edited paragraph as a line of prose: its marker, its words, the braces at its end."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.absorb.holders import Container
from kehoach.absorb.script import Heading, Part, Script, line_of
from kehoach.absorb.unfold import RECIPIENT, recipient
from kehoach.compose import BASIS, role_of
from kehoach.diagnostic import Span
from kehoach.document import KINDS, PLAIN, Block, Marker, Run
from kehoach.importer.lines import kind_of
from kehoach.markup import Braces, Marked
from kehoach.outline import Point

NOWHERE = Span("", 1, 1)
_BY_PLACE = ("ket", "mo_dau", "can_cu")
"""Roles that a paragraph without a marker gets from where it stands."""


def line(
    parts: Sequence[Part],
    block: Block,
    script: Script | None,
    base: Block | None,
    container: Container,
    is_new: bool,
    implied: str = "",
    moved: bool = False,
) -> str | None:
    """Return the line that prints `block`, whose words are `parts`; None when none does.

    `script` and `base` are the line that it was and what that printed. A point of the kind that
    is `implied` needs no marker; one that `moved` has its new number.
    """
    kind, marker, kept = _marker(block, None if is_new or moved else script, base, implied)
    old = script.braces if script and not is_new else Braces()
    words = _words(parts, block, kind, old.words, container)
    if words is None:
        return None
    return line_of(Heading(kind, marker, kept, words, old.id), parts)


def _marker(
    block: Block, script: Script | None, base: Block | None, implied: str
) -> tuple[str, str, bool]:
    """Return kind, typed marker and whether it is kept."""
    now = _shown_marker(block)
    if script is not None and base is not None and _same(now, _shown_marker(base)):
        return script.kind, script.marker, script.kept
    if now is None or (now.kind == implied and not now.kept):
        return "", "", False
    return now.kind, now.label, now.kept


def _shown_marker(block: Block) -> Marker | None:
    """Return the marker of a point, or the sign of a recipient unless it is the usual dash."""
    if block.role != RECIPIENT:
        return block.marker
    sign, _ = recipient(block.runs)
    kind = kind_of(sign) if sign not in ("", "-", "–", "—") else ""
    return Marker(kind, sign) if kind else None


def _same(one: Marker | None, other: Marker | None) -> bool:
    if one is None or other is None:
        return one is other
    same = (one.kind, one.kept) == (other.kind, other.kept)
    return same and (not one.kept or one.label == other.label)


def _words(
    parts: Sequence[Part], block: Block, kind: str, old: tuple[str, ...], container: Container
) -> tuple[str, ...] | None:
    """Return what has to stand in braces so that a line gets the role of `block`."""
    wanted = block.role
    if wanted == RECIPIENT or container.keys[-1] == "recipients":
        return old
    if _role(parts, block, kind, old, container) == wanted:
        return old
    named = (wanted,) if wanted not in (*KINDS.values(), PLAIN) else ()
    for words in ((), ("td",), (PLAIN,), named):
        if _role(parts, block, kind, words, container) == wanted:
            return words
    # The last paragraph of all, and the first ones, are what their place makes them.
    return old if not kind else None


def _role(
    parts: Sequence[Part],
    block: Block,
    kind: str,
    words: tuple[str, ...],
    container: Container,
) -> str:
    runs = [Run(part.text, part.bold, part.italic) for part in parts if part.typed]
    printed = "".join(run.text for run in runs) if _ends_typed(parts) else block.text
    point = Point(kind, kind, False, Marked((), NOWHERE, Braces(words=words)), NOWHERE)
    role, _ = role_of(point, printed, _all_runs(parts))
    if role != PLAIN or words:
        return role
    if container.keys[-1] == "preamble":
        literal = "".join(part.text if part.typed else "\ufffc" for part in parts).rstrip()
        return "can_cu" if BASIS.match(literal) and not literal.endswith(":") else "mo_dau"
    return block.role if container.keys[-1] == "closing" and block.role in _BY_PLACE else role


def _ends_typed(parts: Sequence[Part]) -> bool:
    return bool(parts) and parts[-1].typed


def _all_runs(parts: Sequence[Part]) -> list[Run]:
    """Return parts as runs, an expression as a letter: only the looks count."""
    return [Run(part.text if part.typed else "x", part.bold, part.italic) for part in parts]
