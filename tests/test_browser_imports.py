"""An editor without a shell: upload, look, import, undo; in a real browser under the site's policy."""

import re

import pytest
from playwright.sync_api import expect

from articles.actions.import_files import import_files
from articles.files import RawFile
from articles.models import Article
from tests.admin_desk import editor, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

STORY = """Hai nước ký kết thỏa thuận

Ngày 5/3/2022, tại Hà Nội, Bộ trưởng Ngoại giao Lê Minh Hà ký thỏa thuận với Bộ trưởng Ngoại giao Lào.
"""


def test_long_work_says_that_it_has_begun_and_begins_once(page):
    """Nothing on the page told of an import that took half a minute, and the button could be pressed again."""
    sign_in(page, editor())
    page.goto("/admin/articles/importrun/add/")
    page.set_input_files(
        "#id_uploads", [{"name": "a.txt", "mimeType": "text/plain", "buffer": STORY.encode()}]
    )
    page.get_by_role("button", name="Preview", exact=True).click()
    expect(page.locator("#newsroom-busy")).to_be_hidden()
    # As with a request that is not answered yet: the page stays.
    page.evaluate(
        """() => {
            window.refused = [];
            addEventListener("submit", (event) => {
                window.refused.push(event.defaultPrevented);
                event.preventDefault();
            });
        }"""
    )
    for _click in range(2):
        page.get_by_role("button", name="Import this file").click()
    expect(page.locator("#newsroom-busy")).to_be_visible()
    assert page.evaluate("window.refused") == [False, True]


@pytest.mark.parametrize("width", [1280, 360])
def test_from_upload_to_undo(page, width):
    sign_in(page, editor())
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/admin/articles/importrun/")
    page.get_by_role("link", name="Import files").click()
    page.set_input_files(
        "#id_uploads",
        [
            {"name": "a.txt", "mimeType": "text/plain", "buffer": STORY.encode()},
            {"name": "leer.txt", "mimeType": "text/plain", "buffer": b""},
        ],
    )
    page.get_by_role("button", name="Preview", exact=True).click()
    expect(page.get_by_text("Nothing is imported yet")).to_be_visible()
    assert not Article.objects.exists()
    assert page.evaluate("document.documentElement.scrollWidth") <= width

    page.get_by_role("button", name="Import these 2 files").click()
    expect(page.locator(".messagelist")).to_contain_text("Imported.")
    page.get_by_role("link", name="1 refused").click()
    expect(page.locator(".newsroom-files tbody tr")).to_have_count(1)
    page.get_by_role("link", name="All imports").click()
    page.get_by_role("link", name=re.compile("a.txt")).click()
    page.get_by_role("link", name="Hai nước ký kết thỏa thuận").click()
    expect(page.locator("#suggestions")).to_be_visible()

    page.go_back()
    page.get_by_role("link", name="Undo…").click()
    page.get_by_role("button", name="Undo import").click()
    expect(page.locator(".messagelist")).to_contain_text("1 removed, 0 kept.")
    assert not Article.objects.exists()


def stories(count):
    return [
        {
            "name": f"{n}.txt",
            "mimeType": "text/plain",
            "buffer": STORY.replace("Hai nước", f"{n} nước").encode(),
        }
        for n in range(count)
    ]


def test_an_import_goes_on_by_itself_and_after_the_window_was_closed(page, settings, monkeypatch):
    settings.ARTICLES = {**settings.ARTICLES, "IMPORT_BATCH": 1}
    monkeypatch.setattr("articles.actions.import_steps.AT_ONCE", 0.0)
    sign_in(page, editor())
    page.goto("/admin/articles/importrun/add/")
    page.set_input_files("#id_uploads", stories(4))
    page.get_by_role("button", name="Preview", exact=True).click()
    page.get_by_role("button", name="Import these 4 files").click()
    expect(page.locator(".messagelist")).to_contain_text("Imported.")
    assert Article.objects.count() == 4

    page.goto("/admin/articles/importrun/add/")
    page.set_input_files("#id_uploads", stories(7)[4:])
    page.get_by_role("button", name="Preview", exact=True).click()
    address = page.url
    # One step; then the window is gone.
    token = page.locator("[name=csrfmiddlewaretoken]").first.input_value()
    page.request.post(
        address.replace("change", "carry_out"), form={"csrfmiddlewaretoken": token},
        headers={"Referer": address},
    )  # fmt: skip
    assert Article.objects.count() == 5
    other = page.context.new_page()
    other.goto(f"{address}?going_on=1")
    expect(other.locator("progress")).to_be_visible()
    other.wait_for_timeout(500)
    assert Article.objects.count() == 5
    other.get_by_role("button", name="Go on importing").click()
    expect(other.locator(".messagelist")).to_contain_text("Imported.")
    assert Article.objects.count() == 7


def test_refused_files_are_tried_again_to_the_last_by_themselves(page, settings, monkeypatch, tmp_path):
    settings.ARTICLES = {**settings.ARTICLES, "IMPORT_BATCH": 1}
    monkeypatch.setattr("articles.actions.import_steps.AT_ONCE", 0.0)
    for _ in import_files(
        [RawFile(f"{n}.txt", refused="Tệp trống.") for n in range(3)], by=None, given=[str(tmp_path)]
    ):
        pass
    for story in stories(3):
        (tmp_path / story["name"]).write_bytes(story["buffer"])
    sign_in(page, editor())
    page.goto("/admin/articles/importrun/")
    page.locator("#result_list tbody a").first.click()
    page.get_by_role("button", name="Try refused files again").click()
    expect(page.locator(".messagelist")).to_contain_text("Tried again: this is how it went.")
    assert Article.objects.count() == 3
