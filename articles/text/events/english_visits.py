"""Visits told by a noun in English: `A's official visit to Laos`, `A is on a three-day state visit to Laos`."""

from articles.text.events.days import date_for
from articles.text.events.drafts import Draft
from articles.text.events.places import place_after
from articles.text.events.sentences import Party, Sentence, around
from articles.text.events.words import to_come
from articles.text.words.phrases import word_set

_MOST_BETWEEN = 7
"""Words of `'s first three-day official | visit`."""
_MANNERS = ("state", "official", "working")
_ARTICLES = frozenset(("a", "an", "the"))
_ON = frozenset(("on", "pays", "paid", "paying", "began", "begins", "starts", "started", "for"))
_THEIRS = word_set("his her their")


def visit(sentence: Sentence, at: int, end: int) -> Draft | None:
    """`A's visit to Laos`, whose word of visiting is tokens `at` to `end`; None without a visitor and a place."""
    row = sentence.row
    if row.lows[end : end + 1] != ["to"] or end + 1 >= sentence.end:
        return None
    target, stop = place_after(row, end + 1, sentence.end)
    visitor = _visitor(sentence, at, target) if target else None
    if visitor is None:
        return None
    manner = next((f"{word} " for word in _MANNERS if word in row.lows[max(0, at - 3) : at]), "")
    name = f"{visitor.label} pays {'an' if manner[:1] == 'o' else 'a'} {manner}visit to {target}"
    when = date_for(sentence, at, stop)
    if when is not None and (when.start < stop or (when.precision != "range" and visitor.pronoun)):
        when = None  # `met him on May 13 during her visit to Laos`
    sure = when is not None and when.precision == "range" and not when.bound and not visitor.pronoun
    sure = sure and visitor.person is not None and not to_come(row, sentence.start, at)
    last = max(stop, when.end if when else stop)
    people = [visitor.person] if visitor.person else []
    return Draft(
        "visit", name, False, sentence.number, at, when, target, people, sure, "somebody's part in it is told",
        span=row.span(min(visitor.start, at), last), doers=people,
    )  # fmt: skip


def _visitor(sentence: Sentence, at: int, target: str) -> Party | None:
    row, first = sentence.row, max(sentence.start, at - _MOST_BETWEEN)
    for i in range(at - 1, first - 1, -1):
        if row.lows[i] == "s" and row.words[i - 1].text in "'’":
            return next((p for p in sentence.parties if p.end == i - 1), None)
        if row.lows[i] in _THEIRS:
            return _of_elsewhere(sentence, target, i)
        if row.lows[i] in _ARTICLES and i > first and row.lows[i - 1] in _ON:
            before, _ = around(sentence, i - 1, end=i)
            return before[0] if len(before) == 1 and not before[0].pronoun else None
        if row.words[i].text in ",;:.":
            break
    return None


def _of_elsewhere(sentence: Sentence, target: str, at: int) -> Party | None:
    """`As part of his visit to Laos, | A | met B`: the first; `A held talks with B during her visit to Laos`: the one
    of the sentence who is known to be of elsewhere, or the only one."""
    found = {p.label: p for p in sentence.parties if p.person and not p.pronoun}
    if found and min(p.start for p in found.values()) > at:
        found = dict(list(found.items())[:1])
    homes = {label: sentence.offices.country_of(label) for label in found}
    away = [label for label in found if homes[label] not in ("", target)]
    chosen = away if len(away) == 1 else list(found) if len(found) == 1 else []
    if not chosen:
        return None
    party = found[chosen[0]]
    return Party(party.start, party.end, party.label, party.person, pronoun=True)
