"""Who may do what: ordinary Django permissions, asked in one place."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils.translation import gettext as _

from ..models.base import Item
from ..models.revision import Revision


def require(by: Any, verb: str, model: type[models.Model] | models.Model) -> None:
    """Raise `PermissionDenied` unless `by` holds `articles.<verb>_<model>`, or may change this draft of their own.

    `by=None` is the operator: management commands, which have no user.
    """
    if not allowed(by, verb, model):
        raise PermissionDenied(
            _("You need the permission “%(permission)s”.") % {"permission": _permission(verb, model)}
        )


def allowed(by: Any, verb: str, model: type[models.Model] | models.Model) -> bool:
    """Whether `require` would let `by` pass."""
    if by is None or by.has_perm(_permission(verb, model)):
        return True
    return verb == "change" and isinstance(model, Item) and _is_own_draft(by, model)


def _permission(verb: str, model: type[models.Model] | models.Model) -> str:
    return f"articles.{verb}_{model._meta.model_name}"


def _is_own_draft(by: Any, item: Item) -> bool:
    """Whether `by` may change the drafts they began, and this is one: never published, its first version theirs."""
    return (
        by.has_perm(_permission("change_own", item))
        and type(item)._default_manager.filter(pk=item.pk, last_edition=0).exists()
        and Revision.objects.filter(item_kind=item.kind, item_id=item.pk, version=1, by_id=by.pk).exists()
    )
