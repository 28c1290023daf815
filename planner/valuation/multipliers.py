"""What multiplies an account's worth, good by good: who fits best buys; who does most good counts most.

A further column that makes accounts worth more or less is read here and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import numpy as np

from planner.arrays import Numbers
from planner.errors import SettingError
from planner.fields import Field
from planner.goods import GOODS, Good
from planner.records.issues import Issue
from planner.roster.roster import Roster
from planner.valuation.distinct import plain
from planner.vocabulary import Severity

TOP_RATING = 5.0


def multiplier(rating: Numbers) -> Numbers:
    """`0.5 + rating / 5` of a (n,) rating from 0 to 5: 0.5 to 1.5, 1 at the middle and where nothing is rated."""
    scaled: Numbers = 0.5 + np.clip(rating, 0, TOP_RATING) / TOP_RATING
    return np.where(np.isnan(rating), 1.0, scaled)


def worth_multipliers(roster: Roster) -> tuple[Numbers, tuple[Issue, ...]]:
    """(n, 5) multiplier of each good: fit of what pays now or later, impact of good for others, 1 of the rest.

    Raises:
        SettingError: naming sheet and cell, when the Fit sheet cannot be used.
    """
    fit, issues = fit_multiplier(roster)
    impact = multiplier(roster.number(Field.IMPACT))
    by_good = {Good.OTHERS: impact, Good.NOW: fit, Good.LATER: fit}
    none = np.ones(roster.size)
    return np.stack([by_good.get(good, none) for good in GOODS], axis=1), issues


def fit_multiplier(roster: Roster) -> tuple[Numbers, tuple[Issue, ...]]:
    """(n,) multiplier of fees: `0.5 + m / 5`, m the mean of the account's `fit_*` ratings by their weights.

    Weights are those of the Fit sheet (`criterion`, `weight`), 1 where it says nothing; criteria that an account
    is not rated on are left out of its mean. An average of 2.5, or no rating at all, gives exactly 1.

    Raises:
        SettingError: naming sheet and cell, when a weight is not a number from 0 up.
    """
    weights, issues = fit_weights(roster)
    total, weighed = np.zeros(roster.size), np.zeros(roster.size)
    for criterion, ratings in roster.fit.items():
        known = ~np.isnan(ratings)
        weight = weights[criterion]
        total += np.where(known, weight * ratings, 0.0)
        weighed += np.where(known, weight, 0.0)
    mean = np.divide(total, weighed, out=np.full(roster.size, np.nan), where=weighed > 0)
    return multiplier(mean), issues


def fit_weights(roster: Roster) -> tuple[Mapping[str, float], tuple[Issue, ...]]:
    """Weight of each criterion in `roster.fit`, and what the Fit sheet names that the list does not have.

    Raises:
        SettingError: naming sheet and cell.
    """
    weights = dict.fromkeys(roster.fit, 1.0)
    names = {_key(criterion): criterion for criterion in roster.fit}
    issues: list[Issue] = []
    sheet = roster.sheets.get("fit")
    if sheet is None:
        return weights, ()
    title = sheet.name.capitalize()
    for row in sheet.rows:
        criterion, weight = row.get("criterion"), row.get("weight")
        if criterion is None or criterion.value in (None, "") or weight is None or weight.value in (None, ""):
            continue
        try:
            number = float(str(weight.value).strip().rstrip("%"))
        except ValueError:
            number = np.nan
        if not 0 <= number < np.inf:
            raise SettingError(
                f"{title}!{weight.cell}: the weight of “{criterion.value}” should be a number from 0 up, "
                f"but is “{weight.value}”."
            )
        if _key(str(criterion.value)) in names:
            weights[names[_key(str(criterion.value))]] = number
        else:
            issues.append(_not_rated(title, criterion.cell, str(criterion.value)))
    return weights, tuple(issues)


def _key(criterion: str) -> str:
    return re.sub(r"^fit\b[\s:–-]*", "", plain(criterion.replace("_", " ")))


def _not_rated(sheet: str, cell: str, criterion: str) -> Issue:
    return Issue(
        "fit-criterion-unrated",
        Severity.NOTE,
        f"The {sheet} sheet weighs “{criterion}”, but no column of the client list rates it.",
        f"Add a column “Fit: {criterion}” with ratings from 0 to 5, or remove the line.",
        sheet,
        cell,
        criterion,
    )
