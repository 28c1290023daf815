"""Remarks that say what something waits for, and who is to start there, are no signs that somebody is ready."""

import datetime as dt

import numpy as np
import pytest

from planner.parsing.remarks.remarks import read_remark

TODAY = dt.date(2026, 11, 28)


def _families(text: str) -> dict[str, np.datetime64 | None]:
    return {clue.family: clue.date for clue in read_remark(text, TODAY)}


@pytest.mark.parametrize(
    "text", ["nothing signed before the new CEO starts in May", "waiting for the new CEO who starts in March"]
)
def test_what_waits_is_not_ready(text):
    assert "ready now" not in _families(text)


def test_nothing_before_a_day_is_later():
    assert _families("nothing signed before the new CEO starts in May")["later"] == np.datetime64("2027-05-31")


def test_what_is_ready_in_another_clause_stays_so_with_its_own_day():
    assert "ready now" in _families("proposal sent, no answer before Christmas")
    assert _families("new CFO starts in May; renewal in March")["ready now"] == np.datetime64("2027-03-31")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("waiting on board for phase 2 – hears 20 January", "2027-01-20"),
        ("on tender list, result before Xmas", "2026-12-19"),
        ("awaiting the trustees, 14 December", "2026-12-14"),
        ("goes to committee 3 February", "2027-02-03"),
        ("hears back in March", "2027-03-31"),
        ("warten auf den Vorstand, 20. Januar", "2027-01-20"),
        ("résultat avant Noël", "2026-12-19"),
        ("resultado antes de Navidad", "2026-12-19"),
        ("uitslag voor Kerst", "2026-12-19"),
    ],
)
def test_who_decides_and_when_an_answer_comes(text, day):
    assert _families(text)["ready now"] == np.datetime64(day)


@pytest.mark.parametrize(
    "text", ["waiting for accounts", "good results in 2025", "never hear from them", "no answer yet"]
)
def test_what_else_is_waited_for_and_heard_is_no_decision(text):
    assert "ready now" not in _families(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Proposal sent 12 Nov for a design. Board decides 15 January", "2027-01-15"),
        ("Programme finished in September. Decision 20 January", "2027-01-20"),
        ("met FD 3 November and pitch 9 December", "2026-12-09"),
        ("im September abgeschlossen, Entscheidung im März", "2027-03-31"),
        ("devis envoyé le 12 novembre au DAF, décision le 15 janvier", "2027-01-15"),
        ("offerte op 12 november verstuurd, besluit 15 januari", "2027-01-15"),
        ("decision once it is completed in March", "2027-03-31"),
        ("called about the start in March", "2027-03-31"),
    ],
)
def test_a_day_on_which_something_was_done_is_none_to_come(text, day):
    assert _families(text)["ready now"] == np.datetime64(day)


def test_who_could_send_work_and_has_sent_nobody_yet_sends_nothing_yet():
    assert "sends nothing" in _families("could open doors to the portfolio. Has not sent anybody yet.")
