"""`kehoach diff` and `git diff`, run as an officer runs them."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from kehoach.diff.driver import driven
from test_revision import commit, git
from workplace import PLAN, environment, kehoach, workplace

NAME = "plans/thai-binh/2024.yaml"
OLD = f"{NAME}@HEAD"
TARGETS = "targets: {kdc: {value: trên 80%}}\n"
BEFORE = PLAN.replace("Làm nhanh hơn", "Đạt {{ kdc }} số thôn") + TARGETS
AFTER = BEFORE.replace("trên 80%", "trên 85%")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working folder whose plan has changed since the last commit."""
    git(tmp_path, "init", "-q")
    commit(tmp_path, {NAME: BEFORE})
    return workplace(tmp_path, {NAME: AFTER})


def test_a_revision_and_today(folder: Path) -> None:
    done = kehoach(folder, "diff", OLD, NAME)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "    kdc: trên 80% → trên 85%\n" in done.stdout
    assert "[-80%-]{+85%+}" in done.stdout
    assert not done.stderr


def test_what_is_the_same_is_fine(folder: Path) -> None:
    done = kehoach(folder, "diff", NAME, NAME)
    assert done.returncode == 0
    assert "không có gì khác" in done.stdout


@pytest.mark.parametrize(
    ("name", "start"),
    [("x.md", b"# So "), ("x.json", b"{"), ("x.docx", b"PK"), ("x.txt", "Kế".encode())],
)
def test_a_file_is_written_as_its_name_ends(folder: Path, name: str, start: bytes) -> None:
    done = kehoach(folder, "diff", OLD, NAME, "-o", f"ra/{name}")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (folder / "ra" / name).read_bytes().startswith(start)


def test_json_is_one_value(folder: Path) -> None:
    done = kehoach(folder, "diff", OLD, NAME, "--format", "json")
    told = json.loads(done.stdout)
    assert [fact["id"] for fact in told["facts"]] == ["kdc"]
    wrong = kehoach(folder, "diff", f"{NAME}@nope", NAME, "--format", "json")
    assert wrong.returncode == 1
    assert [fault["code"] for fault in json.loads(wrong.stdout)["findings"]] == ["V002"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((f"{NAME}@nope", NAME), 1, "V002"),
        ((f"{NAME}@-p", NAME), 1, "V002"),
        (("plans/none.yaml@HEAD", "plans/no.yaml"), 1, "B001"),
        ((NAME, "none.docx"), 1, "V010"),
        ((OLD, NAME, "--unit", "huyen_x"), 1, "B014"),
        ((OLD, NAME, "--format", "docx"), 2, "-o FILE.docx"),
        ((OLD, NAME, "-o", NAME), 2, "one of the files"),
        ((OLD,), 2, "NEW"),
    ],
)
def test_what_cannot_be_done_is_said(
    folder: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    done = kehoach(folder, "diff", *arguments)
    assert done.returncode == code, done.stdout + done.stderr
    assert said in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert (folder / NAME).read_text("utf-8") == AFTER


def test_a_plan_with_errors_is_reported_at_its_lines(folder: Path) -> None:
    workplace(folder, {NAME: AFTER.replace("{{ kdc }}", "{{ kdx }}")})
    done = kehoach(folder, "diff", OLD, NAME)
    assert done.returncode == 1
    assert f"{NAME}:16:12:" in done.stdout
    assert "E020" in done.stdout


def test_a_built_file_that_was_edited_is_compared_with_its_plan(folder: Path) -> None:
    assert kehoach(folder, "build").returncode == 0
    workplace(folder, {NAME: AFTER.replace("Làm tốt hơn", "Làm tốt nhất")})
    done = kehoach(folder, "diff", "build/thai-binh/2024/ke-hoach.docx", NAME)
    assert done.returncode == 0, done.stdout
    assert "[-hơn-]{+nhất+}" in done.stdout
    assert "SỐ LIỆU" not in done.stdout


def test_git_diff_shows_the_meaning(folder: Path) -> None:
    workplace(folder, {".gitattributes": "plans/**/*.yaml diff=kehoach\n"})
    git(
        folder,
        "config",
        "diff.kehoach.command",
        f"{shlex.quote(sys.executable)} -m kehoach git-diff",
    )
    command = ["git", "--no-pager", "diff"]
    done = subprocess.run(
        command, cwd=folder, env=environment(), capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    assert "    kdc: trên 80% → trên 85%\n" in done.stdout
    assert done.stdout.startswith(f"kehoach diff {NAME}\n")


def driver(folder: Path, old: str | None, new: str | None) -> str:
    """Return what the driver says of two contents, None for one that is not there."""
    names = []
    for number, text in enumerate((old, new)):
        names.append("/dev/null" if text is None else f"git-blob-{number}")
        if text is not None:
            (folder / names[-1]).write_text(text, "utf-8")
    before, after = names
    return driven((NAME, before, "0" * 40, "100644", after, "1" * 40, "100644"), folder)


def test_the_driver_falls_back_to_lines(folder: Path) -> None:
    told = driver(folder, "a: 1\n", AFTER)
    assert "\n-a: 1\n" in told
    assert "\n+type: ke-hoach\n" in told
    assert "\x1b" not in driver(folder, "a: \x1b[2J\n", AFTER)


def test_the_driver_says_what_came_and_went(folder: Path) -> None:
    assert driver(folder, None, AFTER).endswith("kế hoạch mới\n")
    assert driver(folder, AFTER, None).endswith("kế hoạch đã xóa\n")


def test_the_driver_works_outside_of_a_working_folder(tmp_path: Path) -> None:
    assert "+b" in driver(tmp_path, "a\n", "b\n")


def test_the_driver_called_by_hand_says_who_calls_it(folder: Path) -> None:
    done = kehoach(folder, "git-diff", NAME)
    assert done.returncode == 2
    assert "docs/so-sanh.md" in done.stderr
    gone = ("x", "none", "0", "0", "none", "0", "0")
    assert kehoach(folder, "git-diff", *gone).returncode == 2


def test_the_folder_of_the_repository_may_lie_above(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    commit(tmp_path, {f"văn phòng/{NAME}": BEFORE})
    workplace(tmp_path, {f"văn phòng/{NAME}": AFTER})
    done = kehoach(tmp_path / "văn phòng", "diff", OLD, NAME)
    assert "kdc: trên 80% → trên 85%" in done.stdout
    assert os.listdir(tmp_path / "văn phòng") == ["plans"]
