"""Why the plan is as it is: decisions, comparisons, sentences. Other plans are made only where a sentence needs one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from planner.allocation.allocation import Allocation
from planner.allocation.analysis.prices import Prices
from planner.allocation.constraints.setting_locations import SettingLocations
from planner.allocation.objective import units
from planner.allocation.problem import Problem
from planner.arrays import Mask
from planner.explanation.baselines import find_baselines
from planner.explanation.binding_constraints import find_binding
from planner.explanation.context import Story
from planner.explanation.decisions import decide, mainly, something_good
from planner.explanation.hour_values import find_prices, hours_of_people
from planner.explanation.measure import gain_of
from planner.explanation.sentences.account_sentences import tell
from planner.explanation.sentences.alternatives import Alternatives
from planner.explanation.sentences.assumptions import find_assumptions
from planner.explanation.sentences.cautions import find_warnings
from planner.explanation.sentences.shortages import find_advice, find_shortages
from planner.explanation.sentences.summary import find_monday, find_push, find_rest, headline
from planner.explanation.service_levels import find_ladder, service_level, usual_ladder
from planner.explanation.types import Explanation
from planner.fields import Field
from planner.records.team import Team
from planner.roster.roster import Roster
from planner.settings import Settings
from planner.valuation.types import Facts, Tags
from planner.vocabulary import Origin


def explain(
    roster: Roster,
    settings: Settings,
    facts: Facts,
    tags: Tags,
    team: Team,
    problem: Problem,
    allocation: Allocation,
    solve: Callable[[Problem], Allocation],
) -> Explanation:
    """Everything that is said about a plan but its prices, see `priced_explanation`; arrays in the roster's order.

    Args:
        solve: makes another plan at the same ideals, for sentences that are only true if it differs.
    """
    weight, ladder = units(problem, allocation.ideal), find_ladder(roster)
    story = Story(
        roster=roster,
        facts=facts,
        tags=tags,
        problem=problem,
        allocation=allocation,
        settings=settings,
        decision=decide(problem, allocation, tags, settings.smallest_block),
        mainly=mainly(problem, allocation, weight),
        level=service_level(ladder, allocation.hours, something_good(tags)),
        usual_levels=ladder == usual_ladder(),
        next_hour=gain_of(problem, allocation.hours, 1.0),
        assumed_hours=team.assumed,
        other=Alternatives(problem, allocation, solve),
    )
    baselines = find_baselines(problem, allocation, facts.fee, invented_hours(roster))
    push, rest = find_push(story), find_rest(story)
    return Explanation(
        headline=headline(story, baselines),
        decision=story.decision,
        service_level=story.level,
        why=tell(story),
        mainly=story.mainly,
        next_hour=story.next_hour,
        hour_of_person=hours_of_people(problem, Prices()),
        binding=find_binding(problem, allocation, settings.currency),
        baselines=baselines,
        push=push,
        rest=rest,
        monday=find_monday(story, push, find_shortages(story)),
        advice=find_advice(story),
        assumed=find_assumptions(settings, facts, tags, problem.curves, team, _assumed_cap(story)),
        warnings=find_warnings(story),
    )


def _assumed_cap(story: Story) -> int:
    """The most accounts a person serves, where nobody set it and it keeps accounts out; else 0."""
    if "max_accounts_per_person" in story.settings.given or not story.capped_out.any():
        return 0
    return story.problem.max_accounts_per_person or 0


def priced_explanation(
    told: Explanation, problem: Problem, allocation: Allocation, prices: Prices, currency: str, roster: Roster
) -> Explanation:
    """The same with what hours and limits are worth, of all that was priced."""
    return replace(
        told,
        hour_of_person=hours_of_people(problem, prices),
        prices=find_prices(problem, prices),
        binding=find_binding(problem, allocation, currency, prices.rows, SettingLocations(roster)),
    )


def invented_hours(roster: Roster) -> Mask:
    """(n,) whether an account's hours of today are only assumed."""
    sources = roster.sources.get(Field.CURRENT_HOURS)
    if sources is None:
        return np.zeros(roster.size, dtype=bool)
    return np.asarray(sources == Origin.ASSUMED, dtype=bool)
