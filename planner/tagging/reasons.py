"""Words for why an account is tagged as it is: whole, checkable, and filled with what was found.

A rule's reason may hold places in braces: `{Where}` and `{found}` (the column and the words that fitted), `{remark}`
(the remark that says so, with its cell), the ones of `PLACES`, or the name of any clue ("{industry}"). Anything else in
braces stays as it is written.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from planner.arrays import Index, Mask, Texts, same_text
from planner.facts.offers import ON_TABLE
from planner.fields import Field
from planner.parsing.remarks.remark_families import READY
from planner.parsing.standing.stages import chance_of_stage
from planner.parsing.standing.statuses import LIGHTS, status_of
from planner.tagging.remark_texts import Quotes, remarks_of
from planner.tagging.rule import Operator, Rule
from planner.tagging.rule_attributes import NUMBER_CLUES, Clue, Clues
from planner.tagging.rule_matching import Matcher, phrases_of
from planner.text import day_text
from planner.valuation.deal_timing import Timing
from planner.valuation.distinct import distinct, is_one_of
from planner.vocabulary import Origin, Relationship

SAID_SO = frozenset({"You confirmed it", "Ticked", "Double ticked"})
"""Why a rating was changed, where an answer said that a good is there: it makes no fact weaker."""
RENEWAL = "Renewal or new work"
"""What the date of a client is of, where nothing else is said of it."""
Words = Callable[[Clues, Index], Texts]

_PICTURE = re.compile(r"^[^\w\s(\[“\"'#+-]+\s+(?=\w)")
PLACE = re.compile(r"\{([^{}]+)\}")


def fill_reasons(rule: Rule, accounts: Index, matcher: Matcher) -> Texts:
    """The reason of a rule for each of the k accounts that it holds for."""
    reasons = same_text(len(accounts), "")
    for position, part in enumerate(PLACE.split(rule.reason)):
        if part:
            reasons = reasons + (_found_there(part, rule, accounts, matcher) if position % 2 else part)
    if not rule.reason.startswith("{"):
        return reasons
    return np.array([text[:1].upper() + text[1:] for text in reasons.tolist()], dtype=object)


def _found_there(name: str, rule: Rule, accounts: Index, matcher: Matcher) -> Texts:
    """(k,) words for one place of a reason."""
    clues = matcher.clues
    if name == "remark":
        return _each_remark(rule, accounts, matcher)
    if name in {"Where", "found"}:
        return _matched(name, rule, accounts, matcher)
    if name in PLACES:
        return PLACES[name](clues, accounts)
    if name in NUMBER_CLUES:
        return _each(clues.number(name)[accounts], lambda number: f"{number:.3g}")
    if name in frozenset(Clue) or name in clues.roster.other:
        return clues.text(name)[accounts]
    return same_text(len(accounts), "{" + name + "}")


def _each(values: NDArray[Any], words: Callable[[Any], str]) -> Texts:
    """(k,) words for (k,) values, each different value once."""
    different, codes = np.unique(values, return_inverse=True)
    return np.array([words(value) for value in different.tolist()], dtype=object)[codes]


def _matched(name: str, rule: Rule, accounts: Index, matcher: Matcher) -> Texts:
    """The column (`Where`) or the words (`found`) that fitted the rule's first condition on words."""
    condition = next((c for c in rule.when if c.operator is Operator.HAS_WORD), None)
    if condition is None:
        return same_text(len(accounts), "")
    fields, words = matcher.found(condition, accounts)
    return words if name == "found" else _each(fields.astype(str), str.capitalize)


def _open_deal(clues: Clues, accounts: Index) -> Texts:
    """ "Proposal, due 14 May"; "Expected Q2 2027"; "Lead, early days"; "Was expected 3 Jan 2025; still alive?".

    Of a client with no more than a date: "Renewal or new work, due 14 May".
    """
    deals = clues.open_deals
    hoped = is_one_of(deals.timing[accounts], (Timing.EARLY,)) & (deals.stage[accounts] == "")  # slim, not young
    told = np.where(hoped, str(Timing.NOW), deals.timing[accounts]).astype(object)
    stages, timings = distinct(deals.stage[accounts]), distinct(told)
    what = stages.spread(np.array(list(map(_stage_words, stages.values)), dtype=object))
    dated = (what == "") & np.isnan(deals.chance[accounts]) & _clients_of_accounts(clues, accounts)
    what = np.where(what == "", _warm_words(clues, accounts), what)
    what = np.where(what == "", _each(deals.chance[accounts], _chance_words), what)
    what = np.where(dated, RENEWAL, what)
    dates, date = np.unique(deals.expected[accounts], return_inverse=True)
    _, first, place = np.unique(timings.codes * len(dates) + date, return_index=True, return_inverse=True)
    when = [
        _when_words(timings.values[code], day, clues.settings.plan_start)
        for code, day in zip(timings.codes[first].tolist(), dates[date[first]].tolist(), strict=True)
    ]
    alone = is_one_of(deals.timing[accounts], (Timing.STALE, Timing.LATER))
    said = np.where(alone, "", what) + np.array(when, dtype=object)[place]
    later = dated & is_one_of(deals.timing[accounts], (Timing.LATER,))
    return np.asarray(np.where(later, [f"{RENEWAL} {text[:1].lower()}{text[1:]}" for text in said], said))


def _stage_words(stage: str) -> str:
    """A stage as it is told: without the picture before it; a number alone says what it is one of."""
    stage = _PICTURE.sub("", stage)
    return f"Stage {stage.strip()}" if stage.strip().isdigit() else stage.strip()


def _clients_of_accounts(clues: Clues, accounts: Index) -> Mask:
    """(k,) clients of a list with one row an account, whose dates are no deals' of their own."""
    clients = is_one_of(clues.facts.relationship[accounts], (Relationship.CLIENT,))
    return clients & (clues.roster.deals is None)


def _when_words(timing: str, date: dt.date | None, start: dt.date | None) -> str:
    """What follows the stage of a deal; of one that is stale or for later, all there is to say."""
    if timing == Timing.EARLY:
        return ", early days"
    if date is None:
        return ", no date given"
    if timing == Timing.STALE:
        return f"Was expected {day_words(date, None)}; still alive?"
    if timing == Timing.LATER:
        return f"Expected Q{(date.month + 2) // 3} {date.year}"
    if date == start:  # what people write for it is "now" or "ongoing", not a day
        return ", now"
    due = "was due" if start is not None and date < start else "due"
    return f", {due} {day_words(date, start)}"


def _warm_words(clues: Clues, accounts: Index) -> Texts:
    """(k,) the status in its own words where the chance is what that status stands for (`À relancer`), else `""`."""
    roster = clues.roster
    source = roster.sources.get(Field.PROBABILITY)
    if source is None or roster.deals is not None:
        return same_text(len(accounts), "")
    worked_out = source[accounts] == str(Origin.WORKED_OUT)
    status = [text if status_of(text).state in LIGHTS else "" for text in roster.text(Field.STATUS)[accounts]]
    told = map(_stage_words, status)
    return np.where(worked_out, np.array([text[:1].upper() + text[1:] for text in told], dtype=object), "")


def _chance_words(chance: float) -> str:
    return "Open deal" if np.isnan(chance) else f"{100 * chance:.0f}% chance"


def day_words(date: dt.date, near: dt.date | None) -> str:
    """ "14 May", with the year where it is not the year of `near`."""
    return f"{date.day} {date:%b}" if near is not None and date.year == near.year else day_text(date)


def _industry_clients(clues: Clues, accounts: Index) -> Texts:
    industries = clues.industries
    return _each(
        industries.held[accounts], lambda held: f"{int(held) or 'none'} of your {industries.clients:,} clients"
    )


def _nothing_open(clues: Clues, accounts: Index) -> Texts:
    """(k,) what is said of prospects without a deal: nothing is open, or no more than a remark tells of."""
    told = {clue.account for clue in clues.roster.remarks if clue.family == READY.name and not clue.negated}
    remarks = remarks_of(clues.roster, set(accounts.tolist()))  # such as `on tender list`
    told |= {account for account, text, _ in remarks if ON_TABLE <= chance_of_stage(text) < 1.0}
    return np.array(
        [", should it not hire now" if i in told else " with nothing open yet" for i in accounts.tolist()], dtype=object
    )


def _typical_fee(clues: Clues, accounts: Index) -> Texts:
    """(k,) where the fee of those who are expected to hire again comes from."""
    assumed = clues.facts.assumed.get(Field.ANNUAL_FEE, np.zeros(clues.roster.size, dtype=bool))[accounts]
    hired = np.isfinite(clues.roster.fact("typical_fee")[accounts])
    said = np.where(hired, "its usual fee assumed", "typical fee assumed")
    return np.where(assumed, said, "assumed to hire again").astype(object)


def _won_year(clues: Clues, accounts: Index) -> Texts:
    return clues.roster.date(Field.WON_ON)[accounts].astype("datetime64[Y]").astype(str).astype(object)


def _lost_reason(clues: Clues, accounts: Index) -> Texts:
    return _each(clues.text(Clue.LOST_REASON)[accounts], lambda text: text.strip().lower())


def _deals_referred(clues: Clues, accounts: Index) -> Texts:
    """(k,) how many deals accounts sent; in a list without deals, of how many accounts they are named as the source."""
    of_deals = clues.roster.deals is not None or np.isfinite(clues.roster.fact("referred_deals")).any()
    said = "Sent you {0} deals" if of_deals else "Named as the source of {0} accounts"
    return _each(clues.number(Clue.DEALS_REFERRED)[accounts], lambda count: said.format(int(count)))


def _each_remark(rule: Rule, accounts: Index, matcher: Matcher) -> Texts:
    """(k,) the remarks that a rule found its phrases in, each with its cell."""
    quotes = Quotes(phrases_of((rule,)))
    roster = matcher.clues.roster
    wanted = set(accounts.tolist())
    found: dict[int, str] = {}
    for account, text, place in remarks_of(roster, wanted):
        if account not in found and (words := quotes.of(text)):
            found[account] = f"“{words}”" + (f" in {place}" if place else "")
    return np.array([found.get(account, "") for account in accounts.tolist()], dtype=object)


PLACES: Mapping[str, Words] = MappingProxyType(
    {
        "open_deal": _open_deal,
        "nothing_open": _nothing_open,
        "industry_clients": _industry_clients,
        "typical_fee": _typical_fee,
        "won_year": _won_year,
        "lost_reason": _lost_reason,
        "deals_referred": _deals_referred,
    }
)
"""What a reason can name, by the word in braces."""
