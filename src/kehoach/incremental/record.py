"""What is noted of the last build of a plan, in `.kehoach/built`: only to save work.

Without a record everything is made anew and nothing is lost but time.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from kehoach import store
from kehoach.diagnostic import Diagnostic, Place, Severity, Span
from kehoach.incremental.stamps import Stamp

FORMAT = 3
_ENDING = ".json"


@dataclass(frozen=True, slots=True)
class Record:
    """`tool` made the plan of what it `fetched`: path → SHA-256, None where nothing was found.

    `manifest` is the SHA-256 of the manifest that was written; `stamps` are those of the files it
    lists, `findings` what was said of the plan, `pages` what of each PDF; `sound` are the SHA-256
    of files of which the tool had nothing to say. It is not `whole` while a build is under way.
    """

    tool: str = ""
    fetched: Mapping[str, str | None] = field(default_factory=dict)
    manifest: str = ""
    stamps: Mapping[str, Stamp] = field(default_factory=dict)
    findings: tuple[Diagnostic, ...] = ()
    pages: Mapping[str, tuple[Diagnostic, ...]] = field(default_factory=dict)
    sound: frozenset[str] = frozenset()
    whole: bool = False


class Records:
    """The records of a working folder for one output folder."""

    def __init__(self, root: Path, out: Path) -> None:
        """Take both folders; nothing is written yet."""
        self._folder, self._out = root / store.STATE / "built", out.absolute()

    def load(self, plan: str) -> Record:
        """Return what is noted of a plan; an empty record when nothing is, or cannot be read."""
        try:
            return _parse(_sound(self._path(plan).read_bytes()))
        except (OSError, ValueError, KeyError, TypeError):
            return Record()

    def save(self, plan: str, record: Record) -> None:
        """Note a record. Raises `OSError`."""
        path = self._path(plan)
        path.parent.mkdir(parents=True, exist_ok=True)
        data = _dump(plan, self._out, record)
        store.move(store.lay_down(path, _digest(data) + data), path)

    def begin(self, plan: str, record: Record) -> None:
        """Note that a build has begun: what it leaves unfinished is not passed over."""
        if record.whole:
            self.save(plan, replace(record, whole=False))

    def others(self, plans: Iterable[str]) -> Iterator[str]:
        """Yield the plans, not among `plans`, of which a build into this folder is noted."""
        known = {self._path(plan).name for plan in plans}
        for path in sorted(self._folder.glob(f"*{_ENDING}")):
            if path.name not in known:
                with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
                    noted = json.loads(_sound(path.read_bytes()))
                    if noted["out"] == str(self._out):
                        yield noted["plan"]

    def forget(self, plan: str) -> None:
        """Note nothing of a plan any more. Raises `OSError`."""
        self._path(plan).unlink(missing_ok=True)

    def _path(self, plan: str) -> Path:
        name = f"{plan}\n{self._out}"
        return self._folder / f"{store.sha256(name.encode())}{_ENDING}"


def _digest(data: bytes) -> bytes:
    return store.sha256(data).encode() + b"\n"


def _sound(data: bytes) -> bytes:
    """Return what a record holds. Raises `ValueError` when it is not as it was written."""
    digest, mark, rest = data.partition(b"\n")
    if digest + mark != _digest(rest):
        raise ValueError(digest)
    return rest


def _dump(plan: str, out: Path, record: Record) -> bytes:
    value = {
        "format": FORMAT,
        "plan": plan,
        "out": str(out),
        "tool": record.tool,
        "fetched": dict(record.fetched),
        "manifest": record.manifest,
        "stamps": dict(record.stamps),
        "sound": sorted(record.sound),
        "whole": record.whole,
        "findings": [_packed(found) for found in record.findings],
        "pages": {path: [_packed(f) for f in found] for path, found in record.pages.items()},
    }
    return json.dumps(value, ensure_ascii=False, default=str, separators=(",", ":")).encode()


def _parse(data: bytes) -> Record:
    value = json.loads(data)
    if value["format"] != FORMAT:
        raise ValueError(value["format"])
    stamps = {path: Stamp(*numbers) for path, numbers in value["stamps"].items()}
    findings = tuple(_unpacked(found) for found in value["findings"])
    pages = {path: tuple(map(_unpacked, found)) for path, found in value["pages"].items()}
    kept = value["tool"], value["fetched"], value["manifest"], stamps, findings, pages
    return Record(*kept, frozenset(value["sound"]), whole=value["whole"] is True)


def _packed(found: Diagnostic) -> dict[str, Any]:
    """Return a finding as values for JSON; what is neither text nor number becomes its text."""
    value = {name: getattr(found, name) for name in ("code", "template", "hint", "clause")}
    args = {name: _plain(item) for name, item in found.args.items()}
    where = {"is": type(found.where).__name__, **asdict(found.where)}
    return {**value, "severity": found.severity.value, "args": args, "where": where}


def _unpacked(value: Mapping[str, Any]) -> Diagnostic:
    where = dict(value["where"])
    kind = Span if where.pop("is") == Span.__name__ else Place
    own = {**value, "severity": Severity(value["severity"]), "where": kind(**where)}
    return Diagnostic(**own)


def _plain(value: object) -> object:
    return value if isinstance(value, str | int | float) or value is None else str(value)
