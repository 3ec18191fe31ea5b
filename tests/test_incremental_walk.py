"""Whatever is done to sources and files, a build leaves what a clean one makes; no edit is lost.

A walk changes something, builds on what is there, and builds the same sources in a new folder:
files, manifests, summaries and findings have to be the same, and a second build has nothing to do.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import zipfile
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest

from kehoach import build, manifest, store
from kehoach.builder import Asked
from kehoach.outcome import Outcome, Result, Status
from kehoach.workspace import find
from workplace import COPIES, PLAN, workplace

TEMPLATES = Path(__file__).parents[1] / "templates"
BASE, TABLE, TWO = "plans/base/b.yaml", "plans/x/so-lieu.csv", "plans/x/2025.yaml"
ONE = "plans/x/2024.yaml"
START = {
    ONE: PLAN.replace("year: 2024\n", "extends: ../base/b.yaml\nunits: so-lieu.csv\n")
    + COPIES
    + """\
targets:
  kdc: {value: trên 80%, of: [khu_dan_cu], count: dat}
forms:
  - {use: dang-ky-thi-dua, by: district}
  - {use: tong-hop, by: issuer, to: Bộ Công an}
""",
    TWO: PLAN,
    BASE: "abstract: true\nyear: 2024\n",
    TABLE: "unit,khu_dan_cu,xa\nhuyen_vu_thu,210,37\nhuyen_tien_hai,180,-\n",
}
EDITS = {
    "a word of all": (ONE, "Làm tốt hơn;", "Làm giỏi hơn;"),
    "a comment": (ONE, "issuer:\n", "# chú thích\nissuer:\n"),
    "a figure": (TABLE, "vu_thu,210", "vu_thu,211"),
    "a row": (TABLE, "huyen_tien_hai,180,-\n", ""),
    "a layer": (BASE, "year: 2024", "year: 2023"),
    "the units of another day": (ONE, "date: 2023-12", "date: 2025-12"),
    "a form": (ONE, "  - {use: dang-ky-thi-dua, by: district}\n", ""),
    "what a copy says": (ONE, "Lưu: VT, CAH", "Lưu: VT"),
    "a waiver": (ONE, "issuer:\n", "waivers: [{code: N504, reason: mẫu cũ}]\nissuer:\n"),
    "a fault": (ONE, "issuer.full", "issuer.ful"),
    "the other plan": (TWO, "nhanh hơn", "mau hơn"),
}
NUMBER = re.compile(rb'(w:name w:val="KH so_trang".{0,400}?w:sz w:val=)"28"', re.DOTALL)
LOOKS = {
    "the common one": None,
    "another margin": ("word/document.xml", re.compile(rb'w:left="1701"'), b'w:left="1702"'),
    "a small page number": ("word/styles.xml", NUMBER, rb'\1"20"'),
    "a narrow margin": ("word/document.xml", re.compile(rb'w:left="1701"'), b'w:left="900"'),
}
NOTED = re.compile(rb' pid="\d+"|<property [^>]*name="kehoach\.source:.*?</property>')
"""What a file that stays says of the sources of its own day."""


def changed(data: bytes, part: str, pattern: re.Pattern[bytes], new: bytes) -> bytes:
    """Return a Word file in which a pattern of a part is something else."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(stream, "w") as target:
        for item in source.infolist():
            content = source.read(item)
            target.writestr(item, pattern.sub(new, content) if item.filename == part else content)
    return stream.getvalue()


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {item.filename: NOTED.sub(b"", archive.read(item)) for item in archive.infolist()}


def run(root: Path, asked: Asked) -> Result:
    workspace = find(root)
    assert workspace is not None
    names = workspace.plans()
    result = build.build(workspace, names, root / "build", asked, lambda *_: None)
    for outcome in result.outcomes:
        assert not outcome.crash, outcome.crash
    return result


def said(outcome: Outcome) -> list[str]:
    """Return the findings of a plan but for those about what somebody edited."""
    return [repr(found) for found in outcome.findings if found.code not in ("B011", "B015")]


class Walk:
    """A working folder, and what may happen to it from one build to the next."""

    def __init__(self, home: Path, chance: random.Random) -> None:
        self.home, self.chance = home, chance
        self.root = workplace(home / "nơi làm", START)
        self.edits: set[str] = set()

    def steps(self) -> list[Callable[[], None]]:
        """Return everything that may happen, each thing twice, in any order."""
        places = [(look, place) for look in LOOKS for place in ("templates", "templates/x")]
        made: list[Callable[[], None]] = [
            *(partial(self.edit, name) for name in EDITS),
            *(partial(self.template, *told) for told in places),
            *(partial(self.file, how) for how in ("edited", "gone", "touched", "rewritten")),
            *(partial(self.file, "gone", "manifest.json"), self.part, self.move, self.copy),
            *(partial(self.lose, name) for name in (store.STATE, f"{store.STATE}/built", "build")),
        ]
        return self.chance.sample([*made, *made], 2 * len(made))

    def edit(self, name: str) -> None:
        """Make an edit, or take it back."""
        path, old, new = EDITS[name]
        text = (self.root / path).read_text("utf-8")
        old, new = (new, old) if new and new in text else (old, new)
        (self.root / path).write_text(text.replace(old, new, 1), "utf-8")

    def template(self, look: str, place: str) -> None:
        path, change = self.root / place / "ke-hoach.docx", LOOKS[look]
        path.parent.mkdir(parents=True, exist_ok=True)
        if change is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(changed((TEMPLATES / path.name).read_bytes(), *change))

    def file(self, how: str, names: str = "*.docx") -> None:
        """Do something to a file that was built."""
        built = (self.root / "build").rglob(names)
        files = sorted(p for p in built if store.sha256(p.read_bytes()) not in self.edits)
        if not files:
            return
        path = self.chance.choice(files)
        if how == "gone":
            path.unlink()
        elif how == "touched":
            os.utime(path)
        elif how == "rewritten":
            path.write_bytes(path.read_bytes())
        else:
            told, comment = path.stat(), b"<!-- %d -->" % self.chance.randint(10, 99)
            end = re.compile(rb"(?=</w:body>)")
            path.write_bytes(changed(path.read_bytes(), "word/document.xml", end, comment))
            os.utime(path, ns=(told.st_atime_ns, told.st_mtime_ns))
            self.edits.add(store.sha256(path.read_bytes()))

    def lose(self, name: str) -> None:
        """Lose what is remembered, or all files and the edits with them."""
        if name == "build":
            self.edits.clear()
        shutil.rmtree(self.root / name, ignore_errors=True)

    def copy(self) -> None:
        self._to(shutil.copytree)

    def move(self) -> None:
        self._to(shutil.move)

    def _to(self, how: Callable[[Path, Path], object]) -> None:
        other = self.root.with_name("nơi khác" if self.root.name == "nơi làm" else "nơi làm")
        how(self.root, other)
        shutil.rmtree(self.root, ignore_errors=True)
        self.root = other

    def part(self) -> None:
        run(self.root, Asked(only=("huyen_vu_thu",)))

    def check(self) -> None:
        """Build, and compare with what a clean build makes."""
        outcomes = run(self.root, Asked()).outcomes
        clean = self.home / "mới"
        left_out = shutil.ignore_patterns("build", store.STATE)
        shutil.copytree(self.root, clean, ignore=left_out)
        expected = run(clean, Asked()).outcomes
        again = run(self.root, Asked()).outcomes
        for outcome, other, later in zip(outcomes, expected, again, strict=True):
            assert said(outcome) == said(other) == said(later)
            failed = outcome.status is Status.FAILED
            assert failed == (other.status is Status.FAILED)
            assert failed or (later.status, later.why) == (Status.UNCHANGED, {})
            if not failed:
                self.compare(outcome, other, clean)
        kept = {store.sha256(path.read_bytes()) for path in (self.root / "build").rglob("*.docx")}
        assert self.edits <= kept
        assert not list(self.root.rglob(f"{store.PREFIX}*"))
        shutil.rmtree(clean)

    def compare(self, outcome: Outcome, other: Outcome, clean: Path) -> None:
        assert outcome.files == other.files
        for name in outcome.files:
            assert members(self.root / "build" / name) == members(clean / "build" / name), name
        listed = Path(outcome.files[0]).parent / "manifest.json"
        one, two = (
            manifest.parse((root / "build" / listed).read_bytes()) for root in (self.root, clean)
        )
        assert one is not None
        assert two is not None
        assert one.sources == two.sources
        assert {e.path: e.key for e in one.files} == {e.path: e.key for e in two.files}


@pytest.mark.parametrize("seed", [2027])
def test_a_walk(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    walk = Walk(tmp_path, chance)
    waiting = walk.steps()
    walk.check()
    while waiting:
        for _ in range(min(chance.randint(2, 4), len(waiting))):
            waiting.pop()()
        walk.check()
