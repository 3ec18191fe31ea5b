"""Several signers side by side: posts begin on one line, names end on one, however long each is.

A row for what stands above the signatures, and a row for names with the titles above them. Read
column by column it is one signer after the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from kehoach.document import FOOT, Block
from kehoach.ooxml.cells import EMPTY, cell_xml, row_xml

Group = Sequence[Block]
SIGNED = FOOT[-2:]


def rows(columns: Sequence[int], groups: Sequence[Group], write: Callable[[Group], bytes]) -> bytes:
    """Return the rows of a table with a group in each of its `columns`, widths in twips.

    One signer has nobody to stand level with: there is one row then.
    """
    cut = [_room(group) for group in groups]
    if sum(at < len(group) for at, group in zip(cut, groups, strict=True)) < 2:
        return _row(columns, groups, write, "")
    above = [group[:at] for at, group in zip(cut, groups, strict=True)]
    below = [group[at:] for at, group in zip(cut, groups, strict=True)]
    return _row(columns, above, write, "") + _row(columns, below, write, "bottom")


def _room(group: Group) -> int:
    """Return the line before which there is room for a signature, the end where nobody signs."""
    return next((at for at, block in enumerate(group) if block.role in SIGNED), len(group))


def _row(
    columns: Sequence[int], groups: Iterable[Group], write: Callable[[Group], bytes], align: str
) -> bytes:
    pairs = zip(columns, groups, strict=True)
    cells = [cell_xml(wide, 1, "", write(group) or EMPTY, align) for wide, group in pairs]
    return row_xml(False, b"".join(cells))
