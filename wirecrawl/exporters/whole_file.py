"""Local feed files that appear under their names only when they are whole."""

import os
from pathlib import Path
from typing import IO, Any

from scrapy import Spider
from scrapy.extensions.feedexport import FileFeedStorage

from wirecrawl.storage.feed.names import part_of
from wirecrawl.storage.ledger.rows import Output
from wirecrawl.utils.files import open_own, sync_folder

_LINES = ("jsonlines", "jsonl", "jl")  # names of the one format that can be appended to and stay whole


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
        return open_own(self._part, "wb")

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
        return part_of(self.path)
