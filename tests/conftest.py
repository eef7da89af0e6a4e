"""What every test can ask for: a browser page, the guard of public reads; and what runs where."""

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from importlib.util import find_spec

import pytest
from django.db import ProgrammingError, connection, connections
from django.utils import translation

from tests.guard import live_tables_only

IN_CI = os.environ.get("CI", "").lower() in {"1", "true", "yes"}

CHROMIUM = next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)
REDIS = shutil.which("redis-server")
TIMEOUT = 15_000
"""Milliseconds that a page is waited for."""
CHROMIUM_FLAGS = [
    "--no-sandbox",  # root has no user namespace to build one in
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    # Chromium otherwise looks its maker's hosts up at every start.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    from django.db import connection

    here, other = ("postgres", "sqlite") if connection.vendor == "postgresql" else ("sqlite", "postgres")
    if IN_CI:
        # CI runs the suite on both databases; each run has the tests that are about its own.
        # The first run has what the README's command installs; the extra `tagger` is there in the second.
        theirs = {other} if here == "postgres" else {other, "tagger"}
        elsewhere = [
            item
            for item in items
            if any(map(item.get_closest_marker, theirs)) and not item.get_closest_marker(here)
        ]
        items[:] = [item for item in items if item not in elsewhere]
        config.hook.pytest_deselected(items=elsewhere)
        return
    skips = {
        "postgres": "this run is on SQLite; set DATABASE_URL=postgres://… to run the tests about PostgreSQL",
        "sqlite": "this run is on PostgreSQL; unset DATABASE_URL to run the tests about SQLite",
    }
    asked = config.getoption("markexpr", default="")
    for item in items:
        if item.get_closest_marker(other):
            item.add_marker(pytest.mark.skip(reason=skips[other]))
        if item.get_closest_marker("browser") and not CHROMIUM:
            item.add_marker(
                pytest.mark.skip(reason="no Chromium on this machine (Debian: apt install chromium)")
            )
        if item.get_closest_marker("redis") and not REDIS:
            item.add_marker(
                pytest.mark.skip(reason="no Redis on this machine (Debian: apt install redis-server)")
            )
        if item.get_closest_marker("tagger") and not find_spec("underthesea"):
            item.add_marker(pytest.mark.skip(reason="the extra `tagger` is not installed"))
        if item.get_closest_marker("wheel") and "wheel" not in asked:
            item.add_marker(pytest.mark.skip(reason="takes a minute and a package index; run with -m wheel"))


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """In CI a test that was skipped is a test that failed: the machine lacks something it must have."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if IN_CI and reporter and reporter.stats.get("skipped") and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        reporter.write_line("Tests were skipped, and CI skips none.", red=True)


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """Sentences are asserted in English; a request in another language leaves its own active behind it."""
    with translation.override("en"):
        yield


@pytest.fixture
def public_reads():
    """`with public_reads() as sql:` lets the requests inside read live tables only, and records their SQL."""
    return live_tables_only


@pytest.fixture
def editor_client(db):
    """A client in English, signed in as an editor with all of the app's permissions."""
    from tests.admin_desk import editor, signed_in

    return signed_in(editor())


@pytest.fixture(scope="module")
def browser() -> Iterator:
    """A Chromium that the tests of a module share; each test has its own context through `page`.

    Not longer: while Playwright's event loop runs, Django keeps this thread's connections in another place, and a
    test elsewhere could leave one of them inside a transaction that the next test's TRUNCATE waits for.
    """
    if not CHROMIUM:
        pytest.fail("There is no Chromium on this machine, and CI does not skip its tests.")
    from playwright.sync_api import expect, sync_playwright

    # A machine that runs many tests at once is slow to answer.
    expect.set_options(timeout=TIMEOUT)
    # Playwright keeps an event loop running in this thread, which Django takes for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        yield running
        running.close()
        connections.close_all()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def complaints() -> list[str]:
    """What the browser complained about on `page`. A test that provokes an error clears the list."""
    return []


@pytest.fixture
def page(browser, live_server, complaints) -> Iterator:
    """A page in English on the live server. Errors in the browser's log, refusals by CSP too, fail it."""
    context = browser.new_context(base_url=live_server.url, locale="en-GB")
    context.set_default_timeout(TIMEOUT)
    opened = context.new_page()
    opened.on(
        "console", lambda said: said.type == "error" and complaints.append(f"{said.text} {said.location}")
    )
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    context.close()
    _outlast_late_requests()
    assert not complaints, complaints


def _outlast_late_requests() -> None:
    """What a page sends when it is left arrives beside the TRUNCATE that follows, and may deadlock with it: of the two
    PostgreSQL ends the one that looks for a deadlock first, which shall be the request.
    """
    if connection.vendor == "postgresql":
        with suppress(ProgrammingError), connection.cursor() as cursor:  # Only a superuser may.
            cursor.execute("SET deadlock_timeout = '60s'")
