"""What only the title names, and no sentence dates, is on the day of a lead that tells of the same: for an editor to
judge."""

from articles.text.dates.find import DateAt
from articles.text.events.days import reported, set_off, sets_out
from articles.text.events.drafts import Draft
from articles.text.events.sentences import parties
from articles.text.events.words import to_come
from articles.text.fold import words as fold_words
from articles.text.people.countries import COUNTRY_NAMES
from articles.text.types import Span
from articles.text.words.tokens import Row

_OPENING = 3
"""How far into the lead its day stands: `Sáng | 29-10`."""
_NEAR = 12
"""Words around the day in which it says that it is to come."""
_ARRIVES = frozenset(("đến", "tới", "thăm", "sang"))


def date_title(
    drafts: list[Draft],
    story: tuple[Row, ...],
    by_row: dict[int, list[DateAt]],
    mentions: list[tuple[Span, str]],
) -> None:
    """Give the title's events without a day that of the lead, where the lead names somebody of them or has most of
    their words."""
    undated = [draft for draft in drafts if draft.from_title and draft.when is None]
    number = next((i for i, row in enumerate(story) if row.kind == "body"), -1)
    if not undated or number < 0:
        return
    lead = story[number]
    stop = lead.sentence_ends()[0]
    when = _day_of(lead, stop, by_row.get(number, []))
    if when is None:
        return
    named = {p.person for p in parties(lead, 0, stop, mentions)}
    told = frozenset(fold_words(lead.slice(0, stop)))
    others = [draft for draft in drafts if draft.row == number and draft.when == when]
    away = sets_out(lead, when.end, stop)
    arrives = not _ARRIVES.isdisjoint(lead.lows[when.end : stop])
    for draft in undated:
        known = not named.isdisjoint(draft.people)
        if draft.kind == "visit":
            known = known and arrives
        another = (draft.named and (away or others)) or any(other.named for other in others)
        if (known and not draft.named) or (not another and _retells(draft, told)):
            draft.when, draft.sure = when, False


def _day_of(lead: Row, stop: int, dates: list[DateAt]) -> DateAt | None:
    """The day of the lead's first sentence: the one that opens it or is set off, or the only one."""
    dates = [when for when in dates if when.start < stop]
    when = next((d for d in dates if d.start <= _OPENING or set_off(lead, d)), None)
    when = when or (dates[0] if len(dates) == 1 else None)
    if when is None or when.precision != "day" or when.bound:
        return None
    near = max(0, when.start - _NEAR), min(stop, when.end + _NEAR)
    return None if reported(lead, when.end, stop) or to_come(lead, *near) else when


def _retells(draft: Draft, told: frozenset[str]) -> bool:
    """The lead has most of the words of the title's event, which is over in a day."""
    words = frozenset(fold_words(draft.name))
    long = draft.kind == "visit" and draft.place in COUNTRY_NAMES
    return not long and draft.kind != "anniversary" and len(words & told) * 3 >= 2 * len(words)
