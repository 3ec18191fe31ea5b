"""The output folder: what may be one, and that neither edits nor outsiders are written over."""

from __future__ import annotations

import errno
import os
from pathlib import Path, PurePosixPath

import pytest

from kehoach import manifest, output, store
from kehoach.manifest import Entry, Manifest
from kehoach.workspace import Workspace

PLAN = "plans/thai-binh/2024.yaml"
FILE = PurePosixPath("thai-binh/2024/ke-hoach.docx")


def listing(data: bytes) -> Manifest:
    entry = Entry(FILE.name, store.sha256(data), "ke-hoach", "key")
    return Manifest(PLAN, "1", {PLAN: "hash"}, (entry,))


def publish(root: Path, data: bytes, *, untouched: bool = False) -> output.Published:
    made = {PurePosixPath(FILE.name): data}
    return output.publish(
        root / "build", made, listing(data), store.State(root), lambda _: untouched
    )


def names(root: Path) -> list[str]:
    return sorted(path.name for path in (root / "build" / FILE).parent.iterdir())


def test_a_plan_has_a_folder_of_its_own() -> None:
    assert output.folder_of(PLAN) == PurePosixPath("thai-binh/2024")
    assert output.folder_of("plans/2024.v2.yaml") == PurePosixPath("2024.v2")


@pytest.mark.parametrize(
    "folder", [".", "plans", "plans/x", "templates", "src/a", ".kehoach", ".git/x", "a/../plans"]
)
def test_refused_folders(tmp_path: Path, folder: str) -> None:
    refused = output.refusal(tmp_path / folder, Workspace(tmp_path, tmp_path))
    assert refused is not None
    assert refused.code == "B009"


@pytest.mark.parametrize("folder", ["build", "..", "../elsewhere", "plans-built", "a/plans"])
def test_accepted_folders(tmp_path: Path, folder: str) -> None:
    root = tmp_path / "work"
    root.mkdir()
    assert output.refusal(root / folder, Workspace(root, root)) is None


def test_a_link_into_the_plans_is_refused(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "build").symlink_to(tmp_path / "plans")
    assert output.refusal(tmp_path / "build", Workspace(tmp_path, tmp_path)) is not None


def test_publish_writes_files_and_manifest(tmp_path: Path) -> None:
    assert publish(tmp_path, b"one") == output.Published(True, ())
    assert names(tmp_path) == ["ke-hoach.docx", "manifest.json"]
    data = (tmp_path / "build/thai-binh/2024/manifest.json").read_bytes()
    assert manifest.parse(data) == listing(b"one")
    assert store.State(tmp_path).announced() == set()


def test_what_is_there_already_is_not_written_again(tmp_path: Path) -> None:
    publish(tmp_path, b"one")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "build").rglob("*")}
    assert publish(tmp_path, b"one") == output.Published(False, ())
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "build").rglob("*")} == before


def test_an_untouched_file_is_replaced(tmp_path: Path) -> None:
    publish(tmp_path, b"one")
    assert publish(tmp_path, b"two") == output.Published(True, ())
    assert (tmp_path / "build" / FILE).read_bytes() == b"two"
    assert names(tmp_path) == ["ke-hoach.docx", "manifest.json"]


def test_an_edited_file_is_kept_aside(tmp_path: Path) -> None:
    path = tmp_path / "build" / FILE
    for number, edit in ((1, b"mine"), (2, b"mine too")):
        publish(tmp_path, b"one")
        path.write_bytes(edit)
        done = publish(tmp_path, b"two")
        copy = path.with_name(f"ke-hoach.edited-{number}.docx")
        assert done.aside == ((path, copy),)
        assert copy.read_bytes() == edit
        assert path.read_bytes() == b"two"


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("ke-hoach.docx", "kehoach absorb ke-hoach.edited-1.docx"),
        ("tong-hop.docx", "in its template"),
        ("tong-hop.xlsx", "its tables"),
        ("ke-hoach.pdf", "only printed"),
    ],
)
def test_an_edited_file_has_advice_that_fits_it(name: str, advice: str) -> None:
    path = Path(name)
    copy = path.with_stem(f"{path.stem}.edited-1")
    found = output.kept_aside(path, copy, lambda shown: shown.name)
    assert advice in found.advice
    assert ("kehoach absorb" in found.advice) is (name == "ke-hoach.docx")


@pytest.mark.parametrize("untouched", [True, False])
def test_without_a_manifest_the_file_itself_tells(tmp_path: Path, untouched: bool) -> None:
    path = tmp_path / "build" / FILE
    store.write(path, b"old")
    assert bool(publish(tmp_path, b"new", untouched=untouched).aside) is not untouched


@pytest.mark.parametrize("stage", range(1, 8))
def test_a_build_that_dies_is_completed_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stage: int
) -> None:
    """Die at the n-th replacement of a file; afterwards nothing is taken for an edit."""
    publish(tmp_path, b"one")
    replace, count = os.replace, 0

    def dying(source: Path, target: Path) -> None:
        nonlocal count
        count += 1
        if count == stage:
            raise KeyboardInterrupt
        replace(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", dying)
        try:
            publish(tmp_path, b"two")
            finished = True
        except KeyboardInterrupt:
            finished = False
    assert finished is (stage > 3)
    assert (tmp_path / "build" / FILE).read_bytes() in {b"one", b"two"}
    (tmp_path / "build/thai-binh/2024/.kehoach-dead.tmp").touch()
    assert publish(tmp_path, b"three").aside == ()
    assert names(tmp_path) == ["ke-hoach.docx", "manifest.json"]
    assert (tmp_path / "build" / FILE).read_bytes() == b"three"


def test_no_link_leads_out_of_the_output_folder(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "thai-binh").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="leads out"):
        publish(tmp_path, b"one")
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EFBIG, errno.EDQUOT])
def test_a_full_disk(number: int) -> None:
    found = output.fault(OSError(number, "full", "/x/a.docx"), str)
    assert (found.code, found.where.path) == ("B007", "/x/a.docx")


def test_a_file_open_in_word(tmp_path: Path) -> None:
    """Windows refuses to replace a file that is open; the folder itself can be written."""
    path = tmp_path / "a.docx"
    path.touch()
    found = output.fault(PermissionError(errno.EACCES, "denied", str(path)), str)
    assert (found.code, found.where.path) == ("B006", str(path))
    assert "Word" in found.advice


def test_a_folder_without_permission(tmp_path: Path) -> None:
    fault = PermissionError(errno.EACCES, "denied", str(tmp_path / "none" / "a.docx"))
    found = output.fault(fault, str)
    assert (found.code, found.advice) == ("B010", "choose another folder with --out")


def test_what_cannot_be_noted_is_not_helped_by_another_output_folder(tmp_path: Path) -> None:
    for name in (".kehoach", ".kehoach/sources/ab"):
        fault = PermissionError(errno.EACCES, "denied", str(tmp_path / name))
        found = output.fault(fault, lambda path: path.relative_to(tmp_path).as_posix())
        assert (found.code, found.where.path) == ("B010", name)
        assert "--out" not in found.advice
        assert "working folder" in found.advice


def test_any_other_fault_gives_the_reason(tmp_path: Path) -> None:
    found = output.fault(IsADirectoryError(errno.EISDIR, "Is a directory", str(tmp_path)), str)
    assert (found.code, found.message) == ("B008", "the file cannot be written: Is a directory")


def listed(files: dict[str, bytes]) -> Manifest:
    entries = (Entry(name, store.sha256(data), "ke-hoach", "key") for name, data in files.items())
    return Manifest(PLAN, "1", {PLAN: "hash"}, tuple(entries))


def several(root: Path, files: dict[str, bytes], *, part: bool = False) -> output.Published:
    made = {PurePosixPath(name): data for name, data in files.items()}
    state = store.State(root)
    return output.publish(root / "build", made, listed(files), state, lambda _: False, part=part)


def test_files_that_are_not_made_any_more_go_unless_edited(tmp_path: Path) -> None:
    home = (tmp_path / "build" / FILE).parent
    several(tmp_path, {"ke-hoach.docx": b"1", "a/ke-hoach.docx": b"2", "b/ke-hoach.docx": b"3"})
    (home / "b/ke-hoach.docx").write_bytes(b"mine")
    (home / "c.docx").write_bytes(b"somebody's own")
    done = several(tmp_path, {"ke-hoach.docx": b"1"})
    assert done.left == (home / "b/ke-hoach.docx",)
    assert not (home / "a").exists()
    assert (home / "b/ke-hoach.docx").read_bytes() == b"mine"
    assert (home / "c.docx").read_bytes() == b"somebody's own"


def test_a_part_leaves_the_rest_and_keeps_it_listed(tmp_path: Path) -> None:
    home = (tmp_path / "build" / FILE).parent
    several(tmp_path, {"ke-hoach.docx": b"1", "a/ke-hoach.docx": b"2"})
    several(tmp_path, {"a/ke-hoach.docx": b"3"}, part=True)
    assert (home / "ke-hoach.docx").read_bytes() == b"1"
    found = manifest.parse((home / "manifest.json").read_bytes())
    assert found
    assert [(entry.path, entry.sha256) for entry in found.files] == [
        ("a/ke-hoach.docx", store.sha256(b"3")),
        ("ke-hoach.docx", store.sha256(b"1")),
    ]
