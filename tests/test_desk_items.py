"""The desk API: articles, people and events are listed, created, saved and deleted, and nobody overwrites anybody."""

from functools import partial

import pytest
from django.db import connection
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.test.utils import CaptureQueriesContext

from articles.actions.publish import publish
from articles.actions.revise import revise
from articles.models import Article, Change, CreationKey, Person, Revision, Section, Topic
from tests.at_once import all_at_once
from tests.desk import Desk, at
from tests.factories import make_article, make_event, make_person, make_user

pytestmark = pytest.mark.django_db


def test_nothing_of_the_desk_is_ever_cached():
    article = make_article()
    desk = Desk()
    answers = [
        desk.get(at(article)),
        desk.get("articles/"),
        desk.get("nowhere/"),
        Desk(user=None).get("articles/"),
    ]
    assert [answer.status_code for answer in answers] == [200, 200, 404, 401]
    assert {answer["Cache-Control"] for answer in answers} == {"private, no-store"}


def test_an_article_shows_its_state_its_fields_and_its_version_as_etag():
    person = make_person()
    article = make_article("Hội đàm", people=[(person, "Bộ trưởng")])
    answer = Desk().get(at(article))
    assert answer["ETag"] == '"1"'
    shown = answer.json()
    assert (shown["title"], shown["state"], shown["stage"], shown["version"]) == (
        "Hội đàm",
        "draft",
        "draft",
        1,
    )
    assert shown["people"] == [{"id": str(person.pk), "role": "Bộ trưởng"}]


def test_a_new_article_is_a_draft_with_its_links_and_a_revision():
    person, event = make_person(), make_event()
    Section.objects.create(name="Thời sự", slug="thoi-su")
    Topic.objects.create(name="ASEAN", slug="asean")
    desk = Desk()
    answer = desk.post(
        "articles/",
        {
            "title": "Đối thoại", "body": "<p>Một</p><script>x</script>", "date": "2021-07", "byline": ["An"],
            "section": "thoi-su", "topics": ["asean"], "people": [{"id": str(person.pk), "role": "Thứ trưởng"}],
            "events": [{"id": str(event.pk)}], "photos": [{"caption": "Ảnh", "credit": "TTXVN", "after_paragraph": 1}],
        },
    )  # fmt: skip
    assert answer.status_code == 201, answer.content
    made = answer.json()
    assert answer["Location"].endswith(f"/api/desk/articles/{made['id']}/")
    assert made["body"] == "<p>Một</p>"
    assert made["slug"] == "doi-thoai"
    assert made["section"] == "thoi-su"
    assert made["topics"] == ["asean"]
    assert made["events"] == [{"id": str(event.pk)}]
    assert made["photos"][0]["credit"] == "TTXVN"
    assert made["updated_by"] == desk.user.username
    assert Revision.objects.get(item_id=made["id"]).by == desk.user
    assert not Change.objects.exists()


def test_people_and_events_are_created_alike():
    desk = Desk()
    person = desk.post(
        "people/", {"name": "Bùi Thanh Sơn", "other_names": ["Bui Thanh Son"],
                    "positions": [{"title": "Bộ trưởng", "country": "Việt Nam", "from": "2021-04"}]},
    )  # fmt: skip
    assert person.status_code == 201, person.content
    assert person.json()["positions"][0]["from"] == "2021-04"
    event = desk.post(
        "events/", {"name": "Đối thoại", "kind": "dialogue", "date": "XXXX-07-13",
                    "participants": [{"id": person.json()["id"], "role": ""}]},
    )  # fmt: skip
    assert event.status_code == 201, event.content
    assert (event.json()["kind"], event.json()["date"]) == ("dialogue", "XXXX-07-13")


def test_other_names_are_known_to_the_importer_and_can_be_replaced():
    person, desk = make_person("Bùi Thanh Sơn"), Desk()
    for name, key in (("Ông Sơn", "ông sơn"), ("Bùi Sơn", "bùi sơn")):
        answer = desk.patch(at(person), {"other_names": [name]}, if_match="*")
        assert answer.json()["other_names"] == [name]
        assert [other.name_key for other in person.other_names.all()] == [key]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"title": "A", "live_edition": 3}, "live_edition"),
        ({"title": "A", "version": 3}, "version"),
        ({"title": "A", "updated_by": 1}, "updated_by"),
        ({"title": "A", "folded": "x"}, "folded"),
        ({}, "title"),
        ({"title": ""}, "title"),
        ({"title": None}, "title"),
        ({"title": 5}, "title"),
        ({"title": "x" * 501}, "title"),
        ({"title": "A\0"}, ""),
        ({"title": "A", "date": "hôm qua"}, "date"),
        ({"title": "A", "slug": "có dấu"}, "slug"),
        ({"title": "A", "body": "<ul><li>" * 32_000}, "body"),
        ({"title": "A", "byline": "An"}, "byline"),
        ({"title": "A", "byline": [1]}, "byline"),
        ({"title": "A", "title_proposed": 1}, "title_proposed"),
        ({"title": "A", "section": "none"}, "section"),
        ({"title": "A", "topics": ["none"]}, "topics"),
        ({"title": "A", "people": {}}, "people"),
        ({"title": "A", "people": [{}]}, "people.0.id"),
        ({"title": "A", "people": [{"id": "x"}]}, "people.0.id"),
        ({"title": "A", "people": [{"id": "7b3f0ad6-6f9d-4d0e-9d9b-0f8b8d6a1f11"}]}, "people.0.id"),
        ({"title": "A", "people": [{"person": "x"}]}, "people.0.person"),
        ({"title": "A", "photos": [{"after_paragraph": -1}]}, "photos.0.after_paragraph"),
        ({"title": "A", "photos": [{"file": "/etc/passwd"}]}, "photos.0.file"),
        (b"[]", ""),
        (b"{", ""),
        (b'{"title": "A", "title": "B"}', ""),
        (b'{"title": NaN}', ""),
        (b'{"title": 1e400}', ""),
        (b'{"title": "\\ud800"}', ""),
        (b"\xff", ""),
        (b"[" * 100_000, ""),
    ],
    ids=lambda value: str(value)[:50],
)
def test_what_cannot_be_taken_is_refused_field_by_field(body, field):
    answer = Desk().post("articles/", body)
    assert answer.status_code == 400, answer.content
    assert answer["Content-Type"] == "application/problem+json"
    assert field in [error["field"] for error in answer.json()["errors"]]
    assert not Article.objects.exists()


def test_every_fault_is_named_at_once():
    answer = Desk().post("articles/", {"title": 5, "date": "x", "nonsense": 1})
    assert {error["field"] for error in answer.json()["errors"]} == {"title", "date", "nonsense"}


def test_only_json_is_read():
    for sent in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"):
        answer = Desk().post("articles/", b"title=A", content_type=sent)
        assert answer.status_code == 415, sent


def reads_forms(get_response):
    """Middleware of a host that looks at the fields of every form."""
    return lambda request: (request.POST.get("a"), get_response(request))[1]


@pytest.mark.parametrize("headers", [{}, {"idempotency_key": "a"}])
def test_only_json_is_read_where_the_host_has_read_the_form_before(settings, headers):
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, f"{__name__}.reads_forms"]
    form = encode_multipart(BOUNDARY, {"title": "A"})
    answer = Desk().post("articles/", form, content_type=MULTIPART_CONTENT, **headers)
    assert answer.status_code == 415
    assert Desk().post("articles/", {"title": "A"}, **headers).status_code == 201


def test_saving_changes_what_was_sent_and_nothing_else_and_nothing_public():
    person, other = make_person("Một"), make_person("Hai")
    article = make_article("Trước", dek="Giữ", people=[person])
    publish(article, by=None)
    before = Change.objects.count()
    answer = Desk().patch(
        at(article),
        {"title": "Sau", "people": [{"id": str(other.pk)}, {"id": str(person.pk)}]},
        if_match='"1"',
    )
    assert answer.status_code == 200, answer.content
    saved = answer.json()
    assert (saved["title"], saved["dek"], saved["state"]) == ("Sau", "Giữ", "changed")
    assert [entry["id"] for entry in saved["people"]] == [str(other.pk), str(person.pk)]
    assert answer["ETag"] == '"2"'
    assert Change.objects.count() == before


def test_rows_that_stay_keep_their_ids_and_no_row_of_another_item_can_be_taken():
    person, other = (
        make_person("Một", positions=[("Bộ trưởng", "")]),
        make_person("Hai", positions=[("Vụ trưởng", "")]),
    )
    kept, foreign = person.positions.get(), other.positions.get()
    rows = [{"id": str(kept.pk), "title": "Thứ trưởng"}, {"id": str(foreign.pk), "title": "Của tôi"}]
    answer = Desk().patch(at(person), {"positions": rows}, if_match='"1"')
    assert answer.status_code == 200, answer.content
    kept.refresh_from_db()
    foreign.refresh_from_db()
    assert kept.title == "Thứ trưởng"
    assert (foreign.title, foreign.person) == ("Vụ trưởng", other)
    assert person.positions.count() == 2


def test_a_save_must_say_which_version_it_means():
    article = make_article()
    assert Desk().patch(at(article), {"title": "X"}).status_code == 428
    assert Desk()("DELETE", at(article)).status_code == 428
    assert Desk().post(at(article, "publish/")).status_code == 428
    for tag in ('"7"', 'W/"7"', "1", '""'):
        assert Desk().patch(at(article), {"title": "X"}, if_match=tag).status_code == 412, tag
    assert Desk().patch(at(article), {"title": "X"}, if_match='"9", "1"').status_code == 200
    assert Desk().patch(at(article), {"title": "Y"}, if_match="*").status_code == 200


def test_what_was_read_compressed_can_be_saved(settings):
    settings.MIDDLEWARE = ["django.middleware.gzip.GZipMiddleware", *settings.MIDDLEWARE]
    article, desk = make_article(body="Một đoạn dài. " * 50), Desk()
    tag = desk.get(at(article), accept_encoding="gzip")["ETag"]
    assert tag.startswith("W/")
    assert desk.patch(at(article), {"title": "X"}, if_match=tag).status_code == 200
    assert desk.patch(at(article), {"title": "Y"}, if_match=tag).status_code == 412


@pytest.mark.parametrize("coding", ["gzip", "br"])
def test_what_was_read_through_apache_or_caddy_can_be_saved(coding):
    article, desk = make_article(), Desk()
    tag = desk.get(at(article))["ETag"].removesuffix('"') + f'-{coding}"'
    assert desk.patch(at(article), {"title": "X"}, if_match=tag).status_code == 200
    assert desk.patch(at(article), {"title": "Y"}, if_match=tag).status_code == 412


@pytest.mark.parametrize(
    ("status", "body", "headers"),
    [(412, {}, {"if_match": '"1"'}), (409, {"version": 1}, {})],
    ids=["412", "409"],
)
def test_the_second_of_two_editors_sees_both_versions_field_by_field(status, body, headers):
    article = make_article("Gốc", dek="Chung")
    article.title = "Của họ"
    revise(article, by=make_user("change_article", username="ho"))
    answer = Desk().patch(at(article), {"title": "Của tôi", "dek": "Chung", **body}, **headers)
    assert answer.status_code == status
    problem = answer.json()
    assert problem["version"] == 2
    assert problem["fields"] == [{"name": "title", "yours": "Của tôi", "current": "Của họ"}]
    assert "ho" in problem["detail"]
    assert Article.objects.get().title == "Của họ"


def test_a_conflict_with_what_nobody_saved_by_hand_says_what_did():
    item = make_article("Gốc")
    item.title = "Của lần nhập"
    revise(item, by=None)
    problem = Desk().patch(at(item), {"title": "Của tôi"}, if_match='"1"').json()
    assert "It is at version 2 now, saved by an import or a command." in problem["detail"]


def test_a_key_makes_one_thing_however_often_it_is_sent():
    desk = Desk()
    first = desk.post("articles/", {"title": "Một"}, idempotency_key="k1")
    again = desk.post("articles/", {"title": "Một"}, idempotency_key="k1")
    assert (first.status_code, again.status_code) == (201, 201)
    assert (again.content, again["ETag"], again["Location"]) == (
        first.content,
        first["ETag"],
        first["Location"],
    )
    assert Article.objects.count() == 1
    assert desk.post("articles/", {"title": "Hai"}, idempotency_key="k1").status_code == 422
    assert Desk().post("articles/", {"title": "Một"}, idempotency_key="k1").status_code == 201
    assert Article.objects.count() == 2


def test_a_creation_that_failed_leaves_its_key_free():
    desk = Desk()
    assert desk.post("articles/", {"title": ""}, idempotency_key="k1").status_code == 400
    assert not CreationKey.objects.exists()
    assert desk.post("articles/", {"title": "Một"}, idempotency_key="k1").status_code == 201


@pytest.mark.django_db(transaction=True)
def test_the_same_creation_at_the_same_moment_makes_one_thing():
    user = Desk().user
    desks = [Desk(user=user) for _ in range(3)]
    answers = all_at_once(
        *(partial(desk.post, "articles/", {"title": "Một"}, idempotency_key="k1") for desk in desks)
    )
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1
    assert Article.objects.count() == 1


def test_a_draft_can_be_deleted_and_what_was_published_cannot():
    draft, live = make_article("Nháp"), make_article("Đăng")
    publish(live, by=None)
    desk = Desk()
    assert desk("DELETE", at(draft), if_match='"1"').status_code == 204
    assert desk("DELETE", at(live), if_match='"1"').status_code == 409
    assert [article.title for article in Article.objects.all()] == ["Đăng"]


def test_a_person_in_use_is_not_deleted_and_the_answer_says_where():
    person = make_person()
    make_article("Nơi dùng", people=[person])
    answer = Desk()("DELETE", at(person), if_match='"1"')
    assert answer.status_code == 409
    assert Person.objects.exists()


def test_lists_are_filtered_paged_and_counted():
    person = make_person()
    articles = [make_article(f"Hội đàm {n}", people=[person] if n == 1 else []) for n in range(3)]
    publish(articles[0], by=None)
    desk = Desk()

    def titles(query: str) -> set[str]:
        answer = desk.get(f"articles/?{query}")
        assert answer.status_code == 200, answer.content
        return {row["title"] for row in answer.json()["results"]}

    assert titles("state=live") == {"Hội đàm 0"}
    assert titles("state=draft&q=hoi+dam") == {"Hội đàm 1", "Hội đàm 2"}
    assert titles(f"person={person.pk}") == {"Hội đàm 1"}
    assert titles("q=khong+co") == set()
    page = desk.get("articles/?page_size=2&ordering=created_at").json()
    assert page["count"] == 3
    assert [row["title"] for row in page["results"]] == ["Hội đàm 0", "Hội đàm 1"]
    assert "page=2" in page["next"]


@pytest.mark.parametrize(
    "query",
    ["state=nope", "nonsense=1", "ordering=body", "ordering=updated_by__password", "page_size=100000", "person=x",
     "stage=", "q=a&q=b", "updated_by__email=x", "body__contains=x"],
)  # fmt: skip
def test_a_list_takes_a_closed_set_of_parameters(query):
    assert Desk().get(f"articles/?{query}").status_code == 400


def test_a_list_takes_as_many_queries_for_a_hundred_items_as_for_one():
    desk = Desk()

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert desk.get("articles/?page_size=100").status_code == 200
        return len(queries)

    make_article("Một", people=[make_person("A")])
    few = cost()
    for n in range(20):
        make_article(f"Bài {n}", people=[make_person(f"Người {n}")])
    assert cost() == few


def test_an_address_that_is_none_is_a_404_as_a_problem():
    for path in ("nowhere/", "articles/x/", "articles/7b3f0ad6-6f9d-4d0e-9d9b-0f8b8d6a1f11/"):
        answer = Desk().get(path)
        assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")


def test_a_method_that_is_none_is_a_405_that_names_the_others():
    answer = Desk()("PUT", at(make_article()), {})
    assert answer.status_code == 405
    assert "PATCH" in answer["Allow"]


def test_every_wrong_part_of_a_list_is_named():
    answer = Desk().post(
        "articles/",
        {
            "title": "Một",
            "people": [{"id": "x"}, {"nom": 1}],
            "photos": [{"after_paragraph": -1, "file": "x"}],
        },
    )
    assert {error["field"] for error in answer.json()["errors"]} == {
        "people.0.id", "people.1.nom", "people.1.id", "photos.0.after_paragraph", "photos.0.file",
    }  # fmt: skip


def test_saving_nothing_is_no_version():
    item, desk = make_article(), Desk()
    answer = desk.patch(at(item), {}, if_match='"1"')
    assert (answer.status_code, answer["ETag"]) == (200, '"1"')


def test_the_header_is_heeded_where_the_version_stands_in_the_body_as_well():
    item, desk = make_article(), Desk()
    assert desk.patch(at(item), {"dek": "x", "version": 9}, if_match='"1"').status_code == 200
    assert desk.patch(at(item), {"dek": "y", "version": 2}, if_match='"1"').status_code == 412


@pytest.mark.parametrize(
    ("code", "status"), [("vi", 200), ("zh-Hant", 200), ('"><b x', 400), ("Việt", 400), ("", 400)]
)
def test_a_language_is_a_code(code, status):
    assert Desk().patch(at(make_article()), {"language": code}, if_match="*").status_code == status


def test_a_body_that_is_no_object_is_told_without_an_empty_name():
    assert Desk().post("articles/", b"[1]").json()["detail"] == "must be an object"
