"""What computes the expressions of plan text: Jinja, kept to texts and numbers.

Jinja's lexer finds the parts of an expression, its parser the tree. Names and their attributes
are turned into values before Jinja computes, so it never reaches into an object of ours.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.environment import Template
from jinja2.parser import Parser
from jinja2.sandbox import ImmutableSandboxedEnvironment

from kehoach.diagnostic import N_
from kehoach.filters import FILTERS, Uncomputable, display, printable

MAX_NUMBER = 10**15

_NEVER = "\ue000never\ue001"
_SHOWN = "display"


class _Environment(ImmutableSandboxedEnvironment):
    """Computes with texts and numbers, within limits."""

    intercepted_binops = frozenset(["+", "-", "*", "/", "//", "%", "**"])

    def call_binop(self, context: object, operator: str, left: object, right: object) -> object:
        if operator == "+" and (isinstance(left, str) or isinstance(right, str)):
            return f"{display(left)}{display(right)}"
        if not isinstance(left, int | float) or not isinstance(right, int | float):
            hint = N_("numbers go with numbers; texts are joined with ~")
            raise Uncomputable(N_("«{operator}» takes numbers"), hint, operator=operator)
        if operator == "**" and not (0 <= right <= 12 and abs(left) <= 1000):
            raise _too_large()
        result = super().call_binop(context, operator, left, right)  # type: ignore[arg-type]
        if isinstance(result, complex) or not abs(result) <= MAX_NUMBER:
            raise _too_large()
        return result


def _too_large() -> Uncomputable:
    return Uncomputable(N_("the number is too large"), N_("write the number itself"))


def _environment() -> _Environment:
    environment = _Environment(
        block_start_string=_NEVER + "b",
        block_end_string=_NEVER + "B",
        comment_start_string=_NEVER + "c",
        comment_end_string=_NEVER + "C",
        keep_trailing_newline=True,
        undefined=StrictUndefined,
    )
    environment.filters = {**FILTERS, _SHOWN: display}
    environment.globals = {}
    environment.tests = {}
    return environment


_ENVIRONMENT = _environment()


def tokens(source: str) -> Iterator[tuple[str, str]]:
    """Yield kind and text of each token; raises `TemplateSyntaxError` where there is none."""
    for _, kind, value in _ENVIRONMENT.lexer.tokeniter(source, None):
        yield kind, value


def tree(source: str) -> nodes.Expr:
    """Return the tree of an expression; raises `TemplateSyntaxError` with its line."""
    parser = Parser(_ENVIRONMENT, source, state="variable")
    made = parser.parse_expression()
    if not parser.stream.eos:
        token = parser.stream.current
        raise TemplateSyntaxError(f"unexpected «{token.value}»", token.lineno)
    return made


def path_of(tree: nodes.Node) -> tuple[str, int, int] | None:
    """Return the dotted path of a name, with the numbers of its first and last token."""
    if isinstance(tree, nodes.Name):
        return tree.name, tree.lineno, tree.lineno
    if isinstance(tree, nodes.Getattr):
        inner = path_of(tree.node)
        return inner and (f"{inner[0]}.{tree.attr}", inner[1], tree.lineno + 1)
    return None


def paths(tree: nodes.Node) -> Iterator[tuple[str, int, int]]:
    """Yield every path in a tree as `path_of` gives it, in the order of reading."""
    found = path_of(tree)
    if found:
        yield found
        return
    for child in tree.iter_child_nodes():
        yield from paths(child)


def compute(source: str, values: Sequence[object]) -> object:
    """Return the value of an expression, `values` giving those of its paths in their order.

    Raises `Uncomputable` when there is none.
    """
    try:
        template = _compiled(source)
        context = template.new_context(
            {_slot(number): value for number, value in enumerate(values)}
        )
        for _ in template.root_render_func(context):
            pass
        result = context.vars["result"]
    except ZeroDivisionError:
        message, hint = N_("the expression divides by zero"), N_("divide by something else")
        raise Uncomputable(message, hint) from None
    except (TypeError, OverflowError):
        message = N_("the expression puts values of different kinds together")
        raise Uncomputable(message, N_("numbers go with numbers, texts with texts")) from None
    return printable(result)


@functools.lru_cache(maxsize=4096)
def _compiled(source: str) -> Template:
    made = tree(source)
    slots: dict[str, int] = {}
    for path, _, _ in paths(made):
        slots.setdefault(path, len(slots))
    assign = nodes.Assign(nodes.Name("result", "store"), _with_slots(made, slots), lineno=1)
    body = nodes.Template([assign], lineno=1).set_environment(_ENVIRONMENT)
    return _ENVIRONMENT.from_string(body)  # type: ignore[arg-type]


def _with_slots(tree: nodes.Expr, slots: Mapping[str, int]) -> nodes.Expr:
    found = path_of(tree)
    if found:
        return nodes.Name(_slot(slots[found[0]]), "load", lineno=tree.lineno)
    if isinstance(tree, nodes.CondExpr) and tree.expr2 is None:
        tree.expr2 = nodes.Const("")
    for name, value in list(tree.iter_fields()):
        if isinstance(value, nodes.Expr):
            setattr(tree, name, _with_slots(value, slots))
        elif isinstance(value, list):
            setattr(tree, name, [_inside(item, slots) for item in value])
    if isinstance(tree, nodes.Concat):
        tree.nodes = [nodes.Filter(part, _SHOWN, [], [], None, None) for part in tree.nodes]
    return tree


def _inside(item: object, slots: Mapping[str, int]) -> object:
    if isinstance(item, nodes.Operand):
        item.expr = _with_slots(item.expr, slots)
        return item
    return _with_slots(item, slots) if isinstance(item, nodes.Expr) else item


def _slot(number: int) -> str:
    return f"v{number}"
