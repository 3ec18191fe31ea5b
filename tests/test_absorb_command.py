"""`kehoach absorb`, run as an officer runs it: Word files edited, brought home, proven."""

from __future__ import annotations

import json
import os
import pty
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx_scalpel import DocxSessionSettings, Position, TrackedChangeMode, open_session

import office as libreoffice
from backoffice import COPY, DISTRICT, MAIN, TEXT, built, office, ran, stripped, workspace
from kehoach import versions
from kehoach.absorb import session
from kehoach.document import canonical
from kehoach.ooxml.package import unpack
from kehoach.ooxml.read import read
from kehoach.ooxml.write import pack
from reviewer import Reviewer
from test_revision import commit, git
from test_versions import BASE, NAME
from workplace import environment, kehoach, workplace

FILE = "sua.docx"
ITEM = "</text:list-item><text:list-item>"
"""Where one point of an OpenDocument list ends and the next begins."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return office(tmp_path)


def edited(folder: Path, change: Callable[[Reviewer], object], file: str = MAIN) -> bytes:
    reviewer = Reviewer((folder / file).read_bytes(), "Lê Thị B")
    change(reviewer)
    return reviewer.data()


def sent(folder: Path, change: Callable[[Reviewer], object], file: str = MAIN) -> Path:
    """Write an edited file into the folder."""
    target = folder / FILE
    target.write_bytes(edited(folder, change, file))
    return target


def plan_of(folder: Path) -> str:
    return (folder / NAME).read_bytes().decode()


def says(folder: Path, file: Path, unit: str = "") -> bool:
    """Return whether the plan in the folder says what a Word file says."""
    version, findings = versions.of_plan(NAME, workspace(folder).fetch, "", unit)
    document, _ = read(file.read_bytes(), "x")
    assert version is not None, findings
    assert document is not None
    return canonical(version.document) == canonical(document)


def test_a_tracked_edit_comes_home(folder: Path) -> None:
    file = sent(folder, lambda r: r.replace("nhanh hơn", "nhanh nhất"))
    done = kehoach(folder, "absorb", FILE, "--yes")
    assert (done.returncode, done.stderr) == (0, "")
    assert "tracked in Word by Lê Thị B: 1 places" in done.stdout
    assert "words: - Làm nhanh [-hơn-]{+nhất+}. (Lê Thị B)" in done.stdout
    assert "Proven: the new document equals the Word file." in done.stdout
    assert plan_of(folder) == TEXT.replace("nhanh hơn", "nhanh nhất")
    assert says(folder, file)


def test_nothing_is_written_without_a_yes(folder: Path) -> None:
    sent(folder, lambda r: r.replace("nhanh hơn", "nhanh nhất"))
    done = ran(folder, "absorb", FILE)
    assert done.returncode == 0
    assert "Nothing was written; --yes writes without asking." in done.stdout
    assert plan_of(folder) == TEXT


def test_edits_of_every_common_kind_saved_by_libreoffice(folder: Path) -> None:
    def change(reviewer: Reviewer) -> None:
        reviewer.replace("nhanh hơn", "nhanh nhất", tracked=False)
        reviewer.paragraph_after("nhanh", "Làm vui hơn.", tracked=False)
        reviewer.replace("Nguyễn Văn A", "Trần Văn B", tracked=False)
        reviewer.comment("Mục tiêu", "Xem lại.")

    file = sent(folder, change)
    (saved,) = libreoffice.resave([file], folder / "luu")
    done = ran(folder, "absorb", str(saved), "--yes")
    assert done.returncode == 0, done.stdout
    assert "Lê Thị B: Xem lại." in done.stdout
    assert says(folder, saved)
    assert "name: Trần Văn B" in plan_of(folder)


def test_an_edit_in_libreoffice_s_own_format(folder: Path) -> None:
    (own,) = libreoffice.convert([folder / MAIN], folder / "odf", "fodt")
    text = own.read_text("utf-8")
    paragraph = re.search(r"<text:p [^>]*>[^<]*Làm nhanh hơn.*?</text:p>", text)
    assert paragraph
    changed = paragraph[0].replace("nhanh hơn", "nhanh nhất")
    more = paragraph[0].replace("nhanh hơn", "vui hơn")
    assert text.count(paragraph[0]) == 1
    own.write_text(text.replace(paragraph[0], f"{changed}{ITEM}{more}"), "utf-8")
    (file,) = libreoffice.resave([own], folder / "docx")
    done = ran(folder, "absorb", str(file), "--yes")
    assert done.returncode == 0, done.stdout
    assert says(folder, file)
    assert "Làm vui hơn" in plan_of(folder)


def test_an_editor_that_is_not_ours(folder: Path) -> None:
    """Edits, a comment, its answer and its settling as docx-scalpel writes them."""
    settings = DocxSessionSettings(
        tracked_changes=TrackedChangeMode.RENDER_INLINE, revision_author="Vũ E"
    )
    with open_session((folder / MAIN).read_bytes(), settings) as editor:
        (found,) = editor.grep("nhanh hơn")
        assert editor.replace_match(found, "nhanh nhất").success
        (found,) = editor.grep("Mục tiêu")
        assert editor.add_comment(
            found.enclosing_anchor.id, found.span, "Sở Nội vụ", "Một?"
        ).success
        (comment,) = editor.list_comments()
        assert editor.add_comment_reply(comment.anchor_id, "Thường trực", "Hai.").success
        assert editor.set_comment_resolved(comment.anchor_id).success
        above = found.enclosing_anchor.id
        assert editor.insert_paragraph(above, Position.AFTER, "Một đoạn nữa.").success
        (folder / FILE).write_bytes(editor.save())
    done = ran(folder, "absorb", FILE, "--yes")
    assert done.returncode == 0, done.stdout
    assert "tracked in Word by Vũ E: 2 places" in done.stdout
    assert "«Mục tiêu» (I. Mục tiêu) [settled]" in done.stdout
    assert "    Thường trực: Hai.\n" in done.stdout
    assert says(folder, folder / FILE)
    done = ran(folder, "comments", FILE)
    assert "Vũ E (sửa có dấu vết): Đề nghị bổ sung nội dung: «Một đoạn nữa.»." in done.stdout


def test_two_colleagues_are_two_runs(folder: Path) -> None:
    first = edited(folder, lambda r: r.replace("nhanh hơn", "nhanh nhất"))
    second = edited(folder, lambda r: r.replace("chắc hơn", "chắc nhất"))
    for number, data in enumerate((first, second)):
        (folder / FILE).write_bytes(data)
        done = ran(folder, "absorb", FILE, "--yes")
        assert done.returncode == 0, done.stdout
        assert ("the plan has changed since" in done.stdout) == bool(number)
    both = TEXT.replace("nhanh hơn", "nhanh nhất").replace("chắc hơn", "chắc nhất")
    assert plan_of(folder) == both


def test_points_that_two_colleagues_put_into_one_list_are_numbered_together(tmp_path: Path) -> None:
    body = "".join(f"  {number}. Việc thứ {number} của kế hoạch;\n" for number in range(1, 8))
    body = body.replace("  1. Việc thứ 1", "  1. Làm {{ cach }}")
    plan = TEXT.replace("  1. Làm {{ cach }}, chắc hơn;\n  - Làm nhanh hơn.\n", body)
    folder = office(tmp_path, plan)
    files = []
    for at, new in (("thứ 3", "Việc của người thứ nhất;"), ("thứ 5", "Việc của người thứ hai;")):
        files.append(edited(folder, lambda r, at=at, new=new: r.paragraph_after(at, new)))
    for data in files:
        (folder / FILE).write_bytes(data)
        done = ran(folder, "absorb", FILE, "--yes")
        assert done.returncode == 0, done.stdout
        assert "Conflicts" not in done.stdout
    lines = re.findall(r"^  (\d+)\. (?:Việc|Làm)", plan_of(folder), re.MULTILINE)
    assert lines == [str(number) for number in range(1, 10)]


def test_a_file_that_is_home_already_changes_nothing(folder: Path) -> None:
    sent(folder, lambda r: r.replace("nhanh hơn", "nhanh nhất"))
    for _ in range(2):
        done = ran(folder, "absorb", FILE, "--yes")
        assert done.returncode == 0
    assert "Nothing to write." in done.stdout
    assert "+ plans" not in done.stdout


def test_a_conflict_is_shown_and_the_plan_keeps_its_words(folder: Path) -> None:
    file = sent(folder, lambda r: r.replace("nhanh hơn", "nhanh nhất"))
    later = TEXT.replace("nhanh hơn", "nhanh lên")
    workplace(folder, {NAME: later})
    done = ran(folder, "absorb", FILE, "--yes")
    assert done.returncode == 1
    shown = [line.strip() for line in done.stdout.splitlines()]
    assert "|   - Làm nhanh lên." in shown
    assert "|   - Làm nhanh nhất." in shown
    assert "differs from the Word file in 1 places" in done.stdout
    assert plan_of(folder) == later
    done = ran(folder, "absorb", FILE, "--yes", "--choose", "c1=2")
    assert done.returncode == 0, done.stdout
    assert says(folder, file)


def test_an_edit_that_no_plan_could_be_built_with_is_left_out(tmp_path: Path) -> None:
    heading = "  II. Việc riêng của tỉnh {#rieng}\n  1. Việc này không giao cho huyện.\n"
    plan = TEXT.replace("  - Làm nhanh hơn.\n", f"  - Làm nhanh hơn.\n{heading}")
    plan = plan.replace("  district:\n", "  district:\n    sections:\n      rieng: null\n")
    folder = office(tmp_path, plan)

    def change(reviewer: Reviewer) -> None:
        reviewer.replace("chắc hơn", "chắc nhất")
        reviewer.without("Việc riêng của tỉnh")
        reviewer.replace("Nguyễn Văn A", "Trần Văn B")

    sent(folder, change)
    done = ran(folder, "absorb", FILE, "--yes")
    assert done.returncode == 1
    assert "Left out, for the plan cannot be built with them: 1" in done.stdout
    assert "there is no «rieng»" in done.stdout
    assert "differs from the Word file" in done.stdout
    wanted = plan.replace("chắc hơn", "chắc nhất").replace("Nguyễn Văn A", "Trần Văn B")
    assert plan_of(folder) == wanted
    value = json.loads(ran(folder, "absorb", FILE, "--format", "json").stdout)
    assert [edit["was"] for edit in value["left_out"]] == ["II. Việc riêng của tỉnh"]


def test_the_history_and_the_redline_show_what_came_home(folder: Path) -> None:
    git(folder, "init", "-q")
    commit(folder, {".gitignore": "build\n.kehoach\n"})
    file = sent(folder, lambda r: r.replace("nhanh hơn", "nhanh nhất"))
    assert ran(folder, "absorb", FILE, "--yes").returncode == 0
    changed = git(folder, "diff", "-U0", "--", NAME)
    assert "\n-  - Làm nhanh hơn.\n+  - Làm nhanh nhất.\n" in changed
    done = ran(folder, "redline", f"{NAME}@HEAD", NAME, "-o", "do.docx", "--author", "B")
    assert done.returncode == 0, done.stdout
    sides = [read((folder / "do.docx").read_bytes(), "", back)[0] for back in (False, True)]
    expected = [read((folder / name).read_bytes(), "")[0] for name in (file.name, MAIN)]
    assert None not in (*sides, *expected)
    assert [canonical(d) for d in sides if d] == [canonical(d) for d in expected if d]


def test_an_edited_file_that_a_build_kept_aside(folder: Path) -> None:
    target = folder / MAIN
    target.write_bytes(edited(folder, lambda r: r.replace("nhanh hơn", "nhanh nhất", False)))
    workplace(folder, {NAME: TEXT.replace("chắc hơn", "chắc nhất")})
    done = ran(folder, "build", NAME)
    aside = MAIN.replace(".docx", ".edited-1.docx")
    assert f"kehoach absorb {aside}" in done.stdout
    assert ran(folder, "absorb", aside, "--yes").returncode == 0
    built(folder)
    document, _ = read(target.read_bytes(), "")
    assert document is not None
    words = [block.text for block in document.blocks]
    assert "Làm tốt hơn, chắc nhất;" in words
    assert "Làm nhanh nhất." in words


def test_a_form_is_told_to_be_one_though_it_is_a_workbook(folder: Path) -> None:
    plan, row = folder / NAME, "forms:\n  - {use: tong-hop, by: issuer}\n"
    plan.write_text(plan.read_text("utf-8") + row, "utf-8")
    built(folder)
    forms = sorted((folder / MAIN).parent.glob("dang-ky/*"))
    assert [form.suffix for form in forms] == [".docx", ".xlsx"]
    for form in forms:
        done = ran(folder, "absorb", form.relative_to(folder).as_posix())
        assert done.returncode == 1
        assert "A002" in done.stdout, form
        assert "in its template" in done.stdout


def test_a_file_without_properties_needs_a_base(folder: Path) -> None:
    data = edited(folder, lambda r: r.replace("nhanh hơn", "nhanh nhất"))
    (folder / FILE).write_bytes(stripped(data))
    done = ran(folder, "absorb", FILE, "--yes")
    assert done.returncode == 1
    assert "A001" in done.stdout
    assert "--base" in done.stdout
    assert ran(folder, "absorb", FILE, "--yes", "--base", NAME).returncode == 0
    assert "nhanh nhất" in plan_of(folder)


def test_json_tells_all_of_it(folder: Path) -> None:
    def change(reviewer: Reviewer) -> None:
        reviewer.replace("nhanh hơn", "nhanh nhất")
        first = reviewer.comment("Mục tiêu", "Một?", done=True)
        reviewer.comment("Mục tiêu", "Hai.", answers=first)

    sent(folder, change)
    done = ran(folder, "absorb", FILE, "--format", "json", "--yes")
    assert done.returncode == 0
    value = json.loads(done.stdout)
    (edit,) = value["edits"]
    line = next(n for n, text in enumerate(TEXT.split("\n"), 1) if "nhanh hơn" in text)
    assert (edit["path"], edit["line"], edit["kind"]) == (NAME, line, "word")
    assert edit["tracked_by"] == ["Lê Thị B"]
    assert value["written"] == [NAME]
    assert value["proof"] == {"equal": True, "plan_changed_since": False, "differences": []}
    (comment,) = value["comments"]
    assert (comment["text"], comment["on"], comment["settled"]) == ("Một?", "Mục tiêu", True)
    assert [answer["text"] for answer in comment["answers"]] == ["Hai."]
    assert value["base"] == {"name": NAME, "plan": NAME, "unit": None}


def test_an_untouched_file_has_nothing_to_bring(folder: Path) -> None:
    done = ran(folder, "absorb", MAIN, "--yes")
    assert done.returncode == 0
    assert "Edits: 0" in done.stdout
    assert "Nothing to write." in done.stdout


def test_vietnamese(folder: Path) -> None:
    sent(folder, lambda r: r.replace("nhanh hơn", "nhanh nhất"))
    done = kehoach(folder, "absorb", FILE, "--yes", KEHOACH_LANG="vi")
    assert "Đã kiểm chứng: văn bản mới giống hệt tệp Word." in done.stdout


@pytest.mark.parametrize("option", [1, 2])
def test_a_unit_s_copy_comes_home_as_it_is_decided(folder: Path, option: int) -> None:
    file = sent(folder, lambda r: r.replace("Công an tỉnh", "Công an huyện"), COPY)
    done = ran(folder, "absorb", FILE, "--yes")
    assert done.returncode == 1
    assert "1=1: only this unit" in done.stdout
    assert "1=2: all units" in done.stdout
    assert plan_of(folder) == TEXT
    done = ran(folder, "absorb", FILE, "--yes", "--choose", f"1={option}")
    assert done.returncode == 0, done.stdout
    assert "To decide" not in done.stdout
    assert "Decided:\n  1. - Công an [-tỉnh-]{+huyện+}.: " in done.stdout
    assert ("for this unit or plan alone" in done.stdout) == (option == 1)
    assert says(folder, file, DISTRICT)
    other, _ = versions.of_plan(NAME, workspace(folder).fetch, "", "huyen_vu_thu")
    assert other is not None
    words = [block.text for block in other.document.blocks]
    assert ("- Công an tỉnh." in words) == (option == 1)


@pytest.mark.parametrize("tracked", [True, False])
def test_words_of_the_template_are_told_and_never_lost(folder: Path, tracked: bool) -> None:
    def change(reviewer: Reviewer) -> None:
        reviewer.replace("Nơi nhận", "Kính gửi", tracked)
        reviewer.replace("nhanh hơn", "nhanh nhất", tracked)

    file = sent(folder, change)
    (saved,) = libreoffice.resave([file], folder / "luu") if tracked else [file]
    done = ran(folder, "absorb", str(saved), "--yes")
    assert done.returncode == 1
    assert "the template has these words, not the plan" in done.stdout
    assert "differs from the Word file in 1 places" in done.stdout
    assert plan_of(folder) == TEXT.replace("nhanh hơn", "nhanh nhất")


def test_a_page_header_is_the_template_s(folder: Path) -> None:
    parts, _ = unpack((folder / MAIN).read_bytes(), "")
    assert parts is not None
    head = parts["word/header2.xml"].replace(
        b"</w:hdr>", b"<w:p><w:r><w:t>M\xe1\xba\xadt</w:t></w:r></w:p></w:hdr>"
    )
    (folder / FILE).write_bytes(pack({**parts, "word/header2.xml": head}))
    done = ran(folder, "absorb", FILE)
    assert done.returncode == 1
    assert "{+Mật+}" in done.stdout


def test_without_git_on_the_machine(folder: Path) -> None:
    sent(folder, lambda r: r.replace("nhanh hơn", "nhanh nhất"))
    done = kehoach(folder, "absorb", FILE, "--yes", PATH="")
    assert done.returncode == 0, done.stdout
    sent(folder, lambda r: r.replace("chắc hơn", "chắc nhất"))
    done = kehoach(folder, "absorb", FILE, "--yes", PATH="")
    assert done.returncode == 1
    assert "A013" in done.stdout
    assert "nhanh nhất" in plan_of(folder)
    assert "chắc hơn" in plan_of(folder)


def test_a_base_plan_of_the_package_becomes_one_of_the_folder(folder: Path) -> None:
    shutil.copy(folder / BASE, folder / "kept.yaml")
    file = sent(folder, lambda r: r.replace("nhanh hơn", "nhanh nhất"))
    assert ran(folder, "absorb", str(file), "--yes").returncode == 0
    assert (folder / BASE).read_bytes() == (folder / "kept.yaml").read_bytes()


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("none.docx",), 2, "none.docx"),
        ((NAME,), 1, "D003"),
        ((FILE, "--choose", "x"), 2, "2=1 or c1=2"),
        ((FILE, "--choose", "c1=3"), 2, "c1=3"),
        ((FILE, "--choose", "9=1"), 2, "9=1"),
        ((FILE, "--choose", "c9=1"), 2, "c9"),
        ((FILE, "--base", "plans/none.yaml"), 1, "B001"),
        ((FILE, "--unit", "xa_khong_co"), 1, "B014"),
    ],
)
def test_what_cannot_be_done_is_told(
    folder: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    sent(folder, lambda r: r.replace("nhanh hơn", "nhanh nhất"))
    done = ran(folder, "absorb", *words, "--yes")
    assert done.returncode == code, done.stdout + done.stderr
    assert said in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert plan_of(folder) == TEXT


@pytest.mark.parametrize("path", ["../outside.yaml", "/outside.yaml", "plans/../../outside.yaml"])
def test_a_file_cannot_name_a_plan_outside_the_folder(tmp_path: Path, path: str) -> None:
    folder = office(tmp_path / "office")
    outside = workplace(tmp_path, {"outside.yaml": TEXT}) / "outside.yaml"
    parts, _ = unpack(edited(folder, lambda r: r.replace("nhanh hơn", "nhanh nhất")), "")
    assert parts is not None
    name = "docProps/custom.xml"
    told = parts[name].replace(NAME.encode(), path.encode())
    assert told != parts[name]
    (folder / FILE).write_bytes(pack({**parts, name: told}))
    done = ran(folder, "absorb", FILE, "--yes")
    assert done.returncode == 1
    assert "error[" in done.stdout
    assert outside.read_text("utf-8") == TEXT
    assert plan_of(folder) == TEXT


def test_outside_any_working_folder(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    away = tmp_path_factory.mktemp("away")
    shutil.copy(folder / MAIN, away / FILE)
    done = ran(away, "absorb", FILE)
    assert done.returncode == 2
    assert "no working folder" in done.stderr


def test_somebody_changes_the_plan_meanwhile(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sent(folder, lambda r: r.replace("nhanh hơn", "nhanh nhất"))
    later = TEXT.replace("Mục tiêu", "Mục đích")
    prepared = session.prepared

    def slowly(*arguments: Any) -> session.Prepared:
        made = prepared(*arguments)
        workplace(folder, {NAME: later})
        return made

    monkeypatch.setattr(session, "prepared", slowly)
    done = ran(folder, "absorb", FILE, "--yes")
    assert done.returncode == 2
    assert "changed by somebody else" in done.stderr
    assert plan_of(folder) == later


def typed(folder: Path, answers: str, *arguments: str) -> tuple[int, str]:
    """Run the command in a terminal and type `answers`; return its code and what it showed."""
    here, there = pty.openpty()
    os.write(here, answers.encode())
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "kehoach", "absorb", *arguments],
        cwd=folder,
        env=environment(),
        stdin=there,
        capture_output=True,
        check=False,
    )
    os.close(here)
    os.close(there)
    return done.returncode, done.stdout.decode()


def test_a_terminal_is_asked(folder: Path) -> None:
    sent(folder, lambda r: r.replace("nhanh hơn", "nhanh nhất"))
    code, shown = typed(folder, "n\n", FILE)
    assert code == 0
    assert "Write?" in shown
    assert plan_of(folder) == TEXT
    workplace(folder, {NAME: TEXT.replace("nhanh hơn", "nhanh lên")})
    code, shown = typed(folder, "2\ny\n", FILE)
    assert code == 0, shown
    assert "c1: which of 1-2?" in shown
    assert plan_of(folder) == TEXT.replace("nhanh hơn", "nhanh nhất")


def test_a_terminal_is_asked_what_may_not_be_guessed(folder: Path) -> None:
    file = sent(folder, lambda r: r.replace("Công an tỉnh", "Công an huyện"), COPY)
    code, shown = typed(folder, "0\nn\n", FILE)
    assert code == 1
    assert plan_of(folder) == TEXT
    code, shown = typed(folder, "3\n1\ny\n", FILE)
    assert code == 0, shown
    assert shown.count("1: which of 1-2?") == 2
    assert says(folder, file, DISTRICT)
