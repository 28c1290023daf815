"""The firm's people: who has how many hours, and who may serve which account."""

from __future__ import annotations

from dataclasses import dataclass

from planner.arrays import Mask
from planner.records.issues import Issue


@dataclass(frozen=True)
class Person:
    """One of the team. `balance`, where given, is this person's own, by group."""

    name: str
    hours: float
    balance: tuple[float, ...] | None = None


@dataclass(frozen=True, eq=False)
class Team:
    """Who has how many hours, and who may spend them on which account.

    Attributes:
        people: m of them, at least one.
        eligible: (n, m); a blank or unknown owner is everyone.
        assumed: whether the hours are a guess that the user should confirm.
    """

    people: tuple[Person, ...]
    eligible: Mask
    assumed: bool = False
    issues: tuple[Issue, ...] = ()

    @property
    def hours(self) -> float:
        """All hours there are, `H`."""
        return sum(person.hours for person in self.people)
