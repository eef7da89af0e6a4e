"""Links of an item as the desk API reads, shows and saves them: each a list that replaces the one there is.

Rows that stay keep their ids.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from articles.models import Item, OtherName, Topic

from .bodies import ManyWrong, Wrong, identifier

MOST = 500
"""Rows of one link."""


@dataclass(frozen=True, slots=True)
class Link:
    """A list of rows of `model` under an item. `columns` maps names of the API to columns; `key` tells rows apart."""

    model: type[Any]
    relation: str
    columns: dict[str, str]
    key: str
    target: type[Any] | None = None
    ranked: bool = True

    def read(self, value: Any) -> list[dict[str, Any]]:
        """The rows sent, as columns. Raises `Wrong`."""
        if not isinstance(value, list) or len(value) > MOST:
            raise Wrong(_("must be a list of up to {most} entries").format(most=MOST))
        rows: list[dict[str, Any]] = []
        wrong: dict[str, str] = {}
        for index, entry in enumerate(value):
            try:
                rows.append(self._row(entry, index))
            except Wrong as error:
                wrong |= error.reasons
        if wrong:
            raise ManyWrong(wrong)
        keys = [row[self.key] for row in rows if row.get(self.key)]
        if len(set(keys)) != len(keys):
            raise Wrong(_("names the same one twice"))
        if self.target is not None:
            there = set(self.target._default_manager.filter(pk__in=keys).values_list("pk", flat=True))
            for index, key in enumerate(keys):
                if key not in there:
                    raise Wrong(_("there is no such record"), f"{index}.id")
        return rows

    def _row(self, entry: Any, index: int) -> dict[str, Any]:
        if not isinstance(entry, dict):
            raise Wrong(_("must be an object"), str(index))
        row: dict[str, Any] = {}
        wrong: dict[str, str] = {}
        for name, value in entry.items():
            column = self.columns.get(name)
            if column is None:
                known = ", ".join(self.columns)
                wrong[f"{index}.{name}"[:100]] = _("unknown key; there are: {names}").format(names=known)
                continue
            try:
                if name == "id":
                    row[column] = identifier(value)
                else:
                    row[column] = clean(self.model._meta.get_field(column), value)
            except Wrong as error:
                wrong[f"{index}.{name}"] = str(error)
        if self.target is not None and "id" not in entry:
            wrong[f"{index}.id"] = _("is required")
        if wrong:
            raise ManyWrong(wrong)
        return row

    def show(self, item: Any) -> list[dict[str, Any]]:
        """The rows as the API shows them; prefetched or not."""
        return [
            {name: plain(getattr(row, column)) for name, column in self.columns.items()}
            for row in getattr(item, self.relation).all()
        ]

    def save(self, item: Item, rows: Sequence[dict[str, Any]]) -> None:
        """Make the rows of `item` these."""
        manager = getattr(item, self.relation)
        have = {getattr(row, self.key): row for row in manager.all()}
        wanted = {row[self.key] for row in rows if row.get(self.key)}
        for key, old in have.items():
            if key not in wanted:
                old.delete()
        for rank, columns in enumerate(rows):
            key = columns.get(self.key)
            row = have.get(key) if key else None
            if row is None:
                # An id that is not of this item is nobody's to choose.
                row = self.model(**{manager.field.name: item})
            for column, value in columns.items():
                if column != "id":
                    setattr(row, column, value)
            if self.ranked:
                row.rank = rank
            row.save()


@dataclass(frozen=True, slots=True)
class Names:
    """Other names: a plain list of strings."""

    def read(self, value: Any) -> list[str]:
        """Names without blanks around them. Raises `Wrong`."""
        field = OtherName._meta.get_field("name")
        if not isinstance(value, list) or len(value) > MOST:
            raise Wrong(_("must be a list of up to {most} entries").format(most=MOST))
        names = [clean(field, name) for name in value]
        if len(set(names)) != len(names):
            raise Wrong(_("names the same one twice"))
        return names

    def show(self, item: Any) -> list[str]:
        """As the API shows them."""
        return [other.name for other in item.other_names.all()]

    def save(self, item: Any, names: Sequence[str]) -> None:
        """Make the other names of a person these."""
        have = {other.name: other for other in item.other_names.all()}
        for name, old in have.items():
            if name not in names:
                old.delete()
        for name in names:
            if name not in have:
                OtherName.objects.create(person=item, name=name)


@dataclass(frozen=True, slots=True)
class Topics:
    """Topics by their slugs."""

    def read(self, value: Any) -> list[Topic]:
        """Topics that there are. Raises `Wrong`."""
        if not isinstance(value, list) or not all(isinstance(slug, str) for slug in value):
            raise Wrong(_("must be a list of slugs"))
        found = {topic.slug: topic for topic in Topic.objects.filter(slug__in=value[:MOST])}
        if missing := [slug for slug in value if slug not in found]:
            raise Wrong(_("there is no topic “{slug}”").format(slug=missing[0]))
        return list(found.values())

    def show(self, item: Any) -> list[str]:
        """As the API shows them."""
        return [topic.slug for topic in item.topics.all()]

    def save(self, item: Any, topics: Sequence[Topic]) -> None:
        """File the article under these."""
        item.topics.set(topics)


def clean(field: Any, value: Any) -> Any:
    """A value as the model field takes it: of the right JSON type, and valid. Raises `Wrong`."""
    kind, name = {
        "BooleanField": (bool, _("true or false")),
        "JSONField": (list, _("a list of strings")),
        "PositiveIntegerField": (int, _("a whole number")),
        "PositiveSmallIntegerField": (int, _("a whole number")),
    }.get(field.get_internal_type(), (str, _("a string")))
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise Wrong(_("must be {kind}").format(kind=name))
    try:
        return field.clean(value.strip() if isinstance(value, str) else value, None)
    except ValidationError as error:
        raise Wrong(" ".join(error.messages)) from error


def plain(value: Any) -> Any:
    """A column as JSON has it."""
    return str(value) if isinstance(value, UUID) else value
