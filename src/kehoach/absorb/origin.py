"""The version that an edited Word file was made from, composed again from its own sources."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from kehoach import __version__, compose, copies, manifest, revision, versions
from kehoach import plan as plans
from kehoach.absorb import history
from kehoach.absorb.changes import Base
from kehoach.diagnostic import N_, Diagnostic, Place, error, has_errors, in_order, warning
from kehoach.document import Document, tree_hash
from kehoach.layers import Fetch
from kehoach.manifest import Provenance
from kehoach.output import FORM_ADVICE
from kehoach.unit_table import table_hash
from kehoach.workspace import BASE, Workspace


@dataclass(frozen=True, slots=True)
class Found:
    """The base of a file, what it is called for people, and which plan it is today.

    `path` is the plan's path in the base, `today` where that plan stands now.
    """

    base: Base
    name: str
    path: str
    today: str


def find(
    origin: Provenance | None, given: str, unit: str, file: str, workspace: Workspace, here: Path
) -> tuple[Found | None, list[Diagnostic]]:
    """Return the base of the Word file `file`, or None and why there is none.

    `origin` is what the file carries. A base that is `given`, as PLAN or PLAN@REV, comes before
    it, and so does `unit`. Reads files and git.
    """
    where = Place(file)
    if given:
        return _given(origin, given, unit or (origin.unit if origin else ""), workspace, here)
    if origin is None:
        message = N_("the file does not say what it was built from")
        hint = N_("name it: --base PLAN, or --base PLAN@REV as git had it then")
        return None, [error("A001", where, message, hint)]
    if origin.form:
        return None, [a_form(origin, file)]
    return _carried(origin, unit or origin.unit, where, workspace)


def a_form(origin: Provenance, file: str) -> Diagnostic:
    """Return the finding that the file is a form, so it has no plan's text to bring home."""
    message = N_("this is the form {name}: only the text of a plan is brought home")
    return error("A002", Place(file), message, FORM_ADVICE, name=origin.form)


@dataclass(slots=True)
class _Sources:
    """Gives the sources of a file by the hashes that it carries; notes those that are lost."""

    workspace: Workspace
    origin: Provenance
    known: dict[str, bytes] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)

    def __call__(self, path: str) -> bytes:
        """Return the bytes of the source at `path`. Raises `OSError` when it had none, or lost."""
        if path not in self.known:
            digest = self.origin.sources.get(path)
            data = history.content(self.workspace, path, digest) if digest else None
            if data is None:
                self.lost += [path] if digest else []
                raise FileNotFoundError(2, N_("No such file or directory"), path)
            self.known[path] = data
        return self.known[path]


def _carried(
    origin: Provenance, unit: str, where: Place, workspace: Workspace
) -> tuple[Found | None, list[Diagnostic]]:
    sources = _Sources(workspace, origin)
    base, findings = composed(origin.plan, sources, unit)
    if sources.lost:
        return None, [_lost(path, where) for path in dict.fromkeys(sources.lost)]
    if base is None:
        return None, findings
    findings = [*findings, *_otherwise(origin, base.document, where)]
    return _today(base, origin.plan, origin.plan, where, workspace, findings)


def _lost(path: str, where: Place) -> Diagnostic:
    message = N_("{path}, as it was when the file was built, is neither in .kehoach nor in git")
    hint = N_("name a version that is near it: --base PLAN@REV; see git log --oneline -- {path}")
    return error("A003", where, message, hint, path=path)


def _given(
    origin: Provenance | None, given: str, unit: str, workspace: Workspace, here: Path
) -> tuple[Found | None, list[Diagnostic]]:
    path, name = revision.split(given)
    fetch: Fetch = workspace.fetch
    if name:
        found, path, findings = versions.at_revision(given, workspace, here)
        if found is None:
            return None, findings
        fetch = found.fetch
    else:
        names, findings = workspace.select([given], here)
        if len(names) != 1:
            return None, findings or [error("A004", Place(given), N_("name one plan as the base"))]
        path = names[0]
    base, findings = composed(path, fetch, unit)
    if name:
        findings = [versions.in_revision(fault, name) for fault in findings]
    if base is None:
        return None, findings
    findings = [*findings, *_otherwise(origin, base.document, Place(given))]
    return _today(base, path, given, Place(given), workspace, findings)


def composed(path: str, fetch: Fetch, unit: str) -> tuple[Base | None, list[Diagnostic]]:
    """Return the plan at `path`, or its copy for `unit`, composed, or None and the errors."""
    loaded, findings = plans.load(path, fetch)
    own = loaded
    if loaded and unit and not has_errors(findings):
        made, found = copies.of(loaded, fetch, [unit])
        own, findings = made[0].plan if made else None, [*findings, *found]
    if own is None or has_errors(findings):
        return None, [found for found in findings if has_errors([found])]
    document, found = compose.compose(own)
    faults = [fault for fault in in_order(found) if has_errors([fault])]
    if document is None or faults:
        return None, faults
    return Base(own, document, fetch, unit), []


def _otherwise(origin: Provenance | None, document: Document, where: Place) -> list[Diagnostic]:
    """Return the warning that the base is not word by word what the file was built with."""
    if origin is None or not origin.tree or tree_hash(document) == origin.tree:
        return []
    then = {"then": origin.version, "now": __version__}
    if origin.sources.get(manifest.UNITS, table_hash()) != table_hash():
        message = N_("the table of units has changed since the file was built")
    elif origin.version != __version__:
        message = N_(
            "the file was built by version {then}; version {now} prints the plan otherwise"
        )
    else:
        message = N_("the file was not built from this version of the plan")
    hint = N_("look twice at every edit below: some may be no edits at all")
    return [warning("A005", where, message, hint, **then)]


def _today(
    base: Base,
    path: str,
    name: str,
    where: Place,
    workspace: Workspace,
    findings: list[Diagnostic],
) -> tuple[Found | None, list[Diagnostic]]:
    """Return the base with the place of its plan today, or None when it is nowhere."""
    now = today(path, workspace)
    if not now:
        message = N_("the plan {path} is not here any more")
        hint = N_("put it back, or name the plan that it became: --base PLAN@REV")
        return None, [*findings, error("A006", where, message, hint, path=path)]
    if now != path:
        message = N_("the plan {path} is called {now} now: edits go there")
        findings = [*findings, warning("A007", where, message, path=path, now=now)]
    return Found(base, name, path, now), findings


def today(path: str, workspace: Workspace) -> str:
    """Return where the file that was at `path` stands now, empty when it is nowhere.

    Base plans may stand in the package alone.
    """
    for name in (path, history.moved(workspace, path)):
        if name and (workspace.root / name).is_file():
            return name
    shared = path.startswith(f"{BASE}/") and (workspace.fallback / path).is_file()
    return path if shared else ""
