"""Files looked at by several processes: the same output, whoever dies meanwhile."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest

from kehoach import reviewers
from kehoach.checking import Choice
from kehoach.review import Review, targets
from kehoach.workspace import find
from said import SEEN
from test_workers import Losing
from workplace import BROKEN, PLAN, environment, kehoach, workplace

STOPPED = """
import multiprocessing, os, signal, time
from pathlib import Path

from kehoach import reviewers
from kehoach.checking import Choice
from kehoach.review import targets
from kehoach.workspace import find


def told(done, name):
    if done == 0:  # They are only starting.
        started = multiprocessing.active_children()
        print("processes:", len(started))
        for _ in range(50):
            for process in started:
                os.kill(process.pid, signal.SIGINT)
            time.sleep(0.01)
    if done == 3:
        os.killpg(0, signal.SIGINT)


if __name__ == "__main__":
    here = Path.cwd()
    wanted = targets(["plans", "den"], find(here), here)
    try:
        print(len(list(reviewers.reviews(wanted, find(here), here, Choice(), told, 2))))
    except KeyboardInterrupt:
        print("stopped")
"""
PLANS = {f"plans/x/{n}.yaml": BROKEN if n % 2 else PLAN for n in range(4)}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a working folder with plans, and Word files that have findings."""
    made = workplace(tmp_path / "w", PLANS)
    (made / "den").mkdir()
    for number, each in enumerate(office for office in SEEN if not office.clean):
        (made / "den" / f"{number}.docx").write_bytes(each.data())
    return made


def looked(root: Path, executor: Losing) -> Iterator[Review]:
    workspace = find(root)
    wanted = targets(["plans", "den"], workspace, root)
    given = nullcontext(executor)
    return reviewers.dealt_out(wanted, workspace, root, Choice(), lambda *_: None, given)


@pytest.mark.parametrize("form", ["text", "sarif"])
def test_processes_say_the_same_in_the_same_order(root: Path, form: str) -> None:
    alone = kehoach(root, "check", "plans", "den", "--format", form)
    several = kehoach(root, "check", "plans", "den", "--format", form, "--jobs", "3")
    assert (several.returncode, several.stderr) == (1, "") == (alone.returncode, alone.stderr)
    assert several.stdout == alone.stdout


def test_what_a_lost_process_had_is_looked_at_all_the_same(root: Path) -> None:
    alone = json.loads(kehoach(root, "check", "plans", "den", "--format", "json").stdout)["files"]
    made = list(looked(root, Losing()))
    assert [one.path for one in made] == [one["path"] for one in alone]
    assert sum(bool(one.findings) for one in made) == sum(
        bool(one["error"] + one["warning"] + one["style"]) for one in alone
    )


def test_what_is_not_begun_is_dropped_when_nobody_listens_any_more(root: Path) -> None:
    executor = Losing()
    made = looked(root, executor)
    next(made)
    made.close()
    assert executor.jobs > 4


def test_an_interrupt_reaches_no_process_but_the_first(root: Path) -> None:
    script = root / "stopped.py"
    script.write_text(STOPPED, "utf-8")
    done = subprocess.run(
        [sys.executable, script],
        cwd=root,
        env=environment(),
        capture_output=True,
        text=True,
        start_new_session=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "processes: 2\nstopped\n", "")
