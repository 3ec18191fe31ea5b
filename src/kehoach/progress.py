"""A bar on the terminal while a build takes long."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE = 1.0
"""Seconds before the bar appears."""


class Bar:
    """Shows, on stderr, how many of `total` are done; nothing when stderr is not a terminal."""

    def __init__(self, total: int, translate: Callable[[str], str] = str) -> None:
        """Take how many there are; nothing is shown yet."""
        self._total, self._translate = total, translate
        self._started = time.monotonic()
        self._shown: tuple[Progress, TaskID] | None = None

    def __enter__(self) -> Bar:
        """Return the bar."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take the bar away."""
        if self._shown:
            self._shown[0].stop()

    def __call__(self, done: int, name: str) -> None:
        """Show that `done` are done and `name` is next."""
        if self._shown is None and sys.stderr.isatty() and self._late():
            self._shown = self._show()
        if self._shown:
            progress, task = self._shown
            progress.update(task, completed=done, description=self._translate(name))

    def _late(self) -> bool:
        return time.monotonic() - self._started > PATIENCE

    def _show(self) -> tuple[Progress, TaskID]:
        from rich.console import Console
        from rich.progress import Progress

        progress = Progress(console=Console(stderr=True), transient=True)
        progress.start()
        return progress, progress.add_task("", total=self._total)
