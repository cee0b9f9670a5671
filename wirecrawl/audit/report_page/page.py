"""The values of the page of `scrapy report --html`, from a ledger."""

from datetime import datetime
from pathlib import Path

from wirecrawl import __version__
from wirecrawl.audit.report_page.last_run import LastRunReader
from wirecrawl.audit.report_page.month import bad_runs, days_of, first_moment, latencies
from wirecrawl.audit.report_page.values import Page, SpiderPage
from wirecrawl.storage.data_folder import DataFolder
from wirecrawl.storage.ledger.interface import Ledger
from wirecrawl.utils.times import utc_iso

_BAD_RUNS = 20  # rows of that table


def read_page(
    ledger: Ledger | None, data: DataFolder, spider: str | None, days: int, now: datetime, folder: Path
) -> Page:
    """The values of a page that is written to `folder`: the last `days` days until `now`.

    It has one spider, or all that have runs. `ledger` is None where no run has made one yet. Raises LedgerError.
    """
    first = first_moment(now, days)
    names = ([spider] if spider else ledger.statistics.spiders()) if ledger else []
    found = [_spider(ledger, data, name, first, days, folder) for name in names] if ledger else []
    return Page(utc_iso(now), __version__, first.date().isoformat(), now.date().isoformat(), data.path.name, found)


def _spider(ledger: Ledger, data: DataFolder, name: str, first: datetime, days: int, folder: Path) -> SpiderPage:
    since = utc_iso(first)
    runs = ledger.statistics.runs(name, since)
    newest = next(iter(ledger.runs.last(name, 1)), None)
    ended = next((run for run in runs[::-1] if run["verdict"] not in (None, "cut off")), None)
    found = days_of(ledger, name, first, days)
    latency, late, early = latencies(ledger, name, found)
    bad, more = bad_runs(ledger, data, name, since, _BAD_RUNS)
    return SpiderPage(
        name=name,
        newest=newest["started"] if newest else None,
        is_going_on=newest is not None and newest["verdict"] is None,
        last=LastRunReader(ledger, data, name, folder).read(ended) if ended else None,
        days=found,
        bad_runs=bad,
        more_bad_runs=more,
        latency=latency,
        late=late,
        early=early,
        threads=ledger.statistics.thread_lengths(name, since),
        chains=ledger.statistics.chain_lengths(name, since),
    )
