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


@dataclass(frozen=True, slots=True)
class Override:
    """Lines of YAML for `copies.<unit>` of the plan file: the value of the key at `keys`."""

    unit: str
    keys: tuple[str, ...]
    value: str


@dataclass(frozen=True, slots=True)
class Option:
    """One way to settle a choice; `label` is an English template with `{name}` for each of `args`.

    `edits` and `overrides` are what it would change.
    """

    label: str
    args: Mapping[str, object] = field(default_factory=dict)
    edits: tuple[Edit, ...] = ()
    overrides: tuple[Override, ...] = ()


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
    """What an edited file changes: `edits` that are sure, and `choices` left to the user."""

    edits: tuple[Edit, ...] = ()
    choices: tuple[Choice, ...] = ()
