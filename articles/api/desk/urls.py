"""The desk API's addresses, mounted at `desk/`."""

from django.urls import URLPattern, path, re_path

from . import (
    audit,
    index,
    items,
    merges,
    names,
    openapi,
    photos,
    presence,
    previews,
    revisions,
    suggestions,
    timetable,
    tokens,
    verbs,
    webhooks,
)
from .base import Fallback
from .fields import KINDS, Kind


def _of(kind: Kind) -> list[URLPattern]:
    """The same verbs for each kind."""
    one = f"{kind.plural}/<uuid:pk>/"
    views = {
        "": ("", items.ItemDetail),
        "publish/": ("publish", verbs.Publish),
        "correct/": ("correct", verbs.Correct),
        "withdraw/": ("withdraw", verbs.Withdraw),
        "reinstate/": ("reinstate", verbs.Reinstate),
        "erase/": ("erase", verbs.Erase),
        "schedules/": ("schedules", verbs.Schedules),
        "schedules/<slug:what>/": ("schedule", verbs.ScheduleOne),
        "submit/": ("submit", verbs.Submit),
        "approve/": ("approve", verbs.Approve),
        "return/": ("return", verbs.SendBack),
        "previews/": ("previews", previews.Previews),
        "previews/<uuid:token>/": ("preview", previews.PreviewOne),
        "revisions/": ("revisions", revisions.Revisions),
        "revisions/<int:version>/": ("revision", revisions.RevisionOne),
        "revisions/<int:version>/restore/": ("restore", revisions.Restore),
        "diff/": ("diff", revisions.Diff),
        "changes/": ("changes", revisions.Changes),
        "audit/": ("audit", audit.ItemAudit),
        "presence/": ("presence", presence.Presences),
        "presence/<uuid:page>/": ("presence-one", presence.PresenceOne),
    }
    if kind.name == "article":
        views["photos/<uuid:photo>/file/"] = ("photo-file", photos.PhotoFile)
    else:
        views |= {"merge/": ("merge", merges.MergeInto), "split/": ("split", merges.Split)}
    name = f"desk-{kind.name}"
    likely = path(f"{kind.plural}/likely/", merges.LikelySame.as_view(kind=kind), name=f"{name}-likely")
    return [
        *([likely] if kind.name != "article" else []),
        path(f"{kind.plural}/", items.ItemList.as_view(kind=kind), name=f"{name}-list"),
        *(
            path(one + tail, view.as_view(kind=kind), name=f"{name}-{verb}" if verb else name)
            for tail, (verb, view) in views.items()
        ),
    ]


urlpatterns: list[URLPattern] = [
    path("", index.Index.as_view(), name="desk"),
    *(pattern for kind in KINDS.values() for pattern in _of(kind)),
    path("suggestions/", suggestions.SuggestionList.as_view(), name="desk-suggestions"),
    path("suggestions/accept/", suggestions.AcceptMany.as_view(), name="desk-suggestions-accept"),
    path("suggestions/reject/", suggestions.RejectMany.as_view(), name="desk-suggestions-reject"),
    path("suggestions/names/", names.Names.as_view(), name="desk-suggestions-names"),
    path("suggestions/names/accept/", names.AcceptName.as_view(), name="desk-suggestions-names-accept"),
    path("suggestions/names/reject/", names.RejectName.as_view(), name="desk-suggestions-names-reject"),
    path("suggestions/<uuid:pk>/", suggestions.SuggestionOne.as_view(), name="desk-suggestion"),
    path("suggestions/<uuid:pk>/accept/", suggestions.Accept.as_view(), name="desk-suggestion-accept"),
    path("suggestions/<uuid:pk>/reject/", suggestions.Reject.as_view(), name="desk-suggestion-reject"),
    path("suggestions/<uuid:pk>/undo/", suggestions.UndoDecision.as_view(), name="desk-suggestion-undo"),
    path("merges/", merges.MergeList.as_view(), name="desk-merges"),
    path("merges/<int:pk>/undo/", merges.Undo.as_view(), name="desk-merge-undo"),
    path("schedules/", timetable.Timetable.as_view(), name="desk-schedules"),
    path("audit/", audit.Audit.as_view(), name="desk-audit"),
    path("tokens/", tokens.TokenList.as_view(), name="desk-tokens"),
    path("tokens/<uuid:pk>/", tokens.TokenOne.as_view(), name="desk-token"),
    path("webhooks/", webhooks.WebhookList.as_view(), name="desk-webhooks"),
    path("webhooks/<uuid:pk>/", webhooks.WebhookOne.as_view(), name="desk-webhook"),
    path("webhooks/<uuid:pk>/test/", webhooks.Test.as_view(), name="desk-webhook-test"),
    path("webhooks/<uuid:pk>/secret/", webhooks.Secret.as_view(), name="desk-webhook-secret"),
    path("webhooks/<uuid:pk>/deliveries/", webhooks.DeliveryList.as_view(), name="desk-webhook-deliveries"),
    path(
        "webhooks/<uuid:pk>/deliveries/<uuid:delivery>/again/",
        webhooks.Again.as_view(),
        name="desk-webhook-again",
    ),
    path("preview/", previews.PreviewDocument.as_view(), name="desk-preview"),
]
# Handed over, not imported there: the document is of these addresses, its own among them.
urlpatterns += [
    path("openapi.json", openapi.OpenAPI.as_view(patterns=urlpatterns), name="desk-openapi"),
    re_path("", Fallback.as_view(), name="desk-fallback"),
]
