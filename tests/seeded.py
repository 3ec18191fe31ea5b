"""Faults that are put into good documents, one at a time, and the rule that has to find each."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from kehoach.checking import Checker
from kehoach.papers import read_paper
from offices import Said

Lines = tuple[Said, ...]
Change = Callable[[Lines], Lines | None]
"""Returns a document with the fault, or None where it cannot be put in."""

TEXT = ("doan", "khoan", "gach", "mo_dau", "diem", "ket")
_DATE = re.compile(r"ngày (\d+) tháng (\d+) năm (\d{4})")


@dataclass(frozen=True)
class Fault:
    """A change, and the code of the one rule that may speak of it.

    `day` is the day of issue that the document gets before, in ISO form; empty for its own.
    """

    name: str
    code: str
    change: Change
    day: str = ""

    def put_in(self, lines: Lines) -> tuple[Lines, Lines] | None:
        """Return a document without and with the fault, or None where it cannot be put in."""
        before = redated(lines, self.day) if self.day else lines
        after = self.change(before) if before else None
        return (before, after) if before and after else None


def added(sentence: str, *, since: str = "", until: str = "") -> Change:
    """Return a change that adds a sentence to a paragraph of a document of a stretch of time."""

    def change(lines: Lines) -> Lines | None:
        day = _day(lines)
        if not day or (since and day < since) or (until and day >= until):
            return None
        for at, line in enumerate(lines):
            if line.role in TEXT and re.search(r"[^./]\.$", line.words):
                return _put(lines, at, replace(line, words=f"{line.words} {sentence}"))
        return None

    return change


def swapped(pattern: str, new: str, *roles: str) -> Change:
    """Return a change that writes other words in the first line of `roles` with `pattern`."""

    def change(lines: Lines) -> Lines | None:
        for at, line in enumerate(lines):
            words = re.sub(pattern, new, line.words, count=1)
            if (not roles or line.role in roles) and words != line.words:
                return _put(lines, at, replace(line, words=words))
        return None

    return change


def redated(lines: Lines, day: str) -> Lines | None:
    """Return a document that was issued on another day (`2026-01-05`)."""
    written = datetime.date.fromisoformat(day)
    month = f"{written.month:02}" if written.month < 3 else str(written.month)
    words = f"ngày {written.day:02} tháng {month} năm {written.year}"
    return swapped(_DATE.pattern, words, "dia_danh_ngay")(lines)


def without(*roles: str) -> Change:
    """Return a change that leaves out the lines of `roles`."""

    def change(lines: Lines) -> Lines | None:
        kept = tuple(line for line in lines if line.role not in roles)
        named = any(line.role in ("so_ky_hieu", "ten_loai") for line in lines)
        return kept if named and len(kept) < len(lines) else None

    return change


def labelled(old: str, new: str) -> Change:
    """Return a change that types another label where the second of a list is `old`."""

    def change(lines: Lines) -> Lines | None:
        at = next((i for i, line in enumerate(lines) if line.marker == old), None)
        return None if at is None else _put(lines, at, replace(lines[at], marker=new))

    return change


def last_basis(end: str) -> Change:
    """Return a change that ends the last legal basis in another mark."""

    def change(lines: Lines) -> Lines | None:
        places = [i for i, line in enumerate(lines) if line.role == "can_cu"]
        if not places:
            return None
        line = lines[places[-1]]
        return _put(lines, places[-1], replace(line, words=line.words.rstrip(".;,") + end))

    return change


def of_plan(change: Change) -> Change:
    """Return a change to plans alone."""
    return lambda lines: change(lines) if Said("ten_loai", "KẾ HOẠCH") in lines else None


def _put(lines: Lines, at: int, line: Said) -> Lines:
    return (*lines[:at], line, *lines[at + 1 :])


def _day(lines: Sequence[Said]) -> str:
    """Return the day of issue in ISO form, empty for an unknown one."""
    for line in lines:
        match = _DATE.search(line.words) if line.role == "dia_danh_ngay" else None
        if match:
            return f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"
    return ""


BEFORE, AFTER = "2025-03-01", "2026-01-05"
FAULTS = (
    Fault("a label twice", "N351", labelled("2.", "1.")),
    Fault("a label skipped", "N351", labelled("2.", "3.")),
    Fault("a letter twice", "N351", labelled("b)", "a)")),
    Fault("a letter skipped", "N351", labelled("b)", "c)")),
    Fault("a Roman number twice", "N351", labelled("II.", "I.")),
    Fault("a Roman number skipped", "N351", labelled("II.", "III.")),
    Fault("the last basis ends in a comma", "N355", last_basis(",")),
    Fault(
        "a basis without its day",
        "N356",
        swapped(r"(?<=Căn cứ )(\D+ số \S+) ngày .{4,25}? của", r"\1 của", "can_cu"),
    ),
    Fault("a province in capitals", "N601", added("Việc này làm ở Tỉnh Nam Định.")),
    Fault("Ho Chi Minh in small letters", "N601", added("Việc này làm ở thành phố Hồ Chí Minh.")),
    Fault("a quarter by number", "N601", added("Việc này làm ở quận 1.", until=BEFORE)),
    Fault("the people", "N602", added("Cán bộ phải phục vụ nhân dân.")),
    Fault("the state", "N602", added("Làm theo chính sách của Đảng, nhà nước.")),
    Fault("an article", "N603", added("Làm theo khoản 2 điều 5 Luật này.")),
    Fault("a clause", "N603", added("Làm theo Khoản 2 Điều 5 Luật này.")),
    Fault("the national day", "N604", added("Treo cờ ngày quốc khánh.")),
    Fault("Tết", "N604", added("Trực đủ quân số dịp tết.")),
    Fault("a board", "N605", added("Việc này do Ban chỉ đạo 138 phân công.")),
    Fault("a department", "N605", added("Việc này do sở Nội vụ phân công.")),
    Fault("the front", "N605", added("Việc này do Mặt trận tổ quốc giám sát.")),
    Fault("the committee", "N605", added("Việc này do Ủy ban Nhân dân xã làm.")),
    Fault("a sentence in small letters", "N606", added("việc này làm ngay trong tháng.")),
    Fault("the code of a decision", "N701", of_plan(swapped("/KH-", "/QĐ-", "so_ky_hieu"))),
    Fault("a letter too many", "N701", of_plan(swapped("/KH-", "/KHH-", "so_ky_hieu"))),
    Fault(
        "a code that is another's",
        "N702",
        added("Làm theo Quyết định số 18/KH-SNV ngày 05/3/2019 của Sở Nội vụ."),
    ),
    Fault(
        "the code of letters",
        "N702",
        added("Làm theo Công văn số 18/CV-SNV ngày 05/3/2019 của Sở Nội vụ."),
    ),
    Fault(
        "a gap in a symbol",
        "N703",
        added("Làm theo Quyết định số 73/QĐ- SNV ngày 05/3/2019 của Sở Nội vụ."),
    ),
    Fault(
        "a digit too many",
        "N703",
        added("Làm theo Quyết định số 18/20192QĐ-SNV ngày 05/3/2019 của Sở Nội vụ."),
    ),
    Fault(
        "a Party symbol with strokes",
        "N703",
        added("Làm theo Chỉ thị số 5/CT/TW ngày 05/3/2019 của Ban Bí thư."),
    ),
    Fault(
        "a Party symbol turned round",
        "N703",
        added("Làm theo Chỉ thị số 5/CT-TW ngày 05/3/2019 của Ban Bí thư."),
    ),
    Fault("districts", "S101", added("Các huyện cử người dự họp."), AFTER),
    Fault("towns", "S101", added("Các xã, phường, thị trấn cử người dự họp."), AFTER),
    Fault(
        "a province that is no more",
        "S102",
        added("Việc này làm chung với tỉnh Kiên Giang."),
        AFTER,
    ),
    Fault("a city that is no more", "S102", added("Việc này làm ở thành phố Vinh."), AFTER),
    Fault("police of districts", "S103", added("Công an các huyện cử người dự họp."), "2025-04-07"),
    Fault("civil guards", "S103", added("Lực lượng bảo vệ dân phố cử người dự họp."), "2025-01-07"),
    Fault(
        "a ministry that is no more",
        "S103",
        added("Làm theo hướng dẫn của Bộ Giao thông vận tải."),
        AFTER,
    ),
    Fault(
        "a circular that is replaced",
        "S104",
        added(
            "Làm theo Thông tư số 23/2012/TT-BCA ngày 27/4/2012 của Bộ Công an.", since="2022-03"
        ),
    ),
    Fault(
        "another body",
        "S105",
        added("Làm theo Nghị quyết số 51-NQ/TW ngày 05/9/2019 của Ban Bí thư.", since="2019-10"),
    ),
    Fault(
        "another day",
        "S105",
        added(
            "Làm theo Thông tư số 124/2021/TT-BCA ngày 18/12/2021 của Bộ Công an.", since="2022-03"
        ),
    ),
    Fault(
        "what comes later",
        "S106",
        added("Làm theo Quyết định số 18/QĐ-SNV ngày 05/3/2027 của Sở Nội vụ."),
    ),
    Fault(
        "no comma in the standard",
        "S107",
        added("Xã đạt tiêu chuẩn “An toàn về an ninh trật tự” trong năm."),
    ),
    Fault("the standard in short", "S107", added("Xã đạt tiêu chuẩn “An toàn về ANTT” trong năm.")),
    Fault("the country", "S107", added("Việc này góp sức bảo vệ an ninh tổ quốc.")),
    Fault(
        "the movement in short", "S107", added("Phong trào “Toàn dân bảo vệ ANTQ” phải thiết thực.")
    ),
    Fault("thể trận", "S108", added("Việc này củng cố thể trận an ninh.")),
    Fault("phần đấu", "S108", added("Các hộ phần đấu làm xong sớm.")),
    Fault("quân chúng", "S108", added("Việc này dựa vào quân chúng.")),
    Fault("tin nhiệm", "S108", added("Chọn người được tin nhiệm.")),
    Fault("a page number in a word", "S108", added("Cuối năm đánh 5 giá lại.")),
    Fault("a word twice", "S108", added("Thực hiện các các việc đã giao.")),
    Fault("a tone on the wrong letter", "S108", added("Việc này phải có hiệu qủa.")),
    Fault("two ways to set tones", "S109", added("Việc tự hòa giải, tự hoà giải.")),
    Fault("a telephone", "S110", added("Liên hệ số 0912 345 678.")),
    Fault("a telephone with dots", "S110", added("Liên hệ số 0987.654.321.")),
    Fault("a question mark", "S111", added("Phấn đấu ?% số hộ tham gia.")),
    Fault("letters for digits", "S111", added("Làm xong trước ngày xx/01/2024.")),
    Fault("two spaces", "S112", added("Việc này làm  ngay.")),
    Fault("a space before a comma", "S112", added("Việc này , làm ngay.")),
    Fault("no space after a comma", "S112", added("Việc này,làm ngay.")),
    Fault("a date torn apart", "S112", added("Làm xong trước ngày 10 /3/2027.")),
    Fault("an open quotation", "S118", added("Treo dòng chữ “Vì bình yên ở mỗi nhà.")),
    Fault("a closed bracket", "S118", added("Treo dòng chữ lớn) ở mỗi nhà.")),
    Fault(
        "an article of nothing", "S113", of_plan(added("Việc này giao cho người nêu tại Điều 2."))
    ),
    Fault(
        "recipients of a decision",
        "S113",
        of_plan(swapped("^- [^;]*;$", "- Như Điều 3;", "noi_nhan")),
    ),
    Fault("short at first", "S114", added("Làm theo Quyết định số 18/QĐ-SNV.")),
    Fault("no recipients", "S115", without("noi_nhan", "noi_nhan_de")),
    Fault("nothing kept", "S115", swapped("^- Lưu.*", "- Công an tỉnh.", "noi_nhan")),
    Fault("no signer", "S115", without("ky_thay_mat", "ky_chuc_vu", "ky_chuc_danh", "ky_ho_ten")),
    Fault("another year", "S117", of_plan(added("Cuối năm tổng hợp đăng ký thi đua năm 2019."))),
    Fault("no such day", "S120", added("Làm xong trước ngày 31/11/2027.")),
    Fault("no such month", "S120", added("Làm xong trước tháng 13/2027.")),
    Fault("an eth for a đ", "S122", added("Việc này của Ban Chỉ \u00f0ạo.")),
    Fault("a Russian letter", "S122", added("Việc này l\u0430 cần.")),
)


@dataclass
class Count:
    """How many faults were put in and found, and what else was said."""

    seeded: int = 0
    found: int = 0
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)

    def add(self, other: Count) -> None:
        """Take in what another has counted."""
        self.seeded += other.seeded
        self.found += other.found
        self.missed += other.missed
        self.false += other.false


@dataclass(frozen=True)
class Read:
    """What rules say of a file, and whether it is the Party's."""

    said: Counter[tuple[str, str]]
    party: bool


class Seeder:
    """Puts faults into documents of one maker and counts what rules say that they did not before.

    `write` makes a Word file of lines. A document of the Party follows its own layout: the rules
    of the decree are not looked for in it.
    """

    def __init__(self, write: Callable[[Lines], bytes]) -> None:
        """Take how a document becomes a file."""
        self.write = write
        self.count = Count()
        self._checker = Checker()
        self._seen: dict[Lines, Read] = {}

    def put(self, fault: Fault, lines: Lines, name: str) -> bool:
        """Count a fault in a document, and return whether it could be put in."""
        made = fault.put_in(lines)
        return made is not None and self.told(fault.code, name, *map(self.found, made))

    def told(self, code: str, name: str, before: Read, after: Read) -> bool:
        """Count what is said after a fault was put in, and return whether it is looked for."""
        if before.party and code.startswith("N"):
            return False
        new = after.said - before.said
        self.count.seeded += 1
        if any(one == code for one, _ in new):
            self.count.found += 1
        else:
            self.count.missed.append(f"{name}: {code}")
        self.count.false += [f"{name}: {one} {said}" for one, said in new if one != code]
        return True

    def found(self, lines: Lines) -> Read:
        """Return what rules say of a document."""
        if lines not in self._seen:
            self._seen[lines] = self.read(self.write(lines))
        return self._seen[lines]

    def read(self, data: bytes) -> Read:
        """Return what rules say of a file."""
        paper, _ = read_paper(data, "x.docx")
        assert paper
        said = Counter((one.code, one.message) for one in self._checker.check_paper(paper))
        return Read(said, paper.party)
