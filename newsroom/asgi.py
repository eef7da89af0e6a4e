"""ASGI entry point: `uvicorn newsroom.asgi:application`."""

import os

from django.conf import settings
from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

# Here each request has a thread of its own, and a connection that is kept is lost with it, but stays open: two hundred
# requests used up what PostgreSQL gives.
for _database in settings.DATABASES.values():
    _database["CONN_MAX_AGE"] = 0

application = get_asgi_application()
