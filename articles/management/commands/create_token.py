"""`create_token USERNAME`: a token for the desk API, printed once."""

from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...actions.errors import Refused
from ...actions.tokens import LIFETIME, LONGEST, issue_token
from ...models import Token
from ..database import DatabaseCommand
from ..numbers import check_number


class Command(DatabaseCommand):
    help = gettext_lazy(
        "Makes a token for the desk API and prints it: it cannot be shown again. With it a program may do what the "
        "user may do, and of that no more than the scopes say."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username", help=_("The account that the token speaks for."))
        parser.add_argument("--name", required=True, help=_("What the token is for."))
        parser.add_argument(
            "--scope", action="append", dest="scopes", choices=Token.Scope.values, metavar="SCOPE",
            help=_("May be given several times: %(scopes)s. Default: read.")
            % {"scopes": ", ".join(Token.Scope.values)},
        )  # fmt: skip
        parser.add_argument(
            "--days",
            type=int,
            default=LIFETIME.days,
            help=_("How long it lives. Default: %(days)d.") % {"days": LIFETIME.days},
        )

    def handle(self, *args: Any, **options: Any) -> None:
        check_number("days", options["days"], least=1, most=LONGEST.days)
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
