"""Comparisons, maps and draws in a terminal. Pure functions from results to what `rich` prints."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from rich.console import Group as Stack
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from planner import text
from planner.export.words import BASELINE_TITLES, GOOD_TITLES, GROUP_TITLES
from planner.goods import GROUPS
from planner.scenarios.compare import Comparison, Side, beyond_words, change_words

if TYPE_CHECKING:
    from planner.scenarios.balance_map import BalanceMap
    from planner.scenarios.consensus import Consensus
    from planner.scenarios.frontier import Frontier
    from planner.scenarios.robustness import Robustness

SHOWN = 12
SURE = 0.995


def _table(first: str, headers: Sequence[str]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column(first, no_wrap=True, max_width=34, overflow="ellipsis")
    for header in headers:
        table.add_column(header, justify="right")
    return table


def comparison_screen(found: Comparison) -> RenderableType:
    """What each side reaches, whose hours it takes, and the accounts that move most."""
    beyond = beyond_words(found)
    notes = [Text(beyond, "dim")] if beyond else []
    parts: list[RenderableType] = [_sides(found), "", *notes, *_changes(found), _people(found), ""]
    if found.movers:
        parts.append(_movers(found))
        left = len(found.movers) - SHOWN
        parts += [Text(f"… and {text.count(left, 'more account')} with other hours.", "dim")] if left > 0 else []
    else:
        parts.append(Text("No account moves."))
    return Stack(*parts)


def _sides(found: Comparison) -> Table:
    table = _table("", [_title(side) for side in found.sides])
    for g, group in enumerate(GROUPS):
        table.add_row(
            f"{GROUP_TITLES[group]}, share of the hours", *(text.percent(float(s.shares[g])) for s in found.sides)
        )
    for g, group in enumerate(GROUPS):
        cells = (text.percent(float(s.attainment[g])) for s in found.sides)
        table.add_row(f"{GROUP_TITLES[group]}, of the most", *cells)
    if found.in_money:
        table.add_row("Margin to expect", *(text.about(s.money, found.currency) for s in found.sides))
    table.add_row("In all, of the most", *(text.percent(s.value) for s in found.sides))
    table.add_row("Short of the balance", *(text.hours(s.deviation) for s in found.sides))
    table.add_row("Hours planned", *(text.hours(s.used) for s in found.sides))
    return table


def _title(side: Side) -> str:
    return BASELINE_TITLES.get(side.name, side.name) if side.is_baseline else side.name


def _changes(found: Comparison) -> list[RenderableType]:
    return [Text(f"{side.name}: {'; '.join(change_words(side))}.", "dim") for side in found.plans[1:] if side.changes]


def _people(found: Comparison) -> RenderableType:
    people = list(dict.fromkeys(name for side in found.plans for name in side.by_person))
    if len(people) < 2:
        return ""
    table = _table("Hours of", [side.name for side in found.plans])
    for person in people:
        table.add_row(Text(person), *(text.hours(side.by_person.get(person, 0.0)) for side in found.plans))
    return table


def _movers(found: Comparison) -> Table:
    table = _table("Accounts that move", [*(side.name for side in found.plans), ""])
    for mover in found.movers[:SHOWN]:
        table.add_row(Text(mover.name, style="bold"), *(text.hours(h) for h in mover.hours), str(mover.move))
    return table


def map_screen(found: BalanceMap, prices: Sequence[Frontier]) -> RenderableType:
    """The chosen, the best and today's balance, and what balance costs, in words."""
    table = _table("Balance", [*(f"{GROUP_TITLES[g]}, of the most" for g in GROUPS), "Margin to expect", "In all"])
    places = [("Chosen", found.nearest(found.chosen)), ("Best by your weights", found.best)]
    if found.today is not None:
        places.append(("Nearest to today", found.nearest(found.today)))
    for title, i in places:
        shares = "/".join(f"{100 * share:.0f}" for share in found.balance[i])
        cells = [text.percent(float(a)) for a in found.attainment[i]]
        money = text.about(float(found.money[i]), found.currency) if found.in_money else "–"
        table.add_row(f"{title}: {shares}", *cells, money, text.percent(float(found.value[i])))
    out = found.size - int(found.reachable.sum())
    reach = f"Of {found.size} balances the list cannot reach {out}." if out else "The list can reach every balance."
    sentences = [Text(f"• {sentence}") for frontier in prices for sentence in frontier.sentences]
    return Stack(table, "", Text(reach), "", *sentences, "", Text(found.note, "dim"))


def robust_screen(found: Robustness) -> RenderableType:
    """What holds, and how often each account is in."""
    kept = np.quantile(found.kept, [0.1, 0.5])
    sentences = [
        f"{text.percent(found.same)} of the hours are the same in nine draws of ten.",
        f"In half of the draws the plan as it stands keeps {text.percent(float(kept[1]))} of the best that could have "
        f"been done, and in nine of ten at least {text.percent(float(kept[0]))}.",
        offer_words(found),
    ]
    if found.in_money:
        low, high = (text.about(float(m), found.currency) for m in np.quantile(found.money, [0.1, 0.9]))
        sentences.insert(2, f"It brings between {low} and {high} of margin a year in eight draws of ten.")
    table = _table("Account", ["Planned", "In", "Hours, in 8 of 10"])
    order = np.lexsort((-found.planned, -found.often))
    shown = [i for i in order if found.often[i] > 0]
    for i in shown[: 2 * SHOWN]:
        span = text.hours(float(found.low[i]))
        span = span if found.low[i] == found.high[i] else f"{span} to {text.hours(float(found.high[i]))}"
        table.add_row(Text(str(found.names[i])), text.hours(float(found.planned[i])), _often(found.often[i]), span)
    left = len(shown) - 2 * SHOWN
    more = [Text(f"… and {text.count(left, 'more account')} in some draws.", "dim")] if left > 0 else []
    return Stack(*(Text(sentence) for sentence in sentences), "", table, *more, "", Text(spread_words(found), "dim"))


def _often(share: float) -> str:
    return "always" if share > SURE else text.percent(float(share))


def offer_words(found: Robustness) -> str:
    """Whether another plan does better over the draws."""
    if found.offer_gain < 0.0005:
        return "No other plan does better over the draws."
    moved = float(np.abs(found.offer - found.planned).sum() / 2)
    gain = f"{100 * found.offer_gain:.1f}%"
    return f"The plan that does best over the draws moves {text.hours(moved)} and gains {gain} on average."


def spread_words(found: Robustness) -> str:
    """How uncertain the inputs were taken to be."""
    return f"{found.draws} draws, seed {found.seed}: {'; '.join(found.spreads.in_words()) or 'nothing was uncertain'}."


def consensus_screen(found: Consensus) -> RenderableType:
    """Balances that suit all, what each partner's own plan would cost the others, and disagreements by effect."""
    return Stack(
        Text(settled_words(found)),
        "",
        _balances(found),
        "",
        _losses(found),
        "",
        _disagreements(found),
        Text(agreed_words(found), "dim"),
    )


def settled_words(found: Consensus) -> str:
    """The balance that the least content partner minds least, the one with the least average loss, and the chosen."""
    worst, average = _shares(found.least_worst), _shares(found.least_average)
    there = f"at {average} they lose" if average != worst else "they lose"
    return (
        f"At {worst} nobody loses more than {_lost(found.worst)} of the most they could reach; {there} least on "
        f"average, {_lost(found.average)}. At the chosen {_shares(found.chosen)} the most that anybody loses is "
        f"{_lost(float(found.chosen_by.max()))}."
    )


def agreed_words(found: Consensus) -> str:
    """How much of what several rated they rate alike."""
    several = found.rated >= 2
    differ = len(found.disagreements)
    of = text.count(int(several.sum()), "rating")
    return f"Of {of} that two or more gave, {differ} {'differs' if differ == 1 else 'differ'}."


def _balances(found: Consensus) -> Table:
    tried = [_shares(balance) for balance in (found.least_worst, found.least_average, found.chosen)]
    table = _table("Partner", ["Own balance", f"Loses at {tried[0]}", f"at {tried[1]}", f"at {tried[2]}, chosen"])
    for r, name in enumerate(found.partners):
        own = _shares(found.balance[r]) if found.own[r] else "–"
        losses = (_lost(float(by[r])) for by in (found.worst_by, found.average_by, found.chosen_by))
        table.add_row(Text(name), own, *losses)
    return table


def _losses(found: Consensus) -> Table:
    table = _table("Own plan of", [f"would cost {name}" for name in found.partners])
    for name, line in zip(found.partners, found.loss, strict=True):
        table.add_row(Text(name), *(_lost(float(loss)) for loss in line))
    return table


def _disagreements(found: Consensus) -> RenderableType:
    if not found.disagreements:
        return Text("Nobody disagrees.")
    table = _table("They differ on", ["Good", *found.partners, "Hours that hang on it"])
    for one in found.disagreements[:SHOWN]:
        rated = (f"{one.ratings[name]:g}" if name in one.ratings else "–" for name in found.partners)
        effect = text.hours(one.effect) if np.isfinite(one.effect) else "–"
        table.add_row(Text(one.name, style="bold"), GOOD_TITLES[one.good], *rated, effect)
    return table


def _shares(balance: NDArray[np.float64]) -> str:
    return "/".join(f"{100 * share:.0f}" for share in balance)


def _lost(loss: float) -> str:
    return f"{100 * loss:.1f}%"
