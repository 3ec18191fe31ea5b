"""What was set last at a place of the page: the next document changes a few pieces of it.

A galley holds set type. Documents of one template and shape say nearly the same at a place, and
what says the same is the very same object; so only the pieces are written that are of others.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Galley:
    """Parts that stand one after another - blocks, rows, cells - each with what was written of it.

    `setting` is what the pieces depend on besides their parts, `known` what else was found out.
    """

    setting: Hashable = None
    known: Any = None
    parts: Sequence[Any] = ()
    pieces: list[bytes] = field(default_factory=list)
    _inner: dict[Hashable, Galley] = field(default_factory=dict)

    def inside(self, place: Hashable) -> Galley:
        """Return the galley of what stands at a place within this one."""
        galley = self._inner.get(place)
        if galley is None:
            galley = self._inner[place] = Galley()
        return galley

    def clear(self) -> None:
        """Forget all that was set."""
        self.setting, self.known, self.parts = None, None, ()
        self._inner.clear()

    def differing(self, parts: Sequence[Any]) -> list[tuple[Any, Any]] | None:
        """Return those of `parts` that are not as before, each with what stood there.

        None when nothing is known, or there are more or fewer of them.
        """
        if self.setting is None or len(parts) != len(self.parts):
            return None
        pairs = zip(parts, self.parts, strict=True)
        return [(new, old) for new, old in pairs if new is not old]

    def set(self, parts: Sequence[Any], setting: Hashable, write: Callable[[int], bytes]) -> bytes:
        """Return the pieces of `parts`; `write` gives those that are not known, by their number."""
        if self.setting == setting and len(self.parts) == len(parts):
            pairs = enumerate(zip(parts, self.parts, strict=True))
            changed = [at for at, (new, old) in pairs if new is not old]
        else:
            changed = list(range(len(parts)))
            self.pieces = [b""] * len(parts)
        self.setting = None  # until all is written nothing is known
        for at in changed:
            self.pieces[at] = write(at)
        self.parts, self.setting = parts, setting
        return b"".join(self.pieces)
