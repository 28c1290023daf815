"""A workbook as a user keeps it: a logo, a chart, sparklines, rules of colour, a formula, notes, a print setup."""

from __future__ import annotations

import base64
import io
import zipfile
from pathlib import Path

import xlsxwriter

DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
HEADERS = (
    "Account",
    "Owner",
    "Annual fee",
    "Chance",
    "Hours now",
    "Good for others",
    "Good for you, now",
    "Double fee",
)
ROWS = (
    ("Acme", "M. Lind", 40_000, 0.5, 8, 0, 5),
    ("=Beta & Söhne", "T. Akers", 20_000, 0.4, 12, 4, 2),
    ("Gamma Trust", "M. Lind", 5_000, 0.9, 20, 5, 1),
)


def rich_workbook(path: Path) -> None:
    """Title rows above a banded list from B4 on, with what a library that rewrites workbooks would lose."""
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False}) as book:
        cover = book.add_worksheet("Cover")
        cover.insert_image(1, 1, "logo.png", {"image_data": io.BytesIO(DOT), "x_scale": 40, "y_scale": 40})
        sheet = book.add_worksheet("Clients")
        head = book.add_format({"bold": True, "bg_color": "#204060", "font_color": "white"})
        band = book.add_format({"bg_color": "#EEF2F6", "num_format": "#,##0"})
        sheet.write(0, 1, "Our clients, do not print")
        sheet.write_row(3, 1, HEADERS, head)
        for at, row in enumerate(ROWS, start=4):
            for column, value in enumerate(row, start=1):
                sheet.write(at, column, value, band if at % 2 else None)
            sheet.write_formula(at, 8, f"=D{at + 1}*2", band, row[2] * 2)
        sheet.add_sparkline(0, 4, {"range": "Clients!D5:D7"})
        sheet.conditional_format("D5:D7", {"type": "data_bar", "data_bar_2010": True})
        sheet.write_comment("B5", "Ask Jo")
        sheet.set_landscape()
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=Clients!$D$5:$D$7"})
        sheet.insert_chart("B12", chart)


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(source: Path, target: Path, part: str, before: str, after: str) -> Path:
    """A workbook with one text of a part replaced, as another program would have written it."""
    held = parts(source)
    assert before.encode() in held[part]
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in held.items():
            archive.writestr(name, content.replace(before.encode(), after.encode()) if name == part else content)
    return target
