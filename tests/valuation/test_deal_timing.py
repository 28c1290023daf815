"""What is on the table of clients who pay until a day that the list names."""

import datetime as dt

import pytest

from planner.settings import Settings
from planner.valuation.deal_timing import Timing, find_open_deals
from tests.readers.make import sheet_roster

FIXED = Settings(plan_start=dt.date(2026, 12, 1))


def _timings(day, fee="Retainer pm"):
    rows = (
        ("Waterworks", "client", 3_250, dt.date(2027, 9, 30)),
        ("Bulbs Ltd", "client", 1_400, dt.date(2027, 3, 31)),
        ("Shipyard", "prospect", 900, dt.date(2027, 9, 30)),
    )
    roster = sheet_roster(["Client", "Status", fee, day], *rows, settings=FIXED)
    return dict(zip(roster.names.tolist(), find_open_deals(roster, FIXED).timing.tolist(), strict=True))


@pytest.mark.parametrize("day", ["Renewal date", "Looptijd t/m", "Fin de contrat", "Vertragsende", "Vencimiento"])
def test_a_client_whose_contract_runs_on_has_nothing_for_later_on_the_table(day):
    timings = _timings(day)
    assert (timings["Waterworks"], timings["Bulbs Ltd"]) == (Timing.NONE, Timing.NOW)


def test_a_prospect_whose_present_contract_is_renewed_late_may_hire_later():
    assert _timings("Renewal date")["Shipyard"] == Timing.LATER


def test_a_client_whose_decision_is_far_off_may_hire_later():
    assert _timings("Decision date", "Next project €")["Waterworks"] == Timing.LATER
