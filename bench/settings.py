"""The site's settings with the URLs of the contenders beside its own. `DATABASE_URL` chooses the database."""

import os

os.environ["DEBUG"] = "0"
os.environ.setdefault("SECRET_KEY", "bench-only-not-a-secret-bench-only-not-a-secret-12345")

from newsroom.settings import *  # noqa: F403

ROOT_URLCONF = "bench.urls"
ALLOWED_HOSTS = ["testserver"]
WHITENOISE_AUTOREFRESH = True
