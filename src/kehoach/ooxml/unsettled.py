"""What a template may not hold: tracked changes and comments, which every document would carry.

Rendering keeps all that is in a template but its tags, so words that somebody took out would be
printed struck through, with the author's name, and remarks among officers would go out with the
document (ECMA-376 part 1, 17.13.4 and 17.13.5).
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from kehoach.diagnostic import N_, Diagnostic, Place, error, warning
from kehoach.ooxml.package import w
from kehoach.ooxml.revise import CHANGES
from kehoach.ooxml.tags import paragraphs


def unsettled(root: etree._Element, path: str, part: str) -> Iterator[Diagnostic]:
    """Yield that a part holds tracked changes, and that it holds comments: each at the first."""
    changes, comments = list(root.iter(*CHANGES)), list(root.iter(w("commentReference")))
    if changes:
        message = N_("the template holds {count} tracked changes; every document would show them")
        hint = N_("in Word: Review, Accept All Changes, and turn Track Changes off; then save")
        where = _place(changes[0], root, Place(path, part))
        yield error("T017", where, message, hint, count=len(changes))
    if comments:
        message = N_("the template holds {count} comments; every document would carry them")
        hint = N_("in Word: Review, Delete All Comments in Document; then save")
        where = _place(comments[0], root, Place(path, part))
        yield warning("T018", where, message, hint, count=len(comments))


def _place(element: etree._Element, root: etree._Element, part: Place) -> Place:
    """Return the paragraph of a change, the first of its row or table, else the part."""
    for holder in element.iterancestors(w("p"), w("tr"), w("tbl")):
        paragraph = next(holder.iter(w("p")), None)
        if paragraph is not None:
            return paragraphs(root, part.path, part.part)[paragraph]
    return part
