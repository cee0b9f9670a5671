"""The UNIAN spider: everything it knows is data in wirecrawl.news.agencies.unian."""

from wirecrawl.news.agencies import get
from wirecrawl.spiders.wire_spider import WireSpider


class UnianSpider(WireSpider):
    """UNIAN, from its lists of all news in Russian and Ukrainian."""

    name = "unian"
    agency = get("unian")
