"""A document as lines with names, made once however often it is compared."""

from __future__ import annotations

from functools import cached_property

from kehoach.align import Item, Pair, align
from kehoach.diff.texts import Line, lines
from kehoach.document import Document, canonical
from kehoach.opinions.points import points


class Text:
    """The lines of a document, what each is called, and what it is aligned by."""

    def __init__(self, document: Document) -> None:
        """Take the document; nothing is computed yet."""
        self.document = document

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Return the paragraphs and rows, as `texts.lines` has them."""
        return tuple(lines(self.document))

    @cached_property
    def points(self) -> tuple[str, ...]:
        """Return what each line is called."""
        return tuple(points(self.document))

    @cached_property
    def items(self) -> list[Item]:
        """Return each line as a thing to be aligned."""
        return [line.item for line in self.lines]

    @cached_property
    def key(self) -> tuple[object, ...]:
        """Return what is the same for texts that say the same."""
        return canonical(self.document)

    def pairs(self, new: Text) -> tuple[Pair, ...]:
        """Return which lines of this text and of `new` belong together, as `align` does."""
        if self is new:
            return tuple(Pair(at, at) for at in range(len(self.lines)))
        return align(self.items, new.items)
