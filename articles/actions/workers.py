"""Processes that parse files for an import: they end with it, however it ends."""

import os
import signal
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import parent_process
from multiprocessing.connection import wait
from threading import Thread


def workers(jobs: int) -> ProcessPoolExecutor:
    """So many processes, to be used in a `with`."""
    return ProcessPoolExecutor(jobs, initializer=_begin)


def _begin() -> None:
    # Ctrl-C reaches every process of a terminal; the import itself says that it was stopped.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """An import that was killed cannot tell its workers, which would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
