"""Restore: an earlier version of a desk item becomes its newest one. Nothing public changes."""

from collections.abc import Mapping
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from ..models.base import Item
from ..models.revision import Revision
from ..models.taxonomy import Topic
from .audit import Verb, note
from .capture import LINKS
from .errors import Refused
from .revise import revise


def restore(item: Item, *, version: int, by: Any) -> list[str]:
    """Save `item` as it was with `version`, as a new version.

    Returns what could not come back: links to items that are deleted since. The address of an item that was
    ever published stays: it is the public's, not the version's. A link to a record that was merged since leads to the
    one that stayed. Raises `Refused` where there is no such version, `Conflict` where someone saved meanwhile.
    """
    revision = Revision.objects.filter(item_kind=item.kind, item_id=item.pk, version=version).first()
    if revision is None:
        shown = {"version": version, "title": item}
        raise Refused(_("There is no version %(version)d of “%(title)s”.") % shown)
    data: Any = revision.data
    opened = item.version
    lost = _missing(item, data["fields"], label=item.label)
    for column in item._meta.concrete_fields:
        if column.name not in data["fields"] or (column.name == "slug" and item.was_ever_published):
            continue
        value = data["fields"][column.name]
        if not (isinstance(column, models.ForeignKey) and _gone(column, value)):
            setattr(item, column.attname, column.to_python(value))

    def save() -> None:
        item.save()
        for relation in LINKS[item.kind]:
            lost.extend(_replace_rows(item, relation, data["links"].get(relation, [])))
        if "topics" in data["links"]:
            item.topics.set(Topic.objects.filter(pk__in=data["links"]["topics"]))  # type: ignore[attr-defined]
        note(Verb.RESTORE, item, by=by, version=version)

    revise(item, by=by, save=save, expected_version=opened)
    return lost


def _replace_rows(item: Item, relation: str, rows: list[dict[str, Any]]) -> list[str]:
    """Make the rows of `relation` those of the revision, with the ids they had where these are not another item's now,
    by a merge or a split.
    """
    manager = getattr(item, relation)
    model, parent = manager.model, manager.field.name
    lost: list[str] = []
    manager.all().delete()
    elsewhere = {
        str(pk)
        for pk in model._default_manager.filter(pk__in=[row["id"] for row in rows]).values_list(
            "pk", flat=True
        )
    }
    for row in rows:
        missing = _missing(model, row, label=row.get("role") or str(model._meta.verbose_name))
        if missing:
            lost += missing
            continue
        columns = [column for column in model._meta.concrete_fields if column.name in row]
        if row["id"] in elsewhere:
            columns.remove(model._meta.pk)
        values = {column.attname: column.to_python(row[column.name]) for column in columns}
        model._default_manager.create(**values, **{parent: item})
    return lost


def _missing(model: Any, values: Mapping[str, Any], *, label: str) -> list[str]:
    """Foreign keys among `values` whose target is gone, as words for the editor."""
    keys = (column for column in model._meta.concrete_fields if isinstance(column, models.ForeignKey))
    return [f"{label} ({key.verbose_name})" for key in keys if _gone(key, values.get(key.name))]


def _gone(key: models.ForeignKey, value: Any) -> bool:
    return value is not None and not key.remote_field.model._default_manager.filter(pk=value).exists()
