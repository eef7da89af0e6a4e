"""Join versions: a draft that is another version of a story becomes a source of that story's article."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from ..models.article import Article
from ..models.source import Source, Suggestion
from .audit import Verb, note
from .delete import delete
from .errors import Refused
from .identity import identity
from .permissions import require
from .take_over import plan_take_over


def join_versions(suggestion: Suggestion, *, by: Any) -> Article:
    """Make the draft's file a source of the article that `suggestion` names, delete the draft, return that article.

    What the draft's text has differently waits there as new text to take over. Raises `Refused` for a draft that was
    published, and where the other article is gone.
    """
    draft = Article.objects.select_for_update().get(pk=suggestion.article_id)
    other = Article.objects.select_for_update().filter(pk=UUID(suggestion.value["article"])).first()
    require(by, "delete", draft)
    if other is None or other.withdrawn_at is not None:
        raise Refused(_("The other article is deleted or withdrawn: there is nothing to join."))
    require(by, "change", other)
    if draft.was_ever_published:
        raise Refused(
            _("“%(title)s” was published: withdraw it with “%(other)s” as its replacement.")
            % {"title": draft, "other": other}
        )
    sources = list(draft.sources.order_by("read_at", "pk"))
    Source.objects.filter(article=draft).update(article=other)
    note(Verb.MERGE, other, by=by, absorbed=draft.label)
    delete(draft, by=by)
    for source in sources:
        source.article = other
        if plan_take_over(other, source):
            Suggestion.objects.get_or_create(
                id=identity("suggestion", source.sha256, Suggestion.Kind.TEXT, 0),
                defaults={
                    "article": other,
                    "source": source,
                    "kind": Suggestion.Kind.TEXT,
                    "value": {"name": source.name},
                    "evidence": [[0, len(source.text)]],
                    "reason": "another version of the story",
                },
            )
    return other
