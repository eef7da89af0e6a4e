"""The reader in a real browser: no error in its log, no overflow, search, network, line of time, languages.

Screenshots of each page, phone and desktop, light and dark, go to pytest's directory for temporary files.
"""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from playwright.sync_api import expect

from articles.actions.preview import make_preview
from articles.actions.publish import publish
from articles.actions.withdraw import withdraw
from bench.data import generate
from tests.factories import make_article, make_event, make_user

# A machine that runs many tests at once is slow to answer.
expect.set_options(timeout=15_000)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PERSON, EVENT = "/people/bui-thanh-son/", "/events/doi-thoai-asean-han-quoc-lan-thu-25/"


@pytest.fixture
def samples(transactional_db):
    """The sample collection, published."""
    texts = Path(settings.BASE_DIR) / "fixtures" / "texts"
    call_command("import_articles", str(texts), publish=True, verbosity=0)


@pytest.fixture
def reader(page, samples):
    """The page, with the samples published."""
    return page


def overflow(page) -> int:
    return page.evaluate("document.documentElement.scrollWidth - innerWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_every_page_fits_and_complains_of_nothing(reader, width, scheme, tmp_path):
    reader.set_viewport_size({"width": width, "height": 800})
    reader.emulate_media(color_scheme=scheme)
    article = reader.request.get("/api/v1/articles/").json()["results"][1]["slug"]
    lists = ["/", "/people/", "/events/", "/network/", "/search/?q=doi+thoai"]
    paths = [*lists, f"/articles/{article}/", PERSON, EVENT]
    for number, path in enumerate(paths):
        reader.goto(path)
        reader.wait_for_load_state("networkidle")
        assert overflow(reader) <= 0, path
        assert reader.locator("h1").count() == 1
        reader.screenshot(path=tmp_path / f"{number}-{width}-{scheme}.png", full_page=True)
    assert len(list(tmp_path.iterdir())) == len(paths)


def test_two_thousand_articles_read_as_well(page, tmp_path):
    generate(2000, lambda _said: None)
    page.set_viewport_size({"width": 360, "height": 800})
    for number, path in enumerate(["/", "/search/?year=2019", "/people/", "/events/", "/network/"]):
        page.goto(path)
        page.wait_for_load_state("networkidle")
        assert overflow(page) <= 0, path
        page.screenshot(path=tmp_path / f"{number}.png")
    expect(page.locator("#network a")).to_have_count(24)
    page.goto("/search/")
    page.locator("#results .facet a").first.click()
    expect(page.locator("#results .chips a.on")).to_have_count(1)
    page.get_by_role("link", name="Next page").click()
    expect(page.get_by_role("link", name="Previous page")).to_be_visible()


def test_pages_read_without_scripts(browser, live_server, samples):
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False, locale="vi")
    page = context.new_page()
    page.goto("/")
    page.locator(".lead-story h2 a").click()
    expect(page.locator(".body p").first).to_be_visible()
    page.fill("#q", "đối thoại")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="TTXVN").click()
    expect(page.locator(".lead")).to_have_text("2 bài báo")
    page.goto("/network/")
    expect(page.get_by_role("table")).to_be_visible()
    context.close()


@pytest.mark.parametrize("words", ["đối thoại", "doi thoai"])
def test_search_narrows_without_a_new_page(reader, words):
    reader.goto("/search/")
    reader.evaluate("window.same = true")
    reader.locator("#q").press_sequentially(words)
    status = reader.get_by_role("status")
    expect(status).to_have_text("3 articles")
    expect(reader.locator("#results mark").first).to_have_text("Đối thoại")
    reader.get_by_role("link", name="TTXVN").click()
    expect(status).to_have_text("2 articles")
    assert "agency=ttxvn" in reader.url
    expect(reader.locator("#results h1")).to_be_focused()
    address = reader.url
    reader.get_by_role("link", name="Remove filter: Agency TTXVN").click()
    expect(status).to_have_text("3 articles")
    reader.go_back()
    expect(status).to_have_text("2 articles")
    assert reader.evaluate("window.same")
    reader.goto("about:blank")
    reader.goto(address)  # shared with someone
    expect(reader.locator(".lead")).to_have_text("2 articles")


def test_names_are_suggested_while_one_types(reader):
    reader.goto("/")
    box = reader.get_by_role("combobox")
    box.press_sequentially("bui tha")
    expect(reader.get_by_role("option").first).to_contain_text("Bùi Thanh Sơn")
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    expect(reader.get_by_role("option").first).to_have_attribute("aria-selected", "true")
    box.press("Enter")
    reader.wait_for_url("**/people/bui-thanh-son/")
    box.press_sequentially("zzzz")
    expect(reader.get_by_role("listbox")).to_be_hidden()


def test_the_network_is_explored_with_the_keyboard(reader):
    reader.goto("/network/?focus=yeo-seung-bae")
    people = reader.locator("#network a")
    expect(people).to_have_count(8)
    assert reader.locator("#network line").count() == 7
    stop = reader.locator("#network a[tabindex='0']")
    expect(stop).to_have_attribute("aria-label", "Yeo Seung-bae, articles: 2")
    stop.focus()
    seen = set()
    for key in ["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"] * 2:
        reader.keyboard.press(key)
        seen.add(reader.evaluate("document.activeElement.getAttribute('href')"))
    assert len(seen) > 1
    assert all(href.startswith("/people/") for href in seen)
    reader.keyboard.press("Enter")
    reader.wait_for_url("**/people/*/")


def test_the_network_is_moved_with_the_mouse(reader):
    reader.goto("/network/")
    circle = reader.locator("#network a circle").first
    before = circle.bounding_box()
    x, y = before["x"] + before["width"] / 2, before["y"] + before["height"] / 2
    reader.mouse.move(x, y)
    reader.mouse.down()
    reader.mouse.move(x + 40, y + 30, steps=4)
    reader.mouse.up()
    after = circle.bounding_box()
    assert after["x"] - before["x"] == pytest.approx(40, abs=2)
    assert "/network/" in reader.url  # dragging opens nothing
    circle.click()
    reader.wait_for_url("**/people/*/")


def test_the_line_of_time_zooms(page):
    for year in (1992, 2003, 2012, 2021):
        publish(make_event(f"Hội đàm năm {year}", date=f"{year}-07-06"), by=None)
    publish(make_event("Hội đàm ngày nào", date="XXXX-07-06"), by=None)
    page.goto("/events/")
    dots, shown = page.locator("#axis a"), page.locator(".timeline li:visible")
    expect(dots).to_have_count(4)
    expect(shown).to_have_count(5)
    for _ in range(3):
        page.get_by_role("button", name="Zoom in").click()
    expect(dots).to_have_count(0)
    expect(shown).to_have_count(1)
    page.get_by_role("button", name="Show all").click()
    expect(dots).to_have_count(4)
    page.locator("#axis svg").focus()
    page.keyboard.press("+")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#axis a[aria-label='Hội đàm năm 2021']")).to_have_count(1)
    dots.last.click()
    assert page.url.endswith("#hoi-dam-nam-2021")


def test_the_language_switch_stays_on_the_page(reader):
    reader.goto("/search/?q=doi+thoai")
    expect(reader.locator("html")).to_have_attribute("lang", "en")
    reader.get_by_role("button", name="Tiếng Việt").click()
    expect(reader.locator("html")).to_have_attribute("lang", "vi")
    assert reader.url.endswith("/search/?q=doi+thoai")
    expect(reader.locator(".lead")).to_have_text("3 bài báo")
    reader.goto("/")
    expect(reader.locator("html")).to_have_attribute("lang", "vi")


def test_the_keyboard_reaches_the_content_first(reader):
    reader.goto("/")
    reader.keyboard.press("Tab")
    expect(reader.get_by_role("link", name="Skip to the content")).to_be_focused()
    reader.keyboard.press("Enter")
    reader.keyboard.press("Tab")
    expect(reader.locator(".lead-story a").first).to_be_focused()


def test_a_withdrawn_page_and_an_empty_site(page, complaints):
    page.goto("/")
    expect(page.get_by_role("heading", name="Nothing is published yet")).to_be_visible()
    article = make_article("Tin sai")
    publish(article, by=None)
    withdraw(article, by=None, notice="Bài có số liệu sai.")
    assert page.goto(f"/articles/{article.slug}/").status == 410
    expect(page.get_by_text("Bài có số liệu sai.")).to_be_visible()
    complaints.clear()  # the browser logs every answer of 400 and more


def test_a_preview_link_opens_the_draft_and_leaves_no_trace(page):
    article = make_article("Bản nháp kín")
    editor = make_user("change_article", username="lan")
    _token, secret = make_preview(article, by=editor)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"/preview/#{secret}")
    expect(page.get_by_role("heading", name="Bản nháp kín")).to_be_visible()
    expect(page.get_by_role("note")).to_contain_text("Draft")
    assert secret not in page.url
    assert not any(secret in url for url in asked)


def test_colours_can_be_told_apart(reader):
    """WCAG AA: text on its ground, 4.5 to 1 and more, in both schemes."""
    for scheme in ("light", "dark"):
        reader.emulate_media(color_scheme=scheme)
        reader.goto("/")
        ratios = reader.evaluate(
            """() => {
              const style = getComputedStyle(document.documentElement);
              const light = (name) => {
                const hex = style.getPropertyValue(name).trim().replace(/^#(.)(.)(.)$/, "#$1$1$2$2$3$3");
                const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
                  .map((part) => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
              };
              const grounds = ["--paper", "--card", "--wash"];
              return ["--ink", "--quiet", "--accent"].flatMap((text) => grounds.map((ground) => {
                const [a, b] = [light(text), light(ground)].sort((x, y) => y - x);
                return (a + 0.05) / (b + 0.05);
              }));
            }"""
        )
        assert min(ratios) >= 4.5
