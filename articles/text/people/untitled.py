"""Names that no office leads to: what stands behind them, lists that vouch for them, names told again and again.

Nothing here is sure but what an office or a year of birth behind the name, or the collection itself, says.
"""

from collections.abc import Mapping

from articles.text.people.countries import country_at
from articles.text.people.evidence import acts, explained, is_thing
from articles.text.people.names import PLACES, Name, personal, run_end
from articles.text.people.naming import BORN, LISTED, Mention, mention_of
from articles.text.people.roles import role_at
from articles.text.people.rolls import introduced, roll
from articles.text.people.trailing import trailing
from articles.text.words.phrases import word_set
from articles.text.words.tokens import Row

_PLACE_LEADS = word_set("tại ở đến tới từ về sang qua")
_NEAR = frozenset(("như", "gồm", "có", "là", ":"))
_BETWEEN = frozenset((",", "và", "-", "–"))
_SIZES = (2, 3, 4)
_LONGEST_COUNTRY = 3
_OFTEN, _ACTING = 4, 2
"""How often a name without surname must stand in a story, and act, to be worth a suggestion."""


def untitled(row: Row, name: Name, known: Mapping[str, str], found: list[Mention]) -> int:
    """Take a name that nothing leads to, where something speaks for it; returns where to go on."""
    end, more, aged = trailing(row, name)
    if known and row.slice(name.start, name.end) in known:
        found.append(mention_of(row, name, more, sure=True, reason="a name of the collection"))
        return end
    first, parts = row.words[name.start], name.end - name.start
    vietnamese = name.kind == "vietnamese"
    clear = name.sure or parts >= 3
    born = aged and vietnamese and name.sure
    if more and clear:
        strong = not vietnamese or parts >= 3 or first.surname == 3
        human = vietnamese or personal(row, name)  # `Lam Direction (đại diện Bắc Âu)` may be a band.
        held = any(role.kind == "office" and (human or role.words != "đại diện") for role in more)
        sure = born or (strong and held)
        found.append(mention_of(row, name, more, sure=sure, reason="an office after the name"))
    elif aged and clear:
        found.append(mention_of(row, name, more, sure=born, reason=BORN))
    elif reason := _reason(row, name, end):
        vouched = reason != "a foreign surname opens it" and not (
            reason == "a surname opens it" and not acts(row, name)
        )
        found.append(mention_of(row, name, [], sure=False, reason=reason, vouched=vouched))
    return max(end, name.end)


def _reason(row: Row, name: Name, end: int) -> str:
    """Why a name with nothing before or behind it is worth a suggestion; empty where it is not."""
    first, parts = row.words[name.start], name.end - name.start
    spoken = end == name.end and acts(row, name)
    speaker = row.kind == "title" and name.start == 0 and end < row.size and row.words[end].text == ":"
    if name.kind == "vietnamese" and name.sure:
        middle = parts >= 3 and (first.surname == 3 or row.lows[name.start + 1] in ("văn", "thị"))
        mixed = not all(row.words[i].syllable for i in range(name.start, name.end))
        if middle or mixed or spoken or speaker:
            return "a surname opens it"
    if name.kind == "foreign" and (spoken or speaker):
        return "a foreign name that acts"
    if name.kind == "foreign" and _of_nation(row, name.start):
        return "words on a person before the name"
    if name.kind == "foreign" and first.given:
        return "a given name opens it"
    if name.sure and explained(row, end) and not _led(row, name.start):
        return "words on a person after the name"
    if name.kind == "foreign" and first.surname == 1 and parts >= 3:
        return "a foreign surname opens it"
    return ""


def _of_nation(row: Row, at: int) -> bool:
    """`(đối thủ) người Nhật Bản | Kenta Morioka`"""
    for begin in range(max(1, at - _LONGEST_COUNTRY), at):
        if row.lows[begin - 1] == "người":
            country = country_at(row, begin)
            return country is not None and country[0] == at
    return False


def surnameless(
    row: Row, name: Name, known: Mapping[str, str], found: list[Mention], bare: dict[str, list[Mention]]
) -> None:
    """Take a name of the collection; keep any other until the whole story is read (`_often`)."""
    written = row.slice(name.start, name.end)
    if written in known:
        found.append(mention_of(row, name, [], sure=True, reason="a name of the collection"))
    elif (age := trailing(row, name))[2]:
        found.append(mention_of(row, name, age[1], sure=False, reason=BORN))
    elif name.end - name.start == 2 and not PLACES.match(row, name.start):
        mention = mention_of(
            row, name, [], sure=False, reason="a name told of again and again", vouched=acts(row, name)
        )
        bare.setdefault(written, []).append(mention)


def often(bare: dict[str, list[Mention]], people: set[str]) -> list[Mention]:
    """Names without title or surname (`Lam Anh`) that a story tells of again and again, and that act; or that stand on
    a list with one of its people."""
    found: list[Mention] = []
    for mentions in bare.values():
        if sum(map(_placed, mentions)) * 4 > len(mentions):
            continue
        if any(_beside(mention, people) for mention in mentions):
            for mention in mentions:
                mention.vouched, mention.reason = True, LISTED
            found += mentions
        elif len(mentions) >= _OFTEN and sum(m.vouched for m in mentions) >= _ACTING:
            found += mentions
    return found


def _beside(mention: Mention, people: set[str]) -> bool:
    """`Thu Lam, | Lam Anh | hát`: next to the name of somebody."""
    row, end, start = mention.row, mention.end, mention.start - 1
    if (
        end + 1 < row.size
        and row.lows[end] in _BETWEEN
        and row.slice(end + 1, run_end(row, end + 1)) in people
    ):
        return True
    if start < 2 or row.lows[start] not in _BETWEEN:
        return False
    return any(row.slice(start - size, start) in people for size in _SIZES if size <= start)


def _placed(mention: Mention) -> bool:
    """`tại Lam Anh`, `huyện Lam Anh`: somewhere or something, not somebody."""
    row, at = mention.row, mention.start
    return _led(row, at) or is_thing(row, at)


def _led(row: Row, at: int) -> bool:
    return at > 0 and row.lows[at - 1] in _PLACE_LEADS


def goes_on(row: Row, at: int, stop: int) -> bool:
    """A country of one syllable that is the first of a name: `Mỹ Mơ`, `Lào Văn Kha`; but `Anh Pháp`."""
    if row.words[at].surname:
        return stop - at >= 2
    return (
        stop - at == 2
        and row.words[at].syllable
        and row.words[at + 1].syllable
        and not country_at(row, at + 1)
    )


def take_roll(row: Row, at: int, found: list[Mention]) -> bool:
    """Take a list of names that words on people introduce, as suggestions."""
    trade = introduced(row, at)
    if trade < 0:
        return False
    names = roll(row, at)
    if len(names) < 2 or (len(names) == 2 and row.lows[at - 1] not in _NEAR):
        return False
    role = role_at(row, trade)
    roles = [role] if role and role.name is None and role.end <= at else []
    found += [mention_of(row, name, roles, sure=False, reason=LISTED) for name in names]
    return True
