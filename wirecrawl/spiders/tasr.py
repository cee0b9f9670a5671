"""The TASR spider: everything it knows is data in wirecrawl.news.agencies.tasr."""

from wirecrawl.news.agencies import get
from wirecrawl.spiders.wire_spider import WireSpider


class TasrSpider(WireSpider):
    """TASR, from the feed of its news site in Slovak."""

    name = "tasr"
    agency = get("tasr")
