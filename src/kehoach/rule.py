"""What a rule is: a code, what it looks at, how bad its findings are, and its page of the manual.

A rule is a module of `rules`: its docstring is the page, `RULE` its record, `check(subject)`
yields its findings. Which subject it gets, `sees` says.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from enum import Enum
from typing import NamedTuple

from kehoach.diagnostic import Diagnostic, Place, Severity, Where
from kehoach.document import Block, Document
from kehoach.plan import Plan


class Sees(Enum):
    """The subject of a rule's `check`."""

    WORDS = "words"
    """`Words`: one paragraph by itself; the same paragraph is looked at once in all copies."""
    TEXT = "text"
    """`Text`: the whole tree of a document, composed from a plan or read from a file."""
    PAPER = "paper"
    """`kehoach.paper.Paper`: a Word file as it looks."""
    PLAN = "plan"
    """`Draft`: a plan with its facts, and the tree composed from it."""
    PAGES = "pages"
    """`kehoach.printed.Printed`: the pages of a PDF, with the tree that was printed."""


class Words(NamedTuple):
    """A paragraph of a document that was or will be issued on `date` (None: not known)."""

    block: Block
    date: datetime.date | None = None


class Text(NamedTuple):
    """A document's tree, the name of its file or plan, and the day of its issue, if known.

    `draft` says that number, day and names may be blank still.
    """

    document: Document
    path: str
    date: datetime.date | None = None
    draft: bool = True


class Draft(NamedTuple):
    """A plan without errors, or a copy of one, and its document. `date` is the first possible day
    where only month or year are known.
    """

    plan: Plan
    document: Document
    date: datetime.date | None = None


class Rule(NamedTuple):
    """A rule's record; `clause` names the provision it stands on, in Vietnamese."""

    code: str
    sees: Sees
    severity: Severity
    clause: str

    def found(
        self, where: Where | None, template: str, /, hint: str = "", **args: object
    ) -> Diagnostic:
        """Return a finding of this rule; without a place it is one of the whole file."""
        place = where or Place("")
        return Diagnostic(self.code, self.severity, place, template, hint, args, self.clause)


Check = Callable[..., Iterable[Diagnostic]]
"""A rule's `check`; what it takes, `Rule.sees` says."""
