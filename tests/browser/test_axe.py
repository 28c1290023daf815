"""axe-core finds nothing wrong, on any page and in what opens on them, in either scheme; and no page of a telephone's
width scrolls sideways."""

import json
import re
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import expect

from planner.text import hours
from sample_workbooks import sample_path
from tests.browser.test_explore import show
from tests.browser.test_flow import PAGES, go, upload
from tests.lists.reading import FOLDER

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
RUN = """async ([part, rules]) => {
  const options = {resultTypes: ["violations"], preload: false, ...(rules ? {runOnly: rules} : {})};
  const found = (await axe.run(part, options)).violations;
  return found.map(one => `${one.id}: ${one.nodes[0].html.slice(0, 200)} ${one.nodes[0].failureSummary}`);
}"""
"""Without `preload`, which reads all styles anew for sound, films and turned screens alone: no page has any."""
SCHEMES = {"light": None, "dark": ["color-contrast", "link-in-text-block"]}  # nothing but colours differs
PARTS = ".say-row", "#answer-chips", ".mantine-Chip-root", "#answer-text"
SETTLED = """scheme => (document.documentElement.dataset.mantineColorScheme ?? scheme) === scheme
  && document.getAnimations().every(
    a => a.playState !== "running" || a.effect.getComputedTiming().iterations === Infinity)"""
SOON = 120_000  # ms; two processes are started first
SMALL = "Account,Owner,Annual fee,Chance,Builds strengths,Good for others — Ana,Good for others — Ben\n" + "".join(
    f"Client {at},{'AB'[at % 2]},{9000 + 4000 * at},{20 + 10 * (at % 5)}%,{at % 6},{at % 5},{5 - at % 3}\n"
    for at in range(12)
)
"""A short list that two partners rated, so that all of the page's long work takes a moment."""


WIDE, NARROW = {"width": 1300, "height": 900}, {"width": 400, "height": 860}
FITS = f"() => document.documentElement.scrollWidth <= {NARROW['width']}"
TABLES = """() => [...document.querySelectorAll('.plan-grid, .clients-grid')].every(
  table => table.querySelector('.ag-center-cols-container').clientWidth
    === table.querySelector('.ag-center-cols-viewport').clientWidth)"""


class Watch:
    """Looks at one page after the other; axe is read once for as long as the page lives."""

    def __init__(self, page):
        self.page, self.found = page, {}

    def look(self, name, part="html"):
        """In both schemes at `part` of the page."""
        if not self.page.evaluate("() => 'axe' in window"):
            self.page.evaluate(AXE)
        for scheme, rules in SCHEMES.items():
            self.page.emulate_media(color_scheme=scheme)
            self.page.wait_for_function(SETTLED, arg=scheme)
            self.found[f"{name}, {scheme}"] = self.page.evaluate(RUN, [part, rules])

    def look_from_a_telephone(self):
        """Whether the page scrolls sideways there, and whether its tables fill their place again afterwards."""
        self.page.set_viewport_size(NARROW)
        self.page.wait_for_function(FITS)
        self.page.set_viewport_size(WIDE)
        self.page.wait_for_function(TABLES)


def assert_nothing(watch):
    assert {name: ids for name, ids in watch.found.items() if ids} == {}


def test_no_page_has_a_violation_nor_what_opens_on_it(open_with, served):
    page = open_with(sample_path("partner_tracker").read_bytes(), path="/roster")
    watch = Watch(page)
    page.wait_for_selector("#upload input", state="attached")
    upload(page, b"%PDF-1.7 not a workbook", "fees.xlsx")
    expect(page.locator("#upload-error")).to_contain_text("That file was not taken.")
    for name, until in PAGES:
        if name != "explore":
            go(page, name, until)
            watch.look(name)
            watch.look_from_a_telephone()
    go(page, "clients", ".clients-grid .ag-row")
    page.locator(".clients-grid [row-index='0'] input[type=checkbox]").check()
    page.locator(".clients-grid [row-index='1'] [col-id=annual_fee]").dblclick()
    page.wait_for_selector(".client-panel")
    watch.look("a client, open, and the form for several")
    page.locator(".clients-grid [row-index='1'] [col-id=others]").dblclick()
    watch.look("choices of a cell", ".cell-editor")
    page.goto(f"{served.url}/nowhere")
    page.wait_for_selector(".problem")
    watch.look("nowhere")
    go(page, "plan", ".plan-grid")
    page.locator(".plan-grid").scroll_into_view_if_needed()  # AG Grid draws no rows of a table below the fold
    page.wait_for_selector(".plan-grid .ag-row")
    page.click("#plan-person")
    page.get_by_role("option", name="By person").click()
    page.wait_for_selector(".person-row")
    watch.look("by person", ".table-card")
    page.locator(".plan-grid [aria-label^='Open']").first.click()
    page.wait_for_selector(".panel .js-plotly-plot")
    watch.look("panel")
    page.goto(f"{served.url}/print")
    watch.look("print")
    assert_nothing(watch)


def test_a_dropped_list_has_no_violation_nor_what_asks_about_a_column(open_page):
    page, tracker = open_page("/roster"), FOLDER / "strategy_boutique" / "BD tracker Nov26.xlsx"
    watch = Watch(page)
    page.wait_for_selector("#upload input", state="attached")
    upload(page, tracker.read_bytes(), tracker.name)
    page.wait_for_selector("#draft-use")
    watch.look("picture")
    watch.look_from_a_telephone()
    page.click(".chip-button >> nth=3")
    page.wait_for_selector("#column-none")
    watch.look("column", ".mantine-Modal-content")
    assert_nothing(watch)


def test_no_shape_of_question_has_a_violation(open_with):
    page = open_with(sample_path("crm_export").read_bytes())
    watch = Watch(page)
    page.wait_for_selector(".question")
    while page.locator("#answer-skip").count():
        shape = " ".join(part for part in PARTS if page.locator(f".question {part}").count())
        if f"{shape}, light" not in watch.found:
            watch.look(shape, ".question")
        before = page.inner_text(".question")
        page.click("#answer-skip")
        page.wait_for_function("before => document.querySelector('.question')?.innerText !== before", arg=before)
    assert len(watch.found) >= 6
    assert_nothing(watch)


def test_what_if_has_no_violation_while_it_works_and_with_all_its_results_and_an_offer_is_taken(open_with, served):
    page = open_with(SMALL.encode(), "small.csv", "/explore")
    watch = Watch(page)
    page.wait_for_selector(".sides")
    page.get_by_role("button", name="Give back").click()
    expect(page.locator(".kept li")).to_have_count(1)
    page.click(".own-split summary")
    page.fill("#split-text", "Client 1, 400")
    page.click("#split-run")
    page.wait_for_selector("#split-body .sides")
    watch.look("compare")
    watch.look_from_a_telephone()
    show(page, "sure")
    page.click("text=Set each yourself")
    page.fill("#spread-fees", "150")
    page.fill("#sure-draws", "60")
    page.locator("#sure-draws").blur()
    page.click("#sure-run")
    page.wait_for_selector("#sure-body .going")
    watch.look("how sure, working")
    show(page, "partners")
    page.click("button#differ-run")
    for tab, done in (("partners", "#differ-body table"), ("sure", "#sure-body table"), ("map", "#map-figure .point")):
        show(page, tab)
        page.wait_for_selector(done, state="attached", timeout=SOON)
        watch.look(tab)
        watch.look_from_a_telephone()
    assert_nothing(watch)
    assert_an_offer_is_taken(page, served)


def assert_an_offer_is_taken(page, served):
    """The plan that does best over the tries is planned with, by one click."""
    show(page, "sure")
    often = page.get_by_role("region", name="How often each account gets time")
    expect(often).to_contain_text("always")
    expect(page.locator("#sure-body")).to_contain_text("60 tries")
    offered = dict(re.findall(r"(Client \d+) ([\d,½]+)\sh \(not", page.inner_text(".offer")))
    assert offered
    page.click("#offer-use")
    expect(page.locator(".mantine-Notification-root").last).to_contain_text("The plan has these hours now")
    expect(page.locator("#sure-body")).to_contain_text("of the plan before your last change")
    accounts = json.loads(page.request.get(f"{served.url}/download/plan.json").text())["accounts"]
    planned = {one["account"]: hours(one["hours"]) for one in accounts}
    assert {name: planned[name] for name in offered} == {name: f"{amount} h" for name, amount in offered.items()}
