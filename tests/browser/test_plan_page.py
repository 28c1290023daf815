"""The Plan page in a real browser: what stands beside the plan agrees with it, and every change has a way back."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.test_flow import follows, go, upload

LIST = """Account,Relationship,Annual fee,Chance,Notes
Thornlow Academy Trust,prospect,14000,50%,
Brindlewater Developments,prospect,39000,40%,
Ettrick Hotels,client,52000,,pays in 60 days
Marchbanks Distilling,client,31000,,
"""


def open_list(open_with):
    page = open_with(LIST.encode(), "four.csv")
    page.wait_for_selector(".plan-grid .ag-row")
    return page


def test_the_plan_of_a_list_that_is_used_is_drawn_once_so_that_nothing_typed_is_lost(open_page):
    page = open_page("/roster")
    page.wait_for_selector("#upload input", state="attached")
    upload(page, LIST.encode(), "four.csv")
    page.wait_for_selector("#draft-use")
    answers = []
    listen = lambda answer: answers.append(answer)  # noqa: E731, PLW0108, a bound method is refused
    page.on("response", listen)
    page.click("#draft-use")
    page.wait_for_selector(".plan-grid .ag-row")
    go(page, "clients", ".clients-grid .ag-row")
    page.remove_listener("response", listen)
    full = [one for one in answers if "_dash-update-component" in one.url and one.status == 200]
    assert sum("page" in one.json()["response"] for one in full) == 2


@pytest.mark.parametrize(("path", "ready"), [("/", ".plan-grid .ag-row"), ("/quarter", ".pace-figure .main-svg")])
def test_a_page_that_opens_asks_for_nothing_but_itself(open_page, path, ready):
    page = open_page("/export")
    page.wait_for_selector(".export-main")
    asked = []

    def note(request):
        if "_dash-update-component" in request.url:
            asked.append(request.post_data)

    page.on("request", note)
    page.goto(page.url.replace("/export", path))
    page.wait_for_selector(ready)
    page.wait_for_load_state("networkidle")
    page.remove_listener("request", note)
    assert [json.loads(one)["output"] for one in asked if "list-name" not in one and "nav.children" not in one] == []


def test_a_table_that_has_not_got_its_rows_yet_is_sent_whole(open_with):
    page = open_list(open_with)
    page.evaluate("window.dash_ag_grid.getApi('plan-grid').setGridOption('rowData', [])")
    expect(page.locator(".plan-grid .ag-center-cols-container .ag-row")).to_have_count(0)
    page.fill("#hours", "90")
    page.locator("#hours").blur()
    expect(page.locator(".plan-grid .ag-center-cols-container .ag-row")).to_have_count(4)
    expect(page.locator("#plan-top h1")).to_contain_text("90 hours")


def told(page):
    return page.locator(".toast-line").last


def test_the_balance_card_follows_an_answer_and_its_undo(open_with):
    page = open_list(open_with)
    expect(page.locator("#hours")).to_have_value("104 h")
    while "How many hours a week" not in page.inner_text(".question h3"):
        before = page.inner_text(".question h3")
        page.click("#answer-skip")
        page.wait_for_function("before => document.querySelector('.question h3').innerText !== before", arg=before)
    page.fill("#answer-text", "10")
    page.locator("#answer-text").blur()
    page.click("#answer-save")
    expect(page.locator("#hours")).to_have_value("130 h")
    expect(page.locator("#plan-top h1")).to_contain_text("130 hours")
    page.locator("#plan-top h1").click()
    page.keyboard.press("Control+z")
    expect(told(page)).to_contain_text("Undone")
    expect(page.locator("#hours")).to_have_value("104 h")
    expect(page.locator("#plan-top h1")).to_contain_text("104 hours")


def test_an_error_stands_at_its_field_and_changes_nothing(open_with):
    page = open_list(open_with)
    page.fill("#hours", "0")
    page.locator("#hours").blur()
    expect(page.locator(".mantine-NumberInput-error")).to_have_text("Hours must be more than 0.")
    expect(page.locator("#plan-top h1")).to_contain_text("104 hours")
    page.fill("#hours", "90")
    page.locator("#hours").blur()
    expect(page.locator("#plan-top h1")).to_contain_text("90 hours")
    expect(page.locator(".mantine-NumberInput-error")).to_have_count(0)


def test_a_preset_that_moves_no_hour_says_why(open_with):
    page = open_list(open_with)
    page.get_by_role("button", name="Cash now").click()
    expect(page.locator("#balance-note")).to_contain_text("No hour moves")
    page.get_by_role("button", name="Cash now").click()
    expect(page.locator("#balance-note")).to_have_text("This is the balance you have.")


def test_a_guess_is_confirmed_where_it_stands_and_taken_back_by_the_toast(open_with):
    page = open_list(open_with)
    asks = page.locator(".why-asks").filter(has_text="Good for others?")
    expect(asks).to_have_count(1)
    follows(page, lambda: asks.get_by_role("button", name="Yes, it is").click())
    expect(told(page)).to_contain_text("Thornlow Academy Trust: good for others confirmed")
    expect(asks).to_have_count(0)
    page.click(".toast-step")
    expect(asks).to_have_count(1)


def test_facts_are_saved_by_their_button_and_never_by_clicking_away(open_with):
    page = open_list(open_with)
    row = page.locator(".plan-grid .ag-row", has_text="Ettrick Hotels").locator("[col-id=account]")
    expect(row).to_contain_text("52k")

    def change(fee):
        row.click()
        page.wait_for_selector(".facts-form")
        page.get_by_label("Annual fee").fill(fee)

    change("75000")
    page.keyboard.press("Escape")
    expect(page.locator(".panel")).to_be_hidden()
    expect(row).to_contain_text("52k")
    change("a lot")
    page.click("#facts-save")
    expect(page.locator(".panel .mantine-TextInput-error")).to_contain_text("is not an amount of money")
    page.get_by_label("Annual fee").fill("75000")
    page.click("#facts-save")
    expect(row).to_contain_text("75k")


def test_a_field_of_the_balance_card_that_is_emptied_shows_what_holds_then(open_with):
    page = open_list(open_with)
    hours, cap = page.locator("#hours"), page.get_by_label("Accounts a person")
    before = hours.input_value()
    follows(page, lambda: [hours.fill("12"), hours.blur()])
    for field, holds in ((hours, before), (cap, "10 at most")):
        field.fill("")
        field.blur()
        expect(field).to_have_value(holds)


def test_the_cap_is_lifted_by_a_line_and_stays_so_after_a_reload(open_with):
    page = open_list(open_with)
    cap = page.get_by_label("Accounts a person")
    expect(cap).to_have_value("10 at most")
    page.get_by_role("button", name="lift the limit").click()
    expect(told(page)).to_contain_text("No limit of accounts a person")
    expect(page.get_by_role("button", name="set the usual limit")).to_be_visible()
    page.reload()
    page.wait_for_selector(".plan-grid .ag-row")
    expect(page.get_by_role("button", name="set the usual limit")).to_be_visible()
    go(page, "explore", ".sides")
    page.keyboard.press("Control+z")
    expect(told(page)).to_contain_text("Undone: no limit of accounts a person")
