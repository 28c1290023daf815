"""Columns as programs and firms in Germany, France, Spain and the Low Countries head them."""

import datetime as dt

import pytest

from planner.fields import Field
from planner.settings import Settings
from planner.vocabulary import Grain, Level
from tests.readers.make import csv_roster, sheet_roster, workbook_roster

TODAY = Settings(plan_start=dt.date(2026, 11, 28))
DEALS = (
    "Titel;Klant;Verantwoordelijke;Fase;Slaagkans;Bedrag excl. btw;Verwachte afsluitdatum;Bron\n"
    "Huisstijl;Brouwerij Hopbel;Pieter;Offerte verstuurd;40%;18.500,00;15/01/2027;Website\n"
    "Voorjaar;Keukens Dewinter;Pieter;Gewonnen;100%;26.000,00;03/09/2026;Netwerk\n"
    "Najaar;Keukens Dewinter;Pieter;Contact genomen;20%;28.000,00;01/09/2027;Netwerk\n"
    "Logo;Garage Peetermans;Sofie;Verloren;;3.500,00;12/06/2026;Website\n"
    "Verpakking;Confituurhuis;Sofie;Nieuw;10%;12.000,00;begin maart;Beurs\n"
)


def test_an_export_of_a_dutch_crm_is_read_as_its_deals():
    roster = csv_roster(DEALS, settings=TODAY)
    mapping = roster.source.mapping
    assert roster.source.grain is Grain.OPPORTUNITY
    assert roster.names.tolist().count("Keukens Dewinter") == 1
    assert mapping[Field.EXPECTED_DATE].header == "Verwachte afsluitdatum"
    assert mapping[Field.PROBABILITY].header == "Slaagkans"
    assert Field.RELATIONSHIP not in mapping


def test_prospects_on_a_sheet_of_their_own_are_read_beside_the_clients():
    roster = workbook_roster(
        {
            "Clientes": [
                ["Cliente", "Giro", "Iguala mensual", "Socio"],
                ["Aceros del Norte", "Metal", 38000, "RGM"],
                ["Hotelera Cañada", "Turismo", 19500, "LPT"],
                ["Plásticos Tequisal", "Manufactura", 27000, "RGM"],
            ],
            "Oportunidades": [
                ["Prospecto", "Giro", "Importe anual", "Prob.", "Cierre estimado", "Socio"],
                ["Laboratorios Vidarte", "Farmacia", 650000, 0.2, "2do trimestre 2027", "RGM"],
                ["Transportes Lajilla", "Transporte", 150000, 0.5, "enero", "LPT"],
                ["Viñedos Soto", "Agro", 120000, 0.1, None, "LPT"],
            ],
        },
        settings=TODAY,
    )
    assert roster.names.tolist()[3:] == ["Laboratorios Vidarte", "Transportes Lajilla", "Viñedos Soto"]
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client"] * 3 + ["prospect"] * 3


def test_a_name_beside_its_contact_is_surely_the_account_s():
    roster = sheet_roster(
        ["Naam", "Plaats", "Contactpersoon", "Omzet 2025"],
        ["Jansma Vastgoed", "Zwolle", "dhr. Jansma", 9500],
        ["Hoekstrand Hout", "Meppel", "mw. De Wit", 8900],
        ["De Graaflanden", "Nunspeet", "dhr. Smit", 31000],
    )
    assert roster.source.mapping[Field.ACCOUNT].level is Level.SURE
    assert "account:Naam" not in [question.code for question in roster.questions]


def test_turnover_of_the_firm_s_own_years_is_the_fee_of_clients_beside_what_is_quoted():
    roster = sheet_roster(
        ["Client", "CA N-1", "CA N", "Devis en cours (HT)"],
        ["CLIENTS"],
        ["Clinique Saint-Evrault", 27300, 31000, None],
        ["Boulangerie Tessiaut", 1200, 1300, None],
        ["Habitat du Layonnais", 5400, 5500, None],
        ["PROSPECTS"],
        ["Groupe Valmorain", None, None, 85000],
        ["Les Tilleulières", None, None, 7500],
    )
    assert roster.number(Field.ANNUAL_FEE).tolist() == [31_000, 1300, 5500, 85_000, 7500]


def test_a_date_of_chasing_is_that_of_the_next_step():
    roster = sheet_roster(
        ["Client", "Devis (HT)", "Date relance", "Statut"],
        ["Mairie de Vaugrigneux", 14000, dt.date(2026, 12, 8), "devis envoyé"],
        ["Groupe Valmorain", 85000, dt.date(2027, 1, 15), "devis envoyé"],
        ["Menuiserie Pougeard", 2500, dt.date(2027, 1, 20), "à relancer"],
        settings=TODAY,
    )
    assert roster.source.mapping[Field.NEXT_STEP_DATE].header == "Date relance"
    assert Field.EXPECTED_DATE not in roster.source.mapping


@pytest.mark.parametrize("total", ["CHF 426'800", "€ 61.500,00", "192 700 $"])
def test_a_total_with_a_currency_beside_its_figures_is_no_account(total):
    roster = sheet_roster(
        ["Firma", "Branche", "Volumen", "wer"],
        ["Käserei Tannmatt", "Lebensmittel", "CHF 8'000", "AR"],
        ["Bergbahnen Hasliwang", "Tourismus", "CHF 45'000", "SB"],
        ["Total", None, total, None],
    )
    assert roster.names.tolist() == ["Käserei Tannmatt", "Bergbahnen Hasliwang"]


def test_numbers_of_proposals_are_no_ids_of_accounts():
    roster = sheet_roster(
        ["No", "Client", "Mandat", "Montant", "Statut"],
        ["26-018", "Transport Lachenaie", "Coaching", 9600, "Acceptée"],
        ["26-020", "Bellerive", "Manuel", 6500, "Refusée"],
        ["26-031", "Fromagerie", "Politique salariale", 18500, "En attente"],
        ["26-033", "Transport Lachenaie", "Relève", 24000, "En attente"],
        ["26-036", "Meubles Charlevoyer", "Santé", 8000, "En rédaction"],
        settings=TODAY,
    )
    assert roster.names.tolist() == ["Transport Lachenaie", "Bellerive", "Fromagerie", "Meubles Charlevoyer"]
    assert roster.text(Field.RELATIONSHIP).tolist()[0] == "client"
    assert list(roster.left_out) == [1]


def test_tags_that_are_industries_are_asked_about():
    roster = csv_roster(
        "Nombre;NIF;Etiquetas;Facturado 2025\n"
        "Bodegas Albarrosa;B1;vino;18.450,00 €\nClínica Sorribas;B2;salud;6.300,00 €\n"
        "Cerámicas Alcoriña;B3;industria;32.800,50 €\nMuebles Ontiñá;B4;industria;12.600,00 €\n"
    )
    assert roster.source.mapping[Field.INDUSTRY].header == "Etiquetas"
    assert roster.source.mapping[Field.INDUSTRY].level is Level.LIKELY


def test_a_year_not_over_yet_only_fills_the_gaps_of_the_year_before():
    roster = csv_roster(
        "Naam;Accountmanager;Omzet 2025;Omzet 2026 t/m okt\nAalbers;Mark;14.100,00;11.250,00\n"
        "De Kok Fruit;Mark;25.900,00;19.480,00\nBetuwezorg;Ilse;2.650,00;2.100,00\n"
    )
    told = next(issue.message for issue in roster.issues if issue.code == "two-fees")
    assert told == "“Omzet 2025” was taken as the annual fee; where it is empty “Omzet 2026 t/m okt” counts."


def test_offers_beside_two_years_of_billing_are_the_fee_of_prospects():
    roster = sheet_roster(
        ["Intitulé", "CA HT 2025", "CA HT 2026 (10 mois)", "Offre en cours", "C/P"],
        ["Ateliers Delvigne", 24500, 21800, None, "C"],
        ["Boucherie Lambiotte", 3200, 2700, None, "C"],
        ["Brasserie des Vallons", None, None, 14000, "P"],
        ["Scierie Poncelet", None, None, 5500, "P"],
    )
    assert roster.number(Field.ANNUAL_FEE).tolist() == [24_500, 3200, 14_000, 5500]


def test_a_row_of_keys_in_two_cells_is_no_account():
    roster = sheet_roster(
        ["Code", "Intitulé", "Gest.", "CA 2025"],
        ["C0012", "Ateliers Delvigne", "SV", 24500],
        ["C0018", "Boucherie Lambiotte", "NB", 3200],
        [],
        ["SV : Sophie Vandamme", "NB : Nicolas Bodart"],
    )
    assert roster.names.tolist() == ["Ateliers Delvigne", "Boucherie Lambiotte"]


def test_an_offer_that_was_withdrawn_is_none():
    roster = sheet_roster(
        ["Nº oferta", "Cliente", "Proyecto", "Importe", "Fecha envío", "Estado"],
        ["O-1", "Bodega Valdehierro", "Nave", 12800, dt.date(2026, 7, 15), "Adjudicada"],
        ["O-2", "Gestoría Palencino", "Informe", 1200, dt.date(2026, 11, 17), "Anulada"],
        ["O-3", "Promociones Duero", "Sector 3", 64000, dt.date(2026, 7, 2), "Pendiente"],
        settings=TODAY,
    )
    assert list(roster.left_out) == [1]
    assert Field.EXPECTED_DATE not in roster.source.mapping


def test_a_fee_with_its_month_behind_it_is_one_of_a_month():
    roster = csv_roster(
        "Cliente;Cuota mes;Estado\nTalleres Montalvillo;180,00 €;activo\nBar Paca;95,00 €;activo\n"
        "Ganadero;600,00 €;potencial\n"
    )
    assert roster.number(Field.ANNUAL_FEE).tolist() == [2160, 1140, 7200]


def test_austrian_and_flemish_words_for_offers_and_fees_are_known():
    roster = workbook_roster(
        {
            "Kunden": [
                ["Kunde", "AP", "Umsatz 24", "Umsatz 25", "Potenzial", "wer"],
                ["Sporthaus Lechthaler", "Fr. Egger", 9800, 12400, None, "MH"],
                ["Hotel Sonnleitner", "Fr. Sonn", 7600, 0, None, "MH"],
                ["Gemeindeverband", "Hr. Pircher", 0, 6200, 15000, "SK"],
            ],
            "Anbote offen": [
                ["Firma", "AP", "Was", "geschätzt €", "Chance", "Anbot am", "wer"],
                ["Bergbahnen Kaunerberg", "Hr. Prantl", "Leitsystem", "38.000", "50 %", dt.date(2026, 11, 10), "MH"],
                ["Autohaus Wurzacher", "Fr. Lang", "Pylon", "11.500", "70 %", dt.date(2026, 11, 19), "SK"],
                ["Brauerei Stubaier", "Hr. Kofler", "Etiketten", "ca. 20.000", "20 %", None, "MH"],
            ],
        },
        settings=TODAY,
    )
    fees = roster.number(Field.ANNUAL_FEE).tolist()
    assert fees[:1] + fees[3:] == [12_400, 38_000, 11_500, 20_000]
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "past client", "client", *["prospect"] * 3]
    flemish = sheet_roster(
        ["Bouwheer", "Project", "Ereloon", "Fase", "Kans"],
        ["Vermeirsch", "hoeve", "€ 28.000", "uitvoering", None],
        ["OCMW Heuvels", "woningen", "€ 95.000", "wedstrijd", "25%"],
        ["Peetersen", "woning", "€ 19.000", "offerte", "60%"],
        ["Dijlezicht", "appartementen", "€ 72.000", "lead", "10%"],
        settings=TODAY,
    )
    assert flemish.source.mapping[Field.ANNUAL_FEE].header == "Ereloon"
    assert flemish.text(Field.RELATIONSHIP).tolist() == ["client", "", "", ""]
