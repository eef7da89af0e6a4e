"""Same person, same event: certain matches share a record, doubtful ones are asked about, none is merged unasked."""

from itertools import combinations, permutations

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.actions.decide import accept, accept_by_rule, reject
from articles.actions.errors import Refused
from articles.actions.import_files import import_files
from articles.actions.likely import likely_same
from articles.actions.publish import publish
from articles.actions.same import same_as
from articles.actions.same_events import EventIndex
from articles.actions.undo_decision import undo_decision
from articles.actions.undo_merge import undo_merge
from articles.files import RawFile
from articles.models import (
    Article,
    Distinct,
    Event,
    Mention,
    Merge,
    Participation,
    Person,
    Position,
    Suggestion,
)
from tests.admin_desk import article, editor, messages_of, save, signed_in, source, url
from tests.factories import make_event, make_person, make_user

pytestmark = pytest.mark.django_db

EDITOR = (
    "change_article",
    "merge_person",
    "merge_event",
    "publish_person",
    "publish_event",
    "delete_article",
)


def find_person(of: Article, name: str, *, title="", organisation="", country="", **fields) -> Suggestion:
    offices = [{"title": title, "organisation": organisation, "country": country}] if title else []
    value = {"name": name, "role": title, "country": country, "positions": offices, "other_names": []}
    return Suggestion.objects.create(
        article=of, source=source(of), kind="person", value=value, sure=True, **fields
    )


def find_event(
    of: Article, name="Hội đàm cấp cao Việt - Lào", *, date="2021-07-06", kind="talks", place="", by=()
):
    value = {
        "name": name,
        "kind": kind,
        "date": date,
        "date_inferred": False,
        "place": place,
        "participants": list(by),
    }
    return Suggestion.objects.create(
        article=of, source=source(of), kind="event", value=value, sure=True, rank=1
    )


def stories(count: int) -> list[Article]:
    return [article(f"Bài {number}") for number in range(count)]


# -- people


def make_officer(name="Nguyễn Văn Hùng", title="Bộ trưởng", organisation="Bộ Văn hóa", country="") -> Person:
    person = make_person(name)
    Position.objects.create(person=person, title=title, organisation=organisation, country=country)
    return person


@pytest.mark.parametrize(
    ("office", "one"),
    [
        ({"title": "Bộ trưởng Văn hóa", "organisation": "Bộ Văn hóa"}, True),
        ({"title": "Thứ trưởng", "organisation": "Bộ Văn hóa"}, True),
        ({"title": "Đại biểu Quốc hội"}, True),
        ({}, True),
        ({"title": "Giám đốc", "organisation": "Sở Y tế Đông Phú"}, False),
        ({"title": "Trưởng ban", "organisation": "Ban Dân vận"}, False),
    ],
)
def test_a_name_alone_is_enough_unless_an_organisation_speaks_against_it(office, one):
    known = make_officer()
    (story,) = stories(1)
    find_person(story, "Nguyễn Văn Hùng", **office)
    plan = accept_by_rule([story.pk])
    assert bool(plan.left) != one
    assert Mention.objects.filter(person=known).exists() == one
    assert Person.objects.count() == 1


def test_another_country_speaks_against_it():
    make_officer("Kim Min-ho", "Bộ trưởng", "", "Hàn Quốc")
    (story,) = stories(1)
    suggestion = find_person(story, "Kim Min-ho", title="Đại sứ", country="Triều Tiên")
    accept_by_rule([story.pk])
    suggestion.refresh_from_db()
    assert suggestion.decision == "suggested"
    with pytest.raises(Refused, match="Same as"):
        accept(suggestion, by=None)


def test_an_office_tells_namesakes_apart():
    minister, doctor = make_officer(), make_officer(title="Giám đốc", organisation="Sở Y tế Đông Phú")
    first, second, third = stories(3)
    find_person(first, "Nguyễn Văn Hùng", title="Giám đốc", organisation="Sở Y tế Đông Phú")
    find_person(second, "Nguyễn Văn Hùng", title="Bộ trưởng", organisation="Bộ Văn hóa")
    find_person(third, "Nguyễn Văn Hùng")
    accept_by_rule([first.pk, second.pk, third.pk])
    assert dict(Mention.objects.values_list("article__title", "person")) == {
        "Bài 0": doctor.pk, "Bài 1": minister.pk,
    }  # fmt: skip


@pytest.mark.parametrize(("day", "who"), [("2012-05-01", "father"), ("2020-05", "son"), ("", None)])
def test_the_time_of_an_office_tells_namesakes_apart(day, who):
    people = {name: make_officer() for name in ("father", "son")}
    Position.objects.filter(person=people["father"]).update(end="2015")
    Position.objects.filter(person=people["son"]).update(start="2016-04-08")
    story = article(date=day)
    find_person(story, "Nguyễn Văn Hùng", title="Bộ trưởng", organisation="Bộ Văn hóa")
    accept_by_rule([story.pk])
    assert [mention.person for mention in story.mentions.all()] == ([people[who]] if who else [])


def test_an_editor_says_that_it_is_someone_else():
    known = make_officer()
    (story,) = stories(1)
    suggestion = find_person(story, "Nguyễn Văn Hùng", title="Giám đốc", organisation="Sở Y tế Đông Phú")
    client = signed_in(editor())
    page = client.get(url(story)).text
    assert '<option value="">choose</option>' in page
    assert "Same as?" in messages_of(save(client, story, "_accept", str(suggestion.pk)))[0]
    save(client, story, "_accept", str(suggestion.pk), **{f"_tie-{suggestion.pk}": "apart"})
    other = Mention.objects.get().person
    assert other != known
    assert other.name == known.name
    assert [str(position) for position in other.positions.all()] == ["Giám đốc"]


def test_a_name_without_its_accents_is_a_record_of_its_own_and_a_question():
    first, second, third = stories(3)
    find_person(first, "Bùi Thanh Sơn")
    find_person(second, "Bui Thanh Son")
    find_person(third, "Bùi Thành Sơn")
    accept_by_rule([first.pk, second.pk, third.pk])
    assert Person.objects.count() == 3
    asked = Suggestion.objects.filter(kind="same")
    pairs = {(s.article.title, s.value["name"], s.value["other_name"]) for s in asked}
    # Names that differ in their accents are two names.
    assert pairs == {("Bài 1", "Bui Thanh Son", "Bùi Thanh Sơn"), ("Bài 2", "Bùi Thành Sơn", "Bui Thanh Son")}


def same(of: Article) -> Suggestion:
    return Suggestion.objects.get(article=of, kind="same")


def two_spellings() -> tuple[Article, Suggestion]:
    first, second = stories(2)
    find_person(first, "Bùi Thanh Sơn")
    find_person(second, "Bui Thanh Son")
    accept_by_rule([first.pk, second.pk])
    return second, same(second)


def test_yes_merges_and_can_be_undone():
    _second, question = two_spellings()
    accept(question, by=make_user(*EDITOR))
    person = Person.objects.get(withdrawn_at=None)
    assert person.name == "Bùi Thanh Sơn"
    assert [other.name for other in person.other_names.all()] == ["Bui Thanh Son"]
    assert Mention.objects.filter(person=person).count() == 2
    question.refresh_from_db()
    assert question.decision == "accepted"
    with pytest.raises(Refused, match="undo the merge"):
        undo_decision(question, by=None)
    undo_merge(Merge.objects.get(), by=None)
    assert Person.objects.filter(withdrawn_at=None).count() == 2


def test_what_is_public_survives():
    _second, question = two_spellings()
    public = Person.objects.get(name="Bui Thanh Son")
    publish(public, by=None)
    accept(question, by=make_user(*EDITOR))
    assert Person.objects.get(withdrawn_at=None) == public


def test_no_tells_them_apart_for_good():
    second, question = two_spellings()
    assert likely_same("person")
    reject(question, by=make_user(*EDITOR))
    assert Distinct.objects.count() == 1
    assert not likely_same("person")
    assert Person.objects.filter(withdrawn_at=None).count() == 2
    # A later import does not ask again.
    Suggestion.objects.filter(kind="same").delete()
    Mention.objects.all().delete()
    Suggestion.objects.filter(article=second).update(decision="suggested", person=None)
    Person.objects.filter(name="Bui Thanh Son").delete()
    accept_by_rule([second.pk])
    assert not Suggestion.objects.filter(kind="same").exists()


def asked_of(*names: str) -> list[Suggestion]:
    """A question about each pair of the people of these names."""
    item, people = article(), [make_person(name) for name in names]
    find = find_person(item, names[-1])
    asked = [same_as(find, *pair, "names alike") for pair in combinations(people, 2)]
    return Suggestion.objects.bulk_create(asked)


SPELLINGS = ("Bui Thanh Son", "B. T. Sơn", "Bùi Thanh Sơn")


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_questions_about_three_spellings_are_answered_in_any_order(order):
    questions = asked_of(*SPELLINGS)
    for number in order:
        accept(questions[number], by=make_user(*EDITOR))
    assert Person.objects.filter(withdrawn_at=None).count() == 1
    assert not Suggestion.objects.filter(kind="same", decision="suggested").exists()


def test_two_that_are_one_by_now_are_not_told_apart():
    one_other, one_third, other_third = asked_of(*SPELLINGS)
    accept(one_other, by=None)
    accept(other_third, by=None)
    reject(one_third, by=make_user(*EDITOR))
    assert not Distinct.objects.exists()


def test_who_is_told_apart_from_a_part_is_told_apart_from_the_whole():
    first, _all, second = asked_of(*SPELLINGS)
    accept(second, by=None)
    reject(first, by=make_user(*EDITOR))
    apart = Distinct.objects.get()
    names = {Person.objects.get(pk=pk).name for pk in (apart.one, apart.other)}
    assert names == {"Bui Thanh Son", "Bùi Thanh Sơn"}


def test_merging_asks_for_its_permission():
    _second, question = two_spellings()
    with pytest.raises(PermissionDenied):
        accept(question, by=make_user("change_article"))
    question.refresh_from_db()
    assert question.decision == "suggested"
    reject(question, by=make_user("change_article"))
    assert not Distinct.objects.exists()


def test_a_record_that_is_gone_is_said():
    second, question = two_spellings()
    Mention.objects.filter(article=second).delete()
    Person.objects.filter(name="Bui Thanh Son").delete()
    with pytest.raises(Refused, match="deleted"):
        accept(question, by=None)
    reject(question, by=None)


# -- events


def accept_stories(*found: Article) -> None:
    accept_by_rule([story.pk for story in found])


def test_two_reports_of_one_event_share_its_record():
    first, second = stories(2)
    for story in (first, second):
        find_person(story, "Lê Minh Hà")
        find_person(story, "Thongphan Vilay")
    find_event(first, "Hội đàm Việt - Lào", by=["Lê Minh Hà", "Thongphan Vilay"])
    find_event(second, "Bộ trưởng Ngoại giao hội đàm", by=["Lê Minh Hà"])
    accept_stories(first, second)
    event = Event.objects.get()
    assert event.name == "Hội đàm Việt - Lào"
    assert event.articles.count() == 2
    assert not Suggestion.objects.filter(kind="same").exists()


def test_the_second_report_adds_those_who_took_part():
    first, second = stories(2)
    find_person(first, "Lê Minh Hà")
    for name in ("Lê Minh Hà", "Thongphan Vilay"):
        find_person(second, name)
    find_event(first, by=["Lê Minh Hà"])
    find_event(second, by=["Lê Minh Hà", "Thongphan Vilay"])
    accept_stories(first)
    accept_stories(second)
    assert Participation.objects.filter(event=Event.objects.get()).count() == 2
    assert Event.objects.get().version == 2


@pytest.mark.parametrize(
    ("one", "other", "records", "asked"),
    [
        ({}, {}, 1, 0),
        ({}, {"kind": "visit"}, 2, 0),
        ({}, {"date": "2021-07-07"}, 2, 0),
        ({}, {"place": "Huế"}, 1, 0),
        ({"place": "Hà Nội"}, {"place": "Huế"}, 2, 0),
        ({"date": "XXXX-07-06"}, {"date": "XXXX-07-06"}, 2, 1),
        ({"date": "XXXX-07-06"}, {"date": "2021-07-06"}, 2, 1),
        ({"date": "2021-07-06/2021-07-09"}, {"date": "2021-07-06/2021-07-09"}, 1, 0),
        ({"date": "2021-07-06"}, {"date": "XXXX-07-06"}, 2, 1),
        ({"date": "2021-07-05/2021-07-09"}, {"date": "2021-07-06"}, 2, 1),
        ({"date": "2021-07-06"}, {"date": "2021-07-05/2021-07-09"}, 2, 1),
        ({"date": "2021-07-04/2021-07-06"}, {"date": "2021-07-06/2021-07-09"}, 2, 1),
        ({"date": "2021-07-04/2021-07-05"}, {"date": "2021-07-06"}, 2, 0),
        ({"date": "0001-01-01/0001-01-03"}, {"date": "0001-01-02"}, 2, 1),
        ({"date": None}, {"date": None}, 2, 0),
        ({"place": "thành phố Huế"}, {"place": "Huế"}, 1, 0),
        ({"place": "Nhà hát lớn Huế"}, {"place": "Huế"}, 1, 0),
        ({"place": "Cộng hòa Peru"}, {"place": "Huế"}, 2, 1),
        ({"name": "Đối thoại Lào - Peru lần 3"}, {"name": "Đối thoại Cộng hòa Lào - Peru lần thứ 3"}, 2, 1),
        ({"name": "Hội đàm"}, {"name": "Hội đàm"}, 2, 1),
        ({"name": "Hội đàm Việt Nam - Lào"}, {"name": "Hội đàm Việt Nam - Thái Lan"}, 2, 0),
    ],
)
def test_what_makes_two_events_one(one, other, records, asked):
    first, second = stories(2)
    find_event(first, **one)
    find_event(second, **other)
    accept_stories(first, second)
    assert (Event.objects.count(), Suggestion.objects.filter(kind="same").count()) == (records, asked)


def test_the_house_of_one_text_and_the_town_of_another_are_a_question_where_the_same_two_took_part():
    first, second = stories(2)
    for story, place in ((first, "Hà Nội"), (second, "trụ sở Bộ")):
        find_person(story, "Lê Minh Hà")
        find_person(story, "Thongphan Vilay")
        find_event(story, place=place, by=["Lê Minh Hà", "Thongphan Vilay"])
    accept_stories(first, second)
    assert Event.objects.count() == 2
    assert same(second).value["item"] == "event"


@pytest.mark.parametrize(
    ("kinds", "people", "asked"),
    [
        (("talks", "meeting"), (("Lê Minh Hà", "Thongphan Vilay"), ("Lê Minh Hà", "Thongphan Vilay")), 1),
        (("talks", "meeting"), (("Lê Minh Hà",), ("Lê Minh Hà",)), 0),
        (("talks", "visit"), (("Lê Minh Hà", "Thongphan Vilay"), ("Lê Minh Hà", "Thongphan Vilay")), 0),
        (("meeting", "meeting"), (("Lê Minh Hà", "Thongphan Vilay"), ("Lê Minh Hà", "Park Jin")), 0),
    ],
)
def test_what_two_do_may_be_called_talks_or_a_meeting_and_with_another_it_is_another(kinds, people, asked):
    told = stories(2)
    for story, kind, names in zip(told, kinds, people, strict=True):
        for name in names:
            find_person(story, name)
        find_event(story, f"{names[0]} và {names[-1]}", kind=kind, by=list(names))
    accept_stories(*told)
    assert Event.objects.count() == 2
    assert Suggestion.objects.filter(kind="same").count() == asked


def test_events_of_many_days_are_asked_for_at_once():
    first, *others = stories(61)
    find_event(first, date="2021-07-05/2021-07-09")
    for number, story in enumerate(others):
        find_event(story, date=f"{1900 + 2 * number}-07-06")
    find_event(others[0], date="2021-07-06")
    accept_stories(first)
    accept_stories(*others)
    assert Suggestion.objects.filter(kind="same").count() == 1


def test_events_that_one_text_tells_apart_are_two():
    (story,) = stories(1)
    find_event(story)
    Suggestion.objects.create(
        article=story, source=source(story), kind="event", rank=2, sure=True,
        value=Suggestion.objects.get(kind="event").value,
    )  # fmt: skip
    accept_stories(story)
    assert Event.objects.count() == 2


def test_other_participants_make_it_another_event():
    first, second = stories(2)
    find_person(first, "Lê Minh Hà")
    find_person(second, "Park Jin")
    find_event(first, by=["Lê Minh Hà"])
    find_event(second, by=["Park Jin"])
    accept_stories(first, second)
    assert Event.objects.count() == 2
    assert same(second).value["item"] == "event"


def test_yes_makes_one_event_of_two():
    first, second = stories(2)
    find_event(first, date="XXXX-07-06")
    find_event(second)
    accept_stories(first, second)
    accept(same(second), by=make_user(*EDITOR))
    assert Event.objects.get(withdrawn_at=None).articles.count() == 2


def test_an_event_of_an_editors_is_known_too():
    known = make_event("Hội đàm cấp cao Việt - Lào", event_kind="talks", date="2021-07-06")
    (story,) = stories(1)
    find_event(story)
    accept_stories(story)
    assert story.events.get() == known


def test_the_page_asks_and_links_both():
    second, question = two_spellings()
    client = signed_in(editor())
    page = client.get(url(second)).text
    assert "The same: merge" in page
    assert "Two different ones" in page
    for person in Person.objects.all():
        assert url(person) in page
    save(client, second, "_accept_all")
    question.refresh_from_db()
    assert question.decision == "suggested"
    response = save(client, second, "_accept", str(question.pk))
    assert messages_of(response) == ["Merged: Bui Thanh Son, Bùi Thanh Sơn."]
    assert Person.objects.filter(withdrawn_at=None).count() == 1


def test_the_page_tells_their_offices_and_of_events_the_day_and_the_place():
    """An editor had to open both records to see which of two of that name they were."""
    second, _question = two_spellings()
    Position.objects.create(person=Person.objects.get(name="Bui Thanh Son"), title="Đại sứ", country="Lào")
    one, other = stories(2)
    find_event(one, date="XXXX-07-06", place="Huế")
    find_event(other)
    accept_stories(one, other)
    client = signed_in(editor())
    assert '<span class="newsroom-quiet">Đại sứ, Lào</span>' in client.get(url(second)).text
    page = client.get(url(other)).text
    assert '<span class="newsroom-quiet">6 July, year unknown · Huế</span>' in page
    assert '<span class="newsroom-quiet">6 July 2021</span>' in page


def test_a_no_says_that_they_are_two():
    """`Rejected: Bui Thanh Son` read as if that person were thrown away."""
    second, question = two_spellings()
    response = save(signed_in(editor()), second, "_reject", str(question.pk))
    assert messages_of(response) == ["Told apart: Bui Thanh Son, Bùi Thanh Sơn."]
    assert Person.objects.filter(withdrawn_at=None).count() == 2


def test_matching_costs_the_same_for_one_article_and_for_ten():
    def cost(count: int, offset: int) -> int:
        found = [article(f"Bài {offset + n}") for n in range(count)]
        for n, story in enumerate(found):
            find_person(story, f"Người Thứ {offset + n}")
            find_event(story, f"Hội đàm lần thứ {offset + n}", by=[f"Người Thứ {offset + n}"])
        with CaptureQueriesContext(connection) as sent:
            accept_stories(*found)
        return len(sent)

    cost(1, 0)  # From now on there are events on that day.
    assert cost(10, 100) == cost(1, 50)


def test_one_event_of_two_files_in_any_batch(settings):
    story = (
        "Hai nước hội đàm tại Hà Nội\n\nNgày 6/7/2021, tại Hà Nội, Bộ trưởng Ngoại giao Lê Minh Hà hội đàm với "
        "Bộ trưởng Ngoại giao Lào Thongphan Vilay. {}\n\nHai bên trao đổi các biện pháp thúc đẩy hợp tác.\n"
    )
    files = [
        RawFile(f"{n}.txt", story.format(end).encode()) for n, end in enumerate(("", "Đây là bản tin khác."))
    ]
    for batch in (1, 25):
        settings.ARTICLES = {"IMPORT_BATCH": batch}
        for _ in import_files(files, by=None):
            pass
        accept_by_rule(list(Article.objects.order_by("title", "pk").values_list("pk", flat=True)))
        assert Event.objects.filter(event_kind="talks").count() == 1


STORY = "Dự án ở Lam Trà được khởi công {day}\n\n{office} Hà Văn Lộc dự lễ khởi công {day} ở địa phương.\n"


def test_another_selection_of_offices_is_the_same_person_and_no_other_office():
    """What a text prints together is its role; who somebody is, is told by each office alone."""
    told = [
        "Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Lâm Đồng",
        "Chủ tịch UBND tỉnh Lâm Đồng",
        "Chủ tịch UBND tỉnh Lâm Đồng, Phó Bí thư Tỉnh ủy",
        "Chủ tịch UBND tỉnh Lâm Đồng kiêm Phó Bí thư Tỉnh ủy",
    ]
    for number, office in enumerate(told, 1):
        text = STORY.format(day=f"ngày {number}/3/2021", office=office)
        list(import_files([RawFile(f"{number}.txt", text.encode())], by=None))
        accept_by_rule(list(Article.objects.values_list("pk", flat=True)))
    person = Person.objects.get()
    titles = ["Chủ tịch UBND tỉnh Lâm Đồng", "Phó Bí thư Tỉnh ủy"]
    assert sorted(person.positions.values_list("title", flat=True)) == titles
    assert list(Mention.objects.order_by("article__title").values_list("role", flat=True)) == told


def test_however_many_days_are_asked_for_no_event_far_from_them_is_read():
    """With the dates of fifty stories of several years, each batch of an import read all events that there are."""
    days = [f"{year}-{month:02}-05" for year in range(2018, 2023) for month in range(1, 13)]
    near = [make_event("Gần", date=when) for when in ("2018-08-05", "XXXX-07-13", "2020-03-04/2020-03-06")]
    for when in ("2019-05-20", "2016-05-05", "2020-06-20/2020-06-22"):
        make_event("Xa", date=when)
    asked = [
        Suggestion(kind="event", value={"name": "Hội đàm", "kind": "talks", "date": when})
        for when in (*days, "2021-07-13")
    ]
    with CaptureQueriesContext(connection) as sent:
        found = EventIndex.of(asked)
    assert set(found._by_id) == {one.pk for one in near}
    assert len(sent) <= 6
