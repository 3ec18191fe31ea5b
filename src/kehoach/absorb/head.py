"""Lines of the head that the programme words itself: the facts that they were made from.

«Số: 05/KH-BCĐ», «Thái Bình, ngày 05 tháng 01 năm 2024», the degree of urgency, what a plan is
attached to (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II, mục 3, 4).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.absorb.edits import Kind
from kehoach.absorb.files import Files
from kehoach.absorb.keys import added
from kehoach.absorb.ops import Told
from kehoach.absorb.values import Splice, printed_day
from kehoach.absorb.written import Written, scalar, yaml_scalar
from kehoach.diagnostic import Span
from kehoach.importer.lines import escaped
from kehoach.model import PlanKeys
from kehoach.source import Line, Scalar
from kehoach.vocabulary import TYPES, URGENCIES

NOWHERE = Span("", 1, 1)
_NUMBER = re.compile(r"Số:\s*(?P<number>[^/]*?)\s*/(?P<code>[^-]*)-(?P<symbol>.+)")
_DAY = re.compile(r"(?P<place>.*?), *(?P<day>ngày .*)")
_ATTACHED = re.compile(r"\(Kèm theo .*? số (?P<no>.*?) (?P<day>ngày .*? năm \d{4})(?: của .*)?\)")


def changed(
    role: str, was: str, now: str, keys: PlanKeys, path: str, files: Files
) -> tuple[Splice, ...] | None:
    """Return what makes a line of the head say `now`, None when no fact can."""
    if role == "so_ky_hieu":
        found = list(_number(was, now, keys, path, files))
    elif role == "dia_danh_ngay":
        found = list(_dated(was, now, path, files))
    elif role == "do_khan":
        key = next((k for k, said in URGENCIES.items() if said == now.strip().upper()), "")
        found = [_set(files, path, ("urgency",), key)] if key else [None]
    elif role == "kem_theo":
        found = list(_attached(was, now, path, files))
    else:
        return None
    splices = [splice for splice in found if splice is not None]
    return tuple(splices) if len(splices) == len(found) and splices else None


def _number(was: str, now: str, keys: PlanKeys, path: str, files: Files) -> Iterator[Splice | None]:
    old, new = _NUMBER.fullmatch(was.strip()), _NUMBER.fullmatch(now.strip())
    if old is None or new is None:
        typed = re.fullmatch(r"Số:\s*(.+)", now.strip())
        yield _set(files, path, ("number",), escaped(typed[1])) if typed else None
        return
    code = TYPES[keys.type or "ke-hoach"][1]
    given = files.find(path, ("number",))
    whole = bool(given and isinstance(given.node, Scalar) and "/" in given.node.text)
    if whole or new["code"] != code:
        yield _set(files, path, ("number",), escaped(now.strip()[3:].strip()))
        return
    if old["number"] != new["number"]:
        yield _set(files, path, ("number",), escaped(new["number"].strip(" .…")))
    if old["symbol"] != new["symbol"]:
        yield _set(files, path, ("issuer", "symbol"), escaped(new["symbol"]))


def _dated(was: str, now: str, path: str, files: Files) -> Iterator[Splice | None]:
    old, new = _DAY.fullmatch(was.strip()), _DAY.fullmatch(now.strip())
    if old is None or new is None:
        yield None
        return
    if old["place"] != new["place"]:
        yield _set(files, path, ("issuer", "place"), escaped(new["place"]))
    if old["day"] != new["day"]:
        day = printed_day(" ".join(new["day"].split()))
        yield _set(files, path, ("date",), day.iso) if day else None


def _attached(was: str, now: str, path: str, files: Files) -> Iterator[Splice | None]:
    old, new = _ATTACHED.fullmatch(was.strip()), _ATTACHED.fullmatch(now.strip())
    if old is None or new is None:
        yield None
        return
    if old["no"] != new["no"]:
        yield _set(files, path, ("attached", "no"), escaped(new["no"].strip()))
    if old["day"] != new["day"]:
        day = printed_day(" ".join(new["day"].split()))
        yield _set(files, path, ("attached", "date"), day.iso) if day else None


def _set(files: Files, path: str, keys: tuple[str, ...], text: str) -> Splice | None:
    """Return the splice that gives a key of the plan a value; a new key goes below its holder's."""
    found = files.find(path, keys)
    if found and isinstance(found.node, Scalar):
        written = scalar(files, found)
        return Splice(written, 0, len(written.text), text)
    holder = files.find(path, keys[:-1]) if found is None else None
    edit = added(files, holder, keys[-1], yaml_scalar(text), Told(Kind.HEADER)) if holder else None
    if edit is None:
        return None
    return Splice(Written(path, edit.start, edit.end, Line("", NOWHERE)), 0, 0, edit.new)
