"""Who is left out and why, and what statuses, titles and remarks fill in where a list says nothing else."""

import numpy as np
import pytest

import planner
from planner.fields import Field
from planner.roster.standing.left_out import accounts_left_out
from planner.settings_sources import resolve_settings
from planner.sheets.apply_settings import apply_settings
from planner.vocabulary import Grain
from tests.readers.make import csv_roster, sheet_roster, workbook_roster

HEADERS = ["Account", "Relationship", "Status", "Fee", "Notes"]


def left_out(roster):
    return {str(roster.names[at]): why for at, why in accounts_left_out(roster).items()}


def test_statuses_and_remarks_end_accounts_in_their_own_words():
    roster = sheet_roster(
        HEADERS,
        ["Acme", "prospect", "warm", 10_000, ""],
        ["Brook", "prospect", "lost", 10_000, ""],
        ["Crane", "prospect", "", 10_000, "conflict – can't act"],
        ["Dell", "past client", "on hold", 10_000, ""],
    )
    assert left_out(roster) == {"Brook": "lost", "Crane": "conflict – can't act", "Dell": "on hold"}


def test_a_remark_alone_does_not_end_a_client_but_is_told():
    roster = sheet_roster(HEADERS, ["Acme", "client", "", 10_000, "founder died, son took over"])
    assert left_out(roster) == {}
    assert "may-have-ended" in {issue.code for issue in roster.issues}


def test_somebody_may_say_otherwise_either_way():
    sheets = {
        "List": [HEADERS, ["Acme", "prospect", "lost", 10_000, ""], ["Brook", "prospect", "warm", 10_000, ""]],
        "Overrides": [["account", "field", "value"], ["Acme", "leave_out", "no"], ["Brook", "leave_out", "yes"]],
    }
    roster = workbook_roster(sheets)
    assert list(left_out(apply_settings(roster, resolve_settings(roster, {})))) == ["Brook"]


def test_an_account_that_has_ended_gets_no_hours_and_the_plan_quotes_why():
    roster = sheet_roster(
        HEADERS, ["Acme", "client", "", 50_000, ""], ["Brook", "past client", "", 90_000, "in liquidation"]
    )
    plan = planner.plan(roster, hours=40)
    assert plan.allocation.hours[1] == 0
    assert "“in liquidation”" in plan.explanation.why[1]
    assert plan.tags.strength[1, 3] == 0


def test_a_parked_account_is_hardly_good_for_later():
    rows = [["Acme", "client", "live", 50_000, ""], ["Brook", "past client", "parked", 90_000, ""]]
    roster = sheet_roster(HEADERS, *rows, ["Crane", "prospect", "warm", 20_000, ""])
    assert planner.plan(roster, hours=40).tags.strength[1, 3] == pytest.approx(0.2)


def test_red_beside_a_client_is_told_and_lowers_no_chance():
    headers = [*HEADERS[:2], "RAG", *HEADERS[3:]]
    rows = [[f"Firm {letter} Ltd", "client", letter, 1_000, ""] for letter in "RAG"]
    roster = sheet_roster(headers, *rows)
    assert "client-at-risk" in {issue.code for issue in roster.issues}
    assert np.isnan(roster.number(Field.PROBABILITY)).all()


def test_remarks_fill_in_dates_and_referrals_and_say_so():
    roster = sheet_roster(
        HEADERS,
        ["Acme", "prospect", "", 10_000, "decision in 3 months"],
        ["Brook", "referral source", "", "", "sent us 3 last year"],
    )
    assert not np.isnat(roster.date(Field.EXPECTED_DATE)[0])
    assert roster.number(Field.REFERRALS_PER_YEAR)[1] == 3
    assert roster.sources[Field.REFERRALS_PER_YEAR].tolist() == ["", "worked out"]


def test_clues_quote_the_remark_and_its_cell():
    roster = sheet_roster(HEADERS, ["Acme", "client", "", 10_000, "refers us all the time"])
    clue = roster.remarks[0]
    assert (clue.account, clue.quote, clue.cell) == (0, "refers us all the time", "E2")


def test_who_is_no_client_and_sends_work_refers():
    roster = csv_roster(
        "Company,Client?,Notes\nBrook,yes,\nLake,no,never called\nLacey,no,introduces us to schemes, 5 last year\n"
    )
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "prospect", "referral source"]


def test_a_year_since_when_makes_a_client_and_its_end_a_past_one():
    roster = csv_roster(
        "Organisation;seit;Jahreswert;Temperatur;Sonstiges\nHuber;2019;€ 5.600,-;heiß;\nSüd;2021;€ 4.320,-;lau;\n"
        "Linz;2022;€ 1.800,-;heiß;\nVolkshilfe;2018-2024;;;\nBund;–;€ 18.000,-;heiß;\nLeitner;–;;;schickt uns Teams\n"
    )
    assert roster.text(Field.RELATIONSHIP).tolist() == [
        "client", "client", "client", "past client", "prospect", "referral source",
    ]  # fmt: skip
    assert roster.number(Field.ANNUAL_FEE).tolist()[:2] == [5600, 4320]


def test_on_a_sheet_of_clients_who_was_not_billed_is_a_prospect():
    rows = [
        ["Client", "Billed 2026", "Expected 2027"],
        ["Bos", 12190, 14000],
        ["Linde", 20460, 23000],
        ["Nova", "", 48000],
    ]
    roster = workbook_roster({"Clients": rows})
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "client", "prospect"]


def test_a_lost_stage_gets_no_hours():
    roster = csv_roster("Company,Lead status,Value\nPines,Unqualified,6000\nPappas,Open,18000\nRoux,Contacted,9000\n")
    assert [roster.names[at] for at in roster.left_out] == ["Pines"]


def test_who_was_hired_before_and_not_billed_this_year_is_a_past_client_and_a_referral_partner_refers():
    roster = workbook_roster(
        {
            "Customers": [
                ["Customer", "Customer type", "Sales 2026", "Last job", "Est. next 12 mo"],
                ["Beacon Storage", "Commercial", 48200, "2026-11-02", 50000],
                ["City of Auburn", "Government", 21000, "2026-10-20", 24000],
                ["Maple HOA", "Residential", 0, "2022-07-07", 800],
                ["Pike Datacenter", "Commercial", 0, "", 75000],
                ["Harlow Insurance", "Referral partner", 0, "", ""],
            ]
        }
    )
    assert roster.text(Field.RELATIONSHIP).tolist() == [
        "client", "client", "past client", "prospect", "referral source",
    ]  # fmt: skip


@pytest.mark.parametrize(("header", "word"), [("Contract to", "ended"), ("Contract until", "beendet")])
def test_a_word_for_what_is_over_among_the_ends_of_contracts_makes_a_past_client(header, word):
    roster = csv_roster(
        f"Client,Fee 2026,{header}\nAcme,9000,2030-03-31\nBrook,4000,{word}\nCora,7000,rolling\nDell,3000,2030-06-30\n"
    )
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "past client", "client", "client"]


def test_a_title_for_single_jobs_stands_over_clients():
    rows = [
        ["Client", "Activité", "Montant"],
        ["INTERVENTIONS PONCTUELLES"], ["Imprimerie Lacombe", "imprimerie", 2550], ["Kinéo", "santé", 1700],
        ["PROSPECTS"], ["Navettes du Gier", "transport", 3750],
    ]  # fmt: skip
    roster = sheet_roster(*rows)
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "client", "prospect"]


def test_a_sentence_in_the_place_of_a_stage_says_what_would_be_learnt():
    roster = csv_roster(
        "Firma,Volumen,Chance,Stand\nEngelmann,60000,20 %,Pitch gegen 4; Medizintechnik wäre neu für uns\n"
        "Rüter,15000,50 %,Angebot raus\nImker,12000,60 %,Muster schicken\n"
    )
    assert any(clue.family == "new to us" for clue in roster.remarks)


def test_a_letter_for_who_recommends_and_where_somebody_came_from_are_read():
    roster = csv_roster(
        '"C = client, P = prospect, R = recommandeur",,\nClient,C/P/R,Where from\nAcme,C,\nBrook,P,Acme\nCora,R,web\n'
    )
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "prospect", "referral source"]
    assert roster.text(Field.LEAD_SOURCE).tolist() == ["", "Acme", "web"]


STATUSES = """Client,Status,Project,Our fee,Chance,Notes
Castle Vale Academy Trust,Current client,Sixth form block,62000,80%,
Aldgate Hotels,Past client,Lobby refresh,48000,20%,
Northgate Foods,Prospect,Packing hall,88000,25%,
Wenlock Council,Active,Library refurb,33000,70%,
Oakes Engineers,Introducer,,,,Sent us 3 jobs last year
Dunelm Sixth Form,Lost,Science labs,58000,0%,
"""


def test_a_status_among_projects_says_what_the_account_is_where_it_tells_clients_from_prospects():
    roster = csv_roster(STATUSES)
    assert roster.source.grain is Grain.OPPORTUNITY
    said = dict(zip(roster.names, roster.text(Field.RELATIONSHIP), strict=True))
    assert said == {
        "Castle Vale Academy Trust": "client", "Aldgate Hotels": "past client", "Northgate Foods": "prospect",
        "Wenlock Council": "", "Oakes Engineers": "referral source", "Dunelm Sixth Form": "",
    }  # fmt: skip
    assert roster.number(Field.REFERRALS_PER_YEAR)[roster.names.tolist().index("Oakes Engineers")] == 3


def test_a_status_of_deals_alone_says_nothing_of_the_account():
    roster = csv_roster("Client,Status,Project,Our fee\nA,Active,Hall,6000\nB,New,Shed,4000\nC,Lost,Barn,5000\n")
    assert set(roster.text(Field.RELATIONSHIP)) == {""}


def test_a_type_says_more_of_an_account_than_a_rating_beside_it():
    roster = csv_roster(
        "Account Name,Account Type,Rating,Owner\nAcme,Customer,Active,Ann\nBrook,Prospect,,Ann\n"
        "Crane,Partner,Active,Cy\n"
    )
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "prospect", "referral source"]
