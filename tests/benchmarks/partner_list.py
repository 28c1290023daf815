"""A workbook of 24 columns as a partner keeps it in Excel: names, money, shares, dates, ratings, contacts, notes."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from random import Random
from typing import Any

import xlsxwriter

HEADERS = ("Client", "Relationship", "Owner", "Industry", "Service", "Region", "Stage", "Annual fee", "Cost to serve",
           "Probability", "Expected date", "Good for others", "Builds strengths", "Good now", "Good later", "Referrals",
           "Current hours", "Who signs", "Email", "Website", "Client since", "Last contact", "Next step",
           "Notes")  # fmt: skip
FORMATS = {"Annual fee": "$#,##0", "Cost to serve": "$#,##0", "Probability": "0%", "Expected date": "d mmm yyyy",
           "Client since": "d mmm yyyy", "Last contact": "d mmm yyyy"}  # fmt: skip
FAMILIES = (
    "Harrow Pike Brannoc Ruiz Delgado Alderman Vantage Tern Okafor Lindqvist Moreau Castellan Whitby Sorensen Haddad "
    "Ferreira Novak Ashdown Kellner Obuya Prentice Quill Rademaker Sato Thackeray Ueda Vasquez Wexford Yarrow Zielinski "
    "Beaumont Carrow Dunmore Eastgate Farrier Glanville Hollis Ingram Jessop Kirkwall Langford Merrow Northcote Ormond"
).split()
TRADES = (
    "Building Supplies|Hospice|Robotics|Freight|Holdings|Housing Association|Dental Group|Foods|Architects|Energy|"
    "Community Trust|Software|Textiles|Medical Devices|Logistics|Publishing|Water|Farms|Insurance Brokers|School"
).split("|")
FORMS = ("Ltd", "LLP", "Inc.", "plc", "", "", "Group", "GmbH")
INDUSTRIES = (
    "Distribution|Nonprofit|Manufacturing|Legal|Logistics|Property|Health|Education|Energy|Retail|Public sector"
).split("|")
SERVICES = ("Audit", "Advice", "Design", "Training", "Research", "Carve-outs")
REGIONS = ("North", "South", "East", "West", "Abroad")
STAGES = ("Lead", "Qualification", "Needs analysis", "Proposal", "Negotiation", "Verbal", "")
STEPS = (
    "Call the finance director|Send the proposal|Lunch with the trustees|Wait for the budget round|Ask for a reference|"
    "Agree the scope|"
).split("|")
REMARKS = (
    "renewal; the FD signs|half rate; the trustees know everyone|first carve-out; we would learn it|always over-runs|"
    "sent two clients since 2024|still on the list because it is big|asked for the price list in spring|new owner since "
    "January|prefers a fixed fee|wants the same team as last year"
).split("|")


def write_partner_list(path: Path, size: int) -> None:
    """A list of `size` accounts, as Excel saves one: texts shared, numbers and dates with formats, gaps left empty."""
    draw = Random(7)
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Clients")
        sheet.write_row(0, 0, HEADERS, book.add_format({"bold": True}))
        formats = {name: book.add_format({"num_format": code}) for name, code in FORMATS.items()}
        for r in range(size):
            for j, (header, value) in enumerate(zip(HEADERS, _account(draw, r), strict=True)):
                if isinstance(value, dt.date):
                    sheet.write_datetime(r + 1, j, dt.datetime(value.year, value.month, value.day), formats[header])
                elif value not in {"", None}:
                    sheet.write(r + 1, j, value, formats.get(header))


def _account(draw: Random, number: int) -> tuple[Any, ...]:
    family, other = draw.choice(FAMILIES), draw.choice(FAMILIES)
    name = f"{family} & {other} {draw.choice(TRADES)} {draw.choice(FORMS)}".strip()
    kind = draw.choices(("Client", "Prospect", "Past client", "Referral source"), (30, 50, 12, 8))[0]
    fee = round(draw.lognormvariate(10.2, 1.0), -2) if draw.random() < 0.9 else None
    host = f"{family}{other}{number}.example.com".lower()
    today = dt.date(2026, 7, 1)
    ratings = [draw.randint(1, 5) if draw.random() < share else None for share in (0.2, 0.25, 0.35, 0.4, 0.1)]
    return (
        name, kind, f"{draw.choice('ABCDEFGHJK')}. {draw.choice(FAMILIES[:5])}", draw.choice(INDUSTRIES),
        draw.choice(SERVICES), draw.choice(REGIONS), draw.choice(STAGES), fee,
        round(fee * draw.uniform(0.4, 1.05), -1) if fee and draw.random() < 0.4 else None,
        draw.randrange(5, 100, 5) / 100 if draw.random() < 0.8 else None,
        today + dt.timedelta(draw.randrange(-60, 500)) if draw.random() < 0.8 else None, *ratings,
        draw.randint(1, 12) if draw.random() < 0.3 else None,
        f"{draw.choice('ABCDEFGHJK')}. {other}" if draw.random() < 0.6 else None, f"{other.lower()}@{host}",
        f"www.{host}", today - dt.timedelta(draw.randrange(90, 4000)) if kind.endswith("lient") else None,
        today - dt.timedelta(draw.randrange(400)), draw.choice(STEPS),
        f"{draw.choice(REMARKS)}; {draw.choice(REMARKS)}" if draw.random() < 0.6 else None,
    )  # fmt: skip
