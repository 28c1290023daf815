"""What `check` tells is all that a plan of the same list would find wrong."""

from __future__ import annotations

import pytest

import planner
from planner.commands.check import as_told
from planner.roster.roster import Roster
from planner.vocabulary import Severity
from tests.readers.make import workbook_roster

CLIENTS = [["Account", "Type", "Fee", "Hours now", "Response same"], ["Acme", "client", 1000, 4, 80]]
LIMIT = ["what", "sense", "amount"]


@pytest.mark.parametrize("sheets", [{}, {"Fit": [["criterion", "weight"], ["Chemistry", 2]]}])
def test_every_issue_of_the_plan_is_told(sheets: dict[str, list[list[object]]]) -> None:
    roster: Roster = workbook_roster({"Clients": CLIENTS, **sheets})
    told = as_told(roster, {"hours": 20}).issues
    assert told == planner.plan(roster, hours=20).issues
    assert len(told) > len(roster.issues)
    assert "answers-incomplete" in {issue.code for issue in told}


def test_what_ends_the_plan_is_told_as_an_error() -> None:
    roster = workbook_roster({"Clients": CLIENTS, "Limits": [LIMIT, ["Acme", "at mostly", 5]]})
    (error,) = (issue for issue in as_told(roster, {}).issues if issue.severity is Severity.ERROR)
    with pytest.raises(planner.PlannerError) as refused:
        planner.plan(roster)
    assert error.message == f"No plan can be made of this as it stands. {refused.value}"


def test_a_list_without_accounts_says_why_once() -> None:
    roster = workbook_roster({"Clients": [*CLIENTS[:1]]})
    errors = [issue for issue in as_told(roster, {}).issues if issue.severity is Severity.ERROR]
    assert len(errors) == 1
