"""A value of a field in words, as a person would say it back."""

from __future__ import annotations

from typing import Any

from planner import text
from planner.fields import Kind


def value_words(kind: Kind, value: Any) -> str:
    """`5 Feb 2027`, `70%`, `8 h`, `12,000`, `client`."""
    match kind:
        case Kind.DATE:
            return text.day_text(value.astype("datetime64[D]").item())
        case Kind.SHARE | Kind.SHARE_OF_TODAY:
            return f"{100 * value:.3g}%"
        case Kind.HOURS:
            return f"{value:g} h"
        case Kind.TEXT | Kind.NAMES | Kind.RELATIONSHIP:
            return str(value)
    return f"{value:,.10g}"
