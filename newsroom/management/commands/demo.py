"""From a fresh clone to a site one can look at."""

import os
import secrets
import socket
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command

from articles.actions.make_groups import make_groups
from articles.management.database import DatabaseCommand

USERNAME = "editor"
TEXTS = settings.BASE_DIR / "fixtures" / "texts"


class Command(DatabaseCommand):
    help = "Sets up the site with the sample collection and an editor, and serves it on this machine."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="Port to serve on (default: 8000).")
        parser.add_argument("--no-serve", action="store_true", help="Set everything up and stop there.")

    def handle(self, *, port: int, no_serve: bool, verbosity: int, **options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError(
                "demo makes a login with a printed password, so it does not run with DEBUG off."
            )
        if not no_serve:
            self._check_port(port)
        call_command("migrate", verbosity=max(verbosity - 1, 0), interactive=False)
        call_command("import_articles", str(TEXTS), publish=True, verbosity=verbosity)
        call_command("collectstatic", interactive=False, verbosity=0)
        password = self._make_editor()
        self._say(port, password)
        if no_serve:
            self.stdout.write("\nNothing is served yet: run demo without --no-serve.")
            return
        os.environ.setdefault("DJANGO_RUNSERVER_HIDE_WARNING", "true")
        call_command("runserver", f"127.0.0.1:{port}", use_reloader=False)

    def _check_port(self, port: int) -> None:
        """Says at once, not after the import, that the port cannot be used."""
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except (OSError, OverflowError) as error:
                raise CommandError(
                    f"Port {port} cannot be used ({error}). Choose another with --port."
                ) from error

    def _make_editor(self) -> str:
        """The account of the demo, which may do all that the desk offers. Returns its new password."""
        make_groups()
        user, _made = get_user_model().objects.get_or_create(username=USERNAME)
        password = secrets.token_urlsafe(9)
        user.set_password(password)
        user.is_staff = user.is_active = True
        user.save()
        user.groups.add(Group.objects.get(name="manager"))
        return password

    def _say(self, port: int, password: str) -> None:
        site = f"http://127.0.0.1:{port}"
        self.stdout.write(
            "\n"
            f"Site:     {site}/\n"
            f"Admin:    {site}/admin/\n"
            f"API:      {site}/api/v1/\n"
            f"Username: {USERNAME}\n"
            f"Password: {password}"
        )
        self.stdout.flush()
