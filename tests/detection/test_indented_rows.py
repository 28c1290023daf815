"""Reports of bookkeeping programs with the jobs of a customer indented under its name."""

from planner.fields import Field
from tests.readers.make import codes, csv_roster

SALES = """Customer,Billed 2025,Billed 2026
Bell & Harte LLP,620,
   Ortiz v. Danford,,4210
   In re Callow,,1875
      Appeal,,100
   Total In re Callow,,1975
Total Bell & Harte LLP,620,6185
Crane Mutual,18440,17000
TOTAL,19060,23185
"""


def test_a_customer_has_the_figures_of_its_total_and_its_jobs_are_no_accounts():
    roster = csv_roster(SALES)
    assert roster.names.tolist() == ["Bell & Harte LLP", "Crane Mutual"]
    assert roster.number(Field.ANNUAL_FEE).tolist() == [6185, 17_000]
    assert "jobs-summed" in codes(roster)


def test_accounts_between_a_title_and_its_total_stay():
    roster = csv_roster(SALES.replace("   ", "").replace("Ortiz v. Danford", "Ortiz Ltd"))
    assert {"Ortiz Ltd", "Crane Mutual"} <= set(roster.names.tolist())
