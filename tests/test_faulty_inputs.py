"""What people type wrongly and what a hostile mail holds: each fault found, at its place.

A mark such as `# error: P003@7` says what is wrong with its line and in which column; it is taken
out before the plan is read. All that is not marked is right: a finding too many fails as well.
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType

import pytest

from cases import PATH, Found, complete, findings, found, without_marks
from kehoach import report
from kehoach.diagnostic import Diagnostic
from kehoach.messages import translator

HERE = Path(__file__).parent
TABLE = "plans/thai-binh/so-lieu.csv"
BASE = "plans/base/nen.yaml"

PARTS = {
    # Keys and values
    "unknown key, meant is title": "titel: Phát động phong trào # error: P001@1\n",
    "unknown key": "zzzz: 1 # error: P001@1\n",
    "unknown key in a record": """\
issuer:
  name: Ban Chỉ đạo 138
  symbol: BCĐ
  adress: Thái Bình # error: P001@3
""",
    "key given twice": """\
title: Phát động
number: 5
title: Phát động phong trào # error: Y009@1
""",
    "key given twice in braces": "issuer: {name: A, name: B, symbol: C} # error: Y009@19\n",
    "a comma splits a name in braces": """\
issuer: {name: Ban Chỉ đạo 138, tỉnh Thái Bình, symbol: BCĐ} # error: P001@33
""",
    "a list where a text belongs": "title: [Phát động, phong trào] # error: P005@8\n",
    "keys where a text belongs": """\
title:
  a: b # error: P005@3
""",
    "keys where a list belongs": "signature: {name: A} # error: P005@12\n",
    "a text where keys belong": "issuer: BCĐ # error: P005@9\n",
    "a list where paragraphs belong": "body: [I. Mục tiêu, II. Chỉ tiêu] # error: P005@7\n",
    "a word where a list belongs": """\
targets:
  kdc: {value: 80%, of: xa} # error: P005@25
""",
    "a year in words": "year: hai nghìn # error: P005@7\n",
    "neither yes nor no": "draft: có # error: P005@8\n",
    "not one of the choices": "urgency: hoả tốc # error: P003@10\n",
    "two lines where one belongs": """\
title: |
  Phát động
  phong trào # error: P005@3
""",
    "required key without a value": "title: # error: P007@1\n",
    "required key whose value is a comment": "title: #138 # error: P007@1\n",
    "required key without a value in a record": "issuer: {name: A, symbol: } # error: P007@19\n",
    "required key missing in a record": "issuer: {name: Ban Chỉ đạo 138} # error: P002@1\n",
    "required key missing in a record of its own lines": """\
targets:
  kdc: # error: P002@3
    of: [xa]
""",
    "required key missing in an item of a list": """\
annexes:
  - landscape: true # error: P002@5
""",
    "a year with a digit too many": "year: 20266 # error: P023@7\n",
    "a number below nought": "number: -3 # error: P024@9\n",
    "a number with half a symbol": "number: 12/KH # error: P024@9\n",
    "a share of more than there is": """\
targets:
  kdc: {value: trên 185%, of: [khu_dan_cu]} # warning: P025@16
  vu: {value: giảm 185%}
""",
    "a key that could not be read is not missing": """\
year: hai nghìn # error: P005@7
deadlines:
  nop: {before: 2026-02-30} # error: P005@17
  han: 2026-02 # error: P005@8
targets:
  kdc: {value: 80%, due: han}
  xa: trên 80% # error: P005@7
body: |
  - Năm {{ year }}: {{ xa }} {{ nop.before }}, {{ han }}, {{ targets.xa }}.
""",
    "ids of a group that could not be read are not missing": """\
targets: [kdc] # error: P005@10
deadlines: trước ngày 15 # error: P005@12
duties:
  viec: {who: A, task: B, due: nop}
body: |
  - Có {{ kdc }} {{ nop }} {{ viec.whom }}. # error: E020@31
""",
    "what is not counted": """\
targets:
  kdc: {value: 80%, of: [khu dân cư, abc]} # error: P021@26, P021@38
deadlines:
  nop: {on: 2024, who: [tỉnh]} # error: P021@25
""",
    "ids with accents, capitals, a digit, a hyphen": """\
terms:
  chỉ_tiêu: a # error: P004@3
  Antt: b # error: P004@3
  2024: c # error: P004@3
  at-antt: d # error: P004@3
""",
    "an id in two collections": """\
terms:
  kdc: khu dân cư
targets:
  kdc: {value: 80%} # error: P020@8
""",
    "an id that is a key of the plan": """\
terms:
  year: năm # error: P020@9
""",
    # Dates and periods
    "a date as it is written in letters": "date: 29/12/2023 # error: P005@7\n",
    "a day that is not in the month": "date: 2023-02-29 # error: P005@7\n",
    "a month that is not in the year": "date: 2023-13 # error: P005@7\n",
    "a quarter that is not in the year": "date: 2023-Q5 # error: P005@7\n",
    "a period that ends before it begins": "duration: 2024-12..2024-01 # error: P006@11\n",
    "a phase that ends before it begins": """\
phases:
  dot_1:
    from: 2024-09-18
    to: 2024-02-03 # error: P006@9
""",
    "a legal basis replaced before it holds": """\
refs:
  qd_16: {type: Quyết định, from: 2024-01-01, until: 2023-01-01} # error: P006@54
""",
    "a period with a dash": "duration: 2024-01 - 2024-12 # error: P005@11\n",
    "a deadline without a time": """\
deadlines:
  nop: {task: Nộp bản đăng ký} # error: P022@8
""",
    "not known yet": """\
date: '?' # warning: P050@7
number: '?' # warning: P050@10
""",
    # What refers to what is not there
    "a deadline that is not there": """\
deadlines:
  nop: {before: 2024-01-15}
targets:
  kdc: {value: 80%, due: npo} # error: P021@26
""",
    "criteria that are not there": """\
award_forms:
  bk: {form: Bằng khen, criteria: [dan_pho]} # error: P021@36
""",
    "a table that is not there": """\
annexes:
  - {title: Biểu giao chỉ tiêu, table: bieu_1} # error: P021@40
""",
    "a province merged into another one": "date: 2025-08-01\nunit: thai_binh # error: P040@7\n",
    "a province misspelt": "unit: thai_bihn # error: P040@7\n",
    "a section that is not in the body": """\
sections:
  to_chuc: |  # error: O011@12
    Công an tỉnh thực hiện.
""",
    # Names and expressions
    "a name that means nothing": """\
body: |
  I. Mục tiêu
  - Phấn đấu {{ dang_ky }} khu dân cư; # error: E020@17
""",
    "a name misspelt, in a title": "title: Phong trào năm {{ yaer }} # error: E020@26\n",
    "a part that is not there": "title: Kế hoạch của {{ issuer.ful }} # error: E020@24\n",
    "a name between quotes of YAML": "title: 'Phong trào ''{{ yaer }}''' # error: E020@25\n",
    "a name after decomposed letters": (
        "title: To\u0302\u0309 quo\u0302\u0301c {{ yaer }} # error: E020@23\n"
    ),
    "a name with accents": "title: Phong trào {{ năm }} # error: E006@22\n",
    "a name in two words": "title: Phong trào {{ chi tieu }} # error: E007@26\n",
    "curly quotes in an expression": "title: Phong trào {{ “an toàn” }} # error: E006@22\n",
    "quotes never closed in an expression": """\
title: 'Phong trào {{ year ~ " }}' # error: E006@30
""",
    "a filter misspelt": "title: Phong trào {{ date | ngayy }} # error: E009@29\n",
    "a filter of a template engine": "title: Phong trào {{ year | safe }} # error: E009@29\n",
    "a filter for dates on a number": "title: Phong trào {{ year | ngay }} # error: E010@19\n",
    "a filter with a value in parentheses": """\
title: Phong trào {{ year | so2(3) }} # error: E008@29
""",
    "division by zero": "title: Phong trào {{ year / 0 }} # error: E010@19\n",
    "texts compared with numbers": (
        "closing: \"{{ 'a' if title > 5 else 'b' }}\" # error: E010@11\n"
    ),
    "a comparison printed": "title: Phong trào {{ year > 2000 }} # error: E010@19\n",
    "nothing in the braces": "title: Phong trào {{ }} # error: E004@19\n",
    "braces never closed": "title: Phong trào {{ year } # error: E002@19\n",
    "braces never closed before other ones": """\
title: Phong trào {{ year và {{ year }} # error: E002@19
""",
    "braces never opened": "title: Phong trào year }} # error: E011@24\n",
    "braces that eat white space": """\
title: Phong trào {{- year }} và {{ year -}} # error: E003@19, E003@34
""",
    "a block tag": """\
body: |
  I. Mục tiêu
  {% for x in targets %} # error: E012@3
  - {{ year }}
  {% endfor %} # error: E012@3
""",
    "texts that refer to one another": """\
terms:
  a: '{{ b }}' # error: E022@10
  b: '{{ a }}' # error: E022@10
preamble: |
  Thực hiện {{ a }}, {{ b }}.
""",
    "a title that refers to itself": "title: Phong trào {{ title }} # error: E022@22\n",
    "prose that includes itself": """\
scope: |
  {{ scope }} # error: E022@3
body: |
  I. Phạm vi
  {{ scope }}
""",
    "a collection inside a sentence": """\
targets:
  kdc: {value: 80%}
body: |
  I. Chỉ tiêu
  - Phấn đấu {{ targets }} khu dân cư. # error: E021@17
""",
    # Out of the sandbox, and without end
    "the class of a text": "title: Phong trào {{ ''.__class__.__mro__ }} # error: E008@24\n",
    "the class of a value": "title: Phong trào {{ year.__class__ }} # error: E020@22\n",
    "an item by its name": "title: Phong trào {{ year['__class__'] }} # error: E008@26\n",
    "a name of the engine": """\
title: Phong trào {{ cycler.__init__.__globals__ }} # error: E020@22
""",
    "a call": "title: Phong trào {{ range(10) }} # error: E008@27\n",
    "a call of a filter": "title: \"Phong trào {{ year | attr('x') }}\" # error: E009@30\n",
    "a list": "title: Phong trào {{ [1, 2] }} # error: E008@22\n",
    "a dictionary": "title: \"Phong trào {{ {'a': 1} }}\" # error: E008@23\n",
    "a test of the engine": "title: Phong trào {{ year is defined }} # error: E008@27\n",
    "a text times a billion": "title: \"Phong trào {{ 'a' * 999999999 }}\" # error: E010@20\n",
    "a text wider than a billion": """\
title: "Phong trào {{ '%999999999d' % 1 }}" # error: E010@20
""",
    "a tower of powers": "title: Phong trào {{ 9 ** 9 ** 9 ** 9 }} # error: E010@19\n",
    "products without end": "title: Phong trào {{ 99999999 * 99999999 }} # error: E010@19\n",
    "a number without end": "title: Phong trào {{ 1" + "0" * 400 + " }} # error: E005@22\n",
    "a number with an exponent": "title: Phong trào {{ 1e400 }} # error: E005@22\n",
    "parentheses without end": "title: Phong trào {{ "
    + "(" * 200
    + "1"
    + ")" * 200
    + " }} # error: E005@19\n",
    "signs without end": "title: Phong trào {{ " + "-" * 450 + "1 }} # error: E005@19\n",
    "an expression without end": "title: Phong trào {{ year"
    + " ~ year" * 2000
    + " }} # error: E005@19\n",
    "a character as an escape": "title: \"Phong trào {{ 'a' ~ 'b' }}\\0\" # error: Y003@8\n",
    "a backslash in an expression": "title: Phong trào {{ '\\x00' }} # error: E006@22\n",
    # Prose
    "a number out of its list": """\
body: |
  I. Mục tiêu
  1. Yêu cầu
  1.1. Chung
  1.2. Riêng
  2.2.3. Khác # warning: O001@3
""",
    "a letter twice": """\
body: |
  I. Mục tiêu
  a) Một;
  b) Hai;
  b) Ba; # warning: O001@3
""",
    "a number without the point above": """\
body: |
  I. Mục tiêu
  1.1. Chung # warning: O002@3
""",
    "markers that are none": """\
body: |
  I. Mục tiêu
  • Một # warning: O003@3
  – Hai # warning: O003@3
  1) Ba # warning: O003@3
  2.Bốn # warning: O003@3
  -Năm # warning: O003@3
""",
    "an id for two headings": """\
body: |
  I. Mục tiêu {#muc}
  II. Chỉ tiêu {#muc} # error: O010@18
""",
    "braces that say nothing": """\
body: |
  I. Mục tiêu {#Mục tiêu} # error: E013@15
  II. {#chi_tieu} Chỉ tiêu # error: E013@7
  III. Phạm vi {TD} # error: E013@16
""",
    "footnotes without a text, without a call, twice": """\
body: |
  I. Mục tiêu[^1] # error: O012@14
  [^2]: Không ai gọi. # warning: O013@9
  II. Chỉ tiêu[^3]
  [^3]: Một.
  [^3]: Hai. # error: O004@5
""",
    # Tables
    "rows of the wrong width": """\
tables:
  bieu:
    columns: [{title: Nội dung}, {title: Số lượng}]
    rows:
      - [Khu dân cư, 100]
      - [Xã, phường, 20] # error: P031@10
      - [Cơ quan] # error: P031@10
      - [Doanh nghiệp, ~]
""",
    "a table without columns": """\
tables:
  bieu: {columns: [], rows: []} # error: P032@9
""",
    "a width in words": """\
tables:
  bieu:
    columns: [{title: A, width: rộng}, {title: B, align: giữa}] # error: P005@33, P003@58
""",
    "a path out of the folder": """\
tables:
  a: {columns: [{title: A}], file: ../../../etc/passwd} # error: P010@36
  b: {columns: [{title: A}], file: /etc/passwd} # error: P010@36
  c: {columns: [{title: A}], file: "C:/so-lieu.csv"} # error: P010@36
  d: {columns: [{title: A}], file: ..\\so-lieu.csv} # error: P010@36
  e: {columns: [{title: A}], file: khong-co.csv} # error: P012@36
""",
    # Layers
    "a base out of the folder": "extends: ../../../nen.yaml # error: P010@10\n",
    "a base by its place on the machine": "extends: /etc/passwd # error: P010@10\n",
    "a base on a drive": "extends: C:\\nen.yaml # error: P010@10\n",
    "a base that is not there": "extends: ../base/khong-co.yaml # error: P012@10\n",
    "a plan that extends itself": "extends: 2024.yaml # error: P011@10\n",
    "two bases": "extends: [../base/a.yaml, ../base/b.yaml] # error: P005@10\n",
    "faults in the copy for a level": """\
copies:
  district:
    titel: Kế hoạch # error: P001@5
    date: 29/12 # error: P005@11
    preamble: [Căn cứ] # error: P005@15
""",
    # YAML
    "a colon in a title": "title: Kế hoạch: phát động phong trào # error: Y005@16\n",
    "braces without quotes": "title: {{ year }} # error: Y016@8\n",
    "braces without quotes before words": "title: {{ year }} là năm # error: Y016@8\n",
    "braces without quotes in a list": """\
issuer:
  symbol: BCĐ
  name:
    - {{ year }} # error: Y016@7
""",
    "an anchor and its alias": """\
title: &a Phong trào # error: Y006@8
number: *a # error: Y006@9
""",
    "a merge key": """\
issuer:
  <<: *chung # error: Y006@7
  name: A
  symbol: B
""",
    "a tag": "title: !!python/object/apply:os.system [ls] # error: Y010@8\n",
    "stars at the beginning": "title: *Phát động* phong trào # error: Y005@8\n",
    "words after the closing quote": 'title: "Toàn dân" bảo vệ an ninh # error: Y005@19\n',
    "quotes never closed": "title: 'Phát động # error: Y005@8\n",
    "a bracket never closed": "signature: [{name: A} # error: Y005@12\n",
    "a percent sign at the beginning": "title: %a # error: Y005@8\n",
    "a question mark without quotes": "number: ? # error: Y005@9\n",
    "a dash at the beginning": "title: - Phát động # error: Y005@8\n",
    "words after the bar": "preamble: | Thực hiện # error: Y005@13\n",
    "a backslash between double quotes": 'title: "Phát\\động" # error: Y005@13\n',
    "no space after the colon": "title:Phát động # error: Y005@1\n",
    "no colon": "title Phát động # error: Y005@1\n",
    "a key indented too deep": """\
issuer:
  name: A
   symbol: B # error: Y005@4
""",
    "a key indented too little": """\
issuer:
  name: A
 symbol: B # error: Y005@2
""",
    "a key beside a list": """\
signature:
  - name: A
  post: B # error: Y005@3
""",
    "the first key indented": "  number: 5 # error: Y005@3\ntitle: A\n",
    "tabs": """\
issuer:
\tname: A # error: Y004@1
\tsymbol: B # error: Y004@1
""",
    "no-break spaces": """\
issuer:
  name: A
 \u00a0symbol: B # error: Y004@2
""",
    "a no-break space below prose": """\
preamble: |
  Thực hiện
\u00a0number: 5 # error: Y004@1
""",
    "a list as a key": "[a, b]: c # error: Y012@1\n",
    "two documents": "title: A\n--- # error: Y011@1\ntitle: B\n",
    "a line after the end": "title: A\n...\nnumber: 5 # error: Y011@1\n",
    "line breaks of other writing systems": (
        "title: Phát\u2028động\u0085phong\uffff trào # error: Y003@12, Y003@17, Y003@23\n"
    ),
    "letters that nobody sees": (
        "title: Phát\u200b động \u202ephong\u2066 # error: Y003@12, Y003@19, Y003@25\n"
    ),
    "a letter that steers a terminal": "title: Phát \x1b[31mđộng # error: Y003@13\n",
    "an expression in folded text": """\
closing: > # error: E001@10
  Nhận Kế hoạch này,
  năm {{ year }}.
""",
    "an expression in escaped text": 'title: "Phong trào\\t{{ year }}" # error: E001@9\n',
    "an expression in a text of two lines": """\
title: Phong trào # error: E001@8
  năm {{ year }}
""",
    "a line longer than a book": "title: " + "a" * 20_000 + " # error: Y015@20001\n",
    # Several faults at once
    "facts in a hurry": """\
titel: Phát động # error: P001@1
date: 29/12/2023 # error: P005@7
year: hai nghìn # error: P005@7
duration: 2024-12..2024-01 # error: P006@11
issuer: {name: Ban Chỉ đạo 138} # error: P002@1
targets:
  Kdc: {value: 80%} # error: P004@3
  xa: {value: 80%, due: npo} # error: P021@25
urgency: gấp # error: P003@10
""",
    "prose in a hurry": """\
preamble: |
  Thực hiện {{ qd_16 }} và {{ yaer | ngayy }}; # error: E009@38, E020@16
body: |
  I. Mục tiêu {#a}
  II. Chỉ tiêu {#a} # error: O010@18
  - Phấn đấu {{ kdc }} {% if %} # error: E012@24, E020@17
  III. Phạm vi[^1] {{ year # error: E002@20, O012@15
""",
    "syntax in a hurry": """\
title: Kế hoạch: phát động # error: Y005@16
date: 29/12/2023 # error: P005@7
issuer: {name: A, symbol: B # error: Y005@9
number: {{ year }} # error: Y016@9
yaer: 2024 # error: P001@1
year: hai nghìn # error: P005@7
year: 2024 # error: Y009@1
urgency: !x khan # error: Y010@10
""",
    "tables in a hurry": """\
tables:
  Bieu: {columns: []} # error: P004@3
  bieu: # error: P002@3
    column: [] # error: P001@5
  mot: {columns: [{title: A}], rows: [[a, b]], file: x.csv} # error: P012@54, P031@40
  hai: {columns: [{title: "{{ b }}"}], rows: [[a, b]]} # error: E020@31, P031@48
annexes:
  - {title: B, table: ba} # error: P021@23
  - {table: hai} # error: P002@5
""",
    "indentation in a hurry": """\
issuer:
\tname: A # error: Y004@1
  symbol: B
title: a: b # error: Y005@9
\u00a0number: 5 # error: Y004@1
preamble: {{ year }} là # error: Y016@11
""",
}
"""Keys of a plan; those that are missing are added below them."""

FILES: dict[str, dict[str, str]] = {
    "every required key missing": {
        PATH: "number: 5 # error: P002@1, P002@1, P002@1, P002@1, P002@1, P002@1, P002@1\n",
    },
    "a list of plans": {PATH: "- title: A # error: Y014@1\n- title: B\n"},
    "a letter": {PATH: "Kính gửi các đồng chí # error: Y014@1\n"},
    "comments only": {PATH: "# Kế hoạch năm 2024 # error: Y013@1\n"},
    "a circle of three": {
        PATH: complete("extends: ../base/a.yaml"),
        "plans/base/a.yaml": "abstract: true\nextends: b.yaml\n",
        "plans/base/b.yaml": "abstract: true\n\nextends: a.yaml # error: P011@10\n",
    },
    "a base that is not a plan": {
        PATH: complete("extends: ../base/nen.yaml"),
        BASE: "Kính gửi # error: Y014@1\n",
    },
    "faults in the plan and in its base": {
        PATH: complete("extends: ../base/nen.yaml\ntitel: A # error: P001@1\n"),
        BASE: "abstract: true\nyaer: 2024 # error: P001@1\nterms:\n  A: b # error: P004@3\n",
    },
    "a base that is not there, and the rest of the plan": {
        PATH: """\
extends: nen.yaml # error: P012@10
titel: A # error: P001@1
year: hai nghìn # error: P005@7
""",
    },
    "a base out of the folder, and the rest of the plan": {
        PATH: "extends: /nen.yaml # error: P010@10\ntitel: A # error: P001@1\n",
    },
    "a circle, and the rest of the plan": {
        PATH: "extends: 2024.yaml # error: P011@10\ntitel: A # error: P001@1\n",
    },
    "syntax in the base, keys in the plan": {
        PATH: complete("extends: ../base/nen.yaml\ntitel: A # error: P001@1\n"),
        BASE: "abstract: true\nnumber: a: b # error: Y005@10\nyaer: 2024 # error: P001@1\n",
    },
    "a base deeper than twenty layers": {
        PATH: complete("extends: l0.yaml"),
        **{f"plans/thai-binh/l{i}.yaml": f"extends: l{i + 1}.yaml\n" for i in range(19)},
        "plans/thai-binh/l19.yaml": "extends: l20.yaml\n",
        "plans/thai-binh/l18.yaml": "extends: l19.yaml # error: P011@10\n",
    },
    "a table with a row too long": {
        PATH: complete(f"tables:\n  a: {{columns: [{{title: A}}], file: {Path(TABLE).name}}}\n"),
        TABLE: "Khu dân cư\nXã,phường # error: P031@1\n",
    },
    "a table with an open quote": {
        PATH: complete(f"tables:\n  a: {{columns: [{{title: A}}], file: {Path(TABLE).name}}}\n"),
        TABLE: 'Khu dân cư\n"Xã # error: P030@1\nphường\n',
    },
    "a table with a character that prints nothing": {
        PATH: complete(f"tables:\n  a: {{columns: [{{title: A}}], file: {Path(TABLE).name}}}\n"),
        TABLE: "Khu dân cư\nXã\x07 # error: P030@1\n",
    },
}
"""Whole files."""

BYTES: dict[str, tuple[bytes, list[tuple[int, int, str]]]] = {
    "empty": (b"", [(1, 1, "Y013")]),
    "blank": (b" \n\n  \n", [(1, 1, "Y013")]),
    "three dashes": (b"---\n", [(1, 1, "Y013")]),
    "another encoding": (b"type: ke-hoach\ntitle: T\xf4\xd2 qu\xf4\xecc\n", [(2, 9, "Y002")]),
    "UTF-16": ("type: ke-hoach\n".encode("utf-16"), [(1, 1, "Y002")]),
    "UTF-16 without its mark": ("type: ke-hoach\n".encode("utf-16-le"), [(1, 2, "Y002")]),
    "a Word file": (b"PK\x03\x04\x14\x00\x06\x00\x08", [(1, 6, "Y002")]),
    "50 MB": (b"a: b\n" * 10_000_000, [(1, 1, "Y001")]),
    "100,000 brackets": (b"[" * 100_000, [(1, 20_001, "Y015")]),
    "100,000 brackets, one a line": (b"[\n" * 100_000, [(51, 1, "Y007")]),
    "100,000 braces, one a line": (b"a: {\n" + b"a: {\n" * 100_000, [(50, 4, "Y007")]),
    "100,000 dashes": (b"- " * 9_000, [(1, 101, "Y007")]),
    "keys deeper than any plan": (
        b"".join(b" " * i + b"a:\n" for i in range(200)),
        [(51, 51, "Y007")],
    ),
    "200,000 values": (b"- a\n" * 200_000, [(100_000, 3, "Y008")]),
    "a billion laughs": (
        b"a: &a [ha, ha]\nb: &b [*a, *a]\nc: [*b, *b]\n",
        [(*at, "Y006") for at in [(1, 4), (2, 4), (2, 8), (2, 12), (3, 5), (3, 9)]],
    ),
    "a million characters that print nothing": (
        b"\x01" * 1_000_000,
        [*((1, at, "Y003") for at in range(1, 50)), (1, 20_001, "Y015")],
    ),
}

KINDS: dict[str, tuple[str, ...]] = {
    "unknown key": ("unknown key, meant is title",),
    "duplicate key": ("key given twice",),
    "wrong type": ("a list where a text belongs", "a text where keys belong"),
    "missing required value": ("every required key missing", "required key without a value"),
    "bad date": ("a date as it is written in letters",),
    "period that ends before it begins": ("a period that ends before it begins",),
    "circular extends": ("a circle of three", "a plan that extends itself"),
    "escaping extends": ("a base out of the folder",),
    "undefined name": ("a name that means nothing",),
    "failing expression": ("division by zero",),
    "failing filter": ("a filter misspelt", "a filter for dates on a number"),
    "{% in text": ("a block tag",),
    "out of the sandbox": ("the class of a text", "a name of the engine"),
    "to loop": ("texts that refer to one another", "a block tag"),
    "to allocate without end": ("a text times a billion", "a tower of powers"),
    "anchors and aliases": ("an anchor and its alias",),
    "tabs": ("tabs",),
    "NBSP": ("no-break spaces",),
    "unquoted colon": ("a colon in a title",),
    "a: {{ x }}": ("braces without quotes",),
    "not UTF-8": ("another encoding", "UTF-16"),
    "empty": ("empty", "comments only"),
    "50 MB": ("50 MB",),
    "100,000 brackets": ("100,000 brackets", "100,000 brackets, one a line"),
    "a billion laughs": ("a billion laughs",),
    "numbering slip": ("a number out of its list",),
    "unknown marker": ("markers that are none",),
    "heading id twice": ("an id for two headings",),
}
"""What has to be covered → where it is, in the tables above."""

ELSEWHERE: dict[str, tuple[str, ...]] = {
    "a template that is missing": ("test_build.py", "a_template_that_is_not_there"),
    "not a docx": ("test_template.py", "what_is_not_a_docx"),
    "a zip bomb": ("test_package.py", '"bomb"'),
    "a broken tag": ("test_template.py", "faults_of_a_plan_template", "def test_forms"),
    "an output folder that is read-only": ("test_build.py", "an_output_folder_without_permission"),
    "a full disk": ("test_build.py", "a_full_disk"),
    "a file that is open elsewhere": ("test_build.py", "a_file_open_in_word"),
}
"""Faults that are not in plans → the file that tests them, and words in it."""


def check(diagnostics: list[Diagnostic], expected: list[Found]) -> None:
    """Compare findings with what is expected; each has to say something and what to do."""
    assert found(diagnostics) == expected
    for diagnostic in diagnostics:
        assert diagnostic.message
        assert diagnostic.advice, diagnostic.message
    for language in ("en", "vi"):
        printed = report.text(diagnostics, lambda path: [], translator(language))
        assert all(f"[{code}] " in printed for *_, code in expected)


@pytest.mark.parametrize("name", PARTS)
def test_part(name: str) -> None:
    text, expected = without_marks(PARTS[name])
    assert expected, "a case without a fault"
    check(findings({PATH: complete(text)}), expected)


@pytest.mark.parametrize("name", FILES)
def test_files(name: str) -> None:
    marked = {path: without_marks(text, path) for path, text in FILES[name].items()}
    expected = sorted(mark for _, marks in marked.values() for mark in marks)
    assert expected
    check(findings({path: text for path, (text, _) in marked.items()}), expected)


@pytest.mark.parametrize("name", BYTES)
def test_bytes(name: str) -> None:
    data, places = BYTES[name]
    assert places
    check(findings({PATH: data}), [(PATH, line, at, "error", code) for line, at, code in places])


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_in_the_tables(kind: str) -> None:
    assert set(KINDS[kind]) <= {*PARTS, *FILES, *BYTES}


@pytest.mark.parametrize("kind", ELSEWHERE)
def test_faults_outside_of_plans_have_tests_of_their_own(kind: str) -> None:
    name, *words = ELSEWHERE[kind]
    text = (HERE / name).read_text("utf-8")
    assert all(word in text for word in words)


def test_the_tables_are_large_enough() -> None:
    assert len(PARTS) + len(FILES) + len(BYTES) >= 150
    several = [text for text in PARTS.values() if len(without_marks(text)[1]) >= 5]
    assert len(several) >= 5


def chain(links: int, uses: int) -> str:
    """Return terms of which each uses the one before it so many times, and a body with the last."""
    terms = [f"  t{i}: '{' '.join(['{{ t' + str(i - 1) + ' }}'] * uses)}'" for i in range(1, links)]
    return "\n".join(["terms:", "  t0: ha", *terms, "body: |", f"  I. {{{{ t{links - 1} }}}}", ""])


@pytest.mark.parametrize(("links", "uses"), [(2000, 1), (20, 10), (400, 3)])
def test_texts_that_grow_without_end(links: int, uses: int) -> None:
    diagnostics = findings(chain(links, uses))
    assert {diagnostic.code for diagnostic in diagnostics} == {"E023"}
    assert all(diagnostic.advice for diagnostic in diagnostics)


def test_texts_that_use_one_another_a_few_times_are_fine() -> None:
    assert findings(chain(10, 2)) == []


def calls(text: str) -> int:
    """Return how many functions are called to look through a plan: work, whatever the machine."""
    count = 0

    def tick(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(tick)
    try:
        findings(text)
    finally:
        sys.setprofile(None)
    return count


HEAVY = {
    "expressions": lambda n: "body: |\n  I. " + "{{ year }} " * n + "\n",
    "unknown names": lambda n: "body: |\n" + "  I. {{ xyz }}\n" * n,
    "many unknown names": lambda n: (
        "terms:\n"
        + "".join(f"  muc_{i}: A\n" for i in range(n))
        + "body: |\n"
        + "".join(f"  - {{{{ mcu_{i} }}}}\n" for i in range(n))
    ),
    "many unknown ids": lambda n: (
        "deadlines:\n"
        + "".join(f"  han_{i}: {{on: 2024}}\n" for i in range(n))
        + "targets:\n"
        + "".join(f"  x_{i}: {{value: A, due: hna_{i}}}\n" for i in range(n))
    ),
    "braces": lambda n: "body: |\n  I. A " + "{a}" * n + "\n",
    "braces never closed": lambda n: "body: |\n  I. A " + "{" * n + "\n",
    "stars": lambda n: "body: |\n  I. A " + "*a **b " * n + "\n",
    "lines": lambda n: "body: |\n  I. A\n" + "  - B;\n" * n,
    "footnotes": lambda n: "body: |\n  I. A" + "[^1]" * n + "\n  [^1]: B\n",
    "keys": lambda n: "terms:\n" + "".join(f"  t{i}: A\n" for i in range(n)),
    "faults of syntax": lambda n: "a: b: c\n" * n,
    "tabs": lambda n: "\ta: b\n" * n,
}


@pytest.mark.parametrize("name", HEAVY)
def test_work_grows_as_the_text_does(name: str) -> None:
    calls(HEAVY[name](10))
    small, large = calls(HEAVY[name](600)), calls(HEAVY[name](2400))
    assert large < 6 * small
