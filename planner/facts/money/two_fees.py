"""Two columns of fees made one: what was billed counts for a client, what is expected for everybody else.

Each fills the other's gaps. A bill of 0 says nothing where more is expected, nor of who is no client; where every
prospect has a 0, the column is one of bills, whatever it is called. A fee in brackets is one in doubt, where each
account has but one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from planner.arrays import Mask, Numbers, Texts
from planner.parsing.cell_values import Problem, as_cells
from planner.vocabulary import Relationship, Severity

LEAST_IDLE = 3
"""So many prospects, all of them with a fee of 0 beside clients who pay one, have not been billed yet."""
NEARLY_ALL = 0.7
"""Where more clients than this share have an expected fee, it is what they pay, and the past only fills gaps."""


def expected_of_clients(expected: Numbers, relationship: Texts) -> bool:
    """Whether nearly every client has an amount that is expected of it; arrays as in `combined_fees`."""
    client = relationship == str(Relationship.CLIENT)
    return bool(client.any() and np.mean(~np.isnan(expected[client])) > NEARLY_ALL)


def combined_fees(billed: Numbers, expected: Numbers, relationship: Texts, forecast: bool = False) -> Numbers:
    """(n,) fee a year of each account.

    Args:
        billed, expected: (n,) money a year, NaN where missing.  relationship: (n,) values of `Relationship` or `""`.
        forecast: whether what is expected holds for clients too.
    """
    client = relationship == str(Relationship.CLIENT)
    if forecast:  # a year in which nothing is expected of a prospect says nothing of what it would pay
        return without_idle_years(
            np.where(np.isnan(expected) | (~client & (expected == 0)), billed, expected), relationship
        )
    said = ~np.isnan(billed) & ((billed != 0) | np.isnan(expected))
    first = np.where(client & said, billed, expected)
    return np.where(np.isnan(first), np.where(client, expected, without_idle_years(billed, relationship)), first)


def without_idle_years(billed: Numbers, relationship: Texts) -> Numbers:
    """(n,) billed money a year; a bill of 0 to whoever is no client says nothing of what they would pay.

    Args:
        billed: (n,) money a year, NaN where missing.  relationship: (n,) values of `Relationship` or `""`.
    """
    return np.where((relationship != str(Relationship.CLIENT)) & (billed == 0), np.nan, billed)


def only_bills(fees: Numbers, relationship: Texts) -> bool:
    """Whether a column of fees holds what was billed: clients have some of it, and every prospect has 0.

    Args:
        fees: (n,) money a year, NaN where missing.  relationship: (n,) values of `Relationship` or `""`.
    """
    hopes = fees[relationship == str(Relationship.PROSPECT)]
    paid = np.any(fees[relationship == str(Relationship.CLIENT)] > 0)
    return bool(paid) and int(np.sum(hopes == 0)) >= LEAST_IDLE and not np.any(hopes > 0)


def fees_told(first: str, second: str, at: tuple[int, ...], *, both_of_one_kind: bool) -> Problem:
    """A note that says which of two columns, called after their headers, counts where.

    Args:
        both_of_one_kind: whether the second only fills the gaps of the first, and is not of those who are no clients.
    """
    what = (
        f"“{first}” was taken as the annual fee; where it is empty “{second}” counts."
        if both_of_one_kind
        else f"“{first}” was taken as the annual fee of clients and “{second}” as that of the others; "
        "where one is empty the other counts."
    )
    return Problem(
        "two-fees", Severity.NOTE, at, what,
        "Map annual_fee to one of them if that is wrong.", grouped=True,
    )  # fmt: skip


def third_told(gaps: Mask, both: bool = False) -> Problem:
    """A note that a further column of fees counts in some rows, where the others say none.

    Args:
        gaps: (n,) those rows.  both: whether it stands beside the others in further rows.
    """
    added = " Where both stand, it was not added." if both else ""
    return Problem(
        "third-fee", Severity.NOTE, tuple(np.flatnonzero(gaps).tolist()),
        f"{{header}} was taken as the annual fee where the other columns of fees are empty.{added}",
        "Map annual_fee to one column if that is wrong.", grouped=True,
    )  # fmt: skip


def out_of_brackets(cells: Sequence[Any], fees: Numbers, names: Texts) -> tuple[Numbers, tuple[Problem, ...]]:
    """(n,) fees with those in brackets above 0, and a note on them; as they are where accounts have several rows.

    Where they have, as in lists of invoices, an amount in brackets is one that was paid back.
    """
    bracketed = {text for text in as_cells(cells).texts if text.lstrip()[:1] == "("}
    at = [i for i, cell in enumerate(cells) if cell in bracketed and fees[i] < 0] if bracketed else []
    if not at or len(set(names.tolist())) < len(names):
        return fees, ()
    read = fees.copy()
    read[at] = -fees[at]
    told = Problem(
        "fee-in-brackets", Severity.WARNING, tuple(at),
        "“{value}” under {header} stands in brackets; it was read as a fee in doubt, not as less than nothing.",
        "Write it without brackets, and the chance beside it.", grouped=True,
    )  # fmt: skip
    return read, (told,)
