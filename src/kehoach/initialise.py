"""A new working folder: templates, base plans, an example, and settings for the editor."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from kehoach import store
from kehoach.workspace import package_data

COPIED = ("templates", "plans/base", "plans/schema.json", "plans/thai-binh/2024.yaml")
"""What the package carries for a new folder."""

IGNORED = "build/\n.kehoach/\n~$*\n"
"""What git should not keep: what can be built again, and Word's lock files."""

EDITOR = {
    "files.encoding": "utf8",
    "files.eol": "\n",
    "[yaml]": {
        "editor.insertSpaces": True,
        "editor.tabSize": 2,
        "editor.wordWrap": "on",
    },
    "yaml.schemas": {"./plans/schema.json": "/plans/**/*.yaml"},
}


def initialise(folder: Path) -> tuple[list[str], list[str]]:
    """Make `folder` a working folder; return the paths written and those that were there already.

    An existing file is never changed. Raises `OSError`.
    """
    written: list[str] = []
    kept: list[str] = []
    for path, data in sorted(_files()):
        target = folder / path
        if target.exists():
            kept.append(path)
        else:
            store.write(target, data)
            written.append(path)
    return written, kept


def _files() -> Iterator[tuple[str, bytes]]:
    yield ".gitignore", IGNORED.encode()
    yield ".vscode/settings.json", (json.dumps(EDITOR, indent=2) + "\n").encode()
    source = package_data()
    for name in COPIED:
        path = source / name
        for file in [path] if path.is_file() else sorted(path.rglob("*")):
            if file.is_file() and not file.name.startswith(("~$", ".")):
                yield file.relative_to(source).as_posix(), file.read_bytes()
