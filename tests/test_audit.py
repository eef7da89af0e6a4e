"""The audit log: every deed of consequence, with who and through what, and nobody edits it."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.utils import timezone, translation

from articles.actions.delete import delete
from articles.actions.errors import Refused
from articles.actions.merge import merge
from articles.actions.preview import make_preview, open_preview, revoke_preview
from articles.actions.publish import publish
from articles.actions.reinstate import reinstate
from articles.actions.restore import restore
from articles.actions.revise import revise
from articles.actions.schedule import schedule, unschedule
from articles.actions.tokens import find_token, issue_token, revoke_token
from articles.actions.undo_merge import undo_merge
from articles.actions.webhooks import rotate_secret, save_webhook, switch_webhook
from articles.actions.withdraw import withdraw
from articles.actions.workflow import approve, send_back, submit
from articles.admin.audit import details
from articles.models import AuditEntry, PreviewToken, Webhook
from articles.models.audit import AppendOnly
from tests.admin_desk import article, editor, signed_in, url
from tests.desk import EVERYTHING, Desk, at
from tests.factories import make_article, make_person, make_user

pytestmark = pytest.mark.django_db


def verbs(subject):
    return list(
        AuditEntry.objects.filter(item_id=str(subject.pk)).order_by("id").values_list("verb", flat=True)
    )


def test_the_life_of_an_article():
    user = make_user(*EVERYTHING, username="lan")
    item = make_article()
    submit(item, by=user)
    send_back(item, by=user, note="Thiếu.")
    submit(item, by=user)
    approve(item, by=user)
    from datetime import UTC, datetime

    schedule(item, what="publish", at=datetime(2999, 1, 1, tzinfo=UTC), by=user)
    unschedule(item, what="publish", by=user)
    token, _secret = make_preview(item, by=user)
    revoke_preview(token, by=user)
    publish(item, by=user)
    item.dek = "Sửa."
    revise(item, by=user)
    publish(item, by=user, note="Sửa tên.")
    restore(item, version=1, by=user)
    withdraw(item, by=user, notice="Sai.")
    reinstate(item, by=user)
    assert verbs(item) == [
        "submit", "send_back", "submit", "approve", "schedule", "unschedule", "make_preview", "revoke_preview",
        "publish", "correct", "restore", "withdraw", "reinstate",
    ]  # fmt: skip
    corrected = AuditEntry.objects.get(verb="correct")
    assert corrected.details == {"edition": 2, "note": "Sửa tên."}
    assert (corrected.by, corrected.by_name, corrected.label) == (user, "lan", item.title)


def test_merging_is_noted_with_both():
    one, two = make_person("Một"), make_person("Hai")
    undo_merge(merge(one, two, by=None), by=None)
    assert verbs(one) == verbs(two) == ["merge", "undo_merge"]


def test_deleting_leaves_the_name():
    item = make_article("Bài nháp")
    delete(item, by=None)
    assert AuditEntry.objects.get().label == "Bài nháp"


def test_what_is_refused_leaves_nothing():
    item = make_article(body="")
    with pytest.raises(Refused):
        publish(item, by=None)
    assert not AuditEntry.objects.exists()


def test_the_line_is_in_the_transaction_of_the_deed():
    item = make_article()
    with transaction.atomic():
        publish(item, by=None)
        transaction.set_rollback(True)
    assert not AuditEntry.objects.exists()


def test_tokens_and_what_is_done_through_them():
    user = make_user("view_article", "publish_article", username="an")
    token, secret = issue_token(user, by=None, name="Trang tin", scopes=["read", "publish"])
    desk = Desk(user=None, authorization=f"Bearer {secret}")
    item = make_article()
    assert desk.post(at(item, "publish/"), if_match="*").status_code == 200
    assert AuditEntry.objects.get(verb="publish").token == "Trang tin"
    find_token(secret)
    revoke_token(token, by=user)
    assert verbs(token) == ["issue_token", "use_token", "revoke_token"]


def test_permissions_of_accounts_and_groups():
    user = make_user(username="an")
    group = Group.objects.create(name="Biên tập")
    group.permissions.add(Permission.objects.get(codename="publish_article"))
    user.groups.add(group)
    user.groups.clear()
    found = AuditEntry.objects.filter(verb="permissions").order_by("id")
    assert [entry.details for entry in found if entry.item_kind == "group"] == [
        {"added": ["publish_article"]}
    ]
    assert [entry.details for entry in found if entry.item_kind == "user"] == [
        {"added": ["Biên tập"]},
        {"taken": ["Biên tập"]},
    ]


def test_who_changed_an_account_in_the_admin_is_noted():
    root = get_user_model().objects.create_superuser("root", password="x")
    client = signed_in(root)
    group = Group.objects.create(name="Biên tập")
    publishing = Permission.objects.get(codename="publish_article")
    client.post(f"/admin/auth/group/{group.pk}/change/", {"name": "Biên tập", "permissions": [publishing.pk]})
    found = AuditEntry.objects.filter(item_kind="group").order_by("id")
    assert [entry.by_name for entry in found] == ["", "root"]


@pytest.mark.parametrize("flag", ["is_superuser", "is_staff", "is_active"])
def test_flags_of_an_account_are_noted_wherever_they_are_set(flag):
    user = make_user(username="lan", is_staff=True)
    held = getattr(user, flag)
    AuditEntry.objects.all()._raw_delete("default")
    for value in (not held, not held, held):
        setattr(user, flag, value)
        user.save()
    user.save(update_fields=["last_login"])
    steps = [{"taken" if held else "added": [flag]}, {"added" if held else "taken": [flag]}]
    assert list(AuditEntry.objects.order_by("id").values_list("details", flat=True)) == steps


def test_a_new_superuser_is_noted_and_another_account_is_not():
    root = get_user_model().objects.create_superuser("root", password="x")
    make_user(username="lan")
    entry = AuditEntry.objects.get()
    assert (entry.verb, entry.item_id, entry.details) == (
        "permissions",
        str(root.pk),
        {"added": ["is_superuser"]},
    )


def test_a_login_costs_no_statement_more(django_assert_num_queries):
    user = make_user(username="lan")
    with django_assert_num_queries(1):
        user.save(update_fields=["last_login"])


def test_an_opened_preview_is_noted_once_an_hour():
    item = make_article()
    token, secret = make_preview(item, by=make_user(*EVERYTHING, username="lan"))
    for _look in range(3):
        assert open_preview(secret) is not None
    assert open_preview("nrp_other") is None
    assert verbs(item) == ["make_preview", "open_preview"]
    assert AuditEntry.objects.get(verb="open_preview").by_name == "lan"
    PreviewToken.objects.update(last_used_at=timezone.now() - timedelta(hours=2))
    open_preview(secret)
    assert verbs(item)[2:] == ["open_preview"]
    token.refresh_from_db()
    assert timezone.now() - token.last_used_at < timedelta(minutes=1)


def test_nobody_edits_it():
    publish(make_article(), by=None)
    entry = AuditEntry.objects.get()
    for change in (
        entry.save,
        entry.delete,
        AuditEntry.objects.all().delete,
        lambda: AuditEntry.objects.update(by_name="x"),
        lambda: AuditEntry.objects.bulk_update([entry], ["by_name"]),
    ):
        with pytest.raises(AppendOnly):
            change()
    assert not Permission.objects.filter(
        codename__in=["add_auditentry", "change_auditentry", "delete_auditentry"]
    )
    client = signed_in(editor())
    address = f"/admin/articles/auditentry/{entry.pk}"
    assert client.get("/admin/articles/auditentry/").status_code == 200
    assert client.get(f"{address}/change/").status_code == 200
    assert client.post(f"{address}/change/", {"by_name": "x"}).status_code == 403
    assert client.post(f"{address}/delete/", {"post": "yes"}).status_code == 403
    assert client.get("/admin/articles/auditentry/add/").status_code == 403


def test_it_stays_when_the_account_goes():
    user = make_user(*EVERYTHING, username="lan")
    publish(make_article(), by=user)
    user.delete()
    entry = AuditEntry.objects.get(verb="publish")
    assert (entry.by, entry.by_name) == (None, "lan")


def test_an_item_shows_who_did_what():
    item = article()
    publish(item, by=make_user(*EVERYTHING, username="thu"))
    page = signed_in(editor()).get(url(item, "revisions")).text
    assert "Who did what when" in page
    assert "<strong>published</strong> · thu" in page


def test_the_log_is_searched_by_account_and_item():
    item = article("Bài một")
    publish(item, by=make_user(*EVERYTHING, username="thu"))
    publish(article("Bài hai"), by=None)
    client = signed_in(editor())
    everything = client.get("/admin/articles/auditentry/").text
    assert "Bài một" in everything
    assert "Bài hai" in everything
    for term in ("thu", str(item.pk)):
        page = client.get("/admin/articles/auditentry/", {"q": term}).text
        assert "Bài một" in page
        assert "Bài hai" not in page


def test_the_desk_api_reads_it():
    item = make_article()
    publish(item, by=None)
    desk = Desk("view_article", "view_auditentry")
    (entry,) = desk.get(at(item, "audit/")).json()["results"]
    assert (entry["verb"], entry["by"], entry["details"]) == ("publish", None, {"edition": 1})
    assert desk.get("audit/?verb=publish").json()["count"] == 1
    assert desk.get("audit/?verb=nonsense").status_code == 400
    assert Desk("view_article").get("audit/").status_code == 403
    assert Desk("view_article").get(at(item, "audit/")).status_code == 200


def test_scopes_are_told_in_the_editors_language():
    issue_token(make_user(), by=None, name="Trang tin", scopes=["read", "publish"])
    with translation.override("vi"):
        assert "đọc, xuất bản" in details(AuditEntry.objects.get(verb="issue_token"))


def test_what_was_done_to_a_webhook_is_told():
    webhook = Webhook()
    save_webhook(webhook, by=None, name="Trang tin", url="https://news.example/hook", kinds=[])
    rotate_secret(webhook, by=None)
    switch_webhook(webhook, by=None, on=False)
    told = [details(entry) for entry in AuditEntry.objects.filter(verb="webhook").order_by("id")]
    assert told == [
        f"change: {did} · address: https://news.example/hook"
        for did in ("made", "new secret", "switched off")
    ]
