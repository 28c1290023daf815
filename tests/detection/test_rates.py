"""Lists that say a rate a day, an hour or a session, and how many, instead of a fee."""

import pytest

from planner.fields import Field
from tests.readers.make import codes, csv_roster


@pytest.mark.parametrize(
    ("days", "rate"), [("Days 2026", "Day rate (£)"), ("Jours 2026", "Tarif jour (€)"), ("Tage", "Tagessatz")]
)
def test_a_rate_a_day_times_the_days_is_the_fee_and_it_is_told(days, rate):
    roster = csv_roster(
        f"Client,Status,{days},{rate}\nAcme Ltd,client,22,850\nBeta Ltd,client,8,780\nCora Ltd,client,,900\n"
    )
    assert roster.number(Field.ANNUAL_FEE).tolist()[:2] == [18_700, 6_240]
    assert Field.CURRENT_HOURS not in roster.columns
    assert "day-rate" in codes(roster)


def test_days_a_month_count_twelve_times():
    roster = csv_roster("Client,Status,Days / mth,Day rate\nAcme Ltd,client,2,1000\nBeta Ltd,client,1,800\n")
    assert roster.number(Field.ANNUAL_FEE).tolist() == [24_000, 9_600]


def test_a_rate_a_day_alone_is_no_fee_a_year():
    roster = csv_roster("Client,Status,Day rate\nAcme Ltd,client,1000\nBeta Ltd,client,800\n")
    assert Field.ANNUAL_FEE not in roster.columns
    assert "day-rate" in codes(roster)


def test_days_that_times_a_rate_are_the_fee_are_sold_and_no_time_spent_on_winning_work():
    rows = "Acme Ltd,client,20,500,10000\nBeta Ltd,client,8,450,3600\nCora Ltd,client,12,500,6000\n"
    roster = csv_roster(f"Client,Status,Days,Rate,2026 €\n{rows}")
    assert Field.CURRENT_HOURS not in roster.columns
    assert roster.number(Field.ANNUAL_FEE).tolist() == [10_000, 3_600, 6_000]
    assert "days-sold" in codes(roster)
    other = csv_roster(
        "Client,Status,Days,Rank,2026 €\nA Ltd,client,20,5,900\nB Ltd,client,8,4,360\nC Ltd,client,3,1,60\n"
    )
    assert "days-sold" not in codes(other)


@pytest.mark.parametrize(
    ("rate", "many", "fees"),
    [
        ("rate", "sessions pm", [75 * 12 * 12, 70 * 6 * 12]),
        ("Hourly rate", "Hrs/wk", [75 * 12 * 52, 70 * 6 * 52]),
        ("Stundensatz", "Stunden / Monat", [75 * 12 * 12, 70 * 6 * 12]),
    ],
)
def test_rates_of_hours_and_sessions_are_multiplied_too(rate, many, fees):
    roster = csv_roster(f"Client,Status,{many},{rate}\nAcme Ltd,client,12,75\nBeta Ltd,client,6,70\n")
    assert roster.number(Field.ANNUAL_FEE).tolist() == fees


def test_hours_at_a_rate_a_day_are_eighths_of_it():
    roster = csv_roster(
        "Client,Status,Rate,Unit,Hrs/wk\nAcme,client,85,hour,8\nBeta,client,640,day,4\nCora,client,90,hour,3\n"
    )
    assert roster.number(Field.ANNUAL_FEE).tolist() == [85 * 8 * 52, 640 / 8 * 4 * 52, 90 * 3 * 52]


def test_a_small_rate_with_nothing_beside_it_is_no_fee():
    roster = csv_roster("Client,rate\nAcme Ltd,£75\nBeta Ltd,£90\nCora Ltd,£80\n")
    assert Field.ANNUAL_FEE not in roster.columns
    assert "day-rate" in codes(roster)


def test_a_price_of_a_seat_is_multiplied_by_the_seats_and_the_months():
    roster = csv_roster("Customer,Seats,€/seat/mo\nBecker GmbH,24,45\nLang Praxis,8,45\nNotar Huber,12,49\n")
    assert roster.number(Field.ANNUAL_FEE).tolist() == [24 * 45 * 12, 8 * 45 * 12, 12 * 49 * 12]
    assert any("and by 12" in issue.message for issue in roster.issues)


@pytest.mark.parametrize("header", ["Win rate", "Growth rate", "Rate %"])
def test_other_rates_are_no_money(header):
    roster = csv_roster(f"Client,Status,Hours,{header}\nAcme Ltd,client,12,45\nBeta Ltd,client,6,30\n")
    assert Field.ANNUAL_FEE not in roster.columns
    assert "day-rate" not in codes(roster)


def test_a_rate_is_not_multiplied_by_itself():
    text = "Firm,Sessions/mth,£/session,Notes\nKiln Tech,6,55,\nLoch Media,4,55,\nMoss Law,,,keen\n"
    roster = csv_roster(text)
    assert roster.number(Field.ANNUAL_FEE).tolist()[:2] == [6 * 55 * 12, 4 * 55 * 12]


def test_a_total_under_hours_of_winning_work_makes_them_no_hours_of_the_work():
    rows = "".join(f"Firm {i},{'MB' if i % 2 else 'TS'},{i}\n" for i in range(1, 7))
    roster = csv_roster(f"Client,Owner,Hrs/wk\n{rows}Total,,21\n")
    assert roster.number(Field.CURRENT_HOURS).tolist() == [13.0 * i for i in range(1, 7)]


def test_hours_that_are_left_of_some_are_none_of_today():
    roster = csv_roster("Client,Fee p.a.,Hours left\nAcme,9000,20\nBeta,4000,12\nCora,700,5\n")
    assert Field.CURRENT_HOURS not in roster.columns
