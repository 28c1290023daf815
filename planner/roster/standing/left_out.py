"""Accounts that get no hours: those that the list itself ends until somebody says otherwise, and those left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from planner.arrays import Texts, same_text
from planner.fields import Field
from planner.parsing.dates.not_before import says_to_wait
from planner.parsing.standing.statuses import status_of
from planner.parsing.standing.words.status_words import ENDING
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
        elif said:
            found[account] = found.get(account, BY_HAND) if read_yes_no(said) else said
    return found


def leave_out_texts(roster: Roster) -> Texts:
    """(n,) what a column *Leave out* has to say so that the list, written and read again, leaves out the same accounts.

    The reason where an account is left out; "no" where a status, a remark or a lost deal that goes with it would end
    it; else `""`, as of those for which nothing is to be done yet: their remark says until when.
    """
    reasons = accounts_left_out(roster)
    remarked = {clue.account for clue in roster.remarks if clue.leave_out}
    if roster.deals is not None:
        remarked |= set(roster.deals.account[roster.deals.state == "lost"].tolist())
    waiting = {i: words for i, words in roster.left_out.items() if says_to_wait(words, step=True)}
    words = [roster.text(name) for name in (Field.STATUS, Field.STAGE)]
    texts = same_text(roster.size, "")
    for i in range(roster.size):
        if i in reasons:
            texts[i] = "" if reasons[i] == waiting.get(i) else reasons[i]
        elif i in waiting or i in remarked or any(status_of(column[i]).state in ENDING for column in words):
            texts[i] = "no"
    return texts
