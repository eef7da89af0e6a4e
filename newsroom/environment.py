"""What this process may do without `DEBUG` and `SECRET_KEY`: a checkout someone tries out, or a deployment.

`manage.py demo` needs neither. It turns `DEBUG` on for itself and keeps a key of its own in `.secret_key`,
which the other management commands of the same checkout then use. Whatever serves the site, and whatever has
`DEBUG` switched off by hand, needs a `SECRET_KEY` from the environment.
"""

import os
import sys
import tempfile
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

KEY_FILE = Path(__file__).resolve().parent.parent / ".secret_key"
_SERVING = {"runserver", "testserver"}
_MISSING = (
    "SECRET_KEY is not set. To try Newsroom out, run `manage.py demo`: it needs no settings, and the other "
    "commands work after it. For development, set DEBUG=1. To deploy, set SECRET_KEY to a long random string."
)


def management_command() -> str:
    """The `manage.py` command of this process; empty under a WSGI or ASGI server and in any other program."""
    program, *arguments = sys.argv or [""]
    path = Path(program)
    known = path.name in {"manage.py", "django-admin"} or path.parts[-2:] == ("django", "__main__.py")
    return arguments[0] if known and arguments else ""


def secret_key(*, debug: bool) -> str:
    """The site's secret. Raises `ImproperlyConfigured` where only a real one will do."""
    if given := os.environ.get("SECRET_KEY"):
        return given
    command = management_command()
    # With DEBUG off `demo` is started only to say that it refuses.
    if debug or command == "demo":
        return _local_key()
    switched_off = bool(os.environ.get("DEBUG"))
    if command and command not in _SERVING and not switched_off and KEY_FILE.exists():
        return _local_key()
    raise ImproperlyConfigured(_MISSING)


def _local_key() -> str:
    """The key of this checkout, made on first use; where nothing can be written, one for this process."""
    try:
        return KEY_FILE.read_text().strip()
    except FileNotFoundError:
        key = get_random_secret_key()
    try:
        with tempfile.NamedTemporaryFile("w", dir=KEY_FILE.parent, prefix=".secret_key.") as new:
            new.write(key)
            new.flush()
            # A link appears whole or not at all: two processes that start together read the same key.
            os.link(new.name, KEY_FILE)
    except FileExistsError:
        return KEY_FILE.read_text().strip()
    except OSError:
        return key
    return key
