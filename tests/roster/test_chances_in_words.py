"""Columns of chances as people keep them: odds out of ten, words, and what is no chance at all."""

import pytest

from planner.fields import Field
from tests.readers.make import csv_roster, sheet_roster

LIKELY = """Name,Job worth,Likely?,When
Mr & Mrs Ashby,£6500,8/10,spring 2030
Firle School,£2200,probably,Jan 2030
The Old Rectory,£900 p.a.,ongoing,
Coombe Hotel,£28k,3/10,autumn 2030
Dr Patel,£4k,50/50,Feb 2030
Mrs Lacey,£3500,dead,
Barcombe Nurseries,£1800 p.a.,,
"""


def test_odds_out_of_ten_and_words_are_chances():
    roster = csv_roster(LIKELY)
    assert roster.source.mapping[Field.PROBABILITY].header == "Likely?"
    chances = dict(zip(roster.names.tolist(), roster.number(Field.PROBABILITY).tolist(), strict=True))
    assert (chances["Mr & Mrs Ashby"], chances["Coombe Hotel"], chances["Dr Patel"]) == (0.8, 0.3, 0.5)


def test_ongoing_in_the_place_of_a_chance_says_client():
    roster = csv_roster(LIKELY)
    kinds = dict(zip(roster.names.tolist(), roster.text(Field.RELATIONSHIP).tolist(), strict=True))
    assert kinds["The Old Rectory"] == "client"


def test_a_fee_of_every_year_among_single_jobs_with_nothing_to_win_is_a_clients():
    roster = csv_roster(LIKELY)
    kinds = dict(zip(roster.names.tolist(), roster.text(Field.RELATIONSHIP).tolist(), strict=True))
    assert kinds["Barcombe Nurseries"] == "client"
    assert kinds["Dr Patel"] != "client"


def test_sizes_and_no_are_chances_in_other_languages():
    roster = csv_roster("Naam,Kans\nAcme,groot\nBeta,middel\nCora,klein\nDelta,nee\n")
    assert roster.number(Field.PROBABILITY).tolist() == [0.7, 0.4, 0.15, 0.05]


@pytest.mark.parametrize(
    ("cells", "key", "chances"),
    [
        (["H", "M", "L"], "H = 3 in 4, M = 4 in 10, L = 1 in 20", [0.75, 0.4, 0.05]),
        (["slim", "toss-up", "fair"], "Likelihood: slim = 5%, fair = 33%, toss-up = 45%", [0.05, 0.45, 0.33]),
        (["slim", "in the bag", "good"], "slim = 5%; good = 80%; in the bag = 95%", [0.05, 0.95, 0.8]),
        (["gering", "so gut wie sicher", "gering"], "gering = 10 %, so gut wie sicher = 85 %", [0.1, 0.85, 0.1]),
    ],
)
def test_a_key_of_chances_is_obeyed_in_phrases_and_in_odds(cells, key, chances):
    rows = [[f"Firm {name}", 9000, cell] for name, cell in zip("ABC", cells, strict=True)]
    roster = sheet_roster(["Client", "Fee p.a.", "Likelihood"], *rows, [], [key])
    assert roster.size == 3
    assert roster.number(Field.PROBABILITY).tolist() == pytest.approx(chances)
