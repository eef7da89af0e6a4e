"""What is asked and done at one size of the archive: pages by three contenders, and what editors wait for."""

import gc
import threading
import time
from collections.abc import Callable, Iterator
from statistics import median, quantiles
from typing import Any

from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from articles.actions.door import REWRITES
from articles.actions.publish import publish
from articles.actions.revise import revise
from articles.api import pages
from articles.api.public import facets
from articles.api.public.kinds import ARTICLE
from articles.api.public.state import read_state
from articles.models import Article, LiveArticle, LivePerson, Person

from .contenders import kept as kept_answer
from .data import SYLLABLES
from .ways import InProcess

Paths = dict[str, str]
LIST, SEARCH, PLAIN = "/api/v1/articles/", "/api/v1/search/", "/plain/articles/"
NEAR_MISS = "search of all kinds, no hit, the nearest name sought"
DEEP = 5000
"""The page that a cursor leads to; of a smaller archive the last one."""


def addresses(articles: int, *, searched: bool = True) -> dict[str, Paths]:
    """By page: the contenders' addresses; of searches only where all is `searched`."""
    newest = LiveArticle.objects.order_by("-newest", "-id")
    # Plain REST framework has no copies.
    through_door = newest.filter(id__in=Article.objects.values("pk"))
    slug = through_door.values_list("slug", flat=True)[through_door.count() // 2]
    famous = LivePerson.objects.order_by("-article_count")[0]
    known = LivePerson.objects.filter(article_count__lte=2000).order_by("-article_count")[0]
    place = newest.values_list("newest", "id")[min(DEEP * 20, articles) - 21]
    page = pages.read(QueryDict("cursor="), f"{ARTICLE.name} -date", {})
    deep = pages.cursor(page, (place[0], str(place[1])))
    lists = {
        "list of 20": {"newsroom": LIST, "plain": PLAIN},
        "one article": {"newsroom": f"{LIST}{slug}/", "plain": f"{PLAIN}{slug}/"},
        "list, the commonest person": {"newsroom": f"{LIST}?person={famous.slug}"},
        "list, one agency": {"newsroom": f"{LIST}?agency=TTXVN"},
        "list, one year": {"newsroom": f"{LIST}?year=2010"},
        f"page {DEEP:,} by cursor": {"newsroom": f"{LIST}?cursor={deep}"},
    }
    sought = {
        "a name": known.name,
        "the commonest word": SYLLABLES[0],
        "an accented common word": "đại",
        "ten common syllables": " ".join(SYLLABLES[10:20]),
    }
    searches = {
        f"{named}, {what}": {"newsroom": f"{path}?q={q.replace(' ', '+')}"}
        for named, path in (("search", LIST), ("search of all kinds", SEARCH))
        for what, q in sought.items()
    }
    missed = {NEAR_MISS: {"newsroom": f"{SEARCH}?q=x{known.name.replace(' ', '+')}"}}
    return lists | (searches | missed if searched else {})


def measure_pages(
    way: Any, kept: Any, rounds: int, requests: int, *, searched: bool = True
) -> Iterator[tuple[str, dict[str, Any]]]:
    """By page and contender: SQL queries, bytes, CPU ms of one request, and wall ms at p50, p95 and p99."""
    here = InProcess()
    kept_answer.cache_clear()
    asked_for = addresses(LiveArticle.objects.count(), searched=searched)
    for number, (page, paths) in enumerate(asked_for.items()):
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
            figures[name] |= {"cpu_ms": cpu * 1000, "p50": cuts[49] * 1000, "p95": cuts[94] * 1000}
            figures[name] |= {"p99": cuts[98] * 1000}
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
    """What an editor waits for, and facets right after a change: median CPU ms (the database's too) and wall ms.

    Of the rename's answer the CPU is that of its own thread; the whole of it is the process's, but not the backend of
    the thread beside on PostgreSQL.
    """
    articles = list(Article.objects.order_by("pk")[:times])
    person = Person.objects.get(pk=LivePerson.objects.order_by("-article_count")[0].pk)

    def all_facets() -> None:
        facets._of_all.cache_clear()
        facets.count(tuple(facets.FACETS), None, read_state())

    def publish_one() -> None:
        article = articles.pop()
        article.dek += "."
        publish(revise(article, by=None), by=None)

    found = {
        "all six facets, unfiltered, not remembered": _cost(all_facets, times),
        "publish one article again": _cost(publish_one, times),
    }
    named = LivePerson.objects.values_list("article_count", flat=True).get(pk=person.pk)
    person.name += " A"
    revise(person, by=None)
    way, began = InProcess(), time.perf_counter()
    cpu, own = way.cpu(), time.thread_time()
    publish(person, by=None)
    answered, own = time.perf_counter() - began, time.thread_time() - own
    # What is left over is finished by a thread beside the request.
    for thread in threading.enumerate():
        if thread.name == REWRITES:
            thread.join()
    wall, spent = time.perf_counter() - began, way.cpu() - cpu
    found[f"rename a person named in {named:,}, the answer"] = {"cpu_ms": own * 1000, "p50": answered * 1000}
    found["the same with all documents rewritten"] = {"cpu_ms": spent * 1000, "p50": wall * 1000}
    return found


def _cost(deed: Callable[[], object], times: int) -> dict[str, float]:
    way, spent, waits = InProcess(), [], []
    for _ in range(times):
        cpu, began = way.cpu(), time.perf_counter()
        deed()
        waits.append(time.perf_counter() - began)
        spent.append(way.cpu() - cpu)
    return {"cpu_ms": median(spent) * 1000, "p50": median(waits) * 1000}
