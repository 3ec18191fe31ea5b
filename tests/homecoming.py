"""A working folder with built documents, for tests of what comes back from Word."""

from __future__ import annotations

from pathlib import Path

from kehoach import build
from kehoach.workspace import Workspace, package_data
from test_versions import BASE, BASED, COPIES, NAME
from workplace import workplace

DISTRICT = "huyen_quynh_phu"
COMMON = "abstract: true\nterms: {cach: tốt hơn}\n"
TEXT = (BASED + COPIES).replace("Làm tốt hơn;", "Làm {{ cach }}, chắc hơn;")
MAIN = f"build/{NAME.removeprefix('plans/').removesuffix('.yaml')}/ke-hoach.docx"
COPY = MAIN.replace("ke-hoach.docx", f"{DISTRICT}/ke-hoach.docx")


def workspace(root: Path) -> Workspace:
    """Return the working folder at `root`."""
    return Workspace(root, package_data())


def office(root: Path, plan: str = TEXT, base: str = COMMON) -> Path:
    """Write a plan with a base and copies below `root`, build it, and return `root`."""
    workplace(root, {NAME: plan, BASE: base})
    built(root)
    return root


def built(root: Path) -> None:
    """Build the plan, which has no errors."""
    result = build.build(workspace(root), [NAME], root / "build", False, lambda *_: None)
    (outcome,) = result.outcomes
    assert outcome.status in ("built", "unchanged"), outcome.findings
