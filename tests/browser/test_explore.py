"""The What-if page in a real browser: compare, choose on the map, draw, stop, reload meanwhile."""

import re

from playwright.sync_api import expect

from sample_workbooks import sample_path
from tests.browser.test_flow import follows, go

PATH = "/explore"
SOON = 120_000  # ms; two processes are started first
DRAWS = 5000
"""As many as may be asked for: no machine is done with them before somebody stops them."""
MIDDLE_OF = """([others, strengths]) => {
  const plot = document.querySelector('#map-figure .js-plotly-plot');
  const close = s => Math.abs(s[0] - others) < .01 && Math.abs(s[1] - strengths) < .01;
  const points = plot.querySelectorAll('.scatterlayer .trace')[0].querySelectorAll('.point');
  const box = points[plot.data[0].customdata.findIndex(close)].getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2];
}"""


def open_what_ifs(open_page):
    page = open_page(PATH)
    page.wait_for_selector(".sides")
    return page


def show(page, name):
    """Open a tab of the page."""
    page.click(f".mantine-Tabs-tab[id$='-{name}']")


def draw(page, draws):
    show(page, "sure")
    page.click("text=Set each yourself")
    page.fill("#sure-draws", str(draws))
    page.locator("#sure-draws").blur()
    page.click("#sure-run")


def test_a_kept_what_if_is_compared_renamed_copied_and_deleted(open_page):
    page = open_what_ifs(open_page)
    page.click("#what-if-save")
    wrong = "A what-if needs a name"
    expect(page.locator(".keep .mantine-TextInput-error")).to_contain_text(wrong)
    page.fill("#what-if-name", "As it was")
    page.click("#what-if-save")
    expect(page.locator(".keep .mantine-TextInput-error")).to_have_count(0)
    expect(page.locator(".sides thead")).to_contain_text("As it was")
    go(page, "plan", ".plan-grid .ag-row")
    follows(page, lambda: page.get_by_role("button", name="Give back").click())
    page.click("#nav-explore")
    expect(page.locator(".sides .differs").filter(has_text="balance 20/30/50")).to_have_count(1)
    expect(page.get_by_role("region", name="Accounts that move").locator("tbody tr")).not_to_have_count(0)
    page.get_by_role("button", name="Copy: As it was").click()
    expect(page.locator(".kept li")).to_have_count(2)
    name = page.get_by_label("Name of As it was 2")
    name.fill("")
    name.blur()
    expect(page.locator(".kept .mantine-TextInput-error")).to_contain_text(wrong)
    expect(page.locator(".toast")).to_have_count(0)
    name.fill("Second")
    name.blur()
    expect(page.locator(".sides thead")).to_contain_text("Second")
    page.get_by_role("button", name="Delete: Second").click()
    expect(page.locator(".kept li")).to_have_count(1)
    page.get_by_role("button", name="Plan with it: As it was").click()
    expect(page.locator(".sides .differs").filter(has_text="balance")).to_have_count(0)


def test_a_split_of_ones_own_is_typed_or_dropped_compared_and_planned_with(open_page, served):
    page = open_what_ifs(open_page)
    page.click(".own-split summary")
    page.click("#split-run")
    field = page.locator(".own-split .mantine-Textarea-error")
    expect(field).to_have_text("Write your hours first, one account a line.")
    page.fill("#split-text", "Oxfield Trust, lots")
    page.click("#split-run")
    expect(field).to_contain_text("“lots” of Oxfield Trust")
    page.get_by_role("button", name="Start from this plan").click()
    expect(field).to_have_count(0)
    page.click("#split-run")
    expect(page.locator("#split-body")).to_contain_text("Your split brings as much as the plan")
    expect(page.locator("#split-body")).to_contain_text("Every account has the hours of the plan.")
    mine = {
        "name": "mine.csv",
        "mimeType": "text/csv",
        "buffer": b"Account,Hours\nTern Robotics,20\nLyra Diagnostics,8\n",
    }
    page.set_input_files("#split-file input", {**mine, "buffer": b"nothing of the kind"})
    expect(page.locator("#split-error")).to_contain_text("mine.csv has no column with the names of your accounts")
    page.set_input_files("#split-file input", mine)
    expect(page.locator("#split-text")).to_have_value("Tern Robotics, 20\nLyra Diagnostics, 8")
    expect(page.locator("#split-error")).to_be_empty()
    body = page.locator("#split-body")
    expect(body).to_contain_text("It breaks what you set:")
    expect(body.get_by_role("row", name="Brightwater Energy")).to_contain_text("−31 h")
    expect(body.get_by_role("row", name="Expected margin a year")).to_contain_text("£")
    page.click("#split-use")
    expect(page.locator(".mantine-Notification-root").last).to_contain_text("The plan has your hours now")
    accounts = page.request.get(f"{served.url}/download/plan.json").json()["accounts"]
    planned = {one["account"]: one["hours"] for one in accounts if one["hours"]}
    locked = {"Oxfield Trust", "East of England Manufacturers' Forum"}  # by the list itself
    assert {name: planned[name] for name in planned.keys() - locked} == {"Tern Robotics": 20, "Lyra Diagnostics": 8}


def test_a_click_on_the_map_chooses_that_balance(open_page):
    page = open_what_ifs(open_page)
    show(page, "map")
    page.wait_for_selector("#map-figure .scatterlayer .point", timeout=SOON)
    page.click("#map-pick-use")
    expect(page.locator(".mantine-Select-error")).to_have_text("Choose a balance first.")
    page.evaluate("document.querySelector('#map-figure').scrollIntoView({block: 'center'})")
    spot = page.evaluate(MIDDLE_OF, [0.3, 0.3])
    page.mouse.move(*spot)
    expect(page.locator("#map-figure .hoverlayer")).to_contain_text("30/30/40")
    page.mouse.click(*spot)
    expect(page.get_by_text("The plan has this balance now")).to_be_visible()
    page.click("#nav-plan")
    expect(page.locator("#text-others")).to_have_text("30%")
    expect(page.locator("#text-you")).to_have_text("40%")


def test_draws_run_beside_the_page_survive_a_reload_and_can_be_stopped(open_page):
    page = open_what_ifs(open_page)
    draw(page, DRAWS)
    expect(page.locator("#sure-body")).to_contain_text(re.compile(r"\d+ of 5,?000 tries"), timeout=SOON)
    show(page, "compare")
    page.fill("#what-if-name", "Meanwhile")
    page.click("#what-if-save")
    expect(page.locator(".kept li")).to_have_count(1)
    page.reload()
    expect(page.locator("#sure-body")).to_contain_text(re.compile(r"\d+ of 5,?000 tries"), timeout=SOON)
    show(page, "sure")
    page.locator("#sure-body").get_by_role("button", name="Stop").click()
    expect(page.locator("#sure-body")).to_contain_text(re.compile(r"after \d+ of 5,?000 tries"), timeout=SOON)
    expect(page.locator("#sure-body .metrics")).to_contain_text("Hours you can rely on")


ASKS = '"changedPropIds":["job-clock'
QUIET = 2_000  # ms; three times as long as between two questions while work is on its way


def quiet(page, asked):
    """Wait until the page has not asked for a while."""
    for _ in range(30):
        before = len(asked)
        page.wait_for_timeout(QUIET)
        if len(asked) == before:
            return
    raise AssertionError("the page asks on and on")


def test_the_page_asks_how_far_work_is_while_some_is_on_its_way_and_finds_what_another_tab_asked_for(open_page, served):
    page = open_page("/health")
    served.give(page, sample_path("solo_consultant").read_bytes(), "own.xlsx")  # drawn by the process of the job alone
    asked = []
    page.on("request", lambda request: asked.append(request) if ASKS in (request.post_data or "") else None)
    page.goto(served.url + PATH)
    show(page, "map")
    page.wait_for_selector("#map-figure .scatterlayer .point", timeout=SOON)
    quiet(page, asked)
    draw(page, 60)
    expect(page.locator("#sure-body .metrics")).to_contain_text("Hours you can rely on", timeout=SOON)
    quiet(page, asked)
    further = page.context.new_page()
    further.set_default_timeout(SOON)
    further.goto(page.url)
    draw(further, 61)
    expect(further.locator("#sure-body")).to_contain_text("61 tries", timeout=SOON)
    further.close()
    page.bring_to_front()
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(page.locator("#sure-body")).to_contain_text("61 tries", timeout=SOON)
