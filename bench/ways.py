"""Two ways to ask, each counting CPU time: Django's handler in this process, a server's worker over HTTP."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

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
        path, _, query = path.partition("?")
        environ = self._environ(PATH_INFO=path, QUERY_STRING=quote(query, safe="=&+%:"))
        response = self._handler.get_response(WSGIRequest(environ))
        body = b"".join(response)
        assert response.status_code == 200, (path, body[:300])
        return body

    def cpu(self) -> float:
        backends = [connection.connection.info.backend_pid] if connection.vendor == "postgresql" else []
        return time.process_time() + seconds_of(backends)


class OverHttp:
    """One worker, one connection kept open. Counts the server's processes and their PostgreSQL backends."""

    def __init__(self, label: str, port: int, master: int) -> None:
        self.label = label
        self._master = master
        self._client = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self._workers = Path(f"/proc/{master}/task/{master}/children")

    def ask(self, path: str) -> bytes:
        headers = {"Accept": "application/json", "Host": "testserver"}
        self._client.request("GET", quote(path, safe="/?=&+%:"), headers=headers)
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
        return seconds_of([self._master, *self._workers.read_text().split(), *backends])


SERVERS = {
    "gunicorn": (
        "bench.wsgi --bind 127.0.0.1:{port} --worker-class gthread --workers 1 --threads 4 --keep-alive 75"
        " --log-level error"
    ),
    "granian": (
        "--interface wsgi --host 127.0.0.1 --port {port} --workers 1 --blocking-threads 4 --log-level error"
        " bench.wsgi:application"
    ),
}


@contextmanager
def server(name: str) -> Iterator[OverHttp]:
    """A server on the database that this process is connected to."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", name, *SERVERS[name].format(port=port).split()],
        env=os.environ | {"DATABASE_URL": database_url()},
    )
    try:
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.1)
                if server.poll() is not None:
                    raise SystemExit(f"{name} does not start; is it installed?") from None
        yield OverHttp(name, port, server.pid)
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
    """CPU seconds of processes on this machine, to the microsecond; one that is elsewhere counts nothing."""
    spent = 0
    for pid in processes:
        for thread in Path(f"/proc/{pid}/task").glob("*/schedstat"):
            try:
                spent += int(thread.read_text().split()[0])
            except OSError:
                continue
    return spent / 1e9
