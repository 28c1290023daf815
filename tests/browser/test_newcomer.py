"""A newcomer's whole way with lists as firms keep them: to a plan that holds against the list's key, in a few clicks.

Every click, choice, typed answer and dropped file counts. What a newcomer knows of a list is in its key, and below.
"""

import io
import json
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import expect
from python_calamine import CalamineWorkbook

import planner
from dashboard.callbacks import upload as upload_callbacks
from dashboard.state.changes import with_settings
from planner.export.roster_json import check_json
from planner.fields import FIELDS, RATING_OF
from tests.browser.test_flow import go, hours_on_screen
from tests.lists.reading import FOLDER, TODAY, Reading, held_against_key

MOST_CLICKS = 25
PAY = "What they pay us in a year"
ANSWERED = """before => document.querySelector('.question')?.innerText !== before
  && document.querySelector('.plan-right').ariaBusy !== 'true'"""
SHOWN = """([first, last]) => {
  const rows = [...document.querySelectorAll('.plan-grid .ag-center-cols-container .ag-row')];
  const there = rows.map((row) => Number(row.getAttribute('row-index')));
  const drawn = (row) => row.querySelector('[col-id=account] b') && row.querySelector('[col-id=plan]')?.textContent;
  return there.includes(first) && there.includes(last) && rows.every(drawn);
}"""
GOOD_OF = {FIELDS[name].title.lower(): good for good, name in RATING_OF.items()}


@dataclass(frozen=True)
class Knows:
    """What a newcomer says of a list, besides what its key says.

    Attributes:
        hours: a week, for winning work, as typed.
        columns: field by header, of columns that were taken for something else.
        answers: by words of the question, to what the list may leave open.
    """

    hours: str
    columns: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)


LISTS = {
    "strategy_boutique": Knows("8", answers={"Is “Worth to us (£k)”": PAY}),
    "steuerkanzlei": Knows("5", columns={"Rechtsform": "Type"}),
    "crm_companies_and_deals": Knows("7", answers={"Is “Amount”": "What a deal pays us"}),
    "law_firm_partners": Knows(
        "6",
        answers={
            "Is “Rev FY26”": PAY,
            "Which hours are those in “BD hrs YTD”": "Of nine months",
        },
    ),
    "garden_designer": Knows(
        "3",
        columns={"Likely?": "Chance"},
        answers={
            "Does “Person / place”": "Yes",
            "Is “Job worth”": PAY,
            "accounts of 10 do not say": "Both",
        },
    ),
    "solo_coach": Knows("6", answers={"Is “Money": PAY}),
}


class Newcomer:
    """Does one thing after the other on the page, and counts."""

    def __init__(self, page, name):
        self.page, self.name, self.clicks = page, name, 0
        self.key = json.loads((FOLDER / name / "expected.json").read_text())
        self.knows = LISTS[name]

    def click(self, what):
        self.clicks += 1
        (self.page.locator(what).first if isinstance(what, str) else what).click()

    def answered(self, what):
        """Click, and wait until the question is another one, and the plan that of the answer."""
        before = self.page.inner_text(".question")
        self.click(what)
        self.page.wait_for_function(ANSWERED, arg=before)

    def drop(self):
        self.click("text=Upload your client list")
        self.clicks += 1
        self.page.wait_for_selector("#upload input", state="attached")
        self.page.set_input_files("#upload input", [FOLDER / self.name / file for file in self.key["files"]])
        expect(self.page.locator("h1")).to_contain_text(f"{len(self.key['accounts'])} accounts in ")

    def correct(self):
        """Say of columns and questions what the list itself does not."""
        for header, title in self.knows.columns.items():
            chip = self.page.locator(f".chip-button[aria-label*='{header}']")
            if title in chip.inner_text():
                continue  # it is read so
            self.click(chip)
            self.page.wait_for_selector("#column-none")
            choice = self.page.locator(".mantine-Modal-content").get_by_role("button", name=title, exact=True)
            if choice.count():
                self.click(choice)
            else:
                self.click("#column-field")
                self.click(self.page.get_by_role("option", name=title, exact=True))
            expect(chip).to_contain_text(title)
        for beginning, answer in self.knows.answers.items():
            asked = self.page.locator(".ask", has_text=beginning)
            if not asked.count():
                continue  # the list says so itself, or an answer before did
            self.click(asked.get_by_role("button", name=answer).first)
            expect(asked).to_have_count(0)

    def answer(self):
        """The questions of the plan that a newcomer has something to say to; the others are left."""
        self.page.wait_for_selector(".question h3")
        self.skip_to("How many hours a week")
        self.clicks += 1
        self.page.fill("#answer-text", self.knows.hours)
        self.answered("#answer-save")
        self.skip_to("Are these guesses right?")
        for row in self.page.locator(".say-row").all():
            said = self.known_of(row.locator(".say-name span").first.inner_text())
            if said:
                self.click(row.locator("label", has_text=re.compile(f"^{said}$")))
        self.answered("#answer-save")

    def skip_to(self, beginning):
        while not self.page.inner_text(".question h3").startswith(beginning):
            self.answered("#answer-skip")

    def known_of(self, guess):
        """What the key says of a guess such as `Acme: good for others`: "yes", "no", or nothing."""
        account, _, words = guess.rpartition(": ")
        sides = self.key["good"].get(GOOD_OF[words], {})
        return next((side for side, names in sides.items() if account in names), "")


@pytest.fixture
def on_the_day_of_the_keys(monkeypatch):
    """Plans of dropped lists start on the day that the keys were written for."""
    take = upload_callbacks.take_draft

    def take_then(service, workspace, files):
        service.store.change(workspace, lambda work: with_settings(work, plan_start=TODAY.isoformat()))
        return take(service, workspace, files)

    monkeypatch.setattr(upload_callbacks, "take_draft", take_then)


def every_hour_on_screen(page):
    """Planned hours by account of the whole table, scrolled through."""
    rows = page.evaluate("() => window.dash_ag_grid.getApi('plan-grid').getDisplayedRowCount()")
    seen = {}
    for at in range(0, rows, 8):
        page.evaluate("at => window.dash_ag_grid.getApi('plan-grid').ensureIndexVisible(at, 'top')", at)
        page.wait_for_function(SHOWN, arg=[at, min(at + 7, rows - 1)])
        seen |= hours_on_screen(page)
    assert len(seen) == rows
    return seen


def hours_of_workbook(content):
    """Planned hours by account as the workbook's Plan sheet has them."""
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name("Plan").to_python()
    at = next(at for at, row in enumerate(rows) if "Account" in row and "Hours planned" in row)
    account, planned = rows[at].index("Account"), rows[at].index("Hours planned")
    return {row[account]: row[planned] for row in rows[at + 1 :] if row[account]}


@pytest.mark.parametrize("name", LISTS)
def test_a_newcomer_gets_from_a_list_to_its_plan_and_takes_it_along(open_page, on_the_day_of_the_keys, name):
    began = time.monotonic()
    page = open_page("/")
    newcomer = Newcomer(page, name)
    newcomer.drop()
    newcomer.correct()
    newcomer.click("#draft-use")
    newcomer.answer()
    seconds, seen, headline = time.monotonic() - began, every_hour_on_screen(page), page.inner_text("#plan-top h1")
    newcomer.clicks += 1
    go(page, "export", ".export-main")
    assert page.inner_text(".export-headline").startswith(headline.removesuffix("."))
    with page.expect_download() as download:
        newcomer.click("text=Download the workbook")
    print(f"{name}: {newcomer.clicks} clicks, {seconds:.1f} s to the plan")  # noqa: T201, told with `pytest -s`

    content = download.value.path().read_bytes()
    assert {account: hours_of_workbook(content)[account] for account in seen} == pytest.approx(seen)
    again = planner.plan(planner.read_roster(content, name="plan.xlsx"))
    planned = dict(zip(again.roster.names, again.allocation.hours, strict=True))
    assert {account: planned[account] for account in seen} == pytest.approx(seen)
    found = held_against_key(Reading(newcomer.key, check_json(again.roster), again.frame))
    assert [one.what for one in found if not one.right] == []
    assert newcomer.clicks <= MOST_CLICKS
