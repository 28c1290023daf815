"""The balance map as a triangle: the map's JSON in, `go.Figure` out. The first group on top, the second left,
the third right; of more groups each has a corner of a polygon.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray
from plotly.colors import sample_colorscale

from dashboard.components.theme import GROUP_COLOUR, OPEN_HOURS
from dashboard.components.words import GROUP_TITLE
from planner.goods import GROUP_SPECS, GROUPS
from planner.text import about, hours, percent

HEIGHT: Final = 0.8660254
_TURN: Final = 2 * np.pi * np.arange(len(GROUPS)) / len(GROUPS)
CORNERS: Final[NDArray[np.float64]] = (
    np.array([(0.5, HEIGHT), (0.0, 0.0), (1.0, 0.0)])
    if len(GROUPS) == 3
    else np.column_stack([0.5 - np.sin(_TURN) / 2, (1 + np.cos(_TURN)) * HEIGHT / 2])
)
"""(G, 2) where all is for one group."""
COLOURS: Final = "Cividis"
"""Even in lightness and safe for the colour-blind."""
MARKED: Final = "#D55E00"
CELL: Final = 0.94
"""Of the room that its neighbours leave it: the size of a balance's hexagon."""
IN_LEGEND: Final = 0.75
MEASURES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "value": "Reached in all, weighed as you chose",
        "money": "Expected margin a year",
        **{f"{group}_attainment": f"{GROUP_TITLE[group]}, of the most you could reach" for group in GROUPS},
        "open_hours": "Hours to place",
    }
)
Point = Mapping[str, Any]


def measures(points: Sequence[Point]) -> dict[str, str]:
    """What the map can be coloured by: what is known of it."""
    return {name: title for name, title in MEASURES.items() if any(p[name] is not None for p in points)}


NARROW: Final = 0.06
"""A span of colours under this has ticks that whole per cent would call the same."""


def map_figure(
    points: Sequence[Point], measure: str, currency: str, partners: Mapping[str, Sequence[float]] = MappingProxyType({})
) -> go.Figure:
    """All balances coloured by a measure; those out of reach are crosses; chosen, best, today and each partner's own
    balance (three shares by name) are marked."""
    figure = go.Figure()
    reached = [p for p in points if p["reachable"] == "yes"]
    beyond = [p for p in points if p["reachable"] != "yes"]
    shown = [p[measure] if p[measure] is not None else np.nan for p in reached]
    figure.update_layout(shapes=_cells(reached, shown, len(points)))
    _scatter(
        figure,
        reached,
        currency,
        name="Within reach",
        showlegend=False,
        marker={
            "size": 12,
            "opacity": 0,
            "color": shown,
            "colorscale": COLOURS,
            "colorbar": _bar(measure, currency, shown),
            "showscale": len({round(value, 3) for value in shown}) > 1,
        },
    )
    _scatter(
        figure,
        beyond,
        currency,
        name="Out of reach",
        marker={"symbol": "x-thin", "size": 7, "line": {"width": 1.2, "color": OPEN_HOURS}},
    )
    for mark, title, symbol in (
        ("today", "Nearest to today", "diamond-open"),
        ("best", "Reaches most", "star"),
        ("chosen", "Chosen", "circle-open"),
    ):
        here = [p for p in points if mark in str(p["mark"] or "").split()]
        _scatter(
            figure,
            here,
            currency,
            name=title,
            marker={
                "symbol": symbol,
                "size": 15 if mark == "best" else 20,
                "color": MARKED,
                "line": {"width": 1 if mark == "best" else 3, "color": MARKED},
            },
        )
    _partners(figure, partners)
    return _framed(figure)


def _cells(points: Sequence[Point], shown: Sequence[float], of: int) -> list[dict[str, Any]]:
    """A hexagon a balance in the colour of its value, as large as `of` balances in the triangle leave room for. One of
    them, of a colour that shows on white and on black, stands for all in the legend."""
    values = np.array(shown, dtype=float)
    known = np.isfinite(values)
    if not known.any():
        return []
    low, span = values[known].min(), np.ptp(values[known])
    shades = np.where(known, (values - low) / span if span > 0 else 0.5, 0.0)
    step = 2 / (np.sqrt(8 * of + 1) - 3)
    angles = np.pi / 6 + np.arange(6) * np.pi / 3
    corners = CELL * step / np.sqrt(3) * np.column_stack([np.cos(angles), np.sin(angles)])
    spots = _spots(_shares(points))[:, None]
    middle = int(np.argmin(np.where(known, np.abs(shades - IN_LEGEND), np.inf)))
    return [
        {
            "type": "path",
            "path": "M" + "L".join(f"{x:.4f},{y:.4f}" for x, y in spot + corners) + "Z",
            "fillcolor": colour,
            "line": {"width": 0.6, "color": OPEN_HOURS},
            "layer": "below",
            **({"name": "Within reach", "showlegend": True, "legendrank": 1} if at == middle else {}),
        }
        for at, (spot, colour) in enumerate(zip(spots, sample_colorscale(COLOURS, shades.tolist()), strict=True))
        if known[at]
    ]


def _shares(points: Sequence[Point]) -> NDArray[np.float64]:
    """(n, G) balances of points."""
    return np.array([[p[f"{group}_share"] for group in GROUPS] for p in points]).reshape(-1, len(GROUPS))


def _spots(shares: NDArray[np.float64]) -> NDArray[np.float64]:
    """(n, 2) where balances lie."""
    return np.asarray(shares @ CORNERS)


def _partners(figure: go.Figure, partners: Mapping[str, Sequence[float]]) -> None:
    """Each partner's own balance, with the name beside it; partners of one balance share a mark."""
    together: dict[tuple[float, ...], list[str]] = {}
    for name, own in partners.items():
        together.setdefault(tuple(own), []).append(name)
    if not together:
        return
    shares = np.array(list(together))
    spots = _spots(shares)
    names = [", ".join(group) for group in together.values()]
    figure.add_scatter(
        x=spots[:, 0],
        y=spots[:, 1],
        mode="markers+text",
        name="Partners' own",
        text=names,
        textposition="top center",
        textfont={"size": 12},
        customdata=shares.tolist(),
        hovertemplate="%{text}<extra></extra>",
        marker={"symbol": "square", "size": 12, "color": "#ffffff", "line": {"width": 2.5, "color": MARKED}},
    )


def _scatter(figure: go.Figure, points: Sequence[Point], currency: str, **look: Any) -> None:
    shares = _shares(points)
    spots = _spots(shares)
    figure.add_scatter(
        x=spots[:, 0],
        y=spots[:, 1],
        mode="markers",
        customdata=shares.tolist(),
        text=[hover(point, currency) for point in points],
        hovertemplate="%{text}<extra></extra>",
        **look,
    )


def hover(point: Point, currency: str) -> str:
    """What one balance reaches, in lines."""
    lines = [f"<b>{shares_text(point)}</b>"]
    if point["reachable"] != "yes":
        lines.append(f"out of reach: short by {hours(point['short_by_hours'])}")
    for group in GROUPS:
        reached = point[f"{group}_attainment"]
        if reached is not None:
            lines.append(f"{GROUP_TITLE[group]}: {percent(reached)} of the most you could reach")
    if point["money"] is not None:
        lines.append(f"{about(point['money'], currency)} of margin a year")
    if point["open_hours"] and point["open_hours"] > 0.25:
        lines.append(f"{hours(point['open_hours'])} to place")
    return "<br>".join(lines)


def choice_text(point: Point, currency: str) -> str:
    """One balance in a line: `20/30/50 · £213,000` or that it is out of reach."""
    if point["reachable"] != "yes":
        return f"{shares_text(point)} · out of reach by {hours(point['short_by_hours'])}"
    figure = percent(point["value"]) if point["money"] is None else about(point["money"], currency)
    return f"{shares_text(point)} · {figure}"


def shares_text(point: Point) -> str:
    """`20/30/50`."""
    return "/".join(f"{100 * point[f'{group}_share']:.0f}" for group in GROUPS)


def _bar(measure: str, currency: str, shown: Sequence[float]) -> dict[str, Any]:
    bar: dict[str, Any] = {"orientation": "h", "thickness": 10, "len": 0.6, "outlinewidth": 0, "title": {"text": ""}}
    bar |= {"x": 0.5, "y": -0.01, "yanchor": "top", "ypad": 4}
    if measure == "money":
        return bar | {"tickprefix": currency, "tickformat": "~s"}
    if measure == "open_hours":
        return bar | {"ticksuffix": " h"}
    span = max(shown, default=0.0) - min(shown, default=0.0)
    return bar | {"tickformat": ".0%" if not span < NARROW else ".1%"}


def _framed(figure: go.Figure) -> go.Figure:
    for group, (x, y) in zip(GROUPS, CORNERS.tolist(), strict=True):
        anchor = "center" if abs(x - 0.5) < 0.1 else "left" if x < 0.5 else "right"
        figure.add_annotation(
            x=x,
            y=y + (0.07 if y > HEIGHT / 2 else -0.07),
            text=f"<b>All for {GROUP_SPECS[group].short}</b>",
            showarrow=False,
            xanchor=anchor,
            font={"size": 13, "color": GROUP_COLOUR[group]},
        )
    return figure.update_layout(
        template="none",
        margin={"l": 8, "r": 8, "t": 8, "b": 115},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"family": "inherit", "size": 12},
        hoverlabel={"font": {"family": "inherit"}, "align": "left"},
        dragmode=False,
        showlegend=True,
        legend={
            "orientation": "h",
            "x": 0.5,
            "xanchor": "center",
            "y": 0,
            "yref": "container",
            "yanchor": "bottom",
            "entrywidth": 100,
            "font": {"size": 11},
            "itemclick": False,
            "itemdoubleclick": False,
        },
        # a range that gave way to the drawing's shape would grow with every turn of a phone
        xaxis={"visible": False, "range": [-0.06, 1.06], "fixedrange": True, "constrain": "domain"},
        yaxis={
            "visible": False,
            "range": [-0.13, 1.0],
            "fixedrange": True,
            "scaleanchor": "x",
            "constrain": "domain",
            "constraintoward": "top",
        },
    )
