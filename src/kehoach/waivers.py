"""Waivers of a plan: findings that its writer has looked at and wants no more, with a reason.

An error that keeps a plan from being read or printed is no matter of opinion: only errors of
rules, warnings and habits can be waived.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator

from kehoach import report
from kehoach.diagnostic import N_, Diagnostic, Severity, Span, nearest, warning
from kehoach.model import Waiver
from kehoach.plan import Plan
from kehoach.schema import Name

_KEY = re.compile(r"[a-z][a-z0-9_.]*")
_STAGES = re.compile(r"[A-MO-RT-Z]\d{3}")
"""Codes of findings that are not those of rules (`N`, `S`)."""

_LASTING = "YEOPCFNS"
"""First letters of codes that a plan has wherever it is looked at; others are those of files."""


class Waivers:
    """Takes what is waived out of findings, and knows which waivers never did."""

    def __init__(self, rules: Iterable[str]) -> None:
        """Take the codes of all rules."""
        self._rules = frozenset(rules)
        self._given: dict[Span, Waiver] = {}
        self._used: set[Span] = set()

    def kept(self, plan: Plan, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Return the findings that the plan, or copy, they are of does not waive."""
        waivers = plan.keys.waivers or ()
        self._given |= {waiver.span: waiver for waiver in waivers}
        return [found for found in findings if not self._waived(plan, waivers, found)]

    def idle(self, besides: Container[str] = ()) -> Iterator[Diagnostic]:
        """Yield a finding for each waiver that silenced nothing, those of `besides` left out.

        `besides` are codes of rules that were not run.
        """
        for span, waiver in self._given.items():
            code = _words(waiver.code)
            if not _STAGES.fullmatch(code) and code not in self._rules:
                message = N_("«{code}» is the code of no finding")
                best = nearest(code, self._rules)
                hint = N_("did you mean {best}?") if best else N_("write the code as it is shown")
                yield warning("W002", span, message, hint, code=code, best=best)
            elif span not in self._used and code not in besides and code[0] in _LASTING:
                message = N_("this waiver of {code} silences nothing")
                hint = N_("remove it, or correct its «where»")
                yield warning("W001", span, message, hint, code=code)

    def _waived(self, plan: Plan, waivers: Iterable[Waiver], found: Diagnostic) -> bool:
        if found.severity is Severity.ERROR and found.code not in self._rules:
            return False
        named = [waiver for waiver in waivers if _words(waiver.code) == found.code]
        by = {waiver.span for waiver in named if _meant(plan, _words(waiver.where), found)}
        self._used |= by
        return bool(by)


def _meant(plan: Plan, where: str, found: Diagnostic) -> bool:
    """Return whether `where`, a key of the plan or words, is the place of a finding."""
    if not where:
        return True
    from kehoach.explain import nodes

    spans = [node.span for node in nodes(plan, where)] if _KEY.fullmatch(where) else []
    if spans:
        place = found.where
        return isinstance(place, Span) and any(_inside(place, span) for span in spans)
    return _plain(where) in _plain(_read(plan, found))


def _inside(place: Span, span: Span) -> bool:
    here = (place.line, place.column)
    end = (span.end_line, span.end_column)
    return place.path == span.path and (span.line, span.column) <= here <= end


def _read(plan: Plan, found: Diagnostic) -> str:
    """Return the words that a finding points at and what it says of them."""
    place = found.where
    if not isinstance(place, Span):
        return f"{place.text}\n{found.message}"
    lines = report.split_lines(plan.sources.get(place.path, b""))
    last = max(place.end_line, place.line)
    return "\n".join([*lines[max(place.line - 1, 0) : last], found.message])


def _plain(words: str) -> str:
    return " ".join(unicodedata.normalize("NFC", words).split())


def _words(name: Name | None) -> str:
    return name.text if name else ""
