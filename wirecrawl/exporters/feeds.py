"""How feeds are written: Scrapy's own feed exports, into data/feeds, each file visible only when whole."""

import logging
from typing import Any, Self

from scrapy import Spider, signals
from scrapy.crawler import Crawler
from scrapy.extensions.feedexport import FeedExporter
from scrapy.settings import BaseSettings

from wirecrawl.configuration.values import data_folder, is_persistent
from wirecrawl.run.state import STARTED
from wirecrawl.storage.feed.names import KINDS, REPLAY, Kind, feed_name

_log = logging.getLogger(__name__)

_ITEMS: dict[Kind, str] = {"stories": "wirecrawl.items.Story", "headlines": "wirecrawl.items.Headline"}


def add_data_feeds(settings: BaseSettings) -> None:
    """Send stories and headlines to data/feeds, in addition to what -o or FEEDS ask for.

    A replay writes replay-stories.jsonl and replay-headlines.jsonl, only when no other feed is asked for; one that is
    kept writes what a crawl writes.
    """
    replay = not is_persistent(settings)
    asked = settings.getdict("FEEDS")
    if replay and asked:
        return
    start = REPLAY if replay else "%(started)s"
    folder = data_folder(settings).feeds("%(name)s")
    own = {f"{folder}/{feed_name(start, kind)}": _options(kind, replay) for kind in KINDS}
    settings.set("FEEDS", {**asked, **own}, priority="cmdline")


def _options(kind: Kind, replay: bool) -> dict[str, Any]:
    return {
        "format": "jsonlines",
        "encoding": "utf-8",
        "overwrite": True,
        "store_empty": replay,  # a replay replaces its last result, also by nothing; a quiet hour leaves no file
        "item_classes": [_ITEMS[kind]],
        "own": True,  # known to WholeFileStorage alone
        "uri_params": "wirecrawl.exporters.feeds.uri_params",
    }


def uri_params(params: dict[str, Any], spider: Spider) -> dict[str, Any]:
    """What stands for %(name)s and %(started)s: the spider and the UTC start of its run, sortable."""
    started = spider.run.started.strftime(STARTED)  # type: ignore[attr-defined]
    return {"name": spider.name, "started": started}


class DirectFeedExporter(FeedExporter):
    """Scrapy's feed exports, which the item pipelines hand each line to.

    Scrapy's signal would bring it too, in a task of its own and two rounds of the event loop for each: a fifth of the
    deciding of a replay.
    """

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """As Scrapy makes it, but for that signal."""
        feeds = super().from_crawler(crawler)
        crawler.signals.disconnect(feeds.item_scraped, signals.item_scraped)
        return feeds

    def write(self, item: Any, spider: Spider) -> None:
        """Write an item to each feed that takes it. What fails is logged; the report misses the line and says so."""
        try:
            self.item_scraped(item, spider)
        except Exception:
            _log.exception("%s is missing in a feed", getattr(item, "id", item))


def not_opened(crawler: Crawler) -> list[str]:
    """The feeds that are asked for and could not be opened; Scrapy logs that and goes on without them."""
    exporter = crawler.get_extension(FeedExporter)
    opened = {slot.uri_template for slot in exporter.slots} if exporter else set()
    asked = exporter.feeds if exporter else crawler.settings.getdict("FEEDS")
    return [str(uri) for uri in asked if uri not in opened]
