"""Queries that readers share: which filters are on, the links that add or drop one, and turning pages."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from . import api

FACETS = ("section", "person", "event", "agency", "year", "topic")
NARROW = (*FACETS, "language")
"""Filters of the search page."""
SHOWN = 8
"""Values of a facet that are not folded away."""
NAMES = {
    "section": gettext_lazy("Section"),
    "person": gettext_lazy("People"),
    "event": gettext_lazy("Events"),
    "agency": gettext_lazy("Agency"),
    "year": gettext_lazy("Year"),
    "topic": gettext_lazy("Topic"),
    "language": gettext_lazy("Language"),
}

Values = list[dict[str, Any]]


def given(request: HttpRequest, names: tuple[str, ...]) -> dict[str, Any]:
    """What the query says for these parameters, blanks left out. Others are ignored: campaigns add their own.

    `person` and its like may come twice, meaning both.
    """
    found: dict[str, Any] = {}
    for name in names:
        texts = [text for text in request.GET.getlist(name) if text.strip()]
        if texts:
            found[name] = texts if len(texts) > 1 and name in FACETS else texts[-1]
    return found


def link(
    request: HttpRequest, *, add: tuple[str, str] | None = None, drop: tuple[str, str] | None = None
) -> str:
    """The same page with one filter more or less, from its first page on."""
    query = request.GET.copy()
    for name in ("page", "cursor"):
        query.pop(name, None)
    if drop:
        query.setlist(drop[0], [text for text in query.getlist(drop[0]) if text != drop[1]])
    if add:
        query.appendlist(*add)
    for name in list(query):
        if not any(query.getlist(name)):
            del query[name]
    return f"?{query.urlencode()}" if query else request.path


def orders(request: HttpRequest, query: str | None) -> Values:
    """The orders of a list of articles, each with its link; the first is the API's own choice."""
    names = {"relevance": _("best match"), "-date": _("newest first"), "date": _("oldest first")}
    if not query:
        del names["relevance"]
    own = next(iter(names))
    now = request.GET.get("ordering") or own
    return [
        {
            "name": name,
            "href": link(request, add=("ordering", value) if value != own else None, drop=("ordering", now)),
            "on": value == now,
        }
        for value, name in names.items()
    ]


def facets(request: HttpRequest, found: dict[str, Any]) -> Values:
    """The facets of an answer that can narrow it further, each value with its link."""
    shown = []
    for name in FACETS:
        on = request.GET.getlist(name)
        values = [
            {"name": label, "count": each["count"], "href": link(request, add=(name, value))}
            for each, value, label in _named(name, found)
            if value not in on and each["count"] < found["count"]
        ]
        if values and not (on and name in ("section", "year")):
            shown.append({"name": NAMES[name], "values": values[:SHOWN], "rest": values[SHOWN:]})
    return shown


def chosen(
    request: HttpRequest, found: dict[str, Any], names: tuple[str, ...] = NARROW, **labels: dict[str, str]
) -> Values:
    """The filters that are on, each with the link that drops it; `labels` adds names to those of the facets."""
    shown = []
    for name in names:
        known = {value: label for _each, value, label in _named(name, found)} | labels.get(name, {})
        for value in request.GET.getlist(name):
            if value.strip():
                drop = link(request, drop=(name, value))
                chip = {"facet": NAMES[name], "name": known.get(value, value), "href": drop}
                shown.append({**chip, "field": name, "value": value})
    return shown


def turns(request: HttpRequest, found: dict[str, Any]) -> dict[str, str]:
    """Links to the `next` and `previous` page, where there is one."""
    links = {}
    for name in ("next", "previous"):
        if found.get(name):
            query = request.GET.copy()
            for old in ("page", "cursor"):
                query.pop(old, None)
            query.update(api.turn(found[name]))
            links[name] = f"?{query.urlencode()}"
    return links


def _named(name: str, found: dict[str, Any]) -> list[tuple[dict[str, Any], str, str]]:
    values = found.get("facets", {}).get(name, [])
    return [(each, each.get("slug") or each["year"], each.get("name") or each["year"]) for each in values]
