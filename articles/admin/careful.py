"""Two editors on a plain record (a section, a topic, a webhook): the form carries what it was opened with.

What only one of them changed is taken from that one; what both changed differently is asked for, field by field.
"""

from typing import Any

from django import forms
from django.utils.translation import gettext as _


class CarefulForm(forms.ModelForm):
    """Overwrites nothing that was saved since the form was opened. The admin saves it in the same transaction."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.show_hidden_initial = not self.instance._state.adding

    def clean(self) -> dict[str, Any]:
        mine = super().clean() or self.cleaned_data
        rows = type(self.instance)._default_manager.select_for_update()
        stored = None if self.instance._state.adding else rows.filter(pk=self.instance.pk).first()
        if stored is None:
            return mine
        now = type(self)(instance=stored)
        for bound in self:
            if bound.html_initial_name not in self.data or bound.name not in mine:
                continue
            opened = self._widget_data_value(bound.field.hidden_widget(), bound.html_initial_name)  # type: ignore[attr-defined]
            theirs = now[bound.name].value()
            if _text(theirs) == _text(opened):
                continue
            if _text(bound.data) == _text(opened):
                mine[bound.name] = bound.field.clean(theirs)
            elif _text(bound.data) != _text(theirs):
                self._ask(bound, theirs)
        return mine

    def _ask(self, bound: Any, theirs: Any) -> None:
        """Both versions: theirs in the message, mine in the field; the next save is a choice between them."""
        shown = {"theirs": ", ".join(_text(theirs)) or "–"}
        self.add_error(
            bound.name,
            _(
                "Somebody saved “%(theirs)s” here meanwhile. Yours stands below: "
                "save again to keep it, or write theirs."
            )
            % shown,
        )
        self.data = self.data.copy()  # type: ignore[attr-defined]
        self.data.setlist(bound.html_initial_name, _text(theirs))  # type: ignore[attr-defined]


def _text(value: Any) -> list[str]:
    """A value as a browser would send it back."""
    values = value if isinstance(value, list | tuple) else [value]
    return sorted(str(one).strip() for one in values if one not in (None, ""))
