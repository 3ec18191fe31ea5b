"""Word files that came back from readers, gathered into opinions in the order of the draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath

from kehoach import manifest
from kehoach.absorb import origin
from kehoach.absorb.comments import Comment, comments
from kehoach.absorb.fixed import changed, template_words
from kehoach.absorb.origin import Found
from kehoach.diagnostic import N_, Diagnostic, Place, Severity, error, warning
from kehoach.diff.texts import Line
from kehoach.document import Document
from kehoach.manifest import Provenance
from kehoach.ooxml.remarks import Marked, Remark, marked
from kehoach.opinions.proposals import proposals, reworded
from kehoach.opinions.text import Text
from kehoach.workspace import Workspace

LIKE = 0.3
"""The share of lines that two versions of one draft have in common at the least."""

HIDDEN = ("", "Author", "Tác giả")
"""Names that Word gives to all authors of a file from which personal data were removed."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What somebody says of a line of the draft, by its number; -1 for the draft as a whole.

    `on` are the words that it is about, of `units` each says the same. One that is `behind` its
    line would add another there. `kind` is `comment`, `tracked` or `plain`.
    """

    line: int
    text: str
    units: tuple[str, ...]
    kind: str
    on: tuple[str, ...] = ()
    behind: bool = False
    settled: bool = False


@dataclass(frozen=True, slots=True)
class Round:
    """The draft that was sent out, what its lines are called, and all opinions in its order.

    `silent` are those who have sent a file back without an opinion; `plan` is the path of the
    draft's plan, empty when no file tells.
    """

    draft: Document
    lines: tuple[Line, ...]
    points: tuple[str, ...]
    opinions: tuple[Opinion, ...]
    silent: tuple[str, ...] = ()
    plan: str = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """A file that came back: `sender` says who, empty when the file has to tell."""

    path: str
    data: bytes
    sender: str = ""


@dataclass(frozen=True, slots=True)
class _File:
    """A file with the draft that it was made from; without one, as it was before any tracking."""

    path: str
    marked: Marked
    draft: Text
    sender: str
    plan: str = ""
    template: tuple[str, ...] | None = None

    @property
    def based(self) -> bool:
        """Return whether the draft is that of a plan."""
        return bool(self.plan)

    @property
    def fallback(self) -> str:
        """Return what a change without an author is put down to."""
        return self.sender or PurePath(self.path).stem


def gathered(
    files: Sequence[Sent], base: str, workspace: Workspace, here: Path
) -> tuple[Round | None, list[Diagnostic]]:
    """Return the opinions in `files`, None when no file can be read, and all findings.

    `base` names the draft, as PLAN or PLAN@REV, for files that do not carry it. Reads files and
    git.
    """
    findings: list[Diagnostic] = []
    drafts = _Drafts(base, workspace, here)
    opened = [_opened(sent, drafts, findings) for sent in files]
    read = sorted(filter(None, opened), key=lambda file: not file.based)
    if not read:
        return None, findings
    draft = read[0].draft
    found: list[Opinion] = []
    silent: list[str] = []
    for file in (file for file in opened if file):
        there = _there(draft, file.draft)
        if there is None:
            findings.append(_another(file.path, read[0].path))
            continue
        own = [_at(opinion, there) for opinion in _opinions(file)]
        silent += [] if own else [file.fallback]
        found += own
    merged = tuple(_together(found))
    made = Round(draft.document, draft.lines, draft.points, merged, tuple(silent), read[0].plan)
    return made, findings


@dataclass(frozen=True, slots=True)
class _Draft:
    """The base of files, its text, and what its template printed."""

    found: Found
    text: Text
    template: tuple[str, ...] | None


@dataclass(slots=True)
class _Drafts:
    """Finds the draft of each file; files made from the same sources have the same one."""

    given: str
    workspace: Workspace
    here: Path
    known: dict[object, _Draft] = field(default_factory=dict)

    def find(self, told: Provenance | None, path: str) -> tuple[_Draft | None, list[Diagnostic]]:
        """Return the draft of a file, or None and why it has none."""
        key = (told.plan, told.unit, told.tree, *sorted(told.sources.items())) if told else path
        if key not in self.known:
            found, faults = origin.find(told, self.given, "", path, self.workspace, self.here)
            if found is None:
                return None, faults
            words = template_words(found, self.workspace)
            self.known[key] = _Draft(found, Text(found.base.document), words)
        return self.known[key], []


def _opened(sent: Sent, drafts: _Drafts, findings: list[Diagnostic]) -> _File | None:
    held, faults = marked(sent.data, sent.path)
    findings += faults
    if held is None:
        return None
    known, faults = drafts.find(manifest.provenance(held.properties), sent.path)
    if known is None:
        findings += [replace(fault, severity=Severity.WARNING) for fault in faults]
        message = N_("without the draft, changes that Word did not track cannot be told")
        findings.append(warning("A021", Place(sent.path), message))
        return _File(sent.path, held, Text(held.before), sent.sender)
    base = known.found.base
    unit = base.plan.unit if base.unit else None
    sender = sent.sender or (unit.full if unit else "")
    return _File(sent.path, held, known.text, sender, known.found.today, known.template)


def _another(path: str, first: str) -> Diagnostic:
    message = N_("this is no version of the draft in {first}")
    hint = N_("gather the opinions on it apart")
    return error("A020", Place(path), message, hint, first=first)


def _there(draft: Text, own: Text) -> dict[int, int] | None:
    """Return line of a file's own draft → line of the draft, None when they are not one draft."""
    pairs = own.pairs(draft)
    there = {pair.old: pair.new for pair in pairs if pair.old is not None and pair.new is not None}
    same = (i for i, j in there.items() if own.items[i].key == draft.items[j].key)
    alike = sum(bool(own.lines[i].words) for i in same)
    return there if alike >= LIKE * min(len(draft.lines), len(own.lines)) else None


def _at(opinion: Opinion, there: Mapping[int, int]) -> Opinion:
    """Return an opinion with the line of the draft: of one that it lacks, the line before."""
    line = opinion.line
    if line in there or line < 0:
        return replace(opinion, line=there.get(line, -1))
    while line >= 0 and line not in there:
        line -= 1
    return replace(opinion, line=there.get(line, -1), behind=True)


def _opinions(file: _File) -> Iterator[Opinion]:
    """Yield what a file says: comments, then changes by each author, then untracked ones."""
    held = file.marked
    before = _known(held.before, [file.draft])
    after = _known(held.document, [before])
    placed = _places(file.draft, after)
    for comment in comments(held):
        line = -1 if comment.line is None else placed.get(comment.line, -1)
        yield _comment(comment, line, file)
    placed = _places(file.draft, before)
    for author in held.authors:
        sender = file.sender or _name(author) or file.fallback
        for made in proposals(before, _known(held.by(author), [after])):
            line = placed.get(made.line, -1)
            yield Opinion(line, made.text, (sender,), "tracked", made.went, made.adds)
    for made in proposals(file.draft, before):
        yield Opinion(made.line, made.text, (file.fallback,), "plain", made.went, made.adds)
    for was, now in changed(file.template, held.parts):
        yield Opinion(-1, f"{reworded(was, now)} (chữ của mẫu văn bản)", (file.fallback,), "plain")


def _known(document: Document, texts: Sequence[Text]) -> Text:
    """Return the one of `texts` that says the same as a document, else a new one."""
    made = Text(document)
    return next((text for text in texts if text.key == made.key), made)


def _name(author: str) -> str:
    """Return who an author is, empty for what Word writes when it is told to hide names."""
    return "" if author in HIDDEN else author


def _comment(comment: Comment, line: int, file: _File) -> Opinion:
    remark = comment.remark
    said = [remark.text, *(f"{_by(answer)}: {answer.text}" for answer in remark.answers)]
    sender = file.sender or _name(remark.author) or file.fallback
    on = (remark.quoted,) if remark.quoted else ()
    text = "\n".join(said)
    return Opinion(line, text, (sender,), "comment", on, settled=remark.settled)


def _by(remark: Remark) -> str:
    return f"{remark.author or '?'} trả lời"


def _places(draft: Text, own: Text) -> dict[int, int]:
    """Return line of a text of the file → line of its draft; a new line counts as the one above."""
    pairs = draft.pairs(own)
    there = {pair.new: pair.old for pair in pairs if pair.new is not None and pair.old is not None}
    last = -1
    for number in range(len(own.lines)):
        last = there.setdefault(number, last)
    return there


def _together(found: Iterable[Opinion]) -> Iterator[Opinion]:
    """Yield opinions in the order of the draft, of several that say the same one for all."""

    made: dict[tuple[int, bool, bool, str], list[Opinion]] = {}
    for one in found:
        said = (one.line, one.behind, one.kind == "comment", one.text)
        made.setdefault(said, []).append(one)
    for group in sorted(made.values(), key=lambda group: (group[0].line, group[0].behind)):
        names = dict.fromkeys(name for opinion in group for name in opinion.units)
        settled = all(opinion.settled for opinion in group)
        yield replace(group[0], units=tuple(names), settled=settled)
