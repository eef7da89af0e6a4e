"""Shared by several processes: readers' shares are counted in a real Redis, and without it nobody is refused."""

import shutil
import socket
import subprocess
import time
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.core.cache import cache, caches

from tests import live_rows as make
from tests.conftest import REDIS

pytestmark = [pytest.mark.django_db, pytest.mark.redis]
PATH = "/api/v1/articles/"


@pytest.fixture
def redis(tmp_path: Path, settings):
    """A Redis of its own on loopback, that keeps nothing; the site's cache."""
    if not REDIS:
        pytest.fail("There is no Redis on this machine, and CI does not skip its tests.")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [shutil.which("redis-server"), "--bind", "127.0.0.1", "--port", str(port), "--save", "", "--appendonly", "no"],
        cwd=tmp_path, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": f"redis://127.0.0.1:{port}/0",
        }
    }
    settings.ARTICLES = {**getattr(django_settings, "ARTICLES", {}), "READER_RATE": 3}
    for _attempt in range(100):
        try:
            cache.set("ready", True)
            break
        except Exception:
            time.sleep(0.05)
    yield server
    server.kill()
    server.wait()
    caches.close_all()


def test_readers_are_counted_in_it(client, redis):
    make.article("Một")
    assert [client.get(PATH).status_code for _ in range(4)] == [200, 200, 200, 429]
    assert client.get(PATH, REMOTE_ADDR="203.0.113.9").status_code == 200


def test_when_it_is_gone_the_archive_stays_open(client, redis, caplog):
    make.article("Một")
    assert client.get(PATH).status_code == 200
    redis.kill()
    redis.wait()
    assert [client.get(PATH).status_code for _ in range(5)] == [200] * 5
    assert "nobody is throttled" in caplog.text
