"""The reader in a real browser: accessible, light, steady; search, network, timeline, languages; nothing complains."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from playwright.sync_api import Request, expect

from articles.actions.preview import make_preview
from articles.actions.publish import publish
from articles.actions.withdraw import withdraw
from bench.data import generate
from tests.axe import barriers
from tests.factories import make_article, make_event, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PERSON, EVENT = "/people/bui-thanh-son/", "/events/doi-thoai-asean-han-quoc-lan-thu-25/"
ARTICLE = "/articles/ky-niem-20-nam-thiet-lap-quan-he-ngoai-giao-viet-nam-han-quoc/"
LISTS = ["/", "/people/", "/events/", "/network/", "/search/?q=doi+thoai"]


@pytest.fixture
def samples(transactional_db):
    """The sample collection, published."""
    texts = Path(settings.BASE_DIR) / "fixtures" / "texts"
    call_command("import_articles", str(texts), publish=True, verbosity=0)


@pytest.fixture
def reader(page, samples):
    """The page, with the samples published."""
    return page


def open_whole(page, path: str) -> None:
    """The page with all that it and its scripts ask for; they ask before the page has loaded."""
    waiting = 0

    def asked(_request: Request) -> None:
        nonlocal waiting
        waiting += 1

    def ended(_request: Request) -> None:
        nonlocal waiting
        waiting -= 1

    heard = {"request": asked, "requestfinished": ended, "requestfailed": ended}
    for event, listen in heard.items():
        page.on(event, listen)
    page.goto(path)
    while waiting:
        page.wait_for_timeout(20)
    for event, listen in heard.items():
        page.remove_listener(event, listen)


def overflow(page) -> int:
    return page.evaluate("document.documentElement.scrollWidth - innerWidth")


def shift(page) -> float:
    """How far what stood on the page was pushed about as it loaded: the score of Core Web Vitals."""
    return page.evaluate(
        """() => new Promise((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const { hadRecentInput, value } of list.getEntries()) if (!hadRecentInput) sum += value;
          }).observe({ type: "layout-shift", buffered: true });
          setTimeout(() => resolve(sum), 100);
        })"""
    )


def look(page, paths: list[str]) -> None:
    """Each page fits its window, moves nothing as it loads, and shuts nobody out."""
    for path in paths:
        open_whole(page, path)
        assert overflow(page) <= 0, path
        assert shift(page) < 0.01, path
        assert page.locator("h1").count() == 1, path
        assert barriers(page) == [], path


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light"), (1280, "dark")])
def test_every_page_fits_stands_still_and_shuts_nobody_out(reader, width, scheme):
    reader.set_viewport_size({"width": width, "height": 800})
    reader.emulate_media(color_scheme=scheme)
    look(reader, [*LISTS, ARTICLE, PERSON, EVENT, "/search/?q=zzzz", "/preview/"])


@pytest.mark.parametrize("width", [320, 1280])
def test_pages_that_say_no_are_pages(page, complaints, width):
    page.set_viewport_size({"width": width, "height": 800})
    other = make_article("Tin đúng")
    publish(other, by=None)
    article = make_article("Tin sai")
    publish(article, by=None)
    withdraw(article, by=None, notice="Bài có số liệu sai.", replacement=other)
    look(page, [f"/articles/{article.slug}/", "/articles/khong-co/", "/nowhere", "/search/?year=abc"])
    assert all("Failed to load resource" in each for each in complaints)
    assert len(complaints) == 4
    complaints.clear()


def test_a_thousand_articles_read_as_well(page):
    list(generate([1000], lambda _said: None))
    first = {
        kind: page.request.get(f"/api/v1/{kind}/?page_size=1").json()["results"][0]["slug"]
        for kind in ("articles", "people", "events")
    }
    items = [f"/{kind}/{slug}/" for kind, slug in first.items()]
    paths = ["/", "/people/", "/events/", "/network/", "/search/?q=minh&year=2019", *items]
    for width, people in ((1280, 40), (320, 24)):
        page.set_viewport_size({"width": width, "height": 800})
        look(page, paths)
        page.goto("/network/")
        expect(page.locator("#network .node")).to_have_count(people)
        page.goto("/events/")
        expect(page.locator("#axis a")).to_have_count(100)

    page.goto("/search/")
    page.get_by_text("Narrow down").click()
    page.locator("#results .facet a").first.click()
    expect(page.locator("#results .chips a.on")).to_have_count(1)
    page.get_by_role("link", name="Next page").click()
    expect(page.get_by_role("link", name="Previous page")).to_be_visible()
    page.locator("#q").fill("viet nam")
    expect(page.locator("#results h1")).to_have_text("“viet nam”")
    expect(page.locator("#results .story").first).to_be_visible()


def test_the_first_page_is_light(reader):
    """A budget as Lighthouse keeps them, before compression: 150 KB in 10 requests."""
    sizes = []
    reader.on("requestfinished", lambda request: sizes.append(request.sizes()["responseBodySize"]))
    open_whole(reader, "/")
    assert 2 < len(sizes) < 10
    assert sum(sizes) < 150_000


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
    reader.goto("/network/?person=yeo-seung-bae")
    people, panel = reader.locator("#network .node"), reader.locator("#network .chosen")
    expect(people).to_have_count(3)
    stop = reader.locator("#network .node[tabindex='0']")
    expect(stop).to_have_attribute("aria-label", "Yeo Seung-bae, articles: 2")
    expect(stop).to_have_attribute("aria-pressed", "true")
    expect(panel).to_contain_text("Nguyễn Quốc Dũng 2")
    reader.goto("/network/")
    expect(people).to_have_count(8)
    assert reader.locator("#network line").count() == 7
    stop.focus()
    seen = set()
    for key in ["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"] * 2:
        reader.keyboard.press(key)
        seen.add(reader.evaluate("document.activeElement.getAttribute('aria-label')"))
    assert len(seen) > 1
    reader.keyboard.press("Enter")
    name = reader.evaluate("document.activeElement.getAttribute('aria-label')").partition(",")[0]
    expect(panel.get_by_role("link").first).to_have_text(name)
    panel.get_by_role("button").first.press("Enter")
    expect(panel.get_by_role("link").first).not_to_have_text(name)
    panel.get_by_role("link", name="only this network").press("Enter")
    reader.wait_for_url("**/network/?person=*")
    expect(reader.get_by_role("link", name="Remove filter: People")).to_be_visible()


def test_the_network_is_moved_and_chosen_with_the_mouse(reader):
    reader.goto("/network/")
    circle = reader.locator("#network .node circle").first
    before = circle.bounding_box()
    x, y = before["x"] + before["width"] / 2, before["y"] + before["height"] / 2
    reader.mouse.move(x, y)
    reader.mouse.down()
    reader.mouse.move(x + 40, y + 30, steps=4)
    reader.mouse.up()
    after = circle.bounding_box()
    assert after["x"] - before["x"] == pytest.approx(40, abs=2)
    panel = reader.locator("#network .chosen")
    expect(panel.get_by_role("link")).to_have_count(0)  # dragging chooses nobody
    circle.click()
    panel.get_by_role("link").first.click()
    reader.wait_for_url("**/people/*/")


@pytest.fixture
def four_events():
    """From 1992 to 2021, and one without a year."""
    for year in (1992, 2003, 2012, 2021):
        publish(make_event(f"Hội đàm năm {year}", date=f"{year}-07-06"), by=None)
    publish(make_event("Hội đàm ngày nào", date="XXXX-07-06"), by=None)


def test_the_timeline_zooms_and_its_address_is_shared(page, four_events):
    page.goto("/events/")
    dots, shown = page.locator("#axis a"), page.locator("#results li:not(.chips li)")
    expect(dots).to_have_count(4)
    expect(shown).to_have_count(5)
    for _ in range(3):
        page.get_by_role("button", name="Zoom in").click()
    expect(dots).to_have_count(0)
    expect(page.get_by_text("No event is found.")).to_be_visible()
    page.get_by_role("button", name="Show all").click()
    expect(dots).to_have_count(4)
    expect(shown).to_have_count(5)
    page.locator("#axis svg").focus()
    for key in ("+", "ArrowRight", "ArrowRight", "ArrowRight"):
        page.keyboard.press(key)
    expect(page.locator("#axis a[aria-label='Hội đàm năm 2021']")).to_have_count(1)
    expect(shown).to_have_count(dots.count())
    assert "date_after=20" in page.url
    expect(page.get_by_label("From")).to_have_value(page.url.partition("date_after=")[2][:10])
    count = dots.count()
    page.goto(page.url)  # as someone else would
    expect(dots).to_have_count(count)
    page.get_by_label("Kind").select_option("visit")
    expect(dots).to_have_count(0)
    page.go_back()
    expect(dots).to_have_count(count)
    dots.last.click()
    page.wait_for_url("**/events/hoi-dam-*/")


def test_filters_stay_while_words_are_typed_and_go_when_dropped(reader):
    reader.goto("/events/?person=nguyen-quoc-dung&person=yeo-seung-bae")
    shown, chips = reader.locator("#results ol li"), reader.locator("#results .chips a")
    expect(shown).to_have_count(2)
    reader.get_by_label("Words").press_sequentially("tham van")
    expect(shown).to_have_count(1)
    expect(chips).to_have_count(2)
    reader.get_by_role("link", name="Remove filter: People Yeo Seung-bae").click()
    expect(chips).to_have_count(1)
    reader.get_by_label("Words").fill("")
    expect(shown).to_have_count(2)
    assert reader.url.endswith("/events/?person=nguyen-quoc-dung")


def test_the_timeline_goes_on_to_events_before_the_newest_thousand(page):
    for year in range(1990, 2020):
        publish(make_event(f"Hội đàm năm {year}", date=f"{year}-07-06"), by=None)

    def short(route):
        """Pages of one event instead of a hundred: ten are drawn at a time."""
        route.continue_(url=route.request.url.replace("page_size=100", "page_size=1"))

    page.route("**/api/v1/events/**", short)
    page.goto("/events/")
    dots = page.locator("#axis a")
    expect(dots).to_have_count(10)
    expect(page.locator("#axis")).to_contain_text("go on to the left for earlier ones")
    page.get_by_role("button", name="Earlier").click()
    expect(page.locator("#axis a[aria-label='Hội đàm năm 2005']")).to_have_count(1)
    page.get_by_role("button", name="Show all").click()
    expect(dots).to_have_count(20)
    page.get_by_role("button", name="Zoom out").click()
    page.get_by_role("button", name="Show all").click()
    expect(dots).to_have_count(30)
    expect(page.locator("#axis")).not_to_contain_text("go on to the left")
    page.goto("/events/?date_after=1991&date_before=1993")  # a shared address leads beyond them, too
    expect(dots).to_have_count(3)


def test_the_timeline_answers_to_fingers(browser, live_server, four_events):
    context = browser.new_context(base_url=live_server.url, has_touch=True, locale="en")
    page = context.new_page()
    page.goto("/events/")
    dots = page.locator("#axis a")
    expect(dots).to_have_count(4)
    box = page.locator("#axis svg").bounding_box()
    touch = context.new_cdp_session(page)

    def fingers(kind: str, *across: float) -> None:
        points = [
            {"x": box["x"] + box["width"] * x, "y": box["y"] + 15, "id": n} for n, x in enumerate(across)
        ]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    fingers("touchStart", 0.4, 0.6)
    for apart in (0.15, 0.2):
        fingers("touchMove", 0.5 - apart, 0.5 + apart)
    fingers("touchEnd")
    expect(dots).to_have_count(2)
    page.wait_for_url("**date_after=*")
    context.close()


def test_a_page_says_what_it_waits_for_and_what_did_not_come(page, samples, complaints):
    page.route("**/api/v1/graph/**", lambda route: None)  # never answered
    page.goto("/network/")
    expect(page.locator("#network")).to_have_text("Loading …")
    page.unroute_all()
    page.route("**/api/v1/**", lambda route: route.fulfill(status=503, body="{}"))
    page.goto("/network/")
    expect(page.locator("#network")).to_contain_text("cannot be loaded")
    expect(page.get_by_role("table")).to_be_visible()
    page.goto("/events/")
    expect(page.locator("#axis")).to_contain_text("cannot be loaded")
    expect(page.locator("#results h3").first).to_be_visible()
    page.unroute_all()
    page.goto("/search/?q=doi+thoai")
    page.route("**/search/?*", lambda route: route.abort())
    page.get_by_role("link", name="TTXVN").click()
    expect(page.get_by_role("alert")).to_contain_text("Please try again")
    expect(page.locator(".lead")).to_have_text("3 articles")
    page.unroute_all()
    page.get_by_role("link", name="TTXVN").click()
    expect(page.locator(".lead")).to_have_text("2 articles")
    expect(page.get_by_role("alert")).to_be_hidden()
    complaints.clear()


def test_an_article_prints_without_what_is_for_screens(reader, tmp_path):
    reader.emulate_media(media="print", color_scheme="dark")
    open_whole(reader, ARTICLE)
    for gone in (".masthead nav", ".find", ".languages", "footer .doors", ".formats", ".related"):
        assert not any(each.is_visible() for each in reader.locator(gone).all()), gone
    for kept in ("h1", ".byline", ".body", ".address", ".persons"):
        expect(reader.locator(kept).first).to_be_visible()
    assert reader.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    reader.pdf(path=tmp_path / "article.pdf")


def test_nothing_moves_for_readers_who_ask_for_rest(reader):
    reader.emulate_media(reduced_motion="reduce")
    reader.goto("/")
    assert reader.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


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
    expect(reader.locator("main a").first).to_be_focused()


def test_an_empty_site_is_a_site(page):
    look(page, ["/", "/people/", "/events/", "/network/", "/search/"])
    page.goto("/")
    expect(page.get_by_role("heading", name="Nothing is published yet")).to_be_visible()


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


def test_the_page_of_the_api_breaks_no_word_on_a_phone(page):
    """Three columns of 360 pixels cut examples into syllables."""
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/api/v1/docs/")
    assert overflow(page) == 0
    broken = "names => names.filter(name => name.getClientRects().length > 1).map(name => name.textContent)"
    assert page.locator("td:first-child code, td:last-child code").evaluate_all(broken) == []
    assert barriers(page) == []
