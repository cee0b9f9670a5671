"""The days of a spider, from the ledger."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from wirecrawl.audit.report_page.values import OLD, BadRun, Day, Spread
from wirecrawl.items import REQUIRED
from wirecrawl.run.reading.page_counts import COUNTED
from wirecrawl.storage.data_folder import DataFolder
from wirecrawl.storage.ledger.interface import Ledger

FIELDS = (*REQUIRED, *COUNTED)
_KINDS = ("outcome", "filled", "cleaner", "pages", "headlines", "seconds", "text")
_DAY = 10  # characters of 2026-11-20
_FEW = 4  # values: fewer have no tenths

Measures = Mapping[str, float]


def days_of(ledger: Ledger, spider: str, first: datetime, days: int) -> list[Day]:
    """A value for each day from `first` on, runs or none."""
    names = [(first + timedelta(days=n)).date().isoformat() for n in range(days)]
    found = {name: Day(name) for name in names}
    measured: dict[str, list[Measures]] = {name: [] for name in names}
    since = first.isoformat(timespec="seconds")
    measures = ledger.statistics.measures(spider, since, _KINDS)
    for run in ledger.statistics.runs(spider, since):
        if day := found.get(run["started"][:_DAY]):
            day.verdicts[run["verdict"] or "no end"] += 1
            if run["run"] in measures:
                measured[day.day].append(measures[run["run"]])
    for name, runs in measured.items():
        if runs:
            _fill(found[name], runs)
    return list(found.values())


def _fill(day: Day, runs: Sequence[Measures]) -> None:
    day.outcomes = _summed(runs, "outcome")
    day.headlines = int(sum(run.get("headlines", 0) for run in runs))
    day.seconds = _extremes([run["seconds"] for run in runs if "seconds" in run])
    with_pages = [run for run in runs if run.get("pages")]
    pages = sum(run["pages"] for run in with_pages)
    if pages:
        shares = {name: sum(run.get(f"filled:{name}", 0) * run["pages"] for run in with_pages) for name in FIELDS}
        day.fields = {name: share / pages for name, share in shares.items()}
        day.cleaners = _summed(with_pages, "cleaner") or None
        day.text = median(run["text"] for run in with_pages if "text" in run)


def _summed(runs: Iterable[Measures], kind: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for run in runs:
        for name, value in run.items():
            this, _, what = name.partition(":")
            if this == kind and what:
                found[what] += int(value)
    return found


def _extremes(values: Sequence[float]) -> Spread | None:
    return Spread(min(values), median(values), max(values), len(values)) if values else None


def tenths(values: Sequence[float]) -> Spread | None:
    """The tenth, fiftieth and ninetieth percentile of some values; their extremes where they are few.

    >>> tenths([float(n) for n in range(101)])
    Spread(low=10.0, middle=50.0, high=90.0, count=101)
    """
    if len(values) < _FEW:
        return _extremes(values)
    cuts = quantiles(values, n=10, method="inclusive")
    return Spread(cuts[0], cuts[4], cuts[8], len(values))


def latencies(ledger: Ledger, spider: str, days: Sequence[Day]) -> tuple[Spread | None, int, int]:
    """Give each day the minutes from publication to first sight of the stories first seen on it.

    Returns those of all days, how many stories were left out because they were old, and because the printed time lies
    behind the sight. Stories of which only the day is known, midnight in the ledger, are not counted.
    """
    by_day: dict[str, list[float]] = {day.day: [] for day in days}
    late = early = 0
    for published, seen in ledger.statistics.first_sights(spider, f"{days[0].day}T00:00:00+00:00"):
        printed = datetime.fromisoformat(published)
        if not (printed.hour or printed.minute or printed.second) or printed.tzinfo is None:
            continue
        minutes = (datetime.fromisoformat(seen) - printed).total_seconds() / 60
        late, early = late + (minutes > OLD), early + (minutes < 0)
        if 0 <= minutes <= OLD and seen[:_DAY] in by_day:
            by_day[seen[:_DAY]].append(minutes)
    for day in days:
        day.latency = tenths(by_day[day.day])
    return tenths([minutes for values in by_day.values() for minutes in values]), late, early


def bad_runs(ledger: Ledger, data: DataFolder, spider: str, since: str, most: int) -> tuple[list[BadRun], int]:
    """The newest runs that were not good, the newest first, and how many more there are."""
    runs = [run for run in ledger.statistics.runs(spider, since) if run["verdict"] not in ("good", None)][::-1]
    return [_bad_run(data, run) for run in runs[:most]], max(0, len(runs) - most)


def _bad_run(data: DataFolder, run: Mapping[str, Any]) -> BadRun:
    reasons = report_of(data, run).get("reasons") or []
    why = str(reasons[0]) if reasons else ""
    if run["verdict"] == "cut off":
        why = "it was killed; the next run completed it"
    more = f" (and {len(reasons) - 1} more)" if len(reasons) > 1 else ""
    return BadRun(run["started"], run["verdict"], f"{why}{more}" or "its report is no longer there")


def report_of(data: DataFolder, run: Mapping[str, Any]) -> dict[str, Any]:
    """The report of a run as it was written, {} where it is no longer there; also in a data folder that was moved."""
    given = Path(run["report"] or "-")
    for file in (given, data.reports(run["spider"]) / given.name):
        try:
            found = json.loads(file.read_bytes())
        except (OSError, ValueError):
            continue
        if isinstance(found, dict) and isinstance(found.get("outcomes"), dict):
            return found
    return {}


def first_moment(now: datetime, days: int) -> datetime:
    """When the first of the last `days` days began, in UTC; today is the last one.

    >>> first_moment(datetime(2026, 11, 30, 6, tzinfo=UTC), 30).isoformat()
    '2026-11-01T00:00:00+00:00'
    """
    today = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return today - timedelta(days=days - 1)
