"""A plan with every form, its tables, and the forms that it makes, for tests."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import cases
from kehoach.copies import copies
from kehoach.diagnostic import Diagnostic
from kehoach.form.jobs import FormJob
from kehoach.form.jobs import forms as form_jobs
from kehoach.plan import Plan
from kehoach.render import render_form
from kehoach.template import Template, compile_template

TEMPLATES = Path(__file__).parents[1] / "templates"
UNITS = "plans/thai-binh/so-lieu.csv"
OTHERS = "plans/thai-binh/so-nganh.csv"

FACTS = """\
issuer:
  over: Ủy ban nhân dân tỉnh Thái Bình
  name: BAN CHỈ ĐẠO 138
  full: Ban Chỉ đạo phòng, chống tội phạm tỉnh
  short: Ban Chỉ đạo 138 tỉnh
  symbol: BCĐ
title: Phát động phong trào thi đua
year: 2024
date: 2023-12
duration: 2024-01..2024-12
units: so-lieu.csv
others: so-nganh.csv
targets:
  dang_ky: {value: 100%, of: [khu_dan_cu, xa], count: dang_ky}
  kdc: {value: trên 80%, of: [khu_dan_cu], count: dat, due: nop}
criteria:
  dia_ban:
    for: tap_the
    title: Đối với khu dân cư
    items: |
      Đoàn kết, “kỷ cương” & nền nếp;
      Không có tội phạm.
award_forms:
  co: {form: Cờ thi đua, by: Chủ tịch UBND tỉnh, to: [tap_the], quota: 02}
  bk: {form: Bằng khen, by: Chủ tịch UBND tỉnh, to: [tap_the, ca_nhan], quota: không vượt quá 5}
  gk: {form: Giấy khen, to: [ca_nhan], quota: theo hướng dẫn}
deadlines:
  nop: {before: 2024-01-15}
body: |
  I. Nội dung {#noi_dung}
  1. **Tuyên truyền:** sâu rộng;
  - Hằng tháng;
  2. Phòng ngừa tội phạm.
  II. Tổ chức thực hiện {#to_chuc}
  1. Làm đúng hạn.
closing: Nhận kế hoạch này, yêu cầu thực hiện.
copies:
  district:
    recipients: |
      Như trên
    closing: Nhận kế hoạch này, yêu cầu thực hiện.
    signature:
      - {for: TM. BAN CHỈ ĐẠO, as: TRƯỞNG BAN}
    sections:
      to_chuc: |
        1. Làm ngay.
"""

FORMS = """\
forms:
  - {use: dang-ky-thi-dua, by: district, due: nop, to: Công an tỉnh}
  - {use: dang-ky-thi-dua, by: others, due: nop, to: Công an tỉnh}
  - {use: dang-ky-antt, by: commune, due: nop, to: Công an cấp xã}
  - {use: giao-uoc, by: district}
  - use: dang-ky-dien-hinh
    criteria: [dia_ban]
    due: nop
    parties:
      - huyen_quynh_phu
      - Trường A & B
  - {use: tong-hop, by: issuer, to: Bộ Công an}
  - {use: khen-thuong, by: district, due: nop}
  - {use: danh-sach-ho, due: nop}
  - {use: cam-ket, by: others, due: nop}
  - {use: dang-ky-mo-hinh, by: district, due: nop}
"""

TABLES = {
    UNITS: "unit,khu_dan_cu,xa\nhuyen_quynh_phu,210,37\nhuyen_vu_thu,180,-\n",
    OTHERS: "name,kind,xa\nSở Tư pháp,so_nganh,-\nCông ty cổ phần “Sông” & Biển,doanh_nghiep,\n",
}


def fetch(files: Mapping[str, str]) -> Callable[[str], bytes]:
    """Return a way to get `files`."""

    def get(path: str) -> bytes:
        if path not in files:
            raise FileNotFoundError(2, "No such file or directory", path)
        return files[path].encode()

    return get


def loaded(text: str, tables: Mapping[str, str] = TABLES) -> tuple[Plan, Callable[[str], bytes]]:
    """Return the plan of these keys, in which nothing is wrong, and a way to get its tables."""
    files = {cases.PATH: cases.complete(text), **tables}
    plan, found = cases.load(files)
    assert plan, found
    return plan, fetch(files)


def forms(
    text: str = FACTS + FORMS, tables: Mapping[str, str] = TABLES
) -> tuple[list[FormJob], list[Diagnostic]]:
    """Return the forms of the plan of these keys, and what is wrong with them."""
    plan, get = loaded(text, tables)
    return form_jobs(plan, list(copies(plan, get)), get)


def form(path: str, text: str = FACTS + FORMS) -> FormJob:
    """Return the form at `path`."""
    return next(job for job in forms(text)[0] if job.path.as_posix() == path)


@cache
def template(name: str) -> Template:
    """Return a form's template."""
    made, found = compile_template((TEMPLATES / f"{name}.docx").read_bytes(), f"{name}.docx")
    assert made, found
    assert not found
    return made


def rendered(job: FormJob) -> bytes:
    """Return a form as a Word file."""
    data, found = render_form(template(job.template), job.values, job.properties)
    assert data, found
    assert not found
    return data
