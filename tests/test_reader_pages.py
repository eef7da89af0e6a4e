"""The reader without a browser: every page from the samples, from nothing, and where the API refuses."""

import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.utils.translation import gettext, override

from articles.actions.preview import make_preview
from articles.actions.publish import publish
from articles.actions.revise import revise
from articles.actions.withdraw import withdraw
from articles.models import Section
from newsroom.reader import body, words
from tests.factories import make_article, make_event, make_person, make_user
from tests.test_translations import read

ROOT = Path(settings.BASE_DIR)
ARTICLE = "/articles/ky-niem-20-nam-thiet-lap-quan-he-ngoai-giao-viet-nam-han-quoc/"
PAGES = ["/", "/search/", "/people/", "/events/", "/network/"]

pytestmark = pytest.mark.django_db


@pytest.fixture
def samples():
    """The sample collection, published."""
    call_command("import_articles", str(ROOT / "fixtures" / "texts"), publish=True, verbosity=0)


@pytest.fixture
def reader(client):
    """`reader(path)` gets a page in Vietnamese; `reader(path, language="en")` in English."""
    return lambda path, language="vi", **more: client.get(path, headers={"accept-language": language}, **more)


def live(*items):
    for item in items:
        publish(item, by=None)
    return items[-1]


def data_in(page) -> dict:
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page.text, re.S)[1])


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_page_stands_without_anything_published(reader, path, language):
    page = reader(path, language)
    assert page.status_code == 200
    assert f'<html lang="{language}">' in page.text


def test_every_page_has_its_head_and_reads_live_tables_only(reader, samples, client, public_reads):
    found = list(PAGES)
    for kind in ("articles", "people", "events"):
        found += [f"/{kind}/{item['slug']}/" for item in client.get(f"/api/v1/{kind}/").json()["results"]]
    assert len(found) > 15
    for path in found:
        with public_reads():
            page = reader(f"{path}?utm_source=mail")
        assert page.status_code == 200, path
        assert f'<link rel="canonical" href="http://testserver{path}">' in page.text
        assert 'property="og:title"' in page.text
        assert page.text.count("<h1") == 1
        assert "'unsafe" not in page.headers["Content-Security-Policy"]
        assert " style=" not in page.text
        assert "<script>" not in page.text


def test_the_front_page_leads_to_articles_people_events_and_sections(reader, samples):
    page = reader("/").text
    links = ("/articles/", "/people/bui-thanh-son/", "/events/", "/search/?section=tin-tuc", "/admin/")
    for href in links:
        assert f'href="{href}' in page


def test_the_front_page_names_the_largest_of_many_sections_and_folds_the_rest(reader):
    """An archive of many papers has a hundred of them, and the people stood far below."""
    for number in range(18):
        section = Section.objects.create(name=f"Mục {number:02}", slug=f"muc-{number:02}")
        for copy in range(2 if number != 3 else 1):
            live(make_article(f"Bài {number} {copy}", section=section))
    page = reader("/").text
    shown, rest = page[page.index('id="sections"') :].split('<details class="rest">')
    slugs = re.compile(r"section=(muc-\d\d)")
    assert len(slugs.findall(shown)) == 16
    assert "muc-03" not in shown
    assert {"muc-03", "muc-17"} == set(slugs.findall(rest.split("</details>")[0]))


def test_an_article_tells_all_it_knows(reader):
    person = live(make_person("Bùi Thanh Sơn", positions=[("Bộ trưởng Ngoại giao", "Việt Nam")]))
    event = live(make_event("Hội đàm Hà Nội", date="XXXX-07-13", place="Hà Nội"))
    article = make_article(
        "Hội đàm tại Hà Nội", people=[(person, "Bộ trưởng")], events=[event], date="2021-07-06",
        dateline="Hà Nội", byline=["Việt Trung"], agencies=["TTXVN"], dek="Hai bên trao đổi.",
        body="<p>Ông Bùi Thanh Sơn chủ trì.</p><p>Hai bên <strong>nhất trí</strong>.</p>",
    )  # fmt: skip
    article.photos.create(caption="Toàn cảnh hội đàm", credit="VNA", after_paragraph=1)
    article = live(revise(article, by=None, save=article.save))
    page = reader(f"/articles/{article.slug}/").text
    for text in (
        "ngày 6 tháng 7 năm 2021", "ngày 13 tháng 7, không rõ năm", "Việt Trung", "TTXVN", "Hai bên trao đổi.",
        '<a class="named" href="/people/bui-thanh-son/">Bùi Thanh Sơn</a>', "<strong>nhất trí</strong>",
    ):  # fmt: skip
        assert text in page
    assert page.rindex("chủ trì.") < page.rindex("Toàn cảnh hội đàm") < page.rindex("nhất trí")
    assert "6 July 2021" in reader(f"/articles/{article.slug}/", "en").text
    for name in ("?format=jsonld", "?format=ninjs"):
        assert f"/api/v1/articles/{article.slug}/{name}" in page


def test_machines_are_told_the_same_with_the_addresses_of_the_pages(reader):
    person = live(make_person("Bùi Thanh Sơn"))
    article = live(make_article("Tin </script><b>đậm", people=[person]))
    page = reader(f"/articles/{article.slug}/")
    said = data_in(page)
    assert said["@type"] == "NewsArticle"
    assert said["headline"] == "Tin </script><b>đậm"
    assert said["@id"] == f"http://testserver/articles/{article.slug}/"
    assert said["mentions"][0]["@id"] == "http://testserver/people/bui-thanh-son/"
    assert "<b>" not in page.text


def test_a_shared_article_brings_its_picture_and_its_other_language(reader):
    article = make_article("Hội đàm tại Hà Nội")
    article.photos.create(caption="Toàn cảnh", file="newsroom/2026/11/a.jpg")
    article = live(revise(article, by=None, save=article.save))
    page = reader(f"/articles/{article.slug}/").text
    assert 'property="og:image" content="http://testserver/media/newsroom/2026/11/a.jpg"' in page
    assert (
        f'rel="alternate" type="application/ld+json" href="/api/v1/articles/{article.slug}/?format=jsonld"'
        in page
    )
    assert 'class="picture"' in reader("/").text


def test_nothing_but_the_body_is_taken_for_markup(reader):
    bad = "<img src=x onerror=alert(1)>"
    person = live(make_person(f"Người {bad}", positions=[(f"Chức {bad}", bad)]))
    event = live(make_event(f"Sự kiện {bad}", place=bad, people=[person]))
    article = live(
        make_article(f"Bài {bad}", dek=bad, byline=[bad], agencies=[bad], people=[person], events=[event])
    )
    paths = [f"/articles/{article.slug}/", f"/people/{person.slug}/", f"/events/{event.slug}/"]
    for path in [*PAGES, *paths, "/search/?q=onerror", "/search/?q=%3Cimg%20src%3E"]:
        page = reader(path)
        assert page.status_code == 200
        assert "<img src=x" not in page.text, path


def test_a_withdrawn_article_shows_its_notice_and_nothing_else(reader):
    article = live(make_article("Tin sai về hội đàm"))
    other = live(make_article("Tin đúng về hội đàm"))
    withdraw(article, by=None, notice="Bài có số liệu sai.", replacement=other)
    page = reader(f"/articles/{article.slug}/")
    assert page.status_code == 410
    assert "Bài có số liệu sai." in page.text
    assert f'href="/articles/{other.slug}/"' in page.text
    assert "Tin sai" not in page.text
    assert "noindex" in page.text


@pytest.mark.parametrize("path", ["/articles/khong-co/", "/people/x/", "/events/%00/", "/articles/a%0Ab/"])
def test_what_is_not_there_is_not_found(reader, path):
    page = reader(path)
    assert page.status_code == 404
    assert "Không có trang này" in page.text


def test_a_draft_is_not_found(reader):
    article = make_article("Bản nháp kín")
    for page in (reader(f"/articles/{article.slug or 'ban-nhap-kin'}/"), reader("/search/?q=nhap")):
        assert "Bản nháp kín" not in page.text


def test_a_preview_is_the_draft_on_the_page_it_will_have(client, reader):
    hidden, known = make_person("Người Chưa Công Khai"), live(make_person("Bùi Thanh Sơn"))
    body_ = "<p>Ông Bùi Thanh Sơn chủ trì.</p>"
    article = make_article("Bản nháp kín", body=body_, people=[known, hidden])
    event = make_event("Sự kiện nháp", people=[known])
    editor = make_user("change_article", "change_person", "change_event", username="lan")
    for item, shown in ((article, "Bản nháp kín"), (hidden, "Người Chưa Công Khai"), (event, "Sự kiện nháp")):
        _token, secret = make_preview(item, by=editor)
        page = client.post("/preview/", {"token": secret})
        assert page.status_code == 200
        assert shown in page.text
        assert 'class="draft"' in page.text
        assert 'content="noindex"' in page.text
        assert page.headers["Cache-Control"] == "private, no-store"
        if item is article:
            assert 'href="/people/bui-thanh-son/">Bùi Thanh Sơn</a>' in page.text
            assert "Người Chưa Công Khai." in page.text
    refused = client.post("/preview/", {"token": "nrp_wrong"})
    assert (refused.status_code, refused.headers["Cache-Control"]) == (403, "private, no-store")
    assert reader("/preview/").status_code == 200


def test_an_old_address_leads_to_the_present_one(reader):
    article = live(make_article("Tin về hội đàm"))
    old = article.slug
    article.slug = "ten-moi"
    publish(revise(article, by=None, save=article.save), by=None)
    moved = reader(f"/articles/{old}/?from=mail")
    assert (moved.status_code, moved.headers["Location"]) == (301, "/articles/ten-moi/?from=mail")


def test_search_finds_with_and_without_accents_and_narrows(reader, samples):
    with_accents, without = reader("/search/?q=đối+thoại").text, reader("/search/?q=doi+thoai").text
    for page in (with_accents, without):
        assert "3 bài báo" in page
        assert "<mark>Đối thoại</mark>" in page
        assert "agency=ttxvn" in page
    narrow = reader("/search/?q=doi+thoai&agency=ttxvn&utm_source=mail").text
    assert "2 bài báo" in narrow
    assert '<link rel="canonical" href="http://testserver/search/?agency=ttxvn&amp;q=doi+thoai">' in narrow
    assert 'class="on" href="?q=doi+thoai&amp;utm_source=mail"' in narrow
    assert "Không tìm thấy bài báo nào" in reader("/search/?q=zzzz").text


def test_search_offers_orders_and_what_may_have_been_meant(reader, samples):
    page = reader("/search/?q=doi+thoai&ordering=date&page=1", "en").text
    assert '<a href="?q=doi+thoai">best match</a>' in page
    assert '<a href="?q=doi+thoai&amp;ordering=date" aria-current="true">oldest first</a>' in page
    meant = reader("/search/?q=bui+thahn+son", "en").text
    assert "Did you mean" in meant
    assert 'href="?q=B%C3%B9i%20Thanh%20S%C6%A1n"' in meant


def test_the_front_page_stands_on_articles_alone(reader, samples, monkeypatch):
    from newsroom.reader import api

    get = api.get

    def half(request, path, /, **parameters):
        if path != "articles/":
            raise api.Refused(503, {})
        return get(request, path, **parameters)

    monkeypatch.setattr(api, "get", half)
    page = reader("/")
    assert page.status_code == 200
    assert page.text.count('class="story"') == 4


def test_pages_turn_without_losing_the_question(reader):
    for number in range(25):
        live(make_article(f"Tin số {number} về hợp tác"))
    first = reader("/search/?q=hop+tac").text
    turned = re.search(r'rel="next" href="(\?[^"]+)"', first)[1].replace("&amp;", "&")
    assert "q=hop+tac" in turned
    second = reader(f"/search/{turned}").text
    assert second.count('class="story"') == 5
    assert 'rel="prev"' in second


HOSTILE = [
    "q=%00", "q=%ff%fe", "q=" + "a" * 5000, "q=%22%22%22*(", "q=%F0%9F%98%80", "page=0", "page=-1", "page=x",
    "page=99999", "cursor=x", "year=abc", "year=0000", "section=../../x", "person=%27%20OR%201=1", "kind=nope",
    "ordering=password", "q=a&q=b", "section=a&section=b", "year=2021&year=2022", "q[]=1", "%00=1",
    "utm_source=mail", "q=+++", "agency=%20", "person=a&person=b&person=c", "nodes=9999999", "page=1&cursor=",
    "&&&===", "%=%", "q=%D8%00",
]  # fmt: skip


@pytest.mark.parametrize("query", HOSTILE)
def test_no_query_breaks_a_page(reader, samples, query):
    item = "/people/bui-thanh-son/"
    for path in [*PAGES, item]:
        page = reader(f"{path}?{query}")
        assert page.status_code in (200, 400), path
        assert "</html>" in page.text


def test_parameters_of_campaigns_do_not_matter(reader, samples):
    assert reader("/search/?utm_source=mail&fbclid=1").status_code == 200


def test_the_api_out_of_order_is_said_so(reader, monkeypatch):
    from django.db import OperationalError

    from articles.api.public import base

    def broken():
        raise OperationalError("database is locked")

    for module in ("base", "lists", "related", "timeline"):
        target = __import__(f"articles.api.public.{module}", fromlist=["x"])
        if hasattr(target, "read_state"):
            monkeypatch.setattr(target, "read_state", broken)
    assert base.read_state is broken
    page = reader("/")
    assert page.status_code == 503
    assert "Đã có lỗi xảy ra" in page.text


def test_each_reader_is_counted_alone_where_the_api_counts(client, samples, settings):
    settings.ARTICLES = {"READER_RATE": 12}
    answers = [client.get("/", REMOTE_ADDR="192.0.2.1") for _ in range(4)]
    assert answers[0].status_code == 200
    assert answers[-1].status_code == 429
    assert int(answers[-1].headers["Retry-After"]) > 0
    assert client.get("/", REMOTE_ADDR="192.0.2.2").status_code == 200


@pytest.mark.parametrize(
    ("path", "most"),
    [("/", 4), ("/people/", 1), ("/events/", 1), ("/network/", 2), ("/search/?q=doi+thoai", 3),
     (ARTICLE, 3), ("/people/bui-thanh-son/", 4), ("/events/doi-thoai-asean-han-quoc-lan-thu-25/", 4)],
)  # fmt: skip
def test_a_page_asks_the_api_few_questions(reader, samples, monkeypatch, path, most):
    from newsroom.reader import api

    asked, send = [], api._send
    monkeypatch.setattr(api, "_send", lambda request: asked.append(request.path) or send(request))
    assert reader(path).status_code == 200
    assert len(asked) <= most, asked


def test_the_network_as_a_table(reader, samples):
    page = reader("/network/").text
    row = re.search(r'<th scope="row"><a href="/people/yeo-seung-bae/">.*?</tr>', page, re.S)[0]
    assert '<a href="/people/nguyen-quoc-dung/">Nguyễn Quốc Dũng</a> <span class="count">2</span>' in row


def test_the_language_is_the_readers_choice(client, reader, samples):
    page = reader("/search/?q=doi+thoai")
    assert 'name="next" value="/search/?q=doi+thoai"' in page.text
    client.post("/i18n/setlang/", {"language": "en", "next": "/search/?q=doi+thoai"})
    assert "3 articles" in reader("/search/?q=doi+thoai").text


@pytest.mark.parametrize(
    ("edtf", "vietnamese", "english"),
    [
        ("2021-07-06", "ngày 6 tháng 7 năm 2021", "6 July 2021"),
        ("2021-07", "tháng 7 năm 2021", "July 2021"),
        ("2021", "năm 2021", "2021"),
        ("XXXX-07-13", "ngày 13 tháng 7, không rõ năm", "13 July, year unknown"),
        ("XXXX-12-06/XXXX-12-09", "ngày 6–9 tháng 12, không rõ năm", "6–9 December, year unknown"),
        ("2019-03-02/2019-03-05", "ngày 2–5 tháng 3 năm 2019", "2–5 March 2019"),
        ("2019-03-30/2019-04-02", "ngày 30 tháng 3 đến ngày 2 tháng 4 năm 2019", "30 March to 2 April 2019"),
        ("2019-12/2020-01-02", "tháng 12 năm 2019 đến ngày 2 tháng 1 năm 2020", "December 2019 to 2 January 2020"),
        ("2019/2020", "năm 2019 đến năm 2020", "2019 to 2020"),
        ("someday", "someday", "someday"),
        (None, "", ""),
    ],
)  # fmt: skip
def test_partial_dates_in_words(edtf, vietnamese, english):
    with override("vi"):
        assert words.date(edtf) == vietnamese
    with override("en"):
        assert words.date(edtf) == english


def test_names_become_links_in_text_only():
    people = [{"name": "Bùi Thanh Sơn", "href": "/people/a/"}, {"name": "Sơn", "href": "/people/b/"}]
    markup = '<p>Bùi Thanh Sơn &amp; Sơn <a href="https://x/?a=1>2" title="Sơn > Sơn">Sơn</a><br>Sơnn</p>'
    (part,) = body.weave(markup, people=people, images=[])
    assert part["html"] == (
        '<p><a class="named" href="/people/a/">Bùi Thanh Sơn</a> &amp; <a class="named" href="/people/b/">Sơn</a> '
        '<a href="https://x/?a=1>2" title="Sơn > Sơn">Sơn</a><br>Sơnn</p>'
    )


def test_photos_stand_after_their_paragraphs():
    images = [{"after_paragraph": number, "file": None} for number in (0, 2, 9)]
    parts = body.weave("<p>1</p>\n<p>2</p>\n<ul><li>3</li></ul>", people=[], images=images)
    assert ["image" if "image" in part else part["html"] for part in parts] == [
        "image", "<p>1</p>", "<p>2</p>", "image", "<ul><li>3</li></ul>", "image",
    ]  # fmt: skip


def test_snippets_keep_their_marks_and_nothing_else():
    assert body.marked("a &lt;b&gt; <mark>c</mark><script>") == "a &lt;b&gt; <mark>c</mark>&lt;script&gt;"


def test_everything_a_reader_sees_is_translated():
    said = set()
    for path in (ROOT / "templates").rglob("*.html"):
        said |= {a or b for a, b in re.findall(r"""translate (?:"([^"]+)"|'([^']+)')""", path.read_text())}
    for path in (ROOT / "newsroom").rglob("*.py"):
        said |= set(re.findall(r"""(?:\b_|gettext_lazy)\("([^"]+)"\)""", path.read_text()))
    assert len(said) > 80
    with override("vi"):
        assert {text for text in said if gettext(text) == text} <= {"API", "{since} to {until}"}


def test_the_sites_catalogue_is_complete():
    messages = read(ROOT / "newsroom/locale/vi/LC_MESSAGES/django.po")
    assert len(messages) > 100
    assert not [each.text for each in messages if each.fuzzy or not all(each.translations)]
