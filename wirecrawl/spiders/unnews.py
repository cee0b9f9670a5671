"""The UN News spider: everything it knows is data in wirecrawl.news.agencies.unnews."""

from wirecrawl.news.agencies import get
from wirecrawl.spiders.wire_spider import WireSpider


class UnnewsSpider(WireSpider):
    """UN News, from news.un.org in English; its other languages by replay."""

    name = "unnews"
    agency = get("unnews")
