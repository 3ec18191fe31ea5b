"""The head of a document: each line by what it says, what is left by its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kehoach.paper import Line
from kehoach.roles.confidence import LIKELY, PLAUSIBLE, UNSURE
from kehoach.roles.marks import Marks
from kehoach.roles.near import near_address, near_form, near_type
from kehoach.roles.split import (
    Part,
    broken,
    is_bold,
    parts_of,
    sliced,
    trimmed,
    typed,
    underlined,
)
from kehoach.roles.words import (
    ADDRESSEES,
    ATTACHED,
    BASIS,
    GOES_ON,
    OVER,
    SUBJECT,
    any_head_role,
    is_capital,
    is_party_body,
    is_rule,
    names_body,
    plain,
    type_end,
)

_LINES = 40
"""Paragraphs among which the name of the type is looked for."""
_PROSE = 200
"""Characters of a line that is none of a head."""
_TITLE = 6
_ISSUER = 90
_ONCE = ("quoc_hieu", "tieu_ngu", "so_ky_hieu", "dia_danh_ngay", "tieu_de_dang")
_OPENS = ("de ", "nham ", "thuc hien ", "trien khai ", "tiep tuc ", "phat huy ", "ngay ", "theo ")


@dataclass(frozen=True, slots=True)
class Parted:
    """A document whose head is known: its lines, and what comes after them as it was."""

    head: list[Line]
    rest: list[Line]
    found: bool = True


def parted(lines: Sequence[Line]) -> Parted:
    """Return the head of a document in its roles, and the rest of its lines."""
    for number, line in enumerate(lines[:_LINES]):
        parts = parts_of(line)
        if any(len(part.text) > _PROSE for part in parts):
            break
        at = next((i for i, part in enumerate(parts) if _is_type(part.line)), None)
        if at is not None:
            above = [part for before in lines[:number] for part in parts_of(before)]
            return _titled([*above, *parts[:at]], [p.line for p in parts[at:]], lines[number + 1 :])
        if any(_addresses(part.text) for part in parts):
            above = [part for before in lines[:number] for part in parts_of(before)]
            named, rest = _addressed(lines[number:])
            return Parted([*head(above), *named], rest)
    return _headless(lines)


def head(parts: Iterable[Part]) -> list[Line]:
    """Return the lines above the name of the type in their roles, in the order of the file."""
    known: list[Part] = []
    for part in parts:
        line = part.line
        if is_rule(line.text):
            _draw(known, part)
            continue
        role = _role(line)
        again = role in _ONCE and any(other.line.role == role for other in known)
        made = replace(line, role="" if again else role, confidence=LIKELY if role else UNSURE)
        known.append(Part(underlined(made), part.column))
    party = any(part.line.role == "tieu_de_dang" for part in known)
    _name_issuers(known, party)
    return [
        part.line if part.line.role else replace(part.line, role="mo_dau", confidence=UNSURE)
        for part in known
    ]


def _role(line: Line) -> str:
    role = any_head_role(line.text) or near_form(line.text)
    return "ve_viec" if not role and SUBJECT.fullmatch(plain(line.text)) else role


def _draw(known: list[Part], part: Part) -> None:
    """Put a line of dashes under the words above it, in its column."""
    if part.text.strip() in ("*", "***") and any(is_party_body(each.text) for each in known):
        return
    for number in range(len(known) - 1, -1, -1):
        if known[number].column == part.column and _beside(known[number], part):
            line = known[number].line
            drawn = replace(line, strokes=(*line.strokes, typed(part.line), *part.line.strokes))
            known[number] = replace(known[number], line=drawn)
            return


def _beside(one: Part, other: Part) -> bool:
    return one.line.spot.table == other.line.spot.table


def _name_issuers(known: list[Part], party: bool) -> None:
    """Give the lines of the issuer their roles; what goes on below a subject belongs to it."""
    subject = next((i for i, part in enumerate(known) if part.line.role == "ve_viec"), None)
    free = [i for i, part in enumerate(known) if not part.line.role]
    if subject is not None:
        for i in [i for i in free if i > subject and known[i].column == known[subject].column]:
            known[i] = _named(known[i], "ve_viec", PLAUSIBLE)
    issuers = [i for i in free if not known[i].line.role and _may_issue(known, i)]
    lines = [known[i].line for i in issuers]
    over, sure = _over(lines)
    for number, i in enumerate(issuers):
        role = "co_quan_chu_quan" if number < over else "co_quan_ban_hanh"
        known[i] = _named(known[i], role, sure)


def _named(part: Part, role: str, confidence: float) -> Part:
    return replace(part, line=replace(part.line, role=role, confidence=confidence))


def _may_issue(known: Sequence[Part], number: int) -> bool:
    """Return whether a line may name the issuer: in capitals, or above the number in its column."""
    part = known[number]
    if len(part.text) > _ISSUER:
        return False
    if is_capital(part.line.printed):
        return True
    below = (p for p in known[number + 1 :] if p.column == part.column)
    return number < 6 and any(p.line.role == "so_ky_hieu" for p in below)


def _over(lines: Sequence[Line]) -> tuple[int, float]:
    """Return how many of the issuer's lines name the body over it, and how sure that is."""
    bold = [is_bold(line) for line in lines]
    if any(bold) and not all(bold):
        return bold.index(True), LIKELY
    if len(lines) < 2:
        return 0, LIKELY
    first, second = plain(lines[0].text), lines[1].text
    stands_over = first.startswith(OVER) or names_body(second)
    return int(stands_over and not plain(second).startswith(GOES_ON)), PLAUSIBLE


def _is_type(line: Line) -> bool:
    """Return whether a line is the name of a type, or begins with it as a title does."""
    printed = line.printed
    end = type_end(printed)
    titled = is_bold(line) or line.layout.align == "center"
    if not end:
        slipped = line.spot.part == "body" and near_type(printed)
        both = is_bold(line) and line.layout.align == "center"
        return titled and (slipped or _is_small_type(printed, both))
    alone = not printed[end:].strip()
    return alone or (titled and line.spot.part != "cell")


def _is_small_type(printed: str, titled: bool) -> bool:
    """Return whether a line is the name of a type that somebody has not put in capitals.

    Without any capital it is one only if it is `titled`: bold and centred.
    """
    end = type_end(printed.upper())
    return bool(end) and (titled or printed[:1].isupper()) and not printed[end:].strip()


def _titled(above: list[Part], at: list[Line], after: Sequence[Line]) -> Parted:
    """Return a head whose type is named by the first of the lines `at`."""
    named, own = _type_and_rest(at[0])
    rest = [*at[1:]]
    found = [named]
    titles = [replace(own, role="trich_yeu", confidence=LIKELY)] if own else []
    queue = [*rest, *after]
    looks = is_bold(named) or named.layout.align == "center"
    used = 0
    while used < len(queue) and len(titles) < _TITLE:
        lines = broken(queue[used])
        kinds = [_title_role(line, titles, looks) for line in lines]
        if not all(kinds):
            break
        for line, kind in zip(lines, kinds, strict=True):
            _take(found, titles, line, kind)
        used += 1
    lines_left = queue[used:]
    made, lines_left = _addressed(lines_left) if _is_addressed(lines_left) else ([], lines_left)
    return Parted([*head(above), *found, *titles, *made], lines_left)


def _take(found: list[Line], titles: list[Line], line: Line, kind: str) -> None:
    """Add a line below the type to the lines found; dashes to the line above them."""
    held = titles or found
    if kind == "-":
        held[-1] = replace(held[-1], strokes=(*held[-1].strokes, typed(line), *line.strokes))
        return
    sure = PLAUSIBLE if kind == "trich_yeu" else LIKELY
    held = titles if kind in ("trich_yeu", "tham_quyen", "kem_theo") else found
    held.append(underlined(replace(line, role=kind, confidence=sure)))


def _type_and_rest(line: Line) -> tuple[Line, Line | None]:
    end = type_end(line.printed) or len(line.text)
    named = replace(trimmed(sliced(line, 0, end)), role="ten_loai", confidence=LIKELY)
    own = trimmed(sliced(line, end, len(line.text)))
    if not own.text:
        return underlined(replace(named, strokes=line.strokes)), None
    return replace(named, strokes=()), own


def _title_role(line: Line, titles: Sequence[Line], looks: bool) -> str:
    """Return what a line below the type is, `-` for a drawn line, empty when the text begins."""
    text = line.text
    role = any_head_role(text)
    if is_rule(text):
        return "-"
    if ATTACHED.match(plain(text)):
        return "kem_theo"
    if line.spot.part == "cell" or _opens_text(line):
        return ""
    if role in ("du_thao", "do_khan", "dau_mat", "dia_danh_ngay"):
        return role
    titled = is_bold(line) or line.layout.align == "center"
    if not titles:
        return "trich_yeu" if titled or not looks else ""
    both = is_bold(line) and line.layout.align == "center"
    if not looks or not titled or (not both and text.rstrip().endswith((".", ":", ";"))):
        return ""
    lower = any(not is_capital(each.printed) for each in titles)
    return "tham_quyen" if lower and is_capital(line.printed) else "trich_yeu"


def _opens_text(line: Line) -> bool:
    """Return whether a line belongs to the text by its words."""
    words = plain(line.text)
    if line.marker is not None or Marks().typed(line.text) is not None:
        return True
    if BASIS.match(line.text) or words.startswith("can cu ") or ADDRESSEES.match(words):
        return True
    return words.startswith(_OPENS) and not (is_bold(line) or line.layout.align == "center")


def _is_addressed(lines: Sequence[Line]) -> bool:
    return bool(lines) and _addresses(lines[0].text)


def _addresses(text: str) -> bool:
    return bool(ADDRESSEES.match(plain(text))) or near_address(text)


def _addressed(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Return the lines that say to whom a document goes, and those after them."""
    made = [replace(line, role="kinh_gui", confidence=LIKELY) for line in broken(lines[0])]
    used, table = 1, lines[0].spot.table
    opens = lines[0].text.rstrip().endswith(":")
    while used < len(lines) and (
        _is_addressee(lines[used], opens) or lines[used].spot.table == table >= 0
    ):
        made.append(replace(trimmed(lines[used]), role="kinh_gui", confidence=PLAUSIBLE))
        used += 1
    return made, list(lines[used:])


def _is_addressee(line: Line, opens: bool) -> bool:
    """Return whether a line is one of a list of addressees; `opens` says that a list must come."""
    text = line.text.strip()
    listed = text.startswith(("-", "+", "–")) or (
        line.marker is not None and line.marker.kind == "-"
    )
    return listed and len(text) < 150 and (opens or text.endswith((";", ".", ",", "-")))


def _headless(lines: Sequence[Line]) -> Parted:
    """Return the lines that look like a head where neither type nor addressee is named."""
    above: list[Part] = []
    number, framed = 0, _frames(lines[:_LINES])
    for number, line in enumerate(lines[:_LINES]):
        parts = parts_of(line)
        known = all(_role(part.line) or is_rule(part.text) for part in parts)
        if not (known or line.spot.table in framed or _between(lines, number, parts)):
            break
        above += parts
    else:
        number = min(len(lines), _LINES)
    titles: list[Line] = []
    rest = list(lines[number:])
    while above and rest and len(titles) < _TITLE and _title_role(rest[0], titles, True):
        titles.append(replace(rest.pop(0), role="trich_yeu", confidence=UNSURE))
    return Parted([*head(above), *titles], rest, bool(above))


def _frames(lines: Sequence[Line]) -> set[int]:
    """Return the tables that hold a line of a head."""
    return {line.spot.table for line in lines if line.spot.table >= 0 and _role(line) in _ONCE}


def _between(lines: Sequence[Line], number: int, parts: Sequence[Part]) -> bool:
    """Return whether a short line that nobody knows stands above one of a head."""
    later = (part for line in lines[number:6] for part in parts_of(line))
    return all(len(part.text) <= _ISSUER for part in parts) and any(
        _role(part.line) in _ONCE for part in later
    )
