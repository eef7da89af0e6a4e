"""Processes that parse files for an import: they end with it, however it ends."""

import os
import signal
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import Any

_work: Callable[[Any], Any]
"""What this process does, once it is a worker."""


def workers(jobs: int, work: Callable[[Any], Any]) -> ProcessPoolExecutor:
    """So many processes that `do` this work, to be used in a `with`.

    They are told once what it is, not with each task: reading a file needs the names of all people of the archive.
    """
    return ProcessPoolExecutor(jobs, initializer=_begin, initargs=(work,))


def do(task: Any) -> Any:
    """The work on one thing, in a worker."""
    return _work(task)


def _begin(work: Callable[[Any], Any]) -> None:
    global _work
    _work = work
    # Ctrl-C reaches every process of a terminal; the import itself says that it was stopped.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """An import that was killed cannot tell its workers, which would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
