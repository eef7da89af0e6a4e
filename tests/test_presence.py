"""Who else has an item open: said by pages that are open, over by the database's clock, read in admin and API."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db.models import F

from articles.actions.presence import arrive, leave, others
from articles.models import Presence
from tests.admin_desk import article, editor, event, person, save, signed_in, url
from tests.desk import Desk, at
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def make_silent(seconds: int = 71) -> None:
    """As if nothing had been heard for so long, by the clock of the database."""
    Presence.objects.update(seen_at=F("seen_at") - timedelta(seconds=seconds))


def says(client, item, page, **more):
    return client.post(url(item, "presence"), {"page": page, **more})


@pytest.mark.parametrize("make", [article, person, event])
def test_each_sees_the_other(make):
    item = make()
    lan, chi = signed_in(editor()), signed_in(editor(name="chi"))
    assert says(lan, item, uuid4()).json()["others"] == []
    (note,) = says(chi, item, uuid4()).json()["others"]
    assert note.startswith("lan is editing this, since ")
    assert "chi is editing this" in lan.get(url(item)).text


def test_a_second_window_of_ones_own_is_told_apart():
    item, lan, page = article(), signed_in(editor()), uuid4()
    says(lan, item, page)
    assert says(lan, item, page).json()["others"] == []
    (note,) = says(lan, item, uuid4()).json()["others"]
    assert note.startswith("You have this open in another window")


def test_a_page_is_gone_when_it_closes_or_falls_silent():
    item, lan, chi = article(), editor(), editor(name="chi")
    closed, crashed = uuid4(), uuid4()
    arrive(item, by=lan, page=closed)
    arrive(item, by=lan, page=crashed)
    assert len(others(item)) == 2
    assert says(signed_in(lan), item, closed, leave="1").status_code == 204
    assert len(others(item)) == 1
    make_silent()
    assert others(item) == []
    leave(item, by=chi, page=uuid4())
    assert not Presence.objects.exists()


def test_nobody_speaks_for_another():
    item, lan, chi, page = article(), editor(), editor(name="chi"), uuid4()
    arrive(item, by=lan, page=page)
    leave(item, by=chi, page=page)
    arrive(item, by=chi, page=page)
    assert {row.user for row in others(item)} == {lan, chi}


def test_whoever_may_only_look_is_not_editing():
    item = article()
    with pytest.raises(PermissionDenied):
        arrive(item, by=make_user("view_article"), page=uuid4())
    viewer = signed_in(editor("view_article"))
    assert says(viewer, item, uuid4()).status_code == 403
    assert 'id="newsroom-writing"' not in viewer.get(url(item)).text


def test_a_word_costs_one_small_write(django_assert_num_queries, settings):
    item, lan, page = article(), signed_in(editor()), uuid4()
    says(lan, item, page)
    # Session, user, permissions of the user and of their groups, the item, the word, the others.
    with django_assert_num_queries(7) as told:
        says(lan, item, page)
    written = [
        query["sql"]
        for query in told.captured_queries
        if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))
    ]
    assert len(written) == 1
    assert "ON CONFLICT" in written[0]


def test_a_save_by_another_is_told():
    item, lan, chi = article(), signed_in(editor()), signed_in(editor(name="chi"))
    assert says(lan, item, uuid4()).json()["version"] == 1
    save(chi, item, title="Tên mới")
    answer = says(lan, item, uuid4()).json()
    assert answer["version"] == 2
    assert answer["saved"].startswith("chi saved this meanwhile")


def test_what_is_no_page_is_refused():
    assert says(signed_in(editor()), article(), "x").status_code == 400


def test_over_the_api():
    item, desk, other = article(), Desk(), Desk()
    page = uuid4()
    answer = desk("PUT", at(item, f"presence/{page}/"))
    assert (answer.status_code, answer.json(), answer["ETag"]) == (200, [], '"1"')
    (row,) = other("PUT", at(item, f"presence/{uuid4()}/")).json()
    assert row["user"] == desk.user.username
    assert row.keys() == {"user", "since", "seen_at"}
    assert len(other.get(at(item, "presence/")).json()) == 2
    assert desk("DELETE", at(item, f"presence/{page}/")).status_code == 204
    assert [row["user"] for row in desk.get(at(item, "presence/")).json()] == [other.user.username]
    assert desk("PUT", at(item, f"presence/{page}/"), {"x": 1}).status_code == 400
    assert desk.get(at(item, "presence/?x=1")).status_code == 400
