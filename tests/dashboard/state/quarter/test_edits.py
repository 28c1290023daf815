"""A quarter in a workspace: what is kept, that every step can be undone, and what the planner is asked with it."""

import datetime as dt

import dash_mantine_components as dmc
import numpy as np
import pytest

from dashboard import ids
from dashboard.pages.quarter.learned import learned_card
from dashboard.pages.quarter.moves import moves_card
from dashboard.service.drafts import take_draft, use_draft
from dashboard.service.quarters import quarter_on, rest_on
from dashboard.state.changes import with_settings
from dashboard.state.history import redo, undo
from dashboard.state.quarter import edits
from dashboard.state.quarter import next_steps as steps
from dashboard.state.quarter.kept import QuarterWork
from dashboard.state.quarter.standing import followed_plan, quarter_of
from dashboard.state.workspace import Workspace
from dashboard.tables.quarter import batches, lines, reason_text, second_line, undecided
from planner.errors import Contradiction, InputError, SettingError
from planner.quarter.progress import Pace
from planner.quarter.reasons import Reason
from planner.quarter.timesheets import read_timesheet
from tests.readers.make import workbook

ROWS = [
    ["Account", "Relationship", "Owner", "Annual fee", "Chance", "Stage", "Good for others", "Builds strengths"],
    ["Northvale Water", "client", "Ann Lee", 90_000, "90%", "Signed", 1, 0],
    ["Selwick Robotics", "prospect", "Bob Ray", 60_000, "50%", "Proposal", 0, 4],
    ["Tollard Bank", "prospect", "Bob Ray", 40_000, "30%", "Pitch", 0, 0],
    ["St Mary's Hospice", "prospect", "Ann Lee", 8_000, "60%", "Proposal", 5, 0],
    ["Hexley Brewing", "prospect", "Ann Lee", 500, "1%", "Pitch", 0, 0],
    ["Fenwick Games", "prospect", "Ann Lee", 30_000, "30%", "", 0, 5],
    ["Orchard Trust", "prospect", "Bob Ray", 15_000, "50%", "", 4, 2],
    ["Lumen Dental", "prospect", "Bob Ray", 90_000, "40%", "", 0, 0],
]
START = dt.date(2026, 11, 30)
LATER = dt.date(2026, 12, 13)
SETTINGS = [["Setting", "Value"], ["plan_start", START.isoformat()], ["hours", 40], ["max_accounts_per_person", 5]]
HARVEST = b"""Date,Client,Notes,Hours,First Name,Last Name
2026-12-01,Northvale Water,Board paper,3,Ann,Lee
2026-12-02,SELWICK ROBOTICS LTD,Pitch,4.5,Bob,Ray
2026-12-03,Hospice,Lunch,2,Ann,Lee
2026-12-03,Internal,Template,4,Ann,Lee
"""


def take(service, rows=ROWS, name="clients.xlsx"):
    """Drop a list and use it."""
    take_draft(service, "a", [(name, workbook({"Clients": rows, "Settings": SETTINGS}))])
    use_draft(service, "a")
    return service.view("a")


def do(service, edit):
    service.edit("a", edit)
    return service.view("a")


@pytest.fixture
def view(service):
    return take(service)


def spent_by_account(view, day=LATER):
    return {one.account: one.spent for one in quarter_on(view, day).progress.accounts if one.spent}


def test_the_first_hours_keep_the_plan_and_its_first_day_in_one_step(service, view):
    after = do(service, lambda work: edits.add_hours(work, view.plan, "Tollard Bank", "Bob Ray", "2026-12-01", "2½"))
    assert after.work.quarter.followed.start == START.isoformat()
    assert after.work.settings["plan_start"] == START.isoformat()
    assert spent_by_account(after) == {"Tollard Bank": 2.5}
    assert undo(after.work).quarter == QuarterWork()
    assert redo(undo(after.work)).quarter == after.work.quarter


def test_a_later_edit_of_the_list_does_not_change_the_plan_that_is_followed(service, view):
    before = quarter_on(view, LATER).planned
    do(service, lambda work: edits.add_hours(work, view.plan, "Tollard Bank", "", "", 1))
    after = do(service, lambda work: with_settings(work, balance="70/20/10", hours=20))
    planned = followed_plan(after.plan, after.work.quarter)
    assert planned.hours.tolist() == pytest.approx(before.hours.tolist())
    assert after.plan.allocation.hours.sum() < before.hours.sum()
    followed = edits.follow_now(after.work, after.plan).quarter
    assert followed_plan(after.plan, followed).hours.tolist() == pytest.approx(after.plan.allocation.hours.tolist())


def test_hours_that_name_nobody_are_the_owners(service, view):
    after = do(service, lambda work: edits.add_hours(work, view.plan, "Tollard Bank", "", "2026-12-01", 2))
    people = {one.person: one.spent for one in quarter_on(after, LATER).progress.people}
    assert people == {"Ann Lee": 0, "Bob Ray": 2}


@pytest.mark.parametrize(("typed", "spent"), [("2,5", 2.5), ("2½ h", 2.5), ("1:30", 1.5), ("3h", 3.0), (4, 4.0)])
def test_hours_are_typed_as_people_write_them(service, view, typed, spent):
    after = do(service, lambda work: edits.add_hours(work, view.plan, "Tollard Bank", "", "2026-12-01", typed))
    assert spent_by_account(after) == {"Tollard Bank": spent}


def test_more_hours_than_anybody_has_are_refused_as_such(view):
    with pytest.raises(SettingError, match=r"Up to 2,000\sh can be written down at once"):
        edits.add_hours(view.work, view.plan, "Tollard Bank", "", "", "5000")


@pytest.mark.parametrize("amount", ["", "two", "-1", "0", None, "1e9"])
def test_what_is_no_number_of_hours_is_refused(view, amount):
    with pytest.raises(SettingError, match="number above 0"):
        edits.add_hours(view.work, view.plan, "Tollard Bank", "", "", amount)


def test_a_time_sheet_is_kept_as_entries_and_its_names_are_asked_about_once(service, view):
    sheet = read_timesheet(HARVEST, name="harvest.csv")
    after = do(service, lambda work: edits.add_timesheet(work, view.plan, sheet))
    assert spent_by_account(after) == {"Northvale Water": 3, "Selwick Robotics": 4.5}
    matched = quarter_on(after, LATER).matched
    assert [one.accounts for one in matched.unsure] == [("St Mary's Hospice",)]
    assert [one.name for one in matched.unknown] == ["Internal"]
    after = do(service, lambda work: edits.answer_name(work, view.plan, "Hospice", "St Mary's Hospice"))
    after = do(service, lambda work: edits.answer_name(work, view.plan, "Internal", ""))
    quarter = quarter_on(after, LATER)
    assert (quarter.matched.unsure, quarter.matched.unknown) == ((), ())
    assert spent_by_account(after)["St Mary's Hospice"] == 2
    after = do(service, lambda work: edits.ask_name_again(work, "Internal"))
    assert [one.name for one in quarter_on(after, LATER).matched.unknown] == ["Internal"]


def test_a_longer_time_sheet_of_the_same_hours_counts_them_once(service, view):
    longer = HARVEST + b"2026-12-08,Tollard Bank,Lunch,2,Bob,Ray\n"
    for content in (HARVEST, longer):
        sheet = read_timesheet(content, name="harvest.csv")
        after = do(service, lambda work, sheet=sheet: edits.add_timesheet(work, view.plan, sheet))
    assert spent_by_account(after) == {"Northvale Water": 3, "Selwick Robotics": 4.5, "Tollard Bank": 2}
    assert len(batches(after.work.quarter)) == 2
    after = do(service, lambda work: edits.drop_batch(work, next(iter(after.work.quarter.hours))))
    assert spent_by_account(after)["Northvale Water"] == 3


def test_more_entries_than_a_workspace_keeps_are_refused(view, monkeypatch):
    monkeypatch.setattr(edits, "MOST_ENTRIES", 3)
    with pytest.raises(InputError, match="Up to 3 entries"):
        edits.add_timesheet(view.work, view.plan, read_timesheet(HARVEST, name="harvest.csv"))


@pytest.mark.parametrize(
    ("reason", "details", "field", "value"),
    [
        (Reason.THEIR_TIMING, {"date": "2027-02-15"}, "expected_date", "2027-02-15"),
        (Reason.NEW_INFORMATION, {"note": "went to tender", "value": "10 %"}, "probability", "10%"),
        (Reason.NEW_INFORMATION, {"value": "25,000"}, "annual_fee", "25,000"),
        (Reason.NOT_WORTH_IT, {}, "leave_out", "yes"),
        (Reason.MORE_NEEDED, {"amount": 18}, "max_hours", 18.0),
    ],
)
def test_a_reason_becomes_a_fact_with_its_day_and_author_and_goes_with_it(service, view, reason, details, field, value):
    quarter = quarter_on(view, LATER)
    text = reason_text(reason, **details)
    give = lambda work: edits.give_reason(  # noqa: E731
        work, view.plan, quarter, "Lumen Dental", reason, text, by="Ann Lee", today=LATER
    )
    after = do(service, give)
    fact = after.work.overrides["Lumen Dental"][field]
    assert (fact.value, fact.by, fact.day) == (value, "Ann Lee", LATER.isoformat())
    assert fact.why.lower().startswith(str(reason))
    given = next(line for line in lines(quarter_on(after, LATER), after.work.quarter) if line.account == "Lumen Dental")
    assert given.given.by == "Ann Lee"
    assert undo(after.work).overrides == {}
    back = edits.take_back_reason(after.work, "Lumen Dental")
    assert (back.overrides, back.quarter.reasons) == ({}, {})


def test_our_own_time_takes_hours_from_the_rest(service, view):
    quarter = quarter_on(view, LATER)
    text = reason_text(Reason.OUR_TIME, "on site", amount=12)
    after = do(
        service,
        lambda work: edits.give_reason(
            work, view.plan, quarter, "Tollard Bank", Reason.OUR_TIME, text, person="Bob Ray", today=LATER
        ),
    )
    assert after.work.overrides == {}
    assert rest_on(service, after, LATER).hours_left == pytest.approx(28)


def test_a_reason_that_says_too_little_is_asked_about(view):
    quarter = quarter_on(view, LATER)
    with pytest.raises(SettingError, match="Give a chance"):
        edits.give_reason(view.work, view.plan, quarter, "Tollard Bank", Reason.NEW_INFORMATION, today=LATER)


def with_a_lost_account(service, view):
    quarter = quarter_on(view, LATER)
    return do(
        service,
        lambda work: edits.give_reason(work, view.plan, quarter, "Selwick Robotics", Reason.NOT_WORTH_IT, today=LATER),
    )


def test_all_moves_taken_are_the_plan_that_is_followed_and_nothing_is_left_to_move(service, view):
    view = with_a_lost_account(service, view)
    rest, quarter = rest_on(service, view, LATER), quarter_on(view, LATER)
    names = [move.account for move in rest.moves]
    assert "Selwick Robotics" in names
    after = do(service, lambda work: steps.take_moves(work, view.plan, quarter, rest, names, LATER))
    planned = followed_plan(after.plan, after.work.quarter)
    assert planned.hours.tolist() == pytest.approx(rest.plan.allocation.hours.tolist())
    assert [move.account for move in after.work.quarter.moves] == names
    assert rest_on(service, after, LATER).moves == ()


def test_one_move_leaves_the_others_at_their_old_hours(service, view):
    view = with_a_lost_account(service, view)
    rest, quarter = rest_on(service, view, LATER), quarter_on(view, LATER)
    after = do(service, lambda work: steps.take_moves(work, view.plan, quarter, rest, ["Selwick Robotics"], LATER))
    before, now = quarter.planned.hours, followed_plan(after.plan, after.work.quarter).hours
    assert now[1] == 0 < before[1]
    assert np.delete(now, 1).tolist() == pytest.approx(np.delete(before, 1).tolist())


def test_a_move_that_cannot_hold_alone_says_what_else_must_move(service, view):
    quarter = quarter_on(view, LATER)
    after = do(
        service,
        lambda work: edits.give_reason(
            work, view.plan, quarter, "Tollard Bank", Reason.NEW_INFORMATION, "400,000", today=LATER
        ),
    )
    rest, quarter = rest_on(service, after, LATER), quarter_on(after, LATER)
    assert rest.moves
    more = [move.account for move in rest.moves if move.after > move.before]
    with pytest.raises(Contradiction, match="Take a move that frees hours first"):
        steps.take_moves(after.work, after.plan, quarter, rest, more, LATER)


def test_next_months_list_keeps_hours_and_the_plan_followed_where_an_account_is_gone(service, view):
    do(service, lambda work: edits.add_hours(work, view.plan, "Selwick Robotics", "", "2026-12-01", 3))
    rows = [row for row in ROWS if row[0] != "Selwick Robotics"] + [
        ["Marlow Press", "prospect", "Bob Ray", 20_000, "40%", "Pitch", 2, 0]
    ]
    after = take(service, rows, "december.xlsx")
    quarter = quarter_on(after, LATER)
    assert spent_by_account(after) == {"Selwick Robotics": 3}
    assert quarter.planned.names[-1] == "Selwick Robotics"
    assert rest_on(service, after, LATER).hours_left == pytest.approx(37)


def test_another_list_begins_with_no_hours(service, view):
    do(service, lambda work: edits.add_hours(work, view.plan, "Selwick Robotics", "", "2026-12-01", 3))
    other = [["Client", "Lead", "Fee"], ["Abbey Foods", "Cy", 10_000], ["Birch Legal", "Cy", 20_000]]
    after = take(service, other, "other.xlsx")
    assert after.work.quarter == QuarterWork()


def test_the_end_of_a_quarter_is_on_record_and_the_next_begins_empty(service, view):
    do(service, lambda work: edits.add_hours(work, view.plan, "Northvale Water", "", "2026-12-01", 6))
    after = do(service, lambda work: edits.toggle_outcome(work, view.plan, "Selwick Robotics", "won"))
    end = dt.date(2027, 2, 28)
    quarter = quarter_on(after, end)
    assert "Of 1 decided" in quarter.learned.sentence
    assert ("Selwick Robotics", "won") in undecided(quarter, after.work.quarter)
    after = do(service, lambda work: steps.end_quarter(work, quarter))
    kept = after.work.quarter
    assert (kept.followed, kept.hours, kept.outcomes) == (None, {}, {})
    assert kept.past[0].hours_spent == 6
    assert after.plan.settings.plan_start == dt.date(2027, 3, 1)
    assert undo(after.work).quarter.followed is not None


def test_after_the_end_nothing_is_planned_again_and_the_next_quarter_comes_first(service, view):
    after = do(service, lambda work: edits.add_hours(work, view.plan, "Northvale Water", "", "2026-12-01", 6))
    quarter = quarter_on(after, dt.date(2027, 3, 5))
    assert moves_card(quarter, None).children[1].children == "Nothing is left of this quarter to plan again."
    learned = learned_card(quarter, after.work.quarter).children
    begin = next(one for one in learned if isinstance(one, dmc.Button) and one.id == ids.NEXT_QUARTER)
    assert begin.variant == "filled"


def test_own_win_rates_become_the_chances_of_what_is_open(service, view):
    quarter = quarter_on(view, LATER)
    learned = quarter.learned.__class__("", None, (), (), {"Pitch": 0.4})
    object.__setattr__(quarter, "learned", learned)
    after = steps.use_own_rates(view.work, quarter, LATER)
    assert {name: one["probability"].value for name, one in after.overrides.items()} == {
        "Tollard Bank": 0.4,
        "Hexley Brewing": 0.4,
    }


def test_work_that_knew_of_no_quarter_is_understood(service):
    old = Workspace.model_validate_json('{"settings": {"hours": 400}, "done": [], "overrides": {}}')
    assert old.quarter == QuarterWork()


def test_behind_and_rested_accounts_offer_their_own_reasons(service, view):
    after = do(service, lambda work: edits.add_hours(work, view.plan, "Hexley Brewing", "", "2026-12-01", 6))
    quarter = quarter_of(after.plan, after.work.quarter, dt.date(2027, 1, 30))
    found = {line.account: line for line in lines(quarter, after.work.quarter)}
    pace = {one.account: one.pace for one in quarter.progress.accounts}
    assert pace["Hexley Brewing"] is Pace.RESTED
    assert found["Hexley Brewing"].chips == (Reason.MORE_NEEDED,)
    behind = next(name for name, one in pace.items() if one is Pace.BEHIND)
    assert Reason.NOT_WORTH_IT in found[behind].chips
    assert "6 h went to accounts the plan rests." in second_line(quarter.progress)
