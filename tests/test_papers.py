"""`papers`: any office's Word file as a paper; every label of who made it is found."""

from __future__ import annotations

import inspect
import random
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import foreign
import office
import word
from damage import damaged
from foreign import b, p, r
from kehoach import looking
from kehoach.diagnostic import Place
from kehoach.document import Document, Marker, canonical
from kehoach.ooxml.package import CONTENT_TYPES
from kehoach.ooxml.text import clean
from kehoach.paper import Paper
from kehoach.papers import read_paper
from kehoach.render import render
from kehoach.rule import Sees
from kehoach.rules import every
from kehoach.template import Template, compile_template
from offices import Habit, Office, write
from roles_found import Found, compare
from said import BAO_CAO, CONG_VAN, DANG, HELD, KE_HOACH, PHU_LUC, SEEN, TO_TRINH, said

FILES = [word.parts(each.data()) for each in SEEN]


def paper(data: bytes, original: bool = False) -> Paper:
    found, findings = read_paper(data, "x.docx", original)
    assert not findings
    assert found is not None
    return found


def template() -> Template:
    found, findings = compile_template(word.TEMPLATE.read_bytes(), "x.docx")
    assert isinstance(found, Template)
    assert not findings
    return found


def rendered() -> bytes:
    data, findings = render(template(), word.plan(), {})
    assert data is not None
    assert not findings
    return data


@pytest.mark.parametrize("each", [*SEEN, *HELD], ids=lambda each: each.name)
def test_every_line_is_found_in_its_role(each: Office) -> None:
    found = Found()
    compare(paper(each.data()), each.labels, each.name, found)
    assert found.told == list(each.lost)


@pytest.mark.parametrize("each", foreign.MAKERS.values(), ids=foreign.MAKERS)
def test_no_words_are_lost(each: object) -> None:
    assert callable(each)
    found = paper(each())
    text = " ".join(" ".join(line.text.split()) for line in found.lines)
    markers = {line.marker.label for line in found.lines if line.marker}
    assert {marker for marker, _ in foreign.BODY if marker not in ("", "-")} <= markers
    titled = foreign.HEAD["title"]
    for line in (*foreign.HEAD.values(), *(words for _, words in foreign.BODY), *foreign.SIGNER):
        assert line in text or line == titled


def strokes(found: Paper) -> dict[str, list[tuple[str, float | None]]]:
    return {
        line.role: [(s.made, s.length and round(s.length)) for s in line.strokes]
        for line in found.lines
        if line.strokes
    }


@pytest.mark.parametrize("head", ["table", "tabs"])
@pytest.mark.parametrize("rules", ["drawing", "vml"])
def test_a_drawn_line_is_counted_once_and_under_its_words(head: str, rules: str) -> None:
    found = strokes(paper(write(KE_HOACH, Habit(head, rules))))
    assert found == {
        "tieu_ngu": [(rules, 56)],
        "co_quan_ban_hanh": [(rules, 14)],
        "trich_yeu": [(rules, 28)],
    }


def test_a_border_is_as_long_as_its_indents_leave_room() -> None:
    assert strokes(paper(write(KE_HOACH, Habit()))) == {
        "tieu_ngu": [("border", 56)],
        "co_quan_ban_hanh": [("border", 14)],
        "trich_yeu": [("border", 28)],
    }


def test_our_own_files_say_their_roles_and_rules() -> None:
    found = paper(rendered())
    assert found.ours
    assert not found.party
    assert {line.confidence for line in found.lines} == {1.0}
    assert [made for made, _ in strokes(found)["tieu_ngu"]] == ["border"]
    assert set(strokes(found)) == {"co_quan_ban_hanh", "tieu_ngu", "trich_yeu"}
    (page,) = found.sections
    assert (page.left, page.top, page.title_page) == (30.0, 20.0, True)
    assert [(n.part, n.pages, n.align, n.piece.size) for n in page.numbers] == [
        ("header", "default", "center", 14.0)
    ]


def test_libreoffice_changes_nothing_that_is_seen(tmp_path: Path) -> None:
    files = {"ours": rendered(), "other": write(PHU_LUC, Habit(rules="drawing"), landscape=True)}
    for name, data in files.items():
        (tmp_path / f"{name}.docx").write_bytes(data)
    paths = [tmp_path / f"{name}.docx" for name in files]
    for path, again in zip(paths, office.resave(paths, tmp_path / "saved"), strict=True):
        before, after = paper(path.read_bytes()), paper(again.read_bytes())
        assert [_seen(line) for line in after.lines] == [_seen(line) for line in before.lines]
        assert after.ours == before.ours
        # Of a first section that is one page long LibreOffice keeps the header of that page alone.
        assert after.sections[-1].title_page == before.sections[-1].title_page
        assert after.sections[-1].numbers[0].align == "center"
        for one, other in zip(before.sections, after.sections, strict=True):
            assert other.landscape == one.landscape
            assert other.left == pytest.approx(one.left, abs=0.1)


def _seen(line: object) -> object:
    from kehoach.paper import Line

    assert isinstance(line, Line)
    sizes = {(piece.font, piece.size, piece.bold, piece.italic) for piece in line.worded}
    return line.role, line.printed, sizes, len(line.strokes), line.layout.align


def test_the_tree_of_a_foreign_file_has_its_words() -> None:
    blocks = paper(write(PHU_LUC, Habit())).document.blocks
    roles = [block.role for block in blocks]
    assert roles[:3] == ["co_quan_ban_hanh", "so_ky_hieu", "quoc_hieu"]
    assert roles[-2:] == ["phu_luc_kem", "bang"]
    table = blocks[-1].table
    assert table is not None
    assert [[cell.blocks[0].text for cell in row.cells] for row in table.rows][1] == [
        *("1", "Châu Phú", "2")
    ]
    points = [(b.marker.label, b.text) for b in blocks if b.marker]
    assert points[0] == ("1.", "Mục đích")


def test_the_tree_is_the_same_for_every_habit() -> None:
    def tree(habit: Habit) -> object:
        document = paper(write(BAO_CAO, habit)).document
        return [(b.role, b.marker, b.text) for b in document.blocks]

    plain = tree(Habit())
    assert tree(Habit("tabs", "vml", "theme")) == plain
    assert tree(Habit(rules="drawing", fonts="style")) == plain


def test_tracked_changes_are_taken_as_made_or_as_not_made() -> None:
    data = write(TO_TRINH, Habit(wraps=frozenset({"ins"})))
    now, before = paper(data), paper(data, original=True)
    assert now.tracked == before.tracked == 4
    assert "bỏ đi" not in " ".join(line.text for line in now.lines)
    assert [line.text for line in before.of("doan")] == ["bỏ đi", "bỏ đi"]


def test_the_party_is_known_by_its_banner_or_its_number() -> None:
    assert paper(write(DANG, Habit())).party
    plain = tuple(line for line in DANG if line.role != "tieu_de_dang")
    assert paper(write(plain, Habit())).party
    assert not paper(write(CONG_VAN, Habit())).party
    assert not strokes(paper(write(DANG, Habit()))).get("co_quan_ban_hanh")


def test_a_document_without_a_head_is_read_with_little_confidence() -> None:
    data = foreign.package(p("Chào các bạn.") + p("Hẹn gặp lại."))
    assert max(line.confidence for line in paper(data).lines) <= 0.4


def test_typed_dashes_and_underlined_words_are_strokes_that_are_not_drawn() -> None:
    under = r("Độc lập - Tự do - Hạnh phúc", '<w:b/><w:u w:val="single"/>')
    right = p(b("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")) + p(under)
    left = p(b("SỞ Y TẾ")) + p("--------")
    data = foreign.package(foreign.table((left, right)) + foreign.title())
    found = {line.role: line.strokes for line in paper(data).lines if line.strokes}
    assert {role: [s.made for s in own] for role, own in found.items()} == {
        "co_quan_ban_hanh": ["typed"],
        "tieu_ngu": ["underline"],
    }
    assert not any(stroke.drawn for own in found.values() for stroke in own)


def test_text_boxes_notes_and_page_words_are_strays() -> None:
    found = paper(foreign.by_breaks())
    assert [(line.role, line.text, line.spot.part) for line in found.strays] == [
        ("dau_mat", "MẬT", "box")
    ]


def test_places_count_paragraphs_as_the_tree_does() -> None:
    found = paper(rendered())
    placed = {line.where.paragraph: line.text for line in found.lines}
    for block in found.document.blocks:
        assert isinstance(block.where, Place)
        if block.text:
            assert block.text in placed[block.where.paragraph]


def test_our_tree_is_that_of_the_reader() -> None:
    document = paper(rendered()).document
    assert canonical(document) == canonical(word.plan())


def test_a_list_that_somebody_made_in_our_file_has_a_kind_of_ours() -> None:
    numbered = Marker("1.", "1.")
    data, _ = render(template(), word.plan(word.block("khoan", "Một", numbered)), {})
    assert data is not None
    content = word.parts(data)
    assert '<w:lvlText w:val="%1."/>' in content["word/numbering.xml"]
    for text, kinds in (("%1)", ["1."]), ("%1..", [])):
        other = content["word/numbering.xml"].replace("%1.", text)
        found = paper(word.packed(content | {"word/numbering.xml": other}))
        assert [block.marker.kind for block in found.document.blocks if block.marker] == kinds
        assert [line.marker.kind for line in found.lines if line.marker] == kinds


def _zip(names: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, data in names.items():
            file.writestr(name, data)
    return out.getvalue()


_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "D003"),
        (_OLE + bytes(600), "D002"),
        (_OLE + "EncryptedPackage".encode("utf-16-le"), "D017"),
        (b"PK\x03\x04 cut short", "D004"),
        (_zip({}), "D011"),
        (_zip({CONTENT_TYPES: b"<Types/>"}), "D015"),
        (_zip({CONTENT_TYPES: b"<!DOCTYPE x [<!ENTITY a 'b'>]><Types/>"}), "D012"),
        (_zip({CONTENT_TYPES: b"<Types"}), "D014"),
        (_zip({"../x": b""}), "D006"),
        (foreign.package(""), "D045"),
    ],
)
def test_what_is_no_word_file_is_a_finding(data: bytes, code: str) -> None:
    found, findings = read_paper(data, "x.docx")
    assert [finding.code for finding in findings] == [code]
    assert (found is None) == (code != "D045")


def test_a_file_with_macros_and_a_template_are_read() -> None:
    content = word.parts(write(KE_HOACH, Habit()))
    for kind in (_MACROS, _MACROS.replace("document", "template")):
        types = content[CONTENT_TYPES]
        start = types.index("document.main+xml")
        was = types[types.rindex('"', 0, start) + 1 : start + len("document.main+xml")]
        assert paper(word.packed(content | {CONTENT_TYPES: types.replace(was, kind)})).lines


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**32), st.integers(1, 12), st.sampled_from(range(len(FILES))), st.booleans())
def test_a_damaged_file_is_read_or_found_damaged(
    number: int, times: int, at: int, original: bool
) -> None:
    data = damaged(FILES[at], random.Random(number), times)
    found, findings = read_paper(data, "x.docx", original)
    assert found is not None or findings


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn"))), max_size=12))
def test_any_words_are_read(texts: list[str]) -> None:
    data = foreign.package("".join(p(text, align="center") for text in texts if text))
    found, _ = read_paper(data, "x.docx")
    assert found is not None
    wanted = "".join("".join(texts).split())
    assert len(found.lines) <= len(texts) * 8 or not wanted


@given(st.text(st.characters() | st.sampled_from("\uf041\u200b\u0302\u1ec7e\u00ad\u3000")))
def test_words_without_anything_to_clean_are_cleaned_alike(text: str) -> None:
    assert clean("\0" + text) == " " + clean(text)


def test_no_rule_of_looks_asks_for_the_tree() -> None:
    """A build reads its files without it, to see how they look."""
    for known in every():
        if known.rule.sees is Sees.PAPER:
            source = inspect.getsource(inspect.getmodule(known.check))  # type: ignore[arg-type]
            assert "paper.document" not in source, known.name
    assert "paper.document" not in inspect.getsource(looking)


def test_a_file_of_ours_looks_the_same_without_its_tree() -> None:
    whole, quick = paper(rendered()), read_paper(rendered(), "x.docx", tree=False)[0]
    assert quick is not None
    assert canonical(quick.document) == canonical(Document(()))
    assert (quick.sections, quick.strays) == (whole.sections, whole.strays)
    for line, other in zip(quick.lines, whole.lines, strict=True):
        assert replace(line, marker=None) == replace(other, marker=None)


def test_a_line_of_two_columns_has_two_lines() -> None:
    lines = said("co_quan_ban_hanh: SỞ Y TẾ\nquoc_hieu: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    found = paper(write(lines, Habit("tabs", "vml")))
    assert [(line.role, line.layout.align) for line in found.lines] == [
        ("co_quan_ban_hanh", ""),
        ("quoc_hieu", ""),
    ]
