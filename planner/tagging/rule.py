"""What a rule is: when something is so, an account is good in one way, this strongly, for this reason."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from planner.goods import Good


class Operator(StrEnum):
    """How a clue is compared. Texts are compared without case.

    A text says a phrase where it stands in it and no negation turns it round ("refers us", "never refers us"); it
    denies a phrase where one does.
    """

    IS = "is"
    IS_NOT = "is not"
    ONE_OF = "is one of"
    HAS_WORD = "has the word"
    LACKS_WORD = "lacks the word"
    STARTS = "starts with"
    ENDS = "ends with"
    CONTAINS = "contains"
    SAYS = "says"
    DENIES = "denies"
    BLANK = "is blank"
    FILLED = "is filled in"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    ABOVE = "above"
    BELOW = "below"


NUMBER_OPERATORS = frozenset({Operator.AT_LEAST, Operator.AT_MOST, Operator.ABOVE, Operator.BELOW})
BARE_OPERATORS = frozenset({Operator.BLANK, Operator.FILLED})
SINGLE_OPERATORS = frozenset({Operator.IS, Operator.IS_NOT})


@dataclass(frozen=True)
class Condition:
    """One comparison. Of several fields one must hold, except for the operators that deny: there all must.

    `values` is one number for the operators that compare numbers, empty for "is blank" and "is filled in", else
    texts of which one must fit.
    """

    fields: tuple[str, ...]
    operator: Operator
    values: tuple[str, ...] | float = ()


@dataclass(frozen=True)
class Rule:
    """When all conditions hold, the account is good in this way with this strength; 0 says it is not.

    `reason` may name what was found in braces, see `planner.tagging.reasons.PLACES`. `sure` says whether the rule
    rests on a fact that the list states; one on a name, on how rare an industry is or on a remark is a guess.
    """

    when: tuple[Condition, ...]
    good: Good
    strength: float
    reason: str
    sure: bool = True
