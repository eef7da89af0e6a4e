"""The public archive from Python: the API's verbs on live rows, for sites that render their own pages."""

import re
from datetime import date
from pathlib import Path

import pytest
from django.template import Context, Template

from articles.models import LiveArticle, LiveEvent, LivePerson
from tests import live_rows as make
from tests.admin_desk import editor

PAGE = Path(__file__).parent.parent / "articles" / "README.md"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def archive():
    son, park = make.person("Bùi Thanh Sơn", countries=("Việt Nam",)), make.person("Park Jin")
    talks = make.event("Hội đàm", kind="talks", date="2024-05-02", place="Hà Nội", people=(son, park))
    make.event("Chuyến thăm", kind="visit", date="XXXX-07-13", people=(son,))
    make.article(
        "Một", body="Hai bên trao đổi.", people=(son, park), events=(talks,), section=make.section("Thời sự"),
        agencies=("TTXVN",), topics=(make.topic("Kinh tế"),), date="2024-05-02",
    )  # fmt: skip
    make.article("Hai", people=(son,), date="2023-12", language="en")
    make.article("Ba", date=None)


def slugs(rows):
    return [row.slug for row in rows]


@pytest.mark.parametrize(
    ("find", "query"),
    [
        (lambda rows: rows.about("bui-thanh-son"), "person=bui-thanh-son"),
        (lambda rows: rows.about("bui-thanh-son", "park-jin"), "person=bui-thanh-son&person=park-jin"),
        (lambda rows: rows.reporting("hoi-dam"), "event=hoi-dam"),
        (lambda rows: rows.on("kinh-te"), "topic=kinh-te"),
        (lambda rows: rows.in_section("thoi-su", "khac"), "section=thoi-su,khac"),
        (lambda rows: rows.crediting("ttxvn"), "agency=TTXVN"),
        (lambda rows: rows.in_language("en"), "language=en"),
        (lambda rows: rows.in_year(2023), "year=2023"),
        (lambda rows: rows.between("2023-12-15", "2024"), "date_after=2023-12-15&date_before=2024"),
        (lambda rows: rows.between(before=date(2024, 1, 1)), "date_before=2024-01-01"),
        (lambda rows: rows.search("trao doi"), "q=trao+doi&ordering=-date"),
        (lambda rows: rows.about("bui-thanh-son").search("trao đổi"), "q=trao+doi&person=bui-thanh-son"),
        (lambda rows: rows, ""),
    ],
)
def test_articles_are_found_as_the_api_finds_them(client, find, query):
    answer = client.get(f"/api/v1/articles/?{query}").json()
    found = find(LiveArticle.objects.all()).newest_first()
    assert slugs(found) == [item["slug"] for item in answer["results"]]
    assert found.count() == answer["count"]


def test_people_and_events_too():
    talks = LiveEvent.objects.get(slug="hoi-dam")
    assert slugs(LivePerson.objects.at(talks).by_name()) == ["bui-thanh-son", "park-jin"]
    assert slugs(LivePerson.objects.of_country("viet nam")) == ["bui-thanh-son"]
    assert slugs(LivePerson.objects.named_in("mot").most_named_first()) == ["bui-thanh-son", "park-jin"]
    assert slugs(LivePerson.objects.search("park")) == ["park-jin"]
    assert slugs(LiveEvent.objects.attended_by("bui-thanh-son").newest_first()) == ["hoi-dam", "chuyen-tham"]
    assert slugs(LiveEvent.objects.of_kind("talks").at_place("Ha Noi")) == ["hoi-dam"]
    assert slugs(LiveEvent.objects.reported_by("mot").in_year("2024").oldest_first()) == ["hoi-dam"]


def test_a_template_shows_the_public_document_in_one_statement(django_assert_num_queries, settings):
    settings.ARTICLES = {"FRONTEND_URLS": {"person": "https://news.example/people/{slug}/"}}
    template = Template(
        "{% for article in articles %}{{ article.get_absolute_url }} {{ article.data.title }}:"
        "{% for person in article.data.people %} {{ person.name }}{% endfor %}\n{% endfor %}"
    )
    with django_assert_num_queries(1):
        shown = template.render(
            Context({"articles": LiveArticle.objects.about("park-jin").newest_first().listed()[:5]})
        )
    assert shown == "/api/v1/articles/mot/ Một: Bùi Thanh Sơn Park Jin\n"
    assert "body_text" not in LiveArticle.objects.listed().get(slug="mot").data
    assert LiveArticle.objects.get(slug="mot").data["body_text"] == "Hai bên trao đổi."
    assert (
        LivePerson.objects.get(slug="park-jin").get_absolute_url() == "https://news.example/people/park-jin/"
    )


@pytest.mark.parametrize("when", ["XXXX-07", "hôm qua", ""])
def test_a_date_that_cannot_be_read_is_an_error(when):
    with pytest.raises(ValueError, match=r".*"):
        LiveArticle.objects.between(when)


def test_the_page_writes_and_publishes_as_it_says(client):
    (example,) = re.findall(r"```python\n((?:(?!```).)*revise.*?)```", PAGE.read_text(), re.DOTALL)
    exec(example, {"user": editor()})
    (article,) = client.get("/api/v1/articles/?year=2021").json()["results"]
    assert [person["role"] for person in article["people"]] == ["Bộ trưởng Ngoại giao"]
    assert LiveArticle.objects.about(article["people"][0]["slug"]).get().data["title"] == "Hội đàm"
