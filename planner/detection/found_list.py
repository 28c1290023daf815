"""A table → the list on it: which column is which field, and which rows are accounts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from planner.detection.columns.account_key import name_by_deal, with_account
from planner.detection.columns.categories import with_categories
from planner.detection.columns.column_matching import map_columns
from planner.detection.columns.column_questions import ColumnAnswers, column_questions, read_answers, with_hours
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
from planner.detection.headers.known_headers import names_account
from planner.detection.keys import codes_of_people, codes_of_relationships, merged_keys, rows_around, sheet_keys
from planner.detection.layouts.key_tables import with_keys_spelt_out
from planner.detection.layouts.titled_names import without_titled_names
from planner.detection.month_columns import with_month_fees, with_month_hours
from planner.detection.rows.body import Body, skipped_above, table_columns, with_title_above, with_title_in_header
from planner.detection.rows.data_rows import keep_rows
from planner.detection.rows.ditto_marks import with_dittos_filled
from planner.detection.rows.indented_rows import with_jobs_summed
from planner.detection.rows.row_colours import colour_words, with_lights
from planner.detection.table import Table, letter
from planner.fields import Field
from planner.parsing.standing.legends import Legend
from planner.parsing.standing.sheet_names import relationship_of_sheet
from planner.records.findings import SettingSheet, SkippedRow
from planner.records.issues import Issue
from planner.records.question import Question
from planner.vocabulary import Relationship, Severity

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
    told, day = read_answers(answers or {}, table.headers), today or dt.date.today()
    body = _with_codes_read(table, keys)
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
    mapped, body = _read_together(mapped, table, body, told, day, keys)
    if Field.ACCOUNT not in mapped.columns:
        mapped = with_account(mapped, table, body, file)
    mapped = with_categories(without_persons_for_deals(mapped, table, body), table, body)
    kept = _rows_of_accounts(mapped, table, body)
    if kept.below:
        alone = map_table(table.until(kept.below), file, mapping, sheets, answers, today, keys, elsewhere)
        return replace(alone, table=table, body=replace(alone.body, below=kept.below))
    apart = without_titled_names(table, mapped.columns[Field.ACCOUNT])
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


def _with_codes_read(table: Table, keys: Legend) -> Body:
    """The rows with colours, ditto marks and codes as the words that they stand for."""
    body = with_dittos_filled(with_lights(table_columns(table), table, keys), table)
    return with_keys_spelt_out(body, table)


def _read_together(
    mapped: Mapped, table: Table, body: Body, told: ColumnAnswers, day: dt.date, keys: Legend
) -> tuple[Mapped, Body]:
    """The columns that say something only together (months, ticks, rates and hours), read into one of them."""
    mapped, body = with_ticked_people(without_days_sold(mapped, table, body), table, body)
    mapped, body = with_ticked_stages(mapped, table, body)
    mapped, body = with_month_hours(mapped, table, body)
    mapped, body = with_month_fees(mapped, table, body, day)
    mapped = with_contracts(without_shares_of_the_fee(mapped, table, body), table, body)
    mapped, body = with_shares_of_assets(mapped, table, body)
    mapped, body = with_periods(*with_rates(mapped, table, body), table, merged_keys(sheet_keys(table), keys))
    mapped = with_unit_above(with_hours(mapped, table.headers, body.columns, told, day, sheet_keys(table)), table, body)
    mapped = with_day_length(mapped, table)
    return mapped, body


def _rows_of_accounts(mapped: Mapped, table: Table, body: Body) -> Body:
    """The rows that are accounts: jobs under their customer as one, suppliers, activities and totals left out."""
    account, deal = mapped.columns[Field.ACCOUNT], mapped.columns.get(Field.DEAL)
    merged = with_jobs_summed(with_merged_names(body, table, account), table, account)
    merged = with_customers_of_jobs(merged, table, mapped)
    merged = without_suppliers(without_other_documents(merged, table, account), table, account)
    merged = without_kinds_of_suppliers(merged, table, mapped)
    merged = with_persons_named(with_counted_groups(merged, table), table, mapped)
    merged = without_archived(without_activities(merged, table, account), table, account)
    kept = with_groups_filled(keep_rows(merged, table, account, deal), account)
    return with_title_in_header(with_title_above(name_by_deal(kept, table, account, deal), table), table, account)


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


def _criteria(sheet: SettingSheet | None) -> tuple[str, ...]:
    names = []
    for row in sheet.rows if sheet else ():
        cell = next((row[key] for key in ("criterion", "criteria", "name") if key in row), None)
        if cell is not None:
            names.append(str(cell.value).strip())
    return tuple(names)
