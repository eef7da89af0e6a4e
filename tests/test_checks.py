"""System checks: one test an id, and a host that did everything right hears nothing."""

import ast
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.core.files.storage import InMemoryStorage
from django.core.management import call_command
from django.db import connection
from django.test.utils import isolate_apps
from django.urls import clear_url_caches, include, path

from articles import checks
from articles.conf import DEFAULTS
from articles.models import Article
from articles.sqlite import OPTIONS

urlpatterns = [path("elsewhere/", lambda request: None)]  # a host that forgot ours


class Inside:
    urlpatterns = [path("cms/", include(([path("api/", include("articles.urls"))], "cms"), namespace="cms"))]


class AsNews:
    urlpatterns = [path("api/", include("articles.urls", namespace="news"))]


def ids(messages):
    return [message.id for message in messages]


def test_the_readme_names_every_setting_and_no_other():
    readme = (Path(__file__).parent.parent / "README.md").read_text()
    (block,) = re.findall(r"^ARTICLES = \{$.*?^\}$", readme, re.MULTILINE | re.DOTALL)
    shown = ast.parse(block).body[0].value
    assert {ast.literal_eval(key) for key in shown.keys} == DEFAULTS.keys()


@pytest.fixture
def database(monkeypatch):
    """Pretends that the host configured its database otherwise. No connection is opened."""

    def configure(*, vendor="sqlite", **settings):
        pretended = connection.copy()
        pretended.vendor = vendor
        pretended.settings_dict = {**connection.settings_dict, "OPTIONS": OPTIONS, **settings}
        monkeypatch.setattr(checks, "_connection", lambda: pretended)

    return configure


def test_this_site_has_nothing_to_report():
    call_command("check", "--fail-level", "WARNING")


@pytest.mark.parametrize(
    ("given", "hint"),
    [({"PAGESIZE": 5}, "PAGE_SIZE"), ({"page_size": 5}, "PAGE_SIZE"), ({"COLOUR": "red"}, "Known settings")],
)
def test_e001_unknown_setting(settings, given, hint):
    settings.ARTICLES = given
    (message,) = checks.check_settings()
    assert message.id == "articles.E001"
    assert hint in message.hint


@pytest.mark.parametrize(
    "given",
    [
        [],
        "PAGE_SIZE",
        None,
        {"PAGE_SIZE": "20"},
        {"PAGE_SIZE": True},
        {"PAGE_SIZE": 0},
        {"PAGE_SIZE": 20.5},
        {"CACHE_SECONDS": -1},
        {"PAGE_SIZE": 200, "MAX_PAGE_SIZE": 100},
        {"PUBLIC_FIELDS": "project.fields.Desk"},
        {"WEBHOOK_PRIVATE_HOSTS": [5]},
        {"WEBHOOK_PRIVATE_HOSTS": ["http://frontend"]},
        {"WEBHOOK_PRIVATE_HOSTS": ["frontend:3000"]},
        {"WEBHOOK_PRIVATE_HOSTS": ["frontend/hook"]},
        {"WEBHOOK_PRIVATE_HOSTS": ["[::1]"]},
        {"FRONTEND_URLS": "https://news.example/{slug}/"},
        {"FRONTEND_URLS": {"article": None}},
        {"FRONTEND_URLS": {"article": "news.example/{slug}/"}},
        {"PREVIEW_URL": "news.example/#{token}"},
        {"FRONTEND_URLS": {"story": "https://news.example/{slug}/"}},
        {"FRONTEND_URLS": {"article": "https://news.example/"}},
        {"FRONTEND_URLS": {"article": "https://news.example/{id}/{slug}/"}},
        {"FRONTEND_URLS": {"article": "https://news.example/{slug/"}},
    ],
)
def test_e002_wrong_value(settings, given):
    settings.ARTICLES = given
    assert ids(checks.check_settings()) == ["articles.E002"]


def test_e004_a_lexicon_that_is_not_there(settings, tmp_path):
    settings.ARTICLES = {"LEXICONS": [str(tmp_path), str(tmp_path / "missing")]}
    (message,) = checks.check_settings()
    assert message.id == "articles.E004"
    assert "missing" in message.msg


def test_e004_a_list_that_no_rule_reads(settings, tmp_path):
    (tmp_path / "vi").mkdir()
    (tmp_path / "vi" / "tittles.txt").write_text("x")
    settings.ARTICLES = {"LEXICONS": [str(tmp_path)]}
    (message,) = checks.check_settings()
    assert "Did you mean titles.txt?" in message.msg


def test_e004_a_list_that_is_not_utf8(settings, tmp_path):
    (tmp_path / "vi").mkdir()
    (tmp_path / "vi" / "titles.txt").write_text("Đội trưởng", encoding="utf-16")
    settings.ARTICLES = {"LEXICONS": [str(tmp_path)]}
    (message,) = checks.check_settings()
    assert "titles.txt is not UTF-8." in message.msg


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"CACHE_SECONDS": 0},
        DEFAULTS,
        {"WEBHOOK_PRIVATE_HOSTS": ["frontend", "10.0.0.1", "::1"]},
        {"FRONTEND_URLS": {"article": "https://news.example/{slug}/"}},
    ],
)
def test_right_settings_pass(settings, given):
    settings.ARTICLES = given
    assert checks.check_settings() == []


def test_e003_database_that_is_not_supported(database):
    database(vendor="mysql")
    assert ids(checks.check_database()) == ["articles.E003"]


def test_e003_sqlite_without_fts5(database, monkeypatch):
    class WithoutFts5(sqlite3.Connection):
        def execute(self, sql, *args):
            raise sqlite3.OperationalError("no such module: fts5")

    database()
    assert checks.check_database() == []
    monkeypatch.setattr(checks.sqlite3, "connect", lambda name: WithoutFts5(name))
    assert ids(checks.check_database()) == ["articles.E003"]


def test_e006_times_without_a_zone(settings):
    assert checks.check_time_zones() == []
    settings.USE_TZ = False
    assert ids(checks.check_time_zones()) == ["articles.E006"]


@pytest.mark.parametrize("without", OPTIONS)
def test_w001_sqlite_without_our_options(database, without):
    database(OPTIONS={key: value for key, value in OPTIONS.items() if key != without})
    (message,) = checks.check_database()
    assert message.id == "articles.W001"
    assert "articles.sqlite" in message.hint


def test_w002_urls_not_mounted(settings):
    assert checks.check_urls() == []
    settings.ROOT_URLCONF = __name__
    clear_url_caches()
    assert ids(checks.check_urls()) == ["articles.W002"]
    del settings.ROOT_URLCONF
    assert checks.check_urls() == []


def test_e007_urls_inside_another_namespace(settings):
    settings.ROOT_URLCONF = Inside
    assert ids(checks.check_urls()) == ["articles.E007"]
    settings.ROOT_URLCONF = AsNews
    assert checks.check_urls() == []


def test_e008_no_users():
    program = (
        "import django; from django.conf import settings; from django.core import checks;"
        "settings.configure(INSTALLED_APPS=['articles']); django.setup();"
        "print(*[message.id for message in checks.run_checks()])"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert said.split().count("articles.E008") == 2


def test_w004_the_editor_is_installed_to_no_effect(monkeypatch):
    assert checks.check_apps() == []
    has = apps.is_installed
    monkeypatch.setattr(apps, "is_installed", lambda name: name != checks.EDITOR and has(name))
    assert ids(checks.check_apps()) == ["articles.W004"]
    monkeypatch.setattr(
        apps, "is_installed", lambda name: "django.contrib.a" not in name or name.endswith("auth")
    )
    assert checks.check_apps() == [], "Nobody edits where there is no admin."


@pytest.mark.parametrize("unset", ["MEDIA_ROOT", "MEDIA_URL"])
def test_w005_nowhere_to_keep_photos(settings, unset):
    assert checks.check_photos() == []
    setattr(settings, unset, "")
    (message,) = checks.check_photos()
    assert message.id == "articles.W005"
    assert f"without {unset}." in message.msg


def test_photos_may_be_kept_elsewhere(settings):
    settings.MEDIA_ROOT = settings.MEDIA_URL = ""
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}
    }
    assert checks.check_photos() == []


class Bucket(InMemoryStorage):
    """What django-storages' classes for S3, Google and Azure are told by, with what they have unless one says so."""

    def __init__(self, **options):
        super().__init__()
        vars(self).update(options)


@pytest.mark.parametrize(
    ("options", "expire"),
    [
        ({"querystring_auth": True, "custom_domain": None, "default_acl": None}, True),
        ({"querystring_auth": True, "default_acl": "public-read"}, True),
        ({"querystring_auth": True, "custom_domain": "cdn.example", "cloudfront_signer": object()}, True),
        ({"querystring_auth": True, "custom_domain": "cdn.example", "cloudfront_signer": None}, False),
        ({"querystring_auth": False, "custom_domain": None}, False),
        ({"querystring_auth": True, "default_acl": "publicRead"}, False),
        ({"expiration_secs": 3600, "custom_domain": "cdn.example"}, True),
        ({"expiration_secs": None}, False),
    ],
)
def test_w006_photos_whose_published_addresses_expire(settings, options, expire):
    settings.STORAGES = settings.STORAGES | {"default": {"BACKEND": f"{__name__}.Bucket", "OPTIONS": options}}
    assert ids(checks.check_photos()) == ["articles.W006"] * expire


def test_w003_every_request_in_a_transaction(database):
    database(ATOMIC_REQUESTS=True)
    assert ids(checks.check_database()) == ["articles.W003"]


def test_postgresql_needs_no_options(database):
    database(vendor="postgresql", OPTIONS={}, ATOMIC_REQUESTS=True)
    assert checks.check_database() == []


def test_w007_a_model_that_extends_one_of_ours(monkeypatch):
    assert checks.check_models() == []
    with isolate_apps("tests"):

        class Report(Article):
            class Meta:
                app_label = "tests"

        class Shown(Article):
            class Meta:
                app_label = "tests"
                proxy = True

    monkeypatch.setattr(checks.apps, "get_models", lambda: [Article, Report, Shown])
    (found,) = checks.check_models()
    assert (found.id, found.msg.split(":")[0]) == ("articles.W007", "tests.Report extends articles.Article")
