"""Purge hooks: after each commit the host hears which cached answers are old; its faults stay its own."""

import pytest

from articles import checks
from articles.actions.publish import publish
from articles.actions.revise import revise
from articles.actions.withdraw import withdraw
from tests.factories import make_article, make_event, make_person

pytestmark = pytest.mark.django_db

heard: list[list[str]] = []


def hook(keys):
    heard.append(keys)


def broken(keys):
    raise ConnectionError("the CDN is away")


@pytest.fixture(autouse=True)
def listening(settings):
    settings.ARTICLES = {"PURGE": "tests.test_purge.hook"}
    heard.clear()


def test_what_changed_and_what_it_links_to_is_purged_after_the_commit(
    client, django_capture_on_commit_callbacks
):
    son, park = make_person("Bùi Thanh Sơn"), make_person("Park Jin")
    for person in (son, park):
        publish(person, by=None)
    article = make_article("Hội đàm", people=[son])
    with django_capture_on_commit_callbacks(execute=True):
        publish(article, by=None)
        assert heard == []
    (keys,) = heard
    # Bùi Thanh Sơn's own page says in how many articles he is.
    assert set(keys) == {str(article.pk), "articles", str(son.pk), "changes"}
    for path in (f"/api/v1/articles/{article.slug}/", "/api/v1/articles/", f"/api/v1/people/{son.slug}/"):
        assert set(client.get(path)["Surrogate-Key"].split()) & set(keys)

    heard.clear()
    article.mentions.all().delete()
    with django_capture_on_commit_callbacks(execute=True):
        publish(article, by=None)
    assert str(son.pk) in heard[0]


def test_a_rename_purges_every_document_that_shows_it(django_capture_on_commit_callbacks):
    son = make_person("Bùi Thanh Sơn")
    talks = make_event("Hội đàm", people=[son])
    article = make_article("Một", people=[son], events=[talks])
    for item in (son, talks, article):
        publish(item, by=None)
    heard.clear()
    son.name = "Bùi Sơn"
    revise(son, by=None)
    with django_capture_on_commit_callbacks(execute=True):
        publish(son, by=None)
    assert {str(son.pk), str(talks.pk), str(article.pk), "people", "events", "articles"} <= set(heard[0])


def test_a_withdrawal_purges_its_tombstone(client, django_capture_on_commit_callbacks):
    son = make_person("Bùi Thanh Sơn")
    article = make_article("Hội đàm", people=[son])
    for item in (son, article):
        publish(item, by=None)
    heard.clear()
    with django_capture_on_commit_callbacks(execute=True):
        withdraw(article, by=None, notice="Rút.")
    gone = client.get(f"/api/v1/articles/{article.slug}/")
    assert (gone.status_code, gone["Surrogate-Key"]) == (410, str(article.pk))
    assert {str(article.pk), str(son.pk)} <= set(heard[0])


@pytest.mark.parametrize("below", ["", "editions/", "related/"])
def test_what_was_missing_is_purged_once_something_is_published(
    client, django_capture_on_commit_callbacks, below
):
    """Whoever asked a moment too early was told of nothing until the time was up, and others with him."""
    article = make_article("Cầu Trà thông xe")
    path = f"/api/v1/articles/cau-tra-thong-xe/{below}"
    early = client.get(path)
    with django_capture_on_commit_callbacks(execute=True):
        publish(article, by=None)
    assert client.get(path).status_code == 200
    assert early.status_code == 404
    assert early["Surrogate-Key"] in heard[0]


def test_a_tombstone_is_purged_with_what_took_its_place(client, django_capture_on_commit_callbacks):
    """It gives the address of its replacement, which may be withdrawn in its turn."""
    first, second = make_article("Hội đàm"), make_article("Hội đàm lần hai")
    for item in (first, second):
        publish(item, by=None)
    withdraw(first, by=None, notice="Xem bài mới.", replacement=second)
    gone = client.get(f"/api/v1/articles/{first.slug}/")
    assert gone.json()["replaced_by"]["slug"] == second.slug
    heard.clear()
    with django_capture_on_commit_callbacks(execute=True):
        withdraw(second, by=None, notice="Rút.")
    assert set(gone["Surrogate-Key"].split()) & set(heard[0])


def test_a_hook_that_fails_is_logged_and_stops_nothing(
    settings, caplog, client, django_capture_on_commit_callbacks
):
    settings.ARTICLES = {"PURGE": "tests.test_purge.broken"}
    article = make_article("Hội đàm")
    with django_capture_on_commit_callbacks(execute=True):
        publish(article, by=None)
    assert client.get(f"/api/v1/articles/{article.slug}/").status_code == 200
    assert "tests.test_purge.broken" in caplog.text


@pytest.mark.parametrize("path", ["tests.nowhere.hook", "tests.test_purge.heard", "hook"])
def test_e002_a_hook_that_is_not_there(settings, path):
    settings.ARTICLES = {"PURGE": path}
    (message,) = checks.check_settings()
    assert message.id == "articles.E002"
