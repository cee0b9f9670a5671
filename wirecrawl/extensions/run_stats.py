"""RunStats: Scrapy's statistics of a crawl, which programs such as Spidermon read, at a lower cost."""

from typing import Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.extensions.corestats import CoreStats


class RunStats(CoreStats):
    """Scrapy's own, but for the count of lines (`item_scraped_count`), which CountingItemProcessor keeps.

    Scrapy's signal would start a task for each line: see DirectFeedExporter.
    """

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """As Scrapy makes it, but for that signal."""
        stats = super().from_crawler(crawler)
        crawler.signals.disconnect(stats.item_scraped, signals.item_scraped)
        return stats
