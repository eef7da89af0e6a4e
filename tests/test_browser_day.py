"""An editor's day in a real browser, in both languages: from an import to a restored version, mostly by keyboard.

Pages are read by their structure, not by their words, so that one day serves every language.
"""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.utils import timezone
from playwright.sync_api import expect

from articles.actions.revise import revise
from articles.models import Article, LiveArticle, Person, Revision, Schedule, Suggestion
from tests.admin_desk import article, editor, list_url, person, published, sign_in, suggest, url

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TEXTS = Path(settings.BASE_DIR) / "fixtures" / "texts"
DONE = ".messagelist .success"


def fill_in_the_login(page, language):
    page.goto("/admin/login/")
    page.context.add_cookies(
        [{"name": "django_language", "value": language, "domain": "localhost", "path": "/"}]
    )
    page.fill("#id_username", "lan")
    page.fill("#id_password", "x")
    page.keyboard.press("Enter")
    expect(page.locator("#user-tools")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", language)


def press(page, key):
    """A key of the review screen, once its script listens: it shows the button of the help then."""
    expect(page.locator("#newsroom-help-button")).to_be_visible()
    page.keyboard.press(key)


def clear_the_queue(page):
    """From the list to the last of the queue without the mouse: accept all, next; help is a key away."""
    page.goto(f"{list_url('article')}?waiting=yes")
    waiting = page.locator("#result_list tbody tr").count()
    page.locator("#result_list tbody th a").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("body.newsroom-reviewing")).to_be_visible()
    press(page, "?")
    expect(page.locator("#newsroom-help")).to_be_visible()
    page.keyboard.press("Escape")
    for _ in range(waiting):
        here = page.url.partition("?")[0]
        press(page, "A")
        expect(page.locator(DONE).first).to_be_visible()
        expect(page.locator("#suggestions")).to_have_count(0)
        press(page, "n")
        page.wait_for_url(lambda address, here=here: address.partition("?")[0] != here)
    expect(page.locator("body.newsroom-reviewing")).to_have_count(0)
    return waiting


@pytest.mark.parametrize("language", ["en", "vi"])
def test_an_editors_day(page, complaints, language):
    editor()
    call_command("import_articles", str(TEXTS), verbosity=0)
    fill_in_the_login(page, language)

    # Review by keyboard.
    assert clear_the_queue(page) == 5
    assert not Suggestion.objects.filter(decision="suggested").exists()

    # Correct, and see what it would change; nothing public moves by it.
    story, second, *_rest = Article.objects.order_by("created_at", "pk")
    page.goto(url(story))
    page.fill("#id_title", "Hội đàm cấp cao tại Hà Nội")
    page.keyboard.press("Control+s")
    expect(page.locator(DONE)).to_be_visible()
    expect(page.locator("#id_title")).to_have_value("Hội đàm cấp cao tại Hà Nội")

    # Hand in, declare ready.
    page.locator("input[name=_submit]").click()
    expect(page.locator(".newsroom-public .newsroom-stage-in_review")).to_be_visible()
    page.locator("input[name=_ready]").click()
    expect(page.locator(".newsroom-public .newsroom-stage-ready")).to_be_visible()

    # Schedule; the time comes.
    page.goto(url(story, "schedule"))
    page.fill("#id_publish", "2999-01-01T18:00")
    page.locator(".submit-row input[type=submit]").click()
    expect(page.locator(".newsroom-public .newsroom-when-publish")).to_contain_text("2999")
    page.goto("/admin/articles/schedule/")
    expect(page.locator("#result_list tbody tr")).to_have_count(1)
    assert page.request.get("/api/v1/articles/").json()["count"] == 0
    Schedule.objects.update(at=timezone.now() - timedelta(seconds=1))
    call_command("publish_due", verbosity=0)
    slug = LiveArticle.objects.get().slug
    assert page.request.get(f"/api/v1/articles/{slug}/").json()["title"] == "Hội đàm cấp cao tại Hà Nội"

    # Publish another from its page, and the API shows it.
    page.goto(url(second))
    page.locator("input[name=_publish]").click()
    expect(page.locator(".newsroom-state-live")).to_be_visible()
    assert page.request.get("/api/v1/articles/").json()["count"] == 2

    # Correct with a note.
    page.goto(url(story))
    page.fill("#id_dek", "Hai bên ký ba văn kiện.")
    page.locator("input[name=_publish]").click()
    expect(page.locator(".newsroom-changes ins").first).to_contain_text("ba văn kiện")
    page.fill("#id_note", "Bản trước viết hai văn kiện.")
    page.locator(".submit-row input[type=submit]").click()
    expect(page.locator(".newsroom-state-live")).to_be_visible()
    answer = page.request.get(f"/api/v1/articles/{slug}/").json()
    assert (answer["dek"], answer["corrections"][0]["note"]) == (
        "Hai bên ký ba văn kiện.", "Bản trước viết hai văn kiện.",
    )  # fmt: skip

    # A second editor saves first: nothing is lost, nothing wins silently.
    page.goto(url(story))
    other = page.context.new_page()
    other.goto(url(story))
    other.fill("#id_title", "Tựa của người kia")
    other.locator("input[name=_continue]").last.click()
    expect(other.locator(DONE)).to_be_visible()
    other.close()
    page.fill("#id_title", "Tựa của tôi")
    page.locator("input[name=_continue]").last.click()
    expect(page.locator("input[name=_take-title]")).to_have_count(2)
    complaints.clear()  # The page's status is 409, which Chromium logs as an error.
    page.locator("input[name=_take-title][value=theirs]").check()
    page.locator(".submit-row input[type=submit]").click()
    expect(page.locator("#id_title")).to_have_value("Tựa của người kia")

    # Restore the version before it.
    version = Revision.objects.filter(item_id=story.pk).order_by("-version")[1].version
    page.goto(url(story, "revisions"))
    page.locator(f"button[name=version][value='{version}']").click()
    expect(page.locator("#id_title")).to_have_value("Hội đàm cấp cao tại Hà Nội")

    # Withdraw, with a reason and a replacement.
    page.goto(url(story, "withdraw"))
    page.fill("#id_notice", "Thông tin sai.")
    page.locator(".submit-row input[type=submit]").click()
    expect(page.locator(".newsroom-state-withdrawn")).to_be_visible()
    gone = page.request.get(f"/api/v1/articles/{slug}/")
    assert gone.status == 410
    assert "Thông tin sai." in gone.text()

    # Merge two records of one person; who did all this when is on file.
    kept = published(Person.objects.get(name="Bùi Thanh Sơn"))
    person("Bui Thanh Son")
    page.goto("/admin/articles/person/likely/")
    page.locator(".newsroom-decide a.button").first.click()
    page.locator("input[name=_merge]").click()
    expect(page.locator(DONE)).to_be_visible()
    expect(page).to_have_url(re.compile(re.escape(url(kept))))
    assert page.request.get(f"/api/v1/people/{kept.slug}/").json()["other_names"] == ["Bui Thanh Son"]
    page.goto(f"/admin/articles/auditentry/?q={story.pk}")
    verbs = page.locator("#result_list td.field-verb")
    expect(verbs).to_have_count(7)


def test_a_preview_is_copied_and_a_token_is_shown_once(page):
    item = article("Bản nháp")
    sign_in(page, editor())
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(url(item, "preview"))
    page.locator("input[name=_make]").click()
    page.locator("button[data-copy=newsroom-address]").click()
    expect(page.locator("button.newsroom-copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("#newsroom-address").input_value()
    visitor = page.context.browser.new_context()
    shown = visitor.new_page()
    shown.goto(copied)
    expect(shown.locator("h1")).to_contain_text("Bản nháp")
    visitor.close()
    page.goto(url(item, "preview"))
    expect(page.locator("#newsroom-secret")).to_have_count(0)
    page.locator("button[name=_revoke]").click()
    expect(page.locator(DONE)).to_be_visible()
    expect(page.locator("#newsroom-previews")).to_have_count(0)


@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_of_the_workflow_is_wider_than_the_screen(page, width):
    one, other = person("Bùi Thanh Sơn"), person("Bui Thanh Son")
    item = article("Một tiêu đề rất dài " * 8)
    suggest(item)
    item.dek = "Sa-pô."
    revise(item, by=None)
    sign_in(page, editor())
    page.set_viewport_size({"width": width, "height": 800})
    for address in (
        url(item, "schedule"), url(item, "submit"), url(item, "preview"), url(one, "split"),
        "/admin/articles/person/likely/", f"/admin/articles/person/merge/?ids={one.pk},{other.pk}",
        "/admin/articles/suggestion/", "/admin/articles/suggestion/name/?kind=person&name=Bùi Thanh Sơn",
        "/admin/articles/schedule/", "/admin/articles/auditentry/", "/admin/articles/merge/",
        "/admin/articles/token/add/", "/admin/articles/previewtoken/", url(item, "revisions"),
    ):  # fmt: skip
        page.goto(address)
        assert page.evaluate(
            "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
        ), address
    button = page.get_by_role("button", name="Restore").bounding_box()
    assert button["x"] + button["width"] <= width
