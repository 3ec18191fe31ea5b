"""`git diff` on a plan: git hands two contents of one file, what they mean is told.

See gitattributes(5), "Defining an external diff driver": the path, then file, blob and mode of
the old side and of the new one; a side that is not there is /dev/null.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path

from kehoach.diff import summary
from kehoach.diff.compare import compare
from kehoach.report import plain, split_lines
from kehoach.versions import of_content
from kehoach.workspace import LIMIT, Workspace, find

ARGUMENTS = (7, 9)
"""How many words git hands over; two more for a file that was renamed."""


def driven(arguments: tuple[str, ...], here: Path) -> str:
    """Return what changed, as text; line by line when a side cannot be read as a plan.

    Both sides are read with the layers and tables of today: git does not say which revision a
    content is from. Raises `OSError` when a file of git's cannot be read.
    """
    path, old, new = arguments[0], arguments[1], arguments[4]
    sides = [_content(here / side) if side != "/dev/null" else None for side in (old, new)]
    head = f"kehoach diff {plain(path)}\n"
    if sides[0] is None or sides[1] is None:
        return f"{head}{'kế hoạch mới' if sides[0] is None else 'kế hoạch đã xóa'}\n"
    workspace = find((here / path).parent)
    told = _meaning(path, sides[0], sides[1], workspace, here) if workspace else None
    return head + (told or "\n".join(_line_by_line(sides[0], sides[1])) + "\n")


def _content(file: Path) -> bytes:
    with file.open("rb") as stream:
        return stream.read(LIMIT + 1)


def _meaning(path: str, old: bytes, new: bytes, workspace: Workspace, here: Path) -> str | None:
    full = (here / path).resolve()
    if not full.is_relative_to(workspace.root):
        return None
    own = full.relative_to(workspace.root).as_posix()
    before, _ = of_content(own, old, workspace, "")
    after, _ = of_content(own, new, workspace, "")
    return summary.text(compare(before, after)) if before and after else None


def _line_by_line(old: bytes, new: bytes) -> Iterator[str]:
    yield "một bên còn lỗi nên chỉ so được từng dòng; xem lỗi: kehoach check"
    lines = difflib.unified_diff(split_lines(old), split_lines(new), "cũ", "mới", lineterm="")
    yield from map(plain, lines)
