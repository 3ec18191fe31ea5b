"""Three texts of one file into one: the base, what it is today, and what the Word file makes of it.

`git merge-file` does it line by line; it needs no repository. Where both sides changed one line it
is asked again word by word, for a line of a plan is a whole paragraph.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kehoach.revision import TIMEOUT

_SIDES = ("today", "base", "word")
_TOKEN = re.compile(r"\n|[^\S\n]+|[^\s]+")
_FAILED = 128
"""From here on the exit code of `git merge-file` is no number of conflicts."""


class MergeError(Exception):
    """Git is not there, or did not merge."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Lines that both sides changed: as in the base, in the plan today, and in the Word file.

    `line` is where they begin in the file of today.
    """

    line: int
    base: str
    today: str
    word: str


@dataclass(frozen=True, slots=True)
class Merged:
    """Stretches of the merged text in order: settled ones and conflicts.

    `mixed` are lines of today's file in which both sides changed different words.
    """

    pieces: tuple[str | Conflict, ...]
    mixed: tuple[int, ...] = ()

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Return the conflicts in their order."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Conflict))

    def text(self, word: Mapping[Conflict, bool]) -> str:
        """Return the whole text; a conflict keeps what is there today unless `word` is wanted."""
        return "".join(
            piece if isinstance(piece, str) else piece.word if word.get(piece) else piece.today
            for piece in self.pieces
        )


def merge(base: str, today: str, word: str) -> Merged:
    """Return the file of `today` with the changes from `base` to `word`. Raises `MergeError`.

    Line ends, and whether the last line has one, are those of today.
    """
    if today in (base, word) or base == word:
        return Merged((word if today == base else today,))
    plain = [_with_end(text.replace("\r\n", "\n")) for text in (base, today, word)]
    pieces, mixed = _refined(_by_lines(*plain))
    return Merged(tuple(_as(pieces, today)), mixed)


def _with_end(text: str) -> str:
    return text if text.endswith("\n") else text + "\n"


def _as(pieces: Sequence[str | Conflict], today: str) -> Iterator[str | Conflict]:
    """Yield `pieces` with line ends as in `today`."""
    ends = "\r\n" if "\r\n" in today else "\n"

    def like(text: str, last: bool) -> str:
        if last and not today.endswith("\n"):
            text = text.removesuffix("\n")
        return text.replace("\n", ends)

    for number, piece in enumerate(pieces, 1):
        last = number == len(pieces)
        if isinstance(piece, str):
            yield like(piece, last)
        else:
            sides = (like(text, last) for text in (piece.base, piece.today, piece.word))
            yield Conflict(piece.line, *sides)


def _refined(
    pieces: Sequence[str | Conflict],
) -> tuple[tuple[str | Conflict, ...], tuple[int, ...]]:
    """Return `pieces` with the conflicts settled that are none word by word, and their lines."""
    made: list[str | Conflict] = []
    mixed: list[int] = []
    for piece in pieces:
        settled = None if isinstance(piece, str) else _by_words(piece)
        if settled is not None and isinstance(piece, Conflict):
            mixed.append(piece.line)
        made.append(piece if settled is None else settled)
    return tuple(made), tuple(mixed)


def _by_words(conflict: Conflict) -> str | None:
    """Return a conflict's lines merged word by word, None where both sides want the same words."""
    sides = [conflict.base, conflict.today, conflict.word]
    if not all(side.strip() for side in sides):
        return None
    tokens = ["".join(f"{_shown(token)}\n" for token in _TOKEN.findall(side)) for side in sides]
    found = _by_lines(*tokens)
    if any(isinstance(piece, Conflict) for piece in found):
        return None
    lines = "".join(piece for piece in found if isinstance(piece, str)).split("\n")[:-1]
    return "".join(line.removeprefix(_TAKEN) or "\n" for line in lines)


_TAKEN = "."
"""Stands before each word, so that a line without one is a line's end."""


def _shown(token: str) -> str:
    return _TAKEN + token.strip("\n")


def _by_lines(base: str, today: str, word: str) -> tuple[str | Conflict, ...]:
    """Return what `git merge-file` makes of three texts that end in line ends."""
    longest = max(len(line.encode()) for text in (base, today, word) for line in text.split("\n"))
    return tuple(_parsed(_git_merge(today, base, word, longest + 1), longest + 1))


def _parsed(merged: str, size: int) -> Iterator[str | Conflict]:
    """Yield the stretches of git's answer that are not empty.

    Its marks are longer than any line of the texts.
    """
    marks = {sign * size: side for sign, side in zip("<|=", _SIDES, strict=True)}
    texts: dict[str, list[str]] = {"": []}
    side, line = "", 1
    for row in re.findall(r"[^\n]*\n", merged):
        start = row[:size]
        if start in marks:
            if side == "":
                yield from filter(None, ["".join(texts[""])])
                texts = {name: [] for name in _SIDES}
            side = marks[start]
        elif start == ">" * size:
            sides = {name: "".join(rows) for name, rows in texts.items()}
            yield Conflict(line, **sides)
            line += len(texts["today"])
            texts, side = {"": []}, ""
        else:
            texts[side].append(row)
            line += side == ""
    yield from filter(None, ["".join(texts[""])])


def _git_merge(today: str, base: str, word: str, size: int) -> str:
    program = shutil.which("git")
    if program is None:
        raise MergeError("git is not installed")
    with tempfile.TemporaryDirectory(prefix="kehoach-") as folder:
        files = [Path(folder, name) for name in _SIDES]
        for file, text in zip(files, (today, base, word), strict=True):
            file.write_bytes(text.encode())
        command = [program, "merge-file", "-p", "-q", "--diff3", f"--marker-size={size}"]
        try:
            done = subprocess.run(
                [*command, *map(str, files)],
                cwd=folder,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=TIMEOUT,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise MergeError(f"git did not answer in {TIMEOUT} seconds") from None
        except OSError as fault:
            raise MergeError(fault.strerror or type(fault).__name__) from None
    if not 0 <= done.returncode < _FAILED:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise MergeError(said[-1] if said else f"git ended with {done.returncode}")
    return done.stdout.decode()
