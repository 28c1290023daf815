"""Fees in percent of what households have, what introducers send, and names of firms that accounts moved to."""

import numpy as np
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


NAMES = ("Harper family", "Marsh trust", "Blake pension")
ENGLISH = ("Client", "AUM", "Fee")
GERMAN = ("Mandant", "Vermögen", "Honorar")
SPANISH = ("Cliente", "Patrimonio", "Comisión")
WRITTEN = (2_400_000, 850_000, 400_000)


@pytest.mark.parametrize(
    ("headers", "assets", "shares"),
    [
        (ENGLISH, WRITTEN, ("1%", "0.75%", "1.2%")),
        (ENGLISH, ("£2,400,000", "£850,000", "£400,000"), ("1% AUM", "0.75% AUM", "1.2% of assets")),
        (ENGLISH, ("2.4m", "850k", "400k"), ("100 bps", "75bps", "120 bps")),
        (ENGLISH, WRITTEN, (1.0, 0.75, 1.2)),
        (ENGLISH, WRITTEN, (0.01, 0.0075, 0.012)),
        (("Client", "AUM (m)", "Fee %"), (2.4, 0.85, 0.4), (1.0, 0.75, 1.2)),
        (("Client", "Assets £m", "Charge"), (2.4, 0.85, 0.4), ("1%", "0.75%", "1.2%")),
        (GERMAN, ("2.400.000", "850.000", "400.000"), ("1 %", "0,75 %", "1,2 %")),
        (SPANISH, ("2,4 M", "0,85 M", "0,4 M"), ("1%", "0,75%", "1,2%")),
    ],
)  # fmt: skip
def test_a_fee_whose_cells_are_shares_is_taken_of_the_assets_beside_it(headers, assets, shares):
    roster = sheet_roster(headers, *zip(NAMES, assets, shares, strict=True), settings=FIXED)
    assert list(fees(roster).values()) == pytest.approx([24_000, 6_375, 4_800])
    assert "share-of-assets" in codes(roster)


def test_a_fee_in_money_among_shares_stays_what_it_is_and_assets_in_an_unknown_unit_give_none():
    rows = zip((*NAMES, "Rowe"), (*WRITTEN, 3_100_000), ("1%", "5000", "1.2%", "1%"), strict=True)
    assert list(fees(sheet_roster(ENGLISH, *rows, settings=FIXED)).values())[:2] == [24_000, 5_000]
    rows = zip(NAMES, (2.4, 0.85, 0.4), ("1%", "0.75%", "1.2%"), strict=True)
    assert np.isnan(list(fees(sheet_roster(ENGLISH, *rows, settings=FIXED)).values())).all()


@pytest.mark.parametrize(
    ("headers", "cells"),
    [
        (("Client", "Fee"), ("1% of 2.4m", "0.75% of £850k", "1.2% of 400,000")),
        (("Mandant", "Honorar"), ("1 % von 2,4 Mio", "0,75 % von 850.000", "1,2 % von 400 T€")),
        (("Cliente", "Honorarios"), ("1% de 2,4 M", "0,75% de 850.000 €", "1,2% de 400.000 €")),
    ],
)
def test_a_share_of_a_sum_that_stands_behind_it_is_the_fee(headers, cells):
    roster = sheet_roster(headers, *zip(NAMES, cells, strict=True), settings=FIXED)
    assert list(fees(roster).values()) == pytest.approx([24_000, 6_375, 4_800])


def test_the_sum_that_a_share_in_a_remark_is_of_is_no_fee():
    rows = [("Harper", "client", "fee 1% of £640k a year"), ("Marsh", "client", "Honorar 1 % von 640.000 €")]
    read = fees(sheet_roster(("Client", "Status", "Notes"), *rows, settings=FIXED))
    assert np.isnan(list(read.values())).all()


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


def test_a_share_that_reckons_the_fee_is_not_told_as_a_chance_as_well():
    roster = sheet_roster(
        ["Company", "Claim value", "Our %", "Our fee", "Introducer gets"], ["Arc", 84_000, "15%", 12_600, "10%"],
        ["Bram", 31_500, "18%", 5670, ""], ["Cell", 268_000, "12%", 32_160, "10%"], ["Dov", 46_000, "15%", 6900, "10%"],
    )  # fmt: skip
    assert "share-of-the-fee" in codes(roster)
    assert not any("could be the chance" in issue.message for issue in roster.issues)
