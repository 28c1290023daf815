"""What an account is worth for each good, at full effort over a year.

Money is after the cost of serving, in the list's currency; points are 0 to 100 (times impact). A chance enters
here and nowhere else; a strength says how good, never how likely.
"""

from __future__ import annotations

import numpy as np

from planner.arrays import Numbers
from planner.goods import GOODS, Good
from planner.settings import Settings
from planner.valuation.types import Facts, Tags, Values

POINTS = 100.0


def value(facts: Facts, tags: Tags, settings: Settings) -> Values:
    """Worth (n, 5) of each account and good; 0 where a good is no or not known."""
    return Values(worth_of(facts, np.nan_to_num(tags.strength), settings), facts.in_money)


def worth_of(facts: Facts, strength: Numbers, settings: Settings) -> Numbers:
    """Worth (n, 5) at (n, 5) strengths, with p the chance, s the strength, m the yearly margin in money:

    - now: `m · p · s`
    - later: `m · s · p_later · (1 − p · s_now) / (1 + discount rate)^years`, so one fee never counts twice;
      `p_later` is the account's own chance, but its relationship's usual one where the present deal is lost, and
      at most an early stage's where it is long past its date (`Facts.later_probability`)
    - referral: `referrals a year · referral fee · margin rate · conversion · s / (1 + discount rate)`
    - others, strengths and any other good that is not money: `100 · s`

    Each times its multiplier (`Facts.multipliers`: how well a client fits, how much good it does).

    Without money in the list, 100 points stand for `m` and for `referral fee · margin rate`. An account that costs
    more than it pays is worth 0, never less.
    """
    now_strength = strength[:, GOODS.index(Good.NOW)]
    money = np.maximum(facts.margin, 0.0) if facts.in_money else np.full(len(strength), POINTS)
    referred = facts.referral_fee * max(settings.margin, 0.0) if facts.in_money else POINTS
    later = facts.probability if facts.later_probability is None else facts.later_probability
    yearly = 1.0 + settings.discount_rate
    points = np.full(len(strength), POINTS)
    at_full_strength = {
        Good.NOW: money * facts.probability,
        Good.LATER: money * later * (1.0 - facts.probability * now_strength) / np.power(yearly, facts.years_away),
        Good.REFERRAL: facts.referrals * referred * settings.referral_conversion / yearly,
    }
    return np.stack([at_full_strength.get(good, points) for good in GOODS], axis=1) * facts.multipliers * strength
