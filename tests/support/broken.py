"""Parts that fail on purpose: a pipeline and a spider with a fault in them, for the tests of the verdict."""

import os
from collections.abc import AsyncIterator, Iterator
from typing import Any

from scrapy.http import Response

from tests.support.newsroom import story_url
from wirecrawl.exporters.json_lines import FastJsonLines
from wirecrawl.items import Page
from wirecrawl.spiders.xinhua import XinhuaSpider

VICTIM = story_url(2)


class Broken:
    """A pipeline that fails on one page."""

    def process_item(self, item: Any) -> Any:
        """Raise RuntimeError for the victim."""
        if isinstance(item, Page) and item.link == VICTIM:
            raise RuntimeError("a part that is broken on purpose")
        return item


def _broken() -> None:
    raise RuntimeError("a part that is broken on purpose")


class BrokenSpider(XinhuaSpider):
    """The xinhua spider with a fault in how it reads one story."""

    async def start(self) -> AsyncIterator[Any]:
        """Break the part that the environment names."""
        if part := os.environ.get("BROKEN"):
            setattr(self if hasattr(self, part) else self.frontier, part, _broken)
        async for request in super().start():
            yield request

    def parse_story(self, response: Response, *args: Any, **kwargs: Any) -> Iterator[Any]:
        """Raise RuntimeError for the victim."""
        if response.url == VICTIM and "BROKEN" not in os.environ:
            raise RuntimeError("a spider that is broken on purpose")
        yield from super().parse_story(response, *args, **kwargs)


class BrokenExporter(FastJsonLines):
    """An exporter that fails on one line."""

    def export_item(self, item: Any) -> None:
        """Raise OSError for the victim."""
        if item.url == VICTIM:
            raise OSError("an exporter that is broken on purpose")
        super().export_item(item)
