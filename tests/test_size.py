"""Files and functions stay short enough to be read at once."""

from __future__ import annotations

import ast
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parents[1]
FILE = 400
FUNCTION = 60
MEDIAN = 15

FILES = sorted((ROOT / "src").rglob("*.py"))


def functions(path: Path) -> list[tuple[str, int]]:
    """Return each function with its number of lines, decorators left out."""
    tree = ast.parse(path.read_text("utf-8"))
    return [
        (node.name, (node.end_lineno or node.lineno) - node.lineno + 1)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_files_and_functions_are_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) < FILE
    assert not [(name, lines) for name, lines in functions(path) if lines >= FUNCTION]


def test_most_functions_are_very_short() -> None:
    lengths = [lines for path in FILES for _, lines in functions(path)]
    assert len(lengths) > 100
    assert median(lengths) <= MEDIAN
