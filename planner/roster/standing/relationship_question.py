"""Whether the accounts whose relationship nothing says are clients, prospects, or both: asked, assumed, and told.

Until somebody answers, a list that states fees and nothing of a pipeline is taken for a list of clients. Everybody else
stays blank, which the plan takes for a prospect (`planner.valuation.facts`). An answer holds for the accounts that say
nothing themselves.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.arrays import Texts
from planner.detection.columns.scores.fee_words import EXPECTED, IF_ANY, OFFERS, OURS
from planner.detection.headers.field_words import meanings_of
from planner.detection.headers.header_words import header_words
from planner.fields import Field
from planner.parsing.remarks.remark_families import FREE_WORK
from planner.parsing.standing.relationships import relationship_of
from planner.parsing.standing.titles import status_of_title
from planner.parsing.word_lists import words
from planner.records.issues import Issue
from planner.records.question import ChoiceOption, Question, answer_to, question_code
from planner.roster.roster import Roster
from planner.roster.sources import marked
from planner.text import count, listed
from planner.vocabulary import Grain, Origin, Relationship, Severity

BOTH: Final = "both"
CODE: Final = str(Field.RELATIONSHIP)
FEW: Final = 3
"""Fewer accounts than this are named in a note, and not asked about, unless they are a tenth of the list."""
SHARE: Final = 0.1
SHOWN: Final = 5
MOSTLY, SURELY = 0.5, 0.7
MOST_TITLES: Final = 8
"""Of more titles than this each is not asked about."""
PIPELINE: Final = (Field.PROBABILITY, Field.STAGE, Field.EXPECTED_DATE, Field.RELATIONSHIP)
"""Fields of a list that holds others than clients."""
RENEWED: Final = words(
    "renewal renewals renews renew ends end expiry expires term verlangerung renouvellement renovacion"
)
"""Words of headers of days on which what runs is renewed."""
ASKED: Final = words(
    """reply replied replies emailed outreach bounced dm dmed antwort geantwortet angeschrieben reponse repondu relance
    relances respuesta respondio contestado contactado antwoord gereageerd aangeschreven
    warmth knows prize target targets pitch pitched likelihood odds chance chances chancen kans kansen aussicht
    aussichten posibilidades probabilidad probabilidades wahrscheinlichkeit probabilite probabilita probabilidade"""
)
"""Words of headers of lists of those who were written to, or are to be won."""
PAYS: Final = words("paid pays unpaid bezahlt paye payee pagado pagada betaald pagato pago")
"""Words of headers of lists that say who has paid."""
APART: Final = 0.25
"""Where the rows with a fee or a chance alone are more than this share of the list, the two are of different things."""
WARM: Final = 0.3
"""A list that calls more accounts than this share of them hot, warm or cold holds prospects."""
CHOICES: Final = (
    ChoiceOption(Relationship.CLIENT, "Clients"),
    ChoiceOption(Relationship.PROSPECT, "Prospects"),
    ChoiceOption(BOTH, "Both: who pays a fee and has no chance beside it is a client"),
    ChoiceOption(Relationship.PAST_CLIENT, "Past clients"),
    ChoiceOption(Relationship.REFERRAL_SOURCE, "People who refer others"),
)


def with_relationship_told(roster: Roster, answers: Mapping[str, str]) -> Roster:
    """The roster with the question on its relationships, or the note, where some are not said; and the answer obeyed.

    Args:
        answers: values by the code of their question.
    """
    open_to = np.asarray(roster.text(Field.RELATIONSHIP) == "", dtype=np.bool_)
    number = int(open_to.sum())
    if not number:
        return roster
    if roster.source.grain is Grain.OPPORTUNITY or (number < FEW and number < SHARE * roster.size):
        return dataclasses.replace(roster, issues=(*roster.issues, _note(roster, open_to)))
    groups = _asked_about(roster, open_to)
    for title in reversed(groups):  # the first title's question is to come first
        roster = _with_answer(roster, groups[title], _question(roster, groups[title], title), answers)
    return roster


def _with_answer(roster: Roster, open_to: NDArray[np.bool_], question: Question, answers: Mapping[str, str]) -> Roster:
    """The roster with a question on some accounts, and its answer obeyed."""
    roster = dataclasses.replace(roster, questions=(question, *roster.questions))
    said = answer_to(question, answers)
    if said is None:
        likely = question.default == Relationship.CLIENT
        # who may be won or not is none yet, nor is who pays nothing among those who pay
        doubtful = np.isfinite(roster.number(Field.PROBABILITY)) & ~_pays_whatever_chance(roster)
        unsaid = open_to & ~doubtful & ~_pays_nothing(roster)
        return _filled(roster, unsaid, question.default, Origin.ASSUMED) if likely else roster
    if said != BOTH:
        return _filled(roster, open_to, said, Origin.TOLD)
    pays = open_to & _pays(roster)
    clients = _filled(roster, pays, str(Relationship.CLIENT), Origin.TOLD)
    return _filled(clients, open_to & ~pays, str(Relationship.PROSPECT), Origin.TOLD)


def _asked_about(roster: Roster, open_to: NDArray[np.bool_]) -> dict[str, NDArray[np.bool_]]:
    """(n,) accounts to ask about together, by the title that they stand under, `""` for all in one question.

    Titles part accounts by what they are where one of them was understood, or where some are over chances and others
    are not; other titles (`Councils`, `Leeds`) name something else.
    """
    over = np.array([roster.titles.get(i, "") for i in range(roster.size)], dtype=object)
    titles = list(dict.fromkeys(over[open_to].tolist()))
    if len(titles) > MOST_TITLES or not (_known_title(set(over.tolist())) or _parts_chances(roster, over, titles)):
        return {"": open_to}
    return {title: open_to & (over == title) for title in titles}


def _known_title(titles: set[str]) -> bool:
    said = (status_of_title(title) for title in titles if title)
    return any(one.relationship is not None or one.state is not None for one in said)


def _parts_chances(roster: Roster, over: Texts, titles: Sequence[str]) -> bool:
    """Whether some of several titles are over accounts with chances, and others over accounts with none."""
    chances = np.isfinite(roster.number(Field.PROBABILITY))
    shares = [float(chances[over == title].mean()) for title in titles if title]
    return len(shares) > 1 and max(shares) > MOSTLY and min(shares) == 0.0


def _likely(roster: Roster) -> Relationship:
    """What the accounts of a list are most likely, by its columns and the header of its names."""
    mapping = roster.source.mapping
    headers = [match.header for match in mapping.values()]
    warmth = np.isfinite(roster.number(Field.PROBABILITY)).mean()
    if any(PAYS & set(header_words(text)) for text in roster.other):
        return Relationship.CLIENT  # a day beside what is paid is that of the work
    to_win = [name for name in PIPELINE if name in mapping and not RENEWED & set(header_words(mapping[name].header))]
    if _pays_whatever_chance(roster).any():
        return Relationship.CLIENT
    if to_win or warmth > WARM:
        return Relationship.PROSPECT
    if any(ASKED & set(header_words(text)) for text in (*headers, *roster.other)):
        return Relationship.PROSPECT
    header = mapping[Field.ACCOUNT].header if Field.ACCOUNT in mapping else ""
    fee = mapping[Field.ANNUAL_FEE].header if Field.ANNUAL_FEE in mapping else ""
    if relationship_of(header) is Relationship.PROSPECT or not fee or OFFERS & set(header_words(fee)):
        return Relationship.PROSPECT
    return Relationship.CLIENT


def _pays_whatever_chance(roster: Roster) -> NDArray[np.bool_]:
    """(n,) accounts with a fee, in a list where the chance is not that of the fee: nobody at all in another.

    Where some of whom nothing is said have a fee and no chance, and others a chance and no fee, under a header of fees
    that does not call them expected, the fee is what is paid and the chance that of the next work.
    """
    mapping = roster.source.mapping
    fee, chance = roster.number(Field.ANNUAL_FEE) > 0, np.isfinite(roster.number(Field.PROBABILITY))
    nobody = np.zeros(roster.size, dtype=np.bool_)
    if (
        Field.ANNUAL_FEE not in mapping
        or Field.PROBABILITY not in mapping
        or {Field.STAGE, Field.DEAL} & mapping.keys()
    ):
        return nobody
    said = set(header_words(mapping[Field.ANNUAL_FEE].header))
    of_the_firm = bool(said & OURS) and not said & (EXPECTED | IF_ANY)
    relationship = roster.text(Field.RELATIONSHIP)
    paid = fee & ~chance & (relationship == "")
    hoped = chance & ~fee & np.isin(relationship, ("", str(Relationship.PROSPECT)))
    least = APART * (paid | hoped | (relationship == "")).sum()
    apart = bool(paid.any() and hoped.any() and paid.sum() + hoped.sum() > least)
    return fee if of_the_firm and apart else nobody


def _pays_nothing(roster: Roster) -> NDArray[np.bool_]:
    """(n,) accounts with a fee of 0, or with none where all clients have one, or none who pays has their status; not
    those worked for for free."""
    free = {clue.account for clue in roster.remarks if clue.family == FREE_WORK.name and not clue.negated}
    fee = roster.number(Field.ANNUAL_FEE)
    nothing = np.asarray(fee == 0, dtype=np.bool_)
    if _clients_all_pay(roster):
        nothing |= np.isnan(fee)
    nothing |= np.isnan(fee) & _of_those_to_win(roster)
    nothing[sorted(free)] = False
    return nothing


def _of_those_to_win(roster: Roster) -> NDArray[np.bool_]:
    """(n,) accounts with a status that none with a fee has (`wants to hear more`), in a list most of which pays."""
    pays = np.asarray(roster.number(Field.ANNUAL_FEE) > 0, dtype=np.bool_)
    found = np.zeros(roster.size, dtype=np.bool_)
    if pays.mean() <= MOSTLY:
        return found
    kept = (texts for header, texts in roster.other.items() if _says_status(header))
    for texts in (roster.text(Field.STATUS), *kept):
        status = np.array([text.lower() for text in texts.tolist()], dtype=object)
        found |= np.asarray((status != "") & ~np.isin(status, list(set(status[pays].tolist()))), dtype=np.bool_)
    return found


def _says_status(header: str) -> bool:
    return meanings_of(header_words(header)).get(Field.STATUS, 0.0) >= SURELY


def _clients_all_pay(roster: Roster) -> bool:
    """Whether every account that the list calls a client has a fee, and there are a few."""
    clients = roster.text(Field.RELATIONSHIP) == str(Relationship.CLIENT)
    return int(clients.sum()) >= FEW and bool(np.all(roster.number(Field.ANNUAL_FEE)[clients] > 0))


def _pays(roster: Roster) -> NDArray[np.bool_]:
    """(n,) accounts with a fee and without a chance or date of their own."""
    chance, date = roster.number(Field.PROBABILITY), roster.date(Field.EXPECTED_DATE)
    return np.asarray((roster.number(Field.ANNUAL_FEE) > 0) & np.isnan(chance) & np.isnat(date), dtype=np.bool_)


def _question(roster: Roster, open_to: NDArray[np.bool_], title: str) -> Question:
    """The question, and what is most likely: prospects where none of those it is about pays anything."""
    number = int(open_to.sum())
    titles = list(dict.fromkeys(roster.titles[i] for i in np.flatnonzero(open_to).tolist() if i in roster.titles))
    if title:
        names = roster.names[open_to].tolist()
        more = [f"{len(names) - SHOWN:,} more"] if len(names) > SHOWN else []
        text = f"What are those under “{title}” to you: {listed([*names[:SHOWN], *more])}?"
    elif number == roster.size and titles:
        shown = listed([f"“{one}”" for one in titles[:SHOWN]])
        text = f"Are these your clients, prospects, or both? Titles such as {shown} do not say so."
    elif number == roster.size:
        text = "Are these your clients, prospects, or both? Nothing in the list says so."
    else:
        say = "does not say what it is" if number == 1 else "do not say what they are"
        text = f"{count(number, 'account')} of {roster.size:,} {say} to you. Clients, or prospects?"
    return Question(
        question_code(CODE, title), Field.RELATIONSHIP, sheet=roster.source.sheet, text=text, choices=CHOICES,
        default=str(Relationship.PROSPECT if _pays_nothing(roster)[open_to].all() else _likely(roster)),
    )  # fmt: skip


def _filled(roster: Roster, open_to: NDArray[np.bool_], said: str, origin: Origin) -> Roster:
    if not open_to.any():
        return roster
    column = roster.text(Field.RELATIONSHIP).copy()
    column[open_to] = said
    sources = marked(roster, Field.RELATIONSHIP, np.flatnonzero(open_to).tolist(), origin)
    return dataclasses.replace(roster, columns={**roster.columns, Field.RELATIONSHIP: column}, sources=sources)


def _note(roster: Roster, open_to: NDArray[np.bool_]) -> Issue:
    names = roster.names[open_to].tolist()
    more = [f"{len(names) - SHOWN:,} more"] if len(names) > SHOWN else []
    sheet, cell = roster.place(Field.ACCOUNT, int(np.flatnonzero(open_to)[0]))
    why = "nothing but open or lost deals" if roster.deals is not None else "no relationship"
    return Issue(
        "relationship-assumed", Severity.NOTE,
        f"{listed([*names[:SHOWN], *more])} {'has' if len(names) == 1 else 'have'} {why}; "
        f"{'it was' if len(names) == 1 else 'they were'} taken for {'a prospect' if len(names) == 1 else 'prospects'}.",
        "Say what it is to you in a column, or under “relationship” on the Overrides sheet.", sheet, cell,
    )  # fmt: skip
