"""The host without an admin, sessions or middleware of Django's: it imports, publishes and answers readers."""

from .settings import *  # noqa: F403

INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "staff", "articles"]
MIDDLEWARE = []
ROOT_URLCONF = "host.headless_urls"
