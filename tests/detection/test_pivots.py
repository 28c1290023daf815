"""Lists under a pivot table on the same sheet."""

from planner.fields import Field
from tests.readers.make import sheet_roster


def test_a_list_under_a_pivot_table_is_read_and_the_table_is_not():
    pivot = [["Zeilenbeschriftungen", "Summe von Umsatz"], ["Gewerbe", 900], ["Privat", 400], ["Gesamtergebnis", 1300]]
    header = ["Auftraggeber", "Bearb.", "Umsatz 2024", "Umsatz 2025", "Aussicht", "Entscheidung"]
    roster = sheet_roster(
        *pivot, [], header, ["Stadt Ulm", "TH", 400, 500, "", ""], ["Bau Kern", "TH", 0, 400, "50 %", "01.02.2027"]
    )
    assert roster.names.tolist() == ["Stadt Ulm", "Bau Kern"]
    assert roster.number(Field.ANNUAL_FEE).tolist() == [500, 400]
