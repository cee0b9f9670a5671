"""The PNA spider: everything it knows is data in wirecrawl.news.agencies.pna."""

from wirecrawl.news.agencies import get
from wirecrawl.spiders.wire_spider import WireSpider


class PnaSpider(WireSpider):
    """PNA, from its lists in English."""

    name = "pna"
    agency = get("pna")
