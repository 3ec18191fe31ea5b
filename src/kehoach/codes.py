"""What findings of a code may say: their templates, read from the package's own source.

There is no second list to keep: a finding is made by a call whose first argument is its code, and
its message and hint are marked `N_("…")` there or on lines that lead to it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

from kehoach.diagnostic import N_

CODE = re.compile(r"[A-Z]\d{3}")

STAGES = {
    "Y": N_("the file and its YAML"),
    "E": N_("what stands in {{ }}"),
    "O": N_("the outline of a text"),
    "P": N_("the facts of a plan and its copies"),
    "C": N_("what is printed"),
    "F": N_("forms"),
    "T": N_("Word templates"),
    "R": N_("filling templates"),
    "D": N_("reading Word files"),
    "B": N_("building files"),
    "V": N_("versions of a plan"),
    "I": N_("importing Word files"),
    "K": N_("the plan of another year"),
    "A": N_("taking edits back"),
    "N": N_("Nghị định 30/2020/NĐ-CP"),
    "S": N_("sense"),
    "W": N_("waivers"),
}
"""First letter of a code → what its findings are about."""

_SOURCE = Path(__file__).parent

_Names = Mapping[str, list[ast.expr]]
"""What each name may stand for: several values where branches give it different ones."""


@dataclass(frozen=True, slots=True)
class Said:
    """A message that findings of `code` have, and the hints that may go with it.

    `severity` is that of the call that makes it, empty where it is decided elsewhere.
    """

    code: str
    severity: str
    messages: tuple[str, ...]
    hints: tuple[str, ...] = ()


def said(code: str = "") -> list[Said]:
    """Return what findings of `code`, or of every code, may say, in the order of the codes."""
    files = sorted(_SOURCE.rglob("*.py"))
    texts = (file.read_text("utf-8") for file in files)
    found = {one for text in texts if code in text for one in _in_module(ast.parse(text))}
    return sorted((one for one in found if code in ("", one.code)), key=lambda one: astuple(one))


def every() -> set[str]:
    """Return every code that the package's source names."""
    texts = (file.read_text("utf-8") for file in _SOURCE.rglob("*.py"))
    return {code for text in texts for code in re.findall(r'"([A-Z]\d{3})"', text)}


def _in_module(tree: ast.Module) -> Iterator[Said]:
    constants = {name: [value] for name, value in _assigned(tree.body)}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            for call in (part for part in ast.walk(node) if isinstance(part, ast.Call)):
                said = _call(call, {**constants, **_known(node.body, call.lineno)})
                yield from [said] if said else []


def _known(body: Sequence[ast.stmt], line: int) -> dict[str, list[ast.expr]]:
    """Return what names may stand for on a line that some statements lead to, or all of them."""
    names: dict[str, list[ast.expr]] = {}
    for statement in body:
        if statement.lineno > line:
            break
        names |= {name: [value] for name, value in _assigned([statement])}
        for block in _blocks(statement):
            inner = _known(block, line)
            if block[0].lineno <= line <= (block[-1].end_lineno or 0):
                names |= inner
            elif not isinstance(block[-1], ast.Return | ast.Raise | ast.Continue):
                names |= {name: [*names.get(name, []), *values] for name, values in inner.items()}
    return names


def _blocks(statement: ast.stmt) -> Iterator[list[ast.stmt]]:
    """Yield the lists of statements inside a statement."""
    for part in (statement, *getattr(statement, "handlers", ())):
        yield from filter(None, (getattr(part, name, []) for name in ("body", "orelse")))


def _assigned(body: Iterable[ast.stmt]) -> Iterator[tuple[str, ast.expr]]:
    """Yield each name that is assigned to, with its value; a tuple of names name by name."""
    for statement in body:
        if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
            target, value = statement.targets[0], statement.value
            if isinstance(target, ast.Name):
                yield target.id, value
            elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
                pairs = zip(target.elts, value.elts, strict=False)
                yield from ((name.id, part) for name, part in pairs if isinstance(name, ast.Name))


def _call(call: ast.Call, names: _Names) -> Said | None:
    """Return what a call says when it makes a finding."""
    code = _constant(call.args[0], names) if call.args else ""
    if not CODE.fullmatch(code) or len(call.args) < 2:
        return None
    words = [tuple(_marked(argument, names)) for argument in call.args[1:]]
    words += [tuple(_marked(k.value, names)) for k in call.keywords if k.arg == "hint"]
    told = [each for each in words if each]
    severity = call.func.id if isinstance(call.func, ast.Name) else ""
    known = severity if severity in ("error", "warning", "style") else ""
    return Said(code, known, told[0], sum(told[1:], ())) if told else None


def _constant(node: ast.expr, names: _Names) -> str:
    if isinstance(node, ast.Name):
        node = names.get(node.id, [node])[-1]
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _marked(node: ast.expr, names: _Names, depth: int = 3) -> Iterator[str]:
    """Yield the texts marked `N_("…")` that an argument is, looked up where it is a name."""
    for part in ast.walk(node):
        if isinstance(part, ast.Name) and part.id in names and depth:
            rest = {name: values for name, values in names.items() if name != part.id}
            for value in names[part.id]:
                yield from _marked(value, rest, depth - 1)
        elif isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and part.args:
            argument = part.args[0]
            if part.func.id == "N_" and isinstance(argument, ast.Constant):
                yield str(argument.value)
