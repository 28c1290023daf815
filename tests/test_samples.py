"""The sample workbooks are understood, and their default plans are plans that a partner would keep."""

from __future__ import annotations

import datetime as dt
from functools import cache

import numpy as np
import pytest

import planner
from planner.fields import Field
from planner.goods import GROUPS, Group
from planner.vocabulary import Decision, Grain, Relationship, Severity, Status
from sample_workbooks import sample_names, sample_path

NAMES = ("advisory_firm", "crm_export", "out_of_reach", "partner_tracker", "solo_consultant")
START = dt.date(2026, 11, 16)
"""First day of the plans, whatever the day is; the samples that name their own keep it."""


@cache
def roster_of(name: str) -> planner.Roster:
    return planner.read_roster(sample_path(name))


@cache
def plan_of(name: str) -> planner.Plan:
    named = name in {"advisory_firm", "out_of_reach"}
    return planner.plan(roster_of(name), **({} if named else {"plan_start": START}))


def hours_of(name: str, account: str) -> float:
    plan = plan_of(name)
    return float(plan.allocation.hours[plan.roster.names.tolist().index(account)])


def test_every_sample_is_found_by_its_name() -> None:
    assert sample_names() == NAMES
    assert all(sample_path(name).is_file() for name in sample_names())
    assert sample_path() == sample_path("advisory_firm.xlsx")


def test_an_unknown_sample_is_refused_with_the_known_names() -> None:
    with pytest.raises(ValueError, match=r"no sample called “nowhere”.*solo_consultant"):
        sample_path("nowhere")


@pytest.mark.parametrize(
    ("name", "sheet", "header_row", "grain", "accounts"),
    [
        ("advisory_firm", "Clients", 1, Grain.ACCOUNT, 60),
        ("crm_export", "Opportunities", 1, Grain.OPPORTUNITY, 70),
        ("out_of_reach", "Accounts", 1, Grain.ACCOUNT, 24),
        ("partner_tracker", "BD tracker", 6, Grain.ACCOUNT, 32),
        ("solo_consultant", "Clients", 1, Grain.ACCOUNT, 20),
    ],
)
def test_the_list_is_found_and_read_without_errors(
    name: str, sheet: str, header_row: int, grain: Grain, accounts: int
) -> None:
    roster = roster_of(name)
    source = roster.source
    assert (source.sheet, source.header_row, source.grain, roster.size) == (sheet, header_row, grain, accounts)
    assert [issue.message for issue in roster.issues if issue.severity is Severity.ERROR] == []
    assert len(set(roster.names)) == accounts


@pytest.mark.parametrize(
    ("name", "headers"),
    [
        (
            "advisory_firm",
            {Field.ACCOUNT: "Account", Field.ANNUAL_FEE: "Annual fee", Field.INDUSTRY: "Sector",
             Field.CURRENT_HOURS: "Hours now", Field.LOCK_HOURS: "Locked hours", Field.RATING_NOW: "Good for us now",
             Field.ECONOMIC_BUYER: "Who signs", Field.NEXT_STEP: "Next step"},
        ),
        (
            "crm_export",
            {Field.ACCOUNT_ID: "Account ID", Field.DEAL: "Opportunity Name", Field.ANNUAL_FEE: "Amount",
             Field.SERVICE: "Service Line", Field.LOST_REASON: "Loss Reason", Field.INDUSTRY: "Industry",
             Field.TYPE: "Type"},
        ),
        ("out_of_reach", {Field.ANNUAL_FEE: "Fee per year", Field.CURRENT_HOURS: "Hours this quarter"}),
        (
            "partner_tracker",
            {Field.ACCOUNT: "Client / target", Field.OWNER: "Partner", Field.ANNUAL_FEE: "Fee (yearly)",
             Field.EXPECTED_DATE: "When?", Field.CURRENT_HOURS: "BD hours this qtr", Field.NOTES: "Comments"},
        ),
        (
            "solo_consultant",
            {Field.ANNUAL_FEE: "Yearly fee", Field.RATING_REFERRAL: "Referrals", Field.CURRENT_HOURS: "Hours/week now",
             Field.RATING_STRENGTHS: "Builds my strengths (0-5)"},
        ),
    ],
)  # fmt: skip
def test_columns_are_understood(name: str, headers: dict[Field, str]) -> None:
    mapping = roster_of(name).source.mapping
    assert {field: mapping[field].header for field in headers} == headers


def test_the_turnover_of_companies_is_kept_and_never_taken_for_the_fee() -> None:
    roster = roster_of("crm_export")
    assert "Annual Revenue" in roster.source.unmapped
    assert np.nanmax(roster.number(Field.ANNUAL_FEE)) < 200_000


def test_deals_and_companies_of_the_export_add_up() -> None:
    roster = roster_of("crm_export")
    found = roster.reconciliation
    assert found is not None
    assert roster.deals is not None
    assert roster.deals.size == 120
    assert (found.accounts, found.deals_won, found.deals_lost) == (70, 31, 32)
    assert found.deals_open == found.deals_used + found.deals_late + found.deals_stale == 57
    assert found.unjoined == ()
    assert all(len(key) == 7 and key.startswith("000") for key in roster.text(Field.ACCOUNT_ID))


def test_money_in_words_of_the_tracker_is_read() -> None:
    roster = roster_of("partner_tracker")
    fee = dict(zip(roster.names, roster.number(Field.ANNUAL_FEE), strict=True))
    assert fee["Ashdown Foods Ltd"] == 75_000
    assert fee["Kestrel & Shaw"] == 18_000
    assert fee["Loxley Hotels Group"] == 35_000
    assert fee["Southdown Citizens Advice"] == 0
    assert np.isnan(fee["Brightling Solar"])
    assert roster.source.currency == "£"


def test_accounts_of_the_tracker_that_look_like_one_are_proposed_and_not_merged() -> None:
    roster = roster_of("partner_tracker")
    pairs = {frozenset(found.accounts) for found in roster.duplicates}
    assert frozenset({"Ashdown Foods Ltd", "Ashdown Foods Limited"}) in pairs
    assert frozenset({"Kestrel & Shaw", "Kestrel and Shaw LLP"}) in pairs
    assert roster.size == 32


def test_hours_a_week_become_hours_of_the_quarter() -> None:
    hours = roster_of("solo_consultant").number(Field.CURRENT_HOURS)
    assert np.nansum(hours) == pytest.approx(8 * 13)


@pytest.mark.parametrize("name", NAMES)
def test_the_default_plan_keeps_its_promises(name: str) -> None:
    plan = plan_of(name)
    hours, proof = plan.allocation.hours, plan.allocation.proof
    assert proof.status in {Status.OPTIMAL, Status.WITHIN_GAP}
    assert proof.gap < 0.01
    assert proof.largest_violation < 1e-6
    assert np.all(hours <= plan.problem.maximum + 1e-6)
    assert np.allclose(hours * 2, np.round(hours * 2))
    by_account = np.zeros(plan.roster.size)
    by_person = np.zeros(len(plan.problem.people))
    for (account, person), amount in plan.allocation.by_person.items():
        by_account[account] += amount
        by_person[person] += amount
    assert np.allclose(by_account, hours, atol=1e-6)
    assert np.all(by_person <= plan.problem.capacity + 1e-6)
    assert hours.sum() >= 0.98 * plan.problem.total_hours


@pytest.mark.parametrize("name", NAMES)
def test_time_is_neither_smeared_over_the_list_nor_swallowed_by_one_account(name: str) -> None:
    plan = plan_of(name)
    hours = plan.allocation.hours
    most = {"out_of_reach": 0.95, "partner_tracker": 0.9}.get(name, 0.8)
    assert (hours > 0).sum() <= most * plan.roster.size
    assert hours.max() <= 0.2 * hours.sum()
    top_third = np.sort(hours)[::-1][: plan.roster.size // 3]
    assert top_third.sum() > 0.55 * hours.sum()


@pytest.mark.parametrize("name", NAMES)
def test_the_best_accounts_for_each_group_that_is_seen_get_time(name: str) -> None:
    plan = plan_of(name)
    worth = np.nan_to_num(plan.values.worth)
    groups = np.stack([worth[:, 0], worth[:, 1], worth[:, 2:].sum(axis=1)], axis=1)
    for group, column, seen in zip(GROUPS, groups.T, plan.tags.seen, strict=True):
        if seen:
            best = np.flatnonzero(column >= column.max() - 1e-9)
            assert plan.allocation.hours[best].max() > 0, f"{plan.roster.names[best[0]]} is best for {group}"


def test_the_advisory_firm_takes_time_from_what_is_not_worth_it_and_gives_it_to_what_is() -> None:
    plan = plan_of("advisory_firm")
    assert plan.allocation.hours.sum() == plan.problem.total_hours == 400
    for account in ("Alderman Freight", "Vantage Peak Holdings", "Coldharbour Logistics"):
        assert hours_of("advisory_firm", account) == 0
    today = dict(zip(plan.roster.names, plan.facts.current_hours, strict=True))
    for account in ("Harrow & Pike Building Supplies", "Brightwater Energy", "Tern Robotics"):
        assert hours_of("advisory_firm", account) > today[account]
    assert hours_of("advisory_firm", "Oxfield Trust") == 12
    assert hours_of("advisory_firm", "Ruiz Delgado LLP") > 0
    assert hours_of("advisory_firm", "St Brannoc's Hospice") > 0
    assert plan.allocation.short_hours == pytest.approx(0, abs=0.01)


def test_the_advisory_plan_beats_the_splits_it_is_compared_with() -> None:
    plan = plan_of("advisory_firm")
    baselines = plan.explanation.baselines
    assert set(baselines) == {"today", "equal", "by_fee"}
    for baseline in baselines.values():
        assert plan.allocation.proof.objective > baseline.objective


def test_the_crm_plan_rests_on_live_deals() -> None:
    plan = plan_of("crm_export")
    top = np.argsort(-plan.allocation.hours)[:10]
    assert plan.roster.deals is not None
    live = set(plan.roster.deals.account[plan.roster.deals.state == "open"].tolist())
    assert all(int(account) in live for account in top)
    senders = {"Calloway Brandt LLP", "Schroeder Hess CPAs", "Midwest Manufacturing Council"}
    names = plan.roster.names.tolist()
    for sender in senders:
        assert plan.facts.relationship[names.index(sender)] == Relationship.REFERRAL_SOURCE
        assert "Sent you 3 deals" in plan.tags.reason[names.index(sender), 4]


def test_a_tracker_whose_remarks_alone_speak_of_learning_is_taken_at_its_word_as_a_guess() -> None:
    plan = plan_of("partner_tracker")
    assert plan.tags.seen.tolist() == [True, True, True]
    learning = np.flatnonzero(plan.tags.strength[:, 1] > 0)
    assert all(plan.tags.reason[account, 1].startswith("“") for account in learning)
    assert not plan.tags.sure_strength[learning, 1].any()


def test_a_balance_out_of_reach_is_reported_with_what_is_missing() -> None:
    plan = plan_of("out_of_reach")
    assert str(plan.settings.balance) == "45/35/20"
    short = plan.allocation.short
    assert short[GROUPS.index(Group.OTHERS)] > 5
    assert short[1:] == pytest.approx([0, 0], abs=0.01)
    assert any("good beyond the fee" in advice for advice in plan.explanation.advice)
    assert plan.allocation.hours.sum() == pytest.approx(180)


def test_decisions_follow_the_hours() -> None:
    plan = plan_of("advisory_firm")
    none = plan.allocation.hours == 0
    assert set(plan.explanation.decision[none]) <= {Decision.STEP_BACK, Decision.REST}
    gained = plan.allocation.hours > np.nan_to_num(plan.facts.current_hours) * 1.2 + 1
    assert set(plan.explanation.decision[gained]) <= {Decision.INVEST, Decision.LIGHT_TOUCH}
