"""`dumpdata` and `loaddata` move a whole archive to another database, SQLite's to PostgreSQL, say."""

import re
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import Client

from articles.actions.publish import publish
from articles.actions.withdraw import withdraw
from articles.models import Article, AuditEntry, Edition, LiveArticle, LivePerson, Revision
from tests.factories import make_person, make_user

README = (Path(__file__).parent.parent / "README.md").read_text()
TEXTS = Path(__file__).parent.parent / "fixtures" / "texts"
ADDRESSES = (
    "articles/",
    "people/",
    "events/",
    "search/?q=doi+thoai",
    "articles/?facets=person,agency",
    "graph/",
)


def answers() -> list[bytes]:
    return [Client().get(f"/api/v1/{address}").content for address in ADDRESSES]


def documents() -> list:
    """Revisions and editions with the order of their keys, on which digests depend."""
    return [
        *(
            str(data)
            for data in Revision.objects.order_by("item_id", "version").values_list("data", flat=True)
        ),
        *(str(row) for row in Edition.objects.order_by("item_id").values_list("document", "references")),
    ]


@pytest.mark.django_db(transaction=True)
def test_an_archive_that_was_dumped_and_loaded_is_the_same(tmp_path):
    call_command("import_articles", str(TEXTS), publish=True, verbosity=0)
    gone = LiveArticle.objects.order_by("slug")[0]
    withdraw(Article.objects.get(pk=gone.pk), by=None)
    before, kept = answers(), documents()
    call_command("dumpdata", "articles", output=str(tmp_path / "dump.json"), verbosity=0)
    call_command("flush", interactive=False, verbosity=0)
    assert not LiveArticle.objects.exists()
    call_command("loaddata", str(tmp_path / "dump.json"), verbosity=0)
    assert answers() == before
    assert documents() == kept
    assert Client().get(f"/api/v1/articles/{gone.slug}/").status_code == 410
    said = StringIO()
    call_command("rebuild_live", stdout=said)
    assert "nothing to correct" in said.getvalue()
    report = tmp_path / "report.json"
    call_command("import_articles", str(TEXTS), report=report, verbosity=0, stderr=StringIO())
    assert report.read_text().count('"outcome": "unchanged"') == 4
    assert report.read_text().count('"outcome": "withdrawn"') == 1


def log() -> list:
    return list(AuditEntry.objects.order_by("pk").values_list("pk", "verb", "label", "details"))


@pytest.mark.django_db(transaction=True)
def test_accounts_move_with_the_archive_and_are_noted_once(tmp_path):
    """As the README has it. Where `flush` or another version made the tables' names and permissions again, they have
    other numbers there: what names them by number is refused. What a group may was noted when it was given."""
    call_command("make_groups", stdout=StringIO())
    editor = make_user("erase_person", username="editor")
    editor.groups.add(Group.objects.get(name="editor"))
    publish(make_person("Lê Thị Thu"), by=None)
    may, noted = sorted(editor.get_all_permissions()), log()
    (command,) = re.findall(r"`manage\.py\s(dumpdata\s[^`]*) -o archive\.json`", README)
    output = str(tmp_path / "archive.json")
    call_command(*command.split(), output=output, verbosity=0)
    call_command("flush", interactive=False, verbosity=0)
    call_command("loaddata", output, verbosity=0)
    assert log() == noted
    assert sorted(get_user_model().objects.get(username="editor").get_all_permissions()) == may
    assert LivePerson.objects.get().slug == "le-thi-thu"
