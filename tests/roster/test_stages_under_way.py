"""Registers of jobs, in which the stages of the work stand beside those of the sale."""

from planner.fields import Field
from tests.readers.make import codes, csv_roster

HEAD = "Job,Applicant,Site,Stage,Fee,Decision due\n"
JOBS = """26001,Lorikeet Group,Quay St,Lodged,38500,
26004,Lorikeet Group,Mill Rd,Approved,22000,
26007,Nguyen family,Bower Ave,Approved,4800,
26015,Anglers Hotel,Garden,Quote sent,9000,2030-12-11
26016,Solari,Solar farm,Quote sent,85000,2031-03-31
26018,Grammar School,Hall,Enquiry,18000,2031-04-30
26020,Boltons,Big box,Lost,14000,
"""


def kinds(text: str) -> dict[str, str]:
    roster = csv_roster(text)
    return dict(zip(roster.names.tolist(), roster.text(Field.RELATIONSHIP).tolist(), strict=True))


def test_stages_that_no_pipeline_knows_beside_quotes_are_of_work_under_way_and_it_is_told():
    found = kinds(HEAD + JOBS)
    assert {name for name, kind in found.items() if kind == "client"} == {"Lorikeet Group", "Nguyen family"}
    assert "stages-under-way" in codes(csv_roster(HEAD + JOBS))


def test_a_stage_with_a_day_of_decision_is_still_to_be_won():
    found = kinds(HEAD + JOBS.replace("4800,", "4800,2030-12-20").replace("Approved,22000,", "Lodged,22000,"))
    assert found["Nguyen family"] != "client"


def test_without_decisions_on_the_quotes_an_unknown_stage_says_nothing():
    text = HEAD + "\n".join(line[: line.rindex(",") + 1] for line in JOBS.splitlines()) + "\n"
    assert "client" not in kinds(text).values()


def test_an_engagement_whose_first_day_has_passed_was_won_whatever_its_status_is_called():
    roster = csv_roster(
        "Org,Engagement,Contract Amt,Start,End,Status\n"
        "Boys Club,Strategic plan,28500,1/15/2024,9/30/2024,Complete\nFood Bank,Interim CFO,6200,3/1/2024,,Active\n"
        "Land Trust,Board retreat,4500,,,Verbal yes\nRecovery,Cleanup,3000,5/1/2023,7/31/2023,Closed\n"
        "Museum,Campaign,40000,,,Lost\n"
    )
    assert roster.text(Field.RELATIONSHIP).tolist() == ["past client", "client", "", "client", ""]


WHERE_WE_ARE = """Org,Where we are,Worth,Hours,Comment
Octave Studios,proposal in,45k,6,
Pinder Logistics,verbal yes!,18k,3,
Tideway Homes,3 live jobs,130k,30,
Greenacre Schools,tender - shortlisted,100k,24,
Ashdown Architects,they pass us jobs,,6,
"""


def test_where_we_are_is_a_stage_and_who_sends_work_is_read_there() -> None:
    roster = csv_roster(WHERE_WE_ARE)
    assert roster.text(Field.STAGE)[0] == "proposal in"
    assert [(clue.account, clue.family) for clue in roster.remarks] == [(4, "sends work")]
