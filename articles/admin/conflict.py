"""Two editors, one item: the second save finds both versions side by side, field by field, and loses nothing.

Everything is compared as a form would send it, so that it works too where the typed version cannot be valid
any more (a row that the other editor deleted). What one side alone changed keeps its value unless chosen
otherwise.
"""

import copy
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from django import forms
from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.text import capfirst

from ..actions.slugs import MAX_LENGTH
from ..models import Item, Revision
from ..text.diff import Piece, compare
from ..text.fold import slugify
from .formdata import Data, clean, columns, content, listed, posted, rebuilt, rows_of, shown

Side = Literal["mine", "theirs"]

TAKE = "_take-"
FIRST = "_first_version"


class Stale(Exception):
    """The form was opened on a version that is not the newest any more. Rolls the save back."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A field, or the rows of an inline, that the two versions have differently."""

    name: str
    label: str
    mine: str
    theirs: str
    pieces: tuple[Piece, ...] = field(repr=False)
    """From theirs to mine."""
    side: Side | None
    """Who changed it, if only one did; None where both did and the editor has to choose."""


def settle(model_admin: Any, request: HttpRequest, object_id: str) -> HttpResponse | None:
    """Before a form is saved: the page with both versions, or None when the form can go on.

    Where the editor has chosen already, the request's data become the chosen mixture.
    """
    opened = request.POST.get("opened_version", "")
    item = model_admin.get_object(request, unquote(object_id)) if opened.isdecimal() else None
    if item is None or not model_admin.has_change_permission(request, item):
        return None
    sides = _Sides(model_admin, request, item, first=int(request.POST.get(FIRST) or opened))
    chosen = {
        name.removeprefix(TAKE): str(request.POST[name]) for name in request.POST if name.startswith(TAKE)
    }
    if item.version == int(opened):
        if chosen:
            request.POST = sides.mixture(chosen)  # type: ignore[assignment]
        return None
    choices = sides.choices()
    if all(choice.side == "theirs" for choice in choices):
        # Nothing was typed: there is nothing to lose, and a button of the form may still want its turn.
        request.POST = sides.mixture({choice.name: "theirs" for choice in choices})  # type: ignore[assignment]
        return None
    hidden = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in {"csrfmiddlewaretoken", "opened_version", FIRST} and not name.startswith(TAKE)
        for value in values
    ]
    hidden += [("opened_version", str(item.version)), (FIRST, str(sides.first))]
    if _follows(request, item, choices):
        # Nobody chose the draft's address: it follows whichever title is taken.
        hidden = [(name, "" if name == "slug" else value) for name, value in hidden]
        choices = [choice for choice in choices if choice.name != "slug"]
    response = model_admin.page(
        request,
        "conflict",
        item,
        choices=choices,
        hidden=hidden,
        chosen=chosen,
        lost_files=bool(request.FILES),
    )
    response.status_code = 409
    return response


def _follows(request: HttpRequest, item: Item, choices: Iterable[Choice]) -> bool:
    """Whether the address of a draft follows its title, in the database and as it was typed."""
    if item.was_ever_published or item.slug != slugify(item.label, max_length=MAX_LENGTH):
        return False
    sent, title = request.POST.get("slug", ""), request.POST.get(item.label_field, "")
    untouched = any(choice.name == "slug" and choice.side == "theirs" for choice in choices)
    return untouched or sent in {"", item.slug, slugify(title, max_length=MAX_LENGTH)}


class _Sides:
    """The version that was typed (mine), the one in the database (theirs), and the one both began with."""

    def __init__(self, model_admin: Any, request: HttpRequest, item: Item, *, first: int) -> None:
        self.first = first
        self.post = request.POST
        fields = flatten_fieldsets(model_admin.get_fieldsets(request, item))
        form_class = model_admin.get_form(request, item, change=True, fields=fields)
        self.form = form_class(instance=item)
        self.formsets = _formsets(model_admin, request, item)
        self.theirs = posted(self.form)
        revision = Revision.objects.filter(item_id=item.pk, version=first).first()
        self.base = _base(form_class, item, revision.data) if revision else None
        self.base_links: Mapping[str, Any] = revision.data.get("links", {}) if revision else {}

    def choices(self) -> list[Choice]:
        return [*self._fields(), *self._groups()]

    def _fields(self) -> Iterable[Choice]:
        for bound in self.form:
            name = bound.name
            if name == "opened_version" or isinstance(bound.field, forms.FileField):
                continue
            mine = clean(bound.field, self.post.getlist(name))
            theirs = clean(bound.field, self.theirs.get(name, []))
            if mine == theirs:
                continue
            base = clean(bound.field, self.base.get(name, [])) if self.base is not None else None
            yield _choice(
                name, bound.label, shown(bound.field, mine), shown(bound.field, theirs),
                side=_side(mine, theirs, base),
            )  # fmt: skip

    def _groups(self) -> Iterable[Choice]:
        for formset in self.formsets:
            mine, theirs = rows_of(formset, self.post), rows_of(formset, posted(formset))
            base = None
            if self.base is not None:
                links = self.base_links.get(formset.fk.remote_field.get_accessor_name(), [])
                names = columns(formset)
                base = [
                    {name: "" if row.get(name) is None else str(row[name]) for name in names} for row in links
                ]
            if content(mine) == content(theirs):
                continue
            yield _choice(
                formset.prefix,
                formset.model._meta.verbose_name_plural,
                listed(formset, mine),
                listed(formset, theirs),
                side=_side(content(mine), content(theirs), content(base) if base is not None else None),
            )

    def mixture(self, chosen: Mapping[str, str]) -> QueryDict:
        """The typed data with the other version's values where they were chosen."""
        mixed = self.post.copy()
        for name in list(mixed):
            if name.startswith(TAKE) or name == FIRST:
                del mixed[name]
        mixed["opened_version"] = str(self.form.instance.version)
        for name in {bound.name for bound in self.form} & {
            n for n, side in chosen.items() if side == "theirs"
        }:
            mixed.setlist(name, self.theirs.get(name, []))
        for formset in self.formsets:
            rows = rows_of(formset, self.post) if chosen.get(formset.prefix) == "mine" else None
            for name in [name for name in mixed if name.startswith(f"{formset.prefix}-")]:
                del mixed[name]
            for name, values in (rebuilt(formset, rows) if rows is not None else posted(formset)).items():
                mixed.setlist(name, values)
        return mixed


def _formsets(model_admin: Any, request: HttpRequest, item: Item) -> list[Any]:
    found: list[Any] = []
    prefixes: set[str] = set()
    for formset_class, inline in model_admin.get_formsets_with_inlines(request, item):
        prefix = base = formset_class.get_default_prefix()
        while prefix in prefixes:
            prefix = f"{base}-{len(prefixes) + 1}"
        prefixes.add(prefix)
        found.append(formset_class(instance=item, prefix=prefix, queryset=inline.get_queryset(request)))
    return found


def _base(form_class: Any, item: Item, data: Mapping[str, Any]) -> Data:
    """The form as it was with the revision `data`."""
    then = copy.copy(item)
    for column in item._meta.concrete_fields:
        if column.name in data["fields"]:
            setattr(then, column.attname, data["fields"][column.name])
    return posted(form_class(instance=then, initial={"topics": data["links"].get("topics", [])}))


def _side(mine: Any, theirs: Any, base: Any) -> Side | None:
    if base is None:
        return None
    if mine == base:
        return "theirs"
    return "mine" if theirs == base else None


def _choice(name: str, label: Any, mine: str, theirs: str, *, side: Side | None) -> Choice:
    return Choice(name, str(capfirst(label)), mine, theirs, compare(theirs, mine), side)
