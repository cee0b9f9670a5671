"""Months of runs in ledgers, for the tests of the page that shows them."""

from datetime import UTC, datetime
from pathlib import Path

from bench.report import make_month
from wirecrawl.audit.report_page.page import read_page
from wirecrawl.audit.report_page.values import Page
from wirecrawl.storage.data_folder import DataFolder
from wirecrawl.storage.ledger.sqlite.ledger import SqliteLedger

NOW = datetime(2026, 11, 30, 6, 12, tzinfo=UTC)


def month(data: Path, *spiders: str, bad: bool = False, days: int = 28, a_day: int = 2) -> SqliteLedger:
    """A ledger with runs of each spider until today."""
    for spider in spiders:
        make_month(data, spider, NOW, days=days, a_day=a_day, bad=bad)
    return SqliteLedger(data / "ledger.sqlite")


def page_of(ledger: SqliteLedger, data: Path, spider: str | None = None, days: int = 30) -> Page:
    """The values of a page that is written beside the ledger."""
    return read_page(ledger, DataFolder(data), spider, days, NOW, data)
