"""What a line says that it is, by its words alone."""

from __future__ import annotations

import re
from functools import lru_cache

from kehoach.vietnamese import fold

RECIPIENTS = re.compile(r"\**noi nhan ?:?\W*")
ADDRESSEES = re.compile(r"kinh gui\b.*")
SUBJECT = re.compile(r"(v/v|ve viec)\b.*")
ATTACHED = re.compile(r"\((kem theo|ban hanh kem theo)")
GOES_WITH = re.compile(r"\(?(kem theo|ban hanh kem theo)\b|\(kem\b")
DECIDES = re.compile(
    r"(quyet dinh|quyet nghi|nghi quyet|ket luan|chi thi|thong bao) ?:\W?|quyet (dinh|nghi)\W*"
)
CHAPTER = re.compile(r"(phan|chuong|muc) ([ivxl]+|\d+|thu [a-z]+)\b.*")
ARTICLE = re.compile(r"dieu \d+[a-z]?[.:]? ?.*")
BASIS = re.compile(r"Căn cứ|(Xét|Theo) (đề nghị|[Tt]ờ trình)|(Thực hiện|Xét|Theo) .*;\s*$")
OVER = ("uy ban", "ubnd", "tinh uy", "thanh uy", "huyen uy", "bo ", "hoi dong", "tinh ", "dang ")
"""How the body begins that stands over an issuer."""

BASIS_TOO = ("Thực hiện", "Xét", "Theo", "Trên cơ sở", "Tiếp theo")
"""How a legal basis may begin that another stands above."""

GOES_ON = ("tinh ", "thanh pho ", "huyen ", "xa ", "phuong ", "quan ", "thi ", "va ", "dac khu ")
"""How a line begins that goes on with the name of the body above it."""

_HEAD = (
    ("quoc_hieu", re.compile(r"cong hoa xa hoi chu nghia viet ?nam")),
    ("tieu_ngu", re.compile(r"doc lap ?- ?tu do ?- ?hanh phuc")),
    (
        "so_ky_hieu",
        re.compile(r"so ?:.*|so \d+/.*"),
    ),
    ("dia_danh_ngay", re.compile(r"[^:;\d]{0,60}\bngay\b.{0,12}\bthang\b.{0,12}\bnam\b.{0,12}")),
    ("do_khan", re.compile(r"hoa toc|thuong khan|khan")),
    ("du_thao", re.compile(r"\(?(ban )?du thao( lan \d+)?\)?")),
)
_MORE = (
    ("tieu_de_dang", re.compile(r"dang cong san viet ?nam\W*")),
    ("dau_mat", re.compile(r"mat|toi mat|tuyet mat")),
)
_SLIPPED = (
    ("quoc_hieu", re.compile(r"cong hoa xa hoi chu .{0,20}")),
    ("tieu_ngu", re.compile(r"doc lap\W{1,4}tu do\W{1,4}hanh phuc\W{0,2}")),
    (
        "so_ky_hieu",
        re.compile(r"(so )?[\d.…_ ]{0,12}/[a-z]{2,}[-/].{0,30}|so [.…_ ]*/[a-z]{2,}\b.*"),
    ),
    (
        "dia_danh_ngay",
        re.compile(r"[^,]{2,30}, ?(ngay ?)?[\d.…_ ]{1,6}[/-][\d.…_ ]{1,6}[/-] ?\d{2,4}\W?"),
    ),
    ("du_thao", re.compile(r"\W?(ban )?du thao\b.{0,30}")),
)
"""The same lines of others, written with slips that a checker is to find."""
_BODY = re.compile(
    r"(uy ban|ubnd|hoi dong|ban|so|phong|cong an|cuc|chi cuc|vu|vien|truong|trung tam|benh vien|"
    r"van phong|thanh tra|doan|to|hoi|lien doan|dang uy|chi bo|cong ty|chi nhanh|kho bac|toa an|"
    r"bo chi huy|bo|tram|hat|doi|xi nghiep|hop tac xa|mat tran|vien kiem sat|tong cong ty)\b"
)
_AUTHORITY = re.compile(r"(t[./]?m|k[./]?t|t[./]?l|t[./]?u[./]?q|q)(\.|\b) ?\S.*")
_SIGNED = re.compile(r"\(?\W*(da )?k[iy](,| ).*\)?|\(?da ky\)?|\[?chu ky.*|\(?ky ten.*")
_POST = re.compile(
    r"((quyền|q\.|phó|nguyên|đ/c|đồng chí) )?(trưởng|phó|chủ tịch|giám đốc|tổng|bí thư|bộ trưởng|"
    r"thứ trưởng|thủ trưởng|thủ tướng|chánh|cục|ủy viên|uỷ viên|hiệu trưởng|thường trực|viện|"
    r"tư lệnh|chỉ huy|chính ủy|thường vụ|thư ký|kế toán|người|đại diện|chủ nhiệm|chủ tọa)\b"
)
_NAME = re.compile(r"[^\W\d_]+(\.? [^\W\d_]+){1,6}")
_RULE = re.compile(r"[\s\-_=*–—⎯─.•~]{3,}|[*o0]{1,3}")
_ANNEX = re.compile(r"phu luc( so)?( [ivx]+| \d+| [a-z])?[:.]?|(mau|bieu)( so)? ?[\divx]+[:.]?")
_TYPES = (
    "NGHỊ QUYẾT|QUYẾT ĐỊNH|CHỈ THỊ|QUY CHẾ|QUY ĐỊNH|THÔNG CÁO|THÔNG BÁO|HƯỚNG DẪN|CHƯƠNG TRÌNH|"
    "KẾ HOẠCH|PHƯƠNG ÁN|ĐỀ ÁN|DỰ ÁN|BÁO CÁO|BIÊN BẢN|TỜ TRÌNH|HỢP ĐỒNG|CÔNG ĐIỆN|BẢN GHI NHỚ|"
    "BẢN THỎA THUẬN|BẢN THOẢ THUẬN|GIẤY ỦY QUYỀN|GIẤY UỶ QUYỀN|GIẤY MỜI|GIẤY GIỚI THIỆU|"
    "GIẤY NGHỈ PHÉP|PHIẾU GỬI|PHIẾU CHUYỂN|PHIẾU BÁO|THƯ CÔNG|KẾT LUẬN|QUY TRÌNH|QUY ƯỚC|NỘI QUY|"
    "THÔNG TƯ|NGHỊ ĐỊNH|ĐỀ CƯƠNG|DANH SÁCH|GIAO ƯỚC THI ĐUA|BẢN ĐĂNG KÝ|THÔNG TRI|TỜ KHAI"
)
_TYPE = re.compile(rf"(?P<name>{_TYPES})(?P<rest>\s*[:.]?(?:\s.*)?)", re.S)
TYPES = frozenset(name.replace(" ", "") for name in _TYPES.split("|"))
"""Names of types without spaces, as for «K Ế  H O Ạ C H»."""
_PARTY = re.compile(r"so ?:? ?[.…_ ]*\d*[.…_ ]*-[a-z]{1,4}/[a-z].*")
_PARTY_BODIES = (
    *("tinh uy", "thanh uy", "huyen uy", "quan uy", "thi uy", "dang uy", "dang bo", "chi bo"),
    *("ban chap hanh dang", "ban thuong vu", "uy ban kiem tra", "ban to chuc", "ban tuyen giao"),
    *("ban noi chinh", "ban dan van", "van phong tinh uy", "ban can su", "dang doan"),
    *("van phong trung uong", "ban bi thu", "bo chinh tri", "ban chi dao 35"),
)


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return words in small letters without accents, spaces single: for patterns."""
    return " ".join(fold(text).replace("–", "-").replace("—", "-").split())


def is_rule(text: str) -> bool:
    """Return whether a line is drawn with characters."""
    return bool(_RULE.fullmatch(text.strip()))


def is_capital(text: str) -> bool:
    """Return whether the letters of a line are capitals."""
    return text.upper() == text and text.lower() != text


def head_role(text: str) -> str:
    """Return the role of a line of the head that a plan can have, empty when words do not say."""
    words = plain(text)
    return next((role for role, pattern in _HEAD if pattern.fullmatch(words)), "")


def any_head_role(text: str) -> str:
    """Return the role of a line of the head of any document, empty when words do not say."""
    words = plain(text)
    if _PARTY.fullmatch(words):
        return "so_ky_hieu"
    more = next((role for role, pattern in _MORE if pattern.fullmatch(words)), "")
    if more and is_capital(text):
        return more
    slipped = (role for role, pattern in _SLIPPED if pattern.fullmatch(words))
    return head_role(text) or next(slipped, "")


def type_end(printed: str) -> int:
    """Return where the name of a document's type ends that a line begins with, 0 without one.

    A name with spaces between its letters is one too; what follows the name may be its title.
    """
    text = printed.strip()
    start = len(printed) - len(printed.lstrip())
    if match := _TYPE.fullmatch(text):
        colon = re.match(r"\s*[:.]", match["rest"])
        return start + match.end("name") + (colon.end() if colon else 0)
    letters = text.split()
    if "".join(letters) in TYPES and all(len(letter) == 1 for letter in letters):
        return len(printed)
    return 0


def names_body(text: str) -> bool:
    """Return whether a line begins with the word for a kind of body: Sở, Phòng, Ban …"""
    return bool(_BODY.match(plain(text)))


def is_authority(text: str, *, small: bool = False) -> bool:
    """Return whether a line says in whose name somebody signs, in capitals but for a slip."""
    if not (small or is_capital(text)) or len(text) >= 120:
        return False
    return bool(_AUTHORITY.fullmatch(plain(text)))


def is_signed(text: str) -> bool:
    """Return whether a line only says that somebody has signed: «(Đã ký)»."""
    return bool(_SIGNED.fullmatch(plain(text)))


def is_post(text: str) -> bool:
    """Return whether a line begins with somebody's post."""
    return bool(_POST.match(" ".join(text.lower().split())))


def is_name(text: str) -> bool:
    """Return whether a line may be somebody's name: two to seven words, none a post."""
    return bool(_NAME.fullmatch(" ".join(text.split()).rstrip(".,;:"))) and not is_post(text)


def opens_annex(text: str) -> bool:
    """Return whether a line is the label of an annex or of a form."""
    return bool(_ANNEX.fullmatch(plain(text)))


def is_party_body(text: str) -> bool:
    """Return whether a line names a body of the Party."""
    return plain(text).startswith(_PARTY_BODIES)


def is_party_symbol(text: str) -> bool:
    """Return whether a line is a number as the Party writes them: «Số 44-KL/TW»."""
    return bool(_PARTY.fullmatch(plain(text)))
