"""The RFE/RL spider: everything it knows is data in wirecrawl.news.agencies.rferl."""

from wirecrawl.news.agencies import get
from wirecrawl.spiders.wire_spider import WireSpider


class RferlSpider(WireSpider):
    """RFE/RL, from www.svaboda.org in Belarusian; its other services by replay."""

    name = "rferl"
    agency = get("rferl")
