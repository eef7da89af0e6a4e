"""Visits to people without a name, who goes on them, and what else a visit's sentence tells. Invented sentences."""

import pytest

from articles.text.events.find import find_events
from articles.text.types import FoundPerson, Span
from tests.stories import story
from tests.test_events import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Whom the visit goes to is enough where the place is told.
        (
            "Sáng 10/1, đoàn công tác do bà Lê Lam Trà, Trưởng ban Tổ chức Tỉnh ủy làm trưởng đoàn đã đến thăm, tặng "
            "quà 5 gia đình chính sách, người có công ở xã Lam Khê.",
            [
                "visit | Lê Lam Trà thăm, tặng quà 5 gia đình chính sách | XXXX-01-10 | xã Lam Khê | Lê Lam Trà"
            ],
        ),
        (
            "Sáng 5/2, ông Tạ Văn Kha đã đến thăm, chúc Tết và trao quà cho các hộ nghèo và người yếu thế trên địa bàn "
            "phường Lam Trà.",
            [
                "visit | Tạ Văn Kha thăm, chúc Tết các hộ nghèo và người yếu thế | XXXX-02-05 | phường Lam Trà | "
                "Tạ Văn Kha"
            ],
        ),
        (
            "Ngày 3/5, bà Lê Lam Trà đã đến thăm, tặng quà các cá nhân tiêu biểu trên địa bàn tỉnh.",
            ["visit | Lê Lam Trà thăm, tặng quà các cá nhân tiêu biểu | XXXX-05-03 |  | Lê Lam Trà"],
        ),
        ("Ngày 3/5, bà Lê Lam Trà thăm các cá nhân tiêu biểu.", []),
        # More countries than one.
        (
            "Ngày 3/5, bà Lê Lam Trà thăm Lào, Thái Lan và Peru.",
            [
                "visit | Lê Lam Trà thăm Lào, Thái Lan và Peru | XXXX-05-03 | Lào, Thái Lan và Peru | Lê Lam Trà"
            ],
        ),
        # The authorities of a place, behind what is wished them.
        (
            "Sáng 6/4, ông Tạ Văn Kha đã đến chúc Tết cổ truyền Bunpimay tới Đảng bộ, chính quyền và nhân dân các bộ "
            "tộc Lào tỉnh Lam Khê.",
            ["visit | Tạ Văn Kha chúc Tết tỉnh Lam Khê | XXXX-04-06 | tỉnh Lam Khê | Tạ Văn Kha"],
        ),
        # A feast is wished at a house, whose name holds nobody's office.
        (
            "Sáng 24/12, Hòa thượng Thích Lam Trà đã đến chúc mừng lễ Giáng sinh tại Tòa Giám mục Lam Khê.",
            [
                "visit | Thích Lam Trà chúc mừng lễ Giáng sinh tại Tòa Giám mục Lam Khê | XXXX-12-24 | Tòa Giám mục "
                "Lam Khê | Thích Lam Trà"
            ],
        ),
    ],
)
def test_whom_a_visit_goes_to(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sáng 11/12, tại Phủ Chủ tịch, Thủ tướng Phạm Lam Khê chủ trì lễ đón Thủ tướng Lào Som Vi-lay thăm chính "
            "thức Việt Nam từ ngày 11 đến 12/12.",
            [
                "ceremony | Lễ đón Thủ tướng Lào Som Vi-lay | XXXX-12-11 | Phủ Chủ tịch | Phạm Lam Khê, Som Vi-lay",
                "visit | Som Vi-lay thăm chính thức Việt Nam | XXXX-12-11/XXXX-12-12 | Việt Nam | Som Vi-lay",
            ],
        ),
        (
            "Sáng 25/8, Phó Tổng thống Peru Anna Holt bắt đầu các hoạt động trong khuôn khổ chuyến thăm chính thức "
            "Việt Nam theo lời mời của Thủ tướng Phạm Lam Khê, từ 24-26/8.",
            ["visit | Anna Holt thăm chính thức Việt Nam | XXXX-08-24/XXXX-08-26 | Việt Nam | Anna Holt"],
        ),
        (
            "Ngày 22/7, Bộ Y tế cho hay Lễ hội Lam Trà năm 2015 diễn ra tại Huế từ 25 đến 27/7.",
            ["other | Lễ hội Lam Trà | XXXX-07-25/XXXX-07-27 | Huế | "],
        ),
        (
            "Trong chuyến thăm Lào từ ngày 24-25/8, chiều 24/8, Bộ trưởng Công an Việt Nam Tạ Lam Sơn đến chào Chủ "
            "tịch nước Lào Som Vi-lay, Thủ tướng Chính phủ Kham Phu-mi.",
            [
                "visit | Tạ Lam Sơn thăm Lào | XXXX-08-24/XXXX-08-25 | Lào | Tạ Lam Sơn",
                "meeting | Tạ Lam Sơn chào Som Vi-lay và Kham Phu-mi | XXXX-08-24 |  | Tạ Lam Sơn, Som Vi-lay, Kham "
                "Phu-mi",
            ],
        ),
    ],
)
def test_the_days_of_a_visit_are_its_own(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The day may stand between those who go and what they do; leaders of countries are known by these.
        (
            "Các nhà lãnh đạo Lào, Peru và Latvia ngày 16/6 có chuyến thăm đầu tiên tới Huế.",
            ["?visit | Lãnh đạo Lào, Peru và Latvia thăm Huế | XXXX-06-16 | Huế | "],
        ),
        # Whoever is received is on the visit, not who receives.
        (
            "Chiều 5/9, Thứ trưởng Tạ Kha tiếp đoàn công tác Bộ Y tế Lào sang thăm và làm việc tại Việt Nam.",
            [
                "meeting | Tạ Kha tiếp đoàn công tác Bộ Y tế Lào | XXXX-09-05 |  | Tạ Kha",
                "?visit | Đoàn công tác Bộ Y tế Lào thăm và làm việc tại Việt Nam | None | Việt Nam | ",
            ],
        ),
        # Who met the first meets the next, whatever stands behind the first one's name.
        (
            "Ngày 20/11, Thứ trưởng Tạ Kha hội kiến với bà Anna Holt (An-na Hôn), tiếp ông Anders Lund.",
            [
                "meeting | Tạ Kha hội kiến Anna Holt | XXXX-11-20 |  | Tạ Kha, Anna Holt",
                "?meeting | Tạ Kha tiếp Anders Lund | XXXX-11-20 |  | Tạ Kha, Anders Lund",
            ],
        ),
        # What is yet to come is, to the end of its list.
        (
            "Tổng thống Peru Anna Holt sẽ thăm Lào từ ngày 23 đến 24/8, hội đàm với Thủ tướng Lào Som Vi-lay.",
            [
                "visit | Anna Holt thăm Lào | XXXX-08-23/XXXX-08-24 | Lào | Anna Holt",
                "?talks | Hội đàm Anna Holt – Som Vi-lay | XXXX-08-23/XXXX-08-24 |  | Anna Holt, Som Vi-lay",
            ],
        ),
    ],
)
def test_who_goes_and_who_meets(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Trưa 1/4, Thủ tướng Peru Anna Holt đã rời Hà Nội, kết thúc tốt đẹp chuyến thăm chính thức Lào.",
        "Kết thúc chuyến thăm chính thức Lào, chiều 1/4, Thủ tướng Peru Anna Holt đã về tới Lima.",
    ],
)
def test_the_last_day_of_a_visit_is_not_its_day(text):
    assert told(text) == ["?visit | Anna Holt thăm chính thức Lào | None | Lào | Anna Holt"]


def test_a_delegation_and_its_leader_meet_once():
    assert told(
        "Đoàn Hải quan Lào làm việc với Cục Hải quan Lam Trà.\n\nNgày 10/10, Đoàn Hải quan Lào do ông Som Vi-lay dẫn "
        "đầu có cuộc làm việc với Cục Hải quan Lam Trà."
    ) == ["meeting | Som Vi-lay làm việc với Cục Hải quan Lam Trà | XXXX-10-10 |  | Som Vi-lay"]


def test_a_body_of_the_title_and_whoever_the_lead_names_for_it_go_once():
    assert told(
        "Ban Trị sự Phật giáo tỉnh thăm, chúc Tết lãnh đạo UBND tỉnh.\n\nSáng 30/1, ông Tạ Văn Kha đến thăm, chúc Tết "
        "lãnh đạo UBND tỉnh Lam Khê.",
        title=True,
    ) == ["visit | Tạ Văn Kha thăm, chúc Tết lãnh đạo UBND tỉnh Lam Khê | XXXX-01-30 |  | Tạ Văn Kha"]


def test_the_organisers_day_is_not_that_of_what_they_organise():
    assert "?other | Giải Bóng chuyền Lam Trà 2023 | None |  | " in told(
        "Chiều 25/8, Ban Tổ chức Giải Bóng chuyền Lam Trà 2023 tổ chức họp báo giới thiệu giải."
    )


def test_whoever_was_met_before_meets_nobody_now():
    assert told(
        "Sau cuộc gặp với Phó Chủ tịch nước Lò Thị Én, Phó Tổng thống Peru Anna Holt hội kiến với ông Tạ Lam Sơn."
    )[-1:] == ["?meeting | Anna Holt hội kiến Tạ Lam Sơn | None |  | Anna Holt, Tạ Lam Sơn"]


def test_days_without_a_year_are_those_told_with_one():
    assert told(
        "Anna Holt thăm Lào từ 25-26/8.\n\nBà Anna Holt thăm Lào từ ngày 25 - 26/8/2014.",
        title=True,
    ) == ["visit | Anna Holt thăm Lào | 2014-08-25/2014-08-26 | Lào | Anna Holt"]


def test_a_congress_is_the_same_with_and_without_its_term():
    assert told(
        "Đại hội đại biểu Hội Sinh viên Trường Lam Trà lần thứ VII.\n\nNgày 8/1, Trường Lam Trà tổ chức Đại hội đại "
        "biểu lần thứ VII, nhiệm kỳ 2025 - 2028.",
        title=True,
    ) == ["conference | Đại hội đại biểu Hội Sinh viên Trường Lam Trà lần thứ VII | XXXX-01-08 |  | "]


def test_what_somebody_does_in_one_sentence_is_done_on_one_day():
    assert told("Ngày 5/6, Thủ tướng Phạm Lam Khê thăm Lào và hội đàm với Thủ tướng Lào Som Vi-lay.") == [
        "visit | Phạm Lam Khê thăm Lào | XXXX-06-05 | Lào | Phạm Lam Khê",
        "talks | Hội đàm Phạm Lam Khê – Som Vi-lay | XXXX-06-05 |  | Phạm Lam Khê, Som Vi-lay",
    ]


def test_a_day_with_its_local_time_is_set_off_for_what_follows():
    assert told(
        "Nhân dịp tham dự Diễn đàn Lam Trà tại Lima, chiều 17/1 (giờ địa phương), ông Phạm Lam Khê gặp ông Som Vi-lay."
    ) == [
        "?conference | Diễn đàn Lam Trà | None | Lima | ",
        "meeting | Phạm Lam Khê gặp Som Vi-lay | XXXX-01-17 |  | Phạm Lam Khê, Som Vi-lay",
    ]


def test_an_occasion_has_neither_the_day_nor_the_place_of_what_it_is_told_for():
    assert told(
        "Ngày 1/9, tại Lima (Peru), nhân dịp tham dự Hội nghị cấp cao Lam Trà, Thủ tướng Phạm Lam Khê gặp Thủ tướng "
        "Lào Som Vi-lay."
    ) == [
        "?conference | Hội nghị cấp cao Lam Trà | None |  | ",
        "meeting | Phạm Lam Khê gặp Som Vi-lay | XXXX-09-01 | Lima | Phạm Lam Khê, Som Vi-lay",
    ]


def test_a_body_that_informs_by_name_makes_no_statement():
    assert told("Ngày 14/2, Trung tâm Thông tin Lam Trà tổ chức “Hội nghị tổng kết công tác thư viện”.") == [
        "conference | Hội nghị tổng kết công tác thư viện | XXXX-02-14 |  | "
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nhận lời mời của Chủ tịch nước, Tổng thống Cộng hòa Peru Anna Holt và Phu quân sẽ thăm cấp Nhà nước tới "
            "Lào từ ngày 9 đến 12/6.",
            "visit | Anna Holt thăm cấp Nhà nước Lào | XXXX-06-09/XXXX-06-12 | Lào | Anna Holt",
        ),
        # Here the one named is the host.
        ("Nhận lời mời của Tổng Bí thư, Chủ tịch nước Tạ Lam Sơn, Thủ tướng đã thăm Lào.", None),
        (
            "Ngày 24/9, nhân dịp lễ Lam Trà, bà Anna Holt đã thăm, chúc mừng các vị hòa thượng, chư tăng tại chùa "
            "Kh'leang.",
            "visit | Anna Holt thăm, chúc mừng các vị hòa thượng | XXXX-09-24 | chùa Kh'leang | Anna Holt",
        ),
        (
            "Ngày 24/9, bà Anna Holt thăm, chúc Tết Sene Dolta đồng bào Khmer Lam Trà.",
            "visit | Anna Holt thăm, chúc Tết đồng bào Khmer Lam Trà | XXXX-09-24 |  | Anna Holt",
        ),
    ],
)
def test_guests_hosts_and_feasts(text, expected):
    assert (told(text) or [None])[0] == expected


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("huyện Mỹ Tú", "huyện Mỹ Tú"),
        ("Quảng trường 23-8", "Quảng trường 23-8"),
        ("vùng Lam Trà", "vùng Lam Trà"),
        ("Mỹ", "Mỹ"),
    ],
)
def test_places_that_hold_a_country_or_a_figure(place, expected):
    text = f"Sáng 19/5, Tỉnh ủy tổ chức Lễ kỷ niệm 130 năm ngày sinh nhà thơ Lam Khê tại {place}."
    assert told(text)[0].split(" | ")[3] == expected


def test_cooperation_is_no_post():
    text = "Bà Anna Holt ngày 6-9 chứng kiến lễ ký Thỏa thuận hợp tác an ninh ven biển tại Dinh Lam Trà."
    assert told(text) == [
        "signing | Lễ ký Thỏa thuận hợp tác an ninh ven biển | XXXX-09-06 | Dinh Lam Trà | Anna Holt"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tổng thống Lào Som Vi-lay ngày 27/6 đã thăm một căn cứ không quân của Nga ở Lam Trà.",
            "visit | Som Vi-lay thăm một căn cứ không quân của Nga ở Lam Trà | XXXX-06-27 | Lam Trà | Som Vi-lay",
        ),
        (
            "Sáng 18/6, ông Tạ Lam Sơn đã thăm hỏi, động viên chị Trần Thị Thanh tại Bệnh viện Lam Trà.",
            "visit | Tạ Lam Sơn thăm hỏi, động viên Trần Thị Thanh | XXXX-06-18 | Bệnh viện Lam Trà | Tạ Lam Sơn",
        ),
        (
            "Sáng 5/6, bà Anna Holt thăm, chúc thọ nguyên Thủ tướng Tạ Lam Sơn.",
            "visit | Anna Holt thăm, chúc thọ Tạ Lam Sơn | XXXX-06-05 |  | Anna Holt",
        ),
        ("Sáng 5/6, bà Anna Holt thăm ông Lê Sơn Hà.", None),
        # Of a school that nobody names nothing is told; nor is somebody further on in the sentence visited.
        ("Sáng 5/6, bà Anna Holt thăm trường.", None),
        ("Sáng 5/6, bà Anna Holt đi thăm, còn ông Tạ Lam Sơn ở nhà.", None),
    ],
)
def test_people_and_sites_are_visited(text, expected):
    assert (told(text) or [None])[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tại sân vận động Mỹ Lam ở Huế", "sân vận động Mỹ Lam"),
        ("tại sông Lam Trà", "sông Lam Trà"),
        ("tại Hà Nội theo hình thức trực tiếp kết hợp trực tuyến", "Hà Nội"),
        ("tại Hà Nội theo hình thức trực tuyến", ""),
    ],
)
def test_places_of_sports_and_waters_and_of_what_is_online_as_well(text, expected):
    event = told(f"Sáng 19/5, Bộ Y tế tổ chức Hội nghị Phòng dịch Lam Trà {text}.")[0]
    assert event.split(" | ")[3] == expected


def test_a_visit_with_wishes_goes_to_the_place_behind_them():
    text = "Ngày 9-2, Trung tướng Tạ Lam Sơn thăm, chúc Tết và kiểm tra công tác sẵn sàng chiến đấu tại Lữ đoàn 170."
    assert told(text)[0].split(" | ")[2:4] == ["XXXX-02-09", "Lữ đoàn 170"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Who opens the clause does it, whatever is said of them before the verb.
        (
            "Sáng nay (3/12), tại Huế, Đoàn công tác Bộ Y tế do đồng chí Vụ trưởng làm trưởng đoàn đã đến thăm, động "
            "viên và tặng quà 50 hộ nghèo xã Lam Khê.",
            [
                "visit | Đoàn công tác Bộ Y tế thăm, động viên và tặng quà 50 hộ nghèo xã Lam Khê | XXXX-12-03 | Huế | "
            ],
        ),
        (
            "Ngày 13/2, Hội Phụ nữ tỉnh Lam Trà phối hợp với Công ty Lam Khê đến thăm, tặng quà 50 hộ nghèo xã Lam "
            "Sơn.",
            ["?visit | Hội Phụ nữ tỉnh Lam Trà thăm, tặng quà 50 hộ nghèo xã Lam Sơn | XXXX-02-13 |  | "],
        ),
        (
            "Chiều 12/1, đại diện lãnh đạo các sở, ngành trong và ngoài tỉnh đã đến thăm, chúc mừng Báo Lam Khê.",
            ["?visit | Đại diện lãnh đạo các sở thăm, chúc mừng Báo Lam Khê | XXXX-01-12 | Báo Lam Khê | "],
        ),
        ("Ngày 13/2, Công an tỉnh Lam Trà cho biết nhóm thợ săn đã đến thăm xã Lam Sơn.", []),
        (
            "Sáng 18/6, Đoàn công tác số 3 Bộ Y tế do Thứ trưởng dẫn đầu thăm tỉnh Lam Khê.",
            ["visit | Đoàn công tác số 3 Bộ Y tế thăm tỉnh Lam Khê | XXXX-06-18 | tỉnh Lam Khê | "],
        ),
        ("Ngày 13/2, Công an tỉnh Lam Trà bắt nhóm thợ săn thăm xã Lam Sơn.", []),
        (
            "Ngày 6/5, Sở Y tế tỉnh Lam Trà tổ chức các đoàn công tác đi thăm, tặng quà Mẹ Việt Nam anh hùng ở xã Lam "
            "Khê.",
            [
                "?visit | Sở Y tế tỉnh Lam Trà thăm, tặng quà Mẹ Việt Nam anh hùng ở xã Lam Khê | XXXX-05-06 | xã Lam "
                "Khê | "
            ],
        ),
        # A delegation for surveys is no survey by whoever was told of before.
        (
            "Ngày 5/6, Thủ tướng Tạ Văn Kha thăm Lào. Sáng 8/6, Đoàn khảo sát Tiểu ban Lam Trà đến Huế.",
            ["visit | Tạ Văn Kha thăm Lào | XXXX-06-05 | Lào | Tạ Văn Kha"],
        ),
        # Whatever the guests do besides, the visit goes to whom it goes to.
        (
            "Ngày 5/1, ông Tạ Văn Kha, Bí thư Huyện ủy, đã đến thăm, tặng hoa chúc mừng các thầy, cô giáo Trường Lam "
            "Khê.",
            [
                "visit | Tạ Văn Kha thăm, tặng hoa chúc mừng các thầy, cô giáo Trường Lam Khê | XXXX-01-05 |  | "
                "Tạ Văn Kha"
            ],
        ),
        (
            "Ngày 12/9, ông Tạ Văn Kha, Thứ trưởng Bộ Y tế, đã kiểm tra công tác phòng, chống dịch tại tỉnh Lam Trà.",
            [
                "visit | Tạ Văn Kha kiểm tra công tác phòng, chống dịch tại tỉnh Lam Trà | XXXX-09-12 | tỉnh Lam Trà | "
                "Tạ Văn Kha"
            ],
        ),
    ],
)
def test_a_day_and_a_delegation_open_the_sentence(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The list goes on behind a semicolon, with the same day; offices may be told one after the other.
        (
            "Ngày 25/1, Thủ tướng Tạ Văn Kha dâng hương cố Chủ tịch Quốc hội Lê Văn Én; thăm nguyên Phó Chủ tịch nước, "
            "nguyên Bí thư Tỉnh ủy Hà Văn Lộc.",
            [
                "ceremony | Tạ Văn Kha dâng hương | XXXX-01-25 |  | Tạ Văn Kha",
                "?visit | Tạ Văn Kha thăm Hà Văn Lộc | XXXX-01-25 |  | Tạ Văn Kha",
            ],
        ),
        # Somebody with a rank is no place, and does not live where they held an office.
        (
            "Ngày 25/1, Thủ tướng Tạ Văn Kha thăm Thiếu tướng Hà Văn Lộc, nguyên Đại sứ Việt Nam tại Lào.",
            ["visit | Tạ Văn Kha thăm Hà Văn Lộc | XXXX-01-25 |  | Tạ Văn Kha"],
        ),
        # Where something is wished or given, whom it goes to need not be told apart; a body need have no place.
        (
            "Ngày 19/11, lãnh đạo tỉnh Lam Khê đã đi thăm, chúc mừng các trường học.",
            ["?visit | Lãnh đạo tỉnh Lam Khê thăm, chúc mừng các trường học | XXXX-11-19 |  | "],
        ),
        (
            "Sáng 8/1, ông Tạ Văn Kha, Giám đốc Công an tỉnh, đã đến thăm, chúc Tết và tặng quà Công an các xã.",
            ["visit | Tạ Văn Kha thăm, chúc Tết và tặng quà Công an các xã | XXXX-01-08 |  | Tạ Văn Kha"],
        ),
        # Several places are some, too.
        (
            "Sáng 12/3, ông Tạ Văn Kha, Phó Chủ tịch UBND tỉnh, đã đi kiểm tra công tác bầu cử tại một số xã.",
            ["visit | Tạ Văn Kha kiểm tra công tác bầu cử tại một số xã | XXXX-03-12 |  | Tạ Văn Kha"],
        ),
        # A delegation that was invited, behind who invites and what its leader is.
        (
            "(LTO)- Nhận lời mời của Quốc hội Việt Nam, Đoàn đại biểu Quốc hội Lào do ông Tạ Văn Kha, Phó Chủ tịch, "
            "làm Trưởng đoàn, thăm Việt Nam từ ngày 26-29/10. Ngày 28/10, bà Lê Thị Én, Bí thư Thành ủy, thân mật tiếp "
            "đoàn.",
            [
                "visit | Đoàn đại biểu Quốc hội Lào thăm Việt Nam | XXXX-10-26/XXXX-10-29 | Việt Nam | ",
                "?meeting | Lê Thị Én tiếp Đoàn đại biểu Quốc hội Lào | XXXX-10-28 |  | Lê Thị Én",
            ],
        ),
        # What is inspected has a name of its own.
        (
            "Sáng 6/5, Phó Thủ tướng Tạ Văn Kha đã đi khảo sát thực địa dự án sân bay Lam Trà.",
            ["visit | Tạ Văn Kha khảo sát thực địa dự án sân bay Lam Trà | XXXX-05-06 |  | Tạ Văn Kha"],
        ),
        # Those who are on a journey work at the place that they have come to; others are employed there.
        (
            "Chiều 9/3, đoàn công tác Bộ Y tế do ông Tạ Văn Kha, Thứ trưởng, làm trưởng đoàn đã làm việc tại tỉnh Lam "
            "Trà.",
            ["meeting | Tạ Văn Kha làm việc tại tỉnh Lam Trà | XXXX-03-09 |  | Tạ Văn Kha"],
        ),
        ("Ngày 9/3, ông Tạ Văn Kha, người từng làm việc tại Sở Y tế Lam Trà, đến Huế.", []),
        ("Ông Tạ Văn Kha, Giám đốc Sở Y tế, đã làm việc tại Peru nhiều năm.", []),
        ("Tháng 6/1998, Giám đốc Sở Y tế Tạ Văn Kha đã làm việc tại Peru.", []),
        (
            "Ngày 5/6, Giám đốc Sở Y tế Tạ Văn Kha đã làm việc tại huyện Quế Lam.",
            ["meeting | Tạ Văn Kha làm việc tại huyện Quế Lam | XXXX-06-05 |  | Tạ Văn Kha"],
        ),
        # A line that breaks off.
        ("Chủ tịch nước Tạ Văn Kha thăm và", []),
        # Others are told to go, or praised for it.
        ("Ngày 5/6, Bí thư Tỉnh ủy Tạ Văn Kha yêu cầu các sở đến thăm, chúc Tết người có công.", []),
        (
            "Ngày 5/6, Bí thư Tỉnh ủy Tạ Văn Kha chỉ đạo Sở Y tế đến thăm, tặng quà các gia đình chính sách.",
            [],
        ),
        ("Ngày 5/6, Bí thư Tỉnh ủy Tạ Văn Kha ghi nhận công tác thăm, tặng quà người có công.", []),
        (
            "Ngày 5/6, Bí thư Tỉnh ủy Tạ Văn Kha phân công Phó Bí thư Vi Thị Kiên thăm, tặng quà người có công.",
            [],
        ),
        ("Bộ trưởng Tạ Văn Kha phủ nhận đã thăm Lào ngày 5/6.", []),
        (
            "Ngày 5/6, Bí thư Tỉnh ủy Tạ Văn Kha chỉ đạo chống bão và thăm, tặng quà người có công.",
            ["visit | Tạ Văn Kha thăm, tặng quà người có công | XXXX-06-05 |  | Tạ Văn Kha"],
        ),
        (
            "Ngày 5/6, Bí thư Tỉnh ủy Tạ Văn Kha - Trưởng Ban Chỉ đạo chống bão thăm, tặng quà người có công.",
            ["visit | Tạ Văn Kha thăm, tặng quà người có công | XXXX-06-05 |  | Tạ Văn Kha"],
        ),
    ],
)
def test_whom_and_what_people_in_office_go_to_see(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ngày 9/1, Phó Chủ tịch HĐND tỉnh Tạ Văn Kha đã đến xã Lam Trà, huyện Lam Khê thăm, tặng quà.",
            ["visit | Tạ Văn Kha thăm, tặng quà xã Lam Trà | XXXX-01-09 | xã Lam Trà | Tạ Văn Kha"],
        ),
        (
            "Ngày 9/1, Phó Chủ tịch HĐND tỉnh Tạ Văn Kha đã đến huyện Lam Khê thăm, chúc thọ các cụ tròn 100 tuổi.",
            ["visit | Tạ Văn Kha thăm, chúc thọ các cụ | XXXX-01-09 | huyện Lam Khê | Tạ Văn Kha"],
        ),
        (
            "Ngày 9/1, Chủ tịch nước Tạ Văn Kha thăm Bà mẹ Việt Nam anh hùng Lê Thị Én.",
            ["visit | Tạ Văn Kha thăm Bà mẹ Việt Nam anh hùng Lê Thị Én | XXXX-01-09 |  | Tạ Văn Kha"],
        ),
        # The readers' own province has no name.
        (
            "Chiều 3/7, Đoàn công tác Bộ Y tế do Thứ trưởng Tạ Văn Kha làm Trưởng đoàn đến thăm và làm việc tại tỉnh.",
            ["visit | Tạ Văn Kha thăm và làm việc tại tỉnh | XXXX-07-03 |  | Tạ Văn Kha"],
        ),
        ("Đoàn công tác Bộ Y tế do Thứ trưởng Tạ Văn Kha làm Trưởng đoàn đã làm việc tại tỉnh.", []),
        (
            "Sáng 8/3, đoàn công tác Tỉnh ủy Lam Khê do ông Tạ Văn Kha làm trưởng đoàn đã đến trao đổi kinh nghiệm tại "
            "tỉnh Lam Trà.",
            [
                "visit | Tạ Văn Kha trao đổi kinh nghiệm tại tỉnh Lam Trà | XXXX-03-08 | tỉnh Lam Trà | Tạ Văn Kha"
            ],
        ),
    ],
)
def test_a_visit_by_the_place_that_the_visitors_came_to(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sáng 9/4, đoàn công tác tỉnh Lam Khê do ông Tạ Văn Kha dẫn đầu đã đến thăm, chúc Tết chính quyền và nhân "
            "dân tỉnh Lam Trà.",
            ["visit | Tạ Văn Kha thăm, chúc Tết tỉnh Lam Trà | XXXX-04-09 | tỉnh Lam Trà | Tạ Văn Kha"],
        ),
        # A country in the middle of a name.
        (
            "Ngày 5/6, ông Tạ Văn Kha đã đến thăm Trụ sở Hội Việt Nam Chè xanh.",
            [
                "visit | Tạ Văn Kha thăm Trụ sở Hội Việt Nam Chè xanh | XXXX-06-05 | Trụ sở Hội Việt Nam Chè xanh | "
                "Tạ Văn Kha"
            ],
        ),
        # Whoever is at the head of a country is the one of its leaders who goes there.
        (
            "Tổng thống Peru Anna Holt công du châu Âu.\nChuyến thăm châu Âu của người đứng đầu Peru là từ 5-10/5.",
            ["?visit | Anna Holt công du châu Âu | XXXX-05-05/XXXX-05-10 | châu Âu | Anna Holt"],
        ),
        # A visit that is only prepared is another one: its visitor leads no delegation here.
        (
            "Hai nước chuẩn bị cho chuyến thăm Lào của Thủ tướng Tạ Văn Kha.\n"
            "Tại Huế, Đoàn sẽ vào Lăng viếng Chủ tịch Lê Sơn Hà.",
            ["?visit | Tạ Văn Kha thăm Lào | None | Lào | Tạ Văn Kha"],
        ),
        # The one who is honoured, or who gave a tree, goes nowhere.
        (
            "Ngày 5/6, họ xem cây do Tổng thống Peru Anna Holt tặng Chủ tịch Tạ Văn Kha, viếng Lăng Chủ tịch Tạ Văn "
            "Kha, gặp gỡ Hội Chè Lam Trà.",
            [],
        ),
    ],
)
def test_who_goes_and_who_does_not(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Announced with its days, it is as good as told; planned or thought of, it is not.
        (
            "Thủ tướng Tạ Văn Kha sẽ thăm chính thức Lào từ ngày 5 - 7/6.",
            ["visit | Tạ Văn Kha thăm chính thức Lào | XXXX-06-05/XXXX-06-07 | Lào | Tạ Văn Kha"],
        ),
        (
            "Theo kế hoạch, Thủ tướng Tạ Văn Kha sẽ thăm chính thức Lào từ ngày 5 - 7/6.",
            ["?visit | Tạ Văn Kha thăm chính thức Lào | XXXX-06-05/XXXX-06-07 | Lào | Tạ Văn Kha"],
        ),
        (
            "Hội chợ Lam Trà lần thứ 5 sẽ diễn ra từ ngày 5 - 7/6 tại Huế.",
            ["other | Hội chợ Lam Trà lần thứ 5 | XXXX-06-05/XXXX-06-07 | Huế | "],
        ),
        (
            "Hội chợ Lam Trà lần thứ 5 dự kiến sẽ diễn ra từ ngày 5 - 7/6 tại Huế.",
            ["?other | Hội chợ Lam Trà lần thứ 5 | XXXX-06-05/XXXX-06-07 | Huế | "],
        ),
    ],
)
def test_visits_and_gatherings_that_are_announced(text, expected):
    assert told(text) == expected


def test_a_name_made_of_somebody_s_who_may_be_nobody_is_for_an_editor_to_judge():
    text = "Sáng 5/6, Lam Trà đã thăm Peru."
    for sure in (True, False):
        found = FoundPerson("Lam Trà", "", "", (), (), sure, "found", (Span(10, 17),))
        assert [event.sure for event in find_events(text, story(text), (found,))] == [sure]
