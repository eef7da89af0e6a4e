"""A host with a replica: readers may be served by it, and nothing that is written is decided by what it holds."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connections, router, transaction
from django.test import Client
from django.utils.connection import ConnectionDoesNotExist

from articles import checks
from articles.actions.publish import publish
from articles.actions.rebuild_live import rebuild_live
from articles.actions.revise import revise
from articles.models import Article, LiveArticle

from .admin_desk import article
from .test_checks import ids

OURS, REPLICAS, ELSEWHERE = "articles.routers.DeskRouter", f"{__name__}.Replicas", f"{__name__}.Elsewhere"


class Replicas:
    """Reads all of ours from a replica that is down: whoever asks it finds out."""

    def db_for_read(self, model, **hints):
        return "replica" if model._meta.app_label == "articles" else None


class Elsewhere:
    def db_for_write(self, model, **hints):
        return "news" if model is Article else None


@pytest.fixture
def replica(settings):
    settings.DATABASE_ROUTERS = [OURS, REPLICAS]


@pytest.mark.django_db(transaction=True)
def test_publishing_editing_and_importing_do_not_need_the_replica(replica, tmp_path):
    (tmp_path / "a.txt").write_text("Hội đàm Việt Nam - Hàn Quốc\n\nBộ trưởng Bùi Thanh Sơn hội đàm.\n" * 3)
    call_command("import_articles", tmp_path, "--publish", stdout=StringIO())
    item = article("Đối thoại ASEAN")
    publish(item, by=None)
    item.dek = "Tại Hà Nội"
    publish(revise(item, by=None), by=None)
    assert rebuild_live().healthy


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("atomic_requests", [False, True])
def test_readers_are_served_by_the_replica_and_editors_are_not(replica, monkeypatch, atomic_requests):
    item = article("Đối thoại ASEAN")
    publish(item, by=None)
    monkeypatch.setitem(connections.settings["default"], "ATOMIC_REQUESTS", atomic_requests)
    for path in ("", "doi-thoai-asean/"):
        with pytest.raises(ConnectionDoesNotExist, match="replica"):
            Client().get(f"/api/v1/articles/{path}")
    assert router.db_for_read(Article) == "default"
    with transaction.atomic():
        assert router.db_for_read(LiveArticle) == "default"


def test_e005_reads_that_go_elsewhere_and_nothing_that_calls_the_desks_back(settings):
    assert checks.check_routers() == []
    for routers in ([REPLICAS], [REPLICAS, OURS]):
        settings.DATABASE_ROUTERS = routers
        (message,) = checks.check_routers()
        assert message.id == "articles.E005"
        assert OURS in message.hint
    settings.DATABASE_ROUTERS = [OURS, REPLICAS]
    assert checks.check_routers() == []


def test_e005_tables_that_are_written_in_another_database(settings):
    settings.DATABASE_ROUTERS = [OURS, ELSEWHERE]
    assert ids(checks.check_routers()) == ["articles.E005"]
