"""`prune_imports`: what imports did long ago is kept in sum; the lines of files that changed nothing go."""

from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ...actions.import_runs import prune_runs
from ..database import DatabaseCommand
from ..numbers import check_number

LONGEST = 36_500
"""Days."""


class Command(DatabaseCommand):
    help = gettext_lazy(
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
            help=_("Imports of the last N days stay whole. Default: 90."),
        )

    def handle(self, *args: Any, **options: Any) -> None:
        check_number("days", options["days"], least=0, most=LONGEST)
        gone = prune_runs(older_than=timedelta(days=options["days"]))
        self.tell(ngettext("%(count)d line forgotten.", "%(count)d lines forgotten.", gone) % {"count": gone})
