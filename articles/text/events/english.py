"""Events with a name in English, where the event word stands last, `the 12th Lao-Peru Defence Dialogue`, or before what
it is about, `workshop on climate change`."""

from articles.text.dates.find import DateAt
from articles.text.events.days import date_for
from articles.text.events.drafts import Draft, Told
from articles.text.events.places import place_in
from articles.text.events.sentences import Sentence, said
from articles.text.events.words import HOLD, to_come
from articles.text.words.phrases import word_set
from articles.text.words.tokens import Row

_LONGEST, _BACK, _FAR_BACK = 16, 12, 24
_LINKS = word_set("of and for on the")
_ARTICLES = word_set("the a an his her its their this that")
_OCCASIONS = word_set("sidelines occasion framework ahead")
_SMALL = 5
_ABOUT = word_set("on of for between marking to")
_ENDS = word_set(
    "was were is are took takes will would has have had in at held hosted organised organized that which who where "
    "when with as after before during this by from attended opened kicked concluded wrapped scheduled slated underway "
    "said"
)
_ORDINALS = ("st", "nd", "rd", "th")


def named(sentence: Sentence, at: int, end: int, kind: str, told: Told) -> Draft | None:
    """The event whose word is tokens `at` to `end`, where capitals or a number say which one, and somebody holds it; a
    bare word tells the day of the one told of before."""
    row = sentence.row
    begin, stop = _opens(sentence, at), _closes(sentence, end)
    behind = _behind_bracket(row, stop, sentence.end)
    before = range(max(sentence.start, begin - (_FAR_BACK if kind == "anniversary" else _BACK)), begin)
    held = any(HOLD.match(row, i) for i in before if row.lows[i] in HOLD.first)
    after = any(
        HOLD.match(row, i) for i in range(behind, min(sentence.end, behind + 3)) if row.lows[i] in HOLD.first
    )
    if not (held or after):
        return None
    when = date_for(sentence, begin, stop)
    if when is not None and when.start >= stop and row.words[when.start - 1].text == "(":
        when = _held_on(sentence, begin, when)
    if not _OCCASIONS.isdisjoint(row.lows[max(sentence.start, begin - 5) : begin]):
        when = None  # `met him on May 13 on the sidelines of | the summit`
    if when is not None and when.end <= begin and said(row, when.end, begin):
        when = None
    day = when is not None and when.precision in ("day", "range") and not when.bound
    sure = day and not to_come(row, sentence.start, min(sentence.end, stop + 4))
    place = "" if sentence.online() else place_in(row, sentence.start, sentence.end, begin, stop)
    if not _says_which(row, begin, at) and not _says_which(row, end, stop) and stop - end < 3:
        last = told.last(kind)
        if last is not None and last.when is None and day:
            last.when, last.sure, last.place = when, sure, last.place or place
            told.look_again(last)
        return None
    words = row.slice(begin, stop)
    kind = "anniversary" if "anniversary" in row.lows[begin:stop] else kind
    people = [p.person for p in sentence.parties if p.person and p.end <= begin] if held else []
    span = row.span(min(begin, when.start if when else begin), max(stop, when.end if when else stop))
    sure = sure and kind != "anniversary"
    return Draft(
        kind, words[:1].upper() + words[1:], True, sentence.number, begin, when, place,
        list(dict.fromkeys(people)), sure, "a named event with its day" if sure else "a named event", span=span,
    )  # fmt: skip


def _held_on(sentence: Sentence, begin: int, kept: DateAt) -> DateAt | None:
    """`held a ceremony | on June 3 | to mark the 30th anniversary … (June 5, 1990)`: in brackets stands the day that is
    kept, which tells nothing of the year of the other."""
    row = sentence.row
    days = (d for d in reversed(sentence.dates) if d.end <= begin and not d.bound)
    when = next((d for d in days if row.words[d.start - 1].text != "("), None)
    if when is None or not when.inferred or when.edtf[:4] != kept.edtf[:4] or kept.inferred:
        return when
    return when._replace(edtf=f"XXXX{when.edtf[4:]}", inferred=False, evidence=when.evidence[:1])


def _opens(sentence: Sentence, at: int) -> int:
    """Where the capitals and numbers begin that stand before the event word, with a few small words in between: `ASEAN
    senior officials' | meeting`."""
    row, begin, listed = sentence.row, at, False
    first = max([sentence.start, at - _BACK, *(p.end for p in sentence.parties if p.end <= at)])
    while begin > first and at - begin < _SMALL and _is_small(row, begin - 1):
        begin -= 1
    if begin == first or not _is_name(row, begin - 1):
        begin = at
    while begin > first and (
        _is_name(row, begin - 1) or (begin - 1 > first and _links(row, begin - 1, listed))
    ):
        begin -= 1
        listed = listed or row.lows[begin] == "and"
    while begin < at and (not _is_name(row, begin) or row.lows[begin] in _ARTICLES):
        begin += 1
    return begin


def _is_small(row: Row, at: int) -> bool:
    word = row.words[at]
    if word.text in "’'" or row.lows[at - 1] in ("’", "'"):
        return True
    return (
        word.text.isalpha()
        and word.low not in _ENDS | _ARTICLES | _LINKS | _ABOUT
        and not HOLD.match(row, at)
    )


def _is_name(row: Row, at: int) -> bool:
    word = row.words[at]
    return word.capital or word.upper or word.number >= 0 or _is_ordinal(word.text)


def _is_ordinal(text: str) -> bool:
    return text[0].isdigit() and text.endswith(_ORDINALS)


def _links(row: Row, at: int, listed: bool) -> bool:
    """A hyphen, bracket or small word with a capital before it; a comma in a list that ends in `and`: `Vietnam|-|US
    Political|,| Security and Defence`."""
    mark = (
        row.words[at].text in "-–&+()’'" or row.lows[at] in _LINKS or (listed and row.words[at].text == ",")
    )
    possessive = row.lows[at] == "s" and row.words[at - 1].text in "’'"
    return possessive or (mark and (row.words[at - 1].capital or row.words[at - 1].upper))


def _behind_bracket(row: Row, at: int, stop: int) -> int:
    """Behind an abbreviation in brackets: `meeting (SOM) | opened`."""
    return at + 3 if at + 3 < stop and row.words[at].text == "(" and row.words[at + 2].text == ")" else at


def _closes(sentence: Sentence, end: int) -> int:
    """Where the words behind the event word end that say what it is about."""
    row, stop = sentence.row, end
    if row.lows[end : end + 1] == [] or row.lows[end] not in _ABOUT or end >= sentence.end:
        return end + (end < sentence.end and 1900 < row.words[end].number < 2100)
    dates = {i for when in sentence.dates for i in range(when.start, when.end)}
    while stop < min(sentence.end, end + _LONGEST):
        word = row.words[stop]
        hyphen = word.text in "-–&'’" and row.glued(stop)
        if stop in dates or word.low in _ENDS or not (word.text[0].isalnum() or hyphen):
            break
        stop += 1
    while stop > end and row.lows[stop - 1] in _LINKS | _ABOUT:
        stop -= 1
    return stop


def _says_which(row: Row, start: int, stop: int) -> bool:
    return any(_is_name(row, i) for i in range(start, stop))
