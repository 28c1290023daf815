"""What clicks mean: balance, hours, locks, ratings; refused in a sentence when they cannot be."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.state.edits import (
    cell_edits,
    confirm,
    fix_hours,
    leave_out,
    let_plan_decide,
    row_action,
    with_balance,
    with_balance_weight,
    with_cap,
    with_hours,
    with_leeway,
    with_offered_balance,
    with_offered_hours,
    with_own_split,
    with_setting,
)
from dashboard.state.history import redo, undo
from dashboard.state.list_loading import with_changes
from dashboard.state.workspace import Workspace
from planner.balance import Balance
from planner.errors import SettingError
from planner.fields import Field
from planner.goods import Good
from planner.pipeline import plan as make_plan


@settings(max_examples=40)
@given(st.integers(0, 100), st.integers(0, 100))
def test_any_balance_of_the_sliders_is_one_the_planner_reads(first, second):
    others, strengths = min(first, 100 - second), min(second, 100)
    shares = [max(others, 0), strengths, 100 - max(others, 0) - strengths]
    text = with_balance(Workspace(), shares).settings["balance"]
    assert [100 * share for share in Balance.parse(text).shares()] == pytest.approx(shares)


@pytest.mark.parametrize("shares", [[], [50, 50], [0, 0, 0], [-10, 60, 50]])
def test_a_balance_that_is_none_is_refused(shares):
    with pytest.raises(SettingError):
        with_balance(Workspace(), shares)


def test_hours_and_leeway_are_read_as_typed_and_blank_goes_back():
    work = with_leeway(with_hours(Workspace(), "1,250"), 5)
    assert work.settings == {"hours": 1250.0, "tolerance": 0.05}
    assert with_leeway(with_hours(work, ""), None).settings == {}
    with pytest.raises(SettingError, match="not a number"):
        with_hours(Workspace(), "many")


def test_a_setting_is_set_by_name_and_blank_goes_back():
    work = with_setting(with_setting(Workspace(), "max_accounts", "12"), "smallest_block", 4)
    assert work.settings == {"max_accounts": 12, "smallest_block": 4.0}
    assert with_setting(work, "max_accounts", "").settings == {"smallest_block": 4.0}


def test_each_setting_of_the_balance_card_is_a_step_that_can_be_undone():
    work = with_cap(with_hours(with_balance(Workspace(), [25, 30, 45]), 320), 0)
    assert [step.label for step in work.done] == ["balance 25/30/45", "320 hours", "no limit of accounts a person"]
    assert undo(undo(undo(work))).settings == {}
    held = with_balance_weight(work, "1000")
    assert held.settings["balance_weight"] == 1000
    assert "balance_weight" not in with_balance_weight(held, "").settings


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("hours", 0, "Hours must be more than 0."),
        ("hours", "-3", "Hours must be more than 0."),
        ("tolerance", 120, "The leeway is from 0 to 100 points."),
        ("max_accounts_per_person", 2.5, "Accounts a person must be a whole number"),
        ("max_accounts", 0, "At least one account must be allowed."),
        ("smallest_block", -1, "Smallest block must not be less than 0."),
    ],
)
def test_what_cannot_be_is_refused_in_plain_words(name, value, sentence):
    with pytest.raises(SettingError, match=sentence):
        with_setting(Workspace(), name, value)


def test_a_guess_is_confirmed_or_dismissed_as_one_step():
    yes = confirm(Workspace(), "Oxfield Trust", Good.OTHERS, True)
    assert yes.overrides["Oxfield Trust"]["rating_others"].value == 4
    no = confirm(yes, "Oxfield Trust", Good.OTHERS, False)
    assert no.overrides["Oxfield Trust"]["rating_others"].value == 0
    assert no.done[-1].label == "Oxfield Trust: good for others is not so"
    assert undo(undo(no)).overrides == {}


def test_buttons_of_a_row_fix_leave_out_and_free(firm):
    at = list(firm.roster.names).index("Brightwater Energy")
    planned = round(float(firm.allocation.hours[at]), 2)
    fixed = row_action(Workspace(), firm, "lock", str(at))
    assert fixed.overrides["Brightwater Energy"][Field.LOCK_HOURS].value == planned
    assert row_action(fixed, firm, "out", str(at)).overrides["Brightwater Energy"][Field.LOCK_HOURS].value == 0
    assert row_action(fixed, firm, "free", str(at)).overrides == {}


def test_hours_typed_into_the_table_fix_them_and_a_blank_frees():
    change = {"colId": "plan", "data": {"account": "Pike Ventures", "plan": "7.5"}}
    work = cell_edits(Workspace(), [change, {"colId": "owner", "data": {"account": "Pike Ventures"}}])
    assert work.overrides["Pike Ventures"][Field.LOCK_HOURS].value == 7.5
    assert cell_edits(work, [{"colId": "plan", "data": {"account": "Pike Ventures", "plan": None}}]).overrides == {}


@pytest.mark.parametrize("hours", [-1, float("nan")])
def test_impossible_hours_are_refused(hours):
    with pytest.raises(SettingError, match="from 0 up"):
        fix_hours(Workspace(), "Pike Ventures", hours)


def test_leaving_out_and_freeing_say_so_for_undo():
    work = let_plan_decide(leave_out(Workspace(), "Oxfield Trust"), "Oxfield Trust")
    assert [step.label for step in work.done] == [
        "leave out Oxfield Trust",
        "let the plan decide about Oxfield Trust",
    ]


def test_a_balance_that_is_offered_is_one_step_that_can_be_undone():
    before = with_balance(Workspace(settings={"hours": 300}), [10, 20, 70])
    taken = with_offered_balance(before, "25/30/45")
    assert taken.settings == {"hours": 300, "balance": "25/30/45"}
    assert taken.done[-1].label == "balance 25/30/45"
    assert undo(taken).settings == before.settings
    assert redo(undo(taken)).settings == taken.settings


def test_a_split_of_ones_own_is_the_plan_and_who_is_not_named_gets_nothing(firm):
    locked = {str(name) for name in firm.roster.names[firm.problem.locked]}
    free = [str(name) for name in firm.roster.names if str(name) not in locked]
    work = with_own_split(Workspace(), firm, {free[0]: 7, free[1]: 3.5})
    plan = make_plan(with_changes(firm.roster, work))
    planned = dict(zip(map(str, plan.roster.names), plan.allocation.hours.tolist(), strict=True))
    assert {name: planned[name] for name in free if planned[name]} == {free[0]: 7, free[1]: 3.5}
    assert [step.label for step in work.done] == ["the hours of your own split"]
    assert undo(work).overrides == {}


def test_hours_that_are_offered_are_the_plans_until_they_are_undone(firm):
    names = [str(name) for name in firm.roster.names]
    order = firm.allocation.hours.argsort()
    offered = dict(zip(names, firm.allocation.hours.tolist(), strict=True))
    most, least = names[order[-1]], names[order[-2]]
    offered[most] -= 4
    offered[least] += 2
    work = with_offered_hours(Workspace(), firm, offered)
    plan = make_plan(with_changes(firm.roster, work))
    planned = dict(zip(names, plan.allocation.hours.tolist(), strict=True))
    assert {name: planned[name] for name in (most, least)} == pytest.approx({n: offered[n] for n in (most, least)})
    assert len(work.done) == 1
    assert undo(work).overrides == {}
    locked = names[int(firm.problem.locked.argmax())]
    assert locked not in work.overrides
