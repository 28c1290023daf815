"""What the deals of each account add up to on the day the plan starts.

A live deal is worth its fee times its chance; past its date the chance is worth less (× 0.7 up to 90 days, × 0.4
up to 180), and beyond that the deal is stale: it counts for later only, and the user is asked whether it is alive.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from planner.arrays import Column, Numbers, Texts, same_text
from planner.fields import Field
from planner.parsing.lead_sources import INTRODUCED
from planner.parsing.names import fold, fold_all, without_title
from planner.parsing.standing.stages import RELATIONSHIP_CHANCES
from planner.records.issues import Issue
from planner.roster.deals.paid_before import hired_within_a_year, typical_fee
from planner.roster.deals.win_rates import OWN_RATES_CODE, own_rates_note, stage_chances, table_chances
from planner.roster.grouping import count, mean, pick, total
from planner.roster.roster import Deals, Reconciliation, Roster
from planner.settings import Settings
from planner.text import money
from planner.vocabulary import CLIENT_DAYS, Relationship, Severity

HISTORY = ("open_deals", "stale_deals", "won_deals", "lost_deals", "referred_deals", "typical_fee", "hired_fee")
"""Names of the figures in `Roster.history`: deals of each account that are live, long past their date, won and
lost; deals whose source names the account; what it usually paid for what it hired before, and what it hired for within
a year (NaN where it never did)."""
LATE = ((0, 1.0), (90, 0.7), (180, 0.4))
"""Up to so many days past its date, a deal's chance counts so much."""
STALE_DAYS = 180
ASKED = 10
"""So many stale deals, the largest, are asked after by name."""
STALE_CODE = "deal-stale"
ROSY_CODE = "chances-rosy"


def date_deals(roster: Roster, settings: Settings) -> Roster:
    """The roster with its deals aged to the day the plan starts; as it is where rows are accounts.

    Dating twice gives the same as dating once, on whichever day was last.
    """
    if roster.deals is None:
        return roster
    start = np.datetime64(settings.plan_start or dt.date.today(), "D")
    deals = dataclasses.replace(roster.deals, state=_states(roster.deals, start))
    history = _history(roster, deals, start)
    columns = {**deals.stated, **_dated_columns(roster, deals, history, start)}
    issues = tuple(issue for issue in roster.issues if issue.code not in {STALE_CODE, ROSY_CODE, OWN_RATES_CODE})
    return dataclasses.replace(
        roster,
        columns=columns,
        deals=deals,
        history=history,
        issues=(*issues, *_ask_after(roster, deals, start), *_rosy(roster, deals), *own_rates_note(roster, deals)),
        reconciliation=_reconcile(roster, deals, start),
    )


def _days_past(deals: Deals, start: np.datetime64) -> Numbers:
    """Days since the expected date; 0 where it is to come or not given."""
    days = (start - deals.expected.astype("datetime64[D]")).astype(np.float64)
    return np.where(np.isnat(deals.expected), 0.0, np.maximum(days, 0.0))


def _states(deals: Deals, start: np.datetime64) -> Texts:
    opened = (deals.state == "open") | (deals.state == "stale")
    stale = opened & (_days_past(deals, start) > STALE_DAYS)
    return np.where(stale, "stale", np.where(opened, "open", deals.state))


def deal_chances(deals: Deals, relationship: Texts) -> Numbers:
    """Chance of each deal: the file's own, else its stage's (by the firm's own win rates, where it has enough), else
    NaN; stage and relationship decide the rest."""
    of_stage = stage_chances(deals)
    known = np.where(np.isnan(deals.probability), of_stage, deals.probability)
    default = {str(kind): chance for kind, chance in RELATIONSHIP_CHANCES.items()}
    fallback = np.array([default.get(text, default[Relationship.PROSPECT]) for text in relationship])
    any_known = count(deals.account, len(relationship), ~np.isnan(known)) > 0
    filled = np.where(np.isnan(known) & any_known[deals.account], fallback[deals.account], known)
    return np.asarray(filled, dtype=np.float64)


def _dated_columns(
    roster: Roster, deals: Deals, history: Mapping[str, Numbers], start: np.datetime64
) -> dict[Field, Column]:
    size = roster.size
    relationship = _relationships(deals, size, start)
    counted = _counted(deals, size)
    fee = total(deals.account, size, np.where(counted, deals.amount, np.nan))
    chance = deal_chances(deals, relationship)
    worth = chance * _late_factor(_days_past(deals, start))
    expected = np.where(counted, deals.expected, np.datetime64("NaT"))
    order = np.lexsort((np.arange(deals.size), _day_number(deals.expected), ~counted))
    found: dict[Field, Column] = {
        Field.ANNUAL_FEE: _first_known(
            fee, deals.stated.get(Field.ANNUAL_FEE), history["hired_fee"], history["typical_fee"]
        ),
        Field.PROBABILITY: _weighted(deals, np.where(counted, worth, np.nan), size),
        Field.EXPECTED_DATE: pick(deals.account, size, expected, order),
        Field.STAGE: pick(deals.account, size, np.where(counted, deals.stage, ""), order),
        Field.DEAL: pick(deals.account, size, np.where(counted, deals.name, ""), order),
        Field.LEAD_SOURCE: pick(deals.account, size, deals.source, order),
    }
    service = pick(deals.account, size, np.where(counted, deals.service, ""), order)
    if Field.SERVICE in deals.stated:
        found[Field.SERVICE] = np.where(service == "", deals.stated[Field.SERVICE], service)
    if np.any(relationship != ""):
        found[Field.RELATIONSHIP] = relationship
    return found


def _counted(deals: Deals, size: int) -> NDArray[np.bool_]:
    """The deals that an account is valued by: its live ones, else its stale ones."""
    live, stale = deals.state == "open", deals.state == "stale"
    has_live = count(deals.account, size, live) > 0
    return np.asarray(live | (stale & ~has_live[deals.account]), dtype=np.bool_)


def _late_factor(days: Numbers) -> Numbers:
    factor = np.full(len(days), LATE[-1][1])
    for limit, worth in reversed(LATE):
        factor = np.where(days <= limit, worth, factor)
    return factor


def _day_number(days: NDArray[np.datetime64]) -> NDArray[np.int64]:
    """Days as numbers for sorting, missing ones last."""
    return np.where(np.isnat(days), np.datetime64("9999-01-01"), days).astype("datetime64[D]").astype(np.int64)


def _weighted(deals: Deals, worth: Numbers, size: int) -> Numbers:
    """Mean of the deals' chances by fee; a deal without a fee weighs as the account's others do."""
    usual = mean(deals.account, size, np.where(np.isnan(worth), np.nan, deals.amount))
    usual = np.where(np.isnan(usual) | (usual <= 0), 1.0, usual)
    weight = np.where(np.isnan(deals.amount), usual[deals.account], np.maximum(deals.amount, 0.0))
    weight = np.where(np.isnan(worth), np.nan, weight)
    weights = total(deals.account, size, weight)
    flat = mean(deals.account, size, worth)
    return np.where(weights > 0, total(deals.account, size, worth * weight) / np.where(weights > 0, weights, 1), flat)


def _first_known(*columns: Numbers | None) -> Numbers:
    found: Numbers | None = None
    for column in columns:
        if column is not None:
            found = column if found is None else np.where(np.isnan(found), column, found)
    assert found is not None
    return found


def _relationships(deals: Deals, size: int, start: np.datetime64) -> Texts:
    """What the file says; where it says prospect or nothing, an account that hired is a client, or was one."""
    stated = deals.stated.get(Field.RELATIONSHIP)
    said: Texts = same_text(size, "") if stated is None else stated
    won = deals.state == "won"
    days = (start - deals.closed.astype("datetime64[D]")).astype(np.float64)
    recent = count(deals.account, size, won & (np.isnat(deals.closed) | (days <= CLIENT_DAYS))) > 0
    ever = count(deals.account, size, won) > 0
    hired = np.where(recent, str(Relationship.CLIENT), np.where(ever, str(Relationship.PAST_CLIENT), ""))
    open_to = (said == "") | (said == Relationship.PROSPECT)
    return np.where(open_to & (hired != ""), hired, said).astype(object)


def _history(roster: Roster, deals: Deals, start: np.datetime64) -> dict[str, Numbers]:
    size = roster.size
    counts = {
        f"{state}_deals": count(deals.account, size, deals.state == state) for state in ("open", "stale", "won", "lost")
    }
    hired, usual = hired_within_a_year(deals, size, start), typical_fee(deals, size)
    return {**counts, "referred_deals": _referred(roster, deals), "typical_fee": usual, "hired_fee": hired}


def _referred(roster: Roster, deals: Deals) -> Numbers:
    place = {without_title(name): i for i, name in reversed(list(enumerate(fold_all(roster.names))))}
    sender = {text: _place_of(text, place) for text in set(deals.source)}
    sent_by = np.array([sender[text] for text in deals.source], dtype=np.intp)
    counted = (sent_by >= 0) & (sent_by != deals.account)
    return np.bincount(sent_by[counted], minlength=roster.size).astype(np.float64)


def _place_of(source: str, place: dict[str, int]) -> int:
    words = fold(source)
    if not words:
        return -1
    return place.get(without_title(words), place.get(without_title(INTRODUCED.sub("", words)), -1))


def _ask_after(roster: Roster, deals: Deals, start: np.datetime64) -> list[Issue]:
    stale = np.flatnonzero(deals.state == "stale")
    if not len(stale):
        return []
    amounts = np.where(np.isnan(deals.amount[stale]), -1.0, deals.amount[stale])
    largest = stale[np.argsort(-amounts, kind="stable")][:ASKED]
    days = _days_past(deals, start)
    match = roster.source.mapping.get(Field.EXPECTED_DATE)
    letter = match.column if match and not roster.source.more else ""
    issues = [
        Issue(
            STALE_CODE, Severity.WARNING,
            f"Is “{deals.name[i] or roster.names[deals.account[i]]}” still alive? It is {days[i] / 30.44:.0f} months "
            "past its date, so it counts for later only.",
            "Give it a new date, or close it.", roster.source.sheet, f"{letter}{deals.row[i]}" if letter else "",
            str(deals.expected[i]),
        )
        for i in largest
    ]  # fmt: skip
    rest = len(stale) - len(largest)
    if rest:
        issues.append(
            Issue(
                STALE_CODE, Severity.WARNING, f"{rest:,} more open deals are over {STALE_DAYS} days past their date.",
                "Give them a new date, or close them.", roster.source.sheet,
            )
        )  # fmt: skip
    return issues


def _rosy(roster: Roster, deals: Deals) -> list[Issue]:
    """A note where the file's own chances are far above those of their stages."""
    table = table_chances(deals)
    both = (deals.state == "open") & ~np.isnan(table) & ~np.isnan(deals.probability)
    if np.sum(both) < 5 or np.mean(deals.probability[both]) - np.mean(table[both]) < 0.1:
        return []
    own, usual = np.mean(deals.probability[both]), np.mean(table[both])
    return [
        Issue(
            ROSY_CODE, Severity.NOTE,
            f"The list's own chances of open deals ({own:.0%} on average) are rosier than is usual for their stages "
            f"({usual:.0%}); the list's own were used.",
            "Lower them where they were set by the CRM, not by you.", roster.source.sheet,
        )
    ]  # fmt: skip


def _reconcile(roster: Roster, deals: Deals, start: np.datetime64) -> Reconciliation:
    late = (deals.state == "open") & (_days_past(deals, start) > 0)
    stale = deals.state == "stale"
    used = (deals.state == "open") & ~late
    opened = used | late | stale
    sums = {name: float(np.nansum(deals.amount[mask])) for name, mask in (("open", opened), ("used", used))}
    open_deals, in_time, past, dead = (int(mask.sum()) for mask in (opened, used, late, stale))
    won, lost = int((deals.state == "won").sum()), int((deals.state == "lost").sum())
    sign = roster.source.currency
    parts = [f"{_counted_noun(open_deals, 'open deal')}, {money(sums['open'], sign)}"]
    if past or dead:
        parts += [f"used {in_time:,} ({money(sums['used'], sign)})", _past_their_date(past, dead)]
    if won or lost:
        parts.append(f"{won:,} won and {lost:,} lost are history")
    before = roster.reconciliation
    return Reconciliation(
        rows=deals.size + (before.rows - deals.size if before else 0),
        accounts=roster.size,
        deals_open=open_deals,
        money_open=sums["open"],
        deals_used=in_time,
        money_used=sums["used"],
        deals_late=past,
        deals_stale=dead,
        deals_won=won,
        deals_lost=lost,
        unjoined=before.unjoined if before else (),
        joins=before.joins if before else (),
        sentence="; ".join(parts) + f"; {_counted_noun(roster.size, 'account')}.",
    )


def _counted_noun(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _past_their_date(late: int, stale: int) -> str:
    """`437 are past their date: 407 count for less, 30, over 180 days past it, for later only`."""
    number = late + stale
    are = f"{number:,} is past its date" if number == 1 else f"{number:,} are past their date"
    less = "counts for less" if late == 1 else "count for less"
    long = f"over {STALE_DAYS} days past it"
    if not stale:
        return f"{are} and {less}"
    if not late:
        return f"{are} by over {STALE_DAYS} days and {'counts' if stale == 1 else 'count'} for later only"
    return f"{are}: {late:,} {less}, and {stale:,}, {long}, for later only"
