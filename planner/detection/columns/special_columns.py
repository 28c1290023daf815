"""Columns that are no single field: ratings by best-fit criteria, and ratings of single raters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planner.detection.headers.header_synonyms import SURE
from planner.fields import RATING_OF
from planner.goods import GOODS, Good
from planner.parsing.header_text import plain

_RATER = re.compile(r"^(?P<rating>.+?)\s*(?:[—–:|]|\s-\s|\()\s*(?P<name>[^()—–:|]+?)\s*\)?$")
_FIT = re.compile(r"^(?:best\s+)?fit\s*(?:[_:—–|-]+|\s)\s*(?P<name>.+)$", re.IGNORECASE)


def special_columns(
    headers: Sequence[str], criteria: Sequence[str], given: frozenset[int | None]
) -> tuple[dict[str, int], dict[tuple[str, Good], int]]:
    """Columns of best-fit criteria, and of single raters by name and good; without the columns in `given`."""
    fit: dict[str, int] = {}
    raters: dict[tuple[str, Good], int] = {}
    named = {plain(name): name for name in criteria}
    rating_words = {word: good for good in GOODS for word in SURE[RATING_OF[good]]}
    for j, text in enumerate(headers):
        if j in given or not text:
            continue
        words = plain(text)
        match = _FIT.match(text)
        criterion = named.get(words) or (named.get(plain(match["name"]), match["name"].strip()) if match else None)
        if criterion:
            fit.setdefault(criterion, j)
        elif (rater := _RATER.match(text)) and plain(rater["rating"]) in rating_words and not _is_scale(rater["name"]):
            raters.setdefault((rater["name"].strip(), rating_words[plain(rater["rating"])]), j)
    return fit, raters


def _is_scale(text: str) -> bool:
    """Whether the tail of a rating's header is a scale (`0-5`, `out of 10`) and not a person."""
    return not re.search(r"[^\W\d_]", text) or bool(re.search(r"\d", text)) or plain(text) in {"rating", "score", "now"}
