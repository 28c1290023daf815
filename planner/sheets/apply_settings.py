"""What of a client list depends on the settings of a plan, made to hold for them.

A list is read once and planned with many settings: hours a week follow the length of the period, a column such as
`Amount` is a fee only while nobody says otherwise, deals age to the day the plan starts.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import TypeVar

import numpy as np

from planner.arrays import Column
from planner.facts.column_issues import FEE_MEANING_CODE, fee_meaning_words
from planner.fields import Field
from planner.parsing.text_cells import as_texts, to_text
from planner.records.issues import Issue
from planner.roster.accounts import account_reconciliation
from planner.roster.deals.deal_aging import date_deals
from planner.roster.roster import Roster
from planner.roster.sources import with_sources
from planner.settings import FeeMeaning, Settings
from planner.sheets.overrides import apply_overrides
from planner.vocabulary import Severity

T = TypeVar("T")
PLAINLY_A_FEE = "fee-meaning-not-needed"
NO_FEE = frozenset({FeeMeaning.TURNOVER, FeeMeaning.NOT_A_FEE})


def apply_settings(roster: Roster, settings: Settings) -> Roster:
    """The list as a plan with these settings sees it, the user's changes by hand over it.

    Settling anew with other settings gives the same as settling once with them; but a fee that was said to be none
    stays so.
    """
    return with_sources(apply_overrides(convert_units(roster, settings)))


def convert_units(roster: Roster, settings: Settings) -> Roster:
    """`apply_settings` without the changes by hand."""
    dated = date_deals(for_weeks(roster, settings.weeks), settings)
    heeded = _heed_fee_meaning(dated, settings.fee_meaning)
    return heeded if heeded.deals is dated.deals else date_deals(heeded, settings)


def for_weeks(roster: Roster, weeks: float) -> Roster:
    """The roster with its hours a week (`Roster.weekly`) counted for a period of so many weeks."""
    if weeks == roster.weeks:
        return roster
    added = {name: (weeks - roster.weeks) * np.nan_to_num(hours) for name, hours in roster.weekly.items()}
    longer: dict[Field, Column] = {name: roster.columns[name] + more for name, more in added.items()}
    deals = roster.deals
    if deals is not None:
        deals = dataclasses.replace(deals, stated={**deals.stated, **longer})
    return dataclasses.replace(roster, weeks=weeks, columns={**roster.columns, **longer}, deals=deals)


def _heed_fee_meaning(roster: Roster, meaning: FeeMeaning) -> Roster:
    """The roster without a fee where its column is said to be none; else with the note on what it was taken for."""
    issue = next((one for one in roster.issues if one.code == FEE_MEANING_CODE), None)
    if issue is None:
        return _saying_it_is_a_fee(roster, meaning)
    if meaning in NO_FEE:
        return _without_fee(roster, issue.value)
    said = dataclasses.replace(issue, message=fee_meaning_words(issue.value, meaning))
    return dataclasses.replace(roster, issues=tuple(said if one is issue else one for one in roster.issues))


def _saying_it_is_a_fee(roster: Roster, meaning: FeeMeaning) -> Roster:
    """The roster with a note where its column is a fee by its own words, so that the setting does not apply to it."""
    match = roster.source.mapping.get(Field.ANNUAL_FEE)
    if meaning is FeeMeaning.YEAR or match is None or any(one.code == PLAINLY_A_FEE for one in roster.issues):
        return roster
    note = Issue(
        PLAINLY_A_FEE, Severity.NOTE,
        f"“{match.header}” is a fee by its own words, so the setting fee_meaning ({meaning}) was not needed for it.",
        "If it is no fee, give the column another header, or map another column as the fee.",
        roster.source.sheet, value=match.header,
    )  # fmt: skip
    return dataclasses.replace(roster, issues=(*roster.issues, note))


def _without_fee(roster: Roster, header: str) -> Roster:
    fee = roster.number(Field.ANNUAL_FEE)
    kept = as_texts(["" if np.isnan(money) else to_text(float(money)) for money in fee])
    source, deals, told = roster.source, roster.deals, roster.reconciliation
    if deals is not None:
        deals = dataclasses.replace(deals, amount=np.full(deals.size, np.nan), stated=_but_fee(deals.stated))
    elif told is not None:
        told = dataclasses.replace(
            account_reconciliation(told.rows, told.accounts, None, source.currency),
            joins=told.joins, unjoined=told.unjoined,
        )  # fmt: skip
    return dataclasses.replace(
        roster,
        source=dataclasses.replace(source, mapping=_but_fee(source.mapping), unmapped=(*source.unmapped, header)),
        columns=_but_fee(roster.columns),
        other={**roster.other, header: kept},
        deals=deals,
        reconciliation=told,
        issues=tuple(one for one in roster.issues if one.code != FEE_MEANING_CODE),
    )


def _but_fee(of_fields: Mapping[Field, T]) -> dict[Field, T]:
    return {name: one for name, one in of_fields.items() if name != Field.ANNUAL_FEE}
