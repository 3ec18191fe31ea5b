"""Two colleagues edit one draft at random: nothing of either is lost, whoever comes home first.

What became of an edit is looked up in the words of the new document, not asked of those who
brought it home; what is not there has to be told.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

import edits
from backoffice import MAIN, TEXT, office, workspace
from kehoach import manifest, versions
from kehoach.absorb import session
from kehoach.absorb.session import Prepared, Session
from kehoach.diff.texts import Change, changes, lines
from kehoach.document import FIXED, Document
from kehoach.manifest import Provenance
from kehoach.ooxml.package import properties, unpack
from kehoach.ooxml.read import read
from kehoach.render import render
from kehoach.template import Template, compile_template
from test_versions import NAME
from word import TEMPLATE

KINDS = ("word", "sentence", "insert", "delete", "move", "split", "merge")
POINTS = "".join(
    f"  {number}. Việc thứ {number} của cơ quan thường trực trong năm kế hoạch;\n"
    f"  - Nội dung riêng của việc {number}, do các đơn vị cùng làm;\n"
    for number in range(2, 8)
)
PLAN = TEXT.replace("  - Làm nhanh hơn.\n", f"  - Làm nhanh hơn.\n{POINTS}")


@pytest.fixture(scope="module")
def template() -> Template:
    made, findings = compile_template(TEMPLATE.read_bytes(), "x.docx")
    assert made is not None, findings
    return made


def draft(folder: Path) -> tuple[Document, Provenance]:
    """Return the document that was built, without the template's words, and where it is from."""
    data = (folder / MAIN).read_bytes()
    document, _ = read(data, MAIN)
    parts, _ = unpack(data, MAIN)
    assert document is not None
    assert parts is not None
    told = manifest.provenance(properties(parts))
    assert told is not None
    return Document(tuple(b for b in document.blocks if b.role != FIXED)), told


def brought_home(data: bytes, folder: Path) -> tuple[Session, Prepared]:
    """Bring an edited file home without an answer to anything."""
    opened, findings = session.opened(data, "x.docx", "", "", workspace(folder), folder)
    assert opened is not None, findings
    prepared = session.prepared(opened, {}, {}, workspace(folder))
    assert prepared.proof.stands
    if prepared.writable:
        session.write(prepared, workspace(folder))
    return opened, prepared


def told(opened: Session, prepared: Prepared) -> str:
    """Return all words that were told as not taken."""
    sides = [
        *(side for found in prepared.proof.differences for side in (found.plan, found.word)),
        *(side for choice in opened.absorbed.choices for side in (choice.was, choice.now)),
        *(side for edit in prepared.left_out for side in (edit.was, edit.now)),
        *(side for _, found in prepared.conflicts for side in (found.base, found.word)),
    ]
    return "\n".join(sides)


def unaccounted(change: Change, now: str, said: str) -> Iterator[str]:
    """Yield the words of a change that are neither in the new document nor told."""
    if change.new.strip() in now and change.new.strip():
        return
    for edit in change.edits:
        words = "".join(word.text for word in edit.new).strip()
        if not edit.same and words and words not in now and words not in said:
            yield words


@pytest.mark.parametrize("seed", range(4))
def test_nothing_of_either_is_lost(tmp_path: Path, template: Template, seed: int) -> None:
    folder = office(tmp_path, PLAN)
    base, origin = draft(folder)
    chance = random.Random(seed)
    both = []
    for _ in range(2):
        kinds = [chance.choice(KINDS) for _ in range(chance.randint(1, 3))]
        edited = edits.edited(base, kinds, chance)
        data, findings = render(template, edited, manifest.properties(origin))
        assert data is not None, findings
        both.append((edited, told(*brought_home(data, folder))))
    version, findings = versions.of_plan(NAME, workspace(folder).fetch, "")
    assert version is not None, findings
    now = "\n".join("".join(w.text for w in line.words) for line in lines(version.document))
    said = "\n".join(words for _, words in both)
    for edited, _ in both:
        for change in changes(base, edited):
            assert not list(unaccounted(change, now, said)), change
