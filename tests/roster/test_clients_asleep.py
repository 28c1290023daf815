"""Sheets of clients that are asleep, and columns with the day of the last job."""

import pytest

from planner.fields import Field
from tests.readers.make import csv_roster, workbook_roster

CLIENTS = [["Société", "Activité", "Honoraires 2026"], ["Ménerval", "pharma", 12_000], ["Vercors", "bois", 9_000]]


@pytest.mark.parametrize("last", ["Dernière mission", "Remarques"])
@pytest.mark.parametrize(
    "name",
    ["En sommeil", "Dormants", "Sleeping", "Schlafende Kunden", "Ruhend", "Slapende klanten", "Dormidos", "Dormienti"],
)
def test_those_on_a_sheet_of_the_sleeping_are_past_clients_whom_one_may_ask_again(name, last):
    cells = (2023, 2024) if last != "Remarques" else ("rachetés", "gel des embauches")
    rows = [["Société", "Activité", last], ["Castagnier", "meuble", cells[0]], ["Sopral", "chimie", cells[1]]]
    roster = workbook_roster({"Clients": CLIENTS, name: rows})
    assert dict(zip(roster.names.tolist(), roster.text(Field.RELATIONSHIP).tolist(), strict=True)) == {
        "Ménerval": "client", "Vercors": "client", "Castagnier": "past client", "Sopral": "past client",
    }  # fmt: skip
    assert not roster.left_out


def test_those_on_a_sheet_of_what_waits_are_left_alone():
    rows = [["Société", "Activité"], ["Castagnier", "meuble"], ["Sopral", "chimie"]]
    assert len(workbook_roster({"Clients": CLIENTS, "On hold": rows}).left_out) == 2


@pytest.mark.parametrize(
    "header", ["Last job", "Dernière mission", "Letzter Auftrag", "Laatste opdracht", "Último encargo"]
)
def test_the_year_of_the_last_job_tells_clients_from_past_ones_where_nothing_else_does(header):
    roster = csv_roster(f"Firm,Sector,{header}\nAcme,wood,2021\nBrook,wood,2025\nCrane,metal,2026\n")
    assert roster.text(Field.RELATIONSHIP).tolist() == ["past client", "client", "client"]
