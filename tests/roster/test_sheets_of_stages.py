"""Sheets called after stages of work, sheets of invoices by year with enquiries beside them."""

import datetime as dt

import numpy as np
import pytest

from planner.fields import Field
from planner.parsing.standing.sheet_names import relationship_of_sheet, stage_of_sheet
from planner.settings import Settings
from planner.vocabulary import Grain
from tests.detection.test_first_lists import TODAY, relationships
from tests.detection.test_working_lists import fees
from tests.readers.make import workbook_roster

FIXED = Settings(plan_start=TODAY)
HEAD = ["Project", "Client", "Fee", "Notes"]
JOBS = {
    "Leads": [HEAD, ["Roof garden", "Dunbar Hotels", 24_000, "met"], ["Grounds", "St Bede", "8k?", "bid due 14 Dec"]],
    "Quoted": [HEAD, ["Plaza", "Corrie Council", 42_000, ""], ["Courtyard", "Halden Care", 16_500, "likes us, 70%"]],
    "On site": [HEAD, ["Masterplan", "Blyth Estate", 88_000, ""], ["Play park", "Corrie Council", 19_000, ""]],
    "Done": [HEAD, ["Terrace", "Dunbar Hotels", 11_000, ""], ["Walled garden", "Lady Ross", 27_000, ""]],
    "Dead": [HEAD, ["Cemetery", "Moor Parish", 6_000, "gave it to a nephew"]],
}


def chances(roster):
    return dict(zip(roster.names.tolist(), roster.number(Field.PROBABILITY).tolist(), strict=True))


def test_sheets_called_after_stages_are_one_list_of_jobs_in_those_stages():
    roster = workbook_roster(JOBS, settings=FIXED)
    assert roster.source.grain is Grain.OPPORTUNITY
    assert relationships(roster) == {
        "Dunbar Hotels": "client", "St Bede": "", "Corrie Council": "client", "Halden Care": "",
        "Blyth Estate": "client", "Lady Ross": "client", "Moor Parish": "",
    }  # fmt: skip
    assert chances(roster)["Halden Care"] == 0.7
    assert chances(roster)["Corrie Council"] == 0.4
    assert not np.any(roster.text(Field.OWNER) != "")
    assert "Moor Parish" in {roster.names[account] for account in roster.left_out}
    assert roster.deals is not None
    assert np.datetime64("2026-12-14") in roster.deals.expected


def test_sheets_that_say_who_is_a_prospect_stay_a_list_of_accounts():
    sheets = {name: JOBS[name] for name in ("Leads", "Quoted")}
    assert workbook_roster(sheets, settings=FIXED).source.grain is Grain.ACCOUNT


def test_invoices_on_sheets_of_years_are_those_of_a_year_and_enquiries_stand_beside_them():
    head = ["Client", "Shoot", "Date", "Invoiced", "Paid?"]
    roster = workbook_roster(
        {
            "2026": [
                head,
                ["Ember", "Menu", dt.date(2026, 2, 3), 1_200, "y"],
                ["Ember", "Xmas menu", dt.date(2026, 10, 9), 950, "y"],
                ["Whitfield", "Prospectus", dt.date(2026, 9, 20), 3_800, "n"],
            ],
            "2025": [
                head,
                ["Ember", "Interiors", dt.date(2025, 3, 3), 1_500, "y"],
                ["Whitfield", "Open day", dt.date(2025, 9, 2), 1_800, "y"],
                ["Croft Gin", "Launch", dt.date(2025, 6, 6), 2_200, "y"],
            ],
            "Enquiries": [
                ["Who", "What", "Quote", "Status", "Came from"],
                ["Peel Hotels", "Rooms x 3", "£4,500", "waiting", "Whitfield"],
                ["Nora Finch", "wedding", "£1,800", "no - dont do weddings", "web"],
                ["Sunray", "drone", "£900", "to quote", "web"],
            ],
        },
        settings=FIXED,
    )
    assert relationships(roster) == {
        "Ember": "client", "Whitfield": "client", "Croft Gin": "past client",
        "Peel Hotels": "", "Nora Finch": "", "Sunray": "",
    }  # fmt: skip
    assert fees(roster)["Ember"] == 2_150
    assert fees(roster)["Whitfield"] == 3_800
    assert chances(roster)["Peel Hotels"] == 0.4
    assert chances(roster)["Sunray"] == 0.3
    assert {roster.names[account] for account in roster.left_out} == {"Nora Finch"}


@pytest.mark.parametrize(
    ("sheet", "relationship", "stage"),
    [
        ("On site", "client", True),
        ("Done", "past client", True),
        ("Enquiries", "prospect", True),
        ("London", None, False),
    ],
)
def test_what_sheets_of_work_say(sheet, relationship, stage):
    assert relationship_of_sheet(sheet) == relationship
    assert stage_of_sheet(sheet) is stage
