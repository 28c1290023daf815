"""Lists kept in Italian, Portuguese, Scandinavian languages and Polish are read by the same rules."""

import pytest

from planner.fields import Field
from planner.parsing.standing.relationships import relationship_of
from planner.parsing.standing.stages import outcome_of
from planner.parsing.standing.statuses import status_of
from planner.parsing.standing.words.status_words import State
from tests.readers.make import sheet_roster


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("potenziale", "prospect"), ("ex cliente", "past client"), ("segnalatore", "referral source"),
        ("potencial cliente", "prospect"), ("cliente antigo", "past client"), ("parceiro", "referral source"),
        ("befintlig kund", "client"), ("tidigare kund", "past client"), ("nuværende kunde", "client"),
        ("tidligere kunde", "past client"), ("potensiell kunde", "prospect"), ("stały klient", "client"),
        ("były klient", "past client"), ("potencjalny klient", "prospect"), ("polecający", "referral source"),
    ],
)  # fmt: skip
def test_relationships_in_other_languages(text, kind):
    assert str(relationship_of(text)) == kind


@pytest.mark.parametrize("text", ["perso", "ha scelto un altro studio", "förlorad", "tapt", "przegrany", "desistiu"])
def test_words_for_what_has_ended(text):
    assert status_of(text).state is State.ENDED


@pytest.mark.parametrize("total", ["Totale", "Suma", "Summa", "Totalt", "I alt", "Razem", "Soma"])
def test_totals_in_other_languages_are_no_accounts(total):
    rows = [["Acme", "a", 40_000], ["Beta", "b", 12_000], ["Gamma", "c", 8_000]]
    roster = sheet_roster(["Cliente", "Settore", "Onorario"], *rows, [total, "", 60_000])
    assert roster.names.tolist() == ["Acme", "Beta", "Gamma"]


@pytest.mark.parametrize(
    "headers",
    [
        ("Cliente", "Settore", "Responsabile", "Onorario annuo", "Note"),
        ("Cliente", "Setor", "Responsável", "Honorários anuais", "Observações"),
        ("Kund", "Bransch", "Kundansvarig", "Arvode per år", "Anteckningar"),
        ("Kunde", "Bransje", "Kundeansvarlig", "Årlig honorar", "Merknader"),
        ("Klient", "Branża", "Opiekun", "Wynagrodzenie roczne", "Uwagi"),
    ],
)
def test_headers_in_other_languages(headers):
    rows = [
        ["Alfa Mec", "meccanica", "Giulia", 40_000, "rinnovo a marzo"], ["Beta Vin", "vino", "Marco", 12_000, ""],
        ["Gamma Tek", "vino", "Giulia", 8_000, "pro bono"], ["Delta Bio", "meccanica", "Marco", 9_000, ""],
    ]  # fmt: skip
    mapping = sheet_roster(list(headers), *rows).source.mapping
    wanted = (Field.ACCOUNT, Field.INDUSTRY, Field.OWNER, Field.ANNUAL_FEE, Field.NOTES)
    assert {name: mapping[name].header for name in wanted if name in mapping} == dict(zip(wanted, headers, strict=True))


@pytest.mark.parametrize(
    ("stage", "outcome"),
    [
        ("Negócio fechado ganho", "won"),
        ("Negócio fechado perdido", "lost"),
        ("flown, invoiced", "won"),
        ("Livré / facturé", "won"),
        ("won / proposal sent", ""),
        ("Lost, went elsewhere", "lost"),
    ],
)
def test_a_stage_may_name_what_was_won_or_say_it_in_parts(stage, outcome):
    assert outcome_of(stage) == outcome
