"""The BTA spider: everything it knows is data in wirecrawl.news.agencies.bta."""

from wirecrawl.news.agencies import get
from wirecrawl.spiders.wire_spider import WireSpider


class BtaSpider(WireSpider):
    """BTA, from its feeds in Bulgarian and English."""

    name = "bta"
    agency = get("bta")
