"""The site in this repository: the demo from a fresh clone, what a deployment must set, its own pages."""

import ast
import http.cookiejar
import json
import os
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.test import override_settings

ROOT = Path(settings.BASE_DIR)
SITE_VARIABLES = {
    "DATABASE_URL", "SECRET_KEY", "DEBUG", "ALLOWED_HOSTS", "CACHE_URL", "LANGUAGE_CODE", "SITE_URL", "TIME_ZONE",
    "DJANGO_SETTINGS_MODULE", "DJANGO_ALLOW_ASYNC_UNSAFE",
}  # fmt: skip


def clone(into: Path) -> Path:
    """What a fresh clone holds of the site, at a path with a blank in it."""
    copy = into / "fresh clone"
    for part in ("articles", "newsroom", "fixtures", "templates"):
        shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "manage.py", copy)
    return copy


def environment(**given: str) -> dict[str, str]:
    return {key: value for key, value in os.environ.items() if key not in SITE_VARIABLES} | given


def run(site: Path, *arguments: str, **given: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, *arguments], cwd=site, env=environment(**given),
        capture_output=True, text=True, timeout=180, stdin=subprocess.DEVNULL,
    )  # fmt: skip


def manage(site: Path, *arguments: str, **given: str) -> subprocess.CompletedProcess:
    return run(site, "manage.py", *arguments, **given)


LOGS = {"articles_auditentry", "articles_importrun", "articles_importedfile"}
"""Tables that tell what was done: doing it again adds to them."""


def rows(site: Path) -> dict[str, int]:
    """How many rows each table has, logs and Django's own sessions aside."""
    database = sqlite3.connect(site / "db.sqlite3")
    names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    models = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
    ours = [name for name in names if name in models - LOGS and name.startswith(("articles_", "auth_"))]
    counts = {name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in ours}
    database.close()
    return counts


def password_in(output: str) -> str:
    return re.search(r"^Password: (\S+)$", output, re.M)[1]


@pytest.fixture(scope="module")
def fresh(tmp_path_factory):
    """A fresh clone in which nothing was done yet; tests that leave anything in it make one of their own."""
    return clone(tmp_path_factory.mktemp("fresh"))


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """A fresh clone in which `manage.py demo --no-serve` ran once, and what it printed."""
    site = clone(tmp_path_factory.mktemp("demo"))
    done = manage(site, "demo", "--no-serve")
    assert done.returncode == 0, done.stdout + done.stderr
    return site, done.stdout


def test_the_demo_publishes_the_sample_collection_and_prints_what_to_open(demo):
    site, output = demo
    assert re.search(r"^Site: +http://127\.0\.0\.1:8000/$", output, re.M)
    assert re.search(r"^Admin: +http://127\.0\.0\.1:8000/admin/$", output, re.M)
    assert re.search(r"^API: +http://127\.0\.0\.1:8000/api/v1/$", output, re.M)
    assert re.search(r"^Username: editor$", output, re.M)
    assert password_in(output)
    found = rows(site)
    assert found["articles_livearticle"] == len(list((ROOT / "fixtures" / "texts").iterdir()))
    assert found["articles_liveperson"] > 0
    assert found["articles_liveevent"] > 0


def test_the_demo_again_doubles_nothing_and_gives_a_new_password(demo):
    site, first = demo
    before = rows(site)
    again = manage(site, "demo", "--no-serve")
    assert again.returncode == 0, again.stdout + again.stderr
    assert rows(site) == before
    assert password_in(again.stdout) != password_in(first)


def test_the_demo_serves_on_loopback_and_its_editor_can_log_in(demo):
    site, _ = demo
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = site / "demo.log"
    with log.open("w") as output:
        server = subprocess.Popen(
            [sys.executable, "manage.py", "demo", "--port", str(port)], cwd=site, env=environment(),
            stdout=output, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
        )  # fmt: skip
    cookies = http.cookiejar.CookieJar()
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(cookies))
    url = f"http://127.0.0.1:{port}"

    def get(path: str, data: dict | None = None) -> str:
        body = urllib.parse.urlencode(data).encode() if data else None
        request = urllib.request.Request(url + path, data=body, headers={"Accept-Language": "en"})
        return opener.open(request, timeout=30).read().decode()

    try:
        for _ in range(300):
            assert server.poll() is None, log.read_text()
            try:
                home = get("/")
                break
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.2)
        assert 'href="/admin/"' in home
        stylesheet = re.search(r'href="(/static/newsroom/site\.[0-9a-f]{12}\.css)"', home)[1]
        packed = urllib.request.Request(url + stylesheet, headers={"Accept-Encoding": "gzip"})
        with opener.open(packed, timeout=30) as answer:
            assert answer.headers["Content-Encoding"] == "gzip"
            assert "immutable" in answer.headers["Cache-Control"]
        assert "prefers-color-scheme" in get(stylesheet)
        assert json.loads(get("/api/v1/articles/"))["count"] == 5
        (site / "media").mkdir(exist_ok=True)
        (site / "media" / "photo.txt").write_text("a photo")
        assert get("/media/photo.txt") == "a photo"
        assert "id_username" in get("/admin/login/")
        token = next(cookie.value for cookie in cookies if cookie.name == "csrftoken")
        login = {"username": "editor", "password": password_in(log.read_text()), "csrfmiddlewaretoken": token}
        index = get("/admin/login/?next=/admin/", login)
        assert 'href="/admin/articles/article/"' in index
        assert "/admin/auth/user/" not in index
        busy = manage(site, "demo", "--port", str(port))
        assert busy.returncode == 1
        assert "--port" in busy.stderr
    finally:
        server.terminate()
        server.wait(20)


def test_after_the_demo_other_commands_work_in_the_same_checkout(demo):
    site, _ = demo
    before = rows(site)
    done = manage(site, "import_articles", "fixtures/texts", "--publish")
    assert done.returncode == 0, done.stdout + done.stderr
    assert rows(site) == before
    assert (site / ".secret_key").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("arguments", "given"),
    [
        (["-c", "import newsroom.wsgi"], {}),
        (["-c", "import newsroom.asgi"], {}),
        (["manage.py", "runserver", "--noreload"], {}),
        (["manage.py", "check"], {"DEBUG": "0"}),
        (["manage.py", "check"], {"DEBUG": "off", "SECRET_KEY": ""}),
    ],
)
def test_a_deployment_without_a_secret_key_refuses_to_start(demo, arguments, given):
    site, _ = demo  # the key that the demo made is not for deployments
    refused = run(site, *arguments, **given)
    assert refused.returncode != 0
    assert "SECRET_KEY is not set" in refused.stderr


@pytest.mark.parametrize(
    ("variable", "said"), [("DATABASE_URL", "is no address of a database"), ("SITE_URL", "is no address")]
)
def test_a_variable_that_cannot_be_read_is_named(demo, variable, said):
    site, _ = demo
    refused = manage(site, "check", DEBUG="1", **{variable: "nonsense"})
    assert refused.returncode != 0
    assert f"{variable} {said}" in refused.stderr


def test_a_fresh_clone_says_what_to_run_first(fresh):
    refused = manage(fresh, "migrate")
    assert refused.returncode != 0
    assert "manage.py demo" in refused.stderr


def test_the_demo_refuses_where_debug_is_off(tmp_path):
    site = clone(tmp_path)
    refused = manage(site, "demo", "--no-serve", DEBUG="0")
    assert refused.returncode == 1
    assert "DEBUG" in refused.stderr
    # Django 6.1 opens the database to check the models: a file may be there, but nothing in it.
    database = sqlite3.connect(site / "db.sqlite3")
    assert database.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    database.close()


def test_a_deployment_passes_the_deployment_checks(fresh):
    key = "a-long-random-string-of-more-than-fifty-characters-0123456789"
    done = manage(
        fresh, "check", "--deploy", "--fail-level", "WARNING", SECRET_KEY=key, ALLOWED_HOSTS="news.example"
    )
    assert done.returncode == 0, done.stderr
    assert run(fresh, "-W", "ignore", "-c", "import newsroom.wsgi", SECRET_KEY=key).returncode == 0


def test_static_files_have_hashed_names_once_they_are_collected(tmp_path):
    site = clone(tmp_path)
    key = {"SECRET_KEY": "a-long-random-string-of-more-than-fifty-characters-0123456789"}
    ask = (
        "import os; os.environ['DJANGO_SETTINGS_MODULE'] = 'newsroom.settings'; import django; django.setup();"
        "from django.templatetags.static import static; print(static('newsroom/site.css'))"
    )
    assert run(site, "-c", ask, **key).stdout == "/static/newsroom/site.css\n"
    assert manage(site, "collectstatic", "--no-input", **key).returncode == 0
    assert re.fullmatch(r"/static/newsroom/site\.[0-9a-f]{12}\.css\n", run(site, "-c", ask, **key).stdout)
    # Development serves what stands in the working copy.
    assert run(site, "-c", ask, DEBUG="1").stdout == "/static/newsroom/site.css\n"


def test_a_site_that_knows_its_address_sends_feeds_and_robots_to_its_pages(demo):
    site, _ = demo
    ask = (
        "import os; os.environ['DJANGO_SETTINGS_MODULE'] = 'newsroom.settings'; import django; django.setup();"
        "from django.test import Client; ask = Client(headers={'host': 'localhost'}).get;"
        "print(ask('/api/v1/feeds/articles.rss').text, ask('/robots.txt').text)"
    )
    told = run(site, "-c", ask, DEBUG="1", SITE_URL="https://news.example/").stdout
    assert "<link>https://news.example/articles/" in told
    assert "Sitemap: http://localhost/api/v1/sitemap.xml" in told
    untold = run(site, "-c", ask, DEBUG="1").stdout
    assert "/api/v1/articles/" in untold
    assert "Disallow: /admin/" in untold
    assert "Sitemap:" not in untold


def test_a_deployment_keeps_its_connections_and_the_development_server_none(fresh):
    ask = "from newsroom.settings import DATABASES; print(DATABASES['default']['CONN_MAX_AGE'])"
    key = {"SECRET_KEY": "a-long-random-string-of-more-than-fifty-characters-0123456789"}
    kept = {"": "60", "postgres://somewhere/news": "None"}
    for database, seconds in kept.items():
        assert run(fresh, "-c", ask, DATABASE_URL=database, **key).stdout == f"{seconds}\n"
        assert run(fresh, "-c", ask, DATABASE_URL=database, DEBUG="1").stdout == "0\n"


def test_behind_a_pooler_nothing_is_left_open_between_transactions(fresh):
    """A sitemap is read piece by piece: its cursor was looked for in a connection that another had opened."""
    ask = (
        "from newsroom.settings import DATABASES; kept = DATABASES['default'];"
        "print(kept.get('OPTIONS', {}).get('prepare_threshold'), kept.get('DISABLE_SERVER_SIDE_CURSORS'))"
    )
    given = {
        "DATABASE_URL": "postgres://somewhere/news",
        "SECRET_KEY": "a-long-random-string-of-more-than-fifty-characters-0123456789",
    }
    assert run(fresh, "-c", ask, **given).stdout == "5 None\n"
    assert run(fresh, "-c", ask, PREPARE_STATEMENTS="0", **given).stdout == "None True\n"


def test_under_asgi_no_connection_outlives_the_thread_of_its_request(fresh):
    """Each stayed open, and PostgreSQL refused the others."""
    ask = "import newsroom.asgi; from django.db import connection; print(connection.settings_dict['CONN_MAX_AGE'])"
    key = {"SECRET_KEY": "a-long-random-string-of-more-than-fifty-characters-0123456789"}
    for database in ("", "postgres://somewhere/news"):
        assert run(fresh, "-W", "ignore", "-c", ask, DATABASE_URL=database, **key).stdout == "0\n"


def test_git_ignores_what_a_checkout_keeps_to_itself():
    ignored = (ROOT / ".gitignore").read_text().split()
    assert {"/.secret_key", "/db.sqlite3*", "/media/", "/staticfiles/"} <= set(ignored)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "words"),
    [("vi", "Bài báo"), ("en", "Articles, people"), ("en-GB", "Articles"), ("fr", "Bài báo")],
)
def test_the_start_page_speaks_the_readers_language(client, settings, language, words):
    settings.LANGUAGE_CODE = "vi"  # as the site is delivered
    response = client.get("/", headers={"accept-language": language})
    assert words in response.text
    assert "'unsafe" not in response.headers["Content-Security-Policy"]


def test_missing_pages_and_errors_have_pages_of_ours(client, monkeypatch):
    response = client.get("/no-such-page/", headers={"accept-language": "en"})
    assert response.status_code == 404
    assert "There is no such page" in response.text

    from django.views.generic import TemplateView

    monkeypatch.setattr(TemplateView, "get", lambda *args, **kwargs: 1 / 0)
    client.raise_request_exception = False
    response = client.get("/", headers={"accept-language": "vi"})
    assert response.status_code == 500
    assert "Đã có lỗi xảy ra" in response.text
    assert "'unsafe" not in response.headers["Content-Security-Policy"]


def test_who_may_not_open_a_page_is_told_so_and_led_back(client, django_user_model):
    """Django's own page says `403 Forbidden`, in English, and leads nowhere."""
    client.force_login(django_user_model.objects.create_user("phong", password="x", is_staff=True))
    response = client.get("/admin/articles/importrun/", headers={"accept-language": "vi"})
    assert response.status_code == 403
    assert "Tài khoản của bạn không có quyền làm việc này" in response.text
    assert 'href="/admin/"' in response.text


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/api/nothing/", "/api/v2/articles/", "/api/v1/nothing/"])
def test_below_the_api_all_that_is_missing_is_a_problem_document(client, path):
    response = client.get(path)
    assert response.status_code == 404
    assert response.headers["Content-Type"] == "application/problem+json"


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/api", "/api/", "/api/v1"])
def test_every_way_to_the_api_leads_to_its_index(client, path):
    response = client.get(path, follow=True)
    assert "articles" in response.json()
    assert response.redirect_chain[-1][0].endswith("/api/v1/")


@pytest.mark.django_db
def test_any_page_may_read_the_api_and_none_the_admin(client):
    headers = {"origin": "https://reader.example"}
    assert client.get("/api/v1/", headers=headers).headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in client.get("/admin/login/", headers=headers).headers


@pytest.mark.django_db
def test_a_page_elsewhere_may_show_the_draft_it_has_a_token_of_and_reach_nothing_else_of_the_desk(client):
    headers = {
        "origin": "https://reader.example",
        "access-control-request-method": "GET",
        "access-control-request-headers": "x-preview-token",
    }
    asked = client.options("/api/desk/preview/", headers=headers).headers
    assert asked["Access-Control-Allow-Origin"] == "*"
    assert "x-preview-token" in asked["Access-Control-Allow-Headers"]
    assert "Access-Control-Allow-Credentials" not in asked
    for path in ("/api/desk/", "/api/desk/articles/", "/api/desk/tokens/"):
        assert "Access-Control-Allow-Origin" not in client.options(path, headers=headers).headers


@override_settings(DEBUG=True)
def test_djangos_debug_pages_are_left_as_they_are_and_ours_keep_the_policy(client, monkeypatch):
    assert "Content-Security-Policy" in client.get("/no-such-page/").headers
    assert "Content-Security-Policy" in client.get("/api/v1/no-such-thing/").headers
    monkeypatch.setattr("newsroom.reader.page.Missing.get", lambda *args, **kwargs: 1 / 0)
    client.raise_request_exception = False
    assert "Content-Security-Policy" not in client.get("/no-such-page/").headers


def test_an_address_without_its_last_slash_leads_to_the_page(client):
    moved = client.get("/people?q=a")
    assert (moved.status_code, moved.headers["Location"]) == (301, "/people/?q=a")
    assert client.get("/nowhere").status_code == 404
    assert client.get("/admin/nowhere/").status_code in (302, 404)


@pytest.mark.browser
@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_the_start_page_in_a_browser(page, width, scheme):
    page.set_viewport_size({"width": width, "height": 700})
    page.emulate_media(color_scheme=scheme)
    page.goto("/")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert background == {"light": "rgb(251, 250, 247)", "dark": "rgb(23, 22, 20)"}[scheme]
    page.get_by_role("button", name="Tiếng Việt").click()
    assert page.locator("html").get_attribute("lang") == "vi"
    page.locator(".doors a").first.click()
    assert "/admin/login/" in page.url


@pytest.mark.django_db
def test_what_the_frontend_page_asks_for_answers(client):
    call_command("import_articles", str(ROOT / "fixtures" / "texts"), publish=True, verbosity=0)
    page = (ROOT / "articles" / "README.md").read_text()
    asked = re.findall(r"http://127\.0\.0\.1:8000(/api/v1/[^\s'\"`)]*)", page)
    assert len(asked) >= 6
    for path in asked:
        assert client.get(path).status_code == 200 or path == "/api/v1", path
    preview = client.get("/api/desk/preview/", headers={"x-preview-token": "nrp_nothing"})
    assert preview["Content-Type"] == "application/problem+json"


@pytest.mark.django_db
def test_what_the_readme_reads_answers(client):
    call_command("import_articles", str(ROOT / "fixtures" / "texts"), publish=True, verbosity=0)
    readme = (ROOT / "README.md").read_text()
    asked = r"\$ curl (?:-H 'Accept-Language: (\w+)' )?'http://127\.0\.0\.1:8000(/\S+)'"
    example = asked + r'\n\{(.+?), (?:…|"next|"status)'
    examples = re.findall(example, readme)
    assert len(examples) == 3
    for language, path, begins in examples:
        answer = client.get(path, headers={"accept-language": language or "vi"}).json()
        printed = json.loads(f"{{{begins}}}")
        assert {key: answer[key] for key in printed} == printed, path


def test_the_readme_gives_other_projects_the_rules_for_origins_of_this_site():
    shown = dict(re.findall(r"^(CORS_\w+) = (.+)$", (ROOT / "README.md").read_text(), re.MULTILINE))
    own = {name: getattr(settings, name) for name in dir(settings) if name.startswith("CORS_")}
    assert {name: ast.literal_eval(value) for name, value in shown.items()} == own
