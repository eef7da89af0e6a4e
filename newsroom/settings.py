"""Settings of the Newsroom site, read from the environment; see "The site's environment" in README.md."""

import os
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from articles.sqlite import OPTIONS as SQLITE_OPTIONS

from .environment import management_command, secret_key

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

DEBUG = env.bool("DEBUG") if os.environ.get("DEBUG") else management_command() == "demo"
SECRET_KEY = secret_key(debug=DEBUG)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])

INSTALLED_APPS = [
    "newsroom",
    "articles",
    "rest_framework",
    "django_filters",
    "corsheaders",
    "newsroom.admin_pages.PagesOnDemand",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]
if find_spec("django_prose_editor"):
    # The extra `editor`; without it bodies are edited in a plain text area.
    INSTALLED_APPS.append("django_prose_editor")

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "newsroom.middleware.ContentSecurityPolicy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "newsroom.middleware.Locale",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

if os.environ.get("DATABASE_URL"):
    DATABASES = {"default": env.db_url("DATABASE_URL")}
    if "ENGINE" not in DATABASES["default"]:
        raise ImproperlyConfigured(
            "DATABASE_URL is no address of a database. "
            "Write postgres://user:password@host/name or sqlite:////folder/file."
        )
else:
    # Not through a URL: the path of a checkout may hold characters that mean something in one.
    DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": BASE_DIR / "db.sqlite3"}}
# The development server has a new thread, and so a new connection, for each request: it keeps none.
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"].setdefault("OPTIONS", {}).update(SQLITE_OPTIONS)
    # To open the file and set the options costs more than a list does. Not kept for good: a file that was put in
    # its place is found within a minute, and what a thread has cached is given back.
    DATABASES["default"]["CONN_MAX_AGE"] = 0 if DEBUG else 60
else:
    if DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql":
        DATABASES["default"]["ENGINE"] = "newsroom.postgresql"
        if env.bool("PREPARE_STATEMENTS", default=True):
            # What public pages ask is planned once a connection; Django's own statements are as ever.
            DATABASES["default"].setdefault("OPTIONS", {}).setdefault("prepare_threshold", 5)
        else:
            # The pooler hands the connection on between two pieces of a long answer, and its cursor is gone: sitemaps
            # broke off.
            DATABASES["default"]["DISABLE_SERVER_SIDE_CURSORS"] = True
    DATABASES["default"]["CONN_MAX_AGE"] = 0 if DEBUG else None
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

CACHES = {"default": env.cache_url("CACHE_URL", default="locmemcache://")}

LANGUAGE_CODE = env.str("LANGUAGE_CODE", default="vi")
LANGUAGES = [("vi", _("Vietnamese")), ("en", _("English"))]
TIME_ZONE = env.str("TIME_ZONE", default="Asia/Ho_Chi_Minh")

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
# Static files are served whether or not `collectstatic` has run; `demo` runs it. Under `runserver` they are read
# where they are edited.
if not DEBUG or management_command() == "demo":
    STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "newsroom.static_files.HashedStaticFiles"},
    }
    WHITENOISE_AUTOREFRESH = False
WHITENOISE_USE_FINDERS = True
MEDIA_URL = "media/"
MEDIA_ROOT = BASE_DIR / "media"
# Each person of an article is five fields of its form, and a list of who was elected has five hundred people.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
# The default from Django 6.0 on: an app that is added has the same keys on 5.2.
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# Drafts are shown by this site itself.
ARTICLES: dict[str, Any] = {"PREVIEW_URL": "/preview/#{token}"}
if site_url := env.str("SITE_URL", default="").rstrip("/"):
    if not site_url.startswith(("https://", "http://")):
        raise ImproperlyConfigured("SITE_URL is no address. Write it as https://news.example.")
    # Feeds and sitemaps lead to this site's pages instead of the API's resources.
    pages = {"article": "articles", "person": "people", "event": "events"}
    ARTICLES["FRONTEND_URLS"] = {kind: f"{site_url}/{plural}/{{slug}}/" for kind, plural in pages.items()}

# Any page may read the public API, and the draft that it has a token of, none with a reader's credentials; the rest
# answers its own origin only.
CORS_URLS_REGEX = r"^/api/(v1|desk/preview)/"
CORS_ALLOW_ALL_ORIGINS = True
CORS_ALLOW_METHODS = ["GET", "HEAD", "OPTIONS"]
CORS_ALLOW_HEADERS = ["accept", "accept-language", "if-modified-since", "if-none-match", "x-preview-token"]
CORS_EXPOSE_HEADERS = ["ETag", "Last-Modified", "Location", "Retry-After"]

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not DEBUG
SECURE_HSTS_SECONDS = 0 if DEBUG else 3600
# Forms sent over TLS arrive from the proxy over plain HTTP: without this their origin would look foreign.
CSRF_TRUSTED_ORIGINS = [
    "https://" + (f"*{host}" if host.startswith(".") else host) for host in ALLOWED_HOSTS if host != "*"
]
SILENCED_SYSTEM_CHECKS = [
    # Which names share the domain, and what redirects to TLS, is the operator's and the proxy's to decide.
    "security.W005",
    "security.W008",
    "security.W021",
]
