"""Columns of categories under headers that no list of words knows."""

import pytest

from planner.fields import Field
from tests.readers.make import csv_roster

FIRMS = (
    "Alder Valves",
    "Birch Optics",
    "Cedar & Thane",
    "Dale Marine Co",
    "Elm Therapeutics",
    "Fern Toys",
    "Gorse Cells",
)


def read(header, whats, beside=""):
    pairs = enumerate(zip(FIRMS, whats, strict=True))
    rows = "\n".join(f"{firm},{what},{beside},{4000 + 100 * i}" for i, (firm, what) in pairs)
    return csv_roster(f"Client,{header},{'Sector' if beside else 'Ref'},Our fee\n{rows}")


def taken(roster, header):
    """The fields that are read from a column."""
    return [name for name, match in roster.source.mapping.items() if match.header == header]


@pytest.mark.parametrize(
    ("header", "whats"),
    [
        ("Technology", ("Mechanical", "Photonics", "Building products", "Food", "Biotech", "Toys", "Energy storage")),
        ("Monde", ("banque", "mutuelle", "textile", "commune", "pharma", "textile", "banque")),
        ("Sparring", ("Handel", "Energie", "Handwerk", "Chemie", "Pharma", "Handel", "Energie")),
    ],
)
def test_trades_under_an_unknown_header_are_industries_and_asked_about(header, whats):
    roster = read(header, whats)
    assert roster.text(Field.INDUSTRY).tolist() == list(whats)
    assert [one.header for one in roster.questions if one.field == "industry"] == [header]


@pytest.mark.parametrize(
    ("header", "whats"),
    [
        ("Programs", ("Team coaching", "Safety talk", "Team coaching", "Patient care", "Safety talk", "", "Store ops")),
        (
            "Curso",
            ("Gestión del tiempo", "Excel avanzado", "Gestión del tiempo", "Inglés técnico", "Excel avanzado", "", ""),
        ),
    ],
)
def test_other_kinds_beside_an_industry_are_services_and_asked_about(header, whats):
    roster = read(header, whats, beside="steel")
    assert taken(roster, header) == ["service"]
    assert [one.header for one in roster.questions if one.field == "service"] == [header]


@pytest.mark.parametrize(
    ("header", "whats"),
    [
        ("Spoken to", ("Ann Bell", "Cy Dunn", "Eve", "Guy Hall", "Ivy Lane", "Jo Kent", "Lou Marsh")),
        ("Found at", ("Elgg", "Winterthur", "Bauma", "Winterthur", "Uster", "Wald", "Zell")),
        ("Art. no.", ("PX-100", "PX-200", "PX-100", "QT-7", "QT-9", "PX-300", "QT-7")),
        (
            "Gossip",
            ("new boss since May", "keen to start", "asked for a quote", "on holiday", "lost a tender", "no news", ""),
        ),
        ("Vibe", ("hot", "cold", "warm", "cold", "parked", "warm", "hot")),
        ("Pays with", ("Visa", "Transfer", "Visa", "Cheque", "Transfer", "Visa", "Visa")),
        (
            "How we met",
            ("trade fair", "old school friend", "trade fair", "LinkedIn", "via Tom", "trade fair", "LinkedIn"),
        ),
        ("Size class", ("small", "large", "medium", "small", "small", "large", "medium")),
    ],
)
def test_names_places_codes_and_remarks_under_an_unknown_header_are_neither(header, whats):
    for roster in (read(header, whats), read(header, whats, beside="steel")):
        assert not {"industry", "service"} & set(taken(roster, header))
