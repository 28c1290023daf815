"""What is said about the sample lists, read as a reader would: whole, plain, and without loose ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import numpy as np
import pytest

from planner.pipeline import plan
from planner.reading import read_roster
from planner.result import Plan
from planner.vocabulary import Decision
from sample_workbooks import sample_names, sample_path

SAMPLES = sample_names()
LOOSE_ENDS = re.compile(r"\bnan\b|\binf\b|\bNone\b|  |\.\.|; ;|,,|\(\)|not known h")
JARGON = re.compile(r"attainment|roster|tolerance|\bideal|robustness|solver|baseline", re.I)
EXACT = re.compile(r"\d\.\d+ h\b")


@cache
def planned(name: str) -> Plan:
    return plan(read_roster(sample_path(name)))


def said(name: str) -> Iterator[str]:
    told = planned(name).explanation
    yield told.headline
    for texts in (told.why.tolist(), told.monday, told.advice, told.assumed, told.warnings):
        yield from texts


@pytest.mark.parametrize("name", SAMPLES)
def test_everything_said_is_a_whole_sentence_in_plain_words(name: str) -> None:
    for sentence in said(name):
        assert sentence[0].isupper() or sentence[0].isdigit() or sentence[0] == "“", sentence
        assert sentence.endswith("."), sentence
        assert not LOOSE_ENDS.search(sentence), sentence
        assert not JARGON.search(sentence), sentence
        assert not EXACT.search(sentence), sentence


@pytest.mark.parametrize("name", SAMPLES)
def test_decisions_hours_and_lists_agree(name: str) -> None:
    made = planned(name)
    told, hours, today = made.explanation, made.allocation.hours, made.problem.today
    resting = np.isin(told.decision, [str(Decision.REST), str(Decision.STEP_BACK)])
    assert (hours[resting] == 0).all()
    assert all(hours[i] > np.nan_to_num(today[i]) for i in told.push)
    assert all(hours[i] < np.nan_to_num(today[i]) or hours[i] == 0 for i in told.rest)
    assert not set(told.push) & set(told.rest)
    assert (told.next_hour >= 0).all()
    assert (told.mainly[hours > 0] != "").sum() >= (hours > 0).sum() - made.problem.locked.sum()
    assert 1 <= len(told.monday) <= 3


@pytest.mark.parametrize("name", SAMPLES)
def test_the_plan_beats_every_baseline_that_keeps_its_limits(name: str) -> None:
    made = planned(name)
    for other in made.explanation.baselines.values():
        if other.violation < 1e-6:
            assert other.objective <= made.allocation.proof.bound + 1e-6
