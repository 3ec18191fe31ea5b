"""A module imports only from the layers below its own."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from test_build import NAME
from workplace import PLAN, workplace

PACKAGE = Path(__file__).parents[1] / "src" / "kehoach"

LAYERS: tuple[tuple[str, ...], ...] = (
    ("diagnostic", "manifest", "metrics", "store", "vietnamese", "vocabulary"),
    (
        "codes",
        "messages",
        "report",
        "unit_table",
        "values",
        "working_days",
        "workspace",
        "yaml_faults",
    ),
    ("filters", "revision", "source", "units"),
    ("layers", "sandbox", "tabular"),
    ("figures", "grammar"),
    ("expression",),
    ("document", "markup"),
    ("align", "endings", "outline", "paper", "printed"),
    ("roles",),
    ("schema", "sections", "wording"),
    ("json_schema", "model"),
    ("facts", "tables"),
    ("include", "recall"),
    ("words",),
    ("grids", "links", "sense", "written_once"),
    ("allotment",),
    ("plan",),
    ("bodies",),
    ("compose", "copies", "draft_facts", "explain", "likeness", "rule"),
    ("looking",),
    ("rules", "waivers"),
    ("checking", "ooxml", "sarif"),
    ("unstyled",),
    ("form", "forms", "importer", "papers", "pdf", "verify"),
    ("incremental", "template", "versions"),
    ("output", "render"),
    ("make",),
    ("outcome", "prints", "review"),
    ("in_hand",),
    ("builder", "diff", "doctor", "initialise", "progress", "redline"),
    ("watch", "workers"),
    ("build", "reviewers"),
    ("absorb", "screen", "shell"),
    ("rollover",),
    ("opinions",),
    (
        *("absorb_command", "build_command", "check_command", "comments_command"),
        *("diff_command", "doctor_command"),
        *("explain_command", "import_command", "new_command", "redline_command"),
    ),
    ("cli",),
    ("__main__",),
)
"""From the bottom to the top; modules of one layer do not know each other."""

WORD_SIDE = {"ooxml", "forms", "template", "render"}
PLAN_SIDE = {
    *("source", "layers", "markup", "outline", "schema", "model", "facts", "include", "words"),
    *("endings", "grids", "links", "sections", "sense", "tables", "plan", "compose"),
}
"""The two sides meet in the document tree and nowhere else."""

ONLY_IN = {
    "lxml": {"ooxml"},
    "docxtpl": {"forms"},
    "office2pdf": {"pdf"},
    "pypdfium2": {"pdf"},
    "yaml": {"source", "yaml_faults"},
    "jinja2": {"forms", "grammar", "sandbox"},
    "openpyxl": {"form"},
    "click": {
        *("absorb_command", "build_command", "check_command", "cli", "comments_command"),
        "doctor_command",
        *("diff_command", "explain_command", "import_command", "new_command"),
        *("redline_command", "screen", "shell"),
    },
    "rapidfuzz": {"align"},
    "rich": {"progress"},
    "holidays": {"working_days"},
    "distributed": {"workers"},
    "watchfiles": {"watch"},
}
"""Libraries that only some modules may use."""

QUICK = {"yaml", "jinja2", "lxml", "docx", "docxtpl", "rapidfuzz", "rich", "jsonschema", "holidays"}
QUICK |= {"distributed", "office2pdf", "pypdfium2", "watchfiles"}
"""What `kehoach --help` must not wait for."""

LEVEL = {module: level for level, layer in enumerate(LAYERS) for module in layer}


def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if path.name != "__init__.py")


def module_of(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def only_types(node: ast.AST) -> bool:
    """Return whether `node` is a block that only the type checker sees."""
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def imported(path: Path) -> Iterator[str]:
    """Yield what a file imports: `kehoach.x` for our modules, the top package of others."""
    tree = ast.parse(path.read_text("utf-8"))
    for_types = {inner for node in ast.walk(tree) if only_types(node) for inner in ast.walk(node)}
    for node in set(ast.walk(tree)) - for_types:
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: relative import"
            if node.module == "kehoach":
                yield from (f"kehoach.{alias.name}" for alias in node.names)
            else:
                yield node.module or ""
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def ours(path: Path) -> set[str]:
    names = (name.split(".") for name in imported(path))
    found = {parts[1] for parts in names if parts[0] == "kehoach" and len(parts) > 1}
    return found - {"__version__", module_of(path)}


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_come_from_below(path: Path) -> None:
    module = module_of(path)
    assert module in LEVEL, f"{module} has no layer yet: add it to LAYERS"
    above = {name for name in ours(path) if LEVEL[name] >= LEVEL[module]}
    assert not above


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_the_two_sides_meet_in_the_document_only(path: Path) -> None:
    if module_of(path) in WORD_SIDE:
        assert not ours(path) & PLAN_SIDE
    if module_of(path) in PLAN_SIDE:
        assert not ours(path) & WORD_SIDE


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_library_stays_where_it_belongs(path: Path) -> None:
    used = {name.split(".")[0] for name in imported(path)}
    assert not {name for name in used & set(ONLY_IN) if module_of(path) not in ONLY_IN[name]}


def test_every_module_of_the_layers_exists() -> None:
    there = {module_of(path) for path in modules()}
    assert set(LEVEL) == there


def test_the_command_line_knows_every_module_of_a_command() -> None:
    from kehoach import cli

    there = {path.stem for path in PACKAGE.glob("*_command.py")}
    assert {where.partition(":")[0] for where in cli._ELSEWHERE.values()} == there


def loaded(code: str, folder: Path | None = None) -> set[str]:
    """Return the modules that a process has loaded once it has done what `code` says."""
    import subprocess

    done = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}\nprint('LOADED', *sys.modules)"],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        env={"PYTHONPATH": str(PACKAGE.parent), "PYTHONUTF8": "1"},
    )
    return set(done.stdout.split("LOADED")[1].split())


def test_help_loads_nothing_heavy() -> None:
    found = loaded("from kehoach import cli\ncli.cli.main(['--help'], standalone_mode=False)")
    assert "click" in found
    assert not {name.split(".")[0] for name in found} & QUICK


def test_a_build_loads_what_it_needs(tmp_path: Path) -> None:
    """The first has no form, PDF, table or formula; the second finds that nothing is to be done."""
    root = workplace(tmp_path, {NAME: PLAN})
    code = (
        "from kehoach import cli, messages\n"
        "cli.cli.main(['build'], obj=messages.translator('en'), standalone_mode=False)"
    )
    first, second = loaded(code, root), loaded(code, root)
    assert {"yaml", "lxml", "kehoach.rules.font"} <= first
    assert not first & {"jinja2", "docxtpl", "openpyxl", "difflib", "logging", "kehoach.pdf"}
    assert not first & {"kehoach.roles.find", "kehoach.form", "kehoach.absorb_command"}
    assert "kehoach.builder" in second
    assert not second & {"yaml", "lxml", "kehoach.plan", "kehoach.rules", "kehoach.document"}
