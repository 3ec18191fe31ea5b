"""A Word file or a text as a plan: read, guessed, written, and composed again to prove it."""

from __future__ import annotations

import errno
import os
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from kehoach import plan as plans
from kehoach.compose import compose
from kehoach.diagnostic import (
    N_,
    Diagnostic,
    Place,
    Severity,
    Span,
    error,
    has_errors,
    warning,
)
from kehoach.document import ANNEX, FOOT, HEAD, PLAIN, Block, Document, Marker, Run, join
from kehoach.endings import END, closed, reopened, without
from kehoach.importer import heading as headings
from kehoach.importer import roles
from kehoach.importer.facts import Finder
from kehoach.importer.guess import Draft, Guess, Guesses, sort_out, sure
from kehoach.importer.lines import NOWHERE, Line, kind_of, lines
from kehoach.importer.proof import blocks, differences, shown
from kehoach.importer.shape import without_start
from kehoach.importer.tidy import tidied
from kehoach.importer.writer import Prose, Sheet, write
from kehoach.ooxml.foreign import Item, Paragraph, flat, read_any
from kehoach.ooxml.read import read
from kehoach.values import DOTS

NOT_OURS = "D020"
_ATTEMPTS = 6
_GAPS = re.compile(r"[\n\t]+| {4,}")
_FRAME = (*HEAD, *FOOT)
_STAND_INS = (
    (r"^unit:$", "unit: ha_noi"),
    (r"^year:$", "year: 2000"),
    (r"^  name: ''$", f"  name: {DOTS}"),
    (r"^title: ''$", f"title: {DOTS}"),
)
"""Keys that a plan must have, as they are written when nothing is known."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the user says of the plan: the path it will have, and what no file tells."""

    target: str
    unit: str = ""
    year: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """A plan's text, the document that was understood, and the one that the plan prints.

    What the file does not tell and no plan can be composed without has dots in `made`; it is None
    when the plan cannot be composed even so. `lines` are the lines of the file as they were, for a
    look at what is lost.
    """

    text: str
    source: Document
    made: Document | None
    lines: tuple[str, ...] = ()


Outcome = tuple[Imported | None, list[Diagnostic]]
"""A plan, and what was guessed, changed or lost; None when there is nothing to make a plan from."""


def import_docx(data: bytes, path: str, told: Told) -> Outcome:
    """Return the plan of a Word file: ours by its styles, any other's by words, look and place."""
    document, findings = read(data, path)
    if document is not None:
        return _imported(sure(tidied(document)), path, told)
    if any(finding.code != NOT_OURS for finding in findings):
        return None, findings
    items, findings = read_any(data, path)
    if items is None:
        return None, findings
    imported, found = import_items(items, path, told)
    return imported, [*findings, *found]


def import_text(text: str, path: str, told: Told) -> Outcome:
    """Return the plan of a text, a paragraph a line; `**` around words, as mail has it, goes."""
    plain = unicodedata.normalize("NFC", text).replace("**", "")
    lines = enumerate(plain.splitlines(), 1)
    items = [Paragraph((Run(line),), where=Place(path, "", n, line[:80])) for n, line in lines]
    return import_items(items, path, told)


def import_items(items: Sequence[Item], path: str, told: Told) -> Outcome:
    """Return the plan of paragraphs and tables."""
    said = [line for paragraph in flat(items) for line in _GAPS.split(paragraph.text)]
    if not said:
        return None, [error("I001", Place(path), N_("there is no text in this file"))]
    return _imported(roles.guess(items), path, told, tuple(said))


def _imported(guesses: Guesses, path: str, told: Told, said: tuple[str, ...] = ()) -> Outcome:
    """Return the plan of the blocks, mended until it prints them, and all findings."""
    draft = sort_out(_unended(guesses))
    heading = headings.read(draft, told.target, told.unit, told.year)
    tables = _tables(draft)
    source = Document(tuple(guess.block for guess in guesses if not guess.aside))
    finder = Finder(list(tables))
    prose = _with_facts(_prose(draft, tables), finder)
    for attempt in range(_ATTEMPTS):
        facts = finder.used(prose.lines)
        sheet = write(path, draft, heading, facts, prose, tables)
        made, findings = _composed(sheet.text, told.target)
        if made is None:
            made = _with_dots(_composed(_filled(sheet.text), told.target)[0])
        if made is None and facts and attempt < 1:
            prose = _changed(prose, lambda line: line.plain)
            continue
        changed = {} if made is None else _mended(sheet, made)
        if not changed:
            break
        prose = _changed(prose, _replacing(changed))
    faults = [finding for finding in findings if finding.severity is Severity.ERROR]
    doubts = [doubt for guess in guesses if (doubt := _doubt(guess, path))]
    changes = differences(source, made, path) if made else []
    imported = Imported(sheet.text, source, made, said or tuple(blocks(source)))
    return imported, [
        *doubts,
        *_missing_keys(heading, path),
        *_nameless(draft, path),
        *changes,
        *faults,
    ]


def _prose(draft: Draft, tables: Mapping[str, Guess]) -> Prose:
    ids = {id(guess.block): name for name, guess in tables.items()}
    return Prose(
        lines(draft.preamble, ids),
        lines(draft.body, ids),
        lines(draft.closing, ids),
        lines([_recipient(guess) for guess in draft.recipients], ids),
        [lines(annex.body, ids) for annex in draft.annexes],
    )


def _doubt(guess: Guess, path: str) -> Diagnostic | None:
    """Return the finding that goes with a guess which needs a second look."""
    if guess.reason is None:
        return None
    where = guess.block.where if isinstance(guess.block.where, Place) else Place(path)
    sure, words = round(guess.confidence * 100), shown(guess.block)[:80]
    return warning(
        "I010", where, guess.reason.message, N_("{sure} % sure: «{words}»"), sure=sure, words=words
    )


def _missing_keys(heading: headings.Heading, path: str) -> list[Diagnostic]:
    """Return a finding for each key that the file says nothing of and a plan must have."""
    hint = N_("give it with --{key}, or write it into the plan")
    message = N_("nothing in the file says the plan's «{key}»")
    known = {"unit": heading.unit, "year": heading.year}
    return [warning("I011", Place(path), message, hint, key=k) for k, v in known.items() if not v]


def _nameless(draft: Draft, path: str) -> list[Diagnostic]:
    """Return a finding when nothing in the file says who issues it."""
    if draft.of("co_quan_ban_hanh"):
        return []
    message, hint = N_("nothing in the file says who issues it"), N_("write it after issuer.name")
    return [warning("I012", Place(path), message, hint)]


def _unended(guesses: Guesses) -> list[Guess]:
    """Return the blocks without the `./.` that the programme prints itself."""
    text = [i for i, g in enumerate(guesses) if not g.aside and g.role not in _FRAME]
    annex = next((i for i, g in enumerate(guesses) if g.role == ANNEX[0]), len(guesses))
    last = max((i for i in text if i < annex), default=-1)
    if last < 0 or not guesses[last].text.rstrip().endswith(END):
        return list(guesses)
    block = guesses[last].block
    runs = reopened(block.runs)
    if not join(runs) and last and guesses[last - 1].block.table:
        return [*guesses[:last], *guesses[last + 1 :]]
    trailing = "".join(run.text for run in runs).endswith("..")
    if not (block.role.endswith("_td") or trailing):
        runs = join(closed(runs, ".", NOWHERE))
    ended = replace(guesses[last], block=replace(block, runs=runs))
    return [*guesses[:last], ended, *guesses[last + 1 :]]


def _recipient(guess: Guess) -> Guess:
    """Return a recipient without the dash and the end that the programme prints itself."""
    label, _, _ = guess.text.partition(" ")
    kind = kind_of(label)
    runs = reopened(guess.block.runs)
    if runs == guess.block.runs:
        runs = without(runs, ".")  # behind dots that are an ellipsis
    if kind:
        runs = without_start(runs, len(label) + 1)
    marker = Marker(kind, label) if kind and kind != "-" else None
    # A recipient without words still has its line.
    return replace(guess, block=Block(PLAIN, runs or (Run("."),), marker))


def _tables(draft: Draft) -> dict[str, Guess]:
    """Return the tables of the text and the annexes under the ids that they get."""
    prose = [draft.preamble, draft.body, draft.closing, *(a.body for a in draft.annexes)]
    found = [guess for part in prose for guess in part if guess.block.table]
    return {f"bang_{number}": guess for number, guess in enumerate(found, 1)}


def _composed(text: str, target: str) -> tuple[Document | None, list[Diagnostic]]:
    """Return what the plan prints, or None and why it prints nothing."""

    def fetch(path: str) -> bytes:
        if path != target:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)
        return text.encode()

    plan, findings = plans.load(target, fetch)
    if plan is None or has_errors(findings):
        return None, findings
    document, found = compose(plan)
    return document, [*findings, *found]


def _filled(text: str) -> str:
    """Return a plan with something in the place of each key that it must have and that is blank."""
    for blank, filled in _STAND_INS:
        text = re.sub(blank, filled, text, count=1, flags=re.MULTILINE)
    return text


def _with_dots(document: Document | None) -> Document | None:
    """Return a document without the blocks that say only what stood in for something."""
    if document is None:
        return None
    kept = (block for block in document.blocks if block.role not in HEAD or block.text != DOTS)
    return replace(document, blocks=tuple(kept))


def _mended(sheet: Sheet, made: Document) -> dict[int, Line]:
    """Return, by `id`, the lines that print another block than they should, changed."""
    changed = {}
    for block in made.blocks:
        line = sheet.places.get(block.where.line) if isinstance(block.where, Span) else None
        if line is None or line.table or block.role == "noi_nhan":
            continue
        better = _better(line, block)
        if better != line:
            changed[id(line)] = better
    return changed


def _better(line: Line, block: Block) -> Line:
    """Return `line` so that it prints its block, as far as what it printed tells how."""
    wanted = line.block
    if not _same_words(wanted, block):
        return line.plain
    if block.role == wanted.role or wanted.role == "ket":
        return line
    if wanted.role.endswith("_td"):
        return replace(line, braces="td")
    plain = wanted.marker is not None or wanted.role == PLAIN
    return replace(line, braces=PLAIN if plain and line.braces != PLAIN else wanted.role)


def _same_words(wanted: Block, made: Block) -> bool:
    if made.text.endswith(END):
        return made.text == wanted.text + END or reopened(made.runs) == reopened(wanted.runs)
    return made.text == wanted.text


def _with_facts(prose: Prose, finder: Finder) -> Prose:
    """Return the prose with the facts that `finder` finds in it."""
    finder.look(prose.preamble, long_dates=True)
    for part in (prose.body, prose.closing, *prose.annexes):
        finder.look(part, long_dates=False)
    return replace(
        prose,
        preamble=finder.put(prose.preamble, long_dates=True, counted=False),
        body=finder.put(prose.body, long_dates=False, counted=True),
        closing=finder.put(prose.closing, long_dates=False, counted=True),
        annexes=[finder.put(annex, long_dates=False, counted=True) for annex in prose.annexes],
    )


def _replacing(changed: Mapping[int, Line]) -> Callable[[Line], Line]:
    return lambda line: changed.get(id(line), line)


def _changed(prose: Prose, change: Callable[[Line], Line]) -> Prose:
    """Return the prose with every line changed."""

    def new(lines: Sequence[Line]) -> list[Line]:
        return [change(line) for line in lines]

    return Prose(
        new(prose.preamble),
        new(prose.body),
        new(prose.closing),
        new(prose.recipients),
        [new(annex) for annex in prose.annexes],
    )
