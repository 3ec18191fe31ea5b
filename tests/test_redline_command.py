"""`kehoach redline`, run as an officer runs it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kehoach import versions
from kehoach.document import Document, canonical
from kehoach.ooxml.read import read
from kehoach.workspace import Workspace
from test_revision import commit, git
from test_versions import BASE, BASED, COPIES, NAME
from word import MAIN, parts
from workplace import kehoach, workplace

OLD = f"{NAME}@HEAD"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working folder whose plan and copies have changed since the last commit."""
    git(tmp_path, "init", "-q")
    base = "abstract: true\nterms: {cach: tốt hơn}\n"
    commit(tmp_path, {NAME: BASED + COPIES, BASE: base})
    return workplace(tmp_path, {NAME: BASED.replace("nhanh hơn", "nhanh nhất") + COPIES})


def sides(folder: Path, unit: str = "") -> tuple[Document, Document]:
    found, findings = versions.load((OLD, NAME), Workspace(folder, folder), folder, unit)
    assert not findings
    old, new = found
    return old.document, new.document


def holds(file: Path, old: Document, new: Document) -> str:
    """Check that a redline leads to both texts; return its main part."""
    data = file.read_bytes()
    for document, rejected in ((new, False), (old, True)):
        back, findings = read(data, file.name, rejected)
        assert back is not None, findings
        assert canonical(back) == canonical(document)
    return parts(data)[MAIN]


def test_one_file(folder: Path) -> None:
    done = kehoach(folder, "redline", OLD, NAME, "-o", "ra/a.docx", "--author", "Lê Thị B")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "+ ra/a.docx\n"
    xml = holds(folder / "ra/a.docx", *sides(folder))
    assert set(re.findall(r'w:author="(.*?)"', xml)) == {"Lê Thị B"}


def test_a_unit_s_copy(folder: Path) -> None:
    unit = "huyen_quynh_phu"
    done = kehoach(folder, "redline", OLD, NAME, "-o", "a.docx", "--unit", unit, "--author", "B")
    assert done.returncode == 0, done.stdout
    holds(folder / "a.docx", *sides(folder, unit))


def test_a_folder_gets_a_file_for_each_unit_affected(folder: Path) -> None:
    done = kehoach(folder, "redline", OLD, NAME, "-o", "ra", "--author", "B")
    assert done.returncode == 0, done.stdout
    files = sorted(
        path.relative_to(folder / "ra").as_posix() for path in folder.glob("ra/**/*.docx")
    )
    assert len(files) == 9
    assert {"ke-hoach.docx", "huyen_quynh_phu/ke-hoach.docx"} <= set(files)
    assert "have not changed: 0" in done.stdout
    holds(folder / "ra/huyen_quynh_phu/ke-hoach.docx", *sides(folder, "huyen_quynh_phu"))


def test_units_whose_copy_is_the_same_get_none(folder: Path) -> None:
    changed = (BASED + COPIES).replace("Như trên", "Như trên\n  Sở Nội vụ")
    workplace(folder, {NAME: changed})
    done = kehoach(folder, "redline", OLD, NAME, "-o", "ra", "--author", "B")
    assert [path.name for path in folder.glob("ra/**/*.docx")] == ["ke-hoach.docx"]
    assert "have not changed: 8; in one version only: 0" in done.stdout


def test_a_plan_that_is_the_same_gets_none_in_a_folder(folder: Path) -> None:
    changed = (BASED + COPIES).replace("      Công an tỉnh", "      Công an tỉnh\n      UBND tỉnh")
    workplace(folder, {NAME: changed})
    done = kehoach(folder, "redline", OLD, NAME, "-o", "ra", "--author", "B")
    files = [path.relative_to(folder / "ra").as_posix() for path in folder.glob("ra/**/*.docx")]
    assert len(files) == 8
    assert "ke-hoach.docx" not in files
    assert "have not changed: 1" in done.stdout
    done = kehoach(folder, "redline", OLD, NAME, "-o", "a.docx", "--author", "B")
    assert "<w:ins " not in holds(folder / "a.docx", *sides(folder))


def test_author_and_day_are_those_of_the_commit(folder: Path) -> None:
    commit(folder, {NAME: (folder / NAME).read_text("utf-8")})
    told = git(folder, "log", "-1", "--format=%an|%aI")
    author, _, date = told.strip().partition("|")
    done = kehoach(folder, "redline", f"{NAME}@HEAD~1", OLD, "-o", "a.docx")
    assert done.returncode == 0, done.stdout + done.stderr
    xml = parts((folder / "a.docx").read_bytes())[MAIN]
    assert set(re.findall(r'w:author="(.*?)"', xml)) == {author}
    assert set(re.findall(r'w:date="(.*?)"', xml)) == {date[:19] + "Z"}


def test_the_user_of_git_and_a_given_day(folder: Path) -> None:
    git(folder, "config", "user.name", "Trần C")
    kehoach(folder, "redline", OLD, NAME, "-o", "a.docx", "--date", "2024-01-31")
    xml = parts((folder / "a.docx").read_bytes())[MAIN]
    assert set(re.findall(r'w:author="(.*?)"', xml)) == {"Trần C"}
    assert set(re.findall(r'w:date="(.*?)"', xml)) == {"2024-01-31T00:00:00Z"}


def test_two_word_files(folder: Path) -> None:
    assert kehoach(folder, "redline", OLD, NAME, "-o", "a.docx", "--author", "B").returncode == 0
    assert (
        kehoach(folder, "redline", NAME, "a.docx", "-o", "b.docx", "--author", "B").returncode == 0
    )
    _, new = sides(folder)
    assert "<w:ins " not in holds(folder / "b.docx", new, new)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("plans/none.yaml", NAME, "-o", "a.docx"), 1, "B001"),
        ((f"{BASE}@HEAD", BASE, "-o", "a.docx"), 1, "V020"),
        ((OLD, NAME, "-o", NAME), 2, "one of the files"),
        ((OLD, NAME, "-o", "a.docx", "--date", "hôm qua"), 2, "hôm qua"),
        ((OLD, NAME), 2, "--output"),
    ],
)
def test_what_cannot_be_done_is_told(
    folder: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    done = kehoach(folder, "redline", *words)
    assert done.returncode == code
    assert said in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert not (folder / "a.docx").exists()


def test_nobody_is_known(folder: Path) -> None:
    where = {"GIT_CONFIG_GLOBAL": str(folder / "none"), "GIT_CONFIG_NOSYSTEM": "1"}
    done = kehoach(folder, "redline", OLD, NAME, "-o", "a.docx", **where)
    assert done.returncode == 2
    assert "--author" in done.stderr
