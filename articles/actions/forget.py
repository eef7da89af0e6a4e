"""Forget: what records that stay say of an erased item: audit log, imports, merges, messages, versions of others."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Q, TextField
from django.db.models.functions import Cast

from ..models.base import Item
from ..models.credentials import CreationKey
from ..models.edition import Edition, Reference
from ..models.importing import HeldFile, ImportedFile, ImportRun
from ..models.live import Change
from ..models.merge import Merge
from ..models.revision import Revision
from ..models.webhook import Delivery, Webhook
from .audit import forget_words, labels_in_log

LIKE = "like that of %s ("
"""How remarks name the file that a text is like: `wording.VERSION` and `LIKE_WITHDRAWN`."""


def labels_of(item: Item, ids: Collection[UUID]) -> set[str]:
    """What the item is called and ever was, as far as anything still says."""
    labels = {item.label, *labels_in_log(ids)}
    for data in Revision.objects.filter(item_id__in=ids).values_list("data", flat=True).iterator():
        labels.add(data["fields"].get(item.label_field, ""))
    for document in Edition.objects.filter(item_id__in=ids).values_list("document", flat=True).iterator():
        labels.add(document.get(item.label_field) or "")
    return labels - {""}


def forget(
    kind: str, pk: UUID, *, ids: Collection[UUID], labels: Collection[str], sources: Sequence[tuple[str, str]]
) -> None:
    """Take out of other records what they say of item `pk`. `sources` are digests and names of its files."""
    forget_words(ids, labels)
    _forget_in_admin_log(ids)
    _forget_in_merges(pk)
    _forget_in_messages(ids)
    if kind == "article":
        _forget_in_imports(ids, sources)
    else:
        _forget_roles(pk)
    for one in ids:
        CreationKey.objects.filter(answer__body__icontains=str(one)).delete()


def _forget_in_admin_log(ids: Iterable[UUID]) -> None:
    # The admin is the host's to install or not.
    if apps.is_installed("django.contrib.admin"):
        entries = apps.get_model("admin", "LogEntry")._default_manager
        entries.filter(content_type__app_label="articles", object_id__in=[str(pk) for pk in ids]).update(
            object_repr="", change_message=""
        )


def _forget_in_merges(pk: UUID) -> None:
    """Merges of the item can no longer be undone; other merges forget what they moved of it."""
    Merge.objects.filter(Q(survivor_id=pk) | Q(absorbed_id=pk)).delete()
    said = str(pk)
    for merge in Merge.objects.annotate(text=Cast("record", TextField())).filter(text__contains=said):
        record: dict[str, Any] = merge.record
        for name in ("moved", "dropped"):
            record[name] = [row for row in record[name] if said not in map(str, row["fields"].values())]
        record["references"] = [entry for entry in record["references"] if said not in entry[:3]]
        merge.save(update_fields=["record"])


def _forget_in_messages(ids: Collection[UUID]) -> None:
    """Messages to webhooks keep their number and lose the slug, which is a headline."""
    # Whoever makes messages holds the webhook's row, and reads slugs after that.
    list(Webhook.objects.select_for_update().order_by("pk").values_list("pk", flat=True))
    numbers = Change.objects.filter(item_id__in=ids).values("number")
    messages = list(Delivery.objects.filter(change__in=numbers))
    for message in messages:
        message.payload["data"]["slug"] = None
    Delivery.objects.bulk_update(messages, ["payload"], batch_size=500)


def _forget_in_imports(ids: Collection[UUID], sources: Sequence[tuple[str, str]]) -> None:
    """Lines keep digest and outcome. An upload with its bytes that waits for a word is given up."""
    digests = [sha256 for sha256, _name in sources]
    lines = ImportedFile.objects.filter(Q(article_id__in=ids) | Q(sha256__in=digests))
    runs = set(lines.values_list("run_id", flat=True))
    names = {name for _sha256, name in sources} | set(lines.values_list("name", flat=True))
    lines.update(name="", title="", reason="")
    HeldFile.objects.filter(run__in=runs).delete()
    ImportRun.objects.filter(pk__in=runs, preview=True).delete()
    files = {name.rpartition("/")[2] for name in names} - {""}
    for run in ImportRun.objects.filter(pk__in=runs):
        given = [path for path in run.given if str(path).rpartition("/")[2] not in files]
        if given != run.given:
            ImportRun.objects.filter(pk=run.pk).update(given=given)
    for name in names - {""}:
        said = LIKE % name
        for line in ImportedFile.objects.filter(reason__contains=said):
            line.reason = line.reason.replace(said, LIKE % "…")
            line.save(update_fields=["reason"])


def _forget_roles(pk: UUID) -> None:
    """Earlier versions and editions of what named a person or an event do not say in which role.

    References to it stay as ids: the door finds by them what is left to rewrite.
    """
    said = str(pk)
    Reference.objects.filter(target_id=pk).update(role="")
    for edition in Edition.objects.filter(references__contains=said).iterator():
        edition.references = [[*ref[:3], ""] if ref[1] == said else ref for ref in edition.references]
        edition.save(update_fields=["references"])
    for revision in Revision.objects.filter(data__contains=said).iterator():
        links = revision.data["links"]
        for relation, rows in links.items():
            if relation != "topics":
                links[relation] = [row for row in rows if said not in row.values()]
        revision.save(update_fields=["data"])
