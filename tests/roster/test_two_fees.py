"""That nothing was billed last year says nothing of what somebody who is no client would pay."""

import numpy as np

from planner.fields import Field
from tests.readers.make import codes, csv_roster, sheet_roster


def test_a_past_client_billed_nothing_last_year_has_no_fee_of_nothing():
    roster = sheet_roster(
        ["Name", "Relationship", "Billed last year", "Potential"], ["Acme", "client", 0, ""],
        ["Brook", "past client", 0, ""], ["Crag", "client", 9000, ""], ["Dell", "prospect", 0, 7000],
    )  # fmt: skip
    fee = roster.number(Field.ANNUAL_FEE)
    assert np.isnan(fee[1])
    assert fee[[0, 2, 3]].tolist() == [0, 9000, 7000]


def test_a_fee_in_brackets_is_one_in_doubt_where_each_account_has_one():
    roster = csv_roster("Client,Fee a year,Owner\nEuroSolar,6500,Sophie\nHydroGen,(8000),Sophie\n")
    assert roster.number(Field.ANNUAL_FEE).tolist() == [6500, 8000]
    assert "fee-in-brackets" in codes(roster)


def test_a_year_without_work_is_filled_from_one_with_some():
    roster = csv_roster(
        "Client,Annual fee,Billed 2025,Owner\nHaller,27800,24300,TK\nBiomed,0,12000,TK\n"
        "Werkstatt,450,450,MW\nLake,0,0,MW\n"
    )
    assert roster.number(Field.ANNUAL_FEE).tolist() == [27_800, 12_000, 450, 0]


YEARS = """Client,FY24 fees,FY25 fees,FY26 YTD,Partner,Notes
Allerdale Housing,41000,52300,38000,KB,
Coulter & Co,0,0,0,RT,no work yet
Fairlight Wind,0,0,4000,RT,
Hartley Group,55000,0,0,RT,
Elm Grove School,9000,9300,9500,KB,
"""


def test_who_was_billed_is_told_by_amounts_and_by_the_years_they_stand_in() -> None:
    """Text files have zeros as text: `0` is no bill."""
    roster = csv_roster(YEARS)
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "prospect", "client", "past client", "client"]
    assert roster.number(Field.ANNUAL_FEE)[[0, 2]].tolist() == [52300, 4000]
    assert np.isnan(roster.number(Field.ANNUAL_FEE)[[1, 3]]).all()


TURNOVER = """Naam,Status,Omzet dit jaar,kans,opm.
Adriaens,Klant,41250,,
Broekhuizen,Klant,12600,,
Ter Steege,Klant,0,,
Oldeboorn,Prospect,0,60%,offerte 14.000
Noorderveen,Prospect,0,25%,
Lelystad,Prospect,{},80%,
"""


def test_where_every_prospect_has_a_zero_it_was_billed_nothing_so_far() -> None:
    """An accounting program writes 0 beside whoever has no invoice; that is no fee of nothing."""
    fee = csv_roster(TURNOVER.format(0)).number(Field.ANNUAL_FEE)
    assert fee[:4].tolist() == [41250, 12600, 0, 14000]
    assert np.isnan(fee[4:]).all()


def test_a_zero_beside_what_other_prospects_would_pay_is_a_fee() -> None:
    assert csv_roster(TURNOVER.format(9000)).number(Field.ANNUAL_FEE).tolist()[3:] == [0, 0, 9000]
