"""Kept totals and the order in links: they follow what is published, and a rebuild mends them."""

import pytest

from articles.actions.publish import publish
from articles.actions.rebuild_live import rebuild_live
from articles.actions.revise import revise
from articles.actions.withdraw import withdraw
from articles.models import LiveAgency, LiveMention, LiveTally, Section
from tests.factories import make_article, make_person

pytestmark = pytest.mark.django_db


def tallies() -> dict[tuple[str, str], int]:
    rows = LiveTally.objects.exclude(article_count=0)
    return {
        (facet, value): number for facet, value, number in rows.values_list("facet", "value", "article_count")
    }


def test_they_follow_an_article_in_and_out():
    article = make_article(date="2021-07-06/2021-08-01", agencies=["TTXVN", "VNP"])
    publish(article, by=None)
    publish(make_article("Khác", date="2021-07", language="en", agencies=["TTXVN"]), by=None)
    assert tallies() == {
        ("agency", "ttxvn"): 2, ("agency", "vnp"): 1, ("language", "vi"): 1, ("language", "en"): 1,
        ("starts", "2021-07-06"): 1, ("starts", "2021-07-01"): 1, ("starts_in", "2021-07"): 2,
        ("ends", "2021-08-01"): 1, ("ends", "2021-07-31"): 1, ("ends_in", "2021-08"): 1, ("ends_in", "2021-07"): 1,
    }  # fmt: skip
    withdraw(article, by=None)
    assert set(tallies().values()) == {1}
    assert ("agency", "vnp") not in tallies()


def test_another_date_moves_the_article_in_every_list_it_is_in():
    person = make_person()
    article = make_article(date="2021-07-06", people=[person], agencies=["VNP"])
    publish(person, by=None)
    publish(article, by=None)
    article.date, article.agencies = "XXXX-01-02", ["VNP", "VGP"]
    publish(revise(article, by=None), by=None)
    assert tallies() == {("agency", "vnp"): 1, ("agency", "vgp"): 1, ("language", "vi"): 1}
    places = [
        *LiveMention.objects.values_list("newest", flat=True),
        *LiveAgency.objects.values_list("newest", flat=True),
    ]
    assert {place[:10] for place in places} == {"0000-01-02"}
    person.refresh_from_db()
    assert rebuild_live().healthy


def test_a_person_who_is_published_later_finds_their_articles_in_order():
    person = make_person()
    for date in ("2021-07-06", "2023-01-01"):
        publish(make_article(f"Ngày {date}", date=date, people=[person]), by=None)
    publish(person, by=None)
    places = LiveMention.objects.order_by("-newest").values_list("newest", flat=True)
    assert [place[:10] for place in places] == ["2023-01-01", "2021-07-06"]


def test_a_rebuild_mends_what_is_wrong():
    person = make_person()
    section = Section.objects.create(name="Thời sự", slug="thoi-su")
    publish(person, by=None)
    publish(make_article(date="2021-07-06", people=[person], agencies=["VNP"], section=section), by=None)
    right, place = tallies(), LiveMention.objects.get().newest
    LiveTally.objects.filter(facet="agency").delete()
    LiveTally.objects.filter(facet="starts").update(article_count=7)
    LiveTally.objects.create(facet="language", value="xx", article_count=3)
    LiveMention.objects.update(newest="9999")
    assert not rebuild_live().healthy
    assert tallies() == right
    assert LiveMention.objects.get().newest == place
    assert rebuild_live().healthy
