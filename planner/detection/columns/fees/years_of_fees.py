"""Which of the columns of fees of several years counts: the last whole year, or what is planned for this one."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from planner.detection.columns.scores.money_columns import MoneyColumn
from planner.detection.columns.scores.money_scores import SECOND


def latest(best: MoneyColumn, others: list[MoneyColumn]) -> tuple[MoneyColumn, list[MoneyColumn]]:
    """Of several columns that say the same of other years, the one of the last whole year."""
    alike = [one for one in (best, *others) if one.year and one.words == best.words and one.size and not one.part_year]
    last = max(alike, key=lambda one: one.year, default=best)
    if not best.year or last is best:
        return best, others
    return last, [one for one in (best, *others) if one is not last]


def whole_year(best: MoneyColumn, others: list[MoneyColumn]) -> tuple[MoneyColumn, list[MoneyColumn]]:
    """The fees of the last whole year before those of one that is not over yet (`2025 fees`, `2026 YTD`)."""
    whole = [
        one
        for one in others
        if one.ours and one.is_past and not one.part_year and 0 < one.year < best.year and one.score >= SECOND
    ]
    if not (best.is_past and best.part_year and whole):
        return best, others
    last = max(whole, key=lambda one: one.year)
    return last, [one for one in (best, *others) if one is not last]


def planned_now(
    best: MoneyColumn, others: list[MoneyColumn], runs: Collection[int], is_plan: Collection[int]
) -> tuple[MoneyColumn, list[MoneyColumn]]:
    """What is expected of the year that runs, before what is planned for one ahead."""
    now = next((one for one in others if one.expected and one.at in runs and one.score >= SECOND), None)
    if now is None or not (best.expected and best.at in is_plan):
        return best, others
    return now, [one for one in (best, *others) if one is not now]


def year_before(best: MoneyColumn, fees: Sequence[MoneyColumn]) -> int | None:
    """The column of the year right before the one that was billed last: it says what whoever paused pays."""
    return next((one.at for one in fees if one.is_past and 0 < one.year == best.year - 1), None)
