"""What was paid this year and last, work that rests, sales that begin, and reasons behind an outcome."""

import pytest

from planner.fields import Field
from planner.parsing.standing.relationships import remarked_relationship
from planner.parsing.standing.stages import outcome_of
from planner.settings import Settings
from tests.detection.test_first_lists import TODAY, relationships
from tests.detection.test_working_lists import fees
from tests.readers.make import sheet_roster, workbook_roster

FIXED = Settings(plan_start=TODAY)


def test_who_was_billed_this_year_so_far_is_a_client_and_who_never_was_is_none():
    rows = [
        ["Who", "What they do", "Last job", "£ last yr", "£ this yr so far", "Now what"],
        ["Kettle & Co", "Tea brand", "Website refresh Sept", "4,200", "6,850", "asked for a quote for packaging"],
        ["Rowan Legal", "Solicitors", "Blog retainer", "7,200", "6,600", "happy"],
        ["Northgate Uni", "University", "Prospectus 2024", "11,000", "-", "tender due out Feb"],
        ["Marlow Estates", "Estate agent", "never", "", "", "met at a breakfast, sent portfolio"],
        ["Fizz Agency", "Design agency", "ad hoc", "9,400", "12,150", "passes on her overflow"],
        ["Old Barn Kitchens", "Kitchens", "Brochure 2022", "", "", "gone bust"],
        ["Zest Gyms", "Gym chain", "", "", "", "said no in June, budget. try again new year"],
    ]
    roster = workbook_roster({"Sheet1": rows}, settings=FIXED)
    assert relationships(roster) == {
        "Kettle & Co": "client", "Rowan Legal": "client", "Northgate Uni": "client", "Marlow Estates": "prospect",
        "Fizz Agency": "client", "Old Barn Kitchens": "past client", "Zest Gyms": "",
    }  # fmt: skip
    assert [question.default for question in roster.questions if question.code == "relationship"] == ["prospect"]


def test_work_that_pauses_is_that_of_a_client_and_a_first_call_that_of_a_prospect():
    roster = sheet_roster(
        ["Client Name", "Monthly $", "Status", "Notes"],
        ["Blue Heron Yoga", "$325", "Active", ""],
        ["Mason Roofing", "$1,150", "Active", ""],
        ["Pita Palace", "$325", "Paused - winter", "back in April"],
        ["Hale Chiropractic", "$900", "Proposal out", ""],
        ["Lakeside Brewing", "$1,300", "Discovery call 12/4", ""],
        settings=FIXED,
    )
    assert relationships(roster) == {
        "Blue Heron Yoga": "client", "Mason Roofing": "client", "Pita Palace": "client",
        "Hale Chiropractic": "prospect", "Lakeside Brewing": "prospect",
    }  # fmt: skip
    assert fees(roster)["Pita Palace"] == 3_900
    assert "Pita Palace" in {roster.names[account] for account in roster.left_out}
    assert roster.number(Field.PROBABILITY)[4] == 0.1


@pytest.mark.parametrize(
    ("stage", "outcome"),
    [
        ("Not proceeding - too dear", "lost"),
        ("Declined (price)", "lost"),
        ("Accepted: start in January", "won"),
        ("Live - proposal for phase 2", ""),
        ("Building - quote sent", ""),
        ("Signed - cancelled", ""),
        ("fell through", "lost"),
    ],
)
def test_an_outcome_before_its_reason(stage, outcome):
    assert outcome_of(stage) == outcome


@pytest.mark.parametrize(
    ("text", "relationship"),
    [
        ("Old client since 1998. Knows the mill owners", "client"),
        ("longstanding, no trouble", None),
        ("old client, moved away", "past client"),
        ("client since 2019", "client"),
    ],
)
def test_who_has_been_a_client_for_long_is_one_still(text, relationship):
    assert remarked_relationship(text) == relationship
