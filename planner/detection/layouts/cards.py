"""Boards: each column of a sheet is a status, each cell under it a card with a name and more behind it.

`Hot | Warm | Cold | Client` over `Tern Robotics ⏎ €40k ⏎ MB`: one row a card, its parts understood as those of pasted
lines are, the title of its column beside it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple

from planner.detection.headers.known_headers import names_account, names_field
from planner.detection.rows.ragged_lines import RELATIONSHIP, STATUS, named_parts, read_as_fee
from planner.detection.table import Table, letter
from planner.parsing.names import LEGAL_WORDS
from planner.parsing.standing.relationships import relationship_of
from planner.parsing.standing.stages import is_stage, outcome_of
from planner.parsing.standing.statuses import LIGHTS, status_of
from planner.parsing.text_shapes import INITIALS, reads_like_name
from planner.readers.fills import STRUCK
from planner.readers.workbook import Sheet

STAGE: Final = "Stage"
SEARCHED: Final = 30
"""So many rows are looked at for the titles of a board."""
LEAST_TITLES: Final = 3
LEAST_STATES: Final = 2
"""Where all columns are equally long, so many titles have to say how warm accounts are: `Client | Partner` say who."""
LEAST_CARDS: Final = 4
LONGEST_TITLE: Final = 5
"""Titles have no more words."""
MOST_HEADERS: Final = 0.2
NAMED: Final = 0.8
"""Of the cards at least this share begins like a name, and is called differently."""
_COUNTED: Final = re.compile(r"\s*[(\[]\s*\d+\s*[)\]]\s*$|\s+\d+\s*$")
"""How many cards a title says that there are (`Hot (5)`)."""
_PARTS: Final = re.compile(r"\s*\n\s*|\s+[-–—|·•]+\s+|\t")
_ASIDE: Final = re.compile(r"^(?P<name>[^()]+?)\s*\((?P<rest>[^()]+)\)\s*$")
_PRICED: Final = re.compile(
    r"^(\D*[^\W\d])\s+((?:c\.?\s?)?[£$€]\s?\d[\d.,]*\s?[km]?"
    r"(?:\s?(?:pcm|pm|pa|p\.?a\.?|/\s?\w+|(?:a|per) \w+))?)(?![\w.,])(.*)$",
    re.IGNORECASE,
)
"""A name with a fee right behind it (`Lancaster Uni £18k`, `Blackpool Zoo £2.5k pcm`)."""
_LIST: Final = re.compile(r"\s*[,;/]\s+")


class _Card(NamedTuple):
    """A card: the title that it stands under, its parts with the name first, and its cell."""

    title: str
    parts: list[str]
    cell: str


def card_table(sheet: Sheet) -> Table | None:
    """The list of the cards of a board, its columns under headers of our own; None where the sheet is no board."""
    at = next((i for i, row in enumerate(sheet.rows[:SEARCHED]) if _are_titles(row)), None)
    if at is None:
        return None
    titles, end = [cell for cell in sheet.rows[at] if cell != ""], _end(sheet, at)
    cards = list(_cards(sheet, at, end))
    names = [card.parts[0] for card in cards]
    different = len({name.lower() for name in names})
    heights = set(Counter(card.title for card in cards).values())
    if len(heights) == 1 and sum(map(_is_state, titles)) < LEAST_STATES:
        return None
    if sum(map(_is_header, names)) > MOST_HEADERS * len(cards):
        return None
    if len(cards) < LEAST_CARDS or min(sum(map(reads_like_name, names)), different) < NAMED * len(cards):
        return None
    headers, rows = named_parts([card.parts for card in cards], known=frozenset({RELATIONSHIP, STATUS}))
    headers = (headers[0], STAGE if _are_stages(titles) else STATUS, *headers[1:])
    lines = [[row[0], _title(card.title), *row[1:]] for card, row in zip(cards, rows, strict=True)]
    width = len(headers)
    before = [[_only(row), *[""] * (width - 1)] for row in sheet.rows[:at]]
    after = [[_only(row), *[""] * (width - 1)] for row in sheet.rows[end:]]
    cells = [*before, list(headers), *lines, [""] * width, *after]
    places = {at + 2 + i: card.cell for i, card in enumerate(cards)}
    places |= {at + 3 + len(cards) + i: f"{letter(0)}{end + 1 + i}" for i in range(len(after))}
    laid = replace(sheet, rows=cells, merged=(), scan=None)
    return Table(laid, at + 1, headers, at + 1, 0, 0.0, top=at + 1, cells=places)


def _are_titles(row: Sequence[Any]) -> bool:
    """Whether a row holds nothing but words for how accounts stand, each of them once."""
    texts = [cell for cell in row if cell != ""]
    if len(texts) < LEAST_TITLES or not all(isinstance(text, str) for text in texts):
        return False
    titles = list(map(_title, texts))
    return len({title.lower() for title in titles}) == len(titles) and all(map(_is_title, titles))


def _title(cell: Any) -> str:
    return _COUNTED.sub("", " ".join(str(cell).split())).rstrip(":")


def _is_title(text: str) -> bool:
    if not 0 < len(text.split()) <= LONGEST_TITLE:
        return False
    said = relationship_of(text) is not None or status_of(text).state is not None
    return said or ((is_stage(text) or bool(outcome_of(text))) and not names_field(text))


def _is_header(name: str) -> bool:
    """Whether what stands where a card's name would is a header of a list, or a value of one: a key above it."""
    return names_account(name) or _is_title(name)


def _are_stages(titles: Sequence[Any]) -> bool:
    """Whether titles say how far a sale is, and not only how warm accounts are."""
    said = [text for text in map(_title, titles) if status_of(text).state not in LIGHTS]
    return sum(is_stage(text) and relationship_of(text) is None for text in said) >= LEAST_STATES


def _is_state(title: Any) -> bool:
    """Whether a title says how warm accounts are, or how far."""
    return status_of(_title(title)).state is not None or is_stage(_title(title))


def _end(sheet: Sheet, at: int) -> int:
    """Index of the first row under the cards: after it no row has more than a single text."""
    rows = sheet.rows
    last = max((i for i in range(at + 1, len(rows)) if sum(cell != "" for cell in rows[i]) > 1), default=at)
    end = last + 1
    while end < len(rows) and any(cell != "" for cell in rows[end]):
        end += 1
    return end


def _cards(sheet: Sheet, at: int, end: int) -> Iterator[_Card]:
    """The cards, column by column; what stands under no title belongs to the card on its left."""
    titled = [j for j, cell in enumerate(sheet.rows[at]) if cell != ""]
    for j, stop in zip(titled, [*titled[1:], sheet.width], strict=True):
        for number, row in enumerate(sheet.rows[at + 1 : end], at + 2):
            if row[j] == "" or _counts(row):
                continue
            parts = [part for cell in row[j:stop] if cell != "" for part in _parts(str(cell))]
            if parts and sheet.scan is not None and (number, j) in sheet.scan.struck:
                parts.append(STRUCK)
            if parts:
                yield _Card(str(sheet.rows[at][j]), parts, f"{letter(j)}{number}")


def _counts(row: Sequence[Any]) -> bool:
    """Whether a row says nothing but how many cards stand above."""
    return all(cell == "" or str(cell).removesuffix(".0").isdecimal() for cell in row)


def _parts(text: str) -> list[str]:
    """The parts of a card: its lines, what dashes part, or what stands in brackets behind the name."""
    parts = [part.strip() for part in _PARTS.split(text) if part.strip()]
    priced = _PRICED.match(parts[0]) if parts else None
    if priced:
        parts[:1] = [part.strip() for part in priced.groups() if part.strip()]
    if len(parts) > 1:
        return parts
    aside = _ASIDE.match(parts[0]) if parts else None
    if aside:
        return [aside["name"], *_LIST.split(aside["rest"])]
    items = _LIST.split(parts[0]) if parts else []
    if any(map(_says_more, items[1:])):
        return items
    words = parts[0].rsplit(maxsplit=1) if parts else []
    return words if len(words) > 1 and any(map(str.isdigit, words[1])) and read_as_fee(words[1]) else parts


def _says_more(item: str) -> bool:
    """Whether what stands behind a comma is no part of a name: money, or somebody's initials."""
    return read_as_fee(item) or (INITIALS.match(item) is not None and item.lower() not in LEGAL_WORDS)


def _only(row: Sequence[Any]) -> str:
    """What a row outside the board says, in one text."""
    return "  ".join(str(cell) for cell in row if cell != "")
