"""The legal form of each account, where a list has a column of such that is no field (`Entity`: Company, Trust)."""

from __future__ import annotations

from typing import Final

from planner.arrays import Texts, same_text
from planner.fields import Field
from planner.parsing.remarks.phrases import words_of
from planner.parsing.standing.words.standing_words import LEGAL_FORMS, patterns
from planner.roster.roster import Roster

FORMS: Final = frozenset(LEGAL_FORMS) | frozenset(
    patterns(
        """company, private company, public company, pty ltd, private limited, pvt ltd, proprietary, proprietary
        limited,
        individuals, couple, smsf, super fund, unit trust, discretionary trust, trading trust, deceased estate, close
        corporation, cc, npc, npo, association, incorporated association, unincorporated association, charity,
        registered
        charity, charitable trust, charitable company, cic, cio, clg, company limited by guarantee, club, society,
        cooperative society, co operative, not for profit, nonprofit, non profit, school, church, section 8
        company, huf,
        proprietorship, proprietor, firm"""
    )
)
MOSTLY: Final = 0.8
LEAST: Final = 3
MOST: Final = 100
"""A column of more different texts holds something else."""


def legal_forms(roster: Roster) -> Texts:
    """(n,) the legal form in the column that holds little else, `""` where there is none."""
    columns = [*roster.other.values(), roster.text(Field.TYPE)]
    for texts in columns:
        filled = texts[texts != ""]
        different = set(filled)
        if len(filled) < LEAST or len(different) > MOST:
            continue
        known = {text for text in different if " ".join(words_of(text)) in FORMS}
        if len(known) > 1 and sum(text in known for text in filled) >= MOSTLY * len(filled):
            return texts
    return same_text(roster.size, "")
