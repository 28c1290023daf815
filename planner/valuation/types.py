"""What the stages of valuation and tagging hand on: facts (gaps filled), tags (with reasons), values.

Every array's first axis is the account, in the roster's order; a good axis follows `goods.GOODS`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from planner.arrays import Mask, Numbers, Texts
from planner.fields import Field
from planner.goods import GOODS, Good
from planner.records.issues import Issue


@dataclass(frozen=True, eq=False)
class Facts:
    """The roster with its gaps filled, every assumption marked.

    Attributes:
        relationship: (n,) values of `vocabulary.Relationship`.
        fee: (n,) money a year; NaN only where the whole roster has no money.
        margin: (n,) money a year left after serving the account (may be negative).
        probability: (n,) chance of hiring, 0 to 1.
        years_away: (n,) years from `plan_start` to the expected date, 0 when past or not given.
        referrals: (n,) referrals a year.  referral_fee: (n,) money.
        multipliers: (n, 5) of what each good is worth, around 1; exactly 1 where nothing is rated.
        current_hours: (n,) NaN where not known.
        assumed: mask per field of what was filled in.
        repeated: (n,) assumed fees that are what the account hired for before; None where nobody is known to have.
        in_money: whether the roster has any money at all.
        issues: what had to be decided on the way.
        later_probability: (n,) chance of hiring later, where it is another than `probability` (see
            `chances`); None where it is the same for all.
    """

    relationship: Texts
    fee: Numbers
    margin: Numbers
    probability: Numbers
    years_away: Numbers
    referrals: Numbers
    referral_fee: Numbers
    multipliers: Numbers
    current_hours: Numbers
    assumed: Mapping[Field, Mask]
    in_money: bool
    issues: tuple[Issue, ...] = ()
    later_probability: Numbers | None = None
    repeated: Mask | None = None


@dataclass(frozen=True, eq=False)
class Tags:
    """How good each account is, and who said so.

    Attributes:
        strength: (n, 5) in (0, 1]; 0 for no; NaN for not known.
        sure_strength: (n, 5) strength by facts alone: ratings, changes by hand and rules on what the list states;
            0 where only a guess says it, where the good is no, and where it is not known.
        reason: (n, 5) text that a person can check.
        authority: (n, 5) values of `vocabulary.Authority`.
        seen: (3,) whether a group has any evidence at all.
        notes: whole sentences about the tagging (a rule that fires on nearly all, a group not seen).
    """

    strength: Numbers
    sure_strength: Numbers
    reason: Texts
    authority: Texts
    seen: Mask
    notes: tuple[str, ...] = ()
    issues: tuple[Issue, ...] = ()

    def sure(self, account: int, good: Good) -> str:
        """ "fact" where all of the strength rests on facts, "guess" where some does not, `""` where there is none."""
        column = GOODS.index(good)
        strength = np.nan_to_num(self.strength[account, column])
        if not strength > 0:
            return ""
        return "fact" if self.sure_strength[account, column] >= strength else "guess"


@dataclass(frozen=True, eq=False)
class Values:
    """What an account is worth at full effort over a year.

    Attributes:
        worth: (n, 5); `others` and `strengths` in points (0 to 100 × impact), the rest in money, or in points
            where the roster has no money.
        in_money: whether the last three are money.
    """

    worth: Numbers
    in_money: bool
