"""Several partners' ratings of one list that came as several files: joined by account into one list with raters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

import numpy as np

from planner.arrays import Numbers
from planner.errors import InputError
from planner.fields import RATING_OF
from planner.goods import Good
from planner.parsing.header_text import plain
from planner.records.issues import Issue
from planner.roster.roster import Roster
from planner.vocabulary import Severity


def joined(lists: Mapping[str, Roster]) -> Roster:
    """The first list, rated by everybody: each partner's ratings by account, and the average to plan with.

    Args:
        lists: the list to plan, then lists of partners, each by its name. A list with ratings is a partner's of that
            name, unless it names its raters itself; what is not a rating is taken from the first.

    Raises:
        InputError: when a further list rates nothing of the first, or two have ratings of one partner.
    """
    base = next(iter(lists.values()))
    raters: dict[str, Mapping[Good, Numbers]] = {}
    for name, given in lists.items():
        rated = _raters(base, name, given)
        if not rated and given is not base:
            raise InputError(f"The list of {name} rates no account of the first list; check the names of the accounts.")
        for who, ratings in rated.items():
            if who.casefold() in {known.casefold() for known in raters}:
                raise InputError(f"There are two sets of ratings of {who}; keep one.")
            raters[who] = ratings
    columns = dict(base.columns)
    for good, field in RATING_OF.items():
        all_given = np.array([by.get(good, np.full(base.size, np.nan)) for by in raters.values()])
        count = np.isfinite(all_given).sum(axis=0)
        if count.any():
            average = np.nansum(all_given, axis=0) / np.maximum(count, 1)
            columns[field] = np.where(count > 0, average, base.number(field))
    issues = tuple(issue for name, given in lists.items() for issue in _not_joined(base, name, given))
    return replace(base, columns=MappingProxyType(columns), raters=raters, issues=(*base.issues, *issues))


def _raters(base: Roster, name: str, given: Roster) -> dict[str, Mapping[Good, Numbers]]:
    """(n,) ratings by good of each rater of a list, in the order of the base list; NaN where there is none."""
    place = {plain(account): i for i, account in enumerate(given.names)}
    at = np.array([place.get(plain(account), -1) for account in base.names], dtype=np.intp)
    own = given.raters or {name: {good: given.number(field) for good, field in RATING_OF.items()}}
    moved = {who: {good: np.append(r, np.nan)[at] for good, r in by.items()} for who, by in own.items()}
    return {who: by for who, by in moved.items() if any(np.isfinite(ratings).any() for ratings in by.values())}


def _not_joined(base: Roster, name: str, given: Roster) -> list[Issue]:
    """A warning that names the accounts of a list that the first one does not have."""
    known = {plain(account) for account in base.names}
    alone = [str(account) for account in given.names if plain(account) not in known]
    if not alone:
        return []
    some = ", ".join(alone[:3]) + (" and more" if len(alone) > 3 else "")
    message = f"{len(alone)} of the accounts that {name} rated are not in the first list: {some}."
    return [
        Issue(
            "rater-not-joined", Severity.WARNING, message, "Write their names alike in both lists.", given.source.sheet
        )
    ]
