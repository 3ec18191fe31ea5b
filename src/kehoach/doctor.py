"""Whether this machine can do all that kehoach does: git, engines of PDF, letters of the font.

Nothing is guessed from names of packages: a page with every Vietnamese letter is printed by each
engine, and the fonts that it was really printed with are read from the PDF.
"""

from __future__ import annotations

import platform
import shutil
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from kehoach import __version__
from kehoach.diagnostic import N_
from kehoach.document import Block, Document, Run
from kehoach.pdf import fast, office
from kehoach.pdf.pages import read_pages
from kehoach.printed import TIMES, Page
from kehoach.render import render
from kehoach.template import compile_template
from kehoach.workspace import package_data

_VOWELS = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")


class State(StrEnum):
    """How a part of the machine is: `LACKING` costs only what its hint says."""

    FINE = "fine"
    LACKING = "lacking"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the machine: what it is, how it is, which version, and what to do about it."""

    name: str
    state: State
    detail: str = ""
    hint: str = ""
    args: dict[str, object] = field(default_factory=dict)


def examine() -> Iterator[Part]:
    """Yield each part after a look at it; the engines of PDF take a few seconds."""
    yield Part("kehoach", State.FINE, __version__)
    yield Part("Python", State.FINE, f"{platform.python_version()} ({sys.platform})")
    yield _git()
    yield from _libreoffice()
    yield from _fast()


def letters() -> str:
    """Return every letter that Vietnamese is written with, small and capital, in NFC."""
    vowels = (unicodedata.normalize("NFC", v + tone) for v in _VOWELS for tone in _TONES)
    small = "".join([*vowels, *"bcdđghklmnpqrstvx"])
    return small + small.upper()


def _git() -> Part:
    if shutil.which("git"):
        return Part("git", State.FINE)
    hint = N_("install git: without it no version can be named, and absorb cannot merge")
    return Part("git", State.LACKING, hint=hint)


def _libreoffice() -> Iterator[Part]:
    program = office.find()
    if program is None:
        hint = N_("for PDFs install LibreOffice Writer (Debian: libreoffice-writer-nogui)")
        yield Part("LibreOffice", State.LACKING, hint=hint)
        return
    made, _ = program.convert({"letters": _sheet()})
    try:
        pages = read_pages(made.get("letters", b""))
    except ValueError:
        hint = N_("{program} makes no PDF: start it by hand and see what it says")
        args: dict[str, object] = {"program": program.program}
        yield Part("LibreOffice", State.WRONG, program.version(), hint, args)
        return
    yield Part("LibreOffice", State.FINE, program.version())
    yield fonts("LibreOffice", pages)


def _fast() -> Iterator[Part]:
    if not fast.available():
        hint = N_("only --pdf-engine fast needs it: pip install kehoach[fast-pdf]")
        yield Part("office2pdf", State.LACKING, hint=hint)
        return
    made, findings = fast.convert(_sheet(), "letters")
    if made is None:
        yield Part("office2pdf", State.WRONG, findings[0].message if findings else "")
        return
    yield Part("office2pdf", State.FINE)
    yield fonts("office2pdf", read_pages(made))


def fonts(engine: str, pages: tuple[Page, ...]) -> Part:
    """Return how an engine printed the sheet of letters on `pages`: in which fonts, all or not."""
    name = f"{engine}: Times New Roman"
    used = sorted({font for page in pages for font in page.fonts})
    printed = "".join(page.words for page in pages)
    missing = "".join(letter for letter in letters() if letter not in printed)
    strange = [font for font in used if not font.startswith(TIMES)]
    detail = ", ".join(used)
    if missing:
        hint = N_("these letters are not printed: {letters}; install fonts-liberation2 or Tinos")
        return Part(name, State.WRONG, detail, hint, {"letters": missing})
    if strange:
        hint = N_(
            "some letters come from {fonts}: install Times New Roman, or fonts-liberation2 (Debian)"
        )
        return Part(name, State.WRONG, detail, hint, {"fonts": ", ".join(strange)})
    return Part(name, State.FINE, detail)


def _sheet() -> bytes:
    """Return a Word file with every letter, upright, bold and italic."""
    data = (package_data() / "templates" / "ke-hoach.docx").read_bytes()
    template, findings = compile_template(data, "templates/ke-hoach.docx")
    looks = ((False, False), (True, False), (False, True), (True, True))
    blocks = (Block("doan", (Run(letters(), bold, italic),)) for bold, italic in looks)
    made, found = render(template, Document(tuple(blocks)), {}) if template else (None, findings)
    if made is None:
        raise RuntimeError(f"the sheet of letters cannot be made: {[f.message for f in found]}")
    return made
