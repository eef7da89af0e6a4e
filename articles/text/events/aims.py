"""What a verb is aimed at: `A gặp | B`, `A thăm | Lào`, `A viếng | B`, `TAND tỉnh Lam Trà xét xử | vụ án …`."""

from typing import NamedTuple

from articles.text.events import bodies, groups
from articles.text.events.drafts import Told
from articles.text.events.goals import came_to, goal_of
from articles.text.events.offices import office_after
from articles.text.events.places import place_of
from articles.text.events.pronouns import delegation_after
from articles.text.events.sentences import Party, Sentence, office
from articles.text.events.words import END, SAY
from articles.text.words.phrases import word_set
from articles.text.words.tokens import Row

_NEEDS_OBJECT = frozenset(("meeting", "phone_call", "signing", "talks", "dialogue"))
_NO_DEEDS = word_set("việc chức tác khi sở ban lịch phòng nơi")
"""`việc | tiếp xúc cử tri của đại biểu`, `Trụ sở | Tiếp công dân`: nobody does it there."""
HONOURS = frozenset(("viếng", "dâng", "đặt", "vào"))
"""First words of what is done for the dead: `viếng Lăng …`, `dâng hương tại …`."""
_COURTS = frozenset(("tand", "tòa", "hđxx"))
_TRIED = word_set("vụ tội bị đối các cựu nguyên nhóm kín lưu động ông bà")
"""What opens the matter of a trial."""
_LONGEST_MATTER = 14
_NEAR = 7
_WORKING = frozenset(("đã", "buổi", "cuộc", "đầu", "đoàn"))
"""`đoàn công tác | đã | làm việc tại tỉnh Lam Trà`, `có | buổi | làm việc tại`, `đoàn do A dẫn | đầu | làm việc`."""
_MUTUAL = frozenset(("hội", "gặp"))
"""`A và B hội kiến`: verbs whose two sides may both stand before them."""


class Aim(NamedTuple):
    """Who does it to whom, what the verb takes as its object in the text's words, where these end, and a place told
    with it."""

    subjects: list[Party]
    objects: list[Party]
    target: str
    stop: int
    place: str = ""


def aim_of(
    sentence: Sentence, at: int, end: int, kind: str, subjects: list[Party], objects: list[Party], told: Told
) -> Aim | None:
    """What the verb from token `at` to `end` is aimed at; None where it lacks something to be aimed at."""
    row = sentence.row
    if row.lows[end - 2 : end] in (["cử", "tri"], ["công", "dân"]):
        before = row.lows[at - 1] if at > sentence.start else ""
        if before in _NO_DEEDS or "của" in row.lows[end : end + 1]:
            return None  # `quy định việc tổ chức tiếp xúc cử tri của đại biểu`
        return Aim(subjects, [], *(place_of(row, end, sentence.end) if end < sentence.end else ("", end)))
    if kind == "visit" or (kind == "meeting" and row.lows[end - 1] == "tại"):
        if kind == "meeting" and (row.lows[at - 1] not in _WORKING or _has_job(sentence, at, subjects)):
            return None  # `ông A làm việc tại Sở Y tế`
        return _at_goal(sentence, at, end, subjects)
    if kind == "other":
        return _at_trial(sentence, end, subjects)
    if row.lows[at] in HONOURS:
        return _honoured(sentence, at, end, subjects, objects)
    if kind not in _NEEDS_OBJECT:
        return Aim(subjects, objects, "", end)
    return _at_people(sentence, at, end, kind, subjects, objects, told)


def _has_job(sentence: Sentence, at: int, subjects: list[Party]) -> bool:
    """`A đã | làm việc tại Pháp nhiều năm`: of one person, without a day, that is no meeting."""
    told = any(when.precision in ("day", "range") for when in sentence.dates)
    return sentence.row.lows[at - 1] == "đã" and not told and any(party.person for party in subjects)


def _at_goal(sentence: Sentence, at: int, end: int, subjects: list[Party]) -> Aim | None:
    """`A thăm | Lào`."""
    came = came_to(sentence, at, end)
    goal = goal_of(sentence, end) or came
    if goal is None or goal.text in {p.label for p in subjects}:
        return None
    # `A và B thăm Lào`: of a pair who is in office there is the host
    away = [p for p in subjects if sentence.offices.country_of(p.person) != goal.text]
    return Aim(away or subjects, [], goal.text, goal.end, goal.place or (came.place if came else ""))


def _at_trial(sentence: Sentence, end: int, subjects: list[Party]) -> Aim | None:
    """`TAND tỉnh Lam Trà xét xử | vụ án tham ô tài sản`."""
    row, stop = sentence.row, _matter(sentence.row, end, sentence.end)
    court = subjects[0].person is None and row.lows[subjects[0].start] in _COURTS
    opens = stop > end + 1 and (
        row.lows[end] in _TRIED or row.words[end].number > 0 or row.words[end].capital
    )
    return Aim(subjects, [], row.slice(end, stop), stop) if court and opens else None


def _at_people(
    sentence: Sentence, at: int, end: int, kind: str, subjects: list[Party], objects: list[Party], told: Told
) -> Aim | None:
    """`A gặp | B`, `A và B hội kiến`, `A làm việc với | Tỉnh ủy Lam Trà`; None where nobody is met."""
    row = sentence.row
    if not objects and len(subjects) > 1 and (kind == "talks" or row.lows[at] in _MUTUAL):
        subjects, objects = subjects[:1], subjects[1:]
    elif not objects and kind not in ("phone_call", "signing"):
        whom = end + (row.lows[end : end + 1] == ["với"])
        role = office_after(row, end, sentence.end) if row.lows[whom : whom + 1] != ["đoàn"] else None
        counterpart = office(sentence, role, bare=False) or bodies.body_after(sentence, whom)
        if counterpart is None and row.lows[at] in ("làm", "họp"):
            counterpart = bodies.offices_after(sentence, end)
        counterpart = (
            counterpart or groups.group_after(sentence, whom) or delegation_after(sentence, end, told)
        )
        if counterpart is None or counterpart.label in {p.label for p in subjects}:
            return None
        objects = [counterpart]
    return Aim(subjects, objects, "", max(end, objects[-1].end) if objects else end)


def _honoured(
    sentence: Sentence, at: int, end: int, subjects: list[Party], objects: list[Party]
) -> Aim | None:
    """Whom or what place it is for: `viếng | nguyên Thủ tướng B`, who takes no part in it, `dâng hương | tại …`."""
    row = sentence.row
    if "chức" in row.lows[subjects[-1].end : at]:
        return None  # `trường A tổ chức cho học sinh | viếng …`
    visited = "viếng" in row.lows[at:end]
    if visited and objects and objects[0].start - end <= _NEAR:
        return Aim(subjects, [], objects[0].label, objects[0].end)
    at_place = end < sentence.end and row.lows[end] in ("tại", "ở")
    target, stop = "", end
    if (at_place or visited) and end + 1 < sentence.end:
        target, stop = place_of(row, end + at_place, sentence.end)
    if not target:
        return None if visited else Aim(subjects, [], "", end)
    if any(party.label in target for party in subjects):
        return None  # `cây do A trồng, viếng | Lăng Chủ tịch A`
    return Aim(subjects, [], row.slice(end, stop), stop)


def _matter(row: Row, at: int, stop: int) -> int:
    """Where what a court tries ends: `(xét xử) | vụ án tham ô tài sản | tại …`."""
    begin = at
    while at < min(stop, begin + _LONGEST_MATTER) and row.words[at].text[0].isalnum():
        if at > begin + 1 and row.lows[at] == "giữa":
            break  # `vụ án tranh chấp hợp đồng | giữa nguyên đơn là A và B`
        if (
            at > begin + 1
            and row.lows[at] != "bị"
            and row.lows[at - 1 : at + 1] != ["đối", "với"]
            and (END.match(row, at) or SAY.match(row, at))
            and not row.words[at].capital
        ):
            break
        at += 1
    return at
