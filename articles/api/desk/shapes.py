"""What the desk API takes and answers as JSON Schema, for its OpenAPI document."""

from typing import Any

from articles.api.public.shapes import COUNT, MAYBE, MOMENT, TEXT, UUID, Schema, many, page, ref, strict
from articles.models import (
    ITEM_MODELS,
    Article,
    AuditEntry,
    Delivery,
    Schedule,
    Stage,
    State,
    Suggestion,
    Token,
)

from .fields import KINDS, MOST, PUBLIC, Kind, Link

WHEN: Schema = {"type": ["string", "null"], "format": "date-time"}
VERSION: Schema = {"type": "integer", "minimum": 1}
BYTES: Schema = {"contentMediaType": "image/*", "description": "The bytes of the file."}
REF: Schema = {"type": ["string", "null"], "format": "uuid"}


def body(required: tuple[str, ...] = (), /, **members: Schema) -> Schema:
    """A request's object: a closed list of keys, some of which have to be there."""
    return {**strict(**members), "required": list(required)}


def _column(field: Any) -> Schema:
    match field.get_internal_type():
        case "BooleanField":
            return {"type": "boolean"}
        case "JSONField":
            return many(TEXT)
        case "PositiveIntegerField" | "PositiveSmallIntegerField":
            return COUNT
    found: Schema = {"type": "string"}
    if choices := getattr(field, "choices", None):
        return {"enum": [value for value, _label in choices]}
    return found | ({"maxLength": field.max_length} if field.max_length else {})


def _rows(link: Any, *, written: bool) -> Schema:
    """A list of links, as it is read or written."""
    if not isinstance(link, Link):
        return {**many(TEXT), "maxItems": MOST} if written else many(TEXT)
    columns = {
        name: UUID if name == "id" else _column(link.model._meta.get_field(column))
        for name, column in link.columns.items()
    }
    if not written:
        return many(strict(**columns))
    return {**many(body(("id",) if link.target else (), **columns)), "maxItems": MOST}


def _writable(kind: Kind, *, written: bool) -> dict[str, Schema]:
    members = {PUBLIC.get(name, name): _column(kind.model._meta.get_field(name)) for name in kind.fields}
    if kind.model is Article:
        members["section"] = {**MAYBE, "description": "Slug of a section."}
        members["translation_of"] = {**REF, "description": "The article that this one translates."}
        if not written:
            files = {"type": "object", "additionalProperties": TEXT}
            members["photo_files"] = {**files, "description": "By id of the photo, where its file is."}
    return members | {name: _rows(link, written=written) for name, link in kind.links.items()}


def _row(kind: Kind) -> dict[str, Schema]:
    return {
        "id": UUID, "type": {"const": kind.name}, "slug": TEXT, kind.model.label_field: TEXT, "version": VERSION,
        "state": {"enum": State.values}, "stage": {"enum": Stage.values},
        "submission": {"anyOf": [ref("Submission"), {"type": "null"}]}, "schedules": many(ref("Schedule")),
        "live_edition": {"type": ["integer", "null"]}, "first_published_at": WHEN, "last_published_at": WHEN,
        "withdrawn_at": WHEN, "created_at": MOMENT, "updated_at": MOMENT, "updated_by": MAYBE,
    }  # fmt: skip


def schemas() -> dict[str, Schema]:
    """All of them."""
    found = dict(SCHEMAS)
    for kind in KINDS.values():
        name = kind.name.title()
        shown = _writable(kind, written=False)

        found[f"{name}Row"] = strict(f"A {kind.name} in a list.", **_row(kind))
        found[name] = strict(f"A {kind.name} with all that can be written.", **{**_row(kind), **shown})
        written = _writable(kind, written=True)
        found[f"New{name}"] = body((kind.model.label_field,), **written)
        found[f"{name}Changes"] = body(
            (), **written, version={**VERSION, "description": "Instead of If-Match; a conflict is then 409."}
        )
    return found


_TOKEN = {
    "id": UUID, "name": TEXT, "user": TEXT, "scopes": many({"enum": Token.Scope.values}), "created_at": MOMENT,
    "expires_at": MOMENT, "last_used_at": WHEN, "revoked_at": WHEN,
}  # fmt: skip
_PREVIEW = {"id": UUID, "by": TEXT, "created_at": MOMENT, "expires_at": MOMENT}
_WEBHOOK = {
    "id": UUID, "name": TEXT, "url": TEXT, "kinds": many({"enum": list(ITEM_MODELS)}), "created_at": MOMENT,
    "delivered_at": WHEN, "on": {"type": "boolean"}, "disabled_reason": TEXT,
}  # fmt: skip
_SHOWN_ONCE = {"type": "string", "description": "Shown this once."}
_BRIEF = strict(id=UUID, name=TEXT, state={"enum": State.values}, version=VERSION)
SCHEMAS: dict[str, Schema] = {
    "Submission": strict(by=MAYBE, at=MOMENT, note=TEXT, version=VERSION),
    "Planned": strict(
        kind={"enum": list(ITEM_MODELS)}, item=UUID, what={"enum": Schedule.What.values}, at=MOMENT,
        note=TEXT, by=MAYBE, set_at=MOMENT, failed_at=WHEN, reason=TEXT,
    ),
    "Changes": strict(
        edition={"type": ["integer", "null"]}, version=VERSION,
        fields=many(strict(name=TEXT, pieces=many(strict(op={"enum": ["same", "out", "in"]}, text=TEXT)))),
    ),
    "Schedule": strict(
        what={"enum": Schedule.What.values}, at=MOMENT, note=TEXT, by=MAYBE, set_at=MOMENT, failed_at=WHEN, reason=TEXT
    ),
    "Preview": strict(**_PREVIEW),
    "NewPreview": strict(**_PREVIEW, token=_SHOWN_ONCE),
    "RevisionRow": strict(version=VERSION, at=MOMENT, by=MAYBE),
    "Revision": strict(
        version=VERSION, at=MOMENT, by=MAYBE, fields={"type": "object"}, links={"type": "object"}
    ),
    "Diff": strict(
        **{"from": VERSION, "to": VERSION},
        fields=many(strict(name=TEXT, pieces=many(strict(op={"enum": ["same", "out", "in"]}, text=TEXT)))),
    ),
    "Suggestion": strict(
        id=UUID, article=UUID, source=UUID, kind={"enum": Suggestion.Kind.values}, value={"type": "object"},
        evidence={}, sure={"type": "boolean"}, reason=TEXT, person=REF, event=REF,
        decision={"enum": Suggestion.Decision.values}, decided_at=WHEN, decided_by=MAYBE,
        decided_by_rule={"type": "boolean"},
    ),
    "WaitingName": strict(kind=TEXT, name=TEXT, count=COUNT),
    "Merge": strict(
        id=VERSION, kind={"enum": ["person", "event"]}, survivor=UUID, absorbed=UUID, at=MOMENT, by=MAYBE,
        undone_at=WHEN, undone_by=MAYBE,
    ),
    "MergePlan": {
        "type": "object", "required": ["survivor", "absorbed"], "properties": {"survivor": _BRIEF, "absorbed": _BRIEF},
    },
    "Pair": strict(one=_BRIEF, other=_BRIEF, reason=TEXT),
    "Token": strict(**_TOKEN),
    "NewToken": strict(**_TOKEN, token=_SHOWN_ONCE),
    "AuditEntry": strict(
        id=VERSION, at=MOMENT, verb={"enum": AuditEntry.Verb.values}, kind=TEXT, item=TEXT, label=TEXT, by=MAYBE,
        token=MAYBE, details={},
    ),
    "Webhook": strict(**_WEBHOOK),
    "NewWebhook": strict(**_WEBHOOK, secret=_SHOWN_ONCE),
    "Delivery": strict(
        id=UUID, payload={"type": "object"}, status={"enum": Delivery.Status.values}, attempts=COUNT, answer={},
        made_at=MOMENT, done_at=WHEN, due_at=WHEN,
    ),
    "Index": {"type": "object", "required": ["user", "permissions", "scopes"]},
    "PreviewDocument": {
        "type": "object",
        "description": "The draft in the public shape; links that the public would not get, in `unpublished`.",
        "required": ["id", "type", "unpublished"],
    },
    "Problem": {
        "type": "object", "description": "What went wrong (RFC 9457).", "required": ["type", "title", "status"],
        "properties": {"type": TEXT, "title": TEXT, "status": {"type": "integer"}, "detail": TEXT},
    },
    "InvalidRequest": {
        "allOf": [
            ref("Problem"),
            {
                "type": "object",
                "properties": {
                    "invalid_params": many(strict(name=TEXT, reason=TEXT)),
                    "errors": many(strict(field=TEXT, reason=TEXT)),
                },
            },
        ]
    },
    "Conflict": {
        "allOf": [
            ref("Problem"),
            {
                "type": "object",
                "properties": {
                    "version": VERSION, "reasons": many(TEXT),
                    "fields": many(strict(name=TEXT, yours={}, current={})),
                },
            },
        ]
    },
}  # fmt: skip

_PRESENT = many(strict(user=TEXT, since=MOMENT, seen_at=MOMENT))
_IDS: Schema = {**many(UUID), "minItems": 1, "maxItems": 1000}
_HOOK = {
    "name": TEXT,
    "url": {"type": "string", "format": "uri"},
    "kinds": many({"enum": list(ITEM_MODELS)}),
}

Described = tuple[Schema | None, Schema | None, int]
"""What is taken, what is answered, and with which status."""


def described(view: str, method: str, kind: str) -> Described:
    """An operation's shapes; `kind` is the title of the kind of item, where there is one."""
    item = ref(kind or "Index")
    of_items: dict[tuple[str, str], Described] = {
        ("ItemList", "GET"): (None, page(ref(f"{kind}Row")), 200),
        ("ItemList", "POST"): (ref(f"New{kind}"), item, 201),
        ("ItemDetail", "GET"): (None, item, 200),
        ("ItemDetail", "PATCH"): (ref(f"{kind}Changes"), item, 200),
        ("Publish", "POST"): (
            body(note=TEXT, version=VERSION), _with(item, edition=VERSION, note=TEXT), 200
        ),
        ("Withdraw", "POST"): (body(notice=TEXT, replacement=REF, version=VERSION), item, 200),
        ("Reinstate", "POST"): (body(version=VERSION), item, 200),
        ("Submit", "POST"): (body(note=TEXT, version=VERSION), item, 200),
        ("Approve", "POST"): (body(note=TEXT, version=VERSION), item, 200),
        ("SendBack", "POST"): (body(("note",), note=TEXT, version=VERSION), item, 200),
        ("Restore", "POST"): (body(version=VERSION), _with(item, lost={}), 200),
        ("Split", "POST"): (
            body(("name", "owners"), name=TEXT, owners=_IDS, names=many(TEXT), positions=_IDS, version=VERSION),
            item, 201,
        ),
    }  # fmt: skip
    return of_items.get((view, method)) or OPERATIONS.get((view, method)) or (None, None, 200)


def _with(item: Schema, **members: Schema) -> Schema:
    # The item's own schema is closed: what is beside it is said without it.
    return {
        "type": "object",
        "description": f"{item['$ref'].rpartition('/')[2]}, and more.",
        "properties": members,
    }


OPERATIONS: dict[tuple[str, str], Described] = {
    ("Index", "GET"): (None, ref("Index"), 200),
    ("ItemDetail", "DELETE"): (body(version=VERSION), None, 204),
    ("Schedules", "GET"): (None, many(ref("Schedule")), 200),
    ("ScheduleOne", "PUT"): (body(("at",), at=MOMENT, note=TEXT, version=VERSION), ref("Schedule"), 200),
    ("ScheduleOne", "DELETE"): (None, None, 204),
    ("Previews", "GET"): (None, many(ref("Preview")), 200),
    ("Previews", "POST"): (
        body(seconds={"type": "integer", "minimum": 1, "maximum": 604800}), ref("NewPreview"), 201
    ),
    ("PreviewOne", "DELETE"): (None, None, 204),
    ("PreviewDocument", "GET"): (None, ref("PreviewDocument"), 200),
    ("Revisions", "GET"): (None, page(ref("RevisionRow")), 200),
    ("RevisionOne", "GET"): (None, ref("Revision"), 200),
    ("Diff", "GET"): (None, ref("Diff"), 200),
    ("Changes", "GET"): (None, ref("Changes"), 200),
    ("Timetable", "GET"): (None, page(ref("Planned")), 200),
    ("ItemAudit", "GET"): (None, page(ref("AuditEntry")), 200),
    ("Audit", "GET"): (None, page(ref("AuditEntry")), 200),
    ("PhotoFile", "PUT"): (BYTES, ref("Article"), 200),
    ("PhotoFile", "DELETE"): (None, ref("Article"), 200),
    ("Presences", "GET"): (None, _PRESENT, 200),
    ("PresenceOne", "PUT"): (body(), _PRESENT, 200),
    ("PresenceOne", "DELETE"): (None, None, 204),
    ("MergeInto", "GET"): (None, ref("MergePlan"), 200),
    ("MergeInto", "POST"): (body(("absorb",), absorb=UUID, version=VERSION), ref("Merge"), 201),
    ("LikelySame", "GET"): (None, page(ref("Pair")), 200),
    ("LikelySame", "POST"): (body(("one", "other"), one=UUID, other=UUID), None, 204),
    ("MergeList", "GET"): (None, page(ref("Merge")), 200),
    ("Undo", "POST"): (body(), ref("Merge"), 200),
    ("SuggestionList", "GET"): (None, page(ref("Suggestion")), 200),
    ("SuggestionOne", "GET"): (None, ref("Suggestion"), 200),
    ("Accept", "POST"): (body(person=REF, event=REF), ref("Suggestion"), 200),
    ("Reject", "POST"): (body(), ref("Suggestion"), 200),
    ("UndoDecision", "POST"): (body(), ref("Suggestion"), 200),
    ("AcceptMany", "POST"): (body(("ids",), ids=_IDS), many(ref("Suggestion")), 200),
    ("RejectMany", "POST"): (body(("ids",), ids=_IDS), many(ref("Suggestion")), 200),
    ("Names", "GET"): (None, page(ref("WaitingName")), 200),
    ("AcceptName", "POST"): (
        body(("kind", "name"), kind=TEXT, name=TEXT, ids=_IDS, record=REF), strict(decided=COUNT), 200
    ),
    ("RejectName", "POST"): (body(("kind", "name"), kind=TEXT, name=TEXT, ids=_IDS), strict(decided=COUNT), 200),
    ("TokenList", "GET"): (None, many(ref("Token")), 200),
    ("TokenList", "POST"): (
        body(
            ("name", "scopes"), name=TEXT, days={"type": "integer", "minimum": 1},
            scopes={**many({"enum": Token.Scope.values}), "minItems": 1},
        ),
        ref("NewToken"), 201,
    ),
    ("TokenOne", "DELETE"): (None, None, 204),
    ("WebhookList", "GET"): (None, many(ref("Webhook")), 200),
    ("WebhookList", "POST"): (body(("name", "url"), **_HOOK), ref("NewWebhook"), 201),
    ("WebhookOne", "GET"): (None, ref("Webhook"), 200),
    ("WebhookOne", "PATCH"): (body(**_HOOK, on={"type": "boolean"}), ref("Webhook"), 200),
    ("WebhookOne", "DELETE"): (None, None, 204),
    ("Test", "POST"): (body(), ref("Delivery"), 200),
    ("Secret", "POST"): (body(), strict(secret=_SHOWN_ONCE), 200),
    ("DeliveryList", "GET"): (None, page(ref("Delivery")), 200),
    ("Again", "POST"): (body(), ref("Delivery"), 200),
    ("OpenAPI", "GET"): (None, {"type": "object", "required": ["openapi", "info", "paths"]}, 200),
}  # fmt: skip
"""By view and method, those that are the same for each kind of item."""
VERSIONED = {
    ("ItemDetail", "PATCH"), ("ItemDetail", "DELETE"), ("Publish", "POST"), ("Approve", "POST"), ("Restore", "POST"),
    ("MergeInto", "POST"), ("Split", "POST"), ("PhotoFile", "PUT"), ("PhotoFile", "DELETE"),
}  # fmt: skip
"""Operations that want `If-Match`, or `version` in the body."""
MAY_BE_VERSIONED = {
    ("Withdraw", "POST"), ("Reinstate", "POST"), ("Submit", "POST"), ("SendBack", "POST"), ("ScheduleOne", "PUT"),
    ("ScheduleOne", "DELETE"),
}  # fmt: skip
"""Operations that heed it where it is sent."""
