"""The UPI spider: everything it knows is data in wirecrawl.agencies.upi."""

from wirecrawl.agencies import get
from wirecrawl.spiders import WireSpider


class UpiSpider(WireSpider):
    """UPI, from rss.upi.com."""

    name = "upi"
    agency = get("upi")
