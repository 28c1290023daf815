"""Remarks: what partners write, in five languages, turned round by negations and read with dates and counts."""

import datetime as dt

import numpy as np
import pytest

from planner.goods import Good
from planner.parsing.remarks.chances_in_remarks import chance_in
from planner.parsing.remarks.remarks import read_remark

TODAY = dt.date(2026, 11, 28)


def clues(text):
    return {clue.family: clue for clue in read_remark(text, TODAY)}


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("pro bono, two evenings a quarter", "free work"),
        ("halbes Honorar", "free work"),
        ("mécénat de compétences", "free work"),
        ("tarifa reducida", "free work"),
        ("half tarief", "free work"),
        ("good cause, little money", "good cause"),
        ("fonds d'investissement, malgré son nom", "business after all"),
        ("new area for us – would learn", "new to us"),
        ("neues Gebiet für uns, würden viel lernen", "new to us"),
        ("secteur nouveau pour nous, on apprendrait beaucoup", "new to us"),
        ("área nueva para nosotros, aprenderíamos mucho", "new to us"),
        ("nieuw terrein voor ons, veel van te leren", "new to us"),
        ("same again every year", "routine"),
        ("sends every founder they meet our way", "sends work"),
        ("schickt uns halbe Innungsversammlung", "sends work"),
        ("they send us clients", "sends work"),
        ("they pass us jobs (4 in 2026)", "sends work"),
        ("refer whenever we ask", "sends work"),
        ("went with somebody else", "ended"),
        ("nos recomienda a todos los pueblos", "sends work"),
        ("stuurt ons al zijn leveranciers", "sends work"),
        ("mortgage brokers – all take, no give", "sends nothing"),
        ("zahlt seit Juli nicht", "costs more than it pays"),
        ("owes us since July", "costs more than it pays"),
        ("vs two London agencies", "at risk"),
        ("conflict – can't act", "ended"),
        ("in liquidation", "ended"),
        ("happy with KPMG - not looking to change", "ended"),
        ("supplier", "ended"),
        ("partner agency, refers 3-4 a year", "sends work"),
        ("wants an app – we have never built one", "new to us"),
        ("pitch 9 Dec – £70k", "ready now"),
        ("failliet in mei", "ended"),
        ("biggest job. Intro'd us to two others", "sends work"),
        ("CFO is a fan, told Wattle Bank to call us", "sends work"),
        ("great reference, takes calls for us any time", "sends work"),
        ("heeft ons al drie klanten aangebracht", "sends work"),
        ("hydrogen would be a first, want the track record", "new to us"),
        ("stopped in April, plant closed", "ended"),
        ("afgewezen, te klein bevonden", "ended"),
        ("made redundancies, not using us any more", "ended"),
    ],
)
def test_families_are_found_in_five_languages(text, family):
    assert family in clues(text)


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("never refers us", Good.REFERRAL),
        ("stopped sending us people; no longer refers us", Good.REFERRAL),
        ("empfiehlt uns nicht mehr", Good.REFERRAL),
        ("ne nous recommande plus", Good.REFERRAL),
        ("no longer pro bono", Good.OTHERS),
        ("not new to us", Good.STRENGTHS),
    ],
)
def test_a_negation_turns_a_clue_round(text, good):
    about = [clue for clue in read_remark(text, TODAY) if clue.good is good]
    assert about
    assert all(clue.strength == 0 for clue in about)


def test_a_remark_that_speaks_of_a_supplier_of_theirs_ends_nothing():
    assert "ended" not in clues("supplier contract up in May")


@pytest.mark.parametrize("text", ["not in liquidation", "no conflict", "no longer at risk", "nicht insolvent"])
def test_what_is_denied_ends_nothing_and_warns_of_nothing(text):
    assert not any(clue.leave_out or clue.caution for clue in read_remark(text, TODAY))


@pytest.mark.parametrize(
    "text",
    [
        "invisible en ligne face à la concurrence",
        "une popup demande d'accepter ou refuser les cookies",
        "présentation très sommaire",
    ],
)
def test_what_is_said_of_a_website_ends_nobody_and_is_no_pitch(text):
    """Comments of a web agency, in French, on the sites of its prospects."""
    assert not {"ended", "ready now"} & set(clues(text))


def test_a_denial_reaches_no_further_than_its_clause():
    assert clues("not this year, but they refer us")["sends work"].strength == 0.8


@pytest.mark.parametrize("text", ["sent us the RFP", "sends us the invoice late"])
def test_papers_that_are_sent_are_no_referrals(text):
    assert all(clue.strength == 0 for clue in read_remark(text, TODAY) if clue.good is Good.REFERRAL)


@pytest.mark.parametrize(
    ("text", "family", "day"),
    [
        ("renewal in March", "ready now", "2027-03-31"),
        ("may raise Series B next year – nothing before", "later", "2027-12-31"),
        ("tender submitted, decision January", "ready now", "2027-01-31"),
        ("probate, nothing before autumn 2027", "later", "2027-11-30"),
    ],
)
def test_a_dated_clue_has_its_date(text, family, day):
    assert clues(text)[family].date == np.datetime64(day)


def test_a_date_that_has_passed_is_no_hope():
    assert clues("renewal in March 2024")["ready now"].date is None


@pytest.mark.parametrize(
    ("text", "a_year"),
    [
        ("refers us all the time (3 last yr)", 3),
        ("two introductions a year", 2),
        ("5 mandates from their portfolio since 2024", 2.5),
        ("trois dossiers cette année, nous recommande", 3),
        ("4 of my clients came from her", None),
    ],
)
def test_referrals_are_counted_where_a_period_is_named(text, a_year):
    assert clues(text)["sends work"].referrals == a_year


def test_a_chance_in_a_remark_is_read_and_a_discount_is_none():
    assert clues("second meeting went well, 80% – sign after Christmas")["chance"].chance == 0.8
    assert clues("50/50")["chance"].chance == 0.5
    assert "chance" not in clues("wants 20% off")


def test_a_remark_without_a_known_phrase_says_nothing():
    assert read_remark("three trustees, all want copies", TODAY) == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("tender due 22/1", "2027-01-22"),
        ("proposal due 12/18", "2026-12-18"),
        ("proposal due 29/2/27", "2027-02-28"),
        ("tender due 12/01/27", None),
        ("proposal sent, 24/7 support", None),
    ],
)
def test_a_date_in_figures_counts_where_it_can_be_read_in_one_way_only(text, day):
    (clue,) = read_remark(text, TODAY)
    assert clue.date == (None if day is None else np.datetime64(day))


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("lovely people, wouldn't recommend us to anyone", True),
        ("not likely to refer anybody", True),
        ("do not expect referrals, NDA on everything", True),
        ("can't recommend us enough", False),
        ("gives our name to every owner who asks", False),
        ("brings other builders to us", False),
        ("refers his whole rotary club to us", False),
        ("sends invoices to us late", True),
    ],
)
def test_who_recommends_us_and_who_would_not(text, negated):
    assert clues(text)["sends work"].negated is negated


@pytest.mark.parametrize(
    "text",
    [
        "will noch im Dezember unterschreiben", "wants the letter by 31 December", "veut signer en décembre",
        "quieren firmar en diciembre", "wil in december tekenen",
    ],
)  # fmt: skip
def test_who_wants_to_sign_in_a_month_is_ready(text):
    (clue,) = read_remark(text, dt.date(2026, 11, 28))
    assert (clue.family, str(clue.date)) == ("ready now", "2026-12-31")


@pytest.mark.parametrize(
    "text", ["Mine closed, account finished", "went to a Seattle firm", "gestopt, winkel dicht", "Vertrag gekündigt"]
)
def test_who_has_closed_or_gone_to_another_has_ended(text):
    assert any(clue.leave_out for clue in read_remark(text, dt.date(2026, 11, 28)))


@pytest.mark.parametrize("text", ["883 PRs (~96% merged)", "site is 80% complete", "family 60% owned", "30% faster"])
def test_a_percentage_of_something_else_is_no_chance(text):
    assert chance_in(text) is None
