"""Attacks in every text of the desk, and every page of the admin in a real browser under the site's policy: none runs.

Pages come from the admin's own URL patterns, texts from the models' own columns: new ones are covered unasked.
"""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from django.contrib import admin
from django.db import models
from django.urls import NoReverseMatch, reverse

from articles.actions.publish import publish
from articles.models import Article, Edition, Event, LiveArticle, LiveEvent, LivePerson, Person, Submission
from articles.text.html import TAGS, from_body
from newsroom.middleware import POLICY
from tests.admin_desk import sign_in
from tests.poison import ATTACK, SHORTEST, desk_models, make_desk, poison, text_columns

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NEVER_PAGES = {
    "presence": "answers JSON, by POST from the form's script",
    "report": "a download",
    "do": "POST alone",
}


def patterns(found: Any = None, prefix: str = "") -> Iterator[tuple[str, str]]:
    """Name and route of each of the app's pages in the admin."""
    for pattern in admin.site.urls[0] if found is None else found:
        route = prefix + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from patterns(pattern.url_patterns, route)
        elif pattern.name and pattern.name.startswith("articles_"):
            yield pattern.name, route


def pages() -> list[str]:
    tables = {model._meta.model_name: model for model in desk_models()}
    found = ["/admin/", "/admin/articles/", f"/admin/login/?next={quote(ATTACK)}"]
    for name, route in patterns():
        kind, page = name.split("_", 2)[1:]
        if page in NEVER_PAGES or route.rstrip("/").rpartition("/")[2] in NEVER_PAGES:
            continue
        if page == "merge":
            ids = ",".join(str(pk) for pk in tables[kind].objects.values_list("pk", flat=True)[:3])
            found.append(f"{reverse(f'admin:{name}')}?ids={ids}")
            continue
        if not re.search("<", route):
            # A list refuses what it cannot filter by; a form takes what it knows for its fields.
            more = "" if page == "changelist" else f"&kind=person&name={quote(ATTACK + '0')}"
            address = reverse(f"admin:{name}")
            found += [address, f"{address}?q={quote(ATTACK)}{more}"]
            continue
        rows = tables[kind].objects.all()
        assert rows.exists(), f"no {kind} to look at: make one in tests/poison.py"
        for row in rows[: 2 if page in ("change", "review") else 1]:
            try:
                found.append(reverse(f"admin:{name}", args=[row.pk]))
            except NoReverseMatch:
                pytest.fail(f"{name} takes more than an id ({route}): say in this test how it is reached")
    return found


@pytest.fixture
def browser_page(page, tmp_path):
    folder = tmp_path / "files"
    folder.mkdir()
    user = make_desk(folder)
    poison(user)
    for model in (Article, Person, Event):
        # Publishing ends what waits for an item; one keeps it.
        for item in model.objects.filter(withdrawn_at=None).exclude(
            pk__in=Submission.objects.values("item_id")
        ):
            publish(item, by=user)
    sign_in(page, user)
    page.dialogs = []

    def heard(dialog: Any) -> None:
        if dialog.type != "beforeunload":
            page.dialogs.append(dialog.message)
        dialog.accept()

    page.on("dialog", heard)
    return page


def look_at(page, address: str, wrong: list[str], complaints: list[str]) -> Any:
    answer = page.goto(address, wait_until="load")
    if answer.status >= 500:
        wrong.append(f"{address}: {answer.status}")
    if answer.headers.get("content-security-policy") != POLICY:
        wrong.append(f"{address}: no policy")
    collect(page, address, wrong, complaints)
    return answer


def collect(page, address: str, wrong: list[str], complaints: list[str]) -> None:
    # What is not there, or not allowed, Chromium logs as well.
    wrong += [f"{address}: {one}" for one in complaints if "status of 40" not in one]
    wrong += [f"{address}: dialog {one}" for one in page.dialogs]
    complaints.clear()
    page.dialogs.clear()


def leaves(value: Any) -> Iterator[Any]:
    """What a value of JSON holds in the end."""
    if isinstance(value, dict | list):
        for entry in value.values() if isinstance(value, dict) else value:
            yield from leaves(entry)
    else:
        yield value


def test_every_text_of_the_desk_is_an_attack(tmp_path):
    """What `tests/poison.py` does not reach would be looked at in vain."""
    poison(make_desk(tmp_path))
    untouched = []
    for model in desk_models():
        for column in text_columns(model):
            values = models.QuerySet(model).values_list(column.name, flat=True)
            texts = [text for value in values for text in leaves(value) if isinstance(text, str)]
            # Numbers alone are no text; a column without a single row would hide that nothing was looked at.
            if (not values or texts) and not any(
                mark in text for text in texts for mark in ("alert(", SHORTEST[:8])
            ):
                untouched.append(f"{model.__name__}.{column.name}")
    assert untouched == []


def test_nothing_runs_on_any_page(browser_page, complaints):
    wrong: list[str] = []
    seen = 0
    for address in pages():
        answer = look_at(browser_page, address, wrong, complaints)
        seen += answer.ok and "alert(" in browser_page.content()
    assert not wrong, "\n".join(wrong)
    assert seen > 60  # The attacks were there to be seen.


def test_nothing_runs_in_what_answers_a_form(browser_page, complaints):
    """Errors, the conflict, confirmations of the list's actions, unsaved work offered back."""
    page, wrong = browser_page, []
    item = Article.objects.exclude(pk__in=Submission.objects.values("item_id")).first()
    form = reverse("admin:articles_article_change", args=[item.pk])
    look_at(page, form, wrong, complaints)
    page.fill("#id_title", ATTACK)
    page.fill("#id_date", ATTACK[:32])
    page.fill("#id_byline", ATTACK)
    page.keyboard.press("Control+s")
    page.locator(".errorlist").first.wait_for()
    collect(page, "errors", wrong, complaints)

    Article.objects.filter(pk=item.pk).update(version=item.version + 1, title=f"{ATTACK}!", dek=ATTACK)
    page.fill("#id_date", "2021")
    page.keyboard.press("Control+s")
    page.locator(".newsroom-choice").first.wait_for()
    collect(page, "conflict", wrong, complaints)

    look_at(page, form, wrong, complaints)
    page.locator("#newsroom-draft dl").wait_for()
    page.locator("[data-do=restore]").click()
    page.wait_for_timeout(500)
    collect(page, "unsaved work", wrong, complaints)
    page.evaluate("localStorage.clear()")

    for kind in ("article", "person", "event"):
        listed = reverse(f"admin:articles_{kind}_changelist")
        look_at(page, listed, wrong, complaints)
        names = page.locator("select[name=action] option").evaluate_all(
            "(all) => all.map((one) => one.value)"
        )
        asking = [
            name
            for name in names
            if name.split("_")[0] in {"withdraw", "delete", "return", "schedule", "merge"}
        ]
        assert asking
        for name in asking:
            look_at(page, listed, wrong, complaints)
            page.locator("#action-toggle").check()
            page.locator("select[name=action]").select_option(name)
            with page.expect_navigation():
                page.locator("button[name=index]").click()
            collect(page, f"{kind} {name}", wrong, complaints)
    assert not wrong, "\n".join(wrong)


def test_nothing_runs_on_the_pages_of_the_public(browser_page, complaints):
    wrong: list[str] = []
    slug = LiveArticle.objects.values_list("slug", flat=True)
    found = ["/", f"/search/?q={quote(ATTACK)}", "/search/?q=alert", "/people/", "/events/", "/network/"]
    found += [f"/articles/{one}/" for one in slug]
    found += [f"/people/{one}/" for one in LivePerson.objects.values_list("slug", flat=True)[:2]]
    found += [f"/events/{one}/" for one in LiveEvent.objects.values_list("slug", flat=True)[:2]]
    for address in found:
        look_at(browser_page, address, wrong, complaints)
    assert not wrong, "\n".join(wrong)


def test_what_the_public_gets_is_clean_and_stays_the_same(tmp_path):
    user = make_desk(tmp_path)
    poison(user)
    for model in (Article, Person, Event):
        for item in model.objects.filter(withdrawn_at=None):
            publish(item, by=user)
            document = Edition.objects.filter(item_id=item.pk).latest("number").document
            html = document.get("body_html", document.get("summary_html"))
            assert not re.search(rf"<(?!/?(?:{'|'.join(TAGS)})\b)|\son\w+=|javascript:", html)
            assert from_body(html) == html
