"""What documents of offices say, line by line: the role in front, the marker in brackets."""

# ruff: noqa: E501

from __future__ import annotations

import re
from dataclasses import replace

from kehoach.document import Document
from offices import Habit, Office, Said

_LINE = re.compile(r"(?P<role>\w+)(?: \[(?P<marker>[^\]]+)\])?: (?P<words>.*)")


def said(text: str) -> tuple[Said, ...]:
    """Return the lines of a document; cells of a table stand between bars, a row a line."""
    made: list[Said] = []
    for line in text.strip().splitlines():
        if line.startswith("|"):
            row = tuple(cell.strip() for cell in line.strip("|").split("|"))
            if made and made[-1].rows:
                made[-1] = replace(made[-1], rows=(*made[-1].rows, row))
            else:
                made.append(Said("bang", "", rows=(row,)))
            continue
        match = _LINE.fullmatch(line.strip())
        assert match, line
        made.append(Said(match["role"], match["words"], match["marker"] or ""))
    return tuple(made)


def of_document(document: Document) -> tuple[Said, ...]:
    """Return the lines of a tree, «Nơi nhận:» before the recipients."""
    made: list[Said] = []
    listed = False
    for block in document.blocks:
        if block.role == "noi_nhan" and not listed:
            made.append(Said("noi_nhan_de", "Nơi nhận:"))
            listed = True
        if block.table:
            wide = max(len(row.cells) for row in block.table.rows)
            rows = (
                tuple(" ".join(b.text for b in cell.blocks).strip() for cell in row.cells)
                for row in block.table.rows
            )
            # A merged cell leaves its row shorter: the rest stays empty.
            even = tuple(row + ("",) * (wide - len(row)) for row in rows)
            made.append(Said("bang", "", rows=even))
        elif block.text.strip():
            label = block.marker.label if block.marker else ""
            capital = block.role in ("co_quan_chu_quan", "co_quan_ban_hanh", "ten_loai", "muc_td")
            words = block.text.upper() if capital else block.text
            made.append(Said(block.role, " ".join(words.split()), label))
    return tuple(made)


_STATE = """
quoc_hieu: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
tieu_ngu: Độc lập - Tự do - Hạnh phúc
"""

KE_HOACH = said(
    f"""
co_quan_chu_quan: ỦY BAN NHÂN DÂN TỈNH
co_quan_ban_hanh: BAN CHỈ ĐẠO 138
{_STATE.strip()}
so_ky_hieu: Số: 21/KH-BCĐ
dia_danh_ngay: Thái Bình, ngày 09 tháng 01 năm 2024
ten_loai: KẾ HOẠCH
trich_yeu: Phát động phong trào thi đua
trich_yeu: bảo vệ an ninh Tổ quốc năm 2024
can_cu: Căn cứ Thông tư số 124/2021/TT-BCA ngày 28 tháng 12 năm 2021 của Bộ trưởng Bộ Công an quy định khu dân cư đạt tiêu chuẩn;
can_cu: Xét đề nghị của Giám đốc Công an tỉnh.
mo_dau: Ban Chỉ đạo 138 tỉnh ban hành Kế hoạch phát động phong trào thi đua năm 2024 như sau:
muc_td [I.]: MỤC ĐÍCH, YÊU CẦU
khoan_td [1.]: Mục đích
gach [-]: Khơi dậy tinh thần tự giác của từng hộ dân trong giữ gìn trật tự nơi ở.
gach [-]: Phấn đấu trên 80% khu dân cư đạt tiêu chuẩn trong năm.
khoan_td [2.]: Yêu cầu
doan: Mỗi địa phương chọn một việc cụ thể, làm đến nơi đến chốn.
muc_td [II.]: NỘI DUNG
khoan [1.]: Tuyên truyền qua loa truyền thanh ít nhất hai buổi một tuần.
khoan [2.]: Ký cam kết giữa các hộ trong tổ liên gia, cụ thể:
diem [a)]: Từng hộ cam kết không có người vi phạm pháp luật;
diem [b)]: Từng tổ cam kết giúp nhau khi có việc.
muc_td [III.]: TỔ CHỨC THỰC HIỆN
khoan [1.]: Công an tỉnh theo dõi, tổng hợp kết quả.
khoan [2.]: Sở Tài chính bố trí kinh phí theo quy định.
ket: Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh về Công an tỉnh để được hướng dẫn./.
noi_nhan_de: Nơi nhận:
noi_nhan: - Ban Chỉ đạo 138 Bộ Công an (để báo cáo);
noi_nhan: - Các thành viên Ban Chỉ đạo;
noi_nhan: - Lưu: VT, PV05.
ky_thay_mat: KT. TRƯỞNG BAN
ky_chuc_vu: PHÓ TRƯỞNG BAN
ky_chuc_danh: GIÁM ĐỐC CÔNG AN TỈNH
ky_ho_ten: Trần Xuân Trường
"""
)

CONG_VAN = said(
    f"""
co_quan_chu_quan: UBND TỈNH AN GIANG
co_quan_ban_hanh: SỞ NỘI VỤ
{_STATE.strip()}
so_ky_hieu: Số: 318/SNV-TĐKT
ve_viec: V/v góp ý dự thảo kế hoạch
ve_viec: phong trào thi đua năm 2024
dia_danh_ngay: An Giang, ngày 12 tháng 3 năm 2024
kinh_gui: Kính gửi:
kinh_gui: - Công an tỉnh;
kinh_gui: - Sở Tài chính;
kinh_gui: - Ủy ban nhân dân các huyện, thị xã, thành phố.
mo_dau: Sở Nội vụ nhận được dự thảo kế hoạch do Công an tỉnh gửi lấy ý kiến.
mo_dau: Qua nghiên cứu, Sở Nội vụ đề nghị các cơ quan góp ý hai nội dung sau đây:
khoan [1.]: Chỉ tiêu đăng ký của từng khu dân cư.
khoan [2.]: Hình thức khen thưởng và số lượng.
ket: Ý kiến gửi về Sở Nội vụ trước ngày 20 tháng 3 năm 2024 để tổng hợp./.
noi_nhan_de: Nơi nhận:
noi_nhan: - Như trên;
noi_nhan: - Lưu: VT, TĐKT.
ky_thay_mat: KT. GIÁM ĐỐC
ky_chuc_vu: PHÓ GIÁM ĐỐC
ky_ho_ten: Lê Thị Cúc
"""
)

QUYET_DINH = said(
    f"""
co_quan_ban_hanh: ỦY BAN NHÂN DÂN
co_quan_ban_hanh: TỈNH NGHỆ AN
{_STATE.strip()}
so_ky_hieu: Số: 1207/QĐ-UBND
dia_danh_ngay: Nghệ An, ngày 04 tháng 6 năm 2024
ten_loai: QUYẾT ĐỊNH
trich_yeu: Về việc tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh
tham_quyen: CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH
can_cu: Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
can_cu: Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;
can_cu: Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 88/TTr-SNV ngày 30 tháng 5 năm 2024.
quyet_dinh: QUYẾT ĐỊNH:
dieu: Điều 1. Tặng Bằng khen cho 05 tập thể và 12 cá nhân có thành tích xuất sắc.
dieu: Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
dieu: Điều 3. Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Nội vụ và các cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.
noi_nhan_de: Nơi nhận:
noi_nhan: - Như Điều 3;
noi_nhan: - Chủ tịch, các Phó Chủ tịch;
noi_nhan: - Lưu: VT, NC.
ky_chuc_vu: CHỦ TỊCH
ky_ho_ten: Nguyễn Đức Hùng
"""
)

TO_TRINH = said(
    f"""
co_quan_chu_quan: ỦY BAN NHÂN DÂN HUYỆN CON CUÔNG
co_quan_ban_hanh: PHÒNG NỘI VỤ
{_STATE.strip()}
so_ky_hieu: Số: 09/TTr-PNV
dia_danh_ngay: Con Cuông, ngày 02 tháng 02 năm 2024
ten_loai: TỜ TRÌNH
trich_yeu: Về việc khen thưởng phong trào bảo vệ an ninh Tổ quốc năm 2023
kinh_gui: Kính gửi: Ủy ban nhân dân huyện Con Cuông
doan: Năm 2023, phong trào ở các xã có nhiều chuyển biến, số vụ phạm pháp giảm so với năm trước.
doan: Phòng Nội vụ kính trình Ủy ban nhân dân huyện xem xét khen thưởng 04 tập thể theo danh sách dưới đây:
| STT | Tên tập thể | Thành tích |
| 1 | Thôn Tân Hòa | Ba năm không có tội phạm |
| 2 | Thôn Tiến Thành | Mô hình tổ liên gia tự quản |
ket: Kính đề nghị Ủy ban nhân dân huyện xem xét, quyết định./.
noi_nhan_de: Nơi nhận:
noi_nhan: - Như trên;
noi_nhan: - Lưu: VT.
ky_chuc_vu: TRƯỞNG PHÒNG
ky_ho_ten: Vi Văn Chánh
"""
)

BAO_CAO = said(
    f"""
co_quan_chu_quan: BỘ CÔNG AN
co_quan_ban_hanh: CÔNG AN TỈNH BÌNH PHƯỚC
{_STATE.strip()}
so_ky_hieu: Số: 402/BC-CAT-PV05
dia_danh_ngay: Bình Phước, ngày 28 tháng 11 năm 2019
ten_loai: BÁO CÁO
trich_yeu: Kết quả phong trào toàn dân bảo vệ an ninh Tổ quốc năm 2019
mo_dau: Thực hiện chương trình công tác năm, Công an tỉnh báo cáo kết quả như sau:
phan_td [A.]: KẾT QUẢ
muc_td [I.]: CÔNG TÁC TUYÊN TRUYỀN
khoan_td [1.]: Tuyên truyền miệng
khoan_2 [1.1.]: Đã tổ chức 250 buổi với 18.000 lượt người nghe.
khoan_2 [1.2.]: Phát 5.000 tờ rơi đến từng hộ.
khoan_td [2.]: Tuyên truyền trên báo, đài
gach [-]: Đã phát 120 tin, bài.
cong [+]: Trong đó có 30 phóng sự ngắn.
muc_td [II.]: XÂY DỰNG MÔ HÌNH
doan: Toàn tỉnh duy trì 86 mô hình, trong đó có 12 mô hình mới.
phan_td [B.]: PHƯƠNG HƯỚNG NĂM 2020
doan: Tiếp tục nâng chất lượng các mô hình hiện có, không chạy theo số lượng.
ket: Trên đây là kết quả năm 2019 của Công an tỉnh./.
noi_nhan_de: Nơi nhận:
noi_nhan: - Cục V05 (để báo cáo);
noi_nhan: - Lưu: VT, PV05.
ky_chuc_vu: GIÁM ĐỐC
ky_ho_ten: Đại tá Bùi Xuân Thắng
"""
)

DANG = said(
    """
co_quan_chu_quan: TỈNH ỦY THÁI BÌNH
co_quan_ban_hanh: BAN TUYÊN GIÁO
tieu_de_dang: ĐẢNG CỘNG SẢN VIỆT NAM
so_ky_hieu: Số 45-HD/BTGTU
dia_danh_ngay: Thái Bình, ngày 15 tháng 5 năm 2024
ten_loai: HƯỚNG DẪN
trich_yeu: tuyên truyền phong trào toàn dân bảo vệ an ninh Tổ quốc
mo_dau: Thực hiện chỉ đạo của Ban Thường vụ Tỉnh ủy, Ban Tuyên giáo hướng dẫn công tác tuyên truyền như sau:
muc_td [I.]: MỤC ĐÍCH
khoan [1.]: Nâng cao nhận thức của cán bộ, đảng viên.
khoan [2.]: Tạo sự đồng thuận trong Nhân dân.
muc_td [II.]: NỘI DUNG
gach [-]: Vai trò của người có uy tín ở cơ sở.
gach [-]: Kết quả của các mô hình tự quản.
noi_nhan_de: Nơi nhận:
noi_nhan: - Thường trực Tỉnh ủy (báo cáo);
noi_nhan: - Lưu Ban Tuyên giáo.
ky_thay_mat: K/T TRƯỞNG BAN
ky_chuc_vu: PHÓ TRƯỞNG BAN
ky_ho_ten: Phạm Thị Như Phong
"""
)

PHU_LUC = said(
    f"""
co_quan_ban_hanh: ỦY BAN NHÂN DÂN TỈNH AN GIANG
{_STATE.strip()}
so_ky_hieu: Số: 77/KH-UBND
dia_danh_ngay: An Giang, ngày 25 tháng 01 năm 2024
ten_loai: KẾ HOẠCH
trich_yeu: Xây dựng điển hình phong trào thi đua năm 2024
can_cu: Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;
can_cu: Căn cứ Chỉ thị số 09/CT-UBND ngày 11 tháng 3 năm 2022 của Chủ tịch Ủy ban nhân dân tỉnh về đẩy mạnh phong trào thi đua.
mo_dau: Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:
khoan_td [1.]: Mục đích
doan: Chọn đúng nơi, làm rõ việc, nhân rộng được.
khoan_td [2.]: Chỉ tiêu
doan: Mỗi huyện xây dựng ít nhất một điển hình, số lượng cụ thể ghi ở Phụ lục.
khoan_td [3.]: Thực hiện
doan: Công an tỉnh chủ trì; các huyện báo cáo trước ngày 30 tháng 11 năm 2024.
ket: Yêu cầu các đơn vị thực hiện nghiêm túc Kế hoạch này./.
noi_nhan_de: Nơi nhận:
noi_nhan: - Bộ Công an;
noi_nhan: - UBND các huyện, thị xã, thành phố;
noi_nhan: - Lưu: VT, NC.
ky_thay_mat: TM. ỦY BAN NHÂN DÂN
ky_thay_mat: KT. CHỦ TỊCH
ky_chuc_vu: PHÓ CHỦ TỊCH
ky_ho_ten: Lê Văn Phước
phu_luc: Phụ lục
phu_luc_ten: BIỂU GIAO CHỈ TIÊU CHO CÁC HUYỆN
phu_luc_kem: (Kèm theo Kế hoạch số 77/KH-UBND ngày 25 tháng 01 năm 2024 của Ủy ban nhân dân tỉnh An Giang)
| STT | Huyện | Số điển hình |
| 1 | Châu Phú | 2 |
| 2 | Thoại Sơn | 1 |
| 3 | Tri Tôn | 1 |
"""
)

SEEN = (
    Office("bảng, viền", KE_HOACH),
    Office("tab, VML, theme", KE_HOACH, Habit("tabs", "vml", "theme")),
    Office("số tự động", KE_HOACH, Habit(rules="drawing", fonts="style", counted=True)),
    Office("TCVN3", KE_HOACH, Habit(fonts="tcvn"), clean=False),
    Office("công văn", CONG_VAN, Habit(rules="drawing", wraps=frozenset({"runs", "link"}))),
    Office("công văn tab", CONG_VAN, Habit("tabs", "drawing", "theme")),
    Office("quyết định", QUYET_DINH, Habit(rules="vml", field="simple")),
    Office("tờ trình", TO_TRINH, Habit(fonts="style", wraps=frozenset({"sdt", "ins"}))),
    Office("báo cáo", BAO_CAO, Habit(rules="drawing", fonts="theme")),
    Office("font đậm", BAO_CAO, Habit("tabs", "vml", "face"), clean=False),
    Office("Đảng", DANG, Habit(rules="drawing")),
    Office("phụ lục", PHU_LUC, Habit(rules="drawing", counted=True), landscape=True),
)
"""What the reader was made with."""

GIAY_MOI = said(
    f"""
co_quan_chu_quan: UBND HUYỆN THOẠI SƠN
co_quan_ban_hanh: VĂN PHÒNG
{_STATE.strip()}
so_ky_hieu: Số: 15/GM-VP
dia_danh_ngay: Thoại Sơn, ngày 07 tháng 02 năm 2024
ten_loai: GIẤY MỜI
trich_yeu: Dự họp tổng kết phong trào năm 2023
kinh_gui: Kính gửi: Ông Chủ tịch Ủy ban nhân dân các xã, thị trấn
doan: Văn phòng trân trọng kính mời ông dự họp, cụ thể như sau.
doan: Chủ trì: Phó Chủ tịch Ủy ban nhân dân huyện.
doan: Thời gian: 08 giờ 00, ngày 20 tháng 02 năm 2024.
doan: Địa điểm: Hội trường huyện.
ket: Rất mong các vị đến đúng giờ./.
noi_nhan_de: Nơi nhận:
noi_nhan: - Như trên;
noi_nhan: - Lưu: VT.
ky_thay_mat: TL. CHỦ TỊCH
ky_chuc_vu: CHÁNH VĂN PHÒNG
ky_ho_ten: Đỗ Thị Trường An
"""
)

NGHI_QUYET = said(
    f"""
co_quan_ban_hanh: HỘI ĐỒNG NHÂN DÂN
co_quan_ban_hanh: TỈNH BÌNH PHƯỚC
{_STATE.strip()}
so_ky_hieu: Số: 22/NQ-HĐND
dia_danh_ngay: Bình Phước, ngày 08 tháng 12 năm 2023
ten_loai: NGHỊ QUYẾT
trich_yeu: Về mức hỗ trợ lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở
tham_quyen: HỘI ĐỒNG NHÂN DÂN TỈNH BÌNH PHƯỚC
tham_quyen: KHÓA X, KỲ HỌP THỨ 12
can_cu: Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
can_cu: Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015;
can_cu: Xét Tờ trình số 140/TTr-UBND ngày 15 tháng 11 năm 2023 của Ủy ban nhân dân tỉnh.
quyet_dinh: QUYẾT NGHỊ:
dieu: Điều 1. Phạm vi điều chỉnh
khoan [1.]: Nghị quyết này quy định mức hỗ trợ hằng tháng.
khoan [2.]: Mức hỗ trợ áp dụng từ ngày 01 tháng 7 năm 2024.
dieu: Điều 2. Mức hỗ trợ
diem [a)]: Tổ trưởng: 1.500.000 đồng;
diem [b)]: Tổ phó: 1.300.000 đồng.
dieu: Điều 3. Tổ chức thực hiện
doan: Giao Ủy ban nhân dân tỉnh tổ chức thực hiện Nghị quyết.
ket: Nghị quyết này được Hội đồng nhân dân tỉnh thông qua ngày 08 tháng 12 năm 2023./.
noi_nhan_de: Nơi nhận:
noi_nhan: - Ủy ban Thường vụ Quốc hội;
noi_nhan: - Lưu: VT.
ky_chuc_vu: CHỦ TỊCH
ky_ho_ten: Huỳnh Thị Hằng Nga
"""
)

CHI_THI = said(
    f"""
co_quan_ban_hanh: ỦY BAN NHÂN DÂN TỈNH THÁI BÌNH
{_STATE.strip()}
so_ky_hieu: Số: 03/CT-UBND
dia_danh_ngay: Thái Bình, ngày 14 tháng 02 năm 2024
ten_loai: CHỈ THỊ
trich_yeu: Về việc bảo đảm trật tự trong mùa lễ hội
mo_dau: Thời gian qua, các lễ hội trên địa bàn được tổ chức chu đáo. Tuy vậy, có nơi còn để xảy ra mất trật tự.
mo_dau: Để khắc phục, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:
khoan [1.]: Công an tỉnh bố trí lực lượng tại các điểm đông người.
khoan [2.]: Sở Văn hóa, Thể thao và Du lịch kiểm tra việc thực hiện nếp sống văn minh.
khoan [3.]: Các huyện, thành phố chịu trách nhiệm trước Chủ tịch Ủy ban nhân dân tỉnh.
ket: Yêu cầu các cơ quan nghiêm túc thực hiện Chỉ thị này./.
noi_nhan_de: Nơi nhận:
noi_nhan: - Thường trực Tỉnh ủy;
noi_nhan: - Các sở, ban, ngành;
noi_nhan: - Lưu: VT, NC.
ky_chuc_vu: CHỦ TỊCH
ky_ho_ten: Nguyễn Khắc Thận An
"""
)

QUY_CHE = said(
    f"""
co_quan_chu_quan: ỦY BAN NHÂN DÂN TỈNH NGHỆ AN
co_quan_ban_hanh: BAN CHỈ ĐẠO 138
{_STATE.strip()}
so_ky_hieu: Số: 30/QĐ-BCĐ
dia_danh_ngay: Nghệ An, ngày 18 tháng 10 năm 2023
ten_loai: QUYẾT ĐỊNH
trich_yeu: Ban hành Quy chế hoạt động của Ban Chỉ đạo 138 tỉnh
tham_quyen: TRƯỞNG BAN CHỈ ĐẠO 138 TỈNH
can_cu: Căn cứ Quyết định số 2030/QĐ-UBND ngày 20 tháng 7 năm 2023 của Chủ tịch Ủy ban nhân dân tỉnh về kiện toàn Ban Chỉ đạo;
can_cu: Theo đề nghị của Giám đốc Công an tỉnh.
quyet_dinh: QUYẾT ĐỊNH:
dieu: Điều 1. Ban hành kèm theo Quyết định này Quy chế hoạt động của Ban Chỉ đạo.
dieu: Điều 2. Các thành viên Ban Chỉ đạo chịu trách nhiệm thi hành Quyết định này./.
noi_nhan_de: Nơi nhận:
noi_nhan: - Như Điều 2;
noi_nhan: - Lưu: VT, PV05.
ky_chuc_vu: TRƯỞNG BAN
ky_chuc_danh: PHÓ CHỦ TỊCH UBND TỈNH
ky_ho_ten: Bùi Đình Lương
van_ban_kem: QUY CHẾ
van_ban_kem_ten: Hoạt động của Ban Chỉ đạo 138 tỉnh
phu_luc_kem: (Ban hành kèm theo Quyết định số 30/QĐ-BCĐ ngày 18 tháng 10 năm 2023)
chuong: Chương I
chuong: QUY ĐỊNH CHUNG
dieu: Điều 1. Nguyên tắc làm việc
khoan [1.]: Ban Chỉ đạo làm việc theo nguyên tắc tập trung, dân chủ.
khoan [2.]: Trưởng ban kết luận các phiên họp.
dieu: Điều 2. Chế độ họp
doan: Ban Chỉ đạo họp sáu tháng một lần, khi cần thì họp bất thường.
"""
)

DU_THAO = said(
    f"""
co_quan_ban_hanh: ỦY BAN NHÂN DÂN
co_quan_ban_hanh: XÃ MỸ ĐỨC
{_STATE.strip()}
so_ky_hieu: Số:        /KH-UBND
dia_danh_ngay: Mỹ Đức, ngày      tháng 02 năm 2024
du_thao: DỰ THẢO
ten_loai: KẾ HOẠCH
trich_yeu: Tổ chức “Ngày hội toàn dân bảo vệ an ninh Tổ quốc” năm 2024
mo_dau: Nhằm phát huy tinh thần của Nhân dân trong xã, Ủy ban nhân dân xã xây dựng kế hoạch cụ thể như sau:
muc_td [I.]: MỤC ĐÍCH
gach [-]: Biểu dương người tốt, việc tốt.
gach [-]: Tạo không khí vui tươi, đoàn kết ở từng ấp.
muc_td [II.]: THỜI GIAN, ĐỊA ĐIỂM
khoan [1.]: Thời gian: ngày 19 tháng 8 năm 2024.
khoan [2.]: Địa điểm: Nhà văn hóa ấp Mỹ Chánh.
muc_td [III.]: KINH PHÍ
doan: Lấy từ ngân sách xã, có vận động thêm.
ket: Đề nghị các ngành, các ấp triển khai tốt kế hoạch này./.
noi_nhan_de: Nơi nhận:
noi_nhan: - TT. Đảng ủy;
noi_nhan: - Các ấp;
noi_nhan: - Lưu: VT.
ky_thay_mat: TM. ỦY BAN NHÂN DÂN
ky_chuc_vu: CHỦ TỊCH
"""
)

DANG_UY = said(
    """
co_quan_chu_quan: ĐẢNG BỘ TỈNH AN GIANG
co_quan_ban_hanh: ĐẢNG ỦY CÔNG AN TỈNH
tieu_de_dang: ĐẢNG CỘNG SẢN VIỆT NAM
so_ky_hieu: Số 118-NQ/ĐU
dia_danh_ngay: An Giang, ngày 02 tháng 01 năm 2024
ten_loai: NGHỊ QUYẾT
trich_yeu: lãnh đạo phong trào toàn dân bảo vệ an ninh Tổ quốc năm 2024
muc_td [I.]: TÌNH HÌNH
doan: Năm 2023, cấp ủy các cấp đã quan tâm lãnh đạo phong trào.
muc_td [II.]: NHIỆM VỤ
khoan [1.]: Mỗi chi bộ nhận giúp đỡ một khu dân cư.
khoan [2.]: Đưa kết quả phong trào vào đánh giá cuối năm.
noi_nhan_de: Nơi nhận:
noi_nhan: - Ban Thường vụ Tỉnh ủy (để báo cáo);
noi_nhan: - Lưu: Văn phòng Đảng ủy.
ky_thay_mat: T/M ĐẢNG ỦY
ky_chuc_vu: BÍ THƯ
ky_ho_ten: Lâm Phước Nguyên
"""
)

TRUONG_HOC = said(
    f"""
co_quan_chu_quan: SỞ GIÁO DỤC VÀ ĐÀO TẠO NGHỆ AN
co_quan_ban_hanh: TRƯỜNG THPT CON CUÔNG
{_STATE.strip()}
so_ky_hieu: Số: 06/KH-THPTCC
dia_danh_ngay: Con Cuông, ngày 10 tháng 9 năm 2023
ten_loai: KẾ HOẠCH
trich_yeu: Xây dựng nhà trường “An toàn về an ninh, trật tự” năm học 2023 - 2024
can_cu: Căn cứ Kế hoạch số 55/KH-SGDĐT ngày 25 tháng 8 năm 2023 của Sở Giáo dục và Đào tạo về công tác an ninh trường học;
can_cu: Căn cứ tình hình thực tế của nhà trường.
mo_dau: Nhà trường xây dựng kế hoạch thực hiện như sau:
phan_td [A.]: ĐẶC ĐIỂM TÌNH HÌNH
khoan_td [1/]: Thuận lợi
gach [•]: Được chính quyền địa phương quan tâm.
khoan_td [2/]: Khó khăn
gach [•]: Nhiều học sinh ở xa trường.
phan_td [B.]: NỘI DUNG THỰC HIỆN
khoan_td [1/]: Tuyên truyền
doan: Mỗi tháng một buổi chào cờ nói về một chủ đề.
khoan_td [2/]: Ký cam kết
gach [•]: Học sinh ký với lớp, lớp ký với trường.
ket: Trên đây là kế hoạch của nhà trường, đề nghị các tổ chuyên môn thực hiện./.
noi_nhan_de: Nơi nhận:
noi_nhan: - Sở GD&ĐT (b/c);
noi_nhan: - Các tổ chuyên môn;
noi_nhan: - Lưu: VT.
ky_chuc_vu: HIỆU TRƯỞNG
ky_ho_ten: Lô Văn Thịnh
"""
)

HELD: tuple[Office, ...] = (
    Office("giấy mời", GIAY_MOI, Habit(rules="drawing", wraps=frozenset({"breaks"}))),
    Office("giấy mời tab", GIAY_MOI, Habit("tabs", "vml", wraps=frozenset({"runs"}))),
    Office("nghị quyết", NGHI_QUYET, Habit(rules="vml", fonts="theme")),
    Office("nghị quyết kiểu", NGHI_QUYET, Habit(fonts="style")),
    Office("chỉ thị", CHI_THI, Habit("tabs", "drawing", counted=True)),
    Office("chỉ thị gạch nối", CHI_THI, Habit("spaces", "border"), clean=False),
    Office("quy chế", QUY_CHE, Habit()),
    Office("quy chế VML", QUY_CHE, Habit(rules="vml", wraps=frozenset({"breaks"}))),
    Office("dự thảo", DU_THAO, Habit(rules="drawing", counted=True)),
    Office("dự thảo tab", DU_THAO, Habit("tabs", "vml", "tcvn"), clean=False),
    Office("Đảng ủy", DANG_UY, Habit("tabs", "drawing")),
    Office("trường học", TRUONG_HOC, Habit(rules="vml", wraps=frozenset({"sdt"})), clean=False),
)

BIEN_BAN = said(
    f"""
co_quan_chu_quan: UBND XÃ TÂN HÒA
co_quan_ban_hanh: BAN CHỈ ĐẠO 138
{_STATE.strip()}
so_ky_hieu: Số: 02/BB-BCĐ
dia_danh_ngay: Tân Hòa, ngày 21 tháng 6 năm 2024
ten_loai: BIÊN BẢN
trich_yeu: Họp sơ kết 6 tháng đầu năm 2024
doan: Thời gian bắt đầu: 14 giờ 00, ngày 21 tháng 6 năm 2024.
doan: Địa điểm: Hội trường Ủy ban nhân dân xã.
doan: Thành phần tham dự: các thành viên Ban Chỉ đạo, trưởng các thôn.
doan: Chủ trì: Chủ tịch Ủy ban nhân dân xã.
doan: Nội dung: Công an xã báo cáo kết quả; các thôn thảo luận; chủ trì kết luận.
ket: Cuộc họp kết thúc vào 16 giờ 30 cùng ngày./.
ky_chuc_vu: CHỦ TỌA
ky_ho_ten: Phan Văn Bảy
"""
)

HUONG_DAN = said(
    f"""
co_quan_chu_quan: SỞ NỘI VỤ
co_quan_ban_hanh: BAN THI ĐUA - KHEN THƯỞNG
{_STATE.strip()}
so_ky_hieu: Số: 41/HD-BTĐKT
dia_danh_ngay: Nghệ An, ngày 01 tháng 10 năm 2024
ten_loai: HƯỚNG DẪN
trich_yeu: Lập hồ sơ đề nghị khen thưởng
trich_yeu: phong trào thi đua đặc biệt
can_cu: Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định chi tiết Luật Thi đua, khen thưởng;
can_cu: Thực hiện Kế hoạch số 714/KH-UBND ngày 18 tháng 9 năm 2024 của Ủy ban nhân dân tỉnh phát động phong trào thi đua.
mo_dau: Ban Thi đua - Khen thưởng hướng dẫn như sau:
phan_td [A.]: TIÊU CHUẨN
khoan_td [1.]: Đối với tập thể
diem [a)]: Hoàn thành nhiệm vụ được giao;
diem [b)]: Nội bộ đoàn kết;
diem [c)]: Không có người bị kỷ luật.
khoan_td [2.]: Đối với cá nhân
cong [+]: Có sáng kiến được công nhận.
cong [+]: Được tập thể suy tôn.
phan_td [B.]: HỒ SƠ
khoan_2 [2.1.]: Tờ trình của đơn vị.
khoan_2 [2.2.]: Danh sách theo mẫu.
ngoac [(1)]: Mỗi loại một bản.
ngoac [(2)]: Có chữ ký của thủ trưởng.
ket: Đề nghị các đơn vị gửi hồ sơ đúng hạn./.
noi_nhan_de: Nơi nhận:
noi_nhan: - Các sở, ban, ngành;
noi_nhan: - UBND các huyện, thành phố, thị xã;
noi_nhan: - Trưởng ban (báo cáo);
noi_nhan: - Lưu: VT, NV1.
ky_thay_mat: KT. TRƯỞNG BAN
ky_chuc_vu: PHÓ TRƯỞNG BAN
ky_ho_ten: Hồ Chánh Trực
"""
)

THONG_BAO = said(
    f"""
co_quan_ban_hanh: ỦY BAN NHÂN DÂN
co_quan_ban_hanh: THÀNH PHỐ LONG XUYÊN
{_STATE.strip()}
do_khan: KHẨN
so_ky_hieu: Số: 250/TB-UBND
dia_danh_ngay: Long Xuyên, ngày 11 tháng 01 năm 2024
ten_loai: THÔNG BÁO
trich_yeu: Kết luận của Chủ tịch Ủy ban nhân dân thành phố
trich_yeu: tại cuộc họp về an ninh, trật tự dịp Tết
mo_dau: Ngày 09 tháng 01 năm 2024, Chủ tịch Ủy ban nhân dân thành phố chủ trì cuộc họp. Sau khi nghe các ngành báo cáo, Chủ tịch kết luận:
khoan [1.]: Ghi nhận kết quả của Công an thành phố và các phường, xã.
khoan [2.]: Giao Công an thành phố:
gach [-]: Tăng cường tuần tra vào ban đêm.
gach [-]: Bố trí chốt tại các bến phà.
khoan [3.]: Giao Phòng Tài chính - Kế hoạch lo kinh phí.
ket: Văn phòng thông báo để các đơn vị biết, thực hiện./.
noi_nhan_de: Nơi nhận:
noi_nhan: - TT. Thành ủy;
noi_nhan: - Các phường, xã;
noi_nhan: - Lưu: VT.
ky_thay_mat: TL. CHỦ TỊCH
ky_chuc_vu: CHÁNH VĂN PHÒNG
ky_ho_ten: Trương Phó Đức
"""
)

HELD += (
    Office("biên bản", BIEN_BAN, Habit(rules="drawing")),
    Office("biên bản tab", BIEN_BAN, Habit("tabs", "vml", "theme")),
    Office("hướng dẫn", HUONG_DAN, Habit(rules="vml", wraps=frozenset({"breaks", "sdt"}))),
    Office("hướng dẫn kiểu", HUONG_DAN, Habit("spaces", "border", "style"), clean=False),
    Office("thông báo", THONG_BAO, Habit(rules="drawing", counted=True), clean=False),
    Office("thông báo tab", THONG_BAO, Habit("tabs", "drawing", "tcvn"), clean=False),
)
"""What was written when the reader was done: 430 of its 438 lines had their role at first."""
