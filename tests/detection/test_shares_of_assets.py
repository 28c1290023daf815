"""Fees in percent of what households have, what introducers send, and names of firms that accounts moved to."""

import pytest

from planner.parsing.standing.relationships import relationship_of
from planner.settings import Settings
from tests.detection.test_first_lists import TODAY, relationships
from tests.detection.test_working_lists import fees
from tests.readers.make import codes, sheet_roster, workbook_roster

FIXED = Settings(plan_start=TODAY)


@pytest.mark.parametrize(
    ("header", "shares"),
    [
        ("Fee %", (0.9, 1.0, 1.1)),
        ("Fee %", ("0.9%", "1.0%", "1.1%")),
        ("Fee %", (0.009, 0.01, 0.011)),
        ("Fee bps", (90, 100, 110)),
    ],
)  # fmt: skip
def test_a_fee_in_percent_is_taken_of_the_assets_beside_it(header, shares):
    assets = (2_400_000, 850_000, 310_000)
    rows = zip(
        ("Adler, Tom", "Bishop Trust", "Cole, Renee"), assets, shares, ("", "", "rollover in March"), strict=True
    )
    roster = sheet_roster(["Household", "AUM ($)", header, "Notes"], *rows, settings=FIXED)
    assert {name: round(fee) for name, fee in fees(roster).items()} == {
        "Adler, Tom": 21_600, "Bishop Trust": 8_500, "Cole, Renee": 3_410,
    }  # fmt: skip
    assert "share-of-assets" in codes(roster)


def test_a_fee_in_money_beside_assets_stays_what_it_is():
    roster = sheet_roster(
        ["Household", "AUM ($)", "Annual fee", "Fee %"], ["Adler", 2_400_000, 21_000, 0.9],
        ["Bishop", 850_000, 8_000, 1.0], ["Cole", 310_000, 3_000, 1.1], settings=FIXED,
    )  # fmt: skip
    assert fees(roster)["Adler"] == 21_000


def test_who_sends_something_is_a_source_and_who_sends_nothing_is_none():
    rows = [
        ["Firm / person", "Type", "What they send", "Last coffee"],
        ["Barker Wealth", "IFA", "2-3 wills pa", "Sept"],
        ["Coombe & Co", "Accountant", "nothing yet", "Mar"],
        ["Halls Estates", "Estate agent", "conveyancing - lots", "Oct"],
        ["Ferris Holdings", "client", "retainer £1,500/m", "Nov"],
        ["Grange Farm", "target", "would be c£10k", "July"],
    ]
    roster = workbook_roster({"Contacts": rows}, settings=FIXED)
    assert relationships(roster) == {
        "Barker Wealth": "referral source", "Coombe & Co": "", "Halls Estates": "referral source",
        "Ferris Holdings": "client", "Grange Farm": "prospect",
    }  # fmt: skip
    assert fees(roster)["Ferris Holdings"] == 18_000


@pytest.mark.parametrize(
    ("text", "relationship"),
    [("moved to Fidelity", "past client"), ("moved to January", None), ("went with Baker Tilly", "past client")],
)
def test_the_firm_that_an_account_moved_to_says_that_it_left(text, relationship):
    assert relationship_of(text) == relationship
