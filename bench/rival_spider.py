"""What many a news crawler is: a Scrapy spider that calls trafilatura in its callback and yields a dictionary.

PYTHON bench/rival_spider.py FOLDER fast|default FEED
"""

import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import trafilatura
from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Response


class InlineSpider(Spider):
    """Reads the html files of `folder`; its feed has address, title, date and text."""

    name = "inline"

    async def start(self) -> AsyncIterator[Any]:
        """One request a file."""
        for file in sorted(Path(self.folder).glob("*.html")):  # type: ignore[attr-defined]
            yield Request(file.absolute().as_uri())

    def parse(self, response: Response) -> Iterator[dict[str, Any]]:
        """The story as trafilatura finds it."""
        found = trafilatura.bare_extraction(
            response.body,
            url=response.url,
            with_metadata=True,
            include_comments=False,
            fast=self.mode == "fast",  # type: ignore[attr-defined]
        )
        if found is not None and not isinstance(found, dict):
            yield {"url": response.url, "title": found.title, "date": found.date, "text": found.text}


def main(folder: str, mode: str, feed: str) -> None:
    """Run the spider with the settings that were fastest when measured: few items at once, nothing that listens."""
    settings = {
        "FEEDS": {feed: {"format": "jsonlines"}},
        "CONCURRENT_ITEMS": 8,
        "LOG_LEVEL": "ERROR",
        "TELNETCONSOLE_ENABLED": False,
        "REMOTE_CONTROL_ENABLED": False,
    }
    process = AsyncCrawlerProcess(settings)
    process.crawl(InlineSpider, folder=folder, mode=mode)
    process.start()


if __name__ == "__main__":
    main(*sys.argv[1:])
