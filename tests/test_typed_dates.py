"""Partial dates as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.dates.edtf import PartialDate
from articles.text.dates.typed_dates import typed_date


@pytest.mark.parametrize(
    ("typed", "edtf"),
    {
        "13/7/2021": "2021-07-13",
        " 3.7.2021 ": "2021-07-03",
        "03-07-2021": "2021-07-03",
        "13/7": "XXXX-07-13",
        "7/2021": "2021-07",
        "2021/7/6": "2021-07-06",
        "2021-7": "2021-07",
        "xxxx-07-13": "XXXX-07-13",
        "năm 2021": "2021",
        "ngày 13/7": "XXXX-07-13",
        "ngày 13 tháng 7 năm 2021": "2021-07-13",
        "Ngày 13 tháng 7": "XXXX-07-13",
        "tháng 7/2021": "2021-07",
        "tháng 7": "XXXX-07",
        "2-5/3/2019": "2019-03-02/2019-03-05",
        "2/3 - 5/3/2019": "2019-03-02/2019-03-05",
        "2/3/2019 đến 5/4/2019": "2019-03-02/2019-04-05",
        "30/12 – 2/1": "XXXX-12-30/XXXX-01-02",
        "2019-03-02/2019-03-05": "2019-03-02/2019-03-05",
    }.items(),
)
def test_is_read(typed, edtf):
    assert typed_date(typed) == edtf


@pytest.mark.parametrize(
    "typed", ["7/13/2021", "31/2/2021", "13/7/21", "30/12 - 2/1/2020", "hôm qua", "", "2021-13"]
)
def test_what_is_none_or_could_be_two_stays_as_it_is(typed):
    assert typed_date(typed) == typed


@given(st.text(max_size=30))
def test_is_a_date_or_what_was_typed(text):
    found = typed_date(text)
    if found != " ".join(text.split()):
        PartialDate.parse(found)


@given(st.dates())
def test_day_first_loses_nothing(day):
    assert typed_date(f"{day.day}/{day.month}/{day.year:04d}") == day.isoformat()
