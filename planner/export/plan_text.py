"""A plan as JSON and as CSV.

The JSON format is typed in `document.py`. NaN, NaT and blanks become `null`: missing is never zero. Text of the
client list that a spreadsheet would take for a formula is protected in CSV by a leading `'`, which the reader
takes off again.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Literal, cast

import numpy as np
from numpy.typing import NDArray

from planner.export.figures import (
    achieved,
    credit_shares,
    hours_by_person,
    money_by_group,
    money_of_accounts,
    used_by_person,
)
from planner.export.jsonable import by_good, by_group, issue_items, number, question_items, setting_values
from planner.export.workbook.client_list import as_text, list_columns
from planner.fields import FIELDS, Field
from planner.goods import GOODS
from planner.questions.plan_questions import all_questions
from planner.vocabulary import PLAN_FORMAT, Decision, Relationship

if TYPE_CHECKING:
    from planner.export.plan_document import (
        AccountItem,
        BalanceItem,
        BaselineItem,
        CurveItem,
        Money,
        PersonItem,
        PlanDocument,
    )
    from planner.questions.question import Question
    from planner.result import Plan

Numbers = NDArray[np.float64]

_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")
_NEGATIVE = re.compile(r"-[\d.,\s]*\d%?$")
_SHOWN_FIRST = frozenset({Field.ACCOUNT, Field.RELATIONSHIP, Field.OWNER})


def plan_json(plan: Plan, questions: Sequence[Question] | None = None) -> dict[str, Any]:
    """The plan in the format `client-portfolio-plan/1` (`plan.schema.json`), ready for `json.dumps`.

    Args:
        questions: what is open, most telling first; when not given, in the order in which it is asked.
    """
    proof, explanation = plan.allocation.proof, plan.explanation
    document: PlanDocument = {
        "format": PLAN_FORMAT,
        "status": proof.status,
        "solver": proof.solver,
        "objective": float(proof.objective),
        "bound": float(proof.bound),
        "gap": float(proof.gap),
        "largest_violation": float(proof.largest_violation),
        "settings": setting_values(plan.settings),
        "balance": _balance(plan),
        "attainment": by_group(plan.allocation.attainment),
        "ideal": by_group(plan.allocation.ideal),
        "money": _money(plan),
        "hours": {
            "capacity": float(plan.team.hours),
            "used": float(plan.allocation.hours.sum()),
            "open": float(max(plan.team.hours - plan.allocation.hours.sum(), 0.0)),
        },
        "people": _people(plan),
        "accounts": list(_accounts(plan)),
        "unit": _unit(explanation.unit),
        "prices": {name: number(price) for name, price in explanation.prices.items()},
        "binding": [
            {"limit": item.limit, "costs": number(item.costs), "unit": _unit(item.unit), "where": item.where}
            for item in explanation.binding
        ],
        "baselines": {name: _baseline(plan, name) for name in explanation.baselines},
        "headline": explanation.headline,
        "warnings": [*explanation.warnings],
        "questions": question_items(all_questions(plan) if questions is None else questions),
        "issues": issue_items(plan.issues),
    }
    return cast("dict[str, Any]", document)


def plan_csv(plan: Plan) -> str:
    """The plan as comma-separated text: one row an account, plan columns first, then the client list's own."""
    own = [column for column in list_columns(plan.roster) if column.field not in _SHOWN_FIRST]
    columns = [*_plan_columns(plan), *((column.header, _texts(column.values)) for column in own)]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([protected(header) for header, _ in columns])
    writer.writerows(zip(*(texts for _, texts in columns), strict=True))
    return out.getvalue()


def protected(text: str) -> str:
    """`text` with a leading `'` where a spreadsheet would take it for a formula; negative numbers untouched."""
    return "'" + text if _FORMULA.match(text) and not _NEGATIVE.match(text) else text


def _plan_columns(plan: Plan) -> list[tuple[str, Sequence[str]]]:
    roster, hours, explanation = plan.roster, plan.allocation.hours, plan.explanation
    today = plan.facts.current_hours
    first: dict[str, Sequence[object]] = {
        FIELDS[Field.ACCOUNT].title: roster.names.tolist(),
        FIELDS[Field.RELATIONSHIP].title: plan.facts.relationship.tolist(),
        FIELDS[Field.OWNER].title: roster.text(Field.OWNER).tolist(),
        "Hours planned": hours.tolist(),
        "Change planned": (hours - today).tolist(),
    }
    last: dict[str, Sequence[object]] = {
        "Decision": explanation.decision.tolist(),
        "Mainly": explanation.mainly.tolist(),
        "Service level": explanation.service_level.tolist(),
        "Why": explanation.why.tolist(),
    }
    return [
        *((header, _texts(values)) for header, values in first.items()),
        *_columns_by_person(plan),
        *((header, _texts([str(text) for text in values])) for header, values in last.items()),
    ]


def _columns_by_person(plan: Plan) -> list[tuple[str, Sequence[str]]]:
    """Hours of each person, where there are several."""
    people = plan.team.people
    if len(people) == 1:
        return []
    columns = [[_csv_cell(0.0)] * plan.roster.size for _ in people]
    for (account, person), hours in plan.allocation.by_person.items():
        columns[person][account] = _csv_cell(float(hours))
    return [(f"Hours planned, {person.name}", column) for person, column in zip(people, columns, strict=True)]


def _texts(values: Sequence[object]) -> Sequence[str]:
    """A column's cells as text, each distinct value made once."""
    if len(set(map(type, values))) != 1:
        return [_csv_cell(value) for value in values]
    text = {value: _csv_cell(value) for value in set(values)}
    return [text[value] for value in values]


def _csv_cell(value: object) -> str:
    if isinstance(value, float):
        return "" if np.isnan(value) else f"{value:.15g}"
    return protected(as_text(value))


def _balance(plan: Plan) -> BalanceItem:
    allocation = plan.allocation
    others, strengths, you = map(bool, plan.tags.seen)
    return {
        "chosen": by_group(plan.settings.balance.shares()),
        "aimed": by_group(plan.problem.aim),
        "seen": {"others": others, "strengths": strengths, "you": you},
        "achieved": by_group(achieved(plan)),
        "tolerance": float(plan.problem.tolerance),
        "under_hours": by_group(allocation.short),
        "over_hours": by_group(0.0 * allocation.short),
        "excess_hours": 0.0,
        "deviation_hours": allocation.short_hours,
    }


def _money(plan: Plan) -> Money:
    money = money_of_accounts(plan)
    kinds = plan.facts.relationship
    present = [kind for kind in Relationship if np.any(kinds == kind)]
    return {
        "expected": number(money.sum()) if len(money) else None,
        "by_relationship": {kind: number(money[kinds == kind].sum()) for kind in present},
        "by_group": by_group(money_by_group(plan)),
    }


def _people(plan: Plan) -> list[PersonItem]:
    rows = zip(plan.team.people, used_by_person(plan), plan.explanation.price_per_hour, strict=True)
    return [
        {
            "person": person.name,
            "capacity": float(person.hours),
            "used": float(used),
            "price_per_hour": number(price),
        }
        for person, used, price in rows
    ]


def _accounts(plan: Plan) -> Iterator[AccountItem]:
    roster, explanation, allocation, curves = plan.roster, plan.explanation, plan.allocation, plan.problem.curves
    owners, credit, split = roster.text(Field.OWNER), credit_shares(plan), hours_by_person(plan)
    assumed = [(str(name), mask) for name, mask in plan.facts.assumed.items()]
    for i in range(roster.size):
        yield {
            "account": str(roster.names[i]),
            "relationship": Relationship(plan.facts.relationship[i]),
            "owner": str(owners[i]) or None,
            "hours": float(allocation.hours[i]),
            "hours_by_person": {plan.team.people[p].name: float(hours) for p, hours in split[i].items()},
            "current_hours": number(plan.facts.current_hours[i]),
            "min_hours": float(plan.problem.minimum[i]),
            "max_hours": float(plan.problem.maximum[i]),
            "tags": by_good(plan.tags.strength[i]),
            "reasons": {str(good): str(plan.tags.reason[i, k]) for k, good in enumerate(GOODS)},
            "credit": by_group(credit[i]),
            "value": by_good(plan.values.worth[i]),
            "assumed": [name for name, mask in assumed if mask[i]],
            "curve": _curve(curves.hours[i], curves.share[i], plan.problem.maximum[i]),
            "next_hour": number(explanation.next_hour[i]),
            "decision": Decision(explanation.decision[i]),
            "service_level": str(explanation.service_level[i]),
            "why": str(explanation.why[i]),
        }


def _curve(hours: Numbers, share: Numbers, most: float) -> CurveItem:
    """The knots up to the account's maximum, without the padding behind the last one."""
    before = hours < most - 1e-9
    end = float(np.interp(most, hours, share))
    return {"hours": [*hours[before].tolist(), float(most)], "share": [*share[before].tolist(), end]}


def _baseline(plan: Plan, name: str) -> BaselineItem:
    baseline = plan.explanation.baselines[name]
    return {
        "attainment": by_group(baseline.attainment),
        "deviation": float(baseline.deviation),
        "objective": float(baseline.objective),
        "money": number(baseline.money),
        "shares": by_group(baseline.shares),
        "excess": float(baseline.excess),
    }


def _unit(unit: str) -> Literal["money", "points"]:
    return "money" if unit == "money" else "points"
