"""Two ways to ask, each counting CPU time: Django's handler in this process, a gunicorn worker over HTTP."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.db import connection
from django.test import RequestFactory


class InProcess:
    """The site's whole stack of middleware, no server. Counts this process and its PostgreSQL backend."""

    label = "in one process"

    def __init__(self) -> None:
        self._handler = WSGIHandler()
        self._handler.load_middleware()
        self._environ = RequestFactory(headers={"accept": "application/json"})._base_environ

    def ask(self, path: str) -> bytes:
        response = self._handler.get_response(WSGIRequest(self._environ(PATH_INFO=path)))
        body = b"".join(response)
        assert response.status_code == 200, (path, body[:300])
        return body

    def cpu(self) -> float:
        backends = [connection.connection.info.backend_pid] if connection.vendor == "postgresql" else []
        return time.process_time() + seconds_of(backends)


class OverHttp:
    """One gunicorn worker, one connection kept open. Counts the worker and its PostgreSQL backends."""

    label = "gunicorn gthread"

    def __init__(self, port: int, master: int) -> None:
        self._client = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self._workers = Path(f"/proc/{master}/task/{master}/children")

    def ask(self, path: str) -> bytes:
        self._client.request("GET", path, headers={"Accept": "application/json", "Host": "testserver"})
        response = self._client.getresponse()
        body = response.read()
        assert response.status == 200, (path, body[:300])
        return body

    def cpu(self) -> float:
        backends = []
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT pid FROM pg_stat_activity "
                    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )
                backends = [pid for (pid,) in cursor.fetchall()]
        return seconds_of([*self._workers.read_text().split(), *backends])


@contextmanager
def gunicorn() -> Iterator[OverHttp]:
    """A server on the database that this process is connected to."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [
            sys.executable, "-m", "gunicorn", "bench.wsgi", "--bind", f"127.0.0.1:{port}",
            "--worker-class", "gthread", "--workers", "1", "--threads", "4", "--log-level", "error",
        ],
        env=os.environ | {"DATABASE_URL": database_url()},
    )  # fmt: skip
    try:
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.1)
                if server.poll() is not None:
                    raise SystemExit("gunicorn does not start; is it installed?") from None
        yield OverHttp(port, server.pid)
    finally:
        server.terminate()
        server.wait(30)


def database_url() -> str:
    """The URL of the database in use, which is not the one that was given but a test database beside it."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}"))


def seconds_of(processes: Iterable[int | str]) -> float:
    """CPU seconds of processes on this machine; one that is elsewhere counts nothing."""
    ticks = 0
    for pid in processes:
        try:
            stat = Path(f"/proc/{pid}/stat").read_text()
        except OSError:
            continue
        ticks += sum(map(int, stat.rpartition(")")[2].split()[11:13]))
    return ticks / os.sysconf("SC_CLK_TCK")
