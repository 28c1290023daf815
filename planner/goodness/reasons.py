"""Words for why an account is tagged as it is: whole, checkable, and filled with what was found.

A rule's reason may hold places in braces: `{Where}` and `{found}` (the column and the words that fitted), the ones
of `PLACES`, or the name of any clue ("{industry}"). Anything else in braces stays as it is written.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from planner.goodness.clues import NUMBER_CLUES, Clue, Clues
from planner.goodness.deals import DAYS_A_MONTH, DEAD_AFTER_DAYS, Timing
from planner.goodness.experience import shares_of_industries
from planner.goodness.matching import Matcher
from planner.goodness.rule import Operator, Rule
from planner.schema import Field

Texts = NDArray[np.object_]
Index = NDArray[np.intp]

PLACE = re.compile(r"\{([^{}]+)\}")


def fill_reasons(rule: Rule, accounts: Index, matcher: Matcher) -> Texts:
    """The reason of a rule for each of the k accounts that it holds for."""
    if not PLACE.search(rule.reason):
        return np.full(len(accounts), rule.reason, dtype=object)
    fillers = {name: _filler(name, rule, matcher) for name in PLACE.findall(rule.reason)}
    reasons = np.empty(len(accounts), dtype=object)
    for position, account in enumerate(accounts.tolist()):
        parts = PLACE.split(rule.reason)
        parts[1::2] = [fillers[name](account) for name in parts[1::2]]
        filled = "".join(parts)
        reasons[position] = filled[:1].upper() + filled[1:]
    return reasons


def _filler(name: str, rule: Rule, matcher: Matcher) -> Callable[[int], str]:
    clues = matcher.clues
    if name in {"Where", "found"}:
        return _found_filler(name, rule, matcher)
    if name in PLACES:
        return PLACES[name](clues)
    if name in NUMBER_CLUES:
        numbers = clues.number(name)
        return lambda account: f"{numbers[account]:.3g}"
    if name in frozenset(Clue) or name in clues.roster.other:
        texts = clues.text(name)
        return lambda account: str(texts[account])
    return lambda _: "{" + name + "}"


def _found_filler(name: str, rule: Rule, matcher: Matcher) -> Callable[[int], str]:
    condition = next((c for c in rule.when if c.operator is Operator.HAS_WORD), None)
    if condition is None:
        return lambda _: ""
    if name == "found":
        return lambda account: matcher.found(condition, account)[1]
    return lambda account: matcher.found(condition, account)[0].capitalize()


def _open_deal(clues: Clues) -> Callable[[int], str]:
    """ "Proposal, due 14 May"; "Expected Q2 2027"; "Lead, an early stage"; "Was expected 3 Jan 2025; still alive?"."""
    deals, settings = clues.open_deals, clues.settings
    horizon = settings.horizon_months * DAYS_A_MONTH
    dates = deals.expected.astype(object)

    def words(account: int) -> str:
        date, late = dates[account], deals.days_past[account]
        what = str(deals.stage[account]).strip() or _chance_words(float(deals.chance[account]))
        if late > DEAD_AFTER_DAYS:
            return f"Was expected {day_words(date, None)}; still alive?"
        if late < -horizon:
            return f"Expected Q{(date.month + 2) // 3} {date.year}"
        if deals.timing[account] == Timing.LATER:
            return f"{what}, an early stage"
        if date is None:
            return f"{what}, no date given"
        return f"{what}, {'was due' if late > 0 else 'due'} {day_words(date, settings.plan_start)}"

    return words


def _chance_words(chance: float) -> str:
    return "Open" if np.isnan(chance) else f"{100 * chance:.0f}% chance"


def day_words(date: dt.date, near: dt.date | None) -> str:
    """ "14 May", with the year where it is not the year of `near`."""
    return f"{date.day} {date:%b}" if near is not None and date.year == near.year else f"{date.day} {date:%b %Y}"


def _industry_clients(clues: Clues) -> Callable[[int], str]:
    industries = shares_of_industries(clues.roster, clues.facts.relationship)

    def words(account: int) -> str:
        held = int(industries.held[account])
        return f"{held or 'none'} of your {industries.clients:,} clients"

    return words


def _typical_fee(clues: Clues) -> Callable[[int], str]:
    assumed = clues.facts.assumed.get(Field.ANNUAL_FEE, np.zeros(clues.roster.size, dtype=bool))
    return lambda account: "typical fee assumed" if assumed[account] else "assumed to hire again"


def _won_year(clues: Clues) -> Callable[[int], str]:
    dates = clues.roster.date(Field.WON_ON).astype("datetime64[Y]").astype(object)
    return lambda account: "" if dates[account] is None else f"{dates[account].year}"


def _lost_reason(clues: Clues) -> Callable[[int], str]:
    texts = clues.text(Clue.LOST_REASON)
    return lambda account: str(texts[account]).strip().lower()


def _deals_referred(clues: Clues) -> Callable[[int], str]:
    counts = clues.number(Clue.DEALS_REFERRED)
    return lambda account: f"{int(counts[account])}"


PLACES: Mapping[str, Callable[[Clues], Callable[[int], str]]] = MappingProxyType(
    {
        "open_deal": _open_deal,
        "industry_clients": _industry_clients,
        "typical_fee": _typical_fee,
        "won_year": _won_year,
        "lost_reason": _lost_reason,
        "deals_referred": _deals_referred,
    }
)
