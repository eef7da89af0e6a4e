"""What is asked and done at one size of the archive: pages by three contenders, and what editors wait for."""

import gc
import time
from collections.abc import Callable, Iterator
from statistics import median, quantiles
from typing import Any

from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from articles.actions.publish import publish
from articles.actions.revise import revise
from articles.api.public import facets, pages
from articles.api.public.state import read_state
from articles.models import Article, LiveArticle, LivePerson, Person

from .contenders import kept as kept_answer
from .data import SYLLABLES
from .ways import InProcess

Paths = dict[str, str]
LIST, PLAIN = "/api/v1/articles/", "/plain/articles/"
DEEP = 5000
"""The page that a cursor leads to; of a smaller archive the last one."""


def addresses(articles: int) -> dict[str, Paths]:
    """By page: the contenders' addresses."""
    newest = LiveArticle.objects.order_by("-newest", "-id")
    slug = newest.values_list("slug", flat=True)[articles // 2]
    famous = LivePerson.objects.order_by("-article_count")[0]
    known = LivePerson.objects.filter(article_count__lte=2000).order_by("-article_count")[0]
    place = newest.values_list("newest", "id")[min(DEEP * 20, articles) - 21]
    page = pages.read(QueryDict("cursor="), "-date", {})
    deep = pages.cursor(page, (place[0], str(place[1])))
    return {
        "list of 20": {"newsroom": LIST, "plain": PLAIN},
        "one article": {"newsroom": f"{LIST}{slug}/", "plain": f"{PLAIN}{slug}/"},
        "list, the commonest person": {"newsroom": f"{LIST}?person={famous.slug}"},
        "list, one agency": {"newsroom": f"{LIST}?agency=TTXVN"},
        "list, one year": {"newsroom": f"{LIST}?year=2010"},
        f"page {DEEP:,} by cursor": {"newsroom": f"{LIST}?cursor={deep}"},
        "search, a name": {"newsroom": f"{LIST}?q={known.name.replace(' ', '+')}"},
        "search, the commonest word": {"newsroom": f"{LIST}?q={SYLLABLES[0]}"},
        "search, an accented common word": {"newsroom": f"{LIST}?q=đại"},
    }


def measure_pages(way: Any, kept: Any, rounds: int, requests: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """By page and contender: SQL queries, bytes, CPU ms of one request, and wall ms at p50 and p99."""
    here = InProcess()
    kept_answer.cache_clear()
    for number, (page, paths) in enumerate(addresses(LiveArticle.objects.count()).items()):
        # Asked by the way that is measured: addresses in the answer depend on it.
        (kept / f"{number}").write_bytes(way.ask(paths["newsroom"]))
        asked = paths | {"bare": f"/bare/{number}/"}
        figures: dict[str, Any] = {}
        for name, path in asked.items():
            here.ask(path)
            with CaptureQueriesContext(connection) as sent:
                here.ask(path)
            figures[name] = {"queries": len(sent), "bytes": len(way.ask(path))}
        for name, (cpu, waits) in take_turns(way, asked, rounds, requests).items():
            cuts = quantiles(waits, n=100) if len(waits) > 1 else waits * 99
            figures[name] |= {"cpu_ms": cpu * 1000, "p50": cuts[49] * 1000, "p99": cuts[98] * 1000}
        yield page, figures


def take_turns(way: Any, paths: Paths, rounds: int, requests: int) -> dict[str, tuple[float, list[float]]]:
    """CPU seconds of one request, the median of the rounds, and all waits. Each round starts with another."""
    spent: dict[str, list[float]] = {name: [] for name in paths}
    waits: dict[str, list[float]] = {name: [] for name in paths}
    names = list(paths)
    for turn in range(rounds):
        for name in names[turn % len(names) :] + names[: turn % len(names)]:
            gc.collect()
            before = way.cpu()
            for _ in range(requests):
                began = time.perf_counter()
                way.ask(paths[name])
                waits[name].append(time.perf_counter() - began)
            spent[name].append((way.cpu() - before) / requests)
    return {name: (median(spent[name]), waits[name]) for name in paths}


def measure_deeds(times: int) -> dict[str, dict[str, float]]:
    """What an editor waits for, and facets right after a change: median CPU ms (the database's too) and wall ms."""
    articles = list(Article.objects.order_by("pk")[:times])
    person = Person.objects.get(pk=LivePerson.objects.order_by("-article_count")[0].pk)

    def all_facets() -> None:
        facets._of_all.cache_clear()
        facets.count(tuple(facets.FACETS), None, read_state())

    def publish_one() -> None:
        article = articles.pop()
        article.dek += "."
        publish(revise(article, by=None), by=None)

    def rename() -> None:
        person.name += " A"
        publish(revise(person, by=None), by=None)

    return {
        "all six facets, unfiltered, not remembered": _cost(all_facets, times),
        "publish one article again": _cost(publish_one, times),
        "rename the commonest person, the answer": _cost(rename, 1),
    }


def _cost(deed: Callable[[], object], times: int) -> dict[str, float]:
    way, spent, waits = InProcess(), [], []
    for _ in range(times):
        cpu, began = way.cpu(), time.perf_counter()
        deed()
        waits.append(time.perf_counter() - began)
        spent.append(way.cpu() - cpu)
    return {"cpu_ms": sum(spent) / times * 1000, "p50": median(waits) * 1000}
