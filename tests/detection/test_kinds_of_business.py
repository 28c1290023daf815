"""What accounts are and trade in, under headers that only ask what."""

import pytest

from planner.fields import Field
from tests.readers.make import csv_roster


def read(header, *whats):
    rows = "\n".join(f"Firm {chr(65 + i)} Ltd,{what},{1000 + i}" for i, what in enumerate(whats))
    return csv_roster(f"{header}\n{rows}")


@pytest.mark.parametrize(
    ("header", "whats"),
    [
        ("Client,What,Fee", ("architects", "charity", "council", "frame maker")),
        ("Kunde,Was,Honorar", ("Architekten", "Gemeinde", "Verein", "Schule")),
        ("Client,Quoi,Honoraires", ("architecte", "commune", "association", "école")),
        ("Klant,Wat,Honorarium", ("gemeente", "school", "stichting", "advocaten")),
    ],
)
def test_kinds_of_organisations_under_a_bare_what_are_industries_and_asked_about(header, whats):
    roster = read(header, *whats)
    assert roster.text(Field.INDUSTRY).tolist() == list(whats)
    assert Field.SERVICE not in roster.columns
    assert [one.field for one in roster.questions if one.field == "industry"] == ["industry"]


@pytest.mark.parametrize(
    "whats", [("annual audit", "payroll", "tax return"), ("Village hall roof", "School extension", "Barn conversion")]
)
def test_work_under_a_bare_what_stays_what_is_done(whats):
    roster = read("Client,What,Fee", *whats)
    assert roster.text(Field.SERVICE).tolist() == list(whats)


@pytest.mark.parametrize("header", ["What they do", "Business", "They are", "What they are", "Kind of firm"])
def test_what_they_do_is_an_industry_though_each_trade_stands_once(header):
    trades = ("Electronics", "Foundry", "Biotech", "SaaS", "Candles")
    assert read(f"Company,{header},Our fee", *trades).text(Field.INDUSTRY).tolist() == list(trades)


def test_an_industry_of_its_own_stands_before_a_bare_what():
    roster = csv_roster("Client,What,Sector,Fee\nA1,architects,Building,4000\nB2,charity,Care,2000\nC3,council,Law,9\n")
    assert roster.source.mapping[Field.INDUSTRY].header == "Sector"
