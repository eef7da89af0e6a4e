"""What a reader may have meant whose search found nothing: words of live titles, and of nothing else."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.actions.publish import publish
from tests import live_rows as make
from tests.factories import make_article, make_person

pytestmark = pytest.mark.django_db

PATH = "/api/v1/search/"


@pytest.fixture
def archive():
    son = make.person("Bùi Thanh Sơn")
    make.person("Nguyễn Quốc Dũng")
    make.event("Đối thoại ASEAN - Hàn Quốc lần thứ 25", kind="dialogue", people=(son,))
    make.article("Sóc Trăng: lúa được mùa, giá cao", body="Bà con phấn khởi.", people=(son,))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("nguyen quok dung", "Nguyễn Quốc Dũng"),
        ("Nguyển Quoccs Dũng", "Nguyễn Quốc Dũng"),
        ("bui than son", "Bùi Thanh Sơn"),
        ("bui thahn son", "Bùi Thanh Sơn"),
        ("buithanhson", "Bùi Thanh Sơn"),
        ("bui thanhson", "Bùi Thanh Sơn"),
        ("quoos", "Quốc"),
        ("doi thoia asean", "Đối thoại ASEAN"),
        ("soc trangg", "Sóc Trăng"),
        ("zzzz", None),
        ("hoan toan khac han", None),
        ("…", None),
        ("a" * 900, None),
        ("x y z " * 100, None),
        ("\"(' OR 1=1 --", None),
    ],
)
def test_a_near_miss_names_what_is_there(client, archive, typed, meant):
    body = client.get(PATH, {"q": typed}).json()
    assert (body["count"], body["did_you_mean"]) == (0, meant)
    if meant:
        assert client.get(PATH, {"q": meant}).json()["count"] > 0


def test_who_finds_something_is_not_asked(client, archive):
    with CaptureQueriesContext(connection) as sent:
        assert client.get(PATH, {"q": "bui thanh son"}).json()["did_you_mean"] is None
    assert not any(" AS rank" in query["sql"] for query in sent)


def test_two_statements_more_at_most_on_live_tables(client, archive, public_reads, django_assert_num_queries):
    with public_reads(), django_assert_num_queries(4):
        client.get(PATH, {"q": "hoan toan khac han"})


def test_drafts_are_never_meant(client):
    publish(make_article("Hội đàm", people=[make_person("Trần Bí Mật")]), by=None)
    make_article("Chuyện kín đáo")
    for typed in ("tran bi matt", "chuyen kin daoo"):
        assert client.get(PATH, {"q": typed}).json()["did_you_mean"] is None
