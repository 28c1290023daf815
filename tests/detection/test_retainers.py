"""Lists of firms on retainers: hours that clients buy, fiscal years, keys and signatures under the list."""

import datetime as dt

import pytest

from planner.detection.headers.periods import bare_years
from planner.fields import Field
from planner.parsing.remarks.remarks import read_remark
from planner.settings import Settings
from tests.detection.test_first_lists import TODAY
from tests.readers.make import csv_roster, workbook_roster

FIXED = Settings(plan_start=TODAY)


def fees(roster):
    return dict(zip(roster.names.tolist(), roster.number(Field.ANNUAL_FEE).tolist(), strict=True))


def test_hours_that_clients_buy_are_asked_about_before_they_count():
    text = "Client,Lead,Fee pm,Hrs pm\n" + "".join(f"Firm {i},{'AB'[i % 2]}nn,£900,{40 + i}\n" for i in range(8))
    roster = csv_roster(text, settings=FIXED)
    assert Field.CURRENT_HOURS not in roster.columns
    assert "current_hours:Hrs pm" in [question.code for question in roster.questions]
    few = csv_roster(text.replace(",4", ",0."), settings=FIXED)
    assert Field.CURRENT_HOURS in few.columns
    of_winning = csv_roster(text.replace("Hrs pm", "BD hrs pm"), settings=FIXED)
    assert Field.CURRENT_HOURS in of_winning.columns


def test_fiscal_years_by_their_two_ends_are_fees_of_years():
    rows = [
        ["Firm", "Lead", "24-25", "25-26", "26-27 to date", "Position"],
        ["Amory LLP", "RK", 42000, 61000, 28000, "Client"],
        ["Birk Stowe", "SF", 8000, 18500, 35000, "Client"],
        ["Cadwell", "SF", 88000, 52000, 9000, "Client"],
        ["Drummond", "RK", 15500, 15000, 14000, "Client"],
    ]
    roster = workbook_roster({"Firms": rows}, settings=FIXED)
    assert fees(roster) == {"Amory LLP": 61000, "Birk Stowe": 18500, "Cadwell": 52000, "Drummond": 15000}
    assert not bare_years(["Client", "31-60", "61-90"])  # days, not years


def test_a_name_with_its_initials_under_a_list_is_a_key():
    rows = [
        ["Firm", "Sector", "Our lead", "Fee", "Position"],
        ["Amory LLP", "Law", "RK", 61000, "Client"],
        ["Birk Stowe", "Law", "SF", 18500, "Client"],
        ["Cadwell", "Fraud", "SF", 52000, "Client"],
        [],
        ["Ravi K", "RK"],
        ["Sheila F", "SF"],
    ]
    roster = workbook_roster({"Firms": rows}, settings=FIXED)
    assert roster.names.tolist() == ["Amory LLP", "Birk Stowe", "Cadwell"]
    assert roster.text(Field.OWNER).tolist() == ["Ravi K", "Sheila F", "Sheila F"]


@pytest.mark.parametrize("closing", ["Thanks", "Many thanks,", "Kind regards", "Cheers"])
def test_who_signs_under_a_pasted_list_is_no_account(closing):
    text = "Practice,Who,Worth\nArchway Vets,Nikki,5400\nElm Park,Owen,7800\nGreen Clinic,Owen,2400\n\n"
    roster = csv_roster(f"Hi both - list as of Friday\n\n{text}{closing}\nNikki\nNikki Vale Ltd\n", settings=FIXED)
    assert roster.names.tolist() == ["Archway Vets", "Elm Park", "Green Clinic"]


@pytest.mark.parametrize(
    ("remark", "family"),
    [
        ("told us no budget till April", "later"),
        ("told us no", "ended"),
        ("went with Big 4 - lost 10 Nov", "ended"),
        ("moved to Boise counsel", "ended"),
        ("first IP client", "new to us"),
        ("first farm practice with robotics", "new to us"),
        ("introduces portfolio cos all the time", "sends work"),
    ],
)
def test_what_partners_of_small_firms_write(remark, family):
    found = {clue.family for clue in read_remark(remark, dt.date(2026, 11, 28))}
    assert family in found
    assert family == "ended" or "ended" not in found


@pytest.mark.parametrize("remark", ["their first client meeting", "first big client", "first year of the job"])
def test_a_first_that_is_of_no_kind_teaches_nothing(remark):
    assert not read_remark(remark, dt.date(2026, 11, 28))


def test_recommendations_since_a_month_are_a_years():
    (clue,) = read_remark("clerk recommends us - 5 since Jan", dt.date(2026, 11, 28))
    assert clue.referrals == 5


def test_hours_that_fees_are_for_at_one_rate_are_asked_about():
    text = "Name,Fee,Hours / mo\nAtlas,$6.5k/mo,24\nBoxwood,$4k/mo,16\nFulton,$2.8k/mo,10\nKiln,$1.2k/mo,6\n"
    assert Field.CURRENT_HOURS not in csv_roster(text, settings=FIXED).columns
    few = "Name,Fee,Hours / mo\nAtlas,$65k,1\nBoxwood,$4k,2\nFulton,$28k,1\nKiln,$120k,3\n"
    assert Field.CURRENT_HOURS in csv_roster(few, settings=FIXED).columns
