"""Working folders for tests, and a way to run the command line in them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src"

PLAN = """\
type: ke-hoach
unit: thai_binh
year: 2024
date: 2023-12
issuer:
  over: Ủy ban nhân dân tỉnh Thái Bình
  name: Ban Chỉ đạo 138
  full: Ban Chỉ đạo 138 tỉnh
  symbol: BCĐ
title: Phát động phong trào thi đua năm {{ year }}
preamble: |
  Để làm tốt hơn, {{ issuer.full }} ban hành kế hoạch như sau:
body: |
  I. Mục tiêu
  1. Làm tốt hơn;
  - Làm nhanh hơn.
closing: Nhận kế hoạch này, yêu cầu các đơn vị thực hiện.
recipients: |
  Như trên
  Lưu: VT, PV01
signature:
  - for: TM. BAN CHỈ ĐẠO
    as: TRƯỞNG BAN
    name: Nguyễn Văn A
"""
"""A plan without findings."""

BROKEN = PLAN.replace("{{ year }}", "{{ yaer }}").replace("issuer.full", "issuer.fulll")
"""The same with two unknown names, on lines 10 and 12."""

ABSTRACT = "abstract: true\nterms:\n  at: “An toàn về an ninh, trật tự”\n"


COPIES = """\
copies:
  district:
    recipients: |
      Như trên
      Lưu: VT, CAH
    closing: Nhận kế hoạch này, yêu cầu thực hiện.
    signature:
      - {for: TM. BAN CHỈ ĐẠO, as: TRƯỞNG BAN}
"""
"""What hands such a plan down to the districts."""


def edit(path: Path, old: str, new: str) -> None:
    """Put `new` in the place of `old`, which is there, in a file."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def workplace(root: Path, files: Mapping[str, str]) -> Path:
    """Write `files` (path to text) below `root` and return it."""
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return root


def environment(**changed: str) -> dict[str, str]:
    """Return the environment for the command line, English unless `changed` says otherwise."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KEHOACH")}
    fixed = {"PYTHONPATH": str(SOURCE), "KEHOACH_LANG": "en", "PYTHONUTF8": "1"}
    return kept | fixed | changed


def kehoach(
    folder: Path, *arguments: str, user: int | None = None, **changed: str
) -> subprocess.CompletedProcess[str]:
    """Run the command line in `folder`."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "kehoach", *arguments],
        cwd=folder,
        env=environment(**changed),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        user=user,
    )
