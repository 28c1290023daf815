"""Screens of questions that name accounts: whose answer would change the plan most, and what is over."""

from __future__ import annotations

from typing import Final

import numpy as np

from planner.arrays import Index
from planner.fields import FIELDS, RATING_OF, Field
from planner.goods import GOOD_SPECS, GOODS, Good
from planner.questions.elicitation_priority import ended, guess_stakes, stakes
from planner.questions.screen import Ask, Choice, QuestionScreen, Say
from planner.result import Plan
from planner.sheets.overrides import told
from planner.tagging.reasons import day_words
from planner.text import listed, money
from planner.valuation.deal_timing import Timing, find_open_deals
from planner.vocabulary import Authority, Relationship

MOST_NAMES: Final = 15
MOST_STALE: Final = 10


def ask_names(plan: Plan, good: Good) -> QuestionScreen | None:
    """The accounts whose tick for a good would change the plan most."""
    stake = stakes(plan, good)
    order = np.lexsort((plan.roster.names.astype(str), -stake))[:MOST_NAMES]
    choices = tuple(
        Choice(str(plan.roster.names[i]), str(plan.roster.names[i]), _known(plan, good, int(i)))
        for i in order
        if stake[i] > 0
    )
    if not choices:
        return None
    hint = "Tick the names; tick twice for the very best. Leave out those you are not sure about."
    return QuestionScreen(Ask.NAMES, GOOD_SPECS[good].asks_which, hint, choices, (Say.TICK, Say.DOUBLE_TICK), good)


def _known(plan: Plan, good: Good, account: int) -> str:
    """What is known so far: the rule's reason, else the relationship and industry."""
    column = GOODS.index(good)
    if plan.tags.authority[account, column] == Authority.RULE:
        return str(plan.tags.reason[account, column])
    parts = [str(plan.facts.relationship[account]), str(plan.roster.text(Field.INDUSTRY)[account])]
    return listed([part for part in parts if part]).replace(" and ", ", ")


def ask_guesses(plan: Plan) -> QuestionScreen | None:
    """The guesses that most of the plan hangs on, to confirm or dismiss."""
    found: list[tuple[float, Choice]] = []
    for column, good in enumerate(GOODS):
        weight = guess_stakes(plan, good)
        for i in np.flatnonzero(weight > 0).tolist():
            name = str(plan.roster.names[i])
            title = f"{name}: {FIELDS[RATING_OF[good]].title.lower()}"
            found.append((float(weight[i]), Choice(f"{good}:{name}", title, str(plan.tags.reason[i, column]))))
    if not found:
        return None
    found.sort(key=lambda one: (-one[0], one[1].key))
    choices = tuple(choice for _, choice in found[:MOST_NAMES])
    return QuestionScreen(
        Ask.GUESSES,
        "Are these guesses right?",
        "They come from names, remarks and industries that few of your clients are in; each counts for a few hours "
        "until you say so.",
        choices,
        (Say.YES, Say.NO),
    )


def ask_time(plan: Plan) -> QuestionScreen | None:
    """Asked where the file has no hours: the accounts that time probably went to."""
    if np.isfinite(plan.facts.current_hours).any():
        return None
    client = (plan.facts.relationship == Relationship.CLIENT).astype(np.float64)
    order = np.lexsort((plan.roster.names.astype(str), -np.nan_to_num(plan.facts.fee), -client))
    order = order[~ended(plan)[order]][:MOST_NAMES]
    choices = tuple(
        Choice(str(plan.roster.names[i]), str(plan.roster.names[i]), str(plan.facts.relationship[i])) for i in order
    )
    return QuestionScreen(
        Ask.TIME,
        "Where did your time go last quarter?",
        "Up to five names, of these or of your own list.",
        choices,
        (Say.A_LOT, Say.SOME),
        most=5,
    )


def ask_stale(plan: Plan) -> QuestionScreen | None:
    """The largest deals that are long past their date, of accounts that have nothing fresher."""
    accounts = stale_accounts(plan)
    if not len(accounts):
        return None
    deals = find_open_deals(plan.roster, plan.settings)
    sign = plan.settings.currency
    choices = []
    for i in accounts[:MOST_STALE].tolist():
        fee = plan.roster.number(Field.ANNUAL_FEE)[i]
        parts = [money(fee, sign)] if np.isfinite(fee) else []
        parts.append(f"expected {day_words(deals.expected[i].item(), None)}")
        choices.append(Choice(str(plan.roster.names[i]), str(plan.roster.names[i]), ", ".join(parts)))
    return QuestionScreen(
        Ask.STALE, "Still alive?", "They are half a year or more past their date.", tuple(choices), (Say.YES, Say.NO)
    )


def ask_left_out(plan: Plan) -> QuestionScreen | None:
    """The accounts that the list itself ends, the largest fee first; those that the user ended are not asked about."""
    fees = np.nan_to_num(plan.facts.fee)
    reasons = plan.roster.left_out
    found = [i for i in sorted(reasons, key=lambda i: (-fees[i], str(plan.roster.names[i]))) if not _told(plan, i)]
    if not found:
        return None
    choices = tuple(
        Choice(str(plan.roster.names[i]), str(plan.roster.names[i]), reasons[i]) for i in found[:MOST_STALE]
    )
    return QuestionScreen(
        Ask.LEFT_OUT, "Are these over?", "Your list says so, and they get no hours.", choices, (Say.YES, Say.NO)
    )


def _told(plan: Plan, account: int) -> bool:
    return told(plan.roster, str(plan.roster.names[account]), Field.LEAVE_OUT) is not None


def stale_accounts(plan: Plan) -> Index:
    """Positions of the accounts whose only open deal is long past its date, largest fee first."""
    timing = find_open_deals(plan.roster, plan.settings).timing
    found = np.flatnonzero(timing == Timing.STALE)
    fees = np.nan_to_num(plan.roster.number(Field.ANNUAL_FEE)[found])
    return np.asarray(found[np.lexsort((plan.roster.names[found].astype(str), -fees))])
