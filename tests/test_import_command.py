"""`kehoach import` end to end: a new file, whole, that builds; never over another."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import foreign
from kehoach.importer.proof import blocks
from kehoach.ooxml.read import read
from workplace import kehoach, workplace

ROOT = Path(__file__).parents[1]
PLAN = "plans/thai-binh/2024.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (workplace(tmp_path, {}) / "plans").mkdir()
    (tmp_path / "cũ.docx").write_bytes(foreign.by_table())
    return tmp_path


def test_import_then_build_gives_the_text_back(folder: Path) -> None:
    done = kehoach(folder, "import", "cũ.docx", "-o", PLAN)
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("blocks read: 30, printed by the plan: 30, lines lost: 0\n")
    assert kehoach(folder, "build", "--recheck").returncode == 0
    (path,) = (folder / "build").rglob("ke-hoach.docx")
    document, _ = read(path.read_bytes(), path.name)
    assert document is not None
    assert {line.rstrip(".;").removeprefix("- ") for line in foreign.SIGNER} <= set(
        blocks(document)
    )


def test_nothing_is_ever_overwritten(folder: Path) -> None:
    file = folder / PLAN
    file.parent.mkdir()
    file.write_text("của tôi")
    done = kehoach(folder, "import", "cũ.docx", "-o", PLAN)
    assert done.returncode == 2
    assert "is there already" in done.stderr
    assert file.read_text() == "của tôi"


def test_nothing_is_left_of_a_file_that_cannot_be_read(folder: Path) -> None:
    (folder / "hỏng.docx").write_bytes(b"PK\x03\x04")
    done = kehoach(folder, "import", "hỏng.docx", "-o", PLAN)
    assert done.returncode == 1
    assert list((folder / "plans").rglob("*")) == []


def test_a_plan_is_named_yaml(folder: Path) -> None:
    done = kehoach(folder, "import", "cũ.docx", "-o", "plans/x.yml")
    assert done.returncode == 2
    assert ".yaml" in done.stderr


def test_strict_and_json(folder: Path) -> None:
    done = kehoach(folder, "import", "cũ.docx", "-o", PLAN, "--strict", "--format", "json")
    assert done.returncode == 1
    said = json.loads(done.stdout)
    assert said["blocks_in"] == said["blocks_out"] == 30
    assert {finding["code"] for finding in said["findings"]} == {"I010"}


def test_trial_prints_counts_of_a_text(tmp_path: Path) -> None:
    import subprocess
    import sys

    file = tmp_path / "cũ.txt"
    file.write_text("\n".join(foreign.said()), "utf-8")
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "import_trial"), str(file)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={"PYTHONUTF8": "1"},
    )
    assert done.returncode == 0, done.stderr
    assert "blocks in   30\nblocks out  30\n" in done.stdout
    assert "lost lines  0\n" in done.stdout
