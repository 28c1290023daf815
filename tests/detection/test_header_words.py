"""Headers as people shorten them, word by word."""

import pytest

from planner.detection.headers.field_words import Other, meanings_of
from planner.detection.headers.header_phrases import header_scores
from planner.detection.headers.header_words import header_words
from planner.fields import Field
from planner.parsing.header_text import read_header
from tests.readers.make import csv_roster

NAMES = ("Acme", "Brook", "Crane", "Dunn", "Elm", "Frost")


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("Fees exp. p.a. (£k)", ("fees", "expected", "year")),
        ("Cust. resp.", ("customer", "responsible")),
        ("Time (h) this qtr", ("time", "this", "quarter", "hours")),
        ("Temps (h/sem.)", ("temps", "week", "hours")),
        ("Intro'd by", ("introduced", "by")),
        ("Rev FY26", ("revenue",)),
        ("Éch.", ("echeance",)),
        ("AnnualFee", ("annual", "fee")),
    ],
)
def test_abbreviations_are_expanded_and_units_taken_out(header, words):
    assert header_words(header) == words


@pytest.mark.parametrize(
    ("header", "meaning"),
    [
        ("Expected fees", Field.ANNUAL_FEE),
        ("Turnover with us 24/25", Field.ANNUAL_FEE),
        ("Umsatz mit uns", Field.ANNUAL_FEE),
        ("Bill last yr", Field.ANNUAL_FEE),
        ("Ptnr resp.", Field.OWNER),
        ("Kundenbetreuer", Field.OWNER),
        ("Household", Field.ACCOUNT),
        ("Came via", Field.LEAD_SOURCE),
        ("Line of trade", Field.INDUSTRY),
        ("Their turnover", Other.THEIR_MONEY),
        ("No. of staff", Other.HEAD_COUNT),
        ("Year founded", Other.YEAR),
        ("Bewertung Umsatz p.a.", Other.THEIR_MONEY),
    ],
)
def test_a_header_is_known_by_the_words_that_say_most(header, meaning):
    said = meanings_of(header_words(header))
    assert max(said, key=lambda one: said[one]) == meaning


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Nächster Schritt", Field.NEXT_STEP),
        ("Next project", Field.NEXT_STEP),
        ("Where we are", Field.STAGE),
        ("State of play", Field.STAGE),
        ("How we know them", Field.LEAD_SOURCE),
    ],
)
def test_phrases_of_several_words_are_known_wherever_their_table_breaks_the_line(header, field):
    assert header_scores(read_header(header))[field] > 0.5


def test_a_phrase_with_another_word_in_it_is_no_typo_of_it():
    assert Field.SERVICE not in header_scores(read_header("Type of org"))
    assert header_scores(read_header("Type of wrok"))[Field.SERVICE] > 0.7


def test_a_number_more_or_less_is_no_typo():
    assert not header_scores(read_header("Response"))


def test_the_address_of_a_source_is_nobody_s_website():
    assert Field.DOMAIN not in header_scores(read_header("source_url"))


def test_a_phrase_is_known_with_its_words_abbreviated():
    assert header_scores(read_header("Type of org"))[Field.TYPE] > 0.9
    assert header_scores(read_header("Acct mngr"))[Field.OWNER] > 0.9


@pytest.mark.parametrize(
    ("header", "hours"),
    [
        ("Acquisitie (u/mnd)", 9), ("Acq. (u p/m)", 9), ("Acquisitie (u/week)", 39), ("Acquisitie (u/kwartaal)", 3),
        ("Akquise (h/Mt.)", 9), ("Vertrieb (Std./M.)", 9), ("Akquise (h/Wo)", 39), ("Prospection (h / sem.)", 39),
        ("Comercial (hs/mes)", 9), ("Commerciale (ore/mese)", 9), ("BD hrs/m", 9), ("Sales (h/wk)", 39),
    ],
)  # fmt: skip
def test_hours_of_a_period_however_short_both_are_written(header, hours):
    roster = csv_roster(f"Firma,Status,{header}\nMeier,client,3\nHuber,client,2\nKraus,prospect,1\n")
    assert roster.number(Field.CURRENT_HOURS)[0] == pytest.approx(hours)
    assert Field.ANNUAL_FEE not in roster.source.mapping


@pytest.mark.parametrize(
    ("header", "owns"),
    [
        ("Accounthouder", True), ("Relatiebeheerder", True), ("Klantverantwoordelijke", True), ("Dossierhouder", True),
        ("Mandatsverantwortlicher", True), ("Kundenbetreuerin", True), ("Chargée de comptes", True),
        ("Boekhouder", False), ("Aandeelhouder", False), ("Steuerberater", False),
    ],
)  # fmt: skip
def test_one_word_for_who_looks_after_an_account(header, owns):
    rows = "".join(f"{name},client,3000,{who}\n" for name, who in zip(NAMES, ["Anna", "Joris"] * 3, strict=True))
    assert (Field.OWNER in csv_roster(f"Firma,Status,Fee,{header}\n{rows}").source.mapping) is owns


@pytest.mark.parametrize(
    "header",
    [
        "Contract end", "Looptijd t/m", "Afloopdatum", "Vertragsende", "Vertragslaufzeit bis", "Fin de contrat",
        "Échéance contrat", "Contrato hasta", "Vencimiento contrato", "Scadenza contratto",
    ],
)  # fmt: skip
def test_the_end_of_a_contract_that_runs_on_is_no_day_of_a_sale(header):
    roster = csv_roster(f"Client,Status,Fee,{header}\nAcme,client,39000,31/12/2099\nBrook,client,9000,31/08/2098\n")
    assert Field.EXPECTED_DATE not in roster.source.mapping
