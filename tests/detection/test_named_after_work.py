"""Jobs and deals that are called after client and work, in either order."""

from planner.detection.rows.named_after_work import clients_of_work
from planner.fields import Field
from tests.readers.make import csv_roster

JOBS = """Job,Status,£,Who,Area
Roof inspection - Halden Group,"flown, invoiced",1450,Gav,Leeds
Quarry volumetrics - Marl & Sons,"flown, invoiced",6800,Bex,Derbyshire
Wind turbine blades - Norvento UK,quoted,24500,Bex,Northumberland
Festival stills - Solfest,lost,3200,Gav,Cumbria
Solar farm thermals - Brightfield,tender,38000,Bex,Lincolnshire
"""


def test_the_side_that_is_written_as_names_are_is_the_client():
    assert clients_of_work(["Acme - audit", "Brook - audit", "Cole - new site", "Dunn - new site"]) == [
        "Acme", "Brook", "Cole", "Dunn",
    ]  # fmt: skip
    assert clients_of_work(["Site audit - Acme", "New site - Brook Ltd", "Tax help - Cole", "Small job - Dunn"]) == [
        "Acme", "Brook Ltd", "Cole", "Dunn",
    ]  # fmt: skip
    assert clients_of_work(["Acme", "Brook", "Cole - audit", "Dunn"]) is None


def test_a_register_of_jobs_is_a_list_of_the_deals_of_its_clients():
    roster = csv_roster(JOBS)
    assert roster.names.tolist() == ["Halden Group", "Marl & Sons", "Norvento UK", "Solfest", "Brightfield"]
    assert roster.deals is not None
    assert roster.deals.state.tolist() == ["won", "won", "open", "lost", "open"]
    assert roster.deals.amount.tolist()[2] == 24_500
    assert roster.source.mapping[Field.REGION].header == "Area"
