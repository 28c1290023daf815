"""Damaged workbooks: `python -m tests.readers.fuzz 2000` tries so many and prints what went wrong, if anything."""

import io
import os
import random
import sys
import zipfile
from collections import Counter
from pathlib import Path

from planner.errors import PlannerError
from planner.export.roster_json import check_json
from planner.parsing.cell_values import is_missing
from planner.readers.workbook import open_book
from planner.reading import read_roster
from planner.roster.roster import Roster
from planner.settings import Settings
from tests.readers.make import workbook
from tests.readers.xlsb import xlsb

FILES = Path(__file__).parent / "files"
ROWS = [
    ["Our clients"],
    ["Account", "Type", "Fee", "Chance", "When", "Good for others", "Hours"],
    ["Acme", "client", "$1,200", 0.5, "Q3 2026", 4, "2 h"],
    ["Beta", "prospect", 500, "High", "1 Sep 2026", "●●○○○", ""],
    ["Total", "", 1700],
]
TOGETHER = {
    "Deals": [
        ["Deal", "Account ID", "Company", "Stage", "Amount", "Owner", "", "Client", "Hours/week"],
        ["One", "001", "Acme", "Proposal", "€ 1.200,50", "AL", "", "Acme", 2],
        ["Two", "002", "Beta", "Won", 500, "BR", "", "Zed", "1 h"],
        [],
        ["Fee", "Client", "Stage"],
        [70, "Yam", "Lead"],
    ],
    "Companies": [["Account ID", "Company", "Industry", "Website"], ["001", "Acme", "Law", "acme.example"]],
    "Contacts": [
        ["First Name", "Last Name", "Email", "Job Title", "Account ID", "Role"],
        ["Jo", "Park", "jo@acme.example", "CEO", "001", "Champion"],
        ["Al", "Bo", "", "Buyer", "009", ""],
    ],
    "Users": [["Initials", "Full name", "Email"], ["AL", "Ann Lee", "a@x.example"], ["BR", "Bob Ray", "b@x.example"]],
}
SMALL = Settings(max_cells=200_000, max_unzipped_mb=20)
TEXT = "\n".join(",".join(f'"{cell}"' for cell in row) for row in ROWS).encode()


def sources() -> dict[str, bytes]:
    """One good file of each format."""
    good = {name: (FILES / name).read_bytes() for name in ("clients.ods", "clients.xls", "clients_libreoffice.xlsx")}
    return {
        **good,
        "a.xlsx": workbook({"Clients": ROWS}),
        "a.xlsb": xlsb(ROWS),
        "a.csv": TEXT,
        "all.xlsx": workbook(TOGETHER),
    }


def damaged(content: bytes, rng: random.Random) -> bytes:
    """A file with some bytes changed, cut, doubled or dropped; inside a zip's parts half of the time."""
    if content[:2] == b"PK" and rng.random() < 0.6:
        return _inside(content, rng)
    return _changed(content, rng)


def _changed(content: bytes, rng: random.Random) -> bytes:
    data = bytearray(content)
    for _ in range(rng.randint(1, 8)):
        at = rng.randrange(max(1, len(data)))
        kind = rng.random()
        if kind < 0.6 and data:
            data[at] = rng.randrange(256)
        elif kind < 0.75:
            del data[at : at + rng.randint(1, 60)]
        elif kind < 0.9:
            data[at:at] = data[at : at + rng.randint(1, 60)]
        else:
            data[at:at] = rng.choice([b"\x00", b"<", b"&x;", b"9999999999", b'"', b"\xff\xfe", b"-1", b"XFD1048576"])
    return bytes(data)


def _inside(content: bytes, rng: random.Random) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        chosen = rng.choice(names)
        for name in names:
            data = old.read(name)
            new.writestr(name, _changed(data, rng) if name == chosen else data)
    return out.getvalue()


def attempt(name: str, content: bytes) -> str:
    """ "read" or "refused"; any other end is an exception."""
    try:
        roster = read_roster(content, name=name, settings=SMALL)
    except PlannerError as refusal:
        return "refused" if str(refusal).strip() else "refused without a word"
    check_json(roster)
    assert len(roster.names) == roster.size
    lost = lost_rows(name, content, roster)
    return f"lost rows {lost}" if lost else "read"


def lost_rows(name: str, content: bytes, roster: Roster) -> list[int]:
    """Rows of the list's sheet under its header that say something, yet are neither read nor named as left out."""
    book = open_book(content, name, SMALL)
    sheet = book.sheet(roster.source.sheet)
    read = set((roster.deals.row if roster.deals is not None else roster.rows).tolist())
    here = [issue.cell for issue in roster.issues if issue.sheet == sheet.name]
    named = {int(digits) for cell in here if (digits := cell.rpartition("!")[2].strip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))}
    named |= {row.row for row in roster.skipped if row.sheet == sheet.name}
    begun = [issue for issue in roster.issues if issue.code in {"second-list", "list-beside"}]
    last = min((number for number in named if begun and number > roster.source.header_row), default=len(sheet.rows))
    rows = enumerate(sheet.rows[roster.source.header_row : last if begun else None], roster.source.header_row + 1)
    return [number for number, row in rows if number not in read | named and sum(map(_says, row)) > 1]


def _says(cell: object) -> bool:
    return not is_missing(cell)


def run(count: int, seed: int = 0) -> Counter[str]:
    rng = random.Random(seed)
    good = sources()
    results: Counter[str] = Counter()
    for _ in range(count):
        name = rng.choice(list(good))
        content = damaged(good[name], rng)
        begun = sum(os.times()[:4])
        try:
            results[attempt(name, content)] += 1
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt):
                raise
            results[f"{name}: {type(error).__name__}: {str(error)[:80]}"] += 1
        if sum(os.times()[:4]) - begun > 5:
            results[f"{name}: slow"] += 1
    return results


if __name__ == "__main__":
    for result, times in run(int(sys.argv[1])).most_common():
        sys.stdout.write(f"{times:6} {result}\n")
