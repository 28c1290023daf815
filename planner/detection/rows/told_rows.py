"""Rows that somebody took for accounts, or not, against what was found: obeyed by the text that stands in them.

An answer's code is `row:TEXT` with the text of the row's account, or what stands first in a row that was left out;
the same text is treated alike next month. Values are "account" and "left out".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np

from planner.detection.found_list import FoundList
from planner.detection.rows.body import Body
from planner.fields import Field
from planner.parsing.cell_values import Cells, is_missing
from planner.parsing.text_cells import to_text
from planner.records.findings import SkippedRow
from planner.records.question import ChoiceOption, Question

ROW: Final = "row"
ACCOUNT, LEFT_OUT = "account", "left out"
CHOICES: Final = (ChoiceOption(ACCOUNT, "An account"), ChoiceOption(LEFT_OUT, "No account; leave it out"))
WHY: Final = "you left it out"


def row_code(text: str) -> str:
    """Code of the question whether a row with this text is an account."""
    return f"{ROW}:{' '.join(text.split())}"


def with_told_rows(found: FoundList, answers: Mapping[str, str]) -> FoundList:
    """The list with the rows that answers take in or leave out.

    Args:
        answers: values by the code of their question.
    """
    told = {code: value for code, value in answers.items() if code.startswith(f"{ROW}:")}
    if not told:
        return found
    found, out = _left_out(found, told)
    found, taken = _taken_in(found, told)
    return replace(found, questions=(*found.questions, *(_question(code, told[code]) for code in (*out, *taken))))


def _question(code: str, value: str) -> Question:
    text = code.partition(":")[2]
    return Question(code, "", text=f"Is “{text}” an account?", choices=CHOICES, default=value)


def _left_out(found: FoundList, told: Mapping[str, str]) -> tuple[FoundList, list[str]]:
    names = found.body.columns[found.mapped.columns[Field.ACCOUNT]]
    codes = [row_code(to_text(name)) for name in names]
    out = [i for i, code in enumerate(codes) if told.get(code) == LEFT_OUT]
    if not out:
        return found, []
    sheet = found.table.sheet.name
    skipped = tuple(SkippedRow(int(found.body.rows[i]), to_text(names[i]).strip(), WHY, sheet) for i in out)
    kept = [i for i in range(len(names)) if i not in set(out)]
    body = found.body.at_rows(kept)
    return replace(found, body=body, skipped=_in_order((*found.skipped, *skipped))), [codes[i] for i in out]


def _taken_in(found: FoundList, told: Mapping[str, str]) -> tuple[FoundList, list[str]]:
    """The list with rows under its header that were left out and are accounts after all, in their places."""
    rows = [one for one in found.skipped if told.get(row_code(one.text)) == ACCOUNT and one.row > found.table.first]
    if not rows:
        return found, []
    numbers = {one.row for one in rows}
    account = found.mapped.columns[Field.ACCOUNT]
    cells = {one.row: _cells(found, one, account) for one in rows}
    columns = [[*column, *(cells[row][j] for row in sorted(numbers))] for j, column in enumerate(found.body.columns)]
    sections = (*found.body.sections, *(_section(found.body, row) for row in sorted(numbers)))
    at = np.concatenate((found.body.rows, np.array(sorted(numbers), dtype=np.intp)))
    longer = replace(found.body, columns=tuple(map(Cells, columns)), rows=at, sections=sections)
    issues = tuple(issue for issue in found.issues if not any(_of_row(issue.cell, row) for row in numbers))
    skipped = tuple(one for one in found.skipped if one.row not in numbers)
    body = longer.at_rows(np.argsort(at, kind="stable").tolist())
    return replace(found, body=body, issues=issues, skipped=skipped), [row_code(one.text) for one in rows]


def _cells(found: FoundList, row: SkippedRow, account: int) -> list[Any]:
    """The cells of a row; its text stands for the account where that column is empty."""
    whole = found.table.sheet.rows[row.row - 1]
    cells = ["" if j in found.table.outside or j >= len(whole) else whole[j] for j in range(len(found.body.columns))]
    if is_missing(cells[account]):
        cells[account] = row.text
    return cells


def _section(body: Body, row: int) -> str:
    """The section of the row above."""
    above = int(np.searchsorted(body.rows, row)) - 1
    return body.sections[above] if body.sections and above >= 0 else ""


def _of_row(cell: str, row: int) -> bool:
    return cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == str(row)


def _in_order(skipped: Sequence[SkippedRow]) -> tuple[SkippedRow, ...]:
    return tuple(sorted(skipped, key=lambda one: one.row))
