"""Lines of the head that the programme words itself: the facts that they were made from.

«Số: 05/KH-BCĐ», «Thái Bình, ngày 05 tháng 01 năm 2024», the degree of urgency, what a plan is
attached to (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II, mục 3, 4).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.absorb.changes import Base
from kehoach.absorb.edits import Kind
from kehoach.absorb.files import Files
from kehoach.absorb.ops import Told
from kehoach.absorb.own import Tree, laid
from kehoach.absorb.values import Splice, printed_day
from kehoach.absorb.written import Written, scalar, yaml_scalar
from kehoach.diagnostic import Span
from kehoach.importer.lines import escaped
from kehoach.source import Line, Scalar
from kehoach.vocabulary import TYPES, URGENCIES

NOWHERE = Span("", 1, 1)
_NUMBER = re.compile(r"Số:\s*(?P<number>[^/]*?)\s*/(?P<code>[^-]*)-(?P<symbol>.+)")
_DAY = re.compile(r"(?P<place>.*?), *(?P<day>ngày .*)")
_ATTACHED = re.compile(r"\(Kèm theo .*? số (?P<no>.*?) (?P<day>ngày .*? năm \d{4})(?: của .*)?\)")

Given = tuple[tuple[str, ...], str]
"""The keys of a fact, and what it is to say."""


def changed(role: str, was: str, now: str, base: Base, files: Files) -> tuple[Splice, ...] | None:
    """Return what makes a line of the head say `now`, None when no fact can."""
    ways = {"so_ky_hieu": _number, "dia_danh_ngay": _dated, "kem_theo": _attached}
    if role == "do_khan":
        found = list(_urgency(now.strip().upper()))
    elif role in ways:
        found = list(ways[role](was.strip(), now.strip(), base))
    else:
        return None
    splices = [splice for keys, text in found for splice in _set(base, keys, text, files)]
    return tuple(splices) or None


def _urgency(now: str) -> Iterator[Given]:
    yield from ((("urgency",), key) for key, said in URGENCIES.items() if said == now)


def _number(was: str, now: str, base: Base) -> Iterator[Given]:
    old, new = _NUMBER.fullmatch(was), _NUMBER.fullmatch(now)
    if old is None or new is None or new["code"] != old["code"]:
        typed = re.fullmatch(r"Số:\s*(.+)", now)
        yield from [(("number",), escaped(typed[1]))] if typed else []
        return
    number = base.plan.keys.number
    code = TYPES[base.plan.keys.type or "ke-hoach"][1]
    if number and ("/" in number.marked.literal or new["code"] != code):
        yield ("number",), escaped(now[3:].strip())
        return
    if old["number"] != new["number"]:
        yield ("number",), escaped(new["number"].strip(" .…"))
    if old["symbol"] != new["symbol"]:
        yield ("issuer", "symbol"), escaped(new["symbol"])


def _dated(was: str, now: str, base: Base) -> Iterator[Given]:
    old, new = _DAY.fullmatch(was), _DAY.fullmatch(now)
    if old is None or new is None:
        return
    if old["place"] != new["place"]:
        yield ("issuer", "place"), escaped(new["place"])
    day = printed_day(" ".join(new["day"].split()))
    if old["day"] != new["day"] and day:
        yield ("date",), day.iso


def _attached(was: str, now: str, base: Base) -> Iterator[Given]:
    old, new = _ATTACHED.fullmatch(was), _ATTACHED.fullmatch(now)
    if old is None or new is None:
        return
    if old["no"] != new["no"]:
        yield ("attached", "no"), escaped(new["no"].strip())
    day = printed_day(" ".join(new["day"].split()))
    if old["day"] != new["day"] and day:
        yield ("attached", "date"), day.iso


def _set(base: Base, keys: tuple[str, ...], text: str, files: Files) -> Iterator[Splice]:
    """Yield the splices that give a key of the plan, or of the unit's own, a value."""
    path = base.plan.path
    keys = ("copies", base.unit, *keys) if base.unit else keys
    found = files.find(path, keys)
    if found and isinstance(found.node, Scalar):
        written = scalar(files, found)
        yield Splice(written, 0, len(written.text), text)
        return
    tree: Tree = {keys[-1]: [yaml_scalar(text)]}
    for key in keys[-2::-1]:
        tree = {key: tree}
    for edit in laid(files, path, tree, Told(Kind.HEADER)):
        new = Written(path, edit.start, edit.end, Line("", NOWHERE))
        yield Splice(new, 0, 0, edit.new)
