"""Writing in a real browser: rich text, photos, unsaved work, and who else is there."""

import re

import pytest
from playwright.sync_api import expect

from articles.models import Article, Photo
from articles.text.fold import slugify
from tests.admin_desk import article, editor, list_url, person, save, sign_in, signed_in, url

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BODY = "<p>Đoạn một.</p>\n<p>Đoạn hai.</p>"


def fill_in_the_login(page, name):
    page.goto("/admin/login/")
    page.fill("#id_username", name)
    page.fill("#id_password", "x")
    page.keyboard.press("Enter")
    expect(page.locator("#user-tools")).to_be_visible()


@pytest.fixture
def desk(page):
    """The page, signed in as an editor with all permissions."""
    sign_in(page, editor())
    return page


def opened(page, item, place="change"):
    page.goto(url(item, place))
    expect(page.locator(".tiptap").first).to_be_visible()
    return page.locator(".tiptap").first


def take_up(text, key=None):
    """Puts the cursor into the text, and moves it with a key.

    The editor learns of each a moment later, by an event and a timer of the page. So the page says when these are
    over: a busy machine delays its events and timers, but never changes their order.
    """
    text.focus()
    settle(text.page)
    if key:
        text.page.keyboard.press(key)
        settle(text.page)


def settle(page):
    page.evaluate(
        "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))"
    )


def saved(page):
    page.keyboard.press("Control+s")
    expect(page.locator(".success").last).to_contain_text(re.compile("was changed successfully|Saved"))
    page.wait_for_load_state()


def wait_until_kept(page, text):
    """The policy forbids Playwright's own way of waiting, which evaluates strings on the page."""
    for _turn in range(100):
        if text in page.evaluate("Object.values(localStorage).join()"):
            return
        page.wait_for_timeout(100)
    pytest.fail(f"{text} was not kept")


def wait_until_forgotten(page):
    """The next page's script does it, which a loaded machine runs a moment after the page is there."""
    for _turn in range(100):
        if not kept(page):
            return
        page.wait_for_timeout(100)
    pytest.fail(f"{kept(page)} is kept still")


def left_unsaved(page, item, field, text):
    """Types into the form of an item and loses the page; returns another one of the same browser."""
    opened(page, item)
    page.fill(field, text)
    wait_until_kept(page, text)
    other = page.context.new_page()
    page.close(run_before_unload=False)
    return other


def kept(page) -> list[str]:
    return page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('newsroom-draft/'))")


@pytest.mark.parametrize("place", ["change", "review"])
def test_a_body_is_written_with_the_keyboard(desk, place):
    item = article(body=BODY)
    text = opened(desk, item, place)
    take_up(text, "Control+End")
    for keys, typed in (
        (["Enter", "Control+Alt+2"], "Tiêu đề"),
        (["Enter", "Control+Shift+8"], "Một"),
        (["Enter"], "hai"),
        (["Enter", "Enter"], "Trang chủ"),
    ):
        for key in keys:
            desk.keyboard.press(key)
        desk.keyboard.type(typed)
    desk.keyboard.press("Control+k")
    desk.keyboard.type("javascript:alert(1)")
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("alert").filter(has_text="Begin with https://")).to_be_visible()
    desk.fill("dialog input[name=href]", "https://a.example/")
    desk.keyboard.press("Enter")
    expect(text.locator("a")).to_have_text("chủ")
    saved(desk)
    item.refresh_from_db()
    assert item.body == (
        f"{BODY}\n<h2>Tiêu đề</h2>\n<ul><li><p>Một</p></li><li><p>hai</p></li></ul>\n"
        '<p>Trang <a href="https://a.example/" rel="noopener noreferrer">chủ</a></p>'
    )


def test_the_toolbar_is_reached_and_left_with_the_keyboard(desk):
    text = opened(desk, article(body=BODY))
    take_up(text, "Control+a")
    desk.keyboard.press("Alt+F10")
    desk.keyboard.press("ArrowRight")
    expect(desk.get_by_role("button", name="Bold").first).to_be_focused()
    desk.keyboard.press("Enter")
    expect(text).to_be_focused()
    expect(text.locator("strong")).to_have_count(2)
    expect(desk.get_by_role("button", name="Bold").first).to_have_attribute("aria-pressed", "true")


def test_what_is_pasted_is_what_the_server_keeps(desk, complaints):
    text = opened(desk, article(body=BODY))
    take_up(text)
    desk.evaluate(
        """() => {
            const data = new DataTransfer();
            data.setData("text/html", '<h1 style="color:red">Đầu</h1><table><tr><td>ô</td></tr></table>'
                + '<p onclick="alert(1)">đoạn <u>gạch</u><img src=x onerror="alert(1)"></p><script>alert(1)</script>');
            document.querySelector(".tiptap").dispatchEvent(
                new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }"""
    )
    expect(text).to_contain_text("gạch")
    assert not re.search(r"<(?!/?p\b)", desk.input_value("#id_body"))
    # The policy speaks up for what the clipboard brought along, before anything of it could run.
    complaints[:] = [one for one in complaints if "Content Security Policy" not in one]


def test_typing_the_same_again_is_no_version(desk):
    item = article(body=BODY)
    text = opened(desk, item)
    take_up(text, "Control+End")
    desk.keyboard.type("x")
    desk.keyboard.press("Backspace")
    saved(desk)
    item.refresh_from_db()
    assert item.version == 1


def test_a_photo_keeps_its_paragraph_while_the_text_is_written(desk):
    item = article(body=BODY)
    text = opened(desk, item)
    desk.locator("#photos-group .add-row a").click()
    desk.fill("#id_photos-0-caption", "Ảnh")
    place = desk.locator("#id_photos-0-after_paragraph")
    place.select_option(label="After “Đoạn hai.”")
    take_up(text, "Control+Home")
    desk.keyboard.type("Mở đầu.")
    desk.keyboard.press("Enter")
    expect(place).to_have_value("3")
    expect(place.locator("option:checked")).to_have_text("After “Đoạn hai.”")
    saved(desk)
    assert Photo.objects.get().after_paragraph == 3


def test_rows_are_moved_by_buttons(desk):
    item = article()
    for rank, name in enumerate(("Một", "Hai", "Ba")):
        item.mentions.create(person=person(name), rank=rank)
    opened(desk, item)
    button = desk.locator("#mentions-2 button[data-move='-1']")
    button.focus()
    desk.keyboard.press("Enter")
    desk.keyboard.press("Enter")
    saved(desk)
    assert [str(link) for link in item.mentions.all()] == ["Ba", "Một", "Hai"]


def test_the_address_follows_the_title_until_it_is_published(desk):
    item = article("Tên cũ")
    opened(desk, item)
    desk.fill("#id_title", "Đối thoại ở Đà Nẵng: 25 năm")
    expect(desk.locator("#id_slug")).to_have_value("doi-thoai-o-da-nang-25-nam")
    saved(desk)
    item.refresh_from_db()
    assert item.slug == "doi-thoai-o-da-nang-25-nam"


TITLES = [
    "Đối thoại ở Đà Nẵng: 25 năm", "Straße & ÐÐ  ﬁn", "  --  ", "Một " * 40, "x" * 120, "2021–2022: “Hòa bình”",
    "Ｈà Nội №5 ½", "İstanbul ŒUVRE ʼn", "日本 2021",
]  # fmt: skip


def test_the_browser_and_the_server_make_the_same_address(desk):
    opened(desk, article("Tên cũ"))
    for title in TITLES:
        desk.fill("#id_title", title)
        expect(desk.locator("#id_slug")).to_have_value(slugify(title, max_length=80))


def test_the_keys_are_shown(desk):
    opened(desk, article())
    desk.keyboard.press("?")
    expect(desk.get_by_role("dialog", name="Keys")).to_be_visible()
    desk.keyboard.press("Escape")
    desk.keyboard.press("e")
    expect(desk.locator("#id_title")).to_be_focused()


# Unsaved work.


def test_unsaved_work_is_offered_back_with_what_differs_and_forgotten_once_saved(desk):
    item, who = article("Tên cũ", body=BODY), person()
    opened(desk, item)
    desk.fill("#id_title", "Tên mới")
    desk.locator("#mentions-group .add-row a").click()
    desk.locator("#mentions-0 .select2-selection").click()
    desk.locator(".select2-search__field").last.fill("thanh son")
    desk.locator(".select2-results__option", has_text="Bùi Thanh Sơn").click()
    desk.fill("#id_mentions-0-role", "Bộ trưởng")
    wait_until_kept(desk, "Bộ trưởng")
    crashed = desk.context.new_page()
    desk.close(run_before_unload=False)
    opened(crashed, item)
    offer = crashed.locator("#newsroom-draft")
    expect(offer).to_be_visible()
    expect(offer.locator("ins").first).to_have_text("Tên mới")
    expect(offer).to_contain_text("Bùi Thanh Sơn · Bộ trưởng")
    expect(crashed.locator("#id_title")).to_have_value("Tên cũ")
    offer.get_by_role("button", name="Put it into the form").click()
    expect(crashed.locator("#id_title")).to_have_value("Tên mới")
    saved(crashed)
    assert [str(link) for link in item.mentions.all()] == [f"{who} · Bộ trưởng"]
    assert kept(crashed) == []
    expect(crashed.locator("#newsroom-draft")).to_be_hidden()


def test_unsaved_work_older_than_what_was_saved_meets_it_in_the_conflict(desk, complaints):
    item = article("Tên cũ")
    opened(desk, item)
    desk.fill("#id_title", "Của Lan")
    wait_until_kept(desk, "Của Lan")
    other = desk.context.new_page()
    desk.close(run_before_unload=False)
    save(signed_in(editor(name="chi")), item, title="Của Chi", dek="Sa-pô")
    opened(other, item)
    expect(other.locator("[data-older]")).to_be_visible()
    other.get_by_role("button", name="Put it into the form").click()
    other.keyboard.press("Control+s")
    expect(other.locator(".newsroom-choice").first).to_contain_text("Của Chi")
    complaints.clear()  # The page's status is 409, which Chromium logs as an error.
    other.get_by_role("radio", name="yours").first.check()
    other.get_by_role("button", name="Save").click()
    expect(other.locator(".success").last).to_be_visible()
    item.refresh_from_db()
    assert (item.title, item.dek) == ("Của Lan", "Sa-pô")
    other.wait_for_load_state()
    assert kept(other) == []


def test_unsaved_work_can_be_thrown_away(desk):
    item = article("Tên cũ")
    other = left_unsaved(desk, item, "#id_title", "Tên mới")
    opened(other, item)
    other.get_by_role("button", name="Throw it away").click()
    expect(other.locator("#id_title")).to_have_value("Tên cũ")
    assert kept(other) == []


def test_what_is_typed_before_old_work_is_decided_on_is_kept_as_well(desk):
    item = article("Tên cũ")
    second = left_unsaved(desk, item, "#id_title", "Tên hôm qua")
    third = left_unsaved(second, item, "#id_dek", "Sa-pô hôm nay")
    opened(third, item)
    offer = third.locator("#newsroom-draft")
    expect(offer.locator("ins")).to_have_text(["Sa-pô hôm nay"])
    offer.get_by_role("button", name="Put it into the form").click()
    expect(offer.locator("ins").first).to_have_text("Tên hôm qua")
    offer.get_by_role("button", name="Throw it away").click()
    expect(offer).to_be_hidden()
    expect(third.locator("#id_title")).to_have_value("Tên cũ")
    expect(third.locator("#id_dek")).to_have_value("Sa-pô hôm nay")
    saved(third)
    wait_until_forgotten(third)


def test_older_unsaved_work_behind_newer_is_forgotten_after_two_weeks_as_well(desk):
    item = article("Tên cũ")
    second = left_unsaved(desk, item, "#id_title", "Tên hôm qua")
    third = left_unsaved(second, item, "#id_dek", "Sa-pô hôm nay")
    third.goto(list_url("article"))
    third.evaluate(
        """() => {
            const [key] = Object.keys(localStorage).filter((one) => one.startsWith("newsroom-draft/"));
            const draft = JSON.parse(localStorage.getItem(key));
            draft.before.at -= 15 * 24 * 3600 * 1000;
            localStorage.setItem(key, JSON.stringify(draft));
        }"""
    )
    opened(third, item)
    offer = third.locator("#newsroom-draft")
    expect(offer.locator("ins")).to_have_text(["Sa-pô hôm nay"])
    offer.get_by_role("button", name="Throw it away").click()
    expect(offer).to_be_hidden()
    assert kept(third) == []


def test_saving_one_of_two_unsaved_works_leaves_the_other(desk):
    item = article("Tên cũ")
    other = left_unsaved(desk, item, "#id_title", "Tên hôm qua")
    opened(other, item)
    other.fill("#id_dek", "Sa-pô hôm nay")
    saved(other)
    expect(other.locator("#newsroom-draft ins").first).to_have_text("Tên hôm qua")


def test_a_refused_save_keeps_the_work(desk):
    item = article("Tên cũ")
    opened(desk, item)
    desk.fill("#id_title", "Tên mới")
    desk.fill("#id_date", "hôm qua")
    desk.keyboard.press("Control+s")
    expect(desk.locator(".errorlist").first).to_be_visible()
    assert len(kept(desk)) == 1
    desk.fill("#id_date", "2021")
    saved(desk)
    wait_until_forgotten(desk)


def test_leaving_with_unsaved_work_asks_first(desk):
    opened(desk, article("Tên cũ"))
    asked = []
    desk.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    desk.fill("#id_title", "Tên mới")
    desk.get_by_role("link", name="Articles").first.click()
    expect(desk.locator("#changelist")).to_be_visible()
    assert asked == ["beforeunload"]


def test_nothing_is_left_for_the_next_user(desk):
    item = article("Tên cũ")
    opened(desk, item)
    desk.fill("#id_title", "Tên mới")
    wait_until_kept(desk, "Tên mới")
    desk.on("dialog", lambda dialog: dialog.accept())
    desk.locator("#logout-form button").click()
    expect(desk.locator("body")).to_contain_text("Logged out")
    assert kept(desk) == []


def test_a_lost_session_keeps_the_work_and_another_user_never_sees_it(desk):
    item = article("Tên cũ")
    editor(name="chi")
    opened(desk, item)
    desk.fill("#id_title", "Tên mới")
    wait_until_kept(desk, "Tên mới")
    other = desk.context.new_page()
    desk.close(run_before_unload=False)
    other.context.clear_cookies()
    fill_in_the_login(other, "chi")
    opened(other, item)
    expect(other.locator("#newsroom-draft")).to_be_hidden()
    assert kept(other) == []


# Who else is there.


def test_two_editors_hear_of_each_other(desk, browser, live_server):
    item = article()
    chi = editor(name="chi")
    opened(desk, item)
    context = browser.new_context(base_url=live_server.url, locale="en-GB")
    other = context.new_page()
    sign_in(other, chi)
    with other.expect_response(lambda answer: answer.url.endswith("/presence/")):
        opened(other, item)
    expect(other.locator("#newsroom-others")).to_contain_text("lan is editing this")
    desk.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(desk.locator("#newsroom-others")).to_contain_text("chi is editing this")
    other.goto("/admin/password_change/")
    context.close()
    desk.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(desk.locator("#newsroom-others")).to_be_hidden()


def test_whoever_logs_in_again_elsewhere_saves_the_page_that_is_open(desk, complaints):
    item = article("Tên cũ")
    opened(desk, item)
    desk.fill("#id_title", "Tên mới")
    desk.context.clear_cookies()
    desk.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(desk.locator("#newsroom-lost")).to_be_visible()
    complaints.clear()  # The answer was 403, which Chromium logs as an error.
    other = desk.context.new_page()
    fill_in_the_login(other, "lan")
    desk.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(desk.locator("#newsroom-lost")).to_be_hidden()
    complaints.clear()
    desk.bring_to_front()
    saved(desk)
    assert Article.objects.get().title == "Tên mới"


def test_a_save_by_another_is_told_before_the_conflict(desk):
    item = article("Tên cũ")
    opened(desk, item)
    save(signed_in(editor(name="chi")), item, title="Của Chi")
    desk.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(desk.locator("#newsroom-others")).to_contain_text("chi saved this meanwhile")


PASTE = """(markup) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", markup);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.querySelector(".tiptap").dispatchEvent(event);
}"""


@pytest.mark.parametrize(
    ("copied", "kept"),
    [
        (
            '<b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:700">Đậm</span>'
            '<span style="font-style:italic;font-weight:400"> nghiêng</span> thường</p></b>',
            "<p><strong>Đậm</strong><em> nghiêng</em> thường</p>",
        ),
        (
            "<table><tr><td>Huy chương</td><td><p>Vàng</p></td></tr><tr><td>Hà Nội</td><td></td><td><b>12</b></td></tr>"
            "</table>",
            "<p>Huy chương | Vàng</p>\n<p>Hà Nội | <strong>12</strong></p>",
        ),
        ("<table><tr><td><p>Một.</p><p>Hai.</p></td><td>Ba.</td></tr></table>", "Một.\n\nHai.\n\nBa."),
    ],
    ids=["bold by style", "a table", "a table for layout"],
)  # fmt: skip
def test_pasted_text_keeps_its_marks_and_its_words_apart(desk, copied, kept):
    """All that came from Google Docs was bold, and the cells of a table were one word."""
    text = opened(desk, article("Tường thuật", body=""))
    take_up(text)
    desk.evaluate(PASTE, copied)
    expect(desk.locator("[name=body]")).to_have_value(kept)
