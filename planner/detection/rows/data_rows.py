"""Which rows under a header are accounts (or deals), and what the others are: nothing is dropped unsaid."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from planner.detection.rows.body import Body
from planner.detection.rows.lone_rows import (
    Lone,
    Place,
    is_closing,
    is_key,
    is_key_pair,
    is_known_title,
    kind_of_lone,
    undecorated,
)
from planner.detection.rows.own_business import trial_rows, under_own_business
from planner.detection.rows.repeated_headers import (
    fits_header,
    heads_figures,
    heads_parts,
    is_other_header,
    names_again,
    reads_like_header,
    repeats_header,
    says_half_again,
    title_in_header,
)
from planner.detection.rows.rows_overview import FEW, NOBODY, RowsOverview
from planner.detection.rows.total_rows import is_named_total, is_total_of_group, is_total_row
from planner.detection.table import Table, letter
from planner.parsing.cell_values import is_missing
from planner.parsing.item_numbers import is_item
from planner.parsing.text_cells import to_text
from planner.parsing.text_shapes import reads_like_name, reads_like_remark
from planner.records.findings import SkippedRow
from planner.records.issues import Issue
from planner.vocabulary import Severity

BLANK, SECOND_LIST, SECTION, TOTAL = "blank", "second-list", "section-row", "total-row"
REMARK, NAMELESS, KEY, PART = "note-row", "account-blank", "legend-row", "part-row"
WHY = {
    "header-repeated": "repeats the header", SECTION: "is a title of the rows under it", TOTAL: "is a total",
    REMARK: "is a remark", NAMELESS: "has no account", SECOND_LIST: "begins another list", KEY: "is a key",
    PART: "is a part of the row above",
}  # fmt: skip
MOST_NESTED = 2
"""So many titles stand above each other at the beginning of a list: one of all its groups, and that of the first."""
CONTRAST_ROWS = 12
"""So many rows under what may be a header of another list show whether it is."""


def keep_rows(body: Body, table: Table, account: int, deal: int | None = None) -> Body:
    """Leave out totals, repeated headers, sections, keys, remarks and rows without an account, each with its reason.

    Args:
        account: column of the account's name.  deal: column of the deal's name; a row that has one is kept.
    """
    if not body.columns or not len(body.rows):
        return body
    return _Rows(body, table, account, deal).kept()


@dataclass(eq=False)
class _Rows:
    """The rows of a table while it is found out what each of them is."""

    body: Body
    table: Table
    account: int
    deal: int | None
    dropped: dict[int, Issue] = field(default_factory=dict)
    below: int = 0
    signed: bool = False

    def __post_init__(self) -> None:
        self.rows = RowsOverview(self.body, self.table, self.account)

    def kept(self) -> Body:
        """The table without the rows that are no accounts."""
        self._drop()
        return self._without_dropped() if self.dropped else self.body

    def _drop(self) -> None:
        """Find a reason for every row that is no account."""
        for i in self.rows.suspicious():
            issue = self._why_not(i)
            if issue is None:
                continue
            self.dropped[i] = issue
            if issue.code == SECOND_LIST:
                self.below = int(self.body.rows[i])
                self.dropped |= {j: Issue(BLANK, Severity.NOTE, "") for j in range(i, len(self.rows.names))}
                break
        self._first_title()
        self._housekeeping()

    def _without_dropped(self) -> Body:
        body, dropped = self.body, self.dropped
        kept = [i for i in range(len(self.rows.names)) if i not in dropped]
        issues = tuple(issue for _, issue in sorted(dropped.items()) if issue.code not in {BLANK, KEY})
        skipped = tuple(
            SkippedRow(int(body.rows[i]), issue.value or self._text(i), WHY.get(issue.code, ""), self.table.sheet.name)
            for i, issue in sorted(dropped.items())
            if issue.code != BLANK
        )
        picked = body.at_rows(kept)
        return replace(
            picked,
            issues=(*body.issues, *issues),
            sections=_sections(dropped, kept) or picked.sections,
            below=self.below,
            skipped=(*body.skipped, *skipped),
        )

    def _first_title(self) -> None:
        """Take lone texts in the first rows for titles where those right under them, or further down, are titles."""
        lone = range(self.rows.lone_first)
        titles = any(one.code == SECTION for one in self.dropped.values())
        if not (titles and self.rows.rare and len(lone) < len(self.rows.names)) or len(lone) > MOST_NESTED:
            return
        for i in lone:
            if i not in self.dropped and isinstance(self.rows.names[i], str):
                self.dropped[i] = self._title(i, self.rows.names[i].strip())

    def _housekeeping(self) -> None:
        """Leave out what stands under the titles of a meeting's own business, and what was typed to try a program."""
        titles = {i: issue.value for i, issue in self.dropped.items() if issue.code == SECTION}
        for i, title in under_own_business(titles, len(self.rows.names)) if titles else ():
            message = f"Row {{row}} stands under “{title}” and is no account; it was skipped."
            issue = self._because(i, REMARK, Severity.NOTE, message, "Put it under another title.")
            self.dropped.setdefault(i, issue)
        for i in trial_rows(self.rows.names):
            message = "Row {row} was typed to try something out; it was skipped."
            issue = self._because(i, REMARK, Severity.NOTE, message, "If it is an account, write its own name.")
            self.dropped.setdefault(i, issue)

    def _row(self, i: int) -> list[Any]:
        return [column[i] for column in self.body.columns]

    def _why_not(self, i: int) -> Issue | None:
        """Why a row is not read, or None where it is an account after all."""
        row = self._row(i)
        if repeats_header(row, self.table.headers):
            title = title_in_header(row[self.account], self.table.headers[self.account])
            if title:
                return self._title(i, title)
            return self._because(i, "header-repeated", Severity.NOTE, "Row {row} repeats the header; it was skipped.")
        own = (cell for j, cell in enumerate(row) if not (j in self.rows.numbered and is_item(cell)))
        texts = [cell.strip() for cell in own if isinstance(cell, str) and not is_missing(cell)]
        name = row[self.account]
        nameless = is_missing(name) or (isinstance(name, str) and name.strip("()[]").lower() in NOBODY)
        if self.rows.filled[i] == 1 and len(texts) == 1:
            return self._lone(i, undecorated(texts[0]), named=not nameless) or (
                self._nameless(i, row) if nameless else None
            )
        out = self._part(i, row, texts) or self._total(i, row, texts)
        return out or (self._nameless(i, row) if nameless else self._other_than_account(i, row, texts))

    def _part(self, i: int, row: Sequence[Any], texts: Sequence[str]) -> Issue | None:
        """Whether a row heads parts of the account above it, or is one of them, which name no account."""
        if heads_parts(row, self.account, self.table.headers):
            return self._because(i, PART, Severity.NOTE, "Row {row} heads parts of the account above; it was skipped.")
        if not texts or not is_missing(row[self.account]) or not self._after(i, PART):
            return None
        message = f"Row {{row}} (“{texts[0][:60]}”) is a part of the account above; it was skipped."
        return self._because(i, PART, Severity.NOTE, message, value=texts[0])

    def _other_than_account(self, i: int, row: Sequence[Any], texts: Sequence[str]) -> Issue | None:
        """Whether a row with a name begins another list or is a key."""
        apart = bool(self.rows.gap[i]) or self._after(i, SECTION)
        half = bool(self.rows.gap[i]) and says_half_again(row, self.table.headers)
        again = half or names_again(row, self.account, self.table.headers)
        if is_other_header(row) or again or (apart and reads_like_header(row)):
            title = title_in_header(row[self.account], self.table.headers[self.account]) if half else ""
            return self._title(i, title) if title and is_known_title(title) else self._second_header(i, row)
        if self._after(i, SECTION) and self.rows.gap[i - 1] and self._heads_others(i, row):
            return self._because(i, SECOND_LIST, Severity.WARNING, "Row {row} begins a second list.")
        name, few = row[self.account], 2 * self.rows.filled[i] <= self.rows.usual
        if few and isinstance(name, str) and reads_like_remark(name) and not reads_like_name(name):
            return self._remark(i, name.strip())
        if len(texts) > 1 and all(map(is_key, texts)):
            return self._because(i, KEY, Severity.NOTE, "", value=", ".join(texts))
        if self.rows.filled[i] == FEW < self.rows.usual and is_key_pair(texts, self.rows.codes):
            return self._because(i, KEY, Severity.NOTE, "", value=f"{texts[0]} = {texts[1]}")
        return None

    def _lone(self, i: int, text: str, *, named: bool) -> Issue | None:
        place = Place(
            gap=bool(self.rows.gap[i]),
            followed=i + 1 < len(self.rows.names) and bool(self.rows.filled[i + 1] > 1),
            last=i > self.rows.last,
            after_lone=self._after(i, REMARK, SECTION, KEY, TOTAL),
            after_total=self._after(i, TOTAL),
            named=named,
            rare=self.rows.rare,
            full=self.rows.full,
            capitals=self.rows.capitals,
            names=self.rows.read_like_names,
            in_titled=self.rows.titled,
            titles_in_capitals=any(one.code == SECTION and one.value.isupper() for one in self.dropped.values()),
            above_header=i + 1 < len(self.rows.names) and repeats_header(self._row(i + 1), self.table.headers),
        )
        if is_named_total(text) or (place.rare and is_total_of_group(text, self._groups())):
            return self._because(
                i, TOTAL, Severity.NOTE, f"Row {{row}} is a total (“{text}”); it was skipped.", value=text
            )
        self.signed |= place.last and is_closing(text)
        if self.signed:
            return self._remark(i, text)
        kind = Lone.ACCOUNT if not place.gap and self.rows.begins_like_all(text) else kind_of_lone(text, place)
        if kind is Lone.ACCOUNT:
            return None
        if kind is Lone.LEGEND:
            return self._because(i, KEY, Severity.NOTE, "", value=text)
        if kind is Lone.TITLE:
            return self._title(i, text)
        return self._remark(i, text)

    def _remark(self, i: int, text: str) -> Issue:
        heads = is_known_title(text) or (text.isupper() and not self.rows.capitals)
        what = "is a title with no rows of this list under it" if heads else "reads like a remark"
        return self._because(
            i, REMARK, Severity.NOTE, f"Row {{row}} {what} (“{text[:50]}”); it was skipped.",
            "If it is an account, write something else beside it.", text[:80],
        )  # fmt: skip

    def _title(self, i: int, text: str) -> Issue:
        return self._because(
            i, SECTION, Severity.NOTE, f"Row {{row}} (“{text}”) is a title of the rows under it; it was skipped.",
            "If it is an account, write something else beside it.", text,
        )  # fmt: skip

    def _total(self, i: int, row: Sequence[Any], texts: Sequence[str]) -> Issue | None:
        if not self._is_total(i, row, texts):
            return None
        said = f" (“{texts[0]}”)" if texts else ""
        message = f"Row {{row}} is a total{said}; it was skipped."
        return self._because(i, TOTAL, Severity.NOTE, message, value=" ".join(texts))

    def _is_total(self, i: int, row: Sequence[Any], texts: Sequence[str]) -> bool:
        """Whether a row is a total: by what it says, at the end of rows or with a name that says so."""
        after, sparse = self._after(i, TOTAL), bool(self.rows.filled[i] < self.rows.usual)
        of_group = len(texts) == 1 < self.rows.usual_texts and is_total_of_group(texts[0], self._groups())
        if not (of_group or is_total_row(row, i, self.body.columns, self.table.headers, after, sparse)):
            return False
        ends = i + 1 == len(self.rows.names) or self.rows.gap[i + 1] or self.rows.filled[i + 1] <= FEW or after
        return bool(ends) or any("total" in text.lower() or is_named_total(text) for text in texts)

    def _nameless(self, i: int, row: Sequence[Any]) -> Issue | None:
        others = [value for j, value in enumerate(row) if j != self.account and not is_missing(value)]
        name = row[self.account]
        if not others and isinstance(name, str) and not name.strip():
            return Issue(BLANK, Severity.NOTE, "")
        dealt = self.deal is not None and isinstance(row[self.deal], str) and not is_missing(row[self.deal])
        if dealt and is_missing(name):
            return None
        said = next((str(value).strip() for value in others if isinstance(value, str)), "")
        if others and i == len(self.rows.names) - 1 and not said:
            return self._because(i, TOTAL, Severity.NOTE, "Row {row} is a total; it was skipped.")
        return self._because(
            i, NAMELESS, Severity.WARNING,
            f"Row {{row}} has no account{f' (it says “{said[:60]}”)' if said else ''}; it was skipped.",
            "Write the account's name, or delete the row.", str(name).strip(),
        )  # fmt: skip

    def _heads_others(self, i: int, row: Sequence[Any]) -> bool:
        """Whether a row of unknown texts is the header of a small list: figures stand under some of its texts."""
        under = []
        for k in range(i + 1, min(i + 1 + CONTRAST_ROWS, len(self.rows.names))):
            if self.rows.gap[k]:
                break
            under.append(self._row(k))
        return heads_figures(row, under)

    def _second_header(self, i: int, row: Sequence[Any]) -> Issue:
        if fits_header(row, self.table.headers):
            return self._because(i, "header-repeated", Severity.NOTE, "Row {row} is a header again; it was skipped.")
        return self._because(i, SECOND_LIST, Severity.WARNING, "Row {row} begins a second list.")

    def _because(
        self, i: int, code: str, severity: Severity, message: str, fix: str = "", value: str | None = None
    ) -> Issue:
        number = int(self.body.rows[i])
        said = str(self.rows.names[i]).strip() if value is None else value
        cell = f"{letter(self.account)}{number}"
        return Issue(code, severity, message.replace("{row}", str(number)), fix, self.table.sheet.name, cell, said)

    def _after(self, i: int, *codes: str) -> bool:
        """Whether the row above was left out for one of these reasons."""
        return i > 0 and i - 1 in self.dropped and self.dropped[i - 1].code in codes

    def _groups(self) -> Iterator[str]:
        """The titles of groups so far, and the texts that stand in several rows beside the names."""
        yield from (issue.value for issue in self.dropped.values() if issue.code == SECTION)
        for j, column in enumerate(self.body.columns):
            if j != self.account:
                texts = Counter(cell for cell in column if isinstance(cell, str))
                yield from (text for text, count in texts.items() if count > 1)

    def _text(self, i: int) -> str:
        return " ".join(to_text(column[i]).strip() for column in self.body.columns if not is_missing(column[i]))[:80]


def _sections(dropped: dict[int, Issue], kept: Sequence[int]) -> tuple[str, ...]:
    titles = {i: issue.value for i, issue in dropped.items() if issue.code == SECTION}
    if not titles:
        return ()
    starts = np.array(sorted(titles))
    texts = ["", *(titles[int(start)] for start in starts)]
    return tuple(texts[at] for at in np.searchsorted(starts, kept, side="right"))
