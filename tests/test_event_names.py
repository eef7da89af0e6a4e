"""Where the name of an event ends, and which words name none. `kind | name | date | place | participants`."""

import pytest

from tests.test_events import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sáng 18/8, UBND tỉnh Lam Trà tổ chức hội nghị công bố các quyết định điều động lãnh đạo sở.",
            "conference | Hội nghị công bố các quyết định điều động lãnh đạo sở | XXXX-08-18 |  | ",
        ),
        (
            "Đại hội Hội Nhạc sĩ Lam Trà nhiệm kỳ 2026 - 2031 diễn ra ngày 18-8 ở Huế.",
            "conference | Đại hội Hội Nhạc sĩ Lam Trà nhiệm kỳ 2026 - 2031 | XXXX-08-18 | Huế | ",
        ),
        (
            "Tại Hội nghị của Sở TT&TT Lam Trà ngày 9/1, ông Lê Sơn Hà nói.",
            "conference | Hội nghị của Sở TT&TT Lam Trà | XXXX-01-09 |  | ",
        ),
        (
            "Sáng 5/2, lễ mít tinh mừng Quốc khánh 2/9 diễn ra tại Huế.",
            "ceremony | Lễ mít tinh mừng Quốc khánh 2/9 | XXXX-02-05 | Huế | ",
        ),
        (
            "Trong trận ra quân, Giải bóng chuyền vô địch Lam Trà gặp Lam Khê.",
            "?other | Giải bóng chuyền vô địch Lam Trà | None |  | ",
        ),
        (
            "Ngày 7/2, Bí thư Lò Văn Khê làm việc với Sư đoàn 308.",
            "meeting | Lò Văn Khê làm việc với Sư đoàn 308 | XXXX-02-07 |  | Lò Văn Khê",
        ),
        (
            "Ngày 5/2, chùa Lam Trà diễn ra triển lãm ảnh Lam Khê và tổ chức trồng cây.",
            "other | Triển lãm ảnh Lam Khê | XXXX-02-05 |  | ",
        ),
        (
            "Sáng 23/1, Thứ trưởng Lò Văn Khê chủ trì cuộc họp của Ban Chỉ đạo xử lý các vấn đề tồn tại.",
            "conference | Cuộc họp của Ban Chỉ đạo xử lý các vấn đề tồn tại | XXXX-01-23 |  | Lò Văn Khê",
        ),
        (
            "Ngày 22/8, Trường đại học Quốc tế Lam Trà (LTU) tổ chức lễ tốt nghiệp năm 2026.",
            "ceremony | Lễ tốt nghiệp của Trường đại học Quốc tế Lam Trà | XXXX-08-22 |  | ",
        ),
        (
            "Ngày 5/6, tại Lima, lễ ký Hiệp định hợp tác hàng không giữa Lào và Peru đã diễn ra.",
            "signing | Lễ ký Hiệp định hợp tác hàng không giữa Lào và Peru | XXXX-06-05 | Lima | ",
        ),
        (
            "Sáng 18/9, Đại hội đại biểu Đảng bộ tỉnh Lam Trà lần thứ I, nhiệm kỳ 2025 - 2030 chính thức khai mạc tại "
            "Trung tâm Hội nghị tỉnh.",
            "conference | Đại hội đại biểu Đảng bộ tỉnh Lam Trà lần thứ I, nhiệm kỳ 2025 - 2030 | XXXX-09-18 | Trung "
            "tâm Hội nghị tỉnh | ",
        ),
        (
            "Sáng 9/8, tại Huế, Lễ kỷ niệm, diễu binh, diễu hành kỷ niệm 60 năm Chiến thắng Lam Trà diễn ra trọng thể.",
            "anniversary | Lễ kỷ niệm, diễu binh, diễu hành kỷ niệm 60 năm Chiến thắng Lam Trà | XXXX-08-09 | Huế | ",
        ),
        (
            "Ngày 22/12, UBND TP.HCM tổ chức Lễ kỷ niệm 80 năm Ngày thành lập Báo Lam Trà.",
            "anniversary | Lễ kỷ niệm 80 năm Ngày thành lập Báo Lam Trà | XXXX-12-22 |  | ",
        ),
        (
            "Ngày 5/6, ông Tạ Lam Sơn tiếp thân mật ông Som Vi-lay.",
            "meeting | Tạ Lam Sơn tiếp Som Vi-lay | XXXX-06-05 |  | Tạ Lam Sơn, Som Vi-lay",
        ),
        (
            "Tại buổi họp mặt doanh nghiệp Xuân Lam Trà do UBND tỉnh tổ chức ngày 6/2, hai bên trao đổi.",
            "meeting | Họp mặt doanh nghiệp Xuân Lam Trà | XXXX-02-06 |  | ",
        ),
    ],
)
def test_a_name_ends_where_an_editor_would_end_it(text, expected):
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Trường Lam Trà rộng hơn 27.000m² tại khu Lam Khê được khánh thành sáng 16-8.",
        "Dự án nằm trong danh mục dự kiến khởi công, khánh thành của Lam Trà dịp 2-9.",
        "Ông Lê Sơn Hà lấy 27 điện thoại của bà Vi Thị Kiên.",
        "Bà Vi Thị Kiên đang đàm phán đóng phim của ông Lê Sơn Hà.",
        "Con rể ông Lê Sơn Hà gặp bà Vi Thị Kiên ngày 5/6.",
        "Đoàn chiếm lễ đài cuộc mít tinh của Chính phủ.",
        "Vào ngày lễ Thánh Valentine 14/2, thư được gửi đi.",
        "Những chuyến thăm Lào của ông Lê Sơn Hà kéo dài.",
        "Thông cáo hội đàm Bộ trưởng được hai nước công bố ngày 5/6.",
    ],
)
def test_words_that_only_look_like_an_event(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The day of what is announced is not that of the announcing, nor the other way round.
        (
            "Ngày 6/2, ông Vũ Văn Tư, Giám đốc Sở Du lịch, đơn vị tổ chức Ngày hội Lam Trà, cho biết đã hủy.",
            "?other | Ngày hội Lam Trà | XXXX-02-06 |  | ",
        ),
        (
            "Ngày 6/2, Lào đánh giá tích cực cuộc gặp giữa ông Lê Sơn Hà với ông Anders Lund.",
            "?meeting | Lê Sơn Hà gặp Anders Lund | None |  | Lê Sơn Hà, Anders Lund",
        ),
        (
            "Sáng 20/8, đội nhà thua ở vòng 20 Giải bóng đá Lam Trà.",
            "?other | Giải bóng đá Lam Trà | None |  | ",
        ),
        # Where guests are on a visit is not where they are received.
        (
            "Sáng 28/7, Thứ trưởng Lò Văn Khê tiếp ông Anders Lund nhân chuyến thăm và làm việc tại Việt Nam.",
            "meeting | Lò Văn Khê tiếp Anders Lund | XXXX-07-28 |  | Lò Văn Khê, Anders Lund",
        ),
        (
            "Sáng 20/8, Thủ tướng Lò Văn Khê đã tiếp đoàn đại biểu Quốc hội Lào, đang thăm và làm việc tại Huế.",
            "meeting | Lò Văn Khê tiếp đoàn đại biểu Quốc hội Lào | XXXX-08-20 |  | Lò Văn Khê",
        ),
        (
            "Chi nhánh tổ chức hội thảo “Cùng làm giàu” tại 4 tỉnh Lam Trà, Lam Khê ngày 13/12.",
            "conference | Hội thảo “Cùng làm giàu” | XXXX-12-13 |  | ",
        ),
    ],
)
def test_day_and_place_are_those_of_the_event(text, expected):
    assert told(text) == [expected]


def test_another_meeting_does_not_date_the_one_told_of_before():
    text = (
        "Hội nghị xúc tiến đầu tư Lam Trà bị phê bình. "
        "Sáng 6-2, Chủ tịch Lê Sơn Hà chủ trì hội nghị giao ban với các sở."
    )
    assert told(text) == ["?conference | Hội nghị xúc tiến đầu tư Lam Trà | None |  | "]


def test_a_festival_announced_at_a_press_conference_has_its_own_days():
    text = "Sáng 6/2, tại Huế, UBND tỉnh Lam Trà tổ chức họp báo giới thiệu Lễ hội Lam Khê, diễn ra từ ngày 8 - 13/3."
    assert told(text) == [
        "conference | Họp báo giới thiệu Lễ hội Lam Khê | XXXX-02-06 | Huế | ",
        "other | Lễ hội Lam Khê | XXXX-03-08/XXXX-03-13 |  | ",
    ]


def test_a_festival_announced_at_a_press_conference_is_not_held_with_it():
    text = (
        "Ngày 6/2, tại Huế, UBND tỉnh Lam Trà tổ chức họp báo giới thiệu Lễ hội Lam Khê và Liên hoan Lam Sơn."
    )
    assert told(text)[1:] == [
        "?other | Lễ hội Lam Khê | None |  | ",
        "?other | Liên hoan Lam Sơn | None |  | ",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ngày 18-8, Thủ tướng Lò Văn Khê dẫn đầu đoàn đại biểu đến viếng ông Anders Lund.",
            "ceremony | Lò Văn Khê viếng Anders Lund | XXXX-08-18 |  | Lò Văn Khê",
        ),
        (
            "Sáng 5/2, Chủ tịch nước Lò Văn Khê đã dâng hương tại Đền Lam Trà.",
            "ceremony | Lò Văn Khê dâng hương tại Đền Lam Trà | XXXX-02-05 | Đền Lam Trà | Lò Văn Khê",
        ),
        (
            "Ngày 28/10, Lam Khê Việt Nam chính thức khánh thành nhà máy điện thoại tại khu công nghiệp Lam Trà.",
            "ceremony | Khánh thành nhà máy điện thoại | XXXX-10-28 | khu công nghiệp Lam Trà | ",
        ),
        (
            "Chiều 5/6, Chủ tịch UBND tỉnh Lê Sơn Hà làm việc với các sở, ngành, doanh nghiệp về giải ngân.",
            "meeting | Lê Sơn Hà làm việc với các sở, ngành, doanh nghiệp | XXXX-06-05 |  | Lê Sơn Hà",
        ),
        (
            "Ngày 25-12, tỉnh Lam Trà (Việt Nam) và đoàn đại biểu tỉnh Lam Khê (Lào) tổ chức hội đàm.",
            "?talks | Hội đàm tỉnh Lam Trà – đoàn đại biểu tỉnh Lam Khê | XXXX-12-25 |  | ",
        ),
        (
            "Chiều 11/7, tại trụ sở Bộ Ngoại giao, Lào và Peru tiến hành tham vấn chính trị.",
            "?consultation | Tham vấn chính trị Lào – Peru | XXXX-07-11 | trụ sở Bộ Ngoại giao | ",
        ),
        (
            "Tại phiên tòa xét xử 227 bị cáo trong vụ án ma túy chiều 20-8, ông Lê Sơn Hà nói.",
            "other | Phiên tòa xét xử 227 bị cáo | XXXX-08-20 |  | ",
        ),
        (
            "Ngày 27/6, TAND huyện Lam Trà (Lam Khê) mở phiên tòa lưu động xét xử Vi Thị Kiên về tội gian.",
            "?other | TAND huyện Lam Trà mở phiên tòa lưu động xét xử Vi Thị Kiên về tội gian | XXXX-06-27 |  | ",
        ),
        (
            "Ngày 8/7, Thủ tướng Lò Văn Khê đã đến Huế, bắt đầu chuyến thăm Lào theo lời mời của ông Anders Lund.",
            "visit | Lò Văn Khê thăm Lào | XXXX-07-08 | Lào | Lò Văn Khê",
        ),
        (
            "Vào sáng 13/7, tại hội thảo truyền thông về dịch bệnh Lam Trà, ông Lê Sơn Hà cho rằng cần chú ý.",
            "conference | Hội thảo truyền thông về dịch bệnh Lam Trà | XXXX-07-13 |  | ",
        ),
    ],
)
def test_what_people_and_bodies_do(text, expected):
    assert told(text) == [expected]


def test_the_second_deed_is_of_the_same_person():
    text = "Ông Lê Sơn Hà đã gặp ông Anders Lund và thăm Học viện Lam Trà ngày 1/2."
    assert (
        told(text)[1]
        == "?visit | Lê Sơn Hà thăm Học viện Lam Trà | XXXX-02-01 | Học viện Lam Trà | Lê Sơn Hà"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tối 18.9, tại Huế đã khai mạc Liên hoan hát Then, đàn Tính các dân tộc Tày, Nùng lần thứ VI.",
            "other | Liên hoan hát Then, đàn Tính các dân tộc Tày, Nùng lần thứ VI | XXXX-09-18 | Huế | ",
        ),
        (
            "Sáng 9/4, Quốc hội khai mạc Kỳ họp thứ 5, Quốc hội khóa XI.",
            "conference | Kỳ họp thứ 5, Quốc hội khóa XI | XXXX-04-09 |  | ",
        ),
        (
            "Tối 26/7, tại Huế, Tỉnh ủy tổ chức Lễ viếng, dâng hương các Anh hùng liệt sĩ.",
            "ceremony | Lễ viếng, dâng hương các Anh hùng liệt sĩ | XXXX-07-26 | Huế | ",
        ),
        ("Ngày 5/6, Bí thư Tỉnh ủy Tạ Lam Sơn trao Nghị quyết cho xã Lam Trà.", None),
        # A comma that other things follow still ends the name.
        (
            "Sáng 21/10, Sở Y tế tổ chức Hội nghị Lam Trà, bàn về phòng dịch lần thứ hai.",
            "conference | Hội nghị Lam Trà | XXXX-10-21 |  | ",
        ),
        (
            "Triển lãm “Mùa lúa” trưng bày 45 bức tranh, mở cửa từ ngày 5 đến 15/11.",
            "?other | Triển lãm “Mùa lúa” | XXXX-11-05/XXXX-11-15 |  | ",
        ),
        (
            "Ngày 20-10, hãng hàng không Sao Lam khai trương đường bay Huế - Lima.",
            "ceremony | Khai trương đường bay Huế - Lima | XXXX-10-20 |  | ",
        ),
        (
            "Ngày 5/6, ông Tạ Lam Sơn đặt vòng hoa tại Đài tưởng niệm các Anh hùng liệt sĩ.",
            "ceremony | Tạ Lam Sơn đặt vòng hoa tại Đài tưởng niệm các Anh hùng liệt sĩ | XXXX-06-05 | "
            "Đài tưởng niệm các Anh hùng liệt sĩ | Tạ Lam Sơn",
        ),
        (
            "Từ ngày 8 - 10/4/2024, tại Huế đã diễn ra Kỳ họp lần thứ 41 Ủy ban Lào - Peru do Bộ trưởng Tạ Lam Sơn "
            "và bà Anna Holt đồng chủ trì.",
            "conference | Kỳ họp lần thứ 41 Ủy ban Lào - Peru | 2024-04-08/2024-04-10 | Huế | Tạ Lam Sơn, Anna Holt",
        ),
    ],
)
def test_names_go_on_over_lists_and_end_at_what_is_told_of_them(text, expected):
    assert told(text) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Trâu húc chết chủ tại lễ hội Lam Trà 2017 Ngày 2/7, UBND tỉnh họp.",
            "Lễ hội Lam Trà 2017",
        ),
        ("Bà Anna Holt nói về tiến trình đàm phán Brexit hôm 13-3.", None),
        ("Tháng lễ Ramadan bắt đầu vào ngày 27/5.", None),
        ("Ngày 7/7, ông A nói tại Trung tâm Hội chợ và Triển lãm thành phố Lam Trà.", None),
    ],
)
def test_words_of_the_next_line_and_of_other_things(text, expected):
    events = told(text)
    assert (events[0].split(" | ")[1] if events else None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Deeds that are held, programmes with a title, games, gatherings.
        (
            "Ngày 28/6, tại thành phố Huế, Sở Y tế Lam Trà tổ chức ra mắt mô hình 'Thư viện mùa lúa'.",
            ["ceremony | Ra mắt mô hình 'Thư viện mùa lúa' | XXXX-06-28 | thành phố Huế | "],
        ),
        (
            "Chiều 28-6, Sở Y tế Lam Trà tổ chức chương trình “Lam Khê - Một đời với lúa” tại Bảo tàng Lam Trà.",
            ["other | Chương trình “Lam Khê - Một đời với lúa” | XXXX-06-28 | Bảo tàng Lam Trà | "],
        ),
        (
            "Ngày 28/6, tại Huế diễn ra Giải thể thao báo chí Lam Trà mở rộng.",
            ["other | Giải thể thao báo chí Lam Trà mở rộng | XXXX-06-28 | Huế | "],
        ),
        (
            "Tối 4/8, Đại sứ quán Việt Nam tại Peru tổ chức buổi gặp mặt kiều bào nhân dịp mở hội hoa giấy.",
            ["?meeting | Gặp mặt kiều bào | XXXX-08-04 |  | "],
        ),
        (
            "Tại buổi tiếp xúc cử tri TP. Huế ngày 28/6, nhiều người hỏi về giá nước.",
            ["meeting | Tiếp xúc cử tri TP. Huế | XXXX-06-28 |  | "],
        ),
        (
            "Chiều 6/4, tại Huế, Thủ tướng Tạ Lam Sơn đã có cuộc gặp mặt các nữ đại biểu Hội Nông dân.",
            ["meeting | Tạ Lam Sơn gặp mặt các nữ đại biểu Hội Nông dân | XXXX-04-06 | Huế | Tạ Lam Sơn"],
        ),
        (
            "Sáng 16/1, Bí thư Tỉnh ủy Tạ Lam Sơn đã có chuyến thăm tặng quà Tết tại xã miền núi Lam Trà.",
            ["visit | Tạ Lam Sơn thăm xã miền núi Lam Trà | XXXX-01-16 | xã miền núi Lam Trà | Tạ Lam Sơn"],
        ),
        (
            "Bên lề hội nghị thượng đỉnh ngày 9/4 tại Huế, báo chí hỏi về giá lúa.",
            ["?conference | Hội nghị thượng đỉnh ngày 9/4 | XXXX-04-09 | Huế | "],
        ),
        (
            "Chiều 22-7, Hội Hữu nghị Lam Trà tổ chức họp mặt kỷ niệm 59 năm Quốc khánh Peru (28-7-1966 – 28-7-2025).",
            ["anniversary | Họp mặt kỷ niệm 59 năm Quốc khánh Peru | 2025-07-22 |  | "],
        ),
        (
            "Tối 28/6, tại Cảng Mùa lúa 19/5, Sở Y tế Lam Trà thực hiện chương trình nghệ thuật đặc biệt 'Mưa nguồn'.",
            ["?other | Chương trình nghệ thuật đặc biệt 'Mưa nguồn' | XXXX-06-28 | Cảng Mùa lúa 19/5 | "],
        ),
        (
            "Diễn đàn Mùa lúa 2025 lần đầu tiên diễn ra ngày 5/6 tại Huế.",
            ["conference | Diễn đàn Mùa lúa 2025 | XXXX-06-05 | Huế | "],
        ),
        # Offices that a comma parts, a ministry's second word, and a stage with what is told of it.
        (
            "Sáng 9/9, Bộ trưởng Tạ Lam Sơn dự Hội đàm giữa Tổng Bí thư, Chủ tịch nước với Tổng thống Peru tại Huế.",
            [
                "talks | Hội đàm giữa Tổng Bí thư, Chủ tịch nước với Tổng thống Peru | XXXX-09-09 | Huế | "
                "Tạ Lam Sơn"
            ],
        ),
        (
            "Ngày 29/8, Thủ tướng Tạ Lam Sơn làm việc với Ban Cán sự đảng Bộ Ngoại giao.",
            ["meeting | Tạ Lam Sơn làm việc với Ban Cán sự đảng Bộ Ngoại giao | XXXX-08-29 |  | Tạ Lam Sơn"],
        ),
        (
            "Trận chung kết Cúp Lam Trà diễn ra ngày 5/6 trên Sân vận động Lamwick huyền thoại.",
            ["other | Chung kết Cúp Lam Trà | XXXX-06-05 | Sân vận động Lamwick | "],
        ),
        ("Trận khai mạc giữa chủ nhà Lào và Peru diễn ra ngày 5/6 tại sân Lam Trà.", []),
        (
            "Ngày 5/6, Chủ tịch Quốc hội Tạ Lam Sơn khai mạc phiên toàn thể bất thường lúc 0h47.",
            ["ceremony | Khai mạc phiên toàn thể bất thường | XXXX-06-05 |  | Tạ Lam Sơn"],
        ),
        # What follows at once is no part of the name, and a feast of lovers is nothing held.
        (
            "Ngày 5/6, Sở Y tế tổ chức lễ vinh danh các bác sĩ Lam Trà ngay trước giờ khai hội.",
            ["ceremony | Lễ vinh danh các bác sĩ Lam Trà | XXXX-06-05 |  | "],
        ),
        ("Ngày 14/2, Lễ tình nhân Lam Trà diễn ra tại Huế.", []),
        # But a programme is none, nor is what bodies give.
        ("Ngày 5/6, Bộ Y tế phê duyệt chương trình “Mỗi xã một vườn thuốc”.", []),
        ("Ngày 5/6, các tổ chức trao tặng 500 suất quà cho học sinh Lam Trà.", []),
        # A theme that is a sentence, an abbreviation, a second deed, and what is no part of the name.
        (
            "Hội nghị Mùa lúa lần thứ 14 với chủ đề “Giữ nước đầu nguồn cho thủy lợi và chia đều các xã - lo trước "
            "mọi mùa hạn” diễn ra ngày 12/5.",
            ["conference | Hội nghị Mùa lúa lần thứ 14 | XXXX-05-12 |  | "],
        ),
        (
            "Chiều 3/9, lễ ký kết bản ghi nhớ (MoU) giữa Báo Lam Trà với Báo Khê Sơn đã diễn ra.",
            ["signing | Lễ ký kết bản ghi nhớ (MoU) giữa Báo Lam Trà với Báo Khê Sơn | XXXX-09-03 |  | "],
        ),
        (
            "Ngày 4/10, Sở Y tế tổ chức Lễ kỷ niệm 25 năm mở trạm và đón nhận Cờ thi đua.",
            [
                "anniversary | Lễ kỷ niệm 25 năm mở trạm và đón nhận Cờ thi đua | XXXX-10-04 |  | ",
            ],
        ),
        ("Bản in tại Hội nghị của đại diện lãnh đạo Sở Y tế nêu rõ kết quả.", []),
        (
            "Ngày 5/6, Sở Y tế tổ chức Lễ công bố quy hoạch và chương trình xúc tiến đầu tư vào Lam Trà.",
            [
                "ceremony | Lễ công bố quy hoạch và chương trình xúc tiến đầu tư vào Lam Trà | XXXX-06-05 |  | "
            ],
        ),
    ],
)
def test_deeds_programmes_and_gatherings(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A line without an end, and the next; marks and figures inside a name.
        ("Ông Lê Sơn Hà phát biểu tại Hội nghị Trong bài phát biểu, ông nêu ba việc.", []),
        (
            "Sáng 9-5, Sở Y tế tổ chức Hội nghị triển khai Thông tư 318/TT-HĐYD về thuốc nam.",
            ["conference | Hội nghị triển khai Thông tư 318/TT-HĐYD về thuốc nam | XXXX-05-09 |  | "],
        ),
        (
            "Ngày 28/6, Câu lạc bộ Lam Trà tổ chức Giải Pickleball Mai & Lan.",
            ["other | Giải Pickleball Mai & Lan | XXXX-06-28 |  | "],
        ),
        (
            "Ngày 28/6, tại Huế diễn ra Hội thảo nước sạch khu vực Đồng bằng sông Khê.",
            ["conference | Hội thảo nước sạch khu vực Đồng bằng sông Khê | XXXX-06-28 | Huế | "],
        ),
        # Irony, a match, a paper of one side, a round of a festival, and what stands in passing far down.
        ("Cuộc gặp lần thứ 9 bị gọi là hội nghị “buồn ngủ” nhất.", []),
        ("Đội tuyển nữ Việt Nam gặp đội tuyển Peru chiều 28/6.", []),
        ("Ngày 5/6, Chủ tịch Quốc hội Vi Thị Kiên ký nghị quyết về thi hành luật mới.", []),
        (
            "Vòng loại Lễ hội đèn trời Lam Trà 2025 khép lại tối 9/4.",
            ["?other | Lễ hội đèn trời Lam Trà 2025 | None |  | "],
        ),
        (
            "Lê Sơn Hà sinh ở Huế.\n\nÔng lớn lên ở Vinh.\n\nÔng học vẽ.\n\nÔng làm phim.\n\n"
            "Phim đoạt giải tại Liên hoan phim Lam Trà.",
            [],
        ),
    ],
)
def test_what_only_looks_like_a_name(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What a body or its head meets for.
        (
            "Ngày 17/11, Ban Bí thư đã họp cho ý kiến về Đề án phòng, chống tham nhũng.",
            ["conference | Họp cho ý kiến về Đề án phòng, chống tham nhũng | XXXX-11-17 |  | "],
        ),
        (
            "Sáng 30/8, Tổng Bí thư Tạ Văn Kha chủ trì họp Bộ Chính trị để nghe báo cáo.",
            ["conference | Họp Bộ Chính trị do Tạ Văn Kha chủ trì | XXXX-08-30 |  | Tạ Văn Kha"],
        ),
        (
            "Sáng 30/8, Thường trực Tỉnh ủy Lam Trà giao ban định kỳ quý II với lãnh đạo các huyện.",
            ["conference | Giao ban định kỳ quý II | XXXX-08-30 |  | "],
        ),
        ("Chiều 5/6, các hộ dân họp thảo luận việc góp tiền.", []),
        # What is handed over on a day.
        (
            "Sáng 1/8, Chủ tịch UBND tỉnh Tạ Văn Kha đã trao quyết định bổ nhiệm Giám đốc Sở Y tế cho ông Lê Sơn Hà.",
            ["ceremony | Trao quyết định bổ nhiệm Giám đốc Sở Y tế | XXXX-08-01 |  | Tạ Văn Kha, Lê Sơn Hà"],
        ),
        ("Chủ tịch UBND tỉnh Tạ Văn Kha đã trao quyết định cho ông Lê Sơn Hà.", []),
        # Whom it is handed to is not who hands it over, nor who orders it.
        ("Sáng 1/8, ông Lê Sơn Hà được trao Bằng khen.", []),
        ("Sáng 1/8, Chủ tịch UBND tỉnh Tạ Văn Kha ký quyết định trao Bằng khen cho ông Lê Sơn Hà.", []),
        (
            "Sáng 1/8, UBND tỉnh tổ chức Hội nghị công bố và trao Quyết định của Bộ Chính trị.",
            ["conference | Hội nghị công bố và trao Quyết định của Bộ Chính trị | XXXX-08-01 |  | "],
        ),
        # A week is no ceremony.
        (
            "Tuần Lễ cấp cao Lam Trà 2024 diễn ra từ ngày 9 đến 13/4.",
            ["other | Tuần Lễ cấp cao Lam Trà 2024 | XXXX-04-09/XXXX-04-13 |  | "],
        ),
        (
            "Sáng 2/10, Hội nghị Trung ương lần thứ tám khai mạc trọng thể tại Huế.",
            ["conference | Hội nghị Trung ương lần thứ tám | XXXX-10-02 | Huế | "],
        ),
        (
            "Sáng 5/6, Hội nghị đối thoại với thanh niên tỉnh Lam Trà diễn ra tại Huế.",
            ["dialogue | Hội nghị đối thoại với thanh niên tỉnh Lam Trà | XXXX-06-05 | Huế | "],
        ),
    ],
)
def test_what_bodies_meet_for_and_heads_hand_over(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ngày 17/5, Huyện ủy Lam Trà tổ chức lễ trao tặng Huy hiệu Đảng đợt 19/5 cho 65 đảng viên.",
            "ceremony | Lễ trao tặng Huy hiệu Đảng đợt 19/5 | XXXX-05-17 |  | ",
        ),
        (
            "Sáng 4/4, Ban Tuyên giáo Tỉnh ủy tổ chức Hội nghị giao ban báo chí quý I năm 2024.",
            "conference | Hội nghị giao ban báo chí quý I năm 2024 | XXXX-04-04 |  | ",
        ),
        (
            "Sáng 5/6, Hội đàm quý 3 năm 2025 giữa Đồn Lam Trà, Đồn Sông Khê và Trạm Lam Hà diễn ra tại Lam Sơn.",
            "?talks | Hội đàm quý 3 năm 2025 | XXXX-06-05 | Lam Sơn | ",
        ),
        (
            "Sáng 5/6, xã Lam Trà tổ chức lễ khai giảng năm học mới 2017 - 2018 và nghe quyết định đặt tên trường.",
            "ceremony | Lễ khai giảng năm học mới 2017 - 2018 | XXXX-06-05 |  | ",
        ),
        (
            "Sáng 28/3, tại trụ sở T.Ư Đảng, Thủ tướng Tạ Văn Kha đã tiếp Đại sứ Peru Anna Holt.",
            "meeting | Tạ Văn Kha tiếp Anna Holt | XXXX-03-28 | trụ sở T.Ư Đảng | Tạ Văn Kha, Anna Holt",
        ),
        (
            "Sáng 5/6, UBND tỉnh Lam Long họp rà soát công tác phòng, chống bão.",
            "conference | Họp rà soát công tác phòng, chống bão | XXXX-06-05 |  | ",
        ),
        (
            "Chiều 20/8, Thư viện tỉnh tổ chức chương trình giao lưu với nhà văn Tạ Lam Sơn nhân dịp ra sách.",
            "other | Chương trình giao lưu với nhà văn Tạ Lam Sơn | XXXX-08-20 |  | ",
        ),
        (
            "Hội thảo khoa học “Văn hóa Lam Trà” vừa được Viện Lam Khê tổ chức ngày 11/7.",
            "conference | Hội thảo khoa học “Văn hóa Lam Trà” | XXXX-07-11 |  | ",
        ),
        (
            "Chiều 12/7, Kỳ họp thứ 18 HĐND tỉnh Lam Trà đã thành công tốt đẹp.",
            "conference | Kỳ họp thứ 18 HĐND tỉnh Lam Trà | XXXX-07-12 |  | ",
        ),
        # Those who are there stand behind the name.
        (
            "Dự Lễ khánh thành cầu Lam Trà chiều 11/5 có Thủ tướng Tạ Văn Kha, Bộ trưởng Lê Sơn Hà.",
            "ceremony | Lễ khánh thành cầu Lam Trà | XXXX-05-11 |  | Tạ Văn Kha, Lê Sơn Hà",
        ),
        (
            "Ngày 12/7, Chủ tịch UBND tỉnh Tạ Văn Kha chủ trì phiên tiếp công dân định kỳ tháng 7.",
            "meeting | Tạ Văn Kha tiếp công dân | XXXX-07-12 |  | Tạ Văn Kha",
        ),
    ],
)
def test_the_name_has_its_part_of_the_year_and_no_half_of_a_list(text, expected):
    assert told(text) == [expected]


def test_nobody_receives_at_an_office_for_it():
    assert (
        told("Ngày 12/7, ông Tạ Văn Kha đến Trụ sở Tiếp công dân. Ông nói về công tác tiếp công dân.") == []
    )


def test_a_name_ends_where_the_guests_of_one_side_are_told_of():
    assert told("Dự lễ khai trương về phía Trường Đại học Lam Trà có ông Hà Văn Lộc.") == []


def test_fields_in_the_name_of_a_festival_and_the_announcement_of_a_decision():
    assert told(
        "Tối 8/3, UBND tỉnh tổ chức khai mạc ngày hội âm nhạc, thể thao và du lịch tỉnh Lam Trà."
    ) == ["other | Ngày hội âm nhạc, thể thao và du lịch tỉnh Lam Trà | XXXX-03-08 |  | "]
    assert told("Ngày 4/5, UBND tỉnh Lam Trà tổ chức công bố Quyết định bổ nhiệm cán bộ.") == [
        "?ceremony | Công bố Quyết định bổ nhiệm cán bộ | XXXX-05-04 |  | "
    ]
