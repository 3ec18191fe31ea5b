"""What a Word file is: ours, ours and edited, or somebody else's."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from kehoach import __version__, build, manifest, store
from kehoach.builder import Asked
from kehoach.verify import Now, Verdict, sources_now, verify
from kehoach.workspace import Workspace, find
from workplace import PLAN, workplace

NAME = "plans/x/2024.yaml"
WITH_FORMS = f"""\
{PLAN}
targets:
  kdc: {{value: trên 80%, of: [khu_dan_cu]}}
forms:
  - {{use: tong-hop, by: issuer, to: Công an tỉnh}}
"""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    root = workplace(tmp_path_factory.mktemp("work"), {NAME: PLAN})
    found = find(root)
    assert found is not None
    build.build(found, [NAME], root / "build", Asked(), lambda *_: None)
    return found


@pytest.fixture(scope="module")
def data(workspace: Workspace) -> bytes:
    return (workspace.root / "build/x/2024/ke-hoach.docx").read_bytes()


def changed(data: bytes, part: str, old: str, new: str) -> bytes:
    """Return the file with `old` made `new` in one part, packed as another program would."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(stream, "w") as target:
        for item in reversed(source.infolist()):
            content = source.read(item)
            if item.filename == part:
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode())
            target.writestr(item.filename, content)
    return stream.getvalue()


def test_our_own_file(data: bytes) -> None:
    made = verify(data, "a.docx")
    assert made.verdict is Verdict.OURS
    assert made.findings == ()
    assert made.origin is not None
    assert (made.origin.plan, made.origin.version, made.origin.unit) == (NAME, __version__, "")


def test_packed_again_it_still_is_the_same(data: bytes) -> None:
    again = changed(data, "word/document.xml", "<w:body>", "<w:body>")
    assert again != data
    assert verify(again, "a.docx").verdict is Verdict.OURS


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("word/styles.xml", "</w:styles>", "<w:style/></w:styles>"),
        ("word/document.xml", "<w:t ", "<w:rPr><w:vanish/></w:rPr><w:t "),
        ("docProps/core.xml", "<dc:title>", "<dc:title>Sửa "),
        ("[Content_Types].xml", "</Types>", '<Default Extension="png" ContentType="x/y"/></Types>'),
    ],
)
def test_a_change_beside_the_words(data: bytes, part: str, old: str, new: str) -> None:
    made = verify(changed(data, part, old, new), "a.docx")
    assert made.verdict is Verdict.SAVED
    assert made.origin is not None
    assert made.origin.plan == NAME


def test_a_part_more(data: bytes) -> None:
    stream = BytesIO(data)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("word/header9.xml", "<x/>")
    assert verify(stream.getvalue(), "a.docx").verdict is Verdict.SAVED


def test_words_in_a_text_box(data: bytes) -> None:
    box = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Thêm</w:t></w:r></w:p></w:txbxContent>"
    box += "</w:pict></w:r></w:p><w:sectPr"
    made = verify(changed(data, "word/document.xml", "</w:p><w:sectPr", box), "a.docx")
    assert made.verdict is Verdict.EDITED


@pytest.mark.parametrize(
    ("old", "new"),
    [("nhanh hơn", "chậm hơn"), ("Nguyễn Văn A", "Nguyễn Văn B"), ("Thái Bình", "Nam Định")],
)
def test_a_changed_word(data: bytes, old: str, new: str) -> None:
    made = verify(changed(data, "word/document.xml", old, new), "a.docx")
    assert made.verdict is Verdict.EDITED
    assert made.origin is not None
    assert made.origin.plan == NAME


def test_without_the_hash_of_its_parts_the_words_count(data: bytes) -> None:
    origin = verify(data, "a.docx").origin
    assert origin is not None
    forged = changed(data, "docProps/custom.xml", origin.parts, "0" * 64)
    assert verify(forged, "a.docx").verdict is Verdict.SAVED
    worse = changed(forged, "docProps/custom.xml", origin.tree, "0" * 64)
    assert verify(worse, "a.docx").verdict is Verdict.EDITED


def test_somebody_elses_file(workspace: Workspace, data: bytes) -> None:
    template = workspace.fetch("templates/ke-hoach.docx")
    assert verify(template, "t.docx").verdict is Verdict.FOREIGN
    nameless = changed(data, "docProps/custom.xml", "kehoach.", "theirs.")
    assert verify(nameless, "a.docx").verdict is Verdict.FOREIGN


@pytest.mark.parametrize("junk", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0" * 100])
def test_what_cannot_be_read_is_foreign_and_says_why(junk: bytes) -> None:
    made = verify(junk, "a.docx")
    assert (made.verdict, made.origin) == (Verdict.FOREIGN, None)
    assert [found.where.path for found in made.findings] == ["a.docx"]


def test_sources_as_they_are_now(workspace: Workspace, data: bytes) -> None:
    origin = verify(data, "a.docx").origin
    assert origin is not None
    assert set(origin.sources) == {NAME, "templates/ke-hoach.docx", manifest.UNITS}
    assert set(sources_now(origin, workspace.fetch).values()) == {Now.SAME}

    def fetch(path: str) -> bytes:
        if path == NAME:
            return b"something else"
        raise FileNotFoundError(path)

    assert sources_now(origin, fetch) == {
        NAME: Now.CHANGED,
        "templates/ke-hoach.docx": Now.MISSING,
        manifest.UNITS: Now.SAME,
    }
    older = replace(origin, sources={manifest.UNITS: "0" * 64})
    assert sources_now(older, fetch) == {manifest.UNITS: Now.CHANGED}
    assert origin.sources[NAME] == store.sha256(PLAN.encode())


def test_after_libreoffice_saved_it(workspace: Workspace, tmp_path: Path) -> None:
    from office import resave

    [saved] = resave([workspace.root / "build/x/2024/ke-hoach.docx"], tmp_path)
    made = verify(saved.read_bytes(), "a.docx")
    assert made.verdict is Verdict.SAVED
    assert made.origin is not None
    assert set(made.origin.sources) == {NAME, "templates/ke-hoach.docx", manifest.UNITS}


@pytest.mark.parametrize(
    ("name", "part", "old"),
    [
        ("tong-hop.docx", "word/document.xml", "</w:body>"),
        ("tong-hop.xlsx", "xl/worksheets/sheet1.xml", "</worksheet>"),
    ],
)
def test_a_form(tmp_path: Path, name: str, part: str, old: str) -> None:
    found = find(workplace(tmp_path, {NAME: WITH_FORMS}))
    assert found is not None
    [outcome] = build.build(found, [NAME], tmp_path / "build", Asked(), lambda *_: None).outcomes
    [file] = [file for file in outcome.files if file.endswith(name)]
    data = (tmp_path / "build" / file).read_bytes()
    made = verify(data, name)
    assert (made.verdict, made.findings) == (Verdict.OURS, ())
    assert made.origin is not None
    assert (made.origin.plan, made.origin.form) == (NAME, "tong-hop")
    assert verify(changed(data, part, old, f"<!-- -->{old}"), name).verdict is Verdict.EDITED
    foreign = verify(changed(data, "docProps/custom.xml", "kehoach.", "theirs."), name)
    assert foreign.verdict is Verdict.FOREIGN
    assert [fault.code for fault in foreign.findings] == (["D015"] if "xlsx" in name else [])
