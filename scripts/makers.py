"""Makers of Word files that are not ours, for evidence: each writes the same lines in its own way.

They need their programs: LibreOffice, node with npm, pandoc, python-docx. A maker whose program is
not there raises `Missing`, so that a count says what it left out.
"""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import office
from offices import (
    FONT,
    FOOT_LEFT,
    FOOT_RIGHT,
    HEAD_LEFT,
    HEAD_RIGHT,
    LEFT,
    LOW,
    RIGHT,
    RULED,
    Habit,
    Said,
    W,
    annex_start,
    border,
    frame,
    look,
    rule_length,
    write,
)

SCRIPT = Path(__file__).with_name("office.mjs")
TIMEOUT = 300
_PARTS = {*HEAD_LEFT, *HEAD_RIGHT, *FOOT_LEFT, *FOOT_RIGHT}


class Missing(RuntimeError):
    """A program that a maker needs is not there."""


def by_libreoffice(data: bytes) -> bytes:
    """Return a file as LibreOffice saves it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.docx"
        path.write_bytes(data)
        try:
            return office.resave([path], Path(folder) / "out")[0].read_bytes()
        except RuntimeError as fault:
            raise Missing(str(fault)) from fault


def through(kind: str, files: Sequence[bytes]) -> list[bytes]:
    """Return files after LibreOffice has saved them as `kind` (`doc`, `odt`, `rtf`) and back."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = [folder / f"{number}.docx" for number in range(len(files))]
        for path, data in zip(paths, files, strict=True):
            path.write_bytes(data)
        try:
            between = office.convert(paths, folder / kind, kind)
            return [path.read_bytes() for path in office.resave(between, folder / "out")]
        except RuntimeError as fault:
            raise Missing(str(fault)) from fault


def by_npm_docx(said: Sequence[Said], folder: Path) -> bytes:
    """Return a document by the npm package `docx`, installed in `folder` the first time."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        raise Missing("node and npm are not on the path")
    if not (folder / "node_modules" / "docx").exists():
        folder.mkdir(parents=True, exist_ok=True)
        command = [npm, "install", "--no-audit", "--no-fund", "--prefix", str(folder), "docx@9"]
        run = subprocess.run(command, capture_output=True, timeout=TIMEOUT, check=False, cwd=folder)
        if run.returncode:
            raise Missing(run.stderr.decode(errors="replace")[-200:])
    told = json.dumps(_columns(said)).encode()
    run = subprocess.run(
        [node, str(SCRIPT)],
        input=told,
        capture_output=True,
        timeout=TIMEOUT,
        check=True,
        cwd=folder,
    )
    return run.stdout


def _columns(said: Sequence[Said]) -> dict[str, object]:
    """Return the lines by their part of the page, each as the script wants it."""

    def some(*roles: str, low: bool | None = None) -> list[dict[str, object]]:
        lines = [s for s in said if s.role in roles and low in (None, s.role in LOW)]
        return [_told(line, lines) for line in lines]

    text = [line for line in said if line.role not in _PARTS]
    return {
        "left": [some(*HEAD_LEFT, low=low) for low in (False, True)],
        "right": [some(*HEAD_RIGHT, low=low) for low in (False, True)],
        "foot": [some(*FOOT_LEFT), some(*FOOT_RIGHT)],
        "lines": [_told(line, text) for line in text],
        "main": annex_start(text),
    }


def _told(line: Said, among: Sequence[Said]) -> dict[str, object]:
    last = next(other for other in reversed(among) if other.role == line.role) is line
    width = 165.0 if line.role == "trich_yeu" else LEFT if line.role in HEAD_LEFT else RIGHT
    ruled = line.role in RULED and last
    cells = [
        [_cell(cell, "o" if number else "o_dau") for cell in row]
        for number, row in enumerate(line.rows)
    ]
    return {
        **_cell(f"{line.marker} {line.words}".strip(), line.role),
        "before": {"ten_loai": 240, "ky_ho_ten": 1200}.get(line.role, 0),
        "side": (width - rule_length(line)) / 2 if ruled else 0,
        "rows": cells or None,
    }


def _cell(text: str, role: str) -> dict[str, object]:
    wanted = look(role)
    return {
        "text": text,
        "size": wanted.size,
        "bold": wanted.bold,
        "italic": wanted.italic,
        "align": wanted.align,
        "before": 0,
    }


def by_pandoc(said: Sequence[Said]) -> bytes:
    """Return a document by pandoc: styles from a file that it is given, head and foot as XML."""
    convert = _pandoc()
    head, rule, foot = map(_raw, frame(said))
    text = [line for line in said if line.role not in _PARTS]
    titles = [line for line in text if line.role == "trich_yeu"]
    lines = [_markdown(line) + (rule if line in titles[-1:] else "") for line in text]
    at = annex_start(text)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "reference.docx").write_bytes(write(said, Habit(fonts="style")))
        (folder / "a.md").write_text(
            "\n".join([head, *lines[:at], foot, *lines[at:]]), encoding="utf-8"
        )
        command = [convert, "a.md", "--from", "markdown-smart", "--reference-doc", "reference.docx"]
        subprocess.run([*command, "-o", "a.docx"], cwd=folder, check=True, timeout=TIMEOUT)
        return (folder / "a.docx").read_bytes()


def _raw(xml: str) -> str:
    return f"```{{=openxml}}\n{xml}\n```\n"


def _pandoc() -> str:
    found = shutil.which("pandoc")
    if found:
        return found
    try:
        import pypandoc
    except ImportError as fault:
        raise Missing("pandoc is not on the path") from fault
    return str(pypandoc.get_pandoc_path())


def _markdown(line: Said) -> str:
    """Return a line as a division in the style of its role, a table as a pipe table."""
    if line.rows:
        cells = [f"| {' | '.join(row)} |" for row in line.rows]
        return "\n".join([cells[0], "|" + "---|" * len(line.rows[0]), *cells[1:], ""])
    text = "".join(
        f"\\{c}" if c.isascii() and not (c.isalnum() or c == " ") else c
        for c in f"{line.marker} {line.words}".strip()
    )
    return f'::: {{custom-style="VB {line.role.replace("_", "")}"}}\n{text}\n:::\n'


def by_python_docx(said: Sequence[Said]) -> bytes:
    """Return a document by python-docx: its own template, each look on the run."""
    import docx

    document = docx.Document()
    section = document.sections[0]
    for side, length in _PAGE.items():
        setattr(section, side, docx.shared.Mm(length))
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = _aligned("center")
    _field(_run(number, Said("ten_loai", "")))

    _beside(document, said, (HEAD_LEFT, HEAD_RIGHT), (LEFT, RIGHT))
    text = [line for line in said if line.role not in _PARTS]
    at = annex_start(text)
    _write(document, text[:at])
    _beside(document, said, (FOOT_LEFT, FOOT_RIGHT), (82.5, 82.5))
    _write(document, text[at:])
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _write(document: Any, text: Sequence[Said]) -> None:
    """Add the lines of a text, their tables too."""
    for line in text:
        if line.rows:
            table = document.add_table(len(line.rows), len(line.rows[0]))
            for number, (row, words) in enumerate(zip(table.rows, line.rows, strict=True)):
                for cell, said_there in zip(row.cells, words, strict=True):
                    _fill(cell.paragraphs[0], Said("o" if number else "o_dau", said_there))
        else:
            _add(document, line, text)


_PAGE = {
    "page_width": 210,
    "page_height": 297,
    "left_margin": 30,
    "right_margin": 15,
    "top_margin": 20,
    "bottom_margin": 20,
}


def _aligned(align: str) -> Any:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    return WD_ALIGN_PARAGRAPH["JUSTIFY" if align == "both" else align.upper()]


def _run(paragraph: Any, line: Said) -> Any:
    from docx.shared import Pt

    wanted = look(line.role)
    run = paragraph.add_run(f"{line.marker} {line.words}".strip())
    run.font.name, run.font.size = FONT, Pt(wanted.size)
    run.bold, run.italic = wanted.bold, wanted.italic
    return run


def _field(run: Any) -> None:
    """Make a run the number of its page."""
    from docx.oxml import parse_xml

    run.bold = False
    space = f'xmlns:w="{W}"'
    for xml in (
        f'<w:fldChar {space} w:fldCharType="begin"/>',
        f"<w:instrText {space}> PAGE </w:instrText>",
        f'<w:fldChar {space} w:fldCharType="end"/>',
    ):
        run._r.append(parse_xml(xml))


def _fill(paragraph: Any, line: Said) -> None:
    from docx.shared import Mm, Pt

    wanted, form = look(line.role), paragraph.paragraph_format
    _run(paragraph, line)
    paragraph.alignment = _aligned(wanted.align)
    form.space_after, form.line_spacing = Pt(0), 1.0
    if wanted.align == "both":
        form.first_line_indent, form.space_before = Mm(12.7), Pt(6)


def _add(holder: Any, line: Said, among: Sequence[Said]) -> None:
    """Add a line, and the drawn line that belongs under the last of its role."""
    from docx.oxml import parse_xml

    _fill(holder.add_paragraph(), line)
    if line.role in RULED and line is [each for each in among if each.role == line.role][-1]:
        below = holder.add_paragraph()
        xml = border(line).replace("<w:p>", f'<w:p xmlns:w="{W}">')
        below._p.getparent().replace(below._p, parse_xml(xml))


def _beside(
    document: Any, said: Sequence[Said], sides: Sequence[tuple[str, ...]], widths: Sequence[float]
) -> None:
    """Add a table of two columns without padding, the head's number and date in a second row."""
    from docx.oxml import parse_xml
    from docx.shared import Mm

    table = document.add_table(2, 2)
    table.autofit = False
    margins = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("left", "right"))
    table._tbl.tblPr.append(parse_xml(f'<w:tblCellMar xmlns:w="{W}">{margins}</w:tblCellMar>'))
    for column, (roles, wide) in enumerate(zip(sides, widths, strict=True)):
        table.columns[column].width = Mm(wide)
        lines = [line for line in said if line.role in roles]
        for row in (0, 1):
            cell = table.cell(row, column)
            cell.width = Mm(wide)
            for line in (line for line in lines if (line.role in LOW) == bool(row)):
                _add(cell, line, lines)
            if len(cell.paragraphs) > 1:
                cell._tc.remove(cell.paragraphs[0]._p)
