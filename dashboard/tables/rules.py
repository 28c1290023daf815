"""Tag rules in plain words, and as rows of the Rules sheet that the workspace keeps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from dashboard.components.words import GOOD_TITLE
from dashboard.state.workspace import Json
from planner.errors import SettingError
from planner.goods import Good
from planner.tagging.rule import BARE_OPERATORS, NUMBER_OPERATORS, Condition, Operator, Rule
from planner.tagging.rule_sheet import rules_rows
from planner.text import percent

RuleRows = list[dict[str, Json]]
MOST_WORDS: Final = 5
RATED: Final = 5
"""Strengths are shown as ratings of this: a per cent would read like a chance."""
NEW_FIELDS: Final = ("industry", "service", "type", "name", "region", "owner", "lead source", "stage")
"""What a new rule may look at, in the Rules sheet's own words."""

SPOKEN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "remarks": "a remark",
        "months since won": "the months since you last won work there",
        "months since lost": "the months since you lost it",
        "open deal": "its open deal",
        "deals referred": "the number of deals that it sent you",
        "clients": "the number of your clients",
        "industries of clients": "the number of industries of your clients",
        "share of clients in the industry": "the share of your clients in its industry",
    }
)
"""What rules look at, as one says it; the others are called as in the Rules sheet."""
BARE: Final[Mapping[Operator, str]] = MappingProxyType({Operator.BLANK: "are not known", Operator.FILLED: "are known"})
"""For several; for one, `is`."""


def rule_sentence(rule: Rule) -> str:
    """`When type or industry has the word charity, hospice or 9 more`."""
    return "When " + ", and ".join(condition_words(condition) for condition in rule.when)


def condition_words(condition: Condition) -> str:
    """One comparison in words."""
    what = " or ".join(SPOKEN.get(name, name) for name in condition.fields)
    many = what.startswith("the months")
    if condition.operator in BARE_OPERATORS:
        return f"{what} {BARE[condition.operator] if many else BARE[condition.operator].replace('are', 'is')}"
    if condition.operator in NUMBER_OPERATORS and isinstance(condition.values, float):
        number = condition.values
        shown = percent(number) if 0 < number < 1 else f"{number:g}"
        return f"{what} {'are' if many else 'is'} {condition.operator} {shown}"
    values = [_any_ending(str(value)) for value in condition.values] if not isinstance(condition.values, float) else []
    kept = values[:MOST_WORDS]
    more = f" or {len(values) - len(kept)} more" if len(values) > len(kept) else ""
    joined = ", ".join(kept) if more else " or ".join(filter(None, [", ".join(kept[:-1]), *kept[-1:]]))
    return f"{what} {condition.operator} {joined}{more}"


def _any_ending(word: str) -> str:
    """`financ…` for a word that may go on: `financ*`."""
    return word.replace("*", "…")


def outcome_words(rule: Rule) -> str:
    """What follows when a rule holds: `good for others, as rated 4.5 of 5`, or `not good for others`."""
    name = GOOD_TITLE[rule.good].lower()
    return f"{name}, as rated {RATED * rule.strength:.2g} of {RATED}" if rule.strength > 0 else f"not {name}"


def as_rows(rules: Sequence[Rule]) -> RuleRows:
    """Rules as rows of the Rules sheet, blank cells left out."""
    header, *rows = rules_rows(tuple(rules))
    return [{str(name): cell for name, cell in zip(header, row, strict=True) if cell != ""} for row in rows]


def with_strength(rules: RuleRows, at: int, strength: float) -> RuleRows:
    """One rule made stronger or weaker; 0 says that it is not good."""
    return [{**row, "strength": strength} if place == at else row for place, row in enumerate(rules)]


def without(rules: RuleRows, at: int) -> RuleRows:
    return [row for place, row in enumerate(rules) if place != at]


def with_new(rules: RuleRows, field: str, words: str, good: str, strength: float) -> RuleRows:
    """A rule of the user's own put first.

    Raises:
        SettingError: when there is nothing to look for.
    """
    parts = [part.strip() for part in words.replace(",", ";").split(";") if part.strip()]
    if not parts:
        raise SettingError("Write the word or words that the rule looks for, separated by commas.")
    new: dict[str, Json] = {
        "field": field,
        "operator": str(Operator.HAS_WORD),
        "value": "; ".join(parts),
        "good": str(Good(good)),
        "strength": strength,
        "reason": f"Your rule: {field} has {parts[0] if len(parts) == 1 else 'one of ' + ', '.join(parts)}",
    }
    return [new, *rules]
