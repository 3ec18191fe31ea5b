"""What plan text is made of: literals, and expressions in `{{ … }}`.

Jinja's lexer finds the end of an expression and the columns in it, its parser the tree. What an
expression may hold is a short list of node types; names and their attributes are turned into
values before Jinja sees them, so that it computes over texts and numbers only.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.environment import Template
from jinja2.parser import Parser
from jinja2.sandbox import ImmutableSandboxedEnvironment

from kehoach.diagnostic import N_, Diagnostic, Span, error, nearest
from kehoach.filters import FILTERS
from kehoach.source import Line

MAX_EXPRESSION = 500
MAX_RESULT = 20_000

_NEVER = "\ue000never\ue001"
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
class Literal:
    """Words as the writer typed them, in NFC.

    Character `i` of `text` stands in column `columns[i]` of the file, or in the span's first
    column + `i` where there are no `columns`.
    """

    text: str
    span: Span
    columns: tuple[int, ...] | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Expression:
    """What stands between `{{` and `}}`, and the plan paths (`kdc`, `issuer.full`) it reads.

    `is_path` says that it is one path and nothing else.
    """

    source: str
    span: Span
    reads: tuple[str, ...] = ()
    places: tuple[Span, ...] = field(default=(), compare=False)
    is_path: bool = field(default=False, compare=False)


Segment = Literal | Expression


class _Environment(ImmutableSandboxedEnvironment):
    """Computes with texts and numbers, within limits."""

    intercepted_binops = frozenset(["+", "*", "**", "%"])

    def call_binop(self, context: object, operator: str, left: object, right: object) -> object:
        if operator == "+" and (isinstance(left, str) or isinstance(right, str)):
            return f"{left}{right}"
        if not isinstance(left, int | float) or not isinstance(right, int | float):
            raise TypeError(f"«{operator}» takes numbers")
        if operator == "**" and (abs(right) > 12 or abs(left) > 1000):
            raise OverflowError("the power is too large")
        if operator == "*" and abs(left) * abs(right) > 10**15:
            raise OverflowError("the product is too large")
        return super().call_binop(context, operator, left, right)  # type: ignore[arg-type]


def _environment() -> _Environment:
    environment = _Environment(
        block_start_string=_NEVER + "b",
        block_end_string=_NEVER + "B",
        comment_start_string=_NEVER + "c",
        comment_end_string=_NEVER + "C",
        keep_trailing_newline=True,
        undefined=StrictUndefined,
    )
    environment.filters = dict(FILTERS)
    environment.globals = {}
    environment.tests = {}
    return environment


_ENVIRONMENT = _environment()


def scan(line: Line, start: int) -> Scan:
    """Return the expression whose `{{` is at `start` of `line`, where it ends, and its faults.

    The end is the index after `}}`; for an expression that is never closed, the end of the line.
    """
    text = line.text
    if not line.exact:
        message = N_("an expression may not stand in a folded or escaped text")
        hint = N_("write the text on one line without «\\», or after «|»")
        return Scan(None, len(text), [error("E001", line.span, message, hint=hint)])
    tokens, end = _tokens(text, start)
    where = line.part(start, end)
    if tokens is None:
        return Scan(None, len(text), [_unclosed(line, start)])
    fault = _check_tokens(line, tokens, where)
    if fault:
        return Scan(None, end, [fault])
    inner = [(at, token, value) for at, token, value in tokens if token != "whitespace"][1:-1]
    if not inner:
        message = N_("there is nothing between the braces")
        return Scan(None, end, [error("E004", where, message)])
    return _parse(line, text[start + 2 : end - 2].strip(), inner, where, end)


@dataclass(frozen=True, slots=True)
class Scan:
    """What `scan` found."""

    expression: Expression | None
    end: int
    findings: list[Diagnostic]


def evaluate(expression: Expression, values: Mapping[str, object]) -> object:
    """Return the value of `expression`, `values` giving that of each path it reads.

    Raises `ValueError` with one line of explanation when it cannot be computed.
    """
    if expression.is_path:
        return values[expression.reads[0]]
    try:
        template = _compiled(expression.source)
        context = template.new_context(
            {_slot(number): values[path] for number, path in enumerate(expression.reads)}
        )
        for _ in template.root_render_func(context):
            pass
        result = context.vars["result"]
    except Exception as fault:
        raise ValueError(_first_line(fault)) from None
    if isinstance(result, str) and len(result) > MAX_RESULT:
        raise ValueError(f"the text is longer than {MAX_RESULT} characters")
    return result


def _tokens(text: str, start: int) -> tuple[list[tuple[int, str, str]] | None, int]:
    """Return (index, kind, text) of each token from `{{` to `}}`, or None without a `}}`."""
    found: list[tuple[int, str, str]] = []
    at = start
    try:
        for _, kind, value in _ENVIRONMENT.lexer.tokeniter(text[start:], None):
            if kind == "data":
                at += len(value)
                continue
            at = text.index(value, at)
            found.append((at, kind, value))
            at += len(value)
            if kind == "variable_end":
                return found, at
    except TemplateSyntaxError:
        close = text.find("}}", start)
        if close < 0:
            return None, len(text)
        found.append((at, "error", text[at : at + 1]))
        return found, close + 2
    return None, len(text)


def _unclosed(line: Line, start: int) -> Diagnostic:
    where = line.part(start, start + 2)
    message = N_("the braces that open here are never closed")
    hint = N_("close them with }}}}, or write \\{{{{ for braces in the text")
    return error("E002", where, message, hint=hint)


def _check_tokens(line: Line, tokens: list[tuple[int, str, str]], where: Span) -> Diagnostic | None:
    if tokens[0][2] != "{{" or tokens[-1][2][-3:-2] in ("-", "+"):
        message = N_("«{{{{-» and «-}}}}» have no meaning here")
        return error("E003", where, message, hint=N_("write {{{{ id }}}}"))
    if where.end_column - where.column > MAX_EXPRESSION:
        message = N_("the expression is longer than {most} characters")
        return error("E005", where, message, most=MAX_EXPRESSION)
    for at, kind, value in tokens:
        place = line.part(at, at + len(value))
        if kind == "error":
            hint = N_("an id has the letters a-z, digits and _, without accents")
            message = N_("«{text}» has no meaning in an expression")
            return error("E006", place, message, hint=hint, text=value)
        if kind == "name" and not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", value):
            message = N_("«{text}» is not an id")
            hint = N_("an id has the letters a-z, digits and _, without accents")
            return error("E006", place, message, hint=hint, text=value)
        if kind == "integer" and len(value) > 15:
            return error("E005", place, N_("the number has more than {most} digits"), most=15)
    return None


def _parse(
    line: Line,
    source: str,
    tokens: list[tuple[int, str, str]],
    where: Span,
    end: int,
) -> Scan:
    try:
        tree = _tree("\n".join(value for _, _, value in tokens))
    except (TemplateSyntaxError, RecursionError) as fault:
        index = min(max(getattr(fault, "lineno", 1) - 1, 0), len(tokens) - 1)
        place = line.part(tokens[index][0], tokens[index][0] + len(tokens[index][2]))
        message = N_("the expression cannot be read: {reason}")
        return Scan(None, end, [error("E007", place, message, reason=_first_line(fault))])
    spans = [line.part(at, at + len(value)) for at, _, value in tokens]
    findings = list(_refused(tree, spans))
    paths = list(_paths(tree))
    reads: dict[str, Span] = {}
    for path, first, last in paths:
        reads.setdefault(path, spans[first - 1].through(spans[last - 1]))
    is_path = isinstance(tree, nodes.Name | nodes.Getattr)
    expression = Expression(source, where, tuple(reads), tuple(reads.values()), is_path)
    return Scan(None if findings else expression, end, findings)


def _tree(source: str) -> nodes.Expr:
    parser = Parser(_ENVIRONMENT, source, state="variable")
    tree = parser.parse_expression()
    if not parser.stream.eos:
        token = parser.stream.current
        raise TemplateSyntaxError(f"unexpected «{token.value}»", token.lineno)
    return tree


def _refused(tree: nodes.Node, spans: list[Span]) -> Iterator[Diagnostic]:
    place = spans[min(tree.lineno or 1, len(spans)) - 1]
    if not isinstance(tree, _ALLOWED):
        hint = N_("an expression holds ids, texts, numbers, + - * /, «a if b else c» and filters")
        message = N_("this kind of expression ({kind}) may not stand in a plan")
        yield error("E008", place, message, hint=hint, kind=type(tree).__name__)
        return
    if isinstance(tree, nodes.Getattr) and _path(tree) is None:
        message = N_("only an id has parts that are named after a dot")
        yield error("E008", place, message)
        return
    if isinstance(tree, nodes.Filter) and tree.name not in FILTERS:
        best = nearest(tree.name, FILTERS)
        hint = N_("did you mean {best}?") if best else N_("the filters are {known}")
        message = N_("there is no filter «{name}»")
        known = ", ".join(sorted(FILTERS))
        yield error("E009", place, message, hint=hint, name=tree.name, best=best, known=known)
    for child in tree.iter_child_nodes():
        yield from _refused(child, spans)


def _path(tree: nodes.Node) -> tuple[str, int, int] | None:
    """Return the dotted path of a name, with the numbers of its first and last token."""
    if isinstance(tree, nodes.Name):
        return tree.name, tree.lineno, tree.lineno
    if isinstance(tree, nodes.Getattr):
        inner = _path(tree.node)
        return inner and (f"{inner[0]}.{tree.attr}", inner[1], tree.lineno + 1)
    return None


def _paths(tree: nodes.Node) -> Iterator[tuple[str, int, int]]:
    found = _path(tree)
    if found:
        yield found
        return
    for child in tree.iter_child_nodes():
        yield from _paths(child)


@functools.lru_cache(maxsize=4096)
def _compiled(source: str) -> Template:
    tree = _tree(source)
    paths = dict.fromkeys(path for path, _, _ in _paths(tree))
    slots = {path: number for number, path in enumerate(paths)}
    assign = nodes.Assign(nodes.Name("result", "store"), _with_slots(tree, slots), lineno=1)
    body = nodes.Template([assign], lineno=1).set_environment(_ENVIRONMENT)
    return _ENVIRONMENT.from_string(body)  # type: ignore[arg-type]


def _with_slots(tree: nodes.Expr, slots: Mapping[str, int]) -> nodes.Expr:
    found = _path(tree)
    if found:
        return nodes.Name(_slot(slots[found[0]]), "load", lineno=tree.lineno)
    for name, value in list(tree.iter_fields()):
        if isinstance(value, nodes.Expr):
            setattr(tree, name, _with_slots(value, slots))
        elif isinstance(value, list):
            setattr(tree, name, [_inside(item, slots) for item in value])
    return tree


def _inside(item: object, slots: Mapping[str, int]) -> object:
    if isinstance(item, nodes.Operand):
        item.expr = _with_slots(item.expr, slots)
        return item
    return _with_slots(item, slots) if isinstance(item, nodes.Expr) else item


def _slot(number: int) -> str:
    return f"v{number}"


def _first_line(fault: Exception) -> str:
    return str(fault).split("\n", 1)[0] or type(fault).__name__
