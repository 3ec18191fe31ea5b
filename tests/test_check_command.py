"""`kehoach check`: plans, Word files and folders; what is chosen, how it is shown, how it ends."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
import yaml

from kehoach.checking import Choice
from kehoach.review import Kind, reviews, targets
from kehoach.workspace import find
from said import SEEN
from workplace import ABSTRACT, BROKEN, PLAN, kehoach, workplace

ROOT = Path(__file__).parents[1]
NAME = "plans/x/2024.yaml"
WARNED = PLAN.replace("recipients:", "number: '?'\nrecipients:")
"""A plan with one warning, P050, and no error."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return workplace(tmp_path / "nơi làm việc", {NAME: PLAN})


def test_a_plan_without_findings_and_one_with(root: Path) -> None:
    done = kehoach(root, "check")
    assert (done.returncode, done.stdout) == (0, "files: 1, findings: 0\n")
    workplace(root, {NAME: BROKEN})
    done = kehoach(root, "check", NAME)
    assert done.returncode == 1
    assert done.stdout.endswith("files: 1, findings: 2\n")
    assert not (root / "build").exists()


def test_several_files_have_a_table(root: Path) -> None:
    workplace(root, {"plans/a/1.yaml": BROKEN, "plans/a/2.yaml": WARNED})
    done = kehoach(root, "check", "plans")
    assert done.returncode == 1
    rows = [line.split() for line in done.stdout.splitlines()[-6:]]
    assert rows[0] == ["file", "kind", "errors", "warnings", "style"]
    assert rows[2:5] == [
        ["plans/a/1.yaml", "plan", "2", "0", "0"],
        ["plans/a/2.yaml", "plan", "0", "1", "0"],
        [NAME, "plan", "0", "0", "0"],
    ]
    assert done.stdout.endswith("files: 3, findings: 3\n")


def test_json_has_findings_and_files(root: Path) -> None:
    workplace(root, {NAME: BROKEN})
    value = json.loads(kehoach(root, "check", "--format", "json").stdout)
    [first, second] = value["findings"]
    assert (first["line"], second["line"]) == (10, 12)
    assert first["severity"] == "error"
    assert value["files"] == [{"path": NAME, "kind": "plan", "error": 2, "warning": 0, "style": 0}]


def test_sarif_is_one_log(root: Path) -> None:
    workplace(root, {NAME: BROKEN})
    done = kehoach(root, "check", "--format", "sarif")
    assert done.returncode == 1
    value = json.loads(done.stdout)
    assert value["version"] == "2.1.0"
    lines = [
        result["locations"][0]["physicalLocation"]["region"]["startLine"]
        for result in value["runs"][0]["results"]
    ]
    assert lines == [10, 12]


def test_codes_are_selected_and_ignored(root: Path) -> None:
    workplace(root, {NAME: WARNED})
    for options in (
        ["--ignore", "P05"],
        ["--ignore", "N1,p"],
        ["--select", "N,S", "--select", "Y"],
    ):
        done = kehoach(root, "check", "--strict", *options)
        assert (done.returncode, done.stdout) == (0, "files: 1, findings: 0\n")
    done = kehoach(root, "check", "--strict", "--select", "P")
    assert "P050" in done.stdout
    assert done.returncode == 1


def test_what_stops_a_plan_cannot_be_ignored(root: Path) -> None:
    workplace(root, {NAME: BROKEN})
    done = kehoach(root, "check", "--ignore", "E", "--select", "S")
    assert done.returncode == 1
    assert done.stdout.endswith("findings: 2\n")


def test_a_code_that_is_none(root: Path) -> None:
    done = kehoach(root, "check", "--select", "N1,Q")
    assert (done.returncode, done.stdout) == (2, "")
    assert "no code begins with «Q»" in done.stderr


def test_a_waiver_silences_and_an_idle_one_is_told(root: Path) -> None:
    waiver = "waivers: [{code: P050, where: number, reason: chờ văn thư}]\n"
    workplace(root, {NAME: waiver + WARNED})
    for command in ("check", "build"):
        done = kehoach(root, command, "--strict")
        assert "P050" not in done.stdout
        assert done.returncode == 0
    workplace(root, {NAME: waiver + PLAN})
    for command in ("check", "build"):
        done = kehoach(root, command)
        assert f"{NAME}:1:11: warning[W001]" in done.stdout
        assert done.returncode == 0


def test_forms_are_checked_as_a_build_does(root: Path) -> None:
    form = "forms: [{use: dang-ky-thi-dua, by: issuer}]\n"
    workplace(root, {NAME: PLAN + form})
    for command in ("check", "build"):
        assert f"{NAME}:25:15: style[F003]" in kehoach(root, command).stdout


def test_a_waiver_is_no_change_to_diff(root: Path) -> None:
    waiver = "waivers: [{code: P050, where: number, reason: chờ văn thư}]\n"
    workplace(root, {"plans/x/a.yaml": WARNED, "plans/x/b.yaml": waiver + WARNED})
    done = kehoach(root, "diff", "plans/x/a.yaml", "plans/x/b.yaml")
    assert done.stdout.endswith("Hai bản không có gì khác nhau.\n")


def test_files_are_found_below_a_folder(root: Path) -> None:
    files = ["van-ban/a.docx", "van-ban/sau/b.docx", "templates/mau.docx"]
    left_out = ["van-ban/~$a.docx", "van-ban/.an/c.docx", "van-ban/d.txt", "plans/base/n.yaml"]
    workplace(root, dict.fromkeys([*files, *left_out], ""))
    here = find(root)
    assert here
    found = targets(["."], here, root)
    assert (found.plans, found.words) == ([NAME], ["van-ban/a.docx", "van-ban/sau/b.docx"])
    assert targets(["van-ban"], here, root).words == ["van-ban/a.docx", "van-ban/sau/b.docx"]
    assert targets(["van-ban/sau/b.docx", NAME], None, root).plans == []
    twice = targets([NAME, "plans", "plans/x"], here, root)
    assert twice.plans == [NAME]
    assert not [*found.findings, *twice.findings]


def test_a_folder_without_anything_and_a_file_that_is_not_there(root: Path) -> None:
    (root / "trống").mkdir()
    done = kehoach(root, "check", "trống", "plans/khong-co.yaml", "khong-co.docx")
    assert done.returncode == 1
    for code in ("trống: error[B017]", "khong-co.yaml: error[B001]", "khong-co.docx: error[D090]"):
        assert code in done.stdout


def test_word_files_need_no_working_folder(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"")
    done = kehoach(tmp_path, "check", "a.docx")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("a.docx: error[D")


def office(name: str) -> bytes:
    """Return a Word file that an office made."""
    return next(one.data() for one in SEEN if one.name == name)


def test_word_files_of_a_folder(tmp_path: Path) -> None:
    made = {"cv.docx": "công văn", "đảng.docx": "Đảng", "cũ.docx": "TCVN3"}
    for name, kind in made.items():
        (tmp_path / name).write_bytes(office(kind))
    (tmp_path / "hỏng.docx").write_bytes(b"PK")
    done = kehoach(tmp_path, "check", ".", "--format", "json")
    assert (done.returncode, done.stderr) == (1, "")
    value = json.loads(done.stdout)
    assert {(file["path"], file["kind"], file["error"] > 0) for file in value["files"]} == {
        ("cv.docx", "Word file", False),
        ("cũ.docx", "Word file", True),
        ("đảng.docx", "Party document", False),
        ("hỏng.docx", "Word file", True),
    }
    clauses = {found["code"]: found["clause"] for found in value["findings"] if "clause" in found}
    assert clauses["N105"].startswith("Nghị định 30/2020/NĐ-CP")
    alone = kehoach(tmp_path, "check", "đảng.docx").stdout
    assert "đảng.docx  Party document  " in alone
    shown = kehoach(tmp_path, "check", ".", "--select", "N105").stdout
    assert "  clause: Nghị định 30/2020/NĐ-CP" in shown
    assert "hỏng.docx: error[D" in shown


def test_what_was_built_is_fine(root: Path) -> None:
    assert kehoach(root, "build").returncode == 0
    done = kehoach(root, "check", "--strict", "build")
    assert (done.returncode, done.stdout) == (0, "files: 1, findings: 0\n")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes of this kind here")
def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.docx")
    done = kehoach(tmp_path, "check", "a.docx")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("a.docx: error[D090] the file cannot be read: not a file")


def test_a_bug_in_one_file_leaves_the_others(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workplace(root, {"plans/a/1.yaml": PLAN, "plans/x/nen.yaml": ABSTRACT})
    here = find(root)
    assert here

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("kehoach.review.of_word", broken)
    (root / "a.docx").write_bytes(b"")
    wanted = targets(["a.docx", "plans"], here, root)
    made = list(reviews(wanted, here, root, Choice(), lambda *_: None))
    assert [(one.path, one.kind, bool(one.crash)) for one in made] == [
        ("plans/a/1.yaml", Kind.PLAN, False),
        (NAME, Kind.PLAN, False),
        ("plans/x/nen.yaml", Kind.PLAN, False),
        ("a.docx", Kind.WORD, True),
    ]


def test_the_hook_for_other_repositories_checks_every_plan() -> None:
    [hook] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert {"id", "name", "entry", "language"} <= set(hook)
    assert hook["entry"].split() == ["kehoach", "check"]
    assert hook["pass_filenames"] is False
    pattern = re.compile(hook["files"])
    assert pattern.search(NAME)
    assert pattern.search("văn phòng/plans/x/so-lieu.csv")
    assert not pattern.search("docs/kiem-tra.md")
