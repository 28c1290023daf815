"""The default rules on remarks: what partners wrote beside an account says what it is good for, until confirmed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from planner.parsing.remarks.remark_families import FAMILIES, FREE_WORK, NEW_TO_US, SENDS_WORK
from planner.parsing.remarks.remark_family import Family
from planner.tagging.rule import Condition, Operator, Rule
from planner.tagging.rule_attributes import Clue

REMARK: Final = "{remark}"


MOST_PHRASES: Final = 1_500
"""So many stand in a cell of the Rules sheet, which holds 32,767 letters; a family of more has several rules."""


def _rules(family: Family, operator: Operator, strength: float) -> Iterator[Rule]:
    assert family.good is not None
    for first in range(0, len(family.phrases), MOST_PHRASES):
        condition = Condition((str(Clue.REMARKS),), operator, family.phrases[first : first + MOST_PHRASES])
        yield Rule((condition,), family.good, strength, REMARK, sure=False)


REMARK_RULES: Final = (
    *chain.from_iterable(_rules(one, Operator.SAYS, one.strength) for one in FAMILIES if one.good is not None),
    *chain.from_iterable(_rules(one, Operator.DENIES, 0.0) for one in (FREE_WORK, NEW_TO_US, SENDS_WORK)),
)
"""The rules for each family of phrases that is about a good; a phrase that is denied says no."""
