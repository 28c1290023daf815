"""What was understood of a client list, as published JSON (`client-portfolio-roster/2`)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from planner.arrays import Column
from planner.documents.jsonable import issue_items, question_items
from planner.fields import Field
from planner.parsing.lead_sources import introducer_of
from planner.parsing.text_cells import as_texts, to_text
from planner.records.question import Question
from planner.roster.roster import Roster
from planner.roster.sources import with_sources
from planner.roster.standing.left_out import accounts_left_out
from planner.sheets.overrides import SHEET as OVERRIDES_SHEET
from planner.sheets.overrides import read_overrides
from planner.vocabulary import CHECK_FORMAT

if TYPE_CHECKING:
    from planner.export.roster_document import RosterDocument, ToldItem


def check_json(roster: Roster, questions: Iterable[Question] | None = None) -> dict[str, Any]:
    """The client list in the format `client-portfolio-roster/2`; missing values are left out.

    Args:
        questions: what is open, most telling first; the questions of the reading where not given.
    """
    source, told = roster.source, roster.reconciliation
    document: RosterDocument = {
        "format": CHECK_FORMAT,
        "file": source.file,
        "sheet": source.sheet,
        "header_row": source.header_row,
        "grain": source.grain,
        "currency": source.currency,
        "mapping": {
            str(name): {
                "header": match.header,
                "column": match.column,
                "level": match.level,
                "confidence": round(match.confidence, 2),
            }
            for name, match in source.mapping.items()
        },
        "unmapped": list(source.unmapped),
        "skipped": [{"sheet": one.sheet, "row": one.row, "text": one.text, "why": one.why} for one in roster.skipped],
        "joined": list(source.joined),
        "reconciliation": told.sentence if told else "",
        "joins": list(told.joins) if told else [],
        "unjoined": list(told.unjoined) if told else [],
        "accounts": _accounts(with_sources(roster)),
        "left_out": {str(roster.names[at]): why for at, why in sorted(accounts_left_out(roster).items())},
        "duplicates": [
            {
                "accounts": list(one.accounts),
                "cells": list(one.cells),
                "score": round(one.score, 2),
                "evidence": one.evidence,
            }
            for one in roster.duplicates
        ],
        "questions": question_items(roster.questions if questions is None else questions),
        "answers": dict(roster.answers),
        "told": _told(roster),
        "issues": issue_items(roster.issues),
    }
    return cast("dict[str, Any]", document)


def _told(roster: Roster) -> list[ToldItem]:
    changes, _ = read_overrides(roster.sheets.get(OVERRIDES_SHEET))
    return [
        {
            "account": one.account,
            "field": str(one.field),
            "value": to_text(one.value),
            "why": one.why,
            "by": one.by,
            "day": one.day,
        }
        for one in changes
    ]


def _accounts(roster: Roster) -> list[dict[str, Any]]:
    accounts: list[dict[str, Any]] = [{} for _ in range(roster.size)]
    for name in Field:
        if name in roster.columns:
            _put(accounts, str(name), roster.columns[name])
    if Field.LEAD_SOURCE in roster.columns:
        texts = roster.columns[Field.LEAD_SOURCE].tolist()
        known = {text: introducer_of(text) for text in set(texts)}
        _put(accounts, "introduced_by", as_texts([known[text] for text in texts]))
    for criterion, ratings in roster.fit.items():
        _put(accounts, f"fit_{criterion}", ratings)
    for i, account in enumerate(accounts):
        account["sources"] = {
            str(name): str(origins[i]) for name, origins in roster.sources.items() if origins[i] != ""
        }
        account["other"] = {header: texts[i] for header, texts in roster.other.items() if texts[i]}
    return accounts


def _put(accounts: list[dict[str, Any]], key: str, column: Column) -> None:
    """Write a column into the accounts, what is missing left out."""
    if column.dtype == object:
        for account, text in zip(accounts, column, strict=True):
            if text != "":
                account[key] = text
        return
    is_date = np.issubdtype(column.dtype, np.datetime64)
    known = ~(np.isnat(column) if is_date else np.isnan(column))
    values = column.astype(str) if is_date else column.tolist()
    for i in np.flatnonzero(known):
        accounts[i][key] = str(values[i]) if is_date else values[i]
