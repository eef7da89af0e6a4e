"""`publish_due`: publish and withdraw what was scheduled and is due. For cron, or as a loop with `--every`."""

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import InterfaceError, OperationalError, close_old_connections
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...actions.publish_due import publish_due

SOME_FAILED = 1


class Command(BaseCommand):
    help = (
        "Publishes and withdraws what is due by the database's clock, each item exactly once: safe to run late, "
        "twice, on several hosts at once. Exit code 1: something due could not be done; the desk says why."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--every",
            type=float,
            metavar="SECONDS",
            help="Go on for ever, with so long a pause between runs.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        every = options["every"]
        if every is None:
            failed = self._run()
            if failed:
                text = ngettext("%(count)d item failed.", "%(count)d items failed.", failed)
                raise CommandError(text % {"count": failed}, returncode=SOME_FAILED)
            return
        if every <= 0:
            raise CommandError(_("--every: give a number of seconds above 0."), returncode=2)
        try:
            while True:
                self._try_run()
                time.sleep(every)
        except KeyboardInterrupt:
            return

    def _try_run(self) -> None:
        """A database that is away for a while does not end the loop."""
        close_old_connections()
        try:
            self._run()
        except (OperationalError, InterfaceError) as error:
            self.stderr.write(_("The database did not answer: %(error)s") % {"error": error})

    def _run(self) -> int:
        failed = 0
        for done in publish_due():
            if done.reason:
                failed += 1
                self.stderr.write(f"{_(done.kind)} “{done.title}”: {done.reason}")
            else:
                self.stdout.write(f"{_(done.kind)} “{done.title}”: {_(done.what)}")
        return failed
