"""What officers call a place of a draft: `Mục II, khoản 1, điểm a`; the words are Vietnamese."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kehoach.document import ANNEX, FIXED, HEAD, KINDS, Block, Document

NAMES = {
    "A.": "phần",
    "I.": "mục",
    "1.": "khoản",
    "1.1.": "khoản",
    "1.1.1.": "khoản",
    "a)": "điểm",
    "a.": "điểm",
    "-": "gạch đầu dòng thứ",
    "+": "dấu cộng thứ",
    "(1)": "ý",
    "(i)": "ý",
}
"""Kind of marker → what a point with it is called before its number."""

ZONES = {
    **dict.fromkeys(HEAD, "phần đầu văn bản"),
    "can_cu": "căn cứ",
    "mo_dau": "phần mở đầu",
    "ket": "đoạn kết",
    "noi_nhan": "nơi nhận",
    "ky_thay_mat": "chữ ký",
    "ky_chuc_vu": "chữ ký",
    "ky_chuc_danh": "chữ ký",
    "ky_ho_ten": "chữ ký",
}
"""Role → what is called by its part of the page."""

WHOLE = "ý kiến chung"
_RANK = {kind: rank for rank, kind in enumerate(KINDS)}
_COUNTED = ("-", "+")


@dataclass(slots=True)
class _Open:
    """The points above a line: rank, kind and name of each; how many dashes each had so far."""

    annex: str = ""
    stack: list[tuple[int, str, str]] = field(default_factory=list)
    counts: dict[tuple[str, ...], int] = field(default_factory=dict)

    def enter(self, block: Block) -> None:
        """Take in the point that a block opens, if it does."""
        if block.role == ANNEX[0]:
            self.annex, self.stack = _annex(block.text.strip()), []
        marker = block.marker
        if marker is None:
            return
        rank = _RANK[marker.kind]
        self.stack = [above for above in self.stack if above[0] < rank]
        label = marker.label.strip("().") if marker.kind not in ("(1)", "(i)") else marker.label
        if marker.kind in _COUNTED:
            above = (*(name for _, _, name in self.stack), marker.kind)
            self.counts[above] = self.counts.get(above, 0) + 1
            label = str(self.counts[above])
        self.stack.append((rank, marker.kind, f"{NAMES[marker.kind]} {label}"))

    def path(self) -> str:
        """Return the points above and the one in hand, a number that tells of another left out."""
        names = [name for _, _, name in self.stack]
        inner = [*names[1:], ""]
        shown = [n for n, after in zip(names, inner, strict=False) if not after.startswith(f"{n}.")]
        return ", ".join([*filter(None, [self.annex]), *shown])


def _annex(title: str) -> str:
    """Return an annex as it is cited: `Phụ lục I`, however it is headed."""
    word = "phụ lục"
    return word + title[len(word) :] if title.lower().startswith(word) else title or word


def points(document: Document) -> list[str]:
    """Return what each line of a document is called, its lines being those of `texts.lines`."""
    return [name[:1].upper() + name[1:] for name in _points(document)]


def _points(document: Document) -> Iterator[str]:
    open_ = _Open()
    for block in document.blocks:
        if block.role == FIXED:
            continue
        open_.enter(block)
        if block.table:
            inside = ", ".join(filter(None, [open_.path(), "bảng, dòng"]))
            yield from (f"{inside} {number}" for number, _ in enumerate(block.table.rows, 1))
        else:
            yield ZONES.get(block.role) or open_.path() or "phần mở đầu"
