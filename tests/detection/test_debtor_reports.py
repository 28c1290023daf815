"""Reports of what is owed, with columns by age and remarks on business, are lists of clients."""

from planner.fields import Field
from tests.readers.make import sheet_roster

HEADER = ["Sl", "Party", "Work", "Billing FY 25-26", "0-30", "31-60", "61-90", ">90", "Partner", "Follow up"]


def test_the_columns_of_days_hide_no_header_and_a_second_header_hides_no_first():
    fees = {
        "Northgate Foods": "₹ 12.5 L",
        "Harbour Press": "4.2 L",
        "Alder Freight": "₹ 38 lakh",
        "Oak Mills": "1.2 Cr",
    }
    rows = [[i, name, "Audit", fees[name], 2500.0 * i, 0.0, 0.0, 0.0, "MB", ""] for i, name in enumerate(fees, 1)]
    roster = sheet_roster(
        ["Party-wise outstanding as on 31-10-2026"], HEADER, *rows, ["", "TOTAL", "", "", 25000.0], [],
        ["", "PROPOSALS GIVEN"], ["Sl", "Party", "Work", "Fee quoted p.a.", "", "", "", "", "Partner", "Follow up"],
        [1, "Tern Robotics", "Audit", "₹ 30 L", "", "", "", "", "MB", "60%, decision by 15-12-2026"],
    )  # fmt: skip
    assert roster.names.tolist() == [*fees, "Tern Robotics"]
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client"] * 4 + ["prospect"]
    assert roster.number(Field.ANNUAL_FEE).tolist() == [1_250_000, 420_000, 3_800_000, 12_000_000, 3_000_000]


def test_who_owes_us_money_is_a_client():
    roster = sheet_roster(
        ["Customer", "Current", "30 days", "60 days", "90+ days", "Total", "BD note"],
        ["Acme Mills", 1000, 0, 0, 0, 1000, "wants audit too"],
        ["Beta Foods", 0, 500, 0, 0, 500, "happy"],
        ["Cedar Care", 0, 0, 0, 900, 900, "slow"],
    )
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client"] * 3
