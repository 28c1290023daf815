"""The tab How sure of the Explore page: what is drawn, by how much, and the fields to say so."""

from __future__ import annotations

import math
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import dash_mantine_components as dmc
from dash import html

from dashboard import ids
from dashboard.components.parts import aria, button, card, heading
from planner.scenarios.draws import FEES, HALF_HOURS, PROBABILITIES, RATINGS

CHANCE: Final = 0.4
"""A chance to picture a spread of log odds by."""


def chance_of(spread: float) -> float:
    """What a chance of 40% becomes at so much more of log odds: the spread of chances as one can picture it."""
    return 1 / (1 + math.exp(-spread) * (1 - CHANCE) / CHANCE)


def spread_of(chance: float) -> float:
    """The log odds between a chance of 40% and another one.

    Raises:
        ValueError: where the other is not from 40% to under 100%.
    """
    if not CHANCE <= chance < 1:
        raise ValueError(chance)
    return math.log(chance / (1 - chance) * (1 - CHANCE) / CHANCE)


USUAL: Final[Mapping[str, tuple[float, float, float, float]]] = MappingProxyType(
    {
        "a little": (10, round(100 * chance_of(0.25)), 0.2, 25),
        "about a quarter": (round(100 * FEES), round(100 * chance_of(PROBABILITIES)), RATINGS, round(100 * HALF_HOURS)),
        "a lot": (50, round(100 * chance_of(1.0)), 1.0, 100),
    }
)
"""How far figures are usually off: fees in %, what a chance of 40% may be in %, ratings in points of 5, time in %."""

LIMITS: Final[Mapping[str, tuple[float, float]]] = MappingProxyType(
    {
        "draws": (1, 5000),
        "fees": (0, 300),
        "probabilities": (round(100 * CHANCE), 95),
        "ratings": (0, 3),
        "half_hours": (0, 200),
    }
)
"""The least and the most of each field; what is typed beyond counts as that."""


def within(name: str, typed: float | str) -> float:
    """What was typed into a field, within its limits.

    Raises:
        ValueError: where it is no number.
    """
    least, most = LIMITS[name]
    value = float(typed)
    if math.isnan(value):
        raise ValueError(typed)
    return min(max(value, least), most)


def sure_card() -> html.Section:
    """How far the list's figures may be off, and what that does to the plan."""
    return card(
        label="How sure",
        children=[
            heading("How sure is this?"),
            html.P(
                "Fees, chances, ratings and what time brings are estimates. The plan is made again many times, each "
                "time with figures that turned out a little otherwise; what stays the same each time you can rely on.",
                className="prose quiet",
            ),
            html.Div(
                [
                    html.Div(
                        [
                            html.Div("My figures may be off", className="field-label", id="sure-usual-label"),
                            dmc.SegmentedControl(
                                id=ids.SURE_USUAL,
                                data=[{"value": name, "label": name} for name in USUAL],
                                value="about a quarter",
                                **aria(labelledby="sure-usual-label"),
                            ),
                        ]
                    ),
                    button("Try it", ids.SURE_RUN, primary=True),
                ],
                className="row sure-form",
            ),
            html.Details([html.Summary("Set each yourself"), html.Div(sure_fields(), className="row sure-form")]),
            html.Div(id=ids.SURE_BODY),
        ],
    )


def sure_fields() -> list[dmc.NumberInput]:
    """How far each kind of figure may be off, as one can picture it; and how often to try."""
    spreads = (
        ("fees", "Fees: more or less by", "%", 5),
        ("probabilities", "A chance of 40% may be", "%", 1),
        ("ratings", "Ratings: up or down by", " of 5", 0.1),
        ("half_hours", "What time brings: by", "%", 5),
    )
    return [
        *(
            dmc.NumberInput(
                id=ids.SURE_SPREAD[name],
                label=title,
                value=value,
                min=LIMITS[name][0],
                max=LIMITS[name][1],
                step=step,
                suffix=suffix,
                w=170,
                debounce=True,
            )
            for value, (name, title, suffix, step) in zip(USUAL["about a quarter"], spreads, strict=True)
        ),
        dmc.NumberInput(
            id=ids.SURE_DRAWS,
            label="Try it",
            value=200,
            min=LIMITS["draws"][0],
            max=LIMITS["draws"][1],
            allowDecimal=False,
            step=50,
            w=110,
            suffix=" times",
            debounce=True,
        ),
    ]
