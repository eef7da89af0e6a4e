"""Two worlds that differ only in hidden data answer every public request alike, byte for byte.

Hidden are drafts and unpublished edits, suggestions, sources, revisions, private notes, the text of withdrawn items
and links to people who are not public. Whatever a filter, a count, an ordering, a cursor or an error let slip of
them would be a difference. Each hidden text holds a canary of its own besides, which must be in no answer, in no
table that public code reads and in no log. `TWO_WORLDS_REQUESTS` sets how many requests are generated.
"""

import logging
import os
import random
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.parse import quote, urlencode
from uuid import UUID, uuid5

import pytest
import time_machine
from django.db import connection, transaction
from django.test import Client

from articles.actions.delete import delete
from articles.actions.publish import publish
from articles.actions.revise import revise
from articles.actions.schedule import schedule
from articles.actions.withdraw import withdraw
from articles.actions.workflow import submit
from articles.models import LiveState, OtherName, Section, Source, Suggestion
from tests.factories import make_article, make_event, make_person, make_user
from tests.guard import live_tables, live_tables_only

pytestmark = pytest.mark.django_db

REQUESTS = int(os.environ.get("TWO_WORLDS_REQUESTS", "500"))
NAMESPACE = UUID("5f0c6a52-6d0e-4d2c-8f0a-0d6b6f6d1a11")
SECRET = "Kín đáo"
SECRET_WORDS = ["kín", "kin dao", "bí mật", "nguoi an danh", "Bản Nháp", "chim hoang yen"]
CANARY = re.compile("hoangyen[0-9]{4}")


INDEXES = {f"articles_search_{kind}" for kind in ("article", "person", "event")}
"""SQLite's indexes as such: they can be asked and not listed; the tables that they keep themselves in can."""


def pk(name: str) -> UUID:
    return uuid5(NAMESPACE, name)


def canaries() -> Iterator[str]:
    """Texts that are secret, each with a word that no other has."""
    for number in range(9999):
        yield f"{SECRET} hoangyen{number:04d}"


def build(*, hidden: bool) -> int:
    """The same public world; with `hidden`, everything in it that is not public is different or there at all.

    Returns how many canaries are in it.
    """
    told = canaries()

    def secret(otherwise: str = "") -> str:
        return next(told) if hidden else otherwise

    section = Section.objects.create(id=pk("section"), name="Thời sự", slug="thoi-su")
    unused = Section.objects.create(id=pk("unused"), name=secret(), slug="kin-dao") if hidden else section
    people, articles = [], []
    for n in range(6):
        if hidden:
            make_person(
                secret(), other_names=[secret()], positions=[(secret(), "Hàn Quốc")], editors_note=secret()
            )
        person = make_person(
            f"Bùi Thanh {n}",
            id=pk(f"person {n}"),
            editors_note=secret(),
            positions=[("Bộ trưởng", "Việt Nam" if n % 2 else "Hàn Quốc")],
        )
        publish(person, by=None)
        if hidden:
            OtherName.objects.create(person=person, name=secret())
        people.append(person)
    ghost = make_person(secret("Khác"), id=pk("ghost"), slug="kin-dao")
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
            editors_note=secret(),
        )
        publish(event, by=None)
        events.append(event)
    hidden_event = make_event(
        secret("Khác"), id=pk("hidden event"), date="2021-07-06", slug="kin-dao", place=secret("Huế")
    )
    for n in range(12):
        named = [(people[n % 6], "Bộ trưởng"), *([(people[(n + 1) % 6], "")] if n % 2 else [])]
        reported = [events[n % 4]]
        if hidden:
            named.append((ghost, secret()))
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
            editors_note=secret(),
        )
        publish(article, by=None)
        articles.append(article)
    gone = make_article(
        secret("Khác hẳn"), id=pk("gone"), slug="da-rut", dek=secret("Khác"), body=f"<p>{secret('Khác')}.</p>",
        people=[people[1]], section=section,
    )  # fmt: skip
    publish(gone, by=None)
    withdraw(gone, by=None, notice="Đã rút.")
    if hidden:
        _hide(secret, people, articles, unused)
    LiveState.objects.update(epoch=pk("epoch"))
    return int(next(told)[-4:]) if hidden else 0


def _hide(secret, people, articles, unused) -> None:
    """Drafts in every state, unpublished edits, sources, suggestions."""
    editor = make_user("publish_article", "change_article", username="an-danh", first_name=secret())
    for n in range(180):
        draft = make_article(
            secret(), slug=f"ban-nhap-{n}", dek=secret(), body=f"<p>{secret()}</p>", section=unused,
            people=[(people[n % 6], secret())], agencies=[secret()], byline=[secret()], dateline=secret(), date="2021",
            editors_note=secret(),
        )  # fmt: skip
        if n == 1:
            submit(draft, by=None, note=secret())
        if n == 2:
            schedule(draft, what="publish", at=datetime(2999, 1, 1, tzinfo=UTC), by=editor, note=secret())
        if n == 3:
            delete(draft, by=None)
    for article in articles[:6]:
        article.title, article.dek = secret(), secret()
        revise(article, by=None)
        source = Source.objects.create(
            article=article, sha256=f"{article.pk}", name=secret(), name_digest="x", size=1, encoding="utf-8",
            text=secret(),
        )  # fmt: skip
        Suggestion.objects.create(
            article=article, source=source, kind="person", value={"name": secret()}, reason=secret()
        )
    people[0].name = secret()
    revise(people[0], by=None)


def requests(number: int = REQUESTS) -> list[tuple[str, str, dict[str, str]]]:
    """Method, path and headers of generated requests: good, odd and hostile, to every address."""
    chance = random.Random(20260706)
    slugs = {
        "articles": ["hoi-dam-viet-nam-0", "hoi-dam-viet-nam-0-2", "hoi-dam-viet-nam-5", "da-rut", "ban-nhap-1",
                     "ban-nhap-3", "kin-dao", "khong-co", "hoi-dam-viet-nam-%d"],
        "people": ["bui-thanh-0", "bui-thanh-3", "kin-dao", "nguoi-an-danh-0", "khong-co"],
        "events": ["doi-thoai-0", "doi-thoai-2", "kin-dao", "khong-co"],
    }  # fmt: skip
    words = [
        "hội đàm", "hoi dam", "bùi thanh", "bui thnah", "viet", "doi thoai", "doi thoia", "hợp tác", '"', "a OR b", "",
        "hoangyen", "hoangyen0001", *SECRET_WORDS,
    ]  # fmt: skip
    some = {name: [*texts, ",".join(texts[:2])] for name, texts in slugs.items()}
    dates = ["2020-01-01", "2021-07-06", "2021-07", "XXXX-07-13", "hôm qua"]
    values = {
        "q": words,
        "section": ["thoi-su", "kin-dao", "khong-co", "thoi-su,kin-dao"],
        "section_not": ["thoi-su", "kin-dao"],
        "topic": ["asean"],
        "person": some["people"],
        "person_not": slugs["people"],
        "event": some["events"],
        "event_not": slugs["events"],
        "article": some["articles"],
        "article_not": slugs["articles"],
        "agency": ["TTXVN", "ttxvn", SECRET],
        "agency_not": ["TTXVN", SECRET],
        "language": ["vi", "en", "ko", "vi,en"],
        "year": ["2021", "2020", "1999", "x", "2020,2021"],
        "date_after": dates,
        "date_before": dates,
        "ids": [
            str(pk("article 1")),
            str(pk("gone")),
            str(pk("ghost")),
            f"{pk('person 1')},{pk('ghost')}",
            "1",
        ],
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
        "country_not": ["Việt Nam", SECRET],
        "kind": ["talks", "dialogue", "article", "person", "secret"],
        "kind_not": ["talks", "secret"],
        "place": ["Hà Nội", "ha-noi", SECRET],
        "place_not": ["Hà Nội", SECRET],
        "page": ["1", "2", "99", "0", "1001"],
        "page_size": ["1", "3", "100", "101"],
        "cursor": ["", "eyJ"],
        "fields": ["title,body_text", "name", "slug", "editors_note", "people,events"],
        "omit": ["people", "body_html", "sources"],
        "expand": ["people", "events", "people,events", "participants", "sources"],
        "facets": ["section", "person,event", "agency,year,topic", "state"],
        "format": ["json", "jsonld", "ninjs", "xml"],
        "since": ["0", "3", "99999", "-1"],
        "nodes": ["2", "200", "201"],
        "min_weight": ["1", "2"],
        # Never parameters: each has to be refused alike.
        "title__startswith": ["K"],
        "editors_note__contains": [SECRET],
        "mentions__person__name": [SECRET],
        "state": ["draft"],
    }
    lists = {
        "articles/": 6, "people/": 4, "events/": 4, "sections/": 1, "topics/": 1, "search/": 4, "search/suggest/": 2,
        "graph/": 2, "changes/": 2, "feeds/articles.rss": 1, "feeds/articles.atom": 1, "feeds/articles.json": 1,
    }  # fmt: skip
    lookups = ["__icontains", "__regex", "__gt", "__in", "__isnull", "[]", "[contains]", "!", "__name", "~"]
    plain = ["", "drafts/", "articles", "articles//", "sources/1/", "sitemap.xml", "sitemap-articles-1.xml",
             "sitemap-people-1.xml", "sitemap-events-1.xml", "sitemap-articles-2.xml", "news-sitemap.xml",
             "openapi.json", "docs/"]  # fmt: skip
    tails = {
        "articles": ["", "", "", "editions/", "related/", "related/?page_size=2", "?format=jsonld", "?format=ninjs",
                     "?expand=people,events", "?fields=title,people", "?omit=body_html"],
        "people": ["", "", "editions/", "timeline/", "timeline/?ordering=-date&page_size=2", "?format=jsonld"],
        "events": ["", "", "editions/", "?expand=participants", "?format=jsonld"],
    }  # fmt: skip
    media = ["application/ld+json", "application/vnd.iptc.ninjs+json", "text/html", "*/*"]
    generated: list[tuple[str, str, dict[str, str]]] = []
    for _ in range(number):
        method = chance.choice(["get"] * 8 + ["head", "options"])
        headers = chance.choice(
            [{}] * 6
            + [
                {"HTTP_ACCEPT_LANGUAGE": "vi"},
                {"HTTP_AUTHORIZATION": "Bearer x"},
                {"HTTP_COOKIE": "sessionid=x"},
            ]
            + [{"HTTP_ACCEPT": chance.choice(media)}, {"HTTP_IF_NONE_MATCH": "*"}, {"HTTP_IF_MATCH": '"x"'}]
        )
        shape = chance.random()
        if shape < 0.3:
            kind = chance.choice(sorted(slugs))
            path = f"{kind}/{quote(chance.choice(slugs[kind]))}/{chance.choice(tails[kind])}"
        elif shape < 0.38:
            path = chance.choice(plain)
        else:
            names = chance.sample(sorted(values), chance.choice([0, 1, 1, 1, 2, 3]))
            query = [(name, chance.choice(values[name])) for name in names]
            if query and chance.random() < 0.1:
                query.append(query[0])
            if query and chance.random() < 0.1:
                name, value = query.pop()
                query.append((name + chance.choice(lookups), value))
            address = chance.choices(list(lists), list(lists.values()))[0]
            if address.startswith("search/") and chance.random() < 0.8:
                query = [
                    ("q", chance.choice(words)),
                    *(pair for pair in query if pair[0] in ("page_size", "kind")),
                ]
            path = f"{address}?{urlencode(query)}"
        generated.append((method, f"/api/v1/{path}", headers))
    return generated


Answer = tuple[int, dict[str, str], bytes]


def ask(client, method: str, path: str, headers: dict[str, str]) -> Answer:
    answer = getattr(client, method)(path, **headers)
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    assert answer.status_code < 500, (path, body)
    return answer.status_code, dict(answer.headers), body


def answers() -> list[tuple[str, Answer]]:
    """What the public API says to each request, next links followed, read from live tables only."""
    client, said = Client(), []
    with live_tables_only():
        for method, path, headers in requests():
            address: str | None = path
            for _hop in range(4):
                answer = ask(client, method, address, headers)
                said.append((f"{method} {address} {headers}", answer))
                if answer[0] != 200 or not answer[1]["Content-Type"].endswith("json") or not answer[2]:
                    break
                body = client.get(address, **headers).json() if method == "get" else {}
                address = body.get("next") if isinstance(body, dict) else None
                if not address:
                    break
    return said


class World:
    """What a world answers, what its live tables hold, and what it logs; nothing of it is kept."""

    def __init__(self, *, hidden: bool) -> None:
        with time_machine.travel(datetime(2026, 7, 6, 9, tzinfo=UTC), tick=False), transaction.atomic():
            self.canaries = build(hidden=hidden)
            self.said = answers()
            if connection.vendor == "sqlite":
                # What was withdrawn leaves marks in an index's own pages, as deleted rows do in any table, until
                # they are merged. No query finds it; merged, it has to be gone altogether.
                with connection.cursor() as cursor:
                    for index in INDEXES:
                        cursor.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
            self.tables = {table: self._rows(table) for table in sorted(live_tables() - INDEXES)}
            transaction.set_rollback(True)

    def _rows(self, table: str) -> str:
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT * FROM "{table}"')
            return repr(
                [[bytes(cell) if isinstance(cell, memoryview) else cell for cell in row] for row in cursor]
            )


def test_hidden_data_shows_in_no_public_answer(caplog):
    caplog.set_level(logging.DEBUG)
    caplog.handler.setFormatter(logging.Formatter("%(name)s %(message)s"))
    with_secrets = World(hidden=True)
    logged = caplog.text
    without = World(hidden=False)
    assert with_secrets.canaries >= 1000
    assert len(with_secrets.said) >= REQUESTS
    for (request, one), (_same, other) in zip(with_secrets.said, without.said, strict=False):
        assert one == other, f"{request} tells the two worlds apart"
    assert with_secrets.said == without.said
    assert {200, 204, 301, 304, 400, 404, 406, 410, 412} >= {answer[0] for _request, answer in without.said}
    assert {200, 304, 400, 404, 406, 410, 412} <= {answer[0] for _request, answer in without.said}

    # What a query names stands in the links and errors of its own answer: that is the reader's, not ours.
    for request, (_status, headers, body) in with_secrets.said:
        if "hoangyen" not in request:
            assert not CANARY.search(body.decode()), request
            assert not CANARY.search(str(headers)), request
        if "K%C3%ADn" not in request:
            assert SECRET.encode() not in body, request
    for table, rows in with_secrets.tables.items():
        # The index of SQLite keeps the beginnings that words share only once.
        assert "hoangyen" not in rows, table
    # SQL is logged where the operator asks for it, the desk's own too; a reader's own word is the reader's.
    lines = [line for line in logged.splitlines() if not line.startswith("django.db.backends")]
    assert not [line for line in lines if set(CANARY.findall(line)) - {"hoangyen0001"}]


@pytest.mark.parametrize("tail", ["", "editions/", "?format=jsonld", "?fields=id"])
@pytest.mark.parametrize("method", ["get", "head", "options", "post"])
def test_a_draft_a_deleted_item_and_what_never_was_answer_alike(client, method, tail):
    makers = {
        "articles": lambda slug: make_article("Kín", slug=slug),
        "people": lambda slug: make_person("Kín", slug=slug),
        "events": lambda slug: make_event("Kín", slug=slug),
    }
    for plural, make in makers.items():
        make("ban-nhap")
        deleted = make("da-xoa")
        delete(deleted, by=None)
        found = [
            ask(client, method, f"/api/v1/{plural}/{slug}/{tail}", {})
            for slug in ("ban-nhap", "da-xoa", "chua-co")
        ]
        assert found[0] == found[1] == found[2]
        assert found[0][0] == {"options": 204, "post": 405}.get(method, 404)
