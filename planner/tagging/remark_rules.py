"""The default rules on remarks: what partners wrote beside an account says what it is good for, until confirmed."""

from __future__ import annotations

from typing import Final

from planner.parsing.remarks.remark_families import FAMILIES, FREE_WORK, NEW_TO_US, SENDS_WORK
from planner.parsing.remarks.remark_family import Family
from planner.tagging.rule import Condition, Operator, Rule
from planner.tagging.rule_attributes import Clue

REMARK: Final = "{remark}"


def _rule(family: Family, operator: Operator, strength: float) -> Rule:
    assert family.good is not None
    condition = Condition((str(Clue.REMARKS),), operator, family.phrases)
    return Rule((condition,), family.good, strength, REMARK, sure=False)


REMARK_RULES: Final = (
    *(_rule(family, Operator.SAYS, family.strength) for family in FAMILIES if family.good is not None),
    *(_rule(family, Operator.DENIES, 0.0) for family in (FREE_WORK, NEW_TO_US, SENDS_WORK)),
)
"""A rule for each family of phrases that is about a good; a phrase that is denied says no."""
