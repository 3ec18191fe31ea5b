"""Who has to do something, and whether a list of recipients reaches them.

Groups count: «các sở, ban, ngành» are all departments, «UBND các huyện, thành phố» all below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kehoach.vietnamese import fold
from kehoach.wording.letters import LOWER, NAME

_SPLIT = re.compile(r";|,(?= (?:các |Công an|Sở|Ủy ban|UBND|Ban |Hội |Bộ |Văn phòng|Thanh tra))")
_BOARD = "ban chi dao"


class _Group(NamedTuple):
    """Bodies alike: how one of them begins, and what words in a recipient's line reach it."""

    begins: re.Pattern[str]
    reached: re.Pattern[str]


def _group(begins: str, reached: str) -> _Group:
    return _Group(re.compile(rf"(?:cac )?(?:{begins})\b"), re.compile(rf"\b(?:{reached})\b"))


_ALL = r"nhu tren|nhu dieu|nhu muc|cac don vi|cac co quan|cac dia phuong|cac doi tuong"
_BELOW = r"(?:cac )?(?:cap )?(?:huyen|quan|thi xa|thanh pho|xa|phuong|dac khu|dia phuong)"
_GROUPS = (
    _group(
        r"cac so|so, ban|cac phong|phong, ban",
        rf"so, ban|cac so|cac phong|phong, ban|ban, nganh|{_ALL}",
    ),
    _group(
        rf"(?:uy ban nhan dan|ubnd|hdnd) (?:cac )?{_BELOW}",
        rf"(?:uy ban nhan dan|ubnd)[^;]*\b{_BELOW}|huyen uy|{_ALL}",
    ),
    _group(rf"ban chi dao[^;]* {_BELOW}", rf"(?:ban chi dao|bcd|ubnd)[^;]*\b{_BELOW}|{_ALL}"),
    _group(
        rf"cong an (?:cac don vi|cac dia phuong|{_BELOW})",
        rf"cong an (?:cac|cap|{_BELOW})|giam doc cong an|cong an tinh|{_ALL}",
    ),
    _group(
        r"uy ban (?:mat tran|mttq)|ubmttq|mat tran|hoi|doan|lien doan|tinh doan|to chuc chinh tri",
        rf"doan the|hoi|to chuc|mat tran|mttq|ubmttq|thanh vien ban chi dao|{_ALL}",
    ),
    _group(
        r"so|ban (?!chi dao)|cong an tinh|cong an thanh pho|bo chi huy|thanh tra|van phong|phong"
        r"|toa an|vien kiem sat|cuc|dai|bao|kho bac|ngan hang|bao hiem",
        rf"so|ban, nganh|ban nganh|phong|thanh vien ban chi dao|cong an tinh|{_ALL}",
    ),
)

_ACTING = re.compile(
    rf"^(?:Giao |Đề nghị )?(?P<who>(?:Công an|Sở|Ủy ban|UBND|Ban|Bộ Chỉ huy|Bộ chỉ huy|Hội|"
    rf"Tỉnh đoàn|Thanh tra|Văn phòng|Liên đoàn|Đài|Báo)(?:,? {NAME}|,? [{LOWER}]+){{0,12}}?)"
    r"(?= (?:chủ trì|phối hợp|hướng dẫn|tham mưu|thẩm định|theo dõi|tổng hợp|xây dựng kế hoạch|"
    r"chỉ đạo|đôn đốc|kiểm tra|bố trí|cân đối|tuyên truyền|tổ chức|có trách nhiệm)(?!\w)|:)"
)


def acting(text: str) -> tuple[str, int] | None:
    """Return the body that a point of a plan gives something to do, and where its name begins."""
    match = _ACTING.match(text)
    return (match["who"], match.start("who")) if match else None


def bodies(who: str) -> Iterator[str]:
    """Yield the bodies of an enumeration, `Công an tỉnh; các sở, ban, ngành`."""
    for part in _SPLIT.split(who):
        if part.strip():
            yield part.strip()


def unreached(body: str, recipients: str) -> bool:
    """Return whether a body of a known kind is neither named among `recipients` nor in a group.

    `recipients` are the lines of Nơi nhận, joined by `;`.
    """
    name, lines = _plain(body), _plain(recipients)
    if name in lines or not name:
        return False
    group = next((group for group in _GROUPS if group.begins.match(name)), None)
    return group is not None and not group.reached.search(lines)


def _plain(text: str) -> str:
    plain = fold(text)
    for short, full in (
        ("ubnd", "uy ban nhan dan"),
        ("mttq", "mat tran to quoc"),
        ("hdnd", "hoi dong nhan dan"),
    ):
        plain = re.sub(rf"\b{short}\b", full, plain)
    return " ".join(plain.split())
