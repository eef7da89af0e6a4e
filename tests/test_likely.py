"""Names that may be one: found in one pass over the collection, and told apart for good."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.actions.likely import keep_apart, likely_same
from articles.actions.merge import merge
from articles.text.people.alike_names import likely
from tests.factories import make_event, make_person, make_user


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Bùi Thanh Sơn", "Bui Thanh Son", "same"),
        ("Ban Ki-moon", "BAN KI MOON", "same"),
        ("Park Jin", "Jin Park", "order"),
        ("Kim Seong-un", "Kim Seongun", "spacing"),
        ("Antony Blinken", "Anthony Blinken", "letter"),
        ("Wolfgang Schäuble", "Wolfgang Schauble", "same"),
        ("Wolfgang Schauble", "Wolfgang Schaeuble", "letter"),
        ("Robert J. Holt", "Robert Holt", "word"),
        ("Nguyễn Hùng", "Nguyễn Văn Hùng", "word"),
        ("R. Hol-tin", "Robert Holtin", "initial"),
        ("Robert Holtin", "R.Holtin", "initial"),
        # A letter makes another name of a Vietnamese syllable.
        ("Nguyễn Văn Hùng", "Nguyễn Văn Dũng", None),
        ("Lê Văn Quốc Hùng", "Lê Thị Quốc Hùng", None),
        ("Nguyễn Văn Hùng", "Nguyễn Văn Minh Hùng", None),
        ("Vidal", "Anna Vidal", None),
        ("Hùng", "Hung", "same"),
        ("…", "—", None),
    ],
)
def test_names(one, other, reason):
    for pair in ((one, other), (other, one)):
        assert [found.reason for found in likely(enumerate(pair))] == ([reason] if reason else [])


def test_a_pair_is_found_once_with_its_surest_reason():
    names = [(1, "Bùi Thanh Sơn"), (1, "B. T. Sơn"), (2, "Bui Thanh Son"), (2, "Sơn Bùi Thanh")]
    assert [(found.one, found.other, found.reason) for found in likely(names)] == [(1, 2, "same")]


def test_a_name_that_everybody_bears_says_nothing():
    assert likely((number, "Nguyễn Văn Hùng") for number in range(200)) == []


pytestmark = pytest.mark.django_db


def ids(kind="person"):
    return [{pair.one, pair.other} for pair in likely_same(kind)]


def test_people_by_name_and_other_names():
    one, other = make_person("Bùi Thanh Sơn"), make_person("Bộ trưởng Sơn", other_names=["Bui Thanh Son"])
    make_person("Park Jin")
    assert ids() == [{one.pk, other.pk}]


def test_what_was_merged_or_told_apart_is_not_offered_again():
    one, other = make_person("Bùi Thanh Sơn"), make_person("Bui Thanh Son")
    third, fourth = make_person("Park Jin"), make_person("Jin Park")
    merge(one, other, by=None)
    keep_apart(fourth, third, by=None)
    keep_apart(third, fourth, by=None)
    assert ids() == []


def test_telling_apart_asks_for_merging():
    with pytest.raises(PermissionDenied):
        keep_apart(make_person("Một"), make_person("Hai"), by=make_user("change_person"))


def test_events_on_two_days_are_two():
    one, same = make_event("Hội đàm", date="2021-07-06"), make_event("Hội đàm")
    other = make_event("Hội đàm", date="2022-07-06")
    assert {one.pk, other.pk} not in ids("event")
    assert {one.pk, same.pk} in ids("event")


def test_its_queries_do_not_grow():
    make_person("Một")
    with CaptureQueriesContext(connection) as few:
        likely_same("person")
    for number in range(30):
        make_person(f"Nguyễn Văn {number}", other_names=[f"Tên {number}"])
    with CaptureQueriesContext(connection) as many:
        likely_same("person")
    assert len(few) == len(many) == 3
