"""The working folder: what is found in it, what it falls back on, what stays outside."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kehoach import workspace
from kehoach.workspace import Workspace, find, package_data


@pytest.fixture
def folder(tmp_path: Path) -> Workspace:
    for path, text in {
        "work/plans/thai-binh/2024.yaml": "own",
        "work/plans/base/own.yaml": "own base",
        "work/plans/a b/kế hoạch.yaml": "own",
        "work/plans/a b/note.txt": "",
        "work/readme.yaml": "",
        "package/plans/base/own.yaml": "package base",
        "package/plans/base/antq.yaml": "package base",
        "outside.yaml": "secret",
    }.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return Workspace(tmp_path / "work", tmp_path / "package")


def test_own_files_come_first_then_those_of_the_package(folder: Workspace) -> None:
    assert folder.fetch("plans/base/own.yaml") == b"own base"
    assert folder.fetch("plans/base/antq.yaml") == b"package base"
    assert folder.fetch("plans/thai-binh/../base/antq.yaml") == b"package base"


def test_a_file_that_is_nowhere(folder: Workspace) -> None:
    with pytest.raises(FileNotFoundError):
        folder.fetch("plans/none.yaml")


@pytest.mark.parametrize(
    "path",
    [
        "../outside.yaml",
        "plans/../../outside.yaml",
        "/etc/passwd",
        "C:/x.yaml",
        "plans\\x.yaml",
        "plans/x\0.yaml",
        "",
        "//host/share",
    ],
)
def test_no_path_leads_out(folder: Workspace, path: str) -> None:
    with pytest.raises(PermissionError):
        folder.fetch(path)


def test_no_link_leads_out(folder: Workspace) -> None:
    (folder.root / "plans/link.yaml").symlink_to(folder.root.parent / "outside.yaml")
    (folder.root / "plans/up").symlink_to(folder.root.parent)
    for path in ("plans/link.yaml", "plans/up/outside.yaml"):
        with pytest.raises(PermissionError):
            folder.fetch(path)


def test_a_link_inside_is_followed(folder: Workspace) -> None:
    (folder.root / "plans/again.yaml").symlink_to(folder.root / "plans/thai-binh/2024.yaml")
    assert folder.fetch("plans/again.yaml") == b"own"


def test_only_plain_files_are_read(folder: Workspace) -> None:
    os.mkfifo(folder.root / "plans/pipe.yaml")
    for path in ("plans/pipe.yaml", "plans/base"):
        with pytest.raises(OSError, match="not a file"):
            folder.fetch(path)


def test_a_huge_file_is_read_in_part(folder: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workspace, "LIMIT", 10)
    (folder.root / "plans/big.yaml").write_bytes(b"x" * 100)
    assert folder.fetch("plans/big.yaml") == b"x" * 11


def test_plans_are_all_but_the_base(folder: Workspace) -> None:
    assert folder.plans() == ["plans/a b/kế hoạch.yaml", "plans/thai-binh/2024.yaml"]


def test_find_takes_the_nearest_folder_with_plans(folder: Workspace, tmp_path: Path) -> None:
    deep = folder.root / "plans" / "thai-binh"
    for start in (folder.root, deep, deep / "2024.yaml"):
        found = find(start)
        assert found is not None
        assert found.root == folder.root
    assert find(tmp_path) is None


def test_find_falls_back_on_the_package(folder: Workspace) -> None:
    found = find(folder.root)
    assert found is not None
    assert found.fallback == package_data()
    assert (found.fallback / "templates").is_dir()


def test_select_without_names_takes_all(folder: Workspace) -> None:
    assert folder.select([], folder.root) == (folder.plans(), [])


def test_select_says_which_plans_are_overlooked(folder: Workspace) -> None:
    (folder.root / "plans/x.yml").write_text("")
    names, findings = folder.select([], folder.root)
    assert names == folder.plans()
    assert [(found.code, found.where.path) for found in findings] == [("B005", "plans/x.yml")]


def test_select_looks_here_first_then_in_the_folder(folder: Workspace) -> None:
    here = folder.root / "plans" / "thai-binh"
    for argument in ("2024.yaml", "plans/thai-binh/2024.yaml", str(here / "2024.yaml")):
        assert folder.select([argument], here) == (["plans/thai-binh/2024.yaml"], [])


def test_a_folder_means_all_plans_below_it(folder: Workspace) -> None:
    here = folder.root / "plans" / "thai-binh"
    for argument in ("plans/thai-binh", "plans/thai-binh/", str(here)):
        assert folder.select([argument], folder.root) == (["plans/thai-binh/2024.yaml"], [])
    assert folder.select(["."], here) == (["plans/thai-binh/2024.yaml"], [])
    assert folder.select(["plans"], folder.root) == (folder.plans(), [])
    assert folder.select(["."], folder.root) == (folder.plans(), [])


@pytest.mark.parametrize(
    ("argument", "hint"),
    [
        ("plans/thai-binh/2024", "did you mean plans/thai-binh/2024.yaml?"),
        ("plans/thai-bihn/2024.yaml", "did you mean plans/thai-binh/2024.yaml?"),
        ("x", "name a .yaml file below plans/"),
        ("plans/base", "those in plans/base/ are for others only"),
    ],
)
def test_what_is_no_plan_says_what_would_be_one(
    folder: Workspace, argument: str, hint: str
) -> None:
    [finding] = folder.select([argument], folder.root)[1]
    assert hint in finding.advice


def test_select_names_a_plan_once(folder: Workspace) -> None:
    names, _ = folder.select(["plans/a b/kế hoạch.yaml", "./plans/a b/kế hoạch.yaml"], folder.root)
    assert names == ["plans/a b/kế hoạch.yaml"]


def test_select_reports_every_fault_and_keeps_the_rest(folder: Workspace) -> None:
    (folder.root / "plans/x.docx").write_text("")
    arguments = [
        "plans/none.yaml",
        "plans/x.docx",
        "../outside.yaml",
        "readme.yaml",
        "plans/thai-binh/2024.yaml",
        "plans/base",
    ]
    names, findings = folder.select(arguments, folder.root)
    assert names == ["plans/thai-binh/2024.yaml"]
    assert [(found.code, found.where.path) for found in findings] == [
        ("B001", "plans/none.yaml"),
        ("B002", "plans/x.docx"),
        ("B003", "../outside.yaml"),
        ("B003", "readme.yaml"),
        ("B016", "plans/base"),
    ]
