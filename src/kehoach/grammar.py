"""What an expression may hold, by Jinja's lexer and parser: a short list of node types.

Everything else is a finding at the word that it begins with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from jinja2 import TemplateSyntaxError, nodes

from kehoach import sandbox
from kehoach.diagnostic import N_, Diagnostic, Span, error, nearest
from kehoach.filters import FILTERS
from kehoach.source import Line

MAX_EXPRESSION = 500
MAX_TOKENS = 100
MAX_DEPTH = 10
_WINDOW = 2 * MAX_EXPRESSION

_HOLDS = N_("an expression holds ids, 'texts', numbers, + - * / ~, «a if b else c» and filters")
_PLAIN = re.compile(r"[0-9.]{1,15}").fullmatch
_AN_ID = N_("an id has the letters a-z, digits and _, without accents")
_ALLOWED = (
    nodes.Name,
    nodes.Getattr,
    nodes.Const,
    nodes.CondExpr,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Compare,
    nodes.Operand,
    nodes.BinExpr,
    nodes.Neg,
    nodes.Pos,
    nodes.Concat,
    nodes.Filter,
)


@dataclass(frozen=True, slots=True)
class Read:
    """An expression up to `end`: its text and place, what it reads and where, or its faults.

    `is_path` says that it is one path and nothing else.
    """

    end: int
    findings: list[Diagnostic]
    source: str = ""
    span: Span | None = None
    reads: Mapping[str, Span] = field(default_factory=dict)
    is_path: bool = False


def read(line: Line, start: int) -> Read:
    """Return the expression whose `{{` is at `start` of `line`, which is exact.

    The end is the index after `}}`; for an expression that is never closed, the end of the line.
    """
    text = line.text
    close = text.find("}}", start)
    again = text.find("{{", start + 2, close)
    if close < 0 or again >= 0:
        return Read(again if again >= 0 else len(text), [_unclosed(line, start)])
    if close > start + MAX_EXPRESSION:
        return Read(close + 2, [_too_long(line.part(start, close + 2))])
    tokens, end = _tokens(text, start, close + 2)
    where = line.part(start, end)
    fault = _check_tokens(line, tokens, where)
    if fault:
        return Read(end, [fault])
    inner = [(at, token, value) for at, token, value in tokens if token != "whitespace"][1:-1]
    if not inner:
        message, hint = N_("there is nothing between the braces"), N_("write {{{{ id }}}}")
        return Read(end, [error("E004", where, message, hint=hint)])
    return _parse(line, text[start + 2 : end - 2].strip(), inner, where, end)


def _tokens(text: str, start: int, least: int) -> tuple[list[tuple[int, str, str]], int]:
    """Return (index, kind, text) of each token from `{{` to `}}`, and the index after them.

    Where the lexer stumbles there is a token of the kind `error`, and the end is `least`.
    """
    found: list[tuple[int, str, str]] = []
    at = start
    try:
        for kind, value in sandbox.tokens(text[start : start + _WINDOW]):
            at = text.index(value, at)
            found.append((at, kind, value))
            at += len(value)
            if kind == "variable_end":
                return found, start + len(text[start:at].rstrip())
    except (TemplateSyntaxError, ValueError):
        # Jinja also reads line breaks of other systems as one of its own, which is not found.
        pass
    found.append((at, "error", text[at : at + 1]))
    return found, max(least, at)


def _unclosed(line: Line, start: int) -> Diagnostic:
    where = line.part(start, start + 2)
    message = N_("the braces that open here are never closed")
    hint = N_("close them with }}}}, or write \\{{{{ for braces in the text")
    return error("E002", where, message, hint=hint)


def _too_long(where: Span) -> Diagnostic:
    message = N_("the expression is too long: at most {most} characters and {tokens} words")
    hint = N_("put parts of it under ids of their own")
    return error("E005", where, message, hint=hint, most=MAX_EXPRESSION, tokens=MAX_TOKENS)


def _check_tokens(line: Line, tokens: list[tuple[int, str, str]], where: Span) -> Diagnostic | None:
    if tokens[0][2] != "{{" or tokens[-1][2].startswith(("-", "+")):
        message = N_("«{{{{-» and «-}}}}» have no meaning here")
        return error("E003", where, message, hint=N_("write {{{{ id }}}}"))
    if len(tokens) > 2 * MAX_TOKENS or where.end_column - where.column > MAX_EXPRESSION:
        return _too_long(where)
    depth = 0
    for at, kind, value in tokens:
        place = line.part(at, at + len(value))
        depth += (value in ("(", "[")) - (value in (")", "]"))
        if depth > MAX_DEPTH:
            return _too_long(where)
        if not value:
            return _unclosed(line, tokens[0][0])
        if kind == "error":
            return _no_token(place, value)
        if kind == "name" and not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", value):
            return error("E006", place, N_("«{text}» is not an id"), hint=_AN_ID, text=value)
        if kind == "string" and "\\" in value:
            message = N_("a backslash may not stand in a text of an expression")
            return error("E006", place, message, hint=N_("write the text under an id of its own"))
        if (kind == "integer" and len(value) > 15) or (kind == "float" and not _PLAIN(value)):
            message = N_("the number is written in too many digits, or with an exponent")
            return error("E005", place, message, hint=N_("write it as text, in quotes"))
    return None


def _no_token(place: Span, text: str) -> Diagnostic:
    message, hint = N_("«{text}» has no meaning in an expression"), _HOLDS
    if text in ("'", '"'):
        message = N_("the quotes that open here are never closed")
        hint = N_("close them with the same kind of quote")
    elif text in "“”‘’„«»":
        hint = N_("a text in an expression stands between straight quotes: '…'")
    elif not text.isascii():
        hint = _AN_ID
    return error("E006", place, message, hint=hint, text=text)


def _parse(
    line: Line,
    source: str,
    tokens: list[tuple[int, str, str]],
    where: Span,
    end: int,
) -> Read:
    try:
        tree = sandbox.tree("\n".join(value for _, _, value in tokens))
    except (TemplateSyntaxError, RecursionError) as fault:
        index = min(max(getattr(fault, "lineno", 1) - 1, 0), len(tokens) - 1)
        return Read(end, [_unreadable(line, tokens, index)])
    spans = [line.part(at, at + len(value)) for at, _, value in tokens]
    findings = list(_refused(tree, tokens, spans))
    reads: dict[str, Span] = {}
    for path, first, last in sandbox.paths(tree):
        reads.setdefault(path, spans[first - 1].through(spans[last - 1]))
    is_path = isinstance(tree, nodes.Name | nodes.Getattr)
    return Read(end, findings, source, where, reads, is_path)


def _unreadable(line: Line, tokens: list[tuple[int, str, str]], index: int) -> Diagnostic:
    at, kind, text = tokens[index]
    hint = _HOLDS
    if index and kind == tokens[index - 1][1] == "name":
        hint = N_("an id is one word: its parts are joined with _")
    message = N_("the expression cannot be read from «{text}» on")
    return error("E007", line.part(at, at + len(text)), message, hint=hint, text=text)


def _refused(
    tree: nodes.Node, tokens: list[tuple[int, str, str]], spans: list[Span]
) -> Iterator[Diagnostic]:
    at = min(tree.lineno or 1, len(spans)) - 1
    if isinstance(tree, nodes.Getattr) and sandbox.path_of(tree) is None:
        while isinstance(tree.node, nodes.Getattr):
            tree = tree.node
        at, tree = tree.lineno - 1, tree.node
        message = N_("only an id has parts that are named after a dot")
        yield error("E008", spans[at], message, hint=_HOLDS)
    elif not isinstance(tree, _ALLOWED):
        message = N_("«{text}» may not stand in an expression")
        yield error("E008", spans[at], message, hint=_HOLDS, text=tokens[at][2])
        return
    elif isinstance(tree, nodes.Filter):
        yield from _filter(tree, spans[at])
    children = tree.iter_child_nodes()
    if isinstance(tree, nodes.Filter) and tree.node:
        children = iter([tree.node])
    for child in children:
        yield from _refused(child, tokens, spans)


def _filter(tree: nodes.Filter, place: Span) -> Iterator[Diagnostic]:
    if tree.name not in FILTERS:
        best, known = nearest(tree.name, FILTERS), ", ".join(sorted(FILTERS))
        hint = N_("did you mean {best}?") if best else N_("the filters are {known}")
        message = N_("there is no filter «{name}»")
        yield error("E009", place, message, hint=hint, name=tree.name, best=best, known=known)
    elif tree.args or tree.kwargs or tree.dyn_args or tree.dyn_kwargs:
        message = N_("the filter «{name}» takes nothing in parentheses")
        hint = N_("write {{{{ id | {name} }}}}")
        yield error("E008", place, message, hint=hint, name=tree.name)
