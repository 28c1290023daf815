"""How good each account is in the five ways, and why: override before rating before rule before not known.

A strength is in (0, 1], 0 for no, NaN for not known; a rating r of 5 is the strength r / 5. A strength under 0.15
is noise: whoever gave it said "hardly", which is kept as no. A good without value is no as well: for now and later,
an account that does not pay more than it costs; for any good, one whose worth comes out as 0.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from planner.arrays import Mask, Numbers, Texts, same_text
from planner.collector import without_collection
from planner.fields import FIELDS, RATING_OF, Field
from planner.goods import GOOD_SPECS, GOODS, Good
from planner.parsing.dates.not_before import says_to_wait
from planner.parsing.standing.statuses import status_of
from planner.parsing.standing.words.status_words import State
from planner.roster.roster import Roster
from planner.roster.standing.left_out import accounts_left_out
from planner.settings import Settings
from planner.sheets.overrides import read_overrides
from planner.tagging.default_rules import DEFAULT_RULES
from planner.tagging.evidence import evidence_notes, groups_seen
from planner.tagging.reasons import SAID_SO, fill_reasons
from planner.tagging.remark_rules import REMARK
from planner.tagging.rule import Condition, Operator, Rule
from planner.tagging.rule_attributes import Clue, Clues
from planner.tagging.rule_matching import Matcher, phrases_of
from planner.text import money
from planner.valuation.deal_timing import Timing
from planner.valuation.distinct import plain
from planner.valuation.types import Facts, Tags
from planner.valuation.value import worth_of
from planner.vocabulary import Authority

NOISE = 0.15
PARKED_LATER = 0.2
"""How good for later an account can be that rests for now."""
TOP_RATING = 5.0
NOT_KNOWN = "Not rated, and no rule says so"
OFTEN = 0.9
OFTEN_LEAST = 10
SHOWN_VALUES = 4


@dataclass(frozen=True, eq=False)
class _Draft:
    """Tags while authorities are still being laid over each other; arrays (n, 5). `sure` is by facts alone."""

    strength: Numbers
    sure: Numbers
    reason: Texts
    authority: Texts


@without_collection()
def tag(roster: Roster, facts: Facts, rules: tuple[Rule, ...], settings: Settings) -> Tags:
    """Tag every account with the five goods."""
    draft, said_by_rules, notes = _by_rules(roster, facts, rules, settings)
    _end(draft, roster)
    for column, good in enumerate(GOODS):
        _lay_ratings(draft, roster, good, column)
    strength = np.where(draft.strength < NOISE, 0.0, draft.strength)
    strength, reason = _without_value(roster, facts, settings, strength, draft.reason)
    spoken = np.isnan(strength) | (draft.authority != Authority.NOBODY)
    authority = draft.authority.copy()
    authority[~spoken] = str(Authority.RULE)
    seen = groups_seen(strength, authority, said_by_rules)
    sure = np.minimum(np.where(draft.sure < NOISE, 0.0, draft.sure), np.nan_to_num(strength))
    return Tags(strength, np.nan_to_num(sure), reason, authority, seen, notes + evidence_notes(seen))


def _by_rules(
    roster: Roster, facts: Facts, rules: tuple[Rule, ...], settings: Settings
) -> tuple[_Draft, Mask, tuple[str, ...]]:
    """What the rules say; also (5,) which goods a rule of the user's own spoke about, and notes on empty rules.

    Of the rules for a good that hold for an account, one of the user's own counts before a default one, a fact before
    a guess, then the strongest, then what a remark says, then the first; of facts alone likewise.
    """
    shape = (roster.size, len(GOODS))
    draft = _Draft(
        np.full(shape, np.nan),
        np.full(shape, np.nan),
        same_text(shape, NOT_KNOWN),
        same_text(shape, str(Authority.NOBODY)),
    )
    matcher = Matcher(Clues(roster, facts, settings), phrases_of(rules))
    rated = _rated(roster)
    own = np.zeros(len(GOODS), dtype=bool)
    notes = []
    defaults = frozenset(DEFAULT_RULES)
    for rule in sorted(rules, key=lambda rule: (*_rank(rule, defaults), -rule.strength, rule.reason != REMARK)):
        holds = matcher.holds(rule)
        fired = int(holds.sum())
        if not fired:
            continue
        column = GOODS.index(rule.good)
        own[column] |= rule not in defaults
        if fired >= OFTEN * roster.size and roster.size >= OFTEN_LEAST:
            notes.append(_says_nothing(rule, fired, roster.size))
        if rule.sure:
            draft.sure[holds & np.isnan(draft.sure[:, column]), column] = rule.strength
        first = holds & np.isnan(draft.strength[:, column])
        draft.strength[first, column] = rule.strength
        draft.authority[first, column] = str(Authority.RULE)
        told = np.flatnonzero(first & ~rated[:, column])
        draft.reason[told, column] = fill_reasons(rule, told, matcher)
    return draft, own, tuple(notes)


def _rated(roster: Roster) -> Mask:
    """(n, 5) where a rating, or one changed by hand, takes the place of what rules say, and of why they say it."""
    columns = [
        ~np.isnan(roster.number(RATING_OF[good])) | roster.overridden.get(RATING_OF[good], False) for good in GOODS
    ]
    return np.column_stack(columns)


def _rank(rule: Rule, defaults: frozenset[Rule]) -> tuple[bool, int]:
    """Whose rule counts first: the user's own; then facts, what remarks deny, other guesses, what a kind denies."""
    if rule not in defaults:
        return False, 0
    if rule.strength > 0:
        return True, 0 if rule.sure else 2
    return True, 3 if rule.sure else 1


def _end(draft: _Draft, roster: Roster) -> None:
    """No hope of being hired by accounts that the list ends; of those that it parks, a little for later."""
    for account, words in accounts_left_out(roster).items():
        parked = status_of(words).state is State.PARKED or says_to_wait(words, step=True)
        for good, most in ((Good.NOW, 0.0), (Good.LATER, PARKED_LATER if parked else 0.0)):
            column = GOODS.index(good)
            for strength in (draft.strength, draft.sure):
                strength[account, column] = min(np.nan_to_num(strength[account, column], nan=most), most)
            draft.reason[account, column] = f"The list says “{words}”"
            draft.authority[account, column] = str(Authority.RULE)


def _says_nothing(rule: Rule, fired: int, size: int) -> str:
    what = FIELDS[RATING_OF[rule.good]].title.lower()
    share = f"all {size:,} accounts" if fired == size else f"{fired:,} of {size:,} accounts"
    return (
        f"One rule says the same of {share} for “{what}”: {_why_words(rule)}. That says little about any one of them; "
        "rate the accounts, or change the rule on the Rules sheet."
    )


def _why_words(rule: Rule) -> str:
    """A rule by its reason, or by its conditions in words where the reason differs from account to account."""
    if "{" not in rule.reason:
        return f"“{rule.reason}”"
    return ", and ".join(map(_condition_words, rule.when))


def _condition_words(condition: Condition) -> str:
    """`its open deal is for now`, `it pays more than it costs`, `its months since won are at most 12`."""
    name, values = " or ".join(condition.fields), condition.values
    if isinstance(values, float):
        return f"its {name} {'are' if name.startswith('months') else 'is'} {condition.operator} {values:g}"
    if (name, values) in _PLAIN and condition.operator in {Operator.IS, Operator.ONE_OF}:
        return _PLAIN[name, values]
    listed = " or ".join(values[:SHOWN_VALUES]) + (" and the like" if len(values) > SHOWN_VALUES else "")
    return f"its {name} {condition.operator} {listed}".rstrip()


_PLAIN = {
    (str(Clue.OPEN_DEAL), (str(Timing.NOW),)): "it has an open deal to win now",
    (str(Clue.OPEN_DEAL), (str(Timing.LATER), str(Timing.EARLY))): "its open deal is for later, or at an early stage",
    (str(Clue.OPEN_DEAL), (str(Timing.STALE),)): "its open deal is long past its date",
    (str(Clue.OPEN_DEAL), (str(Timing.NONE),)): "it has no open deal",
    (str(Clue.OPEN_DEAL), (str(Timing.NONE), str(Timing.EARLY), str(Timing.STALE))): "it has no deal soon to be won",
    (str(Clue.PAYS), ("yes",)): "it pays more than it costs",
    (str(Clue.NEW_SERVICE), ("yes",)): "it would be a new service for you",
    (str(Clue.FREE_WORK), ("yes",)): "its work is pro bono",
}


def _lay_ratings(draft: _Draft, roster: Roster, good: Good, column: int) -> None:
    """Ratings, and ratings changed by hand, over what rules said; a blank put in by hand makes it not known."""
    field = RATING_OF[good]
    rating = roster.number(field)
    changed = roster.overridden.get(field, np.zeros(roster.size, dtype=bool))
    given = ~np.isnan(rating)
    of_facts = np.nan_to_num(draft.sure[:, column])
    for strength in (draft.strength, draft.sure):
        strength[given, column] = rating[given] / TOP_RATING
        strength[changed & ~given, column] = np.nan
    draft.authority[given, column] = str(Authority.RATING)
    draft.authority[changed, column] = str(Authority.OVERRIDE)
    raters = sum(good in ratings for ratings in roster.raters.values())
    averaged = f", the average of {raters} raters" if raters > 1 else ""
    rated = np.flatnonzero(given & ~changed)
    different, which = np.unique(rating[rated], return_inverse=True)
    said = np.array([f"Rating {one:.3g} of 5" for one in different.tolist()], dtype=object)
    places = roster.places(field, rated)
    draft.reason[rated, column] = (said + " in ")[which] + places
    nowhere = places == ""
    draft.reason[rated[nowhere], column] = (said + averaged)[which[nowhere]]
    whys = _whys(roster, field) if changed.any() else {}
    for account in np.flatnonzero(changed).tolist():
        what = f"{rating[account]:.3g} of 5" if given[account] else "not known"
        why = whys.get(plain(roster.names[account]), "")
        draft.reason[account, column] = f"You changed it to {what}" + (f": {why}" if why else "")
        if why in SAID_SO:
            for strength in (draft.strength, draft.sure):
                strength[account, column] = max(strength[account, column], of_facts[account])


def _whys(roster: Roster, field: Field) -> dict[str, str]:
    """Why the user changed a field, by account."""
    overrides, _ = read_overrides(roster.sheets.get("overrides"))
    return {plain(one.account): one.why for one in overrides if one.field is field}


def _without_value(
    roster: Roster, facts: Facts, settings: Settings, strength: Numbers, reason: Texts
) -> tuple[Numbers, Texts]:
    """Strength 0, and why, where a good has no value."""
    strength, reason = strength.copy(), reason.copy()
    unpaid = np.flatnonzero(facts.in_money & (facts.margin <= 0))
    words = [_unpaid_words(roster, facts, settings, account) for account in unpaid.tolist()]
    for good in (Good.NOW, Good.LATER):
        strength[unpaid, GOODS.index(good)] = 0.0
        reason[unpaid, GOODS.index(good)] = words
    worth = worth_of(facts, np.nan_to_num(strength), settings)
    empty = (strength > 0) & ~(worth > 0)
    for column, good in enumerate(GOODS):
        reason[empty[:, column], column] = GOOD_SPECS[good].nothing
    strength[empty] = 0.0
    return strength, reason


def _unpaid_words(roster: Roster, facts: Facts, settings: Settings, account: int) -> str:
    fee, sign = facts.fee[account], settings.currency
    if fee <= 0:
        return "It pays no fee"
    if np.isnan(roster.number(Field.COST_TO_SERVE)[account]):
        return "Your margin setting leaves nothing after serving it"
    cost = fee - facts.margin[account]
    return f"Costs {money(cost, sign)} to serve and pays {money(fee, sign)}"
