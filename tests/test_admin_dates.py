"""Partial dates on the desk are words, not EDTF; the form keeps what can be typed."""

import pytest
from django.utils.translation import override

from articles.admin.words import date_in_words
from tests.admin_desk import editor, event, list_url, signed_in, url

SAID = [
    (None, "", ""),
    ("2021", "2021", "2021"),
    ("2021-07", "July 2021", "7/2021"),
    ("2021-07-06", "6 July 2021", "6/7/2021"),
    ("XXXX-07-13", "13 July, year unknown", "13/7, không rõ năm"),
    ("XXXX-02-29", "29 February, year unknown", "29/2, không rõ năm"),
    ("2019-03-02/2019-03-05", "2 March – 5 March 2019", "2/3 – 5/3/2019"),
    ("XXXX-12-06/XXXX-12-09", "6 December – 9 December, year unknown", "6/12 – 9/12, không rõ năm"),
    ("2019-12-30/2020-01-02", "30 December 2019 – 2 January 2020", "30/12/2019 – 2/1/2020"),
    ("2021/2023", "2021 – 2023", "2021 – 2023"),
    ("2021-02-31", "2021-02-31", "2021-02-31"),
    ("last week", "last week", "last week"),
]


@pytest.mark.parametrize(("edtf", "english", "vietnamese"), SAID)
def test_a_partial_date_in_words(edtf, english, vietnamese):
    with override("en"):
        assert date_in_words(edtf) == english
    with override("vi"):
        assert date_in_words(edtf) == vietnamese


@pytest.mark.django_db
def test_the_list_says_it_in_words_and_the_form_as_it_is_typed():
    client = signed_in(editor())
    item = event(date="XXXX-12-06/XXXX-12-09")
    page = client.get(list_url("event")).text
    assert "6 December – 9 December, year unknown" in page
    assert "XXXX-12-06" not in page
    assert "XXXX-12-06/XXXX-12-09" in client.get(url(item)).text
