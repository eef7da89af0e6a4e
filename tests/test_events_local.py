"""Events as the pages of districts, unions and offices tell of them: invented sentences, as in `test_events`."""

import pytest

from tests.test_events import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Who looks at something leads a delegation; the matter goes on over a comma.
        (
            "Ngày 16/6, Trung tướng Tạ Văn Kha, Thứ trưởng Bộ Quốc phòng dẫn đầu đoàn cán bộ đến kiểm tra tình hình "
            "diễn tập chữa cháy, chống lụt tại Sư đoàn 29.",
            [
                "visit | Tạ Văn Kha kiểm tra tình hình diễn tập chữa cháy, chống lụt tại Sư đoàn 29 | XXXX-06-16 | "
                "Sư đoàn 29 | Tạ Văn Kha"
            ],
        ),
        # But not over a comma behind which something else is done.
        (
            "Sáng 5/6, Chủ tịch tỉnh Tạ Văn Kha kiểm tra việc chống hạn, chủ trì hội nghị tại huyện Lam Trà.",
            ["conference | Hội nghị do Tạ Văn Kha chủ trì | XXXX-06-05 | huyện Lam Trà | Tạ Văn Kha"],
        ),
        ("Sáng 5/6, Chủ tịch tỉnh Tạ Văn Kha kiểm tra việc chống hạn, phát biểu tại huyện Lam Trà.", []),
        # A body of the readers' own province pays a visit, and it need not be told which it is.
        (
            "Cùng dịp ấy, ngày 8/3/2021, Tỉnh đoàn đến thăm tặng quà ông Vi Văn Kiên, Trưởng thôn Lam Trà.",
            ["?visit | Tỉnh đoàn thăm tặng quà Vi Văn Kiên | 2021-03-08 |  | "],
        ),
        ("Tỉnh đoàn đến thăm tặng quà ông Vi Văn Kiên, Trưởng thôn Lam Trà.", []),
        (
            "Sáng 12/2/2021, đoàn cán bộ do Phó Chủ tịch Hội Nông dân tỉnh Vi Thị Kiên làm Trưởng đoàn đến thăm, chúc "
            "mừng các đồng chí nguyên lãnh đạo Hội Nông dân tỉnh.",
            [
                "visit | Vi Thị Kiên thăm, chúc mừng các đồng chí nguyên lãnh đạo Hội Nông dân tỉnh | 2021-02-12 |  | "
                "Vi Thị Kiên"
            ],
        ),
        # What a meeting does with a draft, in two words; what it is compared with is no part of its name.
        (
            "Sáng 5/6, tại Huế, Bộ trưởng Hà Văn Lộc chủ trì cuộc họp góp ý, bổ sung dự thảo Luật Đất đai.",
            ["conference | Cuộc họp góp ý, bổ sung dự thảo Luật Đất đai | XXXX-06-05 | Huế | Hà Văn Lộc"],
        ),
        (
            "Sáng 5/6, tại Huế, Bộ trưởng Hà Văn Lộc chủ trì cuộc họp về đê sông Lam, bổ sung kinh phí cho ba xã.",
            ["conference | Cuộc họp về đê sông Lam | XXXX-06-05 | Huế | Hà Văn Lộc"],
        ),
        (
            "Sẽ tổ chức Hội nghị xúc tiến đầu tư lớn nhất từ trước tới nay.",
            ["?conference | Hội nghị xúc tiến đầu tư | None |  | "],
        ),
        # What is handed over at a gathering.
        (
            "Chiều 31/3, UBND tỉnh tổ chức gặp mặt, trao quyết định nghỉ hưu cho bốn cán bộ.",
            ["meeting | Gặp mặt, trao quyết định nghỉ hưu | XXXX-03-31 |  | "],
        ),
        # A trial, without those between whom it is; told of again in a word less.
        (
            "Sáng 7/7, Tòa án nhân dân huyện Lam Trà xét xử sơ thẩm vụ án tranh chấp hợp đồng giữa nguyên đơn là bà Vi "
            "Thị Kiên và Nhà hát Lam Trà.",
            [
                "?other | Tòa án nhân dân huyện Lam Trà xét xử sơ thẩm vụ án tranh chấp hợp đồng | XXXX-07-07 |  | "
            ],
        ),
        (
            "Ngày 9/8, TAND tỉnh Lam Trà mở phiên tòa sơ thẩm xét xử vụ án Lò Sành. Ngày 9/8 tới, TAND tỉnh Lam Trà "
            "sẽ mở phiên sơ thẩm xét xử vụ án Lò Sành.",
            ["?other | TAND tỉnh Lam Trà mở phiên tòa sơ thẩm xét xử vụ án Lò Sành | XXXX-08-09 |  | "],
        ),
        # What somebody goes to.
        (
            "Sáng 6/3, ông Tạ Văn Kha, Chủ tịch HĐND xã dự lễ giao nhận quân tại huyện Lam Trà.",
            ["?ceremony | Lễ giao nhận quân | XXXX-03-06 | huyện Lam Trà | "],
        ),
        # A name goes on over an apostrophe, in a list of bodies, in a pair, and with what a commune has become.
        (
            "Ngày 28/6, UBND huyện Lam R’lấp tổ chức Diễn đàn trẻ em huyện Lam R’lấp năm 2019.",
            ["conference | Diễn đàn trẻ em huyện Lam R’lấp | XXXX-06-28 |  | "],
        ),
        (
            "Ngày 3/4, Ban Tuyên giáo tổ chức Hội nghị báo cáo viên các tỉnh ủy, thành ủy, đảng ủy trực thuộc.",
            [
                "conference | Hội nghị báo cáo viên các tỉnh ủy, thành ủy, đảng ủy trực thuộc | XXXX-04-03 |  | ",
            ],
        ),
        (
            "Ngày 5/6, UBND huyện Lam Trà tổ chức Lễ ra quân đảm bảo an ninh chính trị, trật tự an toàn xã hội.",
            ["ceremony | Lễ ra quân đảm bảo an ninh chính trị, trật tự an toàn xã hội | XXXX-06-05 |  | "],
        ),
        (
            "Ngày 5/6, UBND xã Lam Trà tổ chức lễ công bố xã Lam Trà đạt chuẩn nông thôn mới nâng cao.",
            ["ceremony | Lễ công bố xã Lam Trà đạt chuẩn nông thôn mới nâng cao | XXXX-06-05 |  | "],
        ),
        # Who speaks there is no part of the name; whom it is for is.
        ("Tại buổi lễ ra quân đồng chí Tạ Văn Kha – Phó Chủ tịch UBND huyện yêu cầu các cấp vào cuộc.", []),
        (
            "Ngày 5/6, Huyện ủy Lam Trà tổ chức Lễ truy điệu đồng chí Tạ Văn Kha.",
            ["ceremony | Lễ truy điệu đồng chí Tạ Văn Kha | XXXX-06-05 |  | "],
        ),
        # The day of a paper is not that of what it is about.
        (
            "Huyện ủy học tập Chỉ thị số 81-CT/TW ngày 12/4/2017 về Đại hội đại biểu toàn quốc lần thứ XIII của Đảng.",
            ["?conference | Đại hội đại biểu toàn quốc lần thứ XIII của Đảng | None |  | "],
        ),
        # Something else follows.
        (
            "Trung ương bàn về Đại hội toàn quốc lần thứ 13 của Đảng và một số vấn đề quan trọng khác.",
            ["?conference | Đại hội toàn quốc lần thứ 13 của Đảng | None |  | "],
        ),
        # Whose word it is does nothing; nor does one who is dead take part.
        ("Theo ông Tạ Văn Kha, Giám đốc Sở Y tế, số lượng người đến viếng Bác ngày càng đông.", []),
        (
            "Ngày 27/8/2021, Quận ủy Lam Trà tổ chức kỷ niệm 40 năm thực hiện Di chúc của Chủ tịch Tạ Lam Sơn và lễ "
            "trao tặng Huy hiệu Đảng đợt 2/9/2021.",
            [
                "anniversary | Kỷ niệm 40 năm thực hiện Di chúc của Chủ tịch Tạ Lam Sơn | 2021-08-27 |  | ",
                "ceremony | Lễ trao tặng Huy hiệu Đảng đợt 2/9/2021 | 2021-08-27 |  | ",
            ],
        ),
    ],
)
def test_events_of_a_district(text, expected):
    assert told(text) == expected
