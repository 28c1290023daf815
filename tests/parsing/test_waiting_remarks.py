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
