"""The VNA spider: everything it knows is data in wirecrawl.news.agencies.vna."""

from wirecrawl.news.agencies import get
from wirecrawl.spiders.wire_spider import WireSpider


class VnaSpider(WireSpider):
    """VNA, from www.vietnamplus.vn in Vietnamese; its other languages by replay."""

    name = "vna"
    agency = get("vna")
