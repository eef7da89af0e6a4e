"""Questions and their answers: new text of a file, another version of a story, two records that may be the same."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from ..models.base import Item
from ..models.kinds import ITEM_MODELS
from ..models.merge import Distinct, Merge
from ..models.source import Suggestion
from .bulk import insert
from .errors import Refused
from .join_versions import join_versions
from .likely import keep_apart
from .merge import merge
from .permissions import allowed
from .take_over import take_over


def ask(questions: list[Suggestion]) -> None:
    """Put the questions to the editors, but for pairs of records that were told apart before."""
    if not questions:
        return
    pairs = {(question.value["id"], question.value["other"]): question for question in questions}
    ids = {pk for pair in pairs for pk in pair}
    for one, other in Distinct.objects.filter(one__in=ids, other__in=ids).values_list("one", "other"):
        for pair in ((str(one), str(other)), (str(other), str(one))):
            pairs.pop(pair, None)
    insert(list(pairs.values()), ignore=True)


def answer(suggestion: Suggestion, *, by: Any) -> bool:
    """Say yes to a question and do what follows from it; whether the question is still there to be marked."""
    match suggestion.kind:
        case Suggestion.Kind.TEXT:
            take_over(suggestion, by=by)
        case Suggestion.Kind.SAME:
            one, other = _records_of(suggestion)
            # What is public stays so: its address must go on answering.
            survivor, absorbed = (one, other) if one.live_edition and not other.live_edition else (other, one)
            if one != other:
                merge(survivor, absorbed, by=by)
        case Suggestion.Kind.REPOST:
            join_versions(suggestion, by=by)
            return False  # It is gone with its draft.
    return True


def _records_of(suggestion: Suggestion) -> tuple[Item, Item]:
    """The two records that a `same as?` is about, or those that they are parts of by now, which may be one.

    Raises `Refused` where one is gone.
    """
    model = ITEM_MODELS[suggestion.value["item"]]
    asked = [suggestion.value[name] for name in ("id", "other")]
    stayed = Merge.stayed(asked)
    keys = [UUID(stayed.get(key, key)) for key in asked]
    found = {row.pk: row for row in model._default_manager.filter(pk__in=keys)}
    if not found.keys() >= set(keys):
        raise Refused(_("One of the two records is deleted: there is nothing to merge."))
    return found[keys[0]], found[keys[1]]


def tell_apart(suggestion: Suggestion, *, by: Any) -> None:
    """Two records are two, for good; whoever may not merge says so for this article only."""
    with suppress(Refused):
        one, other = _records_of(suggestion)
        if one != other and allowed(by, "merge", one):
            keep_apart(one, other, by=by)
