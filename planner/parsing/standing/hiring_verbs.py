"""What an account is by who does what to whom: `instructs us`, `never used us`, `points work our way`."""

from __future__ import annotations

import re
from typing import Final

from planner.vocabulary import Relationship

_HIRE: Final = (
    r"(?:instruct|us|hir|retain|pay|engag|appoint|commission|employ|book|mandat|buy)(?:e|es|s|ed|d|ing)?(?: from)?"
)
_NOT: Final = r"(?:never|not yet|not|yet to|have yet to|has yet to|don t|doesn t|do not|does not|haven t|hasn t)"
_SAYS: Final = (
    (
        Relationship.REFERRAL_SOURCE,
        rf"\b(?:points?|puts?|push(?:es)?|pass(?:es)?|steers?|throws?|directs?)\b.* (?:our way|on to us|to us|at us)\b"
        rf"|\b{_NOT} {_HIRE}(?: us)? but (?:refers?|sends?|introduces?|recommends?)\b",
    ),
    (
        Relationship.PAST_CLIENT,
        rf"\b(?:used to|once|formerly|previously) {_HIRE} us\b|\bno longer {_HIRE} us\b"
        rf"|\b{_HIRE} us (?:until|till|before|in 20\d\d|in the past|once)\b",
    ),
    (
        Relationship.PROSPECT,
        rf"\b{_NOT} (?:yet )?{_HIRE} us\b|\bnot (?:yet )?(?:with us|on our books|a user)\b"
        r"|\b(?:trying|try|want|wants|wanting|hope|hoping|like|love|working|aiming|aim) to (?:get in|win|land|sign)\b",
    ),
    (Relationship.CLIENT, rf"^(?:now |already |currently |still |regularly |they |who )*{_HIRE} us\b"),
)
_PATTERNS: Final = tuple((kind, re.compile(pattern)) for kind, pattern in _SAYS)


def relationship_by_verbs(whole: str) -> Relationship | None:
    """What a short text in plain words says of the account by its verbs; None where it says nothing.

    Example:
        >>> relationship_by_verbs("instructs us now"), relationship_by_verbs("target never instructed us")
        (<Relationship.CLIENT: 'client'>, <Relationship.PROSPECT: 'prospect'>)
    """
    return next((kind for kind, pattern in _PATTERNS if pattern.search(whole)), None)
