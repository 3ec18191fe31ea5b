"""A new working folder has what a build needs, and nothing of the user's is changed."""

from __future__ import annotations

import json
from pathlib import Path

import yaml

from kehoach.initialise import COPIED, initialise
from kehoach.workspace import find, package_data


def test_a_new_folder_is_a_working_folder(tmp_path: Path) -> None:
    folder = tmp_path / "kế hoạch"
    written, kept = initialise(folder)
    assert kept == []
    found = find(folder)
    assert found is not None
    assert found.root == folder
    assert found.plans() == ["plans/thai-binh/2024.yaml"]
    there = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.*"))
    assert set(written) == {path for path in there if (folder / path).is_file()}


def test_the_files_are_those_of_the_package(tmp_path: Path) -> None:
    written, _ = initialise(tmp_path)
    for path in written:
        if path.startswith(("plans/", "templates/")):
            assert (tmp_path / path).read_bytes() == (package_data() / path).read_bytes()
    for name in COPIED:
        assert any(path == name or path.startswith(f"{name}/") for path in written), name


def test_nothing_that_is_there_is_changed(tmp_path: Path) -> None:
    (tmp_path / "plans/base").mkdir(parents=True)
    (tmp_path / "plans/base/antq.yaml").write_text("mine")
    (tmp_path / ".gitignore").write_text("mine")
    written, kept = initialise(tmp_path)
    assert sorted(kept) == [".gitignore", "plans/base/antq.yaml"]
    assert (tmp_path / "plans/base/antq.yaml").read_text() == "mine"
    again, kept = initialise(tmp_path)
    assert again == []
    assert set(written) < set(kept)


def test_the_editor_checks_plans_against_the_schema(tmp_path: Path) -> None:
    initialise(tmp_path)
    settings = json.loads((tmp_path / ".vscode/settings.json").read_text("utf-8"))
    [(schema, pattern)] = settings["yaml.schemas"].items()
    assert (tmp_path / schema).is_file()
    assert pattern == "/plans/**/*.yaml"
    example = tmp_path / "plans/thai-binh/2024.yaml"
    first = example.read_text("utf-8").split("\n", 1)[0]
    assert first.startswith("# yaml-language-server: $schema=")
    assert (example.parent / first.split("=", 1)[1].strip()).resolve().is_file()
    assert yaml.safe_load(example.read_text("utf-8"))["extends"]
