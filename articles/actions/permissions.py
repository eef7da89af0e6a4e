"""Who may do what: ordinary Django permissions, asked in one place."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils.translation import gettext as _


def require(by: Any, verb: str, model: type[models.Model] | models.Model) -> None:
    """Raise `PermissionDenied` unless `by` holds `articles.<verb>_<model>`.

    `by=None` is the operator: management commands and tasks, which have no user.
    """
    if by is None:
        return
    permission = f"articles.{verb}_{model._meta.model_name}"
    if not by.has_perm(permission):
        raise PermissionDenied(_("You need the permission “%(permission)s”.") % {"permission": permission})
