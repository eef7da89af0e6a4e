"""Tell webhooks of changes: the public log becomes messages, and each is sent until its receiver has it.

Every step can be repeated, by several processes at once. A message is taken by a lease that the database's clock
ends: whoever is killed while sending leaves it to the next, so a receiver can get one twice, with the same id.
"""

import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from datetime import datetime, timedelta
from operator import itemgetter
from typing import Any

from django.db import transaction
from django.db.models import Exists, F, OuterRef
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext as _

from .. import __version__, webhooks
from ..conf import conf
from ..documents import to_the_second
from ..models.fields import encode_json
from ..models.live import LIVE_MODELS, Change, LiveState
from ..models.webhook import Delivery, Webhook

RETRIES = tuple(
    timedelta(seconds=seconds) for seconds in (5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400)
)
"""How long after each failure the next try comes: the schedule that Standard Webhooks proposes, about three days."""
LEASE = timedelta(seconds=60)
"""Longer than any sending can take."""
BATCH = 500
"""Changes made into messages in one transaction."""
AT_ONCE = 8
OF_ONE = 4
"""Messages of one webhook at once, so that a receiver that hangs leaves room for the others."""
LOOK_AGAIN = 1.0
"""Seconds after which is looked for changes again while no receiver answers."""
KEPT = timedelta(days=30)
GONE = 410


def deliver_due() -> Iterator[Delivery]:
    """Send what is due until nothing is; yields each message with what became of it."""
    sent: dict[Future[webhooks.Answer | str], Delivery] = {}
    with ThreadPoolExecutor(AT_ONCE) as pool:
        while True:
            # What changes meanwhile does not wait for the end of a backlog, least of all a withdrawal.
            _make_messages()
            for delivery in _claim(Counter(other.webhook_id for other in sent.values())):
                sent[pool.submit(_send, delivery)] = delivery
            if not sent:
                break
            # Whoever has answered makes room for the next: nobody waits for a receiver that hangs.
            for answer in wait(sent, timeout=LOOK_AGAIN, return_when=FIRST_COMPLETED).done:
                delivery = sent.pop(answer)
                _record(delivery, answer.result())
                yield delivery
    old = Delivery.objects.filter(done_at__lt=timezone.now() - KEPT)
    if old.exists():
        old.delete()


def deliver(delivery: Delivery, *, again: bool = True) -> None:
    """Send one message that the caller holds; with `again=False` a failure is final."""
    delivery.attempts += 1
    _record(delivery, _send(delivery), again=again)


def message(event: str, data: dict[str, Any], at: datetime | None = None) -> dict[str, Any]:
    """A payload in the form of Standard Webhooks."""
    return {"type": event, "timestamp": to_the_second(at or timezone.now()), "data": data}


# -- from the log to messages


def _make_messages() -> None:
    """Messages for every change that a webhook has not taken up."""
    now = LiveState.objects.values_list("change", flat=True).first() or 0
    for webhook in Webhook.objects.filter(disabled_at=None, position__lt=now):
        while _take_up(webhook):
            pass


def _take_up(webhook: Webhook) -> bool:
    """The next changes as messages; whether there may be more."""
    changes = list(Change.objects.filter(number__gt=webhook.position).order_by("number")[:BATCH])
    if not changes:
        return False
    heard = [change for change in changes if not webhook.kinds or change.kind in webhook.kinds]
    last = changes[-1].number
    with transaction.atomic():
        # Whoever moves the position on makes the messages; a second process finds it moved.
        moved = Webhook.objects.filter(pk=webhook.pk, position=webhook.position).update(position=last)
        if not moved:
            return False
        # Read under the webhook's lock: an erasure waits for it before it looks for slugs in messages.
        slugs = _slugs(heard)
        Delivery.objects.bulk_create(
            _delivery(webhook, change, slugs.get(change.item_id)) for change in heard
        )
    webhook.position = last
    return len(changes) == BATCH


def _delivery(webhook: Webhook, change: Change, slug: str | None) -> Delivery:
    data = {
        "number": change.number, "what": change.what, "kind": change.kind, "id": str(change.item_id),
        "edition": change.edition, "slug": slug,
    }  # fmt: skip
    return Delivery(
        webhook=webhook,
        change=change.number,
        # A withdrawal goes ahead of any backlog.
        urgent=change.what == Change.What.WITHDRAWN,
        payload=message(f"{change.kind}.{change.what}", data, change.at),
        due_at=at_once(change.at),
    )


def at_once(moment: datetime) -> datetime:
    """Due already, whatever fraction of a second the database's clock leaves out."""
    return moment.replace(microsecond=0)


def _slugs(changes: list[Change]) -> dict[Any, str]:
    """The present public slugs; a withdrawn item has none, for a slug is a headline."""
    ids = defaultdict(set)
    for change in changes:
        ids[change.kind].add(change.item_id)
    found: dict[Any, str] = {}
    for kind, items in ids.items():
        found.update(LIVE_MODELS[kind].objects.filter(pk__in=items).values_list("pk", "slug"))
    return found


# -- sending


def _claim(under_way: Mapping[Any, int]) -> list[Delivery]:
    """Messages that are due and now this process's to send, as many as there is room for beside those `under_way`.

    Each webhook has a queue of its own, and whoever has the fewest under way comes first: however long the queue of
    one is, it holds up no other.
    """
    claimed: list[Delivery] = []
    room = AT_ONCE - sum(under_way.values())
    for delivery in _queued(under_way) if room else ():
        # Conditions on this row alone: PostgreSQL looks at those again once it has waited for another to claim it.
        mine = Delivery.objects.filter(
            pk=delivery.pk, attempts=delivery.attempts, status=Delivery.Status.WAITING
        ).update(leased_until=Now() + LEASE, attempts=F("attempts") + 1)
        if mine:
            delivery.attempts += 1
            claimed.append(delivery)
        if len(claimed) == room:
            break
    return claimed


def _queued(under_way: Mapping[Any, int]) -> list[Delivery]:
    """What could be sent next: of each webhook its withdrawals first, and those before what is as far on of others."""
    due = Delivery.objects.due()
    queued: list[tuple[int, bool, Delivery]] = []
    for webhook in Webhook.objects.filter(Exists(due.filter(webhook=OuterRef("pk")))):
        busy = under_way.get(webhook.pk, 0)
        own = due.filter(webhook=webhook).select_related("webhook")[: max(0, OF_ONE - busy)]
        queued += [(place, not one.urgent, one) for place, one in enumerate(own, start=busy)]
    return [delivery for *_order, delivery in sorted(queued, key=itemgetter(0, 1))]


def _send(delivery: Delivery) -> webhooks.Answer | str:
    """The answer, or why there was none. Touches no database: runs in a thread."""
    webhook = delivery.webhook
    keys = [webhook.secret]
    if webhook.former_secret and webhook.former_until and webhook.former_until > timezone.now():
        keys.append(webhook.former_secret)
    body = encode_json(delivery.payload).encode()
    timestamp = int(timezone.now().timestamp())
    headers = {
        "Content-Type": "application/json",
        "User-Agent": f"Newsroom/{__version__}",
        "webhook-id": str(delivery.pk),
        "webhook-timestamp": str(timestamp),
        "webhook-signature": webhooks.sign(keys, message_id=str(delivery.pk), timestamp=timestamp, body=body),
    }
    try:
        return webhooks.post(webhook.url, body, headers, private_hosts=conf.webhook_private_hosts)
    except webhooks.Unreachable as error:
        return str(error)


def _record(delivery: Delivery, answer: webhooks.Answer | str, *, again: bool = True) -> None:
    """Keep what became of a try, and say when the next one is."""
    now = timezone.now()
    delivery.leased_until = None
    delivery.answer = answer[:300] if isinstance(answer, str) else f"HTTP {answer.status}"
    if isinstance(answer, webhooks.Answer) and 200 <= answer.status < 300:
        delivery.status, delivery.done_at = Delivery.Status.DELIVERED, now
        Webhook.objects.filter(pk=delivery.webhook_id).update(delivered_at=now)
    elif isinstance(answer, webhooks.Answer) and answer.status == GONE:
        delivery.status, delivery.done_at = Delivery.Status.GIVEN_UP, now
        _switch_off(delivery.webhook, _("The receiver answered that it is gone (410)."))
    elif not again or delivery.attempts > len(RETRIES):
        delivery.status, delivery.done_at = Delivery.Status.GIVEN_UP, now
        if again and (delivery.webhook.delivered_at or delivery.made_at) <= delivery.made_at:
            _switch_off(delivery.webhook, _("Nothing could be delivered for three days."))
    else:
        wait = RETRIES[delivery.attempts - 1] * random.uniform(1, 1.2)  # noqa: S311
        if isinstance(answer, webhooks.Answer) and answer.retry_after:
            wait = max(wait, timedelta(seconds=answer.retry_after))
        delivery.due_at = now + min(wait, RETRIES[-1] * 1.2)
    delivery.save(update_fields=["leased_until", "answer", "status", "done_at", "due_at", "attempts"])


def _switch_off(webhook: Webhook, reason: str) -> None:
    Webhook.objects.filter(pk=webhook.pk, disabled_at=None).update(
        disabled_at=timezone.now(), disabled_reason=reason
    )
