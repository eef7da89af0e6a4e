"""What every desk table shares, and what the three kinds of item share."""

import uuid
from typing import ClassVar, Self, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _


class Row(models.Model):
    """A desk row. Its id is the same on every site that imports the same file, and is never reused."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    class Meta:
        abstract = True


class State(models.TextChoices):
    """Where an item stands between the desk and the public; derived, never stored."""

    DRAFT = "draft", _("draft")
    LIVE = "live", _("live")
    CHANGED = "changed", _("live, changed since")
    WITHDRAWN = "withdrawn", _("withdrawn")


STATE_CONDITIONS = {
    State.DRAFT: Q(live_edition=None, withdrawn_at=None),
    State.LIVE: Q(live_edition__isnull=False, published_version=F("version")),
    State.CHANGED: Q(live_edition__isnull=False) & ~Q(published_version=F("version")),
    State.WITHDRAWN: Q(withdrawn_at__isnull=False),
}


AnyItem = TypeVar("AnyItem", bound="Item")


class ItemQuerySet(models.QuerySet[AnyItem]):
    def in_state(self, state: State | str) -> Self:
        """Items that stand in `state`."""
        return self.filter(STATE_CONDITIONS[State(state)])

    def published(self) -> Self:
        """Items that have a live edition."""
        return self.filter(live_edition__isnull=False)


ItemManager = models.Manager.from_queryset(ItemQuerySet)


class Item(Row):
    """An Article, a Person or an Event as editors work on it. Only `articles.actions` writes these fields."""

    kind: ClassVar[str]
    label_field: ClassVar[str]

    slug = models.SlugField(
        _("slug"), max_length=100, blank=True, default="",
        help_text=_("The public address. Follows the title until the first publishing, which makes it unique."),
    )  # fmt: skip
    editors_note = models.TextField(
        _("private note"), blank=True, default="", help_text=_("For colleagues. Never published.")
    )
    version = models.PositiveIntegerField(pgettext_lazy("revision", "version"), default=1, editable=False)
    last_edition = models.PositiveIntegerField(_("last edition"), default=0, editable=False)
    live_edition = models.PositiveIntegerField(_("live edition"), null=True, editable=False)
    published_version = models.PositiveIntegerField(_("published version"), null=True, editable=False)
    first_published_at = models.DateTimeField(_("first published"), null=True, editable=False)
    last_published_at = models.DateTimeField(_("last published"), null=True, editable=False)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, editable=False)
    created_at = models.DateTimeField(_("created"), default=timezone.now, editable=False)
    updated_at = models.DateTimeField(_("last changed"), default=timezone.now, editable=False)
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, editable=False,
        related_name="+", verbose_name=_("last changed by"),
    )  # fmt: skip

    objects = ItemManager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(live_edition=None) | Q(withdrawn_at=None),
                name="%(app_label)s_%(class)s_live_or_withdrawn",
                violation_error_message=_("An item is live or withdrawn, not both."),
            )
        ]

    def __str__(self) -> str:
        return self.label or gettext("(no title)")

    @property
    def label(self) -> str:
        """The title of an article, the name of a person or an event."""
        return getattr(self, self.label_field)

    @property
    def state(self) -> State:
        if self.withdrawn_at is not None:
            return State.WITHDRAWN
        if self.live_edition is None:
            return State.DRAFT
        return State.LIVE if self.published_version == self.version else State.CHANGED

    @property
    def was_ever_published(self) -> bool:
        return self.last_edition > 0
