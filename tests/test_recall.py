"""What copies share is printed once, and says in each what it would say if printed anew."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach import copies, plan
from kehoach.compose import compose
from kehoach.document import Document
from kehoach.plan import Plan, Shared
from kehoach.workspace import Workspace, package_data
from test_copies import BOARD, FIGURES, OWN, made

FOLDER = Workspace(package_data(), package_data())


def load(path: str) -> Plan:
    loaded, _ = plan.load(path, FOLDER.fetch)
    assert loaded is not None
    return loaded


def document(own: Plan) -> Document:
    made, _ = compose(own)
    assert made is not None
    return made


@pytest.mark.parametrize("path", FOLDER.plans())
def test_what_is_recalled_is_what_would_be_printed(path: str) -> None:
    parent = load(path)
    together = [(own.plan, document(own.plan)) for own in copies.copies(parent, FOLDER.fetch)]
    for own, shared in [(parent, document(parent)), *together]:
        alone = document(replace(own, shared=Shared()))
        assert shared == alone
        assert [block.where for block in shared.blocks] == [block.where for block in alone.blocks]


def test_what_no_unit_changes_is_the_very_same_in_each_copy() -> None:
    made = copies.copies(load("plans/an-giang/2024.yaml"), FOLDER.fetch)
    first, second, *_ = (document(own.plan) for own in made)
    same = [a is b for a, b in zip(first.blocks, second.blocks, strict=True)]
    equal = [a == b for a, b in zip(first.blocks, second.blocks, strict=True)]
    assert sum(same) > 0.9 * sum(equal) > 20
    assert not all(equal)


def test_the_first_citation_is_in_full_in_each_document() -> None:
    own = load("plans/an-giang/2024.yaml")
    assert document(own) == document(own)


REFS = """\
refs:
  luat: {type: Luật, title: Thi đua, no: 06/2022/QH15, date: 2022-06-15, short: Luật TĐKT}
  nd: {type: Nghị định, no: 30/2020/NĐ-CP, date: 2020-03-05, by: Chính phủ}
terms:
  dan: Theo {{ nd }} có {{ kdc }}
"""
LINES = (
    *("Giữ vững kết quả.", "Có {{ kdc }}.", "Tại {{ unit }}.", "Có {{ bien }} xã."),
    *("Theo {{ luat }}.", "Theo {{ nd }}.", "Theo {{ nd }} và {{ luat }}."),
    *("Có {{ kdc }} theo {{ luat }}.", "Theo {{ nd }} có {{ bien }}.", "{{ dan }}."),
    *("{{ 'Có' if kdc.number > 85 else 'Gần' }} {{ kdc }}.", "Tại {{ unit }} theo {{ luat }}."),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=8))
def test_lines_that_cite_and_lines_that_have_figures_in_any_order(lines: list[str]) -> None:
    body = "".join(f"  - {line}\n" for line in lines)
    text = BOARD.replace("refs:", "") + OWN.split("    sections:")[0]
    start, end = text.index("body: |"), text.index("closing:")
    text = f"{text[:start]}body: |\n{body}{text[end:]}{REFS}units: so-lieu.csv\n"
    for copy in made(text, FIGURES).values():
        assert document(copy.plan) == document(replace(copy.plan, shared=Shared()))
