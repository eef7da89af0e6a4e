"""What each query parameter means and how it is written: for the OpenAPI document and the page that shows it."""

from typing import Any

from articles import search

from . import values
from .filters import EVENT_KINDS


def _text(description: str, *, repeats: bool = False, **schema: Any) -> dict[str, Any]:
    return {"description": description, "schema": {"type": "string", **schema}, "repeats": repeats}


def _number(description: str, **schema: Any) -> dict[str, Any]:
    return {"description": description, "schema": {"type": "integer", **schema}}


EITHER = "Commas part alternatives; given twice, both must hold."
_DATE = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
_SLUGS = r"^[-a-zA-Z0-9_]{1,100}(,[-a-zA-Z0-9_]{1,100})*$"

PARAMETERS: dict[str, dict[str, Any]] = {
    "q": _text("Words to search for; accents are optional.", maxLength=search.MAX_LENGTH),
    "page": _number("Number of the page, from 1.", minimum=1, default=1),
    "page_size": _number("Items a page.", minimum=1),
    "cursor": _text(
        "Place in the list, from `next` or `previous`; empty to start. Not together with `page`."
    ),
    "ordering": _text("Order of the items."),
    "fields": _text("Members of each item, parted by commas."),
    "omit": _text("Members of each item to leave out, parted by commas."),
    "expand": _text("Members whose linked items are embedded whole, parted by commas."),
    "facets": _text("Counts to add, out of section, topic, person, event, agency, year."),
    "ids": _text(f"Up to {values.MAX_IDS} ids (UUID), parted by commas."),
    "section": _text("Slug of the section; commas part alternatives.", pattern=_SLUGS),
    "section_not": _text("Slugs of sections to leave out.", repeats=True, pattern=_SLUGS),
    "topic": _text(f"Slug of a topic. {EITHER}", repeats=True, pattern=_SLUGS),
    "topic_not": _text("Slugs of topics to leave out.", repeats=True, pattern=_SLUGS),
    "person": _text(f"Slug of a person. {EITHER}", repeats=True, pattern=_SLUGS),
    "person_not": _text("Slugs of people to leave out.", repeats=True, pattern=_SLUGS),
    "event": _text(f"Slug of an event. {EITHER}", repeats=True, pattern=_SLUGS),
    "event_not": _text("Slugs of events to leave out.", repeats=True, pattern=_SLUGS),
    "article": _text(f"Slug of an article. {EITHER}", repeats=True, pattern=_SLUGS),
    "article_not": _text("Slugs of articles to leave out.", repeats=True, pattern=_SLUGS),
    "agency": _text(f"Name of an agency; accents and case do not count. {EITHER}", repeats=True),
    "agency_not": _text("Names of agencies to leave out.", repeats=True),
    "country": _text(f"Name of a country; accents and case do not count. {EITHER}", repeats=True),
    "country_not": _text("Names of countries to leave out.", repeats=True),
    "place": _text("Name of a place; accents and case do not count. Commas part alternatives."),
    "place_not": _text("Names of places to leave out.", repeats=True),
    "language": _text("Language tag; commas part alternatives."),
    "language_not": _text("Language tags to leave out.", repeats=True),
    "year": _text("Year of four digits that the date falls in; commas part alternatives."),
    "date_after": _text(
        "The date is on or after this day, month or year, or lasts until then.", pattern=_DATE
    ),
    "date_before": _text(
        "The date is on or before this day, month or year, or begins by then.", pattern=_DATE
    ),
    "kind": _text(f"Kinds, parted by commas; of events: {', '.join(EVENT_KINDS)}."),
    "kind_not": _text("Kinds of events to leave out.", repeats=True),
    "since": _number("Number of the last line that was read.", minimum=0, default=0),
    "nodes": _number("People in the graph.", minimum=1, maximum=200, default=50),
    "min_weight": _number("Articles that two people must share.", minimum=1, default=1),
}
