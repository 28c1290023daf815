"""Lists that tick off the stages of a deal in a column each."""

import pytest

from planner.fields import Field
from planner.parsing.standing.stages import chance_of_stage
from planner.settings import Settings
from tests.detection.test_first_lists import TODAY, relationships
from tests.readers.make import csv_roster

FIXED = Settings(plan_start=TODAY)
LADDER = """Company,Contacted,Replied,Call booked,Proposal sent,Won,£,Lead,Notes
Alder Bank,x,x,x,x,x,24000,Ann,
Birch Insure,x,x,x,x,,18000,Ann,decision soon
Cedar Travel,x,x,x,,,9500,Bob,
Damson Games,x,x,x,x,lost,12000,Bob,price
Elder Foods,x,,n,,,4000,Bob,
Fern Lettings,,,,,,4500,Bob,
Gorse Power,x,x,x,x,,26000,Ann,"verbal yes, waiting for the PO"
"""


def stages(roster):
    return dict(zip(roster.names.tolist(), roster.text(Field.STAGE).tolist(), strict=True))


def test_the_furthest_stage_that_is_ticked_is_how_far_an_account_has_come():
    roster = csv_roster(LADDER, settings=FIXED)
    assert stages(roster) == {
        "Alder Bank": "Won", "Birch Insure": "Proposal sent", "Cedar Travel": "Call booked", "Damson Games": "lost",
        "Elder Foods": "Contacted", "Fern Lettings": "not contacted", "Gorse Power": "Proposal sent",
    }  # fmt: skip
    assert relationships(roster)["Alder Bank"] == "client"
    assert [roster.names[i] for i in roster.left_out] == ["Damson Games"]
    assert "“Replied”" in next(issue.message for issue in roster.issues if issue.code == "stages-ticked")


def test_a_remark_that_says_more_than_the_stage_is_how_far_a_deal_is():
    roster = csv_roster(LADDER, settings=FIXED)
    chances = dict(zip(roster.names.tolist(), roster.number(Field.PROBABILITY).tolist(), strict=True))
    assert chances["Gorse Power"] == 0.8
    assert chances["Birch Insure"] != chances["Birch Insure"]  # its stage's


def test_two_ticks_are_no_ladder_and_a_column_of_stages_is_stronger():
    two = csv_roster("Client,Signed,Paid,Fee\nAlder,x,x,5000\nBirch,x,,7000\nCedar,,,9000\n", settings=FIXED)
    assert "stages-ticked" not in {issue.code for issue in two.issues}
    staged = LADDER.replace(",Notes\n", ",Stage\n", 1).replace("decision soon", "Negotiation").replace("price", "Lost")
    roster = csv_roster(staged, settings=FIXED)
    assert stages(roster)["Birch Insure"] == "Negotiation"


@pytest.mark.parametrize(
    ("stage", "chance"),
    [("met 12 Oct", 0.3), ("demo booked 3/12", 0.3), ("prop sent 16/11", 0.4), ("neg. price", 0.65), ("no reply", 0.1)],
)
def test_a_day_beside_a_stage_and_its_short_forms_say_the_stage(stage, chance):
    assert chance_of_stage(stage) == chance


DATED = """Organisation,Lead,First contact,Meeting,Quote sent,Signed,Quote £,Comments
Arden,Mo,3/2/25,10/2/25,14/2/25,3/3/25,6500,
Brindle,Mo,1/9/26,15/9/26,2/10/26,,9000,
Cawood,Tilly,12/10/26,4/11/26,,,,
Dovedale,Mo,20/11/26,,,,,
Emberley,Tilly,5/5/26,19/5/26,25/5/26,no - too dear,4000,
Ilkley,Mo,,,,,,
Kirk,Tilly,3/6/25,17/6/25,20/6/25,1/7/25,8800,
Jarvis,Mo,9/9/26,23/9/26,1/10/26,,7000,"verbal go-ahead, PO to follow"
"""


def test_the_furthest_stage_that_has_a_day_is_how_far_an_account_has_come():
    roster = csv_roster(DATED, settings=FIXED)
    assert list(stages(roster).values()) == [
        "Signed", "Quote sent", "Meeting", "First contact", "Lost (no - too dear)", "not contacted", "Signed",
        "Quote sent",
    ]  # fmt: skip
    assert [one for one, kind in relationships(roster).items() if kind == "client"] == ["Arden", "Kirk"]
    assert [roster.names[i] for i in roster.left_out] == ["Emberley"]
    assert roster.number(Field.PROBABILITY)[7] == 0.8


def test_a_title_in_the_first_row_has_come_to_no_stage():
    header, *rows = DATED.splitlines()
    roster = csv_roster("\n".join([header, "NORTH,,,,,,,", *rows]), settings=FIXED)
    assert roster.size == len(rows)
