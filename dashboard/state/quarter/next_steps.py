"""What leads on in a quarter: moves of the rest taken, own win rates taken, the next quarter begun."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import TYPE_CHECKING

from dashboard.state.changes import change_quarter
from dashboard.state.quarter.kept import (
    AcceptedMove,
    FollowedAccount,
    Key,
    PastQuarter,
)
from dashboard.state.quarter.standing import of_list, snapshot
from dashboard.state.workspace import Json, Override, Workspace
from planner.fields import Field
from planner.parsing.names import fold
from planner.quarter.calibration import read_outcome
from planner.quarter.replan import partly
from planner.text import count, hours

if TYPE_CHECKING:
    from planner.quarter.quarter import Quarter
    from planner.quarter.replan import Rest
    from planner.result import Plan


def take_moves(
    work: Workspace, plan: Plan, quarter: Quarter, rest: Rest, accounts: Collection[str], today: dt.date
) -> Workspace:
    """Accept some or all moves of the rest that was planned again; the plan that is followed has them then.

    Raises:
        Contradiction: where some cannot hold without others, with which.
    """
    moves = [move for move in rest.moves if move.account in accounts]
    if not moves:
        return work
    whole = len(moves) == len(rest.moves)
    now = rest.plan.allocation if whole else partly(rest, of_list(quarter.planned, plan), {m.account for m in moves})
    parts: dict[int, dict[str, float]] = {}
    for (account, person), amount in now.by_person.items():
        parts.setdefault(account, {})[rest.plan.problem.people[person].name] = float(amount)
    place = {name: i for i, name in enumerate(quarter.planned.names)}
    begun = work.quarter.followed or snapshot(plan)
    lines = dict(begun.accounts)
    own = {fold(name): name for name in lines}
    for move in moves:
        at = place[move.account]
        key = own.get(fold(move.account), move.account)
        line = lines.get(key) or FollowedAccount(
            hours=0.0, owner=quarter.planned.owners[at], counts=tuple(map(float, quarter.planned.counts[at]))
        )
        lines[key] = line.model_copy(update={"hours": float(now.hours[at]), "split": parts.get(at, {})})
    accepted = [
        AcceptedMove(account=one.account, before=one.before, after=one.after, why=one.why, day=today.isoformat())
        for one in moves
    ]
    changes: dict[Key, Json] = {
        ("followed",): begun.model_copy(update={"accounts": lines}).model_dump(mode="json"),
        ("moves",): [one.model_dump(mode="json") for one in (*work.quarter.moves, *accepted)],
    }
    one = moves[0]
    label = (
        f"{one.account}: {hours(one.after)} left instead of {hours(one.before)}"
        if len(moves) == 1
        else f"{count(len(moves), 'move')} of the rest"
    )
    return change_quarter(work, label, changes, settings={"plan_start": begun.start})


def end_quarter(work: Workspace, quarter: Quarter) -> Workspace:
    """Begin the next quarter: what was planned and spent by good stays on record, facts stay, hours go."""
    progress, planned = quarter.progress, quarter.planned
    record = PastQuarter(
        start=planned.start.isoformat(),
        weeks=planned.weeks,
        title=work.title,
        planned={str(one.group): one.planned for one in progress.groups},
        spent={str(one.group): one.spent for one in progress.groups},
        hours_planned=progress.planned,
        hours_spent=progress.spent,
    )
    changes: dict[Key, Json] = {
        ("followed",): None,
        ("hours",): {},
        ("reasons",): {},
        ("outcomes",): {},
        ("moves",): [],
        ("past",): [one.model_dump(mode="json") for one in (*work.quarter.past, record)],
    }
    return change_quarter(work, "begin the next quarter", changes, settings={"plan_start": planned.end.isoformat()})


def use_own_rates(work: Workspace, quarter: Quarter, today: dt.date, by: str = "") -> Workspace:
    """Take the firm's own win rates as the chances of accounts at those stages that are not decided."""
    rates, stages = quarter.learned.own_rates, quarter.plan.roster.text(Field.STAGE)
    facts: dict[tuple[str, str], Override | None] = {
        (str(name), str(Field.PROBABILITY)): Override(
            value=round(rates[str(stage)], 3),
            why=f"your own win rate at “{stage}”",
            by=by,
            day=today.isoformat(),
        )
        for at, (name, stage) in enumerate(zip(quarter.plan.roster.names, stages, strict=True))
        if str(stage) in rates and read_outcome(quarter.spent.outcome.get(at, "")) is None
    }
    return change_quarter(work, f"your own win rates for {count(len(facts), 'account')}", {}, facts)
