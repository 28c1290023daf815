"""A workbook of 24 columns as a partner keeps it in Excel: names, money, shares, dates, ratings, contacts, notes."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from random import Random
from typing import Any

import xlsxwriter

HEADERS = ("Client", "Relationship", "Owner", "Industry", "Service", "Region", "Stage", "Annual fee", "Cost to serve",
           "Probability", "Expected date", "Good for others", "Builds strengths", "Good now", "Good later",
           "Good via referral", "Current hours", "Who signs", "Email", "Website", "Client since", "Last contact",
           "Next step", "Notes")  # fmt: skip
FORMATS = {"Annual fee": "$#,##0", "Cost to serve": "$#,##0", "Probability": "0%", "Expected date": "d mmm yyyy",
           "Client since": "d mmm yyyy", "Last contact": "d mmm yyyy"}  # fmt: skip
RELATIONSHIPS = {"Client": 30, "Prospect": 50, "Past client": 12, "Referral source": 8}
OWNERS = ("B. Chen", "A. Okafor", "D. Ruiz", "M. Lindqvist", "S. Haddad", "A. Okafor; B. Chen")
FAMILIES = ("Harrow", "Pike", "Brannoc", "Ruiz", "Delgado", "Alderman", "Vantage", "Tern", "Okafor", "Lindqvist",
            "Moreau", "Castellan", "Whitby", "Sorensen", "Haddad", "Ferreira", "Novak", "Ashdown", "Kellner", "Obuya",
            "Prentice", "Quill", "Rademaker", "Sato", "Thackeray", "Ueda", "Vasquez", "Wexford", "Yarrow", "Zielinski",
            "Beaumont", "Carrow", "Dunmore", "Eastgate", "Farrier", "Glanville", "Hollis", "Ingram", "Jessop",
            "Kirkwall", "Langford", "Merrow", "Northcote", "Ormond")  # fmt: skip
TRADES = ("Building Supplies", "Hospice", "Robotics", "Freight", "Holdings", "Housing Association", "Dental Group",
          "Foods", "Architects", "Energy", "Community Trust", "Software", "Textiles", "Medical Devices", "Logistics",
          "Publishing", "Water", "Farms", "Insurance Brokers", "School")  # fmt: skip
FORMS = ("Ltd", "LLP", "Inc.", "plc", "", "", "Group", "GmbH")
INDUSTRIES = ("Distribution", "Nonprofit", "Manufacturing", "Legal", "Logistics", "Property", "Health", "Education",
              "Energy", "Retail", "Public sector")  # fmt: skip
SERVICES = ("Audit", "Advice", "Design", "Training", "Research", "Carve-outs")
REGIONS = ("North", "South", "East", "West", "Abroad")
STAGES = ("Lead", "Qualification", "Needs analysis", "Proposal", "Negotiation", "Verbal", "")
STEPS = ("Call the finance director", "Send the proposal", "Lunch with the trustees", "Wait for the budget round",
         "Ask for a reference", "Agree the scope", "")  # fmt: skip
REMARKS = ("renewal; the FD signs", "half rate; the trustees know everyone", "first carve-out; we would learn it",
           "always over-runs", "sent two clients since 2024", "on the list because it is big", "prefers a fixed fee",
           "asked for the price list in spring", "new owner since January", "wants last year's team")  # fmt: skip
TODAY = dt.date(2026, 7, 1)


def write_partner_list(path: Path, size: int) -> None:
    """A list of `size` accounts as Excel saves one: texts shared, numbers and dates with formats, some gaps."""
    draw = Random(7)
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Clients")
        sheet.write_row(0, 0, HEADERS, book.add_format({"bold": True}))
        formats = [book.add_format({"num_format": FORMATS[one]}) if one in FORMATS else None for one in HEADERS]
        names = [_name(draw, number) for number in range(size)]
        for r, name in enumerate(names):
            for j, (style, value) in enumerate(zip(formats, _account(draw, r, name), strict=True)):
                if isinstance(value, dt.date):
                    sheet.write_datetime(r + 1, j, dt.datetime.combine(value, dt.time()), style)
                elif value not in {"", None}:
                    sheet.write(r + 1, j, value, style)


def _name(draw: Random, number: int) -> str:
    """Names repeat their words, as trades do, but no two are the same."""
    first, second = divmod(number, len(FAMILIES))
    one, other = FAMILIES[first % len(FAMILIES)], FAMILIES[second]
    trade = TRADES[(first // len(FAMILIES) + number) % len(TRADES)]
    return f"{one} & {other} {trade} {draw.choice(FORMS)}".strip()


def _account(draw: Random, number: int, name: str) -> tuple[Any, ...]:
    kind = draw.choices(list(RELATIONSHIPS), list(RELATIONSHIPS.values()))[0]
    fee = round(draw.lognormvariate(10.2, 1.0), -2) if draw.random() < 0.95 else None
    signer = f"{draw.choice('ABCDEFGHJK')}. {draw.choice(FAMILIES)}"
    host = f"{name.partition(' ')[0].lower()}{number}.example.com"
    ratings = (draw.randint(1, 5) if draw.random() < 0.6 else None for _ in range(5))
    return (
        name, kind, draw.choice(OWNERS), draw.choice(INDUSTRIES), draw.choice(SERVICES), draw.choice(REGIONS),
        draw.choice(STAGES), fee, round(fee * draw.uniform(0.4, 1.05), -1) if fee and draw.random() < 0.5 else None,
        draw.randrange(5, 100, 5) / 100 if draw.random() < 0.9 else None,
        TODAY + dt.timedelta(draw.randrange(-60, 500)) if draw.random() < 0.9 else None, *ratings,
        draw.randint(1, 12) if draw.random() < 0.5 else None, signer, f"{signer[3:].lower()}@{host}", f"www.{host}",
        TODAY - dt.timedelta(draw.randrange(90, 4000)) if "lient" in kind else None,
        TODAY - dt.timedelta(draw.randrange(400)), draw.choice(STEPS),
        f"{draw.choice(REMARKS)}; {draw.choice(REMARKS)}" if draw.random() < 0.8 else None,
    )  # fmt: skip
