"""The APIs' own pages, the same whatever the host's `TEMPLATES` are: a host without any has an API too."""

from functools import cache
from pathlib import Path
from typing import Any

from django.template import Context, Engine

_FOLDER = Path(__file__).resolve().parent.parent / "templates"


@cache
def _engine() -> Engine:
    libraries = {"i18n": "django.templatetags.i18n", "static": "django.templatetags.static"}
    return Engine(dirs=[str(_FOLDER)], libraries=libraries)


def render(name: str, context: dict[str, Any]) -> str:
    """The template `articles/{name}` with this context."""
    return _engine().get_template(f"articles/{name}").render(Context(context))
