"""PDF in this process, by office2pdf: quick, but only for pages that it is known to print right.

It miscounts automatic numbers, drops headings and numbers the first page: so it is given typed
numbers and plain paragraphs, and the first number is taken off its page. What it does beyond that
is for `parity` to find.
"""

from __future__ import annotations

from kehoach.diagnostic import N_, Diagnostic, Place, error
from kehoach.ooxml import package, write
from kehoach.ooxml.flatten import flattened
from kehoach.pdf.pages import read_pages, without_numbers


def available() -> bool:
    """Return whether the library is installed."""
    from importlib.util import find_spec

    return find_spec("office2pdf") is not None


def convert(data: bytes, path: str) -> tuple[bytes | None, list[Diagnostic]]:
    """Return the PDF of a .docx of ours, or None and why there is none. `path` only names it."""
    import office2pdf

    parts, findings = package.open_parts(data, path)
    if parts is None:
        return None, findings
    try:
        made = office2pdf.convert_bytes(write.pack(flattened(parts)), office2pdf.Format.DOCX)
    except office2pdf.Office2PdfError as fault:
        message = N_("office2pdf made no PDF of this file: {reason}")
        return None, [error("B021", Place(path), message, reason=str(fault))]
    pdf = bytes(made.pdf)
    return (without_numbers(pdf, (0,)) if read_pages(pdf)[0].number else pdf), findings
