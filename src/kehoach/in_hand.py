"""A plan in the hand of a builder: made anew, but for the files that stay, and put in its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from kehoach import checking, make, output, store, units
from kehoach import plan as plans
from kehoach.diagnostic import N_, Diagnostic, Place, error, has_errors
from kehoach.document import canonical
from kehoach.incremental.before import Before, settled
from kehoach.incremental.record import Record
from kehoach.incremental.tool import fingerprint
from kehoach.likeness import likeness
from kehoach.make import Made
from kehoach.outcome import Outcome, Status
from kehoach.prints import Printer
from kehoach.waivers import Waivers

if TYPE_CHECKING:
    from kehoach.builder import Builder


@dataclass(slots=True)
class PlanInHand:
    """A plan that is built now, for `shop`; what is found goes to `findings`."""

    shop: Builder
    name: str
    told: make.Told
    stage: output.Stage
    before: Before
    findings: list[Diagnostic]
    printer: Printer
    fetched: make.Fetched = field(init=False)
    waivers: Waivers = field(init=False)
    left: set[Path] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.fetched = make.Fetched(self.shop.workspace)
        self.waivers = Waivers(checking.codes())

    def build(self) -> Outcome:
        """Make what is not there as it should be and put it in place; note what was done."""
        shop, printer = self.shop, self.printer
        shop.records.begin(self.name, self.before.record)
        if self.before.record.tool == fingerprint():
            shop.templates.sound |= self.before.record.sound
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
        for _ in printer.print(made, shop.show, self.told):
            changed |= self._publish(loaded, made)
        pages = printer.pages(shop.show, partial(self.waivers.kept, loaded))
        self.findings += printer.tell(pages)
        here = {self.stage.home / path for path in made.files}
        self.findings += (output.left_over(path, shop.show) for path in self.left - here)
        self._note(of_plan, pages)
        status = Status.BUILT if changed else Status.UNCHANGED
        return shop.outcome(self.name, status, made.entries, self.before)

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
            sound = frozenset(self.shop.templates.sound.intersection(fetched.values()))
            known = fingerprint(), fetched, written, stamps, of_plan, pages, sound
            record = Record(*known, whole=True)
        if record.manifest == written:
            self.shop.records.save(self.name, record)

    def _first_looks(self, loaded: plans.Plan, made: Made) -> list[Diagnostic]:
        """Return what rules find in how the plan's own document looks, and its first copy.

        Where nothing is wrong with one of several that are alike, the others need no look. What
        is wrong is told by each plan that has it.
        """
        from kehoach import papers

        shop = self.shop
        template, _ = shop.templates.get(loaded.path, loaded.type, self.fetched)
        digest = store.sha256(self.fetched(template.path)) if template else ""
        own = [path for path in made.documents if path.parent == PurePosixPath()]
        copies = [path for path in made.documents if path.parent != PurePosixPath()]
        found: list[Diagnostic] = []
        for path in (*own, *copies[:1]):
            look = digest, likeness(made.documents[path], _names(loaded, path))
            if look not in shop.looked:
                told = papers.of_look(
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
        from kehoach import papers

        first: dict[tuple[str, bool], str] = {}
        for entry in made.entries:
            first.setdefault((entry.kind, bool(entry.unit)), entry.path)
        words = [self.stage.home / path for path in first.values() if path.endswith(".docx")]
        show, checker = self.shop.show, self.shop.checker
        each = (papers.of_look(path.read_bytes(), show(path), checker) for path in words)
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


def _names(loaded: plans.Plan, path: PurePosixPath) -> set[str]:
    """Return the names of the units that a document is of: a plan's, and that of a copy."""
    on, unit = plans.day_of(loaded.keys.date), loaded.unit
    copy = units.find(path.parent.name, on, unit) if on and unit and path.parent.name else None
    return {one.name for one in (unit, copy) if one is not None}


def _untouched(data: bytes) -> bool:
    from kehoach import verify

    return verify.verify(data, "").verdict is verify.Verdict.OURS
