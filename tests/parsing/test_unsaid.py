"""Nothing that a column says is lost, or read into, without a word."""

import numpy as np

from planner.facts.unsaid import unsaid
from planner.fields import Field
from planner.parsing.cell_values import Parsed, Problem
from planner.vocabulary import Severity
from tests.readers.make import sheet_roster


def codes(problems):
    return [(problem.code, problem.at) for problem in problems]


def test_a_cell_that_gave_no_value_is_named():
    parsed = Parsed(np.array([1.0, np.nan, np.nan, np.nan]))
    assert codes(unsaid(Field.ANNUAL_FEE, ("1", "ten", "", "n/a"), parsed)) == [("value-not-read", (1,))]


def test_a_cell_that_the_parser_named_is_not_named_twice():
    bad = Problem("money-unreadable", Severity.WARNING, (1,), "", "")
    parsed = Parsed(np.array([1.0, np.nan]), (bad,))
    assert unsaid(Field.ANNUAL_FEE, ("1", "ten"), parsed) == ()


def test_words_that_were_taken_for_a_value_are_told_with_what_they_became():
    dates = np.array(["2027-02-05", "2027-03-01"], dtype="datetime64[D]")
    (problem,) = unsaid(Field.EXPECTED_DATE, ("early Feb", "2027-03-01"), Parsed(dates))
    assert problem.at == (0,)
    assert "“early Feb” as 5 Feb 2027" in problem.message.format(header="When", value="early Feb")


def test_plain_figures_need_no_word():
    money = Parsed(np.array([1200.0, 5000.0, 20_000.0, -300.0]))
    assert unsaid(Field.ANNUAL_FEE, ("£1,200", "5k", "USD 20,000", "(300)"), money) == ()
    assert unsaid(Field.PROBABILITY, ("60%", "0.6"), Parsed(np.array([0.6, 0.6]))) == ()
    assert unsaid(Field.CURRENT_HOURS, ("8h", "12 hrs"), Parsed(np.array([8.0, 12.0]))) == ()
    days = Parsed(np.array(["2027-03-12", "2027-03-12", "2027-03-12"], dtype="datetime64[D]"))
    assert unsaid(Field.EXPECTED_DATE, ("12/03/2027", "12 March 2027", "2027-03-12"), days) == ()
    kinds = Parsed(np.array(["client", "prospect"], dtype=object))
    assert unsaid(Field.RELATIONSHIP, ("Clients", "prospect"), kinds) == ()


def test_braces_in_a_cell_do_no_harm():
    roster = sheet_roster(["Account", "Fee"], ["Acme", "about {5k}"], ["Brook", "~7k"], ["Crag", 5])
    assert roster.size == 3
