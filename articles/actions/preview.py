"""Preview: a short-lived key to the draft of one item, and the draft as the public would get it."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from .. import documents
from ..models.article import Article
from ..models.base import Item
from ..models.credentials import PreviewToken
from ..models.edition import Edition
from ..models.kinds import ITEM_MODELS, find_item
from ..models.live import LIVE_MODELS
from ..models.taxonomy import Section, Topic
from ..snapshots import snapshots
from .audit import Verb, note
from .errors import Refused
from .permissions import allowed, require
from .tokens import find_credential, new_secret, note_use

PREFIX = "nrp_"
LIFETIME = timedelta(hours=1)
LONGEST = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Preview:
    """A draft in the public shape. `unpublished` are the links that the public would not get, by field."""

    item: Item
    document: documents.Document
    unpublished: dict[str, list[documents.Document]]


def make_preview(item: Item, *, by: Any, lifetime: timedelta = LIFETIME) -> tuple[PreviewToken, str]:
    """A token for the draft of `item`, with its secret, which nobody can show again."""
    require(by, "change", item)
    if by is None:
        raise Refused(_("A preview belongs to the account that made it."))
    if not timedelta(0) < lifetime <= LONGEST:
        raise Refused(_("A preview lives %(days)d days at most.") % {"days": LONGEST.days})
    secret, hashed = new_secret(PREFIX)
    with transaction.atomic():
        token = PreviewToken.objects.create(
            digest=hashed,
            user=by,
            item_kind=item.kind,
            item_id=item.pk,
            expires_at=timezone.now() + lifetime,
        )
        note(Verb.MAKE_PREVIEW, item, by=by, until=token.expires_at.isoformat())
    return token, secret


def revoke_preview(token: PreviewToken, *, by: Any) -> None:
    """End a preview before its time."""
    item = find_item(token.item_kind, token.item_id)
    if by is None or by.pk != token.user_id:
        require(by, "change", item if item is not None else ITEM_MODELS[token.item_kind])
    with transaction.atomic():
        if not PreviewToken.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=timezone.now()):
            raise Refused(_("The preview is revoked already."))
        note(Verb.REVOKE_PREVIEW, item if item is not None else token, by=by)


def open_preview(secret: str) -> Preview | None:
    """What the holder of a secret sees; None where it opens nothing (any more).

    That it was opened is noted under its maker's name: who holds the secret, nobody can know.
    """
    token = find_credential(PreviewToken, secret)
    if token is None:
        return None
    item = find_item(token.item_kind, token.item_id)
    # Its maker's own right to see the draft is asked again: it may have been taken since.
    if item is None or not (allowed(token.user, "view", item) or allowed(token.user, "change", item)):
        return None
    note_use(token, Verb.OPEN_PREVIEW, item)
    return preview(item)


def preview(item: Item) -> Preview:
    """The item as it stands on the desk, composed as publishing it now would."""
    (snapshot,) = snapshots([item])
    references = [ref for ref in snapshot.references if ref.field != documents.Field.TRANSLATIONS]
    if isinstance(item, Article):
        references += [documents.Ref(documents.Field.TRANSLATIONS, pk) for pk in _translations(item)]
    shown, hidden = _labels({reference.target for reference in references})
    now = timezone.now()
    document = documents.stamp(
        snapshot.document,
        slug=item.slug,
        edition=item.last_edition + 1,
        first=item.first_published_at or now,
        last=now,
        corrections=_corrections(item),
    )
    whole = documents.compose(document, references, hidden)
    return Preview(
        item=item,
        document=documents.compose(document, references, shown),
        unpublished={field: whole[field] for field in _LINKED if whole.get(field)},
    )


_LINKED = ("people", "events", "participants", "translations")

Labels = dict[UUID, documents.Document]


def _labels(targets: set[UUID]) -> tuple[Labels, Labels]:
    """How targets show inside other documents: those that the public would see, and those on the desk only."""
    shown: Labels = {}
    for model in LIVE_MODELS.values():
        for row in model._default_manager.filter(pk__in=targets):
            shown[row.pk] = documents.label(row)
    for term in (Section, Topic):
        # These go live with their first article.
        for filed in term._default_manager.filter(pk__in=targets):
            shown[filed.pk] = documents.label(filed)
    hidden: Labels = {
        item.pk: {"id": str(item.pk), **documents.label(item)}
        for kind in ITEM_MODELS.values()
        for item in kind._default_manager.filter(pk__in=targets - shown.keys())
    }
    return shown, hidden


def _translations(article: Article) -> list[UUID]:
    """The other articles of the translation group, as the desk has it."""
    root = article.translation_of_id or article.pk
    group = Article.objects.filter(Q(pk=root) | Q(translation_of_id=root)).exclude(pk=article.pk)
    return list(group.values_list("pk", flat=True))


def _corrections(item: Item) -> list[documents.Document]:
    edition = Edition.objects.filter(item_id=item.pk, number=item.last_edition).first()
    document: Any = edition.document if edition else {}
    return document.get("corrections", [])
