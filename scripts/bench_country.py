"""A country to measure with: a plan for each province, all from one base, with made-up figures.

The words are those of the plans in `plans/`, so that a unit's plan is as long and as mixed as a
real one; the figures are drawn with a fixed seed. Nothing here is anybody's plan.
"""

from __future__ import annotations

import random
import re
import shutil
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from kehoach import units  # noqa: E402
from kehoach.units import Unit  # noqa: E402

ON = date(2027, 1, 10)
MODEL = "plans/an-giang/2027.yaml"
AREA_FORM = "dang-ky-thi-dua"
LINES = 64
"""Of the annex that makes a commune's plan twelve pages long."""
FIGURES = {
    "kdc_dat": "trên {}%",
    "don_vi_dat": "từ {}% trở lên",
    "xuat_sac": "{}%",
    "kha": "{}% trở xuống",
}
_SURNAMES = ("Nguyễn Văn", "Trần Thị", "Lê Minh", "Phạm Thị", "Hoàng Văn", "Huỳnh Ngọc")
_GIVEN = ("An", "Bình", "Châu", "Dũng", "Hà", "Lâm", "Mai", "Nam", "Phúc", "Thảo")


def write(
    folder: Path, provinces: int = 34, rows: int = 30, forms: bool = True, years: int = 1
) -> int:
    """Make `folder` a working folder with a plan for each province and year; return its communes.

    Each commune's plan has a table of `rows` rows and is about twelve pages long.
    """
    shutil.copytree(ROOT / "templates", folder / "templates", dirs_exist_ok=True)
    shutil.copytree(ROOT / "plans" / "base", folder / "plans" / "base", dirs_exist_ok=True)
    (folder / "plans" / "base" / "ca-nuoc.yaml").write_text(base(rows, forms), "utf-8")
    chance = random.Random(2027)
    count = 0
    for province in units.provinces(ON)[:provinces]:
        communes = units.children(province, "commune", ON)
        count += len(communes)
        home = folder / "plans" / province.id.replace("_", "-")
        home.mkdir(parents=True, exist_ok=True)
        (home / "so-lieu.csv").write_text(figures(communes, chance), "utf-8")
        plan = f"type: ke-hoach\nextends: ../base/ca-nuoc.yaml\nunit: {province.id}\n"
        for year in range(years):
            name = "2027.yaml" if not year else f"2027-{year}.yaml"
            (home / name).write_text(f"{plan}units: so-lieu.csv\n", "utf-8")
    return count


def write_areas(folder: Path, count: int) -> int:
    """Make `folder` a working folder in which `count` residential areas register, province by
    province, in a table beside the province's plan; return how many there are.
    """
    write(folder, forms=False)
    whole = folder / "plans" / "base" / "ca-nuoc.yaml"
    text = whole.read_text("utf-8")
    whole.write_text(text[: text.index("\ncopies:\n") + 1], "utf-8")
    provinces = units.provinces(ON)
    each = -(-count // len(provinces))
    for province in provinces:
        home = folder / "plans" / province.id.replace("_", "-")
        names = [f"Khu dân cư số {number} {province.in_sentence}" for number in range(1, each + 1)]
        table = "\n".join(["name,place,ho", *(f"{name},{province.name},120" for name in names)])
        (home / "khu-dan-cu.csv").write_text(f"{table}\n", "utf-8")
        plan = (home / "2027.yaml").read_text("utf-8").replace("units: so-lieu.csv\n", "")
        asked = f"forms:\n  - {{use: {AREA_FORM}, by: others, due: dang_ky}}\n"
        (home / "2027.yaml").write_text(f"{plan}others: khu-dan-cu.csv\n{asked}", "utf-8")
    return each * len(provinces)


def figures(communes: Sequence[Unit], chance: random.Random) -> str:
    """Return the table of units of a province, as CSV."""
    lines = [",".join(("unit", *FIGURES, "khu_dan_cu", "signer"))]
    for unit in communes:
        own = [words.format(chance.randint(50, 99)) for words in FIGURES.values()]
        signer = f"{chance.choice(_SURNAMES)} {chance.choice(_GIVEN)}"
        lines.append(",".join((unit.id, *own, str(chance.randint(5, 40)), signer)))
    return "\n".join(lines) + "\n"


def base(rows: int, forms: bool) -> str:
    """Return the plan that all provinces extend: the model with a table and criteria annexed."""
    text = (ROOT / MODEL).read_text("utf-8")
    for old, new in {
        "extends: ../base/ubnd-tinh.yaml\nunit: an_giang\n": (
            "extends: ubnd-tinh.yaml\nabstract: true\n"
        ),
        "date: 2027\nnumber:\ndraft: true\n": f"date: {ON.isoformat()}\nnumber: 12\n",
        "preamble: |\n": f"{_annexes(rows)}\npreamble: |\n",
    }.items():
        assert old in text, f"{MODEL} has changed: {old}"
        text = text.replace(old, new, 1)
    return text if forms else text[: text.index("\nforms:\n") + 1]


def _annexes(rows: int) -> str:
    """Return a table in which each row has one of the unit's figures, and the annexes."""
    names = [*FIGURES]
    body = "\n".join(
        f"      - [{n}, 'Nội dung thi đua thứ {n} của phong trào {{{{ bv_antq }}}} ở cơ sở', "
        f"khu dân cư, '{{{{ {names[n % len(names)]} }}}}', Quý {'I' * (n % 3 + 1)}]"
        for n in range(1, rows + 1)
    )
    columns = [
        "STT, width: 1, align: center",
        "Nội dung, width: 5",
        "Đơn vị tính, width: 2",
        "Chỉ tiêu, width: 2, align: center",
        "Thời hạn, width: 2",
    ]
    titles = "\n".join(f"      - {{title: {column}}}" for column in columns)
    table = f"tables:\n  bieu:\n    columns:\n{titles}\n    rows:\n{body}\n"
    lines = "\n".join(f"      {line}" for line in _lines())
    return (
        f"{table}\nannexes:\n  - {{title: Biểu chỉ tiêu thi đua, table: bieu}}\n"
        f"  - title: Nội dung, tiêu chí thi đua\n    body: |\n{lines}\n"
    )


def _lines() -> list[str]:
    """Return the text of an annex: sentences of the plans, each once, in numbered parts."""
    found: dict[str, None] = {}
    for path in sorted((ROOT / "plans").glob("*/*.yaml")):
        for line in re.findall(
            r"^ +(?:[-+] |\d+\. )?(\w[^{}*:\n]{60,}[.;])$", path.read_text("utf-8"), re.M
        ):
            found.setdefault(line)
    items = list(found)[:LINES]
    assert len(items) == LINES, "the plans have become too short"
    parts = [items[start : start + 16] for start in range(0, LINES, 16)]
    return [
        line
        for number, part in enumerate(parts, 1)
        for line in (f"{number}. Nội dung, tiêu chí, phần {number}", *(f"- {i}" for i in part))
    ]
