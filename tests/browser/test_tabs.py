"""Two tabs of one visitor agree, and every page shows what a step back or forth leaves."""

from playwright.sync_api import expect

from tests.browser.conftest import PATIENCE
from tests.browser.test_flow import drag, follows, go, the_cell, upload

ALIKE = (
    b"Account,Fee,Relationship,Chance\nAcme Ltd,1000,client,\nAcme Limited,2000,client,\n"
    b"Beta,3000,prospect,40%\nGamma,9000,prospect,20%\n"
)


def test_a_step_back_is_shown_on_the_pages_of_the_list_and_of_the_export(open_with):
    page = open_with(ALIKE, "alike.csv", "/roster")
    alike, name, accounts = page.get_by_role("region", name="Look alike"), page.locator("#list-name"), "dl.facts"
    page.get_by_role("button", name="They are one").click()
    expect(alike).to_have_count(0)
    expect(name).to_contain_text("3 accounts")
    page.locator(".toast-step").click()
    expect(name).to_contain_text("4 accounts")
    expect(alike).to_have_count(1)
    expect(page.locator(accounts)).to_contain_text("4")
    go(page, "export", ".export-main")
    expect(page.locator(".page-head")).to_contain_text("4 accounts")
    page.keyboard.press("Control+y")
    expect(page.locator(".page-head")).to_contain_text("3 accounts")


def test_what_is_changed_in_one_tab_is_followed_in_another(open_with, served):
    page = open_with(ALIKE, "alike.csv", "/clients")
    page.wait_for_selector(".clients-grid .ag-row")
    further = page.context.new_page()
    further.set_default_timeout(PATIENCE)
    further.goto(f"{served.url}/clients")
    fee = the_cell(further, 2, "annual_fee")
    expect(fee).to_contain_text("3,000")
    page.bring_to_front()  # a browser draws a tab that lies behind another seldom
    the_cell(page, 2, "annual_fee").dblclick()
    page.keyboard.type("4100")
    page.keyboard.press("Enter")
    expect(fee).to_contain_text("4,100")
    further.bring_to_front()
    the_cell(further, 3, "annual_fee").dblclick()
    further.keyboard.type("9900")
    further.keyboard.press("Enter")
    expect(the_cell(page, 3, "annual_fee")).to_contain_text("9,900")
    expect(the_cell(page, 2, "annual_fee")).to_contain_text("4,100")

    page.bring_to_front()
    go(page, "plan", ".plan-grid .ag-row")
    further.bring_to_front()
    go(further, "export", ".export-main")
    expect(further.locator(".page-head")).to_contain_text("balance 20/30/50")
    page.bring_to_front()
    follows(page, lambda: drag(page, "others", 60))
    expect(further.locator(".page-head")).not_to_contain_text("balance 20/30/50")

    further.bring_to_front()
    go(further, "clients", ".clients-grid .ag-row")
    page.bring_to_front()
    go(page, "roster", "#understood")
    upload(page, b"Account,Fee\nOther One,10\nOther Two,20\n", "other.csv")
    page.click("#draft-use")
    expect(further.locator("#list-name")).to_contain_text("other")
    expect(the_cell(further, 0, "account")).to_contain_text("Other One")
    expect(further.locator(".clients-grid .ag-center-cols-container .ag-row")).to_have_count(2)
    further.close()
