"""The TASS spider: everything it knows is data in wirecrawl.news.agencies.tass."""

from wirecrawl.news.agencies import get
from wirecrawl.spiders.wire_spider import WireSpider


class TassSpider(WireSpider):
    """TASS, from the RSS feed of tass.com; tass.ru by replay."""

    name = "tass"
    agency = get("tass")
