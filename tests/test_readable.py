"""Two versions of a text told apart: whatever a reader would notice shows, links and photos included."""

import pytest

from articles.actions.difference import since_published
from articles.models import Article, Photo
from articles.text.readable import readable
from tests.admin_desk import article, editor, published, signed_in, url


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>Một.</p>\n<p>Hai &amp; ba.</p>", "Một.\n\nHai & ba."),
        ('<p>Xem <a href="https://a.example/?x=1&amp;y=2" rel="noopener">ở đây</a>.</p>', "Xem ở đây [https://a.example/?x=1&y=2]."),
        ("<h2>Đề mục</h2><p>Chữ <strong>đậm</strong> và <em>nghiêng</em></p>", "## Đề mục\n\nChữ **đậm** và _nghiêng_"),
        ("<ul><li>một</li><li>hai</li></ul><ol><li>ba</li><li>bốn</li></ol>", "• một\n\n• hai\n\n1. ba\n\n2. bốn"),
        ("<blockquote><p>Lời.</p></blockquote><p>a<br>b</p>", "> Lời.\n\na\nb"),
        ("", ""),
    ],
)  # fmt: skip
def test_markup_as_text(markup, text):
    assert readable(markup) == text


def changed(item):
    item = Article.objects.get(pk=item.pk)
    return {d.label: [(p.op, p.text) for p in d.pieces if p.op != "same"] for d in since_published(item)}


@pytest.mark.django_db
def test_a_link_that_leads_elsewhere_shows():
    item = published(article(body='<p>Xem <a href="https://a.example/">ở đây</a>.</p>'))
    Article.objects.update(body='<p>Xem <a href="https://b.example/">ở đây</a>.</p>')
    assert changed(item) == {"text": [("out", "a"), ("in", "b")]}


@pytest.mark.django_db
def test_a_photo_that_moved_or_was_credited_shows():
    item = article()
    photo = Photo.objects.create(article=item, caption="Toàn cảnh", after_paragraph=1)
    published(item)
    Photo.objects.filter(pk=photo.pk).update(credit="TTXVN", after_paragraph=2)
    found = changed(item)["photos"]
    assert ("in", " · TTXVN") in found
    assert ("out", "1") in found


@pytest.mark.django_db
def test_the_page_shows_it():
    item = published(article(body='<p>Xem <a href="https://a.example/">ở đây</a>.</p>'))
    item.body = '<p>Xem <a href="https://b.example/">ở đây</a>.</p>'
    from articles.actions.revise import revise

    revise(item, by=None)
    client = signed_in(editor())
    for page in ("change", "publish", "revisions"):
        assert "[https://" in client.get(url(item, page)).text, page
