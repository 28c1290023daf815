"""Where a fact of an account comes from, in a sentence that a person can check."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from planner.fields import FIELDS, Field
from planner.sheets.overrides import told
from planner.vocabulary import Origin

if TYPE_CHECKING:
    from planner.result import Plan
    from planner.roster.roster import Roster

ASSUMED_AS: Final = MappingProxyType(
    {
        Field.ANNUAL_FEE: "what is usual for its service or relationship",
        Field.PROBABILITY: "what is usual for its stage or relationship",
        Field.RELATIONSHIP: "nothing in the list says what it is",
        Field.COST_TO_SERVE: "what the margin setting leaves of the fee",
        Field.REFERRALS_PER_YEAR: "one a year, or as many as its deals show",
        Field.REFERRAL_FEE: "the usual fee of the list",
    }
)


@dataclass(frozen=True)
class FactOrigin:
    """The origin of one fact, None where the fact is missing, and a sentence on it."""

    origin: Origin | None
    sentence: str


def origin_of(plan: Plan, account: int, name: Field) -> FactOrigin:
    """Where a fact of an account (by its position) comes from, as the plan uses it."""
    said = _changed(plan, account, name)
    if said is not None:
        return FactOrigin(Origin.TOLD, said)
    mask = plan.facts.assumed.get(name)
    if mask is not None and mask[account]:
        return FactOrigin(Origin.ASSUMED, f"Assumed: {ASSUMED_AS.get(name, 'the list does not say')}.")
    sources = plan.roster.sources
    text = str(sources[name][account]) if name in sources else ""
    if not text:
        return FactOrigin(None, f"The list does not give the {FIELDS[name].title.lower()}.")
    return FactOrigin(Origin(text), _words(plan.roster, account, name, Origin(text)))


def _words(roster: Roster, account: int, name: Field, origin: Origin) -> str:
    cell = roster.cell(name, account)
    place = cell if "!" in cell or not cell else f"{roster.source.sheet}!{cell}"
    match origin:
        case Origin.READ:
            return f"Read in {place}." if place else "Read in your list."
        case Origin.WORKED_OUT:
            return f"Worked out from your list{f', first from {place}' if place else ''}."
        case Origin.TOLD:
            return "As you answered."
    return f"Assumed: {ASSUMED_AS.get(name, 'the list does not say')}."


def _changed(plan: Plan, account: int, name: Field) -> str | None:
    """`Told by Ana on 2026-11-02: they told me.` where somebody changed the fact by hand."""
    changed = name in plan.roster.overridden and bool(plan.roster.overridden[name][account])
    said = told(plan.roster, str(plan.roster.names[account]), name) if changed or name is Field.LEAVE_OUT else None
    if said is None:
        return None
    who = "Changed by you" if said.by.lower() in {"", "you"} else f"Told by {said.by}"
    when = f" on {said.day}" if said.day else ""
    why = f": {said.why.rstrip('.')}" if said.why else ""
    return f"{who}{when}{why}."
