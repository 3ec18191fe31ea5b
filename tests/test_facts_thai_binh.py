"""Every fact of the plan that Thái Bình issued for 2024 is in ours: in its data and in print."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import etree

from facts import Fact, copied, found, markers, plain, sections, table, words
from kehoach import compose, plan, render, template
from kehoach.document import Document
from kehoach.values import parse_amount, parse_day

ROOT = Path(__file__).parents[1]
ORIGINAL = ROOT.parent / "shared/seeds/002_e6e3aae60ceb8631.txt"
PLAN = "plans/thai-binh/2024.yaml"
LAYERS = ("plans/base/refs.yaml", "plans/base/antq.yaml", PLAN)
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RUN = 12
"""So many words in a row, each one syllable, that stand in the original are copied."""

CLOSING = {"original": "Nhận Kế hoạch này", "plan": "Các cơ quan, đơn vị, địa phương nhận"}

FACTS = table("""
    [dau]
    blank | /KH-BCĐ
    place | Thái Bình, ngày
    month | tháng 12 năm 2023
    year | năm 2023
    number | 12
    number | 2023
    type | KẾ HOẠCH
    title | Phát động phong trào thi đua toàn dân bảo vệ an ninh Tổ quốc năm 2024
    year | năm 2024
    number | 2024
    name | Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội và xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc tỉnh
    name | Ban Chỉ đạo 138 tỉnh
    number | 138

    [I]
    heading | MỤC TIÊU, YÊU CẦU -> Mục tiêu, yêu cầu
    group | cấp ủy, chính quyền cơ sở
    group | tổ chức chính trị, xã hội -> tổ chức chính trị - xã hội
    group | Thủ trưởng các cơ quan, doanh nghiệp, cơ sở giáo dục -> thủ trưởng cơ quan, doanh nghiệp, cơ sở giáo dục
    group | cán bộ, đảng viên, công chức, viên chức, công nhân, người lao động, đoàn viên, hội viên, học sinh, sinh viên và Nhân dân
    name | thế trận an ninh nhân dân
    name | thế trận quốc phòng toàn dân
    place | địa bàn chiến lược
    place | tuyến biên -> tuyến biển
    place | địa bàn trọng điểm phức tạp về an ninh trật tự -> trọng điểm, phức tạp về an ninh, trật tự
    place | khu, cụm công nghiệp
    name | tự phòng, tự quản, tự bảo vệ, tự hoà giải -> tự phòng, tự quản, tự bảo vệ, tự hòa giải

    [II]
    heading | CHỈ TIÊU, PHẠM VI, ĐỐI TƯỢNG, THỜI GIAN THỰC HIỆN -> Chỉ tiêu, phạm vi, đối tượng, thời gian thực hiện
    percent | 100%
    target | Phần đầu 100% Khu dân cư, xã, phường, thị trấn, cơ quan, doanh nghiệp, cơ sở giáo dục đăng ký -> Phấn đấu 100% khu dân cư, xã, phường, thị trấn, cơ quan, doanh nghiệp, cơ sở giáo dục đăng ký
    quoted | “an toàn về an ninh trật tự” -> “An toàn về an ninh, trật tự”
    quoted | “An toàn về an ninh, trật tự”
    symbol | 16/2022/QĐ-UBND
    date | 01/8/2022
    body | Ủy ban nhân dân tỉnh
    symbol | 510/QĐ-BCA-V05
    date | 20/01/2022
    body | Bộ Công an
    title | quy định Tiêu chí đánh giá, phân loại phong trào toàn dân bảo vệ an ninh Tổ quốc
    percent | 80%
    target | trên 80% thôn, tổ dân phố, xã, phường, thị trấn
    target | trên 80% cơ quan, doanh nghiệp, nhà trường
    percent | 5%
    target | 5% đơn vị đạt phân loại Xuất sắc -> 5% đơn vị đạt loại Xuất sắc
    percent | 50%
    target | 50% đơn vị đạt phân loại Khá -> 50% đơn vị đạt loại Khá
    scope | phát động trên toàn tỉnh -> phát động trong toàn tỉnh
    group | lực lượng Công an các cấp -> Công an các cấp
    target | 100% cán bộ, công chức, viên chức, công nhân, người lao động, đoàn viên, hội viên, học sinh, sinh viên ký cam kết
    group | Các sở, ban, ngành, đoàn thể
    target | 100% các xã, phường, thị trấn -> 100% xã, phường, thị trấn
    name | Ban Chỉ đạo 138 các huyện, thành phố
    number | 138
    group | Ủy ban nhân dân các xã, phường, thị trấn
    month | tháng 01/2024
    month | tháng 12/2024
    period | Từ tháng 01/2024 đến tháng 12/2024 -> từ tháng 01/2024 đến tháng 12/2024
    group | tổ chức chính trị - xã hội, tôn giáo, cơ sở giáo dục
    group | doanh nghiệp có tư cách pháp nhân thuộc mọi thành phần kinh tế
    group | Ban bảo vệ dân phố
    group | mô hình quần chúng tự quản
    group | Công an xã (không thuộc lực lượng Công an chính quy) -> Công an xã không thuộc lực lượng Công an chính quy
    group | Bảo vệ dân phố hiện đang công tác -> Bảo vệ dân phố đang công tác
    group | lực lượng Công an nhân dân, Quân đội nhân dân
    group | cán bộ, công chức, viên chức, nhân viên, người lao động, học sinh, sinh viên
    group | Trung ương, tỉnh hoặc cấp huyện, thành phố

    [III]
    heading | NỘI DUNG TRỌNG TÂM -> Nội dung trọng tâm
    symbol | 44-KL/TW
    date | 22/01/2019
    ref | Kết luận số 44-KL/TW ngày 22/01/2019 của Ban Bí thư Trung ương Đảng về tiếp tục đẩy mạnh thực hiện Chỉ thị số 09-CT/TW ngày 01/12/2011 của Ban Bí thư (khóa XI) -> Kết luận số 44-KL/TW ngày 22/01/2019 của Ban Bí thư Trung ương Đảng về tiếp tục đẩy mạnh thực hiện Chỉ thị số 09-CT/TW ngày 01/12/2011 của Ban Bí thư Trung ương Đảng (khóa XI)
    symbol | 09-CT/TW
    date | 01/12/2011
    ordinal | khóa XI
    quoted | “Tăng cường sự lãnh đạo của Đảng đối với phong trào toàn dân bảo vệ an ninh Tổ quốc trong tình hình mới”
    symbol | 48/CT/TW -> 48-CT/TW
    ref | Chỉ thị số 48/CT/TW của Bộ Chính trị -> Chỉ thị số 48-CT/TW ngày 22/10/2010 của Bộ Chính trị
    quoted | “Tăng cường sự lãnh đạo của Đảng đối với công tác phòng, chống tội phạm trong tình hình mới”
    symbol | 43-KL/TW
    date | 07/01/2019
    ref | Kết luận số 43-KL/TW ngày 07/01/2019 của Ban Bí thư Trung ương Đảng
    symbol | 25- NQ/TW -> 25-NQ/TW
    date | 03/6/2013
    ordinal | khóa (XI) -> khóa XI
    ref | Nghị quyết 25- NQ/TW ngày 03/6/2013 của Ban chấp hành Trung ương khóa (XI) -> Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Ban Chấp hành Trung ương Đảng (khóa XI)
    quoted | “Tăng cường và đổi mới sự lãnh đạo của Đảng đối với công tác Dân vận trong tình hình mới” -> “Tăng cường và đổi mới sự lãnh đạo của Đảng đối với công tác dân vận trong tình hình mới”
    symbol | 07/CT-BCA-V28
    date | 15/8/2014
    ref | Chỉ thị số 07/CT-BCA-V28 ngày 15/8/2014 -> Chỉ thị số 07/CT-BCA-V28 ngày 15/8/2014 của Bộ Công an
    quoted | “Về đẩy mạnh phong trào toàn dân bảo vệ an ninh Tổ quốc trong cơ quan, doanh nghiệp, nhà trường đáp ứng yêu cầu nhiệm vụ đảm bảo an ninh, trật tự trong tình hình mới” -> về “Đẩy mạnh phong trào toàn dân bảo vệ an ninh Tổ quốc trong cơ quan, doanh nghiệp, nhà trường đáp ứng yêu cầu nhiệm vụ đảm bảo an ninh, trật tự trong tình hình mới”
    symbol | 09/CT- BCA-V28 -> 09/CT-BCA-V28
    date | 19/8/2014
    ref | Chỉ thị số 09/CT- BCA-V28 ngày 19/8/2014 của Bộ Công an -> Chỉ thị số 09/CT-BCA-V28 ngày 19/8/2014 của Bộ Công an
    quoted | “Về đẩy mạnh phong trào toàn dân bảo vệ an ninh Tổ quốc trong đồng bào các tôn giáo” -> về “Đẩy mạnh phong trào toàn dân bảo vệ an ninh Tổ quốc trong đồng bào các tôn giáo”
    name | Chương trình mục tiêu quốc gia xây dựng nông thôn mới, nông thôn mới nâng cao, nông thôn mới kiểu mẫu
    quoted | “Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh”
    symbol | 510/QĐ-BCA-V05
    date | 20/01/2022 @II
    ref | Quyết định 510/QĐ-BCA-V05 ngày 20/01/2022 của Bộ Công an -> Quyết định số 510/QĐ-BCA-V05 ngày 20/01/2022 của Bộ Công an @II
    symbol | 17-TT/TU
    date | 11/5/2012
    ref | Thông tri số 17-TT/TU ngày 11/5/2012 của Ban Thường vụ Tỉnh ủy
    quoted | “Về tăng cường sự lãnh đạo của Đảng đối với phong trào toàn dân bảo vệ an ninh Tổ quốc trong tình hình mới” -> về “Tăng cường sự lãnh đạo của Đảng đối với phong trào toàn dân bảo vệ an ninh Tổ quốc trong tình hình mới”
    symbol | 21-CT/TU
    date | 22/3/2023
    ref | Chỉ thị số 21-CT/TU ngày 22/3/2023 của Ban Thường vụ Tỉnh ủy về xây dựng Công an phường điển hình, kiểu mẫu về an ninh trật tự và văn minh đô thị
    symbol | 55/KH-UBND
    date | 10/4/2023
    ref | Kế hoạch số 55/KH-UBND ngày 10/4/2023 của Ủy ban nhân dân tỉnh về xây dựng xã, phường, thị trấn, cơ quan, doanh nghiệp, cơ sở giáo dục điển hình về phong trào toàn dân bảo vệ an ninh Tổ quốc
    symbol | 124/2021/TT-BCA
    date | 28/12/2021
    ref | Thông tư 124/2021/TT-BCA ngày 28/12/2021 của Bộ Công an -> Thông tư số 124/2021/TT-BCA ngày 28/12/2021 của Bộ Công an
    symbol | 16/2022/QĐ-UBND
    date | 01/8/2022 @II
    ref | Quyết định số 16/2022/QĐ-UBND ngày 01/8/2022 của UBND tỉnh Thái Bình -> Quyết định số 16/2022/QĐ-UBND ngày 01/8/2022 của Ủy ban nhân dân tỉnh @II
    title | quy định về khu dân cư, xã, phường, thị trấn, cơ quan, doanh nghiệp, cơ sở giáo dục đạt tiêu chuẩn
    quoted | “An toàn về an ninh, trật tự”
    quoted | “Tự quản, tự phòng, tự bảo vệ, tự hòa giải”
    quoted | “Toàn dân bảo vệ an ninh Tổ quốc”
    quoted | “Toàn dân đoàn kết xây dựng đời sống văn hóa ở khu dân cư”
    quoted | “Cả nước chung sức xây dựng nông thôn mới, đô thị văn minh”
    quoted | “Toàn dân tham gia bảo vệ chủ quyền lãnh thổ, an ninh biên giới quốc gia”
    quoted | “gương người tốt, việc tốt”
    group | tổ tuyên truyền lưu động
    symbol | 731/QĐ- UBND -> 731/QĐ-UBND
    date | 16/3/2018
    ref | Quyết định 731/QĐ- UBND ngày 16/3/2018 của Ủy ban nhân dân tỉnh ban hành Đề án -> Quyết định số 731/QĐ-UBND ngày 16/3/2018 của Ủy ban nhân dân tỉnh ban hành Đề án
    title | Đề án xây dựng, duy trì, nhân rộng mô hình, điển hình tiên tiến trong phong trào toàn dân bảo vệ an ninh Tổ quốc góp phần xã hội hóa nhiệm vụ đảm bảo an ninh trật tự, giữ vững ổn định chính trị từ cơ sở trên địa bàn tỉnh Thái Bình
    name | mô hình Camera an ninh
    place | khu du lịch tâm linh, cơ sở tín ngưỡng, tôn giáo
    group | Các sở, ban, ngành
    name | Ban Chỉ đạo 138 các huyện, thành phố
    number | 138
    quoted | “Công an phường điển hình, kiểu mẫu về an ninh trật tự và văn minh đô thị”
    name | Bộ Tiêu chí
    quoted | “Ngày hội toàn dân bảo vệ an ninh Tổ quốc-19/8” -> “Ngày hội toàn dân bảo vệ an ninh Tổ quốc - 19/8”
    day | 19/8
    period | hàng năm -> Hằng năm
    quoted | “Toàn dân đoàn kết xây dựng đời sống văn hóa”
    quoted | “Dân vận khéo”
    quoted | “điểm”
    group | Công an xã bán chuyên trách, Bảo vệ dân phố, dân phòng -> Công an xã bán chuyên trách, bảo vệ dân phố, dân phòng
    name | thể trận an ninh nhân dân -> thế trận an ninh nhân dân
    name | thể trận quốc phòng toàn dân -> thế trận quốc phòng toàn dân
    place | khu công nghiệp, khu kinh tế trọng điểm
    year | năm 2024
    number | 2024
    percent | 80%
    target | Phân đấu năm 2024, có 80% xã, huyện, thành phố trở lên -> Phấn đấu trong năm 2024, từ 80% trở lên số xã, huyện, thành phố
    title | tiêu chí về an ninh, trật tự trong xây dựng nông thôn mới

    [IV]
    heading | TIÊU CHUẨN VÀ HÌNH THỨC KHEN THƯỞNG -> Tiêu chuẩn và hình thức khen thưởng
    group | Đối với tập thể Ban bảo vệ dân phố
    group | Đối với tập thể nhân dân, cán bộ khu dân cư, xã, phường, thị trấn
    group | Đối với tập thể cán bộ, công nhân viên các cơ quan, các tổ chức chính trị - xã hội, tôn giáo, cơ sở giáo dục; các doanh nghiệp -> Đối với tập thể cán bộ, công nhân viên của cơ quan, tổ chức chính trị - xã hội, tôn giáo, cơ sở giáo dục, doanh nghiệp
    group | Công an xã bán chuyên trách, Bảo vệ dân phố -> Công an xã bán chuyên trách, bảo vệ dân phố
    group | Cá nhân là quân chúng nhân dân -> Đối với quần chúng nhân dân
    name | tin nhiệm -> tín nhiệm
    group | cán bộ, công chức, viên chức, nhân viên, người lao động, học sinh, sinh viên của các cơ quan, doanh nghiệp, cơ sở giáo dục -> cán bộ, công chức, viên chức, nhân viên, người lao động, học sinh, sinh viên của cơ quan, doanh nghiệp, cơ sở giáo dục
    name | quy chế dân chủ cơ sở
    name | Nghị quyết liên tịch
    name | đạt loại khá trở lên -> được phân loại từ khá trở lên
    quoted | “An toàn về ANTT” -> “An toàn về an ninh, trật tự”
    quoted | “An toàn về an ninh, trật tự”
    quoted | “Cờ thi đua xuất sắc”
    quota | 02 tập thể
    number | 02
    body | Chủ tịch Ủy ban nhân dân tỉnh
    quoted | “Toàn dân bảo vệ ANTQ” -> “Toàn dân bảo vệ an ninh Tổ quốc”
    quoted | “Toàn dân bảo vệ an ninh Tổ quốc”
    name | phong trào phòng chống tội phạm và tệ nạn xã hội -> phong trào phòng, chống tội phạm và tệ nạn xã hội
    award | Bằng khen của Bộ trưởng Bộ Công an
    award | Bằng khen của Chủ tịch UBND tỉnh -> Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh
    award | Giấy khen của Giám đốc Công an tỉnh
    award | Giấy khen của Chủ tịch UBND cấp huyện -> Giấy khen của Chủ tịch Ủy ban nhân dân cấp huyện
    quota | 02 “Cờ thi đua xuất sắc”
    quoted | “Thi đua xuất sắc”
    number | 1
    number | 2
    award | (1) Cờ “Thi đua xuất sắc” phong trào toàn dân bảo vệ an ninh Tổ quốc
    award | (2) Cờ “Thi đua xuất sắc” phong trào phòng chống tội phạm -> (2) Cờ “Thi đua xuất sắc” phong trào phòng, chống tội phạm
    award | Theo hướng dẫn của Bộ Công an -> theo hướng dẫn của Bộ Công an
    quota | Không vượt quá 15 tập thể, cá nhân -> không vượt quá 15 tập thể, cá nhân
    number | 15
    award | do Giám đốc Công an tỉnh quyết định
    award | do Chủ tịch Ủy ban nhân dân cấp huyện quyết định

    [V]
    heading | TỔ CHỨC THỰC HIỆN -> Tổ chức thực hiện
    name | Căn cứ Kế hoạch này -> căn cứ Kế hoạch này
    group | các sở, ban, ngành, đoàn thể -> Các sở, ban, ngành, đoàn thể
    group | Ủy ban nhân dân huyện, thành phố, Ban Chỉ đạo 138 huyện, thành phố -> Ủy ban nhân dân, Ban Chỉ đạo 138 các huyện, thành phố
    number | 138
    year | năm 2024
    number | 2024
    body | cơ quan thường trực Ban Chỉ đạo 138 tỉnh (Công an tỉnh) -> Công an tỉnh, cơ quan thường trực Ban Chỉ đạo 138 tỉnh
    date | 15/01/2024
    deadline | trước ngày 15/01/2024
    body | báo cáo Bộ Công an, Tỉnh ủy, Ủy ban nhân dân tỉnh
    body | Công an tỉnh, Ủy ban mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức thành viên -> Công an tỉnh, Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh cùng các tổ chức thành viên
    symbol | 07/CTrPH-BCA-MTTW
    date | 17/10/2023
    ref | Chương trình phối hợp số 07/CTrPH-BCA-MTTW ngày 17/10/2023 -> Chương trình phối hợp số 07/CTrPH-BCA-MTTW ngày 17/10/2023 của Bộ Công an và Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
    quoted | “Đẩy mạnh phong trào toàn dân bảo vệ an ninh Tổ quốc trong tình hình mới”
    years | 2023-2033
    name | Hội nghị biểu dương
    body | Ban Thi đua - Khen thưởng, Sở Nội vụ
    body | Chủ tịch Ủy ban nhân dân tỉnh

    [cuoi]
    body | Giao Công an tỉnh -> Công an tỉnh hướng dẫn, đôn đốc, theo dõi
    body | báo cáo Bộ Công an, Ủy ban nhân dân tỉnh
    end | ./.
    recipient | Cục V05 - Bộ Công an;
    recipient | Chủ tịch, các PCT UBND tỉnh;
    recipient | Các sở, ban, ngành, đoàn thể tỉnh;
    recipient | Thành viên Ban chỉ đạo 138 tỉnh; -> Thành viên Ban Chỉ đạo 138 tỉnh;
    number | 138
    recipient | Huyện ủy, Thành ủy;
    recipient | UBND huyện, thành phố -> UBND huyện, thành phố;
    recipient | Ban Chỉ đạo 138 huyện, thành phố;
    recipient | Lưu: VT, NCKS.
    signature | TM. BAN CHỈ ĐẠO
    signature | TRƯỞNG BAN
    signature | PHÓ CHỦ TỊCH UBND TỈNH
    signature | Lại Văn Hoàn
""")  # noqa: E501

OUTLINE = """
    I. - - -
    II. 1. - - - 2. 2.1. - - 2.2. 3. 3.1. 3.2.
    III. 1. 2. 3. 4. 5. 6.
    IV. 1. 1.1. 1.1.1. - - - 1.1.2. - - - - - 1.1.3. - - - - -
        1.2. 1.2.1. - - 1.2.2. - - 1.2.3. - - -
        2. - - - - - 3. - - - - -
    V. 1. 2. 3.
"""
"""The markers of the text; the original has 2.2.3. for 1.2.3."""

NAMES = (
    "khu dân cư, xã, phường, thị trấn, cơ quan, doanh nghiệp, cơ sở giáo dục",
    "khu dân cư, xã, phường, thị trấn",
    "xã, phường, thị trấn, cơ quan, doanh nghiệp, cơ sở giáo dục",
    "cơ quan, doanh nghiệp, cơ sở giáo dục",
    "cán bộ, công chức, viên chức, nhân viên, người lao động, học sinh, sinh viên",
    "công chức, viên chức, công nhân, người lao động, đoàn viên, hội viên, học sinh, sinh viên",
    "tổ chức chính trị - xã hội, tôn giáo, cơ sở giáo dục",
    "doanh nghiệp có tư cách pháp nhân thuộc mọi thành phần kinh tế",
    "Công an xã bán chuyên trách, bảo vệ dân phố, dân phòng",
    "Trung ương, tỉnh hoặc cấp huyện, thành phố quản lý",
    "Ủy ban nhân dân tỉnh",
    "Bộ Công an, Tỉnh ủy, Ủy ban nhân dân tỉnh",
    "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
    "đường lối, chủ trương của Đảng, chính sách, pháp luật của Nhà nước",
    "chính sách, pháp luật của Nhà nước",
    "phong trào thi đua toàn dân bảo vệ an ninh Tổ quốc",
    "phong trào toàn dân bảo vệ an ninh Tổ quốc",
    "phong trào phòng, chống tội phạm và tệ nạn xã hội",
    "Cờ “Thi đua xuất sắc”",
    "Bằng khen của Bộ trưởng Bộ Công an",
    "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh",
    "Giấy khen của Giám đốc Công an tỉnh",
    "Giấy khen của Chủ tịch Ủy ban nhân dân cấp huyện",
    "Giám đốc Công an tỉnh",
    "Chủ tịch Ủy ban nhân dân cấp huyện",
    "phát động phong trào thi đua toàn dân bảo vệ an ninh Tổ quốc năm 2024",
    "an ninh chính trị, trật tự an toàn xã hội",
    "Chương trình mục tiêu quốc gia xây dựng nông thôn mới, nông thôn mới nâng cao, "
    "nông thôn mới kiểu mẫu",
    "tiêu chí về an ninh, trật tự trong xây dựng nông thôn mới",
    "Công an phường điển hình, kiểu mẫu về an ninh trật tự và văn minh đô thị",
    "Chỉ tiêu, phạm vi, đối tượng, thời gian thực hiện",
)
"""Lists of groups, names and headings that no sentence could put otherwise."""


def _numeric(text: str) -> str:
    day = parse_day(text)
    assert day
    return day.numeric()


def _citations(data: dict[str, Any]) -> Iterator[str]:
    for ref in data["refs"].values():
        yield f"{ref['type']} số {ref['no']} ngày {_numeric(ref['date'])} của {ref['by']}"


def _dates(data: dict[str, Any]) -> Iterator[str]:
    yield from (_numeric(ref["date"]) for ref in data["refs"].values())
    yield from (_numeric(deadline["before"]) for deadline in data["deadlines"].values())


def _months(data: dict[str, Any]) -> Iterator[str]:
    yield from (f"tháng {_numeric(end)}" for end in data["duration"].split(".."))
    year, month = data["date"].split("-")
    yield f"tháng {month} năm {year}"


def _quoted(data: dict[str, Any]) -> Iterator[str]:
    texts = [ref["title"] for ref in data["refs"].values()]
    texts += [*data["terms"].values(), data["body"]]
    texts += [form["form"] for form in data["award_forms"].values()]
    return (words for text in texts for kind, words in found(text) if kind == "quoted")


def _amounts(data: dict[str, Any]) -> Iterator[str]:
    for target in data["targets"].values():
        amount = parse_amount(target["value"])
        assert amount
        yield f"{amount.number}%"


TYPED: dict[str, Callable[[dict[str, Any]], Iterable[str]]] = {
    "symbol": lambda data: (ref["no"] for ref in data["refs"].values()),
    "blank": lambda data: [f"/KH-{data['issuer']['symbol']}"],
    "ref": _citations,
    "date": _dates,
    "month": _months,
    "year": lambda data: [f"năm {data['year']}", f"năm {data['date'][:4]}"],
    "percent": _amounts,
    "target": lambda data: (target["value"] for target in data["targets"].values()),
    "quoted": _quoted,
    "quota": lambda data: (form["quota"] for form in data["award_forms"].values()),
    "deadline": lambda data: (_numeric(one["before"]) for one in data["deadlines"].values()),
    "recipient": lambda data: data["recipients"].splitlines(),
    "signature": lambda data: data["signature"][0].values(),
}
"""Kind of a fact to the words of the data, one of which stands in every fact of that kind."""


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    """The plan's facts as typed in its three layers, all scalars text."""
    merged: dict[str, Any] = {}
    for path in LAYERS:
        layer = yaml.load((ROOT / path).read_text("utf-8"), yaml.BaseLoader)
        for key, value in layer.items():
            merged[key] = merged.get(key, {}) | value if isinstance(value, dict) else value
    return merged


@pytest.fixture(scope="module")
def document() -> Document:
    """The plan's document, made without a finding."""
    loaded, findings = plan.load(PLAN, lambda path: (ROOT / path).read_bytes())
    assert not findings
    assert loaded
    composed, findings = compose.compose(loaded)
    assert not findings
    assert composed
    return composed


def printed(document: Document) -> list[str]:
    return [
        f"{block.marker.label} {block.text}" if block.marker else block.text
        for block in document.blocks
    ]


@pytest.fixture(scope="module")
def text(document: Document) -> dict[str, str]:
    return sections(printed(document), CLOSING["plan"])


@pytest.fixture(scope="module")
def original() -> list[str]:
    if not ORIGINAL.exists():
        pytest.skip("the original document is not beside the repository")
    return ORIGINAL.read_text("utf-8").splitlines()


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: f"{fact.section}-{fact.printed[:40]}")
def test_a_fact_is_printed_in_its_section(fact: Fact, text: dict[str, str]) -> None:
    assert fact.printed in text[fact.where]


@pytest.mark.parametrize("kind", TYPED)
def test_facts_of_a_kind_are_typed_data(kind: str, data: dict[str, Any]) -> None:
    known = set(TYPED[kind](data))
    printed = [fact.printed for fact in FACTS if fact.kind == kind]
    assert printed
    assert [words for words in printed if not any(one in words for one in known)] == []


def test_every_fact_is_in_the_word_file(document: Document) -> None:
    path = "templates/ke-hoach.docx"
    compiled, findings = template.compile_template((ROOT / path).read_bytes(), path)
    assert not findings
    assert compiled
    data, findings = render.render(compiled, document, {})
    assert not findings
    assert data
    text = plain("\n".join(_paragraphs(data)))
    assert [fact.printed for fact in FACTS if fact.printed not in text] == []


def _paragraphs(data: bytes) -> Iterator[str]:
    """Yield the words of each paragraph of a Word file's main part."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    for paragraph in root.iter(f"{WORD}p"):
        yield "".join(text.text or "" for text in paragraph.iter(f"{WORD}t"))


def test_the_outline_is_that_of_the_original(document: Document) -> None:
    lines = printed(document)
    end = next(i for i, line in enumerate(lines) if line.startswith(CLOSING["plan"]))
    assert markers(lines[:end]) == OUTLINE.split()


def test_the_table_holds_all_that_a_search_finds(original: list[str]) -> None:
    listed = {(fact.section, fact.kind, fact.original) for fact in FACTS}
    seen = {
        (section, kind, words)
        for section, text in sections(original, CLOSING["original"]).items()
        for kind, words in found(text)
    }
    assert len(seen) > 90
    assert sorted(seen - listed) == []


def test_the_table_is_true_to_the_original(original: list[str]) -> None:
    text = sections(original, CLOSING["original"])
    missing = [fact for fact in FACTS if fact.original not in text[fact.section]]
    assert missing == []


def test_the_outline_is_true_to_the_original(original: list[str]) -> None:
    end = next(i for i, line in enumerate(original) if line.startswith(CLOSING["original"]))
    corrected = ["1.2.3." if marker == "2.2.3." else marker for marker in markers(original[:end])]
    assert corrected == OUTLINE.split()


def test_the_sentences_are_our_own(
    original: list[str], document: Document, data: dict[str, Any]
) -> None:
    titles = [re.sub(r"{{.*?}}", "", ref["title"]) for ref in data["refs"].values()]
    names = [*NAMES, *titles, *_citations(data), *data["terms"].values(), *data["issuer"].values()]
    assert copied(words(original, names), words(printed(document), names), RUN) == []
