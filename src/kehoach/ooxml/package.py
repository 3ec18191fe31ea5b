"""A .docx as a zip of parts: opened without trusting it, and its parts found by relationships.

ECMA-376 part 2 (Open Packaging Conventions): a part is known by its relationship and content
type, never by its name.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from lxml import etree

from kehoach.diagnostic import N_, Diagnostic, Place, error, has_errors

Parts = Mapping[str, bytes]
"""Part names, without the leading slash, to their bytes."""

PACKED = 50_000_000
UNPACKED = 300_000_000
RATIO = 200
ENTRIES = 5_000
DEPTH = 200

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CONTENT_TYPES = "[Content_Types].xml"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_CHUNK = 1 << 20
_XML = (".xml", ".rels")
_TEXTS = ("wordprocessingml", "ms-word.document", "ms-word.template")
"""What the content types of texts have in them; the last two may hold macros."""
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    IndexError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""What `zipfile` raises on damaged data."""


class Relationship(NamedTuple):
    """A part's pointer to another: `kind` is the last step of its type, `target` a part name.

    The target of an `external` one is the address as written.
    """

    id: str
    kind: str
    target: str
    external: bool


@cache
def w(name: str) -> str:
    """Return `name` in the WordprocessingML namespace, in lxml's notation."""
    return f"{{{W}}}{name}"


def parse_xml(data: bytes) -> etree._Element:
    """Return the root of `data`, elements only; no entity is expanded and nothing is fetched.

    Raises lxml.etree.XMLSyntaxError when `data` is malformed, which no part from `unpack` is.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    return etree.fromstring(data, parser)


def unpack(data: bytes, path: str) -> tuple[dict[str, bytes] | None, list[Diagnostic]]:
    """Return the parts of the .docx in `data`, or None and why it cannot be opened.

    What is returned is a Word package: its content types and main document are there, and every
    XML part is well-formed, free of DTDs and at most `DEPTH` deep. `path` only names the file.
    """
    parts, findings = open_parts(data, path)
    if parts is not None:
        findings = kind_faults(parts, path)
    return (None if has_errors(findings) else parts), findings


def open_parts(data: bytes, path: str) -> tuple[dict[str, bytes] | None, list[Diagnostic]]:
    """Return the parts of an Office file, or None and why not, as `unpack` does.

    It may be a workbook as well as a text.
    """
    entries, findings = _open(data, path)
    if entries is None:
        return None, findings
    findings = _directory_faults(entries.infolist(), path)
    if findings:
        return None, findings
    parts, findings = _inflate(entries, len(data), path)
    if parts is None:
        return None, findings
    findings = [fault for name in sorted(parts) for fault in _xml_faults(parts, name, path)]
    return (None if has_errors(findings) else parts), findings


def _open(data: bytes, path: str) -> tuple[zipfile.ZipFile | None, list[Diagnostic]]:
    where = Place(path)
    if len(data) > PACKED:
        return None, [
            error(
                "D001",
                where,
                N_("the file has {size} MB; at most {limit} MB are read"),
                hint=N_("make its pictures smaller, or take them out"),
                size=round(len(data) / 1e6),
                limit=round(PACKED / 1e6),
            )
        ]
    if data.startswith(_OLE):
        return None, [_ole(data, where)]
    if not data.startswith(b"PK"):
        return None, [
            error(
                "D003",
                where,
                N_("this is not a Word file (.docx)"),
                hint=N_("open it in Word or LibreOffice and save it as .docx"),
            )
        ]
    if data.count(b"PK\x01\x02") > ENTRIES:  # counted before zipfile makes an object of each
        fault = N_("the file holds more than {limit} parts")
        return None, [error("D005", where, fault, limit=ENTRIES)]
    try:
        return zipfile.ZipFile(io.BytesIO(data)), []
    except _BROKEN:
        return None, [_damaged(where)]


def _ole(data: bytes, where: Place) -> Diagnostic:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return error(
            "D017",
            where,
            N_("the file is locked with a password"),
            hint=N_("open it in Word, remove the password and save it again"),
        )
    return error(
        "D002",
        where,
        N_("this is an old Word file (.doc), whatever its name says"),
        hint=N_("open it in Word or LibreOffice and save it as .docx"),
    )


def _damaged(where: Place) -> Diagnostic:
    return error(
        "D004",
        where,
        N_("the file is damaged or cut short"),
        hint=N_("copy or download it again"),
    )


def _directory_faults(entries: list[zipfile.ZipInfo], path: str) -> list[Diagnostic]:
    """Return what is wrong with the names and flags of `entries`, before any is inflated."""
    findings = []
    for entry in entries:
        where = Place(path, entry.filename)
        if _unsafe(entry.orig_filename):
            findings.append(
                error("D006", where, N_("a part has a name that leads out of the file"))
            )
        if entry.flag_bits & 0x1:
            findings.append(error("D008", where, N_("a part is encrypted")))
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            findings.append(
                error("D009", where, N_("a part is compressed in a way that Word does not know"))
            )
    names = Counter(entry.filename.lower() for entry in entries)
    findings += [
        error("D007", Place(path, name), N_("two parts have one name"))
        for name, count in names.items()
        if count > 1
    ]
    return findings


def _unsafe(name: str) -> bool:
    return (
        name.startswith("/")
        or "\\" in name
        or "\0" in name
        or re.match(r"[A-Za-z]:", name) is not None
        or ".." in name.split("/")
    )


def _inflate(
    entries: zipfile.ZipFile, packed: int, path: str
) -> tuple[dict[str, bytes] | None, list[Diagnostic]]:
    """Return all parts; the sizes in the zip's own directory are not believed."""
    budget = min(UNPACKED, RATIO * packed)
    parts: dict[str, bytes] = {}
    for entry in entries.infolist():
        if entry.is_dir():
            continue
        try:
            part = b"".join(_chunks(entries, entry, budget))
        except _BROKEN:
            return None, [_damaged(Place(path, entry.filename))]
        budget -= len(part)
        if budget < 0:
            fault = N_("the file unpacks to more than {limit} MB, or to {ratio} times its size")
            where = Place(path, entry.filename)
            return None, [error("D010", where, fault, limit=UNPACKED // 1_000_000, ratio=RATIO)]
        parts[entry.filename] = part
    return parts, []


def _chunks(entries: zipfile.ZipFile, entry: zipfile.ZipInfo, budget: int) -> Iterator[bytes]:
    """Yield the bytes of `entry`, stopping soon after `budget` is passed."""
    with entries.open(entry) as stream:
        while budget >= 0 and (chunk := stream.read(_CHUNK)):
            budget -= len(chunk)
            yield chunk


def _xml_faults(parts: Parts, name: str, path: str) -> Iterator[Diagnostic]:
    if not name.endswith(_XML):
        return
    data = parts[name]
    where = Place(path, name)
    try:
        tree = parse_xml(data).getroottree()
    except etree.XMLSyntaxError as fault:
        if b"<!DOCTYPE" in data.replace(b"\0", b""):
            yield _dtd(where)
        elif "depth" in (fault.msg or ""):
            yield _deep(where)
        else:
            message = N_("line {line} is not well-formed XML: {fault}")
            yield error("D014", where, message, line=fault.lineno, fault=fault.msg)
        return
    if tree.docinfo.internalDTD is not None:
        yield _dtd(where)
    if tree.xpath("boolean(" + "/*" * (DEPTH + 1) + ")"):
        yield _deep(where)


def _dtd(where: Place) -> Diagnostic:
    return error("D012", where, N_("a part declares a document type or entities"))


def _deep(where: Place) -> Diagnostic:
    return error("D013", where, N_("elements are nested more than {depth} deep"), depth=DEPTH)


def kind_faults(parts: Parts, path: str) -> list[Diagnostic]:
    """Return why `parts`, all well-formed, are not a Word document that can be read."""
    if CONTENT_TYPES not in parts:
        fault = N_("the file is a zip but not a Word file: {part} is missing")
        return [error("D011", Place(path), fault, part=CONTENT_TYPES)]
    main = main_part(parts)
    if not main or not any(kind in content_type(parts, main) for kind in _TEXTS):
        return [
            error(
                "D015",
                Place(path, main),
                N_("the file has no Word text in it"),
                hint=N_("is it a workbook or a presentation?"),
            )
        ]
    if (parse_xml(parts[main]).tag or "") != w("document"):
        hint = N_("save it in Word as “Word Document (*.docx)”, not as Strict Open XML")
        return [
            error("D016", Place(path, main), N_("the text is not in Word's usual format"), hint)
        ]
    return []


def content_type(parts: Parts, part: str) -> str:
    """Return the content type of `part`: its own, else that of its ending, else empty."""
    types = parse_xml(parts[CONTENT_TYPES])
    own = (t for t in types if t.get("PartName", "").lower() == f"/{part}".lower())
    ending = posixpath.splitext(part)[1][1:].lower()
    shared = (t for t in types if t.get("Extension", "").lower() == ending)
    found = next(own, None)
    found = next(shared, None) if found is None else found
    return "" if found is None else found.get("ContentType", "")


def relationships(parts: Parts, part: str) -> list[Relationship]:
    """Return the relationships of `part` in the order written; of the package for an empty name."""
    folder, name = posixpath.split(part)
    data = parts.get(posixpath.join(folder, "_rels", f"{name}.rels"))
    return [] if data is None else list(_links(data, folder))


@lru_cache(maxsize=64)
def _links(data: bytes, folder: str) -> tuple[Relationship, ...]:
    """Return the relationships in a part, which a reader asks for again and again."""
    return tuple(_relationship(item, folder) for item in parse_xml(data))


def _relationship(item: etree._Element, folder: str) -> Relationship:
    target = item.get("Target", "")
    external = item.get("TargetMode") == "External"
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    kind = item.get("Type", "").rsplit("/", 1)[-1]
    return Relationship(item.get("Id", ""), kind, target, external)


def related(parts: Parts, part: str, kind: str) -> list[str]:
    """Return the XML parts there are that `part` points to by a relationship of `kind`.

    `kind` is the last step of the type: `styles`, `numbering`, `footnotes`, `header` …
    """
    return [
        link.target
        for link in relationships(parts, part)
        if link.kind == kind and not link.external
        if link.target in parts and link.target.endswith(_XML)
    ]


def main_part(parts: Parts) -> str:
    """Return the name of the main document part, empty when there is none."""
    return next(iter(related(parts, "", "officeDocument")), "")


def properties(parts: Parts) -> dict[str, str]:
    """Return the custom document properties as text (ECMA-376 part 1, 22.3), by name."""
    return {
        item.get("name", ""): "".join(str(text) for text in item.itertext())
        for name in related(parts, "", "custom-properties")
        for item in parse_xml(parts[name])
    }
