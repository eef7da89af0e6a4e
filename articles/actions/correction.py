"""A suggestion corrected while it is accepted: what an editor writes in place of what the importer read.

What was read stays on file as it was. A name that was misread is nobody's other name: it would be recognised again.
"""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from ..models.event import Event
from ..models.links import Mention
from ..models.person import Person, Position
from ..models.source import Suggestion
from ..text.fold import name_key

Kind = Suggestion.Kind
CORRECTABLE: Mapping[str, Mapping[str, Any]] = {
    Kind.PERSON: {
        "name": Person._meta.get_field("name"),
        "role": Mention._meta.get_field("role"),
        "country": Position._meta.get_field("country"),
    },
    Kind.EVENT: {name: Event._meta.get_field(name) for name in ("name", "date", "place")},
}
"""By kind: what can be written otherwise, and the column that it goes into."""
CORRECTIONS = tuple(dict.fromkeys(name for fields in CORRECTABLE.values() for name in fields))
"""The same of all kinds: a person has no date, and an event no role."""


def as_read(suggestion: Suggestion) -> dict[str, str]:
    """What can be corrected, as the importer read it."""
    return {name: suggestion.value.get(name) or "" for name in CORRECTABLE.get(suggestion.kind, ())}


def correct(suggestion: Suggestion, written: Mapping[str, str]) -> None:
    """Note what accepting takes instead of what was read; what is as it was read, is not noted.

    Raises `ValidationError` by field. Nothing is stored before the suggestion is accepted.
    """
    read = as_read(suggestion)
    wrong: dict[str, Any] = {}
    found = {}
    for name, text in written.items():
        try:
            found[name] = _clean(CORRECTABLE[suggestion.kind][name], " ".join(text.split()))
        except ValidationError as error:
            wrong[name] = error.messages
    if wrong:
        raise ValidationError(wrong)
    changed = {name: text for name, text in found.items() if text != read[name]}
    suggestion.corrected = changed | _following(suggestion, changed) or None


def _clean(field: models.Field, text: str) -> str:
    if not field.blank and not name_key(text):  # All names without a letter would be one.
        raise ValidationError(_("Write the name, or reject the suggestion."))
    return field.clean(text, None)


def _following(suggestion: Suggestion, changed: Mapping[str, str]) -> dict[str, Any]:
    """What changes along: the offices that were read with a wrong role, and how a date was come by."""
    if "date" in changed:
        return {"date_inferred": False}
    if "role" in changed:
        country = changed.get("country", suggestion.value.get("country", ""))
        office = {"title": changed["role"], "organisation": "", "country": country}
        return {"positions": [office] if changed["role"] else []}
    if "country" in changed:
        read = suggestion.value.get("positions", ())
        return {"positions": [{**office, "country": changed["country"]} for office in read]}
    return {}
