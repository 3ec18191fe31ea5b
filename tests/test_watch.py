"""Files are saved, in the ways in which editors save them, and what they touch is built again."""

from __future__ import annotations

import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kehoach import watch
from kehoach.incremental.record import Record, Records
from workplace import ABSTRACT, PLAN, environment, workplace

ONE, TWO, BASE = "plans/x/1.yaml", "plans/x/2.yaml", "plans/base/b.yaml"
TABLE = """\
tables:
  bieu:
    columns: [{title: STT}, {title: Việc}]
    file: ../../so-lieu/biểu.csv
annexes: [{title: Biểu các việc, table: bieu}]
"""
PATIENCE = 60.0
TEMPLATES = Path(__file__).parents[1] / "templates"


class Watcher:
    """A `build --watch` under way; `round` waits for the next time it has built something."""

    def __init__(self, root: Path, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-W", "error", "-m", "kehoach", "build", "--watch", *arguments],
            cwd=root,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self._lines: queue.Queue[str] = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line)

    def round(self) -> list[str]:
        """Return the lines of a round."""
        lines: list[str] = []
        deadline = time.monotonic() + PATIENCE
        while not lines or "waiting for changes" not in lines[-1]:
            lines.append(self._lines.get(timeout=max(deadline - time.monotonic(), 0.01)))
        return lines

    def plans(self) -> set[str]:
        """Return the plans of a round."""
        return {line.split()[0] for line in self.round() if line.startswith("plans/")}

    def is_quiet(self) -> bool:
        """Return whether nothing is built for a while."""
        time.sleep(1.0)
        return self._lines.empty()

    def settle(self) -> None:
        """Wait until there is nothing more to build."""
        while not self.is_quiet():
            self.round()

    def stop(self) -> tuple[int, str]:
        """Press Ctrl-C; return how it ends and what it complains about."""
        self.process.send_signal(signal.SIGINT)
        assert self.process.stderr is not None
        said = self.process.stderr.read()
        return self.process.wait(PATIENCE), said

    def close(self) -> None:
        """Kill the process if it still runs, and close what it printed to."""
        self.process.kill()
        self._reader.join()
        for stream in (self.process.stdout, self.process.stderr):
            assert stream is not None
            stream.close()
        self.process.wait()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = {ONE: f"extends: ../base/b.yaml\n{PLAN}", TWO: PLAN, BASE: ABSTRACT}
    return workplace(tmp_path / "nơi làm việc", files)


@pytest.fixture
def watcher(root: Path) -> Iterator[Watcher]:
    made = Watcher(root)
    yield made
    made.close()


def test_what_a_saved_file_touches_is_built_again(root: Path, watcher: Watcher) -> None:
    assert watcher.plans() == {ONE, TWO}
    text = (root / TWO).read_text("utf-8")
    (root / TWO).write_text(text.replace("tốt hơn", "giỏi hơn"), "utf-8")
    assert watcher.plans() == {TWO}
    (root / BASE).write_text(ABSTRACT.replace("An toàn", "Bình yên"), "utf-8")
    assert watcher.plans() == {ONE}
    renamed = root / "plans/x/.2.yaml.part"
    renamed.write_text(text, "utf-8")
    os.replace(renamed, root / TWO)
    assert watcher.plans() == {TWO}
    (root / "plans/x/3.yaml").write_text(PLAN, "utf-8")
    assert watcher.plans() == {"plans/x/3.yaml"}
    (root / "plans/x/~$so-lieu.xlsx").write_text("locked", "utf-8")
    (root / "plans/x/ghi-chu.txt").write_text("no plan asks for it", "utf-8")
    assert watcher.is_quiet()
    assert watcher.stop() == (130, "")


def test_folders_that_come_while_it_runs(root: Path, watcher: Watcher) -> None:
    assert watcher.plans() == {ONE, TWO}
    (root / "templates").mkdir()
    assert watcher.plans() == {ONE, TWO}
    (root / "mới").mkdir()
    shutil.copy(TEMPLATES / "ke-hoach.docx", root / "mới")
    os.replace(root / "mới", root / "templates/x")
    assert watcher.plans() == {ONE, TWO}, "a folder tells of what is in it"
    (root / "templates/x/ke-hoach.docx").unlink()
    assert watcher.plans() == {ONE, TWO}
    (root / "plans").rename(root / "cũ")
    shutil.copytree(root / "cũ", root / "plans")
    (root / TWO).write_text(PLAN.replace("tốt hơn", "giỏi hơn"), "utf-8")
    watcher.settle()
    (root / TWO).write_text(PLAN.replace("tốt hơn", "khá hơn"), "utf-8")
    assert watcher.plans() == {TWO}, "the new plans/ is watched"
    assert watcher.stop() == (130, "")


def test_a_file_that_stands_elsewhere_is_watched(root: Path) -> None:
    table = root / "so-lieu/biểu.csv"
    workplace(root, {TWO: PLAN + TABLE, "so-lieu/biểu.csv": "1,Làm tốt\n"})
    watcher = Watcher(root)
    try:
        assert watcher.plans() == {ONE, TWO}
        watcher.settle()
        table.write_text("1,Làm nhanh\n", "utf-8")
        assert watcher.plans() == {TWO}
    finally:
        watcher.close()


def test_a_plan_that_is_not_there_is_not_waited_for(root: Path) -> None:
    watcher = Watcher(root, "plans/x/9.yaml")
    try:
        assert watcher.process.wait(PATIENCE) == 1
    finally:
        watcher.close()


def test_names_that_programmes_leave_for_a_while() -> None:
    passing = ["~$ke-hoach.docx", ".~lock.a.xlsx#", "2024.yaml~", ".2024.yaml.swp", "#2024.yaml#"]
    assert not [name for name in passing if watch.is_kept(name)]
    assert all(map(watch.is_kept, ["2024.yaml", "ke-hoach.docx", "số liệu.csv"]))


def test_plans_that_asked_for_a_file_are_touched_by_it(tmp_path: Path) -> None:
    records = Records(tmp_path, tmp_path / "build")
    known = {"a": {"a": "1", "base": "2"}, "b": {"b": "3", "templates/x/t.docx": None}}
    for name, fetched in known.items():
        records.save(name, Record(fetched=fetched, whole=True))
    records.save("c", Record(fetched={"c": "4"}))

    def touched(*changed: str) -> list[str]:
        return watch.touched(["a", "b", "c", "d"], set(changed), records)

    assert touched("other") == ["c", "d"], "their last build did not end, or never was"
    assert touched("base") == ["a", "c", "d"]
    assert touched("templates/x/t.docx") == ["b", "c", "d"]
    assert touched("templates/x") == ["b", "c", "d"], "a folder that came or went"
