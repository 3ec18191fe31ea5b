"""The same documents by other means: docxtpl, docx-mailmerge2, and no rendering at all.

A rival's template is made from files of ours: where units differ it has a tag, or a merge field,
everywhere else our very words. So each renders as little as it can, and what comes out is read
back and compared.
"""

from __future__ import annotations

import io
import os
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docxtpl
import mailmerge
from lxml import etree

from kehoach.document import Document, canonical
from kehoach.ooxml.package import W, w
from kehoach.ooxml.read import read
from kehoach.ooxml.write import LEVEL

MAIN = "word/document.xml"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True)
class Field:
    """A text that differs between units: its element, and its words for each unit."""

    element: etree._Element
    name: str
    words: tuple[str, ...]


def alike(files: Sequence[bytes]) -> list[bytes]:
    """Return those of `files` that have as many texts as most: their templates are one."""
    counts = [len(list(_root(file).iter(w("t")))) for file in files]
    usual = max(set(counts), key=counts.count)
    return [file for file, count in zip(files, counts, strict=True) if count == usual]


def docxtpl_template(files: Sequence[bytes]) -> tuple[bytes, list[dict[str, Any]]]:
    """Return a template for docxtpl that makes all of `files`, and what to fill in for each."""
    root, fields = _fields(files)
    for field in fields:
        field.element.text = f"{{{{ {field.name} }}}}"
    return _with_main(files[0], root), _contexts(fields, len(files))


def mailmerge_template(files: Sequence[bytes]) -> tuple[bytes, list[dict[str, Any]]]:
    """Return a template for docx-mailmerge2 that makes all of `files`, and what to fill in.

    It drops spaces at the ends of what is filled in, so these stand beside the field.
    """
    root, fields = _fields(files)
    for field in fields:
        run = field.element.getparent()
        assert run is not None
        before, after = _spaces(field.words)
        simple = etree.Element(w("fldSimple"), {w("instr"): f" MERGEFIELD {field.name} "})
        run.addprevious(simple)
        for spaces, put in ((before, simple.addprevious), (after, simple.addnext)):
            if spaces:
                beside = deepcopy(run)
                text = beside.find(w("t"))
                assert text is not None
                text.text = spaces
                put(beside)
        simple.append(run)
        field.element.text = f"«{field.name}»"
    values = _contexts(fields, len(files))
    return _with_main(files[0], root), [{n: v.strip() for n, v in own.items()} for own in values]


def _spaces(words: Sequence[str]) -> tuple[str, str]:
    """Return the spaces that all of `words` begin and end with."""
    before = min((text[: len(text) - len(text.lstrip())] for text in words), key=len)
    after = min((text[len(text.rstrip()) :] for text in words), key=len)
    return before, after


def by_docxtpl(template: Path, values: Mapping[str, Any], out: Path) -> None:
    """Render one document as docxtpl's manual does."""
    document = docxtpl.DocxTemplate(template)
    document.render(dict(values), autoescape=True)
    document.save(out)


def by_mailmerge(template: Path, values: Mapping[str, Any], out: Path) -> None:
    """Render one document as docx-mailmerge2's manual does."""
    with mailmerge.MailMerge(template) as document:
        document.merge(**values)
        document.write(out)


def deflate(parts: Mapping[str, bytes], out: Path) -> None:
    """Compress parts as our files are and write them: the least that any engine must do."""
    pieces = []
    for data in parts.values():
        squeeze = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        pieces += [squeeze.compress(data), squeeze.flush()]
        zlib.crc32(data)
    temporary = out.with_suffix(".tmp")
    temporary.write_bytes(b"".join(pieces))
    os.replace(temporary, out)


def parts_of(file: bytes) -> dict[str, bytes]:
    """Return the parts of a .docx."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def says(file: bytes, document: Document) -> bool:
    """Return whether a .docx reads as `document`."""
    back, _ = read(file, "rival.docx")
    return back is not None and canonical(back) == canonical(document)


def _root(file: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return etree.fromstring(archive.read(MAIN))


def _fields(files: Sequence[bytes]) -> tuple[etree._Element, list[Field]]:
    """Return the tree of the first file, and its texts that are not the same in all files."""
    roots = [_root(file) for file in files]
    fields: list[Field] = []
    names: dict[tuple[str, ...], str] = {}
    for texts in zip(*(root.iter(w("t")) for root in roots), strict=True):
        words = tuple(text.text or "" for text in texts)
        if len(set(words)) > 1:
            name = names.setdefault(words, f"f{len(names)}")
            texts[0].set(_SPACE, "preserve")
            fields.append(Field(texts[0], name, words))
    return roots[0], fields


def _contexts(fields: Sequence[Field], count: int) -> list[dict[str, Any]]:
    return [{field.name: field.words[unit] for field in fields} for unit in range(count)]


def _with_main(file: bytes, root: etree._Element) -> bytes:
    parts = parts_of(file)
    assert root.nsmap.get("w") == W
    parts[MAIN] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()
