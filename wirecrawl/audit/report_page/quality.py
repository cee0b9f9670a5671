"""Figures of how well the days went: latency, fields, cleaners, drift, seconds."""

from collections import Counter
from collections.abc import Iterable, Sequence

from wirecrawl.audit.report_page import plots
from wirecrawl.audit.report_page.figure import (
    NOT_MEASURED,
    Counts,
    Figure,
    legend,
    rows_of,
    runs_of,
    spread_cells,
)
from wirecrawl.audit.report_page.month import FIELDS
from wirecrawl.audit.report_page.values import Day, SpiderPage
from wirecrawl.audit.report_page.words import day as in_words
from wirecrawl.audit.report_page.words import number, plural, share, span
from wirecrawl.items import REQUIRED
from wirecrawl.news.cleaning.cleaner import is_layout_lost

_CLEANERS = 5  # that have a pattern of their own
_OTHERS = "all others"
_SHARES = {
    "heat-0": "under 25 %",
    "heat-1": "25 to 50 %",
    "heat-2": "50 to 75 %",
    "heat-3": "75 to 95 %",
    "heat-4": "95 % and more",
}


def latency(page: SpiderPage) -> Figure:
    """The time from publication to first sight, day by day."""
    days, found = page.days, page.latency
    spec = plots.spreads(days, [day.latency for day in days], minutes=True) if found else None
    rows = [[day.day, runs_of(day), *spread_cells(day.latency, span)] for day in days]
    keys = [("range", "from the fastest to the slowest tenth"), ("line-1", "half of the stories")]
    head = ["day", "runs", "p10", "p50", "p90", "stories"]
    return Figure("From publication to first sight", " ".join(_latency_words(page)), spec, head, rows, keys)


def _latency_words(page: SpiderPage) -> Iterable[str]:
    if found := page.latency:
        yield f"Half of {plural(found.count, 'story')} that print a time of day were seen within {span(found.middle)}, "
        yield f"nine in ten within {span(found.high)}."
    else:
        yield "No story that was first seen in these days prints a time of day."
    if page.late:
        yield f"Left out: {number(page.late)} that were older than three days when they were first seen."
    if page.early:
        yield f"Left out: {number(page.early)} whose printed time lies after that."


def fill(days: Sequence[Day]) -> Figure:
    """The share of stories that have a field, by field and day."""
    found = [(day.fields[name], name, day.day) for day in days if day.fields for name in REQUIRED]
    low, name, when = min(found, default=(1.0, "", ""))
    words = "Every story had a headline, a printed time and a text." if found else "No story was cleaned."
    if low < 1:
        words = f"Of the fields that every story should have, the least was {name}: {share(low)} on {in_words(when)}."
    rows = [[day.day, runs_of(day), *(share((day.fields or {}).get(name)) for name in FIELDS)] for day in days]
    spec = plots.heat(days, FIELDS) if found else None
    keys = [*_SHARES.items()]
    return Figure("Stories that have a field", words, spec, ["day", "runs", *FIELDS], rows, keys)


def cleaners(days: Sequence[Day]) -> Figure:
    """Which layout cleaned how many stories."""
    all_days = sum((day.cleaners or Counter() for day in days), Counter())
    names = [name for name, _ in all_days.most_common()]
    drawn = names if len(names) <= _CLEANERS else [*names[: _CLEANERS - 1], _OTHERS]
    fills = {name: f"fill-{n}" for n, name in enumerate(drawn, 1)}
    words = NOT_MEASURED
    if names:
        words = f"{names[0]} cleaned {share(all_days[names[0]] / all_days.total())} of "
        words += f"{plural(all_days.total(), 'story')}; {plural(len(names), 'cleaner')} had stories."
    spec = plots.stacked(days, fills, [_shares(day.cleaners, drawn) for day in days]) if names else None
    rows = rows_of(days, names, lambda day: day.cleaners)
    return Figure("Stories by cleaner, in per cent", words, spec, ["day", "runs", *names], rows, legend(fills))


def _shares(found: Counter[str] | None, names: Sequence[str]) -> Counts:
    if not found:
        return None
    shares = {name: 100 * found[name] / found.total() for name in names if name != _OTHERS}
    return {**shares, **({_OTHERS: 100 - sum(shares.values())} if _OTHERS in names else {})}


def lost(days: Sequence[Day]) -> Figure:
    """The share of stories whose layout no longer fits."""
    found = [(measured, day.day) for day in days if (measured := _lost_of(day)) is not None]
    worst, when = max(found, default=(0.0, ""))
    words = "The layouts fitted every page." if found else NOT_MEASURED
    if worst:
        words = (
            f"On {in_words(when)} a layout no longer fitted {share(worst / 100)} of the pages. scrapy drift says what "
        )
        words += "today's code makes of archived pages."
    series = [None if (measured := _lost_of(day)) is None else {"pages": measured} for day in days]
    spec = plots.lines(days, ["pages"], series) if worst else None
    rows = [[day.day, runs_of(day), number(_lost_of(day))] for day in days]
    title = "Drift: pages that a layout no longer fits, in per cent"
    return Figure(title, words, spec, ["day", "runs", "per cent"], rows)


def _lost_of(day: Day) -> float | None:
    if not day.cleaners:
        return None
    return 100 * sum(n for name, n in day.cleaners.items() if is_layout_lost(name)) / day.cleaners.total()


def texts(days: Sequence[Day]) -> Figure:
    """The median length of the texts."""
    found = [day.text for day in days if day.text is not None]
    words = "No story was cleaned."
    if found:
        words = f"The median of a day lay between {number(min(found))} and {number(max(found))} characters."
    series = [None if day.text is None else {"text": day.text} for day in days]
    spec = plots.lines(days, ["text"], series) if found else None
    rows = [[day.day, runs_of(day), number(day.text)] for day in days]
    return Figure("Drift: length of the texts, in characters", words, spec, ["day", "runs", "median"], rows)


def seconds(days: Sequence[Day]) -> Figure:
    """How long the runs took."""
    longest, when = max(((day.seconds.high, day.day) for day in days if day.seconds), default=(0.0, ""))
    words = f"The longest run took {number(longest)} seconds, on {in_words(when)}." if when else "No run was measured."
    spec = plots.spreads(days, [day.seconds for day in days], minutes=False) if when else None
    rows = [[day.day, *spread_cells(day.seconds, number)] for day in days]
    keys = [("range", "from the shortest to the longest run"), ("line-1", "median")]
    return Figure("Seconds a run", words, spec, ["day", "least", "median", "most", "runs measured"], rows, keys)
