"""Import of files of other makers: what they say is what the plan prints, block by block."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import foreign
import test_nothing_lost as nothing_lost
from foreign import b, p, r, table
from kehoach import make, workspace
from kehoach.compose import compose
from kehoach.diagnostic import Diagnostic
from kehoach.document import Block, Document, Marker, Run, canonical
from kehoach.importer.convert import Imported, Told, import_docx, import_items, import_text
from kehoach.importer.proof import blocks, missing
from kehoach.importer.tidy import tidied
from kehoach.ooxml.foreign import Paragraph, cleaned
from kehoach.plan import load
from kehoach.values import DOTS
from made import texts
from office import resave
from strategies import LIKE_MARKERS

ROOT = Path(__file__).parents[1]
ORIGINAL = ROOT.parent / "shared/seeds/002_e6e3aae60ceb8631.txt"
TOLD = Told("plans/x.yaml")
ENDS = ".;,/"


def imported(data: bytes, told: Told = TOLD) -> tuple[Imported, Document, list[Diagnostic]]:
    """Return what a file makes, and the document that the plan prints, which has no errors."""
    made, findings = import_docx(data, "cũ.docx", told)
    assert made is not None, findings
    assert made.made is not None, findings
    return made, made.made, findings


def codes(findings: list[Diagnostic]) -> set[str]:
    return {finding.code for finding in findings}


def said(lines: list[str]) -> list[str]:
    """Return lines without what the programme sets itself: dashes of recipients and ends."""
    return sorted(line.removesuffix("./.").rstrip(ENDS).removeprefix("- ") for line in lines)


def body(*paragraphs: str, **parts: str) -> tuple[list[str], list[Diagnostic]]:
    """Return the lines of the body that paragraphs make in an ordinary document, comments too."""
    head = foreign.head_table() + foreign.title() + p(foreign.PREAMBLE[2])
    made, _, findings = imported(
        foreign.package(head + "".join(paragraphs) + p("- Hết.") + foreign.foot_table(), parts)
    )
    lines = made.text.split("\n")
    start = lines.index("body: |") + 1
    return [line[2:] for line in lines[start : lines.index("  - Hết.", start)]], findings


# whole files


@pytest.mark.parametrize("maker", foreign.MAKERS)
def test_what_a_file_says_is_what_its_plan_prints(maker: str) -> None:
    made, document, findings = imported(foreign.MAKERS[maker]())
    assert said(blocks(document)) == said(foreign.said())
    assert len(blocks(made.source)) == len(blocks(document)) == len(foreign.said())
    assert list(missing(made.lines, document)) == []
    assert not codes(findings) & {"I020", "I021"}


@pytest.mark.parametrize("maker", foreign.MAKERS)
def test_points_get_their_markers_and_roles(maker: str) -> None:
    _, document, _ = imported(foreign.MAKERS[maker]())
    labels = [block.marker.label for block in document.blocks if block.marker]
    assert labels == [marker for marker, _ in foreign.BODY if marker]
    headings = [block.text for block in document.blocks if block.role.endswith("_td")]
    assert headings == [
        words for marker, words in foreign.BODY if foreign.is_heading(marker, words)
    ]
    roles = [b.role for b in document.blocks if b.role in ("can_cu", "mo_dau", "ket")]
    assert roles == ["can_cu", "can_cu", "mo_dau", "ket"]


def test_files_that_libreoffice_saved(tmp_path: Path) -> None:
    paths = []
    for name, maker in foreign.MAKERS.items():
        paths.append(tmp_path / f"{name}.docx")
        paths[-1].write_bytes(maker())
    for path in resave(paths, tmp_path / "saved"):
        made, document, _ = imported(path.read_bytes())
        assert said(blocks(document)) == said(foreign.said()), path.name
        assert len(blocks(made.source)) == len(blocks(document))


@cache
def ours() -> dict[str, Document]:
    """Return the document of every plan of the repository."""
    folder = workspace.find(ROOT)
    assert folder is not None
    fetch, made = make.Fetched(folder), {}
    for name in folder.plans():
        plan, _ = load(name, fetch)
        document = compose(plan)[0] if plan and not plan.abstract else None
        if document:
            made[name] = document
    return made


@pytest.mark.parametrize("name", ours())
def test_plans_of_ours_come_back_from_their_files(name: str) -> None:
    document = ours()[name]
    _, printed, findings = imported(nothing_lost.written(document))
    assert canonical(printed) == canonical(tidied(document))
    assert findings == []


@pytest.mark.parametrize("name", ours())
def test_plans_of_ours_typed_again_without_styles(name: str) -> None:
    made, printed, findings = imported(foreign.retyped(ours()[name]))
    assert said(blocks(printed)) == said(blocks(ours()[name]))
    assert len(blocks(made.source)) == len(blocks(printed))
    assert "I020" not in codes(findings)


def test_plans_of_ours_that_libreoffice_saved(tmp_path: Path) -> None:
    paths = {}
    for number, document in enumerate(ours().values()):
        path = tmp_path / f"{number}.docx"
        path.write_bytes(nothing_lost.written(document))
        paths[path] = document
    for path, document in zip(resave(list(paths), tmp_path / "s"), paths.values(), strict=True):
        assert canonical(imported(path.read_bytes())[1]) == canonical(tidied(document))


def test_a_whole_plan_of_a_province() -> None:
    """The text of a plan as it was issued, a paragraph a line, made into a Word file."""
    if not ORIGINAL.exists():
        pytest.skip("the original document is not beside the repository")
    lines = ORIGINAL.read_text("utf-8").replace("**", "").splitlines()
    made, document, findings = imported(foreign.package("".join(p(r(line)) for line in lines)))
    assert len(blocks(document)) == len(blocks(made.source)) + len(("quoc_hieu", "tieu_ngu"))
    assert list(missing(made.lines, document)) == []
    assert not codes(findings) & {"I020", "I021"}


def test_text_without_looks() -> None:
    made, findings = import_text("\n\n".join(foreign.said()), "cũ.txt", TOLD)
    assert made is not None
    assert made.made is not None, findings
    assert said(blocks(made.made)) == said(foreign.said())


# points


def test_what_reads_as_markup_is_escaped() -> None:
    lines, _ = body(
        p("# dòng"), p(r("Số {a} *b* [^c] \\ <d>")), p("1) một"), p("C. Mác"), p("[^1]: x")
    )
    assert lines == [
        "\\# dòng",
        "Số \\{a\\} \\*b\\* \\[^c] \\\\ <d>",
        "\\1) một",
        "\\C. Mác",
        "\\[^1]: x",
    ]


def test_numbers_out_of_order_are_kept_and_told() -> None:
    slip = "# số không đúng thứ tự, giữ như bản gốc (70%)"
    lines, findings = body(
        p("1. A."), p("1.1. B."), p("2.2.3. C."), p("a) d;"), p("a) e;"), p("c) g.")
    )
    assert lines == [
        "1. A.",
        "1.1. B.",
        slip,
        "=2.2.3. C.",
        "a) d;",
        "a) e;",
        slip,
        "=c) g.",
    ]
    assert sum(f.code == "I010" and "out of order" in f.message for f in findings) == 2


def test_bullets_and_glued_numbers_are_mended_and_told() -> None:
    lines, findings = body(p("– Gạch dài."), p("1.Mục tiêu"), p("1.1 Con."), p("2.500 hộ dân."))
    assert [line for line in lines if not line.startswith("# ")] == [
        "- Gạch dài.",
        "1. Mục tiêu",
        "1.1. Con.",
        "2.500 hộ dân.",
    ]
    assert len([f for f in findings if f.code == "I010"]) >= 3


def test_line_breaks_part_points_and_join_sentences() -> None:
    lines, _ = body(p("Một câu bị\nngắt đôi.\n- Rồi một điểm;\n- Điểm nữa."))
    assert [line for line in lines if not line.startswith("# ")] == [
        "Một câu bị ngắt đôi.",
        "- Rồi một điểm;",
        "- Điểm nữa.",
    ]


def test_heads_of_their_own_line_and_run_in() -> None:
    lines, _ = body(p(b("1. Phạm vi")), p(b("2. Cá nhân:"), r(" người dân.")), p("3. Không đậm"))
    assert lines == ["1. Phạm vi", "2. **Cá nhân:** người dân.", "3. Không đậm {doan}"]


def test_footnote_goes_with_its_line() -> None:
    note = '<w:footnote w:id="1"><w:p><w:r><w:t>Theo luật.</w:t></w:r></w:p></w:footnote>'
    call = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    lines, _ = body(p("1. Có ghi chú", call, "."), footnotes=note)
    assert lines == ["1. Có ghi chú[^1].", "[^1]: Theo luật."]


def test_table_in_the_text_and_merged_cells() -> None:
    across = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
    xml = table((p("STT"), p("Đơn vị")), (p("1"), p("Vũ Thư")), (p("Cộng"), p("bỏ")))
    wide = xml.replace(f"<w:tc><w:tcPr/>{p('Cộng')}</w:tc><w:tc><w:tcPr/>{p('bỏ')}</w:tc>",
                       f"<w:tc>{across}{p('Cộng')}</w:tc>")  # fmt: skip
    assert wide != xml
    head = foreign.head_table() + foreign.title() + p(foreign.PREAMBLE[2])
    made, document, _ = imported(foreign.package(head + p("1. A:") + wide + foreign.foot_table()))
    assert "      - ['Cộng', <]\n" in made.text
    assert "STT | Đơn vị | 1 | Vũ Thư | Cộng" in blocks(document)


def test_annexes_with_their_tables() -> None:
    annexes = "".join(
        p(b(f"Phụ lục {number}"), align="center")
        + p(b(f"Danh sách {number}"), align="center")
        + table((p("A"), p("B")), (p("1"), p("2")))
        for number in ("I", "II")
    )
    data = foreign.by_table()
    made, document, _ = imported(foreign_with(data, annexes))
    assert made.text.count("    table: bang_") == 2
    assert [block.text for block in document.blocks if block.role == "phu_luc_ten"] == [
        "Danh sách I",
        "Danh sách II",
    ]


def foreign_with(data: bytes, more: str) -> bytes:
    """Return the file with more at the end of its body."""
    import word

    return word.edited(word.swap("<w:sectPr>", more + "<w:sectPr>"), data=data)


# what is left out


def test_what_cannot_be_taken_in_is_told() -> None:
    _, _, findings = imported(foreign.by_breaks())
    assert [f.args["words"] for f in findings if f.code == "D041"] == ["MẬT"]


def test_unit_that_nothing_names_is_told_and_can_be_given() -> None:
    data = foreign.package("".join(p(r(line)) for line in ("KẾ HOẠCH", "Thi đua", "1. Làm.")))
    made, findings = import_docx(data, "cũ.docx", TOLD)
    assert made is not None
    assert made.made is not None
    assert "1. Làm" in blocks(made.made)
    assert DOTS not in blocks(made.made)
    assert "P007" in codes(findings)
    assert {f.args["key"] for f in findings if f.code == "I011"} == {"unit", "year"}
    _, document, findings = imported(data, Told("plans/x.yaml", "thai_binh", "2024"))
    assert "I011" not in codes(findings)
    assert "1. Làm" in blocks(document)


def test_file_without_text_and_broken_file() -> None:
    assert codes(import_docx(foreign.package(p("")), "a.docx", TOLD)[1]) == {"I001"}
    made, findings = import_docx(b"PK", "a.docx", TOLD)
    assert made is None
    assert codes(findings)


def test_a_heading_by_its_style_alone_is_bold_and_begins_the_text() -> None:
    level = '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
    heading = f"<w:p>{level}{r('MỤC ĐÍCH')}</w:p>"
    lines = [*map(p, (r("KẾ HOẠCH"), r("Thi đua"), r("Để làm tốt:"))), heading, p(r("Làm tốt."))]
    made, _, findings = imported(
        foreign.package("".join(lines)), Told("plans/x.yaml", "thai_binh", "2024")
    )
    assert "preamble: |\n  Để làm tốt:\n" in made.text
    assert "body: |\n  # tiêu đề không có số, cho in đậm (70%)\n  **MỤC ĐÍCH**\n" in made.text
    assert "I020" not in codes(findings)


def test_what_prints_as_the_decree_wants_it_is_not_lost() -> None:
    said = ("Phụ lục", "(Kèm theo Kế hoạch ngày 5 tháng 7 năm 2024)")
    document = Document(tuple(Block("doan", (Run(line),)) for line in said))
    lines = ["PHỤ LỤC", "(Kèm theo Kế hoạch ngày 05/7/2024)", "ngày 06/7/2024"]
    assert list(missing(lines, document)) == lines[2:]


# any words at all

_WORDS = st.one_of(
    texts,
    texts,
    st.sampled_from(foreign.said()),
    st.builds(str.__add__, st.sampled_from(LIKE_MARKERS), texts),
    st.sampled_from(["Nơi nhận:", "TM. X", "PHỤ LỤC", "như sau:", "trước ngày 15/01/2024", "a./."]),
)
_RUNS = st.lists(
    st.builds(Run, st.one_of(_WORDS, st.sampled_from("\n\t ")), st.booleans(), st.booleans()),
    min_size=1,
    max_size=3,
)
_LABELS = st.one_of(
    st.none(),
    st.none(),
    st.sampled_from(["1.", "I.", "a)", "-", "•", "1)", "Điều 1.", "1.1", "(i)", "l"]).map(
        lambda label: Marker(label, label)
    ),
)
_PARAGRAPHS = st.builds(
    Paragraph,
    _RUNS.map(cleaned),
    _LABELS,
    st.sampled_from(["", "center"]),
    st.booleans(),
)


@settings(deadline=None, max_examples=4 * nothing_lost.EXAMPLES)
@given(st.lists(_PARAGRAPHS, min_size=1, max_size=14))
def test_whatever_stands_in_a_file_is_printed_or_told(paragraphs: list[Paragraph]) -> None:
    told = Told("plans/x.yaml", "thai_binh", "2024")
    made, findings = import_items(paragraphs, "a.docx", told)
    if made is None:
        assert codes(findings) == {"I001"}
        return
    assert made.made is not None, findings
    comments = [line for line in made.text.split("\n") if line.startswith("# ")]
    said = letters(" ".join([*comments, *(str(f.args.get("was", "")) for f in findings)]))
    lost = [line for line in missing(made.lines, made.made) if letters(line) not in said]
    assert lost == []


def letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())
