"""Registers of jobs and quotes that small firms abroad keep in their own words."""

import datetime as dt

import pytest

from planner.detection.headers.known_headers import field_of
from planner.fields import Field
from planner.parsing.header_text import read_header
from planner.parsing.remarks.remark_families import ENDED, NEW_TO_US, SENDS_WORK
from planner.parsing.remarks.remarks import said_in
from planner.parsing.standing.relationships import relationship_of
from planner.parsing.standing.stages import outcome_of
from planner.settings import Settings
from planner.vocabulary import Relationship
from tests.readers.make import csv_roster, workbook_roster

FIXED = Settings(plan_start=dt.date(2026, 11, 28))


def column(roster, name: Field) -> dict[str, object]:
    return dict(zip(roster.names.tolist(), roster.columns[name].tolist(), strict=True))


QUOTES = [
    "Fecha;Cliente;Trabajo;Presupuesto ($);Cómo viene;Quién",
    "12/02/26;Bodega Sur;video institucional;1.850.000;hecho y cobrado;Sole",
    "03/03/26;Municipalidad;campaña;3.200.000;hecho, falta cobrar;Nico",
    "08/05/26;Bodega Sur;fotos;640.000;hecho y cobrado;Sole",
    "01/07/26;Inmobiliaria Pecam;drone;380.000;no salió, muy caro;Nico",
    "23/10/26;Agroactiva;feria;3.400.000;casi cerrado;Sole",
]


def test_a_register_of_quotes_in_the_words_of_its_owner():
    roster = csv_roster("\n".join(QUOTES) + "\n", settings=FIXED)
    kinds = column(roster, Field.RELATIONSHIP)
    assert kinds["Bodega Sur"] == kinds["Municipalidad"] == "client"
    assert column(roster, Field.ANNUAL_FEE)["Agroactiva"] == 3_400_000
    assert roster.names.tolist().index("Inmobiliaria Pecam") in roster.left_out
    assert roster.size == 4


def test_updates_of_one_lead_are_no_works_of_their_own():
    steps = ["Contacted", "Meeting", "Proposal sent", "Negotiation"]
    rows = ["Date,Client,Service,Fee,Status"]
    rows += [f"{day}/03/2026,Acre Ltd,Audit,5000,{step}" for day, step in enumerate(steps, 14)]
    roster = csv_roster("\n".join([*rows, "21/03/2026,Beta Ltd,Tax,700,Contacted"]) + "\n", settings=FIXED)
    assert roster.size == 2


def test_jobs_with_numbers_of_their_own_are_summed_into_accounts():
    roster = csv_roster(
        "dossiernr,bouwheer,type,ereloon,gefactureerd,wie,stand vd zaken\n"
        "2025-093,Matexi,14 won.,16800,8400,Bert,werf\n"
        "2026-017,Durabrik,8 won.,9600,9600,Bert,afgewerkt\n2026-024,Imec,labo,24500,,Bert,offerte\n"
        "2026-029,Matexi,fase 2,19000,,Bert,offerte\n",
        settings=FIXED,
    )
    kinds = column(roster, Field.RELATIONSHIP)
    assert kinds["Matexi"] == kinds["Durabrik"] == "client"
    assert "Matexi (row 5)" not in kinds


def test_money_a_month_without_tax_is_the_fee_and_who_was_lost_under_a_title_was_a_client():
    rows = [
        ["Société", "Secteur", "€ HTVA/mois", "échéance", "Infos"],
        ["CONTRATS", None, None, None, None],
        ["Menuiserie Delhaye", "construction", 390, "31/12/2026", "reconduit"],
        ["Garage Lambot", "auto", 180, "mars 2027", None],
        ["PERDUS", None, None, None, None],
        ["Librairie Papyrus", "commerce", "(150)", "fin 2024", "se débrouille seule"],
        ["Bar Central", "horeca", None, None, None],
    ]
    roster = workbook_roster({"Feuil1": rows}, settings=FIXED)
    kinds = column(roster, Field.RELATIONSHIP)
    assert column(roster, Field.ANNUAL_FEE)["Menuiserie Delhaye"] == 4_680
    assert kinds["Librairie Papyrus"] == "past client"
    assert kinds["Bar Central"] == "prospect"


def test_amounts_among_the_words_of_what_is_offered_next():
    rows = [
        ["Committente", "Fatturato 26", "Prossimo / preventivo", "Quando", "Note"],
        ["Comune di Spello", "12.600", "", "", "cliente storico"],
        ["Provincia di Terni", "", "monitoraggio 55.000", "gennaio 27", "mai lavorato insieme"],
        ["Hotel Subasio", "", "6.000", "febbraio 27", ""],
        ["Ferrovie regionali", "", "25.000", "ha vinto un altro studio", ""],
    ]
    roster = workbook_roster({"elenco": rows}, settings=FIXED)
    fees = column(roster, Field.ANNUAL_FEE)
    assert (fees["Provincia di Terni"], fees["Hotel Subasio"], fees["Comune di Spello"]) == (55_000, 6_000, 12_600)
    assert roster.names.tolist().index("Ferrovie regionali") in roster.left_out


def test_a_decision_among_days_on_which_to_ask_again_is_the_expected_date():
    rows = [
        ["Anfrage von", "Betrag", "Status", "nachfassen"],
        ["Gemeinde Köniz", 64000, "eingereicht", "Vergabe im Januar"],
        ["Migros Pensionskasse", 27500, "im Gespräch", "KW 49"],
    ]
    dates = column(workbook_roster({"Offerten": rows}, settings=FIXED), Field.EXPECTED_DATE)
    assert str(dates["Gemeinde Köniz"])[5:10] == "01-31"
    assert dates["Migros Pensionskasse"] is None or str(dates["Migros Pensionskasse"]) == "NaT"


def test_the_name_of_a_person_beside_a_firm_is_no_deal():
    roster = csv_roster("Firma,Name,Warum\nHRS Real Estate,Corinne M.,prüfen\nBKW,Hr. Aeschlimann,anrufen\n")
    assert Field.DEAL not in roster.columns
    roster = csv_roster("Account,Name,Stage,Amount\nBKW,Roof audit,Proposal,900\nHRS,New depot,Won,700\n")
    assert "BKW" in roster.names.tolist()


@pytest.mark.parametrize("header", ["wann angefragt", "Demandé le", "fecha de solicitud", "aangevraagd op"])
def test_when_somebody_asked_is_no_expected_date(header):
    found = field_of(read_header(header))
    assert found is not None
    assert found[0] is Field.CREATED_ON


def test_done_and_lost_in_other_words():
    assert outcome_of("hecho y cobrado") == outcome_of("afgewerkt + betaald") == outcome_of("erledigt") == "won"
    assert outcome_of("no salió") == outcome_of("se cayó") == outcome_of("geplatzt") == "lost"
    assert outcome_of("hecho o no") == ""
    assert relationship_of("heute machen sie es intern") is Relationship.PAST_CLIENT


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("schickt Private weiter", SENDS_WORK),
        ("Nunca hicimos e-learning, estaría bueno aprender", NEW_TO_US),
        ("eerste labo, zou straf zijn om te leren", NEW_TO_US),
        ("früher viel, heute machen sie es intern", ENDED),
    ],
)
def test_what_remarks_say_in_passing(text, family):
    assert family in {one.family for one in said_in(text) if not one.negated}
