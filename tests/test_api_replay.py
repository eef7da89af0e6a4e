"""A client that keeps the log's last number and applies what follows ends equal to one that crawls everything."""

import random
from contextlib import suppress

import pytest

from articles.actions.errors import Refused
from articles.actions.merge import merge
from articles.actions.publish import publish
from articles.actions.reinstate import reinstate
from articles.actions.revise import revise
from articles.actions.terms import save_term
from articles.actions.withdraw import withdraw
from articles.models import Article, Event, Person, Section
from tests.factories import make_article, make_event, make_person

pytestmark = pytest.mark.django_db

KEPT_TOTALS = ("article_count", "event_count")
STEPS = 60

Copy = dict[str, dict]


def plain(document: dict) -> dict:
    """A document without totals; those of linked items are in no document."""
    return {name: value for name, value in document.items() if name not in KEPT_TOTALS}


def crawl(client) -> Copy:
    """Every live item by id, from the lists and their details."""
    found = {}
    for kind in ("articles", "people", "events"):
        address = f"/api/v1/{kind}/?page_size=3&cursor="
        while address:
            page = client.get(address).json()
            for item in page["results"]:
                found[item["id"]] = plain(client.get(f"/api/v1/{kind}/{item['slug']}/").json())
            address = page["next"]
    return found


def replay(client, copy: Copy, since: int) -> Copy:
    """What a client makes of its copy that has read the log up to `since`."""
    copy = dict(copy)
    address = f"/api/v1/changes/?page_size=2&since={since}"
    while address:
        page = client.get(address).json()
        for line in page["results"]:
            if line["api_url"] is None:
                copy.pop(line["id"], None)
            else:
                copy[line["id"]] = plain(client.get(line["api_url"]).json())
        address = page["next"]
    return copy


def step(chance: random.Random, number: int) -> None:
    """Something that happens at the desk, published or not."""
    model = chance.choice([Article, Article, Person, Event])
    items = list(model.objects.order_by("created_at", "pk"))
    item = chance.choice(items) if items else None
    people, events = list(Person.objects.order_by("pk")), list(Event.objects.order_by("pk"))
    match chance.choice(
        ["make", "make", "publish", "rename", "rename", "withdraw", "back", "merge", "section"]
    ):
        case "make":
            named = chance.sample(people, min(2, len(people)))
            made = {
                Article: lambda: make_article(f"Bài {number}", people=named, events=events[:2],
                                              section=Section.objects.first()),
                Person: lambda: make_person(f"Người {number}"),
                Event: lambda: make_event(f"Sự kiện {number}", people=named),
            }[model]()  # fmt: skip
            if chance.random() < 0.8:
                publish(made, by=None)
        case "publish" if item and item.withdrawn_at is None:
            publish(item, by=None, note=chance.choice(["", "Sửa tên."]))
        case "rename" if item and item.withdrawn_at is None:
            setattr(item, item.label_field, f"{item.label} {number}")
            revise(item, by=None)
            if chance.random() < 0.8:
                publish(item, by=None)
        case "withdraw" if item and item.live_edition:
            withdraw(item, by=None, notice="Rút.")
        case "back" if item and item.withdrawn_at:
            reinstate(item, by=None)
            publish(item, by=None)
        case "merge" if len(people) > 2:
            merge(*chance.sample(people, 2), by=None)
        case "section":
            section = Section.objects.first()
            section.name = f"Thời sự {number}"
            save_term(section, by=None)


@pytest.mark.parametrize("seed", range(3))
def test_whoever_replays_the_log_from_any_point_ends_equal_to_a_full_crawl(client, seed):
    chance = random.Random(seed)
    Section.objects.create(name="Thời sự", slug="thoi-su")
    copies: list[tuple[int, Copy]] = [(0, {})]
    for number in range(STEPS):
        with suppress(Refused):
            step(chance, number)
        if number % 6 == 0:
            copies.append(
                (client.get("/api/v1/changes/?page_size=1&since=999999").json()["last"], crawl(client))
            )
    everything = crawl(client)
    assert len(everything) > 5
    for since, copy in copies:
        assert replay(client, copy, since) == everything, since
