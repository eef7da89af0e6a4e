"""Webhooks: made, changed, given a new secret, tried out, switched off and on, removed."""

from collections.abc import Collection
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from .. import webhooks
from ..conf import conf
from ..models.kinds import ITEM_MODELS
from ..models.live import LiveState
from ..models.webhook import Delivery, Webhook
from .audit import Verb, note
from .deliver import LEASE, at_once, deliver, message
from .errors import Refused
from .permissions import require

NAME_LENGTH, ADDRESS_LENGTH = 100, 500
BOTH_SIGN = timedelta(days=1)
"""How long messages carry the signature of the former secret, too."""


def save_webhook(webhook: Webhook, *, by: Any, name: str, url: str, kinds: Collection[str]) -> str | None:
    """Make or change one; a new one hears of what happens from now on. Returns a new one's secret, shown once."""
    is_new = webhook._state.adding
    require(by, "add" if is_new else "change", webhook)
    webhook.name, webhook.url = name.strip(), url.strip()
    webhook.kinds = [kind for kind in ITEM_MODELS if kind in kinds]
    problems = [] if webhook.name else [_("Give the webhook a name that says what it is for.")]
    if unknown := sorted(set(kinds) - ITEM_MODELS.keys()):
        problems.append(_("There is no kind “%(kind)s”.") % {"kind": unknown[0]})
    if len(webhook.name) > NAME_LENGTH:
        problems.append(_("The name is too long: %(most)d characters at most.") % {"most": NAME_LENGTH})
    if reason := address_fault(webhook.url):
        problems.append(reason)
    if problems:
        raise Refused(problems)
    if not is_new:
        _keep(webhook, "name", "url", "kinds", by=by, did="changed")
        return None
    webhook.secret = webhooks.new_secret()
    webhook.position = LiveState.objects.values_list("change", flat=True).first() or 0
    with transaction.atomic():
        webhook.save(force_insert=True)
        note(Verb.WEBHOOK, webhook, by=by, did="made", url=webhook.url)
    return webhook.secret


def address_fault(url: str) -> str:
    """Why messages cannot go to `url`, or nothing."""
    if len(url) > ADDRESS_LENGTH:
        return _("The address is too long: %(most)d characters at most.") % {"most": ADDRESS_LENGTH}
    return webhooks.fault(url.strip(), private_hosts=conf.webhook_private_hosts)


def rotate_secret(webhook: Webhook, *, by: Any) -> str:
    """A new secret, shown once. For a day both sign, so that the receiver can change over in peace."""
    require(by, "change", webhook)
    webhook.former_secret, webhook.former_until = webhook.secret, timezone.now() + BOTH_SIGN
    webhook.secret = webhooks.new_secret()
    _keep(webhook, "secret", "former_secret", "former_until", by=by, did="new secret")
    return webhook.secret


def switch_webhook(webhook: Webhook, *, by: Any, on: bool) -> None:
    """Off: nothing is sent, and what happens meanwhile waits. On: it all goes out, the oldest first."""
    require(by, "change", webhook)
    webhook.disabled_at = None if on else timezone.now()
    webhook.disabled_reason = "" if on else _("Switched off by hand.")
    _keep(webhook, "disabled_at", "disabled_reason", by=by, did="on" if on else "off")


def remove_webhook(webhook: Webhook, *, by: Any) -> None:
    """Remove it with its messages."""
    require(by, "delete", webhook)
    with transaction.atomic():
        note(Verb.WEBHOOK, webhook, by=by, did="removed", url=webhook.url)
        webhook.delete()


def try_webhook(webhook: Webhook, *, by: Any) -> Delivery:
    """Send a `ping` now and once; the delivery says what became of it."""
    require(by, "change", webhook)
    delivery = Delivery.objects.create(
        webhook=webhook,
        payload=message("ping", {"webhook": str(webhook.pk)}),
        leased_until=timezone.now() + LEASE,
    )
    deliver(delivery, again=False)
    return delivery


def send_again(delivery: Delivery, *, by: Any) -> None:
    """Put a message back in the queue, whatever became of it."""
    require(by, "change", delivery.webhook)
    waiting = Delivery.Status.WAITING
    if delivery.status == waiting and delivery.leased_until:
        raise Refused(_("It is being sent at this moment."))
    Delivery.objects.filter(pk=delivery.pk).update(
        status=waiting, attempts=0, due_at=at_once(timezone.now()), done_at=None, leased_until=None
    )


def _keep(webhook: Webhook, *fields: str, by: Any, did: str) -> None:
    with transaction.atomic():
        webhook.save(update_fields=fields)
        note(Verb.WEBHOOK, webhook, by=by, did=did, url=webhook.url)
