"""Forms of one make-up are finished once, and each is what it would be alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kehoach.ooxml.form_press import MOST
from kehoach.render import render_form
from kehoach.template import Template, compile_template

FORM = Path(__file__).parents[1] / "templates" / "cam-ket.docx"


def template() -> Template:
    found, findings = compile_template(FORM.read_bytes(), "form.docx")
    assert found is not None, findings
    return found


class Anything(dict[str, Any]):
    """Values for whatever a template asks for: lists of rows are short, texts begin alike."""

    def __init__(self, made: Template, text: str) -> None:
        names = {use.name for form in made.forms.values() for use in form.uses}
        rows = [{"id": f"hang_{n}", "stt": str(n)} for n in (1, 2)]
        lists = {"hang": rows, "cam_ket": [text, text]}
        super().__init__({name: lists.get(name, f"{text} {name}") for name in names})


def rendered(made: Template, text: str) -> bytes:
    data, findings = render_form(made, Anything(made, text), {"a": "1"})
    assert data is not None, findings
    return data


@pytest.mark.parametrize(
    "text", ["Xã", "Sở <b> & “c”", "……", "", "☒", "☐", "ngày … tháng …", "\u00a0"]
)
def test_a_form_after_others_is_as_one_alone(text: str) -> None:
    shared = template()
    rendered(shared, "Phường")
    assert rendered(shared, text) == rendered(template(), text)
    assert rendered(shared, "Phường") == rendered(template(), "Phường")


def test_words_alone_make_no_new_make_up() -> None:
    made = template()
    for text in ("Xã A", "Xã B", "Xã C"):
        rendered(made, text)
    assert len(made.made_up) == 1


def test_not_every_make_up_is_kept() -> None:
    made = template()
    for count in range(MOST + 3):
        values = Anything(made, "Xã")
        values["hang"] = [{"id": f"hang_{n}", "stt": str(n)} for n in range(count + 1)]
        data, findings = render_form(made, values, {})
        assert data is not None, findings
    assert 0 < len(made.made_up) <= MOST
