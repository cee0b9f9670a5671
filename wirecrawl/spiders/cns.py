"""The China News Service spider: everything it knows is data in wirecrawl.news.agencies.cns."""

from wirecrawl.news.agencies import get
from wirecrawl.spiders.wire_spider import WireSpider


class CnsSpider(WireSpider):
    """China News Service, from www.chinanews.com.cn; its English site by replay."""

    name = "cns"
    agency = get("cns")
