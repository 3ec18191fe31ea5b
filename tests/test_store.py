"""Files are whole whatever happens while they are written."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kehoach import store

SOURCE = Path(__file__).parents[1] / "src"


def leftovers(folder: Path) -> list[Path]:
    return list(folder.rglob(f"{store.PREFIX}*"))


def test_write_makes_folders_and_replaces(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.docx"
    store.write(path, b"one")
    store.write(path, b"two")
    assert path.read_bytes() == b"two"
    assert not leftovers(tmp_path)


def test_a_written_file_has_the_usual_permissions(tmp_path: Path) -> None:
    store.write(tmp_path / "ours", b"")
    (tmp_path / "usual").touch()
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "usual").stat().st_mode


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize("fault", [PermissionError(13, "open in Word"), KeyboardInterrupt()])
def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, fault: BaseException
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise fault

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(type(fault)) as caught:
        store.write(path, b"new")
    assert path.read_bytes() == b"old"
    assert not leftovers(tmp_path)
    if isinstance(caught.value, OSError):
        assert caught.value.filename == str(path)


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    """A limit on the size of files makes the system itself refuse to write."""
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")
    code = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from kehoach import store\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
        "try:\n"
        "    store.write(Path(sys.argv[1]), b'x' * 1_000_000)\n"
        "except OSError as fault:\n"
        "    print(fault.errno, fault.filename)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        env={"PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == [str(errno.EFBIG), str(path)]
    assert path.read_bytes() == b"old"
    assert not leftovers(tmp_path)


def test_killed_at_any_point_the_file_is_whole(tmp_path: Path) -> None:
    """A process that rewrites a file as fast as it can is killed: no third content is ever seen."""
    path = tmp_path / "a.docx"
    path.write_bytes(b"a" * 500_000)
    code = (
        "import itertools, sys\n"
        "from pathlib import Path\n"
        "from kehoach import store\n"
        "print('ready', flush=True)\n"
        "for letter in itertools.cycle([b'a', b'b']):\n"
        "    store.write(Path(sys.argv[1]), letter * 500_000)\n"
    )
    for attempt in range(6):
        writer = subprocess.Popen(
            [sys.executable, "-c", code, str(path)],
            env={"PYTHONPATH": str(SOURCE)},
            stdout=subprocess.PIPE,
        )
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(0.005 * attempt)
        writer.kill()
        writer.wait()
        writer.stdout.close()
        assert path.read_bytes() in {b"a" * 500_000, b"b" * 500_000}
    store.clean(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["a.docx"]


def test_clean_takes_only_what_is_ours(tmp_path: Path) -> None:
    for name in (".kehoach-1.tmp", ".kehoach-keep", "x.tmp"):
        (tmp_path / name).touch()
    store.clean(tmp_path)
    store.clean(tmp_path / "missing")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".kehoach-keep", "x.tmp"]


def test_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    assert store.read(tmp_path / "a") == b"x"
    assert store.read(tmp_path / "b") is None
    with pytest.raises(OSError):  # noqa: PT011 - which one depends on the system
        store.read(tmp_path)


def test_set_aside_counts_and_keeps_a_content_once(tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.docx"
    names = [store.set_aside(path, data).name for data in (b"1", b"2", b"1", b"3")]
    assert names == [f"ke-hoach.edited-{number}.docx" for number in (1, 2, 1, 3)]
    assert (tmp_path / "ke-hoach.edited-2.docx").read_bytes() == b"2"


def test_sources_are_kept_under_their_hash(tmp_path: Path) -> None:
    state = store.State(tmp_path)
    state.keep_sources([b"one", b"two"])
    state.keep_sources([b"two"])
    kept = {path.name: path.read_bytes() for path in (tmp_path / ".kehoach/sources").iterdir()}
    assert kept == {store.sha256(data): data for data in (b"one", b"two")}


def test_announced_until_settled(tmp_path: Path) -> None:
    state = store.State(tmp_path)
    assert state.announced() == set()
    state.announce(["a" * 64, "b" * 64])
    assert store.State(tmp_path).announced() == {"a" * 64, "b" * 64}
    state.settle(["a" * 64, "c" * 64])
    assert state.announced() == {"b" * 64}
