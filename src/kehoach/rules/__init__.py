"""The rules, a module each, found by listing this folder.

A module's docstring is the rule's page of the manual, `RULE` its record, `check` yields its
findings. `scripts/new_rule` writes a new one with its cases.
"""

from __future__ import annotations

import pkgutil
import re
from dataclasses import dataclass, fields
from functools import cache
from importlib import import_module
from typing import NamedTuple

from kehoach.rule import Check, Rule

_LABELS = {"Căn cứ": "clause", "Sai": "wrong", "Đúng": "right", "Cách sửa": "mend"}
_LABEL = re.compile(rf"^({'|'.join(_LABELS)}): *", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Page:
    """A rule's page: title, what it says, the provision, a wrong and a right example, the remedy.

    Each is one line of text; an example may be several.
    """

    title: str
    what: str
    clause: str
    wrong: str
    right: str
    mend: str


class Known(NamedTuple):
    """A rule with the name of its module, the text of its page and its check."""

    name: str
    rule: Rule
    text: str
    check: Check

    @property
    def page(self) -> Page:
        """Return the page. Raises `ValueError` when a part of it is missing."""
        return page(self.text)


@cache
def every() -> tuple[Known, ...]:
    """Return all rules in the order of their codes."""
    names = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(sorted(map(_known, names), key=lambda known: known.rule.code))


def page(docstring: str) -> Page:
    """Return the page that a rule's docstring is. Raises `ValueError` when a part is missing."""
    head, *rest = _LABEL.split(docstring)
    title, _, what = head.partition("\n\n")
    parts = {"title": title, "what": what}
    parts |= {_LABELS[label]: text for label, text in zip(rest[::2], rest[1::2], strict=True)}
    lines = {name: " ".join(text.split()) for name, text in parts.items()}
    missing = [field.name for field in fields(Page) if not lines.get(field.name)]
    if missing:
        raise ValueError(f"the page has no {', '.join(missing)}")
    return Page(**lines)


def _known(name: str) -> Known:
    module = import_module(f"{__name__}.{name}")
    return Known(name, module.RULE, module.__doc__ or "", module.check)
