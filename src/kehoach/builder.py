"""Builds one plan: what is as the build before left it stays, the rest is made and put in place."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kehoach import output, store
from kehoach.diagnostic import N_, Diagnostic, Place, error, in_order
from kehoach.incremental.before import Before, settled
from kehoach.incremental.record import Records
from kehoach.incremental.tool import fingerprint
from kehoach.manifest import MAIN, Entry
from kehoach.outcome import Outcome, Status
from kehoach.prints import KIND, Printer
from kehoach.workspace import PLANS, Workspace

if TYPE_CHECKING:
    from kehoach.checking import Checker
    from kehoach.make import Templates, Told
    from kehoach.pdf.printing import Engine
    from kehoach.plan import Shared
    from kehoach.printed import Printed


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
    """Builds the plans of a working folder; what they share is worked out once.

    Where nothing is to be done, nothing of what makes plans is loaded.
    """

    def __init__(self, workspace: Workspace, out: Path, asked: Asked) -> None:
        """Take the output folder and how to build; nothing is written yet."""
        self.workspace, self.out, self.asked = workspace, out, asked
        self.state = store.State(workspace.root)
        self.records = Records(workspace.root, out)
        self.looked: set[tuple[str, str]] = set()

    @cached_property
    def templates(self) -> Templates:
        """Return the Word templates that were compiled."""
        from kehoach.make import Templates

        return Templates()

    @cached_property
    def checker(self) -> Checker:
        """Return what applies the rules."""
        from kehoach.checking import Checker

        return Checker()

    @cached_property
    def shared(self) -> Shared:
        """Return what was read and printed of nodes that plans share."""
        from kehoach.plan import Shared

        return Shared()

    def build(self, name: str, told: Told) -> Outcome:
        """Build the plan at `name`; `told` hears of each file that is made."""
        started = time.perf_counter()
        found: list[Diagnostic] = []
        outcome = Outcome(name, Status.FAILED)
        stage = output.Stage(self.out, name)
        try:
            outcome = self._build(name, told, stage, found)
        except OSError as fault:
            found.append(output.fault(fault, self.show))
        except Exception:
            import traceback

            outcome = replace(outcome, crash=traceback.format_exc())
        finally:
            stage.discard()
        seconds = time.perf_counter() - started
        return replace(outcome, seconds=seconds, findings=tuple(in_order(found)))

    def withdraw(self) -> Iterator[Outcome]:
        """Remove what was built of plans that are there no more; yield what became of each."""
        for name in self.records.others(self.workspace.plans()):
            try:
                if (self.workspace.root / name).exists():
                    continue
                left = output.withdraw(self.out, name)
                self.records.forget(name)
            except OSError as fault:
                yield Outcome(name, Status.FAILED, findings=(output.fault(fault, self.show),))
                continue
            if left is not None:
                found = (output.left_over(path, self.show) for path in left)
                yield Outcome(name, Status.REMOVED, findings=tuple(in_order(found)))

    def _build(
        self, name: str, told: Told, stage: output.Stage, findings: list[Diagnostic]
    ) -> Outcome:
        around = self._around(name)
        if around:
            message = N_("its files would stand among those of {plan}")
            hint = N_("put it into a folder that is not called like another plan")
            findings.append(error("B026", Place(name), message, hint, plan=around))
            return Outcome(name, Status.FAILED)
        before = Before(stage.home, stage.home / output.MANIFEST, self.records.load(name))
        printer = Printer(stage, before, self.asked.engine, self.asked.jobs, self._check_pages)
        if self._is_as_left(before, printer):
            findings += [*before.record.findings, *printer.tell(before.record.pages)]
            return self._as_left(name, before)
        from kehoach.in_hand import PlanInHand

        return PlanInHand(self, name, told, stage, before, findings, printer).build()

    def _around(self, name: str) -> str:
        """Return the plan in whose output folder that of another one is, empty without one.

        `plans/x/2024/a.yaml` would be built into the folder of the unit `a` of `plans/x/2024.yaml`.
        """
        for folder in output.folder_of(name).parents:
            plan = f"{PLANS}/{folder}.yaml"
            is_built = (self.out / folder / output.MANIFEST).is_file()
            if is_built and (self.workspace.root / plan).is_file():
                return plan
        return ""

    def _is_as_left(self, before: Before, printer: Printer) -> bool:
        whole = not (self.asked.only or self.asked.recheck)
        # What is only looked at here must not count as a source of what is made afterwards.
        return (
            whole and printer.is_done() and before.is_as_left(self.workspace.fetch, fingerprint())
        )

    def _as_left(self, name: str, before: Before) -> Outcome:
        record, listing = before.record, before.listing
        seen = settled(before.seen)
        if seen != record.stamps:
            self.records.save(name, replace(record, stamps=seen))
        entries = listing.files if listing else ()
        return self.outcome(name, Status.UNCHANGED, entries, before)

    def _check_pages(self, printed: Printed) -> list[Diagnostic]:
        return self.checker.check_pages(printed)

    def outcome(
        self, name: str, status: Status, entries: Iterable[Entry], before: Before
    ) -> Outcome:
        """Return what became of a plan that is built, with the files that the manifest lists."""
        listed = sorted(entries, key=lambda entry: (entry.path.count("/"), entry.path))
        documents = sum(entry.kind == MAIN for entry in listed)
        pdfs = sum(entry.kind == KIND for entry in listed)
        return Outcome(
            name,
            status,
            tuple((output.folder_of(name) / entry.path).as_posix() for entry in listed),
            documents=documents,
            units=len({entry.unit for entry in listed if entry.unit}),
            forms=len(listed) - documents - pdfs,
            pdfs=pdfs,
            why=dict(before.why),
        )

    def show(self, path: Path) -> str:
        """Return a path as it is printed: from the working folder where it is inside."""
        root = self.workspace.root
        return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
