"""What can be wrong with a value of `ARTICLES`, in words for whoever wrote it."""

from collections.abc import Callable
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from django.utils.ipv6 import is_valid_ipv6_address
from django.utils.module_loading import import_string

from .conf import DEFAULTS
from .extensions import PublicField
from .text import lexicon
from .text.people.tagger import check_tagger
from .text.stages import stage

KINDS = ("article", "person", "event")
MAY_BE_ZERO = {"CACHE_SECONDS", "STALE_SECONDS", "REWRITE_AT_ONCE", "READER_RATE", "TRUSTED_PROXIES"}

_OPENINGS = ("https://", "http://", "/")
_WANTED = {
    int: "a whole number",
    bool: "True or False",
    str: "a string",
    list: "a list",
    dict: "a dictionary",
}
_EXAMPLES: dict[str, Any] = {
    "PUBLICATION": "News Example",
    "PURGE": "project.cdn.purge",
    "PUBLIC_FIELDS": ["project.fields.Desk"],
    "WEBHOOK_PRIVATE_HOSTS": ["frontend"],
    "LEXICONS": ["/srv/news/lexicon"],
    "STAGES": {"people": "project.finders.People"},
}


def fault(key: str, value: Any) -> str:
    """What is wrong with the value of a known setting, or nothing."""
    if key == "FRONTEND_URLS":
        return _frontend_fault(value)
    if key == "PREVIEW_URL":
        return _preview_fault(value)
    default = DEFAULTS[key]
    # A bool is an int to Python, and never what was meant by a number of rows.
    if not isinstance(value, type(default)) or (isinstance(value, bool) and not isinstance(default, bool)):
        return f"it must be {_WANTED[type(default)]}, such as {default or _EXAMPLES.get(key, default)!r}."
    if isinstance(default, int) and not isinstance(default, bool):
        least = 0 if key in MAY_BE_ZERO else 1
        if value < least:
            return f"it must be {least} or more."
    if key == "WEBHOOK_PRIVATE_HOSTS":
        return next(filter(None, map(_host_fault, value)), "")
    if key == "PURGE" and value:
        return _path_fault(value)
    if key == "STAGES":
        return _stages_fault(value)
    if key == "TAGGER" and value:
        return _lookup_fault(check_tagger)
    if key == "PUBLIC_FIELDS":
        return next(filter(None, map(_field_fault, value)), "") or _fields_fault(value)
    return ""


def _host_fault(host: Any) -> str:
    """What is wrong with a host of `WEBHOOK_PRIVATE_HOSTS`: with anything around it no address would match."""
    if not isinstance(host, str):
        return "it must be a list of hosts."
    try:
        sound = is_valid_ipv6_address(host) or urlsplit(f"//{host}").hostname == host.lower()
    except ValueError:
        sound = False
    return (
        "" if sound else f"{host!r} is no host; write it without scheme, port and path, such as 'frontend'."
    )


def _path_fault(path: str) -> str:
    try:
        found = import_string(path)
    except ImportError as error:
        return f"{error}."
    return "" if callable(found) else "it cannot be called."


def _stages_fault(value: dict[Any, Any]) -> str:
    faults = (
        _lookup_fault(partial(stage, name, path))
        if isinstance(path, str)
        else f"the stage {name!r} must be a dotted path."
        for name, path in value.items()
    )
    return next(filter(None, faults), "")


def lexicon_fault(folder: str) -> str:
    """What is wrong with a folder of `LEXICONS`, or nothing."""
    return _lookup_fault(partial(lexicon.check, folder))


def _lookup_fault(look: Callable[[], object]) -> str:
    try:
        look()
    except LookupError as error:
        return str(error.args[0])
    return ""


def _field_fault(path: Any) -> str:
    """What is wrong with one of the host's own fields, or nothing."""
    if not isinstance(path, str):
        return "it must be a list of dotted paths."
    if fault := _path_fault(path):
        return fault
    found = import_string(path)
    if not (isinstance(found, type) and issubclass(found, PublicField)):
        return f"{path} is no subclass of articles.extensions.PublicField."
    if found.kind not in KINDS:
        return f"{path}: the kind {found.kind!r} is none of {', '.join(KINDS)}."
    from .api.public.kinds import KINDS as kinds
    from .api.public.parameters import PARAMETERS

    if not found.name.isidentifier() or found.name in {*kinds[found.kind].own, *PARAMETERS, "format", "url"}:
        return f"{path}: the name {found.name!r} is taken, or is no identifier."
    return ""


def _fields_fault(paths: list[str]) -> str:
    """Two fields of one name, of which a document can hold one."""
    names = [(field.kind, field.name) for field in map(import_string, paths)]
    for place, (kind, name) in enumerate(names):
        if (kind, name) in names[:place]:
            return f"it names two fields {name!r} of the kind {kind!r}; give one of them another name."
    return ""


def _frontend_fault(value: Any) -> str:
    if not isinstance(value, dict) or not all(isinstance(url, str) for url in value.values()):
        return 'it must be a dictionary like {"article": "https://news.example/{slug}/"}.'
    if unknown := [kind for kind in value if kind not in KINDS]:
        return f"{unknown[0]!r} is none of {', '.join(KINDS)}."
    for kind, url in value.items():
        if not url.startswith(_OPENINGS):
            return f"the URL of {kind!r} must begin with https:// or, on this host, with /."
        try:
            placed = url.format(slug="\0")
        except (LookupError, ValueError):
            return f"the URL of {kind!r} may hold {{slug}} and no other braces."
        if "\0" not in placed:
            return f"the URL of {kind!r} does not hold {{slug}}."
    return ""


def _preview_fault(value: Any) -> str:
    if not isinstance(value, str):
        return 'it must be a URL like "https://news.example/preview/#{token}".'
    try:
        placed = value.format_map({"kind": "article", "token": "\0"})
    except (LookupError, ValueError):
        return "it may hold {token} and {kind} and no other braces."
    if value and not value.startswith(_OPENINGS):
        return "it must begin with https:// or, on this host, with /."
    return "" if not value or "\0" in placed else "it does not hold {token}."
