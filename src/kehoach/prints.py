"""The PDFs of a plan: one beside each of its Word files, printed only when that has changed.

PDFs stay as long as their Word files do, also in builds that print none; then they go.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from kehoach import manifest, store
from kehoach.diagnostic import N_, Diagnostic, style
from kehoach.incremental.before import Before
from kehoach.manifest import Entry
from kehoach.output import Stage

if TYPE_CHECKING:
    from kehoach.document import Document
    from kehoach.make import Made, Told
    from kehoach.pdf.printing import Engine, Proofs
    from kehoach.printed import Printed

KIND = "pdf"
"""What a PDF is in the manifest."""

BATCH = 50
"""Files that are printed before they are put in their place."""
BATCH_FAST = 500
"""The same for the quick engine, which prints so many in about the same time."""

NAMED = 5
"""So many files are named where more have one fault."""

Pages = Mapping[str, tuple[Diagnostic, ...]]
"""What is wrong on the pages of each PDF, by its path in the plan's folder."""


@dataclass(slots=True)
class Printer:
    """Prints the Word files of a plan by an `engine`, none when it is None.

    `check` looks at the pages of each PDF.
    """

    stage: Stage
    before: Before
    engine: Engine | None
    jobs: int
    check: Callable[[Printed], list[Diagnostic]]
    faults: list[Diagnostic] = field(default_factory=list)
    _stay: list[Entry] = field(default_factory=list)
    _waiting: list[Entry] = field(default_factory=list)
    _found: dict[str, list[Diagnostic]] = field(default_factory=dict)
    _proofs: Proofs = field(default_factory=dict)
    _trees: Mapping[PurePosixPath, Document] = field(default_factory=dict)

    def is_done(self) -> bool:
        """Return whether every Word file that is listed has its PDF, and its pages are known."""
        listing = self.before.listing
        if self.engine is None or listing is None:
            return True
        keys = {entry.path: entry.key for entry in listing.files}
        words = _words(listing.files)
        looked_at = self.before.record.pages
        return all(
            keys.get(path) == manifest.pdf_key(self.engine, entry.sha256) and path in looked_at
            for path, entry in ((_beside(entry).as_posix(), entry) for entry in words)
        )

    def keep(self, made: Made) -> None:
        """Enter the PDFs whose Word files are as they were; the others wait to be printed."""
        self._trees = made.documents
        for entry in _words(made.entries):
            pdf = self._same(entry)
            if pdf is not None:
                self.stage.keep(PurePosixPath(pdf.path), self.before.seen[pdf.path])
                self._stay.append(pdf)
            elif self.engine is not None:
                self._waiting.append(entry)
        made.entries += self._stay

    def _same(self, entry: Entry) -> Entry | None:
        """Return the PDF of a Word file, None when it has to be printed or may not stay."""
        path = _beside(entry)
        old = self.before.entry(path)
        if self.engine is not None:
            return self.before.stays(path, manifest.pdf_key(self.engine, entry.sha256))
        is_of_it = old is not None and old.key.endswith(f".{entry.sha256}")
        return self.before.stays(path, old.key) if old is not None and is_of_it else None

    def print(self, made: Made, show: Callable[[Path], str], told: Told) -> Iterator[None]:
        """Print what waits, and say so after each batch, which then lies in the stage."""
        if not self._waiting:
            return
        from kehoach.pdf.printing import Engine, Sheet, pdfs

        size = BATCH_FAST if self.engine is Engine.FAST else BATCH * max(self.jobs, 1)
        for start in range(0, len(self._waiting), size):
            batch = self._waiting[start : start + size]
            told(_beside(batch[0]))
            words = {show(self.stage.home / _beside(entry)): entry for entry in batch}
            sheets = {
                shown: Sheet(
                    self.stage[PurePosixPath(entry.path)],
                    entry.kind,
                    made.documents.get(PurePosixPath(entry.path)),
                )
                for shown, entry in words.items()
            }
            assert self.engine is not None
            printed, found = pdfs(sheets, self.engine, self.jobs, self.check, self._proofs)
            for shown, data in printed.items():
                self._enter(made, words[shown], data)
                own = [one for one in found if one.where.path == shown]
                self._found[_beside(words[shown]).as_posix()] = own
            self.faults += [one for one in found if one.where.path not in printed]
            if not (printed or self._found or self._proofs):
                return
            yield

    def _enter(self, made: Made, word: Entry, data: bytes) -> None:
        assert self.engine is not None
        path, key = _beside(word), manifest.pdf_key(self.engine, word.sha256)
        self.stage[path] = data
        made.entries.append(
            Entry(path.as_posix(), store.sha256(data), KIND, key, word.unit, word.code)
        )

    def pages(
        self, show: Callable[[Path], str], kept: Callable[[list[Diagnostic]], list[Diagnostic]]
    ) -> dict[str, tuple[Diagnostic, ...]]:
        """Return what is wrong on the pages of each PDF and `kept` does not waive.

        What was said of those that stay is said again; where nothing is known they are looked at.
        """
        pages = {path: tuple(kept(found)) for path, found in self._found.items()}
        known = self.before.record.pages
        for entry in self._stay:
            if entry.path in known:
                pages[entry.path] = known[entry.path]
            elif self.engine is not None:
                pages[entry.path] = tuple(kept(self._look(entry, show)))
        return pages

    def _look(self, entry: Entry, show: Callable[[Path], str]) -> list[Diagnostic]:
        from kehoach.pdf.pages import read_pages
        from kehoach.printed import Printed

        path = self.stage.home / entry.path
        tree = self._trees.get(PurePosixPath(entry.path).with_suffix(".docx"))
        return self.check(Printed(show(path), read_pages(path.read_bytes()), tree))

    def tell(self, pages: Pages) -> list[Diagnostic]:
        """Return what there is to say of the PDFs that were asked for: of many copies once."""
        return [*self.faults, *_once(pages)] if self.engine is not None else []


def _once(pages: Pages) -> Iterator[Diagnostic]:
    """Yield each kind of finding with the first file of a name that has it, and name the others."""
    alike: dict[tuple[str, str, str], dict[str, Diagnostic]] = defaultdict(dict)
    for path, findings in pages.items():
        for found in findings:
            same = (PurePosixPath(path).name, found.code, found.template)
            alike[same].setdefault(path, found)
    for by_file in alike.values():
        (_, first), *others = by_file.items()
        yield first
        if others:
            more = "" if len(others) <= NAMED else ", …"
            files = ", ".join(path for path, _ in others[:NAMED]) + more
            message = N_("{rule} was found in {count} more files, too: {files}")
            count = len(others)
            yield style("B025", first.where, message, rule=first.code, count=count, files=files)


def _words(entries: Iterable[Entry]) -> list[Entry]:
    return [entry for entry in entries if entry.path.endswith(".docx")]


def _beside(entry: Entry) -> PurePosixPath:
    return PurePosixPath(entry.path).with_suffix(".pdf")
