"""Charts: arrays in, `go.Figure` out. Colours of text and grid come from `assets/theme.css`, in both schemes."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray

from dashboard.components.theme import GOOD_COLOUR, OPEN_HOURS
from planner.goods import Good

Numbers = NDArray[np.float64]
_MARGIN = {"l": 44, "r": 12, "t": 8, "b": 40}


def curve_figure(
    hours: Numbers, share: Numbers, today: float, planned: float, good: str, step: float = 1.0
) -> go.Figure:
    """What extra time brings to one account.

    Args:
        hours, share: knots of its curve; hours of the period, fraction of its value.
        today: hours now, NaN where not known.
        planned: hours in the plan.
        good: the good it mainly serves, which gives the colour.
        step: length of the next hour that is marked.
    """
    colour = GOOD_COLOUR[Good(good)] if good else OPEN_HOURS

    def at(h: float) -> float:
        return float(np.interp(h, hours, share))

    figure = go.Figure()
    figure.add_scatter(
        x=hours,
        y=100 * share,
        mode="lines",
        line={"color": colour, "width": 3},
        name="What extra time brings",
        hovertemplate="%{x:.1f} h: %{y:.0f}% of its value<extra></extra>",
    )
    following = min(planned + step, float(hours.max(initial=0)))
    if following > planned:
        figure.add_scatter(
            x=[planned, following],
            y=[100 * at(planned), 100 * at(following)],
            mode="lines",
            line={"color": colour, "width": 9},
            opacity=0.35,
            name="The next hour",
            hovertemplate="The next hour<extra></extra>",
        )
    points = [("Plan", planned, "circle", colour)]
    if np.isfinite(today):
        points.insert(0, ("Today", today, "circle-open", OPEN_HOURS))
    for name, where, symbol, tint in points:
        figure.add_scatter(
            x=[where],
            y=[100 * at(where)],
            mode="markers+text",
            marker={"size": 13, "symbol": symbol, "color": tint, "line": {"width": 3, "color": tint}},
            text=[name],
            textposition="bottom left" if name == "Plan" else "top left",
            name=name,
            hovertemplate=f"{name}: %{{x:.1f}} h, %{{y:.0f}}%<extra></extra>",
        )
    top = max(float(hours.max(initial=1.0)), planned, today if np.isfinite(today) else 0.0)
    return _quiet(figure, height=250).update_layout(
        xaxis={"title": "Hours", "range": [-0.03 * top, 1.08 * top], "zeroline": False},
        yaxis={"title": "% of its value", "range": [0, 112], "zeroline": False, "tickvals": [0, 25, 50, 75, 100]},
    )


def _quiet(figure: go.Figure, height: int) -> go.Figure:
    """No background, no chart junk; the page's own font."""
    return figure.update_layout(
        template="none",
        height=height,
        margin=_MARGIN,
        showlegend=False,
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"family": "inherit", "size": 12},
        hoverlabel={"font": {"family": "inherit"}},
        dragmode=False,
    )
