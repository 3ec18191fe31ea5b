"""From Word files to PDFs by the engine that was asked for, and what their pages look like.

The quick engine prints a kind of file only when the first file of that kind looks, page by page,
as LibreOffice prints it; otherwise the whole kind is refused, with the first difference. What was
proven of a kind holds for all batches that share their `Proofs`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kehoach.diagnostic import N_, Diagnostic, Place, error
from kehoach.document import Document
from kehoach.pdf import fast, office
from kehoach.pdf.pages import read_pages
from kehoach.pdf.parity import difference
from kehoach.printed import Printed


class Engine(StrEnum):
    """What makes PDFs: LibreOffice, or office2pdf for what it prints in the same way."""

    OFFICE = "office"
    FAST = "fast"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A Word file to print: its bytes, the kind of file (one template each), its tree if known."""

    data: bytes
    kind: str
    document: Document | None = None


Check = Callable[[Printed], Iterable[Diagnostic]]

Proofs = dict[str, bool]
"""Kinds of file, and whether the quick engine may print them; filled as it is found out."""


def pdfs(
    sheets: Mapping[str, Sheet],
    engine: Engine,
    jobs: int,
    check: Check,
    proofs: Proofs | None = None,
) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """Return the PDF of each sheet by its name, and what is wrong; `check` looks at the pages.

    Of a kind that `proofs` refuse there is neither.
    """
    program = office.find()
    if program is None:
        return {}, [_no_office(engine)] if sheets else []
    if engine is Engine.FAST and not fast.available():
        message = N_("office2pdf is not installed")
        return {}, [error("B024", Place(""), message, N_("pip install kehoach[fast-pdf]"))]
    findings: list[Diagnostic] = []
    if engine is Engine.FAST:
        made, findings = _fast(sheets, program, {} if proofs is None else proofs)
    else:
        made, findings = program.convert({n: s.data for n, s in sheets.items()}, jobs)
    readable: dict[str, bytes] = {}
    for name, data in made.items():
        try:
            printed = Printed(name, read_pages(data), sheets[name].document)
        except ValueError:
            findings.append(office.failed(name))
        else:
            readable[name] = data
            findings += check(printed)
    return readable, findings


def _fast(
    sheets: Mapping[str, Sheet], program: office.Office, proofs: Proofs
) -> tuple[dict[str, bytes], list[Diagnostic]]:
    models: dict[str, str] = {}
    for name, sheet in sheets.items():
        if sheet.kind not in proofs:
            models.setdefault(sheet.kind, name)
    expected, findings = program.convert({name: sheets[name].data for name in models.values()})
    made: dict[str, bytes] = {}
    for name, sheet in sheets.items():
        if not proofs.get(sheet.kind, True):
            continue
        data, found = fast.convert(sheet.data, name)
        if data is not None and name == models.get(sheet.kind):
            found = [*found, *_parity(name, sheet.kind, expected.get(name), data)]
        findings += found
        proofs[sheet.kind] = not found
        if data is not None and not found:
            made[name] = data
    return made, findings


def _parity(name: str, kind: str, expected: bytes | None, data: bytes) -> list[Diagnostic]:
    """Return why the quick engine may not print files of this kind, nothing when it may."""
    if expected is None:
        return []
    reason, page = difference(read_pages(expected), read_pages(data))
    if not reason:
        return []
    message = N_(
        "the quick engine prints «{kind}» otherwise than LibreOffice, page {page}: {reason}"
    )
    hint = N_("leave --pdf-engine fast out: LibreOffice prints it")
    told = {"kind": kind, "page": page, "reason": reason}
    return [error("B022", Place(name), message, hint, **told)]


def _no_office(engine: Engine) -> Diagnostic:
    message = N_("there is no LibreOffice on this machine, which makes the PDFs")
    if engine is Engine.FAST:
        message = N_("there is no LibreOffice on this machine, which the quick engine is held to")
    return error("B023", Place(""), message, N_("kehoach doctor says what to install"))
