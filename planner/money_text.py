"""Money as it is shown in sentences."""

from __future__ import annotations


def money_text(currency: str, amount: float) -> str:
    """`$1,250`, `$40.2m`, `CHF 1,250`: sign or code before, thin thousands, millions from ten on."""
    sign = f"{currency} " if len(currency) > 1 and currency.isalpha() else currency
    minus = "-" if amount < 0 else ""
    size = abs(amount)
    text = f"{size / 1e6:,.1f}m" if size >= 10_000_000 else f"{size:,.0f}"
    return f"{minus}{sign}{text}"
