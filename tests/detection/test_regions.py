"""Columns of regions, by what stands in them."""

import pytest

from planner.fields import Field
from planner.parsing.place_names import share_of_places
from tests.readers.make import csv_roster


@pytest.mark.parametrize(
    ("header", "places"),
    [
        ("Area", ["Wiltshire", "Somerset", "Dorset", "Devon", "Kent"]),
        ("Kt.", ["SG", "LU", "AG", "BE", "ZH"]),
        ("State", ["VIC", "VIC", "TAS", "VIC", "VIC"]),
        ("Patch", ["Ohio", "Texas", "Iowa", "Utah", "Maine"]),
    ],
)
def test_a_column_of_counties_or_their_codes_is_the_region(header, places):
    rows = "".join(f"Brook {name} Ltd,Farming,{name},Jo,500\n" for name in places)
    roster = csv_roster(f"Client,Type,{header},Owner,Fee\n{rows}")
    assert roster.source.mapping[Field.REGION].header == header
    assert roster.text(Field.REGION).tolist() == places


def test_an_area_of_work_is_an_industry_still():
    rows = "".join(f"{name} Ltd,{area},500\n" for name, area in zip("ABCDE", ["Tax", "Audit"] * 3, strict=False))
    assert csv_roster(f"Client,Area,Fee\n{rows}").source.mapping[Field.INDUSTRY].header == "Area"


def test_initials_of_people_are_no_codes_of_one_country():
    assert share_of_places(["SK", "UB", "RM", "SK"]) == 0.0
    assert share_of_places(["MA", "CA"]) == 0.0


def test_a_header_repeated_among_codes_of_countries_does_no_harm():
    assert share_of_places(["BE", "DK", "FR", "NL", "Pays"]) == 1.0
    assert share_of_places(["BE", "DK", "Jo", "Al"]) == 0.0
