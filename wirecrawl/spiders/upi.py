"""The UPI spider: everything it knows is data in wirecrawl.news.agencies.upi."""

from wirecrawl.news.agencies import get
from wirecrawl.spiders.wire_spider import WireSpider


class UpiSpider(WireSpider):
    """UPI, from rss.upi.com."""

    name = "upi"
    agency = get("upi")
