"""The Europa Press spider: everything it knows is data in wirecrawl.news.agencies.europapress."""

from wirecrawl.news.agencies import get
from wirecrawl.spiders.wire_spider import WireSpider


class EuropapressSpider(WireSpider):
    """Europa Press, from its feed in Spanish."""

    name = "europapress"
    agency = get("europapress")
