"""An editor's day in a real browser: edit, publish, see the API change, correct, withdraw."""

import re

import pytest
from playwright.sync_api import expect

from articles.models import Event, Mention, Person, Photo, Position
from tests.admin_desk import (
    article,
    editor,
    full_article,
    list_url,
    person,
    published,
    sign_in,
    source,
    suggest,
    url,
)
from tests.axe import barriers

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def desk(page):
    """The page, signed in as an editor with all permissions."""
    sign_in(page, editor())
    return page


def write(desk, *paragraphs):
    """Type a body in place of what is there."""
    desk.locator(".tiptap").first.click()
    desk.keyboard.press("Control+a")
    for number, text in enumerate(paragraphs):
        if number:
            desk.keyboard.press("Enter")
        desk.keyboard.type(text)


def public(page, slug):
    return page.request.get(f"/api/v1/articles/{slug}/")


def test_from_draft_to_tombstone(desk):
    item = article("Hội đàm Việt Nam - Hàn Quốc")
    desk.goto("/admin/articles/article/")
    expect(desk.locator(".newsroom-state-draft")).to_be_visible()
    desk.get_by_role("link", name="Hội đàm Việt Nam - Hàn Quốc").click()
    assert public(desk, "hoi-dam-cap-cao").status == 404

    desk.fill("#id_title", "Hội đàm cấp cao")
    desk.get_by_role("button", name="Save and publish", exact=True).click()
    expect(desk.locator(".success")).to_contain_text("Published: edition 1")
    expect(desk.locator(".newsroom-state-live")).to_be_visible()
    assert public(desk, "hoi-dam-cap-cao").json()["title"] == "Hội đàm cấp cao"

    write(desk, "Đoạn một.", "Đoạn hai.")
    desk.get_by_role("button", name="Save and continue editing", exact=True).click()
    expect(desk.locator(".newsroom-state-changed")).to_be_visible()
    assert public(desk, "hoi-dam-cap-cao").json()["body_text"] == "Hai bên trao đổi."

    desk.get_by_role("button", name="Save, then publish again…", exact=True).click()
    expect(desk.locator("ins").first).to_contain_text("Đoạn")
    desk.fill("#id_note", "Bổ sung nội dung.")
    desk.get_by_role("button", name="Publish again").click()
    expect(desk.locator(".success")).to_contain_text("Published: edition 2")
    answer = public(desk, "hoi-dam-cap-cao").json()
    assert answer["body_text"] == "Đoạn một.\n\nĐoạn hai."
    assert [note["note"] for note in answer["corrections"]] == ["Bổ sung nội dung."]

    desk.get_by_role("link", name="Withdraw…").click()
    desk.fill("#id_notice", "Thông tin sai.")
    desk.get_by_role("button", name="Withdraw").click()
    expect(desk.locator(".newsroom-state-withdrawn")).to_be_visible()
    gone = public(desk, "hoi-dam-cap-cao")
    assert gone.status == 410
    assert "Thông tin sai." in gone.text()
    desk.goto(url(item))
    expect(desk.locator(".newsroom-public")).to_contain_text("Thông tin sai.")


def test_suggestions_are_decided_with_the_keyboard(desk):
    item = article()
    suggest(item)
    desk.goto(url(item))
    desk.locator("button[name=_accept]").focus()
    desk.keyboard.press("Enter")
    expect(desk.locator(".success")).to_contain_text("Accepted: Bùi Thanh Sơn.")
    expect(desk.locator("#mentions-0 .select2-selection__rendered")).to_contain_text("Bùi Thanh Sơn")


def test_enter_in_a_field_saves_and_decides_nothing(desk):
    item = article()
    suggest(item)
    desk.goto(url(item))
    desk.fill("#id_title", "Tên mới")
    desk.press("#id_title", "Enter")
    expect(desk.locator(".success")).to_contain_text("was changed successfully")
    expect(desk.locator("#suggestions summary")).to_have_text("1 suggestion to decide")


def test_control_s_saves_and_stays(desk):
    item = article()
    desk.goto(url(item))
    desk.fill("#id_title", "Tên mới")
    desk.keyboard.press("Control+s")
    expect(desk.locator(".success")).to_contain_text("was changed successfully")
    expect(desk).to_have_url(re.compile(re.escape(url(item))))


def test_a_person_is_looked_up_without_accents_and_linked(desk):
    who, item = person(), article()
    desk.goto(url(item))
    desk.locator("#mentions-group .add-row a").click()
    desk.locator("#mentions-0 .select2-selection").click()
    desk.locator(".select2-search__field").last.fill("thanh son")
    desk.locator(".select2-results__option", has_text="Bùi Thanh Sơn").click()
    desk.fill("#id_mentions-0-role", "Bộ trưởng")
    desk.get_by_role("button", name="Save and continue editing", exact=True).click()
    expect(desk.locator(".success")).to_be_visible()
    assert Mention.objects.get(article=item).person == who


def test_the_focus_follows_a_row_that_is_added_and_taken_away(desk):
    desk.goto(url(article()))
    add = desk.locator("#mentions-group .add-row a")
    add.focus()
    desk.keyboard.press("Enter")
    expect(desk.locator("#mentions-0 .select2-selection")).to_be_focused()
    desk.locator("#mentions-0 .inline-deletelink").focus()
    desk.keyboard.press("Enter")
    expect(desk.locator("#mentions-0")).to_have_count(0)
    expect(add).to_be_focused()
    photo = desk.locator("#photos-group .add-row a")
    photo.focus()
    desk.keyboard.press("Enter")
    expect(desk.locator("#id_photos-0-caption")).to_be_focused()


def test_two_editors_see_both_versions(desk, complaints):
    item = article("Cũ")
    desk.goto(url(item))
    other = desk.context.new_page()
    other.goto(url(item))
    other.fill("#id_title", "Của người kia")
    other.get_by_role("button", name="Save and continue editing", exact=True).click()
    expect(other.locator(".success")).to_be_visible()
    desk.fill("#id_title", "Của tôi")
    desk.get_by_role("button", name="Save and continue editing", exact=True).click()
    expect(desk.locator(".errornote")).to_contain_text("saved this while you were editing")
    complaints.clear()  # The page's status is 409, which Chromium logs as an error.
    desk.get_by_role("radio", name="yours").first.check()
    desk.get_by_role("button", name="Save").click()
    expect(desk.locator("#id_title")).to_have_value("Của tôi")


@pytest.mark.parametrize("width", [1280, 360])
def test_the_buttons_of_a_long_form_stay_in_sight(desk, width):
    """On a phone they stood at its end, each below the other."""
    desk.set_viewport_size({"width": width, "height": 740})
    item = article()
    for number in range(12):
        suggest(item, name=f"Người {number}")
    desk.goto(url(item))
    for field in ("#id_title", "#id_dateline"):
        desk.locator(field).scroll_into_view_if_needed()
        desk.locator(field).focus()
        expect(desk.locator("input[name=_save]")).to_be_in_viewport(ratio=1)
    assert desk.locator(".submit-row").bounding_box()["height"] < 80
    # What has the focus is not covered by them.
    desk.locator("#id_title").focus()
    for _turn in range(12):
        desk.keyboard.press("Tab")
        covered = desk.evaluate(
            "document.activeElement.getBoundingClientRect().top > "
            "document.querySelector('.submit-row').getBoundingClientRect().top"
        )
        assert not covered or desk.locator(".submit-row :focus").count()


def test_a_draft_is_seen_on_the_page_of_another_site(desk, settings, live_server):
    """The policy of a page that forbids its forms to send elsewhere stops their redirects, too."""
    elsewhere = live_server.url.replace("localhost", "127.0.0.1")
    settings.ARTICLES = {**settings.ARTICLES, "PREVIEW_URL": f"{elsewhere}/preview/#{{token}}"}
    desk.goto(url(article("Nháp")))
    with desk.context.expect_page() as opened:
        desk.get_by_role("button", name="See the page").click()
    expect(opened.value.get_by_role("heading", name="Nháp")).to_be_visible()
    assert opened.value.url.startswith(elsewhere)


def test_a_time_in_a_list_is_not_broken(desk):
    published(article())
    desk.goto(list_url("article"))
    heights = desk.locator(".newsroom-whole").evaluate_all(
        "all => all.map((one) => one.getClientRects().length)"
    )
    assert set(heights) == {1}
    assert len(heights) == 4


@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_is_wider_than_the_screen_and_no_field_is_cut_off(desk, width):
    item = article("Một tiêu đề rất dài " * 8)
    suggest(item)
    Photo.objects.create(article=item, caption="Hai bộ trưởng.", credit="TTXVN")
    desk.set_viewport_size({"width": width, "height": 800})
    for address in (
        "/admin/articles/article/",
        url(item),
        url(item, "publish"),
        "/admin/articles/person/add/",
    ):
        desk.goto(address)
        assert desk.evaluate(
            "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
        ), address
        rows = desk.locator(".form-row:visible").all()
        cut = [row for row in rows if row.evaluate("(row) => row.scrollWidth > row.clientWidth")]
        assert not cut, address


def test_an_office_is_deleted_without_scrolling_beside_the_sidebar(desk):
    """In Vietnamese, whose words for it are long."""
    who = person()
    Position.objects.create(person=who, title="Bộ trưởng Ngoại giao", organisation="Bộ Ngoại giao", rank=0)
    desk.context.set_extra_http_headers({"Accept-Language": "vi"})
    desk.set_viewport_size({"width": 1280, "height": 800})
    desk.goto(url(who))
    expect(desk.locator("#nav-sidebar")).to_be_visible()
    table = desk.locator("#positions-group .newsroom-parts")
    assert table.evaluate("(one) => one.scrollWidth - one.clientWidth") == 0


def test_an_office_is_read_whole_beside_the_source(desk):
    item = article()
    source(item)
    Mention.objects.create(article=item, person=person(), role="Bộ trưởng Ngoại giao", rank=0)
    desk.goto(url(item, "review"))
    office = desk.locator("#id_mentions-0-role")
    assert office.evaluate("(one) => one.scrollWidth - one.clientWidth") == 0
    table = desk.locator("#mentions-group .newsroom-parts")
    assert table.evaluate("(one) => one.scrollWidth - one.clientWidth") == 0


def test_on_a_phone_a_field_stands_beside_its_name_and_nobody_is_told_of_keys(browser, live_server):
    who = person("Yoon Min-ho")
    office = "Thứ trưởng thường trực Bộ Ngoại giao và Thương mại"
    Position.objects.create(person=who, title=office, country="Hàn Quốc", rank=0)
    item = article()
    suggest(item, name=who.name)
    phone = browser.new_context(
        base_url=live_server.url, viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True
    )
    desk = phone.new_page()
    sign_in(desk, editor())
    desk.goto("/admin/articles/suggestion/")
    label, menu = (
        desk.locator(f"{tag}#newsroom-kind, {tag}[for=newsroom-kind]") for tag in ("label", "select")
    )
    tops = [one.bounding_box()["y"] + one.bounding_box()["height"] / 2 for one in (label, menu)]
    assert abs(tops[0] - tops[1]) < 10
    desk.get_by_role("link", name=who.name).click()
    panel = desk.locator(".newsroom-panel").bounding_box()
    menu = desk.locator("#newsroom-record").bounding_box()
    assert menu["x"] + menu["width"] <= panel["x"] + panel["width"]
    desk.goto(url(item))
    expect(desk.locator("#id_title")).to_be_visible()
    expect(desk.locator("#newsroom-help-button")).to_be_hidden()
    expect(desk.locator(".tiptap").first).to_be_visible()
    expect(desk.get_by_text("Alt+F10 leads")).to_be_hidden()
    asked = desk.locator(".newsroom-decide label").bounding_box()
    assert asked["x"] >= desk.locator("#suggestions").bounding_box()["x"]
    phone.close()


def test_what_is_wrong_with_the_body_leads_to_the_editor(desk, complaints):
    item = article()
    desk.goto(url(item))
    expect(desk.locator(".tiptap").first).to_be_visible()
    desk.locator("#id_body").evaluate("(area) => { area.value = '<b>'.repeat(600) + 'Tin.' }")
    desk.get_by_role("button", name="Save and continue editing", exact=True).click()
    desk.locator(".newsroom-mistakes a[href='#id_body']").click()
    expect(desk.locator(".tiptap").first).to_be_focused()
    expect(desk.locator(".tiptap").first).to_be_in_viewport()


@pytest.mark.parametrize("width", [1024, 1280])
def test_the_list_shows_its_last_column_beside_both_sidebars(desk, width):
    article("Đối thoại lần thứ hai mươi lăm")
    desk.set_viewport_size({"width": width, "height": 800})
    desk.goto(list_url("article"))
    expect(desk.locator("#nav-sidebar")).to_be_visible()
    expect(desk.locator("#changelist-filter")).to_be_visible()
    assert (
        desk.evaluate(
            "(({scrollWidth, clientWidth}) => scrollWidth - clientWidth)(document.querySelector('.results'))"
        )
        == 0
    )


def test_every_field_has_a_name_for_those_who_hear_the_page(desk, complaints):
    """Columns of rows, menus of several, a list's search: where Django's own pages leave it out, too."""
    item = full_article(1, links=2)
    for address in (
        "/admin/",
        list_url("article"),
        url(item),
        url(item, "review"),
        url(Person.objects.first()),
        url(Event.objects.first()),
    ):
        desk.goto(address)
        desk.wait_for_function(
            "[...document.querySelectorAll('.select2-search__field, #searchbar')].every((field) => field.ariaLabel)"
        )
        # What select2 makes of an empty menu has a nameless part inside the named one, which is its own affair.
        unnamed = [found for found in barriers(desk) if "select2-selection__rendered" not in found]
        assert unnamed == [], address
    complaints.clear()  # axe-core sets styles of its own, which the site's policy forbids.


def test_an_article_is_reviewed_with_the_keyboard_alone(desk):
    item, later = article(), article("Bài sau")
    for rank, name in enumerate(("Bùi Thanh Sơn", "Park Jin")):
        suggest(item, name=name, rank=rank)
    suggest(later)
    desk.goto(url(item, "review"))
    expect(desk.locator("mark.newsroom-current")).to_have_text("Bùi Thanh Sơn")
    desk.keyboard.press("?")
    expect(desk.locator("#newsroom-help")).to_be_visible()
    desk.keyboard.press("Escape")
    expect(desk.locator("mark.newsroom-current")).to_have_text("Bùi Thanh Sơn")
    desk.keyboard.press("j")
    expect(desk.locator("mark.newsroom-current")).to_have_text("Park Jin")
    desk.keyboard.press("r")
    expect(desk.locator(".success")).to_contain_text("Rejected: Park Jin.")
    expect(desk.locator("mark.newsroom-current")).to_have_text("Bùi Thanh Sơn")
    desk.keyboard.press("a")
    expect(desk.locator(".success")).to_contain_text("Accepted: Bùi Thanh Sơn.")
    desk.wait_for_load_state()
    desk.keyboard.press("e")
    desk.keyboard.type(" ar")  # Letters typed into a field are text, not commands.
    desk.keyboard.press("Escape")
    desk.keyboard.press("n")
    expect(desk).to_have_url(re.compile(re.escape(url(later, "review"))))
    item.refresh_from_db()
    assert "ar" in item.title


@pytest.mark.parametrize("width", [390, 1280])
def test_a_suggestion_is_corrected_with_the_keyboard_on_a_phone_too(desk, complaints, width):
    item = article()
    found = suggest(item, name="Park Jin", value={"name": "Tha", "role": "Bộ trưởng", "country": ""})
    suggest(item, rank=1)
    desk.set_viewport_size({"width": width, "height": 844})
    desk.goto(f"{url(item)}?_correct={found.pk}")
    for field in desk.locator(".newsroom-correction input[type=text]").all():
        assert field.evaluate("one => one.getBoundingClientRect().right < innerWidth - 16")
    desk.goto(url(item, "review"))
    expect(desk.locator("mark.newsroom-current")).to_have_text("Park Jin")
    desk.keyboard.press("c")
    name = desk.locator(".newsroom-correction").get_by_label("Name")
    expect(name).to_be_focused()
    expect(name).to_be_in_viewport()
    expect(name).to_have_value("Tha")
    expect(desk.locator("mark.newsroom-current")).to_have_text("Park Jin")
    assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert [found for found in barriers(desk) if "_correct" in found] == []
    complaints.clear()  # axe-core sets styles of its own, which the site's policy forbids.
    name.fill("")
    desk.keyboard.press("Enter")
    expect(desk.locator(".newsroom-correction .errorlist")).to_contain_text("Write the name")
    expect(name).to_be_focused()
    desk.keyboard.type("Trần Thị Thanh")
    desk.keyboard.press("Enter")
    expect(desk.locator(".success")).to_contain_text("Accepted: Trần Thị Thanh (read as: Tha).")
    expect(desk.locator("mark.newsroom-current")).to_have_text("Bùi Thanh Sơn")
    assert Mention.objects.get().person.name == "Trần Thị Thanh"


def test_a_correction_needs_no_script(browser, live_server):
    item = article()
    suggest(item, value={"name": "Tha", "role": "Bộ trưởng", "country": ""})
    context = browser.new_context(base_url=live_server.url, locale="en-GB", java_script_enabled=False)
    page = context.new_page()
    sign_in(page, editor())
    page.goto(url(item, "review"))
    page.get_by_role("button", name="Correct…").click()
    name = page.locator(".newsroom-correction input[type=text]").first
    expect(name).to_be_focused()
    name.fill("Trần Thị Thanh")
    name.press("Enter")  # The browser takes the form's first button, which saves.
    expect(page.locator(".success")).to_contain_text("Saved.")
    expect(name).to_have_value("Trần Thị Thanh")
    page.get_by_role("button", name="Correct and accept").click()
    expect(page.locator(".success")).to_contain_text("Accepted: Trần Thị Thanh (read as: Tha).")
    context.close()
