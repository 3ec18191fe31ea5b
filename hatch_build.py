"""Put the top-level templates and plans that a new working folder needs into the wheel.

An editable install reads them where they are, so it gets no copies that could grow stale.
"""

from __future__ import annotations

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

DATA = ("templates", "plans/base", "plans/schema.json", "plans/thai-binh/2024.yaml")


class DataHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds `DATA` below `kehoach/data`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the files to `build_data`, unless `version` says that the wheel is editable."""
        if version == "standard":
            build_data["force_include"].update({path: f"kehoach/data/{path}" for path in DATA})
