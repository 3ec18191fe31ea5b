"""What comes home from an edited Word file: edits of sources, and choices that nobody may guess."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kehoach.absorb.edits import Edit, Kind
from kehoach.diagnostic import Where
from kehoach.document import Document
from kehoach.layers import Fetch
from kehoach.plan import Plan


@dataclass(frozen=True, slots=True)
class Base:
    """The version that an edited file was made from.

    `plan` is the plan that `document` was composed from: for a file of a unit (`unit` is its id)
    that unit's copy. `fetch` gives the bytes of the sources as they were then.
    """

    plan: Plan
    document: Document
    fetch: Fetch
    unit: str = ""


Print = tuple[int, int]
"""A block of the base and one of its runs, counted through the cells of a table."""

Subject = tuple[tuple[int, ...], tuple[int, ...]] | Print
"""What a decision is about: blocks of the base and of the edited file, or a print."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What the user has decided.

    Prints that are `loose` give way to the words that stand there now; the value of prints in
    `everywhere` changes wherever it is printed. What is `shared` may be written into lines that
    serve other units or plans, what is `own` is written for this unit or plan alone. Bases named in
    what is `cited` may be cited in full elsewhere than in the edited file. Labels of the edited
    blocks `kept` stay as they were typed; line breaks in those `spaced` become spaces.
    """

    loose: frozenset[Print] = frozenset()
    everywhere: frozenset[Print] = frozenset()
    shared: frozenset[Subject] = frozenset()
    own: frozenset[Subject] = frozenset()
    cited: frozenset[Subject] = frozenset()
    kept: frozenset[int] = frozenset()
    spaced: frozenset[int] = frozenset()

    def __or__(self, other: Decision) -> Decision:
        return Decision(
            self.loose | other.loose,
            self.everywhere | other.everywhere,
            self.shared | other.shared,
            self.own | other.own,
            self.cited | other.cited,
            self.kept | other.kept,
            self.spaced | other.spaced,
        )


@dataclass(frozen=True, slots=True)
class Option:
    """One way to settle a choice; `label` is an English template with `{name}` for `args`."""

    label: str
    args: Mapping[str, object] = field(default_factory=dict)
    decision: Decision = field(default_factory=Decision)


@dataclass(frozen=True, slots=True)
class Choice:
    """A change that was not taken: what it was, what it is now, why, and what can be done.

    `why` is an English template with `{name}` for each of `args`. `where` is the line of the plan
    that printed it, else the paragraph of the Word file. Without `options` it can only be told.
    """

    kind: Kind
    where: Where | None
    was: str
    now: str
    why: str
    args: Mapping[str, object] = field(default_factory=dict)
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Absorbed:
    """What an edited file changes: `edits` that are sure, and `choices` left to the user.

    `edited` is the document that was read, with which choices are settled.
    """

    edits: tuple[Edit, ...] = ()
    choices: tuple[Choice, ...] = ()
    edited: Document = field(default_factory=lambda: Document(()))
