"""Remarks that begin with the initials of who wrote them, in a list without a column of owners."""

import datetime as dt

from planner.fields import Field
from planner.settings import Settings
from planner.vocabulary import Origin
from tests.readers.make import csv_roster

FIXED = Settings(plan_start=dt.date(2026, 11, 28))
NOTION = """Name,Stage,Fee,Last note
Atlas Dental,Client,$6.5k/mo,"DL: QBR went great, asks about video"
Boxwood Legal,Client,$4k/mo,"SK: contract ends 1/31"
Cinder Brewing,Proposal out,"$3,500/mo quoted","DL: call him after Thanksgiving"
Dockside Marine,Meeting,,"SK: 12/2 10am"
Ember Fitness,Lead,,
Grove HVAC,Lost,$3k/mo,went with in-house hire
"""


def test_who_wrote_the_remarks_holds_the_account():
    roster = csv_roster(NOTION, settings=FIXED)
    assert roster.text(Field.OWNER).tolist() == ["DL", "SK", "DL", "SK", "", ""]
    assert roster.sources[Field.OWNER].tolist()[:4] == [str(Origin.WORKED_OUT)] * 4
    assert any("Owner" in issue.message for issue in roster.issues if issue.code == "worked-out")


def test_a_column_of_owners_is_stronger_and_capitals_of_other_things_are_nobody():
    owned = NOTION.replace("Name,Stage", "Name,Owner,Stage").replace("Atlas Dental,", "Atlas Dental,Ann,")
    owned = "\n".join(line.replace(",", ",Bob,", 1) if i > 1 else line for i, line in enumerate(owned.split("\n")))
    assert set(csv_roster(owned, settings=FIXED).text(Field.OWNER)) == {"Ann", "Bob"}
    other = NOTION.replace("DL:", "NB:").replace("SK:", "FYI:")
    assert not any(csv_roster(other, settings=FIXED).text(Field.OWNER))
