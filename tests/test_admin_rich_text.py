"""Bodies in the admin: what the field shows, takes and keeps, with the editor of the extra `editor` and without."""

import pytest
from django.conf import settings

from articles.admin.rich_text import LIBRARY, BodyField
from articles.text.html import blocks, from_body, sanitise
from tests.admin_desk import article, person, save, url

pytestmark = pytest.mark.django_db

MARKUP = (
    "<h2>Một</h2>\n<p>Hai<br>ba <strong>bốn</strong> <em>năm</em></p>\n<ul><li><p>sáu</p></li></ul>\n"
    "<ol><li>bảy</li></ol>\n<blockquote><p>tám</p></blockquote>\n"
    '<p><a href="https://a.example/?b=1&amp;c=2" title="t" rel="noopener noreferrer">chín</a></p>'
)


@pytest.fixture
def plain(settings):
    """A host that does not have the extra."""
    settings.INSTALLED_APPS = [name for name in settings.INSTALLED_APPS if name != LIBRARY]


def test_the_tests_run_with_the_extra():
    assert LIBRARY in settings.INSTALLED_APPS


def test_the_editor_is_loaded_by_its_address(editor_client):
    page = editor_client.get(url(article())).text
    assert 'data-editor="/static/django_prose_editor/editor.js"' in page
    assert 'src="/static/articles/admin/editor.js" type="module"' in page
    assert "importmap" not in page


def test_without_the_extra_the_text_area_does(editor_client, plain):
    item = article()
    page = editor_client.get(url(item)).text
    assert "data-editor" not in page
    assert "articles/admin/editor.js" not in page
    assert "A blank line parts paragraphs." in page
    save(editor_client, item, body="Một.\r\n\r\nHai & ba.")
    item.refresh_from_db()
    assert item.body == "<p>Một.</p>\n<p>Hai &amp; ba.</p>"


def test_every_tag_of_the_closed_list_stays_and_stays_the_same(editor_client):
    item = article(body=MARKUP)
    assert item.body == MARKUP
    save(editor_client, item)
    item.refresh_from_db()
    assert (item.body, item.version) == (MARKUP, 1)


@pytest.mark.parametrize(
    "sent",
    [
        "<p>Một</p><p>Hai</p>",
        "<p>Một</p>\r\n\r\n<p>Hai</p>",
        "Một\n\n\n\nHai",
        "<p class='x'>Một</p> <p>Hai</p>",
    ],
)
def test_one_text_has_one_spelling(sent):
    assert BodyField().to_python(sent) == "<p>Một</p>\n<p>Hai</p>"


@pytest.mark.parametrize("text", ["a < b", "<p> là thẻ", "&lt;b&gt;", "a\nb"])
def test_what_the_field_shows_comes_back_the_same(text):
    import html

    body, field = f"<p>{html.escape(text)}</p>", BodyField()
    assert field.to_python(field.prepare_value(body)) == sanitise(body)


def test_summaries_are_kept_like_bodies(editor_client):
    who = person()
    save(editor_client, who, summary="Một.\n\nHai <b>.</b>")
    who.refresh_from_db()
    assert who.summary == "<p>Một.</p>\n<p>Hai <b>.</b></p>"


def test_blocks_are_what_photos_are_placed_by():
    assert blocks(MARKUP) == ["Một", "Hai ba bốn năm", "sáu", "bảy", "tám", "chín"]
    assert blocks(from_body("Một\n\nHai")) == ["Một", "Hai"]
    assert blocks("") == []


@pytest.mark.parametrize(("make", "field"), [(article, "body"), (person, "summary")])
def test_markup_nested_too_deeply_is_refused_with_its_field(make, field, editor_client):
    item = make()
    page = save(editor_client, item, **{field: f"<p>Một</p>{'<ul><li>' * 20_000}hai"})
    assert page.status_code == 200
    assert list(page.context["adminform"].form.errors) == [field]
    assert "More than 500 tags are open inside one another." in page.text
    item.refresh_from_db()
    assert item.version == 1
