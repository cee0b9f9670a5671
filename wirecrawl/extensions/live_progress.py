"""LiveProgress: how far a crawl is, while it goes on."""

import logging
from typing import Any, Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.utils.asyncio import create_looping_call

from wirecrawl.configuration.values import read_progress_seconds
from wirecrawl.errors import LedgerError
from wirecrawl.run.state import Run
from wirecrawl.storage.ledger.rows import OUTCOMES
from wirecrawl.utils.progress import CrawlCounts, CrawlProgress
from wirecrawl.web.urls import host_of

_DRAWN = 0.5  # seconds between two pictures of the bar


class LiveProgress:
    """Shows the links that a crawl is done with, among other counts: a bar on a terminal, lines elsewhere."""

    def __init__(self, crawler: Crawler, seconds: float) -> None:
        self.crawler, self._seconds = crawler, seconds
        self._progress: CrawlProgress | None = None
        self._call = create_looping_call(self._show)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """For a crawl, unless WIRECRAWL_PROGRESS is 0; a replay has a bar of its own. Raises NotConfigured."""
        seconds = read_progress_seconds(crawler.settings)
        if not seconds or crawler.settings.getlist("WIRECRAWL_REPLAY_SOURCES"):
            raise NotConfigured
        live = cls(crawler, seconds)
        crawler.signals.connect(live.engine_started, signals.engine_started)
        crawler.signals.connect(live.spider_closed, signals.spider_closed)
        return live

    def engine_started(self) -> None:
        """Begin to show; the bar makes room for each line of the log."""
        self._progress = CrawlProgress(self._run.spider)
        self._call.start(_DRAWN if self._progress.is_bar else self._seconds, now=False)
        for handler in logging.root.handlers:
            handler.addFilter(self._make_room)

    def spider_closed(self) -> None:
        """Take the bar away: the run prints its six lines when the engine has stopped."""
        if self._progress:
            self._end()
        for handler in logging.root.handlers:
            handler.removeFilter(self._make_room)

    @property
    def _run(self) -> Run:
        run: Run = self.crawler.spider.run  # type: ignore[union-attr]
        return run

    def _make_room(self, record: logging.LogRecord) -> bool:
        if self._progress:
            self._progress.clear()
        return True

    def _show(self) -> None:
        assert self._progress
        try:
            self._progress.show(self._counts())
        except (LedgerError, OSError):  # the run says what is wrong with its ledger; a terminal may be gone
            self._end()

    def _end(self) -> None:
        assert self._progress
        if self._call.running:
            self._call.stop()
        self._progress.close()
        self._progress = None

    def _counts(self) -> CrawlCounts:
        run, stats = self._run, self.crawler.stats
        assert stats
        links, outcomes = run.ledger.links.balance(run.number)
        ended = sum(outcomes[name] for name in OUTCOMES)
        return CrawlCounts(
            known=links,
            done=ended + run.ledger.journal.count(run.number),
            new=run.tallies.new_pages,
            requests=stats.get_value("downloader/request_count", 0),
            hosts=len(self._hosts()),
        )

    def _hosts(self) -> set[str]:
        engine: Any = self.crawler.engine
        return {host_of(request.url) for request in engine.downloader.active} - {""}
