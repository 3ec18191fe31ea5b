"""The parts that a document needs beside its text, made ready once for a template.

After `prepare`, numbering, footnotes, core and custom properties are there, declared and related;
thumbnail and application statistics are gone, since they tell of the template, not the document.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from kehoach.manifest import PARTS
from kehoach.ooxml.looks import Looks, read_looks
from kehoach.ooxml.package import CONTENT_TYPES, R, W, main_part, parse_xml, related, w
from kehoach.ooxml.style import PREFIX, value
from kehoach.ooxml.write import ILLEGAL, Member, attribute, escape, join, member, members
from kehoach.store import sha256

NEW = "kh-new"
"""Target of the processing instructions that mark where new elements go."""

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CORE = "docProps/core.xml"
_CUSTOM = "docProps/custom.xml"
_DROPPED = ("core-properties", "custom-properties", "extended-properties", "thumbnail")
_DATE = "1980-01-01T00:00:00Z"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_STYLES = f'<w:styles xmlns:w="{W}"/>'
_MARKED = ("marker", "marker kept", "fixed")
_LINE = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
_NOTES = "".join(
    f'<w:footnote w:type="{kind}" w:id="{id}"><w:p><w:pPr>{_LINE}</w:pPr>'
    f"<w:r><w:{kind}/></w:r></w:p></w:footnote>"
    for id, kind in ((-1, "separator"), (0, "continuationSeparator"))
)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A template's package: `parts` as they are, the names of those that each document fills.

    `members` are the parts as every file takes them that does not change them. `looks` are its
    styles; `abstract`, `num` and `note` are the highest ids in use.
    """

    parts: Mapping[str, bytes]
    members: Mapping[str, Member]
    main: str
    looks: Looks
    numbering: str
    footnotes: str
    abstract: int
    num: int
    note: int


def prepare(parts: Mapping[str, bytes]) -> Prepared:
    """Return `parts`, a sound Word package, with every part that a document needs."""
    ready = dict(parts)
    main = main_part(ready)
    _drop(ready)
    numbering = _ensure(ready, main, "numbering", f'<w:numbering xmlns:w="{W}"/>')
    notes = f'<w:footnotes xmlns:w="{W}">{_NOTES}</w:footnotes>'
    footnotes = _ensure(ready, main, "footnotes", notes)
    _declare(ready, _CORE, "application/vnd.openxmlformats-package.core-properties+xml")
    _relate(ready, "", _CORE, f"{_PACKAGE}/relationships/metadata/core-properties")
    custom = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    _declare(ready, _CUSTOM, custom)
    _relate(ready, "", _CUSTOM, f"{_OFFICE}/relationships/custom-properties")
    styles = _with_marker_styles(parse_xml(ready[_ensure(ready, main, "styles", _STYLES)]))
    ready[related(ready, main, "styles")[0]] = to_bytes(styles)
    lists, texts = parse_xml(ready[numbering]), parse_xml(ready[footnotes])
    ready[numbering] = _numbering(lists)
    return Prepared(
        ready,
        members(ready, {}),
        main,
        read_looks(styles),
        numbering,
        footnotes,
        abstract=_highest(lists, "abstractNum", "abstractNumId", -1),
        num=_highest(lists, "num", "numId", 0),
        note=_highest(texts, "footnote", "id", 0),
    )


def fill_numbering(part: bytes, abstracts: list[str], nums: list[str]) -> bytes:
    """Return a prepared numbering part with these lists added."""
    first, middle, last = part.split(f"<?{NEW} here?>".encode())
    return b"".join((first, "".join(abstracts).encode(), middle, "".join(nums).encode(), last))


def fill_footnotes(part: bytes, notes: list[str]) -> bytes:
    """Return a footnotes part with these `w:footnote`s added at its end."""
    end = part.rindex(b"</")
    return part[:end] + "".join(notes).encode() + part[end:]


def _text(text: str) -> str:
    return escape(ILLEGAL.sub("\ufffd", text))


def core(title: str) -> bytes:
    """Return the core properties: the title, and a date that tells nothing."""
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{_DATE}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{_text(title)}</dc:title><dc:language>vi-VN</dc:language>{dates}"
        "</cp:coreProperties>"
    ).encode()


def custom(properties: Mapping[str, str]) -> bytes:
    """Return the custom properties, by name (ECMA-376 part 1, 22.3)."""
    entries = "".join(
        f'<property fmtid="{_FORMAT}" pid="{id}" name={attribute(name)}>'
        f"<vt:lpwstr>{_text(properties[name])}</vt:lpwstr></property>"
        for id, name in enumerate(sorted(properties), 2)
    )
    return (
        f'{_HEAD}<Properties xmlns="{_OFFICE}/custom-properties" '
        f'xmlns:vt="{_OFFICE}/docPropsVTypes">{entries}</Properties>'
    ).encode()


def document(
    parts: Mapping[str, bytes],
    title: str,
    properties: Mapping[str, str],
    known: Mapping[str, Member],
) -> bytes:
    """Return the bytes of a .docx of `parts` with core and custom properties of its own."""
    return sealed({**parts, _CORE: core(title)}, properties, known)


def sealed(
    parts: Mapping[str, bytes], properties: Mapping[str, str], known: Mapping[str, Member]
) -> bytes:
    """Return the bytes of an Office file of `parts`, these properties and their `parts_hash`.

    Parts that are in `known` need not be compressed again.
    """
    ready = members(parts, known)
    digest = _hash({name: each.digest for name, each in ready.items()})
    ready[_CUSTOM] = member(_CUSTOM, custom({**properties, PARTS: digest}))
    return join(ready)


def parts_hash(parts: Mapping[str, bytes]) -> str:
    """Return a SHA-256 in hexadecimal of the names and bytes of `parts`.

    The custom properties, which carry it, are left out.
    """
    return _hash({name: sha256(data) for name, data in parts.items()})


def _hash(digests: Mapping[str, str]) -> str:
    content = [(name, digests[name]) for name in sorted(digests) if name != _CUSTOM]
    return sha256(json.dumps(content).encode())


def heal(root: etree._Element) -> etree._Element:
    """Take out of `root` what LibreOffice writes against the schema; none of it can be seen."""
    for grid in root.iter(w("docGrid")):
        if len(value(grid, "charSpace")) > len("-100000"):
            del grid.attrib[w("charSpace")]
    for flag in (*root.iter(w("cantSplit")), *root.iter(w("tblHeader"))):
        if value(flag) == "true":
            del flag.attrib[w("val")]
    return root


def to_bytes(root: etree._Element) -> bytes:
    """Return `root` as a part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def inner(element: etree._Element, declared: Mapping[str | None, str]) -> str:
    """Return `element` as text to be put where the prefixes in `declared` are known."""
    text = etree.tostring(element, encoding="unicode", with_tail=False)
    for prefix, space in declared.items():
        text = text.replace(f' xmlns:{prefix}="{space}"', "")
    return text


def _drop(parts: dict[str, bytes]) -> None:
    links = parse_xml(parts["_rels/.rels"])
    for link in list(links):
        if link.get("Type", "").rsplit("/", 1)[-1] in _DROPPED:
            links.remove(link)
            target = link.get("Target", "").lstrip("/")
            parts.pop(posixpath.normpath(target), None)
    parts["_rels/.rels"] = to_bytes(links)
    types = parse_xml(parts[CONTENT_TYPES])
    for item in list(types):
        name = item.get("PartName", "").lstrip("/")
        if name and name not in parts:
            types.remove(item)
    parts[CONTENT_TYPES] = to_bytes(types)


def _ensure(parts: dict[str, bytes], main: str, kind: str, empty: str) -> str:
    """Return the name of the part of this kind; one that is missing is made."""
    found = next(iter(related(parts, main, kind)), "")
    if found:
        return found
    name = posixpath.join(posixpath.dirname(main), f"{kind}.xml")
    parts[name] = (_HEAD + empty).encode()
    _declare(parts, name, f"{_WORD}.{kind}+xml")
    _relate(parts, main, name, f"{R}/{kind}")
    return name


def _declare(parts: dict[str, bytes], name: str, kind: str) -> None:
    types = parse_xml(parts[CONTENT_TYPES])
    for item in list(types):
        if item.get("PartName", "") == f"/{name}":
            types.remove(item)
    space = f"{_PACKAGE}/content-types"
    etree.SubElement(types, f"{{{space}}}Override", PartName=f"/{name}", ContentType=kind)
    parts[CONTENT_TYPES] = to_bytes(types)


def _relate(parts: dict[str, bytes], source: str, target: str, kind: str) -> None:
    folder, name = posixpath.split(source)
    part = posixpath.join(folder, "_rels", f"{name}.rels")
    space = f"{_PACKAGE}/relationships"
    empty = f'<Relationships xmlns="{space}"/>'.encode()
    links = parse_xml(parts.get(part, empty))
    used = {link.get("Id", "") for link in links}
    id = next(f"rIdKH{n}" for n in range(1, len(used) + 2) if f"rIdKH{n}" not in used)
    etree.SubElement(links, f"{{{space}}}Relationship", Id=id, Type=kind, Target=f"/{target}")
    parts[part] = to_bytes(links)


def _with_marker_styles(root: etree._Element) -> etree._Element:
    """Return a styles part with the character styles by which a document is read back."""
    there = read_looks(root).ids
    for role in _MARKED:
        if role not in there:
            style = etree.SubElement(root, w("style"))
            style.set(w("type"), "character")
            style.set(w("customStyle"), "1")
            style.set(w("styleId"), f"KH{role.title().replace(' ', '')}")
            etree.SubElement(style, w("name")).set(w("val"), f"{PREFIX}{role}")
    return root


def _numbering(root: etree._Element) -> bytes:
    """Return the numbering part with marks where new lists and new nums go (17.9.17)."""
    lists = [e for e in root if e.tag in (w("numPicBullet"), w("abstractNum"))]
    nums = root.findall(w("num"))
    root.insert(len(lists), etree.ProcessingInstruction(NEW, "here"))
    root.insert(len(lists) + 1 + len(nums), etree.ProcessingInstruction(NEW, "here"))
    return to_bytes(root)


def _highest(root: etree._Element, name: str, id: str, least: int) -> int:
    ids = (value(element, id) for element in root.findall(w(name)))
    return max((int(text) for text in ids if text.lstrip("-").isdecimal()), default=least)
