"""Every fact that was told of Nghệ An's plan 714/KH-UBND is in ours: in its data and in print."""

from __future__ import annotations

import datetime

from facts import table
from kehoach import units
from kehoach.values import parse_period
from retold import Report, Retold

FACTS = table("""
    [dau]
    symbol | 714/KH-UBND
    number | 714
    date | 18/9/2024 -> ngày 18 tháng 9 năm 2024
    body | UBND tỉnh -> Ủy ban nhân dân tỉnh
    title | phát động phong trào thi đua đặc biệt trong lực lượng tham gia bảo vệ an ninh, trật tự cơ sở -> Phát động phong trào thi đua đặc biệt trong lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở

    [I]
    purpose | tạo khí thế thi đua sôi nổi -> Tạo khí thế thi đua sôi nổi
    purpose | động viên, khích lệ, cổ vũ lực lượng tham gia bảo vệ an ninh trật tự ở cơ sở -> động viên, cổ vũ, khích lệ lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở
    purpose | vượt qua mọi khó khăn, thử thách -> vượt khó khăn, thử thách
    purpose | hoàn thành xuất sắc nhiệm vụ
    purpose | hỗ trợ lực lượng Công an xã nắm tình hình -> Hỗ trợ Công an xã nắm tình hình
    purpose | chủ động phòng ngừa, tấn công trấn áp tội phạm -> chủ động phòng ngừa và tấn công, trấn áp tội phạm
    purpose | phong trào toàn dân bảo vệ an ninh Tổ quốc
    purpose | thế trận an ninh nhân dân
    ref | Luật lực lượng tham gia bảo vệ an ninh trật tự ở cơ sở -> Luật Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở
    ref | quy định của Bộ Công an về bảo vệ an ninh trật tự -> quy định của Bộ Công an trong lĩnh vực an ninh, trật tự
    task | đẩy mạnh công tác tuyên truyền, phổ biến, hướng dẫn -> Đẩy mạnh tuyên truyền, phổ biến, hướng dẫn
    task | Kịp thời phát hiện, bồi dưỡng, xây dựng, nhân rộng các điển hình tiên tiến -> kịp thời phát hiện, bồi dưỡng, nhân rộng điển hình tiên tiến
    quoted | “người tốt, việc tốt”
    task | cách làm hay, sáng tạo, phát huy hiệu quả
    task | biểu dương, khen thưởng các tập thể, cá nhân có thành tích xuất sắc -> biểu dương, khen thưởng tập thể, cá nhân có thành tích xuất sắc
    task | nghiêm túc, thiết thực, hiệu quả
    task | sức lan tỏa mạnh mẽ

    [II]
    group | lực lượng tham gia bảo vệ an ninh trật tự ở cơ sở -> Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở
    date | 18/9/2024
    date | 19/8/2025
    period | từ ngày 18/9/2024 đến ngày 19/8/2025
    quoted | “Lực lượng mới, khí thế mới, thi đua bảo đảm an ninh, trật tự ở cơ sở trong tình hình mới”
    number | 02
    phase | 02 đợt
    phase | Đợt 1: từ ngày 18/9/2024 đến ngày 03/02/2025
    number | 1
    number | 95
    date | 03/02/2025
    date | 03/02/1930
    quoted | “Thi đua lập thành tích chào mừng kỷ niệm 95 năm ngày thành lập Đảng cộng sản Việt Nam (03/02/1930-03/02/2025)” -> “Thi đua lập thành tích chào mừng kỷ niệm 95 năm ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930-03/02/2025)”
    phase | Đợt 2: từ ngày 04/02/2025 đến ngày 19/8/2025
    number | 2
    number | 80
    number | 20
    date | 04/02/2025
    date | 19/8/1945
    date | 02/9/1945
    date | 02/9/2025
    date | 19/8/2005
    theme | Thi đua lập thành tích chào mừng kỷ niệm 80 năm Cách mạng tháng Tám thành công (19/8/1945-19/8/2025) và Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam (02/9/1945-02/9/2025), kỷ niệm 80 năm ngày truyền thống Công an nhân dân Việt Nam (19/8/1945-19/8/2025) và 20 năm ngày hội toàn dân bảo vệ an ninh Tổ quốc (19/8/2005-19/8/2025)

    [III]
    content | nắm tình hình an ninh, trật tự
    content | xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc
    content | phòng cháy, chữa cháy, cứu nạn, cứu hộ -> phòng cháy, chữa cháy và cứu nạn, cứu hộ
    content | quản lý hành chính về trật tự xã hội
    content | vận động, giáo dục, cảm hóa người có hành vi vi phạm pháp luật hiện đang cư trú tại địa bàn -> vận động, giáo dục, cảm hóa người vi phạm pháp luật đang cư trú tại địa bàn
    content | tuần tra, bảo đảm an ninh, trật tự, an toàn giao thông -> tuần tra, bảo đảm an ninh, trật tự và an toàn giao thông
    content | xây dựng, phát huy, nhân rộng những hình ảnh đẹp -> Xây dựng, phát huy, nhân rộng hình ảnh đẹp
    group | Công an cấp xã
""")  # noqa: E501


class TestNgheAn2024(Retold):
    """Kế hoạch số 714/KH-UBND ngày 18/9/2024."""

    report = Report(
        plan="plans/nghe-an/2024-co-so.yaml",
        file="004_abe8418edffc2958.txt",
        told=("UBND tỉnh vừa ban hành", "vệ an ninh, trật tự ở cơ sở.\n"),
        closing="Trong quá trình thực hiện",
        facts=tuple(FACTS),
        districts=21,
        # “7 nội dung”: counted below instead.
        left_out=frozenset({("number", "7")}),
        names=(
            "phát động phong trào thi đua đặc biệt trong lực lượng tham gia bảo vệ an ninh, "
            "trật tự ở cơ sở",
            "phong trào toàn dân bảo vệ an ninh Tổ quốc",
            "Công an cấp xã",
            "quản lý hành chính về trật tự xã hội",
            "đường lối của Đảng, chính sách, pháp luật của Nhà nước",
        ),
    )

    def test_there_are_seven_contents(self) -> None:
        lines = self.report.printed
        start = lines.index("III. Nội dung thi đua")
        end = lines.index("IV. Tổ chức thực hiện")
        assert [line[:2] for line in lines[start + 1 : end]] == [f"{n}." for n in range(1, 8)]

    def test_the_phases_fill_the_whole_time(self) -> None:
        data = self.report.data
        whole = parse_period(data["duration"])
        first, second = (
            parse_period(f"{phase['from']}..{phase['to']}") for phase in data["phases"].values()
        )
        assert whole
        assert first
        assert second
        assert (first.start, second.end) == (whole.start, whole.end)
        assert (first.end.iso, second.start.iso) == ("2025-02-03", "2025-02-04")

    def test_cua_lo_was_a_town_of_its_own_on_the_day(self) -> None:
        day = datetime.date.fromisoformat(self.report.data["date"])
        province = units.find("nghe_an", day)
        assert province
        names = [unit.full for unit in units.children(province, "district", day)]
        assert len(names) == 21
        assert "thị xã Cửa Lò" in names
