"""A command that does what is due: once for cron, or for ever with `--every`."""

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError
from django.db import InterfaceError, OperationalError, close_old_connections
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .database import DatabaseCommand
from .exits import SOME_FAILED, WRONG_ARGUMENTS


class LoopCommand(DatabaseCommand):
    """Subclasses write `run_once`. Run once, failures end in exit code 1; a loop goes on after them."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--every",
            type=float,
            metavar="SECONDS",
            help="Go on for ever, with so long a pause between runs.",
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
        if every <= 0:
            raise CommandError(_("--every: give a number of seconds above 0."), returncode=WRONG_ARGUMENTS)
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
