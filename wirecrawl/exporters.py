"""How feeds are written: Scrapy's own feed exports, into data/feeds, each file visible only when whole."""

import json
import logging
import os
import shutil
from pathlib import Path
from typing import IO, Any

import msgspec
from scrapy import Spider
from scrapy.exporters import JsonLinesItemExporter
from scrapy.extensions.feedexport import FileFeedStorage
from scrapy.settings import BaseSettings

from wirecrawl.durable import sync_folder
from wirecrawl.items import Headline, Story
from wirecrawl.setup import STARTED, data_folder, is_kept

STORIES, HEADLINES = "stories", "headlines"
_LINES = ("jsonlines", "jsonl", "jl")  # names of the one format that can be appended to and stay whole
_BLOCK = 2**16  # bytes; nearly every line is shorter
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
        "uri_params": "wirecrawl.exporters.uri_params",
    }


def uri_params(params: dict[str, Any], spider: Spider) -> dict[str, Any]:
    """What stands for %(name)s and %(started)s: the spider and the UTC start of its run, sortable."""
    started = spider.run.started.strftime(STARTED)  # type: ignore[attr-defined]
    return {"name": spider.name, "started": started}


class LineExporter(JsonLinesItemExporter):
    """JSON Lines in one go from a story or headline: a twentieth of the time that Scrapy's way by fields takes.

    Feeds that ask for chosen fields, another encoding or other items get Scrapy's own.
    """

    def export_item(self, item: Any) -> None:
        """Write an item as a line."""
        whole = not self.fields_to_export and self.encoding == "utf-8" and not self.indent
        if whole and isinstance(item, (Story, Headline)):
            self.file.write(msgspec.json.encode(item) + b"\n")
        else:
            super().export_item(item)


class WholeFileStorage(FileFeedStorage):
    """Local files. They are written beside their name, as .part, and renamed or appended when that is durable.

    Order: write, fsync, rename, fsync of the folder. Only formats other than JSON Lines are appended to as in Scrapy.
    """

    failed = False

    def __init__(self, uri: str, *, feed_options: dict[str, Any] | None = None) -> None:
        super().__init__(uri, feed_options=feed_options)
        new = self.write_mode == "wb" or not Path(self.path).exists()
        lines = (feed_options or {}).get("format") in _LINES and Path(self.path).is_file()
        self._apart = new or lines

    def open(self, spider: Spider) -> IO[bytes]:
        """Open the .part, or what can only be appended to as it is."""
        if not self._apart:
            return super().open(spider)
        self._part.parent.mkdir(parents=True, exist_ok=True)
        return self._part.open("wb")

    def store(self, file: IO[bytes]) -> None:
        """Make the file durable and give it its name. Raises OSError; the .part then stays, and `failed` is true."""
        self.failed = True
        file.flush()
        os.fsync(file.fileno())
        file.close()
        if self._apart:
            self._publish(Path(self.path))
        self.failed = False

    def _publish(self, file: Path) -> None:
        if self.write_mode == "ab" and file.exists():
            _append(self._part, file)
            self._part.unlink()
        else:
            self._part.replace(file)
        sync_folder(file.parent)

    @property
    def _part(self) -> Path:
        """Named by the process too: two replays at once write one file, each its own part of it."""
        return Path(f"{self.path}.{os.getpid()}.part")


def _append(part: Path, file: Path) -> None:
    """Append whole lines, durably; when that fails the file is left as it was. Raises OSError."""
    with file.open("r+b") as target, part.open("rb") as lines:
        size = _end_of_lines(target, file)
        try:
            shutil.copyfileobj(lines, target)
            target.flush()
            os.fsync(target.fileno())
        except OSError:
            os.truncate(file, size)
            raise


def _end_of_lines(target: IO[bytes], file: Path) -> int:
    """Go to where the next line belongs: a last line that was cut by a kill is cut off, a whole one is ended."""
    tail = _last_line(target)
    if tail and _is_json(tail):
        target.write(b"\n")
    elif tail:
        logging.getLogger(__name__).warning("%s: its last line was cut; %d bytes of it removed", file, len(tail))
        target.seek(-len(tail), os.SEEK_END)
        target.truncate()
    return target.tell()


def _last_line(target: IO[bytes]) -> bytes:
    """What follows the last line feed, looked for from the end: feeds grow large, lines do not."""
    size = block = target.seek(0, os.SEEK_END)
    tail = b""
    while block and b"\n" not in tail:
        block = max(0, block - _BLOCK)
        target.seek(block)
        tail = target.read(size - block)
    target.seek(size)
    return tail.rpartition(b"\n")[2]


def _is_json(line: bytes) -> bool:
    try:
        json.loads(line)
    except ValueError:
        return False
    return True
