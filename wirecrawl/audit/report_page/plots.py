"""How each series of the month is drawn: Altair charts that share one axis of days.

Colours are names of custom properties, which the style of the page sets for light, dark and print, and patterns of the
page: "var(--new)", "url(#dots)". A series is drawn day by day, so that a line never bridges a day without a value, and
days without a run are shaded.
"""

from collections.abc import Mapping, Sequence
from typing import Any, cast

import altair as alt

from wirecrawl.audit.report_page.values import Day, Spread

WIDTH, HEIGHT = 356, 130  # pixels of the plot inside its axes; the page scales it to the width that it has
_ROW = 15  # pixels of a row of the heat map
# Shares at which the next shade of the heat map begins.
STEPS = (0.25, 0.5, 0.75, 0.95)
_MONTHS = "['Jan','Feb','Mar','Apr','May','Jun','Jul','Aug','Sep','Oct','Nov','Dec']"
_DAY_LABEL = f"toNumber(slice(datum.value, 8)) + ' ' + {_MONTHS}[toNumber(slice(datum.value, 5, 7)) - 1]"
_MINUTES = [1, 5, 15, 60, 180, 720, 1440, 4320]
_MINUTES_LABEL = (
    "datum.value < 60 ? datum.value + ' min' : datum.value < 1440 ? datum.value / 60 + ' h' : datum.value / 1440 + ' d'"
)

Spec = dict[str, Any]


def stacked(days: Sequence[Day], series: Mapping[str, str], counts: Sequence[Mapping[str, float] | None]) -> Spec:
    """Bars of a day, one part a series from the bottom up.

    `series` has the pattern of each by name; `counts` has those of each day, None for none.
    """
    rows = [
        {"day": day.day, "series": name, "order": order, "value": found.get(name, 0)}
        for day, found in zip(days, counts, strict=True)
        for order, name in enumerate(series)
        if found and found.get(name)
    ]
    bars = (
        _chart(rows)
        .mark_bar(aria=False, stroke="var(--page)", strokeWidth=0.5)
        .encode(
            x=_x(days),
            y=alt.Y("value:Q", title=None, axis=_count_axis()),
            order="order:Q",
            color=alt.Color(
                "series:N",
                legend=None,
                scale=alt.Scale(domain=list(series), range=[f"url(#{fill})" for fill in series.values()]),
            ),
        )
    )
    return _spec(days, bars)


def lines(days: Sequence[Day], series: Sequence[str], values: Sequence[Mapping[str, float] | None]) -> Spec:
    """A line a series, broken where a day has no value; each has a colour, a dash and a shape of its own."""
    rows = [
        {"day": day.day, "series": name, "value": found.get(name) if found else None}
        for day, found in zip(days, values, strict=True)
        for name in series
    ]
    base = _chart(rows).encode(
        x=_x(days),
        y=alt.Y("value:Q", title=None, axis=_count_axis()),
        color=alt.Color("series:N", legend=None, scale=_scale(series, _named(series, "line"))),
    )
    dash = alt.StrokeDash("series:N", legend=None, scale=_scale(series, [[1, 0], [4, 3]]))
    shape = alt.Shape("series:N", legend=None, scale=_scale(series, ["circle", "square"]))
    path = base.mark_line(aria=False, strokeWidth=1.5).encode(strokeDash=dash)
    points = base.mark_point(aria=False, size=14, filled=True).encode(shape=shape)
    return _spec(days, path, points.transform_filter("datum.value !== null"))


def _named(series: Sequence[str], prefix: str) -> list[str]:
    return [f"var(--{prefix}-{n})" for n in range(1, len(series) + 1)]


def _scale(domain: Sequence[str], values: Sequence[Any]) -> alt.Scale:
    return alt.Scale(domain=list(domain), range=list(values)[: len(domain)])


def spreads(days: Sequence[Day], spread: Sequence[Spread | None], *, minutes: bool) -> Spec:
    """A stroke from the low to the high value of each day, a point at its middle, and a line through the points.

    With `minutes` the axis is logarithmic and has times from a minute to three days.
    """
    rows = [
        {"day": day.day, **({"low": one.low, "middle": one.middle, "high": one.high} if one else {"middle": None})}
        for day, one in zip(days, spread, strict=True)
    ]
    if minutes:
        rows = [{name: _at_least(value, 0.5) for name, value in row.items()} for row in rows]
    axis = alt.Axis(values=_MINUTES, labelExpr=_MINUTES_LABEL, labelOverlap=True) if minutes else _count_axis()
    scale = alt.Scale(type="log", nice=False) if minutes else alt.Scale(zero=True)
    base = _chart(rows).encode(x=_x(days))
    y = alt.Y("middle:Q", title=None, axis=axis, scale=scale)
    there = "datum.middle !== null"
    range_of = base.mark_rule(aria=False, stroke="var(--range)", strokeWidth=3, strokeCap="round")
    path = base.mark_line(aria=False, stroke="var(--line-1)", strokeWidth=1.5)
    points = base.mark_point(aria=False, filled=True, size=14, color="var(--line-1)")
    return _spec(
        days,
        range_of.encode(y=alt.Y("low:Q", title=None, axis=axis, scale=scale), y2="high:Q").transform_filter(there),
        path.encode(y=y),
        points.encode(y=y).transform_filter(there),
    )


def _at_least(value: Any, least: float) -> Any:
    return max(value, least) if isinstance(value, (int, float)) else value


def heat(days: Sequence[Day], names: Sequence[str]) -> Spec:
    """A cell for each field and day, the darker the more stories have the field; no cell where none was cleaned."""
    rows = [
        {"day": day.day, "field": name, "share": round(day.fields[name], 3)}
        for day in days
        if day.fields
        for name in names
    ]
    steps = alt.Scale(type="threshold", domain=list(STEPS), range=[f"var(--heat-{n})" for n in range(len(STEPS) + 1)])
    cells = (
        _chart(rows)
        .mark_rect(aria=False, stroke="var(--page)", strokeWidth=1)
        .encode(
            x=_x(days),
            y=alt.Y("field:N", title=None, scale=alt.Scale(domain=list(names)), axis=alt.Axis(domain=False)),
            color=alt.Color("share:Q", legend=None, scale=steps),
        )
    )
    return _spec(days, cells, height=_ROW * len(names))


def lengths(counts: Mapping[str, Mapping[int, int]], longest: int) -> Spec:
    """Bars side by side: how many of each kind have a length from 2 to `longest`, where longer ones are counted too."""
    more = "+" if any(length > longest for found in counts.values() for length in found) else ""
    rows = [
        {"length": f"{n}{more if n == longest else ''}", "kind": kind, "value": _with_length(found, n, longest)}
        for kind, found in counts.items()
        for n in range(2, longest + 1)
    ]
    kinds = list(counts)
    bars = (
        _chart(rows)
        .mark_bar(aria=False, stroke="var(--page)", strokeWidth=0.5)
        .encode(
            x=alt.X("length:O", title=None, sort=None, axis=alt.Axis(labelAngle=0)),
            xOffset=alt.XOffset("kind:N", scale=alt.Scale(domain=kinds)),
            y=alt.Y("value:Q", title=None, axis=_count_axis()),
            color=alt.Color("kind:N", legend=None, scale=_scale(kinds, ["url(#fill-1)", "url(#fill-2)"])),
        )
    )
    return cast(Spec, _plain(bars.properties(width=WIDTH, height=HEIGHT)).to_dict())


def _with_length(found: Mapping[int, int], n: int, longest: int) -> int:
    return sum(times for length, times in found.items() if length == n or (n == longest and length > n))


def _chart(rows: Sequence[Mapping[str, Any]]) -> alt.Chart:
    return alt.Chart({"values": rows})


def _count_axis() -> alt.Axis:
    return alt.Axis(tickCount=4, format="~s")


def _x(days: Sequence[Day]) -> alt.X:
    names = [day.day for day in days]
    step = max(1, -(-len(names) // 6))
    axis = alt.Axis(values=names[::step], labelExpr=_DAY_LABEL, labelAngle=0, labelFlush=True, tickSize=3)
    return alt.X("day:O", title=None, scale=alt.Scale(domain=names), axis=axis)


def _spec(days: Sequence[Day], *layers: alt.Chart, height: int = HEIGHT) -> Spec:
    """The layers over the shading of days without a run."""
    gaps = [{"day": day.day} for day in days if not day.runs]
    shading = _chart(gaps).mark_rect(aria=False, fill="url(#no-run)", width=alt.RelativeBandSize(1))
    shaded = shading.encode(x=_x(days), y=alt.value(0), y2=alt.value(height))
    return cast(Spec, _plain(alt.layer(shaded, *layers).properties(width=WIDTH, height=height)).to_dict())


def _plain(chart: Any) -> Any:
    """A chart without frame and background, with quiet axes."""
    return (
        chart.configure(background="transparent", padding=2)
        .configure_view(stroke=None)
        .configure_axis(
            gridColor="var(--grid)", domainColor="var(--axis)", tickColor="var(--axis)", labelFontSize=10.5, ticks=True
        )
        .configure_axisY(domain=False, ticks=False, labelPadding=4)
        .configure_axisX(grid=False)
    )
