"""A working folder with built documents, for tests of what comes back from Word."""

from __future__ import annotations

import atexit
import contextlib
import shutil
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import click
from click.testing import CliRunner

from kehoach import build, messages
from kehoach.builder import Asked
from kehoach.cli import cli
from kehoach.ooxml.package import unpack
from kehoach.ooxml.write import pack
from kehoach.workspace import Workspace, package_data
from test_versions import BASE, BASED, COPIES, NAME
from workplace import workplace

DISTRICT = "huyen_quynh_phu"
COMMON = "abstract: true\nterms: {cach: tốt hơn}\n"
TEXT = (BASED + COPIES).replace("Làm tốt hơn;", "Làm {{ cach }}, chắc hơn;")
MAIN = f"build/{NAME.removeprefix('plans/').removesuffix('.yaml')}/ke-hoach.docx"
COPY = MAIN.replace("ke-hoach.docx", f"{DISTRICT}/ke-hoach.docx")


@dataclass(frozen=True)
class Done:
    """What a command printed, and its exit code."""

    returncode: int
    stdout: str
    stderr: str


def ran(folder: Path, *arguments: str) -> Done:
    """Run the command line in `folder` in this process, where nobody can be asked."""
    with contextlib.chdir(folder):
        done = CliRunner().invoke(
            cli, arguments, obj=messages.translator("en"), standalone_mode=False
        )
    fault = done.exception
    if isinstance(fault, click.ClickException):
        return Done(fault.exit_code, done.stdout, fault.format_message())
    if fault:
        raise fault
    return Done(done.return_value or 0, done.stdout, done.stderr)


def workspace(root: Path) -> Workspace:
    """Return the working folder at `root`."""
    return Workspace(root, package_data())


def office(root: Path, plan: str = TEXT, base: str = COMMON) -> Path:
    """Put a plan with a base and copies, and what they build, below `root`, and return it.

    A build says the same in any folder, so one serves all tests that ask for the same plan.
    """
    shutil.copytree(_office(plan, base), root, dirs_exist_ok=True)
    return root


@cache
def _office(plan: str, base: str) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="office-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    built(workplace(folder, {NAME: plan, BASE: base}))
    return folder


def built(root: Path) -> None:
    """Build the plan, which has no errors."""
    result = build.build(workspace(root), [NAME], root / "build", Asked(), lambda *_: None)
    (outcome,) = result.outcomes
    assert outcome.status in ("built", "unchanged"), outcome.findings


def stripped(data: bytes) -> bytes:
    """Return a Word file that does not tell where it comes from."""
    parts, findings = unpack(data, "x.docx")
    assert parts is not None, findings
    name = "docProps/custom.xml"
    return pack({**parts, name: parts[name].replace(b'name="kehoach', b'name="x')})
