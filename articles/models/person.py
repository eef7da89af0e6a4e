"""The person on the desk: names and offices over time."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .base import Item, Row
from .fields import PartialDateField, validate_nesting, validate_web_addresses


class Person(Item):
    """Someone the collection names."""

    kind = "person"
    label_field = "name"

    name = models.CharField(_("name"), max_length=200)
    name_key = models.CharField(max_length=200, editable=False, default="", db_index=True)
    summary = models.TextField(_("summary"), blank=True, default="", validators=[validate_nesting])
    same_as = models.JSONField(
        _("authority links"), default=list, blank=True, validators=[validate_web_addresses],
        help_text=_("Addresses of the same person elsewhere, such as Wikidata or VIAF."),
    )  # fmt: skip
    folded = models.TextField(editable=False, default="")

    class Meta(Item.Meta):
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["name", "id"]
        indexes = [
            models.Index(fields=["name", "id"], name="person_by_name"),
            models.Index(fields=["folded"], name="person_by_folded_name"),
        ]
        permissions = [
            ("publish_person", _("Can publish people")),
            ("withdraw_person", _("Can withdraw people")),
            ("erase_person", _("Can erase people for good")),
        ]


class OtherName(Row):
    """Another spelling or name of the same person; the importer recognises it too."""

    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, related_name="other_names", db_index=False, verbose_name=_("person")
    )
    name = models.CharField(_("name"), max_length=200)
    name_key = models.CharField(max_length=200, editable=False, default="", db_index=True)

    class Meta:
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
        ordering = ["person", "name"]
        constraints = [models.UniqueConstraint(fields=["person", "name"], name="other_name_once")]

    def __str__(self) -> str:
        return self.name


class Position(Row):
    """An office someone holds or held."""

    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, related_name="positions", verbose_name=_("person")
    )
    rank = models.PositiveSmallIntegerField(_("rank"), default=0)
    title = models.CharField(pgettext_lazy("office", "title"), max_length=300)
    organisation = models.CharField(_("organisation"), max_length=300, blank=True, default="")
    country = models.CharField(_("country"), max_length=100, blank=True, default="")
    start = PartialDateField(_("from"))
    end = PartialDateField(_("to"))

    class Meta:
        verbose_name = _("position")
        verbose_name_plural = _("positions")
        ordering = ["person", "rank", "id"]

    def __str__(self) -> str:
        return ", ".join(filter(None, [self.title, self.country]))
