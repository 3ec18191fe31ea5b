"""`kehoach explain`: the page of a rule, what another code says, the layers of a value."""

from __future__ import annotations

from pathlib import Path

import pytest

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
        "- error: the key «{key}» is already on line {first}",
        "  hint: keep one of the two",
    ]
    done = kehoach(tmp_path, "explain", "P040")
    assert (done.returncode, len(done.stdout.splitlines())) == (0, 2)


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
