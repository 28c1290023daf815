"""Chances composed of a degree and a word for how good they are, in all genders and numbers."""

import numpy as np
import pytest

from planner.fields import Field
from planner.parsing.chances.chance_words import chance_among_words, chance_of_words, says_chance
from tests.readers.make import codes, csv_roster

NAMES = ("Acme", "Brook", "Crane", "Dunn")


@pytest.mark.parametrize(
    "rising",
    [
        "no chance|very low|low|rather low|low to medium|medium|pretty good|good|very good|almost certain|certain",
        "keine|sehr gering|gering|eher gering|mäßig|mittlere|recht gut|gut|sehr gut|so gut wie durch|sicher",
        "quasi nulles|très faibles|faibles|plutôt faibles|moyennes|assez bonnes|bonnes|très bonnes|quasi signé|sûres",
        "casi nulas|muy bajas|bajas|más bien bajas|medias|bastante altas|altas|muy altas|casi segura|seguro",
        "nihil|heel klein|klein|vrij klein|matig|redelijk|vrij groot|groot|zeer groot|zo goed als rond|zeker",
        "nulla|molto basse|basse|abbastanza basse|medie|abbastanza alte|alte|molto alte|quasi sicura|sicura",
        "nulas|muito baixas|baixas|médias|boas|muito boas|quase certa|certa",
    ],
)
def test_a_degree_puts_a_chance_between_its_neighbours(rising):
    chances = [chance_of_words(text) for text in rising.split("|")]
    assert chances == sorted(set(chances))


@pytest.mark.parametrize(
    ("text", "chance"),
    [
        ("gute Chancen", 0.6), ("des chances très minces", 0.04), ("buenas posibilidades", 0.6),
        ("een grote kans", 0.7),
        ("kaum Chancen", 0.1), ("peu de chances", 0.1), ("sin opciones", 0.05), ("weinig kans", 0.1),
        ("nicht sehr hoch", 0.2), ("pas très bonnes", 0.2), ("niet zo groot", 0.2), ("poco altas", 0.1),
        ("nicht schlecht", 0.6), ("wahrscheinlich nicht", 0.15), ("eher nein", 0.15), ("vrijwel geen", 0.03),
        ("mittel-hoch", 0.55), ("moyenne à forte", 0.55), ("media-baja", 0.275), ("excellent", 0.85),
    ],
)  # fmt: skip
def test_degrees_negations_ranges_and_words_for_the_chance_itself(text, chance):
    assert chance_of_words(text) == pytest.approx(chance)


@pytest.mark.parametrize("text", ["alte Kundin", "mal nachfragen", "call Fri", "date limite 3/3", "großes Projekt"])
def test_longer_texts_about_something_else_say_no_chance(text):
    assert chance_among_words(text) is None


@pytest.mark.parametrize("text", ["offen", "open", "abierto", "keine Ahnung", "too early to say"])
def test_what_nobody_knows_yet_stands_in_the_place_of_a_chance_and_is_none(text):
    assert says_chance(text)
    assert chance_of_words(text) is None


@pytest.mark.parametrize(
    ("header", "words", "chances"),
    [
        ("Posibilidades", ("altas", "bajas", "50 %", "a saber"), [0.7, 0.15, 0.5, np.nan]),
        ("Aussicht", ("sehr gut", "mau", "schlecht", "so gut wie durch"), [0.8, np.nan, 0.15, 0.9]),
        ("Chances", ("très bonnes", "minces", "1 sur 2", "au doigt mouillé"), [0.8, 0.1, 0.5, np.nan]),
        ("Kans", ("zo goed als rond", "vrij groot", "poeh", "nihil"), [0.9, 0.65, np.nan, 0.02]),
    ],
)
def test_a_word_that_is_not_known_loses_its_own_cell_alone(header, words, chances):
    rows = "".join(f"{name},prospect,9000,{word}\n" for name, word in zip(NAMES, words, strict=True))
    roster = csv_roster(f"Client,Type,Fee,{header}\n{rows}")
    assert roster.number(Field.PROBABILITY).tolist() == pytest.approx(chances, nan_ok=True)
    assert "chance-unreadable" in codes(roster)


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("Zustand", ("gut", "schlecht", "mittel", "gut")), ("Priorität", ("hoch", "mittel", "gering", "hoch")),
        ("Relationship strength", ("strong", "weak", "medium", "strong")),
        ("Qualité du contact", ("bonne", "très bonne", "moyenne", "faible")),
    ],
)  # fmt: skip
def test_the_same_words_under_another_header_are_no_chances(header, words):
    rows = "".join(f"{name},client,9000,{word}\n" for name, word in zip(NAMES, words, strict=True))
    assert np.isnan(csv_roster(f"Client,Type,Fee,{header}\n{rows}").number(Field.PROBABILITY)).all()


def test_even_chances_are_written_in_one_word_too():
    assert {chance_of_words(text) for text in ("fiftyfifty", "halbe-halbe", "moitié-moitié")} == {0.5}
