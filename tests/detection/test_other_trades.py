"""Homely columns of trades that no list of synonyms knows."""

import pytest

from planner.fields import Field
from planner.parsing.standing.stages import chance_of_stage
from tests.readers.make import csv_roster, sheet_roster, workbook_roster

DENTAL = """Practice,Contact,Looked after by,Monthly £,Contract ends,Hrs last month,Anything to know
Bright Smile Dental,Dr Ann Poole,Sam,450,31/03/2030,3,loves us and says so
Oakfield Surgery,J. Marsh,Priya,220,30/06/2030,1.5,always late with payment
The Tooth Works,Dr Kim Lee,Sam,600,31/12/2030,6,new owner - may leave
Elm Grove Smiles,Dr Vane,Priya,500,31/12/2030,2,wants a quote in January
"""
GERMAN = """Klient;Betreuung durch;Mtl. Pauschale;Stundensatz;Std. lfd. Monat;Bemerkungen
Alpha Bau GmbH;Meier;1.200 €;120;6;zufrieden
Beta Handel KG;Huber;850 €;110;4;will mehr Beratung
Gamma Tech AG;Meier;2.000 €;130;2;Angebot im Januar
"""
BIDS = """Opportunity,Client name,Stage,Value (inc VAT),Value ex VAT,Win prob,Bid lead
Depot,Northbus,Submitted,"12,000","10,000",50%,Ann
School,Ashby CC,Preparing,"60,000","50,000",30%,Raj
"""
YEARS = """Name,Partner in charge,Fees billed FY25,Fees billed FY26,Headcount
Aldgate Shipping,Mary Cole,120000,135000,220
Banbridge Foods,Jon Ray,45000,20000,900
Corvid Capital,Mary Cole,300000,410000,35
"""
TARGETS = """Prospect,Why them,Sponsor (us),Size of prize,Likelihood
Kestrel Airways,fleet programme,Jo B,£1.2m,Low
Lumen Health,new CIO,Ali,£250k,Medium
Mercer Homes,we know the FD,Jo B,£90k,High
"""


@pytest.mark.parametrize(
    ("text", "headers"),
    [
        (DENTAL, {Field.ACCOUNT: "Practice", Field.OWNER: "Looked after by", Field.ANNUAL_FEE: "Monthly £",
                  Field.CURRENT_HOURS: "Hrs last month", Field.NOTES: "Anything to know"}),
        (GERMAN, {Field.ACCOUNT: "Klient", Field.OWNER: "Betreuung durch", Field.ANNUAL_FEE: "Mtl. Pauschale",
                  Field.CURRENT_HOURS: "Std. lfd. Monat", Field.NOTES: "Bemerkungen"}),
        (BIDS, {Field.DEAL: "Opportunity", Field.ACCOUNT: "Client name", Field.ANNUAL_FEE: "Value ex VAT"}),
        (YEARS, {Field.ACCOUNT: "Name", Field.OWNER: "Partner in charge", Field.ANNUAL_FEE: "Fees billed FY26"}),
        (TARGETS, {Field.ACCOUNT: "Prospect", Field.OWNER: "Sponsor (us)", Field.ANNUAL_FEE: "Size of prize"}),
    ],
    ids=["dental", "german", "bids", "years", "targets"],
)  # fmt: skip
def test_each_column_is_taken_for_what_it_is(text, headers):
    roster = csv_roster(text)
    assert {name: roster.source.mapping[name].header for name in headers if name in roster.source.mapping} == headers


def test_monthly_money_and_hours_are_read_a_year_and_a_quarter():
    roster = csv_roster(DENTAL)
    assert roster.number(Field.ANNUAL_FEE).tolist()[:2] == [5400, 2640]
    assert roster.number(Field.CURRENT_HOURS).tolist()[0] == 9
    assert csv_roster(GERMAN).number(Field.ANNUAL_FEE).tolist() == [14_400, 10_200, 24_000]


def test_a_german_list_with_mandates_plans_and_offers_out():
    roster = csv_roster(
        "Mandant;Ansprechpartner;Umsatz 2025;Plan 2026;Stand\n"
        "Autohaus Kern GmbH;RA Vogt;31.200,00;35.000,00;Dauermandat\n"
        "Biohof Lindner;RA Vogt;1.800,00;;Neumandat\n"
        "E-Solar AG;RA Vogt;;60.000,00;Akquise\n"
        "Fitness Nord;RAin Demir;;15.000,00;Angebot raus\n"
        "Gemeinde Altdorf;RAin Demir;8.000,00;8.000,00;Rahmenvertrag\n"
        "Hotel Post;RA Vogt;6.500,00;;ehem. Mandant\n"
    )
    assert roster.text(Field.RELATIONSHIP).tolist() == [
        "client",
        "client",
        "prospect",
        "prospect",
        "client",
        "past client",
    ]
    assert roster.number(Field.ANNUAL_FEE)[[0, 2, 3]].tolist() == [31_200, 60_000, 15_000]
    assert roster.number(Field.PROBABILITY)[3] == chance_of_stage("Angebot raus")


def test_a_list_of_hunches_with_words_for_amounts_is_one_of_prospects():
    roster = csv_roster(
        "Who,Worth,Gut feel\nArden Brothers,big,hot\nCobalt Sea,40k?,warm\nMr & Mrs Oyelaran,small,\n"
        "Pike Road Surgery,3 x 2500,cold\nTern & Co,lots,warm\n"
    )
    assert roster.number(Field.ANNUAL_FEE)[[1, 3]].tolist() == [40_000, 7_500]
    assert not (roster.text(Field.RELATIONSHIP) == "client").any()


def test_years_of_money_make_clients_and_a_sheet_of_introducers_makes_referral_sources():
    roster = workbook_roster(
        {
            "Key accounts": [
                ["Client", "Lead", "FY25 £k", "FY26 £k", "FY27 target £k", "RAG"],
                ["Whitmore Council", "HB", 140, 155, 160, "G"], ["Priory Water", "HB", 90, 88, 120, "A"],
                ["Fen Rail Alliance", "TR", 0, 210, 250, "G"],
            ],
            "Targets": [["Target", "Lead", "Prob."], ["Orwell Ports", "TR", "30%"], ["Hexham Wind", "HB", "low"]],
            "Introducers": [["Name", "Firm", "Sent us"], ["Gail Porter", "Porter & Lane QS", 4],
                            ["Raj Mehta", "Mehta Planning", 1]],
        }
    )  # fmt: skip
    found = dict(zip(roster.names, roster.text(Field.RELATIONSHIP), strict=True))
    assert found == {
        "Whitmore Council": "client", "Priory Water": "client", "Fen Rail Alliance": "client",
        "Orwell Ports": "prospect", "Hexham Wind": "prospect",
        "Porter & Lane QS": "referral source", "Mehta Planning": "referral source",
    }  # fmt: skip
    assert roster.number(Field.ANNUAL_FEE)[:3].tolist() == [155_000, 88_000, 210_000]
    assert roster.number(Field.REFERRALS_PER_YEAR)[-2:].tolist() == [4, 1]


def test_a_dutch_list_with_last_years_turnover_beside_quotes():
    roster = csv_roster(
        "Relatie;Soort;Accountmanager;Omzet vorig jaar;Offerte;Kans;Actie\n"
        "Bakkerij van Dijk;vaste klant;Sanne;€ 12.400;;;\n"
        "Gemeente Zaltbommel;raamcontract;Joost;€ 48.000;;;evaluatie in maart\n"
        "Installatiebedrijf Kok;prospect;Joost;;€ 22.500;60%;bellen week 50\n"
        "Zorggroep Linde;prospect;Joost;;€ 95.000;kwart;presentatie\n"
        "Fietsenmaker Tak;klant;Sanne;€ 800;;;\n"
    )
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "client", "prospect", "prospect", "client"]
    assert roster.number(Field.ANNUAL_FEE).tolist() == [12_400, 48_000, 22_500, 95_000, 800]
    assert roster.number(Field.PROBABILITY)[2:4].tolist() == [0.6, 0.25]
    assert roster.text(Field.NEXT_STEP)[2] == "bellen week 50"


def test_a_french_list_with_odds_a_quote_sent_and_a_column_of_deadlines():
    roster = csv_roster(
        "Société,Statut,Associé,Proba,Échéance\nMairie de Lignac,Client,MB,,\n"
        "Verrerie Astre,Prospect chaud,MB,60 %,T1 2030\n"
        "Domaine Rey,Devis envoyé,JD,1 chance sur 3,fin janvier\nNotaire Delmas,Prescripteur,MB,,\n"
    )
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "prospect", "prospect", "referral source"]
    assert roster.number(Field.PROBABILITY)[1:3].tolist() == pytest.approx([0.6, 1 / 3])
    assert str(roster.date(Field.EXPECTED_DATE)[1]) == "2030-03-31"


def test_beside_ticks_an_x_is_a_cross_and_ticks_say_what_accounts_are_good_for():
    roster = sheet_roster(
        ["Cliente", "Cuota mensual", "nos recomienda", "aprendemos", "puede crecer"],
        ["Panadería Alarcia", "350 €", "✓", "x", ""],
        ["Bodegas Duratón", "1.250 €", "sí", "✓", "✓"],
        ["Espinosa Hermanos", "430 €", "x", "x", "x"],
        ["Farmacia Fuencaliente", "390 €", "", "", ""],
    )
    assert roster.number(Field.RATING_REFERRAL).tolist()[:3] == [4.0, 4.0, 0.0]
    assert roster.number(Field.RATING_STRENGTHS).tolist()[:3] == [0.0, 4.0, 0.0]
    assert roster.number(Field.RATING_LATER).tolist()[1:3] == [4.0, 0.0]
    assert sum(issue.code == "x-means-no" for issue in roster.issues) == 3


def test_ticks_under_a_word_for_clients_say_who_is_one():
    roster = sheet_roster(["Client", "Client?", "Fee"], ["Acme Mills", "x", 5000], ["Beta Foods", "", 3000])
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "prospect"]
    crossed = sheet_roster(["Name", "Client?", "Fee"], ["Acme Mills", "✓", 5000], ["Beta Foods", "x", 3000])
    assert crossed.text(Field.RELATIONSHIP).tolist() == ["client", "prospect"]


@pytest.mark.parametrize("share", ["Share of wallet", "SOW %", "Gross margin", "Discount"])
def test_percentages_of_something_else_are_no_chances(share):
    roster = sheet_roster(
        ["Key account", "Sector", "Owner", "Fees 2026", share],
        ["Aldeburn Rail", "Rail", "MO", 52_000, "35%"],
        ["Brackwater", "Water", "SF", 61_000, "20%"],
        ["Caskmore Homes", "Housing", "MO", 9_000, "50%"],
        ["Dunreath Council", "Public", "HW", 7_200, "<5%"],
    )
    assert not roster.has(Field.PROBABILITY)


@pytest.mark.parametrize(
    ("billed", "potential"),
    [("Umsatz Vorjahr", "Potenzial p.a."), ("Umsatz lfd. Jahr", "Umsatzpotenzial"), ("Honorar 2025", "erw. Honorar")],
)
def test_what_clients_paid_and_what_others_could_are_one_fee(billed, potential):
    roster = csv_roster(
        f"Firma;Art;Branche;Betreuer;{billed};{potential};Abschlusswahrsch.;geplant bis;Anm.\n"
        "Ahlbrecht Maschinenbau;Kunde;Maschinenbau;Meier;84.500,00;;;;zufrieden\n"
        "Dornhoff Backwaren;Kunde;Lebensmittel;Huber;6.200,00;;;;kleiner Kunde, hoher Aufwand\n"
        "Wohnbau eG;Interessent;Immobilien;Meier;;60.000,00;70 %;15.01.2030;Angebot abgegeben\n"
        "Isartal Technik;Interessent;Technik;Huber;;45.000,00;30 %;31.03.2030;neues Feld\n"
        "Juncker Textil;Interessent;Textil;Meier;;k. A.;10 %;;nur Kontakt von der Messe\n"
    )
    assert roster.number(Field.ANNUAL_FEE).tolist()[:4] == [84_500, 6_200, 60_000, 45_000]
    assert roster.number(Field.PROBABILITY).tolist()[2:] == [0.7, 0.3, 0.1]
    assert roster.source.mapping[Field.EXPECTED_DATE].header == "geplant bis"
    assert roster.source.mapping[Field.NOTES].header == "Anm."


def test_a_vendor_among_the_companies_of_an_export_gets_no_hours_until_somebody_says_otherwise():
    roster = csv_roster(
        "Company name,Company owner,Lifecycle Stage,Type,Industry,Fees 2026\n"
        "Appletree,Jess,Customer,,Retail,38400\nMuseums,Ana,Opportunity,Prospect,Culture,\n"
        "Printhouse,Ana,Lead,Vendor,Printing,\nLarkspur,Jess,Lead,Prospect,Property,\n"
    )
    assert dict(roster.left_out) == {2: "Vendor"}
