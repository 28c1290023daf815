"""Offers that lie with somebody: in a status or a remark they are something open, and no reason to rest."""

import datetime as dt

import numpy as np
import pytest

import planner
from planner.fields import Field
from planner.parsing.remarks.remarks import read_remark
from planner.parsing.standing.statuses import status_of
from planner.roster.roster import Roster
from planner.settings import Settings
from planner.vocabulary import Grain
from tests.readers.make import csv_roster, sheet_roster

DAY = dt.date(2026, 11, 28)
TODAY = Settings(plan_start=DAY)
PENDING = [
    "pendiente, deciden en enero",
    "presupuesto de 24.000 € enviado",
    "en espera de respuesta",
    "offerte ligt er",
    "wacht op akkoord directie",
    "Angebot über 38.000 € liegt seit Oktober beim Kunden",
    "Entscheid Mitte Dezember",
    "en attente de réponse",
    "vote au conseil municipal du 15 décembre",
]


def _reasons(roster: Roster) -> dict[str, dict[str, str]]:
    from planner.export.plan_json import plan_json

    return {one["account"]: one["reasons"] for one in plan_json(planner.plan(roster, plan_start=DAY))["accounts"]}


@pytest.mark.parametrize("remark", PENDING)
def test_a_remark_on_a_pending_offer_says_that_something_is_open(remark):
    assert "ready now" in [clue.family for clue in read_remark(remark, DAY)]


@pytest.mark.parametrize("remark", PENDING)
def test_nobody_with_a_pending_offer_is_said_to_have_nothing_open(remark):
    said = _reasons(
        sheet_roster(
            ["Client", "Status", "Fee", "Remarks"],
            ["Alder", "prospect", 20000, remark],
            ["Birch", "prospect", 20000, ""],
            ["Cedar", "client", 20000, ""],
            settings=TODAY,
        )
    )
    assert "nothing open" not in said["Alder"]["later"]
    assert not said["Alder"]["now"].startswith("Not rated")
    assert "nothing open" in said["Birch"]["later"]


@pytest.mark.parametrize("remark", ["on tender list, result before Xmas", "shortlisted, two others"])
def test_who_is_on_a_tender_list_is_not_said_to_have_nothing_open(remark):
    said = _reasons(
        sheet_roster(
            ["Client", "Status", "Fee", "Remarks"], ["Alder", "prospect", 20000, remark],
            ["Cedar", "client", 20000, ""], settings=TODAY,
        )
    )  # fmt: skip
    assert "nothing open" not in said["Alder"]["later"]


@pytest.mark.parametrize(
    "status",
    ["Devis envoyé", "En attente", "Offerte ligt er", "Angebot versandt", "Pendiente de respuesta", "RDV pris"],
)
def test_a_status_that_says_what_is_offered_is_a_stage(status):
    roster = sheet_roster(
        ["Client", "Status", "Fee"],
        ["Alder", status, 20000],
        ["Birch", "prospect", 20000],
        ["Cedar", "client", 20000],
        settings=TODAY,
    )
    assert not roster.left_out
    assert _reasons(roster)["Alder"]["now"].startswith(status)


@pytest.mark.parametrize("status", ["en attente", "pendiente de respuesta", "wacht op akkoord"])
def test_whoever_has_to_answer_is_not_parked(status):
    assert status_of(status).state is None


def test_what_a_client_is_offered_leaves_it_a_client():
    roster = sheet_roster(
        ["Client", "CA N-1", "CA N", "Devis", "Statut"],
        ["CLIENTS"],
        ["Gaudrelle", 42000, 38500, 60000, "devis envoyé"],
        ["Tessiaut", 1200, 1300, None, "en cours"],
        ["PROSPECTS"],
        ["Valmorain", None, None, 85000, "devis envoyé"],
        settings=TODAY,
    )
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "client", "prospect"]


def test_a_list_of_accounts_where_few_name_a_deal_is_none_of_deals():
    roster = sheet_roster(
        ["Client", "Affaire", "CA N", "Statut"],
        ["Gaudrelle", "24 logements", 38500, "devis envoyé"],
        ["Tessiaut", None, 1300, "en cours"],
        ["Morvan-Lys", None, 3500, None],
        ["Cottereaux", None, 3200, "perdu"],
        settings=TODAY,
    )
    assert roster.source.grain is Grain.ACCOUNT
    assert "open" not in _reasons(roster)["Morvan-Lys"]["now"].lower()


def test_a_client_s_renewal_in_a_remark_is_its_date_where_it_is_near():
    roster = sheet_roster(
        ["Client", "Status", "Fee", "Remarks"],
        ["Alder", "client", 20000, "Vertrag läuft bis 31.03.2027, Verlängerung steht an"],
        ["Birch", "client", 20000, "contrato: renovación en octubre 2027"],
        ["Cedar", "client", 20000, ""],
        settings=TODAY,
    )
    dates = roster.date(Field.EXPECTED_DATE)
    assert dates[0] == np.datetime64("2027-03-31")
    assert np.isnat(dates[1:]).all()


def test_since_when_an_offer_lies_there_is_no_day_to_come():
    clues = read_remark("Angebot liegt seit Oktober beim Kunden", DAY)
    assert [clue.date for clue in clues] == [None]


def test_one_fee_says_nothing_of_what_is_usual_for_prospects():
    """Of a list with the fees of its clients and a single quote."""
    roster = sheet_roster(
        ["Client", "Status", "Fee"],
        ["Alder", "client", 5000],
        ["Birch", "client", 6000],
        ["Cedar", "client", 7000],
        ["Dogwood", "prospect", 38000],
        ["Elmwood", "prospect", None],
        settings=TODAY,
    )
    facts = planner.plan(roster, plan_start=DAY).facts
    assert facts.fee[4] == 6500


def test_lead_among_kinds_of_contacts_is_no_stage():
    roster = sheet_roster(
        ["Nombre", "Tipo", "Facturado 2025"],
        ["Bodegas Albarrosa", "Cliente", 18450],
        ["Cerámicas Alcoriña", "Cliente", 32800],
        ["Academia Lingua", "Lead", None],
        ["Startup Agrivela", "Lead", None],
        settings=TODAY,
    )
    assert np.isnan(roster.number(Field.PROBABILITY)).all()
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "client", "prospect", "prospect"]


def test_what_a_client_is_offered_makes_it_no_less_likely_to_hire_again():
    roster = sheet_roster(
        ["Client", "Umsatz 2024 (T€)", "Umsatz 2025 (T€)", "Angebote offen (T€)"],
        ["KUNDEN"],
        ["Hochreiter Bau", "31,0", "38,5", "12,0"],
        ["Isartal Wohnbau", "41,2", "52,6", None],
        ["INTERESSENTEN"],
        ["Solarpark Oberland", None, None, "28,0"],
        settings=TODAY,
    )
    assert roster.number(Field.ANNUAL_FEE).tolist() == [38_500, 52_600, 28_000]
    facts = planner.plan(roster, plan_start=DAY).facts
    assert facts.probability.tolist() == [0.9, 0.9, 0.4]
    assert _reasons(roster)["Solarpark Oberland"]["now"] == "Angebote offen, no date given"


def test_a_client_that_has_left_and_is_billed_nothing_this_year_gets_no_hours():
    roster = sheet_roster(
        ["Client", "Status", "CA HT 2025", "CA HT 2026 (10 mois)", "Remarques"],
        ["Wauthelet", "client", 15600, 0, "ont changé de fiduciaire en février"],
        ["Delvigne", "client", 24500, 21800, "ont changé de fiduciaire pour la filiale"],
        ["Hancotte", "client", 5200, 5400, ""],
        settings=TODAY,
    )
    assert list(roster.left_out) == [0]


@pytest.mark.parametrize("remark", ["offerte 7.500 ligt er", "Angebot 7.500 liegt beim Kunden", "devis 7.500 envoyé"])
def test_the_price_of_an_offer_is_read_before_what_became_of_it(remark):
    roster = sheet_roster(
        ["Client", "Status", "Fee", "Remarks"],
        ["Alder", "prospect", None, remark],
        ["Birch", "client", 6000, ""],
        settings=TODAY,
    )
    assert roster.number(Field.ANNUAL_FEE).tolist() == [7500, 6000]


@pytest.mark.parametrize("status", ["À relancer", "warm", "Heiss"])
def test_a_chance_that_a_status_stands_for_is_told_in_the_words_of_the_status(status):
    roster = sheet_roster(
        ["Client", "Status", "Fee"],
        ["Alder", status, 20000],
        ["Birch", "prospect", 20000],
        ["Cedar", "client", 20000],
        settings=TODAY,
    )
    assert _reasons(roster)["Alder"]["now"] == f"{status[:1].upper()}{status[1:]}, no date given"


def test_a_title_over_rows_that_says_what_is_offered_is_their_stage():
    roster = sheet_roster(
        ["Nom", "Montant", "Commentaire"],
        ["EN CONTRAT"],
        ["Résidence Les Magnolias", "18 k€", "renouvellement en avril"],
        ["DEVIS ENVOYÉS"],
        ["Clinique Océane", "45 k€", ""],
        ["PERDUS"],
        ["Garage Legal", "1 200 €", "sans suite"],
        settings=TODAY,
    )
    assert roster.text(Field.RELATIONSHIP).tolist()[0] == "client"
    assert _reasons(roster)["Clinique Océane"]["now"] == "Devis envoyés, no date given"


@pytest.mark.parametrize(
    ("remark", "family", "day"),
    [
        ("beslissen na de kerstvakantie", "ready now", "2027-01-01"),
        ("jury in februari, vier bureaus", "ready now", "2027-02-28"),
        ("Entscheidung nach Ostern", "ready now", "2027-04-05"),
        ("baja en junio, cierra el negocio", "ended", None),
        ("andere architect gekozen", "ended", None),
        ("hat uns schon 2x weiterempfohlen", "sends work", None),
    ],
)
def test_remarks_of_small_firms_say_what_they_mean(remark, family, day):
    said = {clue.family: clue.date for clue in read_remark(remark, DAY)}
    assert said[family] == (None if day is None else np.datetime64(day))


def test_how_far_an_offer_is_under_the_relationship_counts_before_the_header_of_its_amount():
    rows = "Acme,cliente,19200,\nBrook,cliente,9000,\nCrane,propuesta enviada,,22000\nDunn,en frío,,6000\n"
    roster = csv_roster(f"Empresa,Relación,Facturado 2026,Propuesta\n{rows}")
    assert roster.text(Field.STAGE).tolist() == ["", "", "propuesta enviada", "en frío"]


def test_a_supplier_is_not_told_to_have_been_taken_for_a_prospect():
    roster = csv_roster("Firma,Status,Honorar\nAcme,Kunde,9000\nBrook,Lieferant,\nCrane,Interessent,\n")
    assert not any("Brook" in one.message for one in roster.issues if one.code == "worked-out")
    assert any("Brook" in one.message for one in roster.issues if one.code == "left-out")
