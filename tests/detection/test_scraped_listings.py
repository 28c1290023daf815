"""Lists of prospects gathered by a program: listings of maps, exports of a data base with its own keys."""

import pytest

from planner.fields import Field
from tests.readers.make import codes, sheet_roster

NAMES = ["Gallivanto Inn", "Park Lane", "Saffron House", "Midtown Rooms", "Rohini Palace", "Harbour View"]


def listed(header, values):
    """Six businesses with one column more."""
    return sheet_roster(["Company", header], *map(list, zip(NAMES, values, strict=True)))


def test_what_others_think_of_a_business_is_no_chance():
    assert not listed("rating", ["4.5", "3.4", "4.4", "5", "3.5", "4.1"]).has(Field.PROBABILITY)
    assert not listed("Rating", [1, 3, 2, 2, 1, 3]).has(Field.PROBABILITY)
    assert listed("Rating", ["Hot", "Cold", "Warm", "Hot", "Warm", "Cold"]).has(Field.PROBABILITY)


def test_an_address_of_the_web_is_neither_a_date_nor_an_address_of_mail():
    photos = [f"https://photos.example/-Gw{i}om/AAAA/s44-p-k-no-ns-nd/1{i}-11-27/photo.jpg" for i in range(6)]
    assert not listed("logo", photos).has(Field.EXPECTED_DATE)
    places = [f"https://maps.example/place/{i}/@28.736{i},77.144{i},14z/data=!4m8" for i in range(6)]
    assert not listed("location link", places).has(Field.EMAIL)


@pytest.mark.parametrize(("header", "field"), [("Number of Renewals", Field.REFERRALS_PER_YEAR)])
def test_another_word_is_no_typo(header, field):
    assert not listed(header, [1, 5, 3, 2, 4, 1]).has(field)
    assert listed("Number of referals", [1, 5, 3, 2, 4, 1]).has(field)


def test_the_id_of_a_tenant_makes_one_account_of_nobody():
    """An export of a program for many firms: each row has the id of the one whose data it is."""
    rows = [[11 + (i > 4), name, "Proposal", 1000, f"Job {i}"] for i, name in enumerate(NAMES)]
    roster = sheet_roster(["org_id", "account_name", "stage", "amount", "opportunity_name"], *rows)
    assert roster.names.tolist() == NAMES
    assert "id-shared" in codes(roster)
