"""Body HTML in the admin: as plain text where it is paragraphs alone, and in the editor of the extra `editor`.

The library brings ProseMirror as one module of JavaScript; nothing of its Python is used. Its own widget loads that
module through an inline import map, which no strict content security policy lets run: ours loads it by its address.
"""

import re
from typing import Any

from django import forms
from django.apps import apps
from django.contrib.admin.widgets import AdminTextareaWidget
from django.forms.widgets import Media, Script
from django.templatetags.static import static
from django.utils.functional import lazy
from django.utils.translation import gettext as _

from ..models.fields import validate_nesting
from ..text.html import TAGS, from_body, from_paragraphs, plain_text

LIBRARY = "django_prose_editor"
"""The package, which is also the name of its Django app and of the folder of its static files."""


def installed() -> bool:
    """Whether the host has the extra `editor` among its apps."""
    return apps.is_installed(LIBRARY)


def _help() -> str:
    """How the field is used, as it is shown."""
    if installed():
        return _("Alt+F10 leads to the toolbar, Escape back to the text.")
    return _("A blank line parts paragraphs.")


class BodyWidget(AdminTextareaWidget):
    """A text area; `editor.js` puts the editor in its place where there is one."""

    @property
    def media(self) -> Media:
        scripts: list[Any] = [Script("articles/admin/editor.js", type="module")]
        return Media(js=scripts if installed() else [])

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"] |= {"data-markup": _MARKUP.pattern}
        if installed():
            context["widget"]["attrs"] |= {"data-editor": static(f"{LIBRARY}/editor.js")}
        return context


class BodyField(forms.CharField):
    """Body HTML: paragraphs alone are shown and typed as text parted by blank lines, the rest as markup."""

    def __init__(self, *, rows: int = 24, **kwargs: Any) -> None:
        kwargs.setdefault(
            "widget", BodyWidget(attrs={"rows": rows, "class": "vLargeTextField newsroom-body"})
        )
        kwargs.setdefault("help_text", lazy(_help, str)())
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, str) or not _MARKUP.search(value):
            return value
        # On the way out, too: whatever got into the table, no editor's browser reads more than the closed list.
        value = from_body(value)
        text = plain_text(value)
        return text if _PLAIN.fullmatch(value) and not _MARKUP.search(text) else value

    def clean(self, value: Any) -> str:
        """What was typed is validated, before markup is changed."""
        validate_nesting(value or "")
        return super().clean(value)

    def to_python(self, value: Any) -> str:
        text = (super().to_python(value) or "").replace("\r\n", "\n").strip()
        if not _MARKUP.search(text):
            text = from_paragraphs(part.strip() for part in re.split(r"\n\s*\n", text) if part.strip())
        return from_body(text)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return self.to_python(self.prepare_value(initial or "")) != self.to_python(data)


_PLAIN = re.compile(r"(?:\s*<p>[^<]*</p>)*\s*")
_MARKUP = re.compile(rf"</?(?:{'|'.join(sorted(TAGS))})\b[^<>]*>")
