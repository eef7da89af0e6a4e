"""Field types that more than one model uses."""

import json
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator, URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..text.dates.edtf import PartialDate
from ..text.nesting import DEEPEST, is_deep

encode_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""Compact JSON with its letters as they are, for documents; `json.dumps` would make an encoder each time."""


def validate_partial_date(value: str) -> None:
    try:
        PartialDate.parse(value)
    except ValueError as error:
        raise ValidationError(
            _(
                "“%(value)s” is not a date. Write 2021-07-06, 2021-07, 2021, XXXX-07-13 where the year is "
                "not known, or two of them as 2019-03-02/2019-03-05."
            ),
            code="partial_date",
            params={"value": value},
        ) from error


class PartialDateField(models.CharField):
    """A date as far as it is known, as EDTF text (ISO 8601-2); empty when nothing is."""

    default_validators = [validate_partial_date]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 32)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", "")
        super().__init__(*args, **kwargs)


class SortKeyField(models.CharField):
    """A key whose order is the order of its code points on every database, whatever its own collation."""

    def db_parameters(self, connection: Any) -> dict[str, Any]:
        parameters = super().db_parameters(connection)
        if connection.vendor == "postgresql":
            parameters["collation"] = "C"
        return parameters


class DocumentField(models.TextField):
    """A JSON value kept as text, so that its keys come back in the order they were written.

    PostgreSQL's jsonb sorts keys, and the digest of a document depends on their order.
    """

    _pyi_private_set_type: Any
    _pyi_private_get_type: Any

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> Any:
        return None if value is None else json.loads(value)

    def to_python(self, value: Any) -> Any:
        return json.loads(value) if isinstance(value, str) else value

    def get_prep_value(self, value: Any) -> str | None:
        return None if value is None else encode_json(value)

    def value_to_string(self, obj: models.Model) -> str:
        """As `dumpdata` writes it and `to_python` reads it."""
        return encode_json(self.value_from_object(obj))


validate_language = RegexValidator(
    r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z",
    _("Write a language code such as vi, en or zh-Hant."),
    code="language",
)


def validate_nesting(value: str) -> None:
    """For markup that is going to be sanitised."""
    if is_deep(value):
        raise ValidationError(
            _(
                "More than %(deepest)d tags are open inside one another. Close each where it ends, or send the text "
                "without its tags."
            ),
            code="nesting",
            params={"deepest": DEEPEST},
        )


def validate_string_list(value: object) -> None:
    if not isinstance(value, list) or not all(isinstance(entry, str) and entry.strip() for entry in value):
        raise ValidationError(_("Give a list of names."), code="string_list")


def validate_web_addresses(value: object) -> None:
    validate_string_list(value)
    check = URLValidator(schemes=["https", "http"])
    for entry in value:  # type: ignore[attr-defined]
        try:
            check(entry)
        except ValidationError as error:
            # JSONField puts a sentence of its own in the place of the code "invalid".
            raise ValidationError(
                _("“%(value)s” is not a web address. Write it with https://."),
                code="web_address",
                params={"value": entry},
            ) from error
