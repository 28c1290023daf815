"""A whole quarter in a real browser: plan, hours, a reason, the rest planned again, next month, the end."""

import datetime as dt
import json
import re

from playwright.sync_api import expect

from tests.browser.test_axe import FITS, NARROW, WIDE, Watch, assert_nothing
from tests.browser.test_flow import go, upload
from tests.dashboard.state.quarter.test_edits import HARVEST, ROWS, SETTINGS
from tests.readers.make import workbook

READY = ".pace-figure .main-svg"


def table_is_drawn(answer):
    """Whether an answer of the server draws the table of accounts."""
    return '"output":"quarter-table.children' in (answer.request.post_data or "")


def use(page, rows, name):
    upload(page, workbook({"Clients": rows, "Settings": SETTINGS}), name)
    page.click("#draft-use")
    page.wait_for_selector("#plan-top")


def look_at(page, day):
    page.fill("#as-of", day)
    page.locator("#as-of").press("Enter")
    page.locator("#as-of").press("Escape")
    page.locator("#as-of").blur()
    expect(page.locator(".mantine-DateInput-monthThead")).to_have_count(0)


def add_hours(page, account, amount):
    page.click("#hours-add")
    page.fill("#hours-account", account)
    page.get_by_role("option", name=account).click()
    page.fill("#hours-spent", amount)
    page.click("#hours-save")


def of(page, account):
    return page.locator(".by-account tr:not(.asked)").filter(has_text=account)


def spend_two_weeks(page, headline):
    """Typed wrongly, then rightly; then a time sheet with a name to ask about and one that is none."""
    look_at(page, "13 Dec 2026")
    expect(headline).to_contain_text("Week 2 of 13")
    add_hours(page, "Northvale Water", "six")
    expect(page.locator("#hours-wrong")).to_contain_text("Write the hours as a number")
    page.fill("#hours-day", "31 Dec 2199")
    page.locator("#hours-day").blur()
    page.fill("#hours-spent", "6")
    page.click("#hours-save")
    expect(page.locator("#hours-wrong")).to_contain_text("That day is still to come.")
    page.fill("#hours-day", f"{dt.date.today():%d %b %Y}")
    page.locator("#hours-day").blur()
    page.click("#hours-save")
    expect(headline).to_contain_text("6 of 40 hours spent")
    none = {"name": "none.csv", "mimeType": "text/csv", "buffer": b"Client,Hours\nNorthvale Water,0\n"}
    page.set_input_files("#timesheet input", none)
    expect(page.locator("#quarter-error")).to_contain_text("“none.csv” has no entry with hours.")
    page.set_input_files("#timesheet input", {"name": "harvest.csv", "mimeType": "text/csv", "buffer": HARVEST})
    page.get_by_role("button", name="Yes, “Hospice” is St Mary's Hospice").click()
    expect(headline).to_contain_text("15½ of 40 hours spent")
    page.get_by_text("It is another account").click()
    page.fill("#name-account", "Orchard")
    page.get_by_role("option", name="Orchard Trust").click()
    expect(headline).to_contain_text("19½ of 40 hours spent")
    with page.expect_response(table_is_drawn):  # the table comes after the headline
        page.locator("#quarter-steps [data-step=undo]").click()
    with page.expect_response(table_is_drawn):
        page.get_by_role("button", name="Leave “Internal” out").click()
    expect(headline).to_contain_text(re.compile(r"15½ of \d\d½? hours spent"))


def say_why(page):
    line = of(page, "Lumen Dental")
    line.get_by_role("button", name="say why").click()
    page.locator(".asked").get_by_role("button", name="their timing").click()
    page.fill("#reason-date", "1 Jan 1999")
    page.locator("#reason-date").blur()
    page.click("#reason-save")
    expect(page.locator("#reason-wrong")).to_contain_text("1 January 1999 is no day to come. Give a later date.")
    expect(page.locator(".toast.bad")).to_have_count(0)
    page.fill("#reason-date", "15 Feb 2027")
    page.fill("#reason-note", "new partner")
    page.click("#reason-save")
    expect(line).to_contain_text("Their timing: 15 Feb 2027, new partner")
    line = of(page, "Fenwick Games")
    line.get_by_role("button", name="not worth it").click()
    expect(line).to_contain_text("Not worth it")


def plan_again(page):
    """One move taken and undone, then all."""
    page.click("#replan")
    move = page.locator(".move-list li").filter(has_text="Fenwick Games")
    expect(move).to_contain_text("0 h")
    expect(move).to_contain_text("Not worth it")
    move.get_by_role("button", name="Take it").click()
    expect(move).to_have_count(0)
    page.locator("#quarter-steps [data-step=undo]").click()
    expect(move).to_have_count(1)
    page.click("#moves-all")
    expect(page.locator("#moves")).to_contain_text("No move is worth making")
    expect(page.locator("#quarter-side")).to_contain_text(re.compile(r"[2-9] moves accepted since"))


def go_on_with_the_next_list(page, headline):
    go(page, "roster", "#understood")
    later = [row for row in ROWS if row[0] != "Tollard Bank"]
    use(page, [*later, ["Marlow Press", "prospect", "Bob Ray", 20_000, "40%", "Pitch", 2, 0]], "december.xlsx")
    go(page, "quarter", READY)
    look_at(page, "3 Jan 2027")
    expect(headline).to_contain_text(re.compile(r"15½ of \d\d½? hours spent"))
    expect(of(page, "Fenwick Games")).to_contain_text("Not worth it")


def end(page, headline):
    look_at(page, "28 Feb 2027")
    learned = page.get_by_role("region", name="What we learned")
    learned.get_by_role("button", name="Selwick Robotics: won").click()
    expect(learned).to_contain_text("Of 1 decided account, your chances expected 0.5 to be won; 1 was.")
    page.click("#next-quarter")
    expect(page.get_by_role("region", name="Quarters so far")).to_contain_text("from 30 Nov 2026")
    look_at(page, "1 Mar 2027")
    expect(headline).to_contain_text(re.compile(r" 0 of \d\d½? hours spent"))


def test_a_quarter_from_the_plan_to_its_end(open_with):
    page = open_with(workbook({"Clients": ROWS, "Settings": SETTINGS}), "november.xlsx", "/quarter")
    page.wait_for_selector(READY)
    headline = page.locator("#quarter-head h1")
    expect(headline).to_contain_text(re.compile(r" 0 of \d\d½? hours spent"))
    spend_two_weeks(page, headline)
    say_why(page)
    plan_again(page)
    go_on_with_the_next_list(page, headline)
    end(page, headline)


def test_a_press_counts_as_what_was_pressed_though_the_table_is_drawn_anew_under_the_pointer(open_page):
    page = open_page("/quarter")
    page.wait_for_selector(READY)
    lines = page.get_by_role("region", name="Account by account").locator("[data-quarter]")
    for redraw in (
        "one.remove()",
        "one.dataset.quarter = JSON.stringify({do: 'reason', account: 'Another', reason: ''})",
    ):
        account = json.loads(lines.first.get_attribute("data-quarter"))["account"]
        box = lines.first.bounding_box()
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.mouse.down()
        lines.first.evaluate(f"one => {{ {redraw}; }}")
        page.mouse.up()
        expect(page.locator("tr:has(+ tr.asked) th")).to_contain_text(account)
        page.reload()
        page.wait_for_selector(READY)


def test_what_opens_on_the_page_has_no_violation_and_fits_a_telephone(open_page):
    page = open_page("/quarter")
    page.wait_for_selector(READY)
    watch = Watch(page)
    page.click("#hours-add")
    page.wait_for_selector("#hours-account")
    watch.look("the form for hours", "[role=dialog]")
    page.keyboard.press("Escape")
    page.set_input_files("#timesheet input", {"name": "harvest.csv", "mimeType": "text/csv", "buffer": HARVEST})
    page.wait_for_selector(".unmatched")
    page.get_by_role("region", name="Account by account").locator("[data-quarter]").first.click()
    page.wait_for_selector(".asked")
    page.click("#replan")
    page.wait_for_selector("#moves-keep")
    look_at(page, "28 Feb 2027")
    page.wait_for_selector(".outcomes")
    watch.look("everything open")
    page.set_viewport_size(NARROW)
    page.wait_for_function(FITS)
    page.set_viewport_size(WIDE)
    assert_nothing(watch)
