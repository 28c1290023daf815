"""Searches and choices of the tables: what they find and leave out, and what they say where they find nothing."""

import pytest
from playwright.sync_api import expect

LIST = (
    "Account,Relationship,Owner,Fee,Chance,Expected date,Hours now,Notes\n"
    "Bäckerei Öhl,client,Ana Sy,12400,,,6,asked for a call\n"
    "Corr Water,prospect,Ana Sy,31439,23%,2031-02-09,4,\n"
    "Dale Homes,prospect,Ben Ode,9000,40%,2031-03-01,2,\n"
    "Eden Mill,client,Ben Ode,52000,,,9,\n"
)
NOTHING = "No account matches. Clear the search to see them all."


@pytest.fixture
def own_list(open_with):
    """Opens a page of the four accounts."""

    def opened(path):
        page = open_with(LIST.encode(), "four.csv", path)
        page.wait_for_selector(".grid .ag-row")
        return page

    return opened


def test_a_search_among_clients_finds_what_stands_in_their_cells(own_list):
    page = own_list("/clients")
    rows = page.locator(".clients-grid .ag-center-cols-container .ag-row")
    for text, account in (
        ("31,439", "Corr Water"),
        ("31439", "Corr Water"),
        ("23%", "Corr Water"),
        ("Feb 31", "Corr Water"),
        ("ohl", "Bäckerei Öhl"),
        ("a call", "Bäckerei Öhl"),
    ):
        page.fill("#clients-search", text)
        expect(rows).to_have_count(1)  # one of four; that it is among those shown would hold without a search
        expect(rows).to_contain_text(account)
    page.fill("#clients-search", "nobody")
    expect(page.locator(".clients-grid .ag-overlay")).to_contain_text(NOTHING)


def test_clients_that_are_ticked_and_out_of_sight_are_counted_as_such(own_list):
    page = own_list("/clients")
    page.locator(".clients-grid .ag-header-select-all input").check()
    expect(page.locator("#bulk-count")).to_have_text("4 clients ticked")
    page.fill("#clients-search", "eden")
    expect(page.locator("#bulk-count")).to_have_text("4 clients ticked, 3 not in sight")
    page.fill("#clients-search", "")
    expect(page.locator("#bulk-count")).to_have_text("4 clients ticked")


def test_the_plan_says_how_many_accounts_a_search_and_a_person_leave(own_list):
    page = own_list("/")
    note, lines = page.locator("#plan-table-note"), page.locator(".person-row b")
    page.fill("#plan-search", "ana sy")
    expect(note).to_have_text("2 of 4 accounts")
    page.fill("#plan-search", "a call")
    expect(note).to_have_text("1 of 4 accounts")
    page.fill("#plan-search", "")
    expect(note).to_have_text("4 accounts")
    page.click("#plan-person")
    page.get_by_role("option", name="By person").click()
    expect(lines).to_have_text(["Ana Sy", "Ben Ode"])
    page.fill("#plan-search", "eden")
    expect(note).to_have_text("1 of 4 accounts")
    expect(lines).to_have_text(["Ben Ode"])
    page.click("#plan-person")
    page.get_by_role("option", name="Ana Sy").click()
    expect(note).to_have_text("none of 4 accounts")
    expect(page.locator(".plan-grid .ag-overlay")).to_contain_text(NOTHING)
    expect(lines).to_have_count(0)
    page.fill("#plan-search", "")
    expect(note).to_have_text("2 of 4 accounts")
