"""Work that happens at the same moment or during a save, and work that is killed in the middle."""

import os
import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event
from time import sleep
from typing import Any

from django.db import connection, connections

from articles.actions.revise import revise
from articles.models import Item


def all_at_once(*works: Callable[[], Any]) -> list[Any]:
    """What each returns, in a thread of its own, begun together; raises what one of them raised."""
    start = Barrier(len(works))

    def run(work: Callable[[], Any]) -> Any:
        try:
            start.wait()
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as pool:
        running = [pool.submit(run, work) for work in works]
    return [each.result() for each in running]


def during_a_save(item: Item, write: Callable[[], object], work: Callable[[], Any]) -> Any:
    """What `work` returns, begun while an editor is saving `item`, who goes on to `write` what belongs to it."""
    begun = Event()

    def save() -> None:
        begun.set()
        sleep(0.5)
        item.save()
        write()

    def edit() -> None:
        item.refresh_from_db()
        revise(item, by=None, save=save)

    def meanwhile() -> Any:
        begun.wait()
        return work()

    return all_at_once(edit, meanwhile)[1]


def killed(work: Callable[[], object], *, at: int) -> bool:
    """Do it in a process that dies by SIGKILL at its n-th SQL statement; whether it got that far."""
    connections.close_all()
    child = os.fork()
    if child == 0:
        seen = 0

        def count(execute, sql, params, many, context):
            nonlocal seen
            seen += 1
            if seen == at:
                os.kill(os.getpid(), signal.SIGKILL)
            return execute(sql, params, many, context)

        try:
            with connection.execute_wrapper(count):
                work()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
