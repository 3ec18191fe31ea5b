"""Builds one plan: what is as the build before left it stays, the rest is made and put in place."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from kehoach import checking, make, output, store
from kehoach import plan as plans
from kehoach.diagnostic import N_, Diagnostic, Place, error, has_errors, in_order
from kehoach.document import FOOT, Document, canonical
from kehoach.incremental.before import Before, settled
from kehoach.incremental.record import Record, Records
from kehoach.incremental.tool import fingerprint
from kehoach.make import MAIN, Made
from kehoach.manifest import Entry
from kehoach.outcome import Outcome, Status
from kehoach.prints import KIND, Printer
from kehoach.waivers import Waivers
from kehoach.workspace import Workspace

if TYPE_CHECKING:
    from kehoach.pdf.printing import Engine


Alike = frozenset[tuple[str, str]]
"""Roles with their words, empty where any will do."""

_WORDED = ("so_ky_hieu", *FOOT)
_DIGITS = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Asked:
    """How to build. `only` names units: their files alone are made, all others stay.

    With `recheck` every file is read back and compared with what the plan says; with an `engine`
    every Word file gets a PDF beside it, `jobs` of them at a time.
    """

    recheck: bool = False
    only: tuple[str, ...] = ()
    engine: Engine | None = None
    jobs: int = 1


class Builder:
    """Builds the plans of a working folder; what they share is worked out once."""

    def __init__(self, workspace: Workspace, out: Path, asked: Asked) -> None:
        """Take the output folder and how to build; nothing is written yet."""
        self.workspace, self.out, self.asked = workspace, out, asked
        self.state = store.State(workspace.root)
        self.records = Records(workspace.root, out)
        self.templates = make.Templates()
        self.checker = checking.Checker()
        self.shared = plans.Shared()
        self.looked: set[tuple[str, Alike]] = set()

    def build(self, name: str, told: make.Told) -> Outcome:
        """Build the plan at `name`; `told` hears of each file that is made."""
        started = time.perf_counter()
        found: list[Diagnostic] = []
        outcome = Outcome(name, Status.FAILED)
        stage = output.Stage(self.out, name)
        try:
            before = Before(stage.home, stage.home / output.MANIFEST, self.records.load(name))
            outcome = _PlanInHand(self, name, told, stage, before, found).build()
        except OSError as fault:
            found.append(output.fault(fault, self.show))
        except Exception:
            import traceback

            outcome = replace(outcome, crash=traceback.format_exc())
        finally:
            stage.discard()
        seconds = time.perf_counter() - started
        return replace(outcome, seconds=seconds, findings=tuple(in_order(found)))

    def show(self, path: Path) -> str:
        """Return a path as it is printed: from the working folder where it is inside."""
        root = self.workspace.root
        return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)


@dataclass(slots=True)
class _PlanInHand:
    shop: Builder
    name: str
    told: make.Told
    stage: output.Stage
    before: Before
    findings: list[Diagnostic]
    fetched: make.Fetched = field(init=False)
    waivers: Waivers = field(init=False)
    left: set[Path] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.fetched = make.Fetched(self.shop.workspace)
        self.waivers = Waivers(checking.codes())

    def build(self) -> Outcome:
        asked, before = self.shop.asked, self.before
        printer = Printer(self.stage, before, asked.engine, asked.jobs, self.shop.checker)
        if not (asked.only or asked.recheck) and printer.is_done() and self._is_as_left():
            return self._as_left(printer)
        self.shop.records.begin(self.name, before.record)
        loaded = self._load()
        if loaded is None or loaded.abstract:
            return Outcome(self.name, Status.ABSTRACT if loaded else Status.FAILED)
        made = self._make(loaded)
        if made is None:
            return Outcome(self.name, Status.FAILED)
        printer.keep(made)
        of_plan = tuple(self.findings)
        changed = self._publish(loaded, made)
        self._recheck(loaded, made)
        for _ in printer.print(made, self.shop.show, self.told):
            changed |= self._publish(loaded, made)
        pages = printer.pages(self.shop.show, partial(self.waivers.kept, loaded))
        self.findings += printer.tell(pages)
        here = {self.stage.home / path for path in made.files}
        self.findings += (output.left_over(path, self.shop.show) for path in self.left - here)
        self._note(of_plan, pages)
        return self._outcome(Status.BUILT if changed else Status.UNCHANGED, made.entries)

    def _is_as_left(self) -> bool:
        # What is only looked at here must not count as a source of what is made afterwards.
        return self.before.is_as_left(make.Fetched(self.shop.workspace), fingerprint())

    def _as_left(self, printer: Printer) -> Outcome:
        record, listing = self.before.record, self.before.listing
        self.findings += record.findings
        self.findings += printer.tell(record.pages)
        seen = settled(self.before.seen)
        if seen != record.stamps:
            self.shop.records.save(self.name, replace(record, stamps=seen))
        return self._outcome(Status.UNCHANGED, listing.files if listing else ())

    def _load(self) -> plans.Plan | None:
        """Return the plan, None when it has errors."""
        shop = self.shop
        loaded, found = plans.load(self.name, self.fetched, shop.shared)
        self.findings += found
        if loaded is not None and has_errors(found):
            self.findings += make.besides(loaded, self.fetched, shop.templates)
        return None if has_errors(found) else loaded

    def _make(self, loaded: plans.Plan) -> Made | None:
        shop, only = self.shop, self.shop.asked.only
        check = partial(shop.checker.check_drafts, waivers=self.waivers)
        into = Made(self.stage, self._stays)
        made, found = make.make(loaded, self.fetched, shop.templates, only, self.told, check, into)
        self.findings[:] = self.waivers.kept(loaded, [*self.findings, *found])
        if made:
            self.findings += self.waivers.kept(loaded, self._first_looks(loaded, made))
        if made is None or has_errors(self.findings):
            return None
        # The waiver that seems idle may be for a copy that is not made this time.
        self.findings += self.waivers.idle(checking.looks()) if not only else ()
        return made

    def _stays(self, path: PurePosixPath, key: str) -> str | None:
        entry = self.before.stays(path, key)
        if entry is None:
            return None
        self.stage.keep(path, self.before.seen[entry.path])
        return entry.sha256

    def _publish(self, loaded: plans.Plan, made: Made) -> bool:
        shop, fetched = self.shop, self.fetched
        shop.state.keep_sources(fetched.contents.values())
        listing = make.listing(loaded, fetched, made)
        part = bool(shop.asked.only)
        done = output.publish(shop.out, made.files, listing, shop.state, _untouched, part=part)
        self.findings += (output.kept_aside(path, copy, shop.show) for path, copy in done.aside)
        self.left |= set(done.left)
        return done.changed

    def _note(
        self, of_plan: tuple[Diagnostic, ...], pages: dict[str, tuple[Diagnostic, ...]]
    ) -> None:
        """Note what was built, unless it was but a part."""
        written = store.sha256(store.read(self.stage.home / output.MANIFEST) or b"")
        record = self.before.record
        if not self.shop.asked.only:
            fetched = {**self.fetched.hashes(), **dict.fromkeys(self.fetched.missing)}
            stamps = settled(self.stage.stamps())
            record = Record(fingerprint(), fetched, written, stamps, of_plan, pages, whole=True)
        if record.manifest == written:
            self.shop.records.save(self.name, record)

    def _outcome(self, status: Status, entries: Iterable[Entry]) -> Outcome:
        listed = sorted(entries, key=lambda entry: (entry.path.count("/"), entry.path))
        documents = sum(entry.kind == MAIN for entry in listed)
        pdfs = sum(entry.kind == KIND for entry in listed)
        return Outcome(
            self.name,
            status,
            tuple((output.folder_of(self.name) / entry.path).as_posix() for entry in listed),
            documents=documents,
            units=len({entry.unit for entry in listed if entry.unit}),
            forms=len(listed) - documents - pdfs,
            pdfs=pdfs,
            why=dict(self.before.why),
        )

    def _first_looks(self, loaded: plans.Plan, made: Made) -> list[Diagnostic]:
        """Return what rules find in how the plan's own document looks, and its first copy.

        Documents of one template that say the same in number and foot look alike: where nothing
        is wrong with one, the others need no look. What is wrong is told by each plan that has it.
        """
        from kehoach import review

        shop = self.shop
        template, _ = shop.templates.get(loaded.path, loaded.type, self.fetched)
        digest = store.sha256(self.fetched(template.path)) if template else ""
        own = [path for path in made.documents if path.parent == PurePosixPath()]
        copies = [path for path in made.documents if path.parent != PurePosixPath()]
        found: list[Diagnostic] = []
        for path in (*own, *copies[:1]):
            look = digest, _alike(made.documents[path])
            if look not in shop.looked:
                told = review.of_look(
                    made.files[path], shop.show(self.stage.home / path), shop.checker
                )
                found += told
                shop.looked |= set() if told else {look}
        return found

    def _recheck(self, loaded: plans.Plan, made: Made) -> None:
        if self.shop.asked.recheck:
            self.findings += self._differences(made)
            self.findings += self.waivers.kept(loaded, self._looks(made))

    def _looks(self, made: Made) -> list[Diagnostic]:
        """Return how the files look that were written: one of each kind, a copy besides."""
        from kehoach import review

        first: dict[tuple[str, bool], str] = {}
        for entry in made.entries:
            first.setdefault((entry.kind, bool(entry.unit)), entry.path)
        words = [self.stage.home / path for path in first.values() if path.endswith(".docx")]
        show, checker = self.shop.show, self.shop.checker
        each = (review.of_look(path.read_bytes(), show(path), checker) for path in words)
        return [found for findings in each for found in findings]

    def _differences(self, made: Made) -> list[Diagnostic]:
        from kehoach.ooxml.read import read

        findings: list[Diagnostic] = []
        for path, document in made.documents.items():
            file = self.stage.home / path
            place = Place(self.shop.show(file))
            again, found = read(file.read_bytes(), place.path)
            findings += found
            if again is not None and canonical(again) != canonical(document):
                message = N_("the file does not say what the plan says")
                findings.append(error("B013", place, message, N_("this is a fault of the tool")))
        return findings


def _alike(document: Document) -> Alike:
    """Return the roles of a document, and the words that decide how its number and foot look."""
    words = ((b.role, _DIGITS.sub("", b.text)) for b in document.blocks if b.role in _WORDED)
    return frozenset([*((block.role, "") for block in document.blocks), *words])


def _untouched(data: bytes) -> bool:
    from kehoach import verify

    return verify.verify(data, "").verdict is verify.Verdict.OURS
