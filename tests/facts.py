"""Facts of a text: what a pattern search finds in it, and where in a document it must stand.

A fact is what may not change when sentences are rewritten: symbols of documents, dates, months,
years, percentages, quotas, quoted names. A table of facts pairs the words of an original with
the words that a plan prints; `found` says what a search sees in either.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

PATTERNS: Mapping[str, str] = {
    "symbol": r"\d+(?:/\d{4})?[-/] ?[A-ZĐ][A-ZĐa-z]*\d*(?:[-/] ?[A-ZĐ][A-ZĐa-z]*\d*)*",
    "blank": r"(?<=Số: )\s*/[A-ZĐ]+-[A-ZĐ]+",
    "date": r"\b\d{1,2}/\d{1,2}/\d{4}\b",
    "day": r"\b\d{1,2}/\d{1,2}\b(?!/)",
    "month": r"[Tt]háng (?:\d{1,2}/\d{4}|\d{1,2} năm \d{4})",
    "year": r"[Nn]ăm \d{4}\b",
    "years": r"\b\d{4}-\d{4}\b",
    "percent": r"\d+(?:,\d+)?%",
    "quota": r"(?:[Kk]hông vượt quá )?\b\d{1,3} (?:tập thể|cá nhân|“Cờ[^”]*”|[Cc]ờ)(?:, cá nhân)?",
    "quoted": r"“[^”]+”|\"[^\"]+\"",
    "ordinal": r"khóa (?:\([IVX]+\)|[IVX]+)",
    "number": r"(?<![\w/.%-])\d+(?![\w/%-])(?!\.\d)",
}
"""Kind of a fact to the pattern that finds it."""

MARKER = re.compile(r"(?:[IVX]+\.|\d+(?:\.\d+)*\.|-) (?=\S)")


@dataclass(frozen=True)
class Fact:
    """One row of a table: the section, the kind, the original's words and the printed ones.

    `where` is the section in which they are printed.
    """

    section: str
    kind: str
    original: str
    printed: str
    where: str


def table(text: str) -> list[Fact]:
    """Return the facts of a table written as lines `kind | original -> printed @section`.

    A line `[section]` opens a section. Without an arrow the words are printed as they were,
    without `@` in the same section.
    """
    facts: list[Fact] = []
    section = ""
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("["):
            section = line.strip("[]")
            continue
        kind, rest = (part.strip() for part in line.split("|", 1))
        words, _, where = (part.strip() for part in rest.partition(" @"))
        original, _, printed = (part.strip() for part in words.partition(" -> "))
        facts.append(Fact(section, kind, original, printed or original, where or section))
    return facts


def plain(text: str) -> str:
    """Return `text` in NFC with one kind of space and of quotes, apart from how it was broken."""
    text = unicodedata.normalize("NFC", text)
    text = re.sub(r"\"([^\"]*)\"", r"“\1”", text)
    return re.sub(r"\s+", " ", text).strip()


def found(text: str) -> set[tuple[str, str]]:
    """Return every (kind, words) that a pattern finds in `text`."""
    text = plain(text)
    return {
        (kind, match[0].strip())
        for kind, pattern in PATTERNS.items()
        for match in re.finditer(pattern, text)
    }


def markers(paragraphs: Iterable[str]) -> list[str]:
    """Return what stands before each point, in order."""
    return [match[0].strip() for line in paragraphs if (match := MARKER.match(line))]


def sections(paragraphs: Iterable[str], closing: str) -> dict[str, str]:
    """Return the text without markers by section.

    A section is named by its Roman number; `dau` is what stands before the first, `cuoi` what
    begins with the words `closing`.
    """
    texts: dict[str, list[str]] = {"dau": []}
    section = "dau"
    for paragraph in paragraphs:
        match = MARKER.match(paragraph)
        if paragraph.startswith(closing):
            section = "cuoi"
        elif match and match[0][0] in "IVX":
            section = match[0].strip(". ")
        texts.setdefault(section, []).append(paragraph[match.end() if match else 0 :])
    return {name: plain("\n".join(lines)) for name, lines in texts.items()}


def words(paragraphs: Iterable[str], names: Iterable[str]) -> list[list[str]]:
    """Return the words of each paragraph in small letters, each of `names` counting as one word."""
    ordered = sorted({plain(name).lower() for name in names if name}, key=len, reverse=True)
    return [_words(MARKER.sub("", paragraph, count=1), ordered) for paragraph in paragraphs]


def copied(original: list[list[str]], rewritten: list[list[str]], length: int) -> list[str]:
    """Return the runs of `length` words of `rewritten` that stand in `original` too."""
    known = {run for paragraph in original for run in _runs(paragraph, length)}
    runs = (run for paragraph in rewritten for run in _runs(paragraph, length))
    return [" ".join(run) for run in runs if run in known]


def _words(paragraph: str, names: list[str]) -> list[str]:
    text = plain(paragraph).lower()
    for number, name in enumerate(names):
        text = text.replace(name, f" ⟨{number}⟩ ")
    return re.findall(r"⟨\d+⟩|[\w%/-]+", text)


def _runs(words: list[str], length: int) -> Iterator[tuple[str, ...]]:
    return zip(*(words[start:] for start in range(length)), strict=False)
