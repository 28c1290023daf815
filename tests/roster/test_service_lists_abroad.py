"""Lists of small service firms in German, French, Spanish, Dutch, Italian and Portuguese: quotes, sections, sheets."""

import datetime as dt

import pytest

from planner.fields import Field
from planner.roster.roster import Roster
from tests.readers.make import csv_roster, sheet_roster, workbook_roster


def said(roster: Roster, name: Field) -> dict[str, str]:
    return dict(zip(roster.names.tolist(), roster.text(name).tolist(), strict=True))


QUOTES = [
    ["C-1", "Aceros", "Web", 185_000, "Facturada", ""],
    ["C-2", "Aceros", "Campaña", 90_000, "Enviada", 50],
    ["C-3", "Dulces", "Empaque", 95_000, "Perdida", ""],
    ["C-4", "Escuela", "Branding", 120_000, "Facturada", ""],
    ["C-5", "Mueblería", "Tienda", 260_000, "En negociación", 75],
    ["C-6", "Notaría", "Sitio", 55_000, "Por enviar", 20],
    ["C-7", "Operadora", "Identidad", 140_000, "Enviada", 40],
    ["C-8", "Torre", "Lanzamiento", 950_000, "Cancelada", ""],
]


def test_quotes_that_were_invoiced_are_won_and_those_that_were_lost_are_over():
    """A control of quotes, whose statuses agree with `cotización`."""
    roster = sheet_roster(["Folio", "Cliente", "Proyecto", "Monto s/IVA", "Estatus", "%"], *QUOTES)
    assert roster.deals is not None
    assert roster.deals.state.tolist() == ["won", "open", "lost", "won", "open", "open", "open", "lost"]
    assert said(roster, Field.RELATIONSHIP)["Escuela"] == "client"


def test_a_status_column_is_one_though_only_some_of_its_words_are_known():
    roster = sheet_roster(
        ["Client", "Situation", "Budget HT"], ["Alpha", "signé chez nous", 9_000], ["Beta", "perdu", 5_000],
        ["Gamma", "à caler", 8_000], ["Delta", "perdu", 3_000], ["Epsilon", "à caler", 7_000],
        ["Zeta", "abonnement", 7_000],
    )  # fmt: skip
    assert roster.source.mapping[Field.STATUS].header == "Situation"


@pytest.mark.parametrize(
    ("header", "gone"), [("Chance", "abgesagt"), ("Kans", "afgewezen"), ("Probabilidad", "perdida")]
)
def test_a_refusal_in_the_place_of_a_chance_leaves_the_account_out(header, gone):
    roster = sheet_roster(
        ["Firma", header, "Honorar"], ["Alpha", "60%", 9_000], ["Beta", gone, 22_000], ["Gamma", "30%", 4_000]
    )
    assert dict(roster.left_out) == {1: gone}
    assert not [issue for issue in roster.issues if issue.code == "chance-unreadable"]


@pytest.mark.parametrize("title", ["CHANTIERS EN COURS", "LAUFENDE BAUSTELLEN", "OBRAS EN CURSO", "LAVORI IN CORSO"])
def test_accounts_under_a_title_of_work_in_progress_are_clients(title):
    roster = sheet_roster(
        ["Cliente", "Fee", "Owner"], [title, "", ""], ["Alpha", 9_000, "AB"], ["Beta", 4_000, "CD"],
        ["PROSPECTS", "", ""], ["Gamma", 4_000, "CD"], ["Delta", 4_000, "AB"],
    )  # fmt: skip
    assert list(said(roster, Field.RELATIONSHIP).values()) == ["client", "client", "prospect", "prospect"]


@pytest.mark.parametrize(
    "word", ["Erstgespräch", "premier contact", "eerste gesprek", "primer contacto", "primo incontro"]
)
def test_whom_the_firm_has_met_once_is_a_prospect(word):
    roster = csv_roster(f"Firma;Status;Honorar\nAlpha;Kunde;9000\nBeta;{word};4000\nGamma;Kunde;3000\n")
    assert said(roster, Field.RELATIONSHIP)["Beta"] == "prospect"


@pytest.mark.parametrize("header", ["Contact", "letzter Termin", "dernière visite", "laatste bezoek", "última visita"])
def test_days_of_the_last_contact(header):
    days = [dt.date(2026, 3, 12), dt.date(2026, 5, 2), dt.date(2025, 11, 20)]
    roster = workbook_roster({"L": [["Client", "Fee", header], *map(list, zip("ABC", [1, 2, 3], days, strict=True))]})
    assert roster.date(Field.LAST_CONTACT).tolist() == days


@pytest.mark.parametrize("header", ["Commune", "Localité", "Municipio", "Comune", "Concelho", "Vestigingsplaats"])
def test_places_under_their_words(header):
    roster = csv_roster(f"Client,{header},Fee\nAlpha,Namur,9000\nBeta,Ciney,4000\nGamma,Namur,3000\n")
    assert said(roster, Field.REGION)["Beta"] == "Ciney"
