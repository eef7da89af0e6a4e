"""Form fields and widgets of the desk: lists as one entry a line, and look-ups that cost no query a row."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.conf.locale import LANG_INFO
from django.contrib.admin.widgets import (
    AdminTextareaWidget,
    AdminTextInputWidget,
    AutocompleteSelect,
    AutocompleteSelectMultiple,
)
from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import format_lazy
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from ..models import Section
from ..models.fields import PartialDateField
from ..text.dates.typed_dates import typed_date
from .pages import id_from

ENTRY_LENGTH = 500
SECTIONS_OFFERED = 200


class LinesField(forms.CharField):
    """A list of strings, edited as one entry a line. Blank lines and repetitions are dropped."""

    def __init__(
        self, *, each: Sequence[Callable[[str], object]] = (), encoder: object = None, decoder: object = None,
        **kwargs: Any,
    ) -> None:  # fmt: skip
        """`each` validates an entry; `encoder` and `decoder` are what a JSON field hands over."""
        kwargs["help_text"] = kwargs.get("help_text") or _("One a line.")
        super().__init__(**kwargs)
        self.each: list[Callable[[str], object]] = [MaxLengthValidator(ENTRY_LENGTH), *each]

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(map(str, value)) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]
        lines = value if isinstance(value, list) else str(value or "").splitlines()
        return list(dict.fromkeys(entry for line in lines if (entry := " ".join(line.split()))))

    def run_validators(self, value: Any) -> None:
        for entry in value:
            super().run_validators(entry)
            for check in self.each:
                check(entry)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return self.to_python(initial) != self.to_python(data)


class OpenedVersion(forms.IntegerField):
    """The version that the form was opened with, carried along so that no save overwrites another."""

    widget = forms.HiddenInput

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False


class _Ids:
    """For an autocomplete: what an address or a form names that is no id is no choice. Looking it up is an error."""

    def optgroups(self, name: str, value: Sequence[Any], attr: Any = None) -> list[Any]:
        ids = [one for one in value if not one or id_from(str(one))]
        return super().optgroups(name, ids, attr)  # type: ignore[misc]


class Autocomplete(_Ids, AutocompleteSelect):
    """One item or term."""


class AutocompleteMany(_Ids, AutocompleteSelectMultiple):
    """Several of them."""


class KnownAutocomplete(Autocomplete):
    """An autocomplete whose present choice is already in memory.

    Django's own looks its choice up once for each widget: one query for every row of an inline.
    """

    known: models.Model | None = None

    def optgroups(self, name: str, value: Sequence[str], attr: Any = None) -> list[Any]:
        known = self.known
        if known is None or [str(known.pk)] != [str(one) for one in value]:
            return super().optgroups(name, value, attr)
        options = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        options.append(self.create_option(name, str(known.pk), str(known), True, len(options)))
        return [(None, options, 0)]


class OfferingInput(AdminTextInputWidget):
    """A line to type, with values to choose from: each with its words."""

    def offered(self) -> Iterable[tuple[str, str]]:
        raise NotImplementedError

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        choices = f"id_{name}_choices"
        box = super().render(name, value, {**(attrs or {}), "list": choices}, renderer)
        options = format_html_join("", '<option value="{}">{}</option>', self.offered())
        return format_html('{}<datalist id="{}">{}</datalist>', box, choices, options)


class LanguageInput(OfferingInput):
    """A code of a language, with the names of many to choose from; another one can be typed."""

    def offered(self) -> Iterable[tuple[str, str]]:
        return _language_choices()


class SectionInput(OfferingInput):
    """The name of a section that there is, or of a new one."""

    def offered(self) -> Iterable[tuple[str, str]]:
        names = Section.objects.order_by("name").values_list("name", flat=True)
        return [(name, "") for name in names[:SECTIONS_OFFERED]]


def _language_choices() -> list[tuple[str, str]]:
    """Codes and names: first the languages of the host, then the others that Django knows."""
    first = [code for code, _name in settings.LANGUAGES]
    rest = sorted(code for code, info in LANG_INFO.items() if "name" in info)
    return [(code, language_name(code)) for code in dict.fromkeys([*first, *rest])]


def language_name(code: str) -> str:
    try:
        return get_language_info(code)["name_translated"]
    except KeyError:
        return code


class TypedDateField(forms.CharField):
    """A partial date, in EDTF or as people write it, day first."""

    def __init__(self, **kwargs: Any) -> None:
        if help_text := kwargs.get("help_text"):
            kwargs["help_text"] = format_lazy(
                "{} {}", help_text, _("Day first also works: 13/7/2021, 13/7, 7/2021.")
            )
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> str:
        return typed_date(super().to_python(value) or "")


FORMFIELD_OVERRIDES: dict[type[models.Field], dict[str, Any]] = {
    models.JSONField: {"form_class": LinesField, "widget": AdminTextareaWidget(attrs={"rows": 3})},
    PartialDateField: {
        "form_class": TypedDateField,
        "widget": AdminTextInputWidget(
            attrs={"size": 24, "class": "newsroom-date", "autocomplete": "off", "spellcheck": "false"}
        ),
    },
}
