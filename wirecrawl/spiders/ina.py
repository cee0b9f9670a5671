"""The INA spider: everything it knows is data in wirecrawl.news.agencies.ina."""

from wirecrawl.news.agencies import get
from wirecrawl.spiders.wire_spider import WireSpider


class InaSpider(WireSpider):
    """INA, from ina.iq."""

    name = "ina"
    agency = get("ina")
