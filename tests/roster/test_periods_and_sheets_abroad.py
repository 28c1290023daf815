"""Fees that a column beside them says to be of a month, ledgers beside sheets of prospects, and dates of headers."""

from planner.fields import Field
from tests.readers.make import csv_roster, workbook_roster


def column(roster, name: Field) -> dict[str, object]:
    values = roster.columns[name].tolist()
    return dict(zip(roster.names.tolist(), values, strict=True))


def test_money_of_a_month_beside_money_that_is_paid_once():
    roster = csv_roster(
        "Empresa,Etapa,Monto,Tipo,Prob.,Cierre estimado\nAceros,Ganado,18000,mensual,100%,01/02/2025\n"
        "Textiles,Ganado,145000,única,100%,15/05/2026\nPlásticos,Contactado,12000,mensual,20%,01/03/2027\n"
        "Químicos,Propuesta enviada,65000,única,40%,31/01/2027\n"
    )
    fees = column(roster, Field.ANNUAL_FEE)
    assert (fees["Plásticos"], fees["Químicos"]) == (144_000, 65_000)
    assert any(issue.code == "fee-basis" for issue in roster.issues)


def test_how_a_fee_of_a_year_is_billed_makes_it_no_larger():
    roster = csv_roster(
        "Client,Fee,Billing\nAcre,24000,monthly\nBeta,18000,monthly\nCora,30000,annual\nDray,20000,annual\n"
    )
    assert column(roster, Field.ANNUAL_FEE)["Acre"] == 24_000
    roster = csv_roster("Client,Annual fee,Type\nAcre,2400,monthly\nBeta,1800,monthly\nCora,30000,annual\n")
    assert column(roster, Field.ANNUAL_FEE)["Acre"] == 2_400


LEDGER = [
    ["Date", "N°", "Client", "Prestation", "Montant HT", "TVA", "TTC"],
    *([f"{day}/03/2026", f"F-{day}", client, "DPE", 300 + day, 60, 360 + day] for day, client in enumerate(
        ["Agence Ouest", "Étude Kerbrat", "Agence Ouest", "Foncia Centre", "Étude Kerbrat"], 13)),
]  # fmt: skip
PROSPECTS = [
    ["Qui", "C'est quoi", "Contact", "Où on en est", "Combien ça ferait / an", "Remarques"],
    ["Nexity Nord", "syndic", "Mme Jaouen", "devis envoyé", 8000, ""],
    ["Étude Hascoët", "notaire", "le clerc", "premier contact", 1500, ""],
    ["Century Liberté", "agence", "", "a dit non (travaille avec son beau-frère)", "", ""],
]


def test_a_sheet_of_prospects_goes_on_with_a_ledger_of_invoices():
    roster = workbook_roster({"Factures 2026": LEDGER, "Prospection": PROSPECTS})
    assert {"Agence Ouest", "Nexity Nord", "Century Liberté"} <= set(roster.names.tolist())
    assert column(roster, Field.INDUSTRY)["Nexity Nord"] == "syndic"
    assert roster.names.tolist().index("Century Liberté") in roster.left_out


def test_days_under_a_header_with_a_word_for_offers_are_no_fee():
    roster = csv_roster(
        "Auftraggeber;Projekt;Angebot vom;Honorar netto;Stand\nGemeinde A;Kanal;12.03.2026;48.600,00;in Arbeit\n"
        "Gemeinde B;Kataster;02.06.2026;31.250,00;abgeschl.\nWeingut C;Teich;03.03.2026;9.800,00;Angebot\n"
        "Gemeinde D;GEP;10.01.2026;22.800,00;beauftragt\n"
    )
    assert column(roster, Field.ANNUAL_FEE)["Weingut C"] == 9_800
    kinds = column(roster, Field.RELATIONSHIP)
    assert kinds["Gemeinde A"] == kinds["Gemeinde B"] == "client"


def test_dates_of_a_list_in_dutch_begin_with_the_day():
    roster = csv_roster("Wie,Laatst gesproken,Opmerking\nHoekstra,12-11-26,klant\nFledderus,03-10-26,klant\n")
    assert str(column(roster, Field.LAST_CONTACT)["Hoekstra"]).startswith("2026-11-12")
