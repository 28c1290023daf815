"""Every default rule, on the account it is for and on the one it must leave alone."""

import math

import numpy as np
import pytest

from planner.fields import Field
from planner.goods import GOODS, Good
from planner.roster.roster import Roster
from planner.tagging.default_rules import DEFAULT_RULES
from planner.tagging.rule_matching import as_written
from planner.valuation.facts import gather_facts
from tests.valuation.building import SETTINGS, roster, tagged, tags_of

WON = {"account": 0, "state": "won", "amount": 9}

CLIENTS = [
    {"relationship": "client", "industry": industry, "service": service, "annual_fee": 10_000, "won_on": "2026-02-01"}
    for industry, service, count in [
        ("Retail", "Audit", 12),
        ("Energy", "Audit", 12),
        ("Legal", "Tax", 12),
        ("Media", "Tax", 9),
        ("Space", "Tax", 1),
    ]
    for _ in range(count)
]

FIRES = [
    (Good.OTHERS, {"type": "Non-Profit"}, 0.9, "Type says “Non-Profit”"),
    (Good.OTHERS, {"industry": "Charities & NGOs"}, 0.9, "Industry says “Charities”"),
    (Good.OTHERS, {"industry": "501(c)(3)"}, 0.9, "Industry says “501(c)(3)”"),
    (Good.OTHERS, {"type": "Association"}, 0.6, "Its kind suggests a charity; confirm"),
    (Good.OTHERS, {"industry": "Refugees"}, 0.5, "Industry says “Refugees”; confirm"),
    (Good.OTHERS, {"account": "Hospizverein Sennrade e.V."}, 0.6, "The name suggests a charity; confirm"),
    (Good.OTHERS, {"industry": "collectivité"}, 0.4, "Public body"),
    (Good.OTHERS, {"notes": "does this pro bono"}, 0.6, "“does this pro bono”"),
    (
        Good.OTHERS,
        {"account": "Oak Foundation", "notes": "an investment house, not a charity"},
        0.0,
        "investment house",
    ),
    (Good.STRENGTHS, {"notes": "Neuland, würden viel lernen"}, 0.6, "“Neuland, würden viel lernen”"),
    (Good.STRENGTHS, {"notes": "un projet vitrine"}, 0.6, "“un projet vitrine”"),
    (Good.STRENGTHS, {"notes": "routine"}, 0.0, "“routine”"),
    (Good.REFERRAL, {"notes": "nous recommande à tout le monde"}, 0.8, "“nous recommande"),
    (Good.REFERRAL, {"notes": "never refers us"}, 0.0, "“never refers us”"),
    (
        Good.REFERRAL,
        {"relationship": "referral source", "notes": "used to send us work, gone quiet"},
        0.3,
        "Listed as a referral source, of which your remark says that nothing comes",
    ),
    (Good.REFERRAL, {"referrals_per_year": 3}, 0.9, "Sends you 3 referrals a year"),
    (Good.OTHERS, {"service": "Pro bono clinic"}, 0.9, "Service says “Pro bono”"),
    (Good.OTHERS, {"account": "Bramley Foundation"}, 0.6, "The name suggests a charity; confirm"),
    (Good.OTHERS, {"account": "Hove Harbour Trust"}, 0.6, "The name suggests a charity; confirm"),
    (
        Good.OTHERS,
        {"account": "Food Bank Foundation", "domain": "https://www.fbf.org/give"},
        0.6,
        "The name and fbf.org",
    ),
    (Good.OTHERS, {"industry": "Government"}, 0.4, "Public body"),
    (Good.OTHERS, {"industry": "Public Sector"}, 0.4, "Public body"),
    (Good.OTHERS, {"account": "City of Duluth"}, 0.4, "The name suggests a public body"),
    (Good.OTHERS, {"account": "Merton NHS Trust"}, 0.4, "The name suggests a public body"),
    (Good.OTHERS, {"domain": "clearwatercounty.gov"}, 0.4, "Public body"),
    (Good.OTHERS, {"email": "jo@leeds.gov.uk"}, 0.4, "Public body"),
    (Good.OTHERS, {"industry": "921110 - Executive Offices"}, 0.4, "Public body"),
    (Good.OTHERS, {"industry": "Education"}, 0.3, "Serves the public, pays normally; confirm"),
    (Good.OTHERS, {"account": "Mercy Ridge Hospital", "industry": "Healthcare"}, 0.3, "Serves the public"),
    (Good.OTHERS, {"account": "St Brannoc's Hospice"}, 0.3, "Serves the public"),
    (Good.OTHERS, {"industry": "NON_PROFIT_ORGANIZATION_MANAGEMENT"}, 0.9, "Industry says “non profit”"),
    (Good.OTHERS, {"industry": "Civic & Social Organization"}, 0.9, "Industry says “Civic & Social Organization”"),
    (Good.OTHERS, {"account": "St. Cloud Food Bank"}, 0.6, "The name suggests a charity; confirm"),
    (Good.OTHERS, {"industry": "GOVERNMENT_ADMINISTRATION"}, 0.4, "Public body"),
    (Good.OTHERS, {"industry": "Hospital & Health Care"}, 0.3, "Serves the public"),
    (Good.OTHERS, {"industry": "Museums and Institutions"}, 0.3, "Serves the public"),
    (Good.OTHERS, {"domain": "lewes.ac.uk"}, 0.3, "Serves the public"),
    (Good.OTHERS, {"industry": "Pharmaceuticals"}, 0.0, "Industry says “Pharmaceuticals”"),
    (Good.OTHERS, {"industry": "Insurance"}, 0.0, "Industry says “Insurance”"),
    (Good.OTHERS, {"industry": "Biotechnology"}, 0.0, "Industry says “Biotechnology”"),
    (Good.OTHERS, {"industry": "Healthcare"}, 0.0, "Industry says “Healthcare”"),
    (Good.OTHERS, {"type": "Nonprofit", "industry": "Healthcare"}, 0.9, "Type says “Nonprofit”"),
    (Good.STRENGTHS, {"service": "AI readiness"}, 0.5, "A new service for you"),
    (Good.STRENGTHS, {"industry": "space "}, 0.4, "1 of your 46 clients"),
    (Good.STRENGTHS, {"industry": "Fishing"}, 0.4, "None of your 46 clients"),
    (Good.NOW, {"stage": "Proposal", "expected_date": "2026-05-14"}, 1.0, "Proposal, due 14 May"),
    (
        Good.NOW,
        {"relationship": "client", "expected_date": "2026-05-14"},
        1.0,
        "Renewal or new work, due 14 May",
    ),
    (
        Good.LATER,
        {"relationship": "client", "expected_date": "2027-08-14"},
        0.7,
        "Renewal or new work expected Q3 2027",
    ),
    (Good.NOW, {"stage": "Negotiation", "expected_date": "2026-03-14"}, 1.0, "Negotiation, was due 14 Mar"),
    (Good.NOW, {"stage": "Proposal", "expected_date": "2026-04-01"}, 1.0, "Proposal, now"),
    (Good.NOW, {"probability": 0.6}, 1.0, "60% chance, no date given"),
    (Good.NOW, {"relationship": "client", "won_on": "2025-06-01"}, 0.6, "Repeats; typical fee assumed"),
    (Good.NOW, {"relationship": "client", "annual_fee": 9}, 0.6, "A client; assumed to hire again"),
    (Good.LATER, {"stage": "Proposal", "expected_date": "2027-05-14"}, 0.7, "Expected Q2 2027"),
    (Good.LATER, {"stage": "Prospecting", "expected_date": "2026-05-14"}, 0.7, "Prospecting, early days"),
    (Good.LATER, {"probability": 0.05}, 0.7, "5% chance, no date given"),
    (Good.LATER, {"expected_date": "2025-05-14"}, 0.3, "Was expected 14 May 2025; still alive?"),
    (Good.LATER, {"relationship": "past client", "won_on": "2024-05-01"}, 0.5, "Last hired in 2024"),
    (Good.LATER, {"relationship": "past client"}, 0.5, "Hired you before"),
    (
        Good.LATER,
        {"relationship": "past client", "won_on": "2020-05-01", "lost_reason": "Timing", "lost_on": "2025-12-01"},
        0.4,
        "Lost to timing",
    ),
    (
        Good.LATER,
        {"relationship": "prospect", "lost_reason": "No Decision", "lost_on": "2025-01-09"},
        0.4,
        "no decision",
    ),
    (Good.LATER, {"relationship": "prospect"}, 0.2, "A prospect with nothing open yet"),
    (Good.REFERRAL, {"type": "Partner"}, 0.8, "Type says “Partner”"),
    (Good.REFERRAL, {"type": "Investors"}, 0.8, "Type says “Investors”"),
    (Good.REFERRAL, {"relationship": "referral source"}, 0.8, "A referral source, by what the list says"),
]

LEAVES_ALONE = [
    (Good.OTHERS, {"account": "Charity Lane Dental"}),
    (Good.OTHERS, {"region": "12 Charity Lane"}),
    (Good.OTHERS, {"account": "Capital Trust"}),
    (Good.OTHERS, {"account": "Hobday Family Trust", "industry": "Family trust"}),
    (Good.OTHERS, {"account": "Familienstiftung Grothe"}),
    (Good.OTHERS, {"account": "Hospice Supplies Ltd"}),
    (Good.OTHERS, {"account": "Foundation Brewery"}),
    (Good.OTHERS, {"account": "First Trust Bank"}),
    (Good.OTHERS, {"account": "Beacon Investment Trust"}),
    (Good.OTHERS, {"account": "Northern Trust", "industry": "Banking"}),
    (Good.OTHERS, {"account": "Harbor Pine Trust Co.", "industry": "Trust Company"}),
    (Good.OTHERS, {"account": "Harbor Pine Trust Co."}),
    (Good.OTHERS, {"account": "Harbor Pine Trust", "industry": "Trust company"}),
    (Good.OTHERS, {"account": "Harbor Pine Trust", "industry": "Fiduciary services"}),
    (Good.OTHERS, {"account": "Trustmark Homes"}),
    (Good.OTHERS, {"account": "Foundation Software"}),
    (Good.OTHERS, {"account": "Foundation Marketing"}),
    (Good.OTHERS, {"account": "Maker Space", "domain": "makers.org"}),
    (Good.OTHERS, {"account": "Banner Animal Hospital"}),
    (Good.OTHERS, {"account": "Castletown Equine Hospital"}),
    (Good.OTHERS, {"account": "Pferdeklinik Hochschule Aue"}),
    (Good.OTHERS, {"account": "De Waal Mining Museum", "industry": "corporate museum"}),
    (Good.OTHERS, {"account": "Aldgate Hospital", "type": "veterinary"}),
    (Good.OTHERS, {"account": "Stillwater Hospitality"}),
    (Good.OTHERS, {"domain": "www.governance.com"}),
    (Good.OTHERS, {"industry": "192 Bikes"}),
    (Good.OTHERS, {"industry": "Government Relations"}),
    (Good.OTHERS, {"industry": "Education Technology"}),
    (Good.OTHERS, {"industry": "Non-Durable Merchandise Retail"}),
    (Good.STRENGTHS, {"industry": "Retail"}),
    (Good.STRENGTHS, {"notes": "un site vitrine les rendrait visibles"}),
    (Good.STRENGTHS, {"industry": "Other"}),
    (Good.STRENGTHS, {"industry": ""}),
    (Good.STRENGTHS, {"service": "tax"}),
    (Good.STRENGTHS, {"service": ""}),
    (Good.STRENGTHS, {"service": "AI readiness", "industry": "Space", "relationship": "referral source"}),
    (Good.NOW, {"stage": "Proposal", "expected_date": "2026-11-14"}),
    (Good.NOW, {"stage": "Closed Lost", "expected_date": "2026-05-14"}),
    (Good.NOW, {"stage": "Lead", "expected_date": "2026-05-14"}),
    (Good.NOW, {"relationship": "client", "won_on": "2025-01-01"}),
    (Good.NOW, {"relationship": "prospect"}),
    (Good.LATER, {"stage": "Proposal", "expected_date": "2026-05-14"}),
    (Good.LATER, {"relationship": "past client", "won_on": "2020-05-01"}),
    (
        Good.LATER,
        {"relationship": "past client", "won_on": "2020-05-01", "lost_reason": "Price", "lost_on": "2026-01-01"},
    ),
    (
        Good.LATER,
        {"relationship": "past client", "won_on": "2020-05-01", "lost_reason": "Timing", "lost_on": "2024-01-01"},
    ),
    (Good.REFERRAL, {"lead_source": "Referral"}),
    (Good.REFERRAL, {"account": "Partner Foods", "industry": "Association"}),
    (Good.REFERRAL, {"type": "Customer - Direct"}),
    (Good.REFERRAL, {"type": "Partnership"}),
    (Good.REFERRAL, {"type": "Homeowners association"}),
]


@pytest.mark.parametrize(("good", "row", "strength", "reason"), FIRES)
def test_default_rule_fires_with_its_reason(good, row, strength, reason):
    found = tagged(row, good, CLIENTS)
    assert found[0] == strength
    assert reason in found[1]


@pytest.mark.parametrize(("good", "row"), LEAVES_ALONE)
def test_default_rules_leave_others_alone(good, row):
    strength, reason = tagged(row, good, CLIENTS)
    assert math.isnan(strength), reason


@pytest.mark.parametrize(
    ("said", "strength"),
    [("yes", 0.9), ("reduced fee", 0.9), ("x", 0.9), ("partly", 0.6), ("No", None), ("", None), ("full fee", None)],
)
def test_column_on_pro_bono_work_of_the_user_s_own_counts(said, strength):
    own = {"other": {"Pro bono?": np.array([said], dtype=object), "Contact": np.array(["yes"], dtype=object)}}
    found, _ = tagged({}, Good.OTHERS, **own)
    assert found == strength if strength else math.isnan(found)


def test_every_default_rule_is_shown_firing():
    reasons = {rule.reason for rule in DEFAULT_RULES}
    templates = {"{open_deal}", "{industry_clients}", "{deals_referred}"}
    said = " | ".join(reason.lower() for _, _, _, reason in FIRES)
    plain = {r for r in reasons if "{" not in r and "educed fee" not in r and "legal form" not in r}
    assert all(r.lower() in said for r in plain)
    assert templates <= reasons


def test_two_clients_are_too_few_to_call_an_industry_new():
    assert math.isnan(tagged({"industry": "Fishing"}, Good.STRENGTHS, CLIENTS[::3])[0])


def test_industries_in_naics_codes_count_by_their_first_two_digits():
    clients = [
        {"relationship": "client", "industry": code} for code in ["541110", "541330", "236220", "423", "51", "62"] * 5
    ]
    assert tagged({"industry": "541511"}, Good.STRENGTHS, clients)[0:1] != (0.4,)
    assert tagged({"industry": "111998"}, Good.STRENGTHS, clients) == (0.4, "None of your 30 clients")


def test_account_named_as_the_source_of_two_others_is_good_for_referrals():
    others = [
        {"lead_source": "Referral - ruiz Delgado LLP"},
        {"lead_source": "Ruiz Delgado LLP"},
        {"lead_source": "Web"},
    ]
    assert tagged({"account": "Ruiz Delgado LLP"}, Good.REFERRAL, others) == (0.9, "Named as the source of 2 accounts")
    assert math.isnan(tagged({"account": "Ruiz Delgado LLP"}, Good.REFERRAL, others[1:])[0])


def deals_list(*deals: dict, accounts: int = 2) -> Roster:
    rows = [{"relationship": "client", "annual_fee": 10_000, "won_on": "2026-01-01"} for _ in range(accounts)]
    return roster(rows, deals=list(deals))


def test_service_of_an_open_deal_that_was_never_won_is_new():
    won = [{"account": 0, "state": "won", "service": "Audit", "amount": 5} for _ in range(6)]
    tags = tags_of(
        deals_list(
            *won, {"account": 1, "state": "open", "service": "Tax"}, {"account": 0, "state": "open", "service": "audit"}
        )
    )
    assert tags.reason[1, GOODS.index(Good.STRENGTHS)] == "A new service for you"
    assert math.isnan(tags.strength[0, GOODS.index(Good.STRENGTHS)])


def test_deal_for_now_speaks_for_an_account_that_has_one_for_later_too():
    deals = [
        {"account": 0, "state": "open", "stage": "Lead", "expected": "2026-04-20"},
        {"account": 0, "state": "open", "stage": "Proposal", "expected": "2026-08-02"},
        {"account": 0, "state": "lost", "stage": "Closed Lost", "expected": "2026-04-02"},
    ]
    tags = tags_of(deals_list(*deals))
    assert tags.reason[0, GOODS.index(Good.NOW)] == "Proposal, due 2 Aug"
    assert math.isnan(tags.strength[0, GOODS.index(Good.LATER)])


def test_client_without_an_open_deal_repeats():
    tags = tags_of(deals_list({"account": 0, "state": "won", "amount": 5}))
    assert tags.strength[0, GOODS.index(Good.NOW)] == 0.6


def test_client_with_only_an_early_deal_open_is_still_expected_to_repeat_at_its_usual_fee():
    deals = [
        {"account": 0, "state": "won", "amount": 8_000},
        {"account": 0, "state": "open", "stage": "Prospecting", "amount": 90_000, "probability": 0.05},
    ]
    history = {"typical_fee": np.array([8_000.0, np.nan]), "open_deals": np.array([1.0, 0]), "stale_deals": np.zeros(2)}
    clients = roster(
        [
            {"relationship": "client", "annual_fee": 90_000, "probability": 0.05, "won_on": "2026-01-01"},
            {"relationship": "prospect"},
        ],
        deals=deals,
        history=history,
    )
    facts = gather_facts(clients, SETTINGS)
    tags = tags_of(clients)
    assert facts.fee[0] == 8_000
    assert facts.probability[0] == 0.9
    assert facts.later_probability[0] == 0.05
    assert facts.assumed[Field.ANNUAL_FEE][0]
    assert tags.reason[0, GOODS.index(Good.NOW)] == "Repeats; its usual fee assumed"
    assert tags.reason[0, GOODS.index(Good.LATER)] == "Prospecting, early days"


def test_client_of_deals_who_last_hired_over_a_year_ago_has_the_chance_of_a_past_client():
    clients = roster([{"relationship": "client", "annual_fee": 9, "won_on": "2024-12-01"}], deals=[WON])
    assert gather_facts(clients, SETTINGS).probability.tolist() == [0.15]
    assert tagged({"relationship": "client", "annual_fee": 9, "won_on": "2024-12-01"}, Good.LATER, deals=[WON]) == (
        0.5,
        "Last hired in 2024",
    )


def test_services_are_read_from_the_names_of_deals_where_no_column_names_them():
    names = ["Audit", "Audit", "Tax", "Tax", "Audit"]
    won = [{"account": 0, "state": "won", "name": f"Acme - {name}", "amount": 5} for name in names]
    deals = [
        *won,
        {"account": 1, "state": "open", "name": "Bolt: Merger"},
        {"account": 0, "state": "open", "name": "Acme - Tax"},
    ]
    rows = [{"account": "Acme", "relationship": "client", "annual_fee": 9}, {"account": "Bolt", "annual_fee": 9}]
    tags = tags_of(roster(rows, deals=deals))
    assert tags.reason[1, GOODS.index(Good.STRENGTHS)] == "A new service for you"
    assert math.isnan(tags.strength[0, GOODS.index(Good.STRENGTHS)])


def test_names_of_deals_that_tell_no_service_are_not_taken_for_one():
    won = [{"account": 0, "state": "won", "name": f"Acme - order {i}", "amount": 5} for i in range(9)]
    rows = [{"account": "Acme", "annual_fee": 9}, {"account": "Bolt", "annual_fee": 9}]
    tags = tags_of(roster(rows, deals=[*won, {"account": 1, "state": "open", "name": "Bolt - call"}]))
    assert math.isnan(tags.strength[1, GOODS.index(Good.STRENGTHS)])


def test_dead_deal_teaches_nothing():
    assert math.isnan(tagged({"industry": "Fishing", "expected_date": "2025-01-01"}, Good.STRENGTHS, CLIENTS)[0])


def test_date_changed_by_hand_counts_before_the_account_s_deals():
    stale = {"account": 0, "state": "stale", "expected": "2025-01-01", "stage": "Proposal"}
    rows = [{"annual_fee": 9, "expected_date": "2026-05-02", "stage": "Proposal", "probability": 0.4}]
    mask = {Field.EXPECTED_DATE: np.array([True])}
    assert tagged(rows[0], Good.NOW, deals=[stale], overridden=mask) == (1.0, "Proposal, due 2 May")
    assert tagged(rows[0], Good.LATER, deals=[stale]) == (0.3, "Was expected 1 Jan 2025; still alive?")


def test_a_reason_quotes_the_list_as_it_is_written() -> None:
    assert as_written("Verein, gemeinnützig", "gemeinnutzig") == "gemeinnützig"
    assert as_written("ONG local", "ong") == "ONG"
    assert as_written("Trust (501(c)(3))", "501 c 3") == "501(c)(3)"
    assert as_written("NON_PROFIT_ORGANIZATION", "non profit") == "non profit"
