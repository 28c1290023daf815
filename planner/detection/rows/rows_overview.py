"""What the rows under a header look like together: how much they usually say, and which of them stand out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from planner.detection.headers.known_headers import field_of, known_headers
from planner.detection.rows.body import Body
from planner.detection.rows.total_rows import may_sum
from planner.detection.table import Table
from planner.parsing.cell_values import ERRORS, MISSING, as_cells
from planner.parsing.header_text import plain, read_header
from planner.parsing.item_numbers import is_item, numbers_items
from planner.parsing.text_shapes import reads_like_name

USUALLY = 3
"""Where rows usually say so much, a row of a single text stands out."""
FEW = 2
"""A row with no more cells than this may be a title, a key, a total or a remark."""
NOBODY = frozenset(
    {"not specified", "no name", "no customer name", "unassigned", "uncategorized", "uncategorised", "unknown client",
     "unknown customer", "anonymous", "anonymous customer",
     "without client", "no client", "no company", "no customer", "unassigned client", "ohne kunde", "kein kunde",
     "sans client", "sin cliente", "senza cliente", "sem cliente", "geen klant", "zonder klant",
     "cash sale", "cash sales", "cash customer", "cash customers", "sundry customers", "sundry debtors",
     "walk-in customer", "walk-in customers", "counter sales", "barverkauf", "barverkäufe", "laufkundschaft",
     "diverse kunden", "clients divers", "client comptoir", "clientes varios", "público en general",
     "publico en general", "consumidor final", "diverse klanten", "clienti vari"}
)  # fmt: skip
"""What programs write in the place of a name where there is none, or where many buy who are no accounts."""
_NO_NAME = MISSING | ERRORS | NOBODY | {f"({name})" for name in NOBODY}
LONGEST_CODE = 4
LOOKED_AT = 400
MOST_LONE = 0.4
LEAST_TITLES = 3
"""So many lone texts over fuller rows, the first row among them, are titles of groups."""


@dataclass(eq=False)
class RowsOverview:
    """The rows of a table as a whole; arrays are (n,), a row each.

    Attributes:
        names: cells of the account's column.
        numbered: columns before it that number an agenda's items.
        filled: how many cells of each row say something, and `usual` how many that is mostly.
        gap: whether empty rows stand above a row.
        rare: whether rows of a single text are few, and `full` whether they stand out among full ones.
        titled: whether the list begins with a title of a group.
        capitals, read_like_names: whether the names mostly are in capitals, and read like names.
        last: the last full row.
    """

    body: Body
    table: Table
    account: int

    def __post_init__(self) -> None:
        columns = self.body.columns
        self.names = columns[self.account]
        before = range(min(self.account, len(columns)))
        self.numbered = frozenset(j for j in before if numbers_items(as_cells(columns[j]).distinct))
        self.filled = np.sum([self._counted(j) for j in range(len(columns))], axis=0)
        numbers = self.body.rows
        self.gap = np.diff(numbers, prepend=self.table.first) > 1
        usual = np.median(self.filled[self.filled > 1]) if np.any(self.filled > 1) else 1.0
        lone = int(np.sum(self.filled <= 1))
        self.rare = bool(usual >= FEW and lone <= 0.4 * len(numbers) + 2 and np.any(self.filled > 1))
        self.usual = float(usual)
        self.full = self.rare and usual >= USUALLY and lone <= 0.3 * len(numbers) and len(numbers) - lone >= USUALLY
        self.known = _NO_NAME | known_headers().keys() | {header.lower() for header in self.table.headers}
        self.titled = self._begins_with_titles(self.rare and usual >= USUALLY and lone <= MOST_LONE * len(numbers))
        texts = sum(isinstance(name, str) and name != "" for name in self.names)
        self.named_in_text = texts > 0.7 * sum(name != "" for name in self.names)
        self.capitals, self.read_like_names = _looks(self.names)
        fuller = np.flatnonzero(self.filled > min(FEW, self.usual - 1))
        self.last = int(fuller[-1]) if len(fuller) else len(numbers) - 1

    def _counted(self, j: int) -> NDArray[np.bool_]:
        """(n,) whether a column says something in each row; the number of an agenda's item says nothing."""
        cells = as_cells(self.body.columns[j])
        if j not in self.numbered:
            return cells.said
        return cells.said & ~np.array(cells.map(is_item), dtype=np.bool_)

    @cached_property
    def codes(self) -> frozenset[str]:
        """The different texts of no more letters than a code has."""
        return frozenset(
            low for column in self.body.columns for low in as_cells(column).low.values() if len(low) <= LONGEST_CODE
        )

    @cached_property
    def usual_texts(self) -> float:
        """How many texts the first rows mostly hold that say more than a name."""
        rows = [i for i in range(min(LOOKED_AT, len(self.names))) if self.filled[i] > 1]
        texts = [sum(isinstance(column[i], str) and column[i] != "" for column in self.body.columns) for i in rows]
        return float(np.median(texts)) if texts else 0.0

    @cached_property
    def begins(self) -> frozenset[str]:
        """The first words of the names of all rows that say more than a name."""
        texts = (str(name) for name, filled in zip(self.names, self.filled.tolist(), strict=True) if filled > 1)
        return frozenset(next(iter(plain(text).split()), "") for text in texts)

    def begins_like_all(self, text: str) -> bool:
        """Whether a text of several words begins with the word with which the names of all fuller rows begin."""
        first, *more = plain(text).split() or [""]
        return bool(more) and self.begins == {first}

    @cached_property
    def lone_first(self) -> int:
        """How many of the first rows hold a single text."""
        return int(np.argmax(self.filled != 1)) if np.any(self.filled != 1) else len(self.names)

    def _begins_with_titles(self, stand_out: bool) -> bool:
        """Whether lone texts over fuller rows, the first rows among them, are titles: they begin unlike all names."""
        lone = [i for i in range(len(self.names) - 1) if self.filled[i] == 1 and self.filled[i + 1] > 1]
        if not stand_out or lone[:1] != [self.lone_first - 1] or len(lone) < LEAST_TITLES:
            return False
        begins = [next(iter(plain(str(name)).split()), "") for name in self.names]
        return not {begins[i] for i in lone} & {begins[i] for i in range(len(begins)) if i not in lone}

    def suspicious(self) -> list[int]:
        """Rows that may be no accounts: by their names, because they say little, or at the end of a block."""
        names = as_cells(self.names)
        odd = {cell for cell in names.distinct - names.texts if self._is_odd_figure(cell)}
        odd |= {text for text, low in names.low.items() if self._is_odd_text(low)}
        few = (self.filled <= FEW) if self.usual >= USUALLY else (self.filled <= 1)
        ends = np.concatenate((self.gap[1:], [True]))
        named_oddly = np.fromiter(map(odd.__contains__, self.names), np.bool_, len(self.names)) if odd else False
        under_lone = np.concatenate(([False], self.filled[:-1] <= 1))
        found: list[int] = np.flatnonzero(few | ends | self.gap | named_oddly | under_lone).tolist()
        return found

    def _is_odd_figure(self, cell: Any) -> bool:
        if self.named_in_text and isinstance(cell, int | float):
            return True
        return not isinstance(cell, int | float) or isinstance(cell, bool) or math.isnan(cell)

    def _is_odd_text(self, low: str) -> bool:
        if low in self.known or may_sum(low) or "=" in low or low[-1:] == ":":
            return True
        return ("/" in low or "(" in low or "_" in low) and field_of(read_header(low)) is not None


def _looks(names: Sequence[Any]) -> tuple[bool, bool]:
    """Whether names are mostly written in capitals, and whether they mostly read like names."""
    texts = [name for name in names[:200] if isinstance(name, str) and any(c.isalpha() for c in name)]
    capitals = sum(text.isupper() for text in texts) > 0.5 * len(texts)
    return capitals, sum(map(reads_like_name, texts)) > 0.7 * len(texts)
