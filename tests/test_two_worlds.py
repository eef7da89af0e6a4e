"""Two worlds that differ only in hidden data answer every public request alike, byte for byte.

Hidden are drafts and unpublished edits, suggestions, sources, revisions, private notes, the text of withdrawn items
and links to people who are not public. Whatever a filter, a count, an ordering, a cursor or an error let slip of
them would be a difference.
"""

import random
from datetime import UTC, datetime
from urllib.parse import quote, urlencode
from uuid import UUID, uuid5

import pytest
import time_machine
from django.db import transaction
from django.test import Client

from articles.actions.publish import publish
from articles.actions.revise import revise
from articles.actions.withdraw import withdraw
from articles.models import LiveState, OtherName, Section, Source, Suggestion
from tests.factories import make_article, make_event, make_person

pytestmark = pytest.mark.django_db

REQUESTS = 600
NAMESPACE = UUID("5f0c6a52-6d0e-4d2c-8f0a-0d6b6f6d1a11")
SECRET = "Kín đáo"
SECRET_WORDS = ["kín", "kin dao", "bí mật", "nguoi an danh", "Bản Nháp"]


def pk(name: str) -> UUID:
    return uuid5(NAMESPACE, name)


def build(*, hidden: bool) -> None:
    """The same public world; with `hidden`, everything in it that is not public is different or there at all."""
    note = SECRET if hidden else ""
    section = Section.objects.create(id=pk("section"), name="Thời sự", slug="thoi-su")
    unused = Section.objects.create(id=pk("unused"), name=SECRET, slug="kin-dao") if hidden else section
    people, articles = [], []
    for n in range(6):
        if hidden:
            make_person(f"Người ẩn danh {n}", positions=[("Bộ trưởng", "Hàn Quốc")])
        person = make_person(
            f"Bùi Thanh {n}",
            id=pk(f"person {n}"),
            editors_note=note,
            positions=[("Bộ trưởng", "Việt Nam" if n % 2 else "Hàn Quốc")],
        )
        publish(person, by=None)
        if hidden:
            OtherName.objects.create(person=person, name="Bí mật")
        people.append(person)
    ghost = make_person(SECRET, id=pk("ghost"))
    events = []
    for n in range(4):
        attending = [people[n], ghost] if hidden else [people[n]]
        event = make_event(
            f"Đối thoại {n}",
            id=pk(f"event {n}"),
            people=attending,
            date=["2021-07-06", "XXXX-07-13", "", "2020"][n],
            event_kind=["dialogue", "talks", "visit", "other"][n],
            place="Hà Nội" if n % 2 else "",
            editors_note=note,
        )
        publish(event, by=None)
        events.append(event)
    hidden_event = make_event(SECRET, id=pk("hidden event"), date="2021-07-06")
    for n in range(12):
        if hidden:
            make_article(
                f"Bản nháp {n}", section=unused, people=[(people[0], SECRET)], agencies=[SECRET], date="2021"
            )
        named = [(people[n % 6], "Bộ trưởng")]
        reported = [events[n % 4]]
        if hidden:
            named.append((ghost, SECRET))
            reported.append(hidden_event)
        article = make_article(
            f"Hội đàm Việt Nam {n // 2}",
            id=pk(f"article {n}"),
            people=named,
            events=reported,
            section=section if n % 3 else None,
            agencies=["TTXVN"] if n % 2 else [],
            date=["2021-07-06", "2021-07", "XXXX-07-13", "", "2019-03-02/2019-03-05", "2020"][n % 6],
            language="vi" if n % 4 else "en",
            editors_note=note,
        )
        publish(article, by=None)
        articles.append(article)
    gone = make_article(
        SECRET if hidden else "Khác hẳn", id=pk("gone"), slug="da-rut", body=f"<p>{note or 'Khác'}.</p>",
        people=[people[1]], section=section,
    )  # fmt: skip
    publish(gone, by=None)
    withdraw(gone, by=None, notice="Đã rút.")
    if hidden:
        for article in articles[:6]:
            article.title, article.dek = SECRET, SECRET
            revise(article, by=None)
            source = Source.objects.create(
                article=article, sha256=f"{article.pk}", name="bi-mat.txt", name_digest="x", size=1,
                encoding="utf-8", text=SECRET,
            )  # fmt: skip
            Suggestion.objects.create(article=article, source=source, kind="person", value={"name": SECRET})
        people[0].name = SECRET
        revise(people[0], by=None)
    LiveState.objects.update(epoch=pk("epoch"))


def requests() -> list[tuple[str, str, dict[str, str]]]:
    """Method, path and headers of generated requests: good, odd and hostile."""
    chance = random.Random(20260706)
    slugs = {
        "articles": ["hoi-dam-viet-nam-0", "hoi-dam-viet-nam-0-2", "hoi-dam-viet-nam-5", "da-rut", "ban-nhap-1",
                     "kin-dao", "khong-co", "hoi-dam-viet-nam-%d"],
        "people": ["bui-thanh-0", "bui-thanh-3", "kin-dao", "nguoi-an-danh-0", "khong-co"],
        "events": ["doi-thoai-0", "doi-thoai-2", "kin-dao", "khong-co"],
    }  # fmt: skip
    words = [
        "hội đàm",
        "hoi dam",
        "bùi thanh",
        "viet",
        "doi thoai",
        "hợp tác",
        '"',
        "a OR b",
        "",
        *SECRET_WORDS,
    ]
    values = {
        "q": words,
        "section": ["thoi-su", "kin-dao", "khong-co"],
        "topic": ["asean"],
        "person": slugs["people"],
        "event": slugs["events"],
        "article": slugs["articles"],
        "agency": ["TTXVN", "ttxvn", SECRET],
        "language": ["vi", "en", "ko"],
        "year": ["2021", "2020", "1999", "x"],
        "date_after": ["2020-01-01", "2021-07-06", "XXXX-07-13", "hôm qua"],
        "date_before": ["2021-12-31", "2019-03-03"],
        "ids": [str(pk("article 1")), str(pk("gone")), str(pk("ghost")), "1"],
        "ordering": [
            "-date",
            "date",
            "title",
            "relevance",
            "name",
            "-article_count",
            "editors_note",
            "folded",
        ],
        "country": ["Việt Nam", "han-quoc", SECRET],
        "kind": ["talks", "dialogue", "secret"],
        "place": ["Hà Nội", "ha-noi", SECRET],
        "page": ["1", "2", "99", "0"],
        "page_size": ["1", "3", "100", "101"],
        "cursor": ["", "eyJ"],
        "fields": ["title,body_text", "name", "slug", "editors_note"],
        "omit": ["people", "body_html"],
        # Never parameters: each has to be refused alike.
        "title__startswith": ["K"],
        "editors_note__contains": [SECRET],
        "mentions__person__name": [SECRET],
        "state": ["draft"],
    }
    lists = ["articles", "people", "events", "sections", "topics"]
    generated: list[tuple[str, str, dict[str, str]]] = []
    for _ in range(REQUESTS):
        kind = chance.choice(lists)
        method = chance.choice(["get"] * 8 + ["head", "options"])
        headers = chance.choice(
            [{}] * 6 + [{"HTTP_ACCEPT_LANGUAGE": "vi"}, {"HTTP_AUTHORIZATION": "Bearer x"}]
        )
        shape = chance.random()
        if kind in slugs and shape < 0.35:
            path = f"{kind}/{quote(chance.choice(slugs[kind]))}/" + chance.choice(["", "", "", "editions/"])
        elif shape < 0.4:
            path = chance.choice(["", "drafts/", "articles", "articles//", "sources/1/"])
        else:
            names = chance.sample(sorted(values), chance.choice([0, 1, 1, 1, 2, 3]))
            path = f"{kind}/?{urlencode({name: chance.choice(values[name]) for name in names})}"
        generated.append((method, f"/api/v1/{path}", headers))
    return generated


def answers() -> list[tuple[int, dict[str, str], bytes]]:
    """What the public API says to each request, next links followed."""
    client, said = Client(), []
    for method, path, headers in requests():
        hops = 0
        while path and hops < 5:
            answer = getattr(client, method)(path, **headers)
            said.append((answer.status_code, dict(answer.headers), answer.content))
            assert answer.status_code < 500, (path, answer.content)
            body = answer.json() if answer.content and answer.status_code == 200 else {}
            path = body.get("next") if isinstance(body, dict) else None
            hops += 1
    return said


def world(*, hidden: bool) -> list[tuple[int, dict[str, str], bytes]]:
    """What a world answers; nothing of it is kept."""
    with time_machine.travel(datetime(2026, 7, 6, 9, tzinfo=UTC), tick=False), transaction.atomic():
        build(hidden=hidden)
        said = answers()
        transaction.set_rollback(True)
    return said


def test_hidden_data_shows_in_no_public_answer():
    with_secrets, without = world(hidden=True), world(hidden=False)
    assert len(with_secrets) >= REQUESTS
    for (method, path, _headers), one, other in zip(requests(), with_secrets, without, strict=False):
        assert one == other, f"{method} {path} tells the two worlds apart"
    assert with_secrets == without
    assert {200, 400, 404, 410} <= {status for status, _headers, _body in without}


def test_what_is_secret_is_in_no_answer():
    for _status, headers, body in world(hidden=True):
        # A query that names the secret is in the links of its own answer, folded or escaped.
        assert SECRET.encode() not in body
        assert SECRET not in str(headers)
