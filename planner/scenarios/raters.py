"""Several partners' ratings of one list that came as several files: joined by account into one list with raters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

import numpy as np

from planner.errors import InputError
from planner.roster.headers import plain
from planner.roster.roster import Issue, Numbers, Roster
from planner.schema import RATING_OF, Good, Severity


def joined(lists: Mapping[str, Roster]) -> Roster:
    """The first partner's list, rated by everybody: their own ratings by account, and the average to plan with.

    Args:
        lists: a list by the name of who rated it; what is not a rating is taken from the first.

    Raises:
        InputError: for fewer than two lists, or one that rates nothing of the first.
    """
    if len(lists) < 2:
        raise InputError("Give the ratings of at least two partners, each in a file of their own.")
    base = next(iter(lists.values()))
    raters = {name: _ratings(base, given) for name, given in lists.items()}
    for name, ratings in raters.items():
        if not any(np.isfinite(column).any() for column in ratings.values()):
            raise InputError(f"The list of {name} rates no account of the first list; check the names of the accounts.")
    columns = dict(base.columns)
    for good, field in RATING_OF.items():
        given = np.array([ratings[good] for ratings in raters.values()])
        known = np.isfinite(given)
        count = known.sum(axis=0)
        if count.any():
            total = np.where(known, given, 0.0).sum(axis=0)
            columns[field] = np.divide(total, count, out=np.full(base.size, np.nan), where=count > 0)
    issues = tuple(issue for name, given in lists.items() for issue in _not_joined(base, name, given))
    return replace(base, columns=MappingProxyType(columns), raters=raters, issues=(*base.issues, *issues))


def _ratings(base: Roster, given: Roster) -> dict[Good, Numbers]:
    """(n,) ratings by good of another list, in the order of the base list; NaN where it has none."""
    place = {plain(name): i for i, name in enumerate(given.names)}
    at = np.array([place.get(plain(name), -1) for name in base.names], dtype=np.intp)
    own = {good: np.append(given.number(field), np.nan) for good, field in RATING_OF.items()}
    return {good: ratings[at] for good, ratings in own.items()}


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
