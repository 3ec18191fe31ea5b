"""Templates: each fault with its code and place, all at once; what an office may do to the file."""

from __future__ import annotations

import random

import pytest

from kehoach import template as module
from kehoach.diagnostic import Diagnostic, Place, Severity
from kehoach.document import ANNEX, FOOT, HEAD, KINDS
from kehoach.template import compile_template
from word import HEADER, MAIN, STYLES, TEMPLATE, edited, form, p, packed, parts, split, swap, table

ROLES = {
    *(*HEAD, *FOOT, *ANNEX, "can_cu", "mo_dau", "doan", "ket", "chu_thich"),
    *("o", "o_giua", "o_phai", "o_dau", "ke_tieu_ngu", "ke_co_quan", "ke_trich_yeu"),
    *KINDS.values(),
    *("phan_td", "muc_td", "khoan_td", "khoan_2_td", "khoan_3_td", "diem_td"),
}


def faults(data: bytes) -> list[Diagnostic]:
    template, findings = compile_template(data, "t.docx")
    assert (template is None) == any(f.severity is Severity.ERROR for f in findings)
    assert all(f.message and f.advice is not None for f in findings), "every message has its values"
    return findings


def codes(data: bytes) -> list[str]:
    return [finding.code for finding in faults(data)]


def test_the_template_has_every_role_and_no_fault() -> None:
    template, findings = compile_template(TEMPLATE.read_bytes(), "t.docx")
    assert template is not None
    assert findings == []
    assert template.is_plan
    assert set(template.looks.roles) >= ROLES
    assert {"marker", "marker kept", "fixed"} <= set(template.looks.ids)
    assert template.frames[MAIN].names == {*HEAD, "body", "noi_nhan", "chu_ky"}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("{{ quoc_hieu }}", "{{ quoc_hiu }}", ["T003"]),
        ("{{ quoc_hieu }}", "{{ quoc_hieu", ["T001"]),
        ("{{ quoc_hieu }}", "quoc_hieu }}", ["T001"]),
        ("{{ quoc_hieu }}", "{{ quoc_hieu|upper }}", ["T003"]),
        ("{{ quoc_hieu }}", "{{}}", ["T003"]),
        ("{{ quoc_hieu }}", "{{r quoc_hieu }}", ["T004"]),
        ("{{ quoc_hieu }}", "{{- quoc_hieu }}", ["T004"]),
        ("{{ quoc_hieu }}", "{# quoc_hieu #}", ["T004"]),
        ("{{ quoc_hieu }}", "{% if 1 %}", ["T004"]),
        ("{{ quoc_hieu }}", "{%p if 1 %}", ["T004"]),
        ("{{ quoc_hieu }}", "{%cellbg x %}", ["T004"]),
        ("{{ quoc_hieu }}", "{{ quoc_hieu }} {{ tieu_ngu }}", ["T014", "T007", "T015"]),
        ("{{p body }}", "{{p body }} thêm", ["T005"]),
        ("{{p body }}", "{{p bdy }}", ["T003", "T007"]),
        ("{{p body }}", "", ["T007"]),
        ("{{p noi_nhan }}", "{{p body }}", ["T007"]),
        ("{{ tieu_ngu }}", "{{ quoc_hieu }}", ["T014", "T007"]),
        ("{{p chu_ky }}", "{{tr chu_ky }}", ["T004"]),
        ('"KHquochieu"/></w:pPr>', '"KHdoan"/></w:pPr>', ["T014"]),
        ('"KHquochieu"/></w:pPr>', '"Normal"/></w:pPr>', ["T014"]),
        ("<w:r><w:t>{{ quoc_hieu", "<w:r><w:rPr><w:b/></w:rPr><w:t>{{ quoc_hieu", ["T016"]),
    ],
)
def test_faults_of_a_plan_template(old: str, new: str, expected: list[str]) -> None:
    assert codes(edited(swap(old, new))) == expected


CHANGE = 'w:id="901" w:author="A" w:date="2024-01-01T00:00:00Z"'
RUN = "<w:r><w:t>{{ quoc_hieu }}</w:t></w:r>"
STYLE = '"KHquochieu"/></w:pPr>'


@pytest.mark.parametrize(
    ("old", "new", "count"),
    [
        (RUN, f"<w:ins {CHANGE}>{RUN}</w:ins>", 1),
        (RUN, f"{RUN}<w:del {CHANGE}><w:r><w:delText> CŨ</w:delText></w:r></w:del>", 1),
        (STYLE, f'"KHquochieu"/><w:rPr><w:ins {CHANGE}/></w:rPr></w:pPr>', 1),
        (
            STYLE,
            f'"KHquochieu"/><w:pPrChange {CHANGE}><w:pPr/></w:pPrChange></w:pPr>',
            1,
        ),
        (
            RUN,
            f"<w:del {CHANGE}><w:r><w:delText>CŨ</w:delText></w:r></w:del>"
            f"<w:ins {CHANGE}>{RUN}</w:ins>",
            2,
        ),
    ],
)
def test_tracked_changes_would_be_printed(old: str, new: str, count: int) -> None:
    [found] = faults(edited(swap(old, new)))
    assert (found.code, found.severity, found.args) == ("T017", Severity.ERROR, {"count": count})
    assert found.where == Place("t.docx", MAIN, 5, "{{ quoc_hieu }}")
    assert "Accept All Changes" in found.advice


def test_tracked_changes_of_a_form_are_found_wherever_they_stand() -> None:
    row = f"<w:trPr><w:ins {CHANGE}/></w:trPr><w:tc>"
    change = edited(swap("<w:tc>", row), data=form(p("Một") + table(("a", "b"))))
    assert [(found.code, found.where) for found in faults(change)] == [
        ("T017", Place("t.docx", MAIN, 2, "a"))
    ]
    section = f"<w:sectPrChange {CHANGE}><w:sectPr/></w:sectPrChange></w:sectPr>"
    change = edited(swap("</w:sectPr>", section), data=form(p("Một")))
    assert [(found.code, found.where) for found in faults(change)] == [
        ("T017", Place("t.docx", MAIN))
    ]


def test_comments_would_go_out_with_every_document() -> None:
    comment = '<w:r><w:commentReference w:id="0"/></w:r>'
    [found] = faults(edited(swap(RUN, RUN + comment)))
    assert (found.code, found.severity, found.args) == ("T018", Severity.WARNING, {"count": 1})
    assert found.where == Place("t.docx", MAIN, 5, "{{ quoc_hieu }}")


def test_all_faults_at_once_each_at_its_paragraph() -> None:
    def change(text: str) -> str:
        text = text.replace("{{ tieu_ngu }}", "{{ tieu_gnu }}")
        return text.replace("{{p body }}", "{{p body }} x").replace("{{ trich_yeu }}", "{{ a")

    found = faults(edited(change))
    assert [f.code for f in found] == ["T001", "T005", "T003"]
    places = {f.code: f.where for f in found}
    assert places["T001"] == Place("t.docx", MAIN, 13, "{{ a")
    assert places["T003"] == Place("t.docx", MAIN, 6, "{{ tieu_gnu }}")
    assert places["T005"] == Place("t.docx", MAIN, 16, "{{p body }} x")
    assert found[2].advice == "did you mean {{ tieu_ngu }}?"
    assert "{{ tieu_gnu }}" in found[2].message


def test_a_slot_in_a_header_is_a_fault_and_a_role_there_is_not() -> None:
    def with_tag(tag: str) -> bytes:
        return edited(swap("</w:p>", f"<w:r><w:t>{tag}</w:t></w:r></w:p>"), HEADER)

    assert codes(with_tag("{{ so_ky_hieu }}")) == []
    found = faults(edited(swap("</w:p>", f"</w:p>{p('{{p noi_nhan }}')}"), HEADER))
    assert [f.code for f in found] == ["T007", "T007"]
    where = found[0].where
    assert isinstance(where, Place)
    assert where.part == HEADER


def test_a_style_that_is_missing_is_told_with_those_there_are() -> None:
    found = faults(edited(swap('w:val="KH quoc_hieu"', 'w:val="Quoc hieu"'), STYLES))
    assert [f.code for f in found] == ["T014"]
    assert "KH tieu_ngu" in found[0].advice


def test_marker_styles_that_an_office_has_lost_are_put_back() -> None:
    def without(text: str) -> str:
        start = text.index('<w:style w:type="character" w:customStyle="1"')
        return text[:start] + text[text.index('<w:style w:type="table" w:customStyle="1"') :]

    template, findings = compile_template(edited(without, STYLES), "t.docx")
    assert findings == []
    assert template is not None
    assert set(template.looks.ids) >= {"marker", "marker kept", "fixed"}


@pytest.mark.parametrize(
    "pieces",
    [
        ("{", "{ quoc", "_hieu }}"),
        ("{{", " quoc_hieu ", "}}"),
        ("{{ quoc_hieu }", "}"),
        ("", "{{ quoc_hieu }}"),
    ],
)
def test_a_tag_that_word_has_split_is_one_tag(pieces: tuple[str, ...]) -> None:
    old = "<w:r><w:t>{{ quoc_hieu }}</w:t></w:r>"
    new = '<w:proofErr w:type="spellStart"/>'.join(
        f"<w:r><w:t>{piece}</w:t></w:r>" for piece in pieces
    )
    template, findings = compile_template(edited(swap(old, new)), "t.docx")
    assert findings == []
    assert template is not None
    assert "quoc_hieu" in template.frames[MAIN].names


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p("{{ ten }}"), []),
        (p("{{ “a” ~ ten }}"), []),
        (split("{", "{ te", "n }}"), []),
        (p("{{ u.ten|upper }} {{ loop }}"), []),
        (p("{%p if x %}") + p("a") + p("{%p else %}") + p("b") + p("{%p endif %}"), []),
        (table(("{%tr for u in x %}",), ("{{ u.a }}",), ("{%tr endfor %}",)), []),
        (table(("{%tc for u in x %}", "{{ u }}", "{%tc endfor %}")), []),
        (p("{{ ten"), ["T001"]),
        (p("{{ a b }}"), ["T002"]),
        (p("{{ }}"), ["T002"]),
        (p("{% for %}") + p("{% endfor %}"), ["T002"]),
        (p("{%p endfor x %}"), ["T002", "T006"]),
        (p("{%r if x %}"), ["T004"]),
        (p("{{r x }}"), ["T004"]),
        (p("{%hm%}"), ["T004"]),
        (p("{%vm%}"), ["T004"]),
        (p("{%cellbg x%}"), ["T004"]),
        (p("{%colspan x%}"), ["T004"]),
        (p("{# x #}"), ["T004"]),
        (p("{%- if x %}{% endif %}"), ["T004"]),
        (p("{%p if x %} chữ") + p("{%p endif %}"), ["T005"]),
        (p("{%tr if x %}") + p("{%tr endif %}"), ["T005", "T005"]),
        (table(("{%tr for u in x %}", "chữ"), ("{%tr endfor %}", "")), ["T005"]),
        (table(("{%tr for u in x %}", "{%tr endfor %}")), ["T005", "T005"]),
        (p("{%p if x %}"), ["T006"]),
        (p("{%p endif %}"), ["T006"]),
        (p("{%p else %}"), ["T006"]),
        (p("{%p for u in x %}") + p("{%p endif %}"), ["T006", "T006"]),
        (p("{% set x = 1 %}"), ["T008"]),
        (p("{{ f(1) }}"), ["T008"]),
        (p("{{ 9 ** 9 }}"), ["T008"]),
        (p("{{ 'a' * 9 }}"), ["T008"]),
        (p("{% include 'x' %}"), ["T008"]),
        (p("{% macro m() %}{% endmacro %}"), ["T002", "T002"]),
        (p("{{ x|shout }}"), ["T009"]),
        (p("{{ x is loud }}"), ["T009"]),
        (p("{{ x|uper }}") + p("{{ y z }}") + p("{{ f() }}"), ["T009", "T002", "T008"]),
    ],
)
def test_forms(body: str, expected: list[str]) -> None:
    assert codes(form(body)) == expected


def test_tags_in_attributes_are_tags() -> None:
    def control(tag: str) -> str:
        properties = f'<w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr>'
        return f"<w:sdt>{properties}<w:sdtContent>{p('x')}</w:sdtContent></w:sdt>"

    assert codes(form(control("kh_{{ ma }}"))) == []
    assert codes(form(control("kh_{{ ma ma }}"))) == ["T002"]
    assert codes(form(control("{%p if x %}"))) == ["T004"]
    assert codes(edited(swap("<w:body>", f"<w:body>{control('{{ so_ky_hieu }}')}"))) == ["T004"]


def test_a_slot_that_would_take_a_section_along_is_a_fault() -> None:
    old = '<w:pPr><w:pStyle w:val="KHdoan"/></w:pPr><w:r><w:t>{{p body'
    new = old.replace("</w:pPr>", "<w:sectPr/></w:pPr>")
    assert codes(edited(swap(old, new))) == ["T005"]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"not a zip", b"\xd0\xcf\x11\xe0\xa1\xb1"])
def test_what_is_not_a_docx_is_a_finding(data: bytes) -> None:
    assert codes(data)


def test_dangerous_or_unusable_files() -> None:
    content = parts(TEMPLATE.read_bytes())
    entity = content[MAIN].replace("<w:document", '<!DOCTYPE a [<!ENTITY b "c">]><w:document', 1)
    assert codes(packed(content | {MAIN: entity})) == ["D012"]
    missing = {name: part for name, part in content.items() if name != MAIN}
    assert codes(packed(missing)) == ["D015"]
    macros = content["[Content_Types].xml"].replace(
        "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    )
    assert codes(packed(content | {"[Content_Types].xml": macros})) == ["T011"]
    other = content[MAIN].replace("w:", "x:").replace("xmlns:w=", "xmlns:x=")
    assert codes(packed(content | {MAIN: other})) == ["T013"]
    empty = f"{content[MAIN][: content[MAIN].index('<w:body>')]}</w:document>"
    assert codes(packed(content | {MAIN: empty})) == ["T013"]


def test_a_part_that_is_too_long_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST", 1_000)
    found = faults(TEMPLATE.read_bytes())
    assert [(f.code, f.where) for f in found] == [("T012", Place("t.docx", MAIN))]


def test_a_damaged_template_is_never_more_than_findings() -> None:
    chance = random.Random(30)
    bits = ("{{", "}}", "{%p ", "%}", "{#", "|", "<w:p>", "</w:p>", "</w:r>", "", "{{p body }}")
    content = parts(TEMPLATE.read_bytes())
    for _ in range(150):
        text = content[MAIN]
        for _ in range(chance.randint(1, 3)):
            at = chance.randrange(len(text))
            text = text[:at] + chance.choice(bits) + text[at + chance.choice((0, 0, 9)) :]
        faults(packed(content | {MAIN: text}))


def test_a_style_with_impossible_numbers_is_read_as_saying_nothing() -> None:
    data = edited(swap('<w:sz w:val="24"/>', '<w:sz w:val="1e999"/>'), STYLES)
    template, findings = compile_template(data, "t.docx")
    assert findings == []
    assert template is not None
    assert template.looks.roles["co_quan_chu_quan"].size == 10
