"""An import in steps, each a request: none is given up by a server or proxy, and the page tells how far it has come."""

import time
from collections.abc import Iterable
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from ..files import RawFile
from ..models.importing import ImportRun
from ..processes import this_process
from .errors import Refused
from .import_files import Options, import_files

AT_ONCE = 10.0
"""Seconds for which one step reads files; servers such as gunicorn end a request that takes 30."""


def claim(run: ImportRun) -> None:
    """Let the run go on in this process; whoever has locked the row then saves it. Refused while it goes on already."""
    if run.state == ImportRun.State.RUNNING:
        raise Refused(_("This import is running already."))
    run.heard_at, run.process = timezone.now(), this_process()


def take_step(files: Iterable[RawFile], run: ImportRun, options: Options, *, by: Any) -> None:
    """Import some of the files at least. Whether those were all, `finished_at` says; if not, the run is stopped."""
    until = time.monotonic() + AT_ONCE
    reports = import_files(files, by=by, options=options, run=run)
    for _report in reports:
        if time.monotonic() > until:
            reports.close()
            break
