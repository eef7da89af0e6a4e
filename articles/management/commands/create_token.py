"""`create_token USERNAME`: a token for the desk API, printed once."""

from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from ...actions.errors import Refused
from ...actions.tokens import LIFETIME, issue_token
from ...models import Token
from ..database import DatabaseCommand


class Command(DatabaseCommand):
    help = (
        "Makes a token for the desk API and prints it: it cannot be shown again. With it a program may do what the "
        "user may do, and of that no more than the scopes say."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username", help="The account that the token speaks for.")
        parser.add_argument("--name", required=True, help="What the token is for.")
        parser.add_argument(
            "--scope", action="append", dest="scopes", choices=Token.Scope.values, metavar="SCOPE",
            help=f"May be given several times: {', '.join(Token.Scope.values)}. Default: read.",
        )  # fmt: skip
        parser.add_argument(
            "--days", type=int, default=LIFETIME.days, help=f"How long it lives. Default: {LIFETIME.days}."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        model = get_user_model()
        user = model._default_manager.filter(**{model.USERNAME_FIELD: options["username"]}).first()
        if user is None:
            raise CommandError(
                _("There is no user “%(name)s”: createsuperuser makes one, and so does the admin.")
                % {"name": options["username"]}
            )
        try:
            _token, secret = issue_token(
                user, by=None, name=options["name"], scopes=options["scopes"] or ["read"],
                lifetime=timedelta(days=options["days"]),
            )  # fmt: skip
        except Refused as error:
            raise CommandError(str(error)) from error
        self.stdout.write(secret)
