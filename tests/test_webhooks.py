"""Webhooks: signed, retried, delivered at least once, withdrawals first, and never into this network."""

import base64
import hashlib
import hmac
import json
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import StringIO
from itertools import count

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles import webhooks
from articles.actions import deliver
from articles.actions.errors import Refused
from articles.actions.publish import publish
from articles.actions.webhooks import rotate_secret, save_webhook, send_again, switch_webhook, try_webhook
from articles.actions.withdraw import withdraw
from articles.models import AuditEntry, Delivery, Webhook
from tests.at_once import all_at_once
from tests.desk import Desk
from tests.factories import make_article, make_person, make_user

pytestmark = pytest.mark.django_db
ALL = ["view_webhook", "add_webhook", "change_webhook", "delete_webhook"]


class Receiver(ThreadingHTTPServer):
    """Keeps what it gets, and answers `status`."""

    daemon_threads = True

    def __init__(self) -> None:
        self.got: list[tuple[dict[str, str], bytes]] = []
        self.status, self.headers, self.drip = 204, {}, False
        super().__init__(("127.0.0.1", 0), _Handler)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/hook?site=1"


class _Handler(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.got.append(({name.lower(): value for name, value in self.headers.items()}, body))
        if self.server.drip:
            with suppress(OSError):
                for _ in range(200):
                    self.wfile.write(b"H")
                    time.sleep(0.05)
            return
        self.send_response(self.server.status)
        for name, value in self.server.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *args) -> None:
        pass


@pytest.fixture
def receiver(settings) -> Iterator[Receiver]:
    settings.ARTICLES = {"WEBHOOK_PRIVATE_HOSTS": ["127.0.0.1"]}
    yield from running(Receiver())


def running(server: Receiver) -> Iterator[Receiver]:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


def make_webhook(url: str, *, kinds: tuple[str, ...] = ()) -> Webhook:
    webhook = Webhook()
    save_webhook(webhook, by=None, name="Trang web", url=url, kinds=kinds)
    return webhook


def events(receiver: Receiver) -> list[str]:
    return [json.loads(body)["type"] for _headers, body in receiver.got]


def deliver_all() -> list[Delivery]:
    return list(deliver.deliver_due())


def make_due() -> None:
    Delivery.objects.filter(status="waiting").update(due_at=timezone.now() - timedelta(seconds=1))


# -- what is told


def test_each_change_is_told_once_in_order(receiver):
    make_webhook(receiver.url)
    person = make_person()
    publish(person, by=None)
    article = make_article(people=[person])
    publish(article, by=None)
    deliver_all()
    assert sorted(events(receiver)) == ["article.published", "person.published"]
    payload = next(json.loads(body) for _headers, body in receiver.got if b"article.published" in body)
    assert payload["data"]["id"] == str(article.pk)
    assert payload["data"]["slug"] == "hoi-dam-tai-ha-noi"
    assert payload["data"]["edition"] == 1
    deliver_all()
    assert len(receiver.got) == 2


def test_what_happened_before_it_was_made_and_other_kinds_are_not_told(receiver):
    publish(make_person("Trước"), by=None)
    make_webhook(receiver.url, kinds=("person",))
    publish(make_article(), by=None)
    publish(make_person("Sau"), by=None)
    deliver_all()
    assert events(receiver) == ["person.published"]


def test_a_withdrawal_goes_ahead_of_the_backlog_and_names_no_slug(receiver, monkeypatch):
    monkeypatch.setattr(deliver, "AT_ONCE", 1)
    make_webhook(receiver.url)
    articles = [make_article(f"Bài {n}") for n in range(3)]
    for article in articles:
        publish(article, by=None)
    withdraw(articles[0], by=None, notice="Sai.")
    deliver_all()
    assert events(receiver)[0] == "article.withdrawn"
    assert json.loads(receiver.got[0][1])["data"]["slug"] is None
    assert b"bai-0" not in b"".join(body for _headers, body in receiver.got)


def test_what_is_withdrawn_while_a_backlog_goes_out_does_not_wait_for_its_end(receiver, monkeypatch):
    monkeypatch.setattr(deliver, "AT_ONCE", 1)
    make_webhook(receiver.url)
    articles = [make_article(f"Bài {n}") for n in range(4)]
    for article in articles:
        publish(article, by=None)
    sending = deliver.deliver_due()
    next(sending)
    withdraw(articles[0], by=None, notice="Sai.")
    assert len(list(sending)) == 4
    assert events(receiver)[1] == "article.withdrawn"


def test_an_idle_run_writes_nothing(receiver, django_assert_num_queries):
    make_webhook(receiver.url)
    with django_assert_num_queries(4) as asked:
        deliver_all()
    assert not [query for query in asked.captured_queries if not query["sql"].startswith("SELECT")]


def test_a_long_log_is_taken_up_in_batches(receiver, monkeypatch):
    monkeypatch.setattr(deliver, "BATCH", 2)
    make_webhook(receiver.url)
    for n in range(5):
        publish(make_article(f"Bài {n}"), by=None)
    deliver_all()
    assert len(receiver.got) == 5


# -- signatures


def verify(secret: str, headers: dict[str, str], body: bytes) -> bool:
    """Standard Webhooks, as a receiver checks it."""
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    wanted = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    given = [part.partition(",") for part in headers["webhook-signature"].split()]
    return any(version == "v1" and signature == wanted for version, _comma, signature in given)


def test_the_example_of_the_standard():
    signature = webhooks.sign(
        ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
        message_id="msg_p5jXN8AQM9LWM0D4loKWxJek",
        timestamp=1614265330,
        body=b'{"test": 2432232314}',
    )
    assert signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_messages_are_signed_and_both_secrets_sign_while_they_change(receiver):
    webhook = make_webhook(receiver.url)
    former = webhook.secret
    secret = rotate_secret(webhook, by=None)
    try_webhook(webhook, by=None)
    headers, body = receiver.got[0]
    assert verify(secret, headers, body)
    assert verify(former, headers, body)
    assert abs(int(headers["webhook-timestamp"]) - time.time()) < 60
    Webhook.objects.update(former_until=timezone.now())
    webhook.refresh_from_db()
    try_webhook(webhook, by=None)
    assert not verify(former, *receiver.got[1])


# -- failures


def test_a_failure_is_tried_again_with_the_same_id_and_body(receiver):
    webhook = make_webhook(receiver.url)
    publish(make_article(), by=None)
    receiver.status = 500
    deliver_all()
    waiting = webhook.deliveries.get()
    assert (waiting.status, waiting.attempts, waiting.answer) == ("waiting", 1, "HTTP 500")
    assert timedelta(seconds=3) < waiting.due_at - timezone.now() < timedelta(seconds=7)
    assert not deliver_all()
    receiver.status = 200
    make_due()
    deliver_all()
    assert webhook.deliveries.get().status == "delivered"
    (first, body), (second, same) = receiver.got
    assert first["webhook-id"] == second["webhook-id"]
    assert body == same


def test_a_redirect_is_a_failure_and_is_not_followed(receiver):
    receiver.status, receiver.headers = 302, {"Location": receiver.url}
    make_webhook(receiver.url)
    publish(make_article(), by=None)
    deliver_all()
    assert len(receiver.got) == 1
    assert Delivery.objects.get().status == "waiting"


def test_retry_after_is_honoured(receiver):
    receiver.status, receiver.headers = 429, {"Retry-After": "3600"}
    make_webhook(receiver.url)
    publish(make_article(), by=None)
    deliver_all()
    assert Delivery.objects.get().due_at - timezone.now() > timedelta(minutes=59)


def test_410_switches_the_webhook_off(receiver):
    receiver.status = 410
    webhook = make_webhook(receiver.url)
    publish(make_article(), by=None)
    deliver_all()
    webhook.refresh_from_db()
    assert webhook.disabled_at
    assert "410" in webhook.disabled_reason
    publish(make_article("Nữa"), by=None)
    assert not deliver_all()
    # Switched on again, it hears what it missed.
    receiver.status = 200
    switch_webhook(webhook, by=None, on=True)
    assert [d.payload["data"]["slug"] for d in deliver_all()] == ["nua"]


def test_after_three_days_it_is_given_up_and_can_be_sent_again(receiver):
    receiver.status = 503
    webhook = make_webhook(receiver.url)
    publish(make_article(), by=None)
    for _attempt in range(len(deliver.RETRIES) + 1):
        make_due()
        deliver_all()
    given_up = webhook.deliveries.get()
    webhook.refresh_from_db()
    assert given_up.status == "given_up"
    assert given_up.attempts == len(deliver.RETRIES) + 1
    assert webhook.disabled_at
    receiver.status = 200
    switch_webhook(webhook, by=None, on=True)
    send_again(given_up, by=None)
    deliver_all()
    assert webhook.deliveries.get().status == "delivered"


def test_the_command_tells_what_it_did_and_fails_when_it_gives_up(receiver):
    receiver.status = 410
    make_webhook(receiver.url)
    publish(make_article(), by=None)
    err = StringIO()
    with pytest.raises(CommandError) as error:
        call_command("deliver_webhooks", stdout=StringIO(), stderr=err)
    assert error.value.returncode == 1
    assert "article.published → Trang web: HTTP 410" in err.getvalue()


def test_a_receiver_that_drips_is_cut_off(receiver, monkeypatch):
    monkeypatch.setattr(webhooks, "DEADLINE", 0.3)
    receiver.drip = True
    began = time.monotonic()
    with pytest.raises(webhooks.Unreachable):
        webhooks.post(receiver.url, b"{}", {}, private_hosts={"127.0.0.1"})
    assert time.monotonic() - began < 5


def test_a_sender_that_was_killed_leaves_its_message_to_the_next(receiver):
    webhook = make_webhook(receiver.url)
    publish(make_article(), by=None)
    deliver._make_messages()
    (claimed,) = deliver._claim({})
    assert not deliver._claim({})
    Delivery.objects.update(leased_until=timezone.now() - timedelta(seconds=1))
    deliver_all()
    assert webhook.deliveries.get().status == "delivered"
    assert receiver.got[0][0]["webhook-id"] == str(claimed.pk)


@pytest.mark.django_db(transaction=True)
def test_several_senders_at_once_tell_each_change_once(receiver):
    make_webhook(receiver.url)
    for n in range(10):
        publish(make_article(f"Bài {n}"), by=None)
    all_at_once(*[deliver_all] * 4)
    assert len(receiver.got) == 10
    assert Delivery.objects.filter(status="delivered").count() == 10


@pytest.fixture
def other_receiver() -> Iterator[Receiver]:
    yield from running(Receiver())


def test_a_long_queue_of_one_webhook_holds_up_no_other(receiver, other_receiver):
    first = make_webhook(receiver.url)
    Delivery.objects.bulk_create(
        Delivery(webhook=first, payload=deliver.message("ping", {})) for _ in range(100)
    )
    second = make_webhook(other_receiver.url)
    Delivery.objects.create(webhook=second, payload=deliver.message("ping", {}))
    claimed = deliver._claim({})
    assert {delivery.webhook_id for delivery in claimed} == {first.pk, second.pk}


def test_withdrawals_for_receivers_that_hang_leave_room_for_the_others(receiver, other_receiver):
    slow, slower, quick = (
        make_webhook(receiver.url),
        make_webhook(receiver.url),
        make_webhook(other_receiver.url),
    )
    for webhook in (slow, slower, quick):
        Delivery.objects.create(webhook=webhook, payload=deliver.message("ping", {}), urgent=webhook != quick)
    (claimed,) = deliver._claim({slow.pk: deliver.OF_ONE, slower.pk: deliver.OF_ONE - 1})
    assert claimed.webhook == quick


def test_a_receiver_that_hangs_lets_the_others_have_all_of_theirs(receiver, other_receiver, monkeypatch):
    monkeypatch.setattr(webhooks, "DEADLINE", 5)
    receiver.drip = True
    slow, quick = make_webhook(receiver.url), make_webhook(other_receiver.url)
    for webhook in (slow, quick):
        Delivery.objects.bulk_create(
            Delivery(webhook=webhook, payload=deliver.message("ping", {})) for _ in range(12)
        )
    delivered = deliver.deliver_due()
    assert [next(delivered).webhook_id for _ in range(12)] == [quick.pk] * 12
    slow.deliveries.filter(leased_until=None).delete()
    assert {delivery.webhook_id for delivery in delivered} == {slow.pk}


def test_what_changes_while_a_receiver_hangs_is_told_before_that_is_given_up(
    receiver, other_receiver, monkeypatch
):
    monkeypatch.setattr(webhooks, "DEADLINE", 3)
    monkeypatch.setattr(deliver, "LOOK_AGAIN", 0.1)
    receiver.drip = True
    slow, quick = make_webhook(receiver.url), make_webhook(other_receiver.url)
    Delivery.objects.create(webhook=slow, payload=deliver.message("ping", {}))
    looks = count(1)

    def changed_at_the_second_look():
        if next(looks) == 2:
            Delivery.objects.create(webhook=quick, payload=deliver.message("ping", {}))

    monkeypatch.setattr(deliver, "_make_messages", changed_at_the_second_look)
    assert [delivery.webhook_id for delivery in deliver.deliver_due()] == [quick.pk, slow.pk]


# -- where messages may go


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "192.168.1.1", "172.16.0.1", "169.254.169.254", "0.0.0.0", "100.64.0.1",
        "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::",
        "2002:a00:1::",
    ],
)  # fmt: skip
def test_an_address_inside_is_not_public(address):
    assert not webhooks.is_public(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "2606:4700:4700::1111", "64:ff9b::101:101"])
def test_an_address_outside_is_public(address):
    assert webhooks.is_public(address)


def test_a_name_that_leads_inside_is_not_connected_to(receiver):
    webhook = make_webhook(receiver.url)
    Webhook.objects.update(url=f"https://localhost:{receiver.server_port}/")
    webhook.refresh_from_db()
    delivery = try_webhook(webhook, by=None)
    assert delivery.status == "given_up"
    assert "not public" in delivery.answer
    assert not receiver.got


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://news.example/", "https"),
        ("ftp://news.example/", "not a web address"),
        ("https:///x", "not a web address"),
        ("https://[::1", "not a web address"),
        ("https://news.example:99999/", "not a web address"),
        ("https://me:secret@news.example/", "password"),
        ("https://news.example/a b", "not a web address"),
        ("https://news.example/\nhook", "not a web address"),
        ("https://news\t.example/", "not a web address"),
        ("https://localhost/", "not public"),
        ("https://10.0.0.1/", "not public"),
        ("https://[::1]/", "not public"),
        ("https://news.example/" + "a" * 500, "too long"),
    ],
)
def test_an_address_that_cannot_be_used_is_refused_when_it_is_typed(url, said):
    with pytest.raises(Refused, match=said):
        make_webhook(url)


def test_an_address_in_the_letters_of_a_language_is_sent_to(receiver):
    webhook = make_webhook(receiver.url.replace("/hook", "/tin-mới"))
    assert try_webhook(webhook, by=None).status == "delivered"


# -- who may


def test_verbs_ask_for_permissions(receiver):
    webhook, nobody = make_webhook(receiver.url), make_user()
    for verb in (
        lambda: save_webhook(Webhook(), by=nobody, name="x", url=receiver.url, kinds=[]),
        lambda: rotate_secret(webhook, by=nobody),
        lambda: switch_webhook(webhook, by=nobody, on=False),
        lambda: try_webhook(webhook, by=nobody),
    ):
        with pytest.raises(PermissionDenied):
            verb()


def test_the_desk_api_shows_the_secret_once(receiver):
    desk = Desk(*ALL)
    made = desk.post("webhooks/", {"name": "Trang", "url": receiver.url, "kinds": ["article"]})
    assert made.status_code == 201, made.content
    body = made.json()
    assert body["secret"].startswith("whsec_")
    address = f"webhooks/{body['id']}/"
    assert "secret" not in desk.get(address).json()
    assert desk.get("webhooks/").json()[0]["name"] == "Trang"
    tag = desk.get(address)["ETag"]
    assert desk.patch(address, {"name": "Khác", "on": False}, if_match=tag).json()["on"] is False
    assert desk.patch(address, {"colour": "red"}, if_match="*").status_code == 400
    assert desk.patch(address, {"kinds": ["cat"]}, if_match="*").status_code == 400
    assert desk.patch(address, {"url": "http://news.example/"}, if_match="*").status_code == 409
    assert desk.post(address + "test/").json()["status"] == "delivered"
    assert desk.post(address + "secret/").json()["secret"] != body["secret"]
    (ping,) = desk.get(address + "deliveries/").json()["results"]
    assert ping["payload"]["type"] == "ping"
    assert desk.post(f"{address}deliveries/{ping['id']}/again/").json()["status"] == "waiting"
    assert desk("DELETE", address, if_match="*").status_code == 204
    noted = AuditEntry.objects.filter(verb="webhook").order_by("id").values_list("details__did", flat=True)
    assert list(noted) == ["made", "changed", "off", "new secret", "removed"]
    assert desk.get(address).status_code == 404
    assert Desk("view_article").get("webhooks/").status_code == 403


def test_the_admin_makes_tries_and_switches_one(receiver, client):
    manager = make_user(*ALL, username="manager", is_staff=True)
    client.force_login(manager)
    base = "/admin/articles/webhook/"
    page = client.post(base + "add/", {"name": "Trang", "url": receiver.url, "kinds": ["event"]}, follow=True)
    assert "whsec_" in page.content.decode()
    webhook = Webhook.objects.get()
    assert webhook.kinds == ["event"]
    address = f"{base}{webhook.pk}/"
    assert "whsec_" not in client.get(address + "change/").content.decode()
    assert "arrived" in client.post(address + "test/do/", follow=True).content.decode()
    client.post(address + "off/do/")
    assert "Switched off" in client.get(address + "change/").content.decode()
    client.post(address + "on/do/")
    assert client.get(address + "off/do/").status_code == 302
    webhook.refresh_from_db()
    assert webhook.disabled_at is None
    refused = client.post(base + "add/", {"name": "x", "url": "http://news.example/"})
    assert "Use https" in refused.content.decode()
    client.force_login(make_user("view_webhook", is_staff=True))
    assert client.post(address + "test/do/").status_code == 403
