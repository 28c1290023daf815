"""What the other tables are to the main list: more of it, its companies or deals, its contacts, its owners."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from planner.detection.columns.candidates import GUESSED
from planner.detection.other_lists import list_beside, lists_beside
from planner.detection.rows.body import full_rows_above
from planner.detection.sheets.setting_sheets import written_sheets
from planner.detection.table import Table
from planner.errors import InputError
from planner.facts.invoices import is_pipeline
from planner.facts.values import Values
from planner.fields import Field
from planner.parsing.standing.sheet_names import relationship_of_sheet
from planner.records.issues import Issue
from planner.roster.deals.commissions import are_commissions
from planner.roster.lists.account_matching import OVERLAP, keyed_like, overlap
from planner.roster.lists.candidates import Candidate, Lists
from planner.roster.lists.contacts import Contacts
from planner.roster.lists.earlier_years import is_of_earlier_year, newest_first, with_earlier_years
from planner.roster.lists.jobs_beside import is_of_jobs, pays_every_month, with_jobs_beside
from planner.roster.lists.joins import Joined
from planner.roster.lists.owners import OVERLAP as OWNERS_OVERLAP
from planner.roster.lists.owners import Owners, find_owners
from planner.roster.lists.people import People, find_people
from planner.roster.lists.sheet_lists import (
    SHARED,
    are_prospects,
    as_accounts,
    as_more_of,
    clients_beside_deals,
    continues,
    described_beside_staged,
    is_staged,
    of_those_who_send_work,
    one_row_each,
    refers,
    rests,
    shared_accounts,
    to_win_beside_clients,
    with_owners_of_sheets,
    with_relationships_of_sheets,
    with_sheet_as_stage,
)
from planner.roster.lists.union import same_kind, titled, union
from planner.roster.works import with_one_row_each
from planner.vocabulary import Relationship, Severity


def readable(candidates: Sequence[Candidate]) -> Iterator[tuple[Candidate, Values]]:
    """The tables that can be read as a list, with what they say."""
    for one in candidates:
        try:
            yield one, one.values()
        except InputError:
            continue


class Gathering:
    """The main list while what belongs to it is found."""

    def __init__(self, first: Candidate, main: Values, settled: bool) -> None:
        self.first, self.main, self.settled = first, main, settled
        self.deals = first.reading.of_deals(main)
        self.second: tuple[Candidate, Values] | None = None
        self.swapped = False
        self.owners: list[Owners] = []
        self.contacts: list[Contacts] = []
        self.issues: list[Issue] = []
        self.left: list[Table] = []
        self.continued: list[list[Values]] = []
        self.pieces = [main]
        self.earlier: list[Values] = []
        self.jobs: list[Values] = []

    def gathered(self, rest: Sequence[Candidate], people: Mapping[int, People | None]) -> Lists:
        self._same_sheet()
        self._place([one for one in rest if people[id(one)] is None])
        for one in rest:
            persons = people[id(one)]
            if persons is not None and not self._persons(persons):
                self._place([one])
        self._with_sheets()
        if not self.deals:
            self.main, told = with_earlier_years(self.main, self.earlier)
            self.main, of_jobs = with_jobs_beside(self.main, self.jobs)
            self.issues += (*told, *of_jobs)
        main, second = self.main, self.second
        if second is not None and self.swapped:
            main, second = second[1], (self.first, main)
        companies = None
        if second is not None:
            companies = Joined(keyed_like(with_one_row_each(second[1]), main.columns), second[0].label)
        return Lists(
            main=main,
            deals=self.deals or self.swapped,
            companies=companies,
            contacts=tuple(self.contacts),
            owners=tuple(self.owners),
            left=tuple(self.left),
            issues=tuple(self.issues),
        )

    def _same_sheet(self) -> None:
        """Lists beside, above and under the main one."""
        found = self.main.found
        waiting = list(lists_beside(found))
        if not any(table.header_row < found.table.header_row for table in waiting):
            self.issues += full_rows_above(found.table)
        known = {found.table.place, *(table.place for table in waiting)}
        while waiting:
            table = waiting.pop(0)
            one = Candidate(table, self.first.reading, f"{table.sheet.name}!{table.place}")
            persons = find_people(table, one.label)
            if persons is not None and self._persons(persons):
                self.issues.append(list_beside(found, table, "it was read as persons", True))
                continue
            for _, values in readable([one]):
                above = table.header_row < found.table.header_row
                further = [
                    other
                    for other in lists_beside(values.found)
                    if other.place not in known and (above or other.header_row > table.header_row)
                ]
                known |= {other.place for other in further}
                waiting += further
                what = self._taken(one, values, of_sheet=True)
                rows = f"its {values.size:,} row{'s were' if values.size != 1 else ' was'}"
                said = {"joined": "it was joined with the list", "union": f"{rows} read too"}.get(
                    what, f"{rows} not read"
                )
                self.issues.append(list_beside(found, table, said, bool(what)))

    def _persons(self, persons: People) -> bool:
        """Take persons for the firm's own, by whom the lists say they are owned, or for contacts."""
        belongs = any(persons.accounts != "") or any(persons.account_ids != "")
        lists = [self.main, *([self.second[1]] if self.second is not None else [])]
        found = find_owners(persons)
        if not belongs and max(map(found.overlap, lists)) >= OWNERS_OVERLAP:
            self.owners.append(found)
        elif persons.surely:
            self.contacts.append(Contacts(persons))
        return persons.surely or found in self.owners

    def _place(self, tables: Sequence[Candidate]) -> None:
        """Find out what tables of other sheets or files are to the main list."""
        for one in newest_first(tables):
            try:
                values = one.values()
            except InputError as error:
                self.issues += [_not_read(one, str(error), "")] if one.far else []
                continue
            values = values if one.far else as_more_of(self.main, values)
            if not one.far and self._is_of_earlier_year(values):
                self.earlier.append(values)
                continue
            if not one.far and self._are_jobs(one, values):
                continue
            if self._taken(one, values):
                continue
            if one.far:
                why = "Another list is joined already." if self.second else "No account of the list is in it."
                self.issues.append(_not_read(one, why))
            elif not self.settled:
                self.left.append(one.table)

    def _is_of_earlier_year(self, values: Values) -> bool:
        """Whether a list says what the accounts of one that is read already paid in an earlier year."""
        if self.settled or self.deals:
            return False
        known = (self.main, *(piece for pieces in self.continued for piece in pieces))
        return any(is_of_earlier_year(newer, values) for newer in known)

    def _are_jobs(self, one: Candidate, values: Values) -> bool:
        """Keep single jobs beside clients who pay every month, or the other way round, for when all lists are known."""
        if self.settled or self.second is not None:
            return False
        if not self.deals and pays_every_month(self.main) and is_of_jobs(values):
            self.jobs.append(values)
            return True
        if self.continued or len(self.pieces) > 1 or not (pays_every_month(values) and is_of_jobs(self.main)):
            return False
        self.jobs.append(self.main)
        self.first, self.main, self.pieces, self.deals = one, values, [values], False
        return True

    def _taken(self, one: Candidate, values: Values, of_sheet: bool = False) -> str:
        """ "joined" with the main list, "union" with it, or `""`."""
        deals = one.reading.of_deals(values)
        apart = not (of_sheet or one.far or self.settled)
        if apart and deals != self.deals and self._invoiced(values, deals):
            return "union"
        if self._joined(one, values, deals, of_sheet) or (apart and self._sold_to(one, values, deals)):
            return "joined"
        if apart and not deals and (senders := self._senders(values)) is not None:
            return self._with_senders(one, senders)
        if deals != self.deals:
            if not (of_sheet and same_kind(self.main, values) and one_row_each(self.main, values)):
                return ""
            self.deals = deals = False
            self.main, values = as_accounts(self.main), as_accounts(values)
            self.pieces = [as_accounts(piece) for piece in self.pieces]
        if of_sheet and (same_kind(self.main, values) or titled(values)):
            self.main = union(self.main, values)
            self.pieces.append(values)
            return "union"
        return "union" if apart and self._continued(one, values, deals) else ""

    def _joined(self, one: Candidate, values: Values, deals: bool, of_sheet: bool) -> bool:
        """Take a table for the companies of the main list of deals, or for the deals of its companies."""
        if self.second is not None or not self._joins(one, values, deals, of_sheet):
            return False
        self.second, self.swapped = (one, values), deals and not self.deals
        return True

    def _sold_to(self, one: Candidate, values: Values, deals: bool) -> bool:
        """Take a sheet of what may be sold for deals where some of it is for accounts on the sheet of clients, which
        are their companies."""
        staged, clients = (values, self.main) if is_staged(values) else (self.main, values)
        known = self.second is not None or self.continued or deals or self.deals
        if known or not (
            described_beside_staged(clients, staged)
            or (to_win_beside_clients(clients, staged) and shared_accounts(clients, staged))
        ):
            return False
        second = (one, staged) if staged is values else (self.first, staged)
        if staged is not values:
            self.first, self.main, self.pieces = one, clients, [clients]
        self.second, self.swapped = second, True
        return True

    def _senders(self, values: Values) -> Values | None:
        """A sheet of those who send work; None where it is none, or is of accounts that are known."""
        if self.deals and (refers(values) or (rests(values) and not shared_accounts(self.main, values))):
            return with_sheet_as_stage(values)
        most = 0.0 if self.second is not None else SHARED
        return of_those_who_send_work(values) if shared_accounts(self.main, values) <= most else None

    def _with_senders(self, one: Candidate, senders: Values) -> str:
        """Join those who send work where some of them stand on the list of accounts too, as clients do; else keep them
        for one list of all."""
        if not self.deals and shared_accounts(self.main, senders):
            self.second = (one, senders)
            return "joined"
        self.continued.append([senders])
        return "union"

    def _invoiced(self, values: Values, deals: bool) -> bool:
        """Keep leads beside a list of invoices, or the other way round: all of them are deals, won or open."""
        invoices, leads = (values, self.main) if deals else (self.main, values)
        to_win = relationship_of_sheet(leads.found.table.sheet.name) is Relationship.PROSPECT or are_prospects(leads)
        if invoices.state is None or not (to_win or is_pipeline(leads.columns)):
            return False
        self.deals = True
        self.continued.append([values])
        return True

    def _continued(self, one: Candidate, values: Values, deals: bool) -> bool:
        """Keep the lists of another sheet that goes on with the main one, until all of them are known."""
        known = (self.main, *(piece for pieces in self.continued for piece in pieces))
        seen = max(shared_accounts(other, values) for other in known)
        if not continues(self.main, values, seen, deals):
            return False
        stacked = [
            Candidate(table, one.reading, f"{table.sheet.name}!{table.place}") for table in lists_beside(values.found)
        ]
        further = [more for _, more in readable(stacked) if one.reading.of_deals(more) == deals]
        pieces = [values, *(more for more in further if same_kind(values, more))]
        for more in pieces[1:]:
            said = f"its {more.size:,} row{'s were' if more.size != 1 else ' was'} read too"
            self.issues.append(list_beside(values.found, more.found.table, said, True))
        self.continued.append(pieces)
        return True

    def _with_sheets(self) -> None:
        """Make one list of those of the main sheet and of other sheets that go on with it, in the workbook's order."""
        if not self.continued and len(self.pieces) < 2:
            return
        order = self.first.reading.book.names
        pieces = [*self.pieces, *(piece for pieces in self.continued for piece in pieces)]
        lists = sorted(pieces, key=lambda one: order.index(one.found.table.sheet.name))
        if self.continued:
            lists = with_owners_of_sheets(lists)
        self.main, *rest = lists if self.deals else with_relationships_of_sheets(lists)
        for values in rest:
            self.main = union(self.main, values)
        if not self.continued:
            return
        names = ", ".join(f"“{name}”" for name in dict.fromkeys(one.found.table.sheet.name for one in lists))
        message = f"The sheets {names} were read as one list."
        self.issues.append(Issue("sheets-together", Severity.NOTE, message, "Name one with --sheet to read it alone."))

    def _joins(self, one: Candidate, values: Values, deals: bool, of_sheet: bool) -> bool:
        """Whether a table is the companies of the main list of deals, or the other way round."""
        if one.far:
            guessed = values.found.mapped.matches[Field.ACCOUNT].confidence <= GUESSED
            return not guessed or overlap(keyed_like(values, self.main.columns).columns, self.main.columns) > 0
        if deals == self.deals:
            other_facts = of_sheet and not deals and not same_kind(self.main, values)
            return other_facts and overlap(values.columns, self.main.columns) >= OVERLAP
        if self.settled and not self.deals:
            return False
        first, second = (self.main, values) if self.deals else (values, self.main)
        if Field.DEAL in second.columns and not (written_sheets(one.reading.about) or are_commissions(second)):
            return False
        shared = overlap(keyed_like(second, first.columns).columns, first.columns)
        return shared >= OVERLAP or (not self.settled and clients_beside_deals(second, first))


SAME_NAMES = "Name the accounts in it as in the list, and put lists of one kind under each other in one file."


def _not_read(one: Candidate, why: str, fix: str = SAME_NAMES) -> Issue:
    message = f"“{one.label}” was left aside. {why}"
    return Issue("file-not-read", Severity.WARNING, message, fix, one.table.sheet.name)
