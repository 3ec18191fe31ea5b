"""What a plan file may say: one record for each kind of thing, one field for each key.

The texts of `key` are what an editor shows beside a key; `kehoach schema` prints them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kehoach.outline import Prose
from kehoach.schema import Layer, Name, Record, Text, key
from kehoach.values import Day, Period

Who = Literal["tap_the", "ca_nhan", "ho"]


@dataclass(frozen=True, kw_only=True)
class Issuer(Record):
    """Cơ quan ban hành văn bản (ô số 2, Phụ lục I Nghị định 30/2020/NĐ-CP)."""

    over: Text | tuple[Text, ...] | None = key("Cơ quan chủ quản, in phía trên, không đậm")
    name: Text | tuple[Text, ...] | None = key(
        "Tên cơ quan ban hành, in hoa đậm ở đầu văn bản", required=True
    )
    full: Text | None = key("Tên đầy đủ, dùng trong câu: {{ issuer.full }}")
    short: Text | None = key("Tên viết gọn, dùng trong câu: {{ issuer.short }}")
    symbol: Text | None = key(
        "Chữ viết tắt trong ký hiệu: BCĐ trong 05/KH-BCĐ", required=True, examples=("UBND", "BCĐ")
    )
    place: Text | None = key("Địa danh ở dòng ngày tháng; bỏ trống thì lấy theo unit")


@dataclass(frozen=True, kw_only=True)
class Attached(Record):
    """Văn bản mà kế hoạch được ban hành kèm theo, thường là một Quyết định."""

    type: Text | None = key("Tên loại văn bản: Quyết định", required=True)
    no: Text | None = key("Số, ký hiệu; bỏ trống khi còn là dự thảo")
    date: Day | None = key("Ngày ban hành")
    by: Text | None = key("Cơ quan ban hành")


@dataclass(frozen=True, kw_only=True)
class Phase(Record):
    """Một đợt thi đua."""

    name: Text | None = key("Tên đợt; bỏ trống thì là Đợt 1, Đợt 2 …")
    start: Day | None = key("Ngày bắt đầu", alias="from", required=True)
    end: Day | None = key("Ngày kết thúc", alias="to", required=True)
    theme: Text | None = key("Chủ đề của đợt")
    text: Text | None = key("Câu in ra thay cho câu máy ghép")


@dataclass(frozen=True, kw_only=True)
class Ref(Record):
    """Văn bản được viện dẫn: in đầy đủ ở lần đầu, những lần sau in gọn."""

    type: Text | None = key("Tên loại: Luật, Nghị định, Chỉ thị …", required=True)
    no: Text | None = key("Số, ký hiệu: 124/2021/TT-BCA")
    date: Day | None = key("Ngày ban hành")
    by: Text | None = key("Cơ quan ban hành")
    title: Text | None = key("Trích yếu, viết như trong câu: về …, quy định …")
    short: Text | None = key("Cách gọi từ lần thứ hai; bỏ trống thì là tên loại và số")
    start: Day | None = key("Có hiệu lực từ ngày", alias="from")
    until: Day | None = key("Hết hiệu lực từ ngày")
    replaced_by: Name | None = key("id của văn bản thay thế")


@dataclass(frozen=True, kw_only=True)
class Target(Record):
    """Một chỉ tiêu thi đua: in đúng như viết, máy đọc được con số."""

    value: Text | None = key(
        "Con số in ra: trên 80%, ít nhất 01 mô hình, hoặc '?'",
        required=True,
        examples=("trên 80%",),
    )
    title: Text | None = key("Tên gọn của chỉ tiêu, in ở đầu cột trong biểu")
    of: tuple[Name, ...] | None = key("Đối tượng được đếm: khu_dan_cu, xa, co_quan …")
    count: Name | None = key("Đếm cái gì: dat (đạt chuẩn), dang_ky (đăng ký) …")
    unit: Text | None = key("Đơn vị tính; bỏ trống thì lấy theo con số")
    due: Name | None = key("id của thời hạn trong deadlines")
    where: tuple[Name, ...] | None = key(
        "Chỉ áp dụng cho những đơn vị này: id, hoặc loại như huyen, thanh_pho, xa"
    )
    condition: Text | None = key("Điều kiện kèm theo")
    text: Text | None = key("Câu in ra khi bản kế hoạch liệt kê {{ targets }}")


@dataclass(frozen=True, kw_only=True)
class Criteria(Record):
    """Một nhóm tiêu chuẩn: tiêu đề và mỗi dòng một tiêu chuẩn."""

    who: Who | None = key("Cho tập thể, cá nhân hay hộ", alias="for")
    title: Text | None = key("Tiêu đề của nhóm", required=True)
    items: Prose | None = key("Mỗi dòng một tiêu chuẩn", required=True)


@dataclass(frozen=True, kw_only=True)
class Award(Record):
    """Một hình thức khen thưởng hoặc danh hiệu thi đua."""

    form: Text | None = key("Hình thức: Bằng khen, Giấy khen, Cờ thi đua …", required=True)
    by: Text | None = key("Ai tặng: Chủ tịch UBND tỉnh")
    to: tuple[Who, ...] | None = key("Tặng cho tập thể, cá nhân, hộ")
    quota: Text | None = key("Số lượng: 02, không vượt quá 15, theo hướng dẫn của …")
    criteria: tuple[Name, ...] | None = key("id của các nhóm tiêu chuẩn trong criteria")
    text: Text | None = key("Câu in ra khi bản kế hoạch liệt kê {{ award_forms }}")


@dataclass(frozen=True, kw_only=True)
class Deadline(Record):
    """Một thời hạn: trước một ngày, vào một ngày, trong một khoảng, hay định kỳ."""

    before: Day | None = key("Trước ngày này")
    on: Day | None = key("Vào ngày, tháng, quý này")
    within: Period | None = key("Trong khoảng: 2024-01-01..2024-03-31")
    every: Text | None = key("Định kỳ: hằng quý, ngày 20 hằng tháng")
    who: tuple[Name, ...] | None = key("Ai phải làm: so_nganh, huyen, xa …")
    task: Text | None = key("Việc phải làm")
    to: Text | None = key("Gửi về đâu")
    text: Text | None = key("Câu in ra khi bản kế hoạch liệt kê {{ deadlines }}")


@dataclass(frozen=True, kw_only=True)
class Duty(Record):
    """Phân công: ai làm gì, với ai, ra sản phẩm gì, hạn nào, gửi về đâu."""

    who: Text | None = key("Ai chủ trì", required=True)
    task: Text | None = key("Làm việc gì", required=True)
    together: Text | None = key("Phối hợp với ai", alias="with")
    product: Text | None = key("Sản phẩm")
    due: Name | None = key("id của thời hạn trong deadlines")
    to: Text | None = key("Gửi về đâu")
    text: Text | None = key("Câu in ra thay cho câu máy ghép")


@dataclass(frozen=True, kw_only=True)
class Column(Record):
    """Một cột của bảng."""

    title: Text | None = key("Tiêu đề cột")
    width: int | None = key("Bề rộng so với các cột khác: 1, 2, 3 …")
    align: Literal["left", "center", "right"] | None = key("Canh trái, giữa hay phải")


@dataclass(frozen=True, kw_only=True)
class Grid(Record):
    """Một bảng: ô ghi ^ nối với ô trên, ô ghi < nối với ô trái."""

    columns: tuple[Column, ...] | None = key("Các cột, từ trái sang phải", required=True)
    header: tuple[tuple[Text, ...], ...] | None = key(
        "Các hàng tiêu đề, lặp lại ở mỗi trang; bỏ trống thì lấy tiêu đề của cột"
    )
    rows: tuple[tuple[Text, ...], ...] | None = key("Các hàng")
    file: Name | None = key("Tệp .csv hoặc .xlsx cạnh kế hoạch, thay cho rows")


@dataclass(frozen=True, kw_only=True)
class Signer(Record):
    """Một người ký."""

    authority: Text | tuple[Text, ...] | None = key(
        "Quyền hạn: TM. BAN CHỈ ĐẠO; KT. TRƯỞNG BAN ghi ở dòng thứ hai", alias="for"
    )
    post: Text | tuple[Text, ...] | None = key("Chức vụ của người ký: TRƯỞNG BAN", alias="as")
    own_post: Text | tuple[Text, ...] | None = key(
        "Chức vụ ở cơ quan mình, in phía trên họ tên: PHÓ CHỦ TỊCH UBND TỈNH", alias="post"
    )
    name: Text | None = key("Họ và tên; bỏ trống khi chưa biết")


@dataclass(frozen=True, kw_only=True)
class Annex(Record):
    """Một phụ lục, có trang riêng và số trang riêng."""

    title: Text | None = key("Tên phụ lục", required=True)
    body: Prose | None = key("Nội dung, viết như body")
    table: Grid | Name | None = key(
        "Bảng, hoặc id của một bảng trong tables, hoặc targets_by_unit: biểu giao chỉ tiêu"
    )
    landscape: bool | None = key("Khổ giấy nằm ngang")
    signature: tuple[Signer, ...] | None = key("Người ký ở cuối phụ lục, nếu có")
    id: Name | None = key("id của phụ lục")


@dataclass(frozen=True, kw_only=True)
class Form(Record):
    """Một biểu mẫu gửi kèm: mẫu nào, ai điền, hạn nào."""

    use: Name | None = key("Tên mẫu: dang-ky-thi-dua, giao-uoc …", required=True)
    by: Name | None = key("Ai điền: district, commune, others, khu_dan_cu, issuer …")
    due: Name | None = key("id của thời hạn trong deadlines")
    to: Text | None = key("Gửi về đâu")
    rows: Name | None = key("id của mục {#id} có các điểm được đăng ký, thay cho chỉ tiêu")
    criteria: tuple[Name, ...] | None = key("id của các nhóm tiêu chuẩn được đăng ký từng dòng")
    of: tuple[Name, ...] | None = key("Đối tượng làm cột của tong-hop: khu_dan_cu, xa …")
    parties: tuple[Text, ...] | None = key(
        "Ai ký hoặc điền, thay cho by: id của đơn vị, hoặc tên viết đầy đủ"
    )


@dataclass(frozen=True, kw_only=True)
class Waiver(Record):
    """Một nhận xét của kehoach được bỏ qua, và vì sao."""

    code: Name | None = key("Mã của nhận xét: S104, P060", required=True, examples=("S104",))
    where: Name | None = key(
        "Ở đâu: một khóa như body, targets.kdc, hoặc lời văn bị nhận xét; bỏ trống: cả kế hoạch"
    )
    reason: Name | None = key("Vì sao bỏ qua", required=True)


@dataclass(frozen=True, kw_only=True)
class PlanKeys(Record):
    """Một kế hoạch: phần trên là số liệu có id, phần dưới là lời văn, {{ id }} nối hai phần."""

    type: Literal["ke-hoach"] | None = key("Tên loại văn bản", required=True)
    template: Name | None = key("Mẫu Word riêng trong templates/; bỏ trống thì theo type")
    extends: Name | None = key("Tệp nền, tính từ tệp này: ../base/antq.yaml")
    abstract: bool | None = key("true: tệp nền, không bao giờ ra văn bản")
    unit: Name | None = key("id của đơn vị: thai_binh, an_giang …", required=True)
    report_on: Day | None = key("Ngày tính các đơn vị khi thu báo cáo")
    year: int | None = key("Năm của phong trào", required=True)
    date: Day | None = key("Ngày ký; chưa biết ngày thì ghi 2023-12", required=True)
    number: Text | None = key("Số của văn bản; bỏ trống khi còn là dự thảo")
    draft: bool | None = key("true: in (Dự thảo)")
    urgency: Literal["hoa_toc", "thuong_khan", "khan"] | None = key("Độ khẩn")
    issuer: Issuer | None = key("Cơ quan ban hành", required=True)
    title: Text | None = key("Trích yếu", required=True)
    attached: Attached | None = key("Ban hành kèm theo văn bản nào")
    duration: Period | None = key("Thời gian thi đua: 2024-01..2024-12")
    phases: dict[str, Phase] | None = key("Các đợt thi đua")
    scope: Prose | None = key("Phạm vi, in ở chỗ ghi {{ scope }}")
    terms: dict[str, Text] | None = key("Cụm từ dùng nhiều lần, đặt tên bằng id")
    refs: dict[str, Ref] | None = key("Văn bản được viện dẫn")
    targets: dict[str, Target] | None = key("Chỉ tiêu")
    criteria: dict[str, Criteria] | None = key("Tiêu chuẩn khen thưởng, theo nhóm")
    award_forms: dict[str, Award] | None = key("Hình thức khen thưởng và danh hiệu")
    deadlines: dict[str, Deadline] | None = key("Thời hạn")
    duties: dict[str, Duty] | None = key("Phân công nhiệm vụ")
    tables: dict[str, Grid] | None = key("Bảng, in ở chỗ ghi {{ id }} một mình một dòng")
    units: Name | None = key("Tệp số liệu của từng đơn vị, .csv hoặc .xlsx")
    others: Name | None = key("Tệp danh sách sở, ngành, doanh nghiệp, trường cùng đăng ký")
    preamble: Prose | None = key("Căn cứ và lời mở đầu, mỗi đoạn một dòng")
    body: Prose | None = key("Nội dung, mỗi đoạn một dòng, gõ sẵn I. 1. a) - +", required=True)
    sections: dict[str, Prose | None] | None = key(
        "Mục thay thế mục {#id} của body; để trống là bỏ mục"
    )
    closing: Prose | None = key("Đoạn kết, trước ./.")
    recipients: Prose | None = key("Nơi nhận, mỗi dòng một nơi")
    signature: tuple[Signer, ...] | None = key("Người ký")
    annexes: tuple[Annex, ...] | None = key("Phụ lục")
    copies: dict[str, Layer] | None = key("Bản gửi cấp dưới: mọi khóa của kế hoạch, theo cấp")
    forms: tuple[Form, ...] | None = key("Biểu mẫu")
    waivers: tuple[Waiver, ...] | None = key("Những nhận xét của kehoach được bỏ qua, có lý do")
