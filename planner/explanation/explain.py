"""Why the plan is as it is: decisions, prices, comparisons, sentences. Nothing is solved here."""

from __future__ import annotations

from planner.allocation.analysis.prices import Prices
from planner.allocation.problem import Allocation, Problem, Team
from planner.allocation.setting_locations import SettingLocations
from planner.explanation.account_sentences import tell
from planner.explanation.assumptions import find_assumptions
from planner.explanation.baselines import find_baselines
from planner.explanation.binding_constraints import find_binding, find_prices, held_back
from planner.explanation.cautions import find_warnings
from planner.explanation.context import Story
from planner.explanation.decisions import decide, mainly, something_good
from planner.explanation.hour_values import price_per_hour
from planner.explanation.measure import measure
from planner.explanation.next_hour import next_hour
from planner.explanation.service_levels import find_ladder, service_level
from planner.explanation.shortages import find_advice, find_shortages
from planner.explanation.summary import find_monday, find_push, find_rest, headline
from planner.explanation.types import Explanation
from planner.roster.roster import Roster
from planner.settings import Settings
from planner.valuation.types import Facts, Tags


def explain(
    roster: Roster,
    settings: Settings,
    facts: Facts,
    tags: Tags,
    team: Team,
    problem: Problem,
    allocation: Allocation,
    prices: Prices | None = None,
) -> Explanation:
    """Everything that is said about a plan; arrays in the roster's order.

    Args:
        prices: found by solving again; those of the linear program's duals are told where it has none.
    """
    prices = prices or Prices()
    rates = measure(problem, allocation)
    story = Story(
        roster=roster,
        facts=facts,
        tags=tags,
        problem=problem,
        allocation=allocation,
        measure=rates,
        settings=settings,
        decision=decide(problem, allocation, tags, settings.smallest_block),
        mainly=mainly(problem, allocation, rates),
        level=service_level(find_ladder(roster), allocation.hours, something_good(tags)),
        next_hour=next_hour(problem, allocation, rates),
    )
    baselines = find_baselines(problem, allocation, rates, facts.fee)
    push, rest = find_push(story), find_rest(story)
    return Explanation(
        headline=headline(story, baselines),
        decision=story.decision,
        service_level=story.level,
        why=tell(story),
        mainly=story.mainly,
        next_hour=story.next_hour,
        unit=rates.unit,
        price_per_hour=price_per_hour(problem, allocation, rates, prices.margins),
        prices=find_prices(problem, allocation, rates, settings.currency, prices.margins),
        binding=find_binding(problem, allocation, rates, settings.currency, prices.rows, SettingLocations(roster)),
        baselines=baselines,
        push=push,
        rest=rest,
        monday=find_monday(story, push, rest, find_shortages(story)),
        advice=find_advice(story),
        assumed=find_assumptions(settings, facts, tags, problem.curves, team),
        warnings=find_warnings(story) + held_back(problem, allocation, rates, settings.currency, prices.margins),
    )
