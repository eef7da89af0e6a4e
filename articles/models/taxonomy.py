"""Sections and topics: how a newsroom files its stories."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .base import Row


class Term(Row):
    """A named heading with a public address."""

    name = models.CharField(_("name"), max_length=200, unique=True)
    slug = models.SlugField(_("slug"), max_length=100, unique=True)

    class Meta:
        abstract = True
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Section(Term):
    """The part of the paper a story belongs to; one an article."""

    class Meta(Term.Meta):
        verbose_name = _("section")
        verbose_name_plural = _("sections")


class Topic(Term):
    """What a story is about; any number an article."""

    class Meta(Term.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
