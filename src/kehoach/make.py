"""The files of a plan before they are written: its document and the copies of the units below it.

Pure but for fetching: a plan goes in, bytes and what they were made from come out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from kehoach import __version__, compose, manifest, store
from kehoach import copies as copying
from kehoach import plan as plans
from kehoach.diagnostic import N_, Diagnostic, Place, error, has_errors, in_order
from kehoach.document import Document, tree_hash
from kehoach.incremental.tool import fingerprint
from kehoach.layers import Fetch
from kehoach.manifest import MAIN, Entry, Manifest, Provenance
from kehoach.unit_table import Unit, table_hash
from kehoach.workspace import TEMPLATES, Workspace

if TYPE_CHECKING:
    from kehoach.form.jobs import FormJob
    from kehoach.template import Template

Told = Callable[[PurePosixPath], None]
"""Hears which file of a plan is next."""

Check = Callable[[Iterable[tuple[plans.Plan, Document]]], list[Diagnostic]]
"""Finds what is wrong in plans and the documents composed from them."""


Files = MutableMapping[PurePosixPath, bytes]
"""Takes files by their path below the plan's own folder in the output."""

Stays = Callable[[PurePosixPath, str], str | None]
"""Returns the SHA-256 of a file that stays as it is, by its path and key; None to make it."""


@dataclass(slots=True)
class Made:
    """The files of a plan by their path below its own output folder, and what they are."""

    files: Files = field(default_factory=dict)
    stays: Stays = field(default=lambda path, key: None)
    entries: list[Entry] = field(default_factory=list)
    documents: dict[PurePosixPath, Document] = field(default_factory=dict)

    def add(self, path: PurePosixPath, data: bytes, kind: str, key: str, unit: Unit | None) -> None:
        """Take a file in."""
        self.files[path] = data
        self.enter(path, store.sha256(data), kind, key, unit)

    def enter(
        self, path: PurePosixPath, digest: str, kind: str, key: str, unit: Unit | None
    ) -> None:
        """List a file by the SHA-256 of its content."""
        code = (unit.id, unit.code) if unit else (None, None)
        self.entries.append(Entry(path.as_posix(), digest, kind, key, *code))


class Fetched:
    """Gives the files of a working folder and remembers what it gave."""

    def __init__(self, workspace: Workspace) -> None:
        """Take the working folder to read from."""
        self._workspace = workspace
        self.contents: dict[str, bytes] = {}
        self.missing: set[str] = set()

    def __call__(self, path: str) -> bytes:
        """Return the content of the file at `path`. Raises `OSError`."""
        if path not in self.contents:
            try:
                self.contents[path] = self._workspace.fetch(path)
            except OSError:
                self.missing.add(path)
                raise
        return self.contents[path]

    def hashes(self) -> dict[str, str]:
        """Return path → SHA-256 of all that was given."""
        return {path: store.sha256(data) for path, data in sorted(self.contents.items())}


class Templates:
    """Word templates, each compiled once however many plans use it.

    `sound` are the SHA-256 of those in which nothing is wrong, now or when they were last used.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self.sound: set[str] = set()
        self._compiled: dict[tuple[str, str], tuple[Template | None, list[Diagnostic]]] = {}

    def get(self, plan: str, name: str, fetch: Fetch) -> tuple[Template | None, list[Diagnostic]]:
        """Return the template `name` for the plan at the path `plan`.

        The province's own, `templates/<province>/<name>.docx`, comes before the common one.
        """
        from kehoach import template

        path, data, found = self._fetched(plan, name, fetch)
        if data is None:
            return None, found
        digest = store.sha256(data)
        if (path, digest) not in self._compiled:
            made = self._compiled[path, digest] = template.compile_template(data, path)
            self.sound |= set() if made[1] else {digest}
        return self._compiled[path, digest]

    def check(self, plan: str, name: str, fetch: Fetch) -> tuple[str, list[Diagnostic]]:
        """Return the path of what `get` would return, and what is wrong with it.

        It need not be compiled when it is known to be sound.
        """
        path, data, found = self._fetched(plan, name, fetch)
        if data is not None and store.sha256(data) not in self.sound:
            found = self.get(plan, name, fetch)[1]
        return path, found

    def _fetched(
        self, plan: str, name: str, fetch: Fetch
    ) -> tuple[str, bytes | None, list[Diagnostic]]:
        province = PurePosixPath(plan).parent.name
        paths = [f"{TEMPLATES}/{province}/{name}.docx", f"{TEMPLATES}/{name}.docx"]
        for path in paths:
            try:
                return path, fetch(path), []
            except FileNotFoundError:
                continue
            except OSError as fault:
                return path, None, [_unreadable(path, fault)]
        return paths[-1], None, [_unreadable(paths[-1], FileNotFoundError())]


def documents(
    loaded: plans.Plan, copies: Sequence[copying.Copy], *, main: bool
) -> Iterator[tuple[PurePosixPath, Document | None, Unit | None, list[Diagnostic]]]:
    """Yield path, document, unit and findings of the plan's own document and of each copy."""
    if main:
        document, found = compose.compose(loaded)
        yield PurePosixPath(f"{MAIN}.docx"), document, None, found
    for copy in copies:
        document, found = compose.compose(copy.plan)
        yield PurePosixPath(copy.unit.id, f"{MAIN}.docx"), document, copy.unit, found


def besides(loaded: plans.Plan, fetch: Fetched, templates: Templates) -> list[Diagnostic]:
    """Return what can be said of a plan that has errors: of its template and of its copies."""
    _, found = templates.get(loaded.path, loaded.type, fetch)
    return [*found, *copying.carried(loaded)]


def drafts(
    loaded: plans.Plan,
    copies: Sequence[copying.Copy],
    composed: Sequence[tuple[PurePosixPath, Document | None, Unit | None, list[Diagnostic]]],
) -> Iterator[tuple[plans.Plan, Document]]:
    """Yield the plan of each document that was composed, its own or that of a copy."""
    plan_of = {copy.unit.id: copy.plan for copy in copies}
    for _, document, unit, _ in composed:
        if document is not None:
            yield plan_of[unit.id] if unit else loaded, document


def make(
    loaded: plans.Plan,
    fetch: Fetched,
    templates: Templates,
    only: Sequence[str],
    told: Told,
    check: Check,
    made: Made | None = None,
) -> tuple[Made | None, list[Diagnostic]]:
    """Return all files of a plan, or None, and all findings; `only` names units.

    `told` hears of each file before it is made; `check` finds what rules have to say; `made`
    takes each file as soon as it is made, for a plan with errors as well.
    """
    copies, findings = copying.of(loaded, fetch, only)
    template, found = templates.get(loaded.path, loaded.type, fetch)
    findings += found
    composed = list(documents(loaded, copies, main=not only))
    findings += [finding for _, _, _, found in composed for finding in found]
    if not has_errors(findings):
        findings += check(drafts(loaded, copies, composed))
    if template is None or has_errors(findings):
        return None, in_order(findings)
    made = made or Made()
    sources = sources_of(loaded, fetch)
    for path, document, unit, _ in composed:
        if document is not None:
            findings += _document(made, path, document, unit, loaded, template, sources, told)
    findings += _forms(made, loaded, copies, fetch, templates, only, told)
    return None if has_errors(findings) else made, in_order(findings)


def _document(
    made: Made,
    path: PurePosixPath,
    document: Document,
    unit: Unit | None,
    loaded: plans.Plan,
    template: Template,
    sources: Mapping[str, str],
    told: Told,
) -> list[Diagnostic]:
    """Add a plan's or a copy's Word file to `made`."""
    from kehoach import render

    made.documents[path] = document
    name, tree = unit.id if unit else "", tree_hash(document)
    widths = [block.table.widths for block in document.blocks if block.table]
    said = [loaded.path, __version__, name, tree, document.title, widths]
    key = manifest.key(fingerprint(), sources[template.path], said)
    if digest := made.stays(path, key):
        made.enter(path, digest, MAIN, key, unit)
        return []
    told(path)
    origin = Provenance(loaded.path, __version__, tree, sources, name)
    data, findings = render.render(template, document, manifest.properties(origin))
    if data is not None:
        made.add(path, data, MAIN, key, unit)
    return findings


def _forms(
    made: Made,
    loaded: plans.Plan,
    copies: Sequence[copying.Copy],
    fetch: Fetched,
    templates: Templates,
    only: Sequence[str],
    told: Told,
) -> list[Diagnostic]:
    """Add the forms of a plan to `made`, those of the units `only` when some are named."""
    if not loaded.keys.forms:
        return []
    from kehoach.form.jobs import forms

    jobs, findings = forms(loaded, copies, fetch)
    wanted = [job for job in jobs if not only or job.filler in only]
    checked = {job.template: templates.check(loaded.path, job.template, fetch) for job in wanted}
    findings += [finding for _, found in checked.values() for finding in found]
    sources = sources_of(loaded, fetch)
    for job in wanted if not has_errors(findings) else []:
        said = [job.kind, job.properties, job.values]
        key = manifest.key(fingerprint(), sources[checked[job.template][0]], said)
        if digest := made.stays(job.path, key):
            made.enter(job.path, digest, job.form, key, job.unit)
            continue
        told(job.path)
        template, _ = templates.get(loaded.path, job.template, fetch)
        data, found = _form(job, template)
        findings += found
        if data is not None:
            made.add(job.path, data, job.form, key, job.unit)
    return findings


def _form(job: FormJob, template: Template | None) -> tuple[bytes | None, list[Diagnostic]]:
    from kehoach import render
    from kehoach.form import workbook
    from kehoach.ooxml import package
    from kehoach.ooxml.parts import sealed

    if job.kind == "workbook":
        parts, found = package.open_parts(workbook.workbook(job.values, job.properties), "")
        return sealed(parts, job.properties, {}) if parts else None, found
    if template is None:
        return None, []
    return render.render_form(template, job.values, job.properties)


def sources_of(loaded: plans.Plan, fetch: Fetched) -> dict[str, str]:
    """Return path → SHA-256 of all that the plan's files are made from."""
    sources = fetch.hashes()
    if loaded.unit:
        sources[manifest.UNITS] = table_hash()
    return sources


def listing(loaded: plans.Plan, fetch: Fetched, made: Made) -> Manifest:
    """Return the manifest of a plan's files."""
    return Manifest(loaded.path, __version__, sources_of(loaded, fetch), tuple(made.entries))


def _unreadable(path: str, fault: OSError) -> Diagnostic:
    message = N_("the template cannot be read: {reason}")
    reason = fault.strerror or N_("there is no such file")
    return error("B012", Place(path), message, reason=reason)
