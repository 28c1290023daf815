"""Small client lists and one finished plan, made by hand, for tests that need neither a reader nor a solver."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from planner.allocation.allocation import Allocation, Proof
from planner.allocation.build_problem import build_problem
from planner.arrays import DATE_KINDS, TEXT_KINDS
from planner.explanation.gains import Gain
from planner.explanation.types import Baseline, Binding, Explanation
from planner.fields import FIELDS, Field
from planner.goods import GOODS
from planner.records.findings import ColumnMatch, SettingSheet, SheetCell
from planner.records.issues import Issue
from planner.records.team import Person, Team
from planner.result import Plan
from planner.roster.roster import Reconciliation, Roster, Source
from planner.settings import Settings
from planner.valuation.response.response_curves import respond
from planner.valuation.types import Facts, Tags, Values
from planner.vocabulary import Authority, Decision, Relationship, Severity, Status

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def make_roster(columns: Mapping[str, Sequence[Any]], *, currency: str = "$", **parts: Any) -> Roster:
    """A list of accounts from plain values by field name; None is missing. `parts` replace what it holds besides."""
    typed = {Field(name): _column(Field(name), values) for name, values in columns.items()}
    size = len(next(iter(typed.values())))
    mapping = {name: ColumnMatch(FIELDS[name].title, LETTERS[position], 1.0) for position, name in enumerate(typed)}
    source = Source("clients.xlsx", "Clients", 1, mapping=mapping, currency=currency, digest="0" * 64)
    return replace(Roster(source, typed, np.arange(2, size + 2)), **parts)


def make_sheet(name: str, rows: Sequence[Mapping[str, object]]) -> SettingSheet:
    """A setting sheet with its header in row 1."""
    return SettingSheet(
        name,
        tuple(
            {header: SheetCell(value, f"{LETTERS[c]}{r}") for c, (header, value) in enumerate(row.items())}
            for r, row in enumerate(rows, start=2)
        ),
    )


def _column(name: Field, values: Sequence[Any]) -> Any:
    kind = FIELDS[name].kind
    if kind in TEXT_KINDS:
        return np.array([value or "" for value in values], dtype=object)
    if kind in DATE_KINDS:
        return np.array([np.datetime64(value or "NaT", "D") for value in values])
    return np.array([np.nan if value is None else float(value) for value in values])


def small_roster(**parts: Any) -> Roster:
    """Five accounts of two partners, among them one whose name begins like a formula."""
    given: dict[str, Sequence[Any]] = {
        "account": ["Brightwater Energy", "Oxfield Trust", "Kestrel Robotics", "=Harbour Angels", "Vantage Retail"],
        "relationship": ["client", "client", "prospect", "referral source", "prospect"],
        "owner": ["M. Lind", "M. Lind", "T. Akers", "M. Lind; T. Akers", "T. Akers"],
        "industry": ["Utilities", "Nonprofit", "Manufacturing", None, "Retail"],
        "probability": [0.8, 0.9, 0.3, None, 0.05],
        "annual_fee": [84_000, 9_500, 28_000, None, None],
        "expected_date": ["2026-12-14", "2026-10-01", None, None, "2025-09-01"],
        "current_hours": [12, 30, 4, 2, 14],
        "lock_hours": [None, 10, None, None, None],
        "economic_buyer": ["The FD", None, None, None, None],
        "next_step": ["Send the renewal", "-5% on the fee?", None, "Lunch", None],
        "notes": ["renewal", None, "first carve-out", None, "still on the list because it is big"],
    }
    held: dict[str, Any] = {
        "other": {"Region code": np.array(["N1", "", "S4", "@home", "S4"], dtype=object)},
        "issues": (
            Issue(
                "money-unreadable",
                Severity.WARNING,
                "“TBD” is no amount of money; the fee counts as missing.",
                "Type a number, or leave the cell empty.",
                "Clients",
                "F6",
                "TBD",
            ),
            Issue("column-kept", Severity.NOTE, "“Region code” fits no field; it is kept.", "", "Clients", "M1"),
        ),
        "reconciliation": Reconciliation(
            rows=5, accounts=5, sentence="5 rows became 5 accounts; nothing was left out."
        ),
    }
    return make_roster(given, **(held | parts))


def small_plan(roster: Roster | None = None, **changes: object) -> Plan:
    """A finished plan of `small_roster`: 60 hours of two partners, 48 of them placed."""
    roster = roster or small_roster()
    settings = Settings().with_changes(
        hours=60.0, plan_start=dt.date(2026, 9, 1), currency="$", balance="20/30/50", **changes
    )
    team = Team(
        (Person("M. Lind", 40.0), Person("T. Akers", 20.0)),
        np.array([[True, False], [True, False], [False, True], [True, True], [False, True]]),
    )
    facts, tags, values = _facts(roster), _tags(), _values()
    curves = respond(roster, facts, settings, team)
    problem = build_problem(roster, facts, tags, values, curves, team, (), settings)
    allocation = _allocation()
    explanation = _explanation()
    return Plan(roster, settings, (), facts, tags, values, curves, team, problem, allocation, explanation)


def _facts(roster: Roster) -> Facts:
    nothing = np.zeros(5, dtype=bool)
    return Facts(
        relationship=np.array([Relationship(kind) for kind in roster.text(Field.RELATIONSHIP)], dtype=object),
        fee=np.array([84_000.0, 9_500, 28_000, 28_000, 28_000]),
        margin=np.array([33_600.0, 3_800, 11_200, 11_200, 11_200]),
        probability=np.array([0.8, 0.9, 0.3, 0.2, 0.05]),
        years_away=np.array([0.28, 0.08, 0.0, 0.0, 0.0]),
        referrals=np.array([0.0, 0, 0, 3, 0]),
        referral_fee=np.full(5, 28_000.0),
        multipliers=np.ones((5, len(GOODS))),
        current_hours=roster.number(Field.CURRENT_HOURS),
        assumed={
            Field.ANNUAL_FEE: np.array([False, False, False, True, True]),
            Field.PROBABILITY: np.array([False, False, False, True, False]),
            Field.OWNER: nothing,
        },
        in_money=True,
    )


def _tags() -> Tags:
    unknown = np.nan
    strength = np.array(
        [
            [0.0, unknown, 1.0, 0.4, unknown],
            [0.9, unknown, 0.6, unknown, 0.4],
            [0.0, 0.8, 0.4, 0.7, unknown],
            [unknown, unknown, 0.0, 0.0, 0.8],
            [0.0, 0.0, 0.0, 0.0, 0.0],
        ]
    )
    reason = np.where(np.isnan(strength), "Nobody has said", np.where(strength > 0, "Rated in the list", "Rated 0"))
    reason = reason.astype(object)
    reason[1, 0] = "Type says nonprofit"
    authority = np.where(np.isnan(strength), Authority.NOBODY, Authority.RATING).astype(object)
    return Tags(strength, np.nan_to_num(strength), reason, authority, np.array([True, True, True]))


def _values() -> Values:
    worth = np.array(
        [
            [0.0, 0, 26_880, 2_600, 0],
            [90.0, 0, 2_052, 0, 900],
            [0.0, 80, 1_344, 2_200, 0],
            [0.0, 0, 0, 0, 6_900],
            [0.0, 0, 0, 0, 0],
        ]
    )
    return Values(worth, True)


def _allocation() -> Allocation:
    return Allocation(
        hours=np.array([12.0, 10, 18, 8, 0]),
        by_person={(0, 0): 12.0, (1, 0): 10.0, (2, 1): 18.0, (3, 0): 6.0, (3, 1): 2.0},
        counts=np.array([[0.0, 0, 12], [10.0, 0, 6], [0.0, 18, 9], [0.0, 0, 8], [0.0, 0, 0]]),
        by_good=np.array(
            [
                [0.0, 0, 12, 0, 0],
                [10.0, 0, 0, 0, 0],
                [0.0, 16, 0, 2, 0],
                [0.0, 0, 0, 0, 8],
                [0.0, 0, 0, 0, 0],
            ]
        ),
        ideal=np.array([62.0, 51.0, 12_400.0]),
        added=np.array([44.0, 47.0, 10_900.0]),
        short=np.array([0.0, 0, 5]),
        usable=60.0,
        proof=Proof(Status.OPTIMAL, "HiGHS 1.15.1", 0.857, 0.8581, 0.0013, 1e-9),
        price={"capacity M. Lind": 0.004},
    )


def _explanation() -> Explanation:
    decision = [Decision.KEEP, Decision.EASE_OFF, Decision.INVEST, Decision.INVEST, Decision.STEP_BACK]
    level = ["guided online step"] * 2 + ["full service", "guided online step", "free content"]
    return Explanation(
        headline="Spend 48 of your 60 hours on four accounts and step back from one.",
        decision=np.array(decision, dtype=object),
        service_level=np.array(level, dtype=object),
        why=np.array(
            [
                "The renewal is worth $34,000 a year; 12 h hold it.",
                "Locked at 10 h; it keeps most of its good with them.",
                "Your first robotics client: the strongest learning on the list.",
                "Three introductions a year, two of them good.",
                "Nothing good about it is known, whatever its size.",
            ],
            dtype=object,
        ),
        mainly=np.array(["now", "others", "strengths", "referral", ""], dtype=object),
        next_hour=np.array([[0.0, 0, 410], [2.5, 0, 55], [0, 3.1, 320], [0, 0, 280], [0, 0, 0]]),
        hour_of_person=np.array([[0.0, 0, 410], [0, 1.2, 320]]),
        prices={"one hour more of M. Lind": Gain(np.array([0.0, 0, 410]), True)},
        binding=(Binding("Oxfield Trust is locked at 10 h", Gain(np.array([-2.0, 0, 240]), True), "Clients!I3"),),
        baselines={
            "today": _baseline([12, 30, 4, 2, 14], [0.8, 0.3, 0.6], 30_000, [0.48, 0.06, 0.46]),
            "equal": _baseline([12, 12, 12, 12, 12], [0.7, 0.8, 0.7], 31_000, [0.2, 0.2, 0.4]),
            "by_fee": _baseline([30, 4, 10, 8, 8], [0.3, 0.7, 0.9], 36_000, [0.07, 0.14, 0.6]),
        },
        push=(2, 3),
        rest=(4,),
        monday=("Stop calling Vantage Retail.", "Book two days for Kestrel Robotics."),
        advice=("Good for you is short by 5 h: look for one more prospect who can hire now.",),
        assumed=("2 fees are the median of the list ($28,000).",),
        warnings=("Only two accounts are good for others, so its percentage means little.",),
    )


def _baseline(hours: list[float], attainment: list[float], money: float, shares: list[float]) -> Baseline:
    short = np.array([0.0, 4, 2])
    return Baseline(np.array(hours, dtype=float), np.array(attainment), money, np.array(shares), short, 0.71)
