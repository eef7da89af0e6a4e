"""Where an office and a name end, and whose order, firm or wife is told of: invented sentences, as in `test_people`."""

import pytest

from tests.test_people import seen


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Thừa lệnh Bộ trưởng Bộ Công an, Đại tá Tạ Lam Kha, Giám đốc Công an tỉnh Lam Trà, trao quyết định.",
            ["Tạ Lam Kha | Giám đốc Công an tỉnh Lam Trà | "],
        ),
        (
            "Theo lệnh của Bộ trưởng Quốc phòng, Thiếu tướng Tạ Lam Kha ra quân.",
            ["Tạ Lam Kha | Thiếu tướng | "],
        ),
        (
            "Thừa ủy quyền Chủ tịch UBND tỉnh, Giám đốc Sở Y tế Tạ Lam Kha trao bằng khen.",
            ["Tạ Lam Kha | Giám đốc Sở Y tế | "],
        ),
        (
            "Theo chỉ đạo của Bộ trưởng, Giám đốc Sở Y tế Tạ Lam Kha bèn lên đường.",
            ["Tạ Lam Kha | Giám đốc Sở Y tế | "],
        ),
        ("Ông Anders Holt tuyên thệ nhậm chức Thủ tướng Peru.", ["Anders Holt | Thủ tướng | Peru"]),
        (
            "Ông Tạ Văn Kha, Giám đốc Lò Văn Én và ông Vi Sơn Tra được bầu làm Chủ tịch.",
            ["Tạ Văn Kha |  | ", "Lò Văn Én | Giám đốc | ", "Vi Sơn Tra | Chủ tịch | "],
        ),
    ],
)
def test_whose_order_it_is_does_not_act(text, expected):
    assert seen(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Bà Lê Thị Én - Phu nhân Đại tướng Tạ Lam Kha từ trần.",
            ["Lê Thị Én | Phu nhân Đại tướng Tạ Lam Kha | ", "Tạ Lam Kha | Đại tướng | "],
        ),
        ("CEO Lamtakte - Robert Holt - viết trên mạng.", ["Robert Holt | CEO Lamtakte | "]),
        (
            "Chủ tịch KLMA Tosamoto Hanaki và bà Anna Holt cùng dự.",
            ["Tosamoto Hanaki | Chủ tịch KLMA | ", "Anna Holt |  | "],
        ),
        (
            "Giám đốc ngân hàng KLMB khu vực ASEAN Yun Liu Lam cho rằng sẽ tăng.",
            ["Yun Liu Lam | Giám đốc ngân hàng KLMB khu vực ASEAN | "],
        ),
    ],
)
def test_a_wife_and_a_firm_beside_a_name(text, expected):
    assert seen(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ông Tạ Kha, Trưởng Trạm nghiên cứu ứng dụng kỹ thuật nông nghiệp (Trung tâm Lam Trà) cho biết.",
            ["Tạ Kha | Trưởng Trạm nghiên cứu ứng dụng kỹ thuật nông nghiệp (Trung tâm Lam Trà) | "],
        ),
        (
            "Ông Tạ Kha, Giám đốc Ban đô thị thích ứng biến đổi khí hậu và đất đai khu vực Đông Á dẫn đầu đoàn.",
            ["Tạ Kha | Giám đốc Ban đô thị thích ứng biến đổi khí hậu và đất đai khu vực Đông Á | "],
        ),
        (
            "Đặc phái viên Liên hợp quốc về Yemen Robert Holt kêu gọi.",
            ["Robert Holt | Đặc phái viên Liên hợp quốc về Yemen | "],
        ),
        (
            "Lã Thị Én được bổ nhiệm làm Trưởng Công an phường Nam Nha Trang.",
            ["Lã Thị Én | Trưởng Công an phường Nam Nha Trang | "],
        ),
        (
            "Theo Chủ tịch UBND phường Tạ Lam Kha, đường mới có ba làn.",
            ["?Tạ Lam Kha | Chủ tịch UBND phường | "],
        ),
    ],
)
def test_where_an_office_ends(text, expected):
    assert seen(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Giám đốc Sở Y tế Tạ Phạm Lê Lam Kha nói.", ["Tạ Phạm Lê Lam Kha | Giám đốc Sở Y tế | "]),
        (
            "Bí thư Trung ương Đoàn Nguyễn Phạm Duy Lam Khê dự.",
            ["Nguyễn Phạm Duy Lam Khê | Bí thư Trung ương Đoàn | "],
        ),
        ("Chủ tịch huyện Quế Lam Tạ Lê Lam Trà Khê nói.", ["Tạ Lê Lam Trà Khê | Chủ tịch huyện Quế Lam | "]),
        ("Bà Tôn Nữ Quỳnh Lam Khê nói.", ["Tôn Nữ Quỳnh Lam Khê |  | "]),
    ],
)
def test_five_syllables_behind_two_surnames_are_one_name(text, expected):
    assert seen(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "TS Nguyễn Lam Hùng - hiệu trưởng Trường ĐH Tạ Lam Thành, đơn vị có nhiều thí sinh - nói.",
            ["Nguyễn Lam Hùng | Hiệu trưởng Trường ĐH Tạ Lam Thành | "],
        ),
        (
            "PGS Tạ Lam Khê, Hiệu trưởng ĐH Y Hà Nội; PGS Lò Văn Sằm nói.",
            ["Tạ Lam Khê | Hiệu trưởng ĐH Y Hà Nội | ", "Lò Văn Sằm | PGS | "],
        ),
        ("Bác sĩ của BV Từ Lam phân biệt đối xử.", []),
        ("Thiếu tướng Đoàn Thanh Xuân nói.", ["Đoàn Thanh Xuân | Thiếu tướng | "]),
        ("President Anna Holt's visit to Laos opened.", ["Anna Holt | President | "]),
        ("Đại sứ quán Anna Holt họp. Tổng Lãnh sự quán Anders Holt họp.", []),
        ("Từ Hải Phòng, em phải đi làm. Đường nối Tạ Lam Kha sắp xong.", []),
        (
            "Ông Lò Văn Sằm, Trưởng ban Tổ chức Festival Trà Hải Phòng-Việt Nam lần thứ hai, cho biết.",
            ["Lò Văn Sằm |  | ", "?Trà Hải Phòng | Trưởng ban Tổ chức Festival | "],
        ),
        ("Quan hệ Việt-Lào sẽ phát triển, Trung-Ấn cũng vậy.", []),
        ("Lãnh đạo thủ đô Viêng-chăn và tỉnh dự.", []),
        ("Bà mẹ Thái Lan Nuttan Lamsirim nói.", ["Nuttan Lamsirim |  | "]),
    ],
)
def test_schools_hospitals_and_places_are_nobody(text, expected):
    assert seen(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ca sĩ Như Ý hát. Bà Lê Thị Lam Ý cười.", ["Như Ý | Ca sĩ | ", "Lê Thị Lam Ý |  | "]),
        ("Ảnh của nhiếp ảnh gia Nguyễn Á. Buổi ra mắt rất vui.", ["Nguyễn Á | Nhiếp ảnh gia | "]),
        ("Thủ tướng Ý Marco Lamoni gặp bà Tạ Thị K.", ["Marco Lamoni | Thủ tướng | Italy"]),
    ],
)
def test_a_letter_with_a_tone_is_a_name_and_no_initial(text, expected):
    assert seen(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đại tá-Anh hùng quân đội La Lam Khê nói.", ["La Lam Khê | Đại tá-Anh hùng quân đội | "]),
        (
            "PGS Lò Văn Sằm, Phó hiệu trưởng Đại học Sư phạm Huế thành thật chia sẻ.",
            ["Lò Văn Sằm | Phó hiệu trưởng Đại học Sư phạm Huế | "],
        ),
        (
            "Ông Tạ Kha, cục trưởng Cục Người có công, nói.",
            ["Tạ Kha | Cục trưởng Cục Người có công | "],
        ),
        (
            "Ông Tạ Kha (nguyên Vụ trưởng Vụ Thị trường trong nước) khai.",
            ["Tạ Kha | Nguyên Vụ trưởng Vụ Thị trường trong nước | "],
        ),
        (
            "Ông Tạ Kha, Chủ tịch Hiệp hội doanh nghiệp nhỏ và vừa Việt Nam, nói.",
            ["Tạ Kha | Chủ tịch Hiệp hội doanh nghiệp nhỏ và vừa Việt Nam | Việt Nam"],
        ),
        (
            "Ông Tạ Kha, Phó chủ tịch LĐBD Việt Nam, nói.",
            ["Tạ Kha | Phó chủ tịch LĐBD Việt Nam | Việt Nam"],
        ),
        (
            "Bà Tạ Én, Trưởng ban đại diện cha mẹ học sinh trường Lam Trà, nói.",
            ["Tạ Én | Trưởng ban đại diện cha mẹ học sinh trường Lam Trà | "],
        ),
        ("Tạ Lam Kha, Bí thư Quận ủy Quận 2 - Ảnh 1", ["Tạ Lam Kha | Bí thư Quận ủy Quận 2 | "]),
    ],
)
def test_words_that_an_office_goes_on_with(text, expected):
    assert seen(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ông Vi Lam Kiên, Phó Bí thư Đảng ủy, Chủ tịch UBND xã Lương Lam phát biểu.",
            ["Vi Lam Kiên | Phó Bí thư Đảng ủy, Chủ tịch UBND xã Lương Lam | "],
        ),
        ("Chủ tịch UBND phường 12 Vi Thị Kiên nói.", ["Vi Thị Kiên | Chủ tịch UBND phường 12 | "]),
        (
            "Trưởng Ban Công tác Mặt trận khu phố 3 Vi Thị Kiên nói.",
            ["Vi Thị Kiên | Trưởng Ban Công tác Mặt trận khu phố 3 | "],
        ),
        ("Giám đốc Xí nghiệp 19/5 Tạ Lam Kha nói.", ["Tạ Lam Kha | Giám đốc Xí nghiệp 19/5 | "]),
        (
            "Thượng tướng Tạ Lam Kha tiếp Tùy viên Quốc phòng Ấn Độ, Đại tá Vivek Holt.",
            ["Tạ Lam Kha | Thượng tướng | ", "Vivek Holt | Tùy viên Quốc phòng | Ấn Độ"],
        ),
        (
            "Ông Vi Lam Kiên, Bí thư thứ nhất, Đại sứ quán Lào tại Hà Nội, nói.",
            ["Vi Lam Kiên | Bí thư thứ nhất, Đại sứ quán Lào tại Hà Nội | Lào"],
        ),
        (
            "Bà Tạ Thị Én, Tham tán Thương mại, Tổng Lãnh sự quán Peru tại Đà Nẵng, nói.",
            ["Tạ Thị Én | Tham tán Thương mại, Tổng Lãnh sự quán Peru tại Đà Nẵng | Peru"],
        ),
        ("Đoàn Hải Phòng giành giải nhất. Anh Clip cười.", []),
        ("Hiệu trưởng Trường THPT số 1 Quế Lam nói.", []),
        (
            "Phụ trách Phòng Công chứng số 1 Vi Thị Kiên giải thích.",
            ["Vi Thị Kiên | Phụ trách Phòng Công chứng số 1 | "],
        ),
        ("Chủ nhà hàng Hương Lam, bà Vi Thị Kiên, bị phạt.", ["Vi Thị Kiên | Chủ nhà hàng | "]),
    ],
)
def test_units_and_houses_with_names_and_numbers(text, expected):
    assert seen(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ông Tạ Văn Kha kể chuyện. Ông hiện là Giám đốc.",
            ["Tạ Văn Kha |  | "],
        ),
        (
            "Ông Tạ Văn Kha kể chuyện. Ông là Giám đốc Công ty Lam Trà Lò Văn Én.",
            ["Tạ Văn Kha |  | ", "Lò Văn Én | Giám đốc Công ty Lam Trà | "],
        ),
        (
            "Chị Vi Thị Kiên kể chuyện. Chị hiện là Chủ tịch Hội Phụ nữ xã Quế Lam.",
            ["Vi Thị Kiên | Chủ tịch Hội Phụ nữ xã Quế Lam | "],
        ),
        (
            "Ông Tạ Lam Kha gặp bà Vi Thị Kiên. Ông là Giám đốc Công ty Lam Trà.",
            ["Tạ Lam Kha |  | ", "Vi Thị Kiên |  | "],
        ),
        ("Ông Tạ Văn Kha nói. Bà là Giám đốc Sở Y tế tỉnh.", ["Tạ Văn Kha |  | "]),
        (
            "Ông Tạ Văn Kha, Giám đốc Sở Y tế, nói. Ông là Trưởng đoàn đại biểu tỉnh.",
            ["Tạ Văn Kha | Giám đốc Sở Y tế | "],
        ),
        (
            "Có ông Tạ Lam Kha; ông Lò Văn Sằm - Tổng Giám đốc dự.",
            ["Tạ Lam Kha |  | ", "Lò Văn Sằm | Tổng Giám đốc | "],
        ),
    ],
)
def test_an_office_told_of_behind_a_stop_or_a_dash(text, expected):
    assert seen(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Phó Trưởng phòng Kinh tế, Hạ tầng và Đô thị phường Lam Sơn Vi Thị Kiên nói.",
            ["Vi Thị Kiên | Phó Trưởng phòng Kinh tế, Hạ tầng và Đô thị phường Lam Sơn | "],
        ),
        (
            "Phó Trưởng Ban Chính sách, chiến lược Trung ương Tạ Lam Kha nói.",
            ["Tạ Lam Kha | Phó Trưởng Ban Chính sách, chiến lược Trung ương | "],
        ),
        (
            "Trưởng ban Ban Chính sách, chiến lược Trung ương Tạ Lam Kha nói.",
            ["Tạ Lam Kha | Trưởng ban Ban Chính sách, chiến lược Trung ương | "],
        ),
        (
            "Viện trưởng Viện Nghiên cứu Chiến lược, Chính sách Công Thương Tạ Lam Kha nói.",
            ["Tạ Lam Kha | Viện trưởng Viện Nghiên cứu Chiến lược, Chính sách Công Thương | "],
        ),
        (
            "Phó Trưởng Ban Dân vận Tỉnh ủy Lam Trà Vi Thị Kiên nói.",
            ["?Vi Thị Kiên | Phó Trưởng Ban Dân vận Tỉnh ủy Lam Trà | "],
        ),
    ],
)
def test_bodies_of_the_mergers(text, expected):
    assert seen(text) == expected


@pytest.mark.parametrize(
    "body",
    [
        "Cục Quyền liên quan và Bản quyền tác giả",
        "Cục Bức xạ và hạt nhân",
        "Cục Chất lượng, Chế biến và Nhiếp ảnh",
        "Cục Khởi nghiệp và Doanh nghiệp công nghệ",
        "Cục Kinh tế hợp tác và Giáo dục thường xuyên",
    ],
)
def test_what_departments_are_for(body):
    assert seen(f"Cục trưởng {body} Tạ Lam Kha nói.") == [f"Tạ Lam Kha | Cục trưởng {body} | "]
    assert seen(f"Ông Tạ Lam Kha, Cục trưởng {body} cho biết.") == [f"Tạ Lam Kha | Cục trưởng {body} | "]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Bà Hoàng Thị Lam và ông Giàng A Chứ được bầu giữ chức Phó Chủ tịch HĐND tỉnh.",
            ["Hoàng Thị Lam | Phó Chủ tịch HĐND tỉnh | ", "Giàng A Chứ | Phó Chủ tịch HĐND tỉnh | "],
        ),
        (
            "Ông Tạ Lam Kha, Giám đốc Sở Y tế và ông Lò Văn Sằm được bầu làm Phó Chủ tịch UBND tỉnh.",
            ["Tạ Lam Kha | Giám đốc Sở Y tế | ", "Lò Văn Sằm | Phó Chủ tịch UBND tỉnh | "],
        ),
        (
            "Ông Tạ Lam Kha và ông Lò Văn Sằm được mời dự lễ.",
            ["Tạ Lam Kha |  | ", "Lò Văn Sằm |  | "],
        ),
    ],
)
def test_all_on_a_list_are_elected(text, expected):
    assert seen(text) == expected
