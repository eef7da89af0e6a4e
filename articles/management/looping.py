"""A command that does what is due: once for cron, or for ever with `--every`."""

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError
from django.db import InterfaceError, OperationalError, close_old_connections
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .database import DatabaseCommand
from .exits import SOME_FAILED
from .numbers import check_number

LONGEST_PAUSE = 86_400
"""Seconds: whatever is due is at most a day late."""


class LoopCommand(DatabaseCommand):
    """Subclasses write `run_once`. Run once, failures end in exit code 1; a loop goes on after them."""

    help: Any  # Said again, for the type checker looks at the nearest class only.

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--every",
            type=float,
            metavar="SECONDS",
            help=_("Go on for ever, with so long a pause between runs."),
        )

    def run_once(self) -> int:
        """Do what is due and tell it; returns how many things failed."""
        raise NotImplementedError

    def handle(self, *args: Any, **options: Any) -> None:
        every = options["every"]
        if every is None:
            failed = self.run_once()
            if failed:
                text = ngettext("%(count)d item failed.", "%(count)d items failed.", failed)
                raise CommandError(text % {"count": failed}, returncode=SOME_FAILED)
            return
        check_number("every", every, least=0.1, most=LONGEST_PAUSE)
        try:
            while True:
                self._try_once()
                time.sleep(every)
        except KeyboardInterrupt:
            return

    def _try_once(self) -> None:
        """A database that is away for a while does not end the loop."""
        close_old_connections()
        try:
            self.run_once()
        except (OperationalError, InterfaceError) as error:
            self.stderr.write(_("The database did not answer: %(error)s") % {"error": error})
