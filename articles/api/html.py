"""The APIs' own pages, the same whatever the host's `TEMPLATES` are: a host without any has an API too."""

import re
from functools import cache
from pathlib import Path
from typing import Any

from django.template import Context, Engine, Library
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

_FOLDER = Path(__file__).resolve().parent.parent / "templates"
_CODE = re.compile(r"`([^`]+)`")

register = Library()


@register.filter
def coded(text: str) -> SafeString:
    """A sentence of the OpenAPI document: what stands in backticks is code."""
    return mark_safe(_CODE.sub(r"<code>\1</code>", escape(text)))  # noqa: S308  (escaped as a whole before)


@cache
def _engine() -> Engine:
    libraries = {"i18n": "django.templatetags.i18n", "static": "django.templatetags.static"}
    return Engine(dirs=[str(_FOLDER)], libraries=libraries, builtins=[__name__])


def render(name: str, context: dict[str, Any]) -> str:
    """The template `articles/{name}` with this context."""
    return _engine().get_template(f"articles/{name}").render(Context(context))
