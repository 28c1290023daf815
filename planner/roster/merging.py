"""Accounts that are one, made one: as the user says, or because the list has a row for each work of theirs.

Money and hours are added up, chances weigh by fee, the best rating and the earliest date win, texts are kept side by
side. Where the user merges accounts, the same figure twice is one figure.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from planner.arrays import Column, Index, Numbers
from planner.errors import InputError
from planner.facts.free_text import moved
from planner.fields import FIELDS, Field, Kind
from planner.parsing.names import fold, fold_all
from planner.records.issues import Issue
from planner.roster.deals.deal_aging import date_deals
from planner.roster.grouping import Groups, highest, is_missing, joined, pick, total
from planner.roster.roster import Roster
from planner.settings import Settings
from planner.text import money
from planner.vocabulary import Relationship, Severity

ADDED = frozenset({Kind.MONEY, Kind.HOURS, Kind.NUMBER})
SIDE_BY_SIDE = frozenset({Field.OWNER, Field.SERVICE, Field.NOTES, Field.NEXT_STEP, Field.DEAL, Field.OUTCOME})
LATEST = frozenset({Field.CLOSED_ON, Field.WON_ON, Field.LOST_ON, Field.LAST_CONTACT})
_RANK = (Relationship.CLIENT, Relationship.PAST_CLIENT, Relationship.REFERRAL_SOURCE, Relationship.PROSPECT)


def merge(roster: Roster, groups: Sequence[Sequence[str]], settings: Settings | None = None) -> Roster:
    """The roster with the accounts of each group made one, under the first of its names.

    Args:
        groups: names as in `Roster.names`, such as those of `Roster.duplicates`.
        settings: for the day that deals are dated to, where rows are deals.

    Raises:
        InputError: when a name is not in the list.
    """
    merged = _groups(roster, groups)
    if merged.size == roster.size:
        return roster
    result = as_one(roster, merged)
    result = dataclasses.replace(
        result,
        duplicates=tuple(one for one in roster.duplicates if not _done(one.accounts, groups)),
        issues=(*roster.issues, *_issues(roster, groups, result.columns, merged)),
    )
    return date_deals(result, settings or Settings())


def as_one(roster: Roster, merged: Groups, each_adds: bool = False) -> Roster:
    """The roster with each group of accounts made one.

    Args:
        each_adds: whether every figure counts, and not the same one only once.
    """
    figures = total_of if each_adds else _added
    columns = {name: _merged(name, column, roster, merged, figures) for name, column in roster.columns.items()}
    deals = roster.deals
    if deals is not None:
        stated = {name: _merged(name, column, roster, merged, figures) for name, column in deals.stated.items()}
        deals = dataclasses.replace(deals, account=merged.of[deals.account], stated=stated)
    first = merged.first
    order = np.arange(roster.size, dtype=np.intp)
    return dataclasses.replace(
        roster,
        columns=columns,
        rows=roster.rows[first],
        weekly={name: _merged(name, hours, roster, merged, figures) for name, hours in roster.weekly.items()},
        part=None if roster.part is None else roster.part[first],
        joined_rows=None if roster.joined_rows is None else roster.joined_rows[first],
        other={header: pick(merged.of, merged.size, texts, order) for header, texts in roster.other.items()},
        fit={name: _best(values, merged) for name, values in roster.fit.items()},
        raters={who: {good: _best(v, merged) for good, v in by.items()} for who, by in roster.raters.items()},
        sources={name: pick(merged.of, merged.size, texts, order) for name, texts in roster.sources.items()},
        left_out=_left_out(roster, merged),
        titles={int(merged.of[at]): title for at, title in sorted(roster.titles.items(), reverse=True)},
        remarks=moved(roster.remarks, merged.of),
        texts=roster.texts.of(merged.of) if roster.texts is not None else None,
        overridden={name: _any(mask, merged) for name, mask in roster.overridden.items()},
        planned={name: _added(values, merged) for name, values in roster.planned.items()},
        history={} if deals is not None else {name: _added(v, merged) for name, v in roster.history.items()},
        deals=deals,
    )


def _left_out(roster: Roster, merged: Groups) -> dict[int, str]:
    """Accounts all of whose parts the list ends, with the first one's reason."""
    kept = {int(merged.of[at]) for at in range(roster.size) if at not in roster.left_out}
    reasons: dict[int, str] = {}
    for at, why in sorted(roster.left_out.items()):
        if int(merged.of[at]) not in kept:
            reasons.setdefault(int(merged.of[at]), why)
    return reasons


def _done(accounts: Sequence[str], groups: Sequence[Sequence[str]]) -> bool:
    return any(set(map(fold, accounts)) <= set(map(fold, group)) for group in groups)


def _groups(roster: Roster, groups: Sequence[Sequence[str]]) -> Groups:
    place = {key: i for i, key in reversed(list(enumerate(fold_all(roster.names))))}
    target = np.arange(roster.size, dtype=np.intp)
    for group in groups:
        members = []
        for name in group:
            if fold(name) not in place:
                raise InputError(f"There is no account “{name}” in the list to merge; check the name.")
            members.append(place[fold(name)])
        if members:
            leader = target[members[0]]
            target[np.isin(target, target[members])] = leader
    leaders = np.unique(target)
    return Groups(np.searchsorted(leaders, target).astype(np.intp), leaders.astype(np.intp))


def _merged(
    name: Field, column: Column, roster: Roster, merged: Groups, figures: Callable[[Numbers, Groups], Numbers]
) -> Column:
    kind = FIELDS[name].kind
    order = np.arange(len(column), dtype=np.intp)
    if name is Field.RELATIONSHIP:
        return _strongest(column, merged)
    if name in SIDE_BY_SIDE:
        return joined(merged.of, merged.size, column, order)
    if kind in ADDED:
        return figures(column, merged)
    if kind is Kind.SHARE:
        return _weighted(column, roster.number(Field.ANNUAL_FEE), merged)
    if kind is Kind.RATING:
        return _best(column, merged)
    if kind is Kind.DATE:
        days = (
            np.where(is_missing(column), np.datetime64("9999-01-01"), column).astype("datetime64[D]").astype(np.int64)
        )
        order = np.lexsort((-days if name in LATEST else days, is_missing(column)))
    return pick(merged.of, merged.size, column, order)


def _added(values: Numbers, merged: Groups) -> Numbers:
    """Sum of the different figures of each account: the same figure on two rows is one."""
    figures = pd.DataFrame({"account": merged.of, "figure": values}).drop_duplicates()
    return total(figures["account"].to_numpy(), merged.size, figures["figure"].to_numpy())


def total_of(values: Numbers, merged: Groups) -> Numbers:
    """Sum of all figures of each account."""
    return total(merged.of, merged.size, values)


def _best(values: Numbers, merged: Groups) -> Numbers:
    return highest(merged.of, merged.size, values)


def _any(mask: NDArray[np.bool_], merged: Groups) -> NDArray[np.bool_]:
    found = np.zeros(merged.size, dtype=np.bool_)
    np.logical_or.at(found, merged.of, mask)
    return found


def _weighted(shares: Numbers, fees: Numbers, merged: Groups) -> Numbers:
    weight = np.where(np.isnan(shares), 0.0, np.where(np.isnan(fees) | (fees <= 0), 1e-9, fees))
    total = np.bincount(merged.of, weights=weight, minlength=merged.size)
    summed = np.bincount(merged.of, weights=weight * np.nan_to_num(shares), minlength=merged.size)
    return np.where(total > 0, summed / np.where(total > 0, total, 1), np.nan)


def _strongest(column: Column, merged: Groups) -> Column:
    rank = {str(kind): at for at, kind in enumerate(_RANK)}
    places = np.array([rank.get(text, len(_RANK)) for text in column])
    order: Index = np.argsort(places, kind="stable").astype(np.intp)
    return pick(merged.of, merged.size, column, order)


def _issues(
    roster: Roster, groups: Sequence[Sequence[str]], columns: Mapping[Field, Column], merged: Groups
) -> list[Issue]:
    """A note for each merge with its arithmetic."""
    place = {key: i for i, key in reversed(list(enumerate(fold_all(roster.names))))}
    issues = []
    for group in groups:
        members = [place[fold(name)] for name in group]
        if len(set(members)) < 2:
            continue
        sums = ""
        if roster.has(Field.ANNUAL_FEE):
            parts = [money(fee, roster.source.currency) for fee in roster.number(Field.ANNUAL_FEE)[members]]
            now = columns[Field.ANNUAL_FEE][merged.of[members[0]]]
            known = [part for part in parts if "nan" not in part]
            sums = f" Annual fee {' and '.join(known)} → {money(now, roster.source.currency)}." if known else ""
        names = " and ".join(f"“{name}”" for name in group)
        issues.append(
            Issue(
                "merged", Severity.NOTE, f"{names} were made one account, as you asked.{sums}", "", roster.source.sheet
            )
        )
    return issues
