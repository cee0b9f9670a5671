"""UnhandledErrors: an error that nothing in wirecrawl expected makes the verdict of the run broken."""

import logging
from typing import Any

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.utils.defer import deferred_from_coro
from twisted.python.failure import Failure

from wirecrawl.errors import LedgerError, error_line
from wirecrawl.items import Page
from wirecrawl.reasons import ReasonKind, because
from wirecrawl.run.deciding import PendingStory
from wirecrawl.run.state import Run


def _is_of_the_ledger(record: logging.LogRecord) -> bool:
    """Whether a line of the log is about an error of the ledger, which the run names as it ends."""
    return record.exc_info is not None and isinstance(record.exc_info[1], LedgerError)


# What they log has a traceback for each page.
for _name in ("scrapy.core.scraper", "scrapy.core.engine", "scrapy.utils.signal"):
    logging.getLogger(_name).addFilter(lambda record: not _is_of_the_ledger(record))


def stop_without_ledger(crawler: Crawler, error: LedgerError) -> None:
    """End the run of a crawler: without its ledger it could save nothing that it fetches."""
    run: Run = crawler.spider.run  # type: ignore[union-attr]
    why = because(ReasonKind.LEDGER_FAILED, error)
    if why not in run.tallies.errors:
        run.tallies.errors.append(why)
        assert crawler.engine
        deferred_from_coro(crawler.engine.close_spider_async(reason="the ledger cannot be used"))


class UnhandledErrors:
    """Enters unhandled errors of the spider and of the pipelines in the run; an error of the ledger ends the run."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "UnhandledErrors":
        errors = cls(crawler)
        crawler.signals.connect(errors.spider_error, signals.spider_error)
        crawler.signals.connect(errors.item_error, signals.item_error)
        return errors

    @property
    def run(self) -> Run:
        run: Run = self.crawler.spider.run  # type: ignore[union-attr]
        return run

    def spider_error(self, failure: Failure, response: Any) -> None:
        """Enter an error in a callback of the spider; the link of its request gets the outcome `failed`."""
        request = getattr(response, "request", None)
        link = request.cb_kwargs.get("link") if request else None
        self._enter(failure, link, getattr(response, "url", None) or (request.url if request else "start"))

    def item_error(self, item: Any, failure: Failure) -> None:
        """Enter an error in a pipeline; the link of its page or story gets the outcome `failed`."""
        link = item.link if isinstance(item, (Page, PendingStory)) else None
        self._enter(failure, link, link or type(item).__name__)

    def _enter(self, failure: Failure, link: str | None, where: str) -> None:
        if isinstance(failure.value, LedgerError):
            stop_without_ledger(self.crawler, failure.value)
            return
        message = error_line(failure.value)
        self.run.tallies.errors.append(because(ReasonKind.UNHANDLED_AT, where, message))
        if link:
            self.run.set_outcome(link, "failed", because(ReasonKind.UNHANDLED, message))
