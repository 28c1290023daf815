"""The main flow: workbook → roster → tags → values → response → allocation → explanation → plan."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from planner.allocation.allocate import ColumnGeneration, allocate
from planner.allocation.allocation import Allocation
from planner.allocation.analysis.prices import price
from planner.allocation.balance import spread
from planner.allocation.build_problem import build_problem
from planner.allocation.constraints.setting_locations import SettingLocations, unbounded
from planner.allocation.limits import find_limits
from planner.allocation.pricing import LpSolution
from planner.allocation.problem import Problem
from planner.allocation.solvers.other import is_other
from planner.allocation.team import find_team
from planner.errors import NoPlan
from planner.explanation.explain import explain, priced_explanation
from planner.explanation.handover import find_handover
from planner.questions.plan_answers import obeyed
from planner.records.issues import Issue, issues_of
from planner.records.team import Team
from planner.result import Plan
from planner.roster.roster import Roster
from planner.settings import Settings, make_settings
from planner.settings_sources import resolve_settings
from planner.sheets.apply_settings import apply_settings
from planner.tagging.rule_sheet import Rule, find_rules
from planner.tagging.tagging import tag
from planner.valuation.facts import gather_facts
from planner.valuation.response.curves import Curves
from planner.valuation.response.response_curves import respond
from planner.valuation.types import Facts, Tags, Values
from planner.valuation.value import value
from planner.vocabulary import Severity


@dataclass(frozen=True, eq=False)
class PlanInputs:
    """A client list as the problem it poses, with every stage on the way (see `Plan`)."""

    roster: Roster
    settings: Settings
    rules: tuple[Rule, ...]
    facts: Facts
    tags: Tags
    values: Values
    curves: Curves
    team: Team
    problem: Problem
    locations: SettingLocations

    @property
    def issues(self) -> tuple[Issue, ...]:
        """Everything that was wrong or had to be decided before any hours were given."""
        return issues_of(self.roster, self.team, self.facts, self.tags, self.curves)


def plan(roster: Roster, *, columns: ColumnGeneration | None = None, **changes: object) -> Plan:
    """Plan the hours of a client list.

    Args:
        roster: from `read_roster`; its Settings, Team, Rules, Limits, Overrides and Answers sheets are obeyed.
        columns: what was kept from an earlier plan of the same list; the plan is the same without it.
        changes: settings by name, stronger than the Settings sheet: `balance="20/30/50"`, `hours=400`.

    Raises:
        SettingError: on an unknown setting or an impossible value.
        NoPlan: when the list has no account.
        Contradiction: when the user's own locks, limits and capacities cannot all hold.

    Example:
        >>> import planner
        >>> roster = planner.read_roster(b"Account,Type,Fee\\nAcme,client,50000\\nBeta,prospect,7000\\n", name="l.csv")
        >>> made = planner.plan(roster, balance="0/0/100", hours=20)
        >>> bool(made.allocation.hours.sum() <= 20)
        True
    """
    return plan_from(plan_inputs(roster, changes), columns)


def plan_inputs(roster: Roster, changes: Mapping[str, object]) -> PlanInputs:
    """Every stage up to the allocation; see `plan`."""
    if not roster.size:
        raise NoPlan(f"{roster.source.file} has no account to plan for. {_why_empty(roster)}")
    roster = obeyed(roster, changes)
    settings = resolve_settings(roster, changes)
    return inputs_of(apply_settings(roster, settings), settings, frozenset(changes))


def plan_from(
    inputs: PlanInputs, columns: ColumnGeneration | None = None, pause: Callable[[], None] = lambda: None
) -> Plan:
    """The plan of some inputs; see `plan`.

    Args:
        pause: called between two stages; what it raises ends the work there.
    """
    columns = columns or ColumnGeneration()
    made = plan_without_prices(inputs, columns, pause)
    return with_prices(made, inputs.locations, columns.priced, pause)


def plan_without_prices(
    inputs: PlanInputs, columns: ColumnGeneration | None = None, pause: Callable[[], None] = lambda: None
) -> Plan:
    """The plan of some inputs, before it is said what an hour more or a limit less would bring; see `with_prices`."""
    allocation = allocate(inputs.problem, inputs.settings, columns, inputs.locations, pause=pause)
    pause()
    return explained(inputs, allocation, pause)


def with_prices(
    made: Plan,
    locations: SettingLocations,
    solution: LpSolution | None = None,
    pause: Callable[[], None] = lambda: None,
) -> Plan:
    """A plan with what an hour more of each person brings, and what each limit costs; none by another solver.

    Args:
        solution: the linear program that gave the plan's prices; solved again when None.
        pause: called before each further solve; what it raises ends the work there.
    """
    if is_other(made.settings.solver):
        return made
    prices = price(made.problem, made.allocation.ideal, locations, solution, pause)
    told = priced_explanation(
        made.explanation, made.problem, made.allocation, prices, made.settings.currency, made.roster
    )
    shared = find_handover(made.problem, made.allocation, told.hour_of_person, made.settings.currency, pause)
    return replace(made, explanation=replace(told, handover=shared))


def at_balance(inputs: PlanInputs, balance: object) -> PlanInputs:
    """The same problem at another balance, in any form that settings take; all stages before it stand.

    Raises:
        SettingError: on an impossible balance.
    """
    chosen = make_settings({"balance": balance}).balance
    aim = spread(chosen.shares(), inputs.tags.seen)
    return replace(
        inputs,
        settings=inputs.settings.altered(balance=chosen),
        problem=replace(inputs.problem, aim=aim, weights=aim),
        locations=replace(inputs.locations, asked=inputs.locations.asked | {"balance"}),
    )


def _why_empty(roster: Roster) -> str:
    why = next((issue for issue in roster.issues if issue.severity is Severity.ERROR), None)
    return f"{why.message} {why.fix}".strip() if why is not None else "Add at least one account to the list."


def inputs_of(roster: Roster, settings: Settings, asked: frozenset[str] = frozenset()) -> PlanInputs:
    """Every stage up to the allocation, on a list whose overrides are applied and whose deals are dated.

    Args:
        asked: names of the settings that do not come from the list's own Settings sheet.

    Raises:
        SettingError: on a setting, limit, rule or team that cannot be used.
    """
    team = find_team(roster, settings)
    facts = gather_facts(roster, settings)
    rules = find_rules(roster)
    tags = tag(roster, facts, rules, settings)
    values = value(facts, tags, settings)
    curves = respond(roster, facts, settings, team)
    limits = find_limits(roster, facts, settings, team)
    problem = build_problem(roster, facts, tags, values, curves, team, limits, settings)
    uncapped = settings.altered(max_share_per_account=1.0)
    locations = SettingLocations(
        roster,
        asked,
        lambda: respond(unbounded(roster), facts, settings, team).maximum,
        lambda: respond(unbounded(roster), facts, uncapped, team).maximum,
    )
    return PlanInputs(roster, settings, rules, facts, tags, values, curves, team, problem, locations)


def explained(
    inputs: PlanInputs,
    allocation: Allocation,
    pause: Callable[[], None] = lambda: None,
) -> Plan:
    """The plan of an allocation, without prices: what has none is not told.

    Args:
        pause: called before any further plan that a sentence needs; see `plan_from`.
    """
    p = inputs

    def solve(problem: Problem) -> Allocation:
        pause()
        return allocate(problem, p.settings, ideal=allocation.ideal, pause=pause)

    explanation = explain(p.roster, p.settings, p.facts, p.tags, p.team, p.problem, allocation, solve)
    return Plan(
        p.roster, p.settings, p.rules, p.facts, p.tags, p.values, p.curves, p.team, p.problem, allocation, explanation
    )
