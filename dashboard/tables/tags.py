"""Rows and columns of the Tags grid: how strongly each account is good in each of the five ways, and who says so.

In a row the key of a good is a strength in per cent, 0 for no, None for not known; `<good>_says` is the authority
("rule", "rating", "override" or "") and `<good>_why` the reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from dashboard.components.words import GOOD_TITLE
from planner.fields import Field
from planner.goods import GOODS
from planner.vocabulary import Authority, Relationship

if TYPE_CHECKING:
    from planner.result import Plan

Row = dict[str, Any]
RATINGS: Final = {
    "5 · as much as can be": 5.0,
    "4 · a lot": 4.0,
    "3 · clearly": 3.0,
    "2 · somewhat": 2.0,
    "1 · a little": 1.0,
    "0 · no": 0.0,
}
AS_FOUND: Final = "As the list says"
"""Takes a change by hand back."""


def tag_rows(plan: Plan) -> list[Row]:
    """One row an account."""
    strength, reason, authority = plan.tags.strength, plan.tags.reason, plan.tags.authority
    industries = plan.roster.text(Field.INDUSTRY)
    rows = []
    for at, name in enumerate(plan.roster.names):
        kind = Relationship(plan.facts.relationship[at]).capitalize()
        row: Row = {"id": str(at), "account": str(name), "sub": " · ".join(filter(None, [kind, str(industries[at])]))}
        for column, good in enumerate(GOODS):
            value = strength[at, column]
            says = Authority(authority[at, column])
            row[good] = None if np.isnan(value) else round(100 * float(value))
            row[f"{good}_says"] = "" if says is Authority.NOBODY else str(says)
            row[f"{good}_why"] = str(reason[at, column])
        rows.append(row)
    return rows


def tag_columns() -> list[dict[str, Any]]:
    """The account and one column a good, edited in place by a drop-down."""
    return [
        {
            "field": "account",
            "headerName": "Account",
            "cellRenderer": "AccountCell",
            "flex": 2,
            "minWidth": 130,
            "filter": "agTextColumnFilter",
        },
        *(
            {
                "field": str(good),
                "headerName": GOOD_TITLE[good].replace("Good for you, ", "").capitalize(),
                "headerTooltip": GOOD_TITLE[good],
                "cellRenderer": "StrengthCell",
                "flex": 1,
                "minWidth": 88,
                "wrapHeaderText": True,
                "editable": True,
                "cellDataType": False,
                "filter": "agNumberColumnFilter",
                "cellEditor": "agSelectCellEditor",
                "cellEditorParams": {"values": [*RATINGS, AS_FOUND]},
                "cellClass": f"good-{good}",
            }
            for good in GOODS
        ),
    ]


def rating_of(choice: object) -> float | None:
    """The rating that an editor's choice or a drop-down's value stands for; None takes it back.

    >>> rating_of("4 · a lot"), rating_of("As the list says"), rating_of("3")
    (4.0, None, 3.0)
    """
    text = str(choice)
    if text == AS_FOUND or not text[:1].isdigit():
        return None
    return RATINGS.get(text, float(text[0]))
