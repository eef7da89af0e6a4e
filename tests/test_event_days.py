"""Which day an event has, which place, and what is told of only in passing: invented sentences, as in `test_events`."""

import pytest

from tests.test_events import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The day that a batch is called by is not when it is given.
        (
            "Ngày 27/8/2021, Đảng ủy phường Lam Trà tổ chức Lễ trao tặng Huy hiệu Đảng đợt 2/9/2021.",
            ["ceremony | Lễ trao tặng Huy hiệu Đảng đợt 2/9/2021 | 2021-08-27 |  | "],
        ),
        (
            "Huyện ủy Lam Trà tổ chức Lễ trao Huy hiệu Đảng đợt ngày 19/5 cho 12 đảng viên.",
            ["?ceremony | Lễ trao Huy hiệu Đảng | None |  | "],
        ),
        # The day of a welcome is not that of the whole visit, however it is set off.
        (
            "Sáng nay, 17-4, tại Phủ Chủ tịch, Chủ tịch nước Tạ Lam Sơn đã chủ trì lễ đón Tổng thống Peru Maria Ruiz "
            "tiến hành chuyến thăm cấp Nhà nước đến Việt Nam.",
            [
                "ceremony | Lễ đón Tổng thống Peru Maria Ruiz | XXXX-04-17 | Phủ Chủ tịch | Tạ Lam Sơn, Maria Ruiz",
                "?visit | Maria Ruiz thăm cấp Nhà nước Việt Nam | None | Việt Nam | Maria Ruiz",
            ],
        ),
        # An occasion in the middle of a sentence, and what comes after a session.
        (
            "Theo phóng viên tại Oslo, nhân dự Hội nghị Cấp cao Lam Trà lần thứ 47 tại Oslo, sáng 28/10, Thủ tướng "
            "Tạ Lam Sơn gặp ông Anders Lund.",
            [
                "?conference | Hội nghị Cấp cao Lam Trà lần thứ 47 | None | Oslo | ",
                "meeting | Tạ Lam Sơn gặp Anders Lund | XXXX-10-28 | Oslo | Tạ Lam Sơn, Anders Lund",
            ],
        ),
        (
            "Tại buổi tiếp xúc cử tri TP. Huế sau Kỳ họp thứ 9 Quốc hội khóa XV ngày 28/6, ông Lê Sơn Hà nói.",
            ["?conference | Kỳ họp thứ 9 Quốc hội khóa XV | None |  | "],
        ),
        # The day of setting out.
        (
            "Sáng 5/9, Chủ tịch Quốc hội Vi Thị Kiên rời Hà Nội lên đường tham dự Hội nghị các Chủ tịch Quốc hội thế "
            "giới lần thứ 5 tại Oslo.",
            [
                "?conference | Hội nghị các Chủ tịch Quốc hội thế giới lần thứ 5 | None | Oslo | Vi Thị Kiên",
            ],
        ),
        # A place stands between the name and the day.
        (
            "Tại lễ khởi công dự án Lam Khê - Trà Sơn ở thành phố Vinh, tỉnh Nghệ An vào ngày 28/6, nhiều người dự.",
            ["ceremony | Lễ khởi công dự án Lam Khê - Trà Sơn | XXXX-06-28 | thành phố Vinh | "],
        ),
        # Two that are held together, what is witnessed on the same day, and who speaks there.
        (
            "Sáng 8-3, tại Khu di tích quốc gia Lam Trà, UBND tỉnh tổ chức Lễ hội Lam Trà năm 2024, lễ kỷ niệm 310 "
            "năm Khởi nghĩa Lam Khê.",
            [
                "other | Lễ hội Lam Trà | XXXX-03-08 | Khu di tích quốc gia Lam Trà | ",
                "anniversary | Lễ kỷ niệm 310 năm Khởi nghĩa Lam Khê | XXXX-03-08 | Khu di tích quốc gia Lam Trà | ",
            ],
        ),
        (
            "Sáng 13/10, tại Huế, Thủ tướng Phạm Lam Khê hội đàm với Thủ tướng Lào Som Vi-lay và chứng kiến Lễ trao "
            "văn kiện hợp tác Việt Nam - Lào.",
            [
                "talks | Hội đàm Phạm Lam Khê – Som Vi-lay | XXXX-10-13 | Huế | Phạm Lam Khê, Som Vi-lay",
                "ceremony | Lễ trao văn kiện hợp tác Việt Nam - Lào | XXXX-10-13 | Huế | Phạm Lam Khê",
            ],
        ),
        (
            "Sáng 6-5, phát biểu tại Lễ kỷ niệm 41 năm nối lại quan hệ ngoại giao Lào - Peru (1984 - 2025), Phó Chủ "
            "tịch UBND tỉnh Lê Sơn Hà đánh giá cao sự hợp tác.",
            [
                "anniversary | Lễ kỷ niệm 41 năm nối lại quan hệ ngoại giao Lào - Peru | XXXX-05-06 |  | Lê Sơn Hà",
            ],
        ),
        # What the press is told of has its own day.
        (
            "Bà Vi Thị Kiên nói tại buổi họp báo chiều 2-4 tại Huế, nhằm giới thiệu Đêm nhạc Lam Trà 2016, sẽ diễn "
            "ra vào tối 9-4-2016 tại Nhà hát Huế.",
            [
                "?conference | Họp báo chiều 2-4 | 2016-04-02 | Huế | ",
                "other | Đêm nhạc Lam Trà 2016 | 2016-04-09 |  | ",
            ],
        ),
    ],
)
def test_which_day_is_that_of_an_event(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("Khu tổ hợp khách sạn Sao Lam (đường Hoa Mai)", "Khu tổ hợp khách sạn Sao Lam"),
        ("Nhà thi đấu thể dục, thể thao tỉnh Nghệ An", "Nhà thi đấu thể dục, thể thao tỉnh Nghệ An"),
        ("Công viên thành phố mới Bình Dương", "Công viên thành phố mới Bình Dương"),
        ("đền thờ Lam Khê (xã Trà Sơn)", "đền thờ Lam Khê"),
        ("sân golf Sao Lam", "sân golf Sao Lam"),
        ("huyện miền núi Bắc Trà My", "huyện miền núi Bắc Trà My"),
        ("Phố đi bộ Nguyễn Huệ", "Phố đi bộ Nguyễn Huệ"),
        # Common words without a name are no place.
        ("Nhà thi đấu của trường", ""),
        ("sân trường", ""),
    ],
)
def test_a_place_is_named_behind_common_words(place, expected):
    text = f"Sáng 5/6, Sở Y tế Lam Trà tổ chức Hội thảo Mùa lúa lần thứ 3 tại {place}."
    assert told(text) == [f"conference | Hội thảo Mùa lúa lần thứ 3 | XXXX-06-05 | {expected} | "]


def test_a_place_stands_behind_what_took_place_there():
    text = (
        "Hội nghị Mùa lúa lần thứ 14 với chủ đề “Giữ nước đầu nguồn cho thủy lợi và chia đều trong năm nay”, đã "
        "bế mạc chiều 12/5 tại Huế."
    )
    assert told(text) == ["conference | Hội nghị Mùa lúa lần thứ 14 | XXXX-05-12 | Huế | "]


def test_what_is_named_in_passing_is_no_event_of_a_story_that_has_one():
    lead = "Ngày 3/4, Thủ tướng Lào Som Vi-lay hội đàm với Thủ tướng Peru Anna Ozola."
    talks = "talks | Hội đàm Som Vi-lay – Anna Ozola | XXXX-04-03 |  | Som Vi-lay, Anna Ozola"
    later = (
        "Hai bên nhân kỷ niệm 45 năm nối lại quan hệ ngoại giao Lào - Peru gửi lời chúc. "
        "Đường lối được Đại hội XIII thông qua."
    )
    assert told(f"{lead}\n\n{later}") == [talks]
    # But what is to be held, or has a day, is.
    coming = "Hai bên sẽ dự Kỳ họp thứ 5 Ủy ban liên chính phủ Lào - Peru."
    assert told(f"{lead}\n\n{coming}") == [
        talks,
        "?conference | Kỳ họp thứ 5 Ủy ban liên chính phủ Lào - Peru | None |  | ",
    ]


def test_those_who_are_honoured_do_nothing():
    text = (
        "Ngày 9/4, Chủ tịch nước Tạ Lam Sơn dâng hương Nhà lưu niệm Anh hùng liệt sỹ Vi Văn Kiên, dâng hương tại "
        "khu mộ Tuần phủ Hoàng Lam."
    )
    assert told(text) == ["ceremony | Tạ Lam Sơn dâng hương | XXXX-04-09 |  | Tạ Lam Sơn"]


def test_who_speaks_at_a_conference_takes_part():
    text = (
        "Ngày 5/6, Bộ Y tế tổ chức Hội nghị Mùa lúa lần thứ 3.\n\n"
        "Bộ trưởng Tạ Lam Sơn phát biểu khai mạc tại Hội nghị."
    )
    assert told(text) == ["conference | Hội nghị Mùa lúa lần thứ 3 | XXXX-06-05 |  | Tạ Lam Sơn"]


def test_what_is_signed_after_talks_is_signed_on_their_day():
    text = (
        "Sáng 6/6, Chủ tịch nước Tạ Lam Sơn và Tổng thống Peru Maria Ruiz đã tiến hành hội đàm.\n\n"
        "Kết thúc hội đàm, hai nhà lãnh đạo chứng kiến lễ ký kết ba văn kiện hợp tác giữa hai nước.\n\n"
        "Ông Tạ Lam Sơn từng gặp ông Anders Lund."
    )
    assert told(text) == [
        "talks | Hội đàm Tạ Lam Sơn – Maria Ruiz | XXXX-06-06 |  | Tạ Lam Sơn, Maria Ruiz",
        "?signing | Lễ ký kết ba văn kiện hợp tác giữa hai nước | XXXX-06-06 |  | ",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sáng 5/6, tại Huế, Thủ tướng Phạm Lam Khê chủ trì Hội nghị trực tuyến toàn quốc về nước sạch.",
            "conference | Hội nghị trực tuyến toàn quốc về nước sạch | XXXX-06-05 | Huế | Phạm Lam Khê",
        ),
        (
            "Ngày 6/6, Đại sứ quán Việt Nam tại Lào tổ chức lễ viếng, mở sổ tang nguyên Chủ tịch nước Tạ Lam Sơn.",
            "ceremony | Lễ viếng, mở sổ tang nguyên Chủ tịch nước Tạ Lam Sơn | XXXX-06-06 |  | ",
        ),
        (
            "Ngày 6/2, Thường trực HĐND tỉnh tổ chức phiên giải trình về công tác quản lý đất đai.",
            "conference | Phiên giải trình về công tác quản lý đất đai | XXXX-02-06 |  | ",
        ),
    ],
)
def test_meetings_online_and_books_of_condolence(text, expected):
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What is said and done about it has a day of its own.
        ("Vé xem Đêm nhạc Lam Trà được bán từ ngày 5/6.", ["?other | Đêm nhạc Lam Trà | None |  | "]),
        ("Lễ hội Lam Trà được công bố ngày 5/6.", ["?other | Lễ hội Lam Trà | None |  | "]),
        # Nobody says that they met; and what is told again was not on that day.
        (
            "Ngày 5/6, ông Tạ Văn Kha kể lại chuyến thăm Lào của Chủ tịch nước Tạ Lam Sơn năm 1990.",
            ["?visit | Tạ Lam Sơn thăm Lào | None | Lào | Tạ Lam Sơn"],
        ),
        (
            "Hội nghị thượng đỉnh Peru - Lào có thể diễn ra ngày 15/8.",
            ["?conference | Hội nghị thượng đỉnh Peru - Lào | XXXX-08-15 |  | "],
        ),
        (
            "Lễ khánh thành cầu Lam Trà từng diễn ra ngày 5/6/1990.",
            ["?ceremony | Lễ khánh thành cầu Lam Trà | 1990-06-05 |  | "],
        ),
        ("Nếu Thủ tướng Phạm Lam Khê gặp Tổng thống Peru Maria Ruiz ngày 8/6, giá sẽ tăng.", []),
        ("Ngày 8/6, bà Lam bác tin Tổng thống Peru Maria Ruiz gặp Thủ tướng Phạm Lam Khê.", []),
        (
            "Nếu trời đẹp như hôm qua, Thủ tướng Phạm Lam Khê gặp Tổng thống Peru Maria Ruiz ngày 8/6.",
            ["meeting | Phạm Lam Khê gặp Maria Ruiz | XXXX-06-08 |  | Phạm Lam Khê, Maria Ruiz"],
        ),
        # An inspection is by those in office, and no examination.
        ("Sáng 5/6, ông Tạ Văn Kha đi kiểm tra tiểu đường tại bệnh viện Huế.", []),
        ("Ngày 5/6, cầu thủ Tạ Văn Kha kiểm tra y tế tại CLB Lam Trà.", []),
    ],
)
def test_what_is_not_told_to_have_happened(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chuyến thăm Lào của Tổng thống Peru Maria Ruiz từ ngày 5-7/6 bị hoãn.", []),
        ("Ngày 5/6, bà Lam kêu gọi Thủ tướng Phạm Lam Khê gặp Tổng thống Peru Maria Ruiz.", []),
        (
            "Hội nghị Mùa Lúa được Sở Y tế huyện Lam Hà tổ chức ngày 5/6.",
            ["conference | Hội nghị Mùa Lúa | XXXX-06-05 |  | "],
        ),
        (
            "Ngày 5/6, Hội nghị Mùa Lúa được Sở Y tế đề xuất tổ chức.",
            ["?conference | Hội nghị Mùa Lúa | XXXX-06-05 |  | "],
        ),
        (
            "Ngày 5/6, Hội nghị Mùa Lúa được Bộ Văn hóa khen ngợi nhiều, sẽ tổ chức hằng năm.",
            ["?conference | Hội nghị Mùa Lúa | XXXX-06-05 |  | "],
        ),
        (
            "Phiên tòa xét xử Hà Văn Lộc mở ngày 5/6 tại Huế.",
            ["other | Phiên tòa xét xử Hà Văn Lộc | XXXX-06-05 | Huế | "],
        ),
    ],
)
def test_what_is_called_off_or_only_asked_for_and_who_holds_it(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What opens the clause takes place on the day before it, though its verb stands far behind.
        (
            "Sáng nay, 25/2, lễ đón chính thức Chủ tịch nước Tạ Văn Kha và đoàn đại biểu cùng nhiều doanh nghiệp đã "
            "diễn ra tại Huế.",
            [
                "ceremony | Lễ đón chính thức Chủ tịch nước Tạ Văn Kha và đoàn đại biểu | XXXX-02-25 | Huế | Tạ Văn Kha"
            ],
        ),
        # A congress in whose honour something is done is on another day.
        (
            "Chiều 1/9, ông Tạ Văn Kha, Bí thư Huyện ủy, gắn biển cầu Lam Khê chào mừng Đại hội Đảng bộ huyện Lam Trà.",
            ["?conference | Đại hội Đảng bộ huyện Lam Trà | None |  | "],
        ),
        (
            "Chiều 1/9, ông Tạ Văn Kha dự Lễ gắn biển cầu Lam Khê.",
            ["ceremony | Lễ gắn biển cầu Lam Khê | XXXX-09-01 |  | Tạ Văn Kha"],
        ),
        # What is held on a day needs no capitals in its name.
        (
            "Sáng 16/7, Liên đoàn Lao động tỉnh tổ chức hội thi tuyên truyền viên giỏi.",
            ["other | Hội thi tuyên truyền viên giỏi | XXXX-07-16 |  | "],
        ),
        ("Năm nào Liên đoàn Lao động tỉnh cũng tổ chức hội thi tuyên truyền viên giỏi.", []),
        # An occasion between the day and those who do it takes neither.
        (
            "Sáng 20/10, trước giờ khai mạc Kỳ họp thứ 10, Quốc hội khóa XIV, lãnh đạo Đảng, Nhà nước đã đặt vòng hoa "
            "viếng Nghĩa trang Lam Sơn.",
            [
                "?conference | Kỳ họp thứ 10, Quốc hội khóa XIV | None |  | ",
                "?ceremony | Lãnh đạo Đảng, Nhà nước đặt vòng hoa viếng Nghĩa trang Lam Sơn | XXXX-10-20 |  | ",
            ],
        ),
        (
            "Sáng 19/5, nhân Ngày sinh Tổng Bí thư Tạ Văn Kha, Đoàn đại biểu Tỉnh ủy đã dâng hương tại Đền Lam Khê.",
            ["?ceremony | Đoàn đại biểu Tỉnh ủy dâng hương tại Đền Lam Khê | XXXX-05-19 | Đền Lam Khê | "],
        ),
        (
            "Sáng 4/3, Đoàn đại biểu gồm các đồng chí Giám đốc các sở, ngành đã dâng hương tại Đền Lam Khê.",
            ["?ceremony | Đoàn đại biểu dâng hương tại Đền Lam Khê | XXXX-03-04 | Đền Lam Khê | "],
        ),
        # A congress in the name of a body is on another day than what the body does.
        (
            "Sáng 8/8, ông Tạ Văn Kha nghe Tiểu ban Điều lệ Đảng Đại hội XIV.",
            ["?conference | Đại hội XIV | None |  | "],
        ),
        (
            "Sáng 8/8, ông Tạ Văn Kha họp Tiểu ban Điều lệ Đảng Đại hội XIV.",
            ["conference | Họp Tiểu ban Điều lệ Đảng Đại hội XIV | XXXX-08-08 |  | Tạ Văn Kha"],
        ),
        # Two things are held on one day.
        (
            "Ngày 22/3, xã Lam Trà tổ chức Lễ khánh thành cầu Lam Khê và tổ chức họp mặt truyền thống hai xã Lam Sơn.",
            [
                "ceremony | Lễ khánh thành cầu Lam Khê | XXXX-03-22 |  | ",
                "meeting | Họp mặt truyền thống hai xã Lam Sơn | XXXX-03-22 |  | ",
            ],
        ),
        # How solemnly it is held stands between the verb and its name.
        (
            "Ngày 9/8, Hội Chè xã Lam Trà đã tổ chức trọng thể lễ kỷ niệm 30 năm thành lập hội (9/8/1994-9/8/2024).",
            ["anniversary | Lễ kỷ niệm 30 năm thành lập hội | 2024-08-09 |  | "],
        ),
        # Two days say when it ends as well as when it begins.
        (
            "Đại hội lần thứ IV của Hội Chè xã Lam Trà được tổ chức tại Huế kể từ ngày 8 - 9/10/2024.",
            ["conference | Đại hội lần thứ IV của Hội Chè xã Lam Trà | 2024-10-08/2024-10-09 | Huế | "],
        ),
        # A body may meet without a noun for it.
        (
            "Sáng 7/9, Ban Chỉ đạo phòng chống dịch Covid-19 họp trực tuyến với các địa phương.",
            ["conference | Họp trực tuyến của Ban Chỉ đạo phòng chống dịch Covid-19 | XXXX-09-07 |  | "],
        ),
        (
            "Sáng 6/5, Ban Chỉ đạo phòng, chống dịch tỉnh Lam Trà họp trực tuyến với các địa phương.",
            ["conference | Họp trực tuyến của Ban Chỉ đạo phòng, chống dịch tỉnh Lam Trà | XXXX-05-06 |  | "],
        ),
    ],
)
def test_the_day_that_opens_the_clause(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # An occasion is on the day when so many years are over, or in that year.
        (
            "Nhân kỷ niệm 30 năm quan hệ Lào - Peru (5/6/1993 - 5/6/2023), hai nước trao đổi thư mừng.",
            ["?anniversary | Kỷ niệm 30 năm quan hệ Lào - Peru | 2023-06-05 |  | "],
        ),
        (
            "Nhân kỷ niệm 30 năm quan hệ Lào - Peru (1993 - 2023), hai nước trao đổi thư mừng.",
            ["?anniversary | Kỷ niệm 30 năm quan hệ Lào - Peru | 2023 |  | "],
        ),
        (
            "Nhân kỷ niệm 30 năm quan hệ Lào - Peru (1993 - 2021), hai nước trao đổi thư mừng.",
            ["?anniversary | Kỷ niệm 30 năm quan hệ Lào - Peru | None |  | "],
        ),
        # What is held some days before or after it is held in that year; what is held long before, nobody knows.
        (
            "Ngày 3/6, Hội Chè phối hợp với Đại sứ quán Lào mít tinh kỷ niệm 30 năm quan hệ Lào - Peru "
            "(5/6/1993 - 5/6/2023).",
            ["anniversary | Mít tinh kỷ niệm 30 năm quan hệ Lào - Peru | 2023-06-03 |  | "],
        ),
        (
            "Ngày 29/12, Hội Chè tổ chức lễ kỷ niệm 30 năm quan hệ Lào - Peru (5/1/1993 - 5/1/2023).",
            ["anniversary | Lễ kỷ niệm 30 năm quan hệ Lào - Peru | XXXX-12-29 |  | "],
        ),
        (
            "Hội Chè tổ chức lễ kỷ niệm 30 năm quan hệ Lào - Peru (5/1/1993 - 5/1/2023).",
            ["?anniversary | Lễ kỷ niệm 30 năm quan hệ Lào - Peru | None |  | "],
        ),
        # Two of one office hold talks on the day that the next paragraph tells: host and guest of the visit.
        (
            "Nhận lời mời của Chủ tịch Quốc hội Vi Thị Kiên, Chủ tịch Nghị viện Peru Anna Holt thăm Lào từ ngày 4 - "
            "7/6.\n"
            "Chiều 5/6, hai nhà lãnh đạo đã tiến hành hội đàm.",
            [
                "visit | Anna Holt thăm Lào | XXXX-06-04/XXXX-06-07 | Lào | Anna Holt",
                "?talks | Hội đàm Vi Thị Kiên – Anna Holt | XXXX-06-05 |  | Vi Thị Kiên, Anna Holt",
            ],
        ),
    ],
)
def test_the_year_that_an_anniversary_tells_and_the_day_of_both(text, expected):
    assert told(text) == expected
