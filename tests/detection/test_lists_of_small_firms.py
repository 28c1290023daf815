"""Lists of small firms in several countries: blocks by person, totals of blocks, hours a month, three kinds of fees."""

import pytest

from planner.detection.headers.header_phrases import header_scores
from planner.detection.headers.header_words import header_words
from planner.detection.headers.periods import bare_years
from planner.facts.people.owners import person_of
from planner.fields import Field
from planner.parsing.header_text import read_header
from planner.settings import Settings
from tests.detection.test_first_lists import TODAY, relationships
from tests.readers.make import sheet_roster, workbook_roster

FIXED = Settings(plan_start=TODAY)
HEADER = ("Société", "Secteur", "Statut", "Forfait / an", "Proba")


def by_account(roster, values):
    return dict(zip(roster.names.tolist(), values.tolist(), strict=True))


def test_blocks_that_are_called_after_partners_have_them_as_owners_and_others_say_what_their_rows_are():
    roster = sheet_roster(
        HEADER,
        ("Dossiers de Me Delmas",),
        ("Transports Gauthier", "transport", "client", "12 k€/an", ""),
        ("Brasserie du Canal", "hôtellerie", "RDV fait", "3 k€/an", "50%"),
        ("Dossiers de Me Roussel",),
        ("Laboratoires Pérignon", "pharma", "client", "36 k€/an", ""),
        ("Sécurité Plus", "sécurité", "en négociation", "30 k€/an", "75%"),
        ("Prescripteurs",),
        ("Cabinet Morvan", "comptabilité", "prescripteur", "", ""),
        settings=FIXED,
    )
    assert by_account(roster, roster.text(Field.OWNER)) == {
        "Transports Gauthier": "Delmas", "Brasserie du Canal": "Delmas", "Laboratoires Pérignon": "Roussel",
        "Sécurité Plus": "Roussel", "Cabinet Morvan": "",
    }  # fmt: skip
    assert list(relationships(roster).values()) == ["client", "prospect", "client", "prospect", "referral source"]


def test_a_total_of_a_block_without_figures_is_no_account_and_those_who_left_are_past_clients():
    roster = sheet_roster(
        ("Kunde", "wer", "Honorar p.a.", "Stand", "Anmerkung"),
        ("Bestandskunden",),
        ("Molkerei Nord", "TK", "1.200,- mtl.", "läuft", ""),
        ("Autohaus Lornsen", "JW", "4 T€", "läuft", ""),
        ("Summe",),
        ("Akquise läuft",),
        ("Papierfabrik Au", "JW", "45 T€", "Angebot raus", ""),
        ("Summe Akquise",),
        ("Kunden, die weg sind",),
        ("Brauerei Mühlau", "TK", "", "gekündigt", ""),
        settings=FIXED,
    )
    assert relationships(roster) == {
        "Molkerei Nord": "client", "Autohaus Lornsen": "client", "Papierfabrik Au": "prospect",
        "Brauerei Mühlau": "past client",
    }  # fmt: skip


def test_a_third_column_of_fees_counts_where_the_others_are_empty_and_it_is_told():
    roster = sheet_roster(
        ("Empresa", "Sector", "Situación", "Iguala", "Facturado 2025", "Presup. pendiente"),
        ("Hoteles Ámbar", "hostelería", "cliente", "650 €/mes", 8100, ""),
        ("Fresas SAT", "agricultura", "cliente", "", 22750, ""),
        ("Nórdica Spain", "consultoría", "cliente", "1.200 €/mes", "", ""),
        ("Astilleros Norte", "industria", "presupuesto enviado", "", "", "18.000 €"),
        ("Bodegas Valle", "vino", "en conversaciones", "", "", "unos 4.000"),
        settings=FIXED,
    )
    assert by_account(roster, roster.number(Field.ANNUAL_FEE)) == {
        "Hoteles Ámbar": 8100, "Fresas SAT": 22_750, "Nórdica Spain": 14_400, "Astilleros Norte": 18_000,
        "Bodegas Valle": 4000,
    }  # fmt: skip
    assert any(issue.code == "third-fee" for issue in roster.issues)


def test_a_presupuesto_alone_may_be_what_they_have_to_spend():
    assert header_words("Presup. pendiente") == ("presupuestado",)
    assert header_words("Presupuesto") == ("presupuesto",)


@pytest.mark.parametrize("header", ["Std./Mon.", "Ore mese", "Horas mes", "Uren maand", "Tps mois", "Std. Monat"])
def test_hours_a_month_are_three_times_as_many_a_quarter(header):
    assert read_header(header).per == "month"
    roster = sheet_roster(
        ("Kunde", "Branche", "Status", header),
        ("Acme", "Bau", "Kunde", 4), ("Beta", "Handel", "Kunde", 2), ("Cora", "IT", "Kunde", 1),
        settings=FIXED,
    )  # fmt: skip
    assert roster.number(Field.CURRENT_HOURS).tolist() == [12, 6, 3]


@pytest.mark.parametrize("header", ["bis wann", "Entro", "Pour quand", "Para cuándo", "Voor wanneer", "Até quando"])
def test_by_when_is_a_date(header):
    rows = [("Acme", "Bau", "Kunde", "März"), ("Beta", "Handel", "Kunde", "15.1.2027"), ("Cora", "IT", "Kunde", "Mai")]
    roster = sheet_roster(("Kunde", "Branche", "Status", header), *rows, settings=FIXED)
    assert roster.date(Field.EXPECTED_DATE).astype(str).tolist() == ["2027-03-31", "2027-01-15", "2027-05-31"]


@pytest.mark.parametrize(
    ("headers", "field"),
    [
        ("Betrieb; Gemeinde; Commanditaire; Comunidad", Field.ACCOUNT),
        ("Suivi par; Chargé d'affaires; Lo lleva; Door wie; Seguito da", Field.OWNER),
        ("Wo stehen wir; Wie läuft's?; Où on en est; Cómo va; Stavaza; A che punto; Esito", Field.STATUS),
        ("Abschluss in %; Posibilidades; % sucesso", Field.PROBABILITY),
        ("Zeitpunkt; Réponse attendue; Respuesta prevista; Previsto para; Verwacht in", Field.EXPECTED_DATE),
        ("Sonstiges; À savoir; A tener en cuenta; Aantekening; Bijzonderheden; Varie", Field.NOTES),
        ("Was tun; Suite à donner; Qué hacer; Vervolgactie; Da fare; A fazer", Field.NEXT_STEP),
        ("Woher; Provenance; Viene de; Cómo nos conoció; Hoe gekomen", Field.LEAD_SOURCE),
    ],
)
def test_headers_in_ordinary_words(headers, field):
    for header in headers.split("; "):
        scores = header_scores(read_header(header))
        assert max(scores, key=scores.__getitem__) is field, header


def test_a_column_of_kinds_and_warmth_says_what_accounts_are_whatever_its_header():
    kinds = [*["Kunde"] * 4, "heiß", "warm", "warm", "kalt", "kalt", "tot", "ex", "Multiplikator"]
    rows = [
        (f"Firma {letter}", "München", kind, 1000 if kind == "Kunde" else "")
        for letter, kind in zip("ABCDEFGHIJKL", kinds, strict=True)
    ]
    roster = sheet_roster(("Kunde", "Ort", "Kat.", "Umsatz 25"), *rows, settings=FIXED)
    found = list(relationships(roster).values())
    assert found[:4] == ["client"] * 4
    assert found[-2:] == ["past client", "referral source"]
    assert roster.source.mapping[Field.RELATIONSHIP].header == "Kat."


def test_a_year_up_to_a_month_is_a_year_of_money_too():
    assert bare_years(["Klant", "2025", "2026 (t/m nov)", "Kans"]) == {1: False, 2: False}


@pytest.mark.parametrize("title", ["PORTEFEUILLE PIETER", "Cartera de Pieter", "Dossiers de Me Pieter", "Bei Pieter"])
def test_whose_accounts_are_is_said_in_several_ways(title):
    assert person_of(title) == "Pieter"


def test_a_sheet_of_enquiries_holds_prospects_whatever_their_stages():
    sheets = {
        "Betriebe": [
            ("Betrieb", "Branche", "wer", "Abgerechnet 2025"),
            ("Stahlbau Wefers", "Metall", "Reuter", 22_200), ("Klinikum Barbara", "Gesundheit", "Okafor", 50_400),
            ("Bäckerei Schollin", "Lebensmittel", "Reuter", 4560),
        ],
        "Anfragen": [
            ("Firma", "Branche", "wer", "Stand", "Angebot €/Jahr"),
            ("Brauerei Kamp", "Lebensmittel", "Okafor", "Angebot verschickt", 9600),
            ("Seniorenheime Mülheim", "Pflege", "Reuter", "wartet auf Rückmeldung", 19_000),
            ("Möbelhaus Kamp", "Handel", "Reuter", "Erstkontakt", 15_000),
        ],
        "Ehemalige": [("Betrieb", "wer", "Grund"), ("Druckerei Mertens", "Reuter", "Betrieb geschlossen")],
    }  # fmt: skip
    found = relationships(workbook_roster(sheets, settings=FIXED))
    assert list(found.values()) == ["client"] * 3 + ["prospect"] * 3 + ["past client"]


def test_an_amount_offered_beside_turnover_is_the_fee_of_prospects_and_running_work_makes_a_client():
    roster = sheet_roster(
        ("Klant", "Plaats", "Fase", "Omzet 2025", "Omzet 2026", "Offertebedrag", "Kans"),
        ("Gemeente Tiel", "Tiel", "vaste opdrachtgever", "€ 18.400,00", "€ 21.250,00", "", ""),
        ("Scholengroep Rivieren", "Tiel", "lopend traject", "€ 0,00", "€ 12.600,00", "", ""),
        ("Metaal Kusters", "Oss", "vaste opdrachtgever", "€ 9.700,00", "€ 4.300,00", "", ""),
        ("Waterschap Rivierland", "Tiel", "offerte verstuurd", "", "", "€ 24.000,00", "55%"),
        ("Bouwbedrijf Van Driel", "Tiel", "moet nog tekenen", "", "", "€ 7.500,00", "90%"),
        settings=FIXED,
    )
    assert list(relationships(roster).values()) == ["client"] * 3 + ["prospect"] * 2
    assert by_account(roster, roster.number(Field.ANNUAL_FEE))["Waterschap Rivierland"] == 24_000
    assert by_account(roster, roster.number(Field.ANNUAL_FEE))["Scholengroep Rivieren"] == 12_600


def test_hours_that_a_key_calls_unbilled_are_those_of_winning_work_whatever_fees_come_to():
    rows = [("Acme Gin", "Coco", 3500, 3), ("Beta Out", "Femi", 5000, 4), ("Cora Hall", "Ravi", 2200, 2)]
    rows += [("Dove Tiles", "Coco", 3000, 3), ("Elder Farm", "Femi", 4100, 4)]
    header = ("Account", "Acct lead", "Retainer pcm", "Hrs pw")
    asked = sheet_roster(header, *rows, settings=FIXED)
    told = sheet_roster(header, *rows, (), ("Hrs = senior people's unbilled time",), settings=FIXED)
    assert [question.field for question in asked.questions].count(Field.CURRENT_HOURS) == 1
    assert told.number(Field.CURRENT_HOURS).tolist() == [39, 52, 26, 39, 52]


def test_hours_of_those_who_are_still_to_be_won_are_those_of_winning_work():
    rows = [
        ("Acme Gin", "client", 3500, "", 3),
        ("Beta Out", "client", 5000, "", 4),
        ("Cora Hall", "client", 2200, "", 2),
    ]
    rows += [("Dove Tiles", "prospect", 3000, "40%", 3), ("Elder Farm", "prospect", 4100, "60%", 4)]
    rows += [("Fern Bank", "prospect", 1200, "20%", 1)]
    roster = sheet_roster(("Client", "Status", "Retainer pcm", "Chance", "Hrs pm"), *rows, settings=FIXED)
    assert roster.number(Field.CURRENT_HOURS).tolist() == [9, 12, 6, 9, 12, 3]
