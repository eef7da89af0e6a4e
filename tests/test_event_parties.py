"""Who takes part in an event: offices, groups and pronouns; whose day and whose visit it is. Invented sentences."""

import pytest

from tests.test_events import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Groups, bodies and offices instead of names.
        (
            "Chiều 11/1, Thủ tướng Tạ Lam Sơn tiếp các doanh nghiệp Nhật Bản đang đầu tư tại đây.",
            ["meeting | Tạ Lam Sơn tiếp các doanh nghiệp Nhật Bản | XXXX-01-11 |  | Tạ Lam Sơn"],
        ),
        (
            "Ba chiến hạm Hải quân Peru thăm cảng Lam Trà từ ngày 22 đến 26/10.",
            ["visit | Chiến hạm Hải quân Peru thăm cảng Lam Trà | XXXX-10-22/XXXX-10-26 | cảng Lam Trà | "],
        ),
        (
            "Tổng Bí thư đã tới Huế, bắt đầu thăm chính thức Lào.\n\nTổng Bí thư Tạ Lam Sơn cùng đoàn.",
            ["?visit | Tạ Lam Sơn thăm chính thức Lào | None | Lào | Tạ Lam Sơn"],
        ),
        (
            "Ngoại trưởng Lào Som Vi-lay nói vậy sau khi gặp người đồng cấp Peru Anna Holt tại Lima hôm 12/9.",
            ["meeting | Som Vi-lay gặp Anna Holt | XXXX-09-12 | Lima | Som Vi-lay, Anna Holt"],
        ),
        (
            "Sau lễ đón, Chủ tịch nước Tạ Lam Sơn dẫn đầu Đoàn cấp cao Việt Nam và Thủ tướng Lào Som Vi-lay dẫn đầu "
            "Đoàn cấp cao Lào tiến hành Hội đàm.",
            ["?talks | Hội đàm Tạ Lam Sơn – Som Vi-lay | None |  | Tạ Lam Sơn, Som Vi-lay"],
        ),
        (
            "Ngày 16/10/2019, Đại sứ Peru Anna Holt đã trình quốc thư lên Chủ tịch nước Tạ Lam Sơn.",
            ["ceremony | Anna Holt trình quốc thư | 2019-10-16 |  | Anna Holt, Tạ Lam Sơn"],
        ),
        (
            "Chủ tịch nước Tạ Lam Sơn tiếp Đại sứ các nước trình Quốc thư.",
            ["?meeting | Tạ Lam Sơn tiếp Đại sứ các nước trình Quốc thư | None |  | Tạ Lam Sơn"],
        ),
        # Nobody meets himself, and a host is no visitor of his own country.
        ("Tiếp ông Tạ Lam Sơn, ngày 7/2, ông Tạ Lam Sơn nói Lào sẽ tăng đầu tư.", []),
        (
            "Ngày 7/2, Thủ tướng Lào Som Vi-lay và Phu nhân ra tận xe đón và chào mừng Thủ tướng Phạm Lam Khê thăm "
            "chính thức nước Cộng hòa Dân chủ Nhân dân Lào.",
            ["visit | Phạm Lam Khê thăm chính thức Lào | XXXX-02-07 | Lào | Phạm Lam Khê"],
        ),
        (
            "Ngày 7/2, Thủ tướng Lào Som Vi-lay và Thủ tướng Phạm Lam Khê thăm Lào.",
            ["visit | Phạm Lam Khê thăm Lào | XXXX-02-07 | Lào | Phạm Lam Khê"],
        ),
        # A delegation and its leader go on one visit; the authorities of a town are a place to go to.
        (
            "Đoàn đại biểu Quốc hội Lào thăm chính thức Peru.\n\nTừ ngày 5 đến 9/8, Chủ tịch Quốc hội Lào Som Vi-lay "
            "dẫn đầu Đoàn đại biểu Quốc hội thăm chính thức Peru.",
            [
                "visit | Som Vi-lay thăm chính thức Peru | XXXX-08-05/XXXX-08-09 | Peru | Som Vi-lay",
            ],
        ),
        (
            "Sáng 27/1, Chủ tịch nước Lào Som Vi-lay thăm và làm việc với Đảng bộ, chính quyền thành phố Hà Nội.",
            [
                "visit | Som Vi-lay thăm và làm việc tại thành phố Hà Nội | XXXX-01-27 | thành phố Hà Nội | Som Vi-lay"
            ],
        ),
        # The day of the welcome is that of the talks, and a place in a country says more than the country.
        (
            "Sáng 8/10, lễ đón chính thức Thủ tướng Tạ Lam Sơn đã diễn ra tại Lima.\n\nSau lễ đón, Thủ tướng Tạ Lam "
            "Sơn hội đàm với Thủ tướng Peru Anna Holt.",
            [
                "ceremony | Lễ đón chính thức Thủ tướng Tạ Lam Sơn | XXXX-10-08 | Lima | Tạ Lam Sơn",
                "?talks | Hội đàm Tạ Lam Sơn – Anna Holt | XXXX-10-08 |  | Tạ Lam Sơn, Anna Holt",
            ],
        ),
        (
            "Lễ hội Văn hóa Lam Trà lần thứ 10 tại Peru.\n\nNgày 4/9, Hội Nông dân tổ chức Lễ hội Văn hóa Lam Trà lần "
            "thứ 10 tại quảng trường Lam Khê.",
            ["other | Lễ hội Văn hóa Lam Trà lần thứ 10 | XXXX-09-04 | quảng trường Lam Khê | "],
        ),
        (
            "Ngày 14/3, Tòa án nhân dân TP.HCM xét xử vụ án tham ô.",
            ["?other | Tòa án nhân dân TP.HCM xét xử vụ án tham ô | XXXX-03-14 |  | "],
        ),
        (
            "Chiều 21/2, Sở Ngoại vụ tổ chức buổi tiếp và làm việc với Đoàn cán bộ tỉnh Lam Khê.",
            ["meeting | Sở Ngoại vụ tiếp và làm việc với Đoàn cán bộ tỉnh Lam Khê | XXXX-02-21 |  | "],
        ),
        (
            "Hôm 2/8, ông Tạ Lam Sơn nói chuyện qua điện thoại với ông Som Vi-lay.",
            ["phone_call | Điện đàm Tạ Lam Sơn – Som Vi-lay | XXXX-08-02 |  | Tạ Lam Sơn, Som Vi-lay"],
        ),
        # Who gives whom an award, on a day; what was once given tells of nothing.
        (
            "Chiều 5/9, Chủ tịch nước Tạ Lam Sơn trao tặng Huân chương Hữu nghị cho Đại sứ Lào Som Vi-lay.",
            ["ceremony | Trao tặng Huân chương Hữu nghị | XXXX-09-05 |  | Tạ Lam Sơn, Som Vi-lay"],
        ),
        ("Ông nhắc rằng Nhà nước Lào đã trao tặng Huân chương Hữu nghị cho ba đội cầu đường.", []),
        # Where it is, behind words of time; a get-together; a counted group; a name with a comma.
        (
            "Chiều cùng ngày tại Huế, ông Tạ Lam Sơn đã tiếp ông Som Vi-lay.",
            ["?meeting | Tạ Lam Sơn tiếp Som Vi-lay | None | Huế | Tạ Lam Sơn, Som Vi-lay"],
        ),
        (
            "Chiều 11/4, Tỉnh ủy Lam Trà tổ chức họp mặt mừng Tết Chôl Chnăm Thmây.",
            ["meeting | Họp mặt mừng Tết Chôl Chnăm Thmây | XXXX-04-11 |  | "],
        ),
        (
            "Ngày 27/10, tại Huế, Hội hữu nghị Việt – Séc tổ chức gặp mặt hữu nghị nhân dịp Quốc khánh Séc.",
            ["meeting | Gặp mặt của Hội hữu nghị Việt – Séc | XXXX-10-27 | Huế | "],
        ),
        (
            "Chiều 9/4, Bí thư Thành ủy Tạ Lam Sơn tiếp 18 Tổng lãnh sự các nước.",
            ["meeting | Tạ Lam Sơn tiếp 18 Tổng lãnh sự các nước | XXXX-04-09 |  | Tạ Lam Sơn"],
        ),
        (
            "Ngày 5/6, Bộ Công an tổ chức Hội nghị hợp tác phòng, chống tội phạm lần thứ 5.",
            ["conference | Hội nghị hợp tác phòng, chống tội phạm lần thứ 5 | XXXX-06-05 |  | "],
        ),
        # In English.
        (
            "Defence Minister Nancy Holt hosted a reception in Hanoi on January 20 for Lao Ambassador Anna Ozola.",
            [
                "meeting | Nancy Holt hosted a reception for Anna Ozola | XXXX-01-20 | Hanoi | Nancy Holt, Anna Ozola"
            ],
        ),
        (
            "Defence Minister Nancy Holt received ambassadors of Laos, Chile, Peru, and Russia in Hanoi on April 14.",
            [
                "meeting | Nancy Holt received ambassadors of Laos, Chile, Peru, and Russia | XXXX-04-14 | Hanoi | "
                "Nancy Holt"
            ],
        ),
        # Those who are visited are people, too; a court tries, and what it tries happened elsewhere.
        (
            "Ngày 5/2, ông Lò Văn Én đã đến thăm, tặng quà các gia đình chính sách tại xã Lam Trà.",
            [
                "visit | Lò Văn Én thăm, tặng quà các gia đình chính sách tại xã Lam Trà | XXXX-02-05 | xã Lam Trà | "
                "Lò Văn Én"
            ],
        ),
        (
            "Ngày 24-12, TAND tỉnh Lam Trà đã tuyên án đối với 28 bị cáo trong vụ án xảy ra tại Huế.",
            ["?other | TAND tỉnh Lam Trà tuyên án đối với 28 bị cáo | XXXX-12-24 |  | "],
        ),
        (
            "Thủ tướng Lào kết thúc chuyến thăm chính thức Peru.\n\nThủ tướng Lào Som Vi-lay nói.",
            ["?visit | Som Vi-lay thăm chính thức Peru | None | Peru | Som Vi-lay"],
        ),
        (
            "Bà Anna Holt chào xã giao ông Tạ Lam Sơn; hội đàm với ông Hà Văn Lộc.",
            [
                "?meeting | Anna Holt chào xã giao Tạ Lam Sơn | None |  | Anna Holt, Tạ Lam Sơn",
                "?talks | Hội đàm Anna Holt – Hà Văn Lộc | None |  | Anna Holt, Hà Văn Lộc",
            ],
        ),
        (
            "Tổng thống Peru Anna Holt sẽ chào Tổng Bí thư Tạ Lam Sơn, hội kiến Thủ tướng Hà Văn Lộc.",
            ["?meeting | Anna Holt hội kiến Hà Văn Lộc | None |  | Anna Holt, Hà Văn Lộc"],
        ),
        (
            "Lào và Peru sẽ tổ chức đối thoại vào ngày 9/1.",
            ["?dialogue | Đối thoại Lào – Peru | XXXX-01-09 |  | "],
        ),
        (
            "Sáng 11/12, ông Tạ Lam Sơn đến thăm, chúc mừng Giáng sinh tại Tòa Giám mục Lam Trà.",
            [
                "visit | Tạ Lam Sơn thăm, chúc mừng Giáng sinh tại Tòa Giám mục Lam Trà | XXXX-12-11 | "
                "Tòa Giám mục Lam Trà | Tạ Lam Sơn"
            ],
        ),
        (
            "Ngày 5/6, Bí thư Thành ủy TP.HCM tiếp Hội Người Lào.",
            ["?meeting | Bí thư Thành ủy TP.HCM tiếp Hội Người Lào | XXXX-06-05 |  | "],
        ),
        # `bà` is not he whom the story calls `ông`.
        (
            "Ông Anders Lund điện đàm với bà Anna Holt, khi bà thăm Peru.",
            [
                "?phone_call | Điện đàm Anders Lund – Anna Holt | None |  | Anders Lund, Anna Holt",
                "?visit | Anna Holt thăm Peru | None | Peru | Anna Holt",
            ],
        ),
    ],
)
def test_who_takes_part(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Trong khuôn khổ chuyến thăm và làm việc tại Lào từ ngày 5 - 7/6, sáng 6/6, ông Tạ Lam Sơn đã đến "
            "chào xã giao Chủ tịch nước Lào Som Vi-lay.",
            [
                "visit | Tạ Lam Sơn thăm Lào | XXXX-06-05/XXXX-06-07 | Lào | Tạ Lam Sơn",
                "meeting | Tạ Lam Sơn chào xã giao Som Vi-lay | XXXX-06-06 |  | Tạ Lam Sơn, Som Vi-lay",
            ],
        ),
        (
            "Tiếp tục chuyến thăm chính thức Peru, sáng 16/4, Thủ tướng Tạ Lam Sơn hội kiến Tổng thống Peru Anna Holt.",
            [
                "?visit | Tạ Lam Sơn thăm chính thức Peru | None | Peru | Tạ Lam Sơn",
                "meeting | Tạ Lam Sơn hội kiến Anna Holt | XXXX-04-16 |  | Tạ Lam Sơn, Anna Holt",
            ],
        ),
        (
            "Tổng thống Peru Anna Holt đang trong chuyến thăm chính thức Lào dài ba ngày, từ 24-26/4.",
            ["visit | Anna Holt thăm chính thức Lào | XXXX-04-24/XXXX-04-26 | Lào | Anna Holt"],
        ),
        (
            "Hai bên nhắc chuyến thăm Lào của Thủ tướng Tạ Lam Sơn (tháng 6/2024), cuộc điện đàm giữa Thủ tướng Tạ Lam "
            "Sơn và Thủ tướng Lào Som Vi-lay (tháng 8/2024).",
            [
                "?visit | Tạ Lam Sơn thăm Lào | 2024-06 | Lào | Tạ Lam Sơn",
                "?phone_call | Điện đàm Tạ Lam Sơn – Som Vi-lay | 2024-08 |  | Tạ Lam Sơn, Som Vi-lay",
            ],
        ),
        (
            "Thứ trưởng Tạ Kha thăm Lào từ ngày 20-21/2 để tiến hành Tham vấn chính trị Việt Nam - Lào.",
            [
                "visit | Tạ Kha thăm Lào | XXXX-02-20/XXXX-02-21 | Lào | Tạ Kha",
                "?consultation | Tham vấn chính trị Việt Nam - Lào | None |  | ",
            ],
        ),
        # A body's name is no word of reporting, nor is leading.
        (
            "Ngày 14/4, Ban Tuyên giáo Trung ương tổ chức Hội thảo lý luận “Lam Trà”.",
            ["conference | Hội thảo lý luận “Lam Trà” | XXXX-04-14 |  | "],
        ),
        (
            "Từ ngày 13-15/12, Đoàn Bộ Ngoại giao Peru do Thứ trưởng Anna Holt dẫn đầu đã thăm chính thức Việt Nam.",
            [
                "visit | Anna Holt thăm chính thức Việt Nam | XXXX-12-13/XXXX-12-15 | Việt Nam | Anna Holt",
            ],
        ),
        # A day set off by commas is that of what follows; a bracket does not part an event from its day.
        (
            "Trong dịp thăm Lào và dự Hội nghị cấp cao Mekong lần thứ 10, hôm nay (8/10), tại Văn phòng Thủ tướng, "
            "Thủ tướng Tạ Lam Sơn đã hội đàm với Thủ tướng Lào Som Vi-lay.",
            [
                "?visit | Tạ Lam Sơn thăm Lào | None | Lào | Tạ Lam Sơn",
                "?conference | Hội nghị cấp cao Mekong lần thứ 10 | None |  | ",
                "talks | Hội đàm Tạ Lam Sơn – Som Vi-lay | XXXX-10-08 | Văn phòng Thủ tướng | Tạ Lam Sơn, Som Vi-lay",
            ],
        ),
        (
            "Đại hội Hội Nhà văn Lam Trà lần thứ IV (nhiệm kỳ 2017 - 2022) diễn ra vào sáng 10/5 tại Huế.",
            ["conference | Đại hội Hội Nhà văn Lam Trà lần thứ IV | XXXX-05-10 | Huế | "],
        ),
        (
            "Tối 11-11, tại Phố đi bộ Lam Trà, Lễ hội Văn hóa thế giới 2017 đã chính thức khai mạc.",
            ["other | Lễ hội Văn hóa thế giới 2017 | XXXX-11-11 | Phố đi bộ Lam Trà | "],
        ),
        (
            "Sự kiện “Những ngày văn hóa Lào tại Huế” diễn ra vào ngày 22 và 23/4 tại Vườn tượng Lam Trà.",
            ["other | Những ngày văn hóa Lào tại Huế | XXXX-04-22/XXXX-04-23 | Vườn tượng Lam Trà | "],
        ),
        ("Chiều 1-3, bà Lò Thị Én, trưởng ban tổ chức lễ hội đền Lam Trà, cho biết.", []),
        # Told elsewhere by its day alone.
        (
            "Tại buổi tiếp đoàn vào chiều 14/12, Bộ trưởng Tạ Lam Sơn hoan nghênh đoàn.\n\n"
            "Bộ trưởng Tạ Lam Sơn tiếp Thứ trưởng Anna Holt.",
            ["?meeting | Tạ Lam Sơn tiếp Anna Holt | XXXX-12-14 |  | Tạ Lam Sơn, Anna Holt"],
        ),
    ],
)
def test_whose_day_it_is(text, expected):
    assert told(text) == expected


def test_a_weekday_of_an_english_page_counts_from_its_date():
    text = (
        "President Tran Lam Khe on Monday received General Som Vilay, who is on a working visit to Vietnam. "
        "The President said that the two countries always attach importance to their friendship and cooperation."
    )
    assert told(text, published="2022-08-31") == [
        "meeting | Tran Lam Khe received Som Vilay | 2022-08-29 |  | Tran Lam Khe, Som Vilay",
        "?visit | Som Vilay pays a working visit to Vietnam | None | Vietnam | Som Vilay",
    ]


def test_the_day_that_opens_the_lead_is_that_of_the_title_where_it_names_one_of_its_people():
    title = "Chủ tịch tỉnh Tạ Lam Sơn tiếp ông Som Vi-lay\n\n"
    assert told(f"{title}Sáng 29-10, Đoàn công tác do ông Som Vi-lay dẫn đầu đã có mặt.", title=True) == [
        "?meeting | Tạ Lam Sơn tiếp Som Vi-lay | XXXX-10-29 |  | Tạ Lam Sơn, Som Vi-lay"
    ]
    for other in ("Sáng 29-10, đoàn có mặt.", "Sáng 29-10, Bộ Ngoại giao cho biết ông Som Vi-lay sẽ đến."):
        assert told(title + other, title=True) == [
            "?meeting | Tạ Lam Sơn tiếp Som Vi-lay | None |  | Tạ Lam Sơn, Som Vi-lay"
        ]


def test_a_consultation_is_one_however_it_is_called_and_counted():
    text = (
        "Tham khảo chính trị cấp Thứ trưởng Việt Nam - Peru\n\n"
        "Hai bên tiến hành Phiên Tham vấn chính trị lần thứ VI giữa Bộ Ngoại giao hai nước."
    )
    assert told(text, title=True) == [
        "?consultation | Tham khảo chính trị cấp Thứ trưởng Việt Nam - Peru lần thứ VI | None |  | "
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ông Anders Lund họp báo về vụ kiện.",
            ["?conference | Họp báo về vụ kiện | None |  | Anders Lund"],
        ),
        ("UBND tỉnh Lam Trà tổ chức họp báo.", ["?conference | Họp báo của UBND tỉnh Lam Trà | None |  | "]),
        ("Ngày 5/6, Sở Y tế tổ chức Hội chợ khoa học.", ["?other | Hội chợ khoa học | XXXX-06-05 |  | "]),
        (
            "Lễ truy điệu diễn ra lúc 7 giờ ngày 22/3.",
            ["?ceremony | Lễ truy điệu | XXXX-03-22 |  | "],
        ),
        ("Ông Anders Lund nói trong buổi lễ xá tội gà tây.", ["?ceremony | Lễ xá tội gà tây | None |  | "]),
        (
            "Một hội nghị do trung tâm ABC tổ chức ngày 30-5 không dùng chai nhựa.",
            ["conference | Hội nghị do trung tâm ABC tổ chức | XXXX-05-30 |  | "],
        ),
        (
            "Dịp này có Lễ kỷ niệm 50 năm trận Lam Trà năm 1968.",
            ["?anniversary | Lễ kỷ niệm 50 năm trận Lam Trà | None |  | "],
        ),
        (
            "Ngày 6-4, Sở Y tế tổ chức Hội thảo đổi mới mô hình tổ chức của Hội Nông dân.",
            ["conference | Hội thảo đổi mới mô hình tổ chức của Hội Nông dân | XXXX-04-06 |  | "],
        ),
        (
            "Nghị quyết được thông qua tại Đại hội đồng Liên hợp quốc ngày 22-6.",
            ["?conference | Đại hội đồng Liên hợp quốc | XXXX-06-22 |  | "],
        ),
        # Another name of the same, and what is none.
        (
            "Ngày 5/6, Hội nghị cấp cao Lam Trà (Hội nghị LT) khai mạc.",
            ["conference | Hội nghị cấp cao Lam Trà | XXXX-06-05 |  | "],
        ),
        ("Ông Tạ Lam Sơn xem trận Lào gặp ông Anders Lund ngày 23/1.", []),
    ],
)
def test_events_that_say_little(text, expected):
    assert told(text) == expected


def test_the_day_of_another_paragraph_is_not_looked_for_in_this_one():
    events = told(
        "Trong khuôn khổ chuyến thăm chính thức của đoàn đại biểu cấp cao, theo lời mời của người đồng cấp, chiều nay, "
        "tại thủ đô Lima, lễ đón Thủ tướng Tạ Lam Sơn đã diễn ra sáng 8/10.\n\nNgay sau lễ đón, Thủ tướng Tạ Lam Sơn "
        "hội kiến Tổng thống Peru Anna Holt; Bộ trưởng Ngoại giao Lê Lam Kha hội đàm với Ngoại trưởng Peru Jana Ozola."
    )
    assert "?talks | Hội đàm Lê Lam Kha – Jana Ozola | XXXX-10-08 |  | Lê Lam Kha, Jana Ozola" in events


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Phái đoàn Nga và Ukraine đã tiến hành đàm phán tại Istanbul ngày 29/3.",
            ["?talks | Đàm phán Nga – Ukraine | XXXX-03-29 | Istanbul | "],
        ),
        (
            "Biên đội tàu 261, 263 đã thăm Peru từ ngày 12 đến 15-12.",
            ["?visit | Biên đội tàu 261, 263 thăm Peru | XXXX-12-12/XXXX-12-15 | Peru | "],
        ),
        # The visitor, not whom they meet there.
        (
            "Nhân dịp thăm chính thức Ba Lan, ngày 14/6, Bộ trưởng Tạ Lam Sơn đã làm việc với bà Anna Holt.",
            [
                "?visit | Tạ Lam Sơn thăm chính thức Ba Lan | None | Ba Lan | Tạ Lam Sơn",
                "meeting | Tạ Lam Sơn làm việc với Anna Holt | XXXX-06-14 |  | Tạ Lam Sơn, Anna Holt",
            ],
        ),
        ("Ông Tạ Lam Sơn từ chối bình luận về khả năng Thủ tướng Phạm Lam Khê thăm Peru.", []),
        (
            "Ngày 5/6, bà Anna Holt thăm Đại sứ quán Lào tại Huế.",
            ["visit | Anna Holt thăm Đại sứ quán Lào | XXXX-06-05 | Đại sứ quán Lào | Anna Holt"],
        ),
        (
            "Chiều 10/7, Đoàn đại biểu cấp cao nước Lào thăm Huế.",
            ["visit | Đoàn đại biểu cấp cao nước Lào thăm Huế | XXXX-07-10 | Huế | "],
        ),
        # Announced only, and of nobody by name; no delegation; a match.
        (
            "Đoàn công tác Bộ Y tế sẽ thăm Huế ngày 10/7.",
            ["?visit | Đoàn công tác Bộ Y tế thăm Huế | XXXX-07-10 | Huế | "],
        ),
        (
            "Ngày 10/7, học sinh Peru thăm Huế.",
            ["?visit | Học sinh Peru thăm Huế | XXXX-07-10 | Huế | "],
        ),
        (
            "Ngày 5/6, tàu cá Lào gặp tàu hải quân Peru.",
            ["?meeting | Tàu cá Lào gặp tàu hải quân Peru | XXXX-06-05 |  | "],
        ),
    ],
)
def test_delegations_ships_and_embassies(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sáng 5-7, Tòa án nhân dân thành phố Lam Trà, tỉnh Lam Khê mở phiên tòa lưu động xét xử Trần Lam Sơn.",
            "?other | Tòa án nhân dân thành phố Lam Trà, tỉnh Lam Khê mở phiên tòa lưu động xét xử Trần Lam Sơn | "
            "XXXX-07-05 |  | ",
        ),
        (
            "Sáng 27/6, Tòa án Quân sự Quân khu 9 mở phiên tòa xét xử lưu động tội danh giết người.",
            "?other | Tòa án Quân sự Quân khu 9 mở phiên tòa xét xử lưu động tội danh giết người | XXXX-06-27 |  | ",
        ),
        (
            "Ngày 5/6, ông Tạ Lam Sơn làm việc với UBND huyện Lam Trà, tỉnh Lam Khê.",
            "meeting | Tạ Lam Sơn làm việc với UBND huyện Lam Trà, tỉnh Lam Khê | XXXX-06-05 |  | Tạ Lam Sơn",
        ),
        # Two bodies of one rank are a list.
        (
            "Ngày 5/6, ông Tạ Lam Sơn làm việc với UBND tỉnh Lam Trà, tỉnh Lam Khê.",
            "meeting | Tạ Lam Sơn làm việc với UBND tỉnh Lam Trà | XXXX-06-05 |  | Tạ Lam Sơn",
        ),
        (
            "Tại hội nghị Hỗ trợ xuất khẩu do Bộ Nông nghiệp và Phát triển nông thôn (NNPT) tổ chức ngày 7/6, "
            "ông Tạ Kha nói.",
            "conference | Hội nghị Hỗ trợ xuất khẩu | XXXX-06-07 |  | ",
        ),
        (
            "Ngày 5-6, tại cuộc họp báo về kết quả điều hành lãi suất, bà Tạ Thị Hồng nói.",
            "conference | Họp báo về kết quả điều hành lãi suất | XXXX-06-05 |  | ",
        ),
        (
            "Ngày 5-6, tại cuộc họp báo, bà Tạ Thị Hồng nói.",
            "?conference | Họp báo ngày 5-6 | XXXX-06-05 |  | ",
        ),
        ("Bà Tạ Thị Hồng nói tại hội thảo sáng 4/4.", "?conference | Hội thảo sáng 4/4 | XXXX-04-04 |  | "),
        (
            "Bộ Y tế vừa tổ chức hội nghị ngành dược toàn quốc.",
            "?conference | Hội nghị ngành dược toàn quốc | None |  | ",
        ),
    ],
)
def test_bodies_hold_and_try(text, expected):
    assert told(text)[0] == expected


def test_one_goes_round_and_meets_several():
    text = "Bà Anna Holt đã chào xã giao ông Tạ Lam Sơn, hội đàm với ông Lê Sơn Hà, gặp ông Anders Lund."
    assert [line.split(" | ")[1] for line in told(text)] == [
        "Anna Holt chào xã giao Tạ Lam Sơn",
        "Hội đàm Anna Holt – Lê Sơn Hà",
        "Anna Holt gặp Anders Lund",
    ]


def test_the_other_side_of_talks_by_office_and_a_country_by_its_style():
    text = (
        "Từ ngày 17/6, Chủ tịch Thượng viện Haiti Som Vi-lay thăm Huế. Chiều 19/6, bà Anna Holt và Chủ tịch Thượng "
        "viện Cộng hòa Haiti đã tiến hành hội đàm."
    )
    assert told(text)[-1] == "talks | Hội đàm Anna Holt – Som Vi-lay | XXXX-06-19 |  | Anna Holt, Som Vi-lay"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Several hosts before the guest.
        (
            "Nhận lời mời của Chủ tịch Hội đồng Anders Lund, Thủ tướng Lào Som Vi-lay, Thủ tướng Peru Maria Ruiz và "
            "Thủ tướng Latvia Anna Ozola, Thủ tướng Phạm Lam Khê thăm chính thức Na Uy từ ngày 9 đến 15/12.",
            ["visit | Phạm Lam Khê thăm chính thức Na Uy | XXXX-12-09/XXXX-12-15 | Na Uy | Phạm Lam Khê"],
        ),
        # Inspections, and honours at a tomb.
        (
            "Ngày 28/1, Thủ tướng Tạ Lam Sơn đi kiểm tra dự án cao tốc Mai Khê - Vân Trà.",
            ["visit | Tạ Lam Sơn kiểm tra dự án cao tốc Mai Khê - Vân Trà | XXXX-01-28 |  | Tạ Lam Sơn"],
        ),
        (
            "Sáng 5/6, Thủ tướng Tạ Lam Sơn kiểm tra công tác phòng chống bão tại tỉnh Nghệ An.",
            [
                "visit | Tạ Lam Sơn kiểm tra công tác phòng chống bão tại tỉnh Nghệ An | XXXX-06-05 | tỉnh Nghệ An | "
                "Tạ Lam Sơn"
            ],
        ),
        ("Ngày 5/6, Công an xã Mai Khê kiểm tra quán nước của ông Lê Sơn Hà.", []),
        (
            "Sáng 3/2, lãnh đạo Đảng, Nhà nước vào Lăng viếng Chủ tịch Hồ Chí Minh.",
            ["?ceremony | Lãnh đạo Đảng, Nhà nước vào Lăng viếng Hồ Chí Minh | XXXX-02-03 |  | "],
        ),
        # Those whom a list names, who are there.
        (
            "Ngày 9/6, Bộ Y tế tổ chức Hội nghị Mùa lúa lần thứ 3.\n\n"
            "Dự hội nghị có các đồng chí: Nguyễn Lam Vũ, Thứ trưởng Bộ Y tế; Tạ Lam Sơn, Phó Chủ tịch UBND tỉnh.",
            ["conference | Hội nghị Mùa lúa lần thứ 3 | XXXX-06-09 |  | Nguyễn Lam Vũ, Tạ Lam Sơn"],
        ),
        (
            "Ngày 9/6, Bộ Y tế tổ chức Hội thảo Mùa lúa lần thứ 3.\n\n"
            "Hội thảo có sự góp mặt và chủ trì của Thứ trưởng Bộ Y tế Nguyễn Lam Vũ.",
            ["conference | Hội thảo Mùa lúa lần thứ 3 | XXXX-06-09 |  | Nguyễn Lam Vũ"],
        ),
        # Two of one office: a visit that is announced, and talks in a plan.
        (
            "Bộ trưởng Ngoại giao Lào Som Vi-lay sẽ thăm chính thức Việt Nam từ ngày 11 - 14/5 theo lời mời của Bộ "
            "trưởng Ngoại giao Việt Nam Phạm Lam Khê. Dự kiến hai ngoại trưởng sẽ có buổi hội đàm vào ngày 12/5.",
            [
                "visit | Som Vi-lay thăm chính thức Việt Nam | XXXX-05-11/XXXX-05-14 | Việt Nam | Som Vi-lay",
                "?talks | Hội đàm Som Vi-lay – Phạm Lam Khê | XXXX-05-12 |  | Som Vi-lay, Phạm Lam Khê",
            ],
        ),
    ],
)
def test_hosts_inspectors_and_those_who_attend(text, expected):
    assert told(text) == expected


def test_who_sends_flowers_stays_away():
    held = (
        "Sáng 5/6, Trường Lam Trà tổ chức Lễ kỷ niệm 50 năm thành lập. Dự lễ có ông Tạ Văn Kha, Bí thư xã; "
    )
    event = "anniversary | Lễ kỷ niệm 50 năm thành lập | XXXX-06-05 |  | Tạ Văn Kha"
    assert told(held + "bà Lê Thị Én, Giám đốc Sở Y tế, gửi lẵng hoa.") == [event]
    assert told(held + "bà Lê Thị Én gửi lời chúc.") == [event + ", Lê Thị Én"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sáng 5/6, Quỹ Trần Văn Kha thăm xã Lam Trà.",
            "?visit | Quỹ Trần Văn Kha thăm xã Lam Trà | XXXX-06-05 | xã Lam Trà | ",
        ),
        (
            "Tàu 015-Trần Văn Kha thăm Lào ngày 5/6.",
            "visit | Tàu 015-Trần Văn Kha thăm Lào | XXXX-06-05 | Lào | ",
        ),
        (
            "Ngày 5/6, tại hội trường Trần Văn Kha, ông Hà Văn Lộc gặp ông Robert Holt.",
            "meeting | Hà Văn Lộc gặp Robert Holt | XXXX-06-05 | hội trường Trần Văn Kha | Hà Văn Lộc, Robert Holt",
        ),
        (
            "Ngày 5/6, ông Hà Văn Lộc, Giám đốc Công ty Trần Văn Kha, gặp ông Robert Holt.",
            "meeting | Hà Văn Lộc gặp Robert Holt | XXXX-06-05 |  | Hà Văn Lộc, Robert Holt",
        ),
    ],
)
def test_what_bears_the_name_of_somebody_in_the_story_is_not_that_person(text, expected):
    assert told(text + " Đô đốc Trần Văn Kha sinh ở Huế.") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chiều 9/3, đoàn công tác Bộ Y tế đã được ông Tạ Văn Kha, Chủ tịch Mặt trận tỉnh Lam Khê, đón tiếp.",
            ["meeting | Tạ Văn Kha đón tiếp Đoàn công tác Bộ Y tế | XXXX-03-09 |  | Tạ Văn Kha"],
        ),
        (
            "Chiều 9/3, Bộ trưởng Lê Thị Én đã được Thủ tướng Tạ Văn Kha tiếp.",
            ["meeting | Tạ Văn Kha tiếp Lê Thị Én | XXXX-03-09 |  | Tạ Văn Kha, Lê Thị Én"],
        ),
        ("Ngày 9/3, em Vi Văn Kiên được ông Tạ Văn Kha đón tiếp.", []),
    ],
)
def test_guests_may_be_told_of_before_their_host(text, expected):
    assert told(text) == expected


def test_the_offices_of_a_leader_do_not_part_them_from_what_they_do():
    assert told(
        "Sáng 12/4, Đoàn đại biểu huyện Lam Trà do ông Tạ Văn Kha, Ủy viên Ban Thường vụ, Phó Bí thư Huyện ủy, Chủ "
        "tịch HĐND huyện làm Trưởng đoàn đã đến dâng hương tại Nghĩa trang Lam Sơn."
    ) == [
        "ceremony | Tạ Văn Kha dâng hương tại Nghĩa trang Lam Sơn | XXXX-04-12 | Nghĩa trang Lam Sơn | Tạ Văn Kha"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chiều 18/6, UBND tỉnh Lam Khê gặp mặt các cơ quan báo chí.",
            ["?meeting | UBND tỉnh Lam Khê gặp mặt các cơ quan báo chí | XXXX-06-18 |  | "],
        ),
        (
            "Chiều 12/1, ông Tạ Văn Kha, Phó Chủ tịch UBND tỉnh, chủ trì buổi họp với đại diện lãnh đạo các sở, ngành.",
            ["meeting | Tạ Văn Kha họp với đại diện lãnh đạo các sở, ngành | XXXX-01-12 |  | Tạ Văn Kha"],
        ),
        (
            "Sáng 18/6, ông Tạ Văn Kha có buổi tiếp xúc với cử tri xã Lam Khê.",
            ["meeting | Tạ Văn Kha tiếp xúc với cử tri xã Lam Khê | XXXX-06-18 |  | Tạ Văn Kha"],
        ),
        (
            "Ngày 12/3, Thứ trưởng Tạ Văn Kha thăm Huế. Trước đó, sáng cùng ngày, đoàn đã dâng hương tại Đền Lam Khê.",
            [
                "visit | Tạ Văn Kha thăm Huế | XXXX-03-12 | Huế | Tạ Văn Kha",
                "?ceremony | Tạ Văn Kha dâng hương tại Đền Lam Khê | XXXX-03-12 | Đền Lam Khê | Tạ Văn Kha",
            ],
        ),
    ],
)
def test_those_without_a_name_are_met_and_do_honour(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Whoever talks to people without names, as a head or as a body.
        (
            "Sáng 11/10, Bí thư Tỉnh ủy Tạ Văn Kha đối thoại với 200 hội viên nông dân tiêu biểu trên địa bàn.",
            [
                "dialogue | Tạ Văn Kha đối thoại với 200 hội viên nông dân tiêu biểu | XXXX-10-11 |  | Tạ Văn Kha"
            ],
        ),
        (
            "Sáng 11/10, UBND tỉnh Lam Trà tổ chức đối thoại với doanh nghiệp trên địa bàn.",
            ["?dialogue | UBND tỉnh Lam Trà đối thoại với doanh nghiệp | XXXX-10-11 |  | "],
        ),
        ("Tổng thống Lào Som Vi-lay nói sẵn sàng đối thoại với Peru ngày 5/6.", []),
        # A delegation is told of by its leader, and may hold talks with a district.
        (
            "Chiều 18/11, đoàn cán bộ tỉnh Lam Khê do ông Tạ Văn Kha, Giám đốc Sở Y tế dẫn đầu làm việc tại Huế.",
            ["meeting | Tạ Văn Kha làm việc tại Huế | XXXX-11-18 |  | Tạ Văn Kha"],
        ),
        (
            "Ngày 14/3, Đoàn đại biểu huyện Lam Khê do ông Tạ Văn Kha, Bí thư Huyện ủy làm trưởng đoàn đã hội đàm với "
            "Đoàn đại biểu huyện Trà Sơn.",
            ["talks | Hội đàm Tạ Văn Kha – Đoàn đại biểu huyện Trà Sơn | XXXX-03-14 |  | Tạ Văn Kha"],
        ),
        (
            "Sáng 6/11, Sở Du lịch phối hợp với một số sở, ngành tiếp ông Som Vi-lay.",
            ["meeting | Sở Du lịch tiếp Som Vi-lay | XXXX-11-06 |  | Som Vi-lay"],
        ),
        # A given name is no occasion.
        (
            "Chiều 15/7, Thủ tướng Tạ Văn Nhân đã tiếp Đại sứ Peru Anna Holt.",
            ["meeting | Tạ Văn Nhân tiếp Anna Holt | XXXX-07-15 |  | Tạ Văn Nhân, Anna Holt"],
        ),
        # Told by a noun, whatever stands between the two.
        (
            "Cuộc hội kiến giữa Chủ tịch nước Tạ Văn Kha và Tổng Bí thư, Chủ tịch nước Lào Som Vi-lay là vào 13/12.",
            ["meeting | Tạ Văn Kha hội kiến Som Vi-lay | XXXX-12-13 |  | Tạ Văn Kha, Som Vi-lay"],
        ),
        (
            "Ông Tạ Văn Kha phát biểu tại buổi tiếp Đại sứ Peru Anna Holt chiều 17/11.",
            ["meeting | Tạ Văn Kha tiếp Anna Holt | XXXX-11-17 |  | Tạ Văn Kha, Anna Holt"],
        ),
        (
            "Tại buổi tiếp Đại sứ Peru Anna Holt chiều 17/11, Thủ tướng Tạ Văn Kha đánh giá cao việc này.",
            ["meeting | Tạ Văn Kha tiếp Anna Holt | XXXX-11-17 |  | Tạ Văn Kha, Anna Holt"],
        ),
        # A match.
        ("Ngày 5/6, CLB Lam Trà gặp CLB Sông Khê trên sân nhà.", []),
    ],
)
def test_those_who_talk_and_those_whom_a_noun_names(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Of several offices, behind `tại hội đàm với`.
        (
            "Sáng 11/7, tại hội đàm với Tổng Bí thư, Chủ tịch nước Lào Som Vi-lay, Chủ tịch nước Tạ Văn Kha nói.",
            ["talks | Hội đàm Tạ Văn Kha – Som Vi-lay | XXXX-07-11 |  | Tạ Văn Kha, Som Vi-lay"],
        ),
        # A counterpart whose name follows.
        (
            "Sau cuộc gặp giữa Ngoại trưởng Peru Anna Holt và người đồng cấp Lào, ông Som Vi-lay tại Lima hôm 21/10.",
            ["meeting | Anna Holt gặp Som Vi-lay | XXXX-10-21 | Lima | Anna Holt, Som Vi-lay"],
        ),
        # A second verb has the subject of the first, told of by office alone.
        (
            "Tối 3/4, Chủ tịch Quốc hội Vi Thị Kiên đã rời Huế.\n"
            "Ngày 2/4, Chủ tịch Quốc hội hội đàm với Chủ tịch Hạ viện Peru Anna Holt, hội kiến Thủ tướng Som Vi-lay.",
            [
                "talks | Hội đàm Vi Thị Kiên – Anna Holt | XXXX-04-02 |  | Vi Thị Kiên, Anna Holt",
                "?meeting | Vi Thị Kiên hội kiến Som Vi-lay | XXXX-04-02 |  | Vi Thị Kiên, Som Vi-lay",
            ],
        ),
        # Whose visit it was is not said by the one told of next.
        (
            "Sau chuyến thăm Lào của đoàn bạn và chuyến thăm Peru của Thủ tướng Tạ Văn Kha vào tháng 11.2022.",
            ["?visit | Tạ Văn Kha thăm Peru | 2022-11 | Peru | Tạ Văn Kha"],
        ),
        # Who else was there, in a sentence of its own.
        (
            "Chiều 5/6, Thủ tướng Tạ Văn Kha đã tiếp Đại sứ Peru Anna Holt.\n"
            "Cùng tiếp có ông Lê Sơn Hà, Chủ nhiệm Văn phòng; ông Bùi Văn Sinh gửi lẵng hoa chúc mừng.",
            ["meeting | Tạ Văn Kha tiếp Anna Holt | XXXX-06-05 |  | Tạ Văn Kha, Anna Holt, Lê Sơn Hà"],
        ),
        (
            "Ngày 5/6, Thủ tướng Tạ Văn Kha hội đàm với Thủ tướng Lào Som Vi-lay. Tham dự hội đàm có bà Lê Thị Én.",
            ["talks | Hội đàm Tạ Văn Kha – Som Vi-lay | XXXX-06-05 |  | Tạ Văn Kha, Som Vi-lay, Lê Thị Én"],
        ),
        (
            "Ngày 5/6, tại Lima, Bộ trưởng Y tế Tạ Văn Kha và Bộ trưởng Y tế Peru Anna Holt ký Hiệp định Lam Trà.\n"
            "Lễ ký diễn ra dưới sự chứng kiến của Thủ tướng Lào Som Vi-lay.",
            ["signing | Ký Hiệp định Lam Trà | XXXX-06-05 | Lima | Tạ Văn Kha, Anna Holt, Som Vi-lay"],
        ),
        (
            "Ngày 5/6, Sở Y tế tổ chức Hội thảo Mùa lúa lần thứ 3.\n"
            "Phát biểu khai mạc, Giám đốc Sở Tạ Văn Kha dẫn lời ông Lê Sơn Hà.",
            ["conference | Hội thảo Mùa lúa lần thứ 3 | XXXX-06-05 |  | Tạ Văn Kha"],
        ),
        # Nobody speaks at a gathering that is named in passing, below the one that the story is about.
        (
            "Ngày 5/6/2021, Sở Y tế tổ chức Hội thảo Mùa lúa lần thứ 3. Sở hoan nghênh kết quả Hội nghị các nước trồng "
            "chè ngày 24/4/2021.\nPhát biểu tại Hội thảo, ông Tạ Văn Kha nói.\nPhát biểu bế mạc, bà Lê Thị Én cảm ơn.",
            [
                "conference | Hội thảo Mùa lúa lần thứ 3 | 2021-06-05 |  | Tạ Văn Kha, Lê Thị Én",
                "conference | Hội nghị các nước trồng chè | 2021-04-24 |  | ",
            ],
        ),
        # But an occasion has nobody there.
        (
            "Nhân kỷ niệm 70 năm ngày Lam Trà, chợ mở cửa.\nPhát biểu khai mạc, ông Tạ Văn Kha nói.",
            ["?anniversary | Kỷ niệm 70 năm ngày Lam Trà | None |  | "],
        ),
        (
            "Nhân kỷ niệm 70 năm ngày Lam Trà (5/6/1953 - 5/6/2023), chợ mở cửa.\n"
            "Phát biểu khai mạc, ông Tạ Văn Kha nói.",
            ["?anniversary | Kỷ niệm 70 năm ngày Lam Trà | 2023-06-05 |  | "],
        ),
        (
            "Nhiều người nhắc tới Lễ ký Hiệp định Lam Trà.\nPhát biểu khai mạc, ông Tạ Văn Kha nói.",
            ["?signing | Lễ ký Hiệp định Lam Trà | None |  | "],
        ),
        # Nor is somebody there who speaks elsewhere, whom it astonishes, or who is named far below.
        (
            "Ngày 5/6, Sở Y tế tổ chức Hội thảo Mùa lúa lần thứ 3.\nPhát biểu tại chợ, ông Tạ Văn Kha kể về giá chè.",
            ["conference | Hội thảo Mùa lúa lần thứ 3 | XXXX-06-05 |  | "],
        ),
        (
            "Ngày 5/6, Bộ trưởng Y tế Tạ Văn Kha và Bộ trưởng Y tế Peru Anna Holt ký Hiệp định Lam Trà.\n"
            "Lễ ký diễn ra trước sự ngạc nhiên của ông Lê Sơn Hà.",
            ["signing | Ký Hiệp định Lam Trà | XXXX-06-05 |  | Tạ Văn Kha, Anna Holt"],
        ),
        (
            "Ngày 5/6, Thủ tướng Tạ Văn Kha đã tiếp Đại sứ Peru Anna Holt.\nChợ mở cửa.\nChè lên giá.\nCá lên giá.\n"
            "Cùng tiếp có ông Lê Sơn Hà.",
            ["meeting | Tạ Văn Kha tiếp Anna Holt | XXXX-06-05 |  | Tạ Văn Kha, Anna Holt"],
        ),
        # A spouse is no occasion: `nhân` is a part of that word, too.
        (
            "Sáng 6/6, Thủ tướng Tạ Văn Kha và Phu nhân đã hội kiến Quốc vương Lào Som Vi-lay.",
            ["meeting | Tạ Văn Kha hội kiến Som Vi-lay | XXXX-06-06 |  | Tạ Văn Kha, Som Vi-lay"],
        ),
        (
            "Thủ tướng Tạ Văn Kha lên đường. Sau đó, từ 19 đến 21/11, Thủ tướng và Phu nhân thăm chính thức Lào.",
            ["visit | Tạ Văn Kha thăm chính thức Lào | XXXX-11-19/XXXX-11-21 | Lào | Tạ Văn Kha"],
        ),
        (
            "Sáng 6/6, Thủ tướng Tạ Văn Kha và Phu nhân bắt đầu chuyến thăm chính thức Lào.",
            ["visit | Tạ Văn Kha thăm chính thức Lào | XXXX-06-06 | Lào | Tạ Văn Kha"],
        ),
        # `Hội đồng` is no `đồng thời`.
        (
            "Sáng 5/6, Chủ tịch nước Tạ Văn Kha đã hội kiến Chủ tịch Hội đồng châu Âu Lucas Holt tại Huế.",
            ["meeting | Tạ Văn Kha hội kiến Lucas Holt | XXXX-06-05 | Huế | Tạ Văn Kha, Lucas Holt"],
        ),
        # A prefecture is nobody.
        (
            "Sáng 5/6, Đoàn đại biểu châu Lam Hà đã đến thăm tỉnh Lam Trà.",
            ["visit | Đoàn đại biểu châu Lam Hà thăm tỉnh Lam Trà | XXXX-06-05 | tỉnh Lam Trà | "],
        ),
    ],
)
def test_who_is_told_of_beside_the_two(text, expected):
    assert told(text) == expected
