"""System checks: what a host forgot, said before it hurts.

`E001` unknown setting, `E002` wrong value, `E003` a database that cannot search, `E004` a lexicon that cannot
be read, `E005` routers that part what is read from what is written, `E006` times without a zone, `E007` URLs inside
another namespace, `E008` no users; `W001` SQLite without our options, `W002` no URLs, `W003` every request in a
transaction on SQLite, `W004` the rich-text editor is installed and not among the apps, `W005` nowhere to keep
photos, `W006` photos whose addresses expire, `W007` a model that extends one of ours.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from importlib.util import find_spec
from typing import Any

from django.apps import AppConfig, apps
from django.conf import settings as host
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.core.files.storage import FileSystemStorage
from django.db import DEFAULT_DB_ALIAS, connections, router
from django.db.backends.base.base import BaseDatabaseWrapper
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from .conf import DEFAULTS
from .conf import conf as settings
from .models import ITEM_MODELS, Article, Photo
from .routers import DeskRouter
from .setting_faults import fault, lexicon_fault

OURS = "articles"
"""The tag of all that is asked of no URLs."""

USERS = ("django.contrib.contenttypes", "django.contrib.auth")
EDITOR = "django_prose_editor"
"""The app of the extra `editor`."""


@register(OURS)
def check_settings(app_configs: Sequence[AppConfig] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """`ARTICLES` holds known keys with values of the right kind."""
    given = getattr(host, "ARTICLES", {})
    if not isinstance(given, dict):
        return [
            Error(
                "ARTICLES is not a dictionary.",
                hint='Write ARTICLES = {"PAGE_SIZE": 50}.',
                id="articles.E002",
            )
        ]
    found: list[CheckMessage] = []
    for key, value in given.items():
        if key not in DEFAULTS:
            found.append(_unknown(key))
        elif wrong := fault(key, value):
            found.append(Error(f"ARTICLES[{key!r}] is {value!r}: {wrong}", id="articles.E002"))
    if not found and settings.page_size > settings.max_page_size:
        found.append(
            Error(
                f"ARTICLES['PAGE_SIZE'] ({settings.page_size}) is above ARTICLES['MAX_PAGE_SIZE'] "
                f"({settings.max_page_size}).",
                id="articles.E002",
            )
        )
    if not found:
        found += [
            Error(
                f"ARTICLES['LEXICONS'] names {folder!r}: {wrong}",
                hint="Give the folder that holds one folder a language, such as <folder>/vi/titles.txt.",
                id="articles.E004",
            )
            for folder in settings.lexicons
            if (wrong := lexicon_fault(folder))
        ]
    return found


def _unknown(key: Any) -> CheckMessage:
    near = get_close_matches(str(key).upper(), DEFAULTS, n=1)
    hint = f"Did you mean {near[0]}?" if near else f"Known settings: {', '.join(sorted(DEFAULTS))}."
    return Error(f"ARTICLES has no setting {key!r}.", hint=hint, id="articles.E001")


@register(OURS)
def check_time_zones(app_configs: Sequence[AppConfig] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """Times are instants: an embargo must not depend on where a server stands."""
    if host.USE_TZ:
        return []
    return [Error("USE_TZ is off.", hint="Set USE_TZ = True; TIME_ZONE may be any.", id="articles.E006")]


@register(OURS)
def check_apps(app_configs: Sequence[AppConfig] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """The apps that ours needs, and one that was installed to no effect."""
    found: list[CheckMessage] = [
        Error(
            f"{name} is not in INSTALLED_APPS.",
            hint=f'Add "{name}": everything that is done here is done by a user.',
            id="articles.E008",
        )
        for name in USERS
        if not apps.is_installed(name)
    ]
    if apps.is_installed("django.contrib.admin") and not apps.is_installed(EDITOR) and find_spec(EDITOR):
        found.append(
            Warning(
                f"{EDITOR} is installed, and not in INSTALLED_APPS: bodies are edited as plain text.",
                hint=f'Add "{EDITOR}" to INSTALLED_APPS, or silence this check.',
                id="articles.W004",
            )
        )
    return found


@register(OURS)
def check_database(app_configs: Sequence[AppConfig] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """The database can search, and an SQLite file can be written by two at once. Opens no connection."""
    connection = _connection()
    if connection.vendor == "postgresql":
        return []
    if connection.vendor != "sqlite":
        return [
            Error(
                f"Newsroom does not run on {connection.display_name}.",
                hint="Use PostgreSQL, or SQLite with FTS5.",
                id="articles.E003",
            )
        ]
    return list(_sqlite_messages(connection))


def _connection() -> BaseDatabaseWrapper:
    return connections[router.db_for_write(Article)]


@register(OURS)
def check_models(app_configs: Sequence[AppConfig] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """Nobody extends an item by a table of its own: what stands there is in no version, no edition and no form."""
    return [
        Warning(
            f"{model._meta.label} extends {item._meta.label}: the desk treats its rows as plain ones, and keeps no "
            "versions of its fields.",
            hint=f"Give the model a OneToOneField to {item._meta.label} instead of extending it; "
            "ARTICLES['PUBLIC_FIELDS'] makes its values public.",
            id="articles.W007",
        )
        for item in ITEM_MODELS.values()
        for model in apps.get_models()
        if issubclass(model, item) and item._meta.concrete_model is not model._meta.concrete_model
    ]


@register(OURS)
def check_routers(app_configs: Sequence[AppConfig] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """All of ours is written in one transaction, and what it is decided by is read there. Opens no connection."""
    models = list(apps.get_app_config("articles").get_models())
    astray = next((model for model in models if router.db_for_write(model) != DEFAULT_DB_ALIAS), None)
    if astray is not None:
        return [
            Error(
                f"The database routers write {astray._meta.label} to {router.db_for_write(astray)!r}.",
                hint="Newsroom's tables and the users' belong in the database 'default'.",
                id="articles.E005",
            )
        ]
    if all(router.db_for_read(model) == DEFAULT_DB_ALIAS for model in models):
        return []
    # Live tables alone may be read elsewhere, and not within a transaction: that takes our router, asked first.
    if isinstance(router.routers[0], DeskRouter):
        return []
    return [
        Error(
            "The database routers let Newsroom read from another database than it writes to.",
            hint='Put "articles.routers.DeskRouter" first in DATABASE_ROUTERS: readers are served by the '
            "replica, editors are not.",
            id="articles.E005",
        )
    ]


def _sqlite_messages(connection: BaseDatabaseWrapper) -> Iterator[CheckMessage]:
    if not _sqlite_has_fts5():
        yield Error(
            "This Python's SQLite is built without FTS5, which search needs.",
            hint="Use PostgreSQL, or a Python whose sqlite3 module has FTS5.",
            id="articles.E003",
        )
    options = connection.settings_dict.get("OPTIONS") or {}
    immediate = str(options.get("transaction_mode", "")).upper() == "IMMEDIATE"
    wal = "journal_mode=wal" in str(options.get("init_command", "")).lower().replace(" ", "")
    if not (immediate and wal and "timeout" in options):
        yield Warning(
            f"The SQLite database {connection.alias!r} answers “database is locked” when two write.",
            hint='from articles.sqlite import OPTIONS, then DATABASES["default"]["OPTIONS"] = OPTIONS.',
            id="articles.W001",
        )
    if immediate and connection.settings_dict.get("ATOMIC_REQUESTS"):
        yield Warning(
            "ATOMIC_REQUESTS is on with SQLite's IMMEDIATE transactions: each request, reading ones "
            "too, waits for whoever writes.",
            hint="Set ATOMIC_REQUESTS to False.",
            id="articles.W003",
        )


def _sqlite_has_fts5() -> bool:
    probe = sqlite3.connect(":memory:")
    try:
        probe.execute("CREATE VIRTUAL TABLE probe USING fts5(tokens)")
    except sqlite3.OperationalError:
        return False
    finally:
        probe.close()
    return True


@register(Tags.files)
def check_photos(app_configs: Sequence[AppConfig] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """Photos have a folder and an address: Django's own defaults are wherever the server was started, and the root of
    the site."""
    storage = Photo._meta.get_field("file").storage
    if not isinstance(storage, FileSystemStorage):
        return _expiring(storage)
    places = {"MEDIA_ROOT": storage.base_location, "MEDIA_URL": str(storage.base_url or "").strip("/")}
    if all(places.values()):
        return []
    unset = " and ".join(name for name, place in places.items() if not place)
    return [
        Warning(
            f"Photos have no place of their own without {unset}.",
            hint="Set both, and let the web server serve that folder; or give STORAGES another default.",
            id="articles.W005",
        )
    ]


def _expiring(storage: Any) -> list[CheckMessage]:
    """Addresses that expire, as those of django-storages do at S3, Google and Azure unless it is told otherwise."""
    signed_at_domain = not getattr(storage, "custom_domain", None) or getattr(
        storage, "cloudfront_signer", None
    )
    public_at_google = getattr(storage, "default_acl", None) == "publicRead"
    signed = getattr(storage, "querystring_auth", False) and signed_at_domain and not public_at_google
    if not signed and not getattr(storage, "expiration_secs", None):
        return []
    return [
        Warning(
            "The storage signs the addresses of photos for a while, and what is published keeps them: readers lose "
            "the photos when they expire.",
            hint='Let readers have the files, and set "querystring_auth" to False (at Azure, "expiration_secs" to '
            "None) in the OPTIONS of that storage.",
            id="articles.W006",
        )
    ]


@register(Tags.urls)
def check_urls(app_configs: Sequence[AppConfig] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """The API is mounted somewhere. A host without any URLs of its own is left in peace."""
    if not getattr(host, "ROOT_URLCONF", None):
        return []
    if _mounted(get_resolver().url_patterns):
        try:
            reverse("articles:index")
        except NoReverseMatch:
            return [
                Error(
                    "The URLs of Newsroom are mounted inside another namespace: it cannot find its own addresses.",
                    hint='Move path("api/", include("articles.urls")) out of urlpatterns that have an app_name.',
                    id="articles.E007",
                )
            ]
        return []
    return [
        Warning(
            "The URLs of Newsroom are not mounted: nothing published can be read.",
            hint='Add path("api/", include("articles.urls")) to your urlpatterns.',
            id="articles.W002",
        )
    ]


def _mounted(patterns: Iterable[URLPattern | URLResolver]) -> bool:
    return any(
        isinstance(pattern, URLResolver)
        and (pattern.app_name == "articles" or _mounted(pattern.url_patterns))
        for pattern in patterns
    )
