"""The DW spider: everything it knows is data in wirecrawl.news.agencies.dw."""

from wirecrawl.news.agencies import get
from wirecrawl.spiders.wire_spider import WireSpider


class DwSpider(WireSpider):
    """DW, from rss.dw.com in English; its other languages by replay."""

    name = "dw"
    agency = get("dw")
