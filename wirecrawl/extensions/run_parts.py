"""RunParts: gives the crawl of an agency's spider what makes it a run; any other spider is a plain one of Scrapy.

Plain are spiders that `scrapy genspider` makes, and those of `fetch`, `view`, `shell`, `parse` and `check`, which only
look at pages. What protects servers and this machine (middlewares, limits) is in the settings and holds for all.
"""

from typing import Any

from scrapy.crawler import Crawler
from scrapy.settings import SETTINGS_PRIORITIES, BaseSettings

from wirecrawl.configuration.values import is_inspection
from wirecrawl.exporters.feeds import add_data_feeds
from wirecrawl.spiders.lists import ListSpider

_PROJECT = SETTINGS_PRIORITIES["project"]
# These enter the _BASE settings, so that `-s EXTENSIONS=...` and the like add to them instead of replacing them.
_PARTS: dict[str, dict[str, Any]] = {
    "EXTENSIONS_BASE": {
        "wirecrawl.extensions.deciding_pass.DecidingPass": 0,
        "wirecrawl.extensions.run_closer.RunCloser": 0,
        "wirecrawl.extensions.prompt_stop.PromptStop": 0,
        "wirecrawl.extensions.unhandled_errors.UnhandledErrors": 0,
        "wirecrawl.extensions.recorder.Recorder": 0,
        "wirecrawl.extensions.host_answers.HostAnswers": 0,
        "wirecrawl.exporters.feeds.DirectFeedExporter": 0,
        "wirecrawl.extensions.run_stats.RunStats": 0,
        "wirecrawl.extensions.live_progress.LiveProgress": 0,
    },
    "ITEM_PIPELINES_BASE": {
        "wirecrawl.pipelines.CleanPipeline": 100,
        "wirecrawl.pipelines.ValidatePipeline": 200,
        "wirecrawl.pipelines.DedupePipeline": 300,
    },
    # A feed file gets its name only when it is whole.
    "FEED_STORAGES_BASE": dict.fromkeys(("", "file"), "wirecrawl.exporters.whole_file.WholeFileStorage"),
}
_REPLACED = ("scrapy.extensions.feedexport.FeedExporter", "scrapy.extensions.corestats.CoreStats")


class RunParts:
    """Add-on: enters the parts of a run in the settings of a crawler whose spider has one."""

    def __init__(self, is_agencys: bool, has_run: bool) -> None:
        self._is_agencys, self._has_run = is_agencys, has_run

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "RunParts":
        is_agencys = issubclass(crawler.spidercls, ListSpider)
        return cls(is_agencys, is_agencys and not is_inspection(crawler.settings))

    def update_settings(self, settings: BaseSettings) -> None:
        """Enter extensions, pipelines and feeds of a run."""
        if self._is_agencys:  # every response reaches its spider, whatever its status: each status has an outcome
            settings.set("HTTPERROR_ALLOW_ALL", True, priority=_PROJECT)
        if self._has_run:
            _add_run(settings)


def _add_run(settings: BaseSettings) -> None:
    for name, parts in _PARTS.items():
        base = {part: order for part, order in settings.getdict(name).items() if part not in _REPLACED}
        settings.set(name, {**base, **parts}, priority=max(_PROJECT, settings.getpriority(name) or 0))
    settings.set("ITEM_PROCESSOR", "wirecrawl.pipelines.CountingItemProcessor", priority=_PROJECT)
    add_data_feeds(settings)
