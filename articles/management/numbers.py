"""Numbers that the app's commands take: none of them may end in a traceback, or in a machine without memory."""

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from .exits import WRONG_ARGUMENTS


def check_number(option: str, number: float, *, least: float, most: float) -> None:
    """Refuse what is outside of `least` to `most`, and what is no number (NaN)."""
    if not least <= number <= most:
        raise CommandError(
            _("--%(option)s: give a number from %(least)s to %(most)s.")
            % {"option": option, "least": least, "most": most},
            returncode=WRONG_ARGUMENTS,
        )
