"""What was changed goes before what is opened or taken along: neither is made from the state before it."""

import json

from playwright.sync_api import expect

from tests.browser.conftest import until
from tests.browser.test_flow import GROUPS, drag, follows, go, shares


def hold(page, path, words):
    """Hold what the page sends to `path` with `words` in it; gives a list that the first of it will be in."""
    held = []

    def look(route):
        if words in (route.request.post_data or "") and not held:
            held.append(route)
        else:
            route.continue_()

    page.route(path, look)
    return held


def test_a_page_waits_for_sliders_that_were_let_go(open_page):
    page = open_page("/")
    page.wait_for_selector(".plan-grid .ag-row")
    held = hold(page, "**/follow", '"final":true')
    drag(page, "others", 60)
    until(page, lambda: held)
    page.click("#nav-export")
    page.wait_for_function("() => location.pathname === '/export'")
    page.wait_for_timeout(200)
    expect(page.locator(".export-main")).to_have_count(0)
    chosen = shares(page)
    held[0].continue_()
    expect(page.locator(".page-head")).to_contain_text("balance {}/{}/{}".format(*chosen))


def test_a_download_waits_for_a_step_that_is_on_its_way(open_page):
    page = open_page("/")
    page.wait_for_selector(".plan-grid .ag-row")
    out = page.locator(".plan-grid [row-index='0'] b").first.text_content()
    follows(page, lambda: page.click(f".plan-grid [aria-label='Leave out: {out}']"))
    go(page, "export", ".export-main")
    held = hold(page, "**/_dash-update-component*", "revision.data")
    page.keyboard.press("Control+z")
    until(page, lambda: held)
    link = page.get_by_role("link", name="Download JSON")
    with page.expect_download() as download:
        link.click()
        expect(link).to_have_attribute("aria-busy", "true")
        held[0].continue_()
    hours = {one["account"]: one["hours"] for one in json.loads(download.value.path().read_text())["accounts"]}
    assert hours[out] > 0
    expect(link).not_to_have_attribute("aria-busy", "true")


def test_shares_that_a_key_moved_are_kept_before_another_page_opens(open_page):
    page = open_page("/")
    page.wait_for_selector(".plan-grid .ag-row")
    page.locator("#share-you [role=slider]").focus()
    page.evaluate(
        """() => {
          const slider = document.querySelector("#share-you [role=slider]");
          slider.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
          document.getElementById("nav-export").click();
        }"""
    )
    expect(page.locator(".page-head")).to_contain_text("balance {}/{}/{}".format(*chosen_of(page)))


def chosen_of(page):
    """The balance that is kept, in per cent."""
    page.wait_for_selector(".export-main")
    found = json.loads(page.request.get(page.url.replace("/export", "/download/plan.json")).text())["balance"]["chosen"]
    kept = [round(100 * found[group]) for group in GROUPS]
    assert kept[2] == 51
    return kept
