"""Columns whose cells are clear where their header is not: how far things are, chances, fields of work."""

import pytest

from planner.fields import Field
from planner.parsing.standing.stages import chance_of_stage, is_stage
from tests.readers.make import csv_roster

NAMES = ("Abbott Museum", "Carter Park", "Dunn Gallery", "Ebner House", "Fox Centre", "Gale Trust", "Hill Hall")
STAGES = ("building now", "shortlisted", "letter of intent", "tender in", "handed over", "lost", "coffee so far")
STUFEN = ("in Umsetzung", "Angebot raus", "Erstgespräch", "abgelehnt", "Angebot raus", "Zusage", "Erstgespräch")
TOWNS = ("Cork", "Naas", "Waterford", "Limerick", "Galway", "Cork", "Sligo")
TRADES = ("Agri", "Manufacturing", "BFSI", "Logistics", "Agri", "BFSI", "Retail")


def _list(header, cells):
    lines = (f"{name},KL,{9000 + 500 * i},{cell}\n" for i, (name, cell) in enumerate(zip(NAMES, cells, strict=True)))
    return csv_roster(f"Client,Partner,Fee p.a.,{header}\n" + "".join(lines))


@pytest.mark.parametrize(
    ("header", "cells"),
    [("Where it is", STAGES), ("Where", STAGES), ("Position", STAGES), ("Wo", STUFEN), ("Wie weit", STUFEN)],
)
def test_cells_that_say_how_far_things_are_beat_a_vague_header(header, cells):
    roster = _list(header, cells)
    assert roster.source.mapping[Field.STAGE].header == header
    assert not roster.has(Field.REGION)


@pytest.mark.parametrize("header", ["Where it is", "Where", "Place"])
def test_places_stay_places(header):
    roster = _list(header, TOWNS)
    assert roster.source.mapping[Field.REGION].header == header


def test_work_under_way_is_a_client_and_what_is_lost_none():
    roster = _list("Where it is", STAGES)
    kinds = dict(zip(roster.names, roster.text(Field.RELATIONSHIP), strict=True))
    assert kinds["Abbott Museum"] == "client"
    assert kinds["Carter Park"] == kinds["Gale Trust"] == "prospect"


@pytest.mark.parametrize(
    ("stage", "chance"),
    [
        ("letter of intent", 0.8),
        ("coffee so far", 0.2),
        ("building now", 1),
        ("Angebot raus bisher", 0.4),
        ("not now", None),
    ],
)
def test_words_of_now_behind_a_stage_leave_it_the_same(stage, chance):
    assert (chance_of_stage(stage) if is_stage(stage) else None) == chance


@pytest.mark.parametrize("header", ["Domain", "Domaine", "Domein"])
def test_fields_of_work_are_no_addresses_of_the_web(header):
    assert _list(header, TRADES).text(Field.INDUSTRY).tolist() == list(TRADES)


def test_addresses_of_the_web_are_no_fields_of_work():
    roster = _list("Domain", [f"{name.split()[0].lower()}.com" for name in NAMES])
    assert roster.has(Field.DOMAIN)
    assert not roster.has(Field.INDUSTRY)


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Extension?", ("likely", "70%", "doubtful", "30%", "certain", "likely", "40%")),
        ("Verlängerung?", ("wahrscheinlich", "70%", "zweifelhaft", "30%", "sicher", "hoch", "40%")),
        ("Reconduction ?", ("probable", "70%", "douteux", "30%", "certaine", "probable", "40%")),
    ],
)
def test_chances_in_words_and_percentages_are_chances(header, cells):
    roster = _list(header, cells)
    assert roster.source.mapping[Field.PROBABILITY].header == header
    assert roster.number(Field.PROBABILITY)[[1, 3]].tolist() == [0.7, 0.3]


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Discount", ("none", "10%", "5%", "half", "no", "none", "20%")),
        ("Complete", ("50%", "done", "80%", "half", "done", "done", "10%")),
    ],
)
def test_other_shares_are_no_chances(header, cells):
    assert not _list(header, cells).has(Field.PROBABILITY)


def test_the_same_pipeline_in_every_row_is_no_relationship():
    stages = ("Proposal sent", "Discovery", "Closed lost", "Closed lost", "Discovery", "Proposal sent", "Discovery")
    lines = (f"{n},{stage},Retainers,9000,2027-01-08,{n} Ltd\n" for n, stage in zip(NAMES, stages, strict=True))
    roster = csv_roster("Deal Name,Deal Stage,Pipeline,Amount,Close Date,Associated Company\n" + "".join(lines))
    assert Field.RELATIONSHIP not in roster.source.mapping


@pytest.mark.parametrize(
    ("types", "industries"),
    [
        (("small animal", "equine", "farm", "small animal", "mixed", "exotics", "small animal"), True),
        (("small business", "large account", "medium", "small business", "Tier 1", "large", "KMU"), False),
    ],
)
def test_a_kind_of_business_may_be_called_small(types, industries):
    assert _list("Kind", types).has(Field.INDUSTRY) is industries
