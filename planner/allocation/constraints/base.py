"""What every constraint of the user's has in common: it adds itself to a model, says how far hours break it, what it is
called, and what the problem is without it (which is how its cost is found).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from planner.allocation.problem import Problem
from planner.arrays import Numbers

if TYPE_CHECKING:
    from planner.allocation.model import Model

GIVEN = 1e-6
"""Hours above which an account counts as given time."""


class Kind(StrEnum):
    """Which of the user's settings a constraint comes from."""

    LOCK = "lock"
    MINIMUM = "minimum"
    MAXIMUM = "maximum"
    CAPACITY = "capacity"
    LIMIT = "limit"
    WITHIN_YOU = "within you"
    MONEY = "money"
    CHANGE = "change"
    ACCOUNTS = "accounts"
    ACCOUNTS_EACH = "accounts each"
    BLOCK = "block"
    DONE = "done"
    STEP = "step"


@dataclass(frozen=True)
class UserConstraint(ABC):
    """One setting that every plan has to keep.

    Attributes:
        at: position of the account, person, limit or good it is about; −1 for none.
        what: in the user's words.  where: sheet and cell, or the setting's name.
        value: the amount, in `unit` ("h", "money", "share", "accounts", or "times" another selection).
        rows: names of its rows in a model.
        weight: hours that changing it by one unit counts as; of changes of one size the more readily given up comes
            first.
    """

    kind: ClassVar[Kind]
    counts: ClassVar[bool] = False
    """Whether it counts accounts, which hours alone cannot say: then whole numbers decide."""

    at: int
    what: str
    where: str
    value: float
    unit: str
    rows: tuple[str, ...]
    weight: float = 1.0

    @abstractmethod
    def add(self, model: Model) -> None:
        """State its rows in a model."""

    @abstractmethod
    def without(self, problem: Problem, natural: Numbers) -> Problem:
        """The problem without it; `natural` (n,) is what accounts can take by themselves."""

    @abstractmethod
    def missed(self, problem: Problem, spent: Numbers) -> float:
        """By how much (n, m) hours of each person on each account break it, in its unit; 0 or less if they keep it."""


def tidy(number: float) -> str:
    """A number as people write it: at most two decimals, thin thousands."""
    text = f"{number:,.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text.replace("-", "−")
