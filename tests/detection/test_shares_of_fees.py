"""Rates of fees (`Fee %`, `Taux hono`, `Honorarsatz`) and prices of an hour beside what clients pay in a year."""

import numpy as np
import pytest

from planner.fields import Field
from planner.settings import Settings
from tests.detection.test_first_lists import TODAY, relationships
from tests.detection.test_working_lists import fees
from tests.readers.make import codes, sheet_roster

FIXED = Settings(plan_start=TODAY)
BILLED = {"Ménerval": 68_200, "Vercors": 14_500, "Tissandier": 41_000}


@pytest.mark.parametrize(
    ("rate", "rates", "billed"),
    [
        ("Taux hono", (0.22, 0.2, 0.18), "Honos 2025 (€ HT)"),
        ("Taux", ("22 %", "20 %", "18 %"), "Honoraires 2025"),
        ("Fee %", (22, 20, 18), "Fees 2025 (€)"),
        ("Fee", (0.22, 0.2, 0.18), "Fees 2025 (€)"),
        ("Commission %", (0.22, 0.2, 0.18), "Billed 2025"),
        ("Honorarsatz", ("22%", "20%", "18%"), "Honorar 2025 (€)"),
        ("Provision", ("22%", "20%", "18%"), "Umsatz mit uns 2025 (€)"),
        ("Comisión", ("22%", "20%", "18%"), "Facturado 2025 (€)"),
        ("Tarief", ("22%", "20%", "18%"), "Omzet 2025 (€)"),
        ("Courtage", ("2%", "1,5%", "1,75%"), "Courtage 2025 (€)"),
        ("Billing rate", (120, 95, 110), "Billed 2025"),
        ("Fee per hour (£)", (120, 95, 110), "Fees 2025 (£)"),
    ],
)
def test_a_rate_is_neither_the_fee_nor_a_chance_beside_what_was_billed(rate, rates, billed):
    rows = zip(BILLED, rates, BILLED.values(), strict=True)
    roster = sheet_roster(["Client", rate, billed], *rows, settings=FIXED)
    assert fees(roster) == BILLED
    assert np.isnan(roster.number(Field.PROBABILITY)).all()
    assert set(relationships(roster).values()) == {"client"}
    assert not {"two-columns", "two-fees"} & set(codes(roster))


@pytest.mark.parametrize("header", ["Taux de réussite", "Quote win %", "Fee probability", "Angebot %"])
def test_shares_under_a_word_for_chances_stay_chances(header):
    rows = (("Ménerval", 22_000, "20%"), ("Vercors", 12_000, "30%"), ("Tissandier", 15_000, "35%"))
    roster = sheet_roster(["Client", "Quoted (€)", header], *rows, settings=FIXED)
    assert roster.number(Field.PROBABILITY).tolist() == [0.2, 0.3, 0.35]


def test_fees_below_one_in_thousands_or_millions_are_fees():
    rows = (("Ménerval", 0.22), ("Vercors", 0.2), ("Tissandier", 0.18))
    roster = sheet_roster(["Client", "Fee (£m)"], *rows, settings=FIXED)
    assert fees(roster)["Ménerval"] == 220_000


def test_a_large_sum_that_the_fee_is_a_part_of_is_not_the_fee():
    roster = sheet_roster(
        ["Vendor", "Asking price", "Fee %", "Chance"], ["Ash House", 450_000, 1.25, "60%"],
        ["Bay Lodge", 300_000, 1.5, "70%"], ["Cove End", 800_000, 1, "80%"], settings=FIXED,
    )  # fmt: skip
    assert np.isnan(roster.number(Field.ANNUAL_FEE)).all()
    assert "share-of-a-sum" in codes(roster)
