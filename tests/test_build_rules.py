"""A build applies the rules: to each document that it composes, and to how its template looks."""

from __future__ import annotations

import shutil
from pathlib import Path

import docx
import pytest
from docx.shared import Pt

from kehoach import build
from kehoach.builder import Asked, Builder
from kehoach.checking import Checker
from kehoach.diagnostic import Diagnostic, Place, warning
from kehoach.outcome import Status
from kehoach.workspace import find
from test_build import FILE, NAME, edit, only, run
from workplace import PLAN, workplace

ROOT = Path(__file__).parents[1]
TEMPLATE = "templates/ke-hoach.docx"
SYMBOL = PLAN.replace("symbol: BCĐ", "symbol: bcđ")
"""A plan whose symbol is not in capitals: N215, an error."""
COPIES = """\
copies:
  district:
    recipients: |
      Như trên
      Lưu: VT, CAH
    signature:
      - {for: TM. BAN CHỈ ĐẠO, as: TRƯỞNG BAN}
    closing: Yêu cầu các xã thực hiện theo theo kế hoạch
"""
"""Copies that say a word twice: S-coded, the same in each."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return workplace(tmp_path, {NAME: PLAN})


def ruled(findings: tuple[Diagnostic, ...]) -> list[tuple[str, str]]:
    """Return code and path of the findings of rules."""
    return [(found.code, found.where.path) for found in findings if found.code[0] in "NS"]


def with_template(root: Path, old: str, new: str) -> None:
    """Give a working folder the template with a change."""
    (root / "templates").mkdir()
    shutil.copy(ROOT / TEMPLATE, root / TEMPLATE)
    edit(root / TEMPLATE, old, new)


def test_an_error_of_a_rule_leaves_the_older_file(root: Path) -> None:
    assert only(run(root)).status is Status.BUILT
    before = (root / FILE).read_bytes()
    workplace(root, {NAME: SYMBOL, "plans/x/2025.yaml": PLAN})
    failed, built = run(root).outcomes
    assert (failed.status, built.status) == (Status.FAILED, Status.BUILT)
    assert ruled(failed.findings) == [("N215", FILE)]
    assert (root / FILE).read_bytes() == before


def test_a_waived_error_is_built(root: Path) -> None:
    waiver = "waivers: [{code: N215, where: bcđ, reason: ký hiệu cũ}]\n"
    workplace(root, {NAME: waiver + SYMBOL})
    outcome = only(run(root))
    assert (outcome.status, ruled(outcome.findings)) == (Status.BUILT, [])


def test_what_all_copies_say_is_told_once_and_waived_for_all(root: Path) -> None:
    workplace(root, {NAME: PLAN + COPIES})
    outcome = only(run(root))
    assert outcome.units == 8
    [(code, path)] = ruled(outcome.findings)
    assert (code[0], path) == ("S", NAME)
    waiver = f"waivers: [{{code: {code}, where: theo theo, reason: x}}]\n"
    workplace(root, {NAME: waiver + PLAN + COPIES})
    assert ruled(only(run(root)).findings) == []
    assert "W001" not in [found.code for found in only(run(root)).findings]


def test_the_look_of_a_template_is_checked_before_anything_is_written(root: Path) -> None:
    workplace(root, {"plans/x/2025.yaml": PLAN})
    with_template(root, 'w:left="1701"', 'w:left="1000"')
    for outcome, file in zip(run(root).outcomes, (FILE, FILE.replace("2024", "2025")), strict=True):
        assert outcome.status is Status.FAILED
        assert set(ruled(outcome.findings)) == {("N103", file)}
        assert not (root / file).exists()


def test_each_plan_is_looked_at_whatever_was_built_before(root: Path) -> None:
    workplace(root, {"plans/x/2025.yaml": SYMBOL, "plans/x/2026.yaml": PLAN + COPIES})
    copies = COPIES.replace("theo theo", "theo").replace("TM. BAN", "KT.BAN")
    workplace(root, {"plans/x/2027.yaml": PLAN + copies})
    for year, end in (("2028", "\n"), ("2029", "")):
        bases = f"  Căn cứ Luật An ninh quốc gia;{end}  Căn cứ Luật Công an nhân dân;\n  Để làm tốt"
        workplace(root, {f"plans/x/{year}.yaml": PLAN.replace("  Để làm tốt", bases)})
    found = [ruled(outcome.findings) for outcome in run(root).outcomes]
    assert [[code for code, _ in each if code[0] == "N"] for each in found] == [
        [],
        ["N215"],
        [],
        ["N401"],
        [],
        ["N303"],
    ]


def test_plans_that_differ_by_names_and_figures_are_looked_at_once(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def look(data: bytes, path: str, checker: Checker) -> list[Diagnostic]:
        seen.append(path)
        return []

    monkeypatch.setattr("kehoach.papers.of_look", look)
    plan = PLAN.replace("Như trên", "Công an tỉnh Thái Bình").replace("Nguyễn Văn A", "Lê An")
    plan += COPIES.replace("theo theo", "theo")
    other = plan.replace("thai_binh", "nam_dinh").replace("Thái Bình", "Nam Định")
    other = other.replace("Lê An", "Vũ Thị Bé")
    workplace(root, {NAME: plan, "plans/y/2024.yaml": other})
    outcomes = run(root).outcomes
    assert [outcome.status for outcome in outcomes] == [Status.BUILT] * 2
    assert len(seen) == 2, "a plan and a copy of it"
    assert all(path.startswith(FILE.rpartition("/")[0]) for path in seen)


def test_what_is_wrong_with_a_template_is_told_by_each_plan_in_each_round(root: Path) -> None:
    """Whatever else is built with it: what a build leaves as it is says it again later."""
    workplace(root, {"plans/x/2025.yaml": PLAN})
    workspace = find(root)
    assert workspace is not None
    made = Builder(workspace, root / "build", Asked())

    def told() -> list[list[tuple[str, str]]]:
        result = build.run(made, workspace.plans(), lambda *_: None)
        assert not [outcome.crash for outcome in result.outcomes if outcome.crash]
        return [ruled(outcome.findings) for outcome in result.outcomes]

    assert told() == [[], []]
    with_template(root, 'w:left="1701"', 'w:left="1702"')
    template = docx.Document(str(root / TEMPLATE))
    template.styles["KH so_trang"].font.size = Pt(10)
    template.save(str(root / TEMPLATE))
    files = FILE, FILE.replace("2024", "2025")
    expected = [[("N504", file)] for file in files]
    assert told() == expected, "the template was seen before, with other content"
    assert told() == expected, "nothing is made again"
    (root / NAME).write_text(PLAN.replace("nhanh hơn", "mau hơn"), "utf-8")
    assert told() == expected
    assert [ruled(outcome.findings) for outcome in run(root).outcomes] == expected


def test_recheck_looks_at_the_files_too(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[str, bytes]] = []

    def look(data: bytes, path: str, checker: Checker) -> list[Diagnostic]:
        seen.append((path, data))
        return [warning("N103", Place(path), "lề")]

    monkeypatch.setattr("kehoach.papers.of_look", look)
    assert ruled(only(run(root)).findings) == [("N103", FILE)]
    written = (root / FILE).read_bytes()
    assert ruled(only(run(root, recheck=True)).findings) == [("N103", FILE)]
    assert seen == [(FILE, written)] * 3
