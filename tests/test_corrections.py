"""Suggestions accepted as an editor corrects them: what was read stays on file, and teaches nobody a wrong name."""

from threading import Barrier

import pytest
from django.core.exceptions import ValidationError

from articles.actions.correction import correct
from articles.actions.decide import accept, accept_clear, reject
from articles.actions.errors import Refused
from articles.actions.import_files import import_files
from articles.actions.names import decide_name
from articles.actions.reading import known_names
from articles.actions.undo_decision import undo_decision
from articles.files import RawFile
from articles.models import Article, Event, Mention, OtherName, Person, Position, Suggestion
from tests.admin_desk import article, event, person, suggest
from tests.at_once import all_at_once

pytestmark = pytest.mark.django_db

MISREAD = {
    "name": "Tha", "role": "Trưởng phòng họp", "country": "",
    "positions": [{"title": "Trưởng phòng họp", "organisation": "", "country": ""}], "other_names": ["Thanh Trà"],
}  # fmt: skip
TALKS = {
    "name": "Hội đàm T", "kind": "talks", "date": "2024-03-05", "date_inferred": True, "place": "Hà",
    "participants": [],
}  # fmt: skip


def corrected(found, **written):
    correct(found, written)
    accept(found, by=None)
    found.refresh_from_db()
    return found


def test_a_person_is_accepted_under_the_name_and_office_that_are_right():
    found = suggest(article(), value=MISREAD)
    corrected(found, name="Trần Thị Thanh", role="Trưởng phòng", country="Lào")
    link = Mention.objects.get()
    assert (link.person.name, link.role) == ("Trần Thị Thanh", "Trưởng phòng")
    assert [(office.title, office.country) for office in link.person.positions.all()] == [
        ("Trưởng phòng", "Lào")
    ]
    assert found.person == link.person


def test_an_event_is_accepted_with_its_right_name_day_and_place():
    found = suggest(article(), kind="event", value=TALKS)
    corrected(found, name="Hội đàm Thượng đỉnh", date="2024-03-06", place="Hà Nội")
    made = Event.objects.get()
    assert (made.name, made.date, made.date_inferred, made.place) == (
        "Hội đàm Thượng đỉnh", "2024-03-06", False, "Hà Nội",
    )  # fmt: skip


def test_what_was_read_stays_on_file():
    found = corrected(suggest(article(), value=MISREAD), name="Trần Thị Thanh", role="Trưởng phòng họp")
    assert found.value == MISREAD
    assert found.corrected == {"name": "Trần Thị Thanh"}
    assert found.evidence is not None
    assert str(found) == "Trần Thị Thanh"


def test_a_name_that_was_misread_is_nobodys_other_name():
    corrected(suggest(article(), value=MISREAD), name="Trần Thị Thanh")
    assert list(OtherName.objects.values_list("name", flat=True)) == ["Thanh Trà"]
    assert known_names() == {"Trần Thị Thanh": "Trần Thị Thanh", "Thanh Trà": "Trần Thị Thanh"}


def test_what_is_as_it_was_read_is_no_correction():
    found = suggest(article(), value=MISREAD)
    corrected(found, name=" Tha ", role="Trưởng phòng họp", country="")
    assert found.corrected is None
    assert Person.objects.get().name == "Tha"


def test_an_office_that_is_none_is_taken_away():
    corrected(suggest(article(), value=MISREAD), role="")
    assert Mention.objects.get().role == ""
    assert not Position.objects.exists()


def test_a_country_alone_goes_to_the_offices_that_were_read():
    corrected(suggest(article(), value=MISREAD), country="Lào")
    assert Position.objects.get().country == "Lào"


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        ("person", {"name": "  "}),
        ("person", {"name": "n" * 201}),
        ("person", {"role": "n" * 301}),
        ("event", {"name": ""}),
        ("event", {"date": "gần đây"}),
        ("event", {"place": "n" * 201}),
    ],
)
def test_what_cannot_be_is_refused_by_field(kind, written):
    found = suggest(article(), kind=kind, value=TALKS if kind == "event" else MISREAD)
    with pytest.raises(ValidationError) as refused:
        correct(found, written)
    assert list(refused.value.message_dict) == list(written)
    assert found.corrected is None


# -- who is meant


def test_a_name_on_record_ties_to_who_bears_it():
    known = person("Trần Thị Thanh")
    corrected(suggest(article(), value=MISREAD), name="trần thị thanh")
    assert Mention.objects.get().person == known
    assert Person.objects.count() == 1


def test_somebody_on_record_with_another_office_is_asked_about():
    known = person("Trần Thị Thanh")
    Position.objects.create(person=known, title="Đại sứ", country="Lào")
    found = suggest(article(), value=MISREAD)
    correct(found, {"name": "Trần Thị Thanh", "country": "Nhật Bản"})
    with pytest.raises(Refused, match="another office"):
        accept(found, by=None)
    found.refresh_from_db()
    assert (found.decision, found.corrected) == ("suggested", None)
    assert not Mention.objects.exists()


def test_one_of_several_of_that_name_is_chosen_or_somebody_else():
    item, known = article(), [person("Trần Thị Thanh"), person("Trần Thị Thanh")]
    found, other = suggest(item, value=MISREAD), suggest(item, value=MISREAD, rank=1)
    correct(found, {"name": "Trần Thị Thanh"})
    assert accept_clear([found], by=None)[0][1] == "Several people are called “Trần Thị Thanh”: choose one."
    found.person = known[1]
    accept(found, by=None)
    other.apart = True
    corrected(other, name="Trần Thị Thanh")
    assert Mention.objects.filter(person__in=known).get().person == known[1]
    assert Person.objects.count() == 3


def test_an_event_on_record_is_found_by_its_right_day():
    known = event("Hội đàm cấp cao hai nước", event_kind="talks", date="2024-03-06")
    found = suggest(article(), kind="event", value=TALKS)
    corrected(found, name="Hội đàm cấp cao hai nước", date="2024-03-06", place="")
    assert found.event == known
    assert Event.objects.count() == 1


def test_a_participant_is_found_under_the_name_that_was_read():
    item = article()
    talks = suggest(item, kind="event", value={**TALKS, "participants": ["Tha"]})
    corrected(suggest(item, value=MISREAD), name="Trần Thị Thanh", role="Đại sứ")
    accept(talks, by=None)
    link = Event.objects.get().participations.get()
    assert (link.person.name, link.role) == ("Trần Thị Thanh", "Đại sứ")


def test_and_where_the_event_came_first():
    item = article()
    accept(suggest(item, kind="event", value={**TALKS, "participants": ["Tha"]}), by=None)
    corrected(suggest(item, value=MISREAD), name="Trần Thị Thanh", role="Đại sứ")
    assert Event.objects.get().participations.get().role == "Đại sứ"


def test_a_corrected_name_does_not_wait_under_the_wrong_one():
    item = article()
    corrected(suggest(item, value=MISREAD), name="Trần Thị Thanh")
    suggest(item, value=MISREAD, rank=1)
    assert decide_name("person", "Tha", accept=False, by=None) == 1


# -- taken back, read again, two at once


def test_a_decision_taken_back_leaves_the_suggestion_as_it_was_read():
    item = article()
    found, talks = (
        suggest(item, value={**MISREAD, "other_names": []}), suggest(item, kind="event", value=TALKS)
    )  # fmt: skip
    before = Suggestion.objects.filter(pk__in=[found.pk, talks.pk]).order_by("pk").values()
    was = list(before)
    corrected(found, name="Trần Thị Thanh")
    corrected(talks, name="Hội đàm Thượng đỉnh")
    undo_decision(found, by=None)
    undo_decision(talks, by=None)
    assert list(before.all()) == was
    assert not Mention.objects.exists()
    assert not Event.objects.exists()
    found.refresh_from_db()
    accept(found, by=None)
    assert Mention.objects.get().person.name == "Tha"


def test_rejecting_notes_no_correction():
    found = suggest(article(), value=MISREAD)
    correct(found, {"name": "Trần Thị Thanh"})
    reject(found, by=None)
    found.refresh_from_db()
    assert (found.decision, found.corrected) == ("rejected", None)


MORE = "\nHai bên ký kết một bản ghi nhớ về hợp tác biên giới trong năm nay.\n"
STORY = """Lãnh đạo hai nước hội đàm tại thủ đô

Ngày 5/3, tại Hà Nội, Bộ trưởng Ngoại giao {name} hội đàm với Bộ trưởng Ngoại giao Lào Thongphan Vilay.
"""


@pytest.mark.parametrize("again", ["Lê Minh Hà", "Lê Minh Hằng"])
def test_the_file_read_again_suggests_neither_name_again(again):
    list(import_files([RawFile("a.txt", STORY.format(name="Lê Minh Hà").encode())], by=None))
    found = Suggestion.objects.get(kind="person", value__name="Lê Minh Hà")
    corrected(found, name="Lê Minh Hằng")
    same, changed = STORY.format(name="Lê Minh Hà"), STORY.format(name=again) + MORE
    for text in (same, changed):
        list(import_files([RawFile("a.txt", text.encode())], by=None))
    accept(Suggestion.objects.get(kind="text"), by=None)
    assert "ký kết" in Article.objects.get().body
    named = Suggestion.objects.filter(kind="person").values_list("value__name", flat=True)
    assert sorted(named) == ["Lê Minh Hà", "Thongphan Vilay"]
    assert list(Person.objects.values_list("name", flat=True)) == ["Lê Minh Hằng"]


def test_a_name_corrected_to_somebody_known_otherwise_is_not_suggested_again():
    """It was tied to a person whose own name is another: neither that nor what was read said that it was decided."""
    list(import_files([RawFile("a.txt", STORY.format(name="Lê Minh Hà").encode())], by=None))
    found = Suggestion.objects.get(kind="person", value__name="Lê Minh Hà")
    found.person = person("Lê Thị Minh Hằng")
    corrected(found, name="Lê Minh Hằng")
    changed = STORY.format(name="Lê Minh Hằng") + MORE
    list(import_files([RawFile("a.txt", changed.encode())], by=None))
    accept(Suggestion.objects.get(kind="text"), by=None)
    assert not Suggestion.objects.filter(kind="person", value__name="Lê Minh Hằng").exists()


@pytest.mark.django_db(transaction=True)
def test_of_two_editors_at_once_one_is_told_that_it_is_decided():
    found = suggest(article(), value=MISREAD)
    start = Barrier(2)

    def decided(name):
        mine = Suggestion.objects.get(pk=found.pk)
        correct(mine, {"name": name})
        start.wait()
        try:
            accept(mine, by=None)
        except Refused as error:
            return error.messages[0]
        return ""

    names = ("Trần Thị Thanh", "Trần Thị Thành")
    told = all_at_once(*((lambda name=name: decided(name)) for name in names))
    assert sorted(bool(text) for text in told) == [False, True]
    won = names[told.index("")]
    assert next(filter(None, told)) == f"“{won}” is decided already: accepted."
    found.refresh_from_db()
    assert found.corrected == {"name": won}
    assert list(Person.objects.values_list("name", flat=True)) == [won]
