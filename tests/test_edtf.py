"""Partial dates: what is read, what it covers, how it sorts, and what is refused."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.dates.edtf import PartialDate


@pytest.mark.parametrize(
    ("edtf", "start", "end", "sort"),
    [
        ("2021", date(2021, 1, 1), date(2021, 12, 31), "2021-01-01"),
        ("2021-02", date(2021, 2, 1), date(2021, 2, 28), "2021-02-01"),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29), "2020-02-01"),
        ("2021-07-06", date(2021, 7, 6), date(2021, 7, 6), "2021-07-06"),
        ("0001-01-01", date(1, 1, 1), date(1, 1, 1), "0001-01-01"),
        ("9999", date(9999, 1, 1), date(9999, 12, 31), "9999-01-01"),
        ("XXXX-07-13", None, None, "0000-07-13"),
        ("XXXX-07", None, None, "0000-07-01"),
        ("XXXX-02-29", None, None, "0000-02-29"),
        ("2019-03-02/2019-03-05", date(2019, 3, 2), date(2019, 3, 5), "2019-03-02"),
        ("2019-03-02/2019-03-02", date(2019, 3, 2), date(2019, 3, 2), "2019-03-02"),
        ("2019-12/2020-01", date(2019, 12, 1), date(2020, 1, 31), "2019-12-01"),
        ("2021-05-03/2021-05", date(2021, 5, 3), date(2021, 5, 31), "2021-05-03"),
        ("2019/2021", date(2019, 1, 1), date(2021, 12, 31), "2019-01-01"),
        ("XXXX-12-06/XXXX-12-09", None, None, "0000-12-06"),
        ("XXXX-12-30/XXXX-01-02", None, None, "0000-12-30"),
    ],
)
def test_reads_and_covers(edtf, start, end, sort):
    found = PartialDate.parse(edtf)
    assert (found.edtf, found.start, found.end, found.sort) == (edtf, start, end, sort)
    assert str(found) == edtf


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("", "not a date"),
        ("13/7", "not a date"),
        ("2021-2-3", "not a date"),
        ("2021-07-06T10:00", "not a date"),
        ("2021/", "not a date"),
        ("/2021", "not a date"),
        ("2021/..", "not a date"),
        ("2021/2022/2023", "not a date"),
        ("2021-07-06 ", "not a date"),
        ("20210706", "not a date"),
        ("٢٠٢١", "not a date"),
        ("2021-0٧", "not a date"),
        ("2021-+7", "not a date"),
        (None, "not a date"),
        (2021, "not a date"),
        ("x" * 500, "not a date"),
        ("202X", "four digits"),
        ("xxxx-07-13", "four digits"),
        ("-202", "four digits"),
        ("XXXX", "must be a month"),
        ("0000", "0001 to 9999"),
        ("2021-00", "no month 00"),
        ("2021-13", "no month 13"),
        ("2021-02-30", "no day 30"),
        ("2021-02-29", "no day 29"),
        ("XXXX-02-30", "no day 30"),
        ("XXXX-07-00", "no day 00"),
        ("2021-07-06/XXXX-07-08", "both sides"),
        ("XXXX-07-06/2021", "both sides"),
        ("2021-07-06/2021-07-05", "ends before"),
        ("2021/2020", "ends before"),
        ("XXXX-07-06/XXXX-07-05", "ends before"),
    ],
)
def test_refuses_and_says_why(value, why):
    with pytest.raises(ValueError, match=why) as refused:
        PartialDate.parse(value)
    assert "Examples: 2021," in str(refused.value)
    assert len(str(refused.value)) < 250


def test_newest_first_puts_the_yearless_last():
    dates = ["XXXX-12-31", "2021-07-06", "0900", "2021-07", "XXXX-01"]
    ordered = sorted(dates, key=lambda d: PartialDate.parse(d).sort, reverse=True)
    assert ordered == ["2021-07-06", "2021-07", "0900", "XXXX-12-31", "XXXX-01"]


@given(st.dates(), st.dates())
def test_sort_follows_the_calendar(one, other):
    a, b = PartialDate.parse(one.isoformat()), PartialDate.parse(other.isoformat())
    assert (a.sort < b.sort) == (one < other)
    assert a.start == a.end == one


@given(st.text(alphabet="0123456789X-/ ", max_size=24))
def test_never_anything_but_a_date_or_a_value_error(text):
    try:
        found = PartialDate.parse(text)
    except ValueError:
        return
    assert found.edtf == text
    assert len(found.sort) == 10
