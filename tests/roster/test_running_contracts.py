"""Deals won long ago whose contracts still run: by a length of time beside the win, or the day on which they end."""

import pytest

from planner.fields import Field
from planner.settings import Settings
from tests.detection.test_first_lists import TODAY
from tests.readers.make import csv_roster

FIXED = Settings(plan_start=TODAY)


@pytest.mark.parametrize(
    ("header", "running", "over"),
    [
        ("Contract term (months)", "24", "12"),
        ("Contract length", "24 months", "1 year"),
        ("Laufzeit (Monate)", "24", "12"),
        ("Durée", "2 ans", "12 mois"),
        ("Contract end", "2027-05-01", "2026-05-01"),
    ],
)
def test_a_contract_whose_end_lies_ahead_makes_a_client(header, running, over):
    text = (
        f"Deal Name,Deal Stage,Amount,{header},Close Date,Associated Company\n"
        f"A,Closed won,48000,{running},2025-05-01,Alder Union\n"
        f"B,Closed won,60000,{over},2025-05-01,Brook Bank\n"
        f"C,Proposal,30000,{running},2026-12-18,Crane Mills\n"
        f"D,Closed lost,8000,{running},2025-10-08,Dale Toys\n"
    )
    roster = csv_roster(text, settings=FIXED)
    kinds = dict(zip(roster.names, roster.text(Field.RELATIONSHIP), strict=True))
    assert kinds == {"Alder Union": "client", "Brook Bank": "past client", "Crane Mills": "", "Dale Toys": ""}


@pytest.mark.parametrize("header", ["Payment terms", "Notice (months)", "Credit term (days)"])
def test_other_terms_are_none_of_the_contract(header):
    text = (
        f"Deal Name,Deal Stage,Amount,{header},Close Date,Associated Company\n"
        "A,Closed won,48000,60,2025-05-01,Alder Union\nB,Closed won,60000,30,2025-05-01,Brook Bank\n"
    )
    roster = csv_roster(text, settings=FIXED)
    assert set(roster.text(Field.RELATIONSHIP)) == {"past client"}


SALES = {
    "en": "Relationship,Account,Opportunity,Fee,Stage,Probability (%),Close Date\n"
    "Active Client,Alder,retainer,60000,,,\nProspect,Alder,data hub,45000,Proposal,40,2027-02-12\n"
    "Active Client,Brook,conversion,132000,,,\nProspect,Crane,portal,96000,Proposal,60,2027-01-22\n",
    "de": "Status;Firma;Vorhaben;Honorar p.a.;Phase;Wahrsch.;Entscheidung\n"
    "Kunde;Alder;Betreuung;60000;;;\nInteressent;Alder;Audit;45000;Angebot;40 %;12.02.2027\n"
    "Kunde;Brook;Beratung;132000;;;\nInteressent;Crane;Portal;96000;Angebot;60 %;22.01.2027\n",
    "nl": "Naam;Opdracht;Bedrag;Kans;Beslissing\nRetainers;;;;\nAlder;advies;60000;;\nBrook;interim;132000;;\n"
    "Offertes uit;;;;\nAlder;dialoog;45000;40%;12-02-2027\nCrane;plan;96000;60%;22-01-2027\n",
}


@pytest.mark.parametrize("language", SALES)
def test_what_a_client_pays_without_a_stage_or_a_chance_is_no_deal_to_be_won(language):
    roster = csv_roster(SALES[language], settings=FIXED)
    at = {name: i for i, name in enumerate(roster.names.tolist())}
    kinds = dict(zip(roster.names, roster.text(Field.RELATIONSHIP), strict=True))
    assert kinds == {"Alder": "client", "Brook": "client", "Crane": "prospect"}
    assert roster.number(Field.PROBABILITY)[at["Alder"]] == 0.4
    assert roster.number(Field.ANNUAL_FEE)[at["Brook"]] == 132_000
    assert roster.fact("open_deals")[[at["Alder"], at["Brook"]]].tolist() == [1, 0]


def test_a_clients_next_work_with_a_stage_is_still_to_be_won():
    text = (
        "Relationship,Account,Opportunity,Fee,Stage\nClient,Alder,more work,45000,Proposal\n"
        "Client,Alder,other work,5000,Qualified\nProspect,Crane,portal,96000,\n"
    )
    assert csv_roster(text, settings=FIXED).fact("open_deals").tolist() == [2, 1]
