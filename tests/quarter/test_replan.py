"""The rest of a quarter planned again, held against an independent solve and the old rest."""

import dataclasses
import datetime as dt

import numpy as np
import pytest

import planner
from planner.allocation.solution import added
from planner.pipeline import PlanInputs, plan_inputs
from planner.quarter.moves import Move, gain_of, verdict
from planner.quarter.progress import QuarterPlan
from planner.quarter.reasons import FewerHours
from planner.quarter.replan import Rest, old_rest, replan, rest_problem
from planner.quarter.spent import HoursSpent, as_frame
from planner.quarter.track import quarter_plan
from tests.readers.make import sheet_roster

HEADER = ["Account", "Relationship", "Owner", "Annual fee", "Chance", "Good for others", "Builds strengths"]
ROWS = [
    ["Northvale Water", "client", "Ann", 90_000, 0.9, 1, 0],
    ["Selwick Robotics", "prospect", "Bob", 60_000, 0.5, 0, 4],
    ["Tollard Bank", "prospect", "Ann; Bob", 50_000, 0.4, 0, 0],
    ["St Mary's Hospice", "client", "Bob", 8_000, 0.9, 5, 0],
    ["Fenwick Games", "prospect", "Ann", 30_000, 0.3, 0, 5],
    ["Hexley Brewing", "prospect", "Ann; Bob", 12_000, 0.2, 0, 0],
    ["Orchard Trust", "prospect", "Ann; Bob", 15_000, 0.5, 4, 2],
]


@pytest.fixture(scope="module")
def inputs() -> PlanInputs:
    return plan_inputs(sheet_roster(HEADER, *ROWS), {"hours": 80, "plan_start": "2026-11-30", "balance": "20/30/50"})


def test_hours_on_more_accounts_than_a_person_may_serve_leave_a_rest() -> None:
    settings = {"hours": 80, "plan_start": "2026-11-30", "max_accounts_per_person": 2}
    inputs = plan_inputs(sheet_roster(HEADER, *ROWS), settings)
    planned = quarter_plan(planner.plan(sheet_roster(HEADER, *ROWS), **settings))
    spent = HoursSpent(as_frame((account, "Ann", None, 1.0, "typed", "") for account in (0, 1, 2, 3, 4, 6)))
    rest = replan(inputs, planned, spent, 11.0)
    assert rest.hours_left == pytest.approx(74)
    assert (rest.plan.allocation.hours[[0, 1, 2, 3, 4, 6]] >= 1).all()


@pytest.fixture(scope="module")
def plan(inputs: PlanInputs) -> planner.Plan:
    return planner.plan(sheet_roster(HEADER, *ROWS), hours=80, plan_start="2026-11-30", balance="20/30/50")


@pytest.fixture(scope="module")
def quarter(plan: planner.Plan) -> QuarterPlan:
    return quarter_plan(plan)


def spent(*entries: tuple[int, str, float]) -> HoursSpent:
    return HoursSpent(as_frame([(i, who, dt.date(2026, 12, 5), h, "typed", "") for i, who, h in entries]))


def followed(quarter: QuarterPlan, share: float) -> HoursSpent:
    """So much of the plan done, exactly as planned, in half hours."""
    return spent(*((i, who, np.floor(2 * h * share) / 2) for (i, who), h in quarter.split.items()))


def hours(rest: Rest) -> list[float]:
    return rest.plan.allocation.hours.tolist()


def test_with_nothing_spent_it_is_the_plan_itself(inputs, plan, quarter):
    rest = replan(inputs, quarter, HoursSpent(), 13)
    assert hours(rest) == pytest.approx(plan.allocation.hours.tolist())
    assert not rest.moves
    assert rest.hours_left == 80


def test_with_the_plan_followed_it_is_the_rest_of_it(inputs, plan, quarter):
    rest = replan(inputs, quarter, followed(quarter, 0.4), 8)
    assert hours(rest) == pytest.approx(plan.allocation.hours.tolist())
    assert not rest.moves


def test_what_is_done_stays_with_who_did_it(inputs, quarter):
    rest = replan(inputs, quarter, spent((5, "Ann", 9.0), (2, "Bob", 3.5)), 8)
    by_person = rest.plan.allocation.by_person
    people = [person.name for person in rest.plan.team.people]
    assert by_person[5, people.index("Ann")] >= 9.0
    assert by_person[2, people.index("Bob")] >= 3.5


def test_nobody_gets_more_hours_than_are_left(inputs, quarter):
    rest = replan(inputs, quarter, spent((5, "Ann", 39.0)), 8)
    people = [person.name for person in rest.plan.team.people]
    for p, person in enumerate(people):
        used = sum(h for (_, who), h in rest.plan.allocation.by_person.items() if who == p)
        assert used <= 40 + 1e-6, person
    assert rest.hours_left == 41


def test_hours_that_name_nobody_are_not_planned_a_second_time(inputs, quarter):
    rest = replan(inputs, quarter, spent((0, "", 9.0), (2, "", 3.0)), 8)
    assert rest.hours_left == 68
    outside = replan(inputs, quarter, spent((0, "Zoe", 9.0)), 8)
    assert outside.hours_left == 80


def test_hours_that_went_beyond_the_plan_are_said_to_be_lacking_not_to_bring_more_elsewhere() -> None:
    """Bob has one account more than he has hours for: what the others lose goes nowhere."""
    rows = [[f"Client {at}", "client", "Bob", 40_000, 0.9, 0, 0] for at in range(4)]
    settings = {"hours": 24, "plan_start": "2026-11-30", "max_share_per_account": 1}
    inputs = plan_inputs(sheet_roster(HEADER, *rows), settings)
    planned = quarter_plan(planner.plan(sheet_roster(HEADER, *rows), **settings))
    rest = replan(inputs, planned, spent((0, "Bob", 14.0)), 8)
    assert rest.lacking == {"Bob": 8.0}
    assert {move.why for move in rest.moves} == {"fewer hours are left than planned"}
    assert verdict(rest, "£") == "The plan still asks Bob for 8 h more than are left. 3 accounts give way."
    assert replan(inputs, planned, HoursSpent(), 13).lacking == {}


def test_one_move_alone_brings_what_it_brings(inputs, quarter):
    rest = replan(inputs, quarter, HoursSpent(), 8)
    move = Move("Northvale Water", 4, 8, "")
    one, two = (dataclasses.replace(rest, money=900.0, points=0.0, moves=(move,) * number) for number in (1, 2))
    assert gain_of(one, "£") == "; it brings £900 of expected margin a year"
    assert gain_of(two, "£") == "; together they bring £900 of expected margin a year"


def test_hours_that_a_person_does_not_have_are_not_planned(inputs, quarter):
    rest = replan(inputs, quarter, HoursSpent(), 8, [FewerHours("Bob", 12, "on site")])
    assert rest.hours_left == 68
    assert sum(hours(rest)) <= 68 + 1e-6


@pytest.mark.parametrize("seed", range(12))
def test_a_new_rest_is_never_worse_than_keeping_to_the_old_one(inputs, plan, quarter, seed):
    random = np.random.default_rng(seed)
    people = ["Ann", "Bob"]
    entries = [
        (int(i), people[random.integers(2)], float(random.integers(1, 16)) / 2)
        for i in random.choice(len(ROWS), size=4, replace=False)
    ]
    done = spent(*entries)
    rest = replan(inputs, quarter, done, 8)
    problem = rest_problem(inputs.problem, quarter, done)
    kept = old_rest(problem, inputs.problem, quarter, problem.done).sum(axis=1)
    ideal = rest.plan.allocation.ideal
    weights = np.divide(problem.weights, ideal, out=np.zeros(3), where=ideal > 0)

    def reached(split: np.ndarray) -> float:
        short = np.maximum(
            (problem.aim - problem.tolerance) * rest.plan.allocation.usable - _counted(problem, split), 0
        )
        return float(weights @ added(problem, split, exact=True) - short.sum() / problem.total_hours)

    assert reached(np.array(hours(rest))) >= reached(kept) - 0.003


def _counted(problem, split):
    from planner.allocation.solution import counts

    return counts(problem, split).sum(axis=0)


def test_every_move_has_a_reason_and_adds_up(inputs, quarter):
    done = HoursSpent(
        as_frame([(5, "Ann", dt.date(2026, 12, 5), 9.0, "typed", "")]), why_different={5: "more needed: one more round"}
    )
    rest = replan(inputs, quarter, done, 8)
    assert all(move.why for move in rest.moves)
    assert rest.moves
    after = {move.account: move.after for move in rest.moves}
    for name, total in zip(rest.plan.roster.names, hours(rest), strict=True):
        if name in after:
            assert after[name] == pytest.approx(total - (9.0 if name == "Hexley Brewing" else 0.0))


def test_whose_time_is_missing_is_no_reason_of_the_accounts_own_move(inputs: PlanInputs, plan: planner.Plan) -> None:
    why = dict.fromkeys(range(len(ROWS)), "our time: on site")
    spent = HoursSpent(as_frame([(5, "Ann", None, 6.0, "typed", "")]), why_different=why)
    rest = replan(inputs, quarter_plan(plan), spent, 11.0, [FewerHours("Ann", 20.0, "on site")])
    assert rest.moves
    assert not any("our time" in move.why for move in rest.moves)
