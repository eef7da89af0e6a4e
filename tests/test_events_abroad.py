"""Visits, talks and calls of governments: invented sentences, as in `test_events`."""

import pytest

from tests.test_events import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The days of a visit stand behind what it is for, unless it begins on another.
        (
            "Đoàn do Chủ tịch Quốc hội Som Vi-lay dẫn đầu sẽ thăm Peru và dự các hoạt động chào mừng kỷ niệm 55 "
            "năm Ngày thiết lập quan hệ ngoại giao Peru - Lào tại tỉnh Lam Trà, Peru từ ngày 3 - 8/7/2017.",
            [
                "visit | Som Vi-lay thăm Peru | 2017-07-03/2017-07-08 | Peru | Som Vi-lay",
                "?anniversary | Kỷ niệm 55 năm Ngày thiết lập quan hệ ngoại giao Peru - Lào | None | tỉnh Lam Trà | "
                "Som Vi-lay",
            ],
        ),
        (
            "Ngày 11/5, Chủ tịch nước Hà Văn Lộc bắt đầu chuyến thăm cấp Nhà nước tới Lào và dự Diễn đàn Mùa lúa từ "
            "ngày 11 - 15/5.",
            [
                "visit | Hà Văn Lộc thăm cấp Nhà nước Lào | XXXX-05-11/XXXX-05-15 | Lào | Hà Văn Lộc",
                "conference | Diễn đàn Mùa lúa | XXXX-05-11/XXXX-05-15 |  | Hà Văn Lộc",
            ],
        ),
        (
            "Sáng 5/6, Tổng thống Robert Holt thăm Lào và dự Hội nghị Cấp cao Lam Trà từ ngày 7 - 8/6.",
            [
                "visit | Robert Holt thăm Lào | XXXX-06-05 | Lào | Robert Holt",
                "conference | Hội nghị Cấp cao Lam Trà | XXXX-06-07/XXXX-06-08 |  | Robert Holt",
            ],
        ),
        (
            "Chuyến thăm hai ngày (22 - 23/5) của Tổng thống Robert Holt tại Lào được chú ý.",
            ["visit | Robert Holt thăm Lào | XXXX-05-22/XXXX-05-23 | Lào | Robert Holt"],
        ),
        # The day on which a visit ends is not that of another one.
        (
            "Ngày 22/5, Tổng thống Robert Holt bắt đầu thăm Lào. Trong chuyến thăm 2 ngày tới Lào, Tổng thống Robert "
            "Holt gặp nhiều người. Ngày 23/5, ông Holt phát biểu, kết thúc chuyến thăm.",
            ["visit | Robert Holt thăm Lào | XXXX-05-22 | Lào | Robert Holt"],
        ),
        # Whoever serves at an embassy is visited there, on a visit to the country.
        (
            "Sáng 2/7, Bộ trưởng Hà Văn Lộc thăm Lào. Tối 3/7, Bộ trưởng Hà Văn Lộc đã đến thăm cán bộ Đại sứ quán "
            "Peru tại Lào.",
            [
                "visit | Hà Văn Lộc thăm Lào | XXXX-07-02 | Lào | Hà Văn Lộc",
                "visit | Hà Văn Lộc thăm cán bộ Đại sứ quán Peru tại Lào | XXXX-07-03 | Đại sứ quán Peru | Hà Văn Lộc",
            ],
        ),
        (
            "Chiều 12/5, Chủ tịch nước Hà Văn Lộc đã thăm và nói chuyện với bà con Việt kiều, lưu học sinh và nhân "
            "viên Đại sứ quán Việt Nam tại Lào.",
            [
                "visit | Hà Văn Lộc thăm và nói chuyện với bà con Việt kiều | XXXX-05-12 | Đại sứ quán Việt Nam | "
                "Hà Văn Lộc"
            ],
        ),
        # What a visitor does as well is told of with a place; what is given on a visit goes to somebody.
        (
            "Ngày 5/6, Bộ trưởng Hà Văn Lộc đã đến thăm, làm việc với Bộ Chỉ huy Quân sự tỉnh Lam Trà.",
            ["visit | Hà Văn Lộc thăm, làm việc tại tỉnh Lam Trà | XXXX-06-05 | tỉnh Lam Trà | Hà Văn Lộc"],
        ),
        (
            "Ngày 9/1, đoàn công tác do ông Hà Văn Lộc dẫn đầu đã có chuyến thăm tặng áo ấm cho học sinh xã Lam Trà.",
            ["visit | Hà Văn Lộc thăm học sinh xã Lam Trà | XXXX-01-09 |  | Hà Văn Lộc"],
        ),
        (
            "Ông Hà Văn Lộc thăm Khu lưu niệm Chủ tịch Tạ Đức Hải.",
            [
                "?visit | Hà Văn Lộc thăm Khu lưu niệm Chủ tịch Tạ Đức Hải | None | Khu lưu niệm Chủ tịch Tạ Đức Hải | "
                "Hà Văn Lộc"
            ],
        ),
        # Right after something, on the same day.
        (
            "Chiều 6/7, ngay sau khi dự Lễ khai mạc Diễn đàn Mùa lúa tại Huế, Thủ tướng Hà Văn Lộc đã tiếp lãnh đạo "
            "Tập đoàn Lamco.",
            [
                "?ceremony | Lễ khai mạc Diễn đàn Mùa lúa | XXXX-07-06 | Huế | ",
                "meeting | Hà Văn Lộc tiếp lãnh đạo Tập đoàn Lamco | XXXX-07-06 |  | Hà Văn Lộc",
            ],
        ),
        # Whom one asks on the telephone is on the other side; who `nhà lãnh đạo này` is has just been told.
        (
            "Trong cuộc điện đàm hôm 27/6, Tổng thống Robert Holt mời Thủ tướng Som Vi-lay tới dự lễ.",
            [
                "?phone_call | Điện đàm Robert Holt – Som Vi-lay | XXXX-06-27 |  | Robert Holt, Som Vi-lay",
            ],
        ),
        (
            "Trong cuộc điện đàm hôm 27/6, Tổng thống Robert Holt nói về chuyến thăm của Thủ tướng Som Vi-lay.",
            [],
        ),
        (
            "Tổng thống Robert Holt đã tới Brussels. Nhà lãnh đạo này đã có cuộc hội đàm với Thủ tướng Bỉ Anders Lund.",
            ["?talks | Hội đàm Robert Holt – Anders Lund | None |  | Robert Holt, Anders Lund"],
        ),
        # A place stands behind a bracket; a report is none.
        (
            "Ngày 2/7, phát biểu tại Hội nghị thượng đỉnh G5 (gồm Mali, Niger, Chad, Peru và Lào) tại thủ đô Bamako, "
            "Tổng thống Robert Holt nói.",
            ["conference | Hội nghị thượng đỉnh G5 | XXXX-07-02 | Bamako | Robert Holt"],
        ),
        (
            "Tại Báo cáo giải trình do ông Hà Văn Lộc trình bày tại Kỳ họp thứ 6, Quốc hội khóa XIII, nhiều ý kiến "
            "được nêu.",
            ["?conference | Kỳ họp thứ 6, Quốc hội khóa XIII | None |  | "],
        ),
    ],
)
def test_visits_talks_and_calls(text, expected):
    assert told(text) == expected
