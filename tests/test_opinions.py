"""A round of comments: what came back, in the order and the words of the draft."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import office as libreoffice
import validator
from backoffice import COPY, MAIN, TEXT, office, ran, stripped, workspace
from kehoach.document import Block, Cell, Document, Marker, Row, Table
from kehoach.ooxml.package import unpack
from kehoach.ooxml.read import read
from kehoach.ooxml.write import pack
from kehoach.opinions import table
from kehoach.opinions.gather import Opinion, Round, Sent, gathered
from kehoach.opinions.points import points
from kehoach.opinions.proposals import proposals
from kehoach.opinions.text import Text
from kehoach.render import render
from kehoach.template import compile_template
from reviewer import Reviewer
from test_versions import NAME
from word import TEMPLATE, block, form, p, plan
from workplace import workplace

BODY = """\
  I. Mục tiêu
  1. Làm {{ cach }}, chắc hơn;
  a) Nêu gương về đạo đức, tác phong của từng cán bộ;
  - Làm nhanh hơn;
  - Làm rẻ hơn.
  II. Thực hiện
  1. Các đơn vị tổ chức thực hiện.
"""
PLAN = TEXT.replace("  I. Mục tiêu\n  1. Làm {{ cach }}, chắc hơn;\n  - Làm nhanh hơn.\n", BODY)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    assert PLAN != TEXT
    return office(tmp_path_factory.mktemp("round"), PLAN)


def remarked(
    folder: Path, author: str, change: Callable[[Reviewer], object], file: str = MAIN
) -> Reviewer:
    reviewer = Reviewer((folder / file).read_bytes(), author)
    change(reviewer)
    return reviewer


def of(folder: Path, *files: Reviewer | bytes | Sent, base: str = "") -> Round:
    """Return the round of some files, about which nothing is to be said."""
    found, findings = gathered(sent(*files), base, workspace(folder), folder)
    assert found is not None
    assert not findings
    return found


def sent(*files: Reviewer | bytes | Sent) -> list[Sent]:
    made = []
    for number, file in enumerate(files):
        data = file.data() if isinstance(file, Reviewer) else file
        made.append(data if isinstance(data, Sent) else Sent(f"tep-{number}.docx", data))
    return made


def told(found: Round) -> list[tuple[str, str, str]]:
    return [(table.point(found, o), "; ".join(o.units), o.text) for o in found.opinions]


def test_a_comment_is_an_opinion_on_its_point(folder: Path) -> None:
    found = of(folder, remarked(folder, "Sở Nội vụ", lambda r: r.comment("đạo đức", "Ghi rõ.")))
    assert told(found) == [("Mục I, khoản 1, điểm a", "Sở Nội vụ", "Ghi rõ.")]
    (opinion,) = found.opinions
    assert opinion.on == ("đạo đức",)
    assert table.content(found, opinion) == "a) Nêu gương về đạo đức, tác phong của từng cán bộ;"


def test_tracked_edits_are_proposals_of_their_author(folder: Path) -> None:
    def change(reviewer: Reviewer) -> None:
        reviewer.replace("tác phong", "lối sống")
        reviewer.insert("cán bộ", ", chiến sĩ")
        reviewer.without("rẻ hơn")
        reviewer.paragraph_after("Mục tiêu", "Thêm một đoạn.")

    found = of(folder, remarked(folder, "Sở Y tế", change))
    assert told(found) == [
        ("Mục I", "Sở Y tế", "Đề nghị bổ sung nội dung: «Thêm một đoạn.»."),
        (
            "Mục I, khoản 1, điểm a",
            "Sở Y tế",
            "Đề nghị sửa «tác phong» thành «lối sống»; "
            "bổ sung «, chiến sĩ» sau «sống của từng cán bộ».",
        ),
        ("Mục I, khoản 1, điểm a, gạch đầu dòng thứ 2", "Sở Y tế", "Đề nghị bỏ cả nội dung này."),
    ]
    assert {opinion.kind for opinion in found.opinions} == {"tracked"}


def test_untracked_edits_are_proposals_against_the_draft(folder: Path) -> None:
    change = remarked(folder, "", lambda r: r.replace("đạo đức", "đạo đức cách mạng", False))
    found = of(folder, Sent("so-y-te.docx", change.data()))
    text = "Đề nghị bổ sung «cách mạng» sau «Nêu gương về đạo đức»."
    assert told(found) == [("Mục I, khoản 1, điểm a", "so-y-te", text)]
    assert found.opinions[0].kind == "plain"


def test_words_of_the_template_are_spoken_of_as_a_whole(folder: Path) -> None:
    file = remarked(folder, "", lambda r: r.replace("Nơi nhận", "Kính gửi", tracked=False))
    ((point, units, text),) = told(of(folder, file))
    assert (point, units) == ("Ý kiến chung", "tep-0")
    assert text == "Đề nghị sửa «Nơi nhận:» thành «Kính gửi:» (chữ của mẫu văn bản)"


def test_a_comment_in_a_cell_names_the_row(folder: Path) -> None:
    texts = ("Đơn vị", "Huyện thứ nhất", "Huyện thứ hai")
    rows = tuple(Row((Cell((block("o", text),)),), header=not at) for at, text in enumerate(texts))
    body = (block("muc_td", "Chỉ tiêu", Marker("I.", "I.")), Block("bang", table=Table(rows, (1,))))
    compiled, findings = compile_template(TEMPLATE.read_bytes(), "x.docx")
    assert compiled is not None, findings
    data, findings = render(compiled, plan(*body), {})
    assert data is not None, findings
    reviewer = Reviewer(data, "Sở A")
    reviewer.comment("Huyện thứ nhất", "Sai số.")
    found, _ = gathered(sent(reviewer), "", workspace(folder), folder)
    assert found is not None
    assert told(found) == [("Mục I, bảng, dòng 2", "Sở A", "Sai số.")]


def test_a_name_that_word_has_hidden(folder: Path) -> None:
    file = remarked(folder, "Author", lambda r: r.comment("đạo đức", "Rõ."))
    assert of(folder, file).opinions[0].units == ("tep-0",)


def test_what_several_say_is_one_row(folder: Path) -> None:
    def change(reviewer: Reviewer) -> None:
        reviewer.replace("tác phong", "lối sống", reviewer.author != "")

    files = [remarked(folder, name, change) for name in ("Sở A", "Sở B", "")]
    own = remarked(folder, "Sở C", lambda r: r.replace("tác phong", "phong cách"))
    found = of(folder, *files, own, Sent("d.docx", files[2].data(), "Sở D"))
    assert [(units, text.removeprefix("Đề nghị sửa ")) for _, units, text in told(found)] == [
        ("Sở A; Sở B; tep-2; Sở D", "«tác phong» thành «lối sống»."),
        ("Sở C", "«tác phong» thành «phong cách»."),
    ]


def test_who_sent_a_file_comes_before_its_authors(folder: Path) -> None:
    file = remarked(folder, "Nguyễn Văn A", lambda r: r.comment("đạo đức", "Rõ."))
    found = of(folder, Sent("a.docx", file.data(), "Sở Công Thương"))
    assert found.opinions[0].units == ("Sở Công Thương",)


def test_a_unit_s_copy_speaks_for_the_unit(folder: Path) -> None:
    main = remarked(folder, "Sở A", lambda r: r.comment("đạo đức", "Một."))
    copy = remarked(folder, "Nguyễn Văn A", lambda r: r.comment("đạo đức", "Hai."), COPY)
    found = of(folder, main, copy)
    assert [units for _, units, _ in told(found)] == ["Sở A", "huyện Quỳnh Phụ"]
    assert len({point for point, _, _ in told(found)}) == 1


def test_several_authors_in_one_file(folder: Path) -> None:
    def change(reviewer: Reviewer) -> None:
        reviewer.replace("nhanh hơn", "nhanh nhất")
        reviewer.author = "Sở B"
        reviewer.replace("rẻ hơn", "rẻ nhất")

    found = of(folder, remarked(folder, "Sở A", change))
    assert [(units, text) for _, units, text in told(found)] == [
        ("Sở A", "Đề nghị sửa «hơn» thành «nhất»."),
        ("Sở B", "Đề nghị sửa «hơn» thành «nhất»."),
    ]


def test_threads_are_kept_together_and_settled_ones_told(folder: Path) -> None:
    def change(reviewer: Reviewer) -> None:
        first = reviewer.comment("đạo đức", "Một?", done=True)
        reviewer.author = "Thường trực"
        reviewer.comment("đạo đức", "Hai.", answers=first)

    (opinion,) = of(folder, remarked(folder, "Sở A", change)).opinions
    assert opinion.text == "Một?\nThường trực trả lời: Hai."
    assert opinion.settled


def test_the_draft_has_moved_on_between_two_files(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    old = remarked(folder, "Sở A", lambda r: r.comment("Các đơn vị", "Một."))
    office(
        tmp_path, PLAN.replace("- Làm rẻ hơn.", "- Làm rẻ hơn.\n  - Vận động bà con cùng tham gia;")
    )
    new = remarked(tmp_path, "Sở B", lambda r: r.comment("Các đơn vị", "Hai."))
    newest = remarked(tmp_path, "Sở B", lambda r: r.comment("bà con", "Ba."))
    found = of(tmp_path, old, new, newest)
    assert [units for _, units, _ in told(found)] == ["Sở B", "Sở A", "Sở B"]
    assert [point for point, _, _ in told(found)][1:] == ["Mục II, khoản 1"] * 2
    assert found.opinions[0].behind


def test_a_file_that_does_not_say_where_it_is_from(folder: Path) -> None:
    def change(reviewer: Reviewer) -> None:
        reviewer.comment("đạo đức", "Rõ.")
        reviewer.replace("nhanh hơn", "nhanh nhất")
        reviewer.replace("rẻ hơn", "rẻ nhất", tracked=False)

    data = stripped(remarked(folder, "Sở A", change).data())
    found, findings = gathered(sent(data), "", workspace(folder), folder)
    assert found is not None
    assert [(f.code, f.where.path) for f in findings] == [
        ("A001", "tep-0.docx"),
        ("A021", "tep-0.docx"),
    ]
    assert [opinion.kind for opinion in found.opinions] == ["comment", "tracked"]
    based = of(folder, data, base=NAME)
    assert [opinion.kind for opinion in based.opinions] == ["comment", "tracked", "plain"]


def test_another_document_is_told_and_left_out(folder: Path) -> None:
    other = "".join(p(f"Văn bản khác, đoạn {number} không liên quan.") for number in range(30))
    own = remarked(folder, "Sở A", lambda r: r.comment("đạo đức", "Rõ."))
    found, findings = gathered(sent(form(other), own), "", workspace(folder), folder)
    assert found is not None
    assert len(found.opinions) == 1
    assert "A020" in [finding.code for finding in findings]


def test_files_that_cannot_be_opened_do_not_stop_the_others(folder: Path) -> None:
    own = remarked(folder, "Sở A", lambda r: r.comment("đạo đức", "Rõ."))
    found, findings = gathered(sent(b"x", own), "", workspace(folder), folder)
    assert found is not None
    assert [finding.code for finding in findings] == ["D003"]
    nothing, findings = gathered(sent(b"x", b"PK"), "", workspace(folder), folder)
    assert nothing is None
    assert len(findings) == 2


def test_who_has_nothing_to_say(folder: Path) -> None:
    found = of(folder, (folder / MAIN).read_bytes())
    assert (found.opinions, found.silent) == ((), ("tep-0",))
    assert "Không có ý kiến khác: tep-0" in table.text(found)


def test_names_of_points() -> None:
    def point(kind: str, label: str) -> Block:
        return block("x", "y", Marker(kind, label))

    cell = Cell((block("o", "y"),))
    rows = (Row((cell,), header=True), Row((cell,)))
    document = Document(
        (
            block("trich_yeu"),
            block("can_cu"),
            block("doan"),
            point("A.", "A."),
            point("I.", "II."),
            point("1.", "1."),
            point("1.1.", "1.2."),
            point("-", "-"),
            point("-", "-"),
            point("+", "+"),
            block("doan"),
            point("1.", "2."),
            point("a)", "đ)"),
            point("(1)", "(1)"),
            Block("bang", table=Table(rows)),
            block("ket"),
            block("noi_nhan"),
            block("ky_ho_ten"),
            block("phu_luc", "PHỤ LỤC I"),
            point("1.", "1."),
        )
    )
    above = "Phần A, mục II, "
    assert points(document) == [
        *("Phần đầu văn bản", "Căn cứ", "Phần mở đầu", "Phần A", "Phần A, mục II"),
        *(f"{above}khoản 1", f"{above}khoản 1.2"),
        *(f"{above}khoản 1.2, gạch đầu dòng thứ {number}" for number in (1, 2)),
        *(f"{above}khoản 1.2, gạch đầu dòng thứ 2, dấu cộng thứ 1",) * 2,
        *(f"{above}khoản 2", f"{above}khoản 2, điểm đ", f"{above}khoản 2, điểm đ, ý (1)"),
        *(f"{above}khoản 2, điểm đ, ý (1), bảng, dòng {number}" for number in (1, 2)),
        *("Đoạn kết", "Nơi nhận", "Chữ ký", "Phụ lục I", "Phụ lục I, khoản 1"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Có trên 80% xã đạt.", "Có trên 85% xã đạt.", "sửa «80% xã» thành «85% xã»"),
        ("Một hai ba.", "Hai ba.", "sửa «Một hai» thành «Hai»"),
        ("Một hai ba.", "Một ba.", "bỏ «hai»"),
        ("Một hai ba.", "Không một hai ba.", "sửa «Một hai» thành «Không một hai»"),
        ("Một  hai.", "Một hai.", "sửa khoảng trắng"),
        ("Một hai ba bốn.", "Năm sáu bảy tám.", "bỏ"),
    ],
)
def test_how_changed_words_are_told(old: str, new: str, said: str) -> None:
    before, after = plan(block("doan", old)), plan(block("doan", new))
    found = list(proposals(Text(before), Text(after)))
    assert found[0].text.startswith(("Đề nghị ", "Đề nghị"))
    assert any(said in proposal.text for proposal in found), found


def test_a_line_written_anew_a_move_and_a_look() -> None:
    lines = [
        f"Đoạn số {number} có đủ chữ để nhận ra khi chuyển chỗ." for number in ("một", "hai", "ba")
    ]
    before = plan(*(block("doan", line) for line in lines))
    moved = plan(*(block("doan", line) for line in (lines[1], lines[2], lines[0])))
    (proposal,) = proposals(Text(before), Text(moved))
    assert proposal.text == "Đề nghị chuyển nội dung này đến sau phần mở đầu."
    bold = plan(*(block("doan", line, bold=line == lines[0]) for line in lines))
    (proposal,) = proposals(Text(before), Text(bold))
    assert proposal.text == "Đề nghị đổi cách trình bày."


def rows_of(data: bytes) -> list[list[str]]:
    """Return the cells of the first table of a Word file."""
    document, findings = read(data, "x.docx")
    assert document is not None, findings
    made = next(block.table for block in document.blocks if block.table)
    return [
        ["\n".join(inner.text for inner in cell.blocks) for cell in row.cells] for row in made.rows
    ]


@pytest.fixture
def round_folder(folder: Path, tmp_path: Path) -> Path:
    """A working folder with three files that came back."""
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    files = {
        "so-a.docx": remarked(folder, "Sở A", lambda r: r.comment("đạo đức", "Rõ.\nThêm.")),
        "so-b.docx": remarked(folder, "Sở B", lambda r: r.replace("rẻ hơn", "& <rẻ> nhất")),
    }
    for name, file in files.items():
        (tmp_path / name).write_bytes(file.data())
    shutil.copy(folder / MAIN, tmp_path / "so-c.docx")
    return tmp_path


FILES = ("so-a.docx", "so-b.docx", "so-c.docx")


def test_the_table_as_a_word_file(round_folder: Path) -> None:
    done = ran(round_folder, "comments", *FILES, "-o", "ra/tong-hop.docx")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("+ ra/tong-hop.docx: 2 ý kiến")
    data = (round_folder / "ra/tong-hop.docx").read_bytes()
    assert not validator.faults(data)
    assert rows_of(data) == [
        ["STT", "Đơn vị, cá nhân", "Ý kiến", "Nội dung tại dự thảo", "Tiếp thu, giải trình"],
        ["Mục I, khoản 1, điểm a"],
        ["1", "Sở A", "Rõ.\nThêm.", "a) Nêu gương về đạo đức, tác phong của từng cán bộ;", ""],
        ["Mục I, khoản 1, điểm a, gạch đầu dòng thứ 2"],
        ["2", "Sở B", "Đề nghị sửa «rẻ hơn» thành «& <rẻ> nhất».", "- Làm rẻ hơn.", ""],
    ]
    document, _ = read(data, "x.docx")
    assert document is not None
    text = "\n".join(block.text for block in document.blocks)
    assert "Nhất trí, không có ý kiến khác: so-c." in text


def test_of_a_long_line_only_what_is_near_is_shown() -> None:
    many = " ".join(f"chữ{number}" for number in range(100))
    long = f"{many} điểm một {many} điểm hai {many}"
    draft = Text(plan(block("doan", long)))
    number = next(at for at, line in enumerate(draft.lines) if line.words[0].text == "chữ0")
    about = Opinion(number, "x", ("a",), "comment", ("điểm một", "điểm hai"))
    whole = Opinion(number, "x", ("a",), "comment")
    found = Round(draft.document, draft.lines, draft.points, (about, whole))
    rows = [row for group in table.for_table(found)["nhom"] for row in group["dong"]]  # type: ignore[attr-defined]
    shown = ["".join(piece["loi"] for piece in row["noi_dung"]) for row in rows]
    near, last = " ".join(many.split()[:15]), " ".join(many.split()[-15:])
    assert shown[0] == f"… {last} điểm một {near} … {last} điểm hai {near} …"
    assert shown[1] == long
    assert [piece["loi"] for piece in rows[0]["noi_dung"] if piece["kieu"] == "about"] == [
        "điểm một",
        "điểm hai",
    ]


def test_the_table_opens_in_libreoffice(round_folder: Path) -> None:
    ran(round_folder, "comments", *FILES, "-o", "tong-hop.docx")
    (saved,) = libreoffice.resave([round_folder / "tong-hop.docx"], round_folder / "luu")
    assert len(rows_of(saved.read_bytes())) == 5


def test_text_and_json(round_folder: Path) -> None:
    done = ran(round_folder, "comments", *FILES, "--from", "so-a.docx=Sở Tư pháp")
    assert done.returncode == 0
    assert "- Sở Tư pháp (góp ý) [đạo đức]: Rõ." in done.stdout
    done = ran(round_folder, "comments", *FILES, "--format", "json")
    value = json.loads(done.stdout)
    assert [opinion["point"] for opinion in value["opinions"]] == [
        "Mục I, khoản 1, điểm a",
        "Mục I, khoản 1, điểm a, gạch đầu dòng thứ 2",
    ]
    assert value["without_opinion"] == ["so-c"]
    assert value["findings"] == []


def test_folders_without_plans_have_comments_too(round_folder: Path, tmp_path: Path) -> None:
    away = tmp_path / "away"
    away.mkdir()
    shutil.copy(round_folder / "so-a.docx", away)
    shutil.rmtree(round_folder / "plans")
    done = ran(away, "comments", "so-a.docx")
    assert done.returncode == 0
    assert "A003" in done.stdout
    assert "Sở A (góp ý)" in done.stdout


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("none.docx",), 2, "none.docx"),
        (("so-a.docx", "-o", "so-a.docx"), 2, "one of the files"),
        (("so-a.docx", "--format", "docx"), 2, "needs a name"),
        (("so-a.docx", "--from", "so-b.docx=B"), 2, "so-b.docx=B"),
        (("so-a.docx", "--from", "so-a.docx"), 2, "FILE=UNIT"),
        ((NAME,), 1, "D003"),
    ],
)
def test_what_cannot_be_done_is_told(
    round_folder: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    done = ran(round_folder, "comments", *words)
    assert done.returncode == code, done.stdout + done.stderr
    assert said in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_a_province_has_a_table_of_its_own(round_folder: Path) -> None:
    own = TEMPLATE.with_name("tong-hop-y-kien.docx").read_bytes()
    target = round_folder / "templates/thai-binh/tong-hop-y-kien.docx"
    workplace(round_folder, {"templates/thai-binh/x": ""})
    parts, _ = unpack(own, "")
    assert parts is not None
    changed = parts["word/document.xml"].decode().replace("Tiếp thu, giải trình", "Giải trình")
    target.write_bytes(pack({**parts, "word/document.xml": changed.encode()}))
    ran(round_folder, "comments", *FILES, "-o", "a.docx")
    assert rows_of((round_folder / "a.docx").read_bytes())[0][-1] == "Giải trình"
