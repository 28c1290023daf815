"""`planner ask`: questions about a plan, each answered in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planner.commands.options.scenario_options import Asked, exploring
from planner.commands.runner import busy

if TYPE_CHECKING:
    from planner.explanation.types import Binding
    from planner.goods import Group
    from planner.result import Plan

Number = float | None


@exploring
def ask(
    asked: Asked,
    more: Annotated[Number, typer.Option("--next", metavar="HOURS", help="Where so many more hours would go.")] = None,
    fewer: Annotated[Number, typer.Option("--fewer", metavar="HOURS", help="What to drop first with fewer.")] = None,
    account: Annotated[
        list[str] | None,
        typer.Option("--account", metavar="NAME", help="What it would take to give it hours, or why it has them."),
    ] = None,
    reach: Annotated[
        list[str] | None,
        typer.Option("--reach", metavar="GROUP=70%", help="The fewest hours that reach so much of the most possible."),
    ] = None,
    money: Annotated[Number, typer.Option("--money", help="The fewest hours that bring so much.")] = None,
    split: Annotated[
        Path | None,
        typer.Option("--split", metavar="FILE", help="What a split of your own is worth: account names and hours."),
    ] = None,
    prices: Annotated[
        bool, typer.Option("--prices", help="What an hour of each person and each limit is worth.")
    ] = False,
) -> None:
    """Ask a plan: more or fewer hours, an account left out, a target, prices, a split of your own; ten hours either way
    when not said."""
    targets = _targets(reach or [])
    if not (more or fewer or account or targets or money or prices or split):
        more = fewer = 10.0
    made = asked.plan()
    with busy("Working it out", quiet=asked.json_only):
        answers = list(_answers(made, more, fewer, account or [], targets, money, prices, split))
    asked.answer({"answers": answers}, lambda: "\n".join(answers), [["answer"], *([line] for line in answers)])


def _answers(
    made: Plan,
    more: Number,
    fewer: Number,
    accounts: list[str],
    targets: dict[Group, float],
    money: Number,
    prices: bool,
    split: Path | None,
) -> Iterator[str]:
    from planner.sensitivity.cost_of_focus import cost_of_focus
    from planner.sensitivity.entry_threshold import told_of
    from planner.sensitivity.exact_prices import point_sentences, price_of_hours, price_of_points, what_holds_back
    from planner.sensitivity.hours_for_target import exact_balance, fewest_hours
    from planner.sensitivity.more_or_fewer_hours import fewer_hours, next_hours
    from planner.sensitivity.own_split import read_split, score_split

    if more is not None:
        yield next_hours(made, more).sentence
    if fewer is not None:
        yield fewer_hours(made, fewer).sentence
    for name in accounts:
        yield told_of(made, name)
    if targets or money is not None:
        yield fewest_hours(made, targets, money).sentence
    if split is not None:
        score = score_split(made, read_split(split, made))
        yield from (score.sentence, *score.breaks)
    if prices:
        yield from (price.sentence for price in price_of_hours(made))
        yield from point_sentences(price_of_points(made))
        holding = what_holds_back(made)
        yield from (_held(made, one) for one in holding)
        told = {one.where for one in holding}
        yield from (cost.sentence for cost in cost_of_focus(made) if cost.setting not in told)
        if made.explanation.handover is not None:
            yield made.explanation.handover.sentence
        if made.allocation.short_hours > 0:
            yield exact_balance(made).sentence


def _held(made: Plan, binding: Binding) -> str:
    from planner import text

    parts = []
    if binding.gain is not None and binding.gain.matters:
        parts.append(f"bring {binding.gain.compared(made.settings.currency)}")
    if binding.nearer >= 0.25:
        parts.append(f"come {text.hours(binding.nearer)} nearer to the balance")
    return f"Without “{binding.limit}” the plan would {' and '.join(parts) or 'be much the same'}."


def _targets(given: list[str]) -> dict[Group, float]:
    """Targets by group from `strengths=70%`."""
    from planner.errors import InputError
    from planner.goods import Group

    targets: dict[Group, float] = {}
    for text in given:
        name, _, amount = text.partition("=")
        try:
            number = float(amount.strip().rstrip("%"))
            targets[Group(name.strip().lower())] = number / 100 if "%" in amount or number > 1 else number
        except ValueError:
            raise InputError(f"“{text}” is not a target; write a group and a share, such as strengths=70%.") from None
    return targets
