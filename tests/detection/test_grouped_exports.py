"""Rows of exports that stand over groups, and names that programs write with or in the place of the company."""

import pytest

from planner.fields import Field
from planner.vocabulary import Grain, Relationship
from tests.readers.make import codes, csv_roster, sheet_roster, workbook_roster

HEADER = ["Oportunidad", "Cliente", "Nombre del contacto", "Comercial", "Ingreso esperado", "Probabilidad", "Notas"]
ROWS = [
    ["Nuevo (2)", "", "", "", 15000, ""],
    ["Clima", "Lapresa", "Nuria Gil", "Sonia", 6000, 10],
    ["Auditoría", "Segarra S.L., Ana Mas", "Ana Mas", "Rafa", 9000, 20],
    ["Propuesta (1)", "", "", "", 26000, ""],
    ["Puestos", "Tresvalles, Teruel", "Julián Tello", "Rafa", 26000, 60],
    ["Ganado (1)", "", "", "", 15000, ""],
    ["Apoyo", "Belmar", "", "Sonia", 15000, 100],
    ["", "", "", "", 56000],
]


def test_the_stage_of_deals_stands_over_them_in_an_export_by_groups():
    roster = sheet_roster(HEADER, *ROWS)
    assert roster.source.grain is Grain.OPPORTUNITY
    assert roster.names.tolist() == ["Lapresa", "Segarra S.L.", "Tresvalles, Teruel", "Belmar"]
    assert roster.deals.stage.tolist() == ["Nuevo", "Nuevo", "Propuesta", "Ganado"]
    assert roster.text(Field.RELATIONSHIP)[3] == Relationship.CLIENT
    assert {"rows-grouped", "contact-in-name"} <= set(codes(roster))
    assert [row.text for row in roster.skipped][:3] == ["Nuevo (2)", "Propuesta (1)", "Ganado (1)"]


def test_groups_within_groups_leave_the_inner_title():
    rows = [["Rafa (2)", "", "", "", 35000, ""], *ROWS[:3], ["Sonia (2)", "", "", "", 41000, ""], *ROWS[3:7]]
    assert sheet_roster(HEADER, *rows).deals.stage.tolist() == ["Nuevo", "Nuevo", "Propuesta", "Ganado"]


def test_a_single_group_stands_over_all_rows_there_are():
    """The contacts that Odoo exports by country, all of one."""
    rows = [["España (3)", "", ""], ["Ana Gil", "Sevilla", "España"], ["Luis Mas", "Utrera", "España"],
            ["Eva Rey", "Utrera", "España"]]  # fmt: skip
    roster = sheet_roster(["Nombre mostrado", "Ciudad", "País"], *rows)
    assert roster.names.tolist() == ["Ana Gil", "Luis Mas", "Eva Rey"]
    more = sheet_roster(["Nombre mostrado", "Ciudad", "País"], *rows, ["Sol Vega", "Utrera", "España"])
    assert more.names.tolist()[0] == "España (3)", "which counts other rows than stand under it"


def test_numbers_in_brackets_that_count_nothing_are_part_of_a_name():
    rows = [["Haus (2)", "Lapresa", "", "", 15000, 40], ["Halle (2)", "Segarra", "", "", 9000, 20]]
    assert sheet_roster(HEADER, *rows).text(Field.DEAL).tolist() == ["Haus (2)", "Halle (2)"]


def test_the_whole_amount_is_the_fee_beside_what_is_prorated():
    header = [*HEADER[:5], "Ingresos prorrateados", "Probabilidad"]
    rows = [["Clima", "Lapresa", "", "", 6000, 600, 10], ["Plan", "Segarra", "", "", 9000, 1800, 20],
            ["Puestos", "Tresvalles", "", "", 26000, 15600, 60]]  # fmt: skip
    assert sheet_roster(header, *rows).source.mapping[Field.ANNUAL_FEE].header == "Ingreso esperado"


PERSONS = """Email,First Name,Last Name,Company,Tags,Fee
gwen@abbey.test,Gwen,Abara,Abbey Museum,client,14400
priti@bold.test,Priti,Nair,Bold Laundry,client,6200
martha@moss.test,Martha,Tull,,client,1900
vic@pipes.test,Vic,Strang,,personal,
"""


def test_who_has_no_company_stands_for_the_account_if_anything_is_said_of_one():
    roster = csv_roster(PERSONS)
    assert roster.names.tolist() == ["Abbey Museum", "Bold Laundry", "Martha Tull"]
    assert "person-for-company" in codes(roster)


@pytest.mark.parametrize("last", ["Total,24 matters,,", "Total,24 clients,,"])
def test_a_total_may_say_of_how_many(last):
    text = f"Client,Matter,Fee,Owner\nAcme,00118-Acme,41200,JK\nBaxley,00207-Baxley,9300,RT\n,,50500,\n{last}\n"
    assert csv_roster(text).names.tolist() == ["Acme", "Baxley"]


def test_rows_that_are_put_away_leave_the_others_under_their_own_title():
    rows = [
        ["Opportunity", "Customer", "Expected revenue", "Archived"],
        ["Lead (3)", "", 9000, ""], ["Audit", "Acme Mills", 3000, ""], ["Tax", "Beta Foods", 3000, "yes"],
        ["Plan", "Cedar Care", 3000, ""], ["Proposal (3)", "", 12000, ""], ["Roof", "Delta Works", 4000, ""],
        ["Wall", "Eden Farm", 4000, ""], ["Door", "Fox Hall", 4000, ""],
    ]  # fmt: skip
    roster = workbook_roster({"Pipeline": rows})
    assert roster.names.tolist() == ["Acme Mills", "Cedar Care", "Delta Works", "Eden Farm", "Fox Hall"]
    assert roster.text(Field.STAGE).tolist() == ["Lead", "Lead", "Proposal", "Proposal", "Proposal"]
