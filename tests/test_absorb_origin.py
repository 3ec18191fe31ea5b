"""The version that a Word file was built from, found again."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from backoffice import COMMON, COPY, DISTRICT, MAIN, TEXT, built, office, workspace
from kehoach import manifest
from kehoach.absorb import history, origin
from kehoach.absorb.origin import Found
from kehoach.diagnostic import Severity
from kehoach.document import canonical
from kehoach.manifest import Provenance
from kehoach.ooxml.package import properties, unpack
from kehoach.ooxml.read import read
from kehoach.store import sha256
from test_revision import commit, git
from test_versions import BASE, NAME
from workplace import workplace

LATER = TEXT.replace("chắc hơn", "chắc nhất")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder under git whose plan and base have changed since the build, as committed then."""
    git(tmp_path, "init", "-q")
    office(tmp_path)
    commit(tmp_path, {".gitignore": "build\n.kehoach\n"})
    return workplace(tmp_path, {NAME: LATER, BASE: COMMON.replace("tốt hơn", "tốt nhất")})


def carried(folder: Path, file: str = MAIN) -> Provenance:
    parts, findings = unpack((folder / file).read_bytes(), file)
    assert parts is not None, findings
    told = manifest.provenance(properties(parts))
    assert told is not None
    return told


def found(
    folder: Path, file: str = MAIN, base: str = "", unit: str = "", told: Provenance | None = None
) -> Found:
    """Return the base of a file, about which nothing is to be said."""
    made, findings = origin.find(
        told or carried(folder, file), base, unit, file, workspace(folder), folder
    )
    assert made is not None, findings
    assert not findings
    return made


def codes(folder: Path, told: Provenance | None, base: str = "", unit: str = "") -> list[str]:
    """Return what is said of a file for which there is no base."""
    made, findings = origin.find(told, base, unit, MAIN, workspace(folder), folder)
    assert made is None
    assert all(finding.severity is Severity.ERROR for finding in findings)
    return [finding.code for finding in findings]


def says_what_was_built(folder: Path, base: Found, file: str = MAIN) -> None:
    document, findings = read((folder / file).read_bytes(), file)
    assert document is not None, findings
    assert canonical(base.base.document) == canonical(document)


def test_sources_that_a_build_kept(folder: Path) -> None:
    shutil.rmtree(folder / ".git")
    says_what_was_built(folder, found(folder))


def test_sources_that_git_has(folder: Path) -> None:
    shutil.rmtree(folder / ".kehoach")
    says_what_was_built(folder, found(folder))


def test_sources_on_another_branch(folder: Path) -> None:
    shutil.rmtree(folder / ".kehoach")
    git(folder, "checkout", "-q", "-b", "khac")
    workplace(folder, {NAME: LATER.replace("nhanh hơn", "nhanh nhất")})
    built(folder)
    commit(folder, {})
    git(folder, "checkout", "-q", "-f", "main")
    shutil.rmtree(folder / ".kehoach")
    says_what_was_built(folder, found(folder))


def test_sources_of_a_commit_that_was_amended(folder: Path) -> None:
    git(folder, "commit", "-q", "-a", "--amend", "-m", "sửa lại")
    shutil.rmtree(folder / ".kehoach")
    says_what_was_built(folder, found(folder))


def test_windows_line_ends_that_git_does_not_keep(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    commit(tmp_path, {NAME: TEXT, BASE: COMMON})
    (tmp_path / NAME).write_bytes(TEXT.replace("\n", "\r\n").encode())
    built(tmp_path)
    shutil.rmtree(tmp_path / ".kehoach")
    workplace(tmp_path, {NAME: LATER})
    says_what_was_built(tmp_path, found(tmp_path))


def test_a_file_of_a_unit_is_composed_as_that_unit_s_copy(folder: Path) -> None:
    base = found(folder, COPY)
    assert base.base.unit == DISTRICT
    assert base.base.plan.unit is not None
    assert base.base.plan.unit.id == DISTRICT
    says_what_was_built(folder, base, COPY)


def test_a_base_that_is_named(folder: Path) -> None:
    told = Provenance("", "", "")
    base = found(folder, base=f"{NAME}@HEAD", told=told)
    says_what_was_built(folder, base)
    today = found(folder, base=NAME, told=told)
    assert canonical(today.base.document) != canonical(base.base.document)
    copy = found(folder, base=f"{NAME}@HEAD", unit=DISTRICT, told=told)
    says_what_was_built(folder, copy, COPY)


def test_a_named_base_that_is_not_the_one_is_told(folder: Path) -> None:
    made, findings = origin.find(carried(folder), NAME, "", MAIN, workspace(folder), folder)
    assert made is not None
    assert [finding.code for finding in findings] == ["A005"]


def test_a_plan_that_moved_is_found_where_git_saw_it_go(folder: Path) -> None:
    git(folder, "checkout", "-q", "-f", ".")
    for step in ("plans/thai-binh/2024-a.yaml", "plans/thai-binh/2024-b.yaml"):
        before = next((folder / "plans/thai-binh").glob("*.yaml"))
        git(folder, "mv", str(before), str(folder / step))
        git(folder, "commit", "-q", "-m", "đổi tên")
    made, findings = origin.find(carried(folder), "", "", MAIN, workspace(folder), folder)
    assert made is not None
    assert (made.path, made.today) == (NAME, "plans/thai-binh/2024-b.yaml")
    assert [finding.code for finding in findings] == ["A007"]


def test_what_is_in_the_way_is_told(folder: Path) -> None:
    told = carried(folder)
    assert codes(folder, None) == ["A001"]
    assert codes(folder, Provenance("p", "1", "", form="dang-ky")) == ["A002"]
    assert codes(folder, told, "plans/thai-binh/none.yaml") == ["B001"]
    assert codes(folder, told, f"{NAME}@none") == ["V002"]
    assert codes(folder, told, f"{NAME}@HEAD", unit="xa_khong_co") == ["B014"]
    (folder / NAME).unlink()
    assert codes(folder, told) == ["A006"]
    shutil.rmtree(folder / ".kehoach")
    shutil.rmtree(folder / ".git")
    assert codes(folder, told) == ["A003"]
    workplace(folder, {NAME: TEXT, "plans/thai-binh/2025.yaml": TEXT})
    assert codes(folder, told, "plans/thai-binh") == ["A004"]


def test_a_base_with_errors_is_told_with_its_revision(folder: Path) -> None:
    commit(folder, {NAME: TEXT.replace("year: 2024", "yaer: 2024")})
    workplace(folder, {NAME: TEXT})
    made, findings = origin.find(None, f"{NAME}@HEAD", "", MAIN, workspace(folder), folder)
    assert made is None
    assert {finding.where.path for finding in findings} == {f"{NAME}@HEAD"}


def test_a_hash_that_is_none_reads_no_file(folder: Path) -> None:
    (folder / ".kehoach/x").write_text("a")
    assert history.content(workspace(folder), NAME, "../x") is None
    assert history.content(workspace(folder), "../../etc/hostname", sha256(b"a")) is None


def test_a_kept_source_that_was_tampered_with_is_not_taken(folder: Path) -> None:
    digest = carried(folder).sources[NAME]
    (folder / ".kehoach/sources" / digest).write_text("type: ke-hoach\n", "utf-8")
    assert history.content(workspace(folder), NAME, digest) == TEXT.encode()
