"""Dates in invented sentences: what is read, what is no date, and when a year is filled in."""

import pytest

from articles.text.dates.find import find_dates
from tests.stories import story


def read(text, **options):
    found = find_dates(text, story(text, **options))
    for when in found:
        assert all(0 <= span.start < span.end <= len(text) for span in when.evidence)
    return [("~" if when.inferred else "") + when.edtf for when in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ngày 13/7, ông đến.", ["XXXX-07-13"]),
        ("Sáng 9-3, lễ ký diễn ra.", ["XXXX-03-09"]),
        ("Chiều 3.9, đoàn về.", ["XXXX-09-03"]),
        ("trước ngày 20.11", ["XXXX-11-20"]),
        ("Rạng sáng 2/5 và tối 19/6", ["XXXX-05-02", "XXXX-06-19"]),
        ("từ ngày 6 - 9/12, đoàn thăm Lào", ["XXXX-12-06/XXXX-12-09"]),
        ("từ 3-6/9 tại Huế", ["XXXX-09-03/XXXX-09-06"]),
        ("từ ngày 2 – 5/9/2014", ["2014-09-02/2014-09-05"]),
        ("ngày 27-28/11/2021", ["2021-11-27/2021-11-28"]),
        ("trong hai ngày 8-9/5", ["XXXX-05-08/XXXX-05-09"]),
        ("trong 2 ngày (16 và 17/6)", ["XXXX-06-16/XXXX-06-17"]),
        ("từ ngày 11 đến 14-2", ["XXXX-02-11/XXXX-02-14"]),
        ("từ ngày 11 đến ngày 14/2/2020", ["2020-02-11/2020-02-14"]),
        ("ngày 22, 23 và 24-7", ["XXXX-07-22/XXXX-07-24"]),
        ("các ngày 5, 7 và 9/3", ["XXXX-03-05", "XXXX-03-07", "XXXX-03-09"]),
        ("từ ngày 30 - 2/9", ["XXXX-08-30/XXXX-09-02"]),
        ("từ ngày 30/12 đến 2/1", ["XXXX-12-30/XXXX-01-02"]),
        ("ngày 24/4/2021", ["2021-04-24"]),
        ("ngày 6 tháng 7 năm 2021", ["2021-07-06"]),
        ("ngày 6 tháng 7", ["XXXX-07-06"]),
        ("Ngày 22 tháng Mười, 2022, tại Lâm Trà", ["2022-10-22"]),
        ("Ngày 2 tháng 5, 2000 công nhân dự lễ.", ["XXXX-05-02"]),
        ("Ngày 2 tháng 5, 2000 (hai nghìn) người dự lễ.", ["XXXX-05-02"]),
        ("Ngày 2 tháng 5, 1990/2000 hộ dự lễ.", ["XXXX-05-02"]),
        ("Ngày 06/12/19, ông đến.", ["2019-12-06"]),
        ("ngày 06/12/95, ông đến.", ["1995-12-06"]),
        ("Công văn 06/12/19 của xã", []),
        ("Ngày 5/6 năm 2021, ông đến.", ["2021-06-05"]),
        ("Vào hồi 10 giờ 30 ngày 5/6/2021", ["2021-06-05"]),
        ("Hồi 5/6 năm ngoái, ông đến.", ["XXXX-06-05"]),
        ("tháng 3/2021", ["2021-03"]),
        ("tháng 3 năm 2021", ["2021-03"]),
        ("vào tháng 12 tới", ["XXXX-12"]),
        ("Thứ tư, 12/06/2019", ["2019-06-12"]),
        ("sáng nay (8/4), lễ ký", ["XXXX-04-08"]),
        ("sáng nay, 8-4, lễ ký", ["XXXX-04-08"]),
        ("cũng trong ngày 7/12, ông dự", ["XXXX-12-07"]),
        ("Ngày 7/12, ông đến. Cùng ngày, ông về.", ["XXXX-12-07", "~XXXX-12-07"]),
        ("Ngày 7/12 ông đến. Cũng trong ngày, ông về.", ["XXXX-12-07", "~XXXX-12-07"]),
        ("Ngày 19 - 12, UBND họp", ["XXXX-12-19"]),
        ("COVID-19 tháng 3/2021", ["2021-03"]),
        ("Tối 24- 4-2010, tại Huế", ["2010-04-24"]),
        ("ngày 24 / 4 / 2010", ["2010-04-24"]),
        ("mở từ 28-9 đến 2-10, đông", ["XXXX-09-28/XXXX-10-02"]),
        ("diễn ra từ 31.10 - 13.11 tại Huế", ["XXXX-10-31/XXXX-11-13"]),
        ("hai đợt từ 16-18/12 và 23-25/12", ["XXXX-12-16/XXXX-12-18", "XXXX-12-23/XXXX-12-25"]),
        ("từ ngày 5-7/6 và ngày 10/6", ["XXXX-06-05/XXXX-06-07", "XXXX-06-10"]),
        ("Sáng sớm 5/9 và thứ Năm 6/9", ["XXXX-09-05", "XXXX-09-06"]),
        ("từ 5 đến 6 tháng 9", ["XXXX-09-05/XXXX-09-06"]),
        ("diễn ra từ 25 đến 27-7.", ["XXXX-07-25/XXXX-07-27"]),
        ("kéo dài từ 5 đến 7-8 ngày", []),
        ("trong hai ngày 30/6 và 1/7", ["XXXX-06-30/XXXX-07-01"]),
        ("ngày 28/2 và 1/3/2023", ["2023-02-28/2023-03-01"]),
        ("Tối 31/12 và rạng sáng 1/1, tại Huế", ["XXXX-12-31/XXXX-01-01"]),
        ("Đêm 31/12, rạng sáng 1/1/2023, tại Huế", ["2022-12-31/2023-01-01"]),
        ("từ ngày 30/12 đến 2/1/2024", ["2023-12-30/2024-01-02"]),
        ("từ ngày 30 - 2/1/2024", ["2023-12-30/2024-01-02"]),
        ("ngày 5/6 và 3/4/2019", ["2019-06-05", "2019-04-03"]),
        ("Đêm 30/12, sáng 31/12, tại Huế", ["XXXX-12-30", "XXXX-12-31"]),
        ("ngày 5/ 9, ông đến", ["XXXX-09-05"]),
        ("chuyến thăm Lào (29/5-2/6)", ["XXXX-05-29/XXXX-06-02"]),
        ("thắng hai hiệp (3-1)", []),
        ("tháng 3-4/2021", ["2021-03/2021-04"]),
        ("từ tháng 3 đến tháng 5 năm 2021", ["2021-03/2021-05"]),
        ("Ngày 1/6/2023 (nhằm ngày 14/04 năm Quý Mão)", ["2023-06-01"]),
        ("Ngày 29.4 (nhằm 10.3 Âl), lễ giỗ", ["XXXX-04-29"]),
    ],
)
def test_days_months_and_ranges(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "ông sinh năm 1983, sinh ngày 3/5/1961",
        "Công ước năm 1982 (UNCLOS 1982)",
        "nhiệm kỳ 2015 - 2020",
        "giai đoạn 2021-2024",
        "(1988-2018)",
        "kỷ niệm 44 năm",
        "kỷ niệm 60 năm (3/5/1961 - 3/5/2021)",
        "kỷ niệm Ngày truyền thống 22/12",
        "thắng với tỷ số 3-1",
        "chiếm 2/3 dân số, 1/3 diện tích",
        "tăng từ 2/3 lên 3/4 số phiếu",
        "trực 24/7",
        "từ 2/3 đến 3/4 số phiếu",
        "tăng từ 13.5 đến 15.2 độ",
        "ngày 14/4 năm Tân Sửu",
        "ngày 10/3 (ÂL) hằng năm",
        "mùng 10 tháng 3 âm lịch",
        "rằm tháng 7",
        "Nghị quyết số 12/2021, Quyết định 35/QĐ, Luật số 12/5/QH",
        "20 năm, 20 tỷ USD, 3,5 triệu, 9%",
        "trong 6 tháng đầu năm",
        "Ngày giao lưu ASEAN-Hàn Quốc",
        "Ngày hội việc làm",
        "vào năm 2023 và năm 2030",
        "điện thoại 0912.345.678",
        "lúc 7h30, 11:54",
        "Ngày 31/2 và ngày 45/7",
        "hôm qua, sáng nay",
        "Quốc lộ 1/5",
        "đội 5-10 người",
        "từ ngày 6 đến 10/3 âm lịch",
    ],
)
def test_no_dates(text):
    assert read(text) == []


def test_the_publication_date_gives_the_year_and_the_day():
    options = {"published": "2021-01-05T08:30"}
    assert read("Ngày 4/1, ông đến.", **options) == ["~2021-01-04"]
    assert read("Ngày 28/12, ông đến.", **options) == ["~2020-12-28"]
    assert read("Sáng nay, ông đến. Hôm qua, ông đi. Ngày mai, ông về.", **options) == [
        "~2021-01-05", "~2021-01-04", "~2021-01-06",
    ]  # fmt: skip
    assert read("sáng nay (5/1)", **options) == ["~2021-01-05"]
    assert read("từ ngày 30/12 đến 2/1", **options) == ["~2020-12-30/2021-01-02"]
    assert read("Ngày 5/7, ông đến.", **options) == ["XXXX-07-05"], "half a year away: either year"


def test_years_told_from_the_page_s_own():
    options = {"published": "2023-05-20"}
    assert read("Hồi 5/6 năm ngoái, ông đến.", **options) == ["~2022-06-05"]
    assert read("Ngày 28/4 năm nay, ông đến.", **options) == ["~2023-04-28"]
    assert read("Ngày 5/6 năm 2021, ông đến.", **options) == ["2021-06-05"]


AGREEING = (
    "Ngày 6/7, hội nghị họp.\nTrong 4 tháng đầu năm 2021 tăng 9%.\nTháng 3/2021 góp vốn.\nNgày 24/4/2021 họp."
)


def test_a_text_that_agrees_on_a_year_settles_it():
    assert read(AGREEING) == ["~2021-07-06", "2021-03", "2021-04-24"]


@pytest.mark.parametrize(
    "text",
    [
        # Another year beside it, a goal beyond it, too few mentions, all in one paragraph.
        AGREEING + "\nTháng 2/2019 cũng vậy.",
        AGREEING + "\nSố liệu năm 2022 cho thấy.",
        "Ngày 6/7, hội nghị họp.\nTrong năm 2021 tăng 9%.\nTháng 3/2021 góp vốn.",
        # Every mention is a goal, a range or a law.
        "Ngày 6/7 họp.\nđến năm 2030, vào năm 2030, đến năm 2030.\nGiai đoạn 2021-2024, nhiệm kỳ 2021-2026.",
        # The day lies before what the text tells as past: it may be of the next year.
        AGREEING.replace("6/7", "5/1"),
    ],
)
def test_less_than_that_settles_nothing(text):
    assert any(when.startswith("XXXX") for when in read(text))


def test_the_same_day_named_with_its_year_settles_it():
    text = "Ngày 6/7, hội nghị họp.\nHội nghị ngày 6/7/2021 thông qua tuyên bố."
    assert read(text) == ["~2021-07-06", "2021-07-06"]


def test_a_day_long_before_the_page_is_of_no_year_where_the_text_tells_of_it_with_another():
    text = "Ngày 1/4, tại Kỳ họp thứ 3, bà được bầu.\nTừ 1/4/2021: bà là Chủ tịch. Ngày 17/5, bà nói."
    assert read(text, published="2024-05-18") == ["XXXX-04-01", "2021-04-01", "~2024-05-17"]
    assert read(text, published="2024-04-02")[0] == "~2024-04-01"


def test_bounds_are_marked():
    text = "Triển lãm mở cửa đến hết ngày 9/4. Nộp trước ngày 20/11."
    assert [when.bound for when in find_dates(text, story(text))] == ["until", "before"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The page is of a Wednesday.
        ("Hôm thứ Sáu, ông đến.", "~2024-05-10"),
        ("Ông sẽ đến vào chiều thứ Sáu.", "~2024-05-17"),
        ("Ông dự kiến đến hôm qua, tối thứ Tư tới ông về.", "~2024-05-14 ~2024-05-15"),
        ("Hôm thứ tư, ông đến.", "~2024-05-15"),
        ("Sáng sớm nay, ông đến; Chủ nhật vừa qua ông đi.", "~2024-05-15 ~2024-05-12"),
        ("sáng thứ 2 tuần này", "~2024-05-13"),
        ("thứ Năm tuần sau", "~2024-05-23"),
        ("chiều Chủ nhật", "~2024-05-12"),
        ("đêm chủ nhật tuần trước", "~2024-05-12"),
        ("tối thứ Ba (14/5)", "~2024-05-14"),
        ("sáng thứ Hai ngày 13/5", "~2024-05-13"),
        ("hôm kia, một ngày kia", "~2024-05-13"),
        ("ngày kia ông đến", "~2024-05-17"),
        # One of many, or no weekday at all.
        ("các đêm thi vào tối thứ 7", ""),
        ("từ thứ Hai đến thứ Sáu", ""),
        ("sáng thứ Hai hằng tuần", ""),
        ("ngày thứ hai của lễ hội", ""),
        ("đây là lần thứ ba ông đến", ""),
    ],
)
def test_weekdays_are_counted_from_the_day_of_the_page(text, expected):
    assert " ".join(read(text, published="2024-05-15T08:00")) == expected
    assert "~" not in " ".join(read(text))


def test_no_day_lies_beyond_the_calendar():
    assert read("Ngày mai ông đến.", published="9999-12-31") == []
    assert read("Hôm thứ Hai ông đến.", published="0001-01-02") == ["~0001-01-01"]


def test_the_same_day_is_none_that_is_still_to_come():
    text = "Sáng 27/11, bà Holt nói ngày 1/1/2025 sẽ mở cửa. Chiều cùng ngày, bà Holt thăm Lào."
    assert read(text, published="2024-11-27")[-1] == "~2024-11-27"
    assert (
        read("Ngày 5/6 tới, bà sẽ thăm Lào; cùng ngày, bà dự lễ.", published="2024-06-01")[-1]
        == "~2024-06-05"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bà Holt thăm Lào từ hôm nay (4/7) đến ngày 8/7.", ["~2024-07-04/2024-07-08"]),
        ("Bà Holt thăm Lào từ hôm nay đến 8/7.", ["~2024-07-04/2024-07-08"]),
        # Of two days told apart none begins a range.
        ("Hôm nay (4/7) bà Holt nói hạn nộp là đến ngày 8/7.", ["~2024-07-04", "~2024-07-08"]),
        ("Ngày 4 tháng Bảy, bà Holt thăm Lào.", ["~2024-07-04"]),
        ("Ngày 4 tháng Mười Hai năm 2023, bà Holt thăm Lào.", ["2023-12-04"]),
        ("Bà Holt ở lại 4 tháng hai người cùng đi.", []),
    ],
)
def test_days_told_from_today_on_and_months_by_name(text, expected):
    assert read(text, published="2024-07-04") == expected


def test_the_days_that_open_the_story_tell_the_year_of_those_in_between():
    text = "Từ ngày 5 đến 7/6/2019, đoàn thăm Lào.\nNgày 6/6, đoàn ký văn bản. Ngày 1/12, đoàn họp."
    assert read(text) == ["2019-06-05/2019-06-07", "~2019-06-06", "XXXX-12-01"]


def test_the_day_that_opens_the_story_tells_the_year_of_those_near_it():
    text = "Tối 25/5/2025, bà Holt tới Huế.\n\nSáng 26/5, bà Holt thăm Lam Trà. Ngày 3/9 là ngày lễ."
    assert read(text) == ["2025-05-25", "~2025-05-26", "XXXX-09-03"]
    # A paper's day inside the lead tells nothing of the story's own.
    text = "Bà Holt nói về Nghị định ngày 20/3/2023 của Lào.\n\nNgày 8/4, bà Holt thăm Lam Trà."
    assert read(text) == ["2023-03-20", "XXXX-04-08"]
