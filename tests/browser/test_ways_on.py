"""Where no plan can be made, every page has a way on that works: start over, or drop a list."""

import pytest
from playwright.sync_api import expect
from sqlalchemy import text

from dashboard.service.plan_service import service_of
from sample_workbooks import sample_path
from tests.browser.test_flow import upload


def spoil(served, body):
    """Let all work on disk be what this version cannot plan."""
    with service_of(served.app).store._writing() as connection:
        connection.execute(text("UPDATE workspace SET body = :body"), {"body": body})


@pytest.mark.parametrize("path", ["/", "/clients", "/explore"])
def test_work_of_another_version_is_told_and_starting_over_leads_to_the_sample(open_page, served, path):
    page = open_page("/health")
    served.give(page, sample_path("solo_consultant").read_bytes(), "clients.xlsx")
    spoil(served, '{"of_the_next_version": 1}')
    page.goto(served.url + path)
    expect(page.locator(".problem")).to_contain_text("another version of the planner")
    page.click("#start-over")
    page.click("#start-over-yes")
    expect(page.locator(".problem")).to_have_count(0)
    expect(page.locator("#list-name")).to_contain_text("Sample list")


def test_a_list_that_is_dropped_where_no_plan_can_be_made_gives_one(open_page, served):
    page = open_page("/health")
    served.give(page, sample_path("solo_consultant").read_bytes(), "clients.xlsx")
    spoil(served, '{"settings": {"balance": "0/0/0"}}')
    page.goto(served.url)
    expect(page.locator(".problem")).to_contain_text("No plan can be made yet")
    upload(page, sample_path("solo_consultant").read_bytes(), "mine.xlsx")
    page.click("#draft-use")
    expect(page.locator("#list-name")).to_contain_text("mine")
    expect(page.locator("#plan-top")).to_contain_text("hours")
