"""A plan as JSON, in the format `client-portfolio-plan/2`: see `plan_document` for what each key means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from planner.documents.jsonable import issue_items, number, question_items, setting_values
from planner.documents.plan_figures import expected_fees, hours_by_person, money_of_accounts, reached, used_by_person
from planner.explanation.gains import Gain
from planner.export.plan_document import (
    AccountItem,
    BalanceCost,
    BalanceItem,
    BaselineItem,
    BindingItem,
    Brings,
    ByGood,
    ByGroup,
    CurveItem,
    HoursItem,
    Money,
    PersonItem,
    PlanDocument,
    Seen,
    SettingValues,
)
from planner.fields import Field
from planner.goods import GOODS, GROUP_SPECS, GROUPS, Good
from planner.questions.plan_questions import all_questions
from planner.vocabulary import PLAN_FORMAT, Decision, Relationship

if TYPE_CHECKING:
    from planner.arrays import Numbers
    from planner.explanation.types import Baseline
    from planner.records.question import Question
    from planner.result import Plan


def plan_json(plan: Plan, questions: Sequence[Question] | None = None) -> dict[str, Any]:
    """The plan in the format `client-portfolio-plan/2` (`plan.schema.json`), ready for `json.dumps`.

    Args:
        questions: what is open, most telling first; when not given, in the order in which it is asked.

    Example:
        >>> import planner
        >>> roster = planner.read_roster(b"Account,Type,Fee\\nAcme,client,50000\\nBeta,prospect,7000\\n", name="l.csv")
        >>> plan_json(planner.plan(roster, hours=20))["format"]
        'client-portfolio-plan/2'
    """
    return plan_document(plan, questions).model_dump(mode="json")


def plan_document(plan: Plan, questions: Sequence[Question] | None = None) -> PlanDocument:
    """The plan as the model of its published format; see `plan_json`."""
    allocation, proof, explanation = plan.allocation, plan.allocation.proof, plan.explanation
    return PlanDocument(
        format=PLAN_FORMAT,
        status=proof.status,
        solver=proof.solver,
        objective=proof.objective,
        bound=proof.bound,
        gap=proof.gap,
        largest_violation=proof.largest_violation,
        settings=SettingValues(setting_values(plan.settings)),
        balance=_balance(plan),
        attainment=_by_group(allocation.attainment),
        added=_by_group(allocation.added),
        ideal=_by_group(allocation.ideal),
        money=_money(plan),
        hours=_hours(plan),
        people=_people(plan),
        accounts=list(_accounts(plan)),
        prices={name: _brings(gain) for name, gain in explanation.prices.items()},
        binding=[
            BindingItem(
                limit=one.limit,
                where=one.where,
                costs=None if one.gain is None else _brings(one.gain),
                nearer_hours=one.nearer,
            )
            for one in explanation.binding
        ],
        baselines={name: _baseline(one) for name, one in explanation.baselines.items()},
        headline=explanation.headline,
        advice=list(explanation.advised),
        warnings=list(explanation.warnings),
        questions=question_items(all_questions(plan) if questions is None else questions),
        issues=issue_items(plan.issues),
    )


def _by_group(figures: Sequence[float] | Numbers) -> ByGroup:
    """Shape (G,) in the order of `GROUPS`."""
    return ByGroup(**dict(zip(GROUPS, map(number, figures), strict=True)))


def _by_good(figures: Sequence[float] | Numbers) -> ByGood:
    """Shape (5,) in the order of `GOODS`."""
    return ByGood(**dict(zip(GOODS, map(number, figures), strict=True)))


def _brings(gain: Gain) -> Brings:
    points = {group: number(amount) for group, amount in zip(GROUPS, gain.by_group, strict=True)}
    you = points.pop(next(group for group in GROUPS if GROUP_SPECS[group].in_money))
    return Brings(money=number(gain.money), you=None if gain.in_money else you, **points)


def _balance(plan: Plan) -> BalanceItem:
    return BalanceItem(
        chosen=_by_group(plan.settings.balance.shares()),
        aimed=_by_group(plan.problem.aim),
        seen=Seen(**dict(zip(GROUPS, map(bool, plan.tags.seen), strict=True))),
        reached=_by_group(reached(plan)),
        short_hours=_by_group(plan.allocation.short),
        tolerance=plan.problem.tolerance,
        weight=plan.problem.balance_weight,
        cost=_cost(plan),
    )


def _cost(plan: Plan) -> BalanceCost:
    found, money = plan.balance_cost, plan.problem.in_money
    gain = np.zeros(len(GROUPS)) if found is None else found.gain.by_group
    pays = [GROUP_SPECS[group].in_money and money for group in GROUPS]
    return BalanceCost(
        attainment=0.0 if found is None else found.attainment,
        money=float(gain[pays].sum()) if money else None,
        points=_by_group(np.where(pays, np.nan, gain)),
        whatever=None if found is None or found.strict is None else _brings(found.strict),
    )


def _money(plan: Plan) -> Money:
    today = plan.explanation.baselines.get("today")
    return Money(
        expected_margin=number(money_of_accounts(plan).sum()),
        expected_fees=number(expected_fees(plan).sum()),
        today=None if today is None else number(today.money),
    )


def _hours(plan: Plan) -> HoursItem:
    capacity, planned = float(plan.team.hours), float(plan.allocation.hours.sum())
    return HoursItem(capacity=capacity, planned=planned, open=max(capacity - planned, 0.0))


def _people(plan: Plan) -> list[PersonItem]:
    rows = zip(plan.team.people, used_by_person(plan), plan.explanation.hour_of_person, strict=True)
    return [
        PersonItem(
            person=person.name,
            capacity=person.hours,
            planned=used,
            next_hour=_brings(Gain(hour, plan.problem.in_money)),
        )
        for person, used, hour in rows
    ]


def _accounts(plan: Plan) -> Iterator[AccountItem]:
    roster, explanation, allocation, problem = plan.roster, plan.explanation, plan.allocation, plan.problem
    owners, split = roster.text(Field.OWNER), hours_by_person(plan)
    assumed = [(str(name), mask) for name, mask in plan.facts.assumed.items()]
    for i in range(roster.size):
        yield AccountItem(
            account=str(roster.names[i]),
            relationship=Relationship(plan.facts.relationship[i]),
            owner=str(owners[i]) or None,
            hours=allocation.hours[i],
            hours_by_person={plan.team.people[p].name: hours for p, hours in split[i].items()},
            current_hours=number(plan.facts.current_hours[i]),
            min_hours=problem.minimum[i],
            max_hours=problem.maximum[i],
            tags=_by_good(plan.tags.strength[i]),
            sure={str(good): said for good in GOODS if (said := _sure(plan, i, good))},
            reasons={str(good): str(plan.tags.reason[i, k]) for k, good in enumerate(GOODS)},
            counts=_by_group(allocation.counts[i]),
            value=_by_good(plan.values.worth[i]),
            assumed=[name for name, mask in assumed if mask[i]],
            curve=_curve(plan, i),
            next_hour=_brings(Gain(explanation.next_hour[i], problem.in_money)),
            decision=Decision(explanation.decision[i]),
            service_level=str(explanation.service_level[i]),
            why=str(explanation.why[i]),
        )


def _sure(plan: Plan, i: int, good: Good) -> Literal["fact", "guess"] | None:
    said = plan.tags.sure(i, good)
    return None if not said else "fact" if said == "fact" else "guess"


def _curve(plan: Plan, i: int) -> CurveItem:
    """The knots up to the account's maximum, without the padding behind the last one."""
    hours, share, most = plan.curves.hours[i], plan.curves.share[i], float(plan.problem.maximum[i])
    before = hours < most - 1e-9
    end = float(np.interp(most, hours, share))
    return CurveItem(
        hours=[*hours[before].tolist(), most],
        share=[*share[before].tolist(), end],
        reference=plan.curves.reference[i],
    )


def _baseline(baseline: Baseline) -> BaselineItem:
    return BaselineItem(
        hours=float(baseline.hours.sum()),
        attainment=_by_group(baseline.attainment),
        reached=_by_group(baseline.shares),
        short_hours=_by_group(baseline.short),
        objective=baseline.objective,
        money=number(baseline.money),
        violation_hours=baseline.violation,
    )
