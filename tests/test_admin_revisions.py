"""Versions in the admin: the list, any two compared, one restored as the newest."""

import pytest

from articles.actions.errors import Refused
from articles.actions.restore import restore
from articles.actions.revise import revise
from articles.models import Article, LiveArticle, Mention, Photo, Position, Revision, Section, Topic
from tests.admin_desk import article, editor, event, messages_of, person, published, save, signed_in, url

pytestmark = pytest.mark.django_db


def linked_article():
    item = article("Một", section=Section.objects.create(name="Tin", slug="tin"), byline=["Việt Trung"])
    Mention.objects.create(article=item, person=person("Người một"), role="Bộ trưởng")
    Photo.objects.create(article=item, caption="Ảnh", file="newsroom/2021/07/a.jpg")
    item.topics.add(Topic.objects.create(name="ASEAN", slug="asean"))
    return revise(item, by=None)


def test_every_save_is_listed_with_its_author(editor_client):
    item = article("Một")
    save(editor_client, item, title="Hai")
    page = editor_client.get(url(item, "revisions"))
    assert [revision.version for revision in page.context["revisions"]] == [2, 1]
    assert "lan" in page.text


def test_any_two_can_be_compared(editor_client):
    item = linked_article()
    item.mentions.all().delete()
    item.section = None
    item.title = "Hai"
    revise(item, by=None)
    save(editor_client, item, title="Ba")
    page = editor_client.get(url(item, "revisions"), {"from": "2", "to": "3"})
    shown = {change.label: [tuple(piece) for piece in change.pieces] for change in page.context["changes"]}
    assert shown["Title"] == [("out", "Một"), ("in", "Hai")]
    assert shown["Section"] == [("out", "Tin")]
    assert shown["Mentions"] == [("out", "Người một · Bộ trưởng")]
    assert "Body" not in shown


def test_versions_are_sent_as_they_are_where_the_host_parts_thousands(editor_client, settings):
    settings.USE_THOUSAND_SEPARATOR = True
    item = article("Một")
    save(editor_client, item, title="Hai")
    Revision.objects.filter(version=2).update(version=1234)
    Article.objects.update(version=1234)
    page = editor_client.get(url(item, "revisions")).text
    assert 'name="from" value="1234"' in page
    assert 'name="opened_version" value="1234"' in page
    assert 'data-version="1234"' in editor_client.get(url(item)).text


def test_odd_versions_fall_back_to_the_newest_two(editor_client):
    item = article("Một")
    save(editor_client, item, title="Hai")
    page = editor_client.get(url(item, "revisions"), {"from": "x", "to": "99"})
    assert (page.context["old"], page.context["new"]) == (1, 2)


def test_restoring_brings_fields_and_links_back_as_a_new_version(editor_client):
    item = linked_article()
    photo = item.photos.get()
    for relation in ("mentions", "photos"):
        getattr(item, relation).all().delete()
    item.topics.clear()
    item.section, item.byline, item.title = None, [], "Hai"
    revise(item, by=None)
    response = editor_client.post(url(item, "revisions"), {"version": "2"}, follow=True)
    item.refresh_from_db()
    assert messages_of(response) == ["Restored as on version 2. Nothing public has changed."]
    assert (item.title, item.byline, item.section.name, item.version) == ("Một", ["Việt Trung"], "Tin", 4)
    assert [str(link) for link in item.mentions.all()] == ["Người một · Bộ trưởng"]
    assert [topic.name for topic in item.topics.all()] == ["ASEAN"]
    assert item.photos.get().pk == photo.pk
    assert item.photos.get().file.name == "newsroom/2021/07/a.jpg"
    assert item.folded.startswith("mot")
    assert Revision.objects.get(item_id=item.pk, version=4).by.username == "lan"


def test_what_is_gone_since_is_named(editor_client):
    item = linked_article()
    who = item.people.get()
    item.mentions.all().delete()
    revise(item, by=None)
    who.delete()
    response = editor_client.post(url(item, "revisions"), {"version": "2"}, follow=True)
    assert "Gone since, and not restored: Bộ trưởng (person)." in messages_of(response)
    assert not item.mentions.exists()


def test_restoring_changes_nothing_public_and_keeps_the_address(editor_client):
    item = published(article("Một"))
    save(editor_client, item, title="Hai", slug="dia-chi-moi")
    restore(type(item).objects.get(pk=item.pk), version=1, by=None)
    item.refresh_from_db()
    assert (item.title, item.slug, item.state) == ("Một", "dia-chi-moi", "changed")
    assert LiveArticle.objects.get().slug == "mot"


@pytest.mark.parametrize("make", [person, event])
def test_people_and_events_too(editor_client, make):
    item = make("Một")
    if make is person:
        Position.objects.create(person=item, title="Bộ trưởng", start="2021")
        revise(item, by=None)
    version = item.version
    item.name = "Hai"
    revise(item, by=None)
    editor_client.post(url(item, "revisions"), {"version": str(version)})
    item.refresh_from_db()
    assert item.name == "Một"
    if make is person:
        assert item.positions.get().start == "2021"


def test_a_version_that_is_none_is_refused(editor_client):
    item = article()
    for version in ("99", "", "x"):
        response = editor_client.post(url(item, "revisions"), {"version": version}, follow=True)
        assert "There is no version" in messages_of(response)[0]
    with pytest.raises(Refused):
        restore(item, version=99, by=None)


def test_restoring_needs_the_permission_to_change():
    item = article("Một")
    viewer = signed_in(editor("view_article"))
    page = viewer.get(url(item, "revisions"))
    assert page.status_code == 200
    assert 'name="version"' not in page.text
    assert viewer.post(url(item, "revisions"), {"version": "1"}).status_code == 403
    assert signed_in(editor("view_person", name="ai")).get(url(item, "revisions")).status_code == 403


def test_an_import_has_no_versions_yet(editor_client):
    item = article()
    Revision.objects.all().delete()
    assert "Nobody has edited this yet" in editor_client.get(url(item, "revisions")).text
