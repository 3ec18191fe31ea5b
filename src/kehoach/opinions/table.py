"""The table of opinions: what its Word template prints, a text, and values for JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from kehoach.opinions.gather import Opinion, Round
from kehoach.opinions.points import WHOLE
from kehoach.report import plain

TEMPLATE = "tong-hop-y-kien"
"""Name of the table's template."""

KINDS = {"comment": "góp ý", "tracked": "sửa có dấu vết", "plain": "sửa trực tiếp"}
"""How an opinion was left in the file."""

AROUND = 15
"""Words of a long line that are shown on each side of what an opinion is about."""

_SETTLED = "(đã giải quyết)"


def for_table(found: Round) -> dict[str, object]:
    """Return what the template `tong-hop-y-kien` prints."""
    numbers = iter(range(1, len(found.opinions) + 1))
    return {
        "ten": title(found),
        "tom_tat": counts(found),
        "nhat_tri": "; ".join(found.silent),
        "nhom": [
            {"ten": name, "dong": [_row(found, o, str(next(numbers))) for o in own]}
            for name, own in groups(found)
        ],
    }


def text(found: Round) -> str:
    """Return the opinions for a terminal, by the points of the draft."""
    return "\n".join(_lines(found)) + "\n"


def for_json(found: Round) -> dict[str, object]:
    """Return the opinions as values for JSON."""
    return {
        "title": title(found),
        "opinions": [
            {
                "point": point(found, opinion),
                "units": list(opinion.units),
                "kind": opinion.kind,
                "opinion": opinion.text,
                "about": list(opinion.on),
                "draft": content(found, opinion),
                "behind": opinion.behind,
                "settled": opinion.settled,
            }
            for opinion in found.opinions
        ],
        "without_opinion": list(found.silent),
    }


def title(found: Round) -> str:
    """Return what the draft is called: its type and title."""
    named = {block.role: block.text for block in found.draft.blocks}
    kind, about = named.get("ten_loai", "Kế hoạch").capitalize(), named.get("trich_yeu", "")
    return f"{kind} {about[:1].lower()}{about[1:]}".strip()


def counts(found: Round) -> str:
    """Return how many opinions there are, and from whom, in one sentence."""
    units = {name for opinion in found.opinions for name in opinion.units}
    said = f"{len(found.opinions)} ý kiến của {len(units)} đơn vị, cá nhân"
    if found.silent:
        said += f"; {len(found.silent)} nơi không có ý kiến khác"
    return f"{said}."


def groups(found: Round) -> Iterator[tuple[str, list[Opinion]]]:
    """Yield each point of the draft that somebody speaks of, and the opinions on it."""
    for name, own in groupby(found.opinions, lambda opinion: point(found, opinion)):
        yield name, list(own)


def point(found: Round, opinion: Opinion) -> str:
    """Return what the place of an opinion is called."""
    if opinion.line < 0:
        return WHOLE.capitalize()
    return found.points[opinion.line]


def content(found: Round, opinion: Opinion) -> str:
    """Return the line of the draft that an opinion is about."""
    if opinion.line < 0:
        return ""
    line = found.lines[opinion.line]
    words = "".join(word.text for word in line.words).strip()
    return f"{line.label} {words}".strip()


def _row(found: Round, opinion: Opinion, number: str) -> dict[str, object]:
    settled = f" {_SETTLED}" if opinion.settled else ""
    return {
        "stt": number,
        "don_vi": "; ".join(opinion.units),
        "y_kien": [{"loi": line} for line in f"{opinion.text}{settled}".split("\n")],
        "noi_dung": list(_stretches(content(found, opinion), opinion)),
    }


def _stretches(words: str, opinion: Opinion) -> Iterator[dict[str, str]]:
    """Yield the line of the draft, what an opinion is about marked as `about`.

    Of a long line only what stands around that is shown.
    """
    if opinion.behind:
        yield _stretch("(sau nội dung) ", "note")
    at = 0
    for about in opinion.on:
        found = words.find(about, at)
        if found < 0 or about == words:
            continue
        yield _stretch(_around(words[at:found], at > 0, after=True), "kept")
        yield _stretch(about, "about")
        at = found + len(about)
    yield _stretch(_around(words[at:], at > 0, after=False), "kept")


def _around(text: str, before: bool, after: bool) -> str:
    """Return a text without its middle, or the end that is far from what an opinion is about."""
    found = text.split(" ")
    if not (before or after) or len(found) <= 2 * AROUND:
        return text
    # The space beside what the opinion is about counts as an empty word.
    first = found[: AROUND + 1 if before else 0]
    last = found[-AROUND - 1 if after else len(found) :]
    return " ".join([*first, "…", *last])


def _stretch(text: str, kind: str) -> dict[str, str]:
    return {"loi": text, "kieu": kind}


def _lines(found: Round) -> Iterator[str]:
    yield plain(f"Dự thảo: {title(found)}")
    yield counts(found)
    for name, own in groups(found):
        yield ""
        yield plain(name)
        for opinion in own:
            yield from _said(opinion)
    if found.silent:
        yield ""
        yield plain(f"Không có ý kiến khác: {'; '.join(found.silent)}")


def _said(opinion: Opinion) -> Sequence[str]:
    first, *rest = opinion.text.split("\n")
    about = f" [{'; '.join(opinion.on)}]" if opinion.on and opinion.kind == "comment" else ""
    settled = f" {_SETTLED}" if opinion.settled else ""
    head = f"  - {'; '.join(opinion.units)} ({KINDS[opinion.kind]}){about}: {first}{settled}"
    return [plain(line) for line in (head, *(f"    {line}" for line in rest))]
