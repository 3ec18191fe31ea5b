"""Messages: which language, and a Vietnamese catalogue that is whole and fresh."""

from __future__ import annotations

import errno
import gettext
import importlib.machinery
import importlib.util
import os
import string
import sys
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog

from kehoach import messages

SCRIPT = Path(__file__).parents[1] / "scripts" / "messages"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    loader = importlib.machinery.SourceFileLoader("kehoach_messages_script", str(SCRIPT))
    spec = importlib.util.spec_from_loader(loader.name, loader)
    assert spec
    module = importlib.util.module_from_spec(spec)
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = before
    return module


@pytest.fixture(scope="module")
def catalogue(script: ModuleType) -> Catalog:
    return script.load()


def ids(catalogue: Catalog) -> set[object]:
    return {message.id for message in catalogue if message.id}


def placeholders(texts: list[str]) -> set[str]:
    return {
        f"{name}!{conversion}:{form}"
        for text in texts
        for _, name, form, conversion in string.Formatter().parse(text)
        if name is not None
    }


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "en"),
        ({"LANG": "vi_VN.UTF-8"}, "vi"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "vi_VN", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US", "LC_MESSAGES": "vi_VN"}, "vi"),
        ({"LANG": "vi_VN", "LC_ALL": "", "LC_MESSAGES": ""}, "vi"),
        ({"LANG": "en_US", "KEHOACH_LANG": "vi"}, "vi"),
        ({"LANG": "vi_VN", "KEHOACH_LANG": "en"}, "en"),
        ({"LANG": "vi_VN", "KEHOACH_LANG": "fr"}, "vi"),
    ],
)
def test_language(environment: dict[str, str], expected: str) -> None:
    assert messages.language(environment) == expected


def test_translator() -> None:
    vietnamese, english = messages.translator("vi"), messages.translator("en")
    assert vietnamese("error") == "lỗi"
    assert english("error") == "error"
    assert vietnamese("no such message") == "no such message"
    assert vietnamese("") == ""


def test_every_message_is_in_the_catalogue(script: ModuleType, catalogue: Catalog) -> None:
    assert ids(catalogue) == ids(script.collect()), "run scripts/messages"
    assert len(ids(catalogue)) > 60


def test_every_message_is_translated(script: ModuleType, catalogue: Catalog) -> None:
    assert script.untranslated(catalogue) == []


def test_placeholders_are_those_of_the_message(script: ModuleType, catalogue: Catalog) -> None:
    for message in catalogue:
        if not message.id or not any(script.strings(message)):
            continue
        source = [message.id] if isinstance(message.id, str) else list(message.id)
        wanted, got = placeholders(source), placeholders(script.strings(message))
        if len(source) == 1:
            assert got == wanted, message.id
        else:
            assert got <= wanted, message.id


def test_the_compiled_catalogue_is_fresh(script: ModuleType, catalogue: Catalog) -> None:
    assert script.MO.read_bytes() == script.as_mo(catalogue), "run scripts/messages"
    with script.MO.open("rb") as stream:
        assert gettext.GNUTranslations(stream).gettext("hint") == "gợi ý"


def test_the_catalogue_is_written_the_same_way_again(script: ModuleType) -> None:
    merged = script.merge(script.load(), script.collect())
    assert script.as_po(merged) == script.PO.read_bytes(), "run scripts/messages"


@pytest.mark.parametrize(
    "number",
    ["ENOENT", "EACCES", "EPERM", "EISDIR", "ENOTDIR", "ENOSPC", "EROFS", "ELOOP", "EMFILE"],
)
def test_what_the_system_says_is_translated(number: str) -> None:
    said = os.strerror(getattr(errno, number))
    assert said in messages.SYSTEM
    assert messages.translator("vi")(said) != said
