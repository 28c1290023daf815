"""Columns that a program named: what stands under them decides."""

import pytest

from planner.detection.headers.header_words import named_by_program
from planner.fields import Field
from tests.readers.make import codes, csv_roster


def test_fees_and_initials_in_the_user_fields_of_an_address_book_are_read():
    roster = csv_roster(
        'Company,Categories,User 1,User 2\nAshdown Trust,Client,£38k pa,JT\nSt Botolph,Client,"£2,400",HB\n'
        'Fenmouth,Prospect,£55k,HB\nCoverdale,Prospect,"£27,500",JT\n'
    )
    assert roster.source.mapping[Field.ANNUAL_FEE].header == "User 1"
    assert roster.source.mapping[Field.OWNER].header == "User 2"
    assert roster.number(Field.ANNUAL_FEE).tolist() == [38_000, 2400, 55_000, 27_500]


@pytest.mark.parametrize(
    ("header", "said"),
    [("Custom field 2", True), ("Numbers", True), ("Users", False), ("Column1", True), ("Number of users", False)],
)
def test_such_headers_say_nothing(header, said):
    assert named_by_program(header) is said


def test_whoever_is_waited_for_is_no_client_for_that():
    roster = csv_roster(
        "Name,People,Status,Numbers\nHexaware,Imani,Waiting for client,75000\nMesa,Cole,Stuck,22000\n"
        "Orchid,Imani,Waiting for client,140000\nTumble,Cole,New,12000\n"
    )
    assert "client" not in roster.text(Field.RELATIONSHIP).tolist()
    assert roster.source.mapping[Field.OWNER].header == "People"


def test_each_fee_is_of_the_period_that_stands_beside_it():
    roster = csv_roster(
        "Client,Fee (USD),Fee basis\nReyes,$4500.00,per month\nBanner,$38000.00,per year\nObi,$6000.00,one-off\n"
    )
    assert roster.number(Field.ANNUAL_FEE).tolist() == [54_000, 38_000, 6000]
    assert "fee-basis" in codes(roster)
