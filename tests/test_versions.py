"""The two sides of a comparison: plans of today and of a revision, and Word files."""

from __future__ import annotations

from pathlib import Path

import pytest

import foreign
from kehoach import compose, manifest, plan, render, template, versions
from kehoach.document import canonical, tree_hash
from kehoach.manifest import Provenance
from kehoach.versions import Version
from kehoach.workspace import Workspace
from test_revision import commit, git
from word import TEMPLATE
from workplace import PLAN, workplace

NAME = "plans/thai-binh/2024.yaml"
BASE = "plans/base/chung.yaml"
COPIES = """\
copies:
  district:
    closing: Nhận kế hoạch này, yêu cầu các xã thực hiện.
    recipients: |
      Công an tỉnh
    signature:
      - as: TRƯỞNG BAN
"""
BASED = PLAN.replace("unit: thai_binh", "extends: ../base/chung.yaml\nunit: thai_binh")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A working folder under git in which plan and base have changed since the first commit."""
    git(tmp_path, "init", "-q")
    based = BASED.replace("Làm tốt hơn;", "Làm {{ cach }};") + COPIES
    base = "abstract: true\nterms: {cach: tốt hơn}\n"
    commit(tmp_path, {NAME: based, BASE: base})
    workplace(tmp_path, {NAME: based.replace("nhanh hơn", "nhanh nhất")})
    workplace(tmp_path, {BASE: base.replace("tốt hơn", "tốt nhất")})
    monkeypatch.chdir(tmp_path)
    return Workspace(tmp_path, tmp_path)


def load(folder: Workspace, old: str, new: str, unit: str = "") -> tuple[Version, Version]:
    found, findings = versions.load((old, new), folder, Path.cwd(), unit)
    assert not findings
    first, second = found
    return first, second


def codes(folder: Workspace, old: str, new: str, unit: str = "") -> list[str]:
    found, findings = versions.load((old, new), folder, Path.cwd(), unit)
    assert found == ()
    return [fault.code for fault in findings]


def words(version: Version) -> str:
    return "\n".join(block.text for block in version.document.blocks)


def built(folder: Workspace, unit: str = "") -> bytes:
    """Return the Word file of the plan as it is today, or of a unit's copy."""
    version, _ = load(folder, NAME, NAME, unit)
    compiled, _ = template.compile_template(TEMPLATE.read_bytes(), "templates/ke-hoach.docx")
    assert compiled is not None
    origin = Provenance(NAME, "1", tree_hash(version.document), {}, unit)
    data, findings = render.render(compiled, version.document, manifest.properties(origin))
    assert data is not None, findings
    return data


def test_a_revision_has_the_layers_of_its_time(folder: Workspace) -> None:
    old, new = load(folder, f"{NAME}@HEAD", NAME)
    assert "Làm tốt hơn" in words(old)
    assert "Làm nhanh hơn" in words(old)
    assert "Làm tốt nhất" in words(new)
    assert "Làm nhanh nhất" in words(new)
    assert old.day
    assert old.name.startswith(f"{NAME}@HEAD (")
    assert (new.name, new.day) == (NAME, "")


def test_a_version_has_the_copies_of_the_units_below(folder: Workspace) -> None:
    old, new = load(folder, f"{NAME}@HEAD", NAME)
    assert len(old.documents) == len(old.copies) == 8
    assert set(old.documents) == set(new.documents)
    first = old.documents["huyen_quynh_phu"]
    assert any("nhanh hơn" in block.text for block in first.blocks)


def test_a_unit_s_copy_can_be_asked_for(folder: Workspace) -> None:
    old, _ = load(folder, f"{NAME}@HEAD", NAME, "huyen_quynh_phu")
    assert "huyện Quỳnh Phụ" in words(old)
    assert not old.documents
    assert not old.forms
    assert codes(folder, NAME, f"{NAME}@HEAD", "huyen_khong_co") == ["B014", "B014"]


def test_a_plan_of_a_revision_may_be_gone_today(folder: Workspace) -> None:
    (folder.root / NAME).rename(folder.root / "plans/thai-binh/2025.yaml")
    old, new = load(folder, f"{NAME}@HEAD", "plans/thai-binh/2025.yaml")
    assert "nhanh hơn" in words(old)
    assert "nhanh nhất" in words(new)


def test_a_name_counts_from_where_the_user_is(
    folder: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.root / "plans/thai-binh")
    old, _ = load(folder, "2024.yaml@HEAD", "2024.yaml")
    assert "nhanh hơn" in words(old)


def test_word_files_are_read(folder: Workspace) -> None:
    (folder.root / "a.docx").write_bytes(built(folder))
    old, new = load(folder, "a.docx", NAME)
    assert canonical(old.document) == canonical(new.document)
    assert old.plan is None


def test_a_word_file_of_another_maker_is_read_by_its_looks(folder: Workspace) -> None:
    for name, make in (("a.docx", foreign.by_tabs), ("b.docx", foreign.by_table)):
        (folder.root / name).write_bytes(make())
    old, new = load(folder, "a.docx", "b.docx")
    assert canonical(old.document) == canonical(new.document)
    roles = {block.role for block in old.document.blocks}
    assert {"quoc_hieu", "trich_yeu", "muc_td", "noi_nhan", "ky_ho_ten"} <= roles


def test_a_word_file_that_is_no_whole_plan_is_compared_by_its_words(folder: Workspace) -> None:
    lines = "".join(foreign.p(foreign.r(line)) for line in ("KẾ HOẠCH", "Thi đua", "1. Làm."))
    (folder.root / "a.docx").write_bytes(foreign.package(lines))
    old, _ = load(folder, "a.docx", NAME)
    assert [block.text for block in old.document.blocks] == ["KẾ HOẠCH", "Thi đua", "Làm."]


def test_a_word_file_of_a_copy_is_compared_with_the_copy(folder: Workspace) -> None:
    (folder.root / "a.docx").write_bytes(built(folder, "huyen_quynh_phu"))
    old, new = load(folder, "a.docx", NAME)
    assert canonical(old.document) == canonical(new.document)
    assert "huyện Quỳnh Phụ" in words(new)


def test_all_that_is_missing_is_told(folder: Workspace) -> None:
    (folder.root / "bad.docx").write_bytes(b"no zip")
    assert codes(folder, "bad.docx", "none.docx")[1:] == ["V010"]
    assert codes(folder, f"{NAME}@v1", "plans/none.yaml") == ["V002", "B001"]
    assert codes(folder, "plans/none.yaml@HEAD", "a.docx@HEAD") == ["V003", "V011"]
    assert codes(folder, "../outside.yaml@HEAD", NAME) == ["V004"]


def test_a_fault_of_a_revision_is_told_with_the_revision(folder: Workspace) -> None:
    commit(folder.root, {NAME: PLAN.replace("{{ year }}", "{{ yaer }}")})
    workplace(folder.root, {NAME: PLAN})
    found, findings = versions.load((f"{NAME}@HEAD", NAME), folder, Path.cwd())
    assert found == ()
    assert [(fault.code, fault.where.path) for fault in findings] == [("E020", f"{NAME}@HEAD")]


def test_a_base_plan_has_facts_and_no_text(folder: Workspace) -> None:
    old, new = load(folder, f"{BASE}@HEAD", BASE)
    assert old.document.blocks == new.document.blocks == ()
    assert old.plan is not None
    assert old.plan.abstract


def test_warnings_do_not_stand_in_the_way(folder: Workspace) -> None:
    text = PLAN.replace("Làm tốt hơn", "Đạt 80% số thôn") + "targets: {kdc: {value: 80%}}\n"
    workplace(folder.root, {NAME: text})
    loaded, findings = plan.load(NAME, folder.fetch)
    assert loaded is not None
    assert findings
    assert compose.compose(loaded)[0] is not None
    load(folder, f"{NAME}@HEAD", NAME)


def test_the_working_folder_is_that_of_the_plan(folder: Workspace, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    plan_path = str(folder.root / NAME)
    found = versions.around((plan_path, plan_path), Path("/"))
    assert found is not None
    assert found.root == folder.root.resolve()
    assert versions.around((f"{plan_path}@HEAD", "x.docx"), Path("/")) is not None
    assert versions.around(("gone.yaml@HEAD", "x.yaml"), Path("/")) is None
    alone = versions.around(("a.docx", "b.docx"), Path("/"))
    assert alone is not None
    assert alone.fetch("templates/ke-hoach.docx")
