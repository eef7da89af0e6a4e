"""A filter's parameter: how its values are read from the query, and the condition on live rows that they make."""

from collections.abc import Callable
from typing import Any

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import BooleanField, Exists, Model, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from articles.api import values

from . import looks

Reader = Callable[[str], Any]


class _Every(forms.Widget):
    """All values of a parameter, as they stand in the query."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        return data.getlist(name)


class _Field(forms.Field):
    widget = _Every

    def __init__(self, *, read: Reader, several: bool, repeats: bool, **options: Any) -> None:
        super().__init__(**options)
        self.read, self.several, self.repeats = read, several, repeats

    def clean(self, value: list[str]) -> list[list[Any]]:
        """A list of conditions, each a list of alternatives."""
        try:
            if len(value) > 1 and not self.repeats:
                raise values.Malformed(_("may be given once only"))
            given = [text.split(",") if self.several else [text] for text in value]
            if sum(map(len, given)) > values.MAX_ALTERNATIVES:
                raise values.Malformed(
                    _("must be at most {most} values").format(most=values.MAX_ALTERNATIVES)
                )
            return [[self.read(text) for text in alternatives] for alternatives in given]
        except values.Malformed as error:
            raise ValidationError(str(error)) from error


class Condition(django_filters.Filter):
    """One parameter. `where(alternatives)` gives the condition on the live row as a `Q`."""

    field_class = _Field

    def __init__(
        self,
        read: Reader,
        where: Callable[..., Q],
        *,
        several: bool = False,
        repeats: bool = False,
        tie: looks.Tie | None = None,
        excludes: bool = False,
    ) -> None:
        super().__init__(read=read, several=several, repeats=repeats, required=False, exclude=excludes)
        self.where = where
        self.tie = tie
        """How the rows of a value are found in order, and how many they are, where that is kept."""

    def filter(self, qs: QuerySet, value: list[list[Any]]) -> QuerySet:
        """Each condition in turn."""
        many = getattr(self.parent, "many", False) and getattr(self.where, "walkable", False)
        for alternatives in value or ():
            condition = self.where(alternatives, many=True) if many else self.where(alternatives)
            qs = qs.exclude(condition) if self.exclude else qs.filter(condition)
        return qs


class Linked:
    """Rows that a link table ties to given values of `column`, asked in one of two ways.

    In the order of dates they are a walk (`walks`); this is for the other orders. As a list of ids where few rows
    match, which are then sorted; as a test of each row where many do, so that a page ends after the first rows in
    the order of the index. No database can tell which is cheaper: neither knows how many rows one slug has.
    (COALESCE keeps PostgreSQL from turning the test into a list again.)
    """

    walkable = True

    def __init__(self, link: type[Model], near: str, column: str) -> None:
        self.rows, self.near, self.column = link._default_manager, near, column

    def __call__(self, given: list[str], *, many: bool = False) -> Q:
        found = self.rows.filter(
            **{f"{self.column}__in": given} if len(given) > 1 else {self.column: given[0]}
        )
        if many:
            test = Exists(found.filter(**{f"{self.near}_id": OuterRef("pk")}))
            return Q(Coalesce(test, Value(False), output_field=BooleanField()))
        return Q(id__in=found.values(f"{self.near}_id"))
