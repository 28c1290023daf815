"""A column of relationships: words, codes with or without a legend, ticks under `Client?`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

import numpy as np

from planner.parsing.cell_values import Parsed, Problem, Unreadable, as_cells, each, error_problem
from planner.parsing.remarks.phrases import words_of
from planner.parsing.remarks.progress_in_remarks import chance_of_progress
from planner.parsing.remarks.remark_families import SENDS_WORK
from planner.parsing.remarks.remarks import said_in
from planner.parsing.scales import CROSSES, TICKS, crossed_out
from planner.parsing.standing.legends import Legend
from planner.parsing.standing.relationships import relationship_of
from planner.parsing.standing.stages import chance_of_stage, is_stage
from planner.parsing.standing.statuses import status_of
from planner.parsing.standing.titles import status_of_title
from planner.parsing.standing.words.standing_words import LEGAL_FORMS, patterns
from planner.vocabulary import Relationship, Severity

YES = frozenset({"yes", "y", "true", "1", "1.0", "x", "ja", "j", "oui", "o", "si", "s", "sí", *TICKS})
NO = frozenset({"no", "n", "false", "0", "0.0", "nein", "non", "nee", *CROSSES})
NOBODY = frozenset(
    patterns(
        """other, others, misc, unknown, supplier, suppliers, vendor, vendors, staff, none, na, sonstige, sonstiges,
        andere, lieferant, autre, autres, fournisseur, otro, otros, proveedor, overig, overige, leverancier"""
    )
)
"""Words of codes that are nobody to win or to keep."""
INTRODUCERS = frozenset(
    patterns(
        """accountant, accountants, bank manager, banker, bankers, ifa, ifas, financial adviser, financial advisers,
        financial advisor, wealth manager, solicitor, solicitors, lawyer, lawyers, attorney, cpa, mortgage broker,
        insurance broker, estate agent, estate agents, steuerberater, steuerberaterin, notar, notarin, hausbank,
        expert comptable, notaire, banquier, gestor, gestoria, notario, boekhouder, accountantskantoor, notaris,
        bankier"""
    )
)
"""Professions that, where others are called clients or prospects, are of people who send work."""
CODES: Final[Mapping[str, Relationship]] = MappingProxyType(
    {
        "c": Relationship.CLIENT, "cl": Relationship.CLIENT, "cust": Relationship.CLIENT, "k": Relationship.CLIENT,
        "p": Relationship.PROSPECT, "pr": Relationship.PROSPECT, "t": Relationship.PROSPECT,
        "tgt": Relationship.PROSPECT, "l": Relationship.PROSPECT, "i": Relationship.PROSPECT,
        "int": Relationship.PROSPECT, "n": Relationship.PROSPECT, "nb": Relationship.PROSPECT,
        "x": Relationship.PAST_CLIENT, "ex": Relationship.PAST_CLIENT, "pc": Relationship.PAST_CLIENT,
        "fc": Relationship.PAST_CLIENT, "f": Relationship.PAST_CLIENT, "xc": Relationship.PAST_CLIENT,
        "r": Relationship.REFERRAL_SOURCE, "rs": Relationship.REFERRAL_SOURCE, "ref": Relationship.REFERRAL_SOURCE,
        "rp": Relationship.REFERRAL_SOURCE, "s": Relationship.REFERRAL_SOURCE, "m": Relationship.CLIENT,
    }
)  # fmt: skip
"""Codes as they are used where no legend says otherwise. Letters with several meanings are left to the column."""
EXISTING_OR_NEW: Final[Mapping[str, Relationship]] = MappingProxyType(
    {"e": Relationship.CLIENT, "n": Relationship.PROSPECT}
)
_EXISTING_OR_NEW = re.compile(
    r"(?:e|exist(?:ing)?)\.?\s*(?:/|or|\|)\s*(?:n|new)\b|(?:n|new)\s*(?:/|or|\|)\s*e(?:xist(?:ing)?)?\b", re.IGNORECASE
)
"""A header that says which two letters stand under it (`E / N`)."""
LONGEST_CODE, LEAST_WORD = 4, 2
_UNSURE = re.compile(r"[\s?!.()\[\]]+$")


def relationship_codes(values: Sequence[str], header: str = "") -> Mapping[str, Relationship]:
    """What the short codes of a column mean where nothing explains them, by code in lower case.

    `{}` unless every value is a code (`C`, `T`, `P?`) or a word for a relationship, there are at least two codes, and
    one of them is a client's or the header says that it is about clients.
    """
    codes = {_code(value) for value in values if _code(value) and not _is_word(value)}
    known = {**{code: CODES[code] for code in codes if code in CODES}, **_by_company(codes)}
    if _EXISTING_OR_NEW.match(header.strip()) and codes <= EXISTING_OR_NEW.keys():
        return {code: EXISTING_OR_NEW[code] for code in codes}
    about = {word[:1] for word in words_of(header)} & {"c", "k", "m"}
    if known.keys() != codes or not codes or (len(codes) < 2 and not about):
        return {}
    return known if Relationship.CLIENT in known.values() or about else {}


def sends_work(text: str) -> bool:
    """Whether a text is the profession of people who send work (`Bank manager`)."""
    return " ".join(words_of(text)) in INTRODUCERS


def _is_word(value: str) -> bool:
    """Whether a value says in a word what an account is (`former`)."""
    return len(_code(value)) > LONGEST_CODE and relationship_of(value) is not None


def _tells(value: str) -> bool:
    """Whether a value among ticks says in a word, however short, what an account is (`was`)."""
    code = _code(value)
    return len(code) > LEAST_WORD and code not in YES | NO and relationship_of(value) is not None


def _by_company(codes: set[str]) -> Mapping[str, Relationship]:
    """Letters that mean one thing or the other by what stands beside them: `A` is active, or ancien beside `C`."""
    found: dict[str, Relationship] = {}
    if "a" in codes:
        found["a"] = Relationship.PAST_CLIENT if codes & {"c", "k", "m", "cl"} else Relationship.CLIENT
    if "i" in codes and found.get("a") is Relationship.CLIENT and "p" in codes:
        found["i"] = Relationship.PAST_CLIENT
    return found


def _told_by_the_others(
    texts: Sequence[str], codes: Mapping[str, Relationship | None], legend: Legend
) -> Mapping[str, Relationship]:
    """What codes are whose meanings call nobody a client or a prospect, where a legend explains every code of a column.

    Who is still talked to is a prospect. Who lists prospects, leavers and introducers beside kinds of mandates means
    clients by those, where no other code is that of clients.
    """
    used = {_code(text) for text in texts if _code(text)}
    kinds = {codes.get(code) for code in used} - {None}
    others = kinds - {Relationship.CLIENT}
    if not used <= legend.keys() or len(others) < 2:
        return {}
    silent = [code for code in used if codes.get(code) is None]
    talked_to = {code: Relationship.PROSPECT for code in silent if any(map(_in_a_sale, legend[code]))}
    if Relationship.CLIENT in kinds:
        return talked_to
    clients = (
        code
        for code in silent
        if not any(status_of(text).said or NOBODY & set(words_of(text)) for text in legend[code])
    )
    return {**dict.fromkeys(clients, Relationship.CLIENT), **talked_to}


def _in_a_sale(text: str) -> bool:
    """Whether a text is a stage before a sale."""
    return is_stage(text) and 0.0 < chance_of_stage(text) < 1.0


def _explained(meanings: Sequence[str]) -> Relationship | None:
    """What the meanings of a code say of the relationship, as titles over accounts do, or that they send work."""
    said = next(filter(None, (status_of_title(one).relationship for one in meanings)), None)
    return said or (Relationship.REFERRAL_SOURCE if any(map(_sends_us_work, meanings)) else None)


def _sends_us_work(text: str) -> bool:
    return any(one.family is SENDS_WORK and not one.negated for one in said_in(text))


def _otherwise(code: str, legend: Legend | None) -> bool:
    """Whether a key says that a code means something else than what such codes usually mean (`P = permanent`)."""
    meanings = (legend or {}).get(code, ())
    return bool(meanings) and not any(relationship_of(one) or status_of(one).said for one in meanings)


def _code(value: str) -> str:
    return _UNSURE.sub("", value.strip().lower())


def parse_relationships(values: Sequence[Any], header: str = "", legend: Legend | None = None) -> Parsed:
    """A column of relationships; `""` where nothing is said.

    Args:
        header: of the column, which says what a tick in it means (`Client?`, `Prospect?`).
        legend: what codes mean, by code in lower case, where the sheet explains them.
    """
    texts = list(as_cells(values).texts)
    explained = {code: _explained(meanings) for code, meanings in (legend or {}).items()}
    telling = {code for code in explained if any(status_of(meaning).said for meaning in (legend or {})[code])}
    codes: dict[str, Relationship | None] = {
        **explained,
        **{code: kind for code, kind in relationship_codes(texts, header).items() if not _otherwise(code, legend)},
        **{code: explained[code] for code in telling},
    }
    codes |= _told_by_the_others(texts, codes, legend or {})
    introduced = bool({Relationship.CLIENT, Relationship.PROSPECT} & set(map(relationship_of, texts)))
    ticked, crossed = ticked_meanings(values, header), crossed_out(values)

    def one(cell: Any) -> str:
        if ticked is not None and not _tells(str(cell)):
            return str(ticked[_is_yes(cell) and not (crossed and str(cell).strip().lower() == "x")])
        text = str(cell).strip()
        if _code(text) in codes:
            return str(codes[_code(text)] or "")
        kind = relationship_of(text) or (Relationship.REFERRAL_SOURCE if introduced and sends_work(text) else None)
        said = kind is not None or status_of(text).said or is_stage(text) or chance_of_progress(text) is not None
        if not said and " ".join(words_of(text)) not in LEGAL_FORMS:
            raise Unreadable(text)
        return str(kind or "")

    kinds, unreadable, errors = each(values, one, "")
    problems = list(error_problem(errors))
    if unreadable:
        problems.append(
            Problem(
                "relationship-unreadable", Severity.WARNING, tuple(unreadable),
                "“{value}” in {header} is none of client, prospect, past client or referral source, so it says nothing "
                "of the relationship.",
                "Write one of the four.",
            )
        )  # fmt: skip
    found = np.empty(len(values), dtype=object)
    found[:] = kinds
    return Parsed(found, tuple(problems))


def ticked_meanings(values: Sequence[Any], header: str) -> Mapping[bool, Relationship | str] | None:
    """What a tick and its absence mean, where a column holds nothing but ticks, yes and no; else None.

    Words for what an account is may stand among them (`Yes`, `No`, `Former`). An empty cell is left open: something
    else on the row may say more.
    """
    different = (str(value).strip().lower() for value in as_cells(values).distinct if value is not None)
    filled = {text for text in different if text and not _tells(text)}
    if not filled or not filled <= YES | NO | {"-", "–"} or not filled & YES:
        return None
    kind = relationship_of(header) or Relationship.CLIENT
    if kind is Relationship.CLIENT:
        return {True: kind, False: Relationship.PROSPECT}
    if kind is Relationship.PROSPECT:
        return {True: kind, False: Relationship.CLIENT}
    return {True: kind, False: ""}


def _is_yes(cell: Any) -> bool:
    return cell is True or str(cell).strip().lower() in YES
