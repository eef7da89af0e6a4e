"""The event on the desk."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .base import Item
from .fields import PartialDateField, validate_nesting


class Event(Item):
    """Something that happened, reported by one article or many."""

    kind = "event"
    label_field = "name"

    class Kind(models.TextChoices):
        TALKS = "talks", _("talks")
        PHONE_CALL = "phone_call", _("phone call")
        VISIT = "visit", _("visit")
        MEETING = "meeting", _("meeting")
        CONFERENCE = "conference", _("conference")
        DIALOGUE = "dialogue", _("dialogue")
        CONSULTATION = "consultation", _("consultation")
        CEREMONY = "ceremony", _("ceremony")
        SIGNING = "signing", _("signing")
        ANNIVERSARY = "anniversary", _("anniversary")
        OTHER = "other", _("other")

    name = models.CharField(_("name"), max_length=300)
    event_kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.OTHER)
    date = PartialDateField(_("date"), help_text=_("2021-07-06, 2021-07, XXXX-07-13, 2019-03-02/2019-03-05."))
    date_inferred = models.BooleanField(
        _("date is inferred"),
        default=False,
        help_text=_("A part of the date comes from elsewhere in the text."),
    )
    place = models.CharField(_("place"), max_length=200, blank=True, default="")
    summary = models.TextField(_("summary"), blank=True, default="", validators=[validate_nesting])
    people: models.ManyToManyField = models.ManyToManyField(
        "Person", through="Participation", related_name="events", verbose_name=_("participants")
    )
    folded = models.TextField(editable=False, default="")

    class Meta(Item.Meta):
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["-updated_at", "id"]
        indexes = [
            models.Index(fields=["-updated_at", "id"], name="event_by_update"),
            models.Index(fields=["date"], name="event_by_date"),
        ]
        permissions = [
            ("publish_event", _("Can publish events")),
            ("withdraw_event", _("Can withdraw events")),
            ("erase_event", _("Can erase events for good")),
        ]
