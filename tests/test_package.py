"""Safe opening of a .docx: each way a file can be bad, and no way to raise."""

from __future__ import annotations

import io
import random
import struct
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.ooxml import package
from kehoach.ooxml.package import W, properties, related, relationships, unpack

TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/odd/text.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
MAIN = f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="odd/text.xml"/>'
TEXT = f'<w:document xmlns:w="{W}"><w:body><w:p/></w:body></w:document>'


def parts(**changes: str | None) -> dict[str, str]:
    """Return the parts of a small Word file; `changes` by short name, None takes one out."""
    names = {"types": "[Content_Types].xml", "rels": "_rels/.rels", "text": "odd/text.xml"}
    made = {"types": TYPES, "rels": f"{RELS}{MAIN}</Relationships>", "text": TEXT} | changes
    return {names.get(k, k): v for k, v in made.items() if v is not None}


def packed(content: dict[str, str] | dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        for name, data in content.items():
            file.writestr(name, data)
    return out.getvalue()


def codes(data: bytes) -> list[str]:
    found, findings = unpack(data, "a.docx")
    assert (found is None) == bool(findings)
    assert all(finding.message and finding.advice is not None for finding in findings)
    return [finding.code for finding in findings]


def twice(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for part, data in parts().items():
            file.writestr(part, data)
        with pytest.warns(UserWarning, match="Duplicate name"):
            file.writestr(name, "again")
    return out.getvalue()


def flagged(data: bytes) -> bytes:
    """Return `data` with the encryption bit set on its first entry."""
    where = data.index(b"PK\x01\x02") + 8
    return data[:where] + struct.pack("<H", 1) + data[where + 2 :]


def lying(data: bytes) -> bytes:
    """Return `data` whose directory says that its first entry unpacks to three bytes."""
    where = data.index(b"PK\x01\x02") + 24
    return data[:where] + struct.pack("<I", 3) + data[where + 4 :]


def deep(levels: int) -> str:
    return TEXT.replace("<w:p/>", "<w:p>" * levels + "</w:p>" * levels)


LAUGHS = (
    "<!DOCTYPE a ["
    + '<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 20))
    + "]><a>&a19;</a>"
)
BOOK = TYPES.replace("wordprocessingml.document", "spreadsheetml.sheet")
STRICT = TEXT.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")

BAD: dict[str, tuple[Callable[[], bytes], list[str]]] = {
    "empty": (lambda: b"", ["D003"]),
    "text": (lambda: "Kế hoạch".encode(), ["D003"]),
    "pdf": (lambda: b"%PDF-1.7\n", ["D003"]),
    "old doc": (lambda: bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), ["D002"]),
    "password": (
        lambda: bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"),
        ["D017"],
    ),
    "cut short": (lambda: packed(parts())[:-30], ["D004"]),
    "only the first bytes": (lambda: packed(parts())[:40], ["D004"]),
    "first bytes lost": (lambda: b"PK" + packed(parts())[60:], ["D004"]),
    "a lying size": (lambda: lying(packed(parts())), ["D004"]),
    "too many parts": (lambda: packed({f"{i}": "" for i in range(5001)}), ["D005"]),
    "name goes up": (lambda: packed(parts() | {"../evil.xml": "<a/>"}), ["D006"]),
    "name goes up inside": (lambda: packed(parts() | {"word/../../e.xml": "<a/>"}), ["D006"]),
    "name is absolute": (lambda: packed(parts() | {"/etc/x.xml": "<a/>"}), ["D006"]),
    "name has a drive": (lambda: packed(parts() | {"C:/x.xml": "<a/>"}), ["D006"]),
    "name has backslashes": (lambda: packed(parts() | {"a\\..\\x.xml": "<a/>"}), ["D006"]),
    "name twice": (lambda: twice("odd/text.xml"), ["D007"]),
    "name twice but for case": (lambda: packed(parts() | {"ODD/Text.xml": "<a/>"}), ["D007"]),
    "encrypted part": (lambda: flagged(packed(parts())), ["D008"]),
    "odd compression": (lambda: packed(parts(), zipfile.ZIP_BZIP2), ["D009"] * 3),
    "bomb": (lambda: packed(parts() | {"a.bin": "0" * 10**7}), ["D010"]),
    "bomb of many": (
        lambda: packed(parts() | {f"{i}.bin": "0" * 10**6 for i in range(9)}),
        ["D010"],
    ),
    "no content types": (lambda: packed(parts(types=None)), ["D011"]),
    "a plain zip": (lambda: packed({"a.txt": "x"}), ["D011"]),
    "billion laughs": (lambda: packed(parts(text=LAUGHS)), ["D012"]),
    "doctype": (lambda: packed(parts(text=f"<!DOCTYPE a SYSTEM 'http://x/y'>{TEXT}")), ["D012"]),
    "doctype in UTF-16": (
        lambda: packed(
            {k: v.encode() for k, v in parts().items()} | {"a.xml": LAUGHS.encode("utf-16")}
        ),
        ["D012"],
    ),
    "too deep": (lambda: packed(parts(text=deep(199))), ["D013"]),
    "very deep": (lambda: packed(parts(text=deep(100_000)), zipfile.ZIP_STORED), ["D013"]),
    "malformed": (lambda: packed(parts(text=TEXT[:-3])), ["D014"]),
    "all at once": (
        lambda: packed(parts(text=LAUGHS, rels="<a") | {"b.xml": "<b>"}),
        ["D014", "D014", "D012"],
    ),
    "no relationships": (lambda: packed(parts(rels=None)), ["D015"]),
    "main part missing": (lambda: packed(parts(text=None)), ["D015"]),
    "workbook": (lambda: packed(parts(types=BOOK)), ["D015"]),
    "strict": (lambda: packed(parts(text=STRICT)), ["D016"]),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_file_is_a_finding(name: str) -> None:
    make, expected = BAD[name]
    assert sorted(codes(make())) == sorted(expected)


def test_good_file_opens_and_holds_its_bytes() -> None:
    found, findings = unpack(packed(parts()), "a.docx")
    assert (found, findings) == ({k: v.encode() for k, v in parts().items()}, [])


def test_depth_of_200_is_read() -> None:
    assert codes(packed(parts(text=deep(198)))) == []


def test_packed_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "PACKED", 100)
    assert codes(packed(parts())) == ["D001"]


def test_unpacked_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "UNPACKED", 500)
    assert codes(packed(parts())) == ["D010"]


def test_malformed_part_is_named_with_its_line() -> None:
    broken = TEXT.replace("<w:p/>", "\n\n<w:p>")
    _, findings = unpack(packed(parts(text=broken)), "a.docx")
    assert findings[0].where.part == "odd/text.xml"  # type: ignore[union-attr]
    assert findings[0].args["line"] == 3


def test_entities_are_left_alone_by_parse_xml() -> None:
    root = package.parse_xml(b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>')
    assert "".join(str(t) for t in root.xpath("text()")) == ""


def test_relationships_resolve_targets() -> None:
    rels = (
        f'{RELS}<Relationship Id="a" Type="{OFFICE}/styles" Target="../st/s.xml"/>'
        f'<Relationship Id="b" Type="{OFFICE}/numbering" Target="/n.xml"/>'
        f'<Relationship Id="c" Type="{OFFICE}/hyperlink" Target="http://a/" TargetMode="External"/>'
        f'<Relationship Id="d" Type="{OFFICE}/footnotes" Target="../../../gone.xml"/>'
        "</Relationships>"
    )
    more = {"odd/_rels/text.xml.rels": rels, "st/s.xml": "<a/>", "n.xml": "<a/>"}
    found, _ = unpack(packed(parts() | more), "a.docx")
    assert found is not None
    assert package.main_part(found) == "odd/text.xml"
    assert related(found, "odd/text.xml", "styles") == ["st/s.xml"]
    assert related(found, "odd/text.xml", "numbering") == ["n.xml"]
    assert related(found, "odd/text.xml", "hyperlink") == []
    assert related(found, "odd/text.xml", "footnotes") == []
    assert [r.target for r in relationships(found, "odd/text.xml") if r.external] == ["http://a/"]
    assert relationships(found, "n.xml") == []


def test_properties() -> None:
    custom = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
        ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="kehoach.plan">'
        "<vt:lpwstr>plans/Thái Bình &amp; 2024.yaml</vt:lpwstr></property>"
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="3" name="n">'
        "<vt:i4>7</vt:i4></property></Properties>"
    )
    link = f'<Relationship Id="r2" Type="{OFFICE}/custom-properties" Target="docProps/c.xml"/>'
    made = parts(rels=f"{RELS}{MAIN}{link}</Relationships>") | {"docProps/c.xml": custom}
    found, _ = unpack(packed(made), "a.docx")
    assert found is not None
    assert properties(found) == {"kehoach.plan": "plans/Thái Bình & 2024.yaml", "n": "7"}
    assert properties({k: v.encode() for k, v in parts().items()}) == {}


@given(st.binary(max_size=400))
def test_random_bytes_never_raise(data: bytes) -> None:
    codes(data)
    codes(b"PK\x03\x04" + data)


@given(st.integers(0, 2**32), st.integers(1, 12))
def test_mutated_files_never_raise(seed: int, changes: int) -> None:
    data = bytearray(packed(parts()))
    rng = random.Random(seed)
    for _ in range(changes):
        where = rng.randrange(len(data))
        data[where : where + rng.choice((0, 1, 1, 1, 4))] = rng.randbytes(rng.choice((1, 1, 4)))
    codes(bytes(data))


@given(st.sampled_from(sorted(parts())), st.integers(0, 2**32))
def test_mutated_parts_never_raise(name: str, seed: int) -> None:
    rng = random.Random(seed)
    data = bytearray(parts()[name].encode())
    where = rng.randrange(len(data))
    data[where : where + rng.randrange(9)] = rng.choice((b"", b"<", b'"', b"&", b"\xff", b"x:y"))
    codes(packed({k: v.encode() for k, v in parts().items()} | {name: bytes(data)}))
