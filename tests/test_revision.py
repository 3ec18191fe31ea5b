"""Files as git keeps them, in real repositories."""

from __future__ import annotations

import errno
import os
import subprocess
from pathlib import Path

import pytest

from kehoach import revision
from kehoach.diagnostic import Place
from kehoach.revision import Revision
from kehoach.workspace import Workspace

WHERE = Place("plans/a/x.yaml@HEAD")


def git(folder: Path, *arguments: str) -> str:
    """Run git as somebody with a name, none of the user's settings at work."""
    told = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    person = ["-c", "user.name=Thử", "-c", "user.email=thu@example.vn"]
    command = ["git", *person, "-c", "init.defaultBranch=main", *arguments]
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, **told}, capture_output=True, check=True
    )
    return done.stdout.decode()


def commit(folder: Path, files: dict[str, str | bytes], message: str = "sửa") -> None:
    """Write files and commit them."""
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", message)


@pytest.fixture
def folder(tmp_path: Path) -> Workspace:
    """A working folder below the top of its repository, with two commits."""
    git(tmp_path, "init", "-q")
    root = tmp_path / "văn phòng"
    commit(tmp_path, {"văn phòng/plans/a/x.yaml": "một\n", "văn phòng/plans/a/số liệu.csv": "1"})
    commit(tmp_path, {"văn phòng/plans/a/x.yaml": "hai\n"})
    (root / "plans/a/x.yaml").write_text("ba\n", "utf-8")
    package = tmp_path / "package"
    (package / "plans").mkdir(parents=True)
    (package / "plans/base.yaml").write_text("gói\n", "utf-8")
    return Workspace(root, package)


def found(folder: Workspace, name: str) -> Revision:
    made, findings = revision.find(folder, name, WHERE)
    assert made is not None
    assert not findings
    return made


@pytest.mark.parametrize(
    ("argument", "expected"),
    [
        ("plans/x.yaml@HEAD~3", ("plans/x.yaml", "HEAD~3")),
        ("plans/x.yaml@HEAD@{1}", ("plans/x.yaml", "HEAD@{1}")),
        ("plans/a@b.yml@main", ("plans/a@b.yml", "main")),
        ("a.yaml@b.yaml@main", ("a.yaml", "b.yaml@main")),
        ("old.docx", ("old.docx", "")),
        ("plans/x.yaml@", ("plans/x.yaml@", "")),
        ("a@b", ("a@b", "")),
    ],
)
def test_a_revision_follows_the_name_of_a_file(argument: str, expected: tuple[str, str]) -> None:
    assert revision.split(argument) == expected


def test_a_file_with_such_a_name_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("x.yaml@HEAD.yaml").touch()
    assert revision.split("x.yaml@HEAD.yaml") == ("x.yaml@HEAD.yaml", "")


def test_each_revision_has_its_own_files(folder: Workspace) -> None:
    assert found(folder, "HEAD").fetch("plans/a/x.yaml") == b"hai\n"
    first = found(folder, "HEAD~1")
    assert first.fetch("plans/a/x.yaml") == "một\n".encode()
    assert first.fetch("plans/a/số liệu.csv") == b"1"
    assert first.fetch("plans/../plans/a/x.yaml") == "một\n".encode()
    assert len(first.commit) == 40
    assert first.commit.startswith(first.short)
    assert first.day[4] == first.day[7] == "-"
    assert folder.fetch("plans/a/x.yaml") == b"ba\n"


def test_what_a_revision_lacks_comes_from_the_package(folder: Workspace) -> None:
    head = found(folder, "main")
    assert head.fetch("plans/base.yaml") == "gói\n".encode()
    assert not head.has("plans/base.yaml")
    assert head.has("plans/a/x.yaml")
    with pytest.raises(FileNotFoundError):
        head.fetch("plans/a/new.yaml")


@pytest.mark.parametrize("path", ["../x", "/etc/passwd", "a/../../x", "C:x", "a\\b", ""])
def test_nothing_outside_the_folder_is_read(folder: Workspace, path: str) -> None:
    with pytest.raises(PermissionError):
        found(folder, "HEAD").fetch(path)


def test_folders_and_links_are_no_files(folder: Workspace) -> None:
    (folder.root / "plans/link.csv").symlink_to("/etc/passwd")
    git(folder.root, "add", "plans/link.csv")
    git(folder.root, "commit", "-q", "-m", "link")
    for path in ("plans/link.csv", "plans/a"):
        with pytest.raises(OSError, match="not a file") as caught:
            found(folder, "HEAD").fetch(path)
        assert caught.value.errno == errno.EINVAL


def test_a_file_that_is_too_big_is_refused(
    folder: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(revision, "LIMIT", 2)
    with pytest.raises(OSError, match=r"x\.yaml") as caught:
        found(folder, "HEAD").fetch("plans/a/x.yaml")
    assert caught.value.errno == errno.EFBIG


@pytest.mark.parametrize(
    "name", ["khong_co", "-v", "--output=/tmp/x", "HEAD:plans", "a b", "HEAD\0", "^HEAD", "a..b"]
)
def test_an_unknown_revision_is_a_finding(folder: Workspace, name: str) -> None:
    made, findings = revision.find(folder, name, WHERE)
    assert made is None
    assert [(fault.code, fault.where) for fault in findings] == [("V002", WHERE)]


def test_a_file_that_came_later_is_a_finding(folder: Workspace) -> None:
    head = found(folder, "HEAD")
    assert revision.missing(head, "plans/a/x.yaml", WHERE) is None
    fault = revision.missing(head, "plans/a/new.yaml", WHERE)
    assert fault is not None
    assert (fault.code, fault.args["path"]) == ("V003", "plans/a/new.yaml")
    outside = revision.missing(head, "../x.yaml", WHERE)
    assert outside is not None
    assert outside.code == "V004"


def test_a_folder_that_git_does_not_know_is_a_finding(tmp_path: Path) -> None:
    made, findings = revision.find(Workspace(tmp_path, tmp_path), "HEAD", WHERE)
    assert made is None
    assert [fault.code for fault in findings] == ["V001"]


def test_without_git_there_is_a_finding(folder: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    _, findings = revision.find(folder, "HEAD", WHERE)
    assert [fault.code for fault in findings] == ["V001"]
    assert "not installed" in findings[0].message


def test_another_repository_in_the_environment_is_left_alone(
    folder: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    git(other, "init", "-q")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    assert found(folder, "HEAD").fetch("plans/a/x.yaml") == b"hai\n"
