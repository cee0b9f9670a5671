"""Pages in, lines out. Cleaning, the journal and the decision are in folders that do not import Scrapy: news/, run/.

First pass: Page -> CleanPipeline -> journal. Deciding pass: PendingStory -> ValidatePipeline -> DedupePipeline
-> Story -> feed; Headlines pass through.
"""

from functools import cached_property
from typing import Any, NoReturn, Self

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem
from scrapy.pipelines import ItemPipelineManager
from scrapy.statscollectors import StatsCollector

from wirecrawl.configuration.processes import open_workers
from wirecrawl.configuration.values import read_duplicates
from wirecrawl.errors import PageError, error_line
from wirecrawl.exporters.feeds import DirectFeedExporter
from wirecrawl.items import Headline, Page, Story
from wirecrawl.reasons import Reason, ReasonKind, because, words_of
from wirecrawl.run.deciding import PendingStory, journal
from wirecrawl.run.lines import check, decide_line
from wirecrawl.run.measures import add_counts
from wirecrawl.run.reading.journal_entry import JournaledStory, entry_of
from wirecrawl.run.reading.outcomes import page_outcome
from wirecrawl.run.reading.page_counts import count_fields
from wirecrawl.run.reading.stories import CleanTask
from wirecrawl.run.state import Run
from wirecrawl.storage.ledger.rows import Outcome


class CountingItemProcessor(ItemPipelineManager):
    """Scrapy's own; what comes out of the last one is counted, for so many lines must be in the feeds, and written."""

    @cached_property
    def _feeds(self) -> DirectFeedExporter | None:
        return self.crawler.get_extension(DirectFeedExporter)  # type: ignore[union-attr]

    @cached_property
    def _stats(self) -> StatsCollector:
        return self.crawler.stats  # type: ignore[union-attr]

    async def process_item_async(self, item: Any) -> Any:
        """The item as the last pipeline leaves it. Raises DropItem."""
        done = await super().process_item_async(item)
        assert self.crawler
        assert self.crawler.spider
        self.crawler.spider.run.tallies.written[type(done)] += 1  # type: ignore[attr-defined]
        self._stats.inc_value("item_scraped_count")  # as Scrapy counts it; see RunStats
        if self._feeds:
            self._feeds.write(done, self.crawler.spider)
        return done


class _RunPipeline:
    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    @property
    def run(self) -> Run:
        run: Run = self.crawler.spider.run  # type: ignore[union-attr]
        return run


class CleanPipeline(_RunPipeline):
    """Cleans a Page and keeps its Story in the journal; a page without a story gets its outcome here."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._pool = open_workers(crawler.settings)

    def open_spider(self) -> None:
        """Let the processes give up when the run is told to stop."""
        self.crawler.spider.pools.append(self._pool)  # type: ignore[union-attr]

    def close_spider(self) -> None:
        """End the processes that clean."""
        self._pool.close()

    async def process_item(self, item: Any) -> Any:
        """Pass on what is no Page. Raises DropItem for a Page: its story waits in the journal, or it has none."""
        if not isinstance(item, Page):
            return item
        (story,) = await self._pool.submit(CleanTask(item))
        if isinstance(story, PageError):
            self._drop(item, *page_outcome(story))
        try:
            counts = count_fields(story)
            entry = entry_of(self.run.agency, item.link, JournaledStory(story, item.etag, item.modified))
        except Exception as error:  # a page costs its own story only, also where a rule of wirecrawl fails on it
            self._drop(item, "failed", because(ReasonKind.UNHANDLED, error_line(error)))
        add_counts(self.run, counts)
        if refused := self.crawler.spider.refusal_of(story):  # type: ignore[union-attr]
            self._drop(item, "filtered", refused)
        journal(self.run, entry)
        self.run.tallies.new_pages += item.first_seen == item.fetched
        raise DropItem("its story waits in the journal", log_level="DEBUG")

    def _drop(self, page: Page, outcome: Outcome, reason: Reason) -> NoReturn:
        self.crawler.spider.record_no_story(page.link, None, outcome, reason)  # type: ignore[union-attr]
        raise DropItem(f"{outcome}: {words_of(reason)}", log_level="INFO")


class ValidatePipeline(_RunPipeline):
    """Lets only lines through that keep to the schema of the feed."""

    def process_item(self, item: Any) -> Any:
        """Check PendingStory and Headline. Raises DropItem, naming the field; the link's outcome is `failed`."""
        if isinstance(item, (PendingStory, Story, Headline)) and (reason := check(self.run, item)):
            raise DropItem(words_of(reason), log_level="INFO")
        return item


class DedupePipeline(_RunPipeline):
    """Decides on each PendingStory: new and updated stories go on to the feed, repeats only where they are marked."""

    @cached_property
    def _mark(self) -> bool:
        return read_duplicates(self.crawler.settings) == "mark"

    def process_item(self, item: Any) -> Any:
        """Turn a PendingStory into its Story. Raises DropItem for one that is not written."""
        if not isinstance(item, PendingStory):
            return item
        line, decision = decide_line(self.run, item, mark=self._mark)
        if line is None:
            raise DropItem(f"{decision.outcome}: {decision.kind} as {decision.of}", log_level="DEBUG")
        return line
