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


MONTHLY = "Client;Hono. mensuels HT;Budget annuel HT\nAlpha;2200;26400\nBeta;1500;18000\nGamma;;9000\nDelta;;14000\n"


def test_a_fee_of_the_year_beside_the_same_a_month_is_the_fee():
    roster = csv_roster(MONTHLY)
    assert roster.number(Field.ANNUAL_FEE).tolist() == [26_400, 18_000, 9_000, 14_000]


@pytest.mark.parametrize("header", ["Volumen (zzgl. USt)", "Monto s/IVA", "Montant HT", "Bedrag excl. btw"])
def test_amounts_to_which_a_tax_is_added_are_no_turnover_of_the_account(header):
    roster = csv_roster(f"Client;{header};Owner\nAlpha;22000;AB\nBeta;15000;CD\nGamma;9000;AB\n")
    assert roster.number(Field.ANNUAL_FEE).tolist() == [22_000, 15_000, 9_000]
    assert not [one for one in roster.questions if one.field is Field.ANNUAL_FEE]


def test_money_of_a_year_to_come_is_no_date():
    roster = csv_roster("Client;Billed 2026;Expected 2027\nAlpha;12190;14000\nBeta;20460;23000\nGamma;;48000\n")
    assert Field.EXPECTED_DATE not in roster.source.mapping
    assert roster.number(Field.ANNUAL_FEE).tolist()[2] == 48_000


def test_who_had_days_last_year_and_none_this_year_was_a_client():
    rows = [["Firma", "Tage 2025", "Tage 2026", "Tagsatz", "Umsatz 2026"], ["Alpha", 9, 12, 1650, 19_800],
            ["Beta", 6, "", 1650, ""], ["Gamma", 4, 4, 1500, 6_000], ["Delta", 2, 2, 1500, 3_000]]  # fmt: skip
    roster = workbook_roster({"Kunden": rows})
    assert said(roster, Field.RELATIONSHIP)["Beta"] == "past client"


def test_a_sheet_of_a_network_is_read_though_it_only_says_who():
    clients = [["Firma", "Honorar", "Trainer"], ["Alpha", 9_000, "Eva"], ["Beta", 4_000, "Jan"]]
    network = [["Wer", "Was", "Kontakt bei uns", "zuletzt"]] + [
        [name, "schickt uns Anfragen", "Eva", dt.date(2026, 7, 2)] for name in ("WKO Baden", "Kanzlei Zehetner")
    ]
    roster = workbook_roster({"Kunden": clients, "Netzwerk": network})
    assert said(roster, Field.RELATIONSHIP)["Kanzlei Zehetner"] == "referral source"
    assert said(roster, Field.OWNER)["WKO Baden"] == "Eva"


def test_a_fee_of_last_year_that_is_the_months_times_twelve_counts_before_one_of_this_year_so_far():
    roster = csv_roster(
        "Cliente;Cuota mensual;Facturado 2025;Facturado 2026\nAlpha;85,00;1.020,00;935,00\n"
        "Beta;310,00;3.720,00;3.410,00\nGamma;90,00;;\n"
    )
    assert roster.number(Field.ANNUAL_FEE).tolist() == [1_020, 3_720, 1_080]


def test_who_paid_nothing_this_year_pays_what_was_paid_the_year_before():
    roster = csv_roster("Client;CA 2025 (€ HT);CA 2026 (€ HT)\nAlpha;18400;21000\nBeta;9800;0\nGamma;4000;\n")
    assert roster.number(Field.ANNUAL_FEE).tolist() == [21_000, 9_800, 4_000]


def test_thousands_of_francs_in_a_line_above():
    rows = [["Kundenliste", "", "", "Beträge in TCHF, exkl. MWST"], [], ["Kunde", "PL", "Hon. 2025", "Erwartet 2027"],
            ["Alpha", "RH", 64.5, 80], ["Beta", "NK", 38, 30], ["Gamma", "RH", "", 95], ["Delta", "NK", "", 16],
            ["Epsilon", "NK", "", 22]]  # fmt: skip
    roster = workbook_roster({"Liste": rows})
    assert roster.number(Field.ANNUAL_FEE).tolist()[2:] == [95_000, 16_000, 22_000]


def test_a_total_is_one_by_its_dutch_name_too():
    roster = csv_roster(
        "Relatie;Omzet (k€);Wie\nAlpha;132;Bart\nBeta;81;Femke\nGamma;47;Bart\nTotaal;260;\nK = klant;;\n"
    )
    assert roster.names.tolist() == ["Alpha", "Beta", "Gamma"]


@pytest.mark.parametrize("header", ["Previsto", "Cierre", "Prévu", "Geplant", "Gepland", "Chiusura"])
def test_when_something_is_expected_by_one_word(header):
    roster = csv_roster(f"Client;Prob.;{header}\nAlpha;50%;15/12/2026\nBeta;40%;28/02/2027\nGamma;20%;15/01/2027\n")
    assert str(roster.date(Field.EXPECTED_DATE)[1]) == "2027-02-28"


def test_a_day_of_a_jury_shows_which_number_is_the_day():
    roster = csv_roster("Client;%;Pour quand\nAlpha;25%;jury le 20/01\nBeta;70%;10/12/2026\n")
    assert str(roster.date(Field.EXPECTED_DATE)[1]) == "2026-12-10"


def test_a_forecast_beside_years_of_ours_is_a_fee():
    header = ["Nom", "CA 2024", "CA 2025", "CA 2026 (à fin oct.)", "Prévi 2027"]
    rows = [["Portefeuille", "", "", "", "k€ HT"], [], header, ["Alpha", 42, 38, 31, 40], ["Beta", 25, 30, 12, 20],
            ["Gamma", "", "", "", 85], ["Delta", "", "", "", 12]]  # fmt: skip
    roster = workbook_roster({"L": rows})
    assert roster.number(Field.ANNUAL_FEE).tolist()[2:] == [85_000, 12_000]


def test_a_sheet_of_contacts_called_a_network_is_read():
    clients = [["Cliente", "Fee anual (sin IVA)", "Lleva"], ["Alpha", 9_000, "Ane"], ["Beta", 4_000, "Jon"]]
    red = [["Contacto", "Por qué", "Quién"], ["Cámara (Leire)", "nos pasa contactos", "Jon"],
           ["Asesoría Larra", "2 clientes en 2026", "Ane"]]  # fmt: skip
    roster = workbook_roster({"Clientes": clients, "Red": red})
    assert said(roster, Field.RELATIONSHIP)["Cámara (Leire)"] == "referral source"


def test_what_the_firm_lets_drop_gets_no_hours():
    roster = sheet_roster(
        ["Nom", "Honoraires", "Qui"], ["Clients", "", ""], ["Alpha", 9_000, "AB"], ["Beta", 8_000, "CD"],
        ["On laisse tomber", "", ""], ["Zac", 6_000, "AB"], ["Ilot", 3_000, "CD"],
    )  # fmt: skip
    assert [roster.names[i] for i in roster.left_out] == ["Zac", "Ilot"]


@pytest.mark.parametrize("word", ["gekündigt z. 31.12.", "opgezegd per 31-12", "disdetto 30/6"])
def test_who_gave_notice_for_a_day_gets_no_hours(word):
    roster = csv_roster(f"Firma;Status;Honorar\nAlpha;Kunde;9000\nBeta;{word};4000\nGamma;Kunde;3000\n")
    assert said(roster, Field.RELATIONSHIP)["Beta"] == "past client"
    assert dict(roster.left_out) == {1: word}
