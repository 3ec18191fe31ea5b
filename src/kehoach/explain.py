"""Where a value comes from: every layer that gives it, from the lowest to the one that counts."""

from __future__ import annotations

from dataclasses import dataclass

from kehoach.diagnostic import N_, Diagnostic, Span, error, nearest
from kehoach.facts import COLLECTIONS
from kehoach.plan import Plan
from kehoach.source import Mapping, Node, Scalar


@dataclass(frozen=True, slots=True)
class Given:
    """What one layer says of a key. A layer may `remove` what those below it gave."""

    span: Span
    text: str
    removes: bool


def explain(plan: Plan, key: str) -> tuple[list[Given], list[Diagnostic]]:
    """Return what each layer says of `key`, the lowest first; the last one counts.

    `key` is a path of keys (`targets.kdc.value`, `issuer.name`) or the id of a fact (`kdc`).
    """
    found = nodes(plan, key)
    if found:
        return [_given(node) for node in found], []
    root = plan.root
    known = [*root.items, *(name for c in COLLECTIONS for name in _keys(root.get(c)))]
    best = nearest(key, known)
    hint = N_("did you mean {best}?") if best else N_("write a key such as targets.kdc.value")
    message = N_("the plan says nothing of «{key}»")
    return [], [error("P090", plan.keys.span, message, hint, key=key, best=best)]


def nodes(plan: Plan, key: str) -> list[Node]:
    """Return the value that each layer gives to `key`, the lowest first; none for no key."""
    parts = _parts(plan.root, key)
    return [node for layer in plan.layers if (node := _at(layer, parts)) is not None]


def _parts(root: Mapping, key: str) -> list[str]:
    """Return the path of keys that `key` means, an id being looked up in the collections."""
    parts = key.split(".")
    if parts[0] in root.items:
        return parts
    holder = next((name for name in COLLECTIONS if parts[0] in _keys(root.get(name))), None)
    return [holder, *parts] if holder else parts


def _keys(node: Node | None) -> list[str]:
    return list(node.items) if isinstance(node, Mapping) else []


def _at(node: Node | None, parts: list[str]) -> Node | None:
    for part in parts:
        if not isinstance(node, Mapping):
            return None
        node = node.get(part)
    return node


def _given(node: Node) -> Given:
    if isinstance(node, Scalar):
        return Given(node.span, node.text.strip(), node.is_null)
    if isinstance(node, Mapping):
        return Given(node.span, "{" + ", ".join(node.items) + "}", False)
    return Given(node.span, f"[{len(node.items)}]", False)
