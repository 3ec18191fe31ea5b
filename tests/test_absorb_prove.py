"""Edits laid onto the plan of today, proven, and written; the edits are made by hand here."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from backoffice import COMMON, COPY, MAIN, TEXT, office, workspace
from kehoach import manifest, store
from kehoach.absorb import origin
from kehoach.absorb.drafts import Draft, contents, drafts
from kehoach.absorb.edits import Edit
from kehoach.absorb.origin import Found
from kehoach.absorb.prove import Proof, prove
from kehoach.diagnostic import Diagnostic
from kehoach.document import Document
from kehoach.ooxml.read import read
from kehoach.ooxml.remarks import marked
from reviewer import Reviewer
from test_versions import BASE, NAME
from workplace import workplace


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return office(tmp_path)


def base_of(folder: Path, file: str = MAIN) -> Found:
    held, _ = marked((folder / file).read_bytes(), file)
    assert held is not None
    told = manifest.provenance(held.properties)
    found, findings = origin.find(told, "", "", file, workspace(folder), folder)
    assert found is not None, findings
    return found


def edited(folder: Path, old: str, new: str, file: str = MAIN) -> Document:
    reviewer = Reviewer((folder / file).read_bytes(), "A")
    reviewer.replace(old, new, tracked=False)
    document, findings = read(reviewer.data(), file)
    assert document is not None, findings
    return document


def edit(old: str, new: str, path: str = NAME, text: str = TEXT) -> Edit:
    start = text.index(old)
    return Edit(path, start, start + len(old), new)


def laid(
    folder: Path, edits: list[Edit], document: Document, file: str = MAIN
) -> tuple[dict[str, Draft], Proof, list[Diagnostic]]:
    found = base_of(folder, file)
    made, findings = drafts(found, edits, workspace(folder))
    files = contents(found, made, {}, workspace(folder).fetch)
    return made, prove(found, files, document, workspace(folder)), findings


def test_an_edit_that_is_all_there_is(folder: Path) -> None:
    document = edited(folder, "nhanh hơn", "nhanh nhất")
    made, proof, findings = laid(folder, [edit("nhanh hơn", "nhanh nhất")], document)
    assert proof == Proof()
    assert proof.equal
    assert not findings
    assert made[NAME].data({}).decode() == TEXT.replace("nhanh hơn", "nhanh nhất")


def test_what_is_missing_is_told(folder: Path) -> None:
    document = edited(folder, "nhanh hơn", "nhanh nhất")
    _, proof, _ = laid(folder, [edit("chắc hơn", "chắc nhất")], document)
    assert not proof.equal
    assert [(d.plan, d.word) for d in proof.differences] == [
        ("Làm tốt hơn, chắc nhất;", "Làm tốt hơn, chắc hơn;"),
        ("Làm nhanh hơn.", "Làm nhanh nhất."),
    ]


def test_a_look_alone_is_told(folder: Path) -> None:
    document = edited(folder, "nhanh hơn", "nhanh hơn")
    _, proof, _ = laid(folder, [edit("- Làm nhanh", "- **Làm** nhanh")], document)
    (difference,) = proof.differences
    assert "look" in difference.why


def test_a_marker_alone_is_told(folder: Path) -> None:
    document = edited(folder, "nhanh hơn", "nhanh hơn")
    _, proof, _ = laid(folder, [edit("I. Mục tiêu", "=III. Mục tiêu")], document)
    assert [difference.word for difference in proof.differences] == ["Mục tiêu"]


def test_what_the_plan_has_changed_since_is_no_difference(folder: Path) -> None:
    document = edited(folder, "nhanh hơn", "nhanh nhất")
    later = TEXT.replace("Như trên", "Như trên\n  Sở Nội vụ").replace("tổ chức", "x")
    workplace(folder, {NAME: later})
    made, proof, _ = laid(folder, [edit("nhanh hơn", "nhanh nhất")], document)
    assert proof.equal
    assert proof.moved
    assert made[NAME].data({}).decode() == later.replace("nhanh hơn", "nhanh nhất")


def test_a_conflict_that_the_plan_won_is_a_difference(folder: Path) -> None:
    document = edited(folder, "nhanh hơn", "nhanh nhất")
    workplace(folder, {NAME: TEXT.replace("nhanh hơn", "nhanh lên")})
    made, proof, _ = laid(folder, [edit("nhanh hơn", "nhanh nhất")], document)
    assert len(made[NAME].merged.conflicts) == 1
    assert [(d.plan, d.word) for d in proof.differences] == [("Làm nhanh lên.", "Làm nhanh nhất.")]


def test_lines_that_both_sides_changed_are_told(folder: Path) -> None:
    document = edited(folder, "chắc hơn", "chắc nhất")
    workplace(folder, {NAME: TEXT.replace("Làm {{ cach }}", "Cùng làm {{ cach }}")})
    _, proof, findings = laid(folder, [edit("chắc hơn", "chắc nhất")], document)
    assert [finding.code for finding in findings] == ["A015"]
    assert proof.equal


def test_words_changed_back_elsewhere_explain_nothing(folder: Path) -> None:
    document = edited(folder, "chắc hơn", "chắc nhất")
    workplace(folder, {NAME: TEXT.replace("- Làm nhanh hơn", "- Làm nhanh nhất")})
    _, proof, _ = laid(folder, [], document)
    assert [d.word for d in proof.differences] == ["Làm tốt hơn, chắc nhất;"]


def test_a_plan_that_does_not_load_is_proven_nothing(folder: Path) -> None:
    document = edited(folder, "nhanh hơn", "nhanh nhất")
    _, proof, _ = laid(folder, [edit("nhanh hơn", "nhanh {{ khong_co }}")], document)
    assert not proof.stands
    assert not proof.equal
    assert proof.findings


def test_copies_must_load_too(folder: Path) -> None:
    document = edited(folder, "nhanh hơn", "nhanh hơn")
    _, proof, _ = laid(folder, [edit("  district:\n", "  district:\n    yaer: 1\n")], document)
    assert not proof.stands


def test_a_unit_s_copy_is_proven_as_that_copy(folder: Path) -> None:
    document = edited(folder, "nhanh hơn", "nhanh nhất", COPY)
    _, proof, _ = laid(folder, [edit("nhanh hơn", "nhanh nhất")], document, COPY)
    assert proof.equal


def test_edits_of_several_files(folder: Path) -> None:
    document = edited(folder, "tốt hơn, chắc hơn", "tốt nhất, chắc nhất")
    edits = [edit("chắc hơn", "chắc nhất"), edit("tốt hơn", "tốt nhất", BASE, COMMON)]
    made, proof, _ = laid(folder, edits, document)
    assert proof.equal
    assert set(made) == {NAME, BASE}


def test_a_line_is_found_again_in_the_file_of_today(folder: Path) -> None:
    workplace(folder, {NAME: "# một\n# hai\n" + TEXT})
    made, _, _ = laid(folder, [edit("nhanh hơn", "nhanh nhất")], edited(folder, "I", "I"))
    lines = TEXT.split("\n")
    number = next(n for n, line in enumerate(lines, 1) if "nhanh hơn" in line)
    assert made[NAME].today(number) == number + 2
    assert made[NAME].today(1) == 3
    workplace(folder, {NAME: TEXT.replace("Làm {{ cach }}", "Cùng làm {{ cach }}")})
    made, _, _ = laid(folder, [edit("nhanh hơn", "nhanh nhất")], edited(folder, "I", "I"))
    assert [made[NAME].today(number) for number in range(1, len(lines))] == [*range(1, len(lines))]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda folder: (folder / BASE).unlink(), "A010"),
        (lambda folder: (folder / BASE).write_bytes(b"\xff\xfe\x00"), "A012"),
    ],
)
def test_a_file_that_edits_cannot_go_to(folder: Path, change: object, code: str) -> None:
    assert callable(change)
    found = base_of(folder)
    change(folder)
    _, findings = drafts(found, [edit("tốt hơn", "x", BASE, COMMON)], workspace(folder))
    assert [finding.code for finding in findings] == [code]


def test_without_git_a_plan_that_moved_on_is_not_merged(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = base_of(folder)
    workplace(folder, {NAME: TEXT.replace("chắc hơn", "chắc nhất")})
    monkeypatch.setenv("PATH", "")
    _, findings = drafts(found, [edit("nhanh hơn", "nhanh nhất")], workspace(folder))
    assert [finding.code for finding in findings] == ["A013"]


def test_files_are_written_all_or_none(tmp_path: Path) -> None:
    one, two = tmp_path / "một.yaml", tmp_path / "hai.yaml"
    one.write_text("1")
    one.chmod(0o640)
    store.replace_all({one: (b"1", b"MOT"), two: (None, b"HAI")})
    assert (one.read_bytes(), two.read_bytes()) == (b"MOT", b"HAI")
    assert one.stat().st_mode & 0o777 == 0o640
    with pytest.raises(store.Moved) as fault:
        store.replace_all({one: (b"MOT", b"x"), two: (b"other", b"y")})
    assert fault.value.filename == str(two)
    assert (one.read_bytes(), two.read_bytes()) == (b"MOT", b"HAI")


def test_a_file_that_cannot_be_written_leaves_the_others_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [tmp_path / name for name in ("a", "b", "c")]
    paths[0].write_text("1")
    written = os.replace

    def fails(source: Path, target: Path) -> None:
        if target.name == "c":
            raise PermissionError(13, "Permission denied")
        written(source, target)

    monkeypatch.setattr(os, "replace", fails)
    contents: list[bytes | None] = [b"1", None, None]
    with pytest.raises(PermissionError):
        store.replace_all(
            {path: (before, b"new") for path, before in zip(paths, contents, strict=True)}
        )
    assert [store.read(path) for path in paths] == [b"1", None, None]
    assert sorted(tmp_path.iterdir()) == [paths[0]]
