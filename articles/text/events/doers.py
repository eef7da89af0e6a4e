"""Who does what a verb tells of, and to whom: `A hội kiến | B`, `Tiếp B, | A …`, `B đã được | A tiếp`."""

from bisect import insort

from articles.text.events import groups
from articles.text.events.offices import office_before
from articles.text.events.sentences import Party, Sentence, around, comma_between, office
from articles.text.words.phrases import word_set
from articles.text.words.tokens import Row

_OPENS = 2
_ROUND = 6
"""Whom somebody meets in one sentence, at most."""
_LONGEST_HOST = 14
"""Words of the host's office behind `được`."""
_MET = word_set("chào gặp tiếp đón thăm đàm kiến hương hoa viếng")
_OCCASIONS = frozenset(("tại", "trong", "sau", "trước", "nhân", "theo"))


def doers(
    sentence: Sentence, at: int, end: int, edge: int, kind: str
) -> tuple[list[Party], list[Party], bool] | None:  # fmt: skip
    """Who does it, to whom, and whether the verb opens the sentence (`Tiếp B, A …`); None where somebody else does."""
    row = sentence.row
    subjects, objects = around(sentence, edge, end)
    fronted = False
    if not subjects and at - sentence.start <= _OPENS and objects:
        if not {"là", "có", "gồm"}.isdisjoint(row.lows[end : objects[0].start]):
            return None  # `Đón tiếp đoàn có A, B`
        if kind == "visit":
            # `Nhân dịp thăm Lào, ngày 5/6, A đã làm việc với B`
            apart = any(row.words[i].text == "," for i in range(end, objects[0].start))
            return (objects[:1], [], True) if apart else None
        objects = [p for p in objects if not comma_between(row, objects[0], p)]
        met = {p.label for p in objects}
        later = [
            p
            for p in sentence.parties
            if p.start > objects[-1].end and p.label not in met and comma_between(row, objects[-1], p)
        ]
        if not later:
            return None
        subjects, fronted = later[:1], True
    if kind == "meeting" and subjects and not objects and (guests := _received(sentence, subjects[-1])):
        return subjects[-1:], guests, False
    if subjects and not fronted and row.lows[at - 1] in (",", ";", "và"):
        first = _first_doer(sentence, subjects)
        subjects, fronted = first, first != subjects
    before = (
        office_before(row, sentence.start, at) if not subjects or _opens_elsewhere(row, sentence) else None
    )
    if before and (not subjects or row.words[before.start - 1].text == ","):
        # `Tại cuộc gặp với A, lãnh đạo Lào hứa thăm …`: it is not A who goes.
        doer = office(sentence, before, bare=False)
        if doer is None and subjects:
            return None
        subjects = [doer] if doer else subjects
        if doer is not None and doer.person:
            insort(sentence.parties, doer, key=lambda party: party.start)  # `Thủ tướng gặp B, | chào C`
    if not subjects and not fronted:
        doer = (
            groups.opening_office(sentence, at)
            or groups.group_before(sentence, at)
            or groups.opening_group(sentence, at)
        )
        subjects = [doer] if doer else []
    return subjects, objects, fronted


def _received(sentence: Sentence, host: Party) -> list[Party]:
    """Who is told of before `được`: `A và đoàn công tác đã được | B | đón tiếp`; none where it does not stand there."""
    row = sentence.row
    begin = next(
        (i for i in range(host.start - 1, max(sentence.start, host.start - _LONGEST_HOST), -1)
         if row.lows[i] == "được"), -1,
    )  # fmt: skip
    public = host.person is None or sentence.offices.tells_of(host.person)
    if begin < 0 or not public or "," in row.lows[begin : host.start]:
        return []
    guests, _ = around(sentence, begin, begin)
    group = None if guests else groups.group_before(sentence, begin) or groups.opening_group(sentence, begin)
    return [group] if group else guests


def _first_doer(sentence: Sentence, subjects: list[Party]) -> list[Party]:
    """`A sẽ chào B, hội kiến C, | gặp D`: it is A who meets D, too."""
    earlier = [p for p in sentence.parties if p.end <= subjects[0].start]
    for party in reversed(earlier[-_ROUND:]):
        if _MET.isdisjoint(sentence.row.lows[party.end : subjects[0].start]):
            break
        subjects = [party]
    return subjects


def _opens_elsewhere(row: Row, sentence: Sentence) -> bool:
    """The sentence opens with an occasion, so its subject comes after a comma."""
    return row.lows[sentence.start] in _OCCASIONS
