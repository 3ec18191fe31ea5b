"""Every fact that was told of Bình Phước's plan for 2019 is in ours: in its data and in print."""

from __future__ import annotations

from facts import table
from retold import Report, Retold

FACTS = table("""
    [dau]
    symbol | 09/KH-UBND
    date | 15/01/2019 -> ngày 15 tháng 01 năm 2019
    body | Ủy ban nhân dân tỉnh
    title | tổ chức thực hiện phong trào thi đua “Toàn dân bảo vệ an ninh Tổ quốc” trên địa bàn tỉnh Bình Phước năm 2019
    quoted | “Toàn dân bảo vệ an ninh Tổ quốc”
    year | năm 2019
    number | 2019

    [I]
    group | cả hệ thống chính trị -> của cả hệ thống chính trị
    group | các tầng lớp nhân dân
    purpose | đảm bảo an ninh chính trị, giữ gìn trật tự, an toàn xã hội -> giữ vững an ninh chính trị, trật tự, an toàn xã hội
    purpose | phát hiện, biểu dương, khen thưởng và nhân rộng các điển hình tiên tiến -> Phát hiện điển hình tiên tiến để biểu dương, khen thưởng, nhân rộng
    purpose | tạo động lực -> động lực cho phong trào thi đua

    [II]
    symbol | 09-CT/TW
    date | 01/12/2011
    ordinal | khóa XI
    ref | Chỉ thị số 09-CT/TW, ngày 01/12/2011 của Ban Bí thư Trung ương Đảng (khóa XI) -> Chỉ thị số 09-CT/TW ngày 01/12/2011 của Ban Bí thư Trung ương Đảng (khóa XI)
    quoted | “Tăng cường sự lãnh đạo của Đảng đối với phong trào Toàn dân bảo vệ an ninh Tổ quốc trong tình hình mới” -> “Tăng cường sự lãnh đạo của Đảng đối với phong trào toàn dân bảo vệ an ninh Tổ quốc trong tình hình mới”
    symbol | 28-NQ/TW
    date | 25/10/2013
    ref | Nghị quyết số 28-NQ/TW, ngày 25/10/2013 của Ban Chấp hành Trung ương Đảng (khóa XI) -> Nghị quyết số 28-NQ/TW ngày 25/10/2013 của Ban Chấp hành Trung ương Đảng (khóa XI)
    quoted | “Chiến lược bảo vệ Tổ quốc trong tình hình mới”
    symbol | 46-CT/TW
    date | 22/6/2015
    ref | Chỉ thị số 46-CT/TW, ngày 22/6/2015 của Bộ Chính trị (khóa XI) -> Chỉ thị số 46-CT/TW ngày 22/6/2015 của Bộ Chính trị (khóa XI)
    quoted | “Tăng cường sự lãnh đạo của Đảng đối với công tác đảm bảo an ninh, trật tự trong tình mới” -> “Tăng cường sự lãnh đạo của Đảng đối với công tác đảm bảo an ninh, trật tự trong tình hình mới”
    symbol | 28/CT-TTg
    date | 30/6/2017
    ref | Chỉ thị số 28/CT-TTg, ngày 30/6/2017 của Thủ tướng Chính phủ -> Chỉ thị số 28/CT-TTg ngày 30/6/2017 của Thủ tướng Chính phủ
    quoted | “Tăng cường đảm bảo an ninh, trật tự trong tình hình mới”
    ref | các Chỉ thị của Bộ Công an -> chỉ thị của Bộ Công an
    ref | Chương trình, Kế hoạch của Tỉnh ủy, UBND tỉnh -> chương trình, kế hoạch của Tỉnh ủy, Ủy ban nhân dân tỉnh
    task | công tác đấu tranh phòng, chống tội phạm, tệ nạn xã hội -> đấu tranh phòng, chống tội phạm, tệ nạn xã hội
    task | Nghiên cứu đổi mới -> Nghiên cứu, đổi mới
    group | các lực lượng nòng cốt ở cơ sở -> lực lượng nòng cốt ở cơ sở
    task | các mô hình quần chúng tự quản về an ninh trật tự -> mô hình quần chúng tự quản về an ninh, trật tự
    place | từng khu dân cư, cơ quan, đơn vị -> mỗi khu dân cư, cơ quan, đơn vị
    quoted | “Dân biết, dân bàn, dân làm, dân kiểm tra”
    quoted | “Tự quản, tự phòng, tự bảo vệ”
    task | tuyên truyền, phổ biến, giáo dục
    group | có nguy cơ cao vi phạm pháp luật, tệ nạn xã hội -> có nguy cơ cao vi phạm pháp luật, mắc tệ nạn xã hội
    quoted | “Toàn dân bảo vệ an ninh Tổ quốc”
    quoted | “Toàn dân đoàn kết xây dựng đời sống văn hóa ở khu dân cư”
    quoted | “Toàn tỉnh chung sức xây dựng nông thôn mới, đô thị văn minh”
    quoted | “Toàn dân tham gia bảo vệ chủ quyền lãnh thổ, an ninh biên giới quốc gia”
    task | kinh tế - văn hóa - xã hội -> kinh tế, văn hóa, xã hội
    task | quốc phòng - an ninh
    task | an sinh xã hội
    group | Các cấp, các ngành, từng cơ quan, đơn vị -> Mỗi cấp, mỗi ngành, mỗi cơ quan, đơn vị
    task | chương trình, kế hoạch thực hiện công tác đảm bảo an ninh trật tự -> chương trình, kế hoạch bảo đảm an ninh, trật tự
    task | chỉ tiêu cụ thể

    [III]
    period | Hàng năm -> hằng năm
    group | các địa phương, đơn vị
    percent | 75%
    target | ít nhất 75% trên tổng số hộ dân -> ít nhất 75% tổng số hộ dân
    percent | 100%
    target | 100% đến cán bộ, đảng viên, công chức, viên chức, người lao động, học sinh, sinh viên -> 100% cán bộ, đảng viên, công chức, viên chức, người lao động, học sinh, sinh viên
    target | ít nhất 75% khu dân cư, xã , phường, thị trấn, cơ quan, doanh nghiệp, nhà trường -> ít nhất 75% khu dân cư, xã, phường, thị trấn, cơ quan, doanh nghiệp, nhà trường
    quoted | “An toàn về an ninh, trật tự”
    number | 01
    target | Mỗi xã, phường, thị trấn xây dựng được ít nhất 01 mô hình -> Mỗi xã, phường, thị trấn: xây dựng ít nhất 01 mô hình
    target | củng cố được 75% mô hình -> củng cố 75% số mô hình
    task | Nhân dân tham gia phòng, chống tội phạm, tệ nạn xã hội -> phòng, chống tội phạm, tệ nạn xã hội có Nhân dân tham gia
    task | tuyên truyền công tác phòng, chống tội phạm, tệ nạn xã hội -> và việc phòng, chống tội phạm, tệ nạn xã hội
    target | mỗi cơ quan, doanh nghiệp, nhà trường xây dựng hoặc củng cố được ít nhất 01 mô hình -> Mỗi cơ quan, doanh nghiệp, nhà trường: có ít nhất 01 mô hình
    quoted | “Tự quản, tự phòng, tự bảo vệ về an ninh, trật tự”
""")  # noqa: E501


class TestBinhPhuoc2019(Retold):
    """Kế hoạch số 09/KH-UBND ngày 15/01/2019."""

    report = Report(
        plan="plans/binh-phuoc/2019.yaml",
        file="003_ff6c5f28187a0c5c.txt",
        told=("Với mục đích", "công tác chuyên môn."),
        closing="Trong quá trình thực hiện",
        facts=tuple(FACTS),
        districts=11,
        # Numbers of the report's own points.
        left_out=frozenset(("number", one) for one in "12345"),
        names=(
            "đường lối của Đảng, chính sách, pháp luật của Nhà nước",
            "phong trào thi đua “Toàn dân bảo vệ an ninh Tổ quốc” trên địa bàn tỉnh Bình Phước "
            "năm 2019",
            "cán bộ, đảng viên, công chức, viên chức, người lao động, học sinh, sinh viên",
            "khu dân cư, xã, phường, thị trấn, cơ quan, doanh nghiệp, nhà trường",
            "đấu tranh phòng, chống tội phạm, tệ nạn xã hội",
        ),
    )
