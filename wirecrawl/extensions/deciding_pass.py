"""DecidingPass: when no request is open any more, the run decides on its stories and gathers its headlines."""

from collections.abc import Callable
from enum import Enum
from typing import Any

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DontCloseSpider
from scrapy.extensions.feedexport import FeedExporter, FeedSlot

from wirecrawl.errors import LedgerError, error_line
from wirecrawl.exporters.whole_file import WholeFileStorage
from wirecrawl.reasons import Reason, ReasonKind, because
from wirecrawl.run.state import STARTED, Run
from wirecrawl.storage.ledger.rows import Output


class Step(Enum):
    """How far a run is. It goes from each step to the next one when Scrapy has nothing left to do."""

    READING = 1
    DECIDING_STORIES = 2
    GATHERING_HEADLINES = 3
    DONE = 4


class DecidingPass:
    """Decides on the stories of the journal, then gathers headlines, in one transaction of the ledger.

    The transaction stays open; RunCloser commits it when the feed files are durable.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.step = Step.READING

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "DecidingPass":
        deciding = cls(crawler)
        crawler.signals.connect(deciding.spider_idle, signals.spider_idle)
        return deciding

    @property
    def begun(self) -> bool:
        return self.step is not Step.READING

    def spider_idle(self, spider: Any) -> None:
        """Schedule what comes next. Raises DontCloseSpider while there is something to do."""
        try:
            requests = self._next_requests(spider)
        except Exception as error:  # Scrapy would log it, and end the run as if it were good
            spider.run.tallies.errors.append(_failure(error))
            return
        assert self.crawler.engine
        for request in requests:
            self.crawler.engine.crawl(request)
        if requests:
            raise DontCloseSpider

    def _next_requests(self, spider: Any) -> list[Request]:
        if self.step is Step.READING:
            if again := spider.second_chances():
                return list(again)
            self._begin(spider.run)
            self.step = Step.DECIDING_STORIES
            return [_request_for(spider.decide)]
        if self.step is Step.DECIDING_STORIES:
            self.step = Step.GATHERING_HEADLINES
            return [_request_for(spider.gather_headlines)]
        self.step = Step.DONE
        return []

    def _begin(self, run: Run) -> None:
        """Open the transaction of the decisions; the outputs are in the ledger before it."""
        for output in outputs_of(self.crawler, run):
            run.ledger.outputs.open(run.spider, output)
        run.ledger.begin()


def _failure(error: Exception) -> Reason:
    if isinstance(error, LedgerError):
        return because(ReasonKind.LEDGER_FAILED_DECIDING, error)
    return because(ReasonKind.DECIDING_FAILED, error_line(error))


def _request_for(callback: Callable[..., Any]) -> Request:
    """A request that is answered without any network: its callback runs under Scrapy's own rules for items."""
    return Request("data:,", callback=callback, dont_filter=True)


def feed_slots(crawler: Crawler) -> list[FeedSlot]:
    """The feeds that Scrapy writes in this run."""
    exporter = crawler.get_extension(FeedExporter)
    return exporter.slots if exporter else []


def outputs_of(crawler: Crawler, run: Run) -> list[Output]:
    """Files outside of data/feeds to which the lines of this run go (`-o FILE`)."""
    started = run.started.strftime(STARTED)
    storages = (slot.storage for slot in feed_slots(crawler) if isinstance(slot.storage, WholeFileStorage))
    return [output for storage in storages if (output := storage.output(started))]
