"""Charts: arrays in, `go.Figure` out. Colours of text and grid come from `assets/theme.css`, in both schemes."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go

from dashboard.components.theme import GOOD_COLOUR, GROUP_COLOUR, OPEN_HOURS
from planner.arrays import Numbers
from planner.goods import Good, Group
from planner.quarter.progress import Progress

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


def pace_figure(progress: Progress) -> go.Figure:
    """Hours week by week: the plan dashed, spent as a line, from the day on as planned as dots, the day upright."""
    weeks = [one.week for one in progress.by_week]
    now = min(max(progress.expected / progress.planned, 0.0), 1.0) * progress.weeks if progress.planned > 0 else 0.0
    done = [(float(one.week), one.spent) for one in progress.by_week if one.spent is not None and one.week < now]
    done = [*(done or [(0.0, 0.0)]), (now, progress.spent)]
    left = progress.planned - progress.expected
    top = max(progress.planned, progress.spent + left, 1.0)
    blue = GROUP_COLOUR[Group.YOU]
    figure = go.Figure()
    figure.add_scatter(
        x=weeks,
        y=[one.planned for one in progress.by_week],
        mode="lines",
        line={"color": OPEN_HOURS, "width": 1.5, "dash": "dash"},
    )
    figure.add_scatter(
        x=[now, progress.weeks],
        y=[progress.spent, progress.spent + left],
        mode="lines",
        line={"color": blue, "width": 3, "dash": "dot"},
    )
    figure.add_scatter(
        x=[at for at, _ in done], y=[h for _, h in done], mode="lines", line={"color": blue, "width": 3.5}
    )
    figure.add_scatter(x=[now, now], y=[0, top], mode="lines", line={"color": OPEN_HOURS, "width": 1.5})
    return _quiet(figure, height=180).update_layout(
        margin={"l": 56, "r": 12, "t": 6, "b": 40},
        xaxis={"range": [0, progress.weeks], "dtick": 1 if progress.weeks <= 16 else None, "zeroline": False,
               "showgrid": False, "title": {"text": "Week", "standoff": 4}},
        yaxis={"range": [0, 1.05 * top], "zeroline": False, "nticks": 4, "ticksuffix": " h",
               "ticklabelstandoff": 8},
    )  # fmt: skip


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
