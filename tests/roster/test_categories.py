"""Contacts of an address book: one row a person, categories that name relationship and business, fees in notes."""

from planner.fields import Field
from planner.vocabulary import Origin
from tests.readers.make import codes, csv_roster

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
