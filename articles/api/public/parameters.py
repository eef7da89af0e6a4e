"""What each query parameter means and how it is written: for the OpenAPI document and the page that shows it."""

from typing import Any

from articles import search
from articles.api import values

from .filters import EVENT_KINDS

Parameter = dict[str, Any]


def _text(description: str, example: str, *, repeats: bool = False, **schema: Any) -> Parameter:
    return {
        "description": description, "example": example, "schema": {"type": "string", **schema}, "repeats": repeats,
    }  # fmt: skip


def _number(description: str, example: int, **schema: Any) -> Parameter:
    return {"description": description, "example": example, "schema": {"type": "integer", **schema}}


EITHER = "Commas part alternatives; given twice, both must hold."
NONE_OF = "Commas part them; none may be there."
_MONTHS = r"(0[13578]|1[02])(-(0[1-9]|[12][0-9]|3[01]))?|(0[469]|11)(-(0[1-9]|[12][0-9]|30))?|02(-(0[1-9]|[12][0-9]))?"
_DATE = rf"^[1-9][0-9]{{3}}(-({_MONTHS}))?$"
_SLUG = r"[-a-zA-Z0-9_]{1,100}"
SLUGS = rf"^{_SLUG}(,{_SLUG}){{0,{values.MAX_ALTERNATIVES - 1}}}$"
_UUID = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_IDS = rf"^{_UUID}(,{_UUID}){{0,{values.MAX_IDS - 1}}}$"
_NAME: Parameter = {"minLength": 1, "maxLength": 200, "pattern": r"^[^\s,\x00]([^,\x00]*)$"}
_LANGUAGES = r"^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})?(,[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})?){0,9}$"


def some_of(names: tuple[str, ...]) -> str:
    """A pattern: names out of a closed list, parted by commas."""
    either = "|".join(names)
    return f"^({either})(,({either}))*$"


def _slug(thing: str, example: str, *, repeats: bool = True) -> Parameter:
    how = EITHER if repeats else "Commas part alternatives."
    return _text(f"Slug of {thing}. {how}", example, repeats=repeats, pattern=SLUGS)


def _slug_not(things: str, example: str) -> Parameter:
    return _text(f"Slugs of {things} to leave out. {NONE_OF}", example, repeats=True, pattern=SLUGS)


def _name(thing: str, example: str, *, repeats: bool = True) -> Parameter:
    how = EITHER if repeats else "Commas part alternatives."
    return _text(f"Name of {thing}; accents and case do not count. {how}", example, repeats=repeats, **_NAME)


def _name_not(things: str, example: str) -> Parameter:
    return _text(
        f"Names of {things} to leave out; accents and case do not count. {NONE_OF}",
        example,
        repeats=True,
        **_NAME,
    )


PARAMETERS: dict[str, Parameter] = {
    "q": _text(
        "Words to search for; accents are optional, and exact ones come first, phrases before scattered words.",
        "doi thoai",
        maxLength=search.MAX_LENGTH,
    ),
    "page": _number(
        "Number of the page, from 1. Pages have an end; to read further start with an empty `cursor`.", 1,
        minimum=1, default=1,
    ),
    "page_size": _number("Items a page.", 20, minimum=1),
    "cursor": _text(
        "Place in the list, from `next` or `previous`; empty to start. What is inserted meanwhile moves nothing. "
        "Good for the same filters and ordering only, and not together with `page`.",
        "",
    ),
    "ordering": _text("Order of the items. Each is total: no two items share a place.", ""),
    "fields": _text("Members of each item, parted by commas.", "id"),
    "omit": _text("Members of each item to leave out, parted by commas.", "slug"),
    "expand": _text("Members whose linked items are embedded whole, parted by commas.", ""),
    "facets": _text("Counts to add, parted by commas: how the articles of all pages divide.", "section,year"),
    "ids": _text(
        f"Up to {values.MAX_IDS} ids (UUID), parted by commas.", "a07780a3-2b19-5a08-8963-0d0ce874cfb6",
        pattern=_IDS,
    ),
    "section": _slug("the section", "thoi-su", repeats=False),
    "section_not": _slug_not("sections", "the-thao"),
    "topic": _slug("a topic", "asean"),
    "topic_not": _slug_not("topics", "asean"),
    "person": _slug("a person", "nguyen-quoc-dung"),
    "person_not": _slug_not("people", "nguyen-quoc-dung"),
    "event": _slug("an event", "doi-thoai-asean-han-quoc-lan-thu-25"),
    "event_not": _slug_not("events", "doi-thoai-asean-han-quoc-lan-thu-25"),
    "article": _slug("an article", "viet-nam-la-cau-noi"),
    "article_not": _slug_not("articles", "viet-nam-la-cau-noi"),
    "agency": _name("an agency", "TTXVN"),
    "agency_not": _name_not("agencies", "TTXVN"),
    "country": _name("a country that the person holds or held an office of", "Việt Nam"),
    "country_not": _name_not("countries", "Hàn Quốc"),
    "place": _name("a place", "Hà Nội", repeats=False),
    "place_not": _name_not("places", "Hà Nội"),
    "language": _text("Language tag; commas part alternatives.", "vi", pattern=_LANGUAGES),
    "language_not": _text(f"Language tags to leave out. {NONE_OF}", "en", repeats=True, pattern=_LANGUAGES),
    "year": _text(
        "Year of four digits that the date falls in, be it in part; commas part alternatives.", "2021",
        pattern=r"^[1-9][0-9]{3}(,[1-9][0-9]{3}){0,19}$",
    ),
    "date_after": _text(
        "The date is on or after this day, month or year, or lasts until then. Dates without a year match none.",
        "2021-07", pattern=_DATE,
    ),
    "date_before": _text(
        "The date is on or before this day, month or year, or begins by then. Dates without a year match none.",
        "2021-07-31", pattern=_DATE,
    ),
    "kind": _text("Kinds, parted by commas.", ""),
    "kind_not": _text(
        f"Kinds of events to leave out. {NONE_OF}", "other", repeats=True, pattern=some_of(EVENT_KINDS)
    ),
    "since": _number(
        "Number of the last line that was read; 0 to read from the beginning.", 0, minimum=0,
        maximum=999_999_999_999_999_999, default=0,
    ),
    "nodes": _number("People in the graph, those in most of the articles.", 50, minimum=1, maximum=200, default=50),
    "min_weight": _number(
        "Articles that two people must share.", 2, minimum=1, maximum=1_000_000, default=1
    ),
}  # fmt: skip
