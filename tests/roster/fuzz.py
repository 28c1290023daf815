"""Damaged workbooks: `python -m tests.roster.fuzz 2000` tries so many and prints what went wrong, if anything."""

import io
import random
import sys
import time
import zipfile
from collections import Counter
from pathlib import Path

from planner.errors import PlannerError
from planner.roster.check import check_json
from planner.roster.read import read_roster
from planner.settings import Settings
from tests.roster.make import workbook
from tests.roster.xlsb import xlsb

FILES = Path(__file__).parent / "files"
ROWS = [
    ["Our clients"],
    ["Account", "Type", "Fee", "Chance", "When", "Good for others", "Hours"],
    ["Acme", "client", "$1,200", 0.5, "Q3 2026", 4, "2 h"],
    ["Beta", "prospect", 500, "High", "1 Sep 2026", "●●○○○", ""],
    ["Total", "", 1700],
]
SMALL = Settings(max_cells=200_000, max_unzipped_mb=20)
TEXT = "\n".join(",".join(f'"{cell}"' for cell in row) for row in ROWS).encode()


def sources() -> dict[str, bytes]:
    """One good file of each format."""
    good = {name: (FILES / name).read_bytes() for name in ("clients.ods", "clients.xls", "clients_libreoffice.xlsx")}
    return {**good, "a.xlsx": workbook({"Clients": ROWS}), "a.xlsb": xlsb(ROWS), "a.csv": TEXT}


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
    return "read"


def run(count: int, seed: int = 0) -> Counter[str]:
    rng = random.Random(seed)
    good = sources()
    results: Counter[str] = Counter()
    for _ in range(count):
        name = rng.choice(list(good))
        content = damaged(good[name], rng)
        begun = time.perf_counter()
        try:
            results[attempt(name, content)] += 1
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt):
                raise
            results[f"{name}: {type(error).__name__}: {str(error)[:80]}"] += 1
        if time.perf_counter() - begun > 5:
            results["slow"] += 1
    return results


if __name__ == "__main__":
    for result, times in run(int(sys.argv[1])).most_common():
        sys.stdout.write(f"{times:6} {result}\n")
