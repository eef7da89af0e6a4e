"""One event told several times, in the title and the story; and who `hai bên` are. Invented texts."""

import pytest

from tests.test_events import told


def of(title, *paragraphs, **options):
    return told("\n".join((title, *paragraphs)), title=title, **options)


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        (
            "Khánh thành cầu Lam Trà nối hai bờ sông",
            "Sáng 28/4, UBND tỉnh Lam Khê tổ chức lễ khánh thành cầu Lam Trà.",
            ["ceremony | Lễ khánh thành cầu Lam Trà | XXXX-04-28 |  | "],
        ),
        (
            "Hội nghị trực tuyến giữa hai Tổng thư ký Ủy ban Lam Hà",
            "Ngày 5/6, Thứ trưởng Tạ Văn Kha đã tiến hành hội nghị trực tuyến với Thứ trưởng Peru Anna Holt.",
            [
                "conference | Hội nghị trực tuyến giữa hai Tổng thư ký Ủy ban Lam Hà | XXXX-06-05 |  | "
                "Tạ Văn Kha, Anna Holt"
            ],
        ),
        (
            "Lễ ký kết nghĩa giữa Lam Trà và Lam Khê",
            "Chiều 10/5, tại Huế, hai tỉnh tổ chức Lễ ký kết Biên bản ghi nhớ về chè.",
            ["signing | Lễ ký kết nghĩa giữa Lam Trà và Lam Khê | XXXX-05-10 | Huế | "],
        ),
        (
            "Thủ tướng dự Hội nghị thượng đỉnh Nhóm các nước trồng chè Lam Hà (LH)",
            "Hội nghị thượng đỉnh LH lần thứ 19 diễn ra ngày 5/6 tại Huế.",
            ["conference | Hội nghị thượng đỉnh LH lần thứ 19 | XXXX-06-05 | Huế | "],
        ),
        (
            "Lam Trà kỷ niệm 60 năm quan hệ với Peru",
            "Tối 28/10, tỉnh tổ chức Lễ kỷ niệm 60 năm Ngày thiết lập quan hệ Lam Trà - Peru.",
            ["anniversary | Lễ kỷ niệm 60 năm Ngày thiết lập quan hệ Lam Trà - Peru | XXXX-10-28 |  | "],
        ),
        (
            "Diễn đàn Kinh tế Lào - Peru mở ra cơ hội mới",
            "Chiều 17/1, tại Lima, Thủ tướng Tạ Lam Sơn dự Diễn đàn Kinh tế Lào - Peru.",
            ["conference | Diễn đàn Kinh tế Lào - Peru | XXXX-01-17 | Lima | Tạ Lam Sơn"],
        ),
        (
            "Thứ trưởng Bộ Quốc phòng thăm Peru",
            "Từ ngày 26 đến 29/11, Thượng tướng Tạ Lam Sơn, Thứ trưởng Bộ Quốc phòng, thăm chính thức Peru.",
            ["visit | Tạ Lam Sơn thăm chính thức Peru | XXXX-11-26/XXXX-11-29 | Peru | Tạ Lam Sơn"],
        ),
        (
            "Đại hội Công đoàn tỉnh Lam Trà nhiệm kỳ 2023 - 2028",
            "Ngày 24/8/2023, Đại hội XX Công đoàn tỉnh Lam Trà, nhiệm kỳ 2023 - 2028 diễn ra tại Nhà hát Lam Trà.",
            [
                "conference | Đại hội Công đoàn tỉnh Lam Trà nhiệm kỳ 2023 - 2028 | 2023-08-24 | "
                "Nhà hát Lam Trà | "
            ],
        ),
        (
            "Khai mạc Lễ hội đèn trời",
            "Tối 9-4, Lễ hội đèn trời Lam Trà 2023 khai mạc. Lễ khai mạc Lễ hội đèn trời Lam Trà diễn ra tại Huế.",
            ["other | Lễ hội đèn trời Lam Trà 2023 | XXXX-04-09 | Huế | "],
        ),
        (
            "Khai mạc Triển lãm Lam Trà 2024 ở Huế",
            "Sáng 19/12, tại sân bay Lam Khê, ông Anders Lund dự Lễ khai mạc Triển lãm Lam Trà 2024. "
            "Triển lãm diễn ra từ ngày 19 đến 22/12.",
            [
                "ceremony | Khai mạc Triển lãm Lam Trà 2024 | XXXX-12-19 | sân bay Lam Khê | Anders Lund",
                "other | Triển lãm Lam Trà 2024 | XXXX-12-19/XXXX-12-22 | sân bay Lam Khê | ",
            ],
        ),
        (
            "Bà Anna Holt thăm Kazakhstan",
            "Bà Anna Holt thăm chính thức Cộng hòa Kazakhstan từ ngày 6 - 7/5.",
            [
                "visit | Anna Holt thăm chính thức Kazakhstan | XXXX-05-06/XXXX-05-07 | Kazakhstan | Anna Holt",
            ],
        ),
        (
            "Bế mạc Liên hoan phim Lam Trà lần thứ 23",
            "Tối 25.11, Lễ bế mạc và trao giải Liên hoan phim Lam Trà lần thứ XXIII diễn ra tại Huế.",
            ["ceremony | Bế mạc Liên hoan phim Lam Trà lần thứ 23 | XXXX-11-25 | Huế | "],
        ),
        (
            "Bế mạc Liên hoan phim Lam Trà lần thứ 22",
            "Tối 25.11, Lễ bế mạc và trao giải Liên hoan phim Lam Trà lần thứ XXIII diễn ra tại Huế.",
            [
                "?ceremony | Bế mạc Liên hoan phim Lam Trà lần thứ 22 | None |  | ",
                "ceremony | Lễ bế mạc và trao giải Liên hoan phim Lam Trà lần thứ XXIII | XXXX-11-25 | Huế | ",
            ],
        ),
        # A festival with days of its own is more than its opening.
        (
            "Lễ khai mạc Lễ hội Lam Trà tối 3-6",
            "Lễ hội Lam Trà diễn ra từ ngày 3 đến 8/6.",
            [
                "ceremony | Lễ khai mạc Lễ hội Lam Trà | XXXX-06-03 |  | ",
                "other | Lễ hội Lam Trà | XXXX-06-03/XXXX-06-08 |  | ",
            ],
        ),
        # What the lead of a state funeral tells is another ceremony.
        (
            "Quốc tang nguyên Chủ tịch Quốc hội",
            "Lễ viếng nguyên Chủ tịch Quốc hội Tạ Lam Sơn tổ chức ngày 24/6. Lễ truy điệu vào hồi 9 giờ ngày 25/6.",
            [
                "?ceremony | Quốc tang nguyên Chủ tịch Quốc hội | None |  | ",
                "ceremony | Lễ viếng nguyên Chủ tịch Quốc hội Tạ Lam Sơn | XXXX-06-24 |  | ",
                "?ceremony | Lễ truy điệu | XXXX-06-25 |  | ",
            ],
        ),
        # Of two meetings nobody knows which one the title means.
        (
            "Chủ tịch nước Phạm Lam Khê tiếp các Đại sứ",
            "Ngày 5/6, Chủ tịch nước Phạm Lam Khê tiếp bà Anna Ozola. Ngày 6/6, Chủ tịch nước Phạm Lam Khê tiếp ông "
            "Anders Lund.",
            [
                "?meeting | Phạm Lam Khê tiếp các Đại sứ | XXXX-06-05 |  | Phạm Lam Khê",
                "meeting | Phạm Lam Khê tiếp Anna Ozola | XXXX-06-05 |  | Phạm Lam Khê, Anna Ozola",
                "meeting | Phạm Lam Khê tiếp Anders Lund | XXXX-06-06 |  | Phạm Lam Khê, Anders Lund",
            ],
        ),
    ],
)
def test_the_title_and_the_story_tell_of_one_event(title, body, expected):
    assert of(title, body) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Từ ngày 8-9/2, Thủ tướng Tạ Lam Sơn thăm Lào theo lời mời của Thủ tướng Lào Som Vi-lay. "
            "Ngày 9/2, sau lễ đón, hai Thủ tướng đã hội đàm.",
            "talks | Hội đàm Tạ Lam Sơn – Som Vi-lay | XXXX-02-09 |  | Tạ Lam Sơn, Som Vi-lay",
        ),
        (
            "Ngày 9/2, Thủ tướng Tạ Lam Sơn chủ trì lễ đón Thủ tướng Lào Som Vi-lay. "
            "Ngay sau lễ đón, hai nhà lãnh đạo đã hội đàm.",
            "?talks | Hội đàm Tạ Lam Sơn – Som Vi-lay | XXXX-02-09 |  | Tạ Lam Sơn, Som Vi-lay",
        ),
        # Three of that office: nobody knows which two.
        (
            "Thủ tướng Tạ Lam Sơn, Thủ tướng Lào Som Vi-lay và Thủ tướng Peru Anna Holt dự lễ. "
            "Ngày 9/2, hai Thủ tướng đã hội đàm.",
            None,
        ),
        (
            "Ngày 9/2, Thủ tướng Tạ Lam Sơn gặp Thủ tướng Lào Som Vi-lay. Đây là lần đầu hai bên gặp từ tháng 10/2021.",
            None,
        ),
    ],
)
def test_who_hai_ben_are(text, expected):
    assert (told(text)[1:] or [None])[-1] == expected


def test_an_office_alone_is_that_of_the_home_country():
    text = (
        "Ngày 9/10, Thủ tướng Tạ Lam Sơn dự Hội nghị Lam Trà. "
        "Ngày 8/10, Thủ tướng đã hội đàm với Thủ tướng Lào Som Vi-lay."
    )
    assert told(text)[1] == "talks | Hội đàm Tạ Lam Sơn – Som Vi-lay | XXXX-10-08 |  | Tạ Lam Sơn, Som Vi-lay"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chiều 10/7, bà Anna Holt thăm tỉnh Lam Trà. Bí thư Tỉnh ủy Tạ Lam Sơn đã tiếp đoàn.",
            "?meeting | Tạ Lam Sơn tiếp Anna Holt | None |  | Tạ Lam Sơn, Anna Holt",
        ),
        (
            "Ngày 25/10, Bí thư Tạ Lam Sơn gặp bà Anna Holt. Trước đó, ngày 24/10, tại Lima, đoàn đã làm việc với ông "
            "Anders Lund.",
            "?meeting | Tạ Lam Sơn làm việc với Anders Lund | XXXX-10-24 | Lima | Tạ Lam Sơn, Anders Lund",
        ),
        # Whose the delegation is must be told before.
        ("Ngày 24/10, đoàn đã làm việc với ông Anders Lund.", None),
    ],
)
def test_who_a_delegation_alone_is(text, expected):
    assert (told(text) or [None])[-1] == expected


def test_two_bodies_talk_and_their_leaders_chair():
    text = (
        "Từ ngày 19 đến 21-3, tại Huế, Bộ Tư lệnh Quân khu 7 và Bộ Tư lệnh Quân khu 5 tổ chức hội đàm thường niên. "
        "Trung tướng Tạ Lam Sơn và Đại tướng Som Vi-lay đồng chủ trì hội đàm."
    )
    assert told(text) == [
        "?talks | Hội đàm Bộ Tư lệnh Quân khu 7 – Bộ Tư lệnh Quân khu 5 | XXXX-03-19/XXXX-03-21 | Huế | "
        "Tạ Lam Sơn, Som Vi-lay"
    ]


@pytest.mark.parametrize(
    ("title", "body", "name"),
    [
        (
            "Tuần lễ Cấp cao",
            "Tuần lễ Cấp cao Lam Trà 2017 khai mạc hôm 6/11.",
            "Tuần lễ Cấp cao Lam Trà 2017",
        ),
        # What a story adds in common words makes no better name.
        ("Hội nghị Lam Trà", "Hội nghị Lam Trà mở rộng diễn ra ngày 6/11.", "Hội nghị Lam Trà"),
    ],
)
def test_the_story_may_have_more_of_the_name(title, body, name):
    assert of(title, body)[0].split(" | ")[1] == name


def test_the_bare_word_may_tell_the_place_alone():
    text = "Ngày 23/11, bà Anna Holt dự Lễ trao Giải thưởng Lam Trà. Lễ trao giải được tổ chức tại khách sạn Lam Sơn."
    assert told(text) == [
        "ceremony | Lễ trao Giải thưởng Lam Trà | XXXX-11-23 | khách sạn Lam Sơn | Anna Holt"
    ]


def test_a_congress_is_told_again_by_its_term():
    page = of(
        "Báo Lam Trà tổ chức Đại hội Đảng bộ tòa soạn nhiệm kỳ 2020-2025",
        "Ngày 9/5, Đảng bộ Báo Lam Trà tổ chức Đại hội nhiệm kỳ 2020-2025.",
    )
    assert page == ["conference | Đại hội Đảng bộ tòa soạn nhiệm kỳ 2020-2025 | XXXX-05-09 |  | "]


def test_an_opening_is_part_of_what_it_opens():
    page = told(
        "Diễn đàn Mùa lúa 2025 diễn ra tại Huế ngày 28/6.\n\n"
        "Phát biểu tại lễ bế mạc Diễn đàn Mùa lúa 2025, Bộ trưởng Tạ Lam Sơn đánh giá cao kết quả."
    )
    assert page == ["conference | Diễn đàn Mùa lúa 2025 | XXXX-06-28 | Huế | Tạ Lam Sơn"]


def test_an_anniversary_is_known_again_by_its_years():
    page = told(
        "Sáng 2/4, Ban tổ chức Lễ kỷ niệm 25 năm Ngày mở cảng Lam Trà họp bàn.\n\n"
        "Lễ kỷ niệm 25 năm Ngày mở cảng và đón nhận Bằng khen diễn ra ngày 5/4 tại Huế."
    )
    assert page == [
        "anniversary | Lễ kỷ niệm 25 năm Ngày mở cảng và đón nhận Bằng khen | XXXX-04-05 | Huế | "
    ]


def test_a_larger_congress_of_the_same_term_is_another():
    held = "Sáng 12/6, Hội Nông dân xã Trà Sơn tổ chức Đại hội nhiệm kỳ 2025-2030. "
    larger = "Đại hội bầu đoàn dự Đại hội Hội Nông dân huyện Lam Hà, nhiệm kỳ 2025-2030."
    own = "Đại hội Hội Nông dân xã Trà Sơn nhiệm kỳ 2025-2030 bầu 9 người."
    assert told(held + larger) == ["conference | Đại hội nhiệm kỳ 2025-2030 | XXXX-06-12 |  | "]
    assert told(held + own) == [
        "conference | Đại hội Hội Nông dân xã Trà Sơn nhiệm kỳ 2025-2030 | XXXX-06-12 |  | "
    ]


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        # The lead names the visitor and where he comes from, or the day alone stands in it.
        (
            "Bộ trưởng Quốc phòng Peru Anna Holt thăm Lào",
            "Bộ trưởng Quốc phòng Peru Anna Holt ngày 9/4 đã đến Viêng Chăn nhằm bàn việc dạy phi công cho Lào.",
            ["?visit | Anna Holt thăm Lào | XXXX-04-09 | Lào | Anna Holt"],
        ),
        (
            "Đoàn công tác tỉnh Lam Khê làm việc với UBND tỉnh",
            "Ngày 15/3, bà Khăm, Trưởng Ban Tổ chức tỉnh Lam Khê làm Trưởng đoàn đã đến làm việc với UBND tỉnh.",
            ["?meeting | Đoàn công tác tỉnh Lam Khê làm việc với UBND tỉnh | XXXX-03-15 |  | "],
        ),
        (
            "Họp báo công bố Giải thưởng Lam Sơn",
            "Ban Tổ chức Giải thưởng Lam Sơn đã gặp báo chí để công bố chiều 21/3 tại Huế.",
            ["?conference | Họp báo công bố Giải thưởng Lam Sơn | XXXX-03-21 |  | "],
        ),
        # On that day somebody only leaves for it, or says what is to come, or other things are held.
        (
            "Thủ tướng Tạ Lam Sơn dự Hội nghị Cấp cao Lam Trà",
            "Sáng 11/5, Thủ tướng Tạ Lam Sơn đã rời Hà Nội đi dự Hội nghị Cấp cao Lam Trà.",
            ["?conference | Hội nghị Cấp cao Lam Trà | None |  | Tạ Lam Sơn"],
        ),
        (
            "Ngoại trưởng Peru Anna Holt thăm Lào",
            "Ngày 5/6, Ngoại trưởng Peru Anna Holt sắp đến Viêng Chăn.",
            ["?visit | Anna Holt thăm Lào | None | Lào | Anna Holt"],
        ),
        # Its day stands in the sentence behind it.
        (
            "Lam Trà nhớ ngày lập tỉnh",
            "Tỉnh Lam Trà tổ chức Lễ kỷ niệm 25 năm ngày lập tỉnh. Buổi lễ diễn ra tối 1/1, tại Quảng trường Lam Sơn.",
            ["anniversary | Lễ kỷ niệm 25 năm ngày lập tỉnh | XXXX-01-01 | Quảng trường Lam Sơn | "],
        ),
        (
            "Nối hai bờ sông",
            "Cầu Lam Trà được khánh thành sáng 1/9 sau ba năm thi công.",
            ["ceremony | Khánh thành cầu Lam Trà | XXXX-09-01 |  | "],
        ),
    ],
)
def test_the_day_stands_in_another_sentence(title, body, expected):
    assert of(title, body) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What somebody has come for is likely on the day of coming; an editor judges.
        (
            "Tổng thống Lào Som Vi-lay đã đến Huế vào ngày 1/12 để hội đàm với Thủ tướng Peru Anna Holt.",
            ["?talks | Hội đàm Som Vi-lay – Anna Holt | XXXX-12-01 |  | Som Vi-lay, Anna Holt"],
        ),
        ("Tổng thống Lào Som Vi-lay để hội đàm với Thủ tướng Peru Anna Holt lại sau.", []),
        # A delegation is its leader here, too.
        (
            "Đoàn đại biểu Bộ Y tế do ông Tạ Văn Kha dẫn đầu thăm Lào từ ngày 11 đến ngày 15/5. "
            "Sáng 12/5, tại Viêng Chăn, Đoàn đã có buổi hội đàm với Đoàn đại biểu Bộ Y tế Lào.",
            [
                "visit | Tạ Văn Kha thăm Lào | XXXX-05-11/XXXX-05-15 | Lào | Tạ Văn Kha",
                "?talks | Hội đàm Tạ Văn Kha – Đoàn đại biểu Bộ Y tế Lào | XXXX-05-12 | Viêng Chăn | Tạ Văn Kha",
            ],
        ),
        (
            "Sáng 29/1, Bí thư Tỉnh ủy Tạ Văn Kha chủ trì buổi gặp mặt, chúc Tết cán bộ lão thành.",
            ["meeting | Tạ Văn Kha gặp mặt, chúc Tết cán bộ lão thành | XXXX-01-29 |  | Tạ Văn Kha"],
        ),
        (
            "Lễ giao nhận bản đồ biên giới giữa Lào và Peru diễn ra ngày 1/8.",
            ["ceremony | Lễ giao nhận bản đồ biên giới giữa Lào và Peru | XXXX-08-01 |  | "],
        ),
        (
            "Lễ tốt nghiệp của các tân bác sĩ Trường Đại học Lam Trà diễn ra ngày 16/7.",
            ["ceremony | Lễ tốt nghiệp của các tân bác sĩ Trường Đại học Lam Trà | XXXX-07-16 |  | "],
        ),
    ],
)
def test_what_somebody_has_come_for_and_what_a_delegation_does(text, expected):
    assert told(text) == expected
