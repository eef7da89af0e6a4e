"""Correcting a suggestion while it is decided on: its fields stand in its place on the page, one suggestion at a time.

`?_correct=<id>` opens them. What was written and cannot be accepted as it is comes back in the address, which leads to
the same page without a script.
"""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.http import urlencode

from ..actions.correction import CORRECTABLE, as_read, correct
from ..models import Article, Suggestion
from .fields import FORMFIELD_OVERRIDES
from .pages import id_from

LONGEST_QUERY = 3000
"""Servers refuse addresses of more than 4,000 characters or so; what is longer has to be written again."""


class CorrectionForm(forms.Form):
    """What was read, to be written as it should be. Once valid, its suggestion says so when it is accepted."""

    use_required_attribute = False  # The form around it has other buttons.

    def __init__(self, suggestion: Suggestion, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, prefix=f"_correct-{suggestion.pk}", initial=as_read(suggestion))
        self.suggestion = suggestion
        for name, column in CORRECTABLE[suggestion.kind].items():
            overrides = FORMFIELD_OVERRIDES.get(type(column), {})
            self.fields[name] = column.formfield(**{"required": False, **overrides})
        self.fields["name"].widget.attrs["autofocus"] = True

    def clean(self) -> None:
        try:
            correct(self.suggestion, self.cleaned_data)
        except forms.ValidationError as error:
            self.add_error(None, error)

    @property
    def reasons(self) -> list[str]:
        """Why it cannot be taken, each with the name of its field."""
        return [
            f"{self[name].label}: {reason}" for name, reasons in self.errors.items() for reason in reasons
        ]

    @property
    def query(self) -> str:
        """What brings the page back with these fields as they were sent."""
        names = [self.add_prefix(name) for name in self.fields]
        typed = {name: self.data[name] for name in names if name in self.data}
        found = urlencode({"_correcting": str(self.suggestion.pk), **typed})
        return found if len(found) <= LONGEST_QUERY else urlencode({"_correct": str(self.suggestion.pk)})


def correction_of(request: HttpRequest, article: Article) -> CorrectionForm | None:
    """The correction that is open on the page; `full_clean` has run where something was sent."""
    data = request.POST if request.method == "POST" else request.GET
    wanted = data.get("_correcting") or data.get("_correct") or ""
    waiting = Suggestion.objects.waiting().filter(article=article, kind__in=CORRECTABLE)
    suggestion = waiting.filter(pk=key).first() if (key := id_from(wanted)) else None
    if suggestion is None:
        return None
    form = CorrectionForm(suggestion, data if "_correcting" in data else None)
    form.full_clean()
    return form
