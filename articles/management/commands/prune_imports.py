"""`prune_imports`: what imports did long ago is kept in sum; the lines of files that changed nothing go."""

from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.management.base import CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...actions.import_runs import prune_runs
from ..database import DatabaseCommand
from ..exits import WRONG_ARGUMENTS


class Command(DatabaseCommand):
    help = (
        "Forgets, of imports that ended long ago, the lines of files that changed nothing: unchanged, duplicate, "
        "withdrawn and refused ones. Counts stay, and lines that an undo needs. Safe to run twice; meant for cron "
        "where a folder is imported again and again."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--days",
            type=int,
            default=90,
            metavar="N",
            help="Imports of the last N days stay whole. Default: 90.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["days"] < 0:
            raise CommandError(_("--days: give a number from 0 up."), returncode=WRONG_ARGUMENTS)
        gone = prune_runs(older_than=timedelta(days=options["days"]))
        self.stdout.write(
            ngettext("%(count)d line forgotten.", "%(count)d lines forgotten.", gone) % {"count": gone}
        )
