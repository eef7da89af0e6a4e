"""Finding events: invented sentences. `kind | name | date | place | participants`; `?` marks unsure."""

import pytest

from articles.text.events import find_events
from articles.text.people import find_people
from tests.stories import story


def told(text, **options):
    page = story(text, **options)
    events = find_events(text, page, find_people(text, page))
    for event in events:
        assert all(0 <= span.start < span.end <= len(text) for span in event.spans + event.date_spans)
    return [
        f"{'' if e.sure else '?'}{e.kind} | {e.name} | {e.date} | {e.place} | {', '.join(e.participants)}"
        for e in events
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ngày 13/7, Bộ trưởng Ngoại giao Tạ Lam Sơn điện đàm với Ngoại trưởng Lào Som Vi-lay.",
            "phone_call | Điện đàm Tạ Lam Sơn – Som Vi-lay | XXXX-07-13 |  | Tạ Lam Sơn, Som Vi-lay",
        ),
        (
            "Sáng 9-3, tại Hà Nội, Thủ tướng Phạm Lam Khê đã hội đàm với Thủ tướng Latvia Anna Ozola.",
            "talks | Hội đàm Phạm Lam Khê – Anna Ozola | XXXX-03-09 | Hà Nội | Phạm Lam Khê, Anna Ozola",
        ),
        (
            "Chiều 4/2/2021, Thứ trưởng Tạ Kha tiếp ông Anders Lund tại Trụ sở Bộ Ngoại giao.",
            "meeting | Tạ Kha tiếp Anders Lund | 2021-02-04 | Trụ sở Bộ Ngoại giao | Tạ Kha, Anders Lund",
        ),
        (
            "Từ ngày 6 - 9/12, Bộ trưởng Ngoại giao Phạm Lam Khê đã thăm chính thức Lào.",
            "visit | Phạm Lam Khê thăm chính thức Lào | XXXX-12-06/XXXX-12-09 | Lào | Phạm Lam Khê",
        ),
        (
            "Chủ tịch Quốc hội Vi Thị Kiên thăm và làm việc tại Peru từ ngày 2 đến 5/9/2014.",
            "visit | Vi Thị Kiên thăm và làm việc tại Peru | 2014-09-02/2014-09-05 | Peru | Vi Thị Kiên",
        ),
        (
            "Ngày 5/6, ông Anders Lund đã có buổi làm việc với Chủ tịch UBND tỉnh Hà Văn Lộc.",
            "meeting | Anders Lund làm việc với Hà Văn Lộc | XXXX-06-05 |  | Anders Lund, Hà Văn Lộc",
        ),
        (
            "Tiếp ông Lê Sơn Hà, Bộ trưởng Tạ Lam Sơn đánh giá cao quan hệ.",
            "?meeting | Tạ Lam Sơn tiếp Lê Sơn Hà | None |  | Tạ Lam Sơn, Lê Sơn Hà",
        ),
        (
            "Hội nghị Bộ trưởng Y tế ASEAN lần thứ 15 diễn ra ngày 14/5 tại Bali.",
            "conference | Hội nghị Bộ trưởng Y tế ASEAN lần thứ 15 | XXXX-05-14 | Bali | ",
        ),
        (
            "Sáng 23/11, tại Đông Phú, UBND tỉnh tổ chức lễ khánh thành cầu Lam Trà.",
            "ceremony | Lễ khánh thành cầu Lam Trà | XXXX-11-23 | Đông Phú | ",
        ),
        (
            "Ngày 3/4/2020, hai bên đã tổ chức lễ ký kết thỏa thuận hợp tác về nước sạch.",
            "signing | Lễ ký kết thỏa thuận hợp tác về nước sạch | 2020-04-03 |  | ",
        ),
        (
            "Dự kiến, Tổng thống Peru Maria Ruiz sẽ thăm Việt Nam từ 3-6/9.",
            "?visit | Maria Ruiz thăm Việt Nam | XXXX-09-03/XXXX-09-06 | Việt Nam | Maria Ruiz",
        ),
        (
            "Đối thoại Chính sách Quốc phòng Việt Nam - Peru lần thứ 3 được tổ chức trực tuyến ngày 6/7.",
            "dialogue | Đối thoại Chính sách Quốc phòng Việt Nam - Peru lần thứ 3 | XXXX-07-06 |  | ",
        ),
        (
            "Tối 19/6, tại TP Hồ Chí Minh diễn ra Lễ khai mạc Liên hoan phim Hữu nghị.",
            "ceremony | Lễ khai mạc Liên hoan phim Hữu nghị | XXXX-06-19 | TP Hồ Chí Minh | ",
        ),
        (
            "Ngày 2/4, nhận lời mời của Thủ tướng Lào Som Vi-lay, Thủ tướng Phạm Lam Khê đã thăm Lào.",
            "visit | Phạm Lam Khê thăm Lào | XXXX-04-02 | Lào | Phạm Lam Khê",
        ),
        (
            'Hội thảo "Kết nối cung cầu" do Bộ Công Thương tổ chức ngày 14-9 tại TP.HCM.',
            'conference | Hội thảo "Kết nối cung cầu" | XXXX-09-14 | TP.HCM | ',
        ),
        (
            "Nhân kỷ niệm 45 năm thiết lập quan hệ ngoại giao Việt Nam - Peru, hai nước trao đổi điện mừng.",
            "?anniversary | Kỷ niệm 45 năm thiết lập quan hệ ngoại giao Việt Nam - Peru | None |  | ",
        ),
    ],
)
def test_one_event(text, expected):
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Hai bên tiếp tục duy trì đối thoại và tăng cường hợp tác trên các diễn đàn quốc tế.",
        "Tại cuộc hội đàm, hai bên nhất trí tăng cường các chuyến thăm cấp cao.",
        "Bộ trưởng Tạ Lam Sơn chuyển lời mời thăm Việt Nam tới ông Anders Lund.",
        "Doanh nghiệp gặp khó khăn, ngân hàng tiếp nhận hồ sơ và tiếp cận vốn.",
        "Đại hội kết thúc. Tại Hội nghị, các đại biểu thảo luận.",
        "Ngày 5/6, giá vàng tăng mạnh.",
        "Bộ trưởng Tạ Lam Sơn mời ông Anders Lund sớm thăm Việt Nam.",
    ],
)
def test_no_event(text):
    assert told(text) == []


def test_one_event_told_twice_is_one():
    text = (
        "Đối thoại Lam Trà lần thứ 5: Thêm lòng tin\n"
        "Đối thoại thường niên cấp Thứ trưởng Lam Trà lần thứ 5 đã được tổ chức ngày 6/7/2021. "
        "Thứ trưởng Tạ Lam Sơn tham dự Đối thoại.\n"
        "Phát biểu tại Hội nghị, bà Anna Ozola nhấn mạnh hợp tác."
    )
    assert told(text, title=True) == [
        "dialogue | Đối thoại Lam Trà lần thứ 5 | 2021-07-06 |  | Tạ Lam Sơn, Anna Ozola"
    ]


def test_an_occasion_does_not_take_the_day():
    text = (
        "Tối 13/7, nhân dịp Hội nghị Bộ trưởng ASEAN lần thứ 6 tại Jakarta, Bộ trưởng Tạ Lam Sơn "
        "đã có cuộc gặp với Ngoại trưởng Peru Maria Ruiz."
    )
    assert told(text) == [
        "?conference | Hội nghị Bộ trưởng ASEAN lần thứ 6 | None | Jakarta | ",
        "meeting | Tạ Lam Sơn gặp Maria Ruiz | XXXX-07-13 | Jakarta | Tạ Lam Sơn, Maria Ruiz",
    ]


def test_a_headline_joins_its_lead():
    text = (
        "Bộ trưởng Tạ Lam Sơn điện đàm với ông Anders Lund\n"
        "Ngày 13/7, Bộ trưởng Tạ Lam Sơn đã điện đàm với ông Anders Lund."
    )
    assert told(text, title=True) == [
        "phone_call | Điện đàm Tạ Lam Sơn – Anders Lund | XXXX-07-13 |  | Tạ Lam Sơn, Anders Lund"
    ]


def test_the_same_day_again_is_inferred():
    text = (
        "Ngày 7/12, Bộ trưởng Tạ Lam Sơn hội đàm với ông Anders Lund.\n"
        "Cùng ngày, Bộ trưởng Tạ Lam Sơn đã gặp bà Anna Ozola."
    )
    page = story(text)
    talks, meeting = find_events(text, page, find_people(text, page))
    assert (talks.date, talks.date_inferred) == ("XXXX-12-07", False)
    assert (meeting.date, meeting.date_inferred) == ("XXXX-12-07", True)
