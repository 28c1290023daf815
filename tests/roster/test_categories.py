"""Contacts of an address book: one row a person, categories that name relationship and business, fees in notes."""

from planner.fields import Field
from planner.goods import Good
from planner.pipeline import plan
from planner.vocabulary import Grain, Origin
from tests.readers.make import codes, csv_roster, workbook_roster

HEAD = "Nombre;Apellidos;Organización;Teléfono;Categorías;Notas\n"
ROWS = """Marta;Segarra;Clínica Albufera;96 111 11 11;Cliente; Sanidad|Cuota 180 €/mes
Recepción;;Clínica Albufera;96 111 11 12;Cliente; Sanidad|
Andrés;Lozano;Grupo Levante;96 222 22 22;Potencial; Hostelería|Propuesta 18.000 € enviada, firma el 10/12/2030
Sonia;Mestre;Hotel Quimera;96 333 33 33;Potencial; Hostelería|nos debe 400 €
Vicent;Ferrer;Gestoría Ferrer;96 444 44 44;Prescriptor|
"""
TEXT = HEAD + "".join(
    f'{";".join(line.split(";")[:4])};"{";".join(line.split(";")[4:]).split("|")[0]}";{line.split("|")[1]}\n'
    for line in ROWS.splitlines()
)


def test_the_persons_of_a_company_are_one_account():
    roster = csv_roster(TEXT)
    assert roster.names.tolist() == ["Clínica Albufera", "Grupo Levante", "Hotel Quimera", "Gestoría Ferrer"]
    assert "persons-together" in codes(roster)


def test_categories_name_the_relationship_and_the_business():
    roster = csv_roster(TEXT)
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "prospect", "prospect", "referral source"]
    assert roster.text(Field.INDUSTRY).tolist() == ["Sanidad", "Hostelería", "Hostelería", ""]


def test_fees_are_worked_out_from_notes_where_no_column_holds_them_but_not_from_what_is_owed():
    roster = csv_roster(TEXT)
    assert roster.number(Field.ANNUAL_FEE).tolist()[:2] == [2160, 18_000]
    assert roster.sources[Field.ANNUAL_FEE].tolist() == [Origin.WORKED_OUT, Origin.WORKED_OUT, "", ""]


CONTACTS = """Company,Contact,Email,Type,Owner,2026 Billings,Open Opp,Opp Amount,Est. Close,Confidence
Alder Union,Dana,d@alder.com,Client,Meg,38500,Refresh,15000,2030-01-15,High
Alder Union,Sam,s@alder.com,,,,,,,
Bexar Health,Luz,l@bexar.com,Client,Ty,64000,,,,
Bexar Health,Rick,r@bexar.com,Client,Ty,,,,,
Granite Assn,Ellen,e@granite.com,Former Client,Ty,0,,,,
Eastlake,Vik,v@eastlake.com,Prospect,Meg,,Academy,32000,2030-02-01,High
Talon,Deb,d@talon.com,Prospect,Ty,,,,,
"""


def test_persons_of_whom_some_name_what_is_open_are_no_deals():
    roster = csv_roster(CONTACTS)
    assert roster.source.grain is Grain.ACCOUNT
    assert roster.names.tolist() == ["Alder Union", "Bexar Health", "Granite Assn", "Eastlake", "Talon"]
    assert roster.number(Field.ANNUAL_FEE).tolist()[:2] == [38_500, 64_000]
    now = plan(roster, hours=40).tags.strength[:, list(Good).index(Good.NOW)]
    assert not now[2] > 0
    twice = csv_roster(CONTACTS.replace("s@alder.com,,,,,,,", "s@alder.com,Client,Meg,,Other,9000,2030-03-01,Low"))
    assert twice.source.grain is Grain.OPPORTUNITY


def test_a_sheet_that_shares_but_the_names_of_persons_is_no_part_of_the_list():
    rows = [line.split(",") for line in CONTACTS.splitlines()]
    cards = [["Name", "Company", "Card", "Gift?"], ["Dana", "Alder", "Y", "pecans"], ["Luz", "Bexar", "Y", "wine"]]
    roster = workbook_roster({"Master": rows, "Holiday cards": cards})
    assert "Alder" not in roster.names
    assert len(roster.names) == 5
