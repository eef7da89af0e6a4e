"""Throttles: off by default, a share a minute for each reader where the operator wants it, 304 free of charge."""

import pytest
import time_machine
from django.core.cache import cache

from articles.api.public import throttle
from tests import live_rows as make

pytestmark = pytest.mark.django_db

PATH = "/api/v1/articles/"


@pytest.fixture(autouse=True)
def limited(settings):
    settings.ARTICLES = {"READER_RATE": 3}
    cache.clear()
    make.article("Một")
    # Ten seconds into a minute.
    with time_machine.travel("2026-07-06T09:00:10+00:00", tick=False):
        yield
    cache.clear()


def statuses(client, times, **headers):
    return [client.get(PATH, headers=headers).status_code for _ in range(times)]


def test_a_reader_who_asks_too_often_waits_for_the_next_minute(client):
    assert statuses(client, 5) == [200, 200, 200, 429, 429]
    refused = client.get(PATH)
    assert refused["Content-Type"] == "application/problem+json"
    assert refused["Retry-After"] == "51"
    assert refused["Cache-Control"] == "no-store"
    assert refused.json()["status"] == 429
    with time_machine.travel("2026-07-06T09:01:01+00:00", tick=False):
        assert statuses(client, 1) == [200]


def test_answers_of_304_are_free(client):
    tag = client.get(PATH)["ETag"]
    assert statuses(client, 20, **{"if-none-match": tag}) == [304] * 20
    assert statuses(client, 3) == [200, 200, 429]


def test_errors_and_every_address_count(client):
    assert client.get("/api/v1/people/none/").status_code == 404
    assert client.get(f"{PATH}?x=1").status_code == 400
    assert client.head("/api/v1/").status_code == 200
    assert statuses(client, 1) == [429]


def test_readers_have_shares_of_their_own_and_a_forged_header_gives_none(client):
    assert statuses(client, 4)[-1] == 429
    assert client.get(PATH, headers={"x-forwarded-for": "203.0.113.9"}).status_code == 429
    assert client.get(PATH, REMOTE_ADDR="203.0.113.9").status_code == 200


def test_without_the_setting_nobody_counts(client, settings):
    settings.ARTICLES = {}
    assert statuses(client, 9) == [200] * 9


def test_a_cache_that_is_down_closes_nothing(client, monkeypatch):
    class Down:
        def get(self, *args):
            raise ConnectionError("no cache")

        add = get

    monkeypatch.setattr(throttle, "cache", Down())
    assert statuses(client, 5) == [200] * 5


@pytest.mark.parametrize(
    ("proxies", "forwarded", "found"),
    [
        (0, "203.0.113.9", "192.0.2.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "198.51.100.7, 203.0.113.9", "203.0.113.9"),
        (2, "10.0.0.1, 198.51.100.7, 203.0.113.9", "198.51.100.7"),
        (2, "203.0.113.9", "192.0.2.1"),
        (1, "nonsense", "unknown"),
        (1, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        (1, "", "192.0.2.1"),
    ],
)
def test_who_asks_is_what_trusted_proxies_say(settings, proxies, forwarded, found):
    settings.ARTICLES = {"TRUSTED_PROXIES": proxies}
    assert throttle.reader({"REMOTE_ADDR": "192.0.2.1", "HTTP_X_FORWARDED_FOR": forwarded}) == found
