"""`kehoach explain`: the page of a rule, what another code says, the layers of a value."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from kehoach import codes, messages, rules
from kehoach.cli import cli
from workplace import PLAN, kehoach, workplace

NAME = "plans/x/2024.yaml"


def test_a_rule_shows_its_page(tmp_path: Path) -> None:
    done = kehoach(tmp_path, "explain", "n202")
    assert (done.returncode, done.stderr) == (0, "")
    first, *_ = done.stdout.splitlines()
    assert first == "N202 (error): Tiêu ngữ viết đúng từng chữ."
    for part in ("\nCăn cứ: Nghị định 30", "\nSai: «", "\nĐúng: «", "\nCách sửa: "):
        assert part in done.stdout
    assert "N202 (lỗi)" in kehoach(tmp_path, "explain", "N202", KEHOACH_LANG="vi").stdout


def test_another_code_shows_what_it_may_say(tmp_path: Path) -> None:
    done = kehoach(tmp_path, "explain", "Y009")
    assert done.stdout.splitlines() == [
        "Y009: the file and its YAML",
        "- error: the key «…» is already on line …",
        "  hint: keep one of the two",
    ]
    done = kehoach(tmp_path, "explain", "P040")
    assert (done.returncode, len(done.stdout.splitlines())) == (0, 2)


@pytest.mark.parametrize("language", ["en", "vi"])
def test_every_code_reads_as_words_without_fields(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = {known.rule.code for known in rules.every()}
    named, said = codes.every(), codes.said()
    monkeypatch.setattr(codes, "every", lambda: named)
    monkeypatch.setattr(codes, "said", lambda code: [one for one in said if one.code == code])
    runner, translate = CliRunner(), messages.translator(language)
    for code in sorted(named - own):
        done = runner.invoke(cli, ["explain", code], obj=translate, standalone_mode=False)
        assert done.exception is None, code
        fields = re.findall(r"\{\w+[^\w #}]*\}|\{{3}|\}{3}", done.stdout)
        assert set(fields) <= {"{td}", "{doan}"}, (code, fields)


def test_braces_of_the_plan_itself_stay(tmp_path: Path) -> None:
    done = kehoach(tmp_path, "explain", "K010")
    assert "write {{ … }} instead of {{ … }}" in done.stdout


@pytest.mark.parametrize(("word", "said"), [("Y099", "did you mean Y0"), ("?", "is no code")])
def test_what_is_no_code(tmp_path: Path, word: str, said: str) -> None:
    done = kehoach(tmp_path, "explain", word)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_a_key_shows_its_layers(tmp_path: Path) -> None:
    workplace(tmp_path, {NAME: PLAN})
    done = kehoach(tmp_path, "explain", NAME, "issuer.symbol")
    assert (done.returncode, done.stdout) == (0, f"{NAME}:9:11: BCĐ\n")
    assert kehoach(tmp_path, "explain", NAME, "isuer").returncode == 1
