"""An editor without a shell: upload, look, import, undo; in a real browser under the site's policy."""

import re

import pytest
from playwright.sync_api import expect

from articles.models import Article
from tests.admin_desk import editor, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

STORY = """Hai nước ký kết thỏa thuận

Ngày 5/3/2022, tại Hà Nội, Bộ trưởng Ngoại giao Lê Minh Hà ký thỏa thuận với Bộ trưởng Ngoại giao Lào.
"""


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
