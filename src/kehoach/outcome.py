"""What becomes of plans in a build."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kehoach.diagnostic import Diagnostic
from kehoach.incremental.before import Why


class Status(StrEnum):
    """What became of a plan."""

    BUILT = "built"
    UNCHANGED = "unchanged"
    ABSTRACT = "abstract"
    FAILED = "not built"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A plan after its build. `files` are paths below the output folder, `seconds` wall time.

    `why` says of each file that was made why it had to be, by its path in the plan's own folder.
    `crash` is the traceback of a bug of ours, empty when there was none.
    """

    plan: str
    status: Status
    files: tuple[str, ...] = ()
    documents: int = 0
    units: int = 0
    forms: int = 0
    pdfs: int = 0
    seconds: float = 0.0
    findings: tuple[Diagnostic, ...] = ()
    why: Mapping[str, Why] = field(default_factory=dict)
    crash: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """All plans after a build, and those that an interrupt left undone."""

    outcomes: tuple[Outcome, ...]
    undone: tuple[str, ...] = ()


class NoWorkers(Exception):
    """There is nobody to build the plans where they should be built; the text says why."""
