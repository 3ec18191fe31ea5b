"""`kehoach new` end to end: a draft that builds, never over another file, never half-written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from workplace import BROKEN, PLAN, kehoach, workplace

OLD, NEW = "plans/thai-binh/2024.yaml", "plans/thai-binh/2025.yaml"
TARGETS = "units: so-lieu.csv\ntargets:\n  dat:\n    value: 30%\n    of: [xa]\n"
ROWS = "unit,dat\n" + "".join(f"{name},30%\n" for name in ("dong_hung", "thai_thuy"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return workplace(tmp_path, {OLD: PLAN})


def test_the_draft_of_the_next_year_builds(folder: Path) -> None:
    done = kehoach(folder, "new", NEW, "--from", OLD, "--year", "2025")
    assert done.returncode == 0, done.stderr
    assert done.stdout == ("files written: 1, places to look at: 2, each below a line “# [2025]”\n")
    assert "year: 2025" in (folder / NEW).read_text("utf-8")
    assert (folder / OLD).read_text("utf-8") == PLAN
    assert kehoach(folder, "check", NEW).returncode == 0
    assert kehoach(folder, "build", NEW).returncode == 0


def test_findings_as_json(folder: Path) -> None:
    done = kehoach(folder, "new", NEW, "--from", OLD, "--year", "2026", "--format", "json")
    told = json.loads(done.stdout)
    assert (told["files"], [found["code"] for found in told["findings"]]) == (1, ["K011"])
    assert told["findings"][0]["path"] == NEW


def test_warnings_count_when_asked(folder: Path) -> None:
    done = kehoach(folder, "new", NEW, "--from", OLD, "--year", "2026", "--strict")
    assert done.returncode == 1
    assert (folder / NEW).exists()


@pytest.mark.parametrize("there", [NEW, "plans/thai-binh/so-lieu-2025.csv"])
def test_nothing_is_written_over_a_file(folder: Path, there: str) -> None:
    workplace(folder, {OLD: PLAN + TARGETS, "plans/thai-binh/so-lieu.csv": ROWS, there: "của tôi"})
    done = kehoach(folder, "new", NEW, "--from", OLD, "--year", "2025")
    assert done.returncode in (1, 2)
    assert "is there already" in done.stdout + done.stderr
    assert (folder / there).read_text("utf-8") == "của tôi"
    made = {path.name for path in (folder / "plans/thai-binh").iterdir()}
    assert made == {"2024.yaml", "so-lieu.csv", Path(there).name}


def test_nothing_half_written_is_left(folder: Path) -> None:
    workplace(folder, {OLD: PLAN + TARGETS, "plans/thai-binh/so-lieu.csv": ROWS})
    (folder / "plans/chan").write_text("a file where a folder is wanted")
    done = kehoach(folder, "new", "plans/chan/2025.yaml", "--from", OLD, "--year", "2025")
    assert done.returncode == 2
    assert "cannot write" in done.stderr
    assert sorted(path.name for path in folder.rglob("*") if path.is_file()) == [
        "2024.yaml",
        "chan",
        "so-lieu.csv",
    ]


@pytest.mark.parametrize(
    ("target", "old", "said"),
    [
        ("plans/x.yml", OLD, "ends in .yaml"),
        ("x.yaml", OLD, "stands below plans/"),
        ("plans/base/x.yaml", OLD, "stands below plans/"),
        (NEW, "plans", "name one plan"),
    ],
)
def test_misuse_is_told(folder: Path, target: str, old: str, said: str) -> None:
    workplace(folder, {"plans/thai-binh/2023.yaml": PLAN})
    done = kehoach(folder, "new", target, "--from", old, "--year", "2025")
    assert done.returncode == 2
    assert said in done.stderr
    assert not (folder / target).exists()


def test_a_plan_with_errors_is_not_moved(folder: Path) -> None:
    workplace(folder, {OLD: BROKEN})
    done = kehoach(folder, "new", NEW, "--from", OLD, "--year", "2025")
    assert done.returncode == 1
    assert "E020" in done.stdout
    assert not (folder / NEW).exists()


def test_outside_a_working_folder(tmp_path: Path) -> None:
    done = kehoach(tmp_path, "new", NEW, "--from", OLD, "--year", "2025")
    assert done.returncode == 2
    assert "no working folder" in done.stderr
