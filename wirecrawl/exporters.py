"""How feeds are written: Scrapy's own feed exports, into data/feeds, each file visible only when whole."""

import os
from pathlib import Path
from typing import IO, Any

from scrapy import Spider
from scrapy.extensions.feedexport import FileFeedStorage
from scrapy.settings import BaseSettings

from wirecrawl.setup import data_folder

# UTC start of a run in file names: sortable, and with its microseconds no two runs share one.
STARTED = "%Y-%m-%dT%H-%M-%S.%fZ"
STORIES, HEADLINES = "stories", "headlines"
_ITEMS = {STORIES: "wirecrawl.items.Story", HEADLINES: "wirecrawl.items.Headline"}


class DataFeeds:
    """Add-on that sends stories and headlines to data/feeds, in addition to what -o or FEEDS ask for.

    A replay writes replay-stories.jsonl and replay-headlines.jsonl, only when no other feed is asked for.
    """

    def update_settings(self, settings: BaseSettings) -> None:
        """Enter the two feeds in FEEDS."""
        replay = bool(settings.getlist("WIRECRAWL_REPLAY_SOURCES"))
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
        "uri_params": "wirecrawl.exporters.uri_params",
    }


def uri_params(params: dict[str, Any], spider: Spider) -> dict[str, Any]:
    """What stands for %(name)s and %(started)s: the spider and the UTC start of its run, sortable."""
    started = spider.run.started.strftime(STARTED)  # type: ignore[attr-defined]
    return {"name": spider.name, "started": started}


class WholeFileStorage(FileFeedStorage):
    """Local files. One that is overwritten is written beside its name and renamed when it is durable.

    Appending works as in Scrapy. Order: write, fsync, rename, fsync of the folder.
    """

    failed = False

    def open(self, spider: Spider) -> IO[bytes]:
        """Open the file, or its .part when it is to be overwritten."""
        if self.write_mode != "wb":
            return super().open(spider)
        self._part.parent.mkdir(parents=True, exist_ok=True)
        return self._part.open("wb")

    def store(self, file: IO[bytes]) -> None:
        """Make the file durable and give it its name. Raises OSError; the .part then stays, and `failed` is true."""
        self.failed = True
        file.flush()
        os.fsync(file.fileno())
        file.close()
        if self.write_mode == "wb":
            self._part.replace(self.path)
            _sync_folder(Path(self.path).parent)
        self.failed = False

    @property
    def _part(self) -> Path:
        """Named by the process too: two replays at once write one file, each its own part of it."""
        return Path(f"{self.path}.{os.getpid()}.part")


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
