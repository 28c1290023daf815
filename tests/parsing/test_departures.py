"""Remarks on clients who have left: where they went, who does the work now, whether they may come back."""

import datetime as dt

import numpy as np
import pytest

from planner.parsing.remarks.remarks import read_remark
from planner.parsing.standing.relationships import relationship_of, remarked_relationship
from planner.vocabulary import Relationship

TODAY = dt.date(2026, 11, 28)


def _ends(text: str) -> bool:
    return any(clue.leave_out for clue in read_remark(text, TODAY, True))


@pytest.mark.parametrize(
    "text",
    [
        "gone to Carter Jonas", "moved over to Hazlewoods in April", "fee too high, using Deloitte now",
        "now with Grant Thornton", "zu Deloitte gewechselt", "parti chez Fiducial", "naar BDO overgestapt",
        "se fueron con Garrigues", "foram para a Deloitte", "took it in-house", "does it in-house now", "parted ways",
        "we resigned them", "no longer act for them", "gave us the push",
        "moved to a bigger practice", "merged 2025, now use their own people", "uses its own staff now",
        "new HRD brought her own people", "new FD has own advisers", "nieuwe directeur heeft eigen mensen",
        "nouveau DG a amené son équipe", "we don't work with them any more (the shouting)", "retired 2025",
        "Won't come back", "never coming back", "lost for good", "kommt nicht wieder", "ne reviendra pas",
        "no van a volver", "komen niet terug",
    ],
)  # fmt: skip
def test_a_remark_on_a_departure_ends_a_past_client(text):
    assert _ends(text)
    assert remarked_relationship(text) is Relationship.PAST_CLIENT


@pytest.mark.parametrize(
    "text",
    [
        "moved to new offices", "moved to Leeds", "gone to Spain for the winter", "gone to print",
        "gone to HR for sign-off",
        "moved to Xero", "switched to QuickBooks last year", "switched to monthly billing", "gone to Paul",
        "moved to Q2",
        "retired partner introduced us", "retired teacher, keen", "new FD is friendly", "new CEO has own views",
        "Jane gone to PwC", "our contact moved to a competitor", "may have parted ways with their agent",
        "if they took it in-house we lose 20k", "we dropped them a line in May", "let us go ahead with phase 2",
        "took payroll in-house, still do the accounts", "came to us from KPMG", "moved to us from PwC",
        "now uses BDO for audit", "now have their own website", "they won't be back before March",
    ],
)  # fmt: skip
def test_who_moves_house_or_changes_programs_has_not_left(text):
    assert not _ends(text)
    assert remarked_relationship(text) is not Relationship.PAST_CLIENT


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("left us in 2023 for a big broker, fed up with them now. Ring in January.", "2027-01-31"),
        ("gone to Carter Jonas but may come back", None),
        ("left us, would love them back", None),
        ("2024 zu Ernst & Young gewechselt, im März anrufen", "2027-03-31"),
        ("parti chez KPMG en 2024, rappeler en mars", "2027-03-31"),
        ("se fue a Deloitte, llamar en enero", "2027-01-31"),
        ("naar BDO overgestapt, in februari bellen", "2027-02-28"),
    ],
)
def test_who_left_and_may_come_back_is_for_later(text, day):
    later = [clue for clue in read_remark(text, TODAY, True) if clue.family == "later"]
    assert not _ends(text)
    assert remarked_relationship(text) is Relationship.PAST_CLIENT
    assert [clue.date for clue in later] == [None if day is None else np.datetime64(day)]


@pytest.mark.parametrize("text", ["left us 2023, don't ring", "left us 2023, not worth a call", "never coming back"])
def test_who_is_given_up_is_not_asked_again(text):
    assert _ends(text)


def test_a_client_to_be_left_alone_for_now_rests():
    assert {clue.family for clue in read_remark("enquiry open, don't sell them anything now", TODAY)} == {"resting"}


def test_a_lost_sale_that_moved_elsewhere_was_a_client():
    assert relationship_of("Lost - moved to accountant") is Relationship.PAST_CLIENT
