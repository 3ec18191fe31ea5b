"""Import of our own files: a plan that prints the same document, block by block."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

import cases
import test_nothing_lost as nothing_lost
from kehoach.document import canonical
from kehoach.importer.convert import Told, import_docx
from kehoach.importer.tidy import tidied
from made import Made, plans

RELAXED = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    max_examples=nothing_lost.EXAMPLES,
)


@RELAXED
@given(plans())
def test_any_document_of_ours_comes_back_as_a_plan_that_prints_it(made: Made) -> None:
    _, document = nothing_lost.composed(made.text)
    imported, findings = import_docx(
        nothing_lost.written(document), "a.docx", Told("plans/x.yaml", "thai_binh", "2024")
    )
    assert imported is not None
    assert imported.made is not None, [f for f in findings if f.severity == "error"]
    assert canonical(imported.made) == canonical(tidied(document))


@pytest.mark.parametrize("words", ["..", "a...", "a..;", "a…", "a."])
def test_dots_at_the_end_of_the_text_stay_as_many(words: str) -> None:
    document = cases.document(f"body: |\n  {words}\nrecipients: |\n  {words}\n  {words}\n")
    told = Told("plans/x.yaml", "thai_binh", "2024")
    imported, _ = import_docx(nothing_lost.written(document), "a.docx", told)
    assert imported
    assert imported.made
    assert canonical(imported.made) == canonical(document)
