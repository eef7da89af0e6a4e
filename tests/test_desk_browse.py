"""The desk API in a browser: a page to try verbs on while developing, JSON everywhere else."""

import pytest
from playwright.sync_api import expect

from tests.admin_desk import sign_in
from tests.desk import Desk, at
from tests.factories import make_article, make_user

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.mark.django_db
def test_in_a_deployment_a_browser_gets_json_like_anyone():
    answer = Desk().get("articles/", accept=BROWSER)
    assert answer["Content-Type"] == "application/json"


@pytest.mark.django_db
def test_while_developing_programs_get_json_and_browsers_a_page(settings):
    settings.DEBUG = True
    item, desk = make_article("Một & <b>hai</b>"), Desk()
    assert desk.get(at(item))["Content-Type"] == "application/json"
    assert desk.get(at(item, "?format=json"), accept=BROWSER)["Content-Type"] == "application/json"
    page = desk.get(at(item), accept=BROWSER)
    assert page["Content-Type"].startswith("text/html")
    assert page["Cache-Control"] == "private, no-store"
    assert "Một &amp; &lt;b&gt;hai" in page.text
    assert 'value="&quot;1&quot;"' in page.text
    assert all(f"<option>{method}</option>" in page.text for method in ("GET", "PATCH", "DELETE"))
    assert '<html lang="vi">' in desk.get(at(item), accept=BROWSER, accept_language="vi").text
    index = desk.get("", accept=BROWSER).text
    assert '<a href="http://testserver/api/desk/articles/">' in index
    assert Desk(user=None).get("articles/", accept=BROWSER).status_code == 401


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_verb_is_tried_out(page, settings):
    settings.DEBUG = True
    sign_in(page, make_user("view_article", "change_article"))
    attack = '"><img src=x onerror=alert(1)><script>alert(2)</script>'
    item = make_article(attack)
    page.goto(f"/api/desk/{at(item)}")
    page.get_by_label("Method").select_option("PATCH")
    page.get_by_label("Body (JSON)").fill('{"dek": "Sa-pô"}')
    page.get_by_role("button", name="Send").click()
    expect(page.locator("#status")).to_have_text("PATCH: 200 OK")
    expect(page.locator("#body")).to_contain_text('"dek": "Sa-pô"')
    expect(page.get_by_label("If-Match")).to_have_value('"2"')
    item.refresh_from_db()
    assert (item.title, item.dek) == (attack, "Sa-pô")
