"""Accounts that get no hours: those that the list itself ends until somebody says otherwise, and those left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from planner.fields import Field
from planner.parsing.text_cells import read_yes_no
from planner.roster.roster import Roster

BY_HAND: Final = "you left it out"


def accounts_left_out(roster: Roster) -> Mapping[int, str]:
    """Why accounts are left out, by position: the list's own words, or that the user did."""
    if not roster.has(Field.LEAVE_OUT):
        return roster.left_out
    found = dict(roster.left_out)
    for account, said in enumerate(roster.text(Field.LEAVE_OUT).tolist()):
        if read_yes_no(said) is False:
            found.pop(account, None)
        elif read_yes_no(said):
            found[account] = found.get(account, BY_HAND)
    return found
