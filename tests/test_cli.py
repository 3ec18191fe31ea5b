"""The command line: what is printed, in which language, and how it ends."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kehoach import __version__, plan
from workplace import ABSTRACT, BROKEN, PLAN, environment, kehoach, workplace

ROOT = Path(__file__).parents[1]
NAME = "plans/x/2024.yaml"
FILE = "build/x/2024/ke-hoach.docx"
STYLE_ONLY = PLAN.replace("recipients:", "number: '?'\nrecipients:")
"""A plan with a warning and no error."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return workplace(tmp_path / "nơi làm việc", {NAME: PLAN})


def test_version(tmp_path: Path) -> None:
    done = kehoach(tmp_path, "--version")
    assert (done.returncode, done.stdout) == (0, f"kehoach {__version__}\n")


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, "Usage: kehoach"),
        ({"KEHOACH_LANG": "vi"}, "Cách dùng: kehoach"),
        ({"KEHOACH_LANG": "", "LC_ALL": "vi_VN.UTF-8"}, "Cách dùng: kehoach"),
        ({"KEHOACH_LANG": "", "LC_ALL": "C", "LANG": "vi_VN.UTF-8"}, "Usage: kehoach"),
    ],
)
def test_help_in_the_users_language(
    tmp_path: Path, settings: dict[str, str], expected: str
) -> None:
    done = kehoach(tmp_path, "--help", **settings)
    assert done.returncode == 0
    assert done.stdout.startswith(expected)
    assert {"init", "build", "check", "schema", "verify"} <= set(done.stdout.split())


def test_a_watcher_takes_no_cluster(root: Path) -> None:
    done = kehoach(root, "build", "--watch", "--scheduler", "tcp://127.0.0.1:1", KEHOACH_LANG="vi")
    assert done.returncode == 2
    assert "hãy bỏ --scheduler" in done.stderr
    assert not (root / "build").exists()


@pytest.mark.parametrize(
    "arguments", [["biuld"], ["build", "--nonsense"], ["verify"], ["check", "--format", "xml"]]
)
def test_misuse(root: Path, arguments: list[str]) -> None:
    done = kehoach(root, *arguments)
    assert done.returncode == 2
    assert "Error: " in done.stderr
    assert done.stdout == ""


def test_build(root: Path) -> None:
    done = kehoach(root, "build")
    assert (done.returncode, done.stderr) == (0, "")
    header, _, row, where = done.stdout.splitlines()
    assert header.split() == ["plan", "documents", "units", "forms", "seconds", "files"]
    assert row.split()[:4] == [NAME, "1", "0", "0"]
    assert row.endswith("x/2024")
    assert where == f"Files are in {root / 'build'}"


def test_build_in_vietnamese(root: Path) -> None:
    workplace(root, {NAME: BROKEN})
    done = kehoach(root, "build", KEHOACH_LANG="vi")
    assert done.returncode == 1
    assert f"{NAME}:10:" in done.stdout
    assert ": lỗi[" in done.stdout
    assert "  gợi ý: " in done.stdout
    assert "không dựng" in done.stdout


def test_build_names_every_fault_with_its_line(root: Path) -> None:
    workplace(root, {"plans/a/1.yaml": BROKEN})
    done = kehoach(root, "build")
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    column = BROKEN.splitlines()[9].index("yaer") + 1
    assert lines[0].startswith(f"plans/a/1.yaml:10:{column}: error[")
    assert lines[1] == "  | title: Phát động phong trào thi đua năm {{ yaer }}"
    assert lines[2] == "  | " + " " * (column - 1) + "^~~~"
    assert "did you mean year?" in lines[3]
    rows = {
        line.split()[0]: line for line in lines if line.startswith("plans/") and "[" not in line
    }
    assert "not built" in rows["plans/a/1.yaml"]
    assert "not built" not in rows[NAME]
    assert (root / FILE).is_file()


def test_a_fault_in_a_shared_layer_is_shown_once(root: Path) -> None:
    workplace(root, {"plans/base/b.yaml": "abstract: true\nnonsense: 1\n"})
    child = f"extends: ../base/b.yaml\n{PLAN}"
    workplace(root, {"plans/a/1.yaml": child, "plans/a/2.yaml": child})
    done = kehoach(root, "build")
    assert done.stdout.count("plans/base/b.yaml:2:1: error[") == 1


def test_build_as_json(root: Path) -> None:
    workplace(root, {"plans/a/1.yaml": BROKEN})
    done = kehoach(root, "build", "--format", "json")
    assert done.returncode == 1
    value = json.loads(done.stdout)
    assert {found["path"] for found in value["findings"]} == {"plans/a/1.yaml"}
    assert [(made["plan"], made["status"], made["files"]) for made in value["plans"]] == [
        ("plans/a/1.yaml", "not built", []),
        (NAME, "built", ["x/2024/ke-hoach.docx"]),
    ]
    assert value["undone"] == []


def test_build_named_plans_from_another_folder(root: Path, tmp_path: Path) -> None:
    workplace(root, {"plans/a/1.yaml": PLAN})
    done = kehoach(tmp_path, "build", str(root / NAME))
    assert (done.returncode, done.stderr) == (0, "")
    assert (root / FILE).is_file()
    assert not (root / "build/a").exists()
    done = kehoach(root / "plans/a", "build", "1.yaml", "--out", "../../khác")
    assert done.returncode == 0
    assert (root / "khác/a/1/ke-hoach.docx").is_file()


def test_an_abstract_plan_shows_only_when_named(root: Path) -> None:
    workplace(root, {"plans/x/nen.yaml": ABSTRACT})
    assert "nen.yaml" not in kehoach(root, "build").stdout
    done = kehoach(root, "build", "plans/x/nen.yaml")
    assert done.returncode == 0
    assert "abstract" in done.stdout


def test_build_outside_a_working_folder(tmp_path: Path) -> None:
    done = kehoach(tmp_path, "build")
    assert done.returncode == 2
    assert "no working folder here" in done.stderr


def test_build_without_any_plan(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    done = kehoach(tmp_path, "build")
    assert done.returncode == 2
    assert "there is no plan below plans/" in done.stderr


@pytest.mark.parametrize("out", [".", "plans", "templates/x"])
def test_build_into_the_sources(root: Path, out: str) -> None:
    before = sorted(root.rglob("*"))
    done = kehoach(root, "build", "--out", out)
    assert done.returncode == 2
    assert "would mix with the files it is made from" in done.stderr
    assert sorted(root.rglob("*")) == before


def test_recheck(root: Path) -> None:
    assert kehoach(root, "build", "--recheck").returncode == 0


def test_strict(root: Path) -> None:
    workplace(root, {NAME: STYLE_ONLY})
    for command in ("check", "build"):
        assert ": warning[" in kehoach(root, command).stdout
        assert kehoach(root, command).returncode == 0
        assert kehoach(root, command, "--strict").returncode == 1


def test_a_word_file_is_not_a_plan(root: Path) -> None:
    kehoach(root, "build")
    done = kehoach(root, "build", FILE, NAME)
    assert done.returncode == 1
    assert f"{FILE}: error[B002] this is not a plan" in done.stdout


def test_schema_is_the_committed_one(tmp_path: Path) -> None:
    done = kehoach(tmp_path, "schema")
    assert done.returncode == 0
    assert json.loads(done.stdout) == plan.json_schema()
    committed = (ROOT / "plans/schema.json").read_text("utf-8")
    assert committed == done.stdout, "run: kehoach schema > plans/schema.json"


def test_verify(root: Path) -> None:
    kehoach(root, "build")
    done = kehoach(root, "verify", FILE)
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        f"{FILE}: ours and untouched",
        f"  plan: {NAME}",
        f"  version: {__version__}",
        "  source: kehoach/units (same)",
        f"  source: {NAME} (same)",
        "  source: templates/ke-hoach.docx (same)",
    ]
    workplace(root, {NAME: f"# a comment\n{PLAN}"})
    assert f"  source: {NAME} (changed since)" in kehoach(root, "verify", FILE).stdout
    value = json.loads(kehoach(root, "verify", FILE, "--format", "json").stdout)
    assert (value["verdict"], value["plan"]) == ("ours and untouched", NAME)
    assert value["sources"] == {
        NAME: "changed",
        "templates/ke-hoach.docx": "same",
        "kehoach/units": "same",
    }


def test_verify_a_foreign_file(root: Path) -> None:
    shutil.copy(ROOT / "templates/ke-hoach.docx", root / "a.docx")
    done = kehoach(root, "verify", "a.docx")
    assert (done.returncode, done.stdout) == (1, "a.docx: not ours\n")
    (root / "b.docx").write_bytes(b"junk")
    done = kehoach(root, "verify", "b.docx")
    assert done.returncode == 1
    assert done.stdout.startswith("b.docx: error[D0")
    assert done.stdout.endswith("b.docx: not ours\n")


def test_units(tmp_path: Path) -> None:
    done = kehoach(tmp_path, "units", "thai", "binh", "--on", "2024-01-01")
    assert (done.returncode, done.stderr) == (0, "")
    header, _, first, *_ = done.stdout.splitlines()
    assert header.split()[:2] == ["id", "code"]
    assert first.split()[:2] == ["thai_binh", "34"]
    assert "tỉnh Hưng Yên" in first


def test_units_without_a_query_are_the_provinces(tmp_path: Path) -> None:
    there = kehoach(tmp_path, "units", "--on", "2026-01-01").stdout.splitlines()
    gone = kehoach(tmp_path, "units", "--successors").stdout
    assert len(there) == 2 + 34
    assert any("tỉnh Bình Phước" in line and "Đồng Nai" in line for line in gone.splitlines())


@pytest.mark.parametrize(("arguments", "code"), [(["zzz"], 1), (["thai", "--on", "31/01/2024"], 2)])
def test_units_that_are_not_there(tmp_path: Path, arguments: list[str], code: int) -> None:
    assert kehoach(tmp_path, "units", *arguments).returncode == code


def test_init(tmp_path: Path) -> None:
    done = kehoach(tmp_path, "init", "mới")
    assert (done.returncode, done.stderr) == (0, "")
    assert "+ plans/thai-binh/2024.yaml" in done.stdout
    again = kehoach(tmp_path, "init", "mới")
    assert again.returncode == 0
    assert "plans/thai-binh/2024.yaml is kept as it is" in again.stdout
    assert "+ " not in again.stdout


def test_init_where_it_cannot_write(tmp_path: Path) -> None:
    (tmp_path / "plans").write_text("a file, not a folder")
    done = kehoach(tmp_path, "init")
    assert done.returncode == 2
    assert "cannot write" in done.stderr


def test_the_reader_of_a_pipe_may_leave(root: Path) -> None:
    workplace(root, {f"plans/a/{number}.yaml": BROKEN for number in range(300)})
    process = subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "kehoach", "check"],
        cwd=root,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    complaint = process.stderr.read()
    process.stderr.close()
    assert process.wait() == 1
    assert complaint == b""


def test_a_terminal_without_vietnamese_letters(root: Path) -> None:
    workplace(root, {NAME: BROKEN})
    done = subprocess.run(
        [sys.executable, "-m", "kehoach", "check"],
        cwd=root,
        env=environment(PYTHONUTF8="0", PYTHONIOENCODING="latin-1", KEHOACH_LANG="vi"),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == b""
    assert b": l?i[" in done.stdout


AT_ONCE = "from kehoach import cli, progress; progress.PATIENCE = 0.0; cli.main()"
"""A command whose bar does not wait: how long a build takes depends on the machine."""


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="no terminals of this kind here")
def test_the_bar_shows_on_a_terminal_only(root: Path) -> None:
    import pty

    workplace(root, {f"plans/a/{number:03}.yaml": PLAN for number in range(60)})
    main, end = pty.openpty()
    try:
        process = subprocess.Popen(
            [sys.executable, "-c", AT_ONCE, "build"],
            cwd=root,
            env=environment(TERM="xterm"),
            stdout=subprocess.DEVNULL,
            stderr=end,
        )
        os.close(end)
        shown = b""
        try:
            # A terminal holds little: who writes waits until it is read.
            while chunk := os.read(main, 65536):
                shown += chunk
        except OSError:
            # Linux ends the reading of a closed terminal with an error.
            pass
    finally:
        os.close(main)
    assert process.wait() == 0
    assert b"plans/a/" in shown
    assert b"%" in shown
    assert kehoach(root, "build").stderr == ""


COPIES = """\
copies:
  district:
    recipients: |
      Như trên
      Lưu: VT, CAH
    signature:
      - {for: TM. BAN CHỈ ĐẠO, as: TRƯỞNG BAN}
    closing: Yêu cầu các xã thực hiện
    targets:
      kdc: {value: trên 85%}
"""
WITH_COPIES = (
    PLAN.replace("preamble:", "targets:\n  kdc: {value: trên 80%, of: [khu_dan_cu]}\npreamble:")
    + COPIES
)


def test_build_makes_a_copy_for_each_unit_below(tmp_path: Path) -> None:
    root = workplace(tmp_path, {NAME: WITH_COPIES})
    done = kehoach(root, "build")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[2].split()[:4] == [NAME, "9", "8", "0"]
    listed = json.loads((root / "build/x/2024/manifest.json").read_text("utf-8"))
    entry = next(file for file in listed["files"] if file["unit"] == "huyen_vu_thu")
    assert (entry["path"], entry["code"]) == ("huyen_vu_thu/ke-hoach.docx", "344")
    assert (root / "build/x/2024" / entry["path"]).is_file()


def test_build_one_unit_alone(tmp_path: Path) -> None:
    root = workplace(tmp_path, {NAME: WITH_COPIES})
    done = kehoach(root, "build", "--unit", "huyen_vu_thu", "--unit", "huyen_hung_ha")
    assert done.stdout.splitlines()[2].split()[:4] == [NAME, "2", "2", "0"]
    assert not (root / FILE).exists()
    done = kehoach(root, "build", "--unit", "huyen_vu_thuu")
    assert done.returncode == 1
    assert "error[B014]" in done.stdout


def test_explain_shows_the_chain_of_layers(tmp_path: Path) -> None:
    root = workplace(tmp_path, {NAME: WITH_COPIES})
    done = kehoach(root, "explain", NAME, "kdc.value", "--unit", "huyen_vu_thu")
    assert done.returncode == 0
    assert [line.split(": ")[1] for line in done.stdout.splitlines()] == ["trên 80%", "trên 85%"]
    done = kehoach(root, "explain", NAME, "kdcc")
    assert done.returncode == 1
    assert "error[P090]" in done.stdout


def test_units_and_what_became_of_them(tmp_path: Path) -> None:
    done = kehoach(tmp_path, "units", "tỉnh", "thái", "bình", "--on", "2024-01-01", "--successors")
    assert done.returncode == 0
    assert "tỉnh Hưng Yên" in done.stdout
    assert "Thái Bình" not in done.stdout


def test_a_unit_that_ended_says_until_when_and_what_it_became(tmp_path: Path) -> None:
    done = kehoach(tmp_path, "units", "Kiên", "Giang")
    assert done.returncode == 1
    first, second, *table = done.stdout.splitlines()
    assert (first, second) == ("there is no such unit on that day", "before it there was:")
    assert table[-1].split("  ")[-3:] == ["tỉnh Kiên Giang", "30/6/2025", "tỉnh An Giang"]
    done = kehoach(tmp_path, "units", "Kiên", "Giang", "--successors")
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1].startswith("an_giang")
    assert kehoach(tmp_path, "units", "không có đâu", "--successors").returncode == 1


def test_build_takes_a_folder_and_prints_no_empty_table(root: Path) -> None:
    done = kehoach(root, "build", "plans/x")
    assert (done.returncode, done.stderr) == (0, "")
    assert NAME in done.stdout
    done = kehoach(root, "build", "plans/none")
    assert done.returncode == 1
    assert done.stdout.startswith("plans/none: error[B001] there is no such plan")
    assert "documents" not in done.stdout
    assert "Files are in" not in done.stdout


def test_a_plan_outside_of_a_working_folder(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(PLAN, "utf-8")
    done = kehoach(tmp_path, "check", str(tmp_path / "x.yaml"))
    assert done.returncode == 2
    assert f"neither {tmp_path} nor a folder above it has plans/" in done.stderr
