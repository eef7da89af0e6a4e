"""Watch permissions: what accounts and groups gain and lose is noted in the audit log, whoever changes it and where.

The signals of Django's own tables do not know who acts. The admin's log does: its line follows as one of its own.
What `loaddata` brings was noted where it happened, and comes with its own lines.
"""

from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db.models.signals import m2m_changed, post_save, pre_save

from ..models.audit import AuditEntry
from .audit import note

_SHOWN = 100
_FLAGS = ("is_superuser", "is_staff", "is_active")
_VERBS = {"post_add": "added", "post_remove": "taken", "pre_clear": "taken"}


def watch_permissions() -> None:
    """Start watching; called once, when the app is ready. A user model without groups has nothing to watch."""
    user = get_user_model()
    for model, name in ((user, "groups"), (user, "user_permissions"), (Group, "permissions")):
        if relation := getattr(model, name, None):
            m2m_changed.connect(_changed, sender=relation.through, dispatch_uid=f"newsroom-{model}-{name}")
    post_save.connect(_loaded, sender=Group, dispatch_uid="newsroom-group")
    pre_save.connect(_before, sender=user, dispatch_uid="newsroom-flags-before")
    post_save.connect(_saved, sender=user, dispatch_uid="newsroom-flags")
    # The admin is the host's to install or not; a receiver that waits for an app which never comes fails a check.
    if apps.is_installed("django.contrib.admin"):
        post_save.connect(_logged, sender="admin.LogEntry", dispatch_uid="newsroom-admin-log")


def _loaded(*, instance: Any, raw: bool, **kwargs: Any) -> None:
    # Relations are loaded right after their row, through this very object, and their signal does not say so.
    instance._is_loaded = raw


def _before(*, instance: Any, raw: bool, update_fields: Any, sender: Any, **kwargs: Any) -> None:
    # A login saves one column, and costs nothing here.
    columns = {field.name for field in sender._meta.concrete_fields}
    names = [name for name in _FLAGS if name in columns and (update_fields is None or name in update_fields)]
    known = not raw and not instance._state.adding and names
    rows = sender._base_manager.filter(pk=instance.pk).values(*names) if known else ()
    instance._flags_before = next(iter(rows), None)


def _saved(*, instance: Any, created: bool, raw: bool, **kwargs: Any) -> None:
    _loaded(instance=instance, raw=raw)
    before = instance.__dict__.pop("_flags_before", None) or {}
    if created and not raw and getattr(instance, "is_superuser", False):
        before = {"is_superuser": False}
    changed = [name for name in before if before[name] != getattr(instance, name)]
    for verb, value in (("added", True), ("taken", False)):
        if names := [name for name in changed if getattr(instance, name) is value]:
            note(AuditEntry.Verb.PERMISSIONS, instance, by=None, **{verb: names})


def _changed(
    *, instance: Any, action: str, reverse: bool, model: Any, pk_set: Any, sender: Any, **kwargs: Any
) -> None:
    if action not in _VERBS or getattr(instance, "_is_loaded", False):
        return
    if action == "pre_clear":
        (source, target) = (field.name for field in sender._meta.fields if field.remote_field)
        if reverse:
            source, target = target, source
        pk_set = set(sender._default_manager.filter(**{source: instance.pk}).values_list(target, flat=True))
    if not pk_set:
        return
    others = model._default_manager.filter(pk__in=pk_set)
    if reverse:
        # Seen from the group or the permission: each account is a line.
        for other in others[:_SHOWN]:
            note(AuditEntry.Verb.PERMISSIONS, other, by=None, **{_VERBS[action]: [str(instance)]})
        return
    names = [getattr(other, "codename", None) or str(other) for other in others[:_SHOWN]]
    note(AuditEntry.Verb.PERMISSIONS, instance, by=None, **{_VERBS[action]: sorted(names)})


def _logged(*, instance: Any, created: bool, raw: bool, **kwargs: Any) -> None:
    if raw or not created:
        return
    content_type = instance.content_type
    if content_type is None or content_type.model_class() not in (get_user_model(), Group):
        return
    subject = content_type.model_class()._default_manager.filter(pk=instance.object_id).first()
    if subject is not None:
        note(AuditEntry.Verb.PERMISSIONS, subject, by=instance.user, change=str(instance))
