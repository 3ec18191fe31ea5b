"""What the machine has is tried out, not guessed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from kehoach.doctor import State, examine, fonts, letters
from kehoach.pdf import office
from kehoach.printed import Page
from workplace import environment

ALL = letters()


def page(words: str, *names: str) -> Page:
    return Page(595.0, 842.0, words, (), (), dict.fromkeys(names, True))


def test_letters_are_all_of_the_alphabet() -> None:
    assert len(ALL) == len(set(ALL)) == 2 * (12 * 6 + 17)
    assert all(letter in ALL for letter in "ộỮđĐỵăÂơƯxX")
    assert unicodedata.is_normalized("NFC", ALL)
    assert not set("fjwz") & set(ALL)


def test_a_font_with_all_letters_is_fine() -> None:
    part = fonts("LibreOffice", (page(ALL, "LiberationSerif", "LiberationSerif-Bold"),))
    assert part.state is State.FINE
    assert part.detail == "LiberationSerif, LiberationSerif-Bold"


@pytest.mark.parametrize(
    ("words", "names", "told"),
    [
        (ALL.replace("ộ", "\ufffd"), ["LiberationSerif"], {"letters": "ộ"}),
        (ALL, ["LiberationSerif", "DejaVuSerif"], {"fonts": "DejaVuSerif"}),
    ],
)
def test_a_missing_or_borrowed_letter_is_wrong(
    words: str, names: list[str], told: dict[str, str]
) -> None:
    part = fonts("LibreOffice", (page(words, *names),))
    assert part.state is State.WRONG
    assert part.args == told


@pytest.mark.parametrize("made", [{}, {"letters": b"%PDF-1.7 half %%EOF"}])
def test_a_libreoffice_that_prints_nothing_is_wrong(
    monkeypatch: pytest.MonkeyPatch, made: dict[str, bytes]
) -> None:
    monkeypatch.setattr(office.Office, "convert", lambda *_: (made, []))
    parts = {part.name: part for part in examine()}
    assert parts["LibreOffice"].state is State.WRONG
    assert "LibreOffice: Times New Roman" not in parts


def doctor(**changed: str) -> tuple[int, dict[str, dict[str, str]]]:
    done = subprocess.run(
        [sys.executable, "-m", "kehoach", "doctor", "--format", "json"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env=environment(**changed),
    )
    assert not done.stderr
    return done.returncode, {part["name"]: part for part in json.loads(done.stdout)["parts"]}


def test_this_machine_is_fine() -> None:
    code, parts = doctor()
    assert code == 0
    assert parts["LibreOffice: Times New Roman"]["state"] == "fine"
    assert parts["office2pdf: Times New Roman"]["state"] == "fine"


def test_a_machine_without_programmes_is_told_what_to_install(tmp_path: Path) -> None:
    code, parts = doctor(PATH=str(tmp_path))
    assert code == 0
    assert parts["git"]["state"] == "lacking"
    assert "libreoffice-writer" in parts["LibreOffice"]["hint"]


@pytest.mark.skipif(os.name != "posix", reason="fontconfig decides fonts on Linux alone")
def test_another_font_in_place_of_times_is_told(tmp_path: Path) -> None:
    config = tmp_path / "fonts.conf"
    dejavu = Path("/usr/share/fonts/truetype/dejavu")
    sans = Path("/usr/share/fonts/truetype/liberation2")
    folder = tmp_path / "fonts"
    folder.mkdir()
    for font in [*dejavu.glob("DejaVuSans*.ttf"), *sans.glob("LiberationSans-*.ttf")]:
        (folder / font.name).symlink_to(font)
    config.write_text(
        f"<fontconfig><dir>{folder}</dir><cachedir>{tmp_path}/cache</cachedir></fontconfig>"
    )
    code, parts = doctor(FONTCONFIG_FILE=str(config))
    told = parts["LibreOffice: Times New Roman"]
    assert code == 1
    assert told["state"] == "wrong"
    assert "fonts-liberation2" in told["hint"]
