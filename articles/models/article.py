"""The article on the desk, and its photos."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .base import Item, Row
from .fields import PartialDateField, validate_language, validate_nesting, validate_string_list
from .folded import FoldedIndex
from .images import check_extension, validate_photo
from .taxonomy import Section, Topic


class Article(Item):
    """A story as editors work on it."""

    kind = "article"
    label_field = "title"

    title = models.CharField(_("title"), max_length=500)
    title_proposed = models.BooleanField(
        _("title is a proposal"), default=False,
        help_text=_("The source has no title; this one was made from its lead."),
    )  # fmt: skip
    dek = models.TextField(_("dek"), blank=True, default="", help_text=_("The standfirst under the title."))
    body = models.TextField(_("body"), blank=True, default="", validators=[validate_nesting])
    language = models.CharField(_("language"), max_length=16, default="vi", validators=[validate_language])
    date = PartialDateField(
        _("date"),
        help_text=_("When the story first appeared, as far as known: 2021-07-06, 2021-07, XXXX-07-13."),
    )
    dateline = models.CharField(_("dateline"), max_length=200, blank=True, default="")
    byline = models.JSONField(_("byline"), default=list, blank=True, validators=[validate_string_list])
    agencies = models.JSONField(_("agencies"), default=list, blank=True, validators=[validate_string_list])
    section = models.ForeignKey(
        Section,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("section"),
    )
    topics = models.ManyToManyField(Topic, blank=True, related_name="articles", verbose_name=_("topics"))
    translation_of = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="translations",
        verbose_name=_("translation of"),
    )  # fmt: skip
    people: models.ManyToManyField = models.ManyToManyField(
        "Person", through="Mention", related_name="articles", verbose_name=_("people")
    )
    events: models.ManyToManyField = models.ManyToManyField(
        "Event", through="Coverage", related_name="articles", verbose_name=_("events")
    )
    folded = models.TextField(editable=False, default="")

    class Meta(Item.Meta):
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-updated_at", "id"]
        indexes = [
            models.Index(fields=["-updated_at", "id"], name="article_by_update"),
            FoldedIndex(fields=["folded", "id"], name="article_by_folded_text"),
        ]
        permissions = [
            ("publish_article", _("Can publish articles")),
            ("withdraw_article", _("Can withdraw articles")),
            ("erase_article", _("Can erase articles for good")),
        ]


class Photo(Row):
    """A photo of an article, or only its caption where the file did not come along."""

    article = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="photos", verbose_name=_("article")
    )
    rank = models.PositiveSmallIntegerField(_("rank"), default=0)
    after_paragraph = models.PositiveIntegerField(
        _("after paragraph"), default=0, help_text=_("0: before the first paragraph.")
    )
    caption = models.TextField(_("caption"), blank=True, default="")
    credit = models.CharField(_("credit"), max_length=300, blank=True, default="")
    alternative_text = models.CharField(_("alternative text"), max_length=500, blank=True, default="")
    file = models.FileField(
        _("file"), upload_to="newsroom/%Y/%m/", blank=True, default="",
        validators=[check_extension, validate_photo],
    )  # fmt: skip

    class Meta:
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        ordering = ["article", "after_paragraph", "rank", "id"]

    def __str__(self) -> str:
        return self.caption or self.credit or str(_("photo"))
