"""How feeds are written: Scrapy's own feed exports, into data/feeds, each file visible only when whole."""

import logging
import os
from io import BytesIO
from pathlib import Path
from typing import IO, Any, Self

import msgspec
from scrapy import Spider, signals
from scrapy.crawler import Crawler
from scrapy.exporters import JsonItemExporter, JsonLinesItemExporter
from scrapy.extensions.feedexport import FeedExporter, FileFeedStorage
from scrapy.settings import BaseSettings
from scrapy.utils.serialize import ScrapyJSONEncoder

from wirecrawl.configuration.values import data_folder, is_kept
from wirecrawl.items import Headline, Story
from wirecrawl.run.state import STARTED
from wirecrawl.storage.ledger.rows import Output
from wirecrawl.utils.files import sync_folder
from wirecrawl.utils.terminal import escaped, escaped_bytes

_log = logging.getLogger(__name__)

STORIES, HEADLINES = "stories", "headlines"
_LINES = ("jsonlines", "jsonl", "jl")  # names of the one format that can be appended to and stay whole
_ITEMS = {STORIES: "wirecrawl.items.Story", HEADLINES: "wirecrawl.items.Headline"}


class DataFeeds:
    """Add-on that sends stories and headlines to data/feeds, in addition to what -o or FEEDS ask for.

    A replay writes replay-stories.jsonl and replay-headlines.jsonl, only when no other feed is asked for; one that is
    kept writes what a crawl writes.
    """

    def update_settings(self, settings: BaseSettings) -> None:
        """Enter the two feeds in FEEDS."""
        replay = not is_kept(settings)
        asked = settings.getdict("FEEDS")
        if replay and asked:
            return
        name = "replay" if replay else "%(started)s"
        folder = data_folder(settings) / "feeds"
        own = {f"{folder}/%(name)s/{name}-{kind}.jsonl": _options(kind, replay) for kind in _ITEMS}
        settings.set("FEEDS", {**asked, **own}, priority="cmdline")


def _options(kind: str, replay: bool) -> dict[str, Any]:
    return {
        "format": "jsonlines",
        "encoding": "utf-8",
        "overwrite": True,
        "store_empty": replay,  # a replay replaces its last result, also by nothing; a quiet hour leaves no file
        "item_classes": [_ITEMS[kind]],
        "own": True,  # known to WholeFileStorage alone
        "uri_params": "wirecrawl.exporters.uri_params",
    }


def uri_params(params: dict[str, Any], spider: Spider) -> dict[str, Any]:
    """What stands for %(name)s and %(started)s: the spider and the UTC start of its run, sortable."""
    started = spider.run.started.strftime(STARTED)  # type: ignore[attr-defined]
    return {"name": spider.name, "started": started}


class Feeds(FeedExporter):
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


class _PlainEncoder(ScrapyJSONEncoder):
    """JSON as Scrapy writes it, but no control character is in it raw: JSON itself asks that of those below 32 only."""

    def encode(self, o: Any) -> str:
        """JSON of an item, on one line. A character that JSON need not escape means the same escaped."""
        return escaped(super().encode(o))


class LineExporter(JsonLinesItemExporter):
    """JSON Lines in one go from a story or headline: a twentieth of the time that Scrapy's way by fields takes.

    Feeds that ask for chosen fields, another encoding or other items get Scrapy's own.
    """

    def __init__(self, file: BytesIO, **options: Any) -> None:
        super().__init__(file, **options)
        self.encoder = _PlainEncoder(**self._kwargs)

    def export_item(self, item: Any) -> None:
        """Write an item as a line."""
        whole = not self.fields_to_export and self.encoding == "utf-8" and not self.indent
        if whole and isinstance(item, (Story, Headline)):
            self.file.write(escaped_bytes(msgspec.json.encode(item)) + b"\n")
        else:
            super().export_item(item)


class PlainJson(JsonItemExporter):
    """A JSON list that can be shown on a terminal."""

    def __init__(self, file: BytesIO, **options: Any) -> None:
        super().__init__(file, **options)
        self.encoder = _PlainEncoder(**self._kwargs)


class WholeFileStorage(FileFeedStorage):
    """Local files, written beside their name as .part: made durable, then renamed, then the folder is made durable.

    The feeds of data/feeds get their names before the commit of the ledger, which lists them; those that -o or FEEDS
    ask for wait for it, see storage/feed/delivery.py. Only formats other than JSON Lines are appended to as in Scrapy.
    """

    failed = False

    def __init__(self, uri: str, *, feed_options: dict[str, Any] | None = None) -> None:
        super().__init__(uri, feed_options=feed_options)
        options = feed_options or {}
        self._own = bool(options.get("own"))
        self._is_lines = options.get("format") in _LINES
        replaced = self.write_mode == "wb" or self._is_lines
        self._apart = not Path(self.path).exists() or (replaced and Path(self.path).is_file())  # /dev/null is no file

    def output(self, run: str) -> Output | None:
        """What is to be delivered when the run is committed; None for what has its place then."""
        if self._own or not self._apart:
            return None
        file = Path(self.path).absolute()
        return Output(str(self._part.absolute()), str(file), run, self._is_lines, self.write_mode == "wb")

    def open(self, spider: Spider) -> IO[bytes]:
        """Open the .part, or what can only be appended to as it is."""
        if not self._apart:
            return super().open(spider)
        self._part.parent.mkdir(parents=True, exist_ok=True)
        return self._part.open("wb")

    def store(self, file: IO[bytes]) -> None:
        """Make the file durable, and give one of data/feeds its name. Raises OSError; then `failed` is true."""
        self.failed = True
        file.flush()
        os.fsync(file.fileno())
        file.close()
        if self._own:
            self._part.replace(self.path)
            sync_folder(Path(self.path).parent)
        self.failed = False

    @property
    def _part(self) -> Path:
        """Named by the process too: two replays at once write one file, each its own part of it."""
        return Path(f"{self.path}.{os.getpid()}.part")
