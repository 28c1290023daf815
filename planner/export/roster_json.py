"""What was understood of a client list, as published JSON (`client-portfolio-roster/1`)."""

from __future__ import annotations

from typing import Any

import numpy as np

from planner.fields import Field
from planner.roster.roster import Column, Issue, Roster
from planner.vocabulary import CHECK_FORMAT


def check_json(roster: Roster) -> dict[str, Any]:
    """The client list in the format `client-portfolio-roster/1`; missing values are left out."""
    source, told = roster.source, roster.reconciliation
    return {
        "format": CHECK_FORMAT,
        "file": source.file,
        "sheet": source.sheet,
        "header_row": source.header_row,
        "grain": str(source.grain),
        "currency": source.currency,
        "mapping": {
            str(name): {"header": match.header, "column": match.column, "confidence": round(match.confidence, 2)}
            for name, match in source.mapping.items()
        },
        "unmapped": list(source.unmapped),
        "joined": list(source.joined),
        "reconciliation": told.sentence if told else "",
        "joins": list(told.joins) if told else [],
        "unjoined": list(told.unjoined) if told else [],
        "accounts": _accounts(roster),
        "duplicates": [
            {
                "accounts": list(one.accounts),
                "cells": list(one.cells),
                "score": round(one.score, 2),
                "evidence": one.evidence,
            }
            for one in roster.duplicates
        ],
        "issues": [issue_json(issue) for issue in roster.issues],
    }


def issue_json(issue: Issue) -> dict[str, str]:
    return {
        "code": issue.code,
        "severity": str(issue.severity),
        "sheet": issue.sheet,
        "cell": issue.cell,
        "value": issue.value,
        "message": issue.message,
        "fix": issue.fix,
    }


def _accounts(roster: Roster) -> list[dict[str, Any]]:
    accounts: list[dict[str, Any]] = [{} for _ in range(roster.size)]
    for name in Field:
        if name in roster.columns:
            _put(accounts, str(name), roster.columns[name])
    for criterion, ratings in roster.fit.items():
        _put(accounts, f"fit_{criterion}", ratings)
    for i, account in enumerate(accounts):
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
