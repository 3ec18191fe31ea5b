"""Plans dealt out to processes or to a cluster: the same files, whoever dies meanwhile."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from concurrent.futures import Executor, Future
from contextlib import nullcontext
from pathlib import Path

import pytest

from kehoach import build, store, workers
from kehoach.builder import Asked
from kehoach.outcome import Outcome, Result, Status
from kehoach.workspace import find
from workplace import BROKEN, PLAN, environment, kehoach, workplace

CLUSTER = '''
import os, sys, threading, time
from pathlib import Path

from distributed import LocalCluster

from kehoach import build, workers
from kehoach.builder import Asked
from kehoach.workspace import find


def killed(cluster, out):
    """Kill a worker as soon as some plans are built."""
    while len([*out.rglob("manifest.json")]) < 3:
        time.sleep(0.01)
    os.kill([*cluster.workers.values()][0].pid, 9)


if __name__ == "__main__":
    root, out = Path(sys.argv[1]), Path(sys.argv[2])
    here = find(root)
    with LocalCluster(n_workers=2, threads_per_worker=2, dashboard_address=None) as cluster:
        killer = threading.Thread(target=killed, args=(cluster, out))
        killer.start()
        given = workers.cluster(cluster.scheduler_address)
        result = build.build(here, here.plans(), out, Asked(), lambda *_: None, given)
        killer.join()
    for outcome in result.outcomes:
        print(outcome.plan, outcome.status, outcome.crash, sep="|")
'''
"""In a process of its own: distributed warns of things that are no concern of ours."""


STARTS = """
import os, time
from kehoach import workers

if __name__ == "__main__":
    with workers.processes(1) as executor:
        print(executor.submit(os.getpid).result(), flush=True)
        time.sleep(600)
"""
ALONE = """
import time
from distributed import LocalCluster

if __name__ == "__main__":
    with LocalCluster(n_workers=0, dashboard_address=None) as cluster:
        print(cluster.scheduler_address, flush=True)
        time.sleep(600)
"""
PATIENCE = 30.0


def many(count: int) -> dict[str, str]:
    return {f"plans/x/{n:03}.yaml": PLAN.replace("tốt hơn", f"tốt {n} lần") for n in range(count)}


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def run(root: Path, out: Path, executor: Executor | None = None, count: int = 2) -> Result:
    workspace = find(root)
    assert workspace is not None
    given = nullcontext(executor) if executor else workers.processes(count)
    return build.build(workspace, workspace.plans(), out, Asked(), lambda *_: None, given)


class Losing(Executor):
    """Loses every second job, as a pool does when the system kills a process of it."""

    def __init__(self) -> None:
        self.jobs = 0

    def submit(self, fn: object, /, *arguments: object, **_: object) -> Future[Outcome]:  # type: ignore[override]
        from concurrent.futures.process import BrokenProcessPool

        future: Future[Outcome] = Future()
        self.jobs += 1
        assert callable(fn)
        if self.jobs % 2:
            future.set_exception(BrokenProcessPool())
        else:
            future.set_result(fn(*arguments))
        return future


@pytest.fixture
def alone(tmp_path: Path) -> dict[str, bytes]:
    """Return what one process makes of the plans, in `tmp_path / "w"`."""
    root = workplace(tmp_path / "w", many(12))
    assert kehoach(root, "build", "--out", str(tmp_path / "alone")).returncode == 0
    return contents(tmp_path / "alone")


def test_processes_make_the_same_files(tmp_path: Path, alone: dict[str, bytes]) -> None:
    done = kehoach(tmp_path / "w", "build", "--jobs", "2")
    assert (done.returncode, done.stderr) == (0, "")
    assert contents(tmp_path / "w" / "build") == alone
    rows = [line.split()[0] for line in done.stdout.splitlines() if line.startswith("plans/")]
    assert rows == sorted(many(12))


def test_what_a_lost_worker_had_is_built_all_the_same(
    tmp_path: Path, alone: dict[str, bytes]
) -> None:
    result = run(tmp_path / "w", tmp_path / "out", Losing())
    assert [outcome.plan for outcome in result.outcomes] == sorted(many(12))
    assert {outcome.status for outcome in result.outcomes} == {Status.BUILT}
    assert contents(tmp_path / "out") == alone


def test_a_worker_of_a_cluster_is_killed_in_mid_build(
    tmp_path: Path, alone: dict[str, bytes]
) -> None:
    script = tmp_path / "cluster.py"
    script.write_text(CLUSTER, "utf-8")
    done = subprocess.run(
        [sys.executable, script, tmp_path / "w", tmp_path / "out"],
        env=environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said = [line.split("|") for line in done.stdout.splitlines()]
    assert [(plan, crash) for plan, _, crash in said] == [(name, "") for name in sorted(many(12))]
    # A plan whose worker died after its last file was written has nothing left to do.
    assert {status for _, status, _ in said} <= {"built", "unchanged"}
    assert contents(tmp_path / "out") == alone


def test_workers_end_with_the_process_that_started_them(tmp_path: Path) -> None:
    """It may be killed: what it leaves must not wait for jobs for ever, nor do any."""
    script = tmp_path / "starts.py"
    script.write_text(STARTS, "utf-8")
    started = subprocess.Popen(
        [sys.executable, script], env=environment(), stdout=subprocess.PIPE, text=True
    )
    with started:
        assert started.stdout is not None
        worker = int(started.stdout.readline())
        started.kill()
        # The end of what it prints comes when the last process that prints there is gone.
        reader = threading.Thread(target=started.stdout.read)
        reader.start()
        reader.join(PATIENCE)
        ended = not reader.is_alive()
        if not ended:
            os.kill(worker, signal.SIGKILL)
        reader.join()
    assert ended


def test_findings_come_back_from_processes(tmp_path: Path) -> None:
    root = workplace(tmp_path, {"plans/a/1.yaml": BROKEN, "plans/b/1.yaml": PLAN})
    result = run(root, tmp_path / "out")
    assert [outcome.status for outcome in result.outcomes] == [Status.FAILED, Status.BUILT]
    assert [found.where.line for found in result.outcomes[0].findings] == [10, 12]  # type: ignore[union-attr]


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "máy", "http://127.0.0.1:1", "tls://x:1"])
def test_nobody_answers_at_the_scheduler(tmp_path: Path, address: str) -> None:
    root = workplace(tmp_path, {"plans/a/1.yaml": PLAN})
    done = kehoach(root, "build", "--scheduler", address)
    assert done.returncode == 2
    assert f"nobody works at {address}" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (root / store.STATE / "sources").exists()


def test_a_scheduler_without_workers_is_not_waited_for(tmp_path: Path) -> None:
    root = workplace(tmp_path, {"plans/a/1.yaml": PLAN})
    script = tmp_path / "alone.py"
    script.write_text(ALONE, "utf-8")
    with subprocess.Popen(
        [sys.executable, script], env=environment(), stdout=subprocess.PIPE, text=True
    ) as scheduler:
        assert scheduler.stdout is not None
        address = scheduler.stdout.readline().strip()
        done = kehoach(root, "build", "--scheduler", address)
        scheduler.kill()
    assert done.returncode == 2
    assert f"nobody works at {address}" in done.stderr
    assert "Traceback" not in done.stderr
