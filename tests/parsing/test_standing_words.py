"""What words, titles, codes and statuses say an account is, in five languages."""

import datetime as dt

import pytest

from planner.parsing.history.work_told import work_told
from planner.parsing.remarks.remark_families import SENDS_WORK
from planner.parsing.remarks.remarks import read_remark
from planner.parsing.standing.legends import read_legend
from planner.parsing.standing.relationship_columns import parse_relationships
from planner.parsing.standing.relationships import relationship_of, remarked_relationship
from planner.parsing.standing.stages import outcome_of
from planner.parsing.standing.statuses import state_letters, status_of
from planner.parsing.standing.words.standing_words import NOT_CHASED
from planner.parsing.standing.words.status_words import State
from planner.vocabulary import Relationship

CLIENT, PROSPECT, PAST, SOURCE = Relationship


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("CURRENT CLIENTS", CLIENT),
        ("Mandant", CLIENT),
        ("CLIENTES EN ACTIVO", CLIENT),
        ("vaste klant", CLIENT),
        ("Working with", CLIENT),
        ("BIDS & ENQUIRIES", PROSPECT),
        ("Interessent", PROSPECT),
        ("OFERTAS Y LICITACIONES", PROSPECT),
        ("not yet a client", PROSPECT),
        ("ehem. Mandant", PAST),
        ("Ancien client", PAST),
        ("FUERON CLIENTES", PAST),
        ("slapend (oud-klant)", PAST),
        ("LEFT US", PAST),
        ("They send people to us", SOURCE),
        ("Prescripteur", SOURCE),
        ("NOS TRAEN TRABAJO", SOURCE),
        ("doorverwijzer", SOURCE),
        ("Limited company", None),
        ("Partnership", None),
        ("Family trust", None),
        ("Sole trader", None),
        ("Mandanten & Interessenten", None),
        ("Retail", None),
    ],
)
def test_words_and_titles_say_what_an_account_is(text, kind):
    assert relationship_of(text) is kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("client until 2023. Site closed", PAST),
        ("in administration; never a client", PROSPECT),
        ("merged into a national, contract ended 2025", PAST),
        ("has left us for Hollis & Co, Oct 26", PAST),
        ("their FD has left us a note", None),
        ("new land director is ex-client of RP", None),
    ],
)
def test_a_remark_says_what_an_account_once_was(text, kind):
    assert remarked_relationship(text) is kind


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("hot", State.HOT),
        ("tiède", State.WARM),
        ("kalt", State.COLD),
        ("PARKED – do not chase", State.PARKED),
        ("do not chase", State.ENDED),
        ("en sommeil", State.PARKED),
        ("conflict, can't act", State.ENDED),
        ("DESCARTADAS", State.ENDED),
        ("Vendor", State.ENDED),
        (":(", State.COLD),
        ("Retail", None),
    ],
)
def test_statuses_say_how_things_stand(text, state):
    assert status_of(text).state is state


@pytest.mark.parametrize("text", [words.replace("don t", "don't") for words in NOT_CHASED])
def test_whom_nobody_is_to_chase_has_ended_as_a_status_and_in_a_remark(text):
    assert status_of(text).state is State.ENDED
    assert any(clue.leave_out for clue in read_remark(text, dt.date(2026, 11, 28)))


def test_letters_are_read_by_what_stands_beside_them():
    assert state_letters(["R", "A", "G"])["a"].state is State.WARM
    assert state_letters(["A", "B", "C"])["a"].state is State.HOT
    assert state_letters(["A", "Q"]) == {}


def read(values, header="", legend=None):
    parsed = parse_relationships(values, header, legend)
    return parsed.values.tolist(), [problem.code for problem in parsed.problems]


def test_codes_need_no_key_where_their_column_is_one_of_relationships():
    assert read(["C", "t", "P?", ""], "C or T?") == (["client", "prospect", "prospect", ""], [])


@pytest.mark.parametrize(
    "key",
    [
        "R = running, Q = quoted, D = in discussion, X = closed, no more, S = refers us",
        "R: Kunde, Q: Angebot, D: Erstgespräch geführt, X: nicht machen, S: Empfehler",
        "R = klant, Q = offerte ligt er, D = verkennend gesprek gehad, X = niet doen, S = doorverwijzer",
    ],
)
def test_who_is_still_talked_to_is_no_client_where_another_code_is_that_of_clients(key):
    kinds = read(["R", "Q", "D", "X", "S"], "Sts", read_legend([[key]]))[0]
    assert kinds == ["client", "prospect", "prospect", "", "referral source"]
    assert status_of(read_legend([[key]])["x"][0]).state is State.ENDED


def test_a_key_says_what_codes_mean_and_names_clients_by_their_mandates():
    legend = read_legend([["SA = scheme actuary, T = target; F = formerly ours; I = introducer"]])
    assert read(["SA", "T", "F", "I"], "Role", legend)[0] == ["client", "prospect", "past client", "referral source"]


def test_a_tick_says_what_its_header_asks_and_an_empty_cell_is_left_open():
    assert read(["x", "", "x"], "Client?")[0] == ["client", "", "client"]
    assert read(["yes", "no"], "Prospect?")[0] == ["prospect", "client"]


def test_a_word_that_is_no_relationship_is_a_problem_and_a_legal_form_is_none():
    assert read(["client", "banana"]) == (["client", ""], ["relationship-unreadable"])
    assert read(["client", "proposal in"]) == (["client", ""], [])  # how far it is, which is read elsewhere
    assert read(["client", "LLP"]) == (["client", ""], [])


def test_a_legend_may_stand_in_one_text_or_in_two_cells_a_row():
    assert read_legend([["Stat: A = active, P = prospect (bill = quote)"]])["a"] == ("active",)
    assert read_legend([["C", "client"], ["X", "do not touch"]])["x"] == ("do not touch",)


@pytest.mark.parametrize(
    ("text", "state", "relationship"),
    [
        ("grün - läuft", State.HOT, None),
        ("yellow: new head of HR", State.WARM, None),
        ("rot - abgesagt", State.ENDED, None),
        ("grau - auf Eis bis zur Fusion", State.PARKED, None),
        ("red - lapsed in May", State.COLD, Relationship.PAST_CLIENT),
        ("Red Lion, Harrow", None, None),
    ],
)
def test_a_light_may_have_a_remark_behind_it_and_what_ends_comes_first(text, state, relationship):
    status = status_of(text)
    assert (status.state, status.relationship) == (state, relationship)


def test_a_legend_may_stand_without_signs():
    assert read_legend([["C client P prospect X introducer"]])["x"] == ("introducer",)
    assert read_legend([["Green fine, Amber chase, Grey gone, Blue later"]])["grey"] == ("gone",)
    assert not read_legend([["Green Acres, Blue Ltd"], ["MR Marian rowe"], ["A note on this"]])


@pytest.mark.parametrize(
    ("stage", "outcome"),
    [
        ("Perdida por licitación", "lost"),
        ("Verloren an Wettbewerb", "lost"),
        ("Desembolsado", "won"),
        ("Negado", "lost"),
    ],
)
def test_a_stage_says_how_it_ended_before_it_says_why(stage, outcome):
    assert outcome_of(stage) == outcome


def test_a_refused_credit_is_over():
    assert status_of("negado").state is State.ENDED


def test_a_remark_that_calls_somebody_a_client_of_some_kind_says_that_it_is_one():
    for text in ("pro bono client, school nearby", "overseas client, Dubai", "small client",
                 "Our biggest client - ring", "kleiner Kunde, nett", "bon client", "vaste klant"):  # fmt: skip
        assert remarked_relationship(text) is Relationship.CLIENT, text
    for text in ("would-be client", "dream client, big", "potential client, Leeds", "friend of a client, Mr X",
                 "lost client", "prospect, met a client there", "client meeting", "a big one"):  # fmt: skip
        assert remarked_relationship(text) is not Relationship.CLIENT, text
    assert work_told("we coach them free of charge, 2 days a quarter", dt.date(2026, 11, 28)) is Relationship.CLIENT


def test_who_got_us_into_a_firm_sends_work_and_who_got_us_into_trouble_does_not():
    def sends(text: str) -> bool:
        return any(clue.family == SENDS_WORK.name for clue in read_remark(text, dt.date(2026, 11, 28)))

    assert sends("Client since 2022. Very happy, got us into Deccan Rotor.")
    assert not sends("got us into trouble with the council")
