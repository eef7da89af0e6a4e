"""What each operation of the desk API takes and answers, and which want the version that is meant."""

from articles.actions.correction import CORRECTIONS
from articles.api.schemas import COUNT, MOMENT, TEXT, UUID, Schema, many, page, ref, strict
from articles.models import ITEM_MODELS, Token

from .shapes import BYTES, REF, SHOWN_ONCE, VERSION, body

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
        ("Correct", "POST"): (
            body(("note",), note=TEXT, version=VERSION), _with(item, edition=VERSION, note=TEXT), 200
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
    ("Erase", "POST"): (body(("note",), note=TEXT, notice=TEXT, version=VERSION), None, 204),
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
    ("Accept", "POST"): (
        body(person=REF, event=REF, **dict.fromkeys(CORRECTIONS, TEXT)), ref("Suggestion"), 200
    ),
    ("Reject", "POST"): (body(), ref("Suggestion"), 200),
    ("UndoDecision", "POST"): (body(), ref("Suggestion"), 200),
    ("AcceptMany", "POST"): (body(("ids",), ids=_IDS), many(ref("Suggestion")), 200),
    ("RejectMany", "POST"): (body(("ids",), ids=_IDS), many(ref("Suggestion")), 200),
    ("Names", "GET"): (None, page(ref("WaitingName")), 200),
    ("AcceptName", "POST"): (
        body(("kind", "name"), kind=TEXT, name=TEXT, ids=_IDS, record=REF, corrected=TEXT),
        strict(decided=COUNT), 200
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
    ("Secret", "POST"): (body(), strict(secret=SHOWN_ONCE), 200),
    ("DeliveryList", "GET"): (None, page(ref("Delivery")), 200),
    ("Again", "POST"): (body(), ref("Delivery"), 200),
    ("OpenAPI", "GET"): (None, {"type": "object", "required": ["openapi", "info", "paths"]}, 200),
}  # fmt: skip
"""By view and method, those that are the same for each kind of item."""
VERSIONED = {
    ("ItemDetail", "PATCH"), ("ItemDetail", "DELETE"), ("Publish", "POST"), ("Correct", "POST"), ("Approve", "POST"),
    ("Restore", "POST"), ("MergeInto", "POST"), ("Split", "POST"), ("PhotoFile", "PUT"), ("PhotoFile", "DELETE"),
    ("Submit", "POST"), ("SendBack", "POST"), ("WebhookOne", "PATCH"), ("WebhookOne", "DELETE"),
}  # fmt: skip
"""Operations that want `If-Match`, or `version` in the body."""
MAY_BE_VERSIONED = {
    ("Withdraw", "POST"), ("Reinstate", "POST"), ("Erase", "POST"), ("ScheduleOne", "PUT"), ("ScheduleOne", "DELETE"),
}  # fmt: skip
"""Operations that heed it where it is sent. They save over nobody's work, and a withdrawal waits for nobody's comma."""
