"""What the app's commands say once they are stopped, and of a database that is not ready, is away, or is full."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError, ProgrammingError, connections
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

from .exits import STOPPED
from .terminal import spell_out_other_letters


class DatabaseCommand(BaseCommand):
    """Ctrl-C, and a database that lacks migrations, cannot be reached or has no room, end in a sentence, not in a
    traceback."""

    help: Any = ""
    """What the command does, translated late."""
    quiet = False
    """Asked for by `--verbosity 0`: what went well is not told. What went wrong is, on standard error."""

    def tell(self, text: str) -> None:
        """Say what was done."""
        if not self.quiet:
            self.stdout.write(text)

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        """The help in the language of the site: argparse reads plain strings only."""
        self.help = str(self.help)
        return super().create_parser(prog_name, subcommand, **kwargs)

    def run_from_argv(self, argv: list[str]) -> None:
        """Everything it says can be written, its help included."""
        spell_out_other_letters()
        super().run_from_argv(argv)

    def execute(self, *args: Any, **options: Any) -> Any:
        """The database is asked only once something went wrong: a command that works pays nothing."""
        self.quiet = options.get("verbosity") == 0
        try:
            return super().execute(*args, **options)
        except KeyboardInterrupt:
            said = _("Stopped. What was done before stays; the same command goes on with the rest.")
            raise CommandError(said, returncode=STOPPED) from None
        except (OperationalError, ProgrammingError) as error:
            if _lags_behind():
                said = _(
                    "The database lacks tables that this version needs. Run `manage.py migrate`, then this again."
                )
            elif isinstance(error, OperationalError):
                said = _(
                    "The database failed: %(error)s\nWhat was done before stays; run this again once it is mended."
                ) % {"error": str(error).strip()}
            else:
                raise
            raise CommandError(said) from error


def _lags_behind() -> bool:
    """Whether some database has migrations of ours, or that ours build on, to go.

    One that cannot be reached has a trouble of another kind, and so has one where only others' are missing.
    """
    for connection in connections.all(initialized_only=True):
        try:
            executor = MigrationExecutor(connection)
        except OperationalError:
            continue
        if executor.migration_plan(executor.loader.graph.leaf_nodes("articles")):
            return True
    return False
