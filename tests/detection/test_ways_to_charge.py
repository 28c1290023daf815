"""Fees reckoned in percent of the works, retainers beside single jobs, coaching packages, and lists of who has paid."""

import numpy as np
import pytest

from planner.fields import Field
from planner.parsing.remarks.progress_in_remarks import chance_of_progress
from planner.parsing.standing.relationships import remarked_relationship
from planner.parsing.standing.stages import outcome_of
from planner.settings import Settings
from tests.detection.test_first_lists import TODAY, relationships
from tests.detection.test_working_lists import fees
from tests.readers.make import codes, csv_roster, sheet_roster

FIXED = Settings(plan_start=TODAY)


def test_a_percentage_that_makes_the_fee_is_no_chance_and_phases_of_work_are_no_sale():
    roster = sheet_roster(
        ["N°", "Maître d'ouvrage", "Opération", "Montant travaux", "%", "Honoraires HT", "Phase"],
        ["26-01", "Commune de Rians", "École", 1_200_000, "9%", 108_000, "DET"],
        ["26-02", "SCI Les Pins", "Villa", 450_000, "11%", 49_500, "APS"],
        ["26-03", "Famille Morel", "Extension", 120_000, "12%", 14_400, "Devis envoyé"],
        ["26-04", "Région Sud", "Lycée", 6_500_000, "8%", 520_000, "Concours"],
        ["26-05", "Notaires associés", "Étude", 200_000, "10%", 20_000, "Abandonné"],
        settings=FIXED,
    )
    assert relationships(roster)["Commune de Rians"] == relationships(roster)["SCI Les Pins"] == "client"
    assert np.isnan(roster.number(Field.PROBABILITY)).all()
    assert "share-of-the-fee" in codes(roster)


def test_chances_beside_two_sums_stay_chances():
    roster = sheet_roster(
        ["Client", "Value", "Chance", "Weighted"], ["Acme", 10_000, "40%", 4_000], ["Belt", 20_000, "50%", 10_000],
        ["Cord", 30_000, "20%", 6_000], settings=FIXED,
    )  # fmt: skip
    assert roster.number(Field.PROBABILITY).tolist() == [0.4, 0.5, 0.2]
    assert fees(roster)["Acme"] == 10_000


def test_retainers_a_month_stand_in_for_the_fee_of_single_jobs():
    roster = sheet_roster(
        ["Charity", "£/month", "Fee", "Stage"],
        ["Seafarers Aid", 1_200, "", ""],
        ["Hope Street", 800, "", ""],
        ["Arts for All", "", 6_500, "Proposal"],
        ["Wildlife Wales", "", 12_000, "Won"],
        ["City Hospice", "", 9_000, "Lost"],
        settings=FIXED,
    )
    assert fees(roster)["Seafarers Aid"] == 14_400
    assert fees(roster)["Arts for All"] == 6_500
    assert relationships(roster)["Hope Street"] == "client"


def test_a_package_in_progress_with_a_price_is_work_and_no_sale():
    roster = sheet_roster(
        ["Name", "Company", "Package", "Price", "Status"],
        ["Laura Kim", "Vertex Bio", "6-mo", 9_600, "In progress"],
        ["Tom Reyes", "Alder Capital", "12-mo", 18_000, "Completed 9/26"],
        ["Priya Shah", "Nimbus", "", "", "Chem call done, sending agmt"],
        ["Grace Liu", "Vertex Bio", "", "", "Interested"],
        settings=FIXED,
    )
    assert relationships(roster) == {"Vertex Bio": "client", "Alder Capital": "client", "Nimbus": ""}
    assert roster.deals is not None
    assert sorted(roster.deals.state) == ["open", "open", "won", "won"]


def test_a_deal_in_progress_beside_priced_quotes_stays_open():
    roster = sheet_roster(
        ["Deal", "Company", "Price", "Stage"],
        ["Audit", "Vertex Bio", 9_600, "In progress"],
        ["Review", "Alder Capital", 18_000, "Proposal sent"],
        ["Tax", "Vertex Bio", 4_000, "Interested"],
        settings=FIXED,
    )
    assert roster.deals is not None
    assert set(roster.deals.state) == {"open"}


def test_a_list_of_who_has_paid_is_one_of_clients():
    text = (
        "Client;What;When;£;Paid\nBartle;SA;Jan;180;Y\nCoyle;SA;Jan;180;N\nDent;Accounts;Sept;620;\nHobbs;SA;Jan;180;\n"
    )
    roster = csv_roster(text, settings=FIXED)
    assert set(relationships(roster).values()) == {"client"}
    assert np.all(roster.number(Field.ANNUAL_FEE) > 0)


@pytest.mark.parametrize(
    ("text", "relationship"),
    [
        ("PROSPECT 40 seats, quote sent 17 Nov", "prospect"),
        ("moved abroad - gone", "past client"),
        ("PROSPECTUS due in May", None),
        ("prospecting budget agreed", None),
    ],
)
def test_kinds_in_capitals_and_who_moved_away(text, relationship):
    assert remarked_relationship(text) == relationship


@pytest.mark.parametrize(
    ("text", "chance"),
    [("offerte € 9.500 verstuurd 18/11", 0.4), ("quote £9k sent 18/11", 0.4), ("quote for 12 sent", None)],
)
def test_an_amount_between_the_words_of_a_step(text, chance):
    assert chance_of_progress(text) == chance


@pytest.mark.parametrize("stage", ["Rechnung raus", "Invoice sent", "DET", "LPH 5", "facture envoyée"])
def test_stages_of_work(stage):
    assert outcome_of(stage) == "won"
