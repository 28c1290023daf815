"""Words behind a name for what an account is: `Axton Group (prospect)`, `Lamb & Sons - former client`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from planner.parsing.standing.relationships import relationship_of
from planner.parsing.standing.stages import chance_of_stage
from planner.parsing.standing.statuses import status_of
from planner.parsing.standing.words.status_words import ENDING
from planner.parsing.text_shapes import reads_like_name
from planner.parsing.word_lists import words

_BEHIND: Final = re.compile(r"^\s*(\S.*?)\s*(?:\(([^()]{2,30})\)|\s[-–—]\s+([^\W\d_][^()]{1,29}))\s*$")

DOUBTFUL: Final = words("partner friend new old")
"""Words that may as well be of a person, or tell one of two apart."""


@lru_cache(maxsize=4096)
def kind_behind(text: str) -> tuple[str, str] | None:
    """A name and the words behind it that say what its account is; None where nothing does.

    Words for several (`Raj (clients)`) are those of a title over rows.

    Example:
        >>> kind_behind("Axton Group (prospect)"), kind_behind("Axton Group (London)"), kind_behind("Raj (clients)")
        (('Axton Group', 'prospect'), None, None)
    """
    match = _BEHIND.match(text)
    if match is None:
        return None
    name, said = match[1], (match[2] or match[3]).strip()
    if (
        said.lower().endswith("s")
        or said.lower() in DOUBTFUL
        or not reads_like_name(name)
        or tells_kind(name)
        or not tells_kind(said)
    ):
        return None
    return name, said


def tells_kind(text: str) -> bool:
    """Whether a text says what an account is to the firm, that it has ended, or how far a sale to it is."""
    return relationship_of(text) is not None or status_of(text).state in ENDING or 0 < chance_of_stage(text) < 1
