"""Amounts of money in words."""

from __future__ import annotations


def money_words(amount: float, currency: str) -> str:
    """`$1,250`, `16,500 kr` or `16,500 EUR`: a sign before, letters behind, no cents."""
    number = f"{abs(amount):,.0f}"
    minus = "-" if round(amount) < 0 else ""
    if len(currency) > 1 and currency.isalpha():
        return f"{minus}{number} {currency}"
    return f"{minus}{currency}{number}"
