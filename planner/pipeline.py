"""The main flow: workbook → roster → tags → values → response → allocation → explanation → plan."""

from __future__ import annotations

from planner.allocation.allocate import Kernel, allocate
from planner.allocation.limits import find_limits
from planner.allocation.pose import pose
from planner.allocation.response import respond
from planner.allocation.team import find_team
from planner.explanation.explain import explain
from planner.goodness.facts import gather_facts
from planner.goodness.rules import find_rules
from planner.goodness.tagging import tag
from planner.goodness.value import value
from planner.resolve import resolve_settings
from planner.result import Plan
from planner.roster.grain import date_deals
from planner.roster.overrides import apply_overrides
from planner.roster.roster import Roster


def plan(roster: Roster, *, kernel: Kernel | None = None, **changes: object) -> Plan:
    """Plan the hours of a client list.

    Args:
        roster: from `read_roster`; its Settings, Team, Rules, Limits and Overrides sheets are obeyed.
        kernel: a warm solver kept from an earlier plan of the same list; the plan is the same without it.
        changes: settings by name, stronger than the Settings sheet: `balance="20/30/50"`, `hours=400`.

    Raises:
        SettingError: on an unknown setting or an impossible value.
        Contradiction: when the user's own locks, limits and capacities cannot all hold.
    """
    settings = resolve_settings(roster, changes)
    roster = apply_overrides(date_deals(roster, settings))
    team = find_team(roster, settings)
    facts = gather_facts(roster, settings)
    rules = find_rules(roster)
    tags = tag(roster, facts, rules, settings)
    values = value(facts, tags, settings)
    curves = respond(roster, facts, tags, settings, team)
    limits = find_limits(roster, facts, settings, team)
    problem = pose(roster, facts, tags, values, curves, team, limits, settings)
    allocation = allocate(problem, settings, kernel)
    explanation = explain(roster, settings, facts, tags, team, problem, allocation)
    return Plan(roster, settings, rules, facts, tags, values, curves, team, problem, allocation, explanation)
