"""People as the pages of districts, unions and offices tell of them, with letters for offices and few commas: invented
sentences, as in `test_people`."""

import pytest

from tests.test_people import seen


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Letters of offices, with a stop or a blank behind them, and a bracket that says who stands where.
        (
            "(Đ/c Hà Văn Lộc – CT Công đoàn Viên chức (trái) trao quà cho bà Vi Thị Kiên)",
            ["Hà Văn Lộc | CT Công đoàn Viên chức | ", "Vi Thị Kiên |  | "],
        ),
        (
            "Về dự có ông Hà Văn Lộc - CT. UBND huyện, bà Vi Thị Kiên - PCT. HĐND thị trấn, ông Tạ Văn Kha – P.CT HĐND "
            "tỉnh, ông Lê Văn Én- PBT- CT. UBND huyện.",
            [
                "Hà Văn Lộc | CT. UBND huyện | ",
                "Vi Thị Kiên | PCT. HĐND thị trấn | ",
                "Tạ Văn Kha | P.CT HĐND tỉnh | ",
                "Lê Văn Én | PBT - CT. UBND huyện | ",
            ],
        ),
        (
            "Đồng chí Hà Văn Lộc, UVTVTU, Trưởng Ban Tuyên giáo Tỉnh ủy; Tạ Văn Kha – TUV Phó Chủ tịch HĐND tỉnh dự.",
            [
                "Hà Văn Lộc | UVTVTU, Trưởng Ban Tuyên giáo Tỉnh ủy | ",
                "Tạ Văn Kha | TUV, Phó Chủ tịch HĐND tỉnh | ",
            ],
        ),
        (
            "Đồng chí Thượng tá Lê Văn Én- TVHU-Chỉ huy trưởng Ban Chỉ huy quân sự huyện, đồng chí Trung tá Hà Văn "
            "Lộc-Chính trị viên huyện, lãnh đạo đảng ủy cùng dự.",
            [
                "Lê Văn Én | TVHU-Chỉ huy trưởng Ban Chỉ huy quân sự huyện | ",
                "Hà Văn Lộc | Chính trị viên huyện | ",
            ],
        ),
        # No mark stands between the name and the office.
        (
            "Ông Hà Văn Lộc UVBCH Hội Nông dân tỉnh, anh Lê Văn Én bí thư Đoàn thị trấn Lam Trà dự.",
            ["Hà Văn Lộc | UVBCH Hội Nông dân tỉnh | ", "Lê Văn Én | Bí thư Đoàn thị trấn Lam Trà | "],
        ),
        ("Anh Lê Văn Én phó nhóm nói.", ["Lê Văn Én |  | "]),
        # A dash leads from the office to the name; but not from one person's to the next.
        (
            "Học sinh nghe thư của Tổng Bí thư, Chủ tịch nước - Hà Văn Lộc, rồi hát.",
            ["Hà Văn Lộc | Tổng Bí thư, Chủ tịch nước | "],
        ),
        # What somebody does is no part of the section's name.
        (
            "Ông Hà Văn Lộc, Phó Trưởng phòng Xây dựng kiểm tra và theo dõi các công trình thuộc Sở Y tế.",
            ["Hà Văn Lộc | Phó Trưởng phòng Xây dựng | "],
        ),
        (
            "Ông Hà Văn Lộc, Phó Trưởng phòng Xây dựng kiểm tra chợ.",
            ["Hà Văn Lộc | Phó Trưởng phòng Xây dựng | "],
        ),
        # What somebody is now, behind what they were.
        (
            "Chị Vi Thị Kiên - nguyên là Phó Chánh văn phòng Tỉnh đoàn và hiện là Bí thư Huyện đoàn Lam Trà cho biết.",
            ["Vi Thị Kiên | Nguyên Phó Chánh văn phòng Tỉnh đoàn, Bí thư Huyện đoàn Lam Trà | "],
        ),
        (
            "Ông Hà Văn Lộc là cựu sĩ quan của Lữ đoàn Lam Trà và từng dẫn chương trình.",
            ["Hà Văn Lộc | Cựu sĩ quan của Lữ đoàn Lam Trà | "],
        ),
        # Who leads a session; a body that a mark, a mausoleum or a kind of commune is a part of.
        (
            "Đồng chí Hà Văn Lộc, Thủ tướng Chính phủ điều hành phiên khai mạc.",
            ["Hà Văn Lộc | Thủ tướng Chính phủ | "],
        ),
        (
            "Ông Hà Văn Lộc, Chính ủy Bộ Tư lệnh Bảo vệ Lăng Chủ tịch Hồ Chí Minh, nói.",
            ["Hà Văn Lộc | Chính ủy Bộ Tư lệnh Bảo vệ Lăng Chủ tịch Hồ Chí Minh | "],
        ),
        (
            "Ông Hà Văn Lộc, Phó Chủ tịch Hội đồng thẩm định xã nông thôn mới tỉnh, dự.",
            ["Hà Văn Lộc | Phó Chủ tịch Hội đồng thẩm định xã nông thôn mới tỉnh | "],
        ),
        (
            "Bà Vi Thị Kiên, Trưởng ban Bảo vệ, chăm sóc sức khỏe cán bộ tỉnh, dự.",
            ["Vi Thị Kiên | Trưởng ban Bảo vệ, chăm sóc sức khỏe cán bộ tỉnh | "],
        ),
        (
            "Ông Hà Văn Lộc - Cố vấn chuyên môn, bác sĩ Bệnh viện Lam Trà, nói.",
            ["Hà Văn Lộc | Cố vấn chuyên môn | "],
        ),
        # Whom people listen to has the office behind the name; whom somebody receives may not.
        (
            "Tại lớp tập huấn các học viên nghe đồng chí Hà Văn Lộc, Giám đốc Trung tâm Lam Trà giới thiệu luật.",
            ["Hà Văn Lộc | Giám đốc Trung tâm Lam Trà | "],
        ),
        ("Tiếp ông Robert Holt, Chủ tịch Quốc hội khẳng định quan hệ tốt.", ["Robert Holt |  | "]),
        # Where somebody lives is no part of the name; a year of the calendar and a district are nobody.
        ("Tương tự, anh Hà Văn Lộc Thôn 3 cho biết.", ["Hà Văn Lộc |  | "]),
        ("Những ngày đầu xuân Đinh Dậu, nông dân Đắk Lam gặp khó.", []),
    ],
)
def test_people_of_a_district(text, expected):
    assert seen(text) == expected
