"""A list with one row per deal → accounts with their deals behind them.

What depends on the day (which deals are live, what they are worth together) is left to `deal_aging`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from planner.arrays import Column, Dates, Index, Numbers, Texts, missing
from planner.detection.columns.scores.neighbours import DEAL_IDS
from planner.facts.standing.finished import rows_finished
from planner.facts.values import Values
from planner.fields import FIELDS, Field, Kind
from planner.parsing.dates.finished_work import days_finished
from planner.parsing.header_text import plain
from planner.parsing.names import fold_all
from planner.parsing.standing.relationships import relationship_of, relationship_of_source
from planner.parsing.standing.stages import OPEN, chance_of_stage, is_stage, outcome_of
from planner.parsing.text_cells import as_texts
from planner.readers.workbook import Book
from planner.records.findings import SettingSheet
from planner.records.issues import Issue
from planner.roster.accounts import derive_relationship, make_source, unique_names
from planner.roster.deals.deal_lists import ids_of_accounts
from planner.roster.deals.deal_states import paid_now, states_of
from planner.roster.deals.running_contracts import goes_on
from planner.roster.deals.told import with_told, with_told_of_companies
from planner.roster.deals.under_way import under_way_told
from planner.roster.grouping import Groups, count, group_rows, joined, mean, pick, total
from planner.roster.lists.joins import Joined
from planner.roster.roster import Deals, Roster
from planner.roster.standing.account_standing import with_remarks_of_deals
from planner.roster.updates import has_own_keys
from planner.vocabulary import Grain, Relationship, Severity

OF_A_DEAL = frozenset(
    {
        Field.DEAL, Field.STAGE, Field.PROBABILITY, Field.ANNUAL_FEE, Field.EXPECTED_DATE, Field.STATUS,
        Field.CREATED_ON, Field.CLOSED_ON, Field.WON_ON, Field.LOST_ON, Field.LOST_REASON, Field.ACCOUNT,
    }
)  # fmt: skip
"""Fields that a deal has, not its account."""
SUMMED = frozenset(
    {Field.COST_TO_SERVE, Field.CURRENT_HOURS, Field.HOURS_SPENT, Field.MIN_HOURS, Field.MAX_HOURS, Field.LOCK_HOURS}
)
LATELY = np.timedelta64(91, "D")
"""Before the last contact that the list has with anybody."""
NO_DEAL = "none"
"""The state of a row that stands among deals and is none."""
DEAL_TYPES = frozenset(
    """new business, existing business, new, existing, renewal, upsell, cross sell, expansion, add on, newbusiness,
    existingbusiness, existing customer upgrade, existing customer replacement, existing customer downgrade,
    new customer, repeat business, opportunity, deal, project, retainer, one off, one time, recurring""".replace(
        "\n", " "
    ).split(",")
)
_DEAL_TYPES = frozenset(" ".join(text.split()) for text in DEAL_TYPES)


def build_from_deals(
    values: Values, book: Book, sheets: Mapping[str, SettingSheet], companies: Joined | None
) -> Roster:
    """A roster of a list of deals, its accounts joined with the list of companies where there is one."""
    groups = group_rows(values.columns[Field.ACCOUNT], ids_of_accounts(values))
    deals, told = with_told(_deals(values, groups), values)
    columns = _account_columns(values, groups, deals)
    order, live = _newest_first(deals), deals.state == "open"
    other = {header: pick(groups.of, groups.size, texts, order) for header, texts in values.other.items()}
    fit = {name: mean(groups.of, groups.size, ratings) for name, ratings in values.fit.items()}
    raters = {
        person: {good: mean(groups.of, groups.size, ratings) for good, ratings in by_good.items()}
        for person, by_good in values.raters.items()
    }
    source = make_source(values, book, Grain.OPPORTUNITY)
    roster = Roster(source, columns, values.rows[groups.first], other, fit, raters, deals=deals, sheets=sheets)
    part = values.part[groups.first] if values.part is not None else None
    weekly = {name: _one_of(name, hours, groups, order, live) for name, hours in values.weekly.items()}
    roster = dataclasses.replace(roster, issues=values.issues, part=part, weekly=weekly, weeks=values.weeks)
    closed = (deals.state != "open") & ~paid_now(values) & (not values.of_work)
    roster = with_remarks_of_deals(roster, values, groups.of, closed)
    if companies is not None:
        own = len(roster.remarks)
        roster = companies.add_to(roster)
        roster = with_told_of_companies(roster, roster.remarks[own:])
    more = (*_twice(values, deals), *under_way_told(values), *told)
    roster = dataclasses.replace(roster, issues=(*roster.issues, *more))
    return _finished(roster, values)


def _twice(values: Values, deals: Deals) -> list[Issue]:
    """One issue for deals that look like one: the same account, name, stage, service, money and date."""
    if any(plain(header) in DEAL_IDS for header in values.other) or has_own_keys(values):
        return []
    seen: set[tuple[object, ...]] = set()
    again: list[int] = []
    known = ~np.isnan(deals.amount)
    dated = (
        deals.expected if values.state is None else np.where(np.isnat(deals.expected), deals.created, deals.expected)
    )
    days = dated.astype("datetime64[D]").astype(np.int64).tolist()
    told = (deals.account.tolist(), deals.name, deals.stage, deals.service, deals.amount.tolist(), days)
    for i, key in enumerate(zip(*told, strict=True)):
        if known[i] and key in seen:
            again.append(i)
        seen.add(key)
    if not again:
        return []
    amount = values.found.mapped.matches.get(Field.ANNUAL_FEE)
    cell = f"{amount.column}{int(deals.row[again[0]])}" if amount and not values.more else ""
    names = values.columns[Field.ACCOUNT]
    return [
        Issue(
            "deal-twice", Severity.WARNING,
            f"{len(again):,} row{'s look' if len(again) > 1 else ' looks'} like a deal that stands above already, the "
            f"first for “{names[again[0]]}” in row {int(deals.row[again[0]])}; every row was counted.",
            "Delete the rows that repeat a deal.", values.found.table.sheet.name, cell, str(names[again[0]]),
        )
    ]  # fmt: skip


def _finished(roster: Roster, values: Values) -> Roster:
    given = roster.columns[Field.ACCOUNT]
    names, issues = unique_names(given, fold_all(given), roster.rows, (values.found, *values.more), roster.part)
    columns = derive_relationship({**roster.columns, Field.ACCOUNT: names}, roster.size)
    assert roster.deals is not None
    deals = dataclasses.replace(roster.deals, stated=columns)
    return dataclasses.replace(roster, columns=columns, deals=deals, issues=(*roster.issues, *issues))


def _deals(values: Values, groups: Groups) -> Deals:
    columns = values.columns
    size = values.size

    def column(name: Field) -> Column:
        return columns[name] if name in columns else missing(name, size)

    state, told = states_of(values), _told_of_accounts(values)
    if told is not None:  # who refers is no deal
        refers = told == Relationship.REFERRAL_SOURCE
        state = np.where(refers & np.isnan(column(Field.ANNUAL_FEE)), NO_DEAL, state)
    state = np.where(_no_deals(values, state), NO_DEAL, state)
    expected: Dates = column(Field.EXPECTED_DATE)
    closed: Dates = column(Field.CLOSED_ON).copy()
    for name in (Field.WON_ON, Field.LOST_ON):
        closed = np.where(np.isnat(closed), column(name), closed)
    for name in (Field.STAGE, Field.STATUS):
        over = days_finished(column(name).tolist(), values.today, values.day_first)
        closed = np.where(np.isnat(closed) & (state == "won"), over, closed)
    closed = np.where(np.isnat(closed) & (state != "open"), expected, closed)
    if values.state is not None and not values.of_work:
        closed = np.where(np.isnat(closed) & (values.state != ""), column(Field.CREATED_ON), closed)
    if Field.EXPECTED_DATE not in columns:
        expected = np.where(state == "open", closed, expected)
    closed = np.where((state == "won") & goes_on(values, closed), np.datetime64("NaT", "D"), closed)
    return Deals(
        account=groups.of,
        name=column(Field.DEAL),
        stage=column(Field.STAGE) if Field.STAGE in columns else column(Field.STATUS),
        service=_without_deal_types(column(Field.SERVICE)),
        source=column(Field.LEAD_SOURCE),
        amount=_amounts(values, column(Field.ANNUAL_FEE), state),
        probability=column(Field.PROBABILITY),
        expected=expected,
        created=column(Field.CREATED_ON),
        closed=closed,
        state=state,
        row=values.rows,
        part=values.part,
        billed=values.of_work,
        invoices=values.of_invoices,
    )


def _amounts(values: Values, fees: Numbers, state: Texts) -> Numbers:
    """(n,) money of each deal; that nothing was billed of one that is still open says nothing of what it would pay."""
    unbilled = (state == "open") & (fees == 0) & values.found.mapped.fees.past
    return np.where(unbilled, np.nan, fees)


def _no_deals(values: Values, state: Texts) -> NDArray[np.bool_]:
    """(n,) rows without a fee that are no deals: of those who refer, no work named, and of past clients without a stage
    of a sale or a day."""
    columns = values.columns
    kinds = columns.get(Field.RELATIONSHIP)
    if kinds is None:
        return np.zeros(values.size, dtype=np.bool_)
    fee, day = (columns.get(name, missing(name, values.size)) for name in (Field.ANNUAL_FEE, Field.EXPECTED_DATE))
    stage = columns.get(Field.STAGE, missing(Field.STAGE, values.size))
    in_sale = {text for text in set(stage) if chance_of_stage(text) > 0}
    unstaged = np.array([text not in in_sale for text in stage], dtype=np.bool_)
    named = columns.get(Field.DEAL, missing(Field.DEAL, values.size)) != ""
    refers = (kinds == Relationship.REFERRAL_SOURCE) & ~named
    left = (kinds == Relationship.PAST_CLIENT) & np.isnat(day)
    return np.asarray((state == "open") & np.isnan(fee) & (refers | (left & unstaged)), dtype=np.bool_)


def _newest_first(deals: Deals) -> Index:
    """Order of the deals: open ones before closed ones, those of work that is finished (`abgeschlossen`) last, then the
    newest made first, then as in the file."""
    created = np.where(np.isnat(deals.created), np.datetime64("1900-01-01"), deals.created).astype(np.int64)
    over = {text for text in set(deals.stage) if relationship_of(text) is Relationship.PAST_CLIENT}
    finished = np.array([text in over for text in deals.stage], dtype=np.bool_)
    return np.lexsort((np.arange(deals.size), -created, finished, deals.state != "open"))


def _account_columns(values: Values, groups: Groups, deals: Deals) -> dict[Field, Column]:
    """What the rows of each account say of the account itself."""
    order, going = _newest_first(deals), (deals.state == "open") | paid_now(values)
    if values.of_work and Field.RELATIONSHIP in values.columns:
        going = going | (values.columns[Field.RELATIONSHIP] == Relationship.CLIENT)
        order = order[np.argsort(~going[order], kind="stable")]
    found: dict[Field, Column] = {Field.ACCOUNT: values.columns[Field.ACCOUNT][groups.first]}
    for name, column in values.columns.items():
        if name in OF_A_DEAL:
            continue
        kept = _without_deal_types(column) if name in {Field.TYPE, Field.SERVICE} else column
        if name is Field.NEXT_STEP:
            kept = np.where(going | (deals.state == NO_DEAL) | _kept_up(values, deals), column, "")
        found[name] = _one_of(name, kept, groups, order, going)
    for name in (Field.CREATED_ON, Field.CLOSED_ON):
        if name in values.columns:
            found[name] = _last_day(groups, values.columns[name], first=name is Field.CREATED_ON)
    won, lost = deals.state == "won", deals.state == "lost"
    if won.any() or lost.any():
        found[Field.WON_ON] = _last_day(groups, np.where(won, deals.closed, np.datetime64("NaT")))
        found[Field.LOST_ON] = _last_day(groups, np.where(lost, deals.closed, np.datetime64("NaT")))
    if Field.LOST_REASON in values.columns:
        day = np.where(np.isnat(deals.closed), np.datetime64("1900-01-01"), deals.closed).astype(np.int64)
        reasons = np.where(lost, values.columns[Field.LOST_REASON], "")
        found[Field.LOST_REASON] = pick(groups.of, groups.size, reasons, np.argsort(-day, kind="stable"))
    told = _told_of_accounts(values)
    if told is not None:
        own, theirs = found.get(Field.RELATIONSHIP), pick(groups.of, groups.size, told, order)
        found[Field.RELATIONSHIP] = theirs if own is None else np.where(own == "", theirs, own)
    over = won & rows_finished(values.columns, values.size, values.today, values.day_first)
    past = (count(groups.of, groups.size, over) > 0) & (count(groups.of, groups.size, ~over & ~lost) == 0)
    if past.any():
        own = found.get(Field.RELATIONSHIP, missing(Field.RELATIONSHIP, groups.size))
        found[Field.RELATIONSHIP] = np.where(past & (own == ""), str(Relationship.PAST_CLIENT), own).astype(object)
    return found


def _told_of_accounts(values: Values) -> Texts | None:
    """(n,) the relationship of rows whose stage or status says what the account is (`Current client`); else None.

    Who refers is said by any of them (`Referral partner`); which of the others are clients, by those that tell clients
    from prospects, and by words that can mean nothing else.
    """
    found = [_kinds_of(values.columns[name]) for name in (Field.STAGE, Field.STATUS) if name in values.columns]
    if values.standing is not None:  # who only sends work, as a remark says, has no stage of a sale
        refers = str(Relationship.REFERRAL_SOURCE)
        found.append([kind if kind == refers else "" for kind in values.standing.relationship.tolist()])
    told = [next(filter(None, kinds), "") for kinds in zip(*found, strict=True)]
    return as_texts(told) if any(told) else None


def _kinds_of(states: Texts) -> list[str]:
    """(n,) what each text of a column of stages or statuses says of the relationship, or `""`."""
    settled = {text for text in set(states) if is_stage(text) or outcome_of(text) or text.strip().lower() in OPEN}
    kinds = {text: None if text in settled else relationship_of(text) for text in set(states)}
    said = set(kinds.values())
    if Relationship.PROSPECT not in said or not {Relationship.CLIENT, Relationship.PAST_CLIENT} & said:
        kinds = {
            text: kind if kind is Relationship.REFERRAL_SOURCE else kind and relationship_of_source(text)
            for text, kind in kinds.items()
        }
    return [str(kinds[text] or "") for text in states]


def _kept_up(values: Values, deals: Deals) -> NDArray[np.bool_]:
    """(n,) deals that are won, with whom somebody was in touch lately: their next step is still to be taken."""
    touched = values.columns.get(Field.LAST_CONTACT, missing(Field.LAST_CONTACT, values.size))
    known = ~np.isnat(touched)
    if not known.any():
        return known
    newest = touched[known].max()
    return np.asarray(known & (deals.state == "won") & (touched >= newest - LATELY), dtype=np.bool_)


def _one_of(name: Field, column: Column, groups: Groups, order: Index, live: NDArray[np.bool_]) -> Column:
    kind = FIELDS[name].kind
    if name in SUMMED:
        counted = np.where(live, column, np.nan) if name is Field.COST_TO_SERVE else column
        return total(groups.of, groups.size, counted)
    if kind is Kind.RATING:
        return mean(groups.of, groups.size, column)
    if kind is Kind.NAMES:
        names = joined(groups.of, groups.size, np.where(live, column, ""), order)
        return np.where(names == "", pick(groups.of, groups.size, column, order), names)
    if name is Field.NEXT_STEP_DATE:
        return _last_day(groups, np.where(live, column, np.datetime64("NaT", "D")), first=True)
    if name is Field.LAST_CONTACT:
        return _last_day(groups, column)
    return pick(groups.of, groups.size, column, order)


def _without_deal_types(types: Texts) -> Texts:
    """A deal's type (`New Business`) says nothing of the account's, nor of the service."""
    of_deal = {text for text in set(types) if " ".join(text.lower().replace("-", " ").split()) in _DEAL_TYPES}
    return as_texts(["" if text in of_deal else text for text in types])


def _last_day(groups: Groups, days: Dates, first: bool = False) -> Dates:
    known = ~np.isnat(days)
    numbers = days[known].astype("datetime64[D]").astype(np.int64)
    start = np.iinfo(np.int64).max if first else np.iinfo(np.int64).min
    found = np.full(groups.size, start, dtype=np.int64)
    (np.minimum if first else np.maximum).at(found, groups.of[known], numbers)
    result = found.astype("datetime64[D]")
    result[found == start] = np.datetime64("NaT")
    return result
