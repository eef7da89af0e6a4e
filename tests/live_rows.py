"""Live rows as the door leaves them, made directly: what the public side is tested on."""

import json
from collections import Counter
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from uuid import UUID, uuid4, uuid5

from django.db.models import F

from articles.actions.live_totals import add_tallies, tallied
from articles.models import live
from articles.search.tokens import document_tokens, search_id
from articles.text.dates.edtf import PartialDate
from articles.text.fold import slugify, sort_key

SPACE = UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
START = datetime(2024, 1, 1, 8, 0, tzinfo=UTC)
LINKS = {
    live.LivePerson: "mentions__article",
    live.LiveEvent: "coverage__article",
    live.LiveTopic: "taggings__article",
    live.LiveSection: "articles",
}
"""What keeps the number of its articles, and how it is tied to one."""


def uid(*names: str) -> UUID:
    """An id that is the same in every run."""
    return uuid5(SPACE, "/".join(names))


def state() -> live.LiveState:
    """The state row, made where it is missing."""
    return live.LiveState.objects.get_or_create(id=1, defaults={"changed_at": START, "epoch": uuid4()})[0]


def _log(
    kind: str, item_id: UUID, what: str = "published", *, total: str | None = None, by: int = 1
) -> datetime:
    row = state()
    row.change += 1
    row.changed_at = START + timedelta(minutes=row.change)
    if total:
        setattr(row, total, getattr(row, total) + by)
    row.save()
    live.Change.objects.create(
        number=row.change, kind=kind, item_id=item_id, what=what, edition=1, at=row.changed_at
    )
    return row.changed_at


def _common(kind: str, item_id: UUID, slug: str, document: dict, at: datetime) -> dict:
    document |= {"edition": 1, "first_published_at": _iso(at), "last_published_at": _iso(at)}
    text = _json(document)
    live.EditionHeader.objects.create(item_id=item_id, number=1, at=at)
    return {
        "id": item_id,
        "slug": slug,
        "edition": 1,
        "document": text,
        "listing": _json({k: v for k, v in document.items() if k not in ("body_html", "body_text")}),
        "digest": sha256(text.encode()).hexdigest()[:32],
        "changed_at": at,
    }


def _iso(at: datetime) -> str:
    return at.isoformat().replace("+00:00", "Z")


def _json(document: dict) -> str:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def _dates(date: str | None) -> dict:
    if not date:
        return {"date": "", "starts": None, "ends": None, "newest": "0000-00-00", "oldest": "9999-99-99"}
    parsed = PartialDate.parse(date)
    undated = parsed.start is None
    return {
        "date": date,
        "starts": parsed.start,
        "ends": parsed.end,
        "newest": parsed.sort,
        "oldest": f"9999-9{parsed.sort[5:]}" if undated else parsed.sort,
    }


def _index(kind: str, item_id: UUID, starts, title: str, text: str) -> None:
    live.LiveSearch.objects.create(
        id=search_id(starts, item_id), kind=kind, item_id=item_id, tokens=document_tokens(title, text)
    )


def section(name: str) -> live.LiveSection:
    slug = slugify(name)
    return live.LiveSection.objects.get_or_create(
        slug=slug, defaults={"id": uid("section", slug), "name": name, "sort_name": sort_key(name)}
    )[0]


def topic(name: str) -> live.LiveTopic:
    slug = slugify(name)
    return live.LiveTopic.objects.get_or_create(
        slug=slug, defaults={"id": uid("topic", slug), "name": name, "sort_name": sort_key(name)}
    )[0]


def person(name: str, *, slug: str = "", countries: tuple[str, ...] = (), other_names: tuple[str, ...] = ()):
    slug = slug or slugify(name)
    item_id = uid("person", slug)
    document = {
        "id": str(item_id), "type": "person", "slug": slug, "name": name, "other_names": list(other_names),
        "summary_html": "", "same_as": [], "portrait": None, "corrections": [],
        "positions": [
            {"title": "Bộ trưởng", "organisation": None, "country": country, "from": None, "to": None}
            for country in countries
        ],
    }  # fmt: skip
    at = _log("person", item_id, total="people")
    row = live.LivePerson.objects.create(
        **_common("person", item_id, slug, document, at), name=name, sort_name=sort_key(name)
    )
    for country in countries:
        live.LivePosition.objects.create(person=row, country_slug=slugify(country))
    _index("person", item_id, None, name, " . ".join(other_names))
    return row


def event(
    name: str, *, kind: str = "talks", date: str | None = None, place: str = "", people=(), slug: str = ""
):
    slug = slug or slugify(name)
    item_id = uid("event", slug)
    document = {
        "id": str(item_id), "type": "event", "slug": slug, "name": name, "kind": kind, "date": date,
        "date_inferred": False, "place": place or None, "summary_html": "", "corrections": [],
        "participants": [{"id": str(p.id), "slug": p.slug, "name": p.name, "role": ""} for p in people],
    }  # fmt: skip
    at = _log("event", item_id, total="events")
    row = live.LiveEvent.objects.create(
        **_common("event", item_id, slug, document, at), name=name, event_kind=kind, place=place,
        place_slug=slugify(place), **_dates(date),
    )  # fmt: skip
    for someone in people:
        live.LiveParticipation.objects.create(event=row, person=someone, newest=row.newest)
        live.LivePerson.objects.filter(pk=someone.pk).update(event_count=F("event_count") + 1)
    _index("event", item_id, row.starts, name, place)
    return row


def article(
    title: str, *, body: str = "", date: str | None = "2024-05-01", people=(), events=(), topics=(),
    slug: str = "", section=None, agencies: tuple[str, ...] = (), language: str = "vi", dek: str = "",
):  # fmt: skip
    slug = slug or slugify(title)
    item_id = uid("article", slug)
    document = {
        "id": str(item_id), "type": "article", "slug": slug, "language": language, "title": title, "dek": dek,
        "body_html": f"<p>{body}</p>", "body_text": body, "date": date, "dateline": "", "byline": [],
        "agencies": list(agencies),
        "section": {"slug": section.slug, "name": section.name} if section else None,
        "topics": [{"slug": t.slug, "name": t.name} for t in topics], "images": [],
        "people": [{"id": str(p.id), "slug": p.slug, "name": p.name, "role": ""} for p in people],
        "events": [{"id": str(e.id), "slug": e.slug, "name": e.name, "date": e.date or None} for e in events],
        "translations": [], "corrections": [],
    }  # fmt: skip
    at = _log("article", item_id, total="articles")
    row = live.LiveArticle.objects.create(
        **_common("article", item_id, slug, document, at), title=title, sort_title=sort_key(title),
        language=language, section=section, first_published_at=at, last_published_at=at, **_dates(date),
    )  # fmt: skip
    for someone in people:
        live.LiveMention.objects.create(article=row, person=someone, newest=row.newest)
    for happening in events:
        live.LiveCoverage.objects.create(article=row, event=happening, newest=row.newest)
    for subject in topics:
        live.LiveTagging.objects.create(article=row, topic=subject, newest=row.newest)
    for agency in agencies:
        live.LiveAgency.objects.create(article=row, agency_slug=slugify(agency), newest=row.newest)
    add_tallies(Counter([*tallied(row), *(("agency", slugify(agency)) for agency in agencies)]))
    for linked in (*people, *events, *topics, *filter(None, [section])):
        type(linked)._default_manager.filter(pk=linked.pk).update(article_count=F("article_count") + 1)
    _index("article", item_id, row.starts, title, f"{dek}\n{body}")
    return row


def withdraw(row, *, notice: str = "", replaced_by=None) -> live.Tombstone:
    """Take a row out as the door does: the slug stays as a digest, the item as a tombstone."""
    kind = next(kind for kind, model in live.LIVE_MODELS.items() if isinstance(row, model))
    plural = {"article": "articles", "person": "people", "event": "events"}[kind]
    item_id = row.pk
    if kind == "article":
        for model, link in LINKS.items():
            model._default_manager.filter(**{link: row}).update(article_count=F("article_count") - 1)
        gone = [*tallied(row), *(("agency", agency.agency_slug) for agency in row.agencies.all())]
        add_tallies(Counter(dict.fromkeys(gone, -1)))
    old_slug(kind, row.slug, item_id)
    live.LiveSearch.objects.filter(item_id=item_id).delete()
    live.EditionHeader.objects.filter(item_id=item_id).delete()
    row.delete()
    at = _log(kind, item_id, "withdrawn", total=plural, by=-1)
    return live.Tombstone.objects.create(
        id=item_id, kind=kind, withdrawn_at=at, notice=notice, replaced_by=replaced_by and replaced_by.pk
    )


def old_slug(kind: str, slug: str, item_id: UUID) -> None:
    live.OldSlug.objects.create(kind=kind, digest=sha256(slug.encode()).hexdigest()[:32], item_id=item_id)
