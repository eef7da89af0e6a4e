"""What the desk API takes and answers, as JSON Schema; `operations` says which is where."""

from typing import Any

from articles.api.schemas import COUNT, MAYBE, MOMENT, TEXT, UUID, Schema, many, ref, strict
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

from .fields import KINDS, PUBLIC, Kind
from .links import MOST, Link

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
_PREVIEW = {"id": UUID, "by": TEXT, "created_at": MOMENT, "expires_at": MOMENT, "last_used_at": WHEN}
_WEBHOOK = {
    "id": UUID, "name": TEXT, "url": TEXT, "kinds": many({"enum": list(ITEM_MODELS)}), "created_at": MOMENT,
    "delivered_at": WHEN, "on": {"type": "boolean"}, "disabled_reason": TEXT,
}  # fmt: skip
SHOWN_ONCE = {"type": "string", "description": "Shown this once."}
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
    "NewPreview": strict(**_PREVIEW, token=SHOWN_ONCE),
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
        corrected={
            "type": ["object", "null"],
            "description": "Members of `value` that accepting took as an editor wrote them.",
        },
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
    "NewToken": strict(**_TOKEN, token=SHOWN_ONCE),
    "AuditEntry": strict(
        id=VERSION, at=MOMENT, verb={"enum": AuditEntry.Verb.values}, kind=TEXT, item=TEXT, label=TEXT, by=MAYBE,
        token=MAYBE, details={},
    ),
    "Webhook": strict(**_WEBHOOK),
    "NewWebhook": strict(**_WEBHOOK, secret=SHOWN_ONCE),
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
