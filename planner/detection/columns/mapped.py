"""What matching hands on: the column of each field, and what became of the other columns."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from planner.detection.columns.candidates import GUESSED
from planner.detection.columns.fee_columns import FeeColumns
from planner.detection.table import Table, letter
from planner.fields import Field
from planner.goods import Good
from planner.parsing.header_text import Header
from planner.records.findings import ColumnMatch
from planner.records.issues import Issue
from planner.vocabulary import Level


@dataclass(frozen=True)
class Mapped:
    """Which column of the table each field is read from (index from 0), and what became of the rest.

    Attributes:
        fit: column of each best-fit criterion.  raters: column of each rater's rating, by name and good.
        likely: fields whose header could mean something else ("Amount").
        fills: a second column that is read where the first is empty.
        possible: columns that may be a field but are not read as one, by field.
        alternatives: fields that each column could be, the likeliest first.
        fees: what is known of the columns of fees.
        readings: headers that are to be read as saying something else than they do, by column.
        given: fields whose column the user named.
        name_like: columns that could hold the names of the accounts, the likeliest first.
    """

    columns: Mapping[Field, int]
    matches: Mapping[Field, ColumnMatch]
    fit: Mapping[str, int]
    raters: Mapping[tuple[str, Good], int]
    unmapped: tuple[int, ...]
    likely: frozenset[Field] = frozenset()
    issues: tuple[Issue, ...] = field(default=())
    fills: Mapping[Field, int] = field(default_factory=dict)
    possible: Mapping[Field, int] = field(default_factory=dict)
    alternatives: Mapping[int, tuple[Field, ...]] = field(default_factory=dict)
    fees: FeeColumns = field(default_factory=FeeColumns)
    readings: Mapping[int, Header] = field(default_factory=dict)
    given: frozenset[Field] = frozenset()
    name_like: tuple[int, ...] = ()

    def taking(
        self, name: Field, match: ColumnMatch, column: int, issues: Sequence[Issue] = (), used: Sequence[int] = ()
    ) -> Mapped:
        """The columns with one more, which is read for a field as likely, whatever it could have been else.

        Args:
            issues: what is said of that.  used: further columns that were read into it.
        """
        return dataclasses.replace(
            self,
            columns={**self.columns, name: column},
            matches={**self.matches, name: match},
            likely=self.likely | {name},
            possible={other: j for other, j in self.possible.items() if j != column and other is not name},
            unmapped=tuple(j for j in self.unmapped if j not in {column, *used}),
            issues=(*self.issues, *issues),
        )

    def with_fees_in(self, table: Table, column: int, used: frozenset[int], issue: Issue) -> Mapped:
        """The columns with fees that were reckoned of several columns, `used` among them, and stand in one of them."""
        return dataclasses.replace(
            self,
            columns={**self.columns, Field.ANNUAL_FEE: column},
            matches={**self.matches, Field.ANNUAL_FEE: guessed(table, column)},
            likely=self.likely - {Field.ANNUAL_FEE},
            possible={name: j for name, j in self.possible.items() if name is not Field.ANNUAL_FEE},
            fees=dataclasses.replace(self.fees, main=column, unclear=False, perhaps=None),
            unmapped=tuple(j for j in self.unmapped if j not in {column, *used}),
            issues=(*self.issues, issue),
        )

    def with_fees_of(self, table: Table, column: int, issue: Issue) -> Mapped:
        """The columns with fees read from one alone, and from none of those that they were read from before."""
        before = {*self.fees.all, self.columns[Field.ANNUAL_FEE]}
        return dataclasses.replace(
            self,
            columns={**self.columns, Field.ANNUAL_FEE: column},
            matches={**self.matches, Field.ANNUAL_FEE: guessed(table, column)},
            likely=self.likely - {Field.ANNUAL_FEE},
            fees=FeeColumns(main=column),
            unmapped=tuple(sorted({*self.unmapped, *before} - {column})),
            issues=(*(one for one in self.issues if one.code != "two-columns"), issue),
        )

    def without(self, name: Field) -> Mapped:
        """The columns without that of a field, which is read as nothing then."""
        return dataclasses.replace(
            self,
            columns={field: j for field, j in self.columns.items() if field is not name},
            matches={field: match for field, match in self.matches.items() if field is not name},
            unmapped=tuple(sorted({*self.unmapped, self.columns[name]})),
        )


def guessed(table: Table, column: int) -> ColumnMatch:
    """The column of a table, taken for a field for want of a better one."""
    return ColumnMatch(table.headers[column], letter(column), GUESSED, level=Level.LIKELY)
