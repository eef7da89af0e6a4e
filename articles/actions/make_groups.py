"""Make the three groups of a newsroom, as ordinary Django groups with ordinary permissions."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction

from ..models.kinds import ITEM_MODELS

TERMS = ("section", "topic")

REPORTER = {
    *(f"{verb}_{kind}" for verb in ("view", "add", "change_own") for kind in ITEM_MODELS),
    *(f"view_{name}" for name in (*TERMS, "source", "suggestion", "revision", "schedule")),
}
EDITOR = REPORTER | {
    *(f"{verb}_{kind}" for verb in ("change", "delete", "publish") for kind in ITEM_MODELS),
    *(f"{verb}_{term}" for verb in ("add", "change", "delete") for term in TERMS),
    "change_suggestion", "merge_person", "merge_event", "view_merge", "view_auditentry",
    "view_importrun", "add_importrun", "undo_importrun",
}  # fmt: skip
MANAGER = EDITOR | {
    *(f"{verb}_{kind}" for verb in ("withdraw", "embargo") for kind in ITEM_MODELS),
    *(f"{verb}_{name}" for verb in ("view", "add", "change", "delete") for name in ("token", "webhook")),
    "view_delivery",
}
# To erase is nobody's by belonging to a group: there is no way back, and the ground is one in law. Whoever runs the
# site names the people who may.
GROUPS = {"reporter": REPORTER, "editor": EDITOR, "manager": MANAGER}


def make_groups() -> dict[str, int]:
    """Make what is missing of the groups; returns how many permissions each one got."""
    added = {}
    with transaction.atomic():
        for name, codenames in GROUPS.items():
            group, _made = Group.objects.get_or_create(name=name)
            wanted = Permission.objects.filter(content_type__app_label="articles", codename__in=codenames)
            missing = wanted.exclude(pk__in=group.permissions.values("pk"))
            added[name] = missing.count()
            group.permissions.add(*missing)
    return added
