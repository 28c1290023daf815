"""A partner's whole way through the dashboard, and what must not go wrong on it."""

import io
import json
import re

import pytest
from playwright.sync_api import expect

from planner.pipeline import plan as make_plan
from planner.reading import read_roster
from sample_workbooks import sample_path
from tests.browser.conftest import MAX_MB, until
from tests.serving import pull, read_hours

SAID = """() => {
  const said = document.querySelector('#plan-top').cloneNode(true);
  said.querySelectorAll('[data-later]').forEach((part) => part.remove());
  return said.textContent; }"""
"""What is said of the plan on the page, but for what is filled in later: that changes though the plan is the same."""
FOLLOWED = f"""before => ({SAID})() !== before && document.querySelector('.plan-right').ariaBusy !== 'true'"""
HOLD_TIMERS = """() => {
  const set = window.setTimeout, held = [];
  window.setTimeout = (what, ms, ...more) => ms ? set(what, ms, ...more) : held.push(what);
  window.letTimersGo = () => { window.setTimeout = set; held.forEach(what => what()); };
}"""
"""What a busy page does: what should come at once comes after the keys that are pressed meanwhile."""
PACE = 140  # ms between two questions while a slider is dragged
GROUPS = ("others", "strengths", "you")
PAGES = (
    ("plan", ".plan-grid .ag-row"),
    ("clients", ".clients-grid .ag-row"),
    ("roster", "#understood"),
    ("explore", ".sides"),
    ("quarter", ".pace-figure .main-svg"),
    ("export", ".ways"),
    ("how", ".how-page"),
)


def upload(page, content, name="clients.xlsx"):
    page.set_input_files("#upload input", {"name": name, "mimeType": "application/octet-stream", "buffer": content})


def go(page, name, until):
    page.click(f"#nav-{name}")
    page.wait_for_selector(until)


def shares(page):
    return [int(page.inner_text(f"#text-{group}").rstrip("%")) for group in GROUPS]


def hours_on_screen(page):
    """Planned hours by account of the rows that the table shows."""
    rows = page.eval_on_selector_all(
        ".plan-grid .ag-center-cols-container .ag-row",
        "rows => rows.map(r => [r.querySelector('[col-id=account] b').textContent,"
        " r.querySelector('[col-id=plan]').textContent])",
    )
    return {name: read_hours(text) for name, text in rows}


def follows(page, action):
    """Do something, and wait until the plan on the page is another one and no answer is awaited."""
    before = page.evaluate(SAID)
    action()
    page.wait_for_function(FOLLOWED, arg=before)


def drag(page, group, by):
    pull(page, group, by)
    page.mouse.up()


def test_from_upload_through_questions_changes_and_sliders_to_a_workbook_that_says_the_same(open_page):
    page = open_page("/")
    page.click("text=Upload your client list")
    page.wait_for_selector("#upload input", state="attached")
    upload(page, sample_path("crm_export").read_bytes(), "march export.xlsx")
    page.click("#draft-use")
    page.wait_for_selector("#plan-top")
    expect(page.locator("#list-name")).to_contain_text("march export")
    go(page, "roster", "#understood")
    expect(page.locator("#understood")).to_contain_text("one per deal, added up by client")

    go(page, "plan", ".question")
    expect(page.locator(".question")).to_contain_text("This is a first guess")
    expect(page.locator(".question h3")).to_contain_text("Is “Amount” what a deal pays us")
    for about in ("fees", "hours"):
        before = page.inner_text(".question h3")
        if about == "hours":
            page.click("#answer-save")
            expect(page.locator(".question")).to_contain_text("Write a number of hours, such as 8, or skip.")
        page.click("#answer-skip")
        page.wait_for_function("before => document.querySelector('.question h3').innerText !== before", arg=before)
    page.locator(".say-row label", has_text="yes").first.click()
    page.click("#answer-save")
    expect(page.locator(".question")).to_contain_text("Your last answer")

    follows(page, lambda: drag(page, "others", 60))
    assert sum(shares(page)) == 100
    out, fixed = (page.locator(f".plan-grid [row-index='{at}'] b").first.text_content() for at in (0, 3))
    follows(page, lambda: page.click(f".plan-grid [aria-label='Leave out: {out}']"))
    page.click(f".plan-grid [aria-label='Fix these hours: {fixed}']")
    expect(page.locator(f".plan-grid [aria-label='Fixed by you; let the plan decide: {fixed}']")).to_be_visible()

    seen = hours_on_screen(page)
    go(page, "export", ".export-main")
    with page.expect_download() as download:
        page.click("text=Download the workbook")
    again = make_plan(read_roster(download.value.path().read_bytes(), name="plan.xlsx"))
    planned = dict(zip(again.roster.names, again.allocation.hours, strict=True))
    assert download.value.suggested_filename == "march export plan.xlsx"
    assert {name: planned[name] for name in seen} == pytest.approx(seen)
    assert planned[out] == 0
    assert again.settings.balance.others > 0.2


def test_files_that_cannot_be_taken_leave_the_list_and_the_page_as_they_were(open_with):
    page = open_with(sample_path("solo_consultant").read_bytes(), path="/roster")
    page.wait_for_selector("#upload input", state="attached")
    upload(page, b"%PDF-1.7", "fees.pdf")
    expect(page.locator("#upload-error")).to_contain_text("“fees.pdf” is no Excel, OpenDocument or CSV file.")
    upload(page, b"%PDF-1.7 not a workbook", "fees.xlsx")
    expect(page.locator("#upload-error")).to_contain_text("That file was not taken.")
    upload(page, b"x" * (MAX_MB * 1_000_000 + 1), "everything.xlsx")
    expect(page.locator("#upload-error")).to_contain_text(f"opens up to {MAX_MB} MB")
    expect(page.locator("#list-name")).to_contain_text("clients · 20 accounts")
    go(page, "plan", ".plan-grid .ag-row")


def test_a_list_that_no_plan_can_be_made_of_says_so_beside_its_button_until_it_is_mended(open_page):
    page = open_page("/roster")
    page.wait_for_selector("#upload input", state="attached")
    upload(page, b"Account,Annual fee,Locked hours\nA Ltd,10000,300\nB Ltd,20000,200\n", "locked.csv")
    page.click("#draft-use")
    expect(page.locator("#upload-error")).to_contain_text(
        "This list was not used. These cannot all hold: A Ltd is locked"
    )
    expect(page.locator(".toast")).to_have_count(0)
    page.get_by_role("button", name="Another file").click()
    expect(page.locator("#upload-error")).to_be_empty()


def test_work_is_found_again_after_a_reload_and_a_restart_and_never_by_another_browser(open_page, open_with, served):
    page = open_with(sample_path("solo_consultant").read_bytes(), "mine.xlsx")
    page.wait_for_selector(".plan-grid .ag-row")
    follows(page, lambda: page.click("text=Give back"))
    assert shares(page) == [50, 20, 30]
    page.reload()
    page.wait_for_selector(".plan-grid .ag-row")
    assert shares(page) == [50, 20, 30]

    other = open_page("/", other=True)
    other.wait_for_selector(".plan-grid .ag-row")
    expect(other.locator("#list-name")).to_contain_text("Sample list")
    assert shares(other) == [20, 30, 50]

    served.restart()
    page.reload()
    page.wait_for_selector(".plan-grid .ag-row")
    assert shares(page) == [50, 20, 30]
    expect(page.locator("#list-name")).to_contain_text("mine · 20 accounts")


def the_cell(page, row, column):
    return page.locator(f".clients-grid .ag-row[row-index='{row}'] [col-id={column}]")


def test_a_cell_is_saved_by_enter_or_a_choice_and_never_by_leaving_it(open_page):
    page = open_page("/clients")
    fee = the_cell(page, 0, "annual_fee")
    fee.wait_for()
    before = fee.inner_text()
    for leave in (lambda: page.mouse.click(300, 20), lambda: page.keyboard.press("Escape")):
        fee.dblclick()
        page.keyboard.type("77777")
        leave()
        expect(page.locator(".cell-editor")).to_have_count(0)
    the_cell(page, 1, "others").dblclick()
    the_cell(page, 2, "account").click()
    expect(page.locator(".cell-editor")).to_have_count(0)
    expect(page.locator("#clients-steps [data-step=undo]")).to_be_disabled()
    assert fee.inner_text() == before

    fee.dblclick()
    page.keyboard.type("lots")
    page.keyboard.press("Enter")
    expect(page.locator(".editor-error")).to_contain_text("“lots” is not an amount of money.")
    page.keyboard.press("Control+a")
    page.keyboard.type("61,000")
    page.keyboard.press("Enter")
    expect(fee).to_contain_text("61,000")
    expect(page.locator(".toast-line")).to_contain_text("→ £61,000")
    expect(fee).to_be_focused()
    page.keyboard.press("Control+z")
    expect(fee).to_have_text(before)
    page.keyboard.press("Control+y")
    expect(fee).to_contain_text("61,000")


def test_several_clients_are_changed_at_once_and_put_back(open_page):
    page = open_page("/clients")
    the_cell(page, 0, "account").wait_for()
    for row in (0, 1):
        page.locator(f".clients-grid .ag-row[row-index='{row}'] input[type=checkbox]").check()
    expect(page.locator("#bulk-count")).to_have_text("2 clients ticked")
    page.click("#bulk-apply")
    for row in (0, 1):
        dot = the_cell(page, row, "others").locator(".good-dot")
        expect(dot).to_have_attribute("aria-label", "Good for others: very, said by you")
    page.click(".toast-step")
    expect(page.locator("#clients-steps [data-step=undo]")).to_be_disabled()


REMARKS = (
    "Account,Relationship,Fee,Chance,Where we are\n"
    "Acme Freight,client,40000,80%,steady\n"
    "Dunmarrow Housing,client,72000,90%,merger - makes a real difference to tenants\n"
    "Oldcroft Hospice,prospect,9000,40%,makes a real difference to patients\n"
    "Gallowfen Games,prospect,30000,40%,new area for us - would learn\n"
)


def test_guesses_are_gone_through_by_the_keyboard_and_those_of_a_kind_confirmed_at_once(open_with):
    page = open_with(REMARKS.encode(), "remarks.csv", "/tags")
    expect(page.locator(".clients-banner")).to_contain_text("Three guesses wait for a word from you")
    tab_to(page, "[data-go=guesses]")
    page.keyboard.press("Enter")
    expect(page.locator(".guess-card .button").first).to_be_focused()
    first = page.inner_text(".client-panel h2")
    page.keyboard.press("Enter")
    expect(page.locator(".clients-banner")).to_contain_text("Two guesses wait")
    expect(page.locator(".client-panel h2")).not_to_have_text(first)
    page.keyboard.press("Control+z")
    expect(page.locator(".clients-banner")).to_contain_text("Three guesses wait")
    page.click("text=Both “does good” are right")
    expect(page.locator(".clients-banner")).to_contain_text("One guess waits")


def test_a_row_is_read_and_changed_on_a_telephone_by_single_taps(open_page):
    page = open_page("/clients")
    page.set_viewport_size({"width": 400, "height": 860})
    expect(the_cell(page, 0, "annual_fee")).to_have_count(0)
    the_cell(page, 0, "account").click()
    expect(page.locator("#clients-panel")).to_be_visible()
    page.click(".client-panel [data-fact=annual_fee]")
    page.keyboard.type("52000")
    page.keyboard.press("Enter")
    expect(page.locator(".client-panel [data-fact=annual_fee]")).to_contain_text("52,000")
    page.click(".panel-close")
    expect(page.locator("#clients-panel")).to_be_hidden()
    expect(the_cell(page, 0, "account")).to_contain_text("52,000")


def test_remarks_on_a_list_are_read_on_a_telephone_without_scrolling_sideways(open_page, served):
    page = open_page("/health")
    page.set_viewport_size({"width": 400, "height": 860})
    served.give(page, sample_path("crm_export").read_bytes(), "clients.xlsx")
    page.goto(f"{served.url}/roster")
    page.locator("#issues-grid").scroll_into_view_if_needed()
    expect(page.locator("#issues-grid [row-index='0']")).to_contain_text("Give it a new date, or close it.")
    page.wait_for_function(
        """() => { const seen = document.querySelector('#issues-grid .ag-center-cols-viewport');
        return document.querySelector('#issues-grid .ag-center-cols-container').clientWidth === seen.clientWidth; }"""
    )


def test_a_number_stays_with_its_unit(open_page):
    page = open_page("/")
    page.wait_for_selector(".plan-grid .ag-row")
    said = page.locator("#page-main").text_content()
    assert re.search(r"[\d½]\u00a0h\b", said)
    outside = """() => { const found = [], texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
          const one = texts.currentNode, apart = one.parentElement.closest('.ag-cell.number, svg, script');
          if (/[\\d½] h\\b/.test(one.data) && !apart) found.push(one.data);
        }
        return found; }"""
    assert page.evaluate(outside) == []


def test_sliders_and_triangle_work_from_the_keyboard_and_always_add_to_100(open_page, served):
    page = open_page("/")
    page.wait_for_selector(".plan-grid .ag-row")
    slider = page.locator("#share-you [role=slider]")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    for _ in range(14):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id === 'hold-others'"):
            break
    page.keyboard.press("Space")
    slider.focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.querySelector('#text-you').innerText === '55%'")
    assert shares(page) == [20, 25, 55]
    follows(page, lambda: [page.locator(".tri-chosen").focus(), *(page.keyboard.press("Shift+ArrowUp") for _ in "ab")])
    now = shares(page)
    assert sum(now) == 100
    assert now[0] == 40
    assert "40% good for others" in page.get_attribute(".tri-chosen", "aria-valuetext")
    kept = json.loads(page.request.get(f"{served.url}/download/plan.json").text())["balance"]["chosen"]
    assert [round(100 * kept[group]) for group in GROUPS] == now


def tab_to(page, selector, back=False):
    """Press Tab until what has the focus matches; the keys that a person without a mouse has."""
    for _ in range(90):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab does not lead to {selector}")


def group_by_person(page):
    """Choose it on a busy page, go to the first person's line, and put the accounts below it away and back."""
    tab_to(page, "#plan-person")
    page.evaluate(HOLD_TIMERS)
    page.keyboard.press("Enter")
    choice = page.get_by_role("option", name="By person")
    expect(choice).to_be_visible()
    for _ in range(6):
        page.keyboard.press("ArrowDown")
        if choice.get_attribute("data-combobox-selected"):
            break
    page.evaluate("letTimersGo()")
    page.keyboard.press("Enter")
    expect(page.locator("#plan-person")).to_have_value("By person")
    page.wait_for_selector(".person-row")
    tab_to(page, ".plan-grid .ag-full-width-row")
    line, below = page.locator(".person-row").first, page.locator(".plan-grid [row-index='1'] [col-id=account]")
    for expanded, accounts in (("false", 0), ("true", 1)):
        page.keyboard.press("Enter")
        expect(line).to_have_attribute("aria-expanded", expanded)
        expect(below).to_have_count(accounts)


def test_what_a_persons_next_hour_brings_comes_late_and_leaves_the_focus_on_the_line(open_page, served):
    held = []
    page = open_page("/health")
    page.route(
        "**/follow", lambda route: held.append(route) if "later" in route.request.post_data else route.continue_()
    )
    served.give(page, sample_path("partner_tracker").read_bytes(), "own.xlsx")  # whose prices nobody asked for before
    page.goto(served.url)
    page.wait_for_selector(".plan-grid")
    page.locator(".plan-grid").scroll_into_view_if_needed()  # rows below the fold are not drawn
    page.wait_for_selector(".plan-grid .ag-row")
    group_by_person(page)
    line = page.locator(".person-row").first
    expect(line).not_to_contain_text("next hour")
    page.evaluate("window.lost = 0; document.addEventListener('focusout', () => window.lost++)")
    for route in held:
        route.continue_()
    expect(line).to_contain_text("next hour")
    assert page.evaluate("window.lost") == 0
    assert page.evaluate("document.activeElement.matches('.plan-grid .ag-full-width-row')")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.matches('.plan-grid .ag-cell')")


def test_what_comes_late_leaves_the_focus_on_the_button_it_is_drawn_around(open_page, served):
    held = []
    page = open_page("/health")
    page.route(
        "**/follow", lambda route: held.append(route) if "later" in route.request.post_data else route.continue_()
    )
    served.give(page, sample_path("solo_consultant").read_bytes(), "own.xlsx")
    page.goto(served.url)
    hour = page.locator("[data-later=hour]")
    expect(hour).to_contain_text("being worked out")
    hour.locator(".term").focus()
    until(page, lambda: held)
    held.pop().continue_()
    expect(hour).not_to_contain_text("being worked out")
    expect(hour.locator(".term")).to_be_focused()
    page.unroute("**/follow")
    page.locator("#cap-line .link").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#cap-line")).to_contain_text("set the usual limit")
    expect(page.locator("#cap-line .link")).to_be_focused()


def test_a_hand_that_holds_a_slider_still_asks_no_more_and_a_key_leaves_the_focus_where_it_pressed(open_page):
    page, asked, answered = open_page("/"), [], []
    page.wait_for_selector(".plan-grid .ag-row")
    page.on("request", lambda request: asked.append(request.post_data) if request.url.endswith("/follow") else None)
    page.on("response", lambda response: answered.append(response) if response.url.endswith("/follow") else None)
    pull(page, "others", 60)
    chosen = f'{{"shares":{shares(page)}'.replace(" ", "")
    until(page, lambda: asked and asked[-1].startswith(chosen) and len(answered) >= len(asked))
    before = len(asked)
    page.wait_for_timeout(5 * PACE)
    assert len(asked) == before
    page.mouse.up()
    until(page, lambda: any('"final":true' in one for one in asked))

    page.locator(".plan-grid").scroll_into_view_if_needed()
    hold = page.locator(".plan-grid [row-index='2'] .cell-button").first
    hold.focus()
    page.keyboard.press("Enter")
    expect(hold).to_have_attribute("aria-pressed", "true")
    expect(hold).to_be_focused()
    page.keyboard.press("Tab")
    assert not page.evaluate("document.activeElement.matches('.plan-grid *')")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.matches('.plan-grid [row-index=\"2\"] [col-id=mark]')")


def test_a_panel_that_was_closed_is_not_opened_again_by_what_was_still_on_its_way(open_page):
    page = open_page("/")
    page.emulate_media(reduced_motion="no-preference")  # it takes a moment to slide away
    page.locator(".plan-grid [aria-label^='Open']").first.click()
    page.wait_for_selector(".panel .js-plotly-plot")
    page.evaluate(
        """() => {
          const at = Number(document.querySelector(".panel").dataset.account);
          document.querySelector(".mantine-Drawer-close").click();
          window.dash_clientside.set_props("panel-drawn", { data: { title: "late", body: "late", again: true, at } });
        }"""
    )
    expect(page.locator(".panel")).to_be_hidden()
    expect(page.get_by_text("late", exact=True)).to_have_count(0)


def test_a_plan_is_played_with_changed_and_taken_along_by_the_keyboard_alone(open_page):
    page = open_page("/")
    page.wait_for_selector(".plan-grid .ag-row")
    tab_to(page, ".skip")
    page.keyboard.press("Enter")
    tab_to(page, "#share-others [role=slider]")
    follows(page, lambda: [page.keyboard.press("ArrowRight") for _ in range(8)])
    assert shares(page)[0] == 28
    tab_to(page, ".presets button:last-child")
    follows(page, lambda: page.keyboard.press("Enter"))
    assert shares(page) == [50, 20, 30]
    group_by_person(page)
    page.keyboard.press("ArrowDown")
    name = page.evaluate("document.activeElement.querySelector('b').innerText")
    page.keyboard.press("Enter")
    expect(page.locator(".mantine-Drawer-title")).to_have_text(name)
    page.wait_for_selector(".panel .js-plotly-plot .main-svg")
    tab_to(page, "#panel-hours")
    page.keyboard.press("Control+a")
    page.keyboard.type("7.5")
    tab_to(page, "#panel-set")
    page.keyboard.press("Enter")
    expect(page.locator(".panel")).to_contain_text("you locked 7½ h")
    page.keyboard.press("Escape")
    expect(page.locator(".panel")).to_be_hidden()
    row = page.locator(".plan-grid .ag-center-cols-container .ag-row").filter(has=page.get_by_text(name, exact=True))
    expect(row.locator("[col-id=plan]")).to_have_text("7½ h")
    tab_to(page, ".plan-grid .ag-full-width-row")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Control+ArrowRight")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowRight")
    out = page.evaluate("document.activeElement.ariaLabel").removeprefix("Leave out: ")
    follows(page, lambda: page.keyboard.press("Enter"))
    tab_to(page, "[data-open]")
    tab_to(page, "#nav-export", back=True)
    page.keyboard.press("Enter")
    page.wait_for_selector(".export-main")
    tab_to(page, "a[href='/download/plan.json']")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    document = json.loads(download.value.path().read_text())
    hours = {one["account"]: one["hours"] for one in document["accounts"]}
    assert (hours[name], hours[out]) == (7.5, 0)
    assert document["balance"]["chosen"]["others"] == 0.5


def test_an_unexpected_error_shows_its_number_and_leaves_the_page_usable(open_page, monkeypatch, caplog):
    page = open_page("/")
    page.wait_for_selector(".plan-grid .ag-row")
    with monkeypatch.context() as broken:
        broken.setattr("dashboard.callbacks.live_preview.full_table", lambda *_: 1 / 0)
        page.click("text=Give back")
        notice = page.locator(".mantine-Notification-root")
        expect(notice).to_contain_text("Something went wrong here")
    number = re.search(r"the number (\w{8})", notice.inner_text())[1]
    assert f"error {number}: ZeroDivisionError" in caplog.text
    expect(page.locator(".plan-right")).to_have_attribute("aria-busy", "false")
    follows(page, lambda: page.click("text=Cash now"))
    assert shares(page) == [10, 15, 75]
    go(page, "clients", ".clients-grid .ag-row")


def test_an_account_opens_its_panel_where_its_hours_are_fixed(open_page):
    page = open_page("/")
    page.locator(".plan-grid [aria-label^='Open']").first.click()
    page.wait_for_selector(".panel .js-plotly-plot")
    expect(page.locator(".panel")).to_contain_text("What it is good for")
    held = []
    page.route("**/_dash-update-component*", lambda route: held.append(route))  # noqa: PLW0108, a bound method is refused
    with page.expect_request("**/_dash-update-component*"):
        page.evaluate(
            "() => { const at = Number(document.querySelector('.panel').dataset.account);"
            " window.dash_clientside.set_props('panel-account', { data: { at, again: true } }); }"
        )
    until(page, lambda: held)
    page.fill("#panel-hours", "7.5")
    with page.expect_response("**/_dash-update-component*"):
        held.pop().continue_()
    page.unroute("**/_dash-update-component*")
    expect(page.locator("#panel-hours")).to_have_value("7.5 h")
    page.click("#panel-set")
    expect(page.locator(".panel")).to_contain_text("You fixed these hours.")
    page.fill("#panel-hours", "5000")
    page.click("#panel-set")
    expect(page.locator(".toast.bad")).to_contain_text("That was not changed")
    page.keyboard.press("Escape")
    expect(page.locator(".panel")).to_be_hidden()


def test_the_plan_prints_on_two_sheets(open_page):
    page = open_page("/print")
    page.wait_for_selector(".sheet")
    assert len(re.findall(rb"/Type\s*/Page\b", io.BytesIO(page.pdf(prefer_css_page_size=True)).read())) == 2
