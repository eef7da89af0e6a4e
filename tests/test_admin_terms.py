"""Sections and topics in the admin: one address each, and the public sees a new name at once."""

import json

import pytest

from articles.actions.publish import publish
from articles.models import Change, LiveArticle, LiveSection, Section, Topic
from tests.admin_desk import article, editor, form_data, messages_of, published, signed_in

pytestmark = pytest.mark.django_db


def section(name="Tin tức", slug="tin-tuc"):
    return Section.objects.create(name=name, slug=slug)


def page(term, verb="change"):
    return f"/admin/articles/{term._meta.model_name}/{term.pk}/{verb}/"


def test_the_address_is_made_from_the_name(editor_client):
    editor_client.post("/admin/articles/section/add/", {"name": "Đối ngoại", "slug": ""})
    assert Section.objects.get().slug == "doi-ngoai"


def test_an_address_that_is_taken_is_said(editor_client):
    section()
    response = editor_client.post("/admin/articles/section/add/", {"name": "Tin Tức!", "slug": ""})
    assert "already exists" in response.text
    assert Section.objects.count() == 1


def test_a_name_that_makes_no_address_is_said(editor_client):
    response = editor_client.post("/admin/articles/topic/add/", {"name": "…", "slug": ""})
    assert "nothing of the name can stand in one" in response.text
    assert not Topic.objects.exists()


def test_a_new_name_shows_in_live_articles(editor_client):
    term = section()
    published(article(section=term))
    changes = Change.objects.count()
    editor_client.post(page(term), form_data(editor_client, page(term)) | {"name": "Thời sự"})
    assert LiveSection.objects.get().name == "Thời sự"
    assert json.loads(LiveArticle.objects.get().document)["section"]["name"] == "Thời sự"
    assert Change.objects.count() == changes + 1


def test_a_term_in_use_stays(editor_client):
    term = section()
    article(section=term)
    response = editor_client.post(page(term, "delete"), {"post": "yes"}, follow=True)
    assert "is still used by articles" in messages_of(response)[0]
    assert Section.objects.exists()


def test_a_term_that_is_public_stays_even_when_the_desk_has_left_it(editor_client):
    term = section()
    item = article(section=term)
    publish(item, by=None)
    type(item).objects.update(section=None)
    editor_client.post(page(term, "delete"), {"post": "yes"})
    assert Section.objects.exists()


def test_an_unused_term_goes(editor_client):
    term = section()
    editor_client.post(page(term, "delete"), {"post": "yes"})
    assert not Section.objects.exists()


def test_terms_need_their_own_permissions():
    term = section()
    client = signed_in(editor("view_section"))
    assert client.post(page(term), {"name": "x", "slug": "x"}).status_code == 403
    assert client.post(page(term, "delete"), {"post": "yes"}).status_code == 403
