"""The VOA spider: everything it knows is data in wirecrawl.news.agencies.voa."""

from wirecrawl.news.agencies import get
from wirecrawl.spiders.wire_spider import WireSpider


class VoaSpider(WireSpider):
    """VOA, from www.voanews.com, an archive since March 2025."""

    name = "voa"
    agency = get("voa")
