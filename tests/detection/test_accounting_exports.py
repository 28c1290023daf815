"""Documents, suppliers and customers' numbers, as accounting programs and CRMs write them."""

import datetime as dt

import numpy as np
import pytest

from planner.detection.headers.header_words import header_words
from planner.fields import Field
from planner.goods import GOODS, Good
from planner.pipeline import plan
from planner.reading import read_roster
from planner.roster.deals.deal_aging import date_deals
from planner.settings import Settings
from planner.vocabulary import Relationship
from tests.readers.make import codes, csv_roster

TODAY = Settings(plan_start=dt.date(2026, 11, 28))
DOCUMENTS = """Belegtyp;Belegnummer;Status;Belegdatum;Fällig am;Kundennummer;Kontakt;Nettobetrag;Brutto;Offener Betrag
Rechnung;RE1;bezahlt;15.12.2025;29.12.2025;10001;Aarhold;2400,00;2856,00;0,00
Rechnung;RE2;bezahlt;16.03.2026;30.03.2026;10001;Aarhold;2400,00;2856,00;0,00
Rechnungskorrektur;RK1;bezahlt;17.03.2026;30.03.2026;10001;Aarhold;-600,00;-714,00;0,00
Rechnung;RE3;storniert;16.06.2026;30.06.2026;10002;Brandt;9900,00;11781,00;0,00
Rechnung;RE4;offen;17.06.2026;30.06.2026;10002;Brandt;1800,00;2142,00;2142,00
Angebot;AG1;offen;09.11.2026;23.11.2026;10003;Nordbrise;9600,00;11424,00;0,00
Angebot;AG2;angenommen;01.02.2026;15.02.2026;10002;Brandt;1800,00;2142,00;0,00
Angebot;AG3;abgelehnt;02.06.2026;16.06.2026;10004;Lütjens;1900,00;2261,00;0,00
"""


def test_of_a_list_of_documents_the_invoices_are_the_fee_and_open_quotes_are_deals():
    roster = date_deals(csv_roster(DOCUMENTS, settings=TODAY), TODAY)
    assert roster.names.tolist() == ["Aarhold", "Brandt", "Nordbrise", "Lütjens"]
    assert roster.source.mapping[Field.ACCOUNT].header == "Kontakt"
    assert roster.source.mapping[Field.ANNUAL_FEE].header == "Nettobetrag"
    assert Field.OWNER not in roster.source.mapping
    assert roster.number(Field.ANNUAL_FEE).tolist()[:3] == [4200, 1800, 9600]
    assert roster.text(Field.RELATIONSHIP).tolist()[:3] == ["client", "client", ""]
    assert roster.number(Field.PROBABILITY)[2] == pytest.approx(0.4)
    assert "deal-twice" not in codes(roster)
    assert {row.why for row in roster.skipped} == {"cancelled or a draft", "an accepted quote, which is billed"}


def test_an_accepted_quote_of_whoever_has_no_invoice_yet_makes_a_client():
    late = "Angebot;AG4;angenommen;20.11.2026;27.11.2026;10005;Petersen;5000,00;5950,00;0,00\n"
    roster = date_deals(csv_roster(DOCUMENTS + late, settings=TODAY), TODAY)
    assert roster.text(Field.RELATIONSHIP)[roster.names.tolist().index("Petersen")] == Relationship.CLIENT


CONTACTS = """Kundennummer;Lieferantennummer;Firmenname;Anrede;Vorname;Nachname;Telefon;betreut
10001;;Aarhold;Frau;Ines;Berg;0421 1;Sönke
10002;;Brandt;Herr;Uwe;Tietjen;0421 2;Wiebke
10003;;;Frau;Theda;Wübbena;0421 3;Wiebke
;70001;Hosting Süd;;;;0731 1;
"""


def test_who_has_a_number_as_a_supplier_alone_is_no_account():
    roster = csv_roster(CONTACTS)
    assert roster.names.tolist() == ["Aarhold", "Brandt", "Theda Wübbena"]
    assert roster.text(Field.OWNER).tolist() == ["Sönke", "Wiebke", "Wiebke"]
    assert {"suppliers", "person-for-company"} <= set(codes(roster))


def test_who_is_called_a_supplier_is_no_account_unless_somebody_looks_after_it():
    roster = csv_roster(
        "Name;Art;Betreuer;Umsatz 2026\nHarder Metallbau;Kunde;Jana;14.000,00\nBürohaus Lenz;Lieferant;;\n"
        "Autohaus Brömmel;Interessent;Uwe;\nDruckerei Voss;Lieferant;Uwe;2.500,00\n"
    )
    assert roster.names.tolist() == ["Harder Metallbau", "Autohaus Brömmel", "Druckerei Voss"]
    assert "suppliers" in codes(roster)


def test_a_remark_that_a_customer_left_says_more_than_the_type_of_the_program():
    roster = csv_roster(
        "Nombre;Tipo;Comercial;Facturado;Notas\nAceites Valdelomar;Cliente;Ana;14.250,00;\n"
        "Textiles Ondarra;Cliente;Luis;0,00;ya no es cliente desde 2024\nTelefonía Norte;Proveedor;;;\n"
    )
    assert roster.text(Field.RELATIONSHIP).tolist() == [Relationship.CLIENT, Relationship.PAST_CLIENT]


def test_customers_with_a_contact_each_are_companies_in_whatever_order_the_files_come():
    files = ("belege.csv", DOCUMENTS), ("kontakte.csv", CONTACTS)
    for first, second in (files, files[::-1]):
        roster = read_roster(
            first[1].encode(), name=first[0], companies=[(second[0], second[1].encode())], settings=TODAY
        )
        assert sorted(roster.names) == ["Aarhold", "Brandt", "Lütjens", "Theda Wübbena"]
        assert roster.text(Field.OWNER)[roster.names.tolist().index("Brandt")] == "Wiebke"


@pytest.mark.parametrize(
    ("header", "said"),
    [("Fällig am", ("fallig",)), ("AM", ("manager",)), ("Our AM", ("our", "manager")), ("Am", ("manager",))],
)
def test_the_german_word_before_a_day_is_no_account_manager(header, said):
    assert header_words(header) == said


def test_what_stands_in_every_row_is_no_owner_service_or_region():
    towns = ["Leeds", "York", "Hull", "Derby"]
    rows = "".join(f"Client {i:02} Ltd,GB,Standard,UK,{towns[i % 4]},{1000 * i}\n" for i in range(1, 14))
    mapping = csv_roster(f"Company,CC,Pipeline,Billing Country,Billing City,Fee\n{rows}").source.mapping
    assert not {Field.OWNER, Field.SERVICE} & mapping.keys()
    assert mapping[Field.REGION].header == "Billing City"


def test_the_description_beside_notes_is_no_remark():
    text = "Client,Description,Fee,Notes\nAcme,General counsel,4000,will sign in May\nBaxley,Water rights,900,done\n"
    assert csv_roster(text).source.mapping[Field.NOTES].header == "Notes"


TAGS = """Company,TAGS,Fee
Abbey,"client,retainer",14400
Ridley,"client,referrer",4600
Gale Carter,referrer,
Dove,prospect,4000
"""


def test_a_client_whose_tags_say_that_it_refers_is_both():
    roster = csv_roster(TAGS)
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "client", "referral source", "prospect"]
    referral = plan(roster).tags.strength[:, GOODS.index(Good.REFERRAL)]
    assert np.nan_to_num(referral).tolist() == [0, 0.8, 0.8, 0]


MATTERS = """Client,Matter,Status,Billed last year
Acme,00118-Acme,Open,41200
Jess Hospice,00188-Jess,Open,0
Kilbride,00331-Kilbride,{},
"""


def test_an_open_matter_beside_pending_ones_is_that_of_a_client():
    pending = csv_roster(MATTERS.format("Pending"), settings=TODAY)
    assert pending.text(Field.RELATIONSHIP).tolist() == ["client", "client", ""]


def test_a_company_that_has_ended_by_its_own_words_is_told_of_beside_its_deals():
    deals = (
        "Deal Name,Account Name,Stage,Amount,Closing Date\nA,Nullagine,Closed Won,70000,2024-07-01\n"
        "B,Acme,Negotiation,5000,2027-02-01\nC,Orbost,Closed Lost,900,2026-05-01\n"
    )
    companies = (
        "Account Name,Account Type,Industry,Description\nNullagine,Customer,Mining,\"Mine closed, account finished\"\n"
        "Acme,Customer,Steel,\nOrbost,Prospect,Timber,\nPine,Prospect,Timber,ceased trading\n"
    )  # fmt: skip
    roster = read_roster(deals.encode(), name="deals.csv", companies=[("accounts.csv", companies.encode())])
    assert roster.text(Field.RELATIONSHIP)[roster.names.tolist().index("Nullagine")] == Relationship.CLIENT
    assert "may-have-ended" in codes(roster)
    assert roster.names.tolist().index("Pine") in roster.left_out


def test_jobs_of_a_customer_are_parts_of_it_in_a_list_of_customers():
    roster = csv_roster(
        "Customer,Rep,Billed 2026,Notes\nAcme Foods,Ann,500,\nAcme Foods:Website,,4000,new area for us\n"
        "Acme Foods:Catalog,,1000,\nBrill Ltd,Cy,900,\nRe:Think,Cy,700,\n",
        settings=TODAY,
    )
    assert roster.names.tolist() == ["Acme Foods", "Brill Ltd", "Re:Think"]
    assert roster.number(Field.ANNUAL_FEE).tolist() == [5500, 900, 700]
    assert roster.text(Field.OWNER).tolist()[0] == "Ann"
    assert "jobs-of-customers" in codes(roster)
    assert [row.text for row in roster.skipped] == ["Acme Foods:Website", "Acme Foods:Catalog"]


def test_jobs_of_a_customer_stand_for_it_in_a_list_of_documents():
    roster = csv_roster(
        "Invoice no,Date,Customer,Amount\n1,2026-03-01,Acme Foods:Website,4000\n2,2026-04-01,Acme Foods:Catalog,1000\n"
        "3,2026-04-02,Brill Ltd,900\n4,2026-06-02,Brill Ltd,600\n5,2026-07-02,Re:Think,700\n",
        settings=TODAY,
    )
    assert sorted(roster.names.tolist()) == ["Acme Foods", "Brill Ltd", "Re:Think"]
