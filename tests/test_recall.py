"""What copies share is printed once, and says in each what it would say if printed anew."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kehoach import copies, plan
from kehoach.compose import compose
from kehoach.document import Document
from kehoach.plan import Plan, Shared
from kehoach.workspace import Workspace, package_data

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
