"""Tag rules as data: when something is so, an account is good in one way, this strongly, for this reason.

A list with a Rules sheet has its rules there, all of them; otherwise the default rules hold. A row of the sheet is
one rule: `field`, `operator`, `value`, further conditions in `field 2`, `operator 2`, `value 2` and so on (all must
hold), `good`, `strength` (0 to 1, or "no"), `reason`, `sure` (fact or guess; empty is a fact). Several fields or
values are separated by `;`. A row may also have its conditions in one cell, `when`: "industry is Health and annual
fee at least 5000".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from types import MappingProxyType

from planner.errors import SettingError
from planner.goods import GOODS, Good
from planner.records.findings import SettingSheet, SheetCell
from planner.roster.roster import Roster
from planner.tagging.default_rules import DEFAULT_RULES
from planner.tagging.rule import (
    BARE_OPERATORS,
    NUMBER_OPERATORS,
    SINGLE_OPERATORS,
    Condition,
    Operator,
    Rule,
)
from planner.tagging.rule_attributes import NUMBER_CLUES, TEXT_CLUES, Clue
from planner.valuation.distinct import plain

CellValue = str | float

__all__ = ["DEFAULT_RULES", "Condition", "Operator", "Rule", "find_rules", "rules_rows", "rules_sheet"]


FACT, GUESS = "fact", "guess"
"""Words for what stands behind a strength: something that the list states, or a guess from what it says."""
SURE_WORDS: Mapping[str, bool] = {FACT: True, "yes": True, "sure": True, GUESS: False, "no": False, "unsure": False}
OPERATOR_WORDS: Mapping[str, Operator] = {
    **{str(operator): operator for operator in Operator},
    "=": Operator.IS,
    "==": Operator.IS,
    "equals": Operator.IS,
    "!=": Operator.IS_NOT,
    "<>": Operator.IS_NOT,
    "in": Operator.ONE_OF,
    "any of": Operator.ONE_OF,
    "has": Operator.HAS_WORD,
    "say": Operator.SAYS,
    "deny": Operator.DENIES,
    "has a word of": Operator.HAS_WORD,
    "lacks": Operator.LACKS_WORD,
    ">=": Operator.AT_LEAST,
    "<=": Operator.AT_MOST,
    ">": Operator.ABOVE,
    "<": Operator.BELOW,
    "over": Operator.ABOVE,
    "under": Operator.BELOW,
}


def find_rules(roster: Roster) -> tuple[Rule, ...]:
    """The rules of the list's Rules sheet where it has one, else the default rules.

    Raises:
        SettingError: naming sheet and cell of each row that cannot be read.
    """
    sheet = roster.sheets.get("rules")
    if sheet is None:
        return DEFAULT_RULES
    rules: list[Rule] = []
    problems: list[str] = []
    for row in sheet.rows:
        filled = {header: cell for header, cell in row.items() if cell.value is not None and str(cell.value).strip()}
        if not filled:
            continue
        try:
            rules.append(_read_rule(filled, frozenset(roster.other)))
        except _Unreadable as error:
            problems.append(f"{sheet.name.capitalize()}!{error.cell}: {error}")
    if problems:
        raise SettingError(" ".join(problems[:5]))
    return tuple(rules)


def rules_rows(rules: tuple[Rule, ...]) -> tuple[tuple[CellValue, ...], ...]:
    """Header and one row per rule for the Rules sheet; reading them back gives the same rules."""
    most = max((len(rule.when) for rule in rules), default=1)
    numbers = ["" if position == 0 else f" {position + 1}" for position in range(most)]
    header = [f"{title}{number}" for number in numbers for title in ("field", "operator", "value")]
    rows: list[tuple[CellValue, ...]] = [(*header, "good", "strength", "reason", "sure")]
    for rule in rules:
        cells: list[CellValue] = []
        for condition in rule.when:
            value = condition.values if isinstance(condition.values, float) else "; ".join(condition.values)
            cells += ["; ".join(condition.fields), str(condition.operator), value]
        cells += [""] * (3 * (most - len(rule.when)))
        rows.append((*cells, str(rule.good), rule.strength, rule.reason, FACT if rule.sure else GUESS))
    return tuple(rows)


def rules_sheet(rules: tuple[Rule, ...]) -> SettingSheet:
    """The Rules sheet that holds some rules."""
    header, *rows = rules_rows(rules)
    return SettingSheet(
        "rules",
        tuple(
            MappingProxyType(
                {str(title): SheetCell(value, "") for title, value in zip(header, row, strict=True) if value != ""}
            )
            for row in rows
        ),
    )


_ANY_CLUE = "(?:" + "|".join(re.escape(clue) for clue in Clue) + ")"
_OPERATORS = "|".join(
    (r"\b" if word[0].isalpha() else "") + re.escape(word) + (r"(?!\w)" if word[-1].isalpha() else "")
    for word in sorted(OPERATOR_WORDS, key=len, reverse=True)
)
_SENTENCE = rf"(?P<field>.+?)\s*(?P<operator>{_OPERATORS})\s*(?P<value>.*)"


class _Unreadable(Exception):
    """A row that is no rule; carries the cell."""

    def __init__(self, message: str, cell: str) -> None:
        super().__init__(message)
        self.cell = cell


def _read_rule(row: Mapping[str, SheetCell], own_columns: frozenset[str]) -> Rule:
    anywhere = next(iter(row.values())).cell
    row = _spread_when(row)
    conditions = []
    for header in row:
        match = re.fullmatch(r"field\s*(\d*)", header)
        if match:
            number = f" {match[1]}" if match[1] else ""
            conditions.append(_read_condition(row, number, header, own_columns))
    if not conditions:
        raise _Unreadable("the rule says nothing under “field”; name what it looks at.", anywhere)
    if "good" not in row:
        raise _Unreadable(f"the rule says nothing under “good”; write one of {', '.join(GOODS)}.", anywhere)
    good = plain(str(row["good"].value))
    if good not in GOODS:
        raise _Unreadable(f"“{row['good'].value}” is none of {', '.join(GOODS)}.", row["good"].cell)
    reason = str(row["reason"].value).strip() if "reason" in row else ""
    return Rule(tuple(conditions), Good(good), _read_strength(row, anywhere), reason, _read_sure(row))


def _spread_when(row: Mapping[str, SheetCell]) -> Mapping[str, SheetCell]:
    """`when` in the place of `field`; a whole sentence there ("industry = Health") in the place of all three."""
    if "when" not in row or "field" in row:
        return row
    cell = row["when"]
    rest = {header: other for header, other in row.items() if header != "when"}
    if "operator" in row:
        return {**rest, "field": cell}
    parts = re.split(r"\n|\s+and\s+(?=" + _ANY_CLUE + r"\b)", str(cell.value).strip(), flags=re.IGNORECASE)
    for position, part in enumerate(parts):
        match = re.fullmatch(_SENTENCE, part.strip(), flags=re.IGNORECASE | re.DOTALL)
        if match is None:
            raise _Unreadable(f"“{part}” is no condition; write one such as “industry is Health”.", cell.cell)
        number = "" if position == 0 else f" {position + 1}"
        field = re.sub(r"\s+or\s+", "; ", match["field"])
        for title, text in (("field", field), ("operator", match["operator"]), ("value", match["value"])):
            if text.strip():
                rest[f"{title}{number}"] = SheetCell(text.strip(), cell.cell)
    return rest


def _read_strength(row: Mapping[str, SheetCell], anywhere: str) -> float:
    if "strength" not in row:
        raise _Unreadable("the rule has no strength; write a number from 0 to 1.", anywhere)
    cell = row["strength"]
    text = plain(str(cell.value))
    try:
        strength = 0.0 if text == "no" else float(text.rstrip("%")) / (100 if text.endswith("%") else 1)
    except ValueError:
        strength = -1.0
    if not 0 <= strength <= 1:
        raise _Unreadable(f"the strength “{cell.value}” should be a number from 0 to 1, or no.", cell.cell)
    return strength


def _read_sure(row: Mapping[str, SheetCell]) -> bool:
    if "sure" not in row:
        return True
    cell = row["sure"]
    word = plain(_as_text(cell.value))
    if word not in SURE_WORDS:
        raise _Unreadable(f"“{cell.value}” says neither {FACT} nor {GUESS}.", cell.cell)
    return SURE_WORDS[word]


def _read_condition(row: Mapping[str, SheetCell], number: str, header: str, own_columns: frozenset[str]) -> Condition:
    field_cell = row[header]
    fields = tuple(_read_field(part, own_columns, field_cell.cell) for part in _split(str(field_cell.value)))
    operator_cell = row.get(f"operator{number}")
    word = plain(str(operator_cell.value)) if operator_cell is not None else str(Operator.IS)
    if word not in OPERATOR_WORDS:
        near = get_close_matches(word, OPERATOR_WORDS, n=1, cutoff=0.5)
        hint = f"did you mean “{near[0]}”?" if near else f"use one of {', '.join(Operator)}."
        raise _Unreadable(f"“{word}” is no way to compare; {hint}", operator_cell.cell if operator_cell else "")
    operator = OPERATOR_WORDS[word]
    value_cell = row.get(f"value{number}")
    where = value_cell.cell if value_cell is not None else field_cell.cell
    _check_kinds(fields, operator, operator_cell.cell if operator_cell is not None else field_cell.cell)
    if operator in BARE_OPERATORS:
        return Condition(fields, operator)
    if value_cell is None:
        raise _Unreadable(f"“{fields[0]} {operator}” needs a value beside it.", where)
    return Condition(fields, operator, _read_values(value_cell, operator))


def _read_values(cell: SheetCell, operator: Operator) -> tuple[str, ...] | float:
    text = _as_text(cell.value)
    if operator in SINGLE_OPERATORS:
        return (text,)
    if operator not in NUMBER_OPERATORS:
        return _split(text)
    try:
        return float(text.rstrip("%").replace(",", "")) / (100 if text.endswith("%") else 1)
    except ValueError:
        raise _Unreadable(f"“{text}” should be a number.", cell.cell) from None


def _as_text(value: object) -> str:
    """A cell as text; spreadsheets make yes and no, and codes such as 92, into other things than text."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip()


def _read_field(text: str, own_columns: frozenset[str], cell: str) -> str:
    name = plain(text)
    if name in frozenset(Clue):
        return name
    for header in own_columns:
        if plain(header) == name:
            return header
    near = get_close_matches(name, [*Clue, *own_columns], n=1, cutoff=0.5)
    hint = f"did you mean “{near[0]}”?" if near else f"known: {', '.join(Clue)}, and your own columns."
    raise _Unreadable(f"there is nothing called “{text}” to look at; {hint}", cell)


def _check_kinds(fields: tuple[str, ...], operator: Operator, cell: str) -> None:
    for name in fields:
        if name in NUMBER_CLUES and operator not in NUMBER_OPERATORS | BARE_OPERATORS:
            raise _Unreadable(f"“{name}” is a number; compare it with at least, at most, above or below.", cell)
        if name in TEXT_CLUES and operator in NUMBER_OPERATORS:
            raise _Unreadable(f"“{name}” is text; it cannot be {operator} something.", cell)


def _split(text: str) -> tuple[str, ...]:
    return tuple(part for part in (" ".join(part.split()) for part in text.split(";")) if part)
