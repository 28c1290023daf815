"""Legal forms in a column of their own: a trust in business is no charity, an incorporated association may be one."""

import numpy as np

from planner.goods import GOODS, Good
from planner.pipeline import plan
from tests.readers.make import sheet_roster

TREES = ("Alder", "Birch", "Cedar", "Elm", "Fir", "Hazel")
OTHERS, STRENGTHS = GOODS.index(Good.OTHERS), GOODS.index(Good.STRENGTHS)


def test_trading_trusts_of_an_accountant_s_list_are_no_charities():
    """Exports of Australian accountants with `Entity`: Company, Trust, SMSF, Incorporated association."""
    made = plan(
        sheet_roster(
            ["Client Name", "Entity", "Industry", "Fees FY26"],
            ["Lochard Dairy Trust", "Trust", "Dairy", 10_900],
            ["Aberline Plumbing Pty Ltd", "Company", "Plumbing", 12_300],
            ["Banksia Playgroup", "Incorporated association", "Childcare", 4_900],
            ["Chen Super", "SMSF", "Property", 3_300],
            ["Elm Harbour Trust", "", "Marine", 3_300],
        )
    )
    strength = made.tags.strength[:, OTHERS]
    assert np.isnan(strength[[0, 1, 3]]).all()
    assert strength[2] == strength[4] == 0.6
    assert made.tags.reason[2, OTHERS] == "Its legal form suggests a charity; confirm"


def test_the_council_of_owners_of_flats_is_no_public_body():
    made = plan(sheet_roster(["Client", "Fee"], ["Grandview Strata Council", 8000], ["Wexcombe Town Council", 9000]))
    assert np.isnan(made.tags.strength[0, OTHERS])
    assert made.tags.strength[1, OTHERS] == 0.4


def test_jobs_in_words_are_no_new_services():
    """Trackers that write what is wanted in their own words, nearly every time in others."""
    clients = [[f"{name} Foods", "client", "HR retainer", 9000] for name in TREES[:6]]
    wanted = ["TUPE", "Handbook", "Pay review", "Job evaluation", "ER training", "HR retainer"]
    prospects = [[f"{name} Print", "prospect", what, 5000] for name, what in zip(TREES, wanted, strict=True)]
    made = plan(sheet_roster(["Organisation", "Type", "Service", "Fee"], *clients, *prospects))
    assert "A new service for you" not in set(made.tags.reason[:, STRENGTHS])
    few = [["Oakham Robotics", "prospect", "AI readiness", 5000]]
    same = [[f"{name} Press", "prospect", "HR retainer", 5000] for name in TREES[:5]]
    made = plan(sheet_roster(["Organisation", "Type", "Service", "Fee"], *clients, *few, *same))
    assert made.tags.reason[6, STRENGTHS] == "A new service for you"


def test_what_is_parked_is_a_little_for_later():
    made = plan(
        sheet_roster(
            ["Client", "Project", "Fees", "Stage"],
            ["Shalini Hegde", "Clinic", 175_000, "On hold"],
            ["Hosur Tools", "Factory", 960_000, "Quoted"],
        )
    )
    assert made.tags.strength[0, GOODS.index(Good.LATER)] == 0.2
