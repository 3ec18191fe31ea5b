"""The tree: what makes two documents the same, and its hash."""

from __future__ import annotations

import hashlib
import json

from hypothesis import HealthCheck, given, settings

from kehoach.document import Block, Document, Run, canonical, tree_hash
from strategies import documents


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_the_hash_is_that_of_the_canonical_tree(document: Document) -> None:
    told = json.dumps(canonical(document), ensure_ascii=False, separators=(",", ":"))
    assert tree_hash(document) == hashlib.sha256(told.encode()).hexdigest()
    assert tree_hash(document) == tree_hash(Document(document.blocks, title="khác"))


def test_words_that_json_escapes_and_roles_of_any_name() -> None:
    odd = Document((Block('a"b', (Run('"\\\n\t\x01\u2028 «Đ»', True), Run(""), Run("x", True))),))
    told = json.dumps(canonical(odd), ensure_ascii=False, separators=(",", ":"))
    assert tree_hash(odd) == hashlib.sha256(told.encode()).hexdigest()
