"""The site's settings as the tests run them: an SQLite file of each process's own, or `DATABASE_URL`."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

os.environ["DEBUG"] = "0"
os.environ.setdefault("SECRET_KEY", "tests-only-not-a-secret-tests-only-not-a-secret")
for name in ("ALLOWED_HOSTS", "CACHE_URL", "LANGUAGE_CODE", "SITE_URL", "TIME_ZONE"):
    os.environ.pop(name, None)

from newsroom.settings import *  # noqa: E402, F403

_DIRECTORY = Path(tempfile.mkdtemp(prefix="newsroom-tests-"))
atexit.register(shutil.rmtree, _DIRECTORY, ignore_errors=True)

if not os.environ.get("DATABASE_URL"):
    # A file, not memory: two connections to a database in memory lock each other out as no real ones do.
    DATABASES["default"]["TEST"] = {"NAME": _DIRECTORY / "test.sqlite3"}  # noqa: F405

# Sentences are asserted as they stand in the source; tests about Vietnamese ask for it.
LANGUAGE_CODE = "en"
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
MEDIA_ROOT = _DIRECTORY / "media"
# Empty: static files are tested as they stand, not as some earlier `collectstatic` left them.
STATIC_ROOT = _DIRECTORY / "static"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# The browser and the live server speak plain HTTP.
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
# Looks static files up as they are asked for, instead of listing them all for each test client.
WHITENOISE_AUTOREFRESH = True
