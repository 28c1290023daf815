"""Deals and companies from two sheets or files → one list of accounts: joined by id, name or domain.

What does not join is kept and reported: a company without deals is an account, and so is a deal's account without
a company.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from planner.arrays import Column, Index, Texts, same_text
from planner.detection.columns.account_key import KEY_CODE
from planner.detection.columns.scores.fee_words import EXPECTED
from planner.detection.headers.header_words import header_words
from planner.facts.free_text import moved
from planner.facts.spelled_out import relationships_of_types
from planner.facts.values import Values
from planner.fields import Field
from planner.parsing.remarks.clue import FreeTexts, no_texts
from planner.records.findings import ColumnMatch
from planner.records.issues import Issue
from planner.roster.accounts import derive_relationship
from planner.roster.grouping import empty_like, is_missing
from planner.roster.lists.account_matching import matched
from planner.roster.roster import Reconciliation, Roster, Source
from planner.roster.standing.account_standing import standing_issues
from planner.vocabulary import Origin, Relationship, Severity

SHOWN = 8
MOST_NEW = 0.7
"""Where more of the accounts with deals are not among the companies, those are of clients and the deals of others."""


@dataclass(frozen=True, eq=False)
class Joined:
    """The companies of a list of deals. `label` is the sheet or file that they come from."""

    values: Values
    label: str

    def add_to(self, roster: Roster) -> Roster:
        """The roster with what the companies say, and the companies that have no deal."""
        place, ways = matched(self.values.columns, roster.columns)
        new = np.flatnonzero(place < 0)
        place[new] = roster.size + np.arange(len(new))
        size = roster.size + len(new)
        first = np.unique(place, return_index=True)[1]
        theirs = self._with_standing(roster, place)
        before = self._believed(roster)
        columns = {
            name: _merged(roster.columns.get(name), theirs.get(name), place, first, size, name in before)
            for name in dict.fromkeys((*roster.columns, *theirs))
        }
        other = {
            header: _merged(roster.other.get(header), self.values.other.get(header), place, first, size)
            for header in dict.fromkeys((*roster.other, *self.values.other))
        }
        joined = dataclasses.replace(
            roster,
            source=self._source(roster),
            columns=derive_relationship(columns, size),
            rows=_grown(roster.rows, size, 0),
            part=None if roster.part is None else _grown(roster.part, size, 0),
            joined_rows=self._rows(place, first, size),
            weekly=self._weekly(roster, place, first, size),
            other=other,
            fit=self._grown_ratings(roster.fit, self.values.fit, place, first, size),
            raters={name: {g: _grown(v, size, np.nan) for g, v in by.items()} for name, by in roster.raters.items()},
            sources=MappingProxyType(
                {name: self._origins(name, of, place, size, before) for name, of in roster.sources.items()}
            ),
            remarks=(*roster.remarks, *moved(self.values.said, place)),
            texts=self._texts(roster, place),
            issues=(*_named_now((*roster.issues, *self.values.issues)), *self._issues(roster, place)),
            reconciliation=dataclasses.replace(_told(roster), accounts=size),
        )
        return self._with_ended(joined, place).with_join(self._sentence(len(new), ways), self._unjoined(roster, place))

    def _believed(self, roster: Roster) -> frozenset[Field]:
        """The fields where this list is believed before the other: companies before deals, no list before accounts."""
        if roster.deals is None:
            return frozenset({Field.RELATIONSHIP})
        return COMPANY_FIRST - {Field.ACCOUNT} if _names_keys(self.values) else COMPANY_FIRST

    def _with_ended(self, roster: Roster, place: Index) -> Roster:
        """The roster with the companies that have ended by their own words, unless a deal is open, and a note on them.

        Args:
            roster: of both lists.  place: (c,) position of each company in it.
        """
        standing = self.values.standing
        if standing is None or not (standing.left_out or standing.doubtful):
            return roster
        deals = roster.deals
        going = set(deals.account[deals.state == "open"].tolist()) if deals is not None else set()

        def there(said: Mapping[int, str]) -> dict[int, str]:
            at = {int(place[row]): text for row, text in said.items()}
            return {account: text for account, text in at.items() if account not in going}

        left_out, doubtful = there(standing.left_out), there(standing.doubtful)
        issues = standing_issues(roster, left_out, doubtful, {})
        left = MappingProxyType({**left_out, **roster.left_out})
        return dataclasses.replace(roster, left_out=left, issues=(*roster.issues, *issues))

    def _with_standing(self, roster: Roster, place: Index) -> Mapping[Field, Column]:
        """What the companies say; of those without a deal also what all else on their sheet says that they are; who
        pays a fee there is a client, unless a list of accounts states what it is.

        Args:
            place: (c,) position of each company in both lists; from `roster.size` on they are new.
        """
        standing, columns, new = self.values.standing, self.values.columns, place >= roster.size
        if standing is None:
            return columns
        own = columns.get(Field.RELATIONSHIP, same_text(self.values.size, ""))
        if roster.deals is None and not self._states(Field.RELATIONSHIP):
            own = np.where(new, own, "")
        kinds = np.where(new & (standing.relationship != ""), standing.relationship, own)
        if Field.ANNUAL_FEE in columns and not self._estimates():
            pays = (kinds == "") & (columns[Field.ANNUAL_FEE] > 0) & ~_stated(roster, place)
            kinds = np.where(pays, str(Relationship.CLIENT), kinds)
        if Field.RELATIONSHIP not in columns and not np.any(kinds != ""):
            return columns
        return {**columns, Field.RELATIONSHIP: kinds}

    def _states(self, name: Field) -> bool:
        """Whether the companies have a column of a field."""
        return name in self.values.found.mapped.columns

    def _estimates(self) -> bool:
        """Whether the companies' fees are only what could be paid (`Estimated value`)."""
        fee = self.values.found.mapped.matches.get(Field.ANNUAL_FEE)  # none where the fee is that of a remark
        return fee is not None and bool(EXPECTED & set(header_words(fee.header)))

    def _origins(self, name: Field, known: Texts, place: Index, size: int, before: frozenset[Field]) -> Texts:
        """(size,) what is known of the origins of a field; not where the companies say it themselves."""
        origins = _grown(known, size, "")
        theirs = self.values.columns.get(name)
        if theirs is not None and name in before:
            origins[place[~is_missing(theirs)]] = "" if self._states(name) else str(Origin.WORKED_OUT)
        return origins

    def _sentence(self, new: int, ways: Mapping[str, int]) -> str:
        size = self.values.size
        by = " and ".join(f"{number:,} by {way}" for way, number in ways.items())
        more = f"; the other {new:,} kept as accounts" if new else ""
        return f"“{self.label}”: {size - new:,} of {size:,} companies joined{f' ({by})' if by else ''}{more}"

    def _texts(self, roster: Roster, place: Index) -> FreeTexts:
        """The remarks of both."""
        own = roster.texts if roster.texts is not None else no_texts()
        return own.and_those_of(self.values.texts.of(place), 0)

    def _weekly(self, roster: Roster, place: Index, first: Index, size: int) -> dict[Field, Column]:
        """Hours a week of both; where a list says hours without a week, 0 stands for them."""
        ours, theirs = roster.weekly, self.values.weekly

        def all_of(weekly: Mapping[Field, Column], columns: Mapping[Field, Column], name: Field) -> Column | None:
            return weekly.get(name, columns[name] * 0.0 if name in columns else None)

        return {
            name: _merged(
                all_of(ours, roster.columns, name),
                all_of(theirs, self.values.columns, name),
                place,
                first,
                size,
                name in COMPANY_FIRST,
            )
            for name in dict.fromkeys((*ours, *theirs))
        }

    def _rows(self, place: Index, first: Index, size: int) -> Index:
        rows = np.zeros(size, dtype=np.intp)
        rows[place[first]] = self.values.rows[first]
        return rows

    @staticmethod
    def _grown_ratings(
        own: Mapping[str, Column], theirs: Mapping[str, Column], place: Index, first: Index, size: int
    ) -> dict[str, Column]:
        names = dict.fromkeys((*own, *theirs))
        return {name: _merged(own.get(name), theirs.get(name), place, first, size) for name in names}

    def _source(self, roster: Roster) -> Source:
        mapping = dict(roster.source.mapping)
        sheet = self.values.found.table.sheet.name
        before = self._believed(roster)
        for name, match in self.values.found.mapped.matches.items():
            if name not in mapping or name in before:
                mapping[name] = ColumnMatch(match.header, match.column, match.confidence, sheet)
        newest = [day for day in (roster.source.newest_date, self.values.newest) if day is not None]
        return dataclasses.replace(
            roster.source,
            mapping=mapping,
            joined=(*roster.source.joined, self.label),
            unmapped=tuple(dict.fromkeys((*roster.source.unmapped, *self.values.other))),
            newest_date=max(newest) if newest else None,
        )

    def _unjoined(self, roster: Roster, place: Index) -> tuple[str, ...]:
        found = set(place.tolist())
        return tuple(str(name) for i, name in enumerate(roster.names) if i not in found)

    def _issues(self, roster: Roster, place: Index) -> list[Issue]:
        lost = self._unjoined(roster, place)
        without = int(np.sum(place >= roster.size))
        issues = []
        if lost:
            issues.append(
                Issue(
                    "not-joined", Severity.WARNING if len(lost) <= MOST_NEW * roster.size else Severity.NOTE,
                    f"{len(lost):,} account{'s' if len(lost) > 1 else ''} of the list "
                    f"{'are' if len(lost) > 1 else 'is'} not among those of “{self.label}”: {shown(lost)}; "
                    "kept as they are.",
                    "Write the name or id in the same way on both.", roster.source.sheet,
                )
            )  # fmt: skip
        if without:
            one = without == 1
            what = (
                ("has" if one else "have") + " no deal"
                if roster.deals is not None
                else (f"{'stands' if one else 'stand'} there alone")
            )
            who = f"{'One company' if one else f'{without:,} companies'} of “{self.label}”"
            kept = "it was kept as an account" if one else "they were kept as accounts"
            issues.append(Issue("without-deals", Severity.NOTE, f"{who} {what}; {kept}.", "", self.label))
        both = self._with_two_fees(roster, place)
        if both:
            issues.append(
                Issue(
                    "fee-and-deals", Severity.NOTE,
                    f"{len(both):,} account{'s' if len(both) > 1 else ''} of “{self.label}” with a fee there "
                    f"{'have' if len(both) > 1 else 'has'} open deals too: {shown(both)}; what those would bring in a "
                    "year was taken for the annual fee.",
                    "Write the fee that counts under “annual_fee” on the Overrides sheet.", self.label,
                )
            )  # fmt: skip
        return issues

    def _with_two_fees(self, roster: Roster, place: Index) -> tuple[str, ...]:
        """The companies with a fee of their own and deals that are open."""
        fees, deals = self.values.columns.get(Field.ANNUAL_FEE), roster.deals
        if fees is None or deals is None:
            return ()
        live = set(deals.account[(deals.state == "open") & (deals.amount > 0)].tolist())
        return tuple(str(roster.names[i]) for i, fee in zip(place.tolist(), fees, strict=True) if fee > 0 and i in live)


def _stated(roster: Roster, place: Index) -> NDArray[np.bool_]:
    """(c,) whether the list says in so many words what the account of each company is."""
    read = roster.sources.get(Field.RELATIONSHIP, same_text(roster.size, "")) == str(Origin.READ)
    if roster.deals is None and Field.TYPE in roster.columns:
        read |= np.array([kind is not None for kind in relationships_of_types(roster.columns[Field.TYPE])])
    return np.append(read, np.zeros(len(place), dtype=np.bool_))[place]


def _told(roster: Roster) -> Reconciliation:
    return roster.reconciliation or Reconciliation(roster.deals.size if roster.deals is not None else 0, roster.size)


def shown(names: Sequence[str]) -> str:
    """The first of some names, for a message."""
    return ", ".join(f"“{name}”" for name in names[:SHOWN]) + (" and others" if len(names) > SHOWN else "")


def _named_now(issues: Iterable[Issue]) -> list[Issue]:
    """Issues of the deals that still hold: an id that stood for the name has its name now, or is not joined."""
    return [issue for issue in issues if issue.code != KEY_CODE]


COMPANY_FIRST = frozenset(
    {
        Field.ACCOUNT, Field.ACCOUNT_ID, Field.INDUSTRY, Field.TYPE, Field.REGION, Field.DOMAIN, Field.OWNER,
        Field.RELATIONSHIP, Field.EMAIL, Field.NOTES,
    }
)  # fmt: skip
"""Fields where the list of companies is believed before the list of deals."""


def _names_keys(values: Values) -> bool:
    """Whether a list names no accounts, so that a key stands for them."""
    return any(issue.code == KEY_CODE for issue in values.issues)


def _merged(
    own: Column | None, theirs: Column | None, place: Index, first: Index, size: int, company_first: bool = True
) -> Column:
    """(size,) values of both lists; where both say something, that of the companies or of the deals."""
    like = own if own is not None else theirs
    assert like is not None
    mine = empty_like(like, size)
    if own is not None:
        mine[: len(own)] = own
    if theirs is None:
        return mine
    company = empty_like(like, size)
    company[place[first]] = theirs[first]
    best, second = (company, mine) if company_first else (mine, company)
    return np.where(is_missing(best), second, best)


def _grown(values: Column, size: int, fill: object) -> Column:
    grown = np.full(size, fill, dtype=values.dtype)
    grown[: len(values)] = values
    return grown
