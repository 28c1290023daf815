"""Small workbooks for tests, written as the test reads."""

import io
from collections.abc import Mapping, Sequence

import xlsxwriter

from planner.reading import read_roster
from planner.roster.roster import Roster


def workbook(sheets: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    """An `.xlsx` with these sheets, each a list of rows from A1."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True, "default_date_format": "yyyy-mm-dd"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for i, row in enumerate(rows):
                for j, cell in enumerate(row):
                    if cell not in ("", None):
                        sheet.write(i, j, cell)
    return content.getvalue()


def formatted(rows: Sequence[Sequence[object]], formats: Mapping[tuple[int, int], str]) -> bytes:
    """An `.xlsx` with one sheet called Clients, some cells (row and column from 0) in a number format."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Clients")
        looks = {text: book.add_format({"num_format": text}) for text in formats.values()}
        for i, row in enumerate(rows):
            for j, cell in enumerate(row):
                sheet.write(i, j, cell, looks[formats[i, j]] if (i, j) in formats else None)
    return content.getvalue()


def merged(rows: Sequence[Sequence[object]], ranges: Sequence[tuple[int, int, int]]) -> bytes:
    """An `.xlsx` with one sheet called Clients, some cells of a row (from 0) merged from one column to another."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True, "default_date_format": "mmm-yy"}) as book:
        sheet = book.add_worksheet("Clients")
        for i, row in enumerate(rows):
            sheet.write_row(i, 0, row)
        for row, first, last in ranges:
            sheet.merge_range(row, first, row, last, rows[row][first])
    return content.getvalue()


def workbook_roster(sheets: Mapping[str, Sequence[Sequence[object]]], **options: object) -> Roster:
    return read_roster(workbook(sheets), name="list.xlsx", **options)


def sheet_roster(*rows: Sequence[object], **options: object) -> Roster:
    """The roster of a workbook with one sheet called Clients."""
    return workbook_roster({"Clients": rows}, **options)


def csv_roster(text: str, encoding: str = "utf-8", **options: object) -> Roster:
    return read_roster(text.encode(encoding), name="list.csv", **options)


def codes(roster: Roster) -> list[str]:
    return [issue.code for issue in roster.issues]
