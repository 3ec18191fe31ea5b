"""Nothing lost: what is read back from a file is the document that it was made of."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from kehoach.document import (
    ANNEX,
    FOOT,
    HEAD,
    KINDS,
    Block,
    Cell,
    Document,
    Marker,
    Row,
    Run,
    Table,
    canonical,
)
from kehoach.ooxml.package import properties, unpack
from kehoach.ooxml.read import read
from kehoach.render import render
from kehoach.template import Template, compile_template
from office import resave
from strategies import documents, sample
from validator import faults

PATH = Path(__file__).parents[1] / "templates" / "ke-hoach.docx"
PROPERTIES = {"kehoach.plan": "plans/thai-binh/2024.yaml", "kehoach.x": "Sở GD&ĐT <“1”>"}
RELAXED = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    max_examples=60,
)


@cache
def template() -> Template:
    compiled, findings = compile_template(PATH.read_bytes(), PATH.name)
    assert compiled is not None
    assert findings == []
    return compiled


def written(document: Document) -> bytes:
    data, findings = render(template(), document, PROPERTIES)
    assert data is not None
    assert findings == []
    return data


def again(data: bytes) -> tuple[object, ...]:
    document, findings = read(data, "a.docx")
    assert document is not None
    assert findings == []
    return canonical(document)


def p(role: str, text: str = "x", marker: Marker | None = None) -> Block:
    return Block(role, (Run(text),) if text else (), marker)


def everything() -> Document:
    """Return a document with every role, every kind of marker, two signers and two annexes."""
    labels = ("A.", "I.", "1.", "1.1.", "1.1.1.", "a)", "a.", "-", "+", "(1)", "(i)")
    points = [p(KINDS[label], "điểm", Marker(label, label)) for label in labels]
    titles = [
        p(f"{KINDS[kind]}_td", "Mục", Marker(kind, label))
        for kind, label in zip(labels[:6], ("B.", "II.", "1.", "1.1.", "1.1.1.", "a)"), strict=True)
    ]
    note = Run("", note=(Run("Xem "), Run("Phụ lục", italic=True)))
    rich = Block("doan", (Run("Đậm", bold=True), Run(" thường"), note, Run(" & <", italic=True)))
    cells = [Cell((p("o_dau", text),)) for text in ("1", "2", "3")]
    table = Table(
        (
            Row((Cell((p("o_dau", "a"),), 1, 2), Cell((p("o_dau", "b"),), 2)), header=True),
            Row(tuple(cells[:2]), header=True),
            Row(tuple(cells)),
            Row((Cell((p("o_giua", ""),)), Cell((p("o"), p("o_phai"))), Cell(()))),
        )
    )
    bang = Block("bang", table=table)
    signer = [p(role, role.upper()) for role in FOOT[1:]]
    blank = [p("ky_chuc_vu"), p("ky_ho_ten", "")]
    upright = [p(role) for role in ANNEX] + [bang, bang]
    lying = [Block("phu_luc", (Run("Phụ lục II"),), landscape=True), bang, *signer]
    kept = p("khoan_3", "giữ", Marker("1.1.1.", "2.2.3.", kept=True))
    head = [p(role, role) for role in HEAD] + [p("can_cu"), p("mo_dau")]
    body = [*points, *titles, rich, kept, bang, p("doan", "- như gạch"), p("ket", "Hết./.")]
    foot = [p("noi_nhan", "- A;"), p("noi_nhan", "- Lưu: VT."), *signer, *blank]
    return Document(tuple(head + body + foot + upright + lying))


@RELAXED
@given(documents())
def test_read_undoes_render(document: Document) -> None:
    assert again(written(document)) == canonical(document)


def test_everything_comes_back_and_is_valid() -> None:
    data = written(everything())
    assert again(data) == canonical(everything())
    assert faults(data) == []


@pytest.mark.parametrize("number", range(3))
def test_made_documents_are_valid(number: int) -> None:
    assert [faults(written(document)) for document in sample(5, number)] == [[]] * 5


def test_libreoffice_keeps_documents_and_properties(tmp_path: Path) -> None:
    made = [everything(), *sample(12, 1)]
    paths = []
    for number, document in enumerate(made):
        paths.append(tmp_path / f"{number}.docx")
        paths[-1].write_bytes(written(document))
    for document, path in zip(made, resave(paths, tmp_path / "saved"), strict=True):
        data = path.read_bytes()
        assert again(data) == canonical(document)
        parts, _ = unpack(data, path.name)
        assert parts is not None
        assert properties(parts).items() >= PROPERTIES.items()
