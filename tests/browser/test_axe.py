"""axe-core finds nothing wrong, on any page, in either scheme; nor in the panel and the questions."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.test_flow import PAGES, go, upload_sample


def violations(page):
    page.wait_for_function("() => document.getAnimations().every(a => a.playState !== 'running')")
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_a_violation(open_page, served, scheme):
    page = open_page("/roster", color_scheme=scheme)
    page.wait_for_selector("#upload input", state="attached")
    upload_sample(page, "partner_tracker")
    found = {}
    for name, until in PAGES:
        go(page, name, until)
        found[name] = violations(page)
    go(page, "plan", ".plan-grid .ag-row")
    page.locator(".plan-grid [aria-label^='Open']").first.click()
    page.wait_for_selector(".panel .js-plotly-plot")
    found["panel"] = violations(page)
    page.goto(f"{served.url}/print")
    found["print"] = violations(page)
    assert {name: ids for name, ids in found.items() if ids} == {}
