"""Splitting a record that was two: what belongs to the other goes to it, in public too, and can be merged back."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from articles.actions.errors import Refused
from articles.actions.merge import merge
from articles.actions.publish import publish
from articles.actions.rebuild_live import rebuild_live
from articles.actions.restore import restore
from articles.actions.revise import revise
from articles.actions.split import split
from articles.models import Article, Coverage, LivePerson, Mention, Participation, Revision, State
from tests.at_once import during_a_save
from tests.factories import make_article, make_event, make_person, make_user

pytestmark = pytest.mark.django_db


def people_of(article):
    article.refresh_from_db()
    return [person["id"] for person in Client().get(f"/api/v1/articles/{article.slug}/").json()["people"]]


def archive():
    """One record of two namesakes, public, in two articles and an event."""
    both = make_person(
        "Nguyễn Văn Hùng", other_names=["N. V. Hùng", "Hùng Nguyễn"],
        positions=[("Bộ trưởng", "Việt Nam"), ("Ca sĩ", "")],
    )  # fmt: skip
    concert = make_event("Hòa nhạc", people=[both])
    first, second = (
        make_article("Một", people=[(both, "Bộ trưởng")]),
        make_article("Hai", people=[both], events=[concert]),
    )
    for item in (both, concert, first, second):
        publish(item, by=None)
    return both, concert, first, second


def test_what_was_chosen_goes_to_the_new_record_and_the_public_follows():
    both, concert, first, second = archive()
    name, office = both.other_names.get(name="Hùng Nguyễn"), both.positions.get(title="Ca sĩ")
    new = split(
        both, by=None, name="Nguyễn Văn Hùng (ca sĩ)", owners=[second.pk, concert.pk], names=[name.pk],
        positions=[office.pk],
    )  # fmt: skip
    assert people_of(first) == [str(both.pk)]
    assert people_of(second) == [str(new.pk)]
    assert Mention.objects.get(article=second).person_id == new.pk
    assert Participation.objects.get(event=concert).person_id == new.pk
    assert [other.name for other in new.other_names.all()] == ["Hùng Nguyễn"]
    assert [position.title for position in new.positions.all()] == ["Ca sĩ"]
    document = Client().get(f"/api/v1/people/{both.slug}/").json()
    assert document["other_names"] == ["N. V. Hùng"]
    assert (document["article_count"], document["event_count"]) == (1, 0)
    assert LivePerson.objects.get(pk=new.pk).article_count == 1
    assert all(item.state == State.LIVE for item in Article.objects.all())
    assert rebuild_live().healthy


def test_merging_takes_it_back():
    both, concert, first, second = archive()
    merge(both, split(both, by=None, name="Khác", owners=[second.pk, concert.pk]), by=None)
    assert people_of(first) == people_of(second) == [str(both.pk)]
    assert rebuild_live().healthy


def test_a_version_from_before_comes_back_beside_what_went_to_the_new_record():
    both, _concert, _first, second = archive()
    everything = [{row.pk for row in rows.all()} for rows in (both.other_names, both.positions)]
    names, offices = everything
    new = split(both, by=None, name="Khác", owners=[second.pk], names=names, positions=offices)
    both.refresh_from_db()
    assert restore(both, version=1, by=None) == []
    for one in (both, new):
        assert {other.name for other in one.other_names.all()} == {"N. V. Hùng", "Hùng Nguyễn"}
        assert [office.title for office in one.positions.all()] == ["Bộ trưởng", "Ca sĩ"]


@pytest.mark.django_db(transaction=True)
def test_whoever_is_saving_an_article_meanwhile_is_waited_for():
    both, _concert, _first, second = archive()
    mention = Mention.objects.get(article=second)
    mention.role = "Ca sĩ"
    new = during_a_save(second, mention.save, lambda: split(both, by=None, name="Khác", owners=[second.pk]))
    mention.refresh_from_db()
    assert (mention.person_id, mention.role) == (new.pk, "Ca sĩ")


def test_a_draft_splits_into_drafts():
    both = make_person()
    article = make_article(people=[both])
    new = split(both, by=None, name="Khác", owners=[article.pk])
    assert (new.state, both.state) == (State.DRAFT, State.DRAFT)
    assert not LivePerson.objects.exists()


def test_unpublished_work_stays_unpublished():
    both, _concert, _first, second = archive()
    second.refresh_from_db()
    second.title = "Chưa xong"
    revise(second, by=None)
    split(both, by=None, name="Khác", owners=[second.pk])
    second.refresh_from_db()
    assert second.state == State.CHANGED
    assert Client().get(f"/api/v1/articles/{second.slug}/").json()["title"] == "Hai"
    newest = Revision.objects.filter(item_id=second.pk).order_by("-version").first()
    assert newest.version == second.version


def test_an_event_is_split_with_its_participants():
    who, other = make_person("Một"), make_person("Hai")
    talks = make_event("Hội đàm", people=[who, other], date="2021-07-06")
    article = make_article(events=[talks])
    new = split(talks, by=None, name="Hội đàm khác", owners=[article.pk, other.pk])
    assert (new.date, new.event_kind) == (talks.date, talks.event_kind)
    assert Coverage.objects.get().event_id == new.pk
    assert [row.person for row in new.participations.all()] == [other]
    newest = Revision.objects.filter(item_id=new.pk).order_by("-version").first()
    assert [row["person"] for row in newest.data["links"]["participations"]] == [str(other.pk)]


@pytest.mark.parametrize(
    ("name", "owners"), [("", "some"), ("x" * 201, "some"), ("Khác", ()), ("Khác", "stranger")]
)
def test_what_makes_no_sense_is_refused(name, owners):
    both = make_person()
    article = make_article(people=[both])
    chosen = {"some": [article.pk], "stranger": [make_article("Hai").pk]}.get(owners, owners)
    with pytest.raises(Refused):
        split(both, by=None, name=name, owners=chosen)


def test_it_asks_for_merging_and_for_publishing_where_it_shows():
    both, _concert, _first, second = archive()
    for held in (["publish_person"], ["merge_person"]):
        with pytest.raises(PermissionDenied):
            split(both, by=make_user(*held), name="Khác", owners=[second.pk])
    split(both, by=make_user("merge_person", "publish_person"), name="Khác", owners=[second.pk])
