"""Single jobs on one sheet beside clients who pay every month on another: who stands there alone is a client too."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import numpy as np

from planner.arrays import Index, Mask, Texts
from planner.facts.values import Values
from planner.fields import Field
from planner.parsing.header_text import read_header
from planner.parsing.names import core_names
from planner.parsing.remarks.phrases import words_of
from planner.parsing.word_lists import words
from planner.records.issues import Issue
from planner.roster.grouping import total
from planner.roster.lists.sheet_lists import is_set_aside, is_staged
from planner.roster.lists.union import union
from planner.roster.updates import rows_at
from planner.text import listed
from planner.vocabulary import CLIENT_DAYS, Origin, Relationship, Severity

MOSTLY = 0.5
"""Of so many rows a list of jobs names the work."""
STEMS_OF_JOBS = words(
    "job project projekt auftr projet mission chantier proyecto encargo trabajo opdracht klus incaric progett"
)
"""What is found in words of sheets that are called after jobs (`Einzelaufträge`)."""
SHOWN = 5
DAYS = (Field.WON_ON, Field.CLOSED_ON, Field.CREATED_ON, Field.EXPECTED_DATE)
"""Days on which a job was given or done, whatever its column is taken for."""


def pays_every_month(values: Values) -> bool:
    """Whether each row is an account with a fee of every month or quarter, and none is still to be won."""
    once = len(set(values.plain_names)) == values.size
    return once and _fees_a_year(values) > 1.0 and not _names_jobs(values) and not _to_be_won(values)


def is_of_jobs(values: Values) -> bool:
    """Whether rows name single jobs that were given, each with its account and its price, and not what became of them:
    jobs with a status are deals of the clients."""
    return (
        values.state is None
        and Field.STATUS not in values.columns
        and _fees_a_year(values) == 1.0
        and _names_jobs(values)
        and not _to_be_won(values)
    )


def with_jobs_beside(main: Values, lists: Sequence[Values]) -> tuple[Values, tuple[Issue, ...]]:
    """The clients who pay every month with those who stand on sheets of single jobs alone, and a note on each sheet.

    Accounts are the same whatever their legal form; what the others paid for single jobs is not added to their fees.
    """
    told = []
    main = (
        _with_kinds(main, np.where(main.columns[Field.ANNUAL_FEE] > 0, str(Relationship.CLIENT), "")) if lists else main
    )
    for values in lists:
        known, cores = set(core_names(main.columns[Field.ACCOUNT])), core_names(values.columns[Field.ACCOUNT])
        first = {core: i for i, core in reversed(list(enumerate(cores))) if core not in known}
        alone = np.array(sorted(first.values()), dtype=np.intp)
        told.append(_told(values, [str(values.columns[Field.ACCOUNT][i]) for i in alone.tolist()]))
        if len(alone):
            main = union(main, rows_at(_as_clients(values, cores), alone))
    return main, tuple(told)


def _as_clients(values: Values, cores: Sequence[str]) -> Values:
    """A list of jobs, each with the money of all jobs of its account, which is a client where nothing else is said, and
    a past one where the last job is over a year old."""
    places = {core: at for at, core in enumerate(dict.fromkeys(cores))}
    of = np.array([places[core] for core in cores], dtype=np.intp)
    columns = {name: column for name, column in values.columns.items() if name not in {Field.DEAL, *DAYS}}
    columns[Field.ANNUAL_FEE] = total(of, len(places), values.columns[Field.ANNUAL_FEE])[of]
    kind = np.where(_is_old(values, of, len(places)), str(Relationship.PAST_CLIENT), str(Relationship.CLIENT))
    return _with_kinds(dataclasses.replace(values, columns=columns), kind)


def _with_kinds(values: Values, kinds: Texts) -> Values:
    """A list with (n,) relationships where nothing but the name of its sheet says them."""
    standing = values.standing
    if standing is None:
        return values
    unsaid = np.isin(standing.relationship, ("", str(Relationship.CLIENT))) & (standing.origin != str(Origin.READ))
    unsaid &= kinds != ""
    relationship: Texts = np.where(unsaid, kinds, standing.relationship).astype(object)
    origin: Texts = np.where(unsaid, str(Origin.WORKED_OUT), standing.origin).astype(object)
    standing = dataclasses.replace(standing, relationship=relationship, origin=origin)
    return dataclasses.replace(values, standing=standing)


def _is_old(values: Values, of: Index, size: int) -> Mask:
    """(n,) whether the last job of each row's account is over a year old."""
    last = np.full(size, np.datetime64("NaT"), dtype="datetime64[D]")
    for name in DAYS:
        days = values.columns.get(name)
        if days is not None:
            np.fmax.at(last, of, days.astype("datetime64[D]"))
    old = last < np.datetime64(values.today, "D") - CLIENT_DAYS
    return np.asarray(old[of], dtype=np.bool_)


def _fees_a_year(values: Values) -> float:
    """How often a year the fee under its header is paid; 0 without one."""
    match = values.found.mapped.matches.get(Field.ANNUAL_FEE)
    return read_header(match.header).per_year if match is not None else 0.0


def _names_jobs(values: Values) -> bool:
    """Whether most rows name the work in a column of its own, or the sheet is called after jobs."""
    matches, named = values.found.mapped.matches, values.columns.get(Field.DEAL)
    if named is None:
        said = words_of(values.found.table.sheet.name)
        return any(stem in word for word in said for stem in STEMS_OF_JOBS)
    apart = matches[Field.DEAL].column != matches[Field.ACCOUNT].column
    return apart and bool(np.count_nonzero(named != "") >= MOSTLY * values.size)


def _to_be_won(values: Values) -> bool:
    table, days = values.found.table, values.columns.get(Field.EXPECTED_DATE)
    ahead = days is not None and bool(np.any(days > np.datetime64(values.today, "D")))
    return ahead or not values.size or is_staged(values) or is_set_aside(table.sheet.name) or not table.sheet.visible


def _told(values: Values, names: Sequence[str]) -> Issue:
    sheet, many = values.found.table.sheet.name, len(names) > 1
    shown = listed([*names[:SHOWN], *([f"{len(names) - SHOWN:,} more"] if len(names) > SHOWN else [])])
    who = f"{shown} stand{'' if many else 's'} there alone and {'were' if many else 'was'} read too"
    return Issue(
        "jobs-beside", Severity.NOTE,
        f"On the sheet “{sheet}” stand single jobs; {who if names else 'all their accounts stand on the list too'}. "
        "What the others paid for jobs was not added to what they pay every month.",
        "Name the sheet that counts with --sheet to read it alone.", sheet,
    )  # fmt: skip
