"""How a comparison is worded for officers: names of facts, what happened, marked words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kehoach.align import Edit
from kehoach.diff.compare import Affected, Comparison, Effect
from kehoach.diff.facts import ITEM, Fact
from kehoach.diff.texts import Change, Kind, Zone
from kehoach.vocabulary import OBJECTS

GROUPS = {
    "targets": "Chỉ tiêu",
    "deadlines": "Thời hạn",
    "award_forms": "Khen thưởng",
    "criteria": "Tiêu chuẩn",
    "phases": "Đợt thi đua",
    "duties": "Phân công",
    "terms": "Cụm từ dùng chung",
    "refs": "Văn bản viện dẫn",
    "plan": "Chung",
    "forms": "Biểu mẫu",
    "figures": "Số liệu riêng của đơn vị",
}
"""Group of facts → its heading."""

ZONES = {
    Zone.RECIPIENTS: "Nơi nhận",
    Zone.SIGNATURE: "Chữ ký",
    Zone.HEAD: "Phần đầu văn bản",
}
"""Zones that are told among the facts → their heading."""

PARTS = {
    "by": "cơ quan",
    "condition": "điều kiện",
    "count": "cách đếm",
    "criteria": "tiêu chuẩn",
    "date": "ngày",
    "draft": "dự thảo",
    "due": "thời hạn",
    "duration": "thời gian thi đua",
    "for": "dành cho",
    "form": "hình thức",
    "from": "từ ngày",
    "id": "đổi id",
    "items": "tiêu chuẩn",
    "name": "tên",
    "no": "số, ký hiệu",
    "number": "số",
    "of": "đối tượng",
    "others": "bảng đơn vị khác",
    "parties": "các bên",
    "post": "chức vụ",
    "product": "sản phẩm",
    "quota": "số lượng",
    "replaced_by": "được thay bằng",
    "report_on": "ngày báo cáo",
    "rows": "mục đăng ký",
    "scope": "phạm vi",
    "short": "cách gọi gọn",
    "signer": "người ký",
    "task": "việc",
    "template": "mẫu Word",
    "text": "câu in ra",
    "theme": "chủ đề",
    "title": "tên gọi",
    "to": "đến, gửi về",
    "type": "tên loại",
    "unit": "đơn vị",
    "units": "bảng số liệu đơn vị",
    "until": "hết hiệu lực",
    "use": "mẫu",
    "where": "áp dụng cho",
    "who": "ai thực hiện",
    "with": "phối hợp",
    "year": "năm",
}
"""Key of a part → what it is called; a key that is missing here is shown as it is."""

_AROUND = 5
"""Words that are shown on each side of a change when a text is shortened."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of text: `kept`, `removed` or `added`."""

    text: str
    kind: str


def fact_name(fact: Fact) -> str:
    """Return what a fact is called: `kdc`, `kdc (điều kiện)`, or `năm` for the whole plan's."""
    if fact.group == "plan":
        return PARTS.get(fact.id, fact.id)
    name = fact.name or fact.id
    part = PARTS.get(fact.part) or OBJECTS.get(fact.part) or fact.part
    return name if fact.part == ITEM else f"{name} ({part})"


def marked(edits: Iterable[Edit], short: bool = False) -> Iterator[Marked]:
    """Yield a text with its changes, long kept stretches cut in the middle when it is `short`."""
    found = list(edits)
    for at, edit in enumerate(found):
        old, new = ("".join(word.text for word in side) for side in (edit.old, edit.new))
        if edit.same:
            yield Marked(_cut(old, at > 0, at < len(found) - 1) if short else old, "kept")
            continue
        if old:
            yield Marked(visible(old), "removed")
        if new:
            yield Marked(visible(new), "added")


def visible(text: str) -> str:
    """Return spaces that stand alone as signs that can be seen."""
    return text if text.strip() else text.replace(" ", "␣").replace("\u00a0", "⍽")


def _cut(text: str, before: bool, after: bool) -> str:
    """Return a kept text with its middle left out; only ends beside a change are of interest."""
    found = text.split(" ")
    if len(found) <= 2 * _AROUND + 2:
        return text
    first = found[:_AROUND] if before or not after else found[:2]
    last = found[-_AROUND:] if after else []
    return " ".join([*first, "…", *last])


def happened(change: Change) -> str:
    """Return what happened besides words, empty when the words tell."""
    said = []
    if change.kind is Kind.MOVED:
        same = change.came_from == change.section
        said.append("chuyển chỗ trong mục" if same else f"chuyển từ «{change.came_from}»")
    elif change.kind is Kind.CHANGED and all(edit.same for edit in change.edits):
        labels = f": {change.old_label or 'không dấu'} → {change.new_label or 'không dấu'}"
        said.append("đổi cách trình bày" + (labels if change.old_label != change.new_label else ""))
    elif change.kind is Kind.CHANGED and change.old == change.new:
        said.append("đổi kiểu chữ")
    return "; ".join(said)


def counts(found: Comparison) -> str:
    """Return how much changed, in one sentence."""
    if found.empty:
        return "Hai bản không có gì khác nhau."
    told, prose = of_facts(found), of_text(found)
    said = [] if found.from_word else [f"{len(found.facts)} số liệu"]
    if told:
        said.append(f"{len(told)} chỗ ở phần đầu, nơi nhận, chữ ký")
    said.append(f"{len(prose)} chỗ trong lời văn")
    if found.units:
        affected = [unit for unit in found.units if unit.effect is not Effect.SAME]
        said.append(f"hồ sơ của {len(affected)}/{len(found.units)} nơi nhận bản riêng")
    return f"Thay đổi: {', '.join(said)}."


def of_facts(found: Comparison) -> list[Change]:
    """Return the changes of the text that are told among the facts."""
    return [change for zone in ZONES for change in found.changes if change.zone is zone]


def of_text(found: Comparison) -> list[Change]:
    """Return the changes in the words of the plan and its annexes."""
    return [change for change in found.changes if change.zone not in ZONES]


def units(found: Sequence[Affected]) -> Iterator[tuple[str, list[str]]]:
    """Yield what becomes of documents, and a line for all units of which the same is to be said."""
    headings = {
        Effect.CHANGED: "Thay đổi",
        Effect.ADDED: "Thêm mới",
        Effect.REMOVED: "Không còn",
        Effect.SAME: "Không thay đổi",
    }
    for effect, heading in headings.items():
        of_it = [unit for unit in found if unit.effect is effect]
        if of_it:
            yield f"{heading} ({len(of_it)})", list(_together(of_it))


def _together(found: Sequence[Affected]) -> Iterator[str]:
    """Yield a line for the units that change alike: their names, and what changes."""
    alike: dict[str, list[str]] = {}
    for unit in found:
        alike.setdefault(_detail(unit), []).append(unit.name)
    for detail, names in alike.items():
        yield f"{', '.join(names)}: {detail}" if detail else ", ".join(names)


def _detail(unit: Affected) -> str:
    if unit.effect is not Effect.CHANGED:
        return ""
    said = [f"kế hoạch {len(unit.changes)} chỗ"] if unit.changes else []
    said += [f"biểu mẫu {', '.join(unit.forms)}"] if unit.forms else []
    return "; ".join(said)
