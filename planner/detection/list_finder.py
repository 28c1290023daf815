"""Which sheet is the client list, where it begins, and which column is which field."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from planner.detection.columns.account_key import name_by_deal, quoted, with_account
from planner.detection.columns.categories import with_categories
from planner.detection.columns.column_matching import map_columns
from planner.detection.columns.column_questions import column_questions, read_answers, with_hours
from planner.detection.columns.fees.billed_contracts import with_contracts
from planner.detection.columns.fees.billing_periods import with_periods
from planner.detection.columns.fees.past_fees import of_past_years
from planner.detection.columns.fees.rates import with_rates, without_days_sold
from planner.detection.columns.fees.shares_of_assets import with_shares_of_assets, without_shares_of_the_fee
from planner.detection.columns.mapped import Mapped
from planner.detection.columns.scores.value_evidence import Around
from planner.detection.columns.ticked_people import with_ticked_people
from planner.detection.columns.ticked_stages import with_ticked_stages
from planner.detection.columns.unit_above import unit_above, with_day_length, with_unit_above
from planner.detection.exports.activity_rows import without_activities, without_archived
from planner.detection.exports.counted_groups import with_counted_groups
from planner.detection.exports.documents import without_kinds_of_suppliers, without_other_documents, without_suppliers
from planner.detection.exports.jobs_of_customers import with_customers_of_jobs
from planner.detection.exports.persons_named import with_persons_named, without_persons_for_deals
from planner.detection.grouped_columns import with_groups_filled, with_merged_names
from planner.detection.header_rows import CERTAIN, find_table, is_summary, likeliest_table
from planner.detection.headers.known_headers import field_of, names_account
from planner.detection.keys import codes_of_people, codes_of_relationships, merged_keys, rows_around, sheet_keys
from planner.detection.layouts.cards import card_table
from planner.detection.layouts.continued_cells import with_continued_cells
from planner.detection.layouts.key_tables import with_keys_spelt_out
from planner.detection.layouts.second_lines import with_second_lines
from planner.detection.layouts.titled_names import without_titled_names
from planner.detection.month_columns import with_month_fees, with_month_hours
from planner.detection.rows.body import Body, skipped_above, table_columns, with_title_above, with_title_in_header
from planner.detection.rows.data_rows import keep_rows
from planner.detection.rows.ditto_marks import with_dittos_filled
from planner.detection.rows.indented_rows import with_jobs_summed
from planner.detection.rows.pasted_lines import ragged_table, split_lines
from planner.detection.rows.row_colours import colour_words, with_lights
from planner.detection.sheets.setting_sheets import SETTING_SHEETS, export_sheets, written_sheets
from planner.detection.table import Table, letter
from planner.errors import InputError
from planner.fields import Field
from planner.parsing.header_text import read_header
from planner.parsing.standing.legends import Legend
from planner.parsing.standing.sheet_names import relationship_of_sheet
from planner.readers.workbook import Book, Sheet
from planner.records.findings import SettingSheet, SkippedRow
from planner.records.issues import Issue
from planner.records.question import Question
from planner.vocabulary import Relationship, Severity

_A_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
NO_KEYS: Legend = MappingProxyType({})


@dataclass(frozen=True)
class Elsewhere:
    """What the main list of a workbook shows, which holds for the other lists in it.

    Attributes:
        accounts: headers over the names of accounts, as `Header.words`.  people: owners, in lower case.
    """

    accounts: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()


NOTHING_ELSE = Elsewhere()


@dataclass(frozen=True, eq=False)
class FoundList:
    """A list with its columns mapped and the rows that are no accounts left out.

    Attributes:
        skipped: the rows left out, each with its reason.
        questions: what its columns leave open, the answered ones too.
        keys: what codes mean, from other sheets of the workbook.
    """

    file: str
    table: Table
    mapped: Mapped
    body: Body
    issues: tuple[Issue, ...] = ()
    skipped: tuple[SkippedRow, ...] = ()
    questions: tuple[Question, ...] = ()
    keys: Legend = field(default_factory=lambda: NO_KEYS)


def find_lists(
    book: Book,
    mapping: Mapping[str, str],
    *,
    about: Mapping[str, str],
    sheet: str | None = None,
    header_row: int | None = None,
) -> tuple[Table, ...]:
    """The tables of a workbook that could be the client list, the one on `sheet` or else the likeliest first.

    Raises:
        InputError: when there is no such sheet, or no table.
    """
    candidates = _candidate_sheets(book, about, sheet)
    if len(candidates) == 1 and header_row is None and not mapping:
        only = book.sheet(candidates[0])
        pasted = card_table(only) or ragged_table(only)
        if pasted is not None:
            return (pasted,)
    found = [find_table(_sheet(book, name), header_row, tuple(mapping.values())) for name in candidates]
    tables = [table for table in found if table and (mapping or header_row or not _sums_up(table))]
    if not tables and header_row is None:
        guessed = [likeliest_table(_sheet(book, name)) for name in candidates]
        tables = [table for table in guessed if table is not None and not is_summary(table.sheet)]
    if not tables:
        raise InputError(_nothing_found(book, candidates, header_row))
    if sheet is not None:
        names = [name for name in _candidate_sheets(book, about, None) if name not in candidates]
        others = [table for name in names if (table := find_table(_sheet(book, name)))]
        return (*tables, *sorted(others, key=_rank, reverse=True))
    return _newest_first(sorted(tables, key=_rank, reverse=True))


def _sheet(book: Book, name: str) -> Sheet:
    """A sheet; lines pasted into a single column are split, and accounts over several rows stand in one."""
    sheet = book.sheet(name)
    return split_lines(sheet) or with_second_lines(sheet) or with_continued_cells(sheet) or sheet


def map_table(
    table: Table,
    file: str,
    mapping: Mapping[str, str],
    sheets: Mapping[str, SettingSheet],
    answers: Mapping[str, str] | None = None,
    today: dt.date | None = None,
    keys: Legend = NO_KEYS,
    elsewhere: Elsewhere = NOTHING_ELSE,
) -> FoundList:
    """Map the columns of a table and keep its rows of accounts.

    Args:
        answers: to questions about columns, by code; a `mapping` is stronger.  today: the day that the list is read on.
        keys: what codes mean, from other sheets.  elsewhere: what other lists of the workbook show.

    Raises:
        InputError: when no column holds account names.
        SettingError: when `mapping` names an unknown field or header.
    """
    keys = {**colour_words(table), **keys}
    body = with_dittos_filled(with_lights(table_columns(table), table, keys), table)
    body = with_keys_spelt_out(body, table)
    told, day = read_answers(answers or {}, table.headers), today or dt.date.today()
    mapped = map_columns(
        table.headers,
        body.columns,
        {**told.wanted, **mapping},
        sheet=table.sheet.name,
        criteria=_criteria(sheets.get("fit")),
        above=table.above,
        around=_around(table, body, day, keys, elsewhere),
        barred=told.barred,
    )
    mapped, body = with_ticked_people(without_days_sold(mapped, table, body), table, body)
    mapped, body = with_ticked_stages(mapped, table, body)
    mapped, body = with_month_hours(mapped, table, body)
    mapped, body = with_month_fees(mapped, table, body, day)
    mapped = with_contracts(without_shares_of_the_fee(mapped, table, body), table, body)
    mapped, body = with_shares_of_assets(mapped, table, body)
    mapped, body = with_periods(*with_rates(mapped, table, body), table, merged_keys(sheet_keys(table), keys))
    mapped = with_unit_above(with_hours(mapped, table.headers, body.columns, told, day, sheet_keys(table)), table, body)
    mapped = with_day_length(mapped, table)
    if Field.ACCOUNT not in mapped.columns:
        mapped = with_account(mapped, table, body, file)
    mapped = with_categories(without_persons_for_deals(mapped, table, body), table, body)
    account, deal = mapped.columns[Field.ACCOUNT], mapped.columns.get(Field.DEAL)
    merged = with_jobs_summed(with_merged_names(body, table, account), table, account)
    merged = with_customers_of_jobs(merged, table, mapped)
    merged = without_suppliers(without_other_documents(merged, table, account), table, account)
    merged = without_kinds_of_suppliers(merged, table, mapped)
    merged = with_persons_named(with_counted_groups(merged, table), table, mapped)
    merged = without_archived(without_activities(merged, table, account), table, account)
    kept = with_groups_filled(keep_rows(merged, table, account, deal), account)
    kept = with_title_in_header(with_title_above(name_by_deal(kept, table, account, deal), table), table, account)
    if kept.below:
        alone = map_table(table.until(kept.below), file, mapping, sheets, answers, today, keys, elsewhere)
        return replace(alone, table=table, body=replace(alone.body, below=kept.below))
    apart = without_titled_names(table, account)
    if apart is not None:
        alone = map_table(apart, file, mapping, sheets, answers, today, keys, elsewhere)
        return replace(alone, table=replace(table, beside=apart.beside))
    return FoundList(
        file,
        table,
        mapped,
        kept,
        (*mapped.issues, *kept.issues, *_read_as_cards(table)),
        skipped=(*skipped_above(table), *kept.skipped),
        keys=keys,
        questions=column_questions(mapped, table.headers, table.sheet.name, told),
    )


def _read_as_cards(table: Table) -> tuple[Issue, ...]:
    """A note that a sheet was read card by card."""
    if not table.cells:
        return ()
    return (
        Issue(
            "cards-read", Severity.NOTE,
            f"“{table.sheet.name}” is a board: each cell under its titles was read as an account, its lines as what is "
            "said of it.", "Put the accounts into rows if that is wrong.", table.sheet.name,
        ),
    )  # fmt: skip


def _around(table: Table, body: Body, today: dt.date, others: Legend, elsewhere: Elsewhere) -> Around:
    """What else the workbook says: keys, the names that the first column of names holds, and other lists."""
    keys = merged_keys(sheet_keys(table), others)
    column = next((j for j, text in enumerate(table.headers) if names_account(text)), None)
    names = frozenset(body.columns[column].low.values()) if column is not None else frozenset()
    people = codes_of_people(keys)
    meanings = {code: said[0] for code, said in keys.items() if code not in people}
    accounts = elsewhere.accounts if column is None else frozenset()
    signs = table.sheet.scan.currencies if table.sheet.scan is not None else {}
    currencies = {j: signs[letter(j)] for j in range(len(table.headers)) if letter(j) in signs}
    in_thousands = unit_above(table.sheet.rows[: max(0, table.top - 1)]) is not None
    past = of_past_years(rows_around(table), today)
    return Around(
        names - {""},
        people | elsewhere.people,
        accounts,
        codes_of_relationships(keys),
        meanings,
        currencies,
        today,
        in_thousands,
        past,
        relationship_of_sheet(table.sheet.name) is Relationship.REFERRAL_SOURCE,
    )


def _newest_first(tables: Sequence[Table]) -> tuple[Table, ...]:
    """Tables by rank; of those with the same headers on sheets called after years the newest before the older ones."""
    years = {id(one): int(match[0]) for one in tables if (match := _A_YEAR.search(one.sheet.name))}
    alike = [one for one in tables if id(one) in years and one.headers == tables[0].headers]
    if id(tables[0]) not in years or len(alike) < 2:
        return tuple(tables)
    alike.sort(key=lambda one: years[id(one)], reverse=True)
    return (*alike, *(one for one in tables if all(one is not other for other in alike)))


def _sums_up(table: Table) -> bool:
    """Whether a table is but a part of pivot tables: nothing in its header surely names an account.

    Under a pivot table, a header of several fields with a likely name of an account is that of a list.
    """
    if not is_summary(table.sheet) or any(map(names_account, table.headers)):
        return False
    under = table.top > 1 and not is_summary(replace(table.sheet, rows=table.sheet.rows[table.top - 1 :]))
    fields = (field_of(read_header(text)) for text in table.headers)
    named = any(found is not None and found[0] is Field.ACCOUNT for found in fields)
    return not (under and named and table.score >= CERTAIN)


def _rank(table: Table) -> tuple[float, int]:
    return (table.score + (0.0 if table.sheet.visible else -3.0), len(table.body))


def _candidate_sheets(book: Book, about: Mapping[str, str], sheet: str | None) -> Sequence[str]:
    by_name = {name.strip().lower(): name for name in book.names}
    if sheet is not None:
        if sheet.strip().lower() not in by_name:
            raise InputError(f"{book.file} has no sheet “{sheet}”; it has {quoted(book.names)}.")
        return (by_name[sheet.strip().lower()],)
    written = [by_name[name] for name in written_sheets(about) if name in by_name]
    if written:
        return written
    skipped = {*SETTING_SHEETS, *export_sheets(about)}
    names = [name for name in book.names if name.strip().lower() not in skipped]
    visible = [name for name in names if name not in book.hidden]
    return visible or names or book.names


def _nothing_found(book: Book, candidates: Sequence[str], header_row: int | None) -> str:
    if all(not any(cell != "" for row in book.sheet(name).rows for cell in row) for name in candidates):
        return f"There is nothing on the sheet{'s' if len(candidates) > 1 else ''} {quoted(candidates)} of {book.file}."
    if header_row is not None:
        return f"Row {header_row} of {quoted(candidates)} in {book.file} has no headers; give the row they stand in."
    summaries = [name for name in candidates if is_summary(book.sheet(name))]
    if summaries:
        hold = "holds" if len(summaries) == 1 else "hold"
        return (
            f"No client list was found in {book.file}: {quoted(summaries)} {hold} pivot tables, which sum a list up. "
            "Load the list that they were made from, or map the account to “Row Labels” if your clients stand there."
        )
    return (
        f"No client list was found in {book.file}: no row has a header such as “Account”, “Client” or “Company” with "
        "rows under it. Write “Client” over the column of names, or map the account to one of your columns."
    )


def _criteria(sheet: SettingSheet | None) -> tuple[str, ...]:
    names = []
    for row in sheet.rows if sheet else ():
        cell = next((row[key] for key in ("criterion", "criteria", "name") if key in row), None)
        if cell is not None:
            names.append(str(cell.value).strip())
    return tuple(names)
